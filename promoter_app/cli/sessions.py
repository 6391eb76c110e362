"""`surco sessions ...` and `surco scan`: a session's life and its attendance."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, table
from promoter_app.cli.values import DAY, HOUR
from promoter_app.domain.attendance import ScanOutcome
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.services.crews import crews as crew_service
from promoter_app.services.curricula import read_content
from promoter_app.services.printing import orders
from promoter_app.services.sessions import attendance
from promoter_app.services.sessions import sessions as service
from promoter_app.services.topics.versions import current_content

_ANY = ("0000-01-01", "9999-12-31")


def _row(session: Session) -> dict[str, Any]:
    return {
        "id": session.id, "code": session.code, "name": session.crew_name or session.code, "date": session.held_on,
        "starts": session.starts, "ends": session.ends, "module": session.module, "crew": session.crew,
        "crew_name": session.crew_name, "venue": session.venue_name, "state": session.state,
        "reason": session.reason, "people": session.people, "present": session.present,
    }


def _show(desk: Desk, session: Session, as_json: bool) -> None:
    if as_json:
        emit(_row(session))
    else:
        desk.say(Sentence(f"{session.code}: {session.state}", f"{session.code}: {session.state}"))


@click.group("sessions")
def sessions() -> None:
    """Sesiones: ver, planear, abrir, cerrar / sessions: list, plan, open, close."""


@sessions.command("list")
@click.option("--from", "first", type=DAY, help="Desde este día / from this day.")
@click.option("--to", "last", type=DAY, help="Hasta este día / to this day.")
@click.option("--today", is_flag=True, help="Solo las de hoy / only those of today.")
@click.option("--state", type=click.Choice(["planned", "open", "held", "not_held", "reopened"]),
              help="Solo en este estado / only in this state.")  # fmt: skip
@json_option
@pass_desk
def list_sessions(
    desk: Desk, first: str | None, last: str | None, today: bool, state: str | None, as_json: bool
) -> None:
    """Las sesiones, en orden / sessions in order of time."""
    if today:
        first = last = desk.edge.stamp().today
    with desk.folder() as folder:
        found = service.sessions_between(folder, first or _ANY[0], last or _ANY[1], state=state)
    if as_json:
        for session in found:
            emit(_row(session))
        return
    rows = [
        (s.held_on, f"{s.starts}-{s.ends}", s.code, s.crew_name or "", s.state, f"{s.present}/{s.people}")
        for s in found
    ]
    table(rows, ("fecha", "hora", "código", "cuadrilla", "estado", "presentes"))


@sessions.command("add")
@click.option("--crew", required=True, help="Código o nombre de la cuadrilla / crew code or name.")
@click.option("--module", required=True, help="Tema, M1..M10 / module, M1..M10.")
@click.option("--date", "held_on", required=True, type=DAY, help="Día / day.")
@click.option("--starts", required=True, type=HOUR, help="Hora en que empieza / when it begins.")
@click.option("--ends", required=True, type=HOUR, help="Hora en que termina / when it ends.")
@json_option
@pass_desk
def add(desk: Desk, crew: str, module: str, held_on: str, starts: str, ends: str, as_json: bool) -> None:
    """Planea una sesión / plan a session."""
    with desk.folder() as folder:
        found = crew_service.find_crew(folder, crew, desk.edge.stamp().today)
        topic = orders.topic_module(current_content(folder), found.sector, module).code
        new = service.NewSession(
            held_on, starts, ends, found.id, topic, venue=found.venue, season=found.season
        )
        made = service.add_session(folder, desk.edge.stamp(), new).outcome
        session = service.session(folder, made)
    if session is not None:
        _show(desk, session, as_json)


def _change(name: str, help_text: str, act: Any) -> click.Command:
    @sessions.command(name, help=help_text)
    @click.argument("session")
    @json_option
    @pass_desk
    def command(desk: Desk, session: str, as_json: bool) -> None:
        with desk.folder() as folder:
            found = service.find_session(folder, session)
            done = act(folder, desk.edge.stamp(), found.id)
        _show(desk, done.outcome, as_json)

    return command


_change("open", "Abre una sesión para tomar asistencia / open a session for attendance.", service.start_session)
_change("close", "Cierra una sesión como dada / close a session as held.",
        partial(service.close_session, somebody=True))  # fmt: skip
_change("back", "Regresa a planeada una sesión abierta por error / back to planned, if opened by mistake.",
        service.back_to_planned)  # fmt: skip
_change("reopen", "Abre otra vez una sesión / open a session again.", service.reopen_session)


@sessions.command("not-held")
@click.argument("session")
@click.option("--reason", required=True, help="Código del motivo / reason code.")
@click.option("--note", default=None, help="Lo que se quiera anotar / what to note down.")
@json_option
@pass_desk
def not_held(desk: Desk, session: str, reason: str, note: str | None, as_json: bool) -> None:
    """La sesión no se pudo hacer / the session could not be held."""
    with desk.folder() as folder:
        found = service.find_session(folder, session)
        _require_reason(reason)
        done = service.not_held(folder, desk.edge.stamp(), found.id, reason, note)
    _show(desk, done.outcome, as_json)


def _require_reason(reason: str) -> None:
    known = [one.id for one in read_content().cancel_reasons]
    if reason not in known:
        raise Refusal(
            "unknown_reason",
            Sentence(f"No hay un motivo «{reason}».", f"There is no reason “{reason}”."),
            NOTHING_CHANGED,
            Sentence(f"Usa uno de estos: {', '.join(known)}.", f"Use one of these: {', '.join(known)}."),
        )


@click.command("scan")
@click.argument("session")
@json_option
@pass_desk
def scan(desk: Desk, session: str, as_json: bool) -> None:
    """Lee códigos de la entrada, uno por línea, y cuenta a las personas / count people by codes typed or piped in."""
    with desk.folder() as folder:
        found = service.find_session(folder, session)
        if found.state == "planned":
            service.start_session(folder, desk.edge.stamp(), found.id)
            desk.warn(Sentence(f"Se abrió la sesión {found.code}.", f"Session {found.code} was opened."))
        for line in sys.stdin or ():  # there is none when it was closed
            code = line.strip()
            if code:
                outcome = attendance.record_scan(folder, desk.edge.stamp(), found.id, code).outcome
                _outcome(code, outcome, as_json)


def _outcome(code: str, outcome: ScanOutcome, as_json: bool) -> None:
    person = outcome.person
    if as_json:
        emit(
            {
                "code": code,
                "state": outcome.state.value,
                "person": {"id": person.id, "name": person.name, "crew": person.crew_name} if person else None,
                "at": outcome.at,
                "present": outcome.present,
            }
        )
    else:
        click.echo(f"{code}  {outcome.state.value}  {person.name if person else ''}".rstrip())


COMMANDS: tuple[click.Command, ...] = (sessions, scan)
