"""
The accidents of typing: they change letters and spaces, never what is said.
"""

from __future__ import annotations

import re

from dccs_model.testing.writing.ink import Edit, Ink
from dccs_model.testing.writing.pen import Pen, chance, one_of, some_of

__all__ = ["roughened"]

_SPACE = re.compile(r"(?<=\w) (?=\w)")
_COMMA = re.compile(r"(?<=[^\W\d]), (?=[^\W\d])")
_WORD = re.compile(r"\w+")


def roughened(pen: Pen, ink: Ink) -> Ink:
    """
    Draw what went wrong in typing, the plainest nothing.
    """
    made = _tones(pen, ink)
    if chance(pen, 3):
        made = made.edited(_slips(pen, made.text))
    if chance(pen, 10):
        made = made.edited((found.start(), found.end(), "\r\n") for found in re.finditer("\n", made.text))
    return _forms(pen, made)


def _tones(pen: Pen, ink: Ink) -> Ink:
    return ink.old_tones() if chance(pen, 4) else ink


def _slips(pen: Pen, text: str) -> list[Edit]:
    """
    Doubled and hard spaces, and spaces that are missing or stand before a comma.
    """
    spaces = [found.start() for found in _SPACE.finditer(text)]
    commas = [found.start() for found in _COMMA.finditer(text)]
    slips = [(at, at + 1, one_of(pen, ["  ", "\u00a0"])) for at in some_of(pen, spaces, pen.number(0, 4))]
    slips += [(at, at + 2, one_of(pen, [",", " , "])) for at in some_of(pen, commas, pen.number(0, 2))]
    return slips


def _forms(pen: Pen, ink: Ink) -> Ink:
    """
    NFC, or NFD here or everywhere.
    """
    form = one_of(pen, ["NFC"] * 8 + ["some", "NFD"])
    if form == "NFD":
        return ink.decomposed()
    if form == "some":
        words = [(found.start(), found.end()) for found in _WORD.finditer(ink.text)]
        # From the end, so that the offsets of the words before stay true.
        for start, end in sorted(some_of(pen, words, 3), reverse=True):
            ink = ink.decomposed(start, end)
    return ink
