"""What belongs to a topic and is set up by hand: texts and recordings in a language, inserts per company."""

from __future__ import annotations

from promoter_app.domain.office.fields import Field, Noun, day, note, number, pick, ref, words
from promoter_app.domain.refusal import Sentence

_MODULE = Field("module", "module", Sentence("Tema", "Topic"), True)
_LANGUAGE = Field("language", "language", Sentence("Lengua", "Language"), True)
_SPEAKER = words("speaker", "Quién lo dijo (persona hablante)", "Who said it (a speaker)", required=True)
_SIGNED = words("signed_off_by", "Quién lo revisó y aprobó", "Who checked and approved it")

TEXT = Noun(
    "topic_text", Sentence("Textos en su lengua", "Texts in their language"), Sentence("el texto", "the text"),
    Sentence("Solo lo que dio una persona hablante, con su nombre y la fecha. Nada se traduce con máquina.",
             "Only what a speaker gave, with their name and the date. Nothing is machine translated."),
    (_MODULE, _LANGUAGE,
     pick("part", "Qué es", "What it is", ("title", "Título", "Title"), ("script", "Guion", "Script"),
          ("sheet", "Hoja", "Sheet"), required=True),
     Field("words", "long", Sentence("Texto", "Text"), True, limit=8000), _SPEAKER,
     day("signed_on", "Fecha en que lo firmó", "Date they signed it off", required=True), _SIGNED),
    ("language", "part"), ("speaker", "signed_on"), ("module", "language", "part"), is_person=True,
)  # fmt: skip
RECORDING = Noun(
    "recording", Sentence("Grabaciones", "Recordings"), Sentence("la grabación", "the recording"),
    Sentence("El audio que se pone en la sesión, con permiso de quien habla.",
             "The audio played in sessions, with the speaker's consent."),
    (_MODULE, _LANGUAGE, _SPEAKER,
     day("speaker_consent", "Dio su permiso el", "Gave consent on", required=True),
     day("recorded_on", "Se grabó el", "Recorded on"), number("seconds", "Segundos", "Seconds", most=3600), _SIGNED,
     words("file", "Archivo", "File", required=True),
     words("sha256", "Huella", "Fingerprint", required=True, limit=64)),
    ("language",), ("speaker", "speaker_consent", "signed_off_by"), changes=False, is_person=True,
)  # fmt: skip
INSERT = Noun(
    "local_insert", Sentence("Insertos por empresa", "Inserts per company"), Sentence("el inserto", "the insert"),
    Sentence("Lo propio de una empresa: comité de ética, buzón, vales. Se comprueba antes de imprimir.",
             "What a company has: ethics committee, mailbox, vouchers. Checked before printing."),
    (_MODULE, ref("company", "Empresa", "Company", "company", required=True),
     Field("text_es", "long", Sentence("Texto en español", "Text in Spanish"), True, limit=2000),
     note("text_en", "Texto en inglés", "Text in English", 2000),
     day("checked_on", "Comprobado el", "Checked on")),
    ("company",), ("text_es", "checked_on"), ("module", "company"),
)  # fmt: skip
