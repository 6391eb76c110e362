"""`surco report ...`: indicators of a period for a receiver, items still missed, delays, what is kept of a person."""

from __future__ import annotations

import json
from pathlib import Path

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, table
from promoter_app.cli.values import NewFile
from promoter_app.domain.indicators.items import still_missed, suggestion, to_repeat
from promoter_app.domain.indicators.table import rows
from promoter_app.domain.privacy.preview import what_it_tells
from promoter_app.domain.refusal import Sentence
from promoter_app.services.crews import crews
from promoter_app.services.indicators import comments, follow_up, reporting
from promoter_app.services.privacy import rights
from promoter_app.services.reports import access, files, sheets
from promoter_app.services.security import audit

_period = click.option("--period", required=True,
                       help="Meses, como 2026-10..2027-03 / months, as 2026-10..2027-03.")  # fmt: skip
_profile = click.option("--profile", type=click.Choice(["internal", "donor", "outside"]), default="internal",
                        show_default=True, help="Para quién / for whom.")  # fmt: skip
_out = click.option("--out", type=NewFile(folder_too=True), help="Archivo o carpeta / file or folder.")


@click.group("report")
def report() -> None:
    """Informes: indicadores, preguntas, atrasos, una persona / reports: indicators, items, delays, a person."""


@report.command("indicators")
@_period
@_profile
@click.option("--format", "kind", type=click.Choice(files.FORMATS), default="json", show_default=True,
              help="Qué clase de archivo / which kind of file.")  # fmt: skip
@_out
@click.option("--preview", is_flag=True, help="Solo dice qué se podría saber con él / only what it would tell.")
@json_option
@pass_desk
def indicators(
    desk: Desk, period: str, profile: str, kind: str, out: Path | None, preview: bool, as_json: bool
) -> None:
    """Los indicadores de un periodo / the indicators of a period.

    En JSON y sin --out salen aquí, un renglón cada uno / as JSON and without --out they come here, a line each.
    """
    with desk.folder() as folder:
        made = reporting.report(folder, period, profile, today=desk.edge.stamp().now.date())
        if not preview:
            audit.report_given(folder, desk.edge.stamp(), profile, kind)
    if preview or profile != "internal":
        ended = made.period.last < desk.edge.stamp().today
        told = what_it_tells(made, ended=ended)
        for sentence in told:
            desk.warn(sentence)
        if preview and as_json:
            emit({"period": period, "profile": profile, "tells": [one.in_language(desk.language) for one in told]})
    if preview:
        return
    if out is None and kind == "json":
        for row in rows(made, desk.language):
            emit(row)
        return
    _tell_file(desk, files.write_report(made, out or Path.cwd(), kind, desk.language), as_json)


def _tell_file(desk: Desk, path: Path, as_json: bool) -> None:
    if as_json:
        emit({"path": path})
    else:
        desk.warn(Sentence(f"Listo: «{path}».", f"Done: “{path}”."))


@report.command("comment")
@click.argument("indicator")
@click.argument("words")
@_period
@json_option
@pass_desk
def comment(desk: Desk, indicator: str, words: str, period: str, as_json: bool) -> None:
    """Lo que la oficina dice de una cifra; "" lo quita / what the office says about a figure; "" takes it away."""
    with desk.folder() as folder:
        codes = [one.code for one in reporting.indicators(folder)]
        if indicator not in codes:
            raise click.BadParameter(", ".join(codes), param_hint="INDICATOR")
        comments.comment(folder, desk.edge.stamp(), period, indicator, words)
    if as_json:
        emit({"indicator": indicator, "period": period, "comment": words.strip() or None})
    else:
        desk.warn(Sentence("Anotado.", "Noted."))


