<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>CrewCard</name>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>cabo {0}</source>
        <translation>crew leader {0}</translation>
    </message>
    <message>
        <source>Imprimir tarjetas</source>
        <translation>Print cards</translation>
    </message>
    <message>
        <source>Imprimir lista</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>Nadie de la cuadrilla tiene tarjeta</source>
        <translation>Nobody in the crew has a card</translation>
    </message>
    <message>
        <source>Primero pon una sesión en Hoy</source>
        <translation>First add a session in Today</translation>
    </message>
    <message>
        <source>No hay temas para el cultivo de esta cuadrilla. Avisa a la oficina.</source>
        <translation>There are no topics for the crop of this crew. Tell the office.</translation>
    </message>
</context>
<context>
    <name>CrewPrinting</name>
    <message>
        <source>tarjetas {0} {1}</source>
        <translation>cards {0} {1}</translation>
    </message>
    <message>
        <source>lista {0} {1}</source>
        <translation>list {0} {1}</translation>
    </message>
    <message>
        <source>Dibujando {0}</source>
        <translation>Drawing {0}</translation>
    </message>
    <message>
        <source>Listo para imprimir: {0}</source>
        <translation>Ready to print: {0}</translation>
    </message>
</context>
<context>
    <name>CrewsPage</name>
    <message>
        <source>Cuadrillas</source>
        <translation>Crews</translation>
    </message>
    <message>
        <source>Todas las personas</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Persona nueva</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Traer lista de Excel o CSV</source>
        <translation>Bring Excel or CSV list</translation>
    </message>
    <message>
        <source>Aquí van tus cuadrillas y su gente.</source>
        <translation>Your crews and their people go here.</translation>
    </message>
    <message>
        <source>Trae la lista que te dieron, en Excel o CSV. Antes de registrar a nadie ves qué entra y qué no.</source>
        <translation>Bring the list you were given, in Excel or CSV. Before anybody is registered you see what enters and what does not.</translation>
    </message>
    <message>
        <source>Leyendo las cuadrillas</source>
        <translation>Reading the crews</translation>
    </message>
    <message>
        <source>Intentar otra vez</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Todavía no hay cuadrillas.</source>
        <translation>No crews yet.</translation>
    </message>
    <message>
        <source>Todas las personas {0}</source>
        <translation>Everybody {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Esta persona no está en ninguna cuadrilla</source>
        <translation>This person is in no crew</translation>
    </message>
</context>
<context>
    <name>LockStrip</name>
    <message>
        <source>La regla: {0} de {1} con los {2} temas de seguridad. Primero la confianza.</source>
        <translation>The rule: {0} of {1} with the {2} safety topics. Trust first.</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Ver quién falta</source>
        <translation>See who is missing</translation>
    </message>
</context>
<context>
    <name>MoveQuestion</name>
    <message>
        <source>¿A qué cuadrilla pasa?</source>
        <translation>Which crew are they moving to?</translation>
    </message>
    <message>
        <source>Cambiar de cuadrilla</source>
        <translation>Change crew</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Desde el día</source>
        <translation>From the day</translation>
    </message>
</context>
<context>
    <name>NewPersonPage</name>
    <message>
        <source>Tarjeta: escanea o escribe</source>
        <translation>Card: scan or type it</translation>
    </message>
    <message>
        <source>Tarjeta en blanco: escanea o escribe su número</source>
        <translation>Blank card: scan it or type its number</translation>
    </message>
    <message>
        <source>Menos de 18 años: no se registra y no se guarda nada</source>
        <translation>Under 18: not registered, and nothing is kept</translation>
    </message>
    <message>
        <source>Dijo que no: no se guarda nada y toma las sesiones igual</source>
        <translation>Said no: nothing is kept, and they come to sessions all the same</translation>
    </message>
    <message>
        <source>Cerrar sin guardar</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>No se guardó nada de esa persona</source>
        <translation>Nothing about that person was kept</translation>
    </message>
    <message>
        <source>Tiene menos de 18 años. No preguntes más delante del grupo. Después, a solas, sigue la política de protección de tu organización y avisa a tu coordinación.</source>
        <translation>They are under 18. Ask no more in front of the group. Afterwards, in private, follow your organisation's safeguarding policy and tell your coordinator.</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
    <message>
        <source>tarjeta {0}</source>
        <translation>card {0}</translation>
    </message>
    <message>
        <source>Se registró a {0}</source>
        <translation>{0} was registered</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Busca persona o tarjeta</source>
        <translation>Find person or card</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Todas las personas</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Les falta un tema {0}</source>
        <translation>Missing a topic {0}</translation>
    </message>
    <message>
        <source>Todas {0}</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>Sin tarjeta {0}</source>
        <translation>No card {0}</translation>
    </message>
    <message>
        <source>A nadie le falta un tema de seguridad.</source>
        <translation>Nobody is missing a safety topic.</translation>
    </message>
    <message>
        <source>Esta cuadrilla todavía no tiene gente.</source>
        <translation>This crew has no people yet.</translation>
    </message>
    <message>
        <source>Todas las personas tienen tarjeta.</source>
        <translation>Everybody has a card.</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Le faltan {0} temas</source>
        <translation>Missing {0} topics</translation>
    </message>
    <message>
        <source>Le falta {0}</source>
        <translation>Missing {0}</translation>
    </message>
    <message>
        <source>Todavía no hay personas.</source>
        <translation>No people yet.</translation>
    </message>
    <message>
        <source>Nadie se llama así ni tiene esa tarjeta</source>
        <translation>Nobody has that name or card</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>sin tarjeta</source>
        <translation>no card</translation>
    </message>
    <message>
        <source>sin cuadrilla</source>
        <translation>no crew</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>Mujer</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Hombre</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Otro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Todavía nada.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>{0} · desde el {1}</source>
        <translation>{0} · since {1}</translation>
    </message>
    <message>
        <source>{0} · del {1} al {2}</source>
        <translation>{0} · from {1} to {2}</translation>
    </message>
    <message>
        <source>anulada: se perdió</source>
        <translation>cancelled: lost</translation>
    </message>
    <message>
        <source>anulada: tiene otra</source>
        <translation>cancelled: has another</translation>
    </message>
    <message>
        <source>anulada</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>vale</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>sesión sin tema</source>
        <translation>session without a topic</translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Datos corregidos</source>
        <translation>Data corrected</translation>
    </message>
    <message>
        <source>Cambió de cuadrilla. Su historia sigue con la persona</source>
        <translation>Changed crew. The history stays with the person</translation>
    </message>
    <message>
        <source>La tarjeta {0} quedó anulada</source>
        <translation>Card {0} is cancelled</translation>
    </message>
    <message>
        <source>Escanea una en blanco cuando la tengas.</source>
        <translation>Scan a blank one when you have it.</translation>
    </message>
    <message>
        <source>La tarjeta buena es la {0}</source>
        <translation>The valid card is {0}</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Datos</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Cuadrillas</source>
        <translation>Crews</translation>
    </message>
    <message>
        <source>Tarjetas</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Sesiones</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Corregir datos</source>
        <translation>Correct the data</translation>
    </message>
    <message>
        <source>Cambiar de cuadrilla</source>
        <translation>Change crew</translation>
    </message>
    <message>
        <source>Se perdió su tarjeta</source>
        <translation>The card was lost</translation>
    </message>
    <message>
        <source>Escanea o escribe número</source>
        <translation>Scan or type the number</translation>
    </message>
    <message>
        <source>Tarjeta nueva: escanea o escribe su número</source>
        <translation>New card: scan it or type its number</translation>
    </message>
    <message>
        <source>Nombre y apellidos</source>
        <translation>First and last names</translation>
    </message>
    <message>
        <source>Sexo</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Edad</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Lengua que prefiere</source>
        <translation>Preferred language</translation>
    </message>
</context>
<context>
    <name>RightsCard</name>
    <message>
        <source>Se quita todo lo suyo de esta carpeta, con sus copias, y, al unir, de las demás laptops. No se puede deshacer. Queda solo una marca sin nombre para que no vuelva. En respaldos y entregas guardados aparte sigue hasta que los cambies por otros de hoy.</source>
        <translation>Everything of theirs leaves this folder, its copies included, and, on uniting, the other laptops. It cannot be undone. Only a mark without a name stays, so that it does not come back. In backups and deliveries kept elsewhere it stays until you replace them with new ones.</translation>
    </message>
    <message>
        <source>Permisos y derechos</source>
        <translation>Consents and rights</translation>
    </message>
    <message>
        <source>Sus derechos</source>
        <translation>Their rights</translation>
    </message>
    <message>
        <source>Datos que tenemos</source>
        <translation>Data we hold</translation>
    </message>
    <message>
        <source>Pide que se borre lo suyo</source>
        <translation>Asks to be erased</translation>
    </message>
    <message>
        <source>Borrar para siempre</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Bloquear para borrar</source>
        <translation>Block to erase</translation>
    </message>
    <message>
        <source>Nadie le ha preguntado todavía.</source>
        <translation>Nobody has asked yet.</translation>
    </message>
    <message>
        <source>Sus datos están bloqueados: falta borrarlos.</source>
        <translation>The data are blocked: erasing is left.</translation>
    </message>
    <message>
        <source>Pidió que se borre lo suyo.</source>
        <translation>Asked for erasure.</translation>
    </message>
    <message>
        <source>Pidió que se borre lo suyo. Va a la oficina con tu entrega; allá se borra.</source>
        <translation>They asked to be erased. It goes to the office with your delivery; it is done there.</translation>
    </message>
    <message>
        <source>Si te lo pide, anótalo aquí. No tiene que decir por qué.</source>
        <translation>If they ask you, note it here. They need not say why.</translation>
    </message>
    <message>
        <source>Sí, {0}, el {1}</source>
        <translation>Yes, {0}, on {1}</translation>
    </message>
    <message>
        <source>Retirado, {0}, el {1}</source>
        <translation>Withdrawn, {0}, on {1}</translation>
    </message>
    <message>
        <source>Retirar</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Retirar permiso: {0}</source>
        <translation>Withdraw consent: {0}</translation>
    </message>
    <message>
        <source>Anotar permiso: su registro</source>
        <translation>Note consent: their record</translation>
    </message>
    <message>
        <source>Anotar permiso: lengua y pueblo</source>
        <translation>Note consent: language and people</translation>
    </message>
    <message>
        <source>Guardar su registro</source>
        <translation>Keeping the record</translation>
    </message>
    <message>
        <source>Guardar su lengua y su pueblo</source>
        <translation>Keeping language and people</translation>
    </message>
    <message>
        <source>de palabra</source>
        <translation>by word</translation>
    </message>
    <message>
        <source>por escrito</source>
        <translation>in writing</translation>
    </message>
    <message>
        <source>en la lista</source>
        <translation>on the list</translation>
    </message>
    <message>
        <source>sin dato</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>Anótalo solo si se le leyó el texto y dijo que sí.</source>
        <translation>Note it only if the text was read to the person and they said yes.</translation>
    </message>
    <message>
        <source>Solo cuenta por escrito: con su firma, su marca o sus iniciales en la hoja.</source>
        <translation>It only counts in writing: with a signature, a mark or initials on the sheet.</translation>
    </message>
    <message>
        <source>¿Da su permiso {0}?</source>
        <translation>Does {0} give consent?</translation>
    </message>
    <message>
        <source>Anotar permiso</source>
        <translation>Note consent</translation>
    </message>
    <message>
        <source>Permiso anotado</source>
        <translation>Consent noted</translation>
    </message>
    <message>
        <source>Sin este permiso queda pedido que se borre todo lo suyo.</source>
        <translation>Without this consent the erasure of everything about them is asked for.</translation>
    </message>
    <message>
        <source>Su lengua y su pueblo quedan sin dato desde ahora.</source>
        <translation>Language and people have no data from now on.</translation>
    </message>
    <message>
        <source>¿Retira su permiso {0}?</source>
        <translation>Does {0} withdraw consent?</translation>
    </message>
    <message>
        <source>Retirar permiso</source>
        <translation>Withdraw consent</translation>
    </message>
    <message>
        <source>Permiso retirado</source>
        <translation>Consent withdrawn</translation>
    </message>
    <message>
        <source>Listo: {0}</source>
        <translation>Done: {0}</translation>
    </message>
    <message>
        <source>Anotado: pide que se borre lo suyo</source>
        <translation>Noted: asks to be erased</translation>
    </message>
    <message>
        <source>¿Borrar para siempre a {0}?</source>
        <translation>Erase {0} for good?</translation>
    </message>
    <message>
        <source>¿Bloquear a {0} para borrar lo suyo?</source>
        <translation>Block {0} to erase what is theirs?</translation>
    </message>
    <message>
        <source>Sale de todas las listas y cuentas. Mientras no se borre, Ctrl+Z lo regresa; borrar para siempre es el paso que sigue y no se puede deshacer.</source>
        <translation>They leave every list and count. Until they are erased, Ctrl+Z brings them back; erasing for good is the next step and cannot be undone.</translation>
    </message>
    <message>
        <source>Bloquear</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>coordinación</source>
        <translation>coordination</translation>
    </message>
    <message>
        <source>Bloqueado. Falta borrar para siempre</source>
        <translation>Blocked. Erasing for good is left</translation>
    </message>
    <message>
        <source>Lo suyo se borró para siempre</source>
        <translation>What was theirs is erased for good</translation>
    </message>
</context>
<context>
    <name>crews</name>
    <message>
        <source>Primero la confianza: seguridad y salud</source>
        <translation>Trust first: safety and health</translation>
    </message>
    <message>
        <source>Derechos</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>Después: temas delicados</source>
        <translation>Later: sensitive topics</translation>
    </message>
    <message>
        <source>{0} de {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>{0} de {1} temas</source>
        <translation>{0} of {1} topics</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Lengua</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tarjeta</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Temas</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cuadrilla</source>
        <translation>Crew</translation>
    </message>
</context>
</TS>
