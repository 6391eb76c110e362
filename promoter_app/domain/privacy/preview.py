"""What the receiver of a report could learn from it, in sentences, before it is sent."""

from __future__ import annotations

from promoter_app.domain.indicators.figures import Report
from promoter_app.domain.privacy.profiles import INTERNAL, LEAST_FOR_RATE, OUTSIDE, SMALL
from promoter_app.domain.refusal import Sentence


def what_it_tells(report: Report, *, ended: bool = True) -> tuple[Sentence, ...]:
    """What can be learnt from `report`; `ended` is whether its period is over."""
    if report.profile == INTERNAL.name:
        return _internal()
    return (*_aggregate(report), *(_small(report)), *(() if ended else (_NOT_OVER,)))


_NOT_OVER = Sentence(
    "El periodo no ha terminado: quien reciba un informe hoy y otro después podría restarlos. Envíalo una sola vez, "
    "al cerrar; hacia afuera las cifras de personas no salen antes.",
    "The period is not over: whoever received a report now and another later could subtract them. Send it once, "
    "when it is closed; figures of people do not leave for the outside before.",
)


def _internal() -> tuple[Sentence, ...]:
    return (
        Sentence(
            "Quien reciba este archivo puede abrir cada cifra hasta las personas. No debe salir de la organización.",
            "Whoever receives this file can open each figure down to the people. It must not leave the organisation.",
        ),
    )


def _aggregate(report: Report) -> tuple[Sentence, ...]:
    cells = report.cells
    people = [cell for cell in cells if _is_people(report, cell.indicator) and not cell.merged]
    splits = {cell.breakdown for cell in people if cell.breakdown}
    smallest = min((size for cell in people if (size := cell.whole or cell.actual)), default=None)
    found = [
        Sentence(
            "No lleva nombres, tarjetas ni cuadrillas: nadie puede saber con él quién estuvo en qué sesión.",
            "It holds no names, cards or crews: nobody can know from it who was in which session.",
        ),
        Sentence(
            f"Dice cuántas personas hubo por {len(splits)} maneras de agrupar, cada una por separado.",
            f"It tells how many people there were in {len(splits)} kinds of groups, each taken alone.",
        )
        if splits
        else Sentence(
            "No dice cuántas personas hubo en ningún grupo.", "It tells of no group how many people there were."
        ),
    ]
    if smallest is not None:
        found.append(
            Sentence(
                f"El grupo de personas más chico que se dice solo es de {smallest}.",
                f"The smallest group of people told alone has {smallest}.",
            )
        )
    return tuple(found)


def _is_people(report: Report, code: str) -> bool:
    return report.of(code).indicator.rule.of_people


def _small(report: Report) -> tuple[Sentence, ...]:
    hidden = sum(cell.suppressed and not cell.merged for cell in report.cells)
    if report.profile != OUTSIDE.name:
        return (
            Sentence(
                f"Lleva grupos de menos de {SMALL} personas: quien conozca el lugar podría reconocer a alguien.",
                f"It holds groups of fewer than {SMALL} people: somebody who knows the place might recognise someone.",
            ),
        )
    return (
        Sentence(
            f"{hidden} cifras no se dicen, y ni sumando ni restando, ni con informes de otros periodos, se pueden "
            "sacar: solo se sabe entre qué números están.",
            f"{hidden} figures are kept back, and neither sums nor differences, nor reports of other periods, give "
            "them: only between which numbers they lie.",
        ),
        Sentence(
            "Los temas delicados van juntos como «derechos laborales», sin fechas ni cuadrillas, y no hay porcentajes "
            f"de menos de {LEAST_FOR_RATE} personas.",
            f"Sensitive topics go together as “labour rights”, without dates or crews, and there are no percents of "
            f"fewer than {LEAST_FOR_RATE} people.",
        ),
    )
