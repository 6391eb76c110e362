<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Legend</name>
    <message>
        <source>Seguridad</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Derechos</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>Delicados</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>propuesta</source>
        <translation>proposal</translation>
    </message>
    <message>
        <source>hecha</source>
        <translation>held</translation>
    </message>
    <message>
        <source>sin cerrar</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>con problema</source>
        <translation>with a problem</translation>
    </message>
    <message>
        <source>cerrado</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>SessionQuestion</name>
    <message>
        <source>Sesión de {0}</source>
        <translation>Session of {0}</translation>
    </message>
    <message>
        <source>Poner en la semana</source>
        <translation>Put in the week</translation>
    </message>
    <message>
        <source>Guardar cambios</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Fija: al planear no se mueve</source>
        <translation>Fixed: planning does not move it</translation>
    </message>
    <message>
        <source>Nadie</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Empieza</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Termina</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Va</source>
        <translation>Goes</translation>
    </message>
    <message>
        <source>También va</source>
        <translation>Also goes</translation>
    </message>
    <message>
        <source>Intérprete</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Al planear</source>
        <translation>When planning</translation>
    </message>
</context>
<context>
    <name>WeekActions</name>
    <message>
        <source>Esa sesión es de {0}</source>
        <translation>That session is {0}'s</translation>
    </message>
    <message>
        <source>Suéltala en otro día de la misma cuadrilla.</source>
        <translation>Put it down on another day of the same crew.</translation>
    </message>
    <message>
        <source>Sesiones copiadas: {0}</source>
        <translation>Sessions copied: {0}</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Elige primero de quién</source>
        <translation>First choose whose</translation>
    </message>
    <message>
        <source>La agenda es de una persona.</source>
        <translation>A calendar belongs to one person.</translation>
    </message>
