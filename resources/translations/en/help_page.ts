<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>HelpDialog</name>
    <message>
        <source>Texto de ayuda</source>
        <translation>Help text</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>sin internet</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Semana</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Asistencia</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Pruebas</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Cierre</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Cuadrillas y listas</source>
        <translation>Crews and lists</translation>
    </message>
    <message>
        <source>Temas</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Papel</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Entregar</source>
        <translation>Deliver</translation>
    </message>
    <message>
        <source>Recibir</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Metas</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Primeros pasos</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Entrar y cerrar</source>
        <translation>Coming in and closing</translation>
    </message>
    <message>
        <source>Teclas</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Practicar</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Temas de ayuda</source>
        <translation>Help topics</translation>
    </message>
    <message>
        <source>Texto de ayuda</source>
        <translation>Help text</translation>
    </message>
    <message>
        <source>La práctica se abre en otra ventana</source>
        <translation>The practice opens in another window</translation>
    </message>
    <message>
        <source>No se pudo abrir la práctica</source>
        <translation>The practice could not be opened</translation>
    </message>
    <message>
        <source>Tus datos siguen como estaban.</source>
        <translation>Your data are as they were.</translation>
    </message>
</context>
</TS>
