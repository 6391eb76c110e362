<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>BarChart</name>
    <message>
        <source>meta {0}</source>
        <translation>target {0}</translation>
    </message>
</context>
<context>
    <name>ByHandCard</name>
    <message>
        <source>Campaña y cifras</source>
        <translation>Campaign and figures</translation>
    </message>
    <message>
        <source>Nadie ha anotado nada a mano.</source>
        <translation>Nobody has written anything by hand.</translation>
    </message>
    <message>
        <source>Anotar alcance</source>
        <translation>Note reach</translation>
    </message>
    <message>
        <source>Anotar cifra</source>
        <translation>Note a figure</translation>
    </message>
    <message>
        <source>Ver solo</source>
        <translation>Show only</translation>
    </message>
    <message>
        <source>ningún indicador se informa a mano; se agrega en Ajustes, Indicadores</source>
        <translation>no indicator is reported by hand; add one in Settings, Indicators</translation>
    </message>
    <message>
        <source>Se anota a mano. Enter en una fila la corrige o la quita.</source>
        <translation>Noted by hand. Enter on a row corrects it or takes it back.</translation>
    </message>
    <message>
        <source>No se anotan cifras: {0}.</source>
        <translation>Figures are not written: {0}.</translation>
    </message>
    <message>
        <source>Todo</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Qué</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Dónde o evidencia</source>
        <translation>Where or evidence</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Cómo se contó</source>
        <translation>How counted</translation>
    </message>
    <message>
        <source>Anotó</source>
        <translation>Noted by</translation>
    </message>
    <message>
        <source>Cuándo</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Anotado. Ctrl+Z lo deshace</source>
        <translation>Noted. Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>Corregido. Ctrl+Z lo deshace</source>
        <translation>Corrected. Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>Quitado. Ctrl+Z lo regresa</source>
        <translation>Taken back. Ctrl+Z brings it back</translation>
    </message>
</context>
<context>
    <name>ChangeQuestion</name>
    <message>
        <source>Anotar un cambio de rumbo</source>
        <translation>Note a change of course</translation>
    </message>
    <message>
        <source>Guardar cambio</source>
        <translation>Save change</translation>
    </message>
    <message>
        <source>El donante ya lo sabe</source>
        <translation>The donor knows already</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Qué cambió</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Por qué</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Con qué evidencia</source>
        <translation>On what evidence</translation>
    </message>
    <message>
        <source>Con quién se acordó</source>
        <translation>Agreed with whom</translation>
    </message>
    <message>
        <source>Donante</source>
        <translation>Donor</translation>
    </message>
</context>
<context>
    <name>CommentQuestion</name>
    <message>
        <source>Guardar comentario</source>
        <translation>Save comment</translation>
    </message>
    <message>
        <source>Comentario</source>
        <translation>Comment</translation>
    </message>
</context>
<context>
    <name>CommentsCard</name>
    <message>
        <source>Comentarios de las cifras</source>
        <translation>Comments on the figures</translation>
    </message>
    <message>
        <source>Enter en una fila escribe lo que se dice de esa cifra; sale en el informe.</source>
        <translation>Enter on a row writes what is said about that figure; it goes into the report.</translation>
    </message>
    <message>
        <source>Solo se comentan los periodos del proyecto.</source>
        <translation>Only the project’s own periods take comments.</translation>
    </message>
    <message>
        <source>Indicador</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Comentario</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Comentario guardado</source>
        <translation>Comment saved</translation>
    </message>
