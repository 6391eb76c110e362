<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>AlikeCard</name>
    <message>
        <source>¿Ya tiene registro?</source>
        <translation>Registered already?</translation>
    </message>
    <message>
        <source>Al escribir el nombre, aquí salen los registros que se parecen.</source>
        <translation>As you type the name, people registered under a similar one appear here.</translation>
    </message>
    <message>
        <source>Sí es</source>
        <translation>Yes, them</translation>
    </message>
    <message>
        <source>Si perdió su tarjeta, «Sí es» le pasa esta y anula la anterior.</source>
        <translation>If they lost their card, “Yes, them” gives them this one and cancels the old one.</translation>
    </message>
    <message>
        <source>«Sí es» marca presente a esa persona, sin registrarla otra vez.</source>
        <translation>“Yes, them” marks that person present without registering them again.</translation>
    </message>
    <message>
        <source>«Sí es» abre su hoja, sin registrarla otra vez: ahí cambia de cuadrilla o de tarjeta.</source>
        <translation>“Yes, them” opens their sheet, without registering them again: crew and card are changed there.</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
    <message>
        <source>vino el {0}</source>
        <translation>came on {0}</translation>
    </message>
    <message>
        <source>Sí es {0}</source>
        <translation>Yes, {0}</translation>
    </message>
</context>
<context>
    <name>AttendanceBoard</name>
    <message>
        <source>Escanear</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Lista</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Aparatos</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Partes de Asistencia</source>
        <translation>Parts of Attendance</translation>
    </message>
    <message>
        <source>Persona nueva</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Seguir: prueba inicial</source>
        <translation>Continue: pre-test</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Escanea la tarjeta o escribe nombre o número</source>
        <translation>Scan the card or type a name or number</translation>
    </message>
    <message>
        <source>Tarjeta, nombre o número</source>
        <translation>Card, name or number</translation>
    </message>
    <message>
        <source>Ver quién vino</source>
        <translation>See who came</translation>
    </message>
    <message>
        <source>Ver quién falta ({0})</source>
        <translation>See who is missing ({0})</translation>
    </message>
    <message>
        <source>Por resolver ({0})</source>
        <translation>To solve ({0})</translation>
    </message>
</context>
<context>
    <name>AttendanceCamera</name>
    <message>
        <source>El lector y el teclado sirven.</source>
        <translation>The scanner and the keyboard work.</translation>
    </message>
    <message>
        <source>Ese código no es una tarjeta de Surco.</source>
        <translation>That code is not a Surco card.</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>La sesión está cerrada: no se contó a nadie</source>
        <translation>The session is closed: nobody was counted</translation>
    </message>
    <message>
        <source>Abrir otra vez</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Ahora no</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>No se contó. Escanea la tarjeta o escribe nombre o número</source>
        <translation>Not counted. Scan the card or type a name or number</translation>
    </message>
    <message>
        <source>Se quitó de la lista: {0}</source>
        <translation>Taken off the list: {0}</translation>
    </message>
    <message>
        <source>Para ti, en privado</source>
        <translation>For you, in private</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>lo último</source>
        <translation>the last thing</translation>
    </message>
    <message>
        <source>Se deshizo: {0}</source>
        <translation>Undone: {0}</translation>
    </message>
