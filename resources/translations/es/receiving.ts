<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>BringsCard</name>
    <message numerus="yes">
        <source>borra a %n personas</source>
        <translation>
            <numerusform>borra a %n persona</numerusform>
            <numerusform>borra a %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renglones no se entienden y quedan aparte</source>
        <translation>
            <numerusform>%n renglón no se entiende y queda aparte</numerusform>
            <numerusform>%n renglones no se entienden y quedan aparte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message numerus="yes">
        <source>%n temas</source>
        <translation>
            <numerusform>%n tema</numerusform>
            <numerusform>%n temas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecidingCard</name>
    <message numerus="yes">
        <source>Falta unir %n archivos</source>
        <translation>
            <numerusform>Falta unir %n archivo</numerusform>
            <numerusform>Falta unir %n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxCard</name>
    <message numerus="yes">
        <source>%Ln asistencias</source>
        <translation>
            <numerusform>%Ln asistencia</numerusform>
            <numerusform>%Ln asistencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivingPage</name>
    <message numerus="yes">
        <source>%n archivos en «{0}»</source>
        <translation>
            <numerusform>%n archivo en «{0}»</numerusform>
            <numerusform>%n archivos en «{0}»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hay archivos que borran a %n personas</source>
        <translation>
            <numerusform>Hay archivos que borran a %n persona</numerusform>
            <numerusform>Hay archivos que borran a %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln asistencias</source>
        <translation>
            <numerusform>%Ln asistencia</numerusform>
            <numerusform>%Ln asistencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln personas nuevas</source>
        <translation>
            <numerusform>%Ln persona nueva</numerusform>
            <numerusform>%Ln personas nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archivos quedaron fuera: la lista dice por qué</source>
        <translation>
            <numerusform>%n archivo quedó fuera: la lista dice por qué</numerusform>
            <numerusform>%n archivos quedaron fuera: la lista dice por qué</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diferencias por decidir</source>
        <translation>
            <numerusform>%n diferencia por decidir</numerusform>
            <numerusform>%n diferencias por decidir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>De {0} no llegaron %n entregas: {1}</source>
        <translation>
            <numerusform>De {0} no llegó la entrega {1}</numerusform>
            <numerusform>De {0} no llegaron %n entregas: {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>receiving</name>
    <message numerus="yes">
        <source>%n sesiones</source>
        <translation>
            <numerusform>%n sesión</numerusform>
            <numerusform>%n sesiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas nuevas</source>
        <translation>
            <numerusform>%n persona nueva</numerusform>
            <numerusform>%n personas nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Antes no llegaron %n entregas: {0}</source>
        <translation>
            <numerusform>Antes no llegó la entrega {0}</numerusform>
            <numerusform>Antes no llegaron %n entregas: {0}</numerusform>
        </translation>
    </message>
</context>
</TS>
