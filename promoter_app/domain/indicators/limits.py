"""Which part of the project a figure is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Which sessions count (season, company, partner: ids); None is no limit. `sample` limits whose tests count.

    `merge_sensitive` gives topics of levels 3 and 4 one name for all.
    """

    season: bytes | None = None
    company: bytes | None = None
    partner: bytes | None = None
    sample: bytes | None = None
    merge_sensitive: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.season or self.company or self.partner or self.sample)


WHOLE = Limits()
