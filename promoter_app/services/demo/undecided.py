"""Things that wait at Recibir, invented: a person who was written twice, and a language two laptops disagree about."""

from __future__ import annotations

from promoter_app.domain.done import Done
from promoter_app.domain.stamp import Stamp
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder
from promoter_app.store.derived import rebuild

_LANGUAGES = ("hch", "crn")


def write_undecided(folder: Folder, one: Stamp, other: Stamp) -> Done[None]:
    """Write both as if two laptops with these stamps had sent them; LookupError without a crew of two people."""
    crew = next((each for each in crews.crews(folder, one.today) if each.people > 1), None)
    if crew is None:
        raise LookupError("no crew has two people")
    first, second, *_more = crews.people_of_crew(folder, crew.id, one.today)
    changes: frozenset[str] = frozenset()
    for stamp, language in zip((one, other), _LANGUAGES, strict=True):
        with folder.book.writing(stamp) as write:
            write.add("edit", entity=second.id, tbl="person", field="language", value=language, gen=99)
            if stamp is one:
                again = write.add(
                    "person", kind="worker", name=first.name, sex=first.sex, age_group=first.age_group,
                    language=first.language,
                )  # fmt: skip
                write.add("membership", person=again, crew=crew.id, since=stamp.today)
        changes |= write.changes
    with folder.book.writing(one):
        rebuild(folder.book.db)
    return Done(None, changes)
