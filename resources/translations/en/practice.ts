<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Practice</name>
    <message>
        <source>Surco · Práctica</source>
        <translation>Surco · Practice</translation>
    </message>
    <message>
        <source>Práctica: nada de esto se guarda</source>
        <translation>Practice: none of this is kept</translation>
    </message>
    <message>
        <source>Escanea la tarjeta de práctica o escribe un nombre. Al cerrar la ventana todo se borra.</source>
        <translation>Scan the practice card or type a name. When the window is closed all of it is erased.</translation>
    </message>
</context>
</TS>
