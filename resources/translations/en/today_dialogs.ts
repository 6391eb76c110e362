<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>ChooseSession</name>
    <message>
        <source>¿Con qué cuadrilla y qué tema?</source>
        <translation>With which crew and which topic?</translation>
    </message>
    <message>
        <source>Poner en Hoy</source>
        <translation>Put in Today</translation>
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
        <source>Empieza</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Termina</source>
        <translation>Ends</translation>
    </message>
</context>
<context>
    <name>NotHeld</name>
    <message>
        <source>¿Por qué no se pudo hacer?</source>
        <translation>Why could it not be held?</translation>
    </message>
    <message>
        <source>Guardar motivo</source>
        <translation>Save reason</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Nota, si ayuda</source>
        <translation>Note, if it helps</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
</TS>
