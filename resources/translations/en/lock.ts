<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>CapitalsNote</name>
    <message>
        <source>Están puestas las mayúsculas (Bloq Mayús).</source>
        <translation>Caps Lock is on.</translation>
    </message>
</context>
<context>
    <name>ClockView</name>
    <message>
        <source>El reloj de la laptop dice {0}. ¿Está bien?</source>
        <translation>The laptop's clock says {0}. Is that right?</translation>
    </message>
    <message>
        <source>Si está bien ahora, ¿por qué estaba adelantado antes?</source>
        <translation>If it is right now, why was it ahead before?</translation>
    </message>
    <message>
        <source>Está mal: cerrar</source>
        <translation>Wrong: close</translation>
    </message>
    <message>
        <source>Está bien: anotar</source>
        <translation>Right: note it</translation>
    </message>
    <message>
        <source>Está bien: seguir</source>
        <translation>Right: go on</translation>
    </message>
    <message>
        <source>Esa fecha no puede ser. Con el reloj mal, las asistencias quedan en otro día.</source>
        <translation>That date cannot be. With a wrong clock, attendance is written on another day.</translation>
    </message>
    <message>
        <source>Saltó mucho desde la última vez que se usó.</source>
        <translation>It jumped far since it was last used.</translation>
    </message>
    <message>
        <source>La última vez que se usó Surco aquí, el reloj decía {0}.</source>
        <translation>The last time Surco was used here, the clock said {0}.</translation>
    </message>
    <message>
        <source>Escribe en pocas palabras por qué estaba mal.</source>
        <translation>Write in a few words why it was wrong.</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Estos datos no tienen contraseña</source>
        <translation>These data have no passphrase</translation>
    </message>
    <message>
        <source>En Ajustes, «Contraseña y personas», se les pone una.</source>
        <translation>In Settings, “Passphrase and people” gives them one.</translation>
    </message>
    <message>
        <source>Recuperando</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>Los datos están de vuelta</source>
        <translation>The data are back</translation>
    </message>
    <message>
        <source>Lo dañado quedó en la carpeta «apartado».</source>
        <translation>What was damaged was put in the folder “apartado”.</translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>Surco está cerrado</source>
        <translation>Surco is closed</translation>
    </message>
    <message>
        <source>Los datos siguen cifrados y completos. Entra con tu contraseña.</source>
        <translation>The data are still encrypted and whole. Come in with your passphrase.</translation>
    </message>
    <message>
        <source>¿Quién eres? Si no eliges, se prueba con todas las personas.</source>
        <translation>Who are you? If you do not choose, everybody is tried.</translation>
    </message>
    <message>
        <source>Contraseña o número</source>
        <translation>Passphrase or number</translation>
    </message>
    <message>
        <source>Enseñar lo que escribo</source>
        <translation>Show what I type</translation>
    </message>
    <message>
        <source>Olvidé mi contraseña</source>
        <translation>I forgot my passphrase</translation>
    </message>
    <message>
        <source>Entrar</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Quién entra</source>
        <translation>Who comes in</translation>
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
        <source>Escribe tu contraseña o número</source>
        <translation>Type your passphrase or number</translation>
    </message>
    <message>
        <source>abriendo</source>
        <translation>opening</translation>
    </message>
    <message>
        <source>Abriendo los datos</source>
        <translation>Opening the data</translation>
    </message>
    <message numerus="yes">
        <source>Espera %n segundos para probar otra vez.</source>
        <translation>
            <numerusform>Wait one second before the next try.</numerusform>
            <numerusform>Wait %n seconds before the next try.</numerusform>
        </translation>
    </message>
    <message>
        <source>Los datos siguen cifrados y completos. Escríbela con calma.</source>
        <translation>The data are still encrypted and whole. Type it without hurry.</translation>
    </message>
    <message>
        <source>Ya puedes probar otra vez</source>
        <translation>You can try again now</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Las dos no son iguales. Escríbelas otra vez.</source>
        <translation>The two are not the same. Type them again.</translation>
    </message>
    <message>
        <source>Escribe la contraseña nueva dos veces.</source>
        <translation>Type the new passphrase twice.</translation>
    </message>
    <message>
        <source>Contraseña o número nuevo</source>
        <translation>New passphrase or number</translation>
    </message>
    <message>
        <source>Otra vez</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Enseñar lo que escribo</source>
        <translation>Show what I type</translation>
    </message>
    <message>
        <source>Le faltan letras: lleva al menos {0}</source>
        <translation>Too few letters: it takes at least {0}</translation>
    </message>
    <message>
        <source>Es muy fácil de adivinar</source>
        <translation>It is very easy to guess</translation>
    </message>
    <message>
        <source>Sirve. Una frase de varias palabras es mejor</source>
        <translation>It will do. A phrase of several words is better</translation>
    </message>
    <message>
        <source>Es buena</source>
        <translation>It is good</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Borrar el último</source>
        <translation>Delete the last one</translation>
    </message>
