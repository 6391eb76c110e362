<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>SavePlace</name>
    <message>
        <source>¿Dónde lo guardo?</source>
        <translation>Where shall I save it?</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
</context>
</TS>
