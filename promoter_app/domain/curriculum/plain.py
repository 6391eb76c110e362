"""A course or module as plain lists and words, and back: how an edited version is kept, compared and travels."""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from promoter_app.domain.curriculum.course import Course, Module


def to_plain(value: object) -> object:
    """`value` with its dataclasses as dictionaries, tuples as lists, dates as text; where it was written is left."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value) if each.compare}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def module_from_plain(plain: Mapping[str, object]) -> Module:
    """The module that `to_plain` told of. Raises ValueError, TypeError or KeyError when `plain` is none."""
    made = _made(Module, plain)
    if not isinstance(made, Module):
        raise TypeError("not a module")
    return made


def _made(wanted: Any, plain: Any) -> Any:
    origin = typing.get_origin(wanted)
    if origin is types.UnionType:
        return None if plain is None else _made(typing.get_args(wanted)[0], plain)
    if origin is tuple:
        return tuple(_made(typing.get_args(wanted)[0], each) for each in plain)
    if is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        told = [each.name for each in fields(wanted) if each.compare]
        make: Any = wanted
        return make(**{name: _made(hints[name], plain[name]) for name in told})
    if wanted is date:
        return date.fromisoformat(plain)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(plain)
    if not isinstance(plain, wanted):
        raise TypeError(f"{plain!r} is not {wanted}")
    return plain


def course_fingerprint(course: Course) -> str:
    """64 hex digits that change with any word of the course; comments and line numbers do not matter."""
    return _fingerprint(course)


def items_fingerprint(module: Module) -> str:
    """64 hex digits of the test alone: two laptops with one version but different prints differ in a question."""
    return _fingerprint((module.code, module.items))


def _fingerprint(value: object) -> str:
    text = json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
