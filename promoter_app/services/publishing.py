"""Publish: the united season goes to a PostgreSQL server that the office already has. Only when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import audit
from promoter_app.services.security.audit import office_only

if TYPE_CHECKING:
    from promoter_app.store.publishing.postgres import Published

_SCHEMES = ("postgresql://", "postgres://")


def publish(
    folder: Folder,
    stamp: Stamp,
    url: str,
    *,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Published:
    """Send what is new to the database at `url` (`postgresql://user@host/name`), with the views of the analysts.

    It carries names: the server is the project's own, never an authority's or a company's. Raises Refusal to a
    promoter, for another kind of address, and for whatever the server refuses.
    """
    office_only(folder, stamp, "publish")
    if not url.startswith(_SCHEMES):
        raise Refusal(
            "unknown_server",
            Sentence("Solo se publica en PostgreSQL.", "Publishing goes to PostgreSQL only."),
            NOTHING_CHANGED,
            Sentence("Usa una dirección «postgresql://…».", "Use an address “postgresql://…”."),
        )
    from promoter_app.store.publishing.postgres import publish as send

    published = send(folder.book, url, on_progress=on_progress, should_stop=should_stop)
    audit.tell(folder, stamp, "publish")
    return published
