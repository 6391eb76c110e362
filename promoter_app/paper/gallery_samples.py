"""Invented values for the gallery and the tests: long names, stacked marks, empty fields, every paper."""

from __future__ import annotations

from datetime import date, time, timedelta

from promoter_app.domain.cards import CodeKind, card_label, make_code
from promoter_app.domain.papers.cards import CardBatch, CrewMarker, Matrix, WorkerCard
from promoter_app.domain.papers.material import (
    Certificate,
    FacilitatorGuide,
    GuideQuestion,
    GuideStep,
    HelpCard,
    HelpChannel,
    Idea,
    LawReference,
    LocalDatum,
    WorkerSheet,
)
from promoter_app.domain.papers.office import (
    DayKit,
    Decision,
    KitItem,
    MergeRecord,
    PlannedSession,
    ReceivedFile,
    WeekPlan,
    WeekRow,
)
from promoter_app.domain.papers.sheets import (
    AnswerRow,
    AnswerSheet,
    AttendanceRow,
    AttendanceSheet,
    Question,
    QuestionCards,
    SheetHeader,
)

TAG = 77
NAMES = (
    "Anselmo Robles Ríos",
    "María de los Ángeles Guadalupe Evangelista de la Cruz",
    "Haika ‘Ɨkitɨarika ‘Utɨame",
    "ɨꞋɨɨr ñiñiaꞋ O'dam",
    "Tu̱ʼun Ti̱kui̱í Sâví Kǒo",
    "Ná ɨ́ Naáyeri ɨ́tzi",
    "Ana",
    "Wenceslao Maximiliano Hernández-Villavicencio Xochitlanehuatzin",
    "Hñähñu A̱xua̱ 'Ba'ye Rä Ndo̱'yo",
    "Ë́dxi Ɨ̀nda Ǘya Didxazá",
    "Xochiquetzalitzin Tlacaelelhuitzin Nezahualcoyotzincatl Moctezumatzin",
    "Rosa Me'phaa Mèꞌphàà Amuzgoⁿ",
)
PRIVACY = (
    "Sus datos se usan para su constancia y para saber qué temas lleva. No se entregan al ingenio ni al gobierno. "
    "Decir que no, no tiene consecuencias. Puede pedir verlos, corregirlos o borrarlos con quien facilita. "
    "Aviso completo en la oficina del proyecto."
)


def name(place: int) -> str:
    """The hardest names, one after another."""
    return NAMES[place % len(NAMES)]


def header(title: str = "Derechos y bienestar 2") -> SheetHeader:
    """A head with long fields and a neutral title."""
    return SheetHeader(
        title=title,
        project="Surco Nayarit 2025–2026",
        partner="Asociación Ejemplo del Valle",
        folio="A-2026-0042",
        day=date(2026, 2, 17),
        start=time(9, 40),
        end=time(10, 0),
        place="Nayarit, Compostela, Ejido San José de Gracia de los Milagros",
        mill="Ingenio El Ejemplo",
        front="Frente 4",
        crew="San Blas",
        sector="Caña",
        language="Español y wixárika",
        interpreter="María ‘Ɨkitɨa",
        promoters="Rosa Elena Ríos y Juan Pérez de la O",
        modality="Descanso",
    )


def attendance(people: int, *, named: bool = True) -> AttendanceSheet:
    """A list with every kind of value in its columns."""
    rows = tuple(
        AttendanceRow(
            number=card_label(131 + place * 7),
            name=name(place),
            sex=("F", "M", "X", "")[place % 4],
            age_group=("18–24", "25–34", "35–44", "60+", "")[place % 5],
            language=("Wixárika", "", "Náayeri", "Mexikatlajtoli")[place % 4],
            first_time=(True, False, None)[place % 3],
            consent=True,
        )
        for place in range(people)
    )
    walk_ins = 0 if people == 30 else 4
    return AttendanceSheet(header(), make_code(CodeKind.SHEET, TAG, 42).text, rows, PRIVACY, walk_ins, named)


def answers(people: int, items: int) -> AnswerSheet:
    """A test sheet with both kinds of items."""
    rows = tuple(AnswerRow(card_label(131 + place * 7), name(place)) for place in range(people))
    kinds = (False, True, False, True, False, False)[:items]
    return AnswerSheet(header(), make_code(CodeKind.SHEET, TAG, 43).text, rows, kinds, "M1-1", 2)


def marker(number: int) -> Matrix:
    """A square that looks like a crew marker (7 x 7 with its border); the bits are only a sample."""
    bits = (number * 2654435761 + 0x2545F491) & 0x1FFFFFF
    inner = [[bool(bits >> (row * 5 + column) & 1) for column in range(5)] for row in range(5)]
    edge = (True,) * 7
    return (edge, *((True, *row, True) for row in inner), edge)


