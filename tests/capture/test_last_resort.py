"""The child process of the last resort: it reads, it may crash or stall, and it never stays behind."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from promoter_app.capture.last_resort import LastResort
from promoter_app.capture.photo import decode_photo
from tests.capture.cells import PATIENT
from tests.capture.simulator import card_text, symbol

GREY = np.full((40, 30), 128, np.uint8)
READY = "import sys,struct,time;o=sys.stdout.buffer;o.write(struct.pack('>I',2)+b'[]');o.flush();"
ANSWER = "sys.stdin.buffer.read(8+1200);"


def child(code: str) -> list[str]:
    return [sys.executable, "-I", "-c", READY + code]


def page(text: str) -> np.ndarray:
    picture = np.full((320, 360), 235, np.uint8)
    picture[50:260, 70:280] = np.maximum(symbol(text, 21.0), 25)
    return picture


def test_the_real_child_reads_a_code_and_gives_its_place() -> None:
    with LastResort(limit=PATIENT, start_limit=PATIENT) as last:
        (found,) = last.read(page(card_text(8)), scale=0.5, shift=(1000.0, 0.0))
        assert last.read(GREY) == []
    assert (found.text, found.kind.value, found.how) == (card_text(8), "card", "last resort")
    xs = [x for x, _ in found.corners]
    assert 1000 + 2 * 50 < min(xs) < max(xs) < 1000 + 2 * 300


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(600)",
        ANSWER + "import os;os.abort()",
        ANSWER + "sys.exit(3)",
        ANSWER + "o.write(b'xx');o.flush()",
        ANSWER + "o.write(struct.pack('>I',5)+b'[[[[[');o.flush();time.sleep(600)",
    ],
    ids=["stalls", "crashes", "leaves", "half an answer", "nonsense"],
)
def test_a_child_that_fails_gives_nothing_and_is_replaced(code: str) -> None:
    last = LastResort(child(code), limit=0.4, start_limit=PATIENT)
    assert last.read(GREY) == []
    assert last.read(GREY) == []
    assert last.restarts == 2
    last.close()


def test_a_child_that_never_gets_ready_gives_nothing() -> None:
    last = LastResort([sys.executable, "-I", "-c", "import time;time.sleep(600)"], start_limit=0.3)
    assert last.read(GREY) == []
    last.close()


def test_after_close_nothing_is_read_and_nothing_is_left(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    last = LastResort(child(f"sys.stdin.buffer.read();open({str(mark)!r},'w').close()"), limit=0.2, start_limit=PATIENT)
    last.read(GREY)
    last.close()
    last.close()
    assert last.read(GREY) == []
    assert not mark.exists()


def test_a_photograph_asks_it_only_when_something_is_unread() -> None:
    class Counting(LastResort):
        asked = 0

        def read(self, *words: object, **more: object) -> list[object]:  # type: ignore[override]
            Counting.asked += 1
            return []

    decode_photo(page(card_text(3)), last_resort=Counting())
    assert Counting.asked == 0
    decode_photo(np.full((200, 200), 90, np.uint8), last_resort=Counting(), seconds=PATIENT)
    assert Counting.asked >= 1
