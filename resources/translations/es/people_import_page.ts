<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>PeopleImport</name>
    <message numerus="yes">
        <source>Registrar %n personas</source>
        <translation>
            <numerusform>Registrar %n persona</numerusform>
            <numerusform>Registrar %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listo: %n personas registradas</source>
        <translation>
            <numerusform>Listo: %n persona registrada</numerusform>
            <numerusform>Listo: %n personas registradas</numerusform>
        </translation>
    </message>
</context>
</TS>
