<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>PeopleCard</name>
    <message>
        <source>Busca persona o tarjeta</source>
        <translation>Find person or card</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Todas las personas</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Les falta un tema {0}</source>
        <translation>Missing a topic {0}</translation>
    </message>
    <message>
        <source>Todas {0}</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>Sin tarjeta {0}</source>
        <translation>No card {0}</translation>
    </message>
    <message>
        <source>A nadie le falta un tema de seguridad.</source>
        <translation>Nobody is missing a safety topic.</translation>
    </message>
    <message>
        <source>Esta cuadrilla todavía no tiene gente.</source>
        <translation>This crew has no people yet.</translation>
    </message>
    <message>
        <source>Todas las personas tienen tarjeta.</source>
        <translation>Everybody has a card.</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Le faltan {0} temas</source>
        <translation>Missing {0} topics</translation>
    </message>
    <message>
        <source>Le falta {0}</source>
        <translation>Missing {0}</translation>
    </message>
    <message>
        <source>Todavía no hay personas.</source>
        <translation>No people yet.</translation>
    </message>
    <message>
        <source>Nadie se llama así ni tiene esa tarjeta</source>
        <translation>Nobody has that name or card</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
</context>
</TS>
