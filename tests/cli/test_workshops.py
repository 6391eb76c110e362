"""`surco decode` and `surco plan`, as another program uses them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.papers.cards import CardBatch, WorkerCard
from tests.cli.conftest import Surco
from tests.planner.field_generator import problem


def test_decode_reads_a_printed_page_and_refuses_what_is_no_image(surco: Surco, tmp_path: Path) -> None:
    from promoter_app.paper.cards import draw_cards

    codes = [make_code(CodeKind.CARD, 5, number).text for number in range(1, 4)]
    cards = tuple(WorkerCard(code, str(at)) for at, code in enumerate(codes))
    draw_cards(CardBatch("prueba", cards, backs=False), tmp_path / "c.pdf")
    subprocess.run(["pdftoppm", "-r", "120", "-png", tmp_path / "c.pdf", tmp_path / "c"], check=True)
    (tmp_path / "no.png").write_text("no soy una imagen")
    ran = surco("decode", str(tmp_path / "c-1.png"), str(tmp_path / "no.png"), "--json")
    assert ran.code == 1
    assert sorted(found["text"] for found in ran.rows[0]["codes"]) == sorted(codes * 2)
    assert {found["kind"] for found in ran.rows[0]["codes"]} == {"card"}
    assert ran.rows[1]["codes"] == []
    assert "no es una imagen" in ran.err


def test_plan_answers_on_one_line(surco: Surco, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(json.dumps(problem("tiny", 1)), encoding="utf-8")
    ran = surco("plan", "--problem", str(tmp_path / "p.json"), "--seconds", "5", "--json")
    assert ran.code == 0
    assert ran.out.count("\n") == 1
    assert ran.row["sessions"]
    assert all(session["reason"] for session in ran.row["sessions"])


def test_a_problem_that_makes_no_sense_is_a_sentence(surco: Surco, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text("[1, 2]", encoding="utf-8")
    ran = surco("plan", "--problem", str(tmp_path / "p.json"), "--json")
    assert (ran.code, ran.out) == (1, "")
    assert surco("plan", "--problem", str(tmp_path / "missing.json")).code == 1
