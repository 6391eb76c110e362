<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>DataStep</name>
    <message>
        <source>De dónde vienen los datos</source>
        <translation>Where the data come from</translation>
    </message>
    <message>
        <source>Elige una. Las otras siguen en Cuadrillas, Recibir y Ajustes.</source>
        <translation>Choose one. The others stay in Crews, Receive and Settings.</translation>
    </message>
    <message>
        <source>Traer mi lista de Excel o CSV</source>
        <translation>Bring my Excel or CSV list</translation>
    </message>
    <message>
        <source>Traer paquetes de otras laptops</source>
        <translation>Bring packages from other laptops</translation>
    </message>
    <message>
        <source>Nombre del proyecto</source>
        <translation>Name of the project</translation>
    </message>
    <message>
        <source>Empezar un proyecto nuevo</source>
        <translation>Start a new project</translation>
    </message>
    <message>
        <source>Lo hace la oficina, y la contraseña de esta laptop es de campo</source>
        <translation>The office does it, and this laptop’s passphrase is one for the field</translation>
    </message>
    <message>
        <source>Lo hace la oficina: elige Oficina en el paso 2</source>
        <translation>The office does this: choose Office in step 2</translation>
    </message>
</context>
<context>
    <name>DevicesStep</name>
    <message>
        <source>Cámara y lector</source>
        <translation>Camera and scanner</translation>
    </message>
    <message>
        <source>Cámara, lector y teclado sirven a la vez. Con uno que funcione basta.</source>
        <translation>Camera, scanner and keyboard all work at once. One that works is enough.</translation>
    </message>
    <message>
        <source>A esta laptop le faltan piezas del sistema para usar la cámara.</source>
        <translation>This laptop lacks parts of the system to use the camera.</translation>
    </message>
    <message>
        <source>El sistema no da permiso para usar la cámara.</source>
        <translation>The system does not allow the camera to be used.</translation>
    </message>
    <message>
        <source>Cámara: {0}</source>
        <translation>Camera: {0}</translation>
    </message>
    <message>
        <source>No se ve ninguna cámara.</source>
        <translation>No camera is seen.</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Idioma de la pantalla</source>
        <translation>Language of the screen</translation>
    </message>
    <message>
        <source>Los temas se dan en la lengua de cada grupo. Esto es solo para la pantalla.</source>
        <translation>Topics are given in each group's language. This is only for the screen.</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>Quién la usa y cómo se llama la laptop</source>
        <translation>Who uses it, and the laptop's name</translation>
    </message>
    <message>
        <source>La contraseña ya está a ese nombre y de ese tipo: aquí no se cambian.</source>
        <translation>The passphrase has that name and kind already: they are not changed here.</translation>
    </message>
    <message>
        <source>Tu nombre queda en lo que registras. El de la laptop ayuda a reconocer su entrega.</source>
        <translation>Your name stays with what you record. The laptop's helps to know its delivery.</translation>
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
        <source>Esta laptop es de</source>
        <translation>This laptop is for the</translation>
    </message>
    <message>
        <source>Campo</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Contraseña de los datos</source>
        <translation>Passphrase of the data</translation>
    </message>
    <message>
        <source>Los datos ya tienen contraseña: se pide cada vez que se abre Surco. En Ajustes, «Contraseña y personas», se cambia.</source>
        <translation>The data have a passphrase already: it is asked for each time Surco opens. It is changed in Settings, “Passphrase and people”.</translation>
    </message>
    <message>
        <source>Con contraseña nadie abre los datos si la laptop se pierde. Sin ella, quedan abiertos para quien la encienda.</source>
        <translation>With a passphrase nobody opens the data if the laptop is lost. Without one they are open to whoever turns it on.</translation>
    </message>
    <message>
        <source>de oficina</source>
        <translation>from the office</translation>
    </message>
    <message>
        <source>de campo</source>
        <translation>from the field</translation>
    </message>
    <message>
        <source>Queda a nombre de {0}, {1}.</source>
        <translation>It will be that of {0}, {1}.</translation>
    </message>
    <message>
        <source>Cerrando los datos con tu contraseña</source>
        <translation>Locking the data with your passphrase</translation>
    </message>
    <message>
        <source>Falta tu nombre: está en el paso anterior.</source>
        <translation>Your name is missing: it is in the step before.</translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message>
        <source>Traer el paquete que dio la oficina</source>
        <translation>Bring the package that the office gave</translation>
    </message>
    <message>
        <source>Está en la memoria, con nombre surco-lista. También puedes arrastrarlo hasta aquí.</source>
        <translation>It is on the stick, named surco-lista. You may also drag it here.</translation>
    </message>
    <message>
        <source>Lo que trae</source>
        <translation>What it brings</translation>
    </message>
    <message>
        <source>Traerlo a esta laptop</source>
        <translation>Bring it to this laptop</translation>
    </message>
    <message>
        <source>Elige el paquete de la oficina</source>
        <translation>Choose the office's package</translation>
    </message>
    <message>
        <source>Surco (*.db *.surco)</source>
        <translation>Surco (*.db *.surco)</translation>
    </message>
    <message>
        <source>Revisando el paquete</source>
        <translation>Checking the package</translation>
    </message>
    <message>
        <source>{0} personas y {1} sesiones</source>
        <translation>{0} people and {1} sessions</translation>
    </message>
    <message>
        <source>Nada nuevo: esta laptop ya lo tiene</source>
        <translation>Nothing new: this laptop has it already</translation>
    </message>
    <message>
        <source>de la laptop {0}</source>
        <translation>from laptop {0}</translation>
    </message>
    <message>
        <source>lo hizo {0}</source>
        <translation>made by {0}</translation>
    </message>
    <message>
        <source>Trayendo el paquete</source>
        <translation>Bringing the package</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>WizardView</name>
    <message>
        <source>Atrás</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dejarlo para después</source>
        <translation>Leave it for later</translation>
    </message>
    <message>
        <source>Paso {0} de {1}</source>
        <translation>Step {0} of {1}</translation>
    </message>
    <message>
        <source>Empezar</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Sigue</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>se está haciendo</source>
        <translation>being done</translation>
    </message>
</context>
</TS>
