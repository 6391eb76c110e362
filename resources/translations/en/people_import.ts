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
<context>
    <name>SeasonCard</name>
    <message>
        <source>Primero, la temporada</source>
        <translation>First, the season</translation>
    </message>
    <message>
        <source>No hay temporada en curso. Las cuadrillas de la lista van en la que empieza hoy.</source>
        <translation>No season is running. The crews of the list go into one that starts today.</translation>
    </message>
    <message>
        <source>Cultivo</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>Caña</source>
        <translation>Cane</translation>
    </message>
    <message>
        <source>Tabaco</source>
        <translation>Tobacco</translation>
    </message>
    <message>
        <source>Termina más o menos el (día/mes/año)</source>
        <translation>Ends about (day/month/year)</translation>
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
