<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>AccessPart</name>
    <message>
        <source>Estos datos no tienen contraseña</source>
        <translation>These data have no passphrase</translation>
    </message>
    <message>
        <source>Cifrar los datos</source>
        <translation>Encrypt the data</translation>
    </message>
    <message>
        <source>Cambiar mi contraseña</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>Contraseña de ahora</source>
        <translation>Passphrase of now</translation>
    </message>
    <message>
        <source>Cambiarla</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>Quién entra en esta laptop</source>
        <translation>Who comes in on this laptop</translation>
    </message>
    <message>
        <source>Agregar a una persona</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Nombre completo</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Entra como</source>
        <translation>Comes in as</translation>
    </message>
    <message>
        <source>Campo</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Agregarla</source>
        <translation>Add them</translation>
    </message>
    <message>
        <source>Usar esta hoja desde ahora; la anterior deja de servir</source>
        <translation>Use this sheet from now on; the one before stops working</translation>
    </message>
    <message>
        <source>oficina</source>
        <translation>office</translation>
    </message>
    <message>
        <source>campo</source>
        <translation>field</translation>
    </message>
    <message>
        <source>{0}, tú</source>
        <translation>{0}, you</translation>
    </message>
    <message>
        <source>Quitar a {0}</source>
        <translation>Remove {0}</translation>
    </message>
    <message>
        <source>Escribe la contraseña nueva dos veces.</source>
        <translation>Type the new passphrase twice.</translation>
    </message>
    <message>
        <source>Los datos ya están cifrados</source>
        <translation>The data are encrypted now</translation>
    </message>
    <message>
        <source>Ctrl+L cierra Surco.</source>
        <translation>Ctrl+L closes Surco.</translation>
    </message>
    <message>
        <source>Tu contraseña cambió</source>
        <translation>Your passphrase changed</translation>
    </message>
    <message>
        <source>La anterior ya no abre nada.</source>
        <translation>The one before opens nothing any more.</translation>
    </message>
    <message>
        <source>Ya puede entrar en esta laptop</source>
        <translation>They can come in on this laptop now</translation>
    </message>
    <message>
        <source>Ya no entra en esta laptop</source>
        <translation>They no longer come in on this laptop</translation>
    </message>
    <message>
        <source>La hoja nueva ya abre esta laptop</source>
        <translation>The new sheet opens this laptop now</translation>
    </message>
    <message>
        <source>Destruye la anterior.</source>
        <translation>Destroy the one before.</translation>
    </message>
</context>
<context>
    <name>CameraCard</name>
    <message>
        <source>Cámara</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Cámara que lee las tarjetas</source>
        <translation>Camera that reads the cards</translation>
    </message>
    <message>
        <source>Con esta cámara se leen las tarjetas y las respuestas de la prueba.</source>
        <translation>This camera reads the cards and the answers of the test.</translation>
    </message>
    <message>
        <source>Se usa la única que hay: {0}.</source>
        <translation>The only one there is in use: {0}.</translation>
    </message>
    <message>
        <source>No se ve ninguna cámara. El lector y el teclado sirven.</source>
        <translation>No camera can be seen. The scanner and the keyboard work.</translation>
    </message>