</context>
<context>
    <name>CoursePart</name>
    <message>
        <source>bajo</source>
        <translation>low</translation>
    </message>
    <message>
        <source>moderado</source>
        <translation>moderate</translation>
    </message>
    <message>
        <source>alto</source>
        <translation>high</translation>
    </message>
    <message>
        <source>logro</source>
        <translation>achievement</translation>
    </message>
    <message>
        <source>sostenibilidad</source>
        <translation>sustainability</translation>
    </message>
    <message>
        <source>Calificaciones</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <source>Todavía no se califica ningún resultado.</source>
        <translation>No outcome has been rated yet.</translation>
    </message>
    <message>
        <source>Cambios de rumbo</source>
        <translation>Changes of course</translation>
    </message>
    <message>
        <source>Todavía no se anota ningún cambio de rumbo.</source>
        <translation>No change of course has been noted yet.</translation>
    </message>
    <message>
        <source>Calificar</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Anotar cambio</source>
        <translation>Note a change</translation>
    </message>
    <message>
        <source>Resultado</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Qué se califica</source>
        <translation>What is rated</translation>
    </message>
    <message>
        <source>Nivel</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Justificación</source>
        <translation>Justification</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Qué cambió</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Por qué</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Con quién</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Donante</source>
        <translation>Donor</translation>
    </message>
    <message>
        <source>avisado</source>
        <translation>informed</translation>
    </message>
    <message>
        <source>sin avisar</source>
        <translation>not informed</translation>
    </message>
    <message>
        <source>Calificación guardada</source>
        <translation>Rating saved</translation>
    </message>
    <message>
        <source>Cambio de rumbo anotado</source>
        <translation>Change of course noted</translation>
    </message>
</context>
<context>
    <name>DelaysPart</name>
    <message>
        <source>Sesiones por recuperar</source>
        <translation>Sessions to catch up</translation>
    </message>
    <message>
        <source>No hay sesiones por recuperar.</source>
        <translation>There are no sessions to catch up.</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
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
        <source>Por qué</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Nueva fecha</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>A más tardar</source>
        <translation>At the latest</translation>
    </message>
    <message>
        <source>{0}, ya en el plan</source>
        <translation>{0}, in the plan already</translation>
    </message>
    <message>
        <source>{0}, se propone</source>
        <translation>{0}, proposed</translation>
    </message>
    <message>
        <source>sin motivo</source>
        <translation>no reason</translation>
    </message>
</context>
<context>
    <name>ExportQuestion</name>
    <message>
        <source>Sacar informe de {0}</source>
        <translation>Take out the report of {0}</translation>
    </message>
    <message>
        <source>Elegir dónde guardarlo</source>
        <translation>Choose where to save it</translation>
    </message>
    <message>
        <source>Para quién</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Formato</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>De qué empresa</source>
        <translation>Of which company</translation>
    </message>
    <message>
        <source>Qué podría saber quien lo reciba</source>
        <translation>What the receiver could learn</translation>
    </message>
    <message>
        <source>Una hoja para quienes trabajan (PDF)</source>
        <translation>A page for those who work (PDF)</translation>
    </message>
    <message>
        <source>Una hoja para la empresa (PDF)</source>
        <translation>A page for the company (PDF)</translation>
    </message>
    <message>
        <source>Una hoja para el socio (PDF)</source>
        <translation>A page for the partner (PDF)</translation>
    </message>
    <message>
        <source>Una hoja para el donante (PDF)</source>
        <translation>A page for the donor (PDF)</translation>
    </message>
    <message>
        <source>Revisando qué se puede decir…</source>
        <translation>Checking what may be told…</translation>
    </message>
    <message>
        <source>todavía se revisa</source>
        <translation>still being checked</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
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
    <name>FiguresPart</name>
    <message>
        <source>Tabla</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Ver como tabla</source>
        <translation>See as table</translation>
    </message>
    <message>
        <source>Ver por</source>
        <translation>See by</translation>
    </message>
    <message>
        <source>No se suman</source>
        <translation>Do not add up</translation>
    </message>
    <message>
        <source>Una persona puede estar en varios grupos</source>
        <translation>One person may be in several groups</translation>
    </message>
    <message>
        <source>Tendencia de {0}</source>
        <translation>Trend of {0}</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Toca</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>no fijada</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>corregido {0:+d}</source>
        <translation>restated {0:+d}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{0} por {1}</source>
        <translation>{0} by {1}</translation>
    </message>
    <message>
        <source>{0} hasta el {1}</source>
        <translation>{0} until {1}</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>Meta no fijada</source>
        <translation>Target not set</translation>
    </message>
    <message>
        <source>Sin avance</source>
        <translation>No progress</translation>
    </message>
    <message>
        <source>Va atrasado</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>A tiempo</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>Meta cumplida</source>
        <translation>Target reached</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>GoalsPage</name>
    <message>
        <source>Metas</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>hasta el {0}</source>
        <translation>until {0}</translation>
    </message>
    <message>
        <source>Cifras</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Cierre</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Atrasos</source>
        <translation>Delays</translation>
    </message>
    <message>
        <source>Repaso</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Rumbo</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Qué se ve del periodo</source>
        <translation>What is shown of the period</translation>
    </message>
    <message>
        <source>Periodo</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Empresa</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Sacar informe</source>
        <translation>Export report</translation>
    </message>
    <message>
        <source>Contando el periodo</source>
        <translation>Counting the period</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Contando el periodo. Mientras, las cifras del {0}</source>
        <translation>Counting the period. Meanwhile, the figures of {0}</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Toda empresa</source>
        <translation>All companies</translation>
    </message>
