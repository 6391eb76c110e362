"""From pictures to people: each page is matched with what was printed on it. Reads only, writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promoter_app.domain.cards import read_code
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.services.folder import Folder, project_tag
from promoter_app.store import attempts as attempt_store
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store
from promoter_app.store.papers import reading as store

if TYPE_CHECKING:
    from promoter_app.capture.sheets.files import FilePage as FilePage
    from promoter_app.capture.sheets.values import Answer, ReadPage

ATTENDANCE, TESTS = "attendance", "tests"


@dataclass(frozen=True)
class Asked:
    """Something that only a person can tell: who, which field, the best guess, why, and its picture.

    `true_false`: the three rings are true, false and "?", in place of A, B and C.
    """

    row: int
    field: str
    item: int
    person: Person
    guess: str
    why: str
    picture: bytes
    true_false: bool = False

    @property
    def key(self) -> tuple[int, str, int]:
        """What tells one question from the others of its page."""
        return self.row, self.field, self.item


@dataclass(frozen=True)
class WalkIn:
    """A row that somebody was written on by hand. `known` was typed in before from this very row.

    `consent`: the ring that allows keeping the name is clearly marked; what is not clear is asked.
    """

    row: int
    picture: bytes
    known: Person | None = None
    typed: bool = False
    consent: bool = False


@dataclass(frozen=True)
class SheetPage:
    """One page that was read and matched. `said` holds what is certain: (row, field, item) to yes, no or a letter.

    `quads` say where each place is in `photo` (a JPEG of `size`), by the same keys. `others` are the further pages
    of its sheet of which nothing is known yet.
    """

    file: Path
    number: int
    printed: bytes
    code: str
    page: int
    kind: str
    session: Session
    people: dict[int, Person]
    said: dict[tuple[int, str, int], str]
    asked: tuple[Asked, ...]
    walk_ins: tuple[WalkIn, ...]
    photo: bytes
    size: tuple[int, int]
    quads: dict[tuple[int, str, int], tuple[tuple[float, float], ...]]
    outline: tuple[tuple[float, float], ...]
    form: bytes | None = None
    known: frozenset[bytes] = frozenset()
    others: frozenset[int] = frozenset()

    def present(self) -> int:
        """People marked present for certain."""
        return sum(value == "yes" for (_row, name, _item), value in self.said.items() if name == "present")


@dataclass(frozen=True)
class NotRead:
    """A page that was not read, and why."""

    file: Path
    number: int
    refusal: Refusal


@dataclass(frozen=True)
class SheetReading:
    """What came of a handful of pictures. A page photographed twice is here once."""

    pages: tuple[SheetPage, ...] = ()
    not_read: tuple[NotRead, ...] = field(default=())

    def asked(self) -> list[tuple[SheetPage, Asked]]:
        """The doubtful ones of every page, in order."""
        return [(page, one) for page in self.pages for one in page.asked]

    def missing(self) -> list[tuple[SheetPage, int]]:
        """Pages of these sheets that are not among them: a page of the same sheet, and the number of what lacks."""
        here = {(page.code, page.page) for page in self.pages}
        lacking = {
            (page.code, number): (page, number)
            for page in self.pages for number in sorted(page.others) if (page.code, number) not in here
        }  # fmt: skip
        return list(lacking.values())


def pages_in(images: Iterable[Path]) -> Iterator[FilePage]:
    """Read pictures without any data: slow and pure, safe on any thread."""
    from promoter_app.capture.sheets.files import read_files

    return read_files(images)


def page_of_frame(name: str, luma: bytes, width: int, height: int, stride: int) -> FilePage:
    """Read a picture of a camera (`stride` bytes a row, enough of them). No file is written: it shows names."""
    from promoter_app.capture.sheets.files import read_picture
    from promoter_app.capture.zxing import plane_array

    return read_picture(Path(name), 1, plane_array(luma, width, height, stride).copy())


def read_sheets(folder: Folder, images: Iterable[Path]) -> SheetReading:
    """Read and match every page of the files."""
    return match_pages(folder, pages_in(images))


def match_pages(folder: Folder, found: Iterable[FilePage]) -> SheetReading:
    """Match pages with what was printed; pages of other projects or unknown sheets say so."""
    pages: dict[tuple[str, int], SheetPage] = {}
    not_read: list[NotRead] = []
    for one in found:
        if one.page is None or one.refusal is not None:
            not_read.append(NotRead(one.file, one.number, one.refusal or _unknown()))
            continue
        try:
            page = _matched(folder, one.file, one.number, one.page)
        except Refusal as refusal:
            not_read.append(NotRead(one.file, one.number, refusal))
            continue
        before = pages.get((page.code, page.page))
        if before is None or len(page.asked) < len(before.asked):
            pages[page.code, page.page] = page
    return SheetReading(tuple(pages.values()), tuple(not_read))


def _matched(folder: Folder, file: Path, number: int, page: ReadPage) -> SheetPage:
    printed = _printed(folder, page)
    session = session_store.session(folder.book, printed["session"])
    if session is None:
        raise _unknown()
    people = _people(folder, printed["people"], session)
    kind = printed["kind"]
    answers = [answer for answer in page.answers if answer.row in people]
    two_ways = {at for at, item in enumerate(items_of(folder, printed["form"]), 1) if len(item["letters"]) == 2}
    said = {_key(answer): answer.value for answer in answers if not answer.doubtful}
    asked = tuple(
        Asked(*_key(answer), people[answer.row], answer.value, str(answer.why), answer.picture, answer.item in two_ways)
        for answer in answers
        if answer.doubtful
    )
    typed = store.typed_rows(folder.book, printed["id"])
    agreed = {answer.row for answer in page.answers if (answer.field, answer.value) == ("consent", "yes")}
    walk_ins = tuple(
        replace(_walk_in(folder, session, row, picture, typed), consent=row in agreed)
        for row, picture in page.written.items()
    )
    here = frozenset(row["person"] for row in session_store.present_rows(folder.book, session.id))
    return SheetPage(
        file, number, printed["id"], printed["code"], printed["page"], kind, session, people, said, asked, walk_ins,
        page.photo, page.size, {_key(answer): answer.quad for answer in page.answers}, page.outline,
        printed["form"], here, _others(folder, printed, here),
    )  # fmt: skip


def items_of(folder: Folder, form: bytes | None) -> list[dict[str, Any]]:
    """The items of a printed form in order: id and the letters of their options; none of a list of attendance."""
    listed = attempt_store.items_of_form(folder.book, form) if form else None
    return [attempt_store.item_with_options(folder.book, bytes.fromhex(id)) for id in (listed or "").split()]


def _others(folder: Folder, printed: dict[str, Any], here: frozenset[bytes]) -> frozenset[int]:
    """The other pages of a sheet; of a list only those of which nobody is counted yet."""
    rows = store.pages_with_code(folder.book, printed["code"])
    return frozenset(
        row["page"] for row in rows
        if row["page"] != printed["page"] and row["session"] == printed["session"] and row["kind"] == printed["kind"]
        and not (row["kind"] == ATTENDANCE and here & {bytes.fromhex(id) for id in row["people"].split()})
    )  # fmt: skip


def _key(answer: Answer) -> tuple[int, str, int]:
    return answer.row, answer.field, answer.item


def _walk_in(folder: Folder, session: Session, row: int, picture: bytes, typed: dict[int, bytes | None]) -> WalkIn:
    id = typed.get(row)
    known = people_store.person(folder.book, id, session.held_on) if id else None
    return WalkIn(row, picture, known, row in typed)


def _printed(folder: Folder, page: ReadPage) -> dict[str, Any]:
    """The printed page of a code, or a Refusal: another project, not printed here, or not the same layout."""
    code = read_code(page.code.sheet)
    if code is None or code.tag != project_tag(folder):
        raise Refusal(
            "other_project",
            Sentence("La hoja es de otro proyecto.", "The sheet is of another project."),
            SAFE,
            Sentence("Léela en la laptop de ese proyecto.", "Read it on the laptop of that project."),
        )
    rows = store.pages_with_code(folder.book, code.text, page.code.page)
    layout = page.code.layout
    fitting = [
        row for row in rows
        if row["rows_on_page"] == layout.rows and len(row["people"].split()) == layout.named
        and (row["kind"] == ATTENDANCE) == (layout.kind == "A")
    ]  # fmt: skip
    if len({row["session"] for row in fitting}) > 1:
        raise Refusal(
            "two_sheets",
            Sentence("Dos hojas tienen ese código.", "Two sheets have that code."),
            SAFE,
            Sentence("Captura esta lista a mano.", "Type this list in."),
        )
    if not fitting:
        raise _unknown()
    return fitting[0]


def _people(folder: Folder, listed: str, session: Session) -> dict[int, Person]:
    """Who is on each row; a person erased since then has no row any more."""
    people = {}
    for row, id in enumerate(listed.split()):
        person = people_store.person(folder.book, bytes.fromhex(id), session.held_on)
        if person is not None:
            people[row] = person
    return people


SAFE = Sentence("No se guardó nada de esta hoja.", "Nothing of this sheet was saved.")


def _unknown() -> Refusal:
    return Refusal(
        "unknown_sheet",
        Sentence("Esa hoja no se imprimió en esta laptop.", "That sheet was not printed on this laptop."),
        SAFE,
        Sentence(
            "Léela donde se imprimió, o une antes la entrega de esa laptop.",
            "Read it where it was printed, or unite that laptop's delivery first.",
        ),
    )
