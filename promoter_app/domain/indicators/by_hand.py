"""What the office tells by hand: reach of the campaign, and figures of indicators that the app cannot count."""

from __future__ import annotations

from datetime import date

from promoter_app.domain.done import Value
from promoter_app.domain.office.checks import Values, checked, refusal
from promoter_app.domain.office.fields import Field, Noun, day, note, number, pick, ref, words
from promoter_app.domain.refusal import Sentence

_NO_NAMES = Sentence("Sin nombres de personas.", "No names of people.")
_MOST = 100_000_000

OUTREACH = Noun(
    "outreach", Sentence("Alcance de la campaña", "Reach of the campaign"),
    Sentence("alcance de la campaña", "reach of the campaign"),
    Sentence("A cuántas personas llegó cada actividad de la campaña.", "How many people each activity reached."),
    (day("on_date", "Día", "Day", required=True),
     words("channel", "Canal", "Channel", required=True, limit=60,
           hint=Sentence("Radio, cartel, perifoneo, volante…", "Radio, poster, loudspeaker, leaflet.")),
     number("people", "Personas alcanzadas", "People reached", 1, _MOST, required=True),
     pick("counted", "Cómo se contó", "How it was counted", ("counted", "Se contaron", "Counted"),
          ("estimated", "Se estimó", "Estimated"), ("platform", "Lo dice la plataforma", "Told by the platform"),
          required=True),
     words("audience", "Público", "Audience", limit=120, hint=_NO_NAMES), words("place", "Lugar", "Place", limit=120),
     Field("language", "language", Sentence("Lengua", "Language")), ref("partner", "Socio", "Partner", "partner"),
     Field("about_channels", "yes_no", Sentence("¿Habló de los canales de ayuda?", "Was it about help channels?"),
           options=(("1", Sentence("Sí", "Yes")), ("0", Sentence("No", "No")))),
     note("note", "Nota", "Note", hint=_NO_NAMES)),
    ("channel",),
)  # fmt: skip
"""A row of reach (indicator 3.2a): no personal data, and it says how it was counted."""
REPORTED = Noun(
    "reported_figure", Sentence("Cifras informadas a mano", "Figures reported by hand"),
    Sentence("cifra informada", "reported figure"),
    Sentence("Indicadores que la app no cuenta.", "Indicators that the app does not count."),
    (ref("indicator", "Indicador", "Indicator", "indicator", required=True),
     day("on_date", "Día", "Day", required=True),
     number("amount", "Cantidad", "Amount", 0, _MOST, required=True),
     words("evidence", "Con qué evidencia", "On what evidence", limit=1000, hint=_NO_NAMES),
     ref("partner", "Socio", "Partner", "partner")),
    ("indicator",),
)  # fmt: skip
"""A figure of an indicator whose rule is `reported`; those of a period add up."""


def checked_report(noun: Noun, values: Values, today: str) -> dict[str, Value]:
    """The values as they may be written. Refusal: those of `checked`, `not_yet` for a day after `today` (ISO)."""
    found = checked(noun, values)
    if date.fromisoformat(str(found["on_date"])) > date.fromisoformat(today):
        raise refusal(
            "not_yet",
            ("Ese día todavía no llega.", "That day has not come yet."),
            ("Escribe el día en que pasó.", "Write the day on which it happened."),
        )
    return found
