<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
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
</TS>
