<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>TopicsPage</name>
    <message numerus="yes">
        <source>%n leyes por verificar antes de imprimir</source>
        <translation>
            <numerusform>%n ley por verificar antes de imprimir</numerusform>
            <numerusform>%n leyes por verificar antes de imprimir</numerusform>
        </translation>
    </message>
</context>
</TS>
