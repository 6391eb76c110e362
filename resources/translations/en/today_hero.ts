<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Hero</name>
    <message>
        <source>Repasar fichas</source>
        <translation>Review cards</translation>
    </message>
    <message>
        <source>Cambiar cuadrilla o tema</source>
        <translation>Change crew or topic</translation>
    </message>
    <message>
        <source>No se pudo hacer…</source>
        <translation>Could not be held…</translation>
    </message>
    <message>
        <source>Todas las cuadrillas</source>
        <translation>All crews</translation>
    </message>
    <message>
        <source>Cuadrilla {0}</source>
        <translation>Crew {0}</translation>
    </message>
    <message>
        <source>Sin lugar</source>
        <translation>No place</translation>
    </message>
    <message>
        <source>{0} personas</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>cabo {0}</source>
        <translation>crew leader {0}</translation>
    </message>
    <message>
        <source>Seguir la sesión</source>
        <translation>Continue the session</translation>
    </message>
    <message>
        <source>Iniciar sesión</source>
        <translation>Start session</translation>
    </message>
    <message>
        <source>Sesión abierta</source>
        <translation>Open session</translation>
    </message>
    <message>
        <source>Sigue ahora · empieza a las {0}</source>
        <translation>Up next · starts at {0}</translation>
    </message>
    <message>
        <source>Sigue ahora · empieza en {0} minutos</source>
        <translation>Up next · starts in {0} minutes</translation>
    </message>
    <message>
        <source>Sigue ahora</source>
        <translation>Up next</translation>
    </message>
    <message>
        <source>Quedó sin empezar · era a las {0}</source>
        <translation>Not started yet · it was at {0}</translation>
    </message>
    <message>
        <source>Sin tema</source>
        <translation>No topic</translation>
    </message>
    <message>
        <source>Tema {0} de {1}</source>
        <translation>Topic {0} of {1}</translation>
    </message>
    <message>
        <source>{0} minutos</source>
        <translation>{0} minutes</translation>
    </message>
    <message>
        <source>{0} fichas</source>
        <translation>{0} cards</translation>
    </message>
    <message>
        <source>falta audio en {0}</source>
        <translation>audio missing in {0}</translation>
    </message>
    <message>
        <source>audio listo</source>
        <translation>audio ready</translation>
    </message>
</context>
</TS>