</context>
<context>
    <name>CopiesPart</name>
    <message>
        <source>Copias de seguridad</source>
        <translation>Safety copies</translation>
    </message>
    <message>
        <source>Se hacen solas cada media hora de uso, y antes de importar o recuperar. Abren igual que los datos. A como estaba antes de unir se vuelve desde Recibir.</source>
        <translation>They are made by themselves every half hour of use, and before importing or restoring. They open as the data do. Receive goes back to how it was before uniting.</translation>
    </message>
    <message>
        <source>Hacer una copia ahora</source>
        <translation>Make a copy now</translation>
    </message>
    <message>
        <source>Todavía no hay copias.</source>
        <translation>There are no copies yet.</translation>
    </message>
    <message>
        <source>No se puede leer con esta contraseña</source>
        <translation>It cannot be read with this passphrase</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>{people}, {sessions}</source>
        <translation>{people}, {sessions}</translation>
    </message>
    <message numerus="yes">
        <source>%n sesiones dadas</source>
        <translation>
            <numerusform>%n session held</numerusform>
            <numerusform>%n sessions held</numerusform>
        </translation>
    </message>
    <message>
        <source>Recuperar la copia</source>
        <translation>Restore the copy</translation>
    </message>
    <message>
        <source>Recuperar la copia de {0}</source>
        <translation>Restore the copy of {0}</translation>
    </message>
    <message>
        <source>Copiando</source>
        <translation>Copying</translation>
    </message>
    <message>
        <source>La copia está hecha y revisada</source>
        <translation>The copy is made and verified</translation>
    </message>
    <message>
        <source>Recuperando</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>Los datos son otra vez los de {0}</source>
        <translation>The data are again those of {0}</translation>
    </message>
    <message>
        <source>Los de antes quedaron como copia.</source>
        <translation>Those from before were kept as a copy.</translation>
    </message>
    <message>
        <source>Volver a los de antes</source>
        <translation>Go back to those</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>DrillCard</name>
    <message>
        <source>Probar la hoja de recuperación</source>
        <translation>Try the recovery sheet</translation>
    </message>
    <message>
        <source>Hazlo cada temporada, con la hoja en la mano. No cambia nada: dice si esa hoja abre la laptop.</source>
        <translation>Do it every season, with the sheet in hand. It changes nothing: it says whether that sheet opens the laptop.</translation>
    </message>
    <message>
        <source>Palabras o QR de la hoja</source>
        <translation>Words or QR of the sheet</translation>
    </message>
    <message>
        <source>Probarla</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Nadie la ha probado en esta laptop.</source>
        <translation>Nobody has tried it on this laptop.</translation>
    </message>
    <message>
        <source>Se probó bien el {0}.</source>
        <translation>It was last tried well on {0}.</translation>
    </message>
    <message>
        <source>Faltan las palabras de la hoja.</source>
        <translation>The sheet's words are missing.</translation>
    </message>
    <message>
        <source>Esa hoja abre esta laptop</source>
        <translation>That sheet opens this laptop</translation>
    </message>
    <message>
        <source>Guárdala otra vez en la oficina.</source>
        <translation>Put it away at the office again.</translation>
    </message>
