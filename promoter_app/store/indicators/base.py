"""What every indicator is counted from, put together once per reading: sessions held, who was there, first times.

Temporary tables of the connection, never part of the file: `held` (one row per session held, numbered in order of
time; `numbered` finds it from its id), `human` (one row per person, united; `whose` finds it from any of their
records), `present` (person x session), `seen` (first session of each person by topic and partner), `first_any` and
`first_channels` (first session of all; `mixed` when more than one partner saw the person), `topics_begun` (how many
people met a topic for the first time in each session), `completed`.
Inside them people, sessions and topics are small numbers: sorting those is what makes a whole season quick to count.
They stay until the data change, so that opening a number does not count everything again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.indicators.catalog import CHANNELS_MODULE, LABOUR_RIGHTS, MIN_MINUTES, SENSITIVE_LEVEL
from promoter_app.domain.indicators.limits import Limits
from promoter_app.store.book import Book

T = TypeVar("T")
TABLES = (
    "numbered", "season_number", "held", "human", "whose", "present", "seen", "first_any", "first_channels",
    "topics_begun", "completed", "topic", "course", "form", "question", "test", "voided", "mark", "asked", "turn",
    "mixed", "pair", "loose", "in_sample", "first_pair", "risen",
)
PLACE_CHAIN = """
SELECT p.id, CASE p.kind WHEN 'municipality' THEN p.id WHEN 'locality' THEN q.id END AS municipality,
  CASE p.kind WHEN 'state' THEN p.id WHEN 'municipality' THEN q.id ELSE r.id END AS state
FROM place_now p LEFT JOIN place_now q ON q.id = p.parent LEFT JOIN place_now r ON r.id = q.parent
"""


def parameters(limits: Limits) -> dict[str, bytes | str | int | None]:
    """Named parameters of the statements below."""
    return {
        "season": limits.season, "company": limits.company, "partner": limits.partner, "spanish": SPANISH,
        "least": MIN_MINUTES, "sensitive": SENSITIVE_LEVEL,
        "merged": LABOUR_RIGHTS if limits.merge_sensitive else None,
    }


_TOPIC = """
CREATE TEMP TABLE topic AS
SELECT row_number() OVER (ORDER BY shown, code) AS t, dense_rank() OVER (ORDER BY shown) AS g, code, level, shown
FROM (
  SELECT m.code, max(m.level) AS level,
    CASE WHEN max(m.level) >= :sensitive THEN coalesce(:merged, m.code) ELSE m.code END AS shown
  FROM (SELECT code, level FROM module UNION ALL SELECT module, 0 FROM session_now WHERE module IS NOT NULL) m
  GROUP BY m.code
)
"""
_COURSE = """
CREATE TEMP TABLE course AS
SELECT c.crop, t.t FROM module m JOIN curriculum c ON c.id = m.curriculum JOIN temp.topic t ON t.code = m.code
WHERE NOT EXISTS (SELECT 1 FROM curriculum d WHERE d.crop = c.crop AND (d.version, d.id) > (c.version, c.id))
"""
_HELD = """
CREATE TEMP TABLE held (n INTEGER PRIMARY KEY, id BLOB, kind TEXT, t INTEGER, g INTEGER, day TEXT, topic TEXT,
  crew BLOB, season BLOB, season_n INTEGER, sector TEXT, state BLOB, municipality BLOB, company BLOB, partner BLOB,
  partner_n INTEGER, promoter BLOB, language TEXT, starts TEXT, counts INTEGER, native INTEGER)
"""
_FILL_HELD = f"""
INSERT INTO held (n, id, kind, t, g, day, topic, crew, season, season_n, sector, state, municipality, company,
  partner, promoter, language, starts, counts, native)
