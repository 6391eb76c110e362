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
</context>
</TS>