</context>
<context>
    <name>Emptying</name>
    <message>
        <source>En su carpeta hay archivos que no son de Surco: {0}.</source>
        <translation>Files that are not Surco's lie in its folder: {0}.</translation>
    </message>
    <message>
        <source>Esta laptop quedó vacía</source>
        <translation>This laptop is empty</translation>
    </message>
    <message>
        <source>No queda nada de nadie. Gracias.</source>
        <translation>Nothing of anybody is left. Thank you.</translation>
    </message>
    <message>
        <source>Cerrar Surco</source>
        <translation>Close Surco</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>Llaves distintas en una lista de la oficina</source>
        <translation>Other keys in a list from the office</translation>
    </message>
    <message>
        <source>Aceptar esas llaves</source>
        <translation>Accept those keys</translation>
    </message>
    <message>
        <source>Oficina del proyecto</source>
        <translation>The project's office</translation>
    </message>
    <message>
        <source>Copiar la ficha del proyecto</source>
        <translation>Copy the project's card</translation>
    </message>
    <message>
        <source>Entregar a la oficina de una ficha</source>
        <translation>Deliver to the office of a card</translation>
    </message>
    <message>
        <source>Ficha del proyecto, escrita o leída de su QR</source>
        <translation>The project's card, typed or read from its QR</translation>
    </message>
    <message>
        <source>Usar esta ficha</source>
        <translation>Use this card</translation>
    </message>
    <message>
        <source>Sellar las notas para esta hoja</source>
        <translation>Seal the notes for this sheet</translation>
    </message>
    <message>
        <source>Leer las notas selladas</source>
        <translation>Read the sealed notes</translation>
    </message>
    <message>
        <source>Las entregas salen selladas para la oficina.</source>
        <translation>Deliveries go out sealed for the office.</translation>
    </message>
    <message>
        <source>Esta laptop todavía no sabe a qué oficina entrega.</source>
        <translation>This laptop does not know yet which office it delivers to.</translation>
    </message>
    <message>
        <source>Hay a quién mandar notas selladas.</source>
        <translation>There is somebody to send sealed notes to.</translation>
    </message>
    <message>
        <source>Nadie recibe notas selladas todavía.</source>
        <translation>Nobody gets sealed notes yet.</translation>
    </message>
    <message>
        <source>Esta laptop sigue con las de antes. Acéptalas solo si la oficina dice que las cambió.</source>
        <translation>This laptop goes on with the ones from before. Accept them only if the office says that it changed them.</translation>
    </message>
    <message>
        <source>Esta laptop sigue con las de antes. Si la oficina las cambió, pídele la ficha nueva y úsala.</source>
        <translation>This laptop goes on with the ones from before. If the office changed them, ask it for the new card and use it.</translation>
    </message>
    <message>
        <source>Esta laptop usa las llaves nuevas</source>
        <translation>This laptop uses the new keys</translation>
    </message>
    <message>
        <source>La ficha está copiada</source>
        <translation>The card is copied</translation>
    </message>
    <message>
        <source>No lleva nada secreto.</source>
        <translation>There is nothing secret in it.</translation>
    </message>
    <message>
        <source>Esta laptop entrega a esa oficina</source>
        <translation>This laptop delivers to that office</translation>
    </message>
    <message>
        <source>Las notas se sellan para esa hoja</source>
        <translation>Notes are sealed for that sheet</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Si esta laptop deja el proyecto</source>
        <translation>If this laptop leaves the project</translation>
    </message>
    <message>
        <source>Se vacía cuando la oficina dice que ya unió todo lo de aquí.</source>
        <translation>It is emptied once the office says that it has united everything here.</translation>
    </message>
    <message>
        <source>Vaciar esta laptop…</source>
        <translation>Empty this laptop…</translation>
    </message>
</context>
<context>
    <name>LeavingQuestion</name>
    <message>
        <source>Vaciar esta laptop</source>
        <translation>Empty this laptop</translation>
    </message>
    <message>
        <source>Vaciarla</source>
        <translation>Empty it</translation>
    </message>
    <message>
        <source>Se borra todo: personas, sesiones, pruebas, grabaciones, copias, entregas, llaves y ajustes.</source>
        <translation>Everything is erased: people, sessions, tests, recordings, copies, deliveries, keys and settings.</translation>
    </message>
    <message>
        <source>Aquí no queda nada y no se puede deshacer. Lo que la oficina unió sigue en la oficina.</source>
        <translation>Nothing stays here and it cannot be undone. What the office united is still at the office.</translation>
    </message>
    <message>
        <source>Escribe aquí: vaciar</source>
        <translation>Type here: empty</translation>
    </message>
    <message>
        <source>Tu contraseña</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>vaciar</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Falta escribir la palabra</source>
        <translation>The word is not typed yet</translation>
    </message>
</context>
<context>
    <name>NotesReader</name>
    <message>
        <source>Leer las notas selladas</source>
        <translation>Read the sealed notes</translation>
    </message>
    <message>
        <source>Leer</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Las 24 palabras de la hoja de las notas, o su QR</source>
        <translation>The 24 words of the notes sheet, or its QR</translation>
    </message>
    <message>
        <source>Notas</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>No hay notas selladas en estos datos.</source>
        <translation>There are no sealed notes in these data.</translation>
    </message>
    <message>
        <source>No se copian ni se guardan. Se cierran solas en {0} minutos.</source>
        <translation>They are neither copied nor kept. They close by themselves in {0} minutes.</translation>
    </message>
