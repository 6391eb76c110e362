<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>KpiCard</name>
    <message numerus="yes">
        <source>de %n personas</source>
        <translation>
            <numerusform>de %n persona</numerusform>
            <numerusform>de %n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message numerus="yes">
        <source>%n ya pasaron de su fecha.</source>
        <translation>
            <numerusform>%n ya pasó de su fecha.</numerusform>
            <numerusform>%n ya pasaron de su fecha.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message numerus="yes">
        <source>%n sesiones de {0}</source>
        <translation>
            <numerusform>%n sesión de {0}</numerusform>
            <numerusform>%n sesiones de {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SamplesCard</name>
    <message numerus="yes">
        <source>una lista de %n</source>
        <translation>
            <numerusform>una lista de %n</numerusform>
            <numerusform>una lista de %n</numerusform>
        </translation>
    </message>
</context>
</TS>