</context>
<context>
    <name>AttendancePhotos</name>
    <message>
        <source>Fotos de tarjetas</source>
        <translation>Photos of cards</translation>
    </message>
    <message>
        <source>Fotos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Leyendo la foto {at} de {all}</source>
        <translation>Reading photo {at} of {all}</translation>
    </message>
    <message>
        <source>Detener</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>No se encontró ninguna tarjeta en la foto</source>
        <translation>No card was found in the photo</translation>
    </message>
    <message>
        <source>No se encontró ninguna tarjeta en las fotos</source>
        <translation>No card was found in the photos</translation>
    </message>
    <message>
        <source>Toma otra más cerca, sin sombra ni reflejo.</source>
        <translation>Take another one closer, without shadow or reflection.</translation>
    </message>
    <message numerus="yes">
        <source>%n tarjetas en la foto</source>
        <translation>
            <numerusform>%n card in the photo</numerusform>
            <numerusform>%n cards in the photo</numerusform>
        </translation>
    </message>
    <message>
        <source>presentes: {0}</source>
        <translation>present: {0}</translation>
    </message>
    <message>
        <source>ya estaban: {0}</source>
        <translation>already here: {0}</translation>
    </message>
    <message>
        <source>por resolver: {0}</source>
        <translation>to be solved: {0}</translation>
    </message>
</context>
<context>
    <name>AttendanceSearch</name>
    <message>
        <source>Nadie tiene la tarjeta {0}. Busca por su nombre</source>
        <translation>Nobody has card {0}. Search by name</translation>
    </message>
    <message>
        <source>Nadie se llama así en esta cuadrilla. Enter busca en todas</source>
        <translation>Nobody by that name in this crew. Enter searches all</translation>
    </message>
    <message>
        <source>Nadie tiene la tarjeta con ese número</source>
        <translation>Nobody has the card with that number</translation>
    </message>
    <message>
        <source>Busca por su nombre</source>
        <translation>Look them up by name</translation>
    </message>
    <message>
        <source>Nadie se llama así en ninguna cuadrilla</source>
        <translation>Nobody by that name in any crew</translation>
    </message>
    <message>
        <source>Enter: persona nueva</source>
        <translation>Enter: new person</translation>
    </message>
</context>
<context>
    <name>CardTime</name>
    <message>
        <source>En pausa</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Vas a buen paso</source>
        <translation>You are on time</translation>
    </message>
    <message>
        <source>Ya toca la siguiente</source>
        <translation>Time for the next one</translation>
    </message>
    <message>
        <source>Esta ficha</source>
        <translation>This card</translation>
    </message>
    <message>
        <source>Pausa</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Sellada. No se puede volver a leer aquí.</source>
        <translation>Sealed. It cannot be read here again.</translation>
    </message>
    <message numerus="yes">
        <source>%n presentes</source>
        <translation>
            <numerusform>%n present</numerusform>
            <numerusform>%n present</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas nuevas</source>
        <translation>
            <numerusform>%n new person</numerusform>
            <numerusform>%n new people</numerusform>
        </translation>
    </message>
    <message>
        <source>Sesión cerrada. {came}, {new}</source>
        <translation>Session closed. {came}, {new}</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nota de la sesión</source>
        <translation>Note of the session</translation>
    </message>
    <message>
        <source>Lo que conviene recordar. Sin nombres.</source>
        <translation>What is worth remembering. No names.</translation>
    </message>
    <message>
        <source>Todo está guardado.</source>
        <translation>Everything is saved.</translation>
    </message>
    <message>
        <source>Cerrar sesión</source>
        <translation>Close session</translation>
    </message>
</context>
<context>
    <name>CountHead</name>
    <message numerus="yes">
        <source>presentes</source>
        <translation>
            <numerusform>present</numerusform>
            <numerusform>present</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>de la cuadrilla</source>
        <translation>of the crew</translation>
    </message>
    <message>
        <source>{0} de otra</source>
        <translation>{0} from another</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>persona presente</source>
        <translation>person present</translation>
    </message>
    <message>
        <source>personas presentes</source>
        <translation>people present</translation>
    </message>
    <message>
        <source>{some} de {all}</source>
        <translation>{some} of {all}</translation>
    </message>
    <message>
        <source>De la cuadrilla</source>
        <translation>Of the crew</translation>
    </message>
    <message>
        <source>De otra cuadrilla</source>
        <translation>From another crew</translation>
    </message>
    <message>
        <source>Sin nombre</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>Personas nuevas</source>
        <translation>New people</translation>
    </message>