</context>
<context>
    <name>NounPart</name>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Todavía no hay nada aquí. Agrega lo primero.</source>
        <translation>Nothing here yet. Add the first.</translation>
    </message>
    <message>
        <source>Los nombres están ocultos. F7 los enseña.</source>
        <translation>Names are hidden. F7 shows them.</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>sin nombre</source>
        <translation>without name</translation>
    </message>
    <message>
        <source>{0} lo agregó el {1}</source>
        <translation>{0} added it on {1}</translation>
    </message>
    <message>
        <source>{0} cambió «{1}» el {2}</source>
        <translation>{0} changed “{1}” on {2}</translation>
    </message>
    <message numerus="yes">
        <source>y %n cambios antes</source>
        <translation>
            <numerusform>and %n change before</numerusform>
            <numerusform>and %n changes before</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardado</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Ctrl+Z lo deshace.</source>
        <translation>Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Ya no está en la lista</source>
        <translation>It is no longer in the list</translation>
    </message>
    <message>
        <source>Queda en el historial. Ctrl+Z.</source>
        <translation>It stays in the history. Ctrl+Z.</translation>
    </message>
</context>
<context>
    <name>OwnPart</name>
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
        <source>Esta laptop es de</source>
        <translation>This laptop is for the</translation>
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
        <source>Colores</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>La contraseña con que se entró dice quién eres y si esto es campo u oficina.</source>
        <translation>The passphrase that opened the data says who you are and whether this is field or office.</translation>
    </message>
    <message>
        <source>Probar</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Menos movimiento: nada parpadea</source>
        <translation>Less motion: nothing blinks</translation>
    </message>
    <message>
        <source>Campo</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Sol</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>Oficina, oscuro</source>
        <translation>Office, dark</translation>
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
        <source>Surco {0}. Licencia MIT. Letra Noto Sans (OFL). Iconos Phosphor (MIT) y Material (Apache 2.0). Qt y PySide6 (LGPL 3), SQLCipher (BSD), ReportLab (BSD), ZXing-C++ y OpenCV (Apache 2.0), OR-Tools (Apache 2.0).</source>
        <translation>Surco {0}. MIT licence. Noto Sans typeface (OFL). Phosphor (MIT) and Material (Apache 2.0) icons. Qt and PySide6 (LGPL 3), SQLCipher (BSD), ReportLab (BSD), ZXing-C++ and OpenCV (Apache 2.0), OR-Tools (Apache 2.0).</translation>
    </message>
