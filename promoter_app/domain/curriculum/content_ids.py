"""Ids of content (curricula, modules, items, forms): made from what they say, so every laptop agrees on them."""

from __future__ import annotations

from hashlib import sha256

from promoter_app.domain.stamp import ID_LENGTH


def content_id(*parts: str) -> bytes:
    """Sixteen bytes from the words that name a piece of content; the same words give the same id anywhere."""
    return sha256("\x1f".join(("surco", *parts)).encode()).digest()[:ID_LENGTH]


def curriculum_id(crop: str, fingerprint: str) -> bytes:
    """A version of a crop's curriculum; `fingerprint` covers all of its content, so an edit is another version."""
    return content_id("curriculum", crop, fingerprint)


def module_id(curriculum: bytes, code: str) -> bytes:
    """A module (`M1`) of a curriculum version."""
    return content_id("module", curriculum.hex(), code)


def item_id(module: bytes, number: int) -> bytes:
    """Item `number` (1-based) of a module's test."""
    return content_id("item", module.hex(), str(number))


def form_id(module: bytes, items: tuple[bytes, ...]) -> bytes:
    """A set of items asked together, in order."""
    return content_id("form", module.hex(), *(item.hex() for item in items))
