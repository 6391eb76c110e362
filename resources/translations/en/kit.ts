<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>BreakClock</name>
    <message>
        <source>Terminó a las {until}</source>
        <translation>Ended at {until}</translation>
    </message>
    <message>
        <source>Hasta las {until}</source>
        <translation>Until {until}</translation>
    </message>
    <message>
        <source>Reloj del descanso, detenido</source>
        <translation>Break clock, stopped</translation>
    </message>
    <message numerus="yes">
        <source>El descanso terminó hace %n minutos</source>
        <translation>
            <numerusform>The break ended %n minute ago</numerusform>
            <numerusform>The break ended %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quedan %n minutos de descanso</source>
        <translation>
            <numerusform>%n minute of the break left</numerusform>
            <numerusform>%n minutes of the break left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>lista</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>un momento</source>
        <translation>one moment</translation>
    </message>
    <message>
        <source>ocupada</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>no hay</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Encendiendo la cámara</source>
        <translation>Turning the camera on</translation>
    </message>
    <message>
        <source>Otro programa usa la cámara. El lector y el teclado sirven.</source>
        <translation>Another program is using the camera. The scanner and the keyboard work.</translation>
    </message>
    <message>
        <source>No hay cámara. El lector y el teclado sirven.</source>
        <translation>No camera. The scanner and the keyboard work.</translation>
    </message>
    <message>
        <source>Cámara: {state}</source>
        <translation>Camera: {state}</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>sí</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>listo</source>
        <translation>done</translation>
    </message>
    <message>
        <source>falta</source>
        <translation>missing</translation>
    </message>
</context>
<context>
    <name>FeedbackPanel</name>
    <message>
        <source>Escanea la tarjeta o escribe nombre o número</source>
        <translation>Scan the card or type a name or number</translation>
    </message>
    <message>
        <source>Presente</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Ya estaba</source>
        <translation>Already here</translation>
    </message>
    <message>
        <source>Es de otra cuadrilla</source>
        <translation>From another crew</translation>
    </message>
    <message>
        <source>Tarjeta desconocida</source>
        <translation>Unknown card</translation>
    </message>
    <message>
        <source>Tarjeta en blanco</source>
        <translation>Blank card</translation>
    </message>
    <message>
        <source>Tarjeta anulada</source>
        <translation>Cancelled card</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Contar aquí</source>
        <translation>Count here</translation>
    </message>
    <message>
        <source>Buscar</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Persona nueva</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Sí es, contar</source>
        <translation>Yes, count</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source> (opcional)</source>
        <translation> (optional)</translation>
    </message>
    <message>
        <source>día/mes/año</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message>
        <source>Camino de temas</source>
        <translation>Path of topics</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{done} de {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>deteniendo</source>
        <translation>stopping</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>%n pendientes</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>abierta</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>RingTimer</name>
    <message>
        <source>de {minutes} min</source>
        <translation>of {minutes} min</translation>
    </message>
    <message>
        <source>corre</source>
        <translation>running</translation>
    </message>
    <message>
        <source>en pausa</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>Tiempo de esta ficha: {minutes} {of}, {state}</source>
        <translation>Time on this card: {minutes} {of}, {state}</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Salir</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>hecho</source>
        <translation>done</translation>
    </message>
    <message>
        <source>pendiente</source>
        <translation>to do</translation>
    </message>
    <message>
        <source>paso actual</source>
        <translation>current step</translation>
    </message>
    <message>
        <source>Paso {number} de {total}, {name}, {state}</source>
        <translation>Step {number} of {total}, {name}, {state}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Guardado aquí</source>
        <translation>Saved here</translation>
    </message>
    <message>
        <source>Guardando</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Batería {percent} %</source>
        <translation>Battery {percent} %</translation>
    </message>
    <message>
        <source>Persona: {name}</source>
        <translation>Person: {name}</translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Tecla F1</source>
        <translation>Key F1</translation>
    </message>
</context>
<context>
    <name>_ChoiceButton</name>
    <message>
        <source>{name}, elegido</source>
        <translation>{name}, chosen</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>flecha izquierda</source>
        <translation>left arrow</translation>
    </message>
    <message>
        <source>flecha derecha</source>
        <translation>right arrow</translation>
    </message>
    <message>
        <source>flecha arriba</source>
        <translation>up arrow</translation>
    </message>
    <message>
        <source>flecha abajo</source>
        <translation>down arrow</translation>
    </message>
    <message>
        <source> o </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Tecla {keys}</source>
        <translation>Key {keys}</translation>
    </message>
    <message>
        <source>Espacio</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Supr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>AvPág</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>RePág</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Mayús</source>
        <translation>Shift</translation>
    </message>
</context>
<context>
    <name>path</name>
    <message>
        <source>hecho</source>
        <translation>done</translation>
    </message>
    <message>
        <source>sigue ahora</source>
        <translation>up next</translation>
    </message>
    <message>
        <source>abierto</source>
        <translation>open</translation>
    </message>
    <message>
        <source>con candado</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>abierto por la coordinación</source>
        <translation>opened by the coordinators</translation>
    </message>
    <message>
        <source>Tema {number}</source>
        <translation>Topic {number}</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>presente</source>
        <translation>present</translation>
    </message>
    <message>
        <source>listo</source>
        <translation>done</translation>
    </message>
    <message>
        <source>ya estaba</source>
        <translation>already here</translation>
    </message>
    <message>
        <source>de otra cuadrilla</source>
        <translation>from another crew</translation>
    </message>
    <message>
        <source>persona nueva</source>
        <translation>new person</translation>
    </message>
    <message>
        <source>falta</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>en turno</source>
        <translation>their turn</translation>
    </message>
    <message>
        <source>con aviso</source>
        <translation>with a warning</translation>
    </message>
    <message>
        <source>con problema</source>
        <translation>with a problem</translation>
    </message>
    <message>
        <source>en proceso</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>con candado</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>{done} de {total}</source>
        <translation>{done} of {total}</translation>
    </message>
</context>
</TS>
