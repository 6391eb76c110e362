<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>ColumnRow</name>
    <message>
        <source>Columna {0}</source>
        <translation>Column {0}</translation>
    </message>
    <message>
        <source>Revisa esta</source>
        <translation>Check this</translation>
    </message>
    <message>
        <source>Qué es la columna {0}</source>
        <translation>What column {0} is</translation>
    </message>
    <message>
        <source>No se copia: no necesitamos ese dato.</source>
        <translation>Not copied: we do not need those data.</translation>
    </message>
    <message>
        <source>Vacía en los primeros renglones</source>
        <translation>Empty in the first rows</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>Qué es cada columna</source>
        <translation>What each column is</translation>
    </message>
    <message>
        <source>hoja {0}</source>
        <translation>sheet {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n renglones</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Nombre completo</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Solo nombres</source>
        <translation>First names</translation>
    </message>
    <message>
        <source>Apellidos</source>
        <translation>Surnames</translation>
    </message>
    <message>
        <source>Apellido paterno</source>
        <translation>First surname</translation>
    </message>
    <message>
        <source>Apellido materno</source>
        <translation>Second surname</translation>
    </message>
    <message>
        <source>Sexo</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Marca de mujer</source>
        <translation>Mark for woman</translation>
    </message>
    <message>
        <source>Marca de hombre</source>
        <translation>Mark for man</translation>
    </message>
    <message>
        <source>Edad</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Nacimiento</source>
        <translation>Birth</translation>
    </message>
    <message>
        <source>Grupo de edad</source>
        <translation>Age group</translation>
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
        <source>Empresa</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Tarjeta</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Consentimiento</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>No se copia</source>
        <translation>Not copied</translation>
    </message>
    <message>
        <source>Dato que no guardamos</source>
        <translation>Data we do not keep</translation>
    </message>
</context>
</TS>
