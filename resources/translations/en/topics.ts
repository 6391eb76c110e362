<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>AudioPart</name>
    <message>
        <source>Elegir el audio</source>
        <translation>Choose the audio</translation>
    </message>
    <message>
        <source>Falta elegir el archivo.</source>
        <translation>The file is not chosen yet.</translation>
    </message>
    <message>
        <source>Elige el audio</source>
        <translation>Choose the audio</translation>
    </message>
    <message>
        <source>Audio ({0})</source>
        <translation>Audio ({0})</translation>
    </message>
</context>
<context>
    <name>CardsReading</name>
    <message>
        <source>Anterior</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Siguiente</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Cambiar ficha</source>
        <translation>Change card</translation>
    </message>
    <message>
        <source>Agregar ficha</source>
        <translation>Add card</translation>
    </message>
    <message>
        <source>Antes</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Poner la ficha antes</source>
        <translation>Move the card earlier</translation>
    </message>
    <message>
        <source>Después</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Poner la ficha después</source>
        <translation>Move the card later</translation>
    </message>
    <message>
        <source>Quitar ficha</source>
        <translation>Remove card</translation>
    </message>
    <message>
        <source>Este tema no tiene fichas todavía</source>
        <translation>This topic has no cards yet</translation>
    </message>
    <message>
        <source>Es la primera</source>
        <translation>It is the first</translation>
    </message>
    <message>
        <source>Es la última</source>
        <translation>It is the last</translation>
    </message>
</context>
<context>
    <name>Changing</name>
    <message>
        <source>Título y minutos</source>
        <translation>Title and minutes</translation>
    </message>
    <message>
        <source>Título, nivel y minutos</source>
        <translation>Title, level and minutes</translation>
    </message>
    <message>
        <source>Tema nuevo</source>
        <translation>New topic</translation>
    </message>
    <message>
        <source>Ficha {0}</source>
        <translation>Card {0}</translation>
    </message>
    <message>
        <source>Ficha nueva</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>Pregunta {0}</source>
        <translation>Question {0}</translation>
    </message>
    <message>
        <source>Pregunta nueva</source>
        <translation>New question</translation>
    </message>
    <message>
        <source>El tema está en el curso</source>
        <translation>The topic is in the course</translation>
    </message>
    <message>
        <source>El tema salió del curso</source>
        <translation>The topic left the course</translation>
    </message>
    <message>
        <source>Lo que ya se dio se queda. Ctrl+Z lo deshace.</source>
        <translation>What was taught stays. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Guardado como versión {0}</source>
        <translation>Saved as version {0}</translation>
    </message>
    <message>
        <source>Ctrl+Z lo deshace.</source>
        <translation>Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>El tema nuevo está al final, fuera del curso</source>
        <translation>The new topic is at the end, outside the course</translation>
    </message>
    <message>
        <source>Ponle fichas y tres preguntas; después ponlo en el curso.</source>
        <translation>Give it cards and three questions; then put it in the course.</translation>
    </message>
</context>
<context>
    <name>EditPart</name>
    <message>
        <source>Dejar como estaba</source>
        <translation>Leave as it was</translation>
    </message>
    <message>
        <source>Guardar versión</source>
        <translation>Save version</translation>
    </message>
    <message>
        <source>Se guarda como versión nueva del tema. Lo que ya se contestó conserva su pregunta y su respuesta.</source>
        <translation>It is saved as a new version of the topic. What was answered keeps its question and its answer.</translation>
    </message>
</context>
<context>
    <name>ListReading</name>
    <message>
        <source>Agregar pregunta</source>
        <translation>Add question</translation>
    </message>
    <message>
        <source>Agregar verdadero o falso</source>
        <translation>Add true or false</translation>
    </message>
    <message>
        <source>Preguntas de la prueba</source>
        <translation>Test questions</translation>
    </message>
    <message>
        <source>Todavía no hay preguntas.</source>
        <translation>No questions yet.</translation>
    </message>
    <message>
        <source>Prueba corta</source>
        <translation>Short test</translation>
    </message>
    <message>
        <source>{0} · correcta</source>
        <translation>{0} · right</translation>
    </message>
    <message>
        <source>Leyes y normas</source>
        <translation>Laws and standards</translation>
    </message>
    <message>
        <source>Verificar antes de imprimir</source>
        <translation>Verify before printing</translation>
    </message>
    <message>
        <source>Comprobada</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Comparada el {0}</source>
        <translation>Compared on {0}</translation>
    </message>
    <message>
        <source>Nadie la ha comparado todavía</source>
        <translation>Nobody compared it yet</translation>
    </message>
    <message>
        <source>En cada lengua</source>
        <translation>In each language</translation>
    </message>
    <message>
        <source>Título</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Guion</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Hoja</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>audio</translation>
    </message>
    <message>
        <source>falta audio</source>
        <translation>audio missing</translation>
    </message>
    <message>
        <source>Voz de {0}</source>
        <translation>Voice of {0}</translation>
    </message>
    <message>
        <source>{0}: lo dio {1} el {2}</source>
        <translation>{0}: given by {1} on {2}</translation>
    </message>
    <message>
        <source>Texto no disponible todavía</source>
        <translation>Text not available yet</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cambiar: {0}</source>
        <translation>Change: {0}</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Quitar: {0}</source>
        <translation>Remove: {0}</translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>Temas</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Cultivo</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>Qué se ve del tema</source>
        <translation>What is seen of the topic</translation>
    </message>
    <message>
        <source>Cambiar tema</source>
        <translation>Change topic</translation>
    </message>
    <message>
        <source>Tema nuevo</source>
        <translation>New topic</translation>
    </message>
    <message>
        <source>Fichas</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Preguntas</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Lenguas</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Leyes</source>
        <translation>Laws</translation>
    </message>
    <message>
        <source>Textos</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Empresas</source>
        <translation>Companies</translation>
    </message>
    <message>
        <source>{0} min · {1}</source>
        <translation>{0} min · {1}</translation>
    </message>
    <message>
        <source>fuera del curso · {0}</source>
        <translation>outside the course · {0}</translation>
    </message>
    <message>
        <source>Versión {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>{0} minutos, {1} en sesión corta</source>
        <translation>{0} minutes, {1} in a short session</translation>
    </message>
    <message>
        <source>la guardó {0} el {1}</source>
        <translation>saved by {0} on {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n leyes por verificar antes de imprimir</source>
        <translation>
            <numerusform>%n law to verify before printing</numerusform>
            <numerusform>%n laws to verify before printing</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitar del curso</source>
        <translation>Take out of the course</translation>
    </message>
    <message>
        <source>Poner en el curso</source>
        <translation>Put in the course</translation>
    </message>
    <message>
        <source>{0}: audio</source>
        <translation>{0}: audio</translation>
    </message>
    <message>
        <source>{0}: falta audio</source>
        <translation>{0}: audio missing</translation>
    </message>
</context>
</TS>