def cards(count: int) -> CardBatch:
    """Cards with names, some without."""
    made = tuple(
        WorkerCard(
            make_code(CodeKind.CARD, TAG, 131 + place * 7).text,
            card_label(131 + place * 7),
            name(place) if place % 5 != 3 else "",
            marker(place + 1),
        )
        for place in range(count)
    )
    return CardBatch("San Blas", made)


def blanks(count: int) -> CardBatch:
    """Pre-printed blanks; the last two are a practice card and a scanner test."""
    kinds = [CodeKind.CARD] * (count - 2) + [CodeKind.PRACTICE, CodeKind.SCANNER_TEST]
    made = tuple(
        WorkerCard(make_code(kind, TAG, 2_097_000 + place).text, card_label(2_097_000 + place))
        for place, kind in enumerate(kinds)
    )
    return CardBatch("Lote 12", made, backs=False)


def markers() -> tuple[CrewMarker, ...]:
    """Two large markers."""
    return CrewMarker("0131", marker(1), NAMES[4]), CrewMarker("0138", marker(2))


def questions(language: str) -> QuestionCards:
    """Three items of the heat topic."""
    es = (
        ("glass-clock", "¿Cuándo tomar agua al trabajar con calor?",
         ("Solo con sed", "Un vaso cada 15 a 20 minutos, aunque no haya sed", "Al terminar el día")),
        ("urine-colours", "La orina oscura y escasa avisa que falta agua.", ("Verdadero", "Falso")),
        ("person-down", "Un compañero está confundido y muy caliente. Primero:",
         ("Que descanse solo", "Darle bebida energética", "Sombra, mojarlo y pedir ayuda urgente")),
    )  # fmt: skip
    en = (
        ("glass-clock", "When to drink in the heat?",
         ("Only if thirsty", "A glass every 15 to 20 minutes, even if not thirsty", "At day's end")),
        ("urine-colours", "Dark, scant urine warns you need water.", ("True", "False")),
        ("person-down", "A co-worker is confused and very hot. First:",
         ("Leave him to rest", "Energy drink", "Shade, wet him, urgent help")),
    )  # fmt: skip
    chosen = en if language == "en" else es
    items = tuple(Question(n, picture, text, choices) for n, (picture, text, choices) in enumerate(chosen, 1))
    return QuestionCards("Calor" if language == "es" else "Heat", items)


def guide(language: str) -> FacilitatorGuide:
    """A guide long enough for two pages. Its words are Spanish in both languages: they come from the topic."""
    return FacilitatorGuide(
        title="Calor: agua, sombra y descanso" if language == "es" else "Heat: water, shade, rest",
        subtitle="M1 · caña y tabaco · nivel 1",
        minutes=20,
        short_minutes=15,
        objectives=(
            "Nombrar tres señales de aviso.",
            "Decir cada cuánto se toma agua.",
            "Actuar ante un golpe de calor.",
        ),
        materials=("Lista de asistencia", "Hoja de respuestas", "Un vaso de 250 ml", "Tarjetas de ayuda"),
        steps=(
            GuideStep(
                2,
                "Saludo y aviso de privacidad",
                "Lea el aviso en voz alta. Decir que no, no tiene consecuencias.",
            ),
            GuideStep(3, "Preguntas de antes", "Lea cada pregunta; cada quien señala o levanta su tarjeta."),
            GuideStep(10, "Tema", "Use el vaso. Pregunte cuántos vasos llevan hoy y cuántos faltan."),
            GuideStep(3, "Preguntas de después"),
            GuideStep(2, "Tarjeta de ayuda", "Repase el 911 y a dónde acudir."),
        ),
        messages=(
            "Un vaso (unos 250 ml) cada 15 a 20 minutos aunque no haya sed, sin pasar de unos 1.5 litros por hora.",
            "Descansar en la sombra también ayuda a proteger los riñones.",
            "Orina oscura quiere decir que falta agua.",
            "Confusión, piel muy caliente o desmayo son una emergencia: 911.",
        ),
        questions=tuple(
            GuideQuestion(q.number, q.text, q.choices, (1, 0, 2)[q.number - 1], q.number != 2)
            for q in questions(language).questions
        ),
        laws=(
            LawReference(
                "NOM-015-STPS-2001, condiciones térmicas", date(2026, 10, 3), "confianza alta", False
            ),
            LawReference(
                "LFT 283-IV, agua y comida durante la jornada", date(2025, 6, 1), "fuente encontrada", True
            ),
        ),
        local=(LocalDatum("Hospital más cercano"), LocalDatum("Teléfono", "311 000 0000")),
        checklist=("Nadie del patrón ni del contratista escucha.", "Las tarjetas de ayuda están listas."),
        picture="module-heat",
    )