</context>
<context>
    <name>HandQuestion</name>
    <message>
        <source>Quitar</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Anotar alcance de la campaña</source>
        <translation>Note reach of the campaign</translation>
    </message>
    <message>
        <source>Corregir alcance de la campaña</source>
        <translation>Correct reach of the campaign</translation>
    </message>
    <message>
        <source>Anotar una cifra</source>
        <translation>Note a figure</translation>
    </message>
    <message>
        <source>Corregir una cifra</source>
        <translation>Correct a figure</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Spanish</translation>
    </message>
</context>
<context>
    <name>ItemsPart</name>
    <message>
        <source>Preguntas que se siguen fallando</source>
        <translation>Questions still missed</translation>
    </message>
    <message>
        <source>Todavía no hay pruebas en este periodo.</source>
        <translation>There are no tests in this period yet.</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Todas las cuadrillas</source>
        <translation>All crews</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Pregunta</source>
        <translation>Question</translation>
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
        <source>Fallan</source>
        <translation>Miss it</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>bajó</source>
        <translation>fell</translation>
    </message>
    <message>
        <source>repasar</source>
        <translation>go over again</translation>
    </message>
    <message>
        <source>bien</source>
        <translation>well</translation>
    </message>
</context>
<context>
    <name>KpiCard</name>
    <message numerus="yes">
        <source>de %n personas</source>
        <translation>
            <numerusform>of %n person</numerusform>
            <numerusform>of %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>de {0}</source>
        <translation>of {0}</translation>
    </message>
    <message>
        <source>Dato aparte</source>
        <translation>Told beside</translation>
    </message>
    <message>
        <source>meta {0}</source>
        <translation>target {0}</translation>
    </message>
    <message>
        <source>toca {0}</source>
        <translation>due {0}</translation>
    </message>
    <message>
        <source>elegida</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>Enter abre las filas detrás del número</source>
        <translation>Enter opens the rows behind the number</translation>
    </message>
</context>
<context>
    <name>KpiStrip</name>
    <message>
        <source>Cifras anteriores</source>
        <translation>Figures before</translation>
    </message>
    <message>
        <source>Cifras siguientes</source>
        <translation>Figures after</translation>
    </message>
    <message>
        <source>no hay antes</source>
        <translation>none before</translation>
    </message>
    <message>
        <source>no hay más</source>
        <translation>no more</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>mujeres</source>
        <translation>women</translation>
    </message>
    <message>
        <source>hombres</source>
        <translation>men</translation>
    </message>
    <message>
        <source>otra o sin dato</source>
        <translation>other or no data</translation>
    </message>
</context>
<context>
    <name>MilestonesCard</name>
    <message>
        <source>Hitos</source>
        <translation>Milestones</translation>
    </message>
    <message>
        <source>No hay hitos. Se escriben en Ajustes.</source>
        <translation>There are no milestones. They are written in Settings.</translation>
    </message>
    <message>
        <source>Editar en Ajustes</source>
        <translation>Edit in Settings</translation>
    </message>
    <message>
        <source>Estándar</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Versión</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Organismo</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Para cuándo</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Se logró</source>
        <translation>Reached</translation>
    </message>
