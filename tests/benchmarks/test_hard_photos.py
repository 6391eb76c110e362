"""Hard photographs of other people's codes: what bare zxing-cpp, the cascade and the last resort read of them."""

from __future__ import annotations

import os
import time

import pytest

from promoter_app.capture.last_resort import LastResort
from promoter_app.capture.photo import decode_photo
from tests.benchmarks.test_capture_cards import bare
from tests.capture.cells import PATIENT
from tests.capture.hard_set import KINDS, take

pytestmark = pytest.mark.benchmark
PHOTOS = 1 if os.environ.get("SURCO_BENCH") == "short" else 6


def test_codes_read_of_hard_photographs() -> None:
    """Codes read of those shown, by kind; nothing that is not there may be read."""
    totals, wrong = [0, 0, 0, 0], []
    print(f"\n{'kind':16} shown  bare  cascade  with last resort   seconds of processor a photo")
    with LastResort(limit=10) as last:
        for kind in KINDS:
            counts, spent = [0, 0, 0, 0], 0.0
            for seed in range(PHOTOS):
                photo = take(kind, seed)
                started = time.process_time()
                cascade = {each.text for each in decode_photo(photo.grey, seconds=PATIENT)}
                spent += time.process_time() - started
                whole = cascade
                if cascade != photo.texts:
                    whole = {each.text for each in decode_photo(photo.grey, last_resort=last, seconds=PATIENT)}
                ways = (photo.texts, set(bare(photo.grey)), cascade, whole)
                wrong += [(kind, seed, text) for way in ways for text in way - photo.texts]
                counts = [count + len(way & photo.texts) for count, way in zip(counts, ways, strict=True)]
            totals = [total + count for total, count in zip(totals, counts, strict=True)]
            print(f"{kind:16} {counts[0]:5} {counts[1]:5} {counts[2]:7} {counts[3]:10} {spent / PHOTOS:20.1f}")
    print(f"{'all':16} {totals[0]:5} {totals[1]:5} {totals[2]:7} {totals[3]:10}")
    assert not wrong
    assert totals[2] > totals[1]
