<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>AskWords</name>
    <message>
        <source>Escribe las seis palabras de la lista</source>
        <translation>Type the six words of the list</translation>
    </message>
    <message>
        <source>Abrir la lista</source>
        <translation>Open the list</translation>
    </message>
    <message>
        <source>Las dio la oficina, en este orden</source>
        <translation>The office gave them, in this order</translation>
    </message>
    <message>
        <source>Bastan cuatro letras de cada una; los acentos no importan.</source>
        <translation>Four letters of each are enough; accents do not matter.</translation>
    </message>
</context>
<context>
    <name>BringsCard</name>
    <message>
        <source>Qué trae {0}</source>
        <translation>What {0} brings</translation>
    </message>
    <message>
        <source>sesiones</source>
        <translation>sessions</translation>
    </message>
    <message>
        <source>asistencias</source>
        <translation>attendances</translation>
    </message>
    <message>
        <source>personas nuevas</source>
        <translation>new people</translation>
    </message>
    <message>
        <source>pruebas</source>
        <translation>tests</translation>
    </message>
    <message>
        <source>entregado el {0}, {1}</source>
        <translation>delivered {0}, {1}</translation>
    </message>
    <message>
        <source>entrega {0}</source>
        <translation>delivery {0}</translation>
    </message>
    <message>
        <source>su reloj está mal</source>
        <translation>its clock is wrong</translation>
    </message>
    <message numerus="yes">
        <source>borra a %n personas</source>
        <translation>
            <numerusform>erases %n person</numerusform>
            <numerusform>erases %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renglones no se entienden y quedan aparte</source>
        <translation>
            <numerusform>%n row makes no sense and is put aside</numerusform>
            <numerusform>%n rows make no sense and are put aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseCrews</name>
    <message>
        <source>Lista para una laptop</source>
        <translation>A roster for a laptop</translation>
    </message>
    <message>
        <source>Elegir dónde guardarla</source>
        <translation>Choose where to save it</translation>
    </message>
    <message>
        <source>Su llave: ya entregó</source>
        <translation>Its key: it delivered</translation>
    </message>
    <message>
        <source>Nada: va abierta</source>
        <translation>Nothing: it goes open</translation>
    </message>
    <message>
        <source>Seis palabras: es nueva</source>
        <translation>Six words: it is new</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Con qué la abre</source>
        <translation>What opens it</translation>
    </message>
    <message>
        <source>Cuadrillas</source>
        <translation>Crews</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>¿Es la misma persona?</source>
        <translation>Is this the same person?</translation>
    </message>
    <message>
        <source>Son distintas</source>
        <translation>Different</translation>
    </message>
    <message>
        <source>Después</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Sí, unir en una</source>
        <translation>Yes, unite them</translation>
    </message>
    <message>
        <source>Se parecen {0} %</source>
        <translation>{0} % alike</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Vino a</source>
        <translation>Came to</translation>
    </message>
    <message>
        <source>{0} · alta del {1}</source>
        <translation>{0} · registered {1}</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>laptop</translation>
    </message>
    <message>
        <source>Sexo, edad</source>
        <translation>Sex, age</translation>
    </message>
    <message>
        <source>Tecla {0} cambia de lado</source>
        <translation>Key {0} changes sides</translation>
    </message>
    <message numerus="yes">
        <source>%n temas</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Si las unes, queda una persona con {0}; no se pierde ninguna asistencia. Se puede deshacer.</source>
        <translation>If you unite them, one person is left with {0}; no attendance is lost. It can be undone.</translation>
    </message>