</context>
<context>
    <name>RefusedWords</name>
    <message>
        <source>Aceptar un plan</source>
        <translation>Accept a plan</translation>
    </message>
    <message>
        <source>Aceptar cambios del plan</source>
        <translation>Accept changes of the plan</translation>
    </message>
    <message>
        <source>Anotar una cifra a mano</source>
        <translation>Write a figure by hand</translation>
    </message>
    <message>
        <source>Valorar un avance</source>
        <translation>Rate progress</translation>
    </message>
    <message>
        <source>Anotar un cambio de rumbo</source>
        <translation>Write down a change of course</translation>
    </message>
    <message>
        <source>Fijar una muestra</source>
        <translation>Fix a sample</translation>
    </message>
    <message>
        <source>Cerrar un periodo</source>
        <translation>Close a period</translation>
    </message>
    <message>
        <source>Escribir el motivo de un cambio</source>
        <translation>Write the reason of a change</translation>
    </message>
    <message>
        <source>Comentar una cifra</source>
        <translation>Comment on a figure</translation>
    </message>
    <message>
        <source>Recibir entregas</source>
        <translation>Receive deliveries</translation>
    </message>
    <message>
        <source>Unir entregas</source>
        <translation>Unite deliveries</translation>
    </message>
    <message>
        <source>Volver a una copia</source>
        <translation>Return to a copy</translation>
    </message>
    <message>
        <source>Hacer un tema nuevo</source>
        <translation>Make a new topic</translation>
    </message>
    <message>
        <source>Poner un tema en el camino</source>
        <translation>Put a topic in the path</translation>
    </message>
    <message>
        <source>Quitar un tema del camino</source>
        <translation>Take a topic out of the path</translation>
    </message>
    <message>
        <source>Guardar una versión de un tema</source>
        <translation>Save a version of a topic</translation>
    </message>
    <message>
        <source>Agregar una grabación</source>
        <translation>Add a recording</translation>
    </message>
    <message>
        <source>Guardar el acta de una unión</source>
        <translation>Save the record of a uniting</translation>
    </message>
    <message>
        <source>Publicar en la base de la oficina</source>
        <translation>Publish in the office's database</translation>
    </message>
    <message>
        <source>Decidir una diferencia</source>
        <translation>Decide a difference</translation>
    </message>
    <message>
        <source>Copiar la semana pasada</source>
        <translation>Copy last week</translation>
    </message>
    <message>
        <source>Cambiar una sesión de otra persona</source>
        <translation>Change somebody else's session</translation>
    </message>
    <message>
        <source>Preparar el proyecto</source>
        <translation>Set up the project</translation>
    </message>
    <message>
        <source>Poner nombre al proyecto</source>
        <translation>Name the project</translation>
    </message>
    <message>
        <source>Cambiar las reglas del proyecto</source>
        <translation>Change the project's rules</translation>
    </message>
    <message>
        <source>Cambiar las reglas del plan</source>
        <translation>Change the rules of the plan</translation>
    </message>
    <message>
        <source>Bloquear los datos de una persona</source>
        <translation>Block a person's data</translation>
    </message>
    <message>
        <source>Borrar los datos de una persona</source>
        <translation>Erase a person's data</translation>
    </message>
    <message>
        <source>Guardar los datos de una persona para ella</source>
        <translation>Save a person's data for them</translation>
    </message>
    <message>
        <source>Entregar sin sellar</source>
        <translation>Deliver unsealed</translation>
    </message>
    <message>
        <source>Dar una lista a una laptop</source>
        <translation>Give a list to a laptop</translation>
    </message>
    <message>
        <source>Empezar una temporada</source>
        <translation>Start a season</translation>
    </message>
    <message>
        <source>Agregar a quien entra</source>
        <translation>Add somebody who comes in</translation>
    </message>
    <message>
        <source>Quitar a quien entra</source>
        <translation>Remove somebody who comes in</translation>
    </message>
    <message>
        <source>Cambiar la hoja de recuperación</source>
        <translation>Change the recovery sheet</translation>
    </message>
    <message>
        <source>Hacer las llaves del proyecto</source>
        <translation>Make the project's keys</translation>
    </message>
    <message>
        <source>Traer la llave de la oficina</source>
        <translation>Bring the office's key</translation>
    </message>
    <message>
        <source>Decir a quién van las notas selladas</source>
        <translation>Say who the sealed notes go to</translation>
    </message>
    <message>
        <source>Aceptar otras llaves del proyecto</source>
        <translation>Accept other keys of the project</translation>
    </message>
    <message>
        <source>Unir a dos personas</source>
        <translation>Unite two people</translation>
    </message>
    <message>
        <source>Dejar separadas a dos personas</source>
        <translation>Keep two people apart</translation>
    </message>
    <message>
        <source>Separar a dos personas unidas</source>
        <translation>Part two united people</translation>
    </message>
    <message>
        <source>Traer una lista de personas</source>
        <translation>Bring a list of people</translation>
    </message>
