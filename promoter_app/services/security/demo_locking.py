"""An invented season behind a passphrase: the office has the project's keys, each laptop joined it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from promoter_app.domain.security.clocks import Moment
from promoter_app.domain.stamp import Stamp
from promoter_app.services.security import locking, project_keys
from promoter_app.services.security.locking import USUAL_COST, NewPerson, RecoveryKey
from promoter_app.store.keys.wrapping import Cost

OFFICE, PROMOTER = "Coordinación Muestra", "Promotora Muestra"


def lock_demo(
    office: Path, laptops: Sequence[Path], passphrase: str, stamp: Stamp, moment: Moment, *, cost: Cost = USUAL_COST
) -> RecoveryKey:
    """Lock the folder `office` and those of `laptops` with the same passphrase; the key of their recovery sheet.

    The only laptop of a season is its own office. Raises Refusal `weak_passphrase`.
    """
    sheet = locking.new_recovery_key()
    locking.protect(office, NewPerson(OFFICE, passphrase, "coordinator"), [sheet.recipient], cost=cost)
    folder = locking.unlock(office, None, passphrase, moment)
    try:
        project_keys.make_project_keys(folder, stamp, [sheet.recipient])
        card = project_keys.project_card(folder)
    finally:
        folder.close()
    for laptop in laptops:
        if laptop == office:
            continue
        locking.protect(laptop, NewPerson(PROMOTER, passphrase, "promoter"), [sheet.recipient], cost=cost)
        folder = locking.unlock(laptop, None, passphrase, moment)
        try:
            project_keys.join(folder, stamp, card)
        finally:
            folder.close()
    return sheet