</context>
<context>
    <name>PeriodPart</name>
    <message>
        <source>Cierre del periodo</source>
        <translation>Closing the period</translation>
    </message>
    <message>
        <source>Corregido después del cierre</source>
        <translation>Restated after closing</translation>
    </message>
    <message>
        <source>Metas por fijar</source>
        <translation>Targets to set</translation>
    </message>
    <message>
        <source>Cerrar periodo</source>
        <translation>Close period</translation>
    </message>
    <message>
        <source>No hay metas por fijar.</source>
        <translation>There are no targets to set.</translation>
    </message>
    <message>
        <source>Cerrado el {0}. Huella {1}</source>
        <translation>Closed on {0}. Fingerprint {1}</translation>
    </message>
    <message>
        <source>Abierto. Al cerrarlo sus cifras se guardan con una huella; lo que cambie después se dice.</source>
        <translation>Open. Closing keeps its figures with a fingerprint; what changes later is told.</translation>
    </message>
    <message>
        <source>no es un periodo del proyecto</source>
        <translation>not a period of the project</translation>
    </message>
    <message>
        <source>Indicador</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Periodo</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>A quién le toca</source>
        <translation>Whose task</translation>
    </message>
    <message>
        <source>Para cuándo</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Al cerrar</source>
        <translation>At closing</translation>
    </message>
    <message>
        <source>Ahora</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Cambio</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Enter en una fila escribe el motivo.</source>
        <translation>Enter on a row writes the reason.</translation>
    </message>
    <message>
        <source>Nada ha cambiado desde el cierre.</source>
        <translation>Nothing has changed since closing.</translation>
    </message>
    <message>
        <source>El periodo sigue abierto.</source>
        <translation>The period is still open.</translation>
    </message>
    <message>
        <source>Periodo cerrado. Huella {0}</source>
        <translation>Period closed. Fingerprint {0}</translation>
    </message>
    <message>
        <source>¿Por qué cambió {0} en {1:+d}?</source>
        <translation>Why did {0} change by {1:+d}?</translation>
    </message>
    <message>
        <source>Motivo guardado</source>
        <translation>Reason saved</translation>
    </message>
</context>
<context>
    <name>RatingQuestion</name>
    <message>
        <source>Calificar un resultado</source>
        <translation>Rate an outcome</translation>
    </message>
    <message>
        <source>Guardar calificación</source>
        <translation>Save rating</translation>
    </message>
    <message>
        <source>Resultado</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Qué se califica</source>
        <translation>What is rated</translation>
    </message>
    <message>
        <source>Nivel</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Justificación</source>
        <translation>Justification</translation>
    </message>
