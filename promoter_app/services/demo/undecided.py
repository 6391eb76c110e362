"""Things that wait at Recibir, invented: a person who was written twice, and a language two laptops disagree about."""

from __future__ import annotations

from promoter_app.domain.done import Done
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.store.derived import rebuild

_LANGUAGES = ("hch", "crn")


def write_undecided(folder: Folder, one: Stamp, other: Stamp) -> Done[None]:
    """Write both as if two laptops with these stamps had sent them; needs two workers in a crew."""
    first, second = folder.book.rows(
        "SELECT p.id, p.name, p.sex, p.age_group, p.language, max(m.crew) AS crew FROM person_now p"
        " JOIN membership_now m ON m.person = p.id WHERE p.kind = 'worker' AND p.language IS NOT NULL"
        " GROUP BY p.id ORDER BY p.id LIMIT 2"
    )
    again = {name: first[name] for name in ("name", "sex", "language")}
    changes: frozenset[str] = frozenset()
    for stamp, language in zip((one, other), _LANGUAGES, strict=True):
        with folder.book.writing(stamp) as write:
            write.add("edit", entity=second["id"], tbl="person", field="language", value=language, gen=99)
            if stamp is one:
                person = write.add("person", kind="worker", age_group=first["age_group"], **again)
                write.add("membership", person=person, crew=second["crew"], since=stamp.today)
        changes |= write.changes
    with folder.book.writing(one):
        rebuild(folder.book.db)
    return Done(None, changes | {"person", "edit"})
