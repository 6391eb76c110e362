<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>AttendancePhotos</name>
    <message numerus="yes">
        <source>%n tarjetas en la foto</source>
        <translation>
            <numerusform>%n tarjeta en la foto</numerusform>
            <numerusform>%n tarjetas en la foto</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message numerus="yes">
        <source>%n presentes</source>
        <translation>
            <numerusform>%n presente</numerusform>
            <numerusform>%n presentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas nuevas</source>
        <translation>
            <numerusform>%n persona nueva</numerusform>
            <numerusform>%n personas nuevas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountHead</name>
    <message numerus="yes">
        <source>presentes</source>
        <translation>
            <numerusform>presente</numerusform>
            <numerusform>presentes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandsPanel</name>
    <message numerus="yes">
        <source>%n manos en total</source>
        <translation>
            <numerusform>%n mano en total</numerusform>
            <numerusform>%n manos en total</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreflightPanel</name>
    <message numerus="yes">
        <source>faltan %n puntos</source>
        <translation>
            <numerusform>falta %n punto</numerusform>
            <numerusform>faltan %n puntos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepPanel</name>
    <message numerus="yes">
        <source>Faltan %n de {all}</source>
        <translation>
            <numerusform>Falta %n de {all}</numerusform>
            <numerusform>Faltan %n de {all}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestPeople</name>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message numerus="yes">
        <source>Faltan %n fichas</source>
        <translation>
            <numerusform>Falta %n ficha</numerusform>
            <numerusform>Faltan %n fichas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>attendance</name>
    <message numerus="yes">
        <source>Van %n presentes</source>
        <translation>
            <numerusform>Va %n presente</numerusform>
            <numerusform>Van %n presentes</numerusform>
        </translation>
    </message>
</context>
</TS>
