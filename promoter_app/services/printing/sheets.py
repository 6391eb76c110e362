"""Sheets that come back by photo: each printed page is remembered with the person of every row.

The code of a sheet is made from what is on it, so printing the same list again prints the same code, and a list
with one more person is another sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from promoter_app.domain.cards import MAX_NUMBER, CodeKind, card_label, make_code
from promoter_app.domain.curriculum.content_ids import content_id
from promoter_app.domain.curriculum.course import ItemKind, Module, short_form
from promoter_app.domain.curriculum.plain import items_fingerprint
from promoter_app.domain.papers.geometry import ATTENDANCE_ROWS, MAX_ITEMS, TEST_ROWS, split_rows
from promoter_app.domain.papers.sheets import AnswerRow, AnswerSheet, AttendanceRow, AttendanceSheet
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content, module_of, save_form
from promoter_app.services.folder import Folder, project_tag, setting
from promoter_app.services.printing.header import sheet_header
from promoter_app.services.sessions.testing import FORM
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store
from promoter_app.store.papers import reading as store
from promoter_app.store.writer import Writer

PRIVACY = Sentence(
    "Sus datos sirven para su constancia y para saber qué temas lleva. No se dan al ingenio ni al gobierno. "
    "Puede pedir verlos, corregirlos o borrarlos con el promotor.",
    "Your data serve for your certificate and to know which topics you have done. They are not given to the mill "
    "or the government. You may ask the promoter to see, correct or erase them.",
)
KINDS = {"attendance": ATTENDANCE_ROWS, "tests": TEST_ROWS}
WALK_INS = {"attendance": 5, "tests": 3}


@dataclass(frozen=True)
class Printed:
    """What a sheet is: its kind, its session, who is on it, and for tests which questions."""

    kind: str
    session: bytes
    people: tuple[bytes, ...]
    form: bytes | None = None

    def pages(self) -> list[tuple[int, tuple[bytes, ...]]]:
        """Rows and people of each page, as the paper workshop splits them."""
        parts = split_rows(len(self.people), WALK_INS[self.kind], KINDS[self.kind])
        pages, start = [], 0
        for named, rows in parts:
            pages.append((rows, self.people[start : start + named]))
            start += rows
        return pages

    def number(self, attempt: int) -> int:
        """The number inside the sheet's code; another one for each `attempt`, should one be taken."""
        said = b"".join((self.kind.encode(), self.session, self.form or b"", bytes([attempt]), *self.people))
        return int.from_bytes(sha256(b"sheet" + said).digest()[:8], "big") & MAX_NUMBER


def attendance_sheet(
    folder: Folder, stamp: Stamp, content: Content, session: Session, *, language: str = "es", named: bool = True
) -> AttendanceSheet:
    """The attendance list of a session with its crew of that day; `named=False` for a list that may be posted."""
    people = _members(folder, session)
    came = session_store.people_with_attendance(folder.book, session.crew, session.held_on) if session.crew else set()
    code = remember(folder, stamp, Printed("attendance", session.id, tuple(person.id for person in people)))
    rows = tuple(_row(person, person.id not in came) for person in people)
    privacy = PRIVACY.in_language(language)
    header = sheet_header(folder, content, session, language)
    return AttendanceSheet(header, code, rows, privacy, WALK_INS["attendance"], named)


def answer_sheet(
    folder: Folder, stamp: Stamp, content: Content, session: Session, *, language: str = "es", named: bool = True
) -> AnswerSheet:
    """The test sheet of a session: a row per worker with the answers before and after.

    Raises Refusal `no_test` when its topic has no questions here.
    """
    module, short = _tested(folder, content, session)
    asked = short_form(module) if short else module
    people = _members(folder, session)
    course = next(course for course in content.courses.values() if course.module(module.code) is module)
    with folder.book.writing(stamp) as write:
        form, _items = save_form(write, course, module, short=short)
        code = _remember(folder, write, Printed("tests", session.id, tuple(person.id for person in people), form))
    header = sheet_header(folder, content, session, language)
    rows = tuple(AnswerRow(_number(person), person.name) for person in people)
    kinds = tuple(item.kind is ItemKind.TRUE_FALSE for item in asked.items)
    version = f"{module.code}-{module.version} {items_fingerprint(module)[:6]}"
    return AnswerSheet(header, code, rows, kinds, version, WALK_INS["tests"], named)


def _tested(folder: Folder, content: Content, session: Session) -> tuple[Module, bool]:
    """The topic of a session and whether its short form is asked: a sheet holds six questions at most."""
    module = module_of(content, session)
    if module is None or not module.items:
        raise Refusal(
            "no_test",
            Sentence("Este tema no tiene prueba en esta laptop.", "This topic has no test on this laptop."),
            NOTHING_CHANGED,
            Sentence("Imprime otro papel y avisa a la oficina.", "Print another paper and tell the office."),
        )
    return module, setting(folder, FORM, "short") != "full" or len(module.items) > MAX_ITEMS


def _members(folder: Folder, session: Session) -> list[Person]:
    return people_store.people_of_crew(folder.book, session.crew, session.held_on) if session.crew else []


def _number(person: Person) -> str:
    return card_label(person.card_number) if person.card_number is not None else ""


def _row(person: Person, first_time: bool) -> AttendanceRow:
    return AttendanceRow(
        _number(person), person.name, person.sex or "", person.age_group or "", first_time=first_time
    )


def remember(folder: Folder, stamp: Stamp, printed: Printed) -> str:
    """Write down what a sheet is, once; the code to print on it. Raises Refusal `no_project`."""
    with folder.book.writing(stamp) as write:
        return _remember(folder, write, printed)


def _remember(folder: Folder, write: Writer, printed: Printed) -> str:
    code = _free_code(folder, printed)
    for page, (rows, people) in enumerate(printed.pages(), 1):
        write.add_once(
            "printed_page", _page_id(code, page, printed), code=code, page=page, kind=printed.kind,
            session=printed.session, rows_on_page=rows, people=_listed(people), form=printed.form,
        )
    return code


def _page_id(code: str, page: int, printed: Printed) -> bytes:
    form = printed.form.hex() if printed.form else ""
    return content_id("printed_page", code, str(page), printed.session.hex(), form, _listed(printed.people))


def _listed(people: Sequence[bytes]) -> str:
    return " ".join(person.hex() for person in people)


def _free_code(folder: Folder, printed: Printed) -> str:
    """The code of exactly this sheet; should another sheet have it (one in two million), the next one."""
    tag = _tag(folder)
    mine = (printed.session, printed.kind, printed.form, _listed(printed.pages()[0][1]))
    for attempt in range(256):
        code = make_code(CodeKind.SHEET, tag, printed.number(attempt)).text
        taken = store.pages_with_code(folder.book, code, 1)
        if all((row["session"], row["kind"], row["form"], row["people"]) == mine for row in taken):
            return code
    raise RuntimeError("no free sheet code")


def _tag(folder: Folder) -> int:
    tag = project_tag(folder)
    if tag is None:
        raise Refusal(
            "no_project",
            Sentence("Esta carpeta todavía no tiene proyecto.", "This folder has no project yet."),
            NOTHING_CHANGED,
            Sentence("Abre Surco una vez y repite.", "Open Surco once and repeat."),
        )
    return tag
