"""What the office tells the planner: minutes by road, when people can work, where they set out from."""

from __future__ import annotations

from promoter_app.domain.office.fields import Field, Noun, day, note, number, ref
from promoter_app.domain.refusal import Sentence

WEEKDAYS = tuple(
    (str(at), Sentence(es, en))
    for at, (es, en) in enumerate((
        ("Lunes", "Monday"), ("Martes", "Tuesday"), ("Miércoles", "Wednesday"), ("Jueves", "Thursday"),
        ("Viernes", "Friday"), ("Sábado", "Saturday"), ("Domingo", "Sunday"),
    ))
)  # fmt: skip
"""Days of the week as the data keep them (0 Monday) and as people read them."""
_LONGEST_ROAD = 600

TRAVEL = Noun(
    "travel_time", Sentence("Tiempos de camino", "Travel times"), Sentence("el tiempo de camino", "the travel time"),
    Sentence("Minutos por camino entre dos frentes, o de una persona a un frente. Sin dato se estiman por distancia.",
             "Minutes by road between two fronts, or from a person to a front. Without them distance gives a guess."),
    (ref("a", "De", "From", "venue+person", required=True), ref("b", "A", "To", "venue+person", required=True),
     number("minutes", "Minutos", "Minutes", most=_LONGEST_ROAD, required=True), note("note", "Nota", "Note", 200)),
    ("a", "b"), ("minutes", "note"), ("a", "b"),
)  # fmt: skip
AVAILABILITY = Noun(
    "availability", Sentence("Días y horas", "Days and hours"),
    Sentence("el día o las horas", "the day or hours"),
    Sentence("Cuándo puede o no puede trabajar cada quien. Sin dato: de lunes a sábado, de 6:00 a 19:00.",
             "When each person can or cannot work. Without it: Monday to Saturday, 6:00 to 19:00."),
    (ref("person", "Persona", "Person", "person", required=True),
     Field("present", "yes_no", Sentence("¿Puede?", "Can they?"), True,
           options=(("1", Sentence("Sí puede", "Can work")), ("0", Sentence("No puede", "Cannot work")))),
     day("since", "Desde", "From", required=True), day("until", "Hasta", "Until"),
     Field("weekday", "weekdays", Sentence("Solo estos días", "Only these days"), options=WEEKDAYS,
           hint=Sentence("Sin elegir vale para todos los días.", "None chosen means every day.")),
     Field("starts", "time", Sentence("De las", "From")), Field("ends", "time", Sentence("A las", "To")),
     note("note", "Nota", "Note", 200)),
    ("person",), ("present", "since", "until", "weekday", "starts", "ends"), is_person=True,
)  # fmt: skip
HOME_BASE = Noun(
    "home_base", Sentence("De dónde salen", "Where they set out"),
    Sentence("el punto de salida", "the starting point"),
    Sentence("Sin dato se toma el centro de los lugares donde ha dado sesiones.",
             "Without it the middle of the places where they gave sessions is taken."),
    (ref("person", "Persona", "Person", "person", required=True),
     ref("venue", "Sale de", "Sets out from", "venue", required=True)),
    ("person",), ("venue",), ("person",), is_person=True,
)  # fmt: skip
