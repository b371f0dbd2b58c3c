"""
What a writer decides with: one number after another.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol, TypeVar

__all__ = ["Pen", "SeededPen", "chance", "one_of", "phrases", "some_of"]

T = TypeVar("T")


class Pen(Protocol):
    """
    A source of decisions, each a number that is plainest when it is lowest.
    """

    def number(self, low: int, high: int) -> int:
        """
        Return a number from *low* to *high*, both inclusive.
        """


class SeededPen:
    """
    A pen whose decisions follow from a number: the same number, the same article.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def number(self, low: int, high: int) -> int:
        """
        Return a number from *low* to *high*, both inclusive.
        """
        return self._random.randint(low, high)


def one_of(pen: Pen, items: Sequence[T]) -> T:
    """
    Decide for one of *items*.
    """
    return items[pen.number(0, len(items) - 1)]


def some_of(pen: Pen, items: Sequence[T], count: int) -> list[T]:
    """
    Decide for *count* of *items*, each once, in the order decided; all where there are fewer.
    """
    left = list(items)
    return [left.pop(pen.number(0, len(left) - 1)) for _ in range(min(count, len(left)))]


def chance(pen: Pen, of: int) -> bool:
    """
    Decide for what happens once in *of* times.
    """
    return pen.number(1, of) == of


@cache
def phrases(name: str) -> dict[str, Any]:
    """
    Return the words of ``phrases/NAME.toml``; not to be changed.
    """
    import tomllib
    from importlib.resources import files

    source = files("dccs_model.testing") / "phrases" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
