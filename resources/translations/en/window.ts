<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Window</name>
    <message>
        <source>No hay nada que deshacer</source>
        <translation>There is nothing to undo</translation>
    </message>
    <message>
        <source>Se deshizo: {0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
</context>
</TS>
