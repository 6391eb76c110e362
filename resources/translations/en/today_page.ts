<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>TodayPage</name>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Más tarde hoy</source>
        <translation>Later today</translation>
    </message>
    <message>
        <source>Qué llevar</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>Otra sesión</source>
        <translation>Another session</translation>
    </message>
    <message>
        <source>Traer mi lista de personas</source>
        <translation>Bring my list of people</translation>
    </message>
    <message>
        <source>Aquí van tus sesiones del día. Empieza por traer tu lista de personas.</source>
        <translation>Your sessions of the day go here. Begin by bringing your list of people.</translation>
    </message>
    <message>
        <source>Hoy no hay sesiones. Pon una con «Otra sesión».</source>
        <translation>No sessions today. Add one with “Another session”.</translation>
    </message>
    <message>
        <source>Qué llevar a {0}</source>
        <translation>What to bring to {0}</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Imprimir: {0}</source>
        <translation>Print: {0}</translation>
    </message>
    <message>
        <source>Nada más por hoy.</source>
        <translation>Nothing more for today.</translation>
    </message>
    <message>
        <source>Quedó una sesión abierta</source>
        <translation>A session was left open</translation>
    </message>
    <message>
        <source>Cerrarla</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>{0} sesiones por entregar</source>
        <translation>{0} sessions to deliver</translation>
    </message>
    <message>
        <source>Todavía no hay entregas</source>
        <translation>No deliveries yet</translation>
    </message>
    <message>
        <source>Última entrega: {0}</source>
        <translation>Last delivery: {0}</translation>
    </message>
    <message>
        <source>Entregar</source>
        <translation>Deliver</translation>
    </message>
    <message>
        <source>Todavía no hay cuadrillas</source>
        <translation>There are no crews yet</translation>
    </message>
    <message>
        <source>Trae primero tu lista.</source>
        <translation>Bring your list first.</translation>
    </message>
</context>
</TS>
