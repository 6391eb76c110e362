"""Parts of rooms: sections of Ajustes, tabs of Temas, a planned week, lists and files that come in."""

from __future__ import annotations

import tempfile
from pathlib import Path

from promoter_app.domain.done import Done
from promoter_app.domain.office.nouns import NOUNS
from promoter_app.domain.stamp import Stamp
from promoter_app.services import deliver
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import sessions
from promoter_app.ui.scenes.scene import Come, Scene, room_of
from promoter_app.ui.scripted_day import Day

_SECTIONS = ("own", *NOUNS, "lock", "consent", "notice")
_TABS = ("cards", "questions", "laws", "tongues", "texts", "inserts", "audio")
_LIST = "Nombre,Apellidos,Sexo,Edad,Lengua\nMartina,López Carrillo,M,34,huichol\nJosé,de la Cruz,H,27,español\n"


def part_scenes() -> list[Scene]:
    """Parts of rooms that need something chosen first."""
    office = [Scene(f"settings-{section}", "coordinator", _section(section)) for section in _SECTIONS]
    topics = [Scene(f"topics-{tab}", "coordinator", _tab(tab)) for tab in _TABS]
    return [
        Scene("person", "promoter", _person), Scene("people-import", "promoter", _import),
        Scene("person-new", "promoter", _new_person),
        *office, *topics, Scene("topics-edit", "coordinator", _edit_topic),
        Scene("paper-read", "promoter", _read_sheets),
        Scene("week-conflict", "coordinator", _conflict), Scene("week-proposal", "coordinator", _proposal),
        Scene("receiving-files", "coordinator", _files),
    ]  # fmt: skip


def _person(day: Day) -> None:
    from promoter_app.ui.crews.page import CrewsPage

    page = room_of(day, "crews", CrewsPage)
    page.people.choose_filter("all")
    page.open_person(page.people.table.people.line(0).key)


def _new_person(day: Day) -> None:
    from promoter_app.ui.crews.page import CrewsPage

    page = room_of(day, "crews", CrewsPage)
    known = page.people.table.people.line(0).name
    page.register_person()
    if page.new_person is not None:
        page.new_person.form.name.setText(known)
        page.new_person.look_now()


def _import(day: Day) -> None:
    from promoter_app.ui.crews.page import CrewsPage

    page = room_of(day, "crews", CrewsPage)
    path = Path(tempfile.mkdtemp(prefix="surco-lista-")) / "lista.csv"
    path.write_text(_LIST, encoding="utf-8")
    page.bring_file(path)
    day.wait(lambda: page.importing is not None and not page.importing.columns.isHidden())


def _section(name: str) -> Come:
    def come(day: Day) -> None:
        from promoter_app.ui.settings.page import SettingsPage

        page = room_of(day, "settings", SettingsPage)
        page.show_section(name)
        day.rest()
        if name in NOUNS and page.noun.rows.people.rowCount():
            page.noun.rows.setCurrentIndex(page.noun.rows.people.index(0))

    return come


def _tab(name: str) -> Come:
    def come(day: Day) -> None:
        from promoter_app.ui.topics.page import TopicsPage

        room_of(day, "topics", TopicsPage).tabs.button(name).click()

    return come


def _edit_topic(day: Day) -> None:
    from promoter_app.ui.topics.page import TopicsPage

    room_of(day, "topics", TopicsPage).edit_topic.click()


def _read_sheets(day: Day) -> None:
    from promoter_app.ui.paper.page import PaperPage

    page = room_of(day, "paper", PaperPage)
    page.show_tab(page.reading)


def _proposal(day: Day) -> None:
    from promoter_app.ui.week.page import WeekPage

    page = room_of(day, "week", WeekPage)
    if page.proposal is None:
        page.plan(seconds=1.0)
        day.wait(lambda: page.proposal is not None and not page.run.is_running)


def _conflict(day: Day) -> None:
    """Somebody has to be at two crews at once: the second session is written where no page would put it."""
    from promoter_app.ui.week.page import WeekPage

    page = room_of(day, "week", WeekPage)
    if page.board is not None and not page.board.problems:
        stamp = day.window.desk.road.edge.stamp()
        day.ask(lambda folder: _put_clash(folder, stamp, day.window.desk.today()))
        page.mark_stale()
        day.rest()


def _put_clash(folder: Folder, stamp: Stamp, today: str) -> Done[bytes]:
    found = next(s for s in sessions.sessions_between(folder, today, "9999-12-31") if s.crew and s.state == "planned")
    other = next(crew for crew in crews.crews(folder, today) if crew.id != found.crew)
    new = sessions.NewSession(
        found.held_on, found.starts, found.ends, other.id, found.module, venue=other.venue, season=other.season,
        promoter=found.promoter,
    )  # fmt: skip
    return sessions.add_session(folder, stamp, new)


def _files(day: Day) -> None:
    from promoter_app.ui.receiving.page import ReceivingPage

    page = room_of(day, "receiving", ReceivingPage)
    place = Path(tempfile.mkdtemp(prefix="surco-recibir-"))
    (place / "surco-danado.db").write_bytes(b"SQLite format 3\0" + bytes(400))
    stamp = day.window.desk.road.edge.stamp()
    day.ask(lambda folder: deliver.export(folder, stamp, place))
    page.look(sorted(place.iterdir()))
