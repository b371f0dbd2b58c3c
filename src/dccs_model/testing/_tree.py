"""
Model values as trees: made of parts, rebuilt from the leaves, placed in a text, written as plain data.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

import attr

from dccs_model.errors import ModelError
from dccs_model.model import PartialDate, Span

__all__ = ["Places", "document", "fitted", "printable", "rebuilt"]

T = TypeVar("T")


def rebuilt(value: T, change: Callable[[Any], Any]) -> T:
    """
    Rebuild a model value from its leaves, each part replaced by what *change* makes of it.
    """
    made: Any = value
    if isinstance(value, tuple):
        made = tuple(rebuilt(each, change) for each in value)
    elif attr.has(type(made)):
        parts = {each.name: getattr(made, each.name) for each in attr.fields(type(made))}
        changed = {name: rebuilt(part, change) for name, part in parts.items()}
        if any(changed[name] is not part for name, part in parts.items()):
            made = attr.evolve(made, **changed)
    result: T = change(made)
    return result


def document(value: Any) -> Any:
    """
    Write a model value as the wire format does, without the envelope: absent parts left out.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (PartialDate, Decimal)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [document(each) for each in value]
    if attr.has(type(value)):
        parts = ((each.name, getattr(value, each.name)) for each in attr.fields(type(value)))
        return {name: document(part) for name, part in parts if part is not None and part != ()}
    return value


def printable(text: str) -> str:
    """
    Escape what can't be printed, so that no text can move a terminal's cursor or break a line.
    """
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)


class Places:
    """
    Where words stand in a text, whatever its normal form, spaces and line ends.
    """

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        for start, end in _clusters(text):
            letters = unicodedata.normalize("NFC", text[start:end])
            pieces.append(letters)
            self._starts += [start] * len(letters)
        self._starts.append(len(text))
        self._letters = "".join(pieces)

    def find(self, words: str) -> Iterator[Span]:
        """
        Every place where *words* stand, in order.
        """
        pattern = r"\s+".join(map(re.escape, unicodedata.normalize("NFC", words).split()))
        for found in re.finditer(pattern, self._letters) if pattern else ():
            yield Span(start=self._starts[found.start()], end=self._starts[found.end()])


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """
    The letters of a text with the marks that belong to them.
    """
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at


def fitted(cls: type[Any], given: dict[str, Any], rest: dict[str, Any]) -> Any:
    """
    Make a *cls* of what is *given* and of the *rest*, less what doesn't fit together.

    Only optional parts of the *rest* are left out, and as few as will do.

    Raises:
        ModelError: if what is given can't be, whatever is left out.
    """
    optional = [each.name for each in attr.fields(cls) if each.default is not attr.NOTHING and each.name in rest]
    one = ({name} for name in reversed(optional))
    more = (set(optional[at:]) for at in range(len(optional) - 1, -1, -1))
    try:
        return cls(**{**rest, **given})
    except ModelError as error:
        first = error
    for left_out in (*one, *more):
        kept = {name: part for name, part in rest.items() if name not in left_out}
        with suppress(ModelError):
            return cls(**{**kept, **given})
    raise first