</context>
<context>
    <name>DecidingCard</name>
    <message>
        <source>Ver lo que dejé para después</source>
        <translation>See what I left for later</translation>
    </message>
    <message>
        <source>Volver a lo que se había unido</source>
        <translation>Go back to what was united</translation>
    </message>
    <message>
        <source>Volver a como estaba antes de unir</source>
        <translation>Go back to before uniting</translation>
    </message>
    <message numerus="yes">
        <source>Falta unir %n archivos</source>
        <translation>
            <numerusform>%n file waits to be united</numerusform>
            <numerusform>%n files wait to be united</numerusform>
        </translation>
    </message>
    <message>
        <source>Todavía no cambia nada. Al unirlos, lo que haya por decidir aparece aquí.</source>
        <translation>Nothing has changed yet. Once united, what is to be decided appears here.</translation>
    </message>
    <message>
        <source>No hay nada por decidir</source>
        <translation>Nothing to decide</translation>
    </message>
    <message>
        <source>Cuando lleguen personas repetidas o datos que no coinciden, aparecen aquí.</source>
        <translation>When repeated people or data that differ arrive, they appear here.</translation>
    </message>
    <message>
        <source>Unidas en una persona. Ctrl Z lo deshace</source>
        <translation>United into one person. Ctrl Z undoes it</translation>
    </message>
    <message>
        <source>Quedan como dos personas. Ctrl Z lo deshace</source>
        <translation>They stay two people. Ctrl Z undoes it</translation>
    </message>
    <message>
        <source>Quedó decidido</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Quedó decidido. Ctrl Z regresa lo de antes</source>
        <translation>Decided. Ctrl Z brings back what was before</translation>
    </message>
</context>
<context>
    <name>DifferenceCard</name>
    <message>
        <source>¿Cuál es el bueno?</source>
        <translation>Which one is right?</translation>
    </message>
    <message>
        <source>Después</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>{0} de {1}: dos laptops lo cambiaron sin verse.</source>
        <translation>{0} of {1}: two laptops changed it without seeing each other.</translation>
    </message>
    <message>
        <source>un registro</source>
        <translation>a record</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>{0}, en {1}, {2} a las {3}</source>
        <translation>{0}, on {1}, {2} at {3}</translation>
    </message>
    <message>
        <source>alguien</source>
        <translation>somebody</translation>
    </message>
    <message>
        <source>una laptop</source>
        <translation>a laptop</translation>
    </message>
</context>
<context>
    <name>Giving</name>
    <message>
        <source>Escribiendo {0}</source>
        <translation>Writing {0}</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Listo: {0}</source>
        <translation>Done: {0}</translation>
    </message>
