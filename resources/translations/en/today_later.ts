<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>LaterRow</name>
    <message>
        <source>Todas las cuadrillas</source>
        <translation>All crews</translation>
    </message>
    <message>
        <source>{0} personas</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>Ahora</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Poner ahora: {0}, {1}</source>
        <translation>Put now: {0}, {1}</translation>
    </message>
    <message>
        <source>Falta audio {0}</source>
        <translation>{0} audio missing</translation>
    </message>
    <message>
        <source>Material listo</source>
        <translation>Material ready</translation>
    </message>
</context>
</TS>
