<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>ColumnsCard</name>
    <message numerus="yes">
        <source>%n renglones</source>
        <translation>
            <numerusform>%n renglón</numerusform>
            <numerusform>%n renglones</numerusform>
        </translation>
    </message>
</context>
</TS>
