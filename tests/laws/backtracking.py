"""
Finds patterns that can read one text in many ways, and so may take for ever to refuse it.

It looks at patterns as the standard library has parsed them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["is_ambiguous"]

_parser, _compiler = re._parser, re._compiler  # type: ignore[attr-defined]
_REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT)

# One of every kind of letter that patterns tell apart.
_LETTERS = [
    chr(code) for code in (*range(0x20, 0x7F), 9, 10, 0xA0, 0x111, 0x1EA1, 0x301, 0x2013, 0x201D, 0x4E00, 0x663)
]


def is_ambiguous(pattern: str, flags: int) -> bool:
    """
    Whether a repeat without an end stands in another, and both can read the same letter.

    It does no harm where each turn of the outer one begins with a mark that
    the inner one cannot read: then there is one way to read a text.
    """
    parsed = _parser.parse(pattern, flags)
    return any(_share(outer[:1], inner, flags) for outer in _endless(parsed) for inner in _endless(outer))


def _share(first: Any, inner: Any, flags: int) -> bool:
    begins, goes_on = (_compiler.compile(each, flags) for each in (first, inner))
    return any(begins.match(letter) and goes_on.match(letter) for letter in _LETTERS)


def _endless(items: Any) -> Iterator[Any]:
    """
    The bodies of the repeats without an end in a parsed pattern.
    """
    for operation, argument in items:
        if operation in _REPEATS and argument[1] == _parser.MAXREPEAT:
            yield argument[2]
        for part in argument if isinstance(argument, tuple | list) else ():
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, _parser.SubPattern):
                    yield from _endless(inner)
