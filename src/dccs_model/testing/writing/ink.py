"""
Text that knows what was written where.

An article is written out of small pieces of `Ink`. Each piece carries marks
that say which of its letters say which fact, and keeps them through joining,
filling and editing. So the answer to a written article is read off its marks,
and can't say anything that the text doesn't.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

import attr

__all__ = ["Edit", "Ink", "Mark", "fill", "joined"]

_SLOT = re.compile(r"\{(\w+)\}")
# From the new placement of the tone mark to the old one: "hòa" to "hoà".
_NEW_TONE = re.compile(r"(?:[òóõỏọÒÓÕỎỌ][aeAE]|(?<![qQ])[ùúũủụÙÚŨỦỤ][yY])(?!\w)")


@attr.frozen
class Mark:
    """
    A fact and the letters that say it.
    """

    #: What kind of fact: "name", "post", "finding" …
    kind: str
    #: The fact, often a value of the model that lacks only its words and span.
    value: Any
    #: Offset of the first letter.
    start: int
    #: Offset just past the last letter.
    end: int
    #: Whose fact it is: the number of a person or of a finding, where it is someone's.
    owner: int | None = None


#: Replace the letters from the first offset to the second by a text.
Edit = tuple[int, int, str]


@attr.frozen
class Ink:
    """
    A piece of text with its marks.
    """

    #: The letters.
    text: str = ""
    #: What they say, in any order.
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Ink | str) -> Ink:
        if isinstance(other, str):
            return Ink(self.text + other, self.marks)
        by = len(self.text)
        moved = tuple(attr.evolve(each, start=each.start + by, end=each.end + by) for each in other.marks)
        return Ink(self.text + other.text, self.marks + moved)

    def marked(self, kind: str, value: Any = None, owner: int | None = None) -> Ink:
        """
        Say of the whole piece that it states *value*.
        """
        return Ink(self.text, (*self.marks, Mark(kind, value, 0, len(self.text), owner)))

    def plain(self) -> Ink:
        """
        Return the letters alone: what is said again is no new fact.
        """
        return Ink(self.text)

    def without_tail(self, tail: str) -> Ink:
        """
        Take *tail* off the end, where it stands there and no mark covers it.
        """
        return Ink(self.text.removesuffix(tail), self.marks)

    def respelt(self, spell: Callable[[str], str]) -> Ink:
        """
        Spell the letters in another way that keeps their number.
        """
        text = spell(self.text)
        if len(text) != len(self.text):
            raise ValueError(f"respelling made {len(text)} letters of {len(self.text)}")
        return Ink(text, self.marks)

    def capitalised(self) -> Ink:
        """
        Begin with a capital letter.
        """
        return self.respelt(lambda text: text[:1].upper() + text[1:])

    def edited(self, edits: Iterable[Edit]) -> Ink:
        """
        Make *edits*, which don't overlap, and move the marks along.
        """
        ordered = sorted(edits)
        ends = [end for _, end, _ in ordered]
        shifts = [0, *accumulate(len(new) - (end - start) for start, end, new in ordered)]
        pieces: list[str] = []
        last = 0
        for start, end, new in ordered:
            pieces += self.text[last:start], new
            last = end

        def moved(offset: int) -> int:
            return offset + shifts[bisect_right(ends, offset)]

        marks = tuple(attr.evolve(each, start=moved(each.start), end=moved(each.end)) for each in self.marks)
        return Ink("".join(pieces) + self.text[last:], marks)

    def decomposed(self, start: int = 0, end: int | None = None) -> Ink:
        """
        Put the letters of a range into NFD.
        """
        stop = len(self.text) if end is None else end
        forms = ((at, unicodedata.normalize("NFD", self.text[at])) for at in range(start, stop))
        return self.edited((at, at + 1, form) for at, form in forms if len(form) > 1)

    def old_tones(self) -> Ink:
        """
        Put the tone marks where they were put before 1984: "hòa" to "hoà".
        """
        return self.respelt(_old_tones)


def _old_tones(text: str) -> str:
    return _NEW_TONE.sub(lambda found: _old_tone(found[0]), text)


def _old_tone(vowels: str) -> str:
    apart = unicodedata.normalize("NFD", vowels[0])
    return apart[0] + unicodedata.normalize("NFC", vowels[1] + apart[1])


def joined(separator: Ink | str, pieces: Sequence[Ink | str]) -> Ink:
    """
    Join *pieces* as ``str.join`` does.
    """
    made = Ink()
    for number, piece in enumerate(pieces):
        made = made + separator + piece if number else made + piece
    return made


def fill(template: str, **slots: Ink | str) -> Ink:
    """
    Put *slots* into the braces of *template*.

    ``{people}`` takes the slot of that name as it is, ``{People}`` takes it
    with a capital letter at its head.

    Raises:
        KeyError: if *template* has a slot that isn't given.
    """
    made = Ink()
    last = 0
    for found in _SLOT.finditer(template):
        made = made + template[last : found.start()] + _slot(found[1], slots)
        last = found.end()
    return made + template[last:]


def _slot(name: str, slots: dict[str, Ink | str]) -> Ink:
    if name in slots:
        return Ink() + slots[name]
    return (Ink() + slots[name[0].lower() + name[1:]]).capitalised()