</context>
<context>
    <name>CrewSweep</name>
    <message>
        <source>Pueden contestar a mano alzada o de una en una.</source>
        <translation>They can answer by raised hands or one by one.</translation>
    </message>
    <message>
        <source>Esta laptop no tiene las piezas para dar sonido.</source>
        <translation>This laptop lacks the pieces to make sound.</translation>
    </message>
</context>
<context>
    <name>Crowd</name>
    <message>
        <source>Quién vino</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>Aquí sale quien vaya llegando.</source>
        <translation>Whoever arrives appears here.</translation>
    </message>
    <message>
        <source>Quién falta</source>
        <translation>Who is missing</translation>
    </message>
    <message>
        <source>Ya llegó toda la cuadrilla.</source>
        <translation>The whole crew is here.</translation>
    </message>
    <message>
        <source>Enter o clic: marcar presente</source>
        <translation>Enter or click: mark present</translation>
    </message>
    <message>
        <source>Quitar de la lista</source>
        <translation>Take off the list</translation>
    </message>
</context>
<context>
    <name>CueCardPanel</name>
    <message>
        <source>Ficha {at} de {count}</source>
        <translation>Card {at} of {count}</translation>
    </message>
    <message>
        <source>Sin fotos</source>
        <translation>No photos</translation>
    </message>
    <message>
        <source>Pregunta al grupo</source>
        <translation>Ask the group</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Cámara</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>conectado</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>sin probar</source>
        <translation>not tried yet</translation>
    </message>
    <message>
        <source>Lector USB</source>
        <translation>USB scanner</translation>
    </message>
    <message>
        <source>Teclado</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>escribe ya</source>
        <translation>type now</translation>
    </message>
    <message>
        <source>Las tres formas sirven a la vez. No hay que elegir.</source>
        <translation>All three ways work at once. No need to choose.</translation>
    </message>
    <message>
        <source>Otra cámara</source>
        <translation>Other camera</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>no hay nada que deshacer</source>
        <translation>there is nothing to undo</translation>
    </message>
</context>
<context>
    <name>FacesCard</name>
    <message>
        <source>¿Cómo les pareció?</source>
        <translation>How was it?</translation>
    </message>
    <message>
        <source>Bien</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Más o menos</source>
        <translation>So-so</translation>
    </message>
    <message>
        <source>Mal</source>
        <translation>Bad</translation>
    </message>
</context>
<context>
    <name>FittingBar</name>
    <message>
        <source>Más</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>HandsPanel</name>
    <message>
        <source>A mano alzada · pregunta {at} de {asked}</source>
        <translation>Raised hands · question {at} of {asked}</translation>
    </message>
    <message>
        <source>Lee la pregunta y cada respuesta. Anota cuántas manos se alzan en cada una.</source>
        <translation>Read the question and each answer. Write how many hands go up for each.</translation>
    </message>
    <message>
        <source>Guardar y seguir</source>
        <translation>Save and go on</translation>
    </message>
    <message>
        <source>Mejor de una en una</source>
        <translation>Rather one by one</translation>
    </message>
    <message numerus="yes">
        <source>%n manos en total</source>
        <translation>
            <numerusform>%n hand in all</numerusform>
            <numerusform>%n hands in all</numerusform>
        </translation>
    </message>
    <message>
        <source>faltan las manos</source>
        <translation>the hands are missing</translation>
    </message>
</context>
<context>
    <name>HelpAside</name>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Texto de ayuda</source>
        <translation>Help text</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Cerrar la ayuda</source>
        <translation>Close help</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Tarjeta de ayuda · 2 min</source>
        <translation>Help card · 2 min</translation>
    </message>
    <message>
        <source>¿Ofreciste un canal de ayuda a alguien?</source>
        <translation>Did you offer somebody a help channel?</translation>
    </message>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Canal de ayuda</source>
        <translation>Help channel</translation>
    </message>
    <message>
        <source>Solo se guarda sí o no, el canal y la fecha. Ni nombre ni relato.</source>
        <translation>Only yes or no, the channel and the date are kept. No name and no story.</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Audio en su lengua</source>
        <translation>Audio in their language</translation>
    </message>
    <message>
        <source>Todavía no hay nadie en la lista.</source>
        <translation>Nobody is on the list yet.</translation>
    </message>