</context>
<context>
    <name>ReasonQuestion</name>
    <message>
        <source>Guardar motivo</source>
        <translation>Save reason</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Solicitudes de borrado</source>
        <translation>Requests for erasure</translation>
    </message>
    <message>
        <source>Nadie ha pedido que se borre lo suyo.</source>
        <translation>Nobody has asked to be erased.</translation>
    </message>
    <message numerus="yes">
        <source>%n ya pasaron de su fecha.</source>
        <translation>
            <numerusform>%n is past its date.</numerusform>
            <numerusform>%n are past their dates.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hay 20 días hábiles para responder. Enter en una fila da el paso que sigue.</source>
        <translation>There are 20 working days to answer. Enter on a row takes the next step.</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Paso</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Lo pidió</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>A más tardar</source>
        <translation>At the latest</translation>
    </message>
    <message>
        <source>pedido</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>bloqueado, falta borrar</source>
        <translation>blocked, still to be erased</translation>
    </message>
    <message>
        <source>{0}, ya pasó</source>
        <translation>{0}, past due</translation>
    </message>
    <message>
        <source>¿Borrar para siempre a {0}?</source>
        <translation>Erase {0} for good?</translation>
    </message>
    <message>
        <source>Borrar para siempre</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>¿Bloquear a {0} para borrar lo suyo?</source>
        <translation>Block {0} to erase their data?</translation>
    </message>
    <message>
        <source>Bloquear</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Sale de todas las listas y cuentas. Ctrl+Z lo regresa mientras no se borre.</source>
        <translation>They leave every list and count. Ctrl+Z brings them back until they are erased.</translation>
    </message>
    <message>
        <source>coordinación</source>
        <translation>coordination</translation>
    </message>
    <message>
        <source>Bloqueado. Falta borrar para siempre</source>
        <translation>Blocked. Still to be erased for good</translation>
    </message>
    <message>
        <source>Lo suyo se borró para siempre</source>
        <translation>Their data were erased for good</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Ver todas</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Buscando las filas</source>
        <translation>Looking for the rows</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Filas detrás de «{0}»</source>
        <translation>Rows behind “{0}”</translation>
    </message>
    <message>
        <source>{0} personas detrás de «{1}»</source>
        <translation>{0} people behind “{1}”</translation>
    </message>
    <message>
        <source>{0} sesiones detrás de «{1}»</source>
        <translation>{0} sessions behind “{1}”</translation>
    </message>
    <message>
        <source>{0} filas detrás de «{1}»</source>
        <translation>{0} rows behind “{1}”</translation>
    </message>
    <message>
        <source>Aciertos, antes y después</source>
        <translation>Right, before and after</translation>
    </message>
    <message>
        <source>Cambio</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Tarjeta</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Dónde</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Sexo</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Temas</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Sesión</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Presentes</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Qué es</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Cuántos</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>mujer</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>hombre</source>
        <translation>man</translation>
    </message>
    <message>
        <source>otra</source>
        <translation>other</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>Subió</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Bajó</source>
        <translation>Fell</translation>
    </message>
    <message>
        <source>Igual</source>
        <translation>Equal</translation>
    </message>
    <message>
        <source>{0} y {1} de {2}</source>
        <translation>{0} and {1} of {2}</translation>
    </message>
    <message>
        <source>contadas</source>
        <translation>counted</translation>
    </message>
    <message>
        <source>estimadas</source>
        <translation>estimated</translation>
    </message>
    <message>
        <source>plataforma</source>
        <translation>platform</translation>
    </message>
    <message>
        <source>sin tema</source>
        <translation>no topic</translation>
    </message>
    <message numerus="yes">
        <source>%n sesiones de {0}</source>
        <translation>
            <numerusform>%n session of {0}</numerusform>
            <numerusform>%n sessions of {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Filas detrás del número</source>
        <translation>Rows behind the number</translation>
    </message>
</context>
<context>
    <name>SampleQuestion</name>
    <message>
        <source>Congelar una muestra de hoy</source>
        <translation>Freeze a sample of today</translation>
    </message>
    <message>
        <source>Congelar muestra</source>
        <translation>Freeze sample</translation>
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
        <source>cualquiera</source>
        <translation>any</translation>
    </message>
    <message>
        <source>Nombre de la muestra</source>
        <translation>Name of the sample</translation>
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
</context>
<context>
    <name>SamplesCard</name>
    <message>
        <source>Muestras congeladas</source>
        <translation>Frozen samples</translation>
    </message>
    <message>
        <source>Todavía no se congela ninguna muestra.</source>
        <translation>No sample has been frozen yet.</translation>
    </message>
    <message>
        <source>Congelar muestra</source>
        <translation>Freeze sample</translation>
    </message>
    <message>
        <source>Muestra</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>Quiénes</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Congelada</source>
        <translation>Frozen on</translation>
    </message>
    <message numerus="yes">
        <source>una lista de %n</source>
        <translation>
            <numerusform>a list of %n</numerusform>
            <numerusform>a list of %n</numerusform>
        </translation>
    </message>
    <message>
        <source>mujeres</source>
        <translation>women</translation>
    </message>
    <message>
        <source>hombres</source>
        <translation>men</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>todas las personas</source>
        <translation>everybody</translation>
    </message>
    <message>
        <source>Muestra congelada</source>
        <translation>Sample frozen</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>{0} al {1}</source>
        <translation>{0} on {1}</translation>
    </message>
    <message>
        <source>meta {0}</source>
        <translation>target {0}</translation>
    </message>
</context>
</TS>
