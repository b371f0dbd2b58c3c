"""
Which units a text names, kind and all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from dccs_model.model import Area, Commune
from dccs_model.places.gazetteer import Gazetteer
from dccs_model.places.names import word_pattern, words
from dccs_model.places.search import COMMUNE_KINDS, Day

__all__ = ["areas_in", "communes_in"]

# No unit has more words than "Phan Rang - Tháp Chàm" and "Bà Rịa - Vũng Tàu".
_NAME = r"((?:[ \t]{0,3}[-–]?[ \t]{0,3}[\w'’]{1,20}){1,5})"
_WORD = re.compile(r"[\w'’]+")


def areas_in(text: str, gazetteer: Gazetteer, on: Day | None) -> list[tuple[Area, ...]]:
    """
    The districts and provinces that *text* names with their kind, each once.

    For each name it is all that it fits.
    """
    found: dict[tuple[Area, ...], None] = {}
    for said, readings in dict.fromkeys(_named(text, _area_heads())):
        kind = words().bodies.get(said, said)
        fitting = (_areas(f"{kind} {name}", gazetteer, on) for name in readings)
        found[next(filter(None, fitting), ())] = None
    return [each for each in found if each]


def _areas(said: str, gazetteer: Gazetteer, on: Day | None) -> tuple[Area, ...]:
    standing = gazetteer.districts(said, on=on) + gazetteer.provinces(said, on=on)
    # People go on naming an area that is gone.
    return standing or gazetteer.districts(said) + gazetteer.provinces(said)


def communes_in(text: str, gazetteer: Gazetteer, on: Day | None) -> list[Commune]:
    """
    The communes that *text* names with their kind, each as a name that the gazetteer has.
    """
    found: dict[Commune | None, None] = {}
    for said, readings in dict.fromkeys(_named(text, _commune_heads())):
        place, _ = words().communes.split(said)
        kind = None if place is None else COMMUNE_KINDS[place]
        fitting = (Commune(name=name, kind=kind) for name in readings if gazetteer.find(name, kind=kind, on=on))
        found[next(fitting, None)] = None
    return [each for each in found if each is not None]


def _named(text: str, heads: re.Pattern[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """
    Each kind, and the capitalised words after it: from the longest run of them to the first alone.
    """
    for found in heads.finditer(unicodedata.normalize("NFC", text)):
        ends = []
        for word in _WORD.finditer(found[2]):
            if not (word[0][0].isupper() or word[0][0].isdecimal()):
                break
            ends.append(word.end())
        kind = " ".join(found[1].casefold().split())
        yield kind, tuple(found[2][:end].strip(" \t-–") for end in reversed(ends))


@cache
def _area_heads() -> re.Pattern[str]:
    return _heads([*words().bodies, *words().areas.forms])


@cache
def _commune_heads() -> re.Pattern[str]:
    return _heads(words().communes.forms)


def _heads(said: Iterable[str]) -> re.Pattern[str]:
    # The name is only looked at, since the next kind may stand in the words after it.
    return re.compile(r"(?<!\w)(" + "|".join(map(word_pattern, said)) + f")(?={_NAME})", re.IGNORECASE)