</context>
<context>
    <name>LeaveSession</name>
    <message>
        <source>¿Salir de la sesión?</source>
        <translation>Leave the session?</translation>
    </message>
    <message>
        <source>Salir</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Todo queda guardado y puedes volver.</source>
        <translation>Everything is saved and you can return.</translation>
    </message>
    <message>
        <source>Seguir en la sesión</source>
        <translation>Stay in the session</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Asistencia</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Prueba inicial</source>
        <translation>Pre-test</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Prueba final</source>
        <translation>Post-test</translation>
    </message>
    <message>
        <source>Quedó sin hacer</source>
        <translation>Not done</translation>
    </message>
</context>
<context>
    <name>PreflightPanel</name>
    <message>
        <source>Antes de empezar</source>
        <translation>Before you start</translation>
    </message>
    <message>
        <source>Es un tema delicado. Revisa cada punto; así nadie corre riesgo.</source>
        <translation>It is a sensitive topic. Check each point, so that nobody is at risk.</translation>
    </message>
    <message>
        <source>Empezar el tema</source>
        <translation>Start the topic</translation>
    </message>
    <message>
        <source>Si algo falta y aun así conviene seguir, escribe por qué</source>
        <translation>If something is missing and it is still better to go on, write why</translation>
    </message>
    <message>
        <source>Nombre de quien coordina y lo permitió</source>
        <translation>Name of the coordinator who allowed it</translation>
    </message>
    <message>
        <source>Quién coordina y lo permitió</source>
        <translation>Coordinator who allowed it</translation>
    </message>
    <message>
        <source>Seguir de todos modos</source>
        <translation>Go on anyway</translation>
    </message>
    <message numerus="yes">
        <source>faltan %n puntos</source>
        <translation>
            <numerusform>%n point is missing</numerusform>
            <numerusform>%n points are missing</numerusform>
        </translation>
    </message>
    <message>
        <source>falta la razón</source>
        <translation>the reason is missing</translation>
    </message>
    <message>
        <source>falta el nombre de quien coordina</source>
        <translation>the coordinator’s name is missing</translation>
    </message>
