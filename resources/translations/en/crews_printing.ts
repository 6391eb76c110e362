<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>CrewPrinting</name>
    <message>
        <source>tarjetas {0} {1}</source>
        <translation>cards {0} {1}</translation>
    </message>
    <message>
        <source>lista {0} {1}</source>
        <translation>list {0} {1}</translation>
    </message>
    <message>
        <source>¿Dónde lo guardo?</source>
        <translation>Where should it be saved?</translation>
    </message>
    <message>
        <source>Dibujando {0}</source>
        <translation>Drawing {0}</translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Listo para imprimir: {0}</source>
        <translation>Ready to print: {0}</translation>
    </message>
</context>
</TS>
