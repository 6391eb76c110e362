<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>SeasonCard</name>
    <message>
        <source>Primero, la temporada</source>
        <translation>First, the season</translation>
    </message>
    <message>
        <source>No hay temporada en curso. Las cuadrillas de la lista van en la que empieza hoy.</source>
        <translation>No season is running. The crews of the list go into one that starts today.</translation>
    </message>
    <message>
        <source>Cultivo</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>Caña</source>
        <translation>Cane</translation>
    </message>
    <message>
        <source>Tabaco</source>
        <translation>Tobacco</translation>
    </message>
    <message>
        <source>Termina más o menos el (día/mes/año)</source>
        <translation>Ends about (day/month/year)</translation>
    </message>
</context>
</TS>