</context>
<context>
    <name>QuestionAudio</name>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Léela tú en voz alta.</source>
        <translation>Read it aloud yourself.</translation>
    </message>
    <message>
        <source>No sabemos su lengua. Léela tú en voz alta.</source>
        <translation>We do not know their language. Read it aloud yourself.</translation>
    </message>
    <message>
        <source>Falta el audio en {language}. Pídelo en la oficina</source>
        <translation>{language} audio is missing. Ask the office</translation>
    </message>
    <message>
        <source>Esta laptop no tiene las piezas para dar sonido.</source>
        <translation>This laptop lacks the pieces to make sound.</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Pregunta {at} de {asked}</source>
        <translation>Question {at} of {asked}</translation>
    </message>
    <message>
        <source>No sabe</source>
        <translation>Does not know</translation>
    </message>
    <message>
        <source>No quiere contestar</source>
        <translation>Does not want to answer</translation>
    </message>
    <message>
        <source>No digas todavía cuál es la correcta.</source>
        <translation>Do not say yet which one is right.</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Antes y después del tema</source>
        <translation>Before and after the topic</translation>
    </message>
    <message>
        <source>Contestaron antes {before} personas y después {after}. Contestaron las dos veces {pairs}.</source>
        <translation>{before} people answered before and {after} after. {pairs} answered both times.</translation>
    </message>
    <message>
        <source>Antes</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Después</source>
        <translation>After</translation>
    </message>
    <message>
        <source>{right} de {asked} bien</source>
        <translation>{right} of {asked} right</translation>
    </message>
    <message>
        <source>sin datos</source>
        <translation>no data</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Otra…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>{0}: falta</source>
        <translation>{0}: missing</translation>
    </message>
    <message>
        <source>1 · Nombre y apellidos</source>
        <translation>1 · Name and surnames</translation>
    </message>
    <message>
        <source>Léelo en voz alta</source>
        <translation>Read it aloud</translation>
    </message>
    <message>
        <source>Léelo en voz alta y marca la respuesta</source>
        <translation>Read it aloud and mark the answer</translation>
    </message>
    <message>
        <source>2 · Sexo</source>
        <translation>2 · Sex</translation>
    </message>
    <message>
        <source>Sexo</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>M</source>
        <comment>tecla: mujer</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>H</source>
        <comment>tecla: hombre</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>Mujer</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Hombre</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Otro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>O</source>
        <comment>tecla: otro</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>3 · Edad</source>
        <translation>3 · Age</translation>
    </message>
    <message>
        <source>Edad</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>4 · Lengua que prefiere</source>
        <translation>4 · Preferred language</translation>
    </message>
    <message>
        <source>Lengua que prefiere</source>
        <translation>Preferred language</translation>
    </message>
    <message>
        <source>Otra lengua</source>
        <translation>Another language</translation>
    </message>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>S</source>
        <comment>tecla: sí</comment>
        <translation>Y</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>N</source>
        <comment>tecla: no</comment>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>RegisterFrame</name>
    <message>
        <source>Persona nueva: ¿cómo se llama?</source>
        <translation>New person: what is their name?</translation>
    </message>
    <message>
        <source>Tarjeta en blanco {0}: ¿de quién es?</source>
        <translation>Blank card {0}: whose is it?</translation>
    </message>
    <message>
        <source>Persona nueva</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Escribe el nombre. Después son cuatro teclas, una por renglón.</source>
        <translation>Type the name. Then four keys, one per line.</translation>
    </message>
    <message>
        <source>Se registra en {0}</source>
        <translation>Registered in {0}</translation>
    </message>
    <message>
        <source>Se registra sin cuadrilla</source>
        <translation>Registered without a crew</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Por resolver</source>
        <translation>To solve</translation>
    </message>
    <message>
        <source>Se contó</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Ya estaba</source>
        <translation>Already here</translation>
    </message>
    <message>
        <source>Menos de 18 años: se cuenta, sin nombre y sin datos</source>
        <translation>Under 18: counted, without a name or data</translation>
    </message>
    <message>
        <source>Dijo que no: se cuenta sin nombre y toma la sesión igual</source>
        <translation>Said no: counted without a name, takes the session all the same</translation>
    </message>
    <message>
        <source>Contar sin nombre</source>
        <translation>Count without a name</translation>
    </message>
    <message>
        <source>Contar</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Guardar y marcar presente</source>
        <translation>Save and mark present</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Se contó a alguien de menos de 18 años, sin nombre y sin datos. No preguntes más delante del grupo. Al terminar, a solas, sigue la política de protección de tu organización y avisa a tu coordinación.</source>
        <translation>Somebody under 18 was counted, without a name or data. Do not ask more in front of the group. Afterwards, in private, follow your organisation's safeguarding policy and tell your coordinator.</translation>
    </message>
