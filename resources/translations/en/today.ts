<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>ChooseSession</name>
    <message>
        <source>¿Con qué cuadrilla y qué tema?</source>
        <translation>With which crew and which topic?</translation>
    </message>
    <message>
        <source>Poner en Hoy</source>
        <translation>Put in Today</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Empieza</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Termina</source>
        <translation>Ends</translation>
    </message>
</context>
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
<context>
    <name>LaterRow</name>
    <message>
        <source>Todas las cuadrillas</source>
        <translation>All crews</translation>
    </message>
    <message>
        <source>{0} personas</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>Ahora</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Poner ahora: {0}, {1}</source>
        <translation>Put now: {0}, {1}</translation>
    </message>
    <message>
        <source>Falta audio {0}</source>
        <translation>{0} audio missing</translation>
    </message>
    <message>
        <source>Material listo</source>
        <translation>Material ready</translation>
    </message>
</context>
<context>
    <name>ListPrinter</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Guardar la lista</source>
        <translation>Save the list</translation>
    </message>
    <message>
        <source>La lista está lista para imprimir</source>
        <translation>The list is ready to print</translation>
    </message>
</context>
<context>
    <name>NobodyCame</name>
    <message>
        <source>No se ha contado a nadie</source>
        <translation>Nobody has been counted</translation>
    </message>
    <message>
        <source>Así no cuenta como hecha. Si sí se dio, cancela y cuenta a quienes vinieron.</source>
        <translation>Like this it does not count as held. If it was given, cancel and count who came.</translation>
    </message>
    <message>
        <source>No se pudo hacer</source>
        <translation>It could not be held</translation>
    </message>
    <message>
        <source>Regresar a planeada</source>
        <translation>Back to planned</translation>
    </message>
    <message>
        <source>La sesión quedó planeada otra vez</source>
        <translation>The session is planned again</translation>
    </message>
    <message>
        <source>Anotado: no se pudo hacer</source>
        <translation>Noted: it could not be held</translation>
    </message>
</context>
<context>
    <name>NotHeld</name>
    <message>
        <source>¿Por qué no se pudo hacer?</source>
        <translation>Why could it not be held?</translation>
    </message>
    <message>
        <source>Guardar motivo</source>
        <translation>Save reason</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nota, si ayuda</source>
        <translation>Note, if it helps</translation>
    </message>
</context>
<context>
    <name>ReviewCards</name>
    <message>
        <source>Fichas del tema</source>
        <translation>Cards of the topic</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
</context>
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
        <source>Ver más: quedan {0}</source>
        <translation>Show more: {0} left</translation>
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
