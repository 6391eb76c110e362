<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Desk</name>
    <message>
        <source>sin dato</source>
        <translation>no data</translation>
    </message>
</context>
</TS>