</context>
<context>
    <name>RestPanel</name>
    <message>
        <source>Ya contestaron todas las personas</source>
        <translation>Everybody has answered</translation>
    </message>
    <message>
        <source>Elige a alguien de la lista si quieres corregir una respuesta.</source>
        <translation>Choose somebody from the list to correct an answer.</translation>
    </message>
    <message>
        <source>Todavía no hay nadie en la lista.</source>
        <translation>Nobody is on the list yet.</translation>
    </message>
    <message>
        <source>La prueba es para las personas presentes.</source>
        <translation>The test is for the people present.</translation>
    </message>
    <message>
        <source>Este tema no tiene prueba en esta laptop.</source>
        <translation>This topic has no test on this laptop.</translation>
    </message>
    <message>
        <source>Sigue con el tema y avisa a la oficina.</source>
        <translation>Go on with the topic and tell the office.</translation>
    </message>
    <message>
        <source>Ir a Asistencia</source>
        <translation>Go to Attendance</translation>
    </message>
</context>
<context>
    <name>SealedNoteCard</name>
    <message>
        <source>Nota sellada</source>
        <translation>Sealed note</translation>
    </message>
    <message>
        <source>Dos líneas para la persona de protección. Se sella al guardar: no se puede volver a leer aquí.</source>
        <translation>Two lines for the safeguarding person. It is sealed when kept: it cannot be read here again.</translation>
    </message>
    <message>
        <source>Nota sellada, dos líneas</source>
        <translation>Sealed note, two lines</translation>
    </message>
    <message>
        <source>Sellar y guardar</source>
        <translation>Seal and keep</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>Presente · Van {0}</source>
        <translation>Present · {0} so far</translation>
    </message>
    <message>
        <source>Ya estaba. Entró a las {0}</source>
        <translation>Already here. Came in at {0}</translation>
    </message>
    <message>
        <source>Esa tarjeta quedó por resolver en Asistencia</source>
        <translation>That card waits to be solved in Attendance</translation>
    </message>
    <message>
        <source>Ir a Asistencia</source>
        <translation>Go to Attendance</translation>
    </message>
    <message>
        <source>Cuadrilla {0}</source>
        <translation>Crew {0}</translation>
    </message>
    <message>
        <source>Todas las cuadrillas</source>
        <translation>All crews</translation>
    </message>
    <message>
        <source>Se apagó la laptop. Seguimos donde ibas</source>
        <translation>The laptop went off. Carrying on where you were</translation>
    </message>
    <message>
        <source>Quedan 3 minutos. ¿Saltamos a la prueba final?</source>
        <translation>3 minutes left. Jump to the final test?</translation>
    </message>
    <message>
        <source>Saltar a la prueba final</source>
        <translation>Jump to the final test</translation>
    </message>
    <message>
        <source>Asistencia</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Prueba inicial</source>
        <translation>Pre-test</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Prueba final</source>
        <translation>Post-test</translation>
    </message>
    <message>
        <source>Cierre</source>
        <translation>Closing</translation>
    </message>
</context>
<context>
    <name>SweepPanel</name>
    <message numerus="yes">
        <source>Faltan %n de {all}</source>
        <translation>
            <numerusform>%n of {all} missing</numerusform>
            <numerusform>%n of {all} missing</numerusform>
        </translation>
    </message>
    <message>
        <source>Ya se vieron todas las tarjetas</source>
        <translation>Every card has been seen</translation>
    </message>
    <message>
        <source>Sin tarjeta que sirva, se les pregunta después: {0}</source>
        <translation>Without a card that works, asked afterwards: {0}</translation>
    </message>
    <message>
        <source>todavía no se ve ninguna tarjeta</source>
        <translation>no card has been seen yet</translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Todos con su tarjeta · pregunta {at} de {asked}</source>
        <translation>Everybody with their card · question {at} of {asked}</translation>
    </message>
    <message>
        <source>Léela tú en voz alta.</source>
        <translation>Read it aloud yourself.</translation>
    </message>
    <message>
        <source>Cada quien levanta su tarjeta con la letra que elige arriba. Gira la laptop despacio. Pueden cambiar hasta que cierres.</source>
        <translation>Each person holds up their card with the chosen letter on top. Turn the laptop slowly. They may change until you close.</translation>
    </message>
    <message>
        <source>Cerrar la pregunta</source>
        <translation>Close the question</translation>
    </message>
    <message>
        <source>Mejor de una en una</source>
        <translation>Rather one by one</translation>
    </message>
