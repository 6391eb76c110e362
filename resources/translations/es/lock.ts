<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>LockView</name>
    <message numerus="yes">
        <source>Espera %n segundos para probar otra vez.</source>
        <translation>
            <numerusform>Espera un segundo para probar otra vez.</numerusform>
            <numerusform>Espera %n segundos para probar otra vez.</numerusform>
        </translation>
    </message>
</context>
</TS>