def worker_sheet(language: str) -> WorkerSheet:
    """Four ideas in few words."""
    if language == "en":
        ideas = (("glass-clock", "A glass of water every 15 to 20 minutes"), ("tree", "Rest in the shade"),
                 ("urine-colours", "Dark: you need water"), ("phone", "Confused and very hot: call 911"))  # fmt: skip
        return WorkerSheet("Water, shade and rest", tuple(Idea(*idea) for idea in ideas))
    ideas = (("glass-clock", "Un vaso de agua cada 15 a 20 minutos"), ("tree", "Descanse en la sombra"),
             ("urine-colours", "Oscura: le falta agua"), ("phone", "Confusión y calor: llame al 911"))  # fmt: skip
    return WorkerSheet(
        "Agua, sombra y descanso", tuple(Idea(*idea) for idea in ideas), "Haika ‘ɨkitɨarika · Tu'un Savi"
    )


def help_card(language: str) -> HelpCard:
    """Channels with and without a number, verified or not."""
    spanish = language == "es"
    channels = (
        HelpChannel("Emergencias", "911", "gratis, 24 horas", True, date(2026, 10, 1)),
        HelpChannel("Línea Nacional contra la Trata", "800 5533 000", "puede ser anónima", False),
        HelpChannel("PROFEDET", "800 911 7877", "asesoría laboral gratuita (caña)", False),
        HelpChannel("IMSS", "800 623 2323", "salud y seguro", False),
        HelpChannel("CNDH", "800 715 2000", "derechos humanos", False),
        HelpChannel("Denuncia anónima", "089", "", False),
        HelpChannel("Procuraduría del trabajo del estado", "", "tabaco", False),
        HelpChannel("Línea del proyecto", "", "", False),
    )
    cover = "Agua, sombra y descanso" if spanish else "Water, shade and rest"
    foot = "Un vaso de agua cada 15 a 20 minutos." if spanish else "A glass of water every 15 to 20 minutes."
    return HelpCard(cover, "water", channels, foot)


def certificates() -> tuple[Certificate, ...]:
    """One with an easy name, one with the longest."""
    return tuple(
        Certificate(
            folio=f"C-2026-{place:04d}",
            check_code="7K2MPQ9RST4VWXY3",
            name=NAMES[place],
            project="Surco Nayarit 2025–2026",
            partner="Asociación Ejemplo del Valle",
            topics=9,
            hours="3 h 30 min",
            first_day=date(2025, 12, 2),
            last_day=date(2026, 4, 14),
            place="Tepic, Nayarit",
            issued_on=date(2026, 4, 20),
            signers=(("Rosa Elena Ríos", "Promotora"), ("Juan Pérez de la O", "Coordinación")),
        )
        for place in (4, 10)
    )


def week(language: str) -> WeekPlan:
    """Twelve crews, two sessions on some days."""
    monday = date(2026, 2, 16)

    def session(day: int, hour: int, title: str) -> PlannedSession:
        start, end = time(hour, 40), time(hour + 1, 0)
        return PlannedSession(
            monday + timedelta(days=day), start, end, title, "Frente 4, Ej. San José", "Rosa Ríos"
        )

    rows = tuple(
        WeekRow(
            f"Cuadrilla {place + 1} San Blas",
            f"{18 + place} personas",
            tuple(
                session((place + step * 2) % 6, 9 + step * 4, f"Tema {step + 1 + place % 4}")
                for step in range(1 + place % 3)
            ),
        )
        for place in range(12)
    )
    return WeekPlan(
        "Plan de la semana" if language == "es" else "Week plan", monday, rows, note="Surco Nayarit"
    )


def merge_record() -> MergeRecord:
    """A union of three laptops with two conflicts."""
    files = tuple(
        ReceivedFile(
            f"Laptop {place + 1}, {NAMES[place]}",
            f"surco-2026-02-1{place}.surco",
            "9f2c 77a1 0b3e",
            3,
            41,
            120,
        )
        for place in range(3)
    )
    decisions = (
        Decision(NAMES[1], "edad 25–34 (laptop 1) · 35–44 (laptop 2)", "35–44", "Coordinación"),
        Decision(NAMES[4], "sexo sin dato (laptop 1) · F (laptop 3)", "F", "Coordinación"),
    )
    totals = (("Personas", 1_204, 1_284), ("Sesiones", 88, 97), ("Asistencias", 4_310, 4_670))
    signers = (("Rosa Elena Ríos", "Promotora"), ("Juan Pérez", "Coordinación"), ("Ana Díaz", "Socio"))
    return MergeRecord(
        "ACTA-2026-007", date(2026, 2, 18), "Tepic", "Surco Nayarit", files, totals, decisions, (), signers
    )


def kit(language: str) -> DayKit:
    """A kit with every kind of paper."""
    return DayKit(
        title="Derechos y bienestar 2",
        day=date(2026, 2, 17),
        place="Frente 4",
        crew="San Blas",
        bring=("Un vaso de 250 ml", "20 tarjetas en blanco", "Lapiceros"),
        items=(
            KitItem(attendance(18)),
            KitItem(answers(18, 3)),
            KitItem(guide(language)),
            KitItem(questions(language)),
            KitItem(worker_sheet(language), 2),
            KitItem(help_card(language), 2),
        ),
    )