</context>
<context>
    <name>RulesPart</name>
    <message>
        <source>Candado y pruebas</source>
        <translation>Lock and tests</translation>
    </message>
    <message>
        <source>Cómo se planea</source>
        <translation>How weeks are planned</translation>
    </message>
    <message>
        <source>Permisos que se piden</source>
        <translation>Consents asked for</translation>
    </message>
    <message>
        <source>Aviso de privacidad</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Así se imprime</source>
        <translation>As it is printed</translation>
    </message>
    <message numerus="yes">
        <source>Faltan %n espacios por llenar: salen como raya.</source>
        <translation>
            <numerusform>%n blank is not filled in: it prints as a line.</numerusform>
            <numerusform>%n blanks are not filled in: they print as lines.</numerusform>
        </translation>
    </message>
    <message>
        <source>aviso de privacidad</source>
        <translation>privacy notice</translation>
    </message>
    <message>
        <source>Guardado</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Ctrl+Z lo deshace.</source>
        <translation>Ctrl+Z takes it back.</translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Lector de tarjetas</source>
        <translation>Card scanner</translation>
    </message>
    <message>
        <source>Escanea ahora una tarjeta impresa. Esc termina.</source>
        <translation>Scan a printed card now. Esc ends.</translation>
    </message>
    <message>
        <source>Conecta el lector USB, aprieta el botón y escanea cualquier tarjeta impresa de Surco.</source>
        <translation>Plug in the USB scanner, press the button and scan any printed Surco card.</translation>
    </message>
    <message>
        <source>Terminar la prueba</source>
        <translation>End the test</translation>
    </message>
    <message>
        <source>Probar el lector</source>
        <translation>Test the scanner</translation>
    </message>
    <message>
        <source>El lector sirve</source>
        <translation>The scanner works</translation>
    </message>
    <message>
        <source>Hay que arreglar algo</source>
        <translation>Something needs mending</translation>
    </message>
    <message>
        <source>Leyó la tarjeta y terminó con Enter. No hay nada que cambiar.</source>
        <translation>It read the card and ended with Enter. Nothing to change.</translation>
    </message>
    <message>
        <source>Leyó la tarjeta y terminó con Tab. Así también se entiende.</source>
        <translation>It read the card and ended with Tab. That is understood too.</translation>
    </message>
    <message>
        <source>Leyó la tarjeta y no manda Enter al final. Se entiende, más despacio. Escanea «Add Enter» o «CR suffix» en la hoja del lector.</source>
        <translation>It read the card and sends no Enter at the end. It is understood, more slowly. Scan “Add Enter” or “CR suffix” on the scanner's sheet.</translation>
    </message>
    <message>
        <source>Leyó la tarjeta con las letras cambiadas: está puesto Bloq Mayús o el lector espera otro teclado. Se entiende; quita Bloq Mayús o escanea «USA keyboard» en la hoja del lector.</source>
        <translation>It read the card with changed letters: Caps Lock is on, or the scanner expects another keyboard. It is understood; turn Caps Lock off or scan “USA keyboard” on the scanner's sheet.</translation>
    </message>
    <message>
        <source>Escribió despacio, como una persona. Escanea «no delay» o «fast» en la hoja del lector.</source>
        <translation>It typed slowly, like a person. Scan “no delay” or “fast” on the scanner's sheet.</translation>
    </message>
    <message>
        <source>Lo que llegó no es una tarjeta de Surco. Si lo era, el lector espera otro teclado: escanea «USA keyboard» en su hoja y prueba otra vez.</source>
        <translation>What came is not a Surco card. If it was one, the scanner expects another keyboard: scan “USA keyboard” on its sheet and try again.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>de la oficina y de esta laptop</source>
        <translation>of the office and of this laptop</translation>
    </message>
    <message>
        <source>de esta laptop</source>
        <translation>of this laptop</translation>
    </message>
    <message>
        <source>Secciones de ajustes</source>
        <translation>Sections of the settings</translation>
    </message>
    <message>
        <source>Esta laptop</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Contraseña y personas</source>
        <translation>Passphrase and people</translation>
    </message>
    <message>
        <source>Llaves del proyecto</source>
        <translation>Project keys</translation>
    </message>
    <message>
        <source>Copias</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Bitácora</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Candado y pruebas</source>
        <translation>Lock and tests</translation>
    </message>
    <message>
        <source>Cómo se planea</source>
        <translation>How weeks are planned</translation>
    </message>
    <message>
        <source>Permisos que se piden</source>
        <translation>Consents asked for</translation>
    </message>
    <message>
        <source>Aviso de privacidad</source>
        <translation>Privacy notice</translation>
    </message>
