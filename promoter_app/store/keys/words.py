"""A secret key as 24 Spanish words that a person copies from paper (BIP 39 list: four letters tell a word)."""

from __future__ import annotations

import secrets
import unicodedata

from promoter_app.store.keys import sealing, trouble

WORDS = 24


def words_of(secret: str) -> tuple[str, ...]:
    """The 24 words of an age secret key; the last one also checks the others."""
    from mnemonic import Mnemonic

    listed = Mnemonic("spanish").to_mnemonic(sealing.secret_bytes(secret))
    return tuple(unicodedata.normalize("NFC", listed).split())


def secret_from(text: str) -> str:
    """The secret key meant by 24 words (accents, capitals and all after the fourth letter may be wrong), or by the
    text of the QR on the sheet. Raises Refusal `not_a_recovery_key`.
    """
    if text.strip().upper().startswith("AGE-SECRET-KEY-"):
        return sealing.pair_of(text).secret
    from mnemonic import Mnemonic

    typed = listed_words(text)
    found = [word for word in typed if word is not None]
    if len(typed) != WORDS or len(found) != WORDS:
        raise trouble.unreadable_words()
    try:
        raw = bytes(Mnemonic("spanish").to_entropy(found))
    except ValueError as error:
        raise trouble.unreadable_words() from error
    return sealing.secret_text(raw)


def listed_words(text: str) -> list[str | None]:
    """The word of the list that each word typed means, None for one that is not on it; numbers are passed over."""
    from mnemonic import Mnemonic

    known = {_start(word): word for word in Mnemonic("spanish").wordlist}
    return [known.get(_start(word)) for word in text.replace(",", " ").split() if not word.strip(".)").isdigit()]


def random_words(count: int) -> tuple[str, ...]:
    """`count` words of the list, drawn by the system's own chance; 11 bits each."""
    from mnemonic import Mnemonic

    listed = Mnemonic("spanish").wordlist
    return tuple(unicodedata.normalize("NFC", secrets.choice(listed)) for _each in range(count))


def _start(word: str) -> str:
    """The first four letters without accents: enough to tell the list's words apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return plain[:4]
