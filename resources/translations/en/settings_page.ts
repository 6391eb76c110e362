<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>SettingsPage</name>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>de esta laptop</source>
        <translation>of this laptop</translation>
    </message>
    <message>
        <source>Quién usa esta laptop</source>
        <translation>Who uses this laptop</translation>
    </message>
    <message>
        <source>Pantalla y sonido</source>
        <translation>Screen and sound</translation>
    </message>
    <message>
        <source>Acerca de</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Tu nombre</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Nombre de la laptop</source>
        <translation>Name of the laptop</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tamaño del texto</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Sonido</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Probar</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Alto</source>
        <translation>Loud</translation>
    </message>
    <message>
        <source>Bajo</source>
        <translation>Soft</translation>
    </message>
    <message>
        <source>Sin sonido</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>Surco {0}. Licencia MIT. Letra Noto Sans (OFL). Iconos Phosphor (MIT) y Material (Apache 2.0).</source>
        <translation>Surco {0}. MIT licence. Noto Sans typeface (OFL). Phosphor (MIT) and Material (Apache 2.0) icons.</translation>
    </message>
</context>
</TS>
