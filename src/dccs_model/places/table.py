"""
The packed table of units, unpacked into columns.

``tools/build_gazetteer.py`` writes the file and says what is in it. These are
plain classes with flat columns: the table is unpacked when the first name is
looked up, and thousands of small objects would keep the garbage collector busy.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import add
from typing import Any, Self

from dccs_model.errors import FormatError
from dccs_model.places.names import fold

__all__ = ["Groups", "Table", "Tables"]

_GZIP = 16 + zlib.MAX_WBITS

Columns = dict[str, "array[int]"]


class Groups:
    """
    Members 0, 1, 2 … in groups, such as the communes of each district.
    """

    __slots__ = ("_before", "_last")

    def __init__(self, group_of: Sequence[int], count: int) -> None:
        # Each group is a chain: its last member, and for each member the one before.
        last, before = [-1] * count, [-1] * len(group_of)
        for member, group in enumerate(group_of):
            before[member] = last[group]
            last[group] = member
        self._last, self._before = last, before

    def __getitem__(self, group: int) -> list[int]:
        members, member = [], self._last[group]
        while member >= 0:
            members.append(member)
            member = self._before[member]
        members.reverse()
        return members


class Table:
    """
    Units of one tier in columns, one row a unit.
    """

    def __init__(self, texts: dict[str, Any], columns: Columns, runs: list[list[int]], *, areas: int) -> None:
        run = columns["run"].tobytes()
        #: The code of each, as a number.
        self.codes = list(accumulate(columns["code"]))
        #: The kind of each, as the place in its enum.
        self.kinds = columns["kind"].tobytes()
        #: The first edition that lists each, as the place in `Edition`.
        self.first = run.translate(_per_run(first for first, _ in runs))
        #: The last edition that lists each.
        self.last = run.translate(_per_run(last for _, last in runs))
        #: The editions that list each, as a set.
        self.editions = run.translate(_per_run((2 << last) - (1 << first) for first, last in runs))
        #: The row of areas in which each lies; -1 for a province.
        self.parents = columns["parent"]
        #: The other spellings of a row's name.
        self.spellings: dict[int, list[str]] = {int(row): said for row, said in texts["spellings"].items()}
        self._areas = areas
        self._names: list[str] = texts["names"].split("\n")
        self._name = columns["name"]
        self._named = Groups(self._name, len(self._names))
        # All names are folded in one go, which takes a third of the time.
        keys = fold(texts["names"]).split("\n")
        # The last of the names for each folded name.
        self._folded = dict(zip(keys, range(len(keys)), strict=True))
        # More rows for a folded name: of names that fold alike, and of other spellings.
        self._others: dict[str, tuple[int, ...]] = {}
        for number, key in enumerate(keys):
            if self._folded[key] != number:
                self._add(key, self._named[number])
        for row, said in self.spellings.items():
            for spelling in said:
                self._add(fold(spelling), (row,))

    def name(self, row: int) -> str:
        """
        The name of a row without its kind.
        """
        return self._names[self._name[row]]

    def rows(self, key: str) -> Sequence[int]:
        """
        The rows of a folded name.
        """
        number = self._folded.get(key)
        rows = () if number is None else self._named[number]
        others = self._others.get(key)
        return (*rows, *others) if others else rows

    def add_spellings(self, spellings: dict[str, list[str]]) -> None:
        """
        Give rows more spellings of their names.
        """
        for name, said in spellings.items():
            for row in self.rows(fold(name)):
                self.spellings[row] = [*self.spellings.get(row, ()), *said]
                for spelling in said:
                    self._add(fold(spelling), (row,))

    @cached_property
    def inside(self) -> Groups:
        """
        The rows that lie in each row of areas.
        """
        # The last group are the provinces, which lie in none.
        return Groups(self.parents, self._areas + 1)

    def _add(self, key: str, rows: Sequence[int]) -> None:
        known = self.rows(key)
        self._others[key] = (*self._others.get(key, ()), *[row for row in rows if row not in known])


class Tables:
    """
    The areas and the communes, and what became of each.
    """

    def __init__(self, head: dict[str, Any], columns: dict[str, Columns]) -> None:
        #: Provinces first, then districts, each in the order of their codes.
        areas = len(columns["areas"]["code"])
        self.areas = Table(head["areas"], columns["areas"], head["runs"], areas=areas)
        #: In the order of their codes.
        self.communes = Table(head["communes"], columns["communes"], head["runs"], areas=areas)
        self._counts = columns["communes"]["successors"]
        self._starts = list(accumulate(self._counts, initial=0))
        self._became = columns["communes"]["became"]

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """
        Read a packed table.

        Raises:
            FormatError: if *data* is none.
        """
        try:
            line, _, body = zlib.decompress(data, wbits=_GZIP).partition(b"\n")
            head = json.loads(line)
            _check_version(head)
            return cls(head, _columns(head, body))
        except FormatError:
            raise
        except (zlib.error, LookupError, TypeError, ValueError) as error:
            raise FormatError(f"this is no packed gazetteer, or a broken one: {error}") from error

    def successors(self, row: int) -> list[int]:
        """
        The rows of communes that a commune became, the main one first.
        """
        return [row + jump for jump in self._became[self._starts[row] : self._starts[row + 1]]]

    def predecessors(self, row: int) -> list[int]:
        """
        The rows of communes that a commune came from.
        """
        return [self._origins[each] for each in self._arrivals[row]]

    @cached_property
    def _origins(self) -> list[int]:
        """
        The row that each entry of the successors is about.
        """
        return list(chain.from_iterable(map(repeat, range(len(self._counts)), self._counts)))

    @cached_property
    def _arrivals(self) -> Groups:
        """
        The entries of the successors that lead to each row.
        """
        return Groups(list(map(add, self._origins, self._became)), len(self._counts))


def _check_version(head: dict[str, Any]) -> None:
    if (head["format"], head["version"]) != ("dccs-gazetteer", 1):
        raise FormatError(f"expected dccs-gazetteer 1, not {head['format']} {head['version']}")


def _columns(head: dict[str, Any], body: bytes) -> dict[str, Columns]:
    tiers: dict[str, Columns] = {"areas": {}, "communes": {}}
    at = 0
    for tier, columns in tiers.items():
        for name, typecode, length in head[tier]["columns"]:
            column = columns[name] = array(typecode)
            column.frombytes(body[at : at + length * column.itemsize])
            at += length * column.itemsize
            if len(column) != length:
                raise FormatError(f"the packed gazetteer ends in the column {name} of {tier}")
            if sys.byteorder == "big":  # pragma: no cover
                column.byteswap()
    return tiers


def _per_run(values: Iterable[int]) -> bytes:
    return bytes(values).ljust(256, b"\0")
