<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>CameraFeed</name>
    <message>
        <source>Esta laptop no tiene las piezas para usar la cámara.</source>
        <translation>This laptop lacks the pieces to use the camera.</translation>
    </message>
    <message>
        <source>Surco no tiene permiso para usar la cámara. Dáselo en los ajustes del sistema.</source>
        <translation>Surco has no permission to use the camera. Give it in the system settings.</translation>
    </message>
    <message>
        <source>No hay cámara.</source>
        <translation>There is no camera.</translation>
    </message>
    <message>
        <source>Se desconectó la cámara. Conéctala otra vez.</source>
        <translation>The camera was unplugged. Plug it in again.</translation>
    </message>
    <message>
        <source>Otro programa usa la cámara. Ciérralo.</source>
        <translation>Another program uses the camera. Close it.</translation>
    </message>
    <message>
        <source>La cámara no da imagen: revisa su tapa o su permiso.</source>
        <translation>The camera gives no picture: check its cover or its permission.</translation>
    </message>
</context>
<context>
    <name>SheetCode</name>
    <message>
        <source>Apagar la cámara</source>
        <translation>Turn the camera off</translation>
    </message>
    <message>
        <source>Leer el QR con la cámara</source>
        <translation>Read the QR with the camera</translation>
    </message>
    <message>
        <source>Leer el QR de una foto…</source>
        <translation>Read the QR from a photo…</translation>
    </message>
    <message>
        <source>Elige la foto de la hoja</source>
        <translation>Choose the sheet's photo</translation>
    </message>
    <message>
        <source>Fotos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Buscando el QR en la foto</source>
        <translation>Looking for the QR in the photo</translation>
    </message>
    <message>
        <source>El QR de la hoja se leyó</source>
        <translation>The sheet's QR was read</translation>
    </message>
</context>
</TS>
