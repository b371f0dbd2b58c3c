"""
Looking up rows of the tables: the gazetteer's engine, which makes no values.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from dccs_model.errors import ModelError
from dccs_model.model import Area, AreaKind, CommuneKind, PartialDate
from dccs_model.places.editions import ORDER, Edition, distances, editions_on
from dccs_model.places.names import fold, words
from dccs_model.places.table import Tables

__all__ = ["AREA_KINDS", "COMMUNE_KINDS", "Day", "Search"]

Day = dt.date | PartialDate

COMMUNE_KINDS = tuple(CommuneKind)
AREA_KINDS = tuple(AreaKind)
_NEWEST = len(ORDER) - 1


class Search:
    """
    Questions to the tables, answered in rows.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    @cached_property
    def whole(self) -> list[frozenset[int]]:
        """
        For each row of areas, itself and the districts in it.
        """
        areas = self.tables.areas
        return [frozenset((row, *areas.inside[row])) for row in range(len(areas.codes))]

    # Communes

    def communes(
        self, name: str, within: Collection[int] | None, on: Day | None, *, kind: CommuneKind | None = None
    ) -> list[int]:
        """
        The communes of a name that lie *within* rows of areas (None for anywhere), the best first.
        """
        communes, possible = self.tables.communes, editions_on(on)
        place, key = words().communes.split(name)
        if not key and place in words().alone:
            named: Iterable[int] = (row for row, each in enumerate(communes.kinds) if each == place)
        else:
            named = communes.rows(key)
        rows = self._there(named, within, possible)
        if place is None and kind is not None:
            place = COMMUNE_KINDS.index(kind)
        if place is not None:
            # "Phường Đúc" is a ward of that whole name.
            of_kind = [row for row in rows if communes.kinds[row] == place]
            rows = of_kind or self._there(communes.rows(fold(name)), within, possible) or rows
        return rows if len(rows) < 2 else self._ranked(rows, key, on)

    def commune(self, code: str, edition: str) -> int | None:
        """
        The commune that bore *code* in *edition*.
        """
        communes, listed = self.tables.communes, 1 << _place(edition)
        if not (len(code) == 5 and code.isascii() and code.isdecimal()):
            return None
        first = bisect_left(communes.codes, int(code))
        for row in range(first, min(first + len(ORDER), len(communes.codes))):
            if communes.codes[row] == int(code) and communes.editions[row] & listed:
                return row
        return None

    def later(self, row: int, on: Day | None) -> list[int]:
        """
        What a commune was on a later day: the first that can have stood then; with no day, the last of all.
        """
        editions, possible = self.tables.communes.editions, editions_on(on)
        # A dict keeps the order and holds each row once.
        found: dict[int, None] = {}
        ahead = [row]
        for each in ahead:
            further = self.tables.successors(each)
            if (not further) if on is None else (editions[each] & possible):
                found[each] = None
            else:
                ahead += further
        return list(found)

    def earlier(self, row: int, on: Day | None) -> list[int]:
        """
        All that a commune came from and that can have stood on an earlier day; with no day, the first of all.
        """
        communes, possible = self.tables.communes, editions_on(on)
        # One that stood then can have taken in others later, so the way goes on from it.
        behind = [row]
        for each in behind:
            behind += [origin for origin in self.tables.predecessors(each) if origin not in behind]
        if on is None:
            return [each for each in behind if communes.first[each] == 0 or not self.tables.predecessors(each)]
        return [each for each in behind if communes.editions[each] & possible]

    def _there(self, rows: Iterable[int], within: Collection[int] | None, possible: int) -> list[int]:
        """
        Those of the communes that one of the *possible* editions lists and that lie *within*.
        """
        editions = self.tables.communes.editions
        standing = [row for row in rows if editions[row] & possible]
        if within is None or not standing:
            return standing
        parents = self.tables.communes.parents
        return [row for row in standing if parents[row] in within] or [
            row for row in standing if self.came_from(row, within)
        ]

    def came_from(self, row: int, within: Collection[int]) -> bool:
        """
        Whether a commune of today came from one that lay *within*; today's have no district to be found by.
        """
        communes = self.tables.communes
        return communes.first[row] == _NEWEST and any(
            communes.parents[each] in within for each in self.tables.predecessors(row)
        )

    def _ranked(self, rows: list[int], key: str, on: Day | None) -> list[int]:
        """
        The best have the name in its first spelling, and are listed nearest to the day.
        """
        communes, away = self.tables.communes, distances(on)
        first, last = communes.first, communes.last

        def rank(row: int) -> tuple[bool, int, int]:
            return (
                row in communes.spellings and fold(communes.name(row)) != key,
                min(away[first[row] : last[row] + 1]),
                row,
            )

        return sorted(rows, key=rank)

    # Districts and provinces

    def within(self, district: str | Area | None, province: str | Area | None) -> Collection[int] | None:
        """
        The rows of areas that *district* and *province* leave; None where neither is said.
        """
        if district is not None:
            return self.districts(district, province)
        if province is None:
            return None
        return self._together(self.provinces(province))

    def within_area(self, area: Area) -> frozenset[int]:
        """
        The rows of a district or a province, with the districts in it.
        """
        return self._together(self._areas(area))

    def _together(self, rows: Sequence[int]) -> frozenset[int]:
        """
        The rows of areas with the districts in them; most names are of one area, whose rows are at hand.
        """
        return self.whole[rows[0]] if len(rows) == 1 else frozenset().union(*[self.whole[row] for row in rows])

    def districts(self, district: str | Area, province: str | Area | None = None) -> list[int]:
        """
        The districts of a name or a code.
        """
        parents = self.tables.areas.parents
        rows = [row for row in self._areas(district) if parents[row] >= 0]
        if province is None:
            return rows
        provinces = self.provinces(province)
        return [row for row in rows if parents[row] in provinces]

    def provinces(self, province: str | Area) -> list[int]:
        """
        The provinces of a name or a code.
        """
        return [row for row in self._areas(province) if self.tables.areas.parents[row] < 0]

    def communes_of(self, areas: Iterable[int], on: Day | None) -> list[int]:
        """
        The communes that lie in *areas* and can have stood on that day, in the order of codes.
        """
        communes, possible = self.tables.communes, editions_on(on)
        return [
            row
            for row in sorted(row for each in areas for row in communes.inside[each])
            if communes.editions[row] & possible
        ]

    def holding(self, names: Iterable[str], within: Collection[int] | None, on: Day | None) -> set[int]:
        """
        The districts, and the provinces of today, that hold a commune of each of the *names*.
        """
        parents = self.tables.communes.parents
        held = [{parents[row] for row in self.communes(name, within, on)} for name in names]
        return set.intersection(*held) if held else set()

    def ranked_areas(self, rows: Iterable[int], on: Day | None) -> list[int]:
        """
        Those of the areas that can have stood on that day, the best first.
        """
        areas, possible = self.tables.areas, editions_on(on)
        standing = [row for row in rows if areas.editions[row] & possible]
        away = distances(on)
        return sorted(standing, key=lambda row: (min(away[areas.first[row] : areas.last[row] + 1]), row))

    def _areas(self, area: str | Area) -> Sequence[int]:
        areas = self.tables.areas
        if isinstance(area, str):
            kind, key = words().areas.split(area)
        elif area.code is None:
            kind, key = None if area.kind is None else AREA_KINDS.index(area.kind), fold(area.name)
        else:
            return self._coded_areas(area.code, area.edition)
        rows = areas.rows(key)
        return [row for row in rows if areas.kinds[row] == kind] or rows

    def _coded_areas(self, code: str, edition: str | None) -> list[int]:
        listed = -1 if edition is None else 1 << _place(edition)
        return [row for row in self._by_code.get(code, ()) if self.tables.areas.editions[row] & listed]

    @cached_property
    def _by_code(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for row in range(len(self.tables.areas.codes)):
            found.setdefault(self.area_code(row), []).append(row)
        return found

    def area_code(self, row: int) -> str:
        """
        The code of an area as it is written: of two digits for a province, of three for a district.
        """
        areas = self.tables.areas
        return f"{areas.codes[row]:0{2 if areas.parents[row] < 0 else 3}}"


def _place(edition: str) -> int:
    try:
        return ORDER.index(Edition(edition))
    except ValueError:
        raise ModelError(f"there is no edition {edition!r}; there are {', '.join(ORDER)}") from None
