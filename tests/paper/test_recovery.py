"""The recovery sheet: its words in order, and a QR that another reader reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from promoter_app.services.printing.recovery import print_recovery_sheet, print_words_note
from promoter_app.services.security.locking import new_recovery_key, recipient_of
from tests.paper import reading


def test_words_and_code_on_one_page_lead_to_the_same_key(tmp_path: Path) -> None:
    key = new_recovery_key()
    file = print_recovery_sheet(key, tmp_path / "hoja.pdf", date(2026, 2, 17))
    text = reading.flat_text(file)
    assert reading.page_count(file) == 1
    assert all(word in text for word in key.words)
    assert key.qr not in text
    codes = reading.zbar(reading.pictures(file, 150)[0])
    assert codes == [key.qr]
    assert recipient_of(codes[0]) == recipient_of(" ".join(key.words)) == key.recipient


def test_the_words_of_a_list_stand_on_one_page_in_their_order(tmp_path: Path) -> None:
    words = ("ábaco", "guitarra", "lección", "moneda", "rumbo", "zorro")
    text = reading.flat_text(print_words_note(words, tmp_path / "palabras.pdf", date(2026, 2, 17), language="en"))
    assert all(f"{at} {word}" in text for at, word in enumerate(words, start=1))
    assert "apart from the stick" in text
