<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>ColumnsCard</name>
    <message numerus="yes">
        <source>%n renglones</source>
        <translation>
            <numerusform>%n renglón</numerusform>
            <numerusform>%n renglones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renglones no</source>
        <translation>
            <numerusform>%n renglón no</numerusform>
            <numerusform>%n renglones no</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parecidas</source>
        <translation>
            <numerusform>%n parecida</numerusform>
            <numerusform>%n parecidas</numerusform>
        </translation>
    </message>
</context>
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
