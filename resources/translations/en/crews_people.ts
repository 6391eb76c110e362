<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>crews</name>
    <message>
        <source>{0} de {1} temas</source>
        <translation>{0} of {1} topics</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Lengua</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tarjeta</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Temas</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
</context>
</TS>
