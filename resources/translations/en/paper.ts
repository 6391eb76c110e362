<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Choosing</name>
    <message>
        <source>Numerar</source>
        <translation>Number them</translation>
    </message>
    <message>
        <source>Preparar constancias</source>
        <translation>Prepare certificates</translation>
    </message>
    <message>
        <source>Tarjetas</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Listas</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Constancias</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Papel</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Sesión</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Cuántas</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Hoja</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>Carta</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>De la cuadrilla</source>
        <translation>Of the crew</translation>
    </message>
    <message>
        <source>En blanco, con números nuevos</source>
        <translation>Blanks with new numbers</translation>
    </message>
    <message>
        <source>Marcas grandes, para las filas de atrás</source>
        <translation>Large markers, for the rows at the back</translation>
    </message>
    <message>
        <source>Lista de asistencia</source>
        <translation>Attendance list</translation>
    </message>
    <message>
        <source>Lista sin nombres</source>
        <translation>List without names</translation>
    </message>
    <message>
        <source>Hoja de respuestas</source>
        <translation>Answer sheet</translation>
    </message>
    <message>
        <source>Paquete completo de la sesión</source>
        <translation>Whole kit of the session</translation>
    </message>
    <message>
        <source>Guía para facilitar</source>
        <translation>Facilitator guide</translation>
    </message>
    <message>
        <source>Hoja con dibujos</source>
        <translation>Sheet with pictures</translation>
    </message>
    <message>
        <source>Preguntas para mostrar</source>
        <translation>Questions to hold up</translation>
    </message>
    <message>
        <source>Tarjeta de ayuda</source>
        <translation>Help card</translation>
    </message>
</context>
<context>
    <name>Counters</name>
    <message>
        <source>presentes</source>
        <translation>present</translation>
    </message>
    <message>
        <source>sin marca</source>
        <translation>no mark</translation>
    </message>
    <message>
        <source>por confirmar</source>
        <translation>to confirm</translation>
    </message>
</context>
<context>
    <name>DoneCard</name>
    <message>
        <source>Aquí se leen las hojas que vuelven del campo.</source>
        <translation>Sheets that come back from the field are read here.</translation>
    </message>
    <message>
        <source>Listas de asistencia y hojas de respuestas de esta laptop. Solo se pregunta lo dudoso.</source>
        <translation>Attendance lists and answer sheets of this laptop. Only what is doubtful is asked.</translation>
    </message>
    <message>
        <source>Todo está claro. Revisa y guarda.</source>
        <translation>All is clear. Look it over and save.</translation>
    </message>
    <message>
        <source>Sesión: {0}</source>
        <translation>Session: {0}</translation>
    </message>
    <message>
        <source>Falta la hoja {0} de la lista {1}. Puedes leerla ahora o después.</source>
        <translation>Page {0} of list {1} is missing. You can read it now or later.</translation>
    </message>
    <message>
        <source>Falta la hoja {0} de las respuestas {1}. Puedes leerla ahora o después.</source>
        <translation>Page {0} of answers {1} is missing. You can read it now or later.</translation>
    </message>
