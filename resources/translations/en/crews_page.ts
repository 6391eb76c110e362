<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>CrewsPage</name>
    <message>
        <source>Cuadrillas</source>
        <translation>Crews</translation>
    </message>
    <message>
        <source>Todas las personas</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Traer lista de Excel o CSV</source>
        <translation>Bring Excel or CSV list</translation>
    </message>
    <message>
        <source>Aquí van tus cuadrillas y su gente.</source>
        <translation>Your crews and their people go here.</translation>
    </message>
    <message>
        <source>Trae la lista que te dieron, en Excel o CSV. Antes de registrar a nadie ves qué entra y qué no.</source>
        <translation>Bring the list you were given, in Excel or CSV. Before anybody is registered you see what enters and what does not.</translation>
    </message>
    <message>
        <source>Leyendo las cuadrillas</source>
        <translation>Reading the crews</translation>
    </message>
    <message>
        <source>Intentar otra vez</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Todavía no hay cuadrillas.</source>
        <translation>No crews yet.</translation>
    </message>
    <message>
        <source>Todas las personas {0}</source>
        <translation>Everybody {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Esta persona no está en ninguna cuadrilla</source>
        <translation>This person is in no crew</translation>
    </message>
</context>
</TS>