SELECT o.n, s.id, s.kind, t.t, t.g, s.held_on AS day, t.shown AS topic, c.id AS crew,
  coalesce(s.season, c.season) AS season, coalesce(sn.k, 0) AS season_n,
  coalesce(c.sector, se.sector, co.sector) AS sector, w.state, w.municipality, co.id AS company,
  coalesce(c.partner, (SELECT p.partner FROM person_now p WHERE p.id = s.promoter)) AS partner,
  s.promoter, s.language, s.starts,
  s.kind IN ('training', 'community') AND s.module IS NOT NULL
    AND (strftime('%s', '2000-01-01 ' || s.ends) - strftime('%s', '2000-01-01 ' || s.starts) + 86400) % 86400
      >= 60 * :least AS counts,
  coalesce(s.language <> :spanish, 0) OR EXISTS (SELECT 1 FROM session_staff f WHERE f.session = s.id
    AND f.role = 'interpreter' AND f.id NOT IN (SELECT target FROM void)) AS native
FROM temp.numbered o CROSS JOIN session_now s ON s.id = o.id LEFT JOIN crew_now c ON c.id = s.crew
  LEFT JOIN temp.season_number sn ON sn.id = coalesce(s.season, c.season)
  LEFT JOIN season_now se ON se.id = coalesce(s.season, c.season)
  LEFT JOIN venue_now v ON v.id = coalesce(s.venue, c.venue)
  LEFT JOIN company_now co ON co.id = coalesce(c.company, v.company, se.company)
  LEFT JOIN ({PLACE_CHAIN}) w ON w.id = coalesce(v.place, co.place) LEFT JOIN temp.topic t ON t.code = s.module
WHERE (:season IS NULL OR coalesce(s.season, c.season) = :season)
  AND (:company IS NULL OR co.id = :company)
  AND (:partner IS NULL OR coalesce(c.partner, (SELECT p.partner FROM person_now p WHERE p.id = s.promoter)) = :partner)
"""
_NUMBER_SESSIONS = """
INSERT INTO numbered SELECT id, row_number() OVER (ORDER BY held_on, starts, id) FROM session_now
WHERE state IN ('held', 'reopened') ORDER BY id
"""
_SEASON_NUMBER = """
CREATE TEMP TABLE season_number AS SELECT id, row_number() OVER (ORDER BY id) AS k
FROM (SELECT season AS id FROM session_now UNION SELECT season FROM crew_now) WHERE id IS NOT NULL
"""
# Partners as numbers: 0 is no partner.
_NUMBER_PARTNERS = """
UPDATE held SET partner_n = coalesce((SELECT k FROM (
  SELECT partner, row_number() OVER (ORDER BY partner) AS k FROM (SELECT DISTINCT partner FROM temp.held
    WHERE partner IS NOT NULL)) p WHERE p.partner = held.partner), 0)
"""
_HUMAN = """
CREATE TEMP TABLE human (n INTEGER PRIMARY KEY, id BLOB, kind TEXT, sex TEXT, age_group TEXT, language TEXT,
  migrant INTEGER, organisation BLOB, partner BLOB)
"""
_FILL_HUMAN = """
INSERT INTO human SELECT row_number() OVER (ORDER BY id), id, kind, sex, age_group, language, migrant, organisation,
  partner FROM person_now ORDER BY id
"""
_FILL_WHOSE = """
INSERT INTO whose SELECT id, n FROM temp.human
UNION ALL SELECT al.id, h.n FROM person_alias al JOIN temp.human h ON h.id = al.person
"""
# By person, as an index has them: rows arrive almost in the order in which they are kept.
_FILL_PRESENT = """
INSERT INTO present SELECT w.n, h.n
FROM temp.whose w CROSS JOIN attendance a ON a.person = w.id CROSS JOIN temp.numbered h ON h.id = a.session
WHERE a.rowid NOT IN (SELECT x.rowid FROM void v JOIN attendance x ON x.id = v.target WHERE v.tbl = 'attendance')
ON CONFLICT DO NOTHING
"""
_SEEN = """
CREATE TEMP TABLE seen (person INTEGER, g INTEGER, t INTEGER, partner_n INTEGER, n INTEGER,
  PRIMARY KEY (person, g, t, partner_n)) WITHOUT ROWID