</context>
<context>
    <name>TracePart</name>
    <message>
        <source>Bitácora</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Ver solo</source>
        <translation>Show only</translation>
    </message>
    <message>
        <source>No hay nada anotado.</source>
        <translation>Nothing was written down.</translation>
    </message>
    <message>
        <source>Entró</source>
        <translation>Came in</translation>
    </message>
    <message>
        <source>No se le permitió</source>
        <translation>Was not allowed</translation>
    </message>
    <message>
        <source>Entregó datos sellados</source>
        <translation>Delivered sealed data</translation>
    </message>
    <message>
        <source>Sacó papel o archivo</source>
        <translation>Made paper or a file</translation>
    </message>
    <message>
        <source>Sacó un informe</source>
        <translation>Made a report</translation>
    </message>
    <message>
        <source>Dio una lista a una laptop</source>
        <translation>Gave a laptop a list</translation>
    </message>
    <message>
        <source>Trajo una lista de personas</source>
        <translation>Brought in a list of people</translation>
    </message>
    <message>
        <source>Unió entregas</source>
        <translation>United deliveries</translation>
    </message>
    <message>
        <source>Publicó en la base de la oficina</source>
        <translation>Published to the office's database</translation>
    </message>
    <message>
        <source>Guardó los datos de una persona para ella</source>
        <translation>Saved a person's data for them</translation>
    </message>
    <message>
        <source>Leyó notas selladas</source>
        <translation>Read sealed notes</translation>
    </message>
    <message>
        <source>Recuperó una copia</source>
        <translation>Restored a copy</translation>
    </message>
    <message>
        <source>Agregó a quien entra</source>
        <translation>Added somebody who comes in</translation>
    </message>
    <message>
        <source>Quitó a quien entra</source>
        <translation>Removed somebody who comes in</translation>
    </message>
    <message>
        <source>Cambió la hoja de recuperación</source>
        <translation>Changed the recovery sheet</translation>
    </message>
    <message>
        <source>La copia de recuperación pasó a la hoja del proyecto</source>
        <translation>The recovery copy went over to the project's sheet</translation>
    </message>
    <message>
        <source>Aceptó otras llaves del proyecto</source>
        <translation>Accepted other project keys</translation>
    </message>
    <message>
        <source>Hizo las llaves del proyecto</source>
        <translation>Made the project's keys</translation>
    </message>
    <message>
        <source>Trajo la llave de la oficina</source>
        <translation>Brought the office's key</translation>
    </message>
    <message>
        <source>Dijo a quién van las notas selladas</source>
        <translation>Said whom sealed notes go to</translation>
    </message>
    <message>
        <source>Unió esta laptop al proyecto</source>
        <translation>Joined this laptop to the project</translation>
    </message>
    <message>
        <source>Corrigió el reloj</source>
        <translation>Corrected the clock</translation>
    </message>
    <message>
        <source>El reloj se movió</source>
        <translation>The clock was moved</translation>
    </message>
    <message numerus="yes">
        <source>%n entregas</source>
        <translation>
            <numerusform>%n delivery</numerusform>
            <numerusform>%n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cuadrillas</source>
        <translation>
            <numerusform>%n crew</numerusform>
            <numerusform>%n crews</numerusform>
        </translation>
    </message>
    <message>
        <source>Todo</source>
        <translation>Everything</translation>
    </message>
</context>
</TS>
