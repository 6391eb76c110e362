"""Drawing those who give and carry the sessions: promoters, interpreters, a coordinator, guests from companies."""

from __future__ import annotations

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.demo.land import FIRMS, PARTNERS, PROMOTERS
from promoter_app.services.demo.languages import TONGUES, invented_name
from promoter_app.services.demo.season import Helper, Size

COORDINATOR = "Elena Sandoval Ríos"
_SPEAKING = {2: "hch", 5: "hch", 7: "crn"}
_GUESTS = ((0, "F", "Trabajadora social"), (3, "M", "Responsable de campo"), (1, "F", "Recursos humanos"))


def draw_helpers(size: Size, promoters: int) -> list[Helper]:
    """The coordinator first, then promoters, interpreters, guests."""
    chance = size.chance("helpers")
    found = [Helper("coordinator", COORDINATOR, "F", "35-44", SPANISH)]
    for index in range(promoters):
        sex = "F" if index in (0, 2, 4, 6) else "M" if index < len(PROMOTERS) else chance.choice("FM")
        name = PROMOTERS[index] if index < len(PROMOTERS) else invented_name(chance, sex)
        own = _SPEAKING.get(index % 8)
        partner = index % len(PARTNERS[: 2 if index < 4 else 3])
        speaks = (SPANISH, own) if own else (SPANISH,)
        found.append(Helper("promoter", name, sex, "25-34", own or SPANISH, partner=partner, speaks=speaks))
    for at, tongue in enumerate(one for one in TONGUES if one.code != SPANISH):
        sex = "FM"[at % 2]
        name = invented_name(chance, sex, tongue.code)
        found.append(Helper("interpreter", name, sex, "35-44", tongue.code, speaks=(SPANISH, tongue.code)))
    for firm, sex, _post in _GUESTS:
        found.append(Helper("private", invented_name(chance, sex), sex, "35-44", SPANISH, firm=firm % len(FIRMS)))
    return found