</context>
<context>
    <name>InboxCard</name>
    <message>
        <source>Archivos que llegaron</source>
        <translation>Files that arrived</translation>
    </message>
    <message>
        <source>Conecta la memoria y busca los archivos que entregaron los promotores.</source>
        <translation>Plug in the stick and look for the files that the promoters delivered.</translation>
    </message>
    <message>
        <source>Unidos {0} de {1}</source>
        <translation>United {0} of {1}</translation>
    </message>
    <message>
        <source>Sin archivos</source>
        <translation>No files</translation>
    </message>
    <message numerus="yes">
        <source>%Ln asistencias</source>
        <translation>
            <numerusform>%Ln attendance</numerusform>
            <numerusform>%Ln attendances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivingPage</name>
    <message>
        <source>Recibir</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Buscar archivos</source>
        <translation>Find files</translation>
    </message>
    <message>
        <source>Unir los que faltan</source>
        <translation>Unite the rest</translation>
    </message>
    <message>
        <source>Acta de consolidación</source>
        <translation>Consolidation record</translation>
    </message>
    <message>
        <source>Dar lista a una laptop</source>
        <translation>Give a laptop its roster</translation>
    </message>
    <message>
        <source>Buscando personas repetidas</source>
        <translation>Looking for repeated people</translation>
    </message>
    <message>
        <source>Copia de seguridad {0}, {1}</source>
        <translation>Safety copy {0}, {1}</translation>
    </message>
    <message>
        <source>no hay archivos por unir</source>
        <translation>no files to unite</translation>
    </message>
    <message>
        <source>Lo que entregan los promotores se une aquí, en cualquier orden.</source>
        <translation>What promoters deliver is united here, in any order.</translation>
    </message>
    <message>
        <source>Elige los archivos que llegaron</source>
        <translation>Choose the files that arrived</translation>
    </message>
    <message>
        <source>Entregas de Surco (*.db *.surco);;Todos los archivos (*)</source>
        <translation>Surco deliveries (*.db *.surco);;All files (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n archivos en «{0}»</source>
        <translation>
            <numerusform>%n file in “{0}”</numerusform>
            <numerusform>%n files in “{0}”</numerusform>
        </translation>
    </message>
    <message>
        <source>Revisando los archivos</source>
        <translation>Looking at the files</translation>
    </message>
    <message numerus="yes">
        <source>Hay archivos que borran a %n personas</source>
        <translation>
            <numerusform>There are files that erase %n person</numerusform>
            <numerusform>There are files that erase %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Sin tu confirmación esos archivos no se unen.</source>
        <translation>Without your confirmation those files are not united.</translation>
    </message>
    <message>
        <source>Sí, borrarlas al unir</source>
        <translation>Yes, erase them when uniting</translation>
    </message>
    <message>
        <source>Guardando la copia de seguridad y uniendo</source>
        <translation>Making the safety copy and uniting</translation>
    </message>
    <message numerus="yes">
        <source>%Ln asistencias</source>
        <translation>
            <numerusform>%Ln attendance</numerusform>
            <numerusform>%Ln attendances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln personas nuevas</source>
        <translation>
            <numerusform>%Ln new person</numerusform>
            <numerusform>%Ln new people</numerusform>
        </translation>
    </message>
    <message>
        <source>Listo: {0} y {1}</source>
        <translation>Done: {0} and {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n archivos quedaron fuera: la lista dice por qué</source>
        <translation>
            <numerusform>%n file was left out: the list says why</numerusform>
            <numerusform>%n files were left out: the list says why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diferencias por decidir</source>
        <translation>
            <numerusform>%n difference to decide</numerusform>
            <numerusform>%n differences to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>De {0} no llegaron %n entregas: {1}</source>
        <translation>
            <numerusform>From {0} delivery {1} did not come</numerusform>
            <numerusform>From {0} %n deliveries did not come: {1}</numerusform>
        </translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Volviendo a la copia</source>
        <translation>Going back to the copy</translation>
    </message>
    <message>
        <source>Otra vez está lo que se había unido. De lo que había también quedó una copia.</source>
        <translation>What was united is back. A copy of what was there is kept too.</translation>
    </message>
    <message>
        <source>Todo está como antes de unir. De lo que había también quedó una copia.</source>
        <translation>All is as before uniting. There is also a copy of what was there.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ShowWords</name>
    <message>
        <source>Seis palabras abren esta lista</source>
        <translation>Six words open this list</translation>
    </message>
    <message>
        <source>Ya las tengo</source>
        <translation>I have them</translation>
    </message>
    <message>
        <source>Guardarlas como PDF para imprimir</source>
        <translation>Save them as PDF to print</translation>
    </message>
    <message>
        <source>Léelas por teléfono o dalas en papel, aparte de la memoria. No se guardan: si se pierden, da la lista otra vez.</source>
        <translation>Read them out by phone or give them on paper, apart from the stick. They are not kept: if they are lost, give the list again.</translation>
    </message>
    <message>
        <source>palabras de la lista</source>
        <translation>words of the list</translation>
    </message>
    <message>
        <source>Imprímelas y borra el archivo: quien lo tenga abre la lista.</source>
        <translation>Print them and delete the file: whoever has it opens the list.</translation>
    </message>
</context>
<context>
    <name>receiving</name>
    <message numerus="yes">
        <source>%n sesiones</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas nuevas</source>
        <translation>
            <numerusform>%n new person</numerusform>
            <numerusform>%n new people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Antes no llegaron %n entregas: {0}</source>
        <translation>
            <numerusform>Before it delivery {0} did not come</numerusform>
            <numerusform>Before it %n deliveries did not come: {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Ya estaba. No trae nada nuevo.</source>
        <translation>Already here. Brings nothing new.</translation>
    </message>
    <message>
        <source>Ya viene en otra entrega. No trae nada nuevo.</source>
        <translation>Comes in another delivery. Brings nothing new.</translation>
    </message>
    <message>
        <source>Dos laptops usan el mismo nombre.</source>
        <translation>Two laptops use the same name.</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
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
        <source>Lengua</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Tarjeta</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Migrante</source>
        <translation>Migrant</translation>
    </message>
    <message>
        <source>Origen</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
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
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Promotor</source>
        <translation>Promoter</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Lugar</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Cabo</source>
        <translation>Crew leader</translation>
    </message>
    <message>
        <source>Desde</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Valor</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Gente esperada</source>
        <translation>People expected</translation>
    </message>
    <message>
        <source>Clave</source>
        <translation>Code</translation>
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
        <source>Otra o no dice</source>
        <translation>Other or not said</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>sin tarjeta</source>
        <translation>no card</translation>
    </message>
</context>
</TS>
