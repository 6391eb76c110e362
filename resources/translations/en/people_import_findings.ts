<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>FindingsCard</name>
    <message>
        <source>Qué va a pasar</source>
        <translation>What will happen</translation>
    </message>
    <message>
        <source>¿A qué cuadrilla van?</source>
        <translation>Which crew do they go to?</translation>
    </message>
    <message>
        <source>Renglones con avisos</source>
        <translation>Rows with notes</translation>
    </message>
    <message>
        <source>Se parecen a alguien de aquí: entran, y luego se revisan</source>
        <translation>Alike somebody here: they enter and are reviewed later</translation>
    </message>
    <message>
        <source>Como dice la lista</source>
        <translation>As the list says</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renglones no</source>
        <translation>
            <numerusform>%n row not</numerusform>
            <numerusform>%n rows not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parecidas</source>
        <translation>
            <numerusform>%n alike</numerusform>
            <numerusform>%n alike</numerusform>
        </translation>
    </message>
    <message>
        <source>Qué pasó</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Cuadrillas nuevas: {0}</source>
        <translation>New crews: {0}</translation>
    </message>
    <message>
        <source>Sin cuadrilla: {0}</source>
        <translation>Without crew: {0}</translation>
    </message>
    <message>
        <source>Renglón {0}, no entra: {1}</source>
        <translation>Row {0}, does not enter: {1}</translation>
    </message>
    <message>
        <source>Renglón {0}, entra: {1}</source>
        <translation>Row {0}, enters: {1}</translation>
    </message>
    <message>
        <source>Y {0} más</source>
        <translation>And {0} more</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
    <message>
        <source>Renglón {0}: {1} se parece {2} % a {3} ({4})</source>
        <translation>Row {0}: {1} is {2} % like {3} ({4})</translation>
    </message>
</context>
</TS>