</context>
<context>
    <name>WeekBar</name>
    <message>
        <source>Semana anterior</source>
        <translation>Week before</translation>
    </message>
    <message>
        <source>Semana siguiente</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>De quién es la semana</source>
        <translation>Whose week</translation>
    </message>
    <message>
        <source>Más</source>
        <translation>More</translation>
    </message>
    <message>
        <source>{0} al {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>Mis cuadrillas</source>
        <translation>My crews</translation>
    </message>
    <message>
        <source>Todas las cuadrillas</source>
        <translation>All crews</translation>
    </message>
    <message>
        <source>Planear otra vez</source>
        <translation>Plan again</translation>
    </message>
    <message>
        <source>Planear la semana</source>
        <translation>Plan the week</translation>
    </message>
    <message>
        <source>planeando</source>
        <translation>planning</translation>
    </message>
    <message>
        <source>no hay cuadrillas</source>
        <translation>there are no crews</translation>
    </message>
    <message>
        <source>Acomodar lo que cambió</source>
        <translation>Fit in what changed</translation>
    </message>
    <message>
        <source>Planear dos semanas</source>
        <translation>Plan two weeks</translation>
    </message>
    <message>
        <source>Copiar la semana anterior</source>
        <translation>Copy the week before</translation>
    </message>
    <message>
        <source>Imprimir la semana</source>
        <translation>Print the week</translation>
    </message>
    <message>
        <source>Guardar agenda .ics</source>
        <translation>Save calendar .ics</translation>
    </message>
</context>
<context>
    <name>WeekBoard</name>
    <message>
        <source>Levantada: {0}</source>
        <translation>Picked up: {0}</translation>
    </message>
</context>
<context>
    <name>WeekCell</name>
    <message>
        <source>tema {0} {1}</source>
        <translation>topic {0} {1}</translation>
    </message>
    <message>
        <source>propuesta</source>
        <translation>proposal</translation>
    </message>
    <message>
        <source>fija</source>
        <translation>fixed</translation>
    </message>
    <message>
        <source>planeada</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>sin cerrar</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>hecha</source>
        <translation>held</translation>
    </message>
    <message>
        <source>no se hizo</source>
        <translation>not held</translation>
    </message>
    <message>
        <source>cerrado: {0}</source>
        <translation>closed: {0}</translation>
    </message>
    <message>
        <source>sin descanso acordado</source>
        <translation>no break agreed</translation>
    </message>
    <message>
        <source>{0} libre</source>
        <translation>{0} free</translation>
    </message>
</context>
<context>
    <name>WeekModel</name>
    <message>
        <source>Sin empresa</source>
        <translation>No company</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>{0} · hoy</source>
        <translation>{0} · today</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Semana</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Semana: cuadrillas y días</source>
        <translation>Week: crews and days</translation>
    </message>
    <message>
        <source>Flechas para moverte, Enter abre, M levanta y suelta, Supr quita, P planea</source>
        <translation>Arrows move, Enter opens, M picks up and puts down, Del removes, P plans</translation>
    </message>
    <message>
        <source>Esta semana no hay cuadrillas en temporada. Trae tu lista en Cuadrillas.</source>
        <translation>No crew is in season this week. Bring your list in Crews.</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>No hay nada nuevo que proponer</source>
        <translation>There is nothing new to propose</translation>
    </message>
</context>
<context>
    <name>WeekPrinting</name>
    <message>
        <source>semana {0}</source>
        <translation>week {0}</translation>
    </message>
    <message>
        <source>agenda {0}</source>
        <translation>calendar {0}</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Aceptar la propuesta</source>
        <translation>Accept proposal</translation>
    </message>
    <message>
        <source>Quitar la propuesta</source>
        <translation>Remove proposal</translation>
    </message>
    <message>
        <source>sesión con problema</source>
        <translation>session with a problem</translation>
    </message>
    <message>
        <source>sesiones con problema</source>
        <translation>sessions with problems</translation>
    </message>
    <message>
        <source>Todo cabe en la semana</source>
        <translation>Everything fits in the week</translation>
    </message>
    <message>
        <source>Pasa por una sesión para ver su porqué.</source>
        <translation>Go to a session to see its reason.</translation>
    </message>
    <message>
        <source>sesión nueva con lugar</source>
        <translation>new session with a place</translation>
    </message>
    <message>
        <source>sesiones nuevas con lugar</source>
        <translation>new sessions with a place</translation>
    </message>
    <message>
        <source>{0} min de camino</source>
        <translation>{0} min of driving</translation>
    </message>
    <message>
        <source>{0} sin lugar</source>
        <translation>{0} without a place</translation>
    </message>
    <message>
        <source>no hay un plan mejor</source>
        <translation>there is no better plan</translation>
    </message>
    <message>
        <source>Qué cambia</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>No mover</source>
        <translation>Do not move</translation>
    </message>
    <message>
        <source>No mover: {0}</source>
        <translation>Do not move: {0}</translation>
    </message>
    <message>
        <source>y {0} más</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>Mejorar moviendo más visitas</source>
        <translation>Improve by moving more visits</translation>
    </message>
    <message>
        <source>Planeando la semana</source>
        <translation>Planning the week</translation>
    </message>
    <message>
        <source>Detener y usar lo que hay</source>
        <translation>Stop and use what there is</translation>
    </message>
    <message>
        <source>Sesiones nuevas hasta ahora: {0}</source>
        <translation>New sessions so far: {0}</translation>
    </message>
    <message>
        <source>al menos {0} % de lo posible</source>
        <translation>at least {0} % of what is possible</translation>
    </message>
    <message>
        <source>Por qué quedó así</source>
        <translation>Why it is so</translation>
    </message>
    <message>
        <source>Aceptar esta</source>
        <translation>Accept this one</translation>
    </message>
    <message>
        <source>Quitarla</source>
        <translation>Remove it</translation>
    </message>
    <message>
        <source>Sin lugar: {0}</source>
        <translation>No place: {0}</translation>
    </message>
    <message>
        <source>y {0} cuadrillas más</source>
        <translation>and {0} more crews</translation>
    </message>
    <message>
        <source>Pasar a {0}</source>
        <translation>Move to {0}</translation>
    </message>
    <message>
        <source>Dejar fuera</source>
        <translation>Leave out</translation>
    </message>
</context>
</TS>
