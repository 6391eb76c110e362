<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>DeliverPage</name>
    <message>
        <source>Entregar</source>
        <translation>Deliver</translation>
    </message>
    <message>
        <source>Qué se entrega</source>
        <translation>What is delivered</translation>
    </message>
    <message>
        <source>A dónde</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Entregas hechas</source>
        <translation>Deliveries made</translation>
    </message>
    <message>
        <source>Cambiar…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Entregar a la memoria</source>
        <translation>Deliver to the stick</translation>
    </message>
    <message>
        <source>Traer la lista que dio la oficina</source>
        <translation>Bring in the office's roster</translation>
    </message>
    <message>
        <source>Va completo y con nombres: es para la oficina. No se lo des al ingenio ni al cabo.</source>
        <translation>It is complete and has names: it is for the office. Do not give it to the mill or the crew leader.</translation>
    </message>
    <message>
        <source>sesiones nuevas</source>
        <translation>new sessions</translation>
    </message>
    <message>
        <source>Con todo lo de esta laptop: {0} personas.</source>
        <translation>With everything on this laptop: {0} people.</translation>
    </message>
    <message>
        <source>Todavía no hay entregas.</source>
        <translation>No deliveries yet.</translation>
    </message>
    <message>
        <source>Entrega {0} · {1} · {2} sesiones</source>
        <translation>Delivery {0} · {1} · {2} sessions</translation>
    </message>
    <message>
        <source>Falta que la oficina la una</source>
        <translation>Not united by the office yet</translation>
    </message>
    <message>
        <source>La oficina ya la unió (lista del {0})</source>
        <translation>The office has united it (roster of {0})</translation>
    </message>
    <message>
        <source>Esta carpeta no es una memoria: lo entregado se queda en esta laptop.</source>
        <translation>This folder is not a stick: what is delivered stays on this laptop.</translation>
    </message>
    <message>
        <source>No hay memoria puesta. Ponla y vuelve a entrar aquí, o usa esta carpeta.</source>
        <translation>There is no stick in. Put it in and come back here, or use this folder.</translation>
    </message>
    <message>
        <source>Memoria «{0}»</source>
        <translation>Stick “{0}”</translation>
    </message>
    <message>
        <source>Elige la memoria</source>
        <translation>Choose the stick</translation>
    </message>
    <message>
        <source>Se está entregando</source>
        <translation>Delivering now</translation>
    </message>
    <message>
        <source>Copiando y comprobando</source>
        <translation>Copying and checking</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Elige la lista de la oficina</source>
        <translation>Choose the office's roster</translation>
    </message>
    <message>
        <source>Surco (*.db *.surco)</source>
        <translation>Surco (*.db *.surco)</translation>
    </message>
    <message>
        <source>Revisando la lista</source>
        <translation>Looking at the roster</translation>
    </message>
    <message>
        <source>Listo: {0} personas y {1} sesiones nuevas</source>
        <translation>Done: {0} people and {1} sessions are new</translation>
    </message>
    <message>
        <source>Lo tuyo sigue aquí, completo.</source>
        <translation>What is yours is still here, complete.</translation>
    </message>
    <message>
        <source>Listo: {0} sesiones en la memoria. Ya puedes sacarla</source>
        <translation>Done: {0} sessions on the stick. You can remove it</translation>
    </message>
    <message>
        <source>Entrega {0}. Se leyó de nuevo y está completa.</source>
        <translation>Delivery {0}. It was read back and is complete.</translation>
    </message>
</context>
</TS>
