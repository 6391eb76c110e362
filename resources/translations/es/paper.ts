<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>ReadTab</name>
    <message numerus="yes">
        <source>{0} Y %n más.</source>
        <translation>
            <numerusform>{0} Y %n más.</numerusform>
            <numerusform>{0} Y %n más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Se guarda cuando confirmes %n.</source>
        <translation>
            <numerusform>Se guarda cuando confirmes la que falta.</numerusform>
            <numerusform>Se guarda cuando confirmes las %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n presentes.</source>
        <translation>
            <numerusform>%n presente.</numerusform>
            <numerusform>%n presentes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas nuevas.</source>
        <translation>
            <numerusform>%n persona nueva.</numerusform>
            <numerusform>%n personas nuevas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n respuestas.</source>
        <translation>
            <numerusform>%n respuesta.</numerusform>
            <numerusform>%n respuestas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ya estaban.</source>
        <translation>
            <numerusform>%n ya estaba.</numerusform>
            <numerusform>%n ya estaban.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sin nombre.</source>
        <translation>
            <numerusform>%n sin nombre.</numerusform>
            <numerusform>%n sin nombre.</numerusform>
        </translation>
    </message>
</context>
</TS>