</context>
<context>
    <name>RecoverView</name>
    <message>
        <source>Volver a entrar con la hoja de recuperación</source>
        <translation>Come in again with the recovery sheet</translation>
    </message>
    <message>
        <source>La hoja está en la oficina. Escribe sus 24 palabras en orden, o lee su QR.</source>
        <translation>The sheet is at the office. Write its 24 words in order, or read its QR.</translation>
    </message>
    <message>
        <source>Palabras o QR de la hoja</source>
        <translation>Words or QR of the sheet</translation>
    </message>
    <message>
        <source>¿De quién es la contraseña que se olvidó?</source>
        <translation>Whose passphrase was forgotten?</translation>
    </message>
    <message>
        <source>Nombre completo de esa persona</source>
        <translation>Full name of that person</translation>
    </message>
    <message>
        <source>Atrás</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Poner la contraseña nueva y entrar</source>
        <translation>Set the new passphrase and enter</translation>
    </message>
    <message>
        <source>abriendo</source>
        <translation>opening</translation>
    </message>
    <message>
        <source>Abriendo los datos</source>
        <translation>Opening the data</translation>
    </message>
    <message>
        <source>Faltan las palabras de la hoja.</source>
        <translation>The words of the sheet are missing.</translation>
    </message>
    <message>
        <source>Di de quién es la contraseña que se olvidó.</source>
        <translation>Say whose passphrase was forgotten.</translation>
    </message>
    <message>
        <source>Falta el nombre.</source>
        <translation>The name is missing.</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Hoja de las notas selladas</source>
        <translation>Sheet of the sealed notes</translation>
    </message>
    <message>
        <source>Hoja de recuperación</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Hacer otra: la de antes ya no sirve</source>
        <translation>Make another: the one before no longer works</translation>
    </message>
    <message>
        <source>Hacer la hoja</source>
        <translation>Make the sheet</translation>
    </message>
    <message>
        <source>Guardarla como PDF para imprimir</source>
        <translation>Save it as a PDF to print</translation>
    </message>
    <message>
        <source>Con la hoja en la mano: escribe sus palabras {0}, o lee su QR</source>
        <translation>With the sheet in your hand: type its words {0}, or read its QR</translation>
    </message>
    <message>
        <source>Haz la hoja de recuperación.</source>
        <translation>Make the recovery sheet.</translation>
    </message>
    <message>
        <source>Lo leído de la hoja no coincide: revísalo palabra por palabra.</source>
        <translation>What was read from the sheet does not match: check it word by word.</translation>
    </message>
    <message>
        <source>Es para la persona de protección: solo con ella se leen las notas selladas.</source>
        <translation>It is for the safeguarding person: only with it are sealed notes read.</translation>
    </message>
    <message>
        <source>Si se olvida la contraseña, solo esta hoja abre los datos. No se guarda en la laptop.</source>
        <translation>If the passphrase is forgotten, only this sheet opens the data. It is not kept on the laptop.</translation>
    </message>
    <message>
        <source>hoja de notas selladas</source>
        <translation>sheet of sealed notes</translation>
    </message>
    <message>
        <source>hoja de recuperación</source>
        <translation>recovery sheet</translation>
    </message>
    <message>
        <source>¿Dónde la guardo?</source>
        <translation>Where shall I save it?</translation>
    </message>
    <message>
        <source>Imprímela y borra el archivo: quien lo tenga puede abrir los datos.</source>
        <translation>Print it and delete the file: whoever has it can open the data.</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Copias de seguridad, la más nueva arriba</source>
        <translation>Safety copies, the newest first</translation>
    </message>
    <message>
        <source>Probar otra vez</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Rescatar lo que se pueda leer del archivo dañado</source>
        <translation>Rescue what can be read of the damaged file</translation>
    </message>
    <message>
        <source>Recuperar la copia de las {0}</source>
        <translation>Restore the copy of {0}</translation>
    </message>
    <message>
        <source>Se intentó y sigue igual.</source>
        <translation>It was tried and is as before.</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Queda poco espacio en el disco</source>
        <translation>There is little room on the disk</translation>
    </message>
    <message>
        <source>Todo lo guardado está a salvo. Borra archivos que no uses, fuera de la carpeta de Surco.</source>
        <translation>Everything saved is safe. Delete files you do not use, outside Surco's folder.</translation>
    </message>
    <message>
        <source>La última copia de seguridad tiene más de una semana</source>
        <translation>The last safety copy is more than a week old</translation>
    </message>
    <message>
        <source>En Ajustes, «Copias», se hace una con un botón.</source>
        <translation>In Settings, “Copies” makes one with a button.</translation>
    </message>
    <message>
        <source>Queda poca batería</source>
        <translation>The battery is low</translation>
    </message>
    <message>
        <source>Lo guardado está a salvo aunque se apague. Conecta la laptop si puedes.</source>
        <translation>What is saved is safe even if it goes off. Plug the laptop in if you can.</translation>
    </message>
    <message>
        <source>El reloj de la laptop cambió mientras trabajabas</source>
        <translation>The laptop's clock changed while you worked</translation>
    </message>
    <message>
        <source>El tiempo de la sesión sigue bien. Revisa fecha y hora de la laptop.</source>
        <translation>The session's time is still right. Check the laptop's date and time.</translation>
    </message>
    <message>
        <source>Una lista de la oficina trae otras llaves del proyecto</source>
        <translation>A list from the office brings other project keys</translation>
    </message>
    <message>
        <source>Nada cambió. Pregunta a la oficina si las cambió; en Ajustes, «Llaves del proyecto», se aceptan.</source>
        <translation>Nothing changed. Ask the office whether it changed them; they are accepted in Settings, “Project keys”.</translation>
    </message>
</context>
</TS>
