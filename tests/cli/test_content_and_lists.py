"""`people list`, `crews list`, `modules list` and `curriculum check`, as another program reads them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from promoter_app import shipped
from tests.cli.conftest import Surco, sql


def test_everybody_is_listed_once_by_name(surco: Surco, season: Path) -> None:
    listed = surco("--data", season, "people", "list", "--json")
    assert (listed.code, listed.err) == (0, "")
    on_disk = {(id_, name) for id_, name in sql(season, "SELECT lower(hex(id)), name FROM person_now")}
    assert {(row["id"], row["name"]) for row in listed.rows} <= on_disk
    assert len({row["id"] for row in listed.rows}) == len(listed.rows)
    workers = {id_ for (id_,) in sql(season, "SELECT lower(hex(id)) FROM person_now WHERE kind = 'worker'")}
    assert workers <= {row["id"] for row in listed.rows}
    cards = dict(sql(season, "SELECT code, number FROM card"))
    assert all(cards[row["code"]] == row["card"] for row in listed.rows if row["code"])


def test_a_crew_and_its_people(surco: Surco, season: Path) -> None:
    crews = surco("--data", season, "crews", "list", "--json").rows
    assert [(c["code"], c["name"]) for c in crews] == sql(season, "SELECT code, name FROM crew_now ORDER BY name")
    pinos = next(crew for crew in crews if crew["code"] == "LPI")
    for name in ("LPI", "los pinos", pinos["id"]):
        people = surco("--data", season, "people", "list", "--crew", name, "--json").rows
        assert len(people) == pinos["people"] > 0
        assert {row["crew"] for row in people} == {"Los Pinos"}


def test_ten_modules_nine_for_each_crop(surco: Surco, tmp_path: Path) -> None:
    rows = surco("--data", tmp_path, "modules", "list", "--json").rows
    ten = [f"M{at}" for at in range(1, 11)]
    for crop, of_the_other in (("cane", "M5"), ("tobacco", "M2")):
        assert [row["code"] for row in rows if row["crop"] == crop] == [code for code in ten if code != of_the_other]
        only = surco("modules", "list", "--crop", crop, "--json").rows
        assert only == [row for row in rows if row["crop"] == crop]
    assert all(len(row["id"]) == 32 and row["name"] and row["minutes"] > 0 for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)


def test_module_names_follow_the_language(surco: Surco) -> None:
    spanish = [row["name"] for row in surco("modules", "list", "--json").rows]
    english = [row["name"] for row in surco("--language", "en", "modules", "list", "--json").rows]
    assert len(spanish) == len(english)
    assert not set(spanish) & set(english)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that a partner may break."""
    return Path(shutil.copytree(shipped.folder("curricula"), tmp_path / "curricula"))


def test_the_shipped_content_is_sound(surco: Surco) -> None:
    assert surco("curriculum", "check").out == "Todo está bien.\n"
    assert surco("--language", "en", "curriculum", "check").out == "Everything is in order.\n"
    checked = surco("curriculum", "check", "--json")
    assert (checked.code, checked.out, checked.err) == (0, "", "")


def test_a_broken_copy_names_file_and_line(surco: Surco, content: Path) -> None:
    module = content / "cane" / "modules" / "m2-machete.yaml"
    lines = module.read_text(encoding="utf-8").splitlines()
    broken = next(at for at, line in enumerate(lines) if line.startswith("level:"))
    lines[broken] = "level: muchos"
    module.write_text("\n".join(lines), encoding="utf-8")
    checked = surco("curriculum", "check", content, "--json")
    assert checked.code == 1
    (fault,) = [row for row in checked.rows if module.name in row["file"]]
    assert fault["line"] == broken + 1
    assert fault["what"]["es"]
    assert fault["what"]["en"]
    assert fault["todo"]["es"]
    told = surco("curriculum", "check", content)
    assert told.code == 1
    assert f"{fault['file']}:{broken + 1}: {fault['what']['es']} {fault['todo']['es']}" in told.out


def test_the_rest_of_a_broken_copy_still_counts(surco: Surco, content: Path) -> None:
    module = content / "cane" / "modules" / "m2-machete.yaml"
    module.write_bytes(module.read_bytes() + b"\nname: \xff\xfe\n")
    checked = surco("curriculum", "check", content, "--json")
    assert checked.code == 1
    assert module.name in {Path(row["file"]).name for row in checked.rows}
