"""Names of groups as a person reads them, and the order in which groups are shown."""

from __future__ import annotations

from promoter_app.domain.indicators.catalog import LABOUR_RIGHTS, NO_DATA, NO_DATA_WORDS
from promoter_app.domain.people import AGE_GROUPS, SEXES
from promoter_app.domain.privacy.profiles import Profile
from promoter_app.domain.refusal import Sentence
from promoter_app.services.folder import Folder
from promoter_app.store.indicators import frame

_FIXED: dict[str, dict[str, Sentence]] = {
    "sex": {
        "F": Sentence("mujeres", "women"), "M": Sentence("hombres", "men"),
        "X": Sentence("otra / prefiere no decir", "other / prefers not to say"),
    },
    "migrant": {"1": Sentence("migrante", "migrant"), "0": Sentence("local", "local")},
    "sector": {"cane": Sentence("caña", "sugarcane"), "tobacco": Sentence("tabaco", "tobacco")},
    "counted": {
        "counted": Sentence("contadas", "counted"), "estimated": Sentence("estimadas", "estimated"),
        "platform": Sentence("según la plataforma", "platform metric"),
    },
    "kind": {
        "training": Sentence("capacitación", "training"), "refresher": Sentence("repaso", "refresher"),
        "bridge": Sentence("puente", "bridge"), "community": Sentence("reunión comunitaria", "community meeting"),
        "private_sector": Sentence("sector privado", "private sector"),
        "promoter_training": Sentence("formación de promotores", "promoters' training"),
        "mill": Sentence("ingenio", "mill"), "tobacco": Sentence("tabacalera", "tobacco company"),
        "association": Sentence("asociación", "association"), "grower": Sentence("productor", "grower"),
        "other": Sentence("otra", "other"),
    },
    "topic": {LABOUR_RIGHTS: Sentence(LABOUR_RIGHTS, "labour rights")},
}  # fmt: skip
_ORDER: dict[str, tuple[str, ...]] = {"sex": SEXES, "age_group": AGE_GROUPS, "migrant": ("0", "1")}


class Labels:
    """The names of one folder, read once. A profile without names gets numbers for promoters."""

    def __init__(self, folder: Folder, profile: Profile) -> None:
        self._names = frame.names(folder.book)
        self._topics = frame.module_titles(folder.book)
        self._languages = frame.language_names(folder.book)
        self._profile = profile
        self._numbers: dict[str, int] = {}

    def of(self, breakdown: str, group: str) -> Sentence:
        """A group's name; sin dato for the empty one."""
        if group == NO_DATA:
            return NO_DATA_WORDS
        fixed = _FIXED.get(breakdown, {}).get(group)
        if fixed is not None:
            return fixed
        if breakdown == "topic" and group in self._topics:
            es, en = self._topics[group]
            return Sentence(f"{group} · {es}", f"{group} · {en}")
        if breakdown == "promoter" and not self._profile.names:
            number = self._numbers.setdefault(group, len(self._numbers) + 1)
            return Sentence(f"Promotor(a) {number}", f"Promoter {number}")
        words = self._languages.get(group, group) if breakdown == "language" else self._names.get(group, group)
        return Sentence(words, words)

    def key(self, breakdown: str, group: str) -> tuple[int, int, str]:
        """Sorts groups: fixed orders first, then by name, sin dato last."""
        order = _ORDER.get(breakdown, ())
        place = order.index(group) if group in order else len(order)
        name = _topic_order(group) if breakdown == "topic" else self.of(breakdown, group).es.casefold()
        return (group == NO_DATA, place, name)


def _topic_order(group: str) -> str:
    """M2 before M10, and the merged name last."""
    return f"{int(group[1:]):03d}" if group[1:].isdecimal() else f"~{group}"