@report.command("items")
@_period
@click.option("--crew", help="Código o nombre de la cuadrilla / crew code or name.")
@json_option
@pass_desk
def items(desk: Desk, period: str, crew: str | None, as_json: bool) -> None:
    """Qué preguntas se siguen fallando y qué repetir / which questions are still missed."""
    with desk.folder() as folder:
        found = None if crew is None else crews.find_crew(folder, crew, desk.edge.stamp().today).id
        results = follow_up.item_results(folder, reporting.find_period(folder, period), found)
    again = to_repeat(results)
    for one in results:
        if as_json:
            emit(
                {
                    "module": one.module, "item": one.number, "question": one.question, "before": one.before,
                    "asked_before": one.asked_before, "after": one.after, "asked_after": one.asked_after,
                    "missed": one.missed, "repeat": one in again,
                }
            )
    if not as_json:
        lines = [
            (one.module, str(one.number), f"{one.before or 0} %", f"{one.after} %",
             one.question.in_language(desk.language)[:60])
            for one in still_missed(results)
        ]  # fmt: skip
        table(lines, ("tema", "pregunta", "antes", "después", "dice"))
        desk.say(suggestion(results))


@report.command("delays")
@_period
@json_option
@pass_desk
def delays(desk: Desk, period: str, as_json: bool) -> None:
    """Lo planeado y lo dado, lo que cayó en un cierre, lo que falta recuperar / planned against held."""
    with desk.folder() as folder:
        found = follow_up.delays(folder, reporting.find_period(folder, period), desk.edge.stamp().now.date())
        targets = follow_up.targets_to_set(folder)
    for one in found.missed:
        if as_json:
            emit(
                {
                    "session": one.session.code, "date": one.session.day.isoformat(), "crew": one.session.crew_name,
                    "module": one.session.module, "state": one.session.state, "reason": one.session.reason,
                    "closure": one.closure.reason if one.closure else None,
                    "planned_again": one.planned_again.isoformat() if one.planned_again else None,
                    "held_again": one.held_again, "catch_up_by": one.catch_up_by.isoformat(),
                    "suggested": one.suggested.isoformat() if one.suggested else None,
                }
            )
    for target in targets if as_json else ():
        emit({"target_to_set": target["indicator"], "period": target["period"], "owner": target["owner"],
              "due": target["due"]})  # fmt: skip
    if not as_json:
        lines = [
            (one.session.code, one.session.reason or one.session.state, one.closure.reason if one.closure else "",
             str(one.planned_again or one.suggested or ""), str(one.catch_up_by))
            for one in found.to_catch_up
        ]  # fmt: skip
        table(lines, ("sesión", "motivo", "cierre", "nueva fecha", "a más tardar"))
        desk.say(found.words)


@report.command("person")
@click.argument("card")
@_out
@json_option
@pass_desk
def person(desk: Desk, card: str, out: Path | None, as_json: bool) -> None:
    """Todo lo que se guarda de una persona, por su tarjeta o su id / everything kept about one person."""
    stamp = desk.edge.stamp()
    with desk.folder() as folder:
        made = rights.access_report(folder, stamp, rights.find_person(folder, card, stamp.today))
    content = access.as_json(made, desk.language)
    if out is None and as_json:
        emit(json.loads(content))
    elif out is None:
        click.echo(content)
    else:
        path = files.save(out / "datos-de-una-persona.json" if out.is_dir() else out, content.encode())
        _tell_file(desk, path, as_json)


@report.command("sheet")
@click.argument("audience", type=click.Choice(sheets.AUDIENCES))
@_period
@click.option("--company", help="Nombre de la empresa / company, for its own sheet.")
@_out
@json_option
@pass_desk
def sheet(desk: Desk, audience: str, period: str, company: str | None, out: Path | None, as_json: bool) -> None:
    """Una hoja de resultados: trabajadores, empresa, socio o donante / results on one page for each of them."""
    if audience == "company" and not company:
        raise click.MissingParameter(param_hint="--company", param_type="option")
    with desk.folder() as folder:
        made = sheets.results_sheet(
            folder, audience, period, desk.language, company, desk.edge.stamp().now.date()
        )
    _tell_file(desk, sheets.draw(made, out or Path.cwd(), desk.language), as_json)


COMMANDS: tuple[click.Command, ...] = (report,)
