<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>CopiesPart</name>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sesiones dadas</source>
        <translation>
            <numerusform>%n sesión dada</numerusform>
            <numerusform>%n sesiones dadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NounPart</name>
    <message numerus="yes">
        <source>y %n cambios antes</source>
        <translation>
            <numerusform>y %n cambio antes</numerusform>
            <numerusform>y %n cambios antes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message numerus="yes">
        <source>Faltan %n espacios por llenar: salen como raya.</source>
        <translation>
            <numerusform>Falta %n espacio por llenar: sale como raya.</numerusform>
            <numerusform>Faltan %n espacios por llenar: salen como raya.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TracePart</name>
    <message numerus="yes">
        <source>%n entregas</source>
        <translation>
            <numerusform>%n entrega</numerusform>
            <numerusform>%n entregas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cuadrillas</source>
        <translation>
            <numerusform>%n cuadrilla</numerusform>
            <numerusform>%n cuadrillas</numerusform>
        </translation>
    </message>
</context>
</TS>
