<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>Window</name>
    <message>
        <source>No hay nada que deshacer</source>
        <translation>There is nothing to undo</translation>
    </message>
    <message>
        <source>lo último</source>
        <translation>the last thing</translation>
    </message>
    <message>
        <source>Se deshizo: {0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>Esa tarjeta no se contó</source>
        <translation>That card was not counted</translation>
    </message>
    <message>
        <source>Surco está cerrado. Entra con tu contraseña y pásala otra vez.</source>
        <translation>Surco is closed. Come in with your passphrase and scan it again.</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Sesión</source>
        <translation>Session</translation>
    </message>
</context>
</TS>
