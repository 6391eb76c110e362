<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Sounds</name>
    <message>
        <source>Sonido alto</source>
        <translation>Sound loud</translation>
    </message>
    <message>
        <source>Sonido bajo</source>
        <translation>Sound soft</translation>
    </message>
    <message>
        <source>Sin sonido</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>Esta laptop no tiene las piezas para dar sonido. El resultado se ve en la pantalla.</source>
        <translation>This laptop lacks the parts to play sound. The result is shown on the screen.</translation>
    </message>
</context>
</TS>