</context>
<context>
    <name>DoubtsCard</name>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>¿Vino esta persona?</source>
        <translation>Did this person come?</translation>
    </message>
    <message>
        <source>¿Qué contestó antes en la pregunta {0}?</source>
        <translation>What was the answer before to question {0}?</translation>
    </message>
    <message>
        <source>¿Qué contestó después en la pregunta {0}?</source>
        <translation>What was the answer after to question {0}?</translation>
    </message>
    <message>
        <source>Tarjeta {0}</source>
        <translation>Card {0}</translation>
    </message>
    <message>
        <source>Sin tarjeta</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>marca muy corta</source>
        <translation>very short mark</translation>
    </message>
    <message>
        <source>puede ser una mancha</source>
        <translation>may be a stain</translation>
    </message>
    <message>
        <source>una sola raya</source>
        <translation>a single stroke</translation>
    </message>
    <message>
        <source>marca tachada</source>
        <translation>crossed-out mark</translation>
    </message>
    <message>
        <source>más de una marca</source>
        <translation>more than one mark</translation>
    </message>
    <message>
        <source>no se ve bien</source>
        <translation>not clearly seen</translation>
    </message>
    <message>
        <source>Tarjeta {0} · {1}</source>
        <translation>Card {0} · {1}</translation>
    </message>
    <message>
        <source>sigue</source>
        <translation>next</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Sí vino</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>No vino</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Sin respuesta</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>V</source>
        <comment>verdadero</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>F</source>
        <comment>falso</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>No sabe</source>
        <translation>Does not know</translation>
    </message>
    <message>
        <source>Después</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Papel</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Leer hojas</source>
        <translation>Read sheets</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Todavía no hay cuadrillas. Trae tu lista en Cuadrillas.</source>
        <translation>No crews yet. Bring your list in Crews.</translation>
    </message>
    <message>
        <source>Esta cuadrilla no tiene sesiones cerca. Planéalas en Semana o en Hoy.</source>
        <translation>This crew has no sessions near. Plan them in Week or Today.</translation>
    </message>
    <message>
        <source>Elige cuántas y pulsa Numerar: cada tarjeta recibe un número que nadie más tiene.</source>
        <translation>Choose how many and press Number them: each card gets a number that nobody else has.</translation>
    </message>
    <message>
        <source>Pulsa Preparar constancias: quien terminó el programa recibe su folio.</source>
        <translation>Press Prepare certificates: those who finished the programme get their folio.</translation>
    </message>
    <message>
        <source>tarjetas en blanco</source>
        <translation>blank cards</translation>
    </message>
    <message>
        <source>Dibujando</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>Todavía no hay papel que imprimir</source>
        <translation>No paper to print yet</translation>
    </message>
    <message>
        <source>No hay impresora: guarda el PDF</source>
        <translation>No printer: save the PDF</translation>
    </message>
    <message>
        <source>Hoja {0} de {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>Hoja {0} de {1} de {2}</source>
        <translation>Page {0} of {1} of {2}</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Guardado: {0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>Va a la impresora: {0}</source>
        <translation>Sent to the printer: {0}</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Hoja anterior</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Hoja siguiente</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>ReadTab</name>
    <message>
        <source>Elige las fotos de las hojas</source>
        <translation>Choose the photos of the sheets</translation>
    </message>
    <message>
        <source>Fotos y PDF</source>
        <translation>Photos and PDF</translation>
    </message>
    <message>
        <source>Leyendo las hojas</source>
        <translation>Reading the sheets</translation>
    </message>
    <message>
        <source>Foto de la cámara</source>
        <translation>Photo from the camera</translation>
    </message>
    <message>
        <source>Tomar la foto</source>
        <translation>Take the photo</translation>
    </message>
    <message>
        <source>Otra foto</source>
        <translation>Another photo</translation>
    </message>
    <message>
        <source>Usar la cámara</source>
        <translation>Use the camera</translation>
    </message>
    <message>
        <source>La cámara no da imagen todavía</source>
        <translation>The camera gives no picture yet</translation>
    </message>
    <message numerus="yes">
        <source>{0} Y %n más.</source>
        <translation>
            <numerusform>{0} And %n more.</numerusform>
            <numerusform>{0} And %n more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Elige o arrastra aquí las fotos de las hojas, con la hoja completa y buena luz.</source>
        <translation>Choose or drop the photos of the sheets here, with the whole sheet and good light.</translation>
    </message>
    <message>
        <source>Foto de la hoja {0}</source>
        <translation>Photo of the sheet {0}</translation>
    </message>
    <message>
        <source>Foto clara</source>
        <translation>Clear photo</translation>
    </message>
    <message>
        <source>Hoja {0} de {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message numerus="yes">
        <source>Se guarda cuando confirmes %n.</source>
        <translation>
            <numerusform>Saved once you confirm %n.</numerusform>
            <numerusform>Saved once you confirm %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardar {0} · faltan {1}</source>
        <translation>Save {0} · {1} left</translation>
    </message>
    <message>
        <source>Faltan {0} por confirmar</source>
        <translation>{0} still to confirm</translation>
    </message>
    <message>
        <source>Guardar {0}</source>
        <translation>Save {0}</translation>
    </message>
    <message>
        <source>Se está guardando</source>
        <translation>Saving</translation>
    </message>
    <message numerus="yes">
        <source>%n presentes.</source>
        <translation>
            <numerusform>%n present.</numerusform>
            <numerusform>%n present.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas nuevas.</source>
        <translation>
            <numerusform>%n new person.</numerusform>
            <numerusform>%n new people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n respuestas.</source>
        <translation>
            <numerusform>%n answer.</numerusform>
            <numerusform>%n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ya estaban.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sin nombre.</source>
        <translation>
            <numerusform>%n without a name.</numerusform>
            <numerusform>%n without a name.</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardado</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Nada nuevo: ya estaba guardado</source>
        <translation>Nothing new: it was saved already</translation>
    </message>
    <message>
        <source>Elegir imagen</source>
        <translation>Choose image</translation>
    </message>
    <message>
        <source>Cerrar la cámara</source>
        <translation>Close the camera</translation>
    </message>
</context>
<context>
    <name>StillCamera</name>
    <message>
        <source>Puedes elegir una imagen.</source>
        <translation>You can choose a picture.</translation>
    </message>
</context>
<context>
    <name>WalkInsCard</name>
    <message>
        <source>¿La hoja dice que sí se puede guardar su nombre?</source>
        <translation>Does the sheet say that the name may be kept?</translation>
    </message>
    <message>
        <source>Falta el nombre</source>
        <translation>The name is missing</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Alguien se anotó a mano</source>
        <translation>Somebody was written in by hand</translation>
    </message>
    <message>
        <source>Nombre y apellidos</source>
        <translation>Name and surnames</translation>
    </message>
    <message>
        <source>Sexo</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Edad</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Aceptó en la hoja</source>
        <translation>Agreed on the sheet</translation>
    </message>
    <message>
        <source>Mujer</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>M</source>
        <comment>tecla: mujer</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>Hombre</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>H</source>
        <comment>tecla: hombre</comment>
        <translation>M</translation>
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
    <message>
        <source>Anotar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Aquí no hay nadie</source>
        <translation>Nobody is here</translation>
    </message>
</context>
</TS>