"""
_FILL_SEEN = """
INSERT INTO seen SELECT a.person, h.g, h.t, h.partner_n, h.n
FROM temp.human p CROSS JOIN temp.present a ON a.person = p.n CROSS JOIN temp.held h ON h.n = a.n
WHERE p.kind = 'worker' AND h.counts ON CONFLICT DO UPDATE SET n = min(n, excluded.n)
"""
_FIRST = """
INSERT INTO {name} SELECT person, min(n), min(partner_n) <> max(partner_n) FROM temp.seen {where} GROUP BY person
"""
OF_CHANNELS = f"t IN (SELECT t FROM temp.topic WHERE code = '{CHANNELS_MODULE}')"
_BEGUN = """
INSERT INTO topics_begun SELECT min(n), 1 FROM temp.seen WHERE true GROUP BY person, g
ON CONFLICT DO UPDATE SET people = people + 1
"""
_COMPLETED = """
INSERT INTO completed
SELECT person, min(n) AS n FROM (
  SELECT f.person, c.crop, max(f.n) AS n
  FROM (SELECT person, t, min(n) AS n FROM temp.seen WHERE person IN (SELECT person FROM temp.seen GROUP BY person
          HAVING count(*) >= (SELECT min(size) FROM (SELECT count(*) AS size FROM temp.course GROUP BY crop)))
        GROUP BY person, t) f
    JOIN temp.course c ON c.t = f.t
  GROUP BY f.person, c.crop HAVING count(*) = (SELECT count(*) FROM temp.course d WHERE d.crop = c.crop)
) GROUP BY person
"""
_STATEMENTS = (
    _TOPIC, _COURSE, "CREATE TEMP TABLE numbered (id BLOB PRIMARY KEY, n INTEGER) WITHOUT ROWID", _NUMBER_SESSIONS,
    _SEASON_NUMBER, _HELD, _FILL_HELD, "DELETE FROM numbered WHERE n NOT IN (SELECT n FROM temp.held)",
    _NUMBER_PARTNERS, _HUMAN, _FILL_HUMAN,
    "CREATE TEMP TABLE whose (id BLOB PRIMARY KEY, n INTEGER) WITHOUT ROWID", _FILL_WHOSE,
    "CREATE TEMP TABLE present (person INTEGER, n INTEGER, PRIMARY KEY (person, n)) WITHOUT ROWID", _FILL_PRESENT,
    _SEEN, _FILL_SEEN,
    *(f"CREATE TEMP TABLE {name} (person INTEGER PRIMARY KEY, n INTEGER, mixed INTEGER)"
      for name in ("first_any", "first_channels")),
    _FIRST.format(name="first_any", where=""), _FIRST.format(name="first_channels", where=f"WHERE {OF_CHANNELS}"),
    "CREATE TEMP TABLE topics_begun (n INTEGER PRIMARY KEY, people INTEGER)", _BEGUN,
    "CREATE TEMP TABLE completed (person INTEGER PRIMARY KEY, n INTEGER)", _COMPLETED,
)


@contextmanager
def base(book: Book, limits: Limits) -> Iterator[None]:
    """Have the temporary tables of these limits ready; they are made again when anything changed since."""
    if _state(book, limits) != book.kept.get("state"):
        drop(book)
        try:
            _build(book, limits)
        except BaseException:
            drop(book)
            raise
    yield


def _build(book: Book, limits: Limits) -> None:
    values = parameters(limits)
    for statement in _STATEMENTS:
        named = {name: value for name, value in values.items() if f":{name}" in statement}
        book.db.execute(statement, named)
    keep_state(book, limits)


def once(book: Book, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, made once while the data stay the same. Call inside `base`; do not change what comes back."""
    if key not in book.kept:
        book.kept[key] = make()
    found: T = book.kept[key]
    return found


def keep_state(book: Book, limits: Limits) -> None:
    """Remember that the temporary tables stand for the data as they are now. Call after writing to them."""
    book.kept["state"] = _state(book, limits)


def _state(book: Book, limits: Limits) -> tuple[int, int, Limits]:
    """What tells any later change to the data apart, by this program or another; settings of the laptop are none."""
    changes = int(book.value("SELECT total_changes()")) - book.settings_written
    return changes, int(book.value("PRAGMA data_version")), limits


def drop(book: Book) -> None:
    """Take the temporary tables away, and what was kept from them."""
    book.kept.clear()
    for name in TABLES:
        book.db.execute(f"DROP TABLE IF EXISTS temp.{name}")