</context>
<context>
    <name>TestPage</name>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Atrás</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pregunta anterior</source>
        <translation>Previous question</translation>
    </message>
    <message>
        <source>Manos</source>
        <translation>Hands</translation>
    </message>
    <message>
        <source>A mano alzada</source>
        <translation>By raised hands</translation>
    </message>
    <message>
        <source>Tarjetas</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Todos con tarjeta</source>
        <translation>All with cards</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Dejar la prueba y seguir</source>
        <translation>Leave the test and go on</translation>
    </message>
    <message>
        <source>Seguir con el tema</source>
        <translation>Go on to the topic</translation>
    </message>
    <message>
        <source>Seguir al cierre</source>
        <translation>Go on to closing</translation>
    </message>
    <message>
        <source>es la primera pregunta</source>
        <translation>it is the first question</translation>
    </message>
    <message>
        <source>no hay pregunta</source>
        <translation>there is no question</translation>
    </message>
    <message>
        <source>nadie tiene tarjeta</source>
        <translation>nobody has a card</translation>
    </message>
    <message>
        <source>Esa tarjeta no es de esta prueba. Si acaba de llegar, pasa por Asistencia.</source>
        <translation>That card is not of this test. Someone who just arrived goes through attendance.</translation>
    </message>
</context>
<context>
    <name>TestPeople</name>
    <message>
        <source>ya se vio</source>
        <translation>seen</translation>
    </message>
    <message>
        <source>Personas de la prueba</source>
        <translation>People of the test</translation>
    </message>
    <message>
        <source>Todavía no hay nadie en la lista.</source>
        <translation>Nobody is on the list yet.</translation>
    </message>
    <message>
        <source>{some} personas de {all}</source>
        <translation>{some} people of {all}</translation>
    </message>
    <message>
        <source>Elegidas al azar. Las mismas contestan al final.</source>
        <translation>Drawn at random. The same ones answer at the end.</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Contestan todas las personas presentes.</source>
        <translation>Everybody present answers.</translation>
    </message>
    <message>
        <source>Lengua sin dato</source>
        <translation>Language not recorded</translation>
    </message>
    <message>
        <source>pregunta {at} de {asked}</source>
        <translation>question {at} of {asked}</translation>
    </message>
    <message>
        <source>no quiso contestar</source>
        <translation>did not want to answer</translation>
    </message>
    <message>
        <source>ya contestó</source>
        <translation>has answered</translation>
    </message>
    <message>
        <source>lleva {done} de {asked}</source>
        <translation>{done} of {asked} done</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>es la primera ficha</source>
        <translation>it is the first card</translation>
    </message>
    <message numerus="yes">
        <source>Faltan %n fichas</source>
        <translation>
            <numerusform>%n card left</numerusform>
            <numerusform>%n cards left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Es la última ficha</source>
        <translation>This is the last card</translation>
    </message>
    <message>
        <source>Esta laptop no tiene las piezas para dar sonido.</source>
        <translation>This laptop lacks the pieces to make sound.</translation>
    </message>
    <message>
        <source>{at} de {total}</source>
        <translation>{at} of {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Lengua sin dato</source>
        <translation>Language not recorded</translation>
    </message>
    <message>
        <source>ya se escuchó</source>
        <translation>already heard</translation>
    </message>
    <message>
        <source>Listo para escucharse</source>
        <translation>Ready to play</translation>
    </message>
    <message>
        <source>Lo dices tú</source>
        <translation>You say it</translation>
    </message>
    <message>
        <source>Pregunta qué lengua prefieren</source>
        <translation>Ask which language they prefer</translation>
    </message>
    <message>
        <source>Falta el audio en {language}. Pídelo en la oficina</source>
        <translation>{language} audio is missing. Ask the office</translation>
    </message>
    <message>
        <source>Ficha</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Tiempo y audio</source>
        <translation>Time and audio</translation>
    </message>
    <message>
        <source>Atrás</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ficha anterior</source>
        <translation>Previous card</translation>
    </message>
    <message>
        <source>Siguiente</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Siguiente ficha</source>
        <translation>Next card</translation>
    </message>
    <message>
        <source>Prueba final</source>
        <translation>Post-test</translation>
    </message>
    <message>
        <source>Ir a la prueba final</source>
        <translation>Go to the post-test</translation>
    </message>
    <message>
        <source>Sigue</source>
        <translation>Coming up</translation>
    </message>
    <message>
        <source>Ten a la mano</source>
        <translation>Keep at hand</translation>
    </message>
    <message>
        <source>Este tema no está en esta laptop. Dalo con el papel y avisa a la oficina.</source>
        <translation>This topic is not on this laptop. Give it with the paper and tell the office.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Por resolver ({count})</source>
        <translation>To solve ({count})</translation>
    </message>
    <message>
        <source>Contar</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>No contar</source>
        <translation>Do not count</translation>
    </message>
    <message>
        <source>De otra cuadrilla: {name}</source>
        <translation>From another crew: {name}</translation>
    </message>
    <message>
        <source>Tarjeta en blanco {number}</source>
        <translation>Blank card {number}</translation>
    </message>
    <message>
        <source>Tarjeta anulada: {name}</source>
        <translation>Cancelled card: {name}</translation>
    </message>
    <message>
        <source>Tarjeta desconocida</source>
        <translation>Unknown card</translation>
    </message>
</context>
<context>
    <name>attendance</name>
    <message>
        <source>tarjeta {0}</source>
        <translation>card {0}</translation>
    </message>
    <message numerus="yes">
        <source>Van %n presentes</source>
        <translation>
            <numerusform>%n present so far</numerusform>
            <numerusform>%n present so far</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} sin nombre</source>
        <translation>{0} without a name</translation>
    </message>
    <message>
        <source>Tarjeta en blanco {0}</source>
        <translation>Blank card {0}</translation>
    </message>
    <message>
        <source>Persona sin nombre</source>
        <translation>Person without a name</translation>
    </message>
    <message>
        <source>Espera respuesta</source>
        <translation>Waits for an answer</translation>
    </message>
    <message>
        <source>Entró a las {0}. No se cuenta dos veces.</source>
        <translation>Came in at {0}. Not counted twice.</translation>
    </message>
    <message>
        <source>No es de las nuestras. Busca a la persona.</source>
        <translation>Not one of ours. Look the person up.</translation>
    </message>
    <message>
        <source>¿De quién es? Escribe su nombre.</source>
        <translation>Whose is it? Type their name.</translation>
    </message>
    <message>
        <source>Se contó. No se guardó ningún dato de quién es.</source>
        <translation>Counted. Nothing about who they are was kept.</translation>
    </message>
    <message>
        <source>Tarjeta {0}</source>
        <translation>Card {0}</translation>
    </message>
    <message>
        <source>Sin cuadrilla</source>
        <translation>No crew</translation>
    </message>
    <message>
        <source>{own}, hoy con {here}</source>
        <translation>{own}, today with {here}</translation>
    </message>
    <message>
        <source>Esa tarjeta ya no vale.</source>
        <translation>That card is no longer valid.</translation>
    </message>
    <message>
        <source>Esa tarjeta ya no vale. La buena es la {0}.</source>
        <translation>That card is no longer valid. The good one is {0}.</translation>
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
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
    <message>
        <source>de {0}</source>
        <translation>from {0}</translation>
    </message>
    <message>
        <source>persona nueva</source>
        <translation>new person</translation>
    </message>
</context>
</TS>
