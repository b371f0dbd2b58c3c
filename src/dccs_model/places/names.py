"""
When two spellings name one place, and which kind a name says.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from enum import StrEnum
from functools import cache
from pkgutil import get_data
from typing import NamedTuple

from dccs_model.model import AreaKind, CommuneKind

__all__ = ["Kinds", "Words", "fold", "word_pattern", "words"]

# Spaces are gone before these run. Both placements of the tone mark come out the
# same, and so do Đắk, Đăk and Đak, Lắk and Lăk. Some folds reach into longer
# syllables ("hoàn"), which does no harm, since both sides are folded alike.
_FOLDS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
    "đắk": "dak", "đăk": "dak", "đak": "dak", "ắk": "ak", "ăk": "ak",
}  # fmt: skip
# Each pattern begins with a letter or digit, so that the search skips quickly to where one can be.
_FOLD = re.compile(r"o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|đ[aăắ]k|ăk|ắk")
_NOT_WORD = re.compile(r"[^\w\n]+")
_ZEROS = re.compile(r"0(?<!\d0)0*(?=\d)")


def fold(text: str) -> str:
    """
    The form in which names of places are compared; line ends stay.

    >>> fold("ĐẮK  R'Moan") == fold("Đăk RMoan")
    True
    """
    return _folded(unicodedata.normalize("NFC", text).casefold())


def _folded(lowered: str) -> str:
    letters = lowered.replace(" ", "")
    if not letters.isalnum():
        letters = _NOT_WORD.sub("", letters)
    if "0" in letters:
        letters = _ZEROS.sub("", letters)
    return _FOLD.sub(_fold, letters)


def _fold(found: re.Match[str]) -> str:
    return _FOLDS[found[0]]


class Kinds:
    """
    The words for the kinds of one tier; a kind is its place in the enum.
    """

    def __init__(self, said: dict[str, list[str]], enum: type[StrEnum]) -> None:
        self._places = [list(enum).index(enum(kind)) for kind in said]
        groups = ("(" + "|".join(map(word_pattern, each)) + ")" for each in said.values())
        self._head = re.compile(r"\s*(?:" + "|".join(groups) + r")\s*")
        #: Every word.
        self.forms = [word for each in said.values() for word in each]
        #: The word for each kind in full, by its place.
        self.said = {place: each[0] for place, each in zip(self._places, said.values(), strict=True)}

    def split(self, text: str) -> tuple[int | None, str]:
        """
        The kind that *text* says and the folded name: of "TT. Thường Xuân" 2 and "thườngxuân".
        """
        lowered = unicodedata.normalize("NFC", text).casefold()
        found = self._head.match(lowered)
        if not found or not found.lastindex:
            return None, _folded(lowered)
        return self._places[found.lastindex - 1], _folded(lowered[found.end() :])


class Words(NamedTuple):
    """
    The words of ``words.toml``, ready for use.
    """

    communes: Kinds
    areas: Kinds
    #: The kinds of communes that are said without a name, as places.
    alone: frozenset[int]
    #: More spellings of the names of areas.
    spellings: dict[str, list[str]]
    #: The bodies of areas, with the word for the kind of area.
    bodies: dict[str, str]


@cache
def words() -> Words:
    """
    The words, read once.
    """
    table = tomllib.loads((get_data(__package__, "words.toml") or b"").decode())
    return Words(
        communes=Kinds(table["communes"], CommuneKind),
        areas=Kinds(table["areas"], AreaKind),
        alone=frozenset(list(CommuneKind).index(CommuneKind(kind)) for kind in table["alone"]["kinds"]),
        spellings=table["spellings"],
        bodies={body: table["areas"][kind][0] for kind, bodies in table["bodies"].items() for body in bodies},
    )


def word_pattern(word: str) -> str:
    """
    The pattern of a word for a kind at the head of a name.
    """
    if word.endswith("."):
        return re.escape(word[:-1]) + r"(?:\.|(?=\d))"
    return r"\s+".join(map(re.escape, word.split())) + r"(?=[\s\d]|\Z)"
