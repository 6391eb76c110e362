<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>PeopleImport</name>
    <message>
        <source>Otra lista</source>
        <translation>Another list</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Listas de Excel o CSV (*.xlsx *.xlsm *.csv *.tsv *.txt);;Todos los archivos (*)</source>
        <translation>Excel or CSV lists (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Elige la lista</source>
        <translation>Choose the list</translation>
    </message>
    <message>
        <source>Leyendo {0}</source>
        <translation>Reading {0}</translation>
    </message>
    <message>
        <source>Revisando los renglones</source>
        <translation>Checking the rows</translation>
    </message>
    <message>
        <source>Ver las cuadrillas</source>
        <translation>See the crews</translation>
    </message>
    <message numerus="yes">
        <source>Registrar %n personas</source>
        <translation>
            <numerusform>Register %n person</numerusform>
            <numerusform>Register %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Se está registrando</source>
        <translation>Registering now</translation>
    </message>
    <message>
        <source>Falta revisar la lista</source>
        <translation>The list is not checked yet</translation>
    </message>
    <message>
        <source>No hay a quién registrar</source>
        <translation>There is nobody to register</translation>
    </message>
    <message>
        <source>Di primero el cultivo</source>
        <translation>First say which crop</translation>
    </message>
    <message>
        <source>Registrando</source>
        <translation>Registering</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>Listo: %n personas registradas</source>
        <translation>
            <numerusform>Done: %n person registered</numerusform>
            <numerusform>Done: %n people registered</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z quita la lista completa.</source>
        <translation>Ctrl+Z takes the whole list back.</translation>
    </message>
</context>
</TS>
