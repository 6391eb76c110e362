<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>BreakClock</name>
    <message numerus="yes">
        <source>El descanso terminó hace %n minutos</source>
        <translation>
            <numerusform>El descanso terminó hace %n minuto</numerusform>
            <numerusform>El descanso terminó hace %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quedan %n minutos de descanso</source>
        <translation>
            <numerusform>Queda %n minuto de descanso</numerusform>
            <numerusform>Quedan %n minutos de descanso</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>%n pendientes</source>
        <translation>
            <numerusform>%n pendiente</numerusform>
            <numerusform>%n pendientes</numerusform>
        </translation>
    </message>
</context>
</TS>
