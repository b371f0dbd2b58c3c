"""
All communes from 2023 on: which there are, where, when, and what became of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pkgutil import get_data
from threading import Lock

import attr

from dccs_model.errors import ModelError
from dccs_model.model import Area, Commune, CommuneKind, CommuneRef
from dccs_model.places.editions import ORDER, validity
from dccs_model.places.names import words
from dccs_model.places.search import AREA_KINDS, COMMUNE_KINDS, Day, Search
from dccs_model.places.table import Tables

__all__ = ["Gazetteer"]


@attr.define(frozen=True, eq=False, repr=False)
class Gazetteer:
    """
    The communes of Viet Nam from 2023 on, with their districts and provinces.

    It never changes, is safe to share between threads, and pickles. Names match
    in any case, normal form, placement of the tone mark and spacing, with or
    without their kind, and in each way in which a list spells them.

    Wherever a day is asked for, it may be a partial date, and what can have stood
    on any of its days counts; with no day, all days count.
    """

    _search: Search
    #: What it was unpacked from; empty for the one that comes with the library.
    _data: bytes
    # Values are made when first asked for. Two threads may make one twice, and both are right.
    _communes: list[Commune | None]
    _refs: list[CommuneRef | None]
    _areas: list[Area | None]

    @classmethod
    def default(cls) -> Gazetteer:
        """
        The gazetteer that comes with the library, read when first asked for.
        """
        with _LOCK:
            return _default()

    @classmethod
    def unpack(cls, data: bytes) -> Gazetteer:
        """
        Read a gazetteer that ``tools/build_gazetteer.py`` packed.

        Raises:
            FormatError: if *data* is none.
        """
        return _unpack(data, keep=data)

    def __len__(self) -> int:
        return len(self._communes)

    def __iter__(self) -> Iterator[Commune]:
        """
        Every commune, in the order of codes and editions.
        """
        return map(self._commune, range(len(self)))

    def __repr__(self) -> str:
        return f"<Gazetteer of {len(self)} communes>"

    def __reduce__(self) -> tuple[object, ...]:
        return (Gazetteer.unpack, (self._data,)) if self._data else (Gazetteer.default, ())

    def find(
        self,
        name: str,
        *,
        kind: CommuneKind | None = None,
        district: str | Area | None = None,
        province: str | Area | None = None,
        on: Day | None = None,
    ) -> tuple[Commune, ...]:
        """
        Every commune of that *name*, the best first; () where there is none.

        The kind is what the name says, or else *kind*; one that no commune of the
        name has is taken for a slip. A *district* or a *province* holds the communes
        that lie in it or, where none does, those of today that came from such.
        "Thị Trấn" alone is every township.

        >>> [found.code for found in Gazetteer.default().find("TT Thường Xuân", district="Thường Xuân")]
        ['15646']
        """
        search = self._search
        rows = search.communes(name, search.within(district, province), on, kind=kind)
        return tuple(map(self._commune, rows))

    def get(self, code: str, edition: str) -> Commune | None:
        """
        The commune that bore *code* in *edition*, or None.

        Raises:
            ModelError: if there is no such edition.
        """
        row = self._search.commune(code, edition)
        return None if row is None else self._commune(row)

    def communes_of(
        self, area: str | Area, *, province: str | Area | None = None, on: Day | None = None
    ) -> tuple[Commune, ...]:
        """
        The communes of a district, or of a province, in the order of codes.

        Where several have the name, it is the communes of all of them.
        """
        search = self._search
        areas = search.districts(area, province)
        if not areas and province is None:
            areas = [each for row in search.provinces(area) for each in search.whole[row]]
        return tuple(map(self._commune, search.communes_of(areas, on)))

    def successors(self, commune: Commune | CommuneRef, *, on: Day | None = None) -> tuple[Commune, ...]:
        """
        What *commune* was on a later day, over as many steps as it takes; with no day, what it is in the end.

        The main one of each step comes first. It is the commune itself where that
        can have stood on the day, and () where nothing is known.

        Raises:
            ModelError: if *commune* carries no code and edition, or none that there is.
        """
        return tuple(map(self._commune, self._search.later(self._row(commune), on)))

    def predecessors(self, commune: Commune | CommuneRef, *, on: Day | None = None) -> tuple[Commune, ...]:
        """
        What *commune* came from, as it was on an earlier day; with no day, as it was in the beginning.

        The commune itself is among them where it can have stood on that day.

        Raises:
            ModelError: if *commune* carries no code and edition, or none that there is.
        """
        return tuple(map(self._commune, self._search.earlier(self._row(commune), on)))

    def lies_in(self, commune: Commune | CommuneRef, area: Area) -> bool:
        """
        Whether *commune* lies in *area* or, since July 2025, came from one that did.

        Raises:
            ModelError: if *commune* carries no code and edition, or none that there is.
        """
        row, within = self._row(commune), self._search.within_area(area)
        return self._search.tables.communes.parents[row] in within or self._search.came_from(row, within)

    def spellings(self, commune: Commune | CommuneRef) -> tuple[str, ...]:
        """
        Every way in which a list spells the name of *commune*, the one that it has here first.
        """
        row, communes = self._row(commune), self._search.tables.communes
        return (communes.name(row), *communes.spellings.get(row, ()))

    def districts(
        self, name: str | Area, *, province: str | Area | None = None, on: Day | None = None
    ) -> tuple[Area, ...]:
        """
        Every district of that *name*, the best first.
        """
        return self._ranked_areas(self._search.districts(name, province), on)

    def provinces(self, name: str | Area, *, on: Day | None = None) -> tuple[Area, ...]:
        """
        Every province of that *name*, the best first.
        """
        return self._ranked_areas(self._search.provinces(name), on)

    def province_of(self, district: Area) -> Area | None:
        """
        The province that *district* lies in; None where it is no district, or could be several.
        """
        parents = {self._search.tables.areas.parents[row] for row in self._search.districts(district)}
        return self._area(parents.pop()) if len(parents) == 1 else None

    def districts_with(
        self, names: Iterable[str], *, province: str | Area | None = None, on: Day | None = None
    ) -> tuple[Area, ...]:
        """
        The districts that hold a commune of each of the *names*, the best first.

        >>> [found.name for found in Gazetteer.default().districts_with(["Xuân Dương", "Thọ Thanh", "Thị Trấn"])]
        ['Thường Xuân']
        """
        search = self._search
        held = search.holding(names, search.within(None, province), on)
        return self._ranked_areas((row for row in held if search.tables.areas.parents[row] >= 0), on)

    def _row(self, commune: Commune | CommuneRef) -> int:
        if commune.code is None or commune.edition is None:
            raise ModelError(f"{commune.name} carries no code and edition; find it or resolve it first")
        row = self._search.commune(commune.code, commune.edition)
        if row is None:
            raise ModelError(f"there is no commune {commune.code} in the edition {commune.edition}")
        return row

    def _ranked_areas(self, rows: Iterable[int], on: Day | None) -> tuple[Area, ...]:
        return tuple(map(self._area, self._search.ranked_areas(rows, on)))

    def _commune(self, row: int) -> Commune:
        made = self._communes[row]
        if made is None:
            tables = self._search.tables
            communes, parent = tables.communes, tables.communes.parents[row]
            province = tables.areas.parents[parent]
            days = validity(communes.first[row], communes.last[row])
            made = self._communes[row] = Commune(
                name=communes.name(row),
                kind=COMMUNE_KINDS[communes.kinds[row]],
                code=f"{communes.codes[row]:05}",
                edition=ORDER[communes.first[row]].value,
                district=None if province < 0 else self._area(parent),
                province=self._area(parent if province < 0 else province),
                valid_from=days.valid_from,
                valid_to=days.valid_to,
                not_before=days.not_before,
                not_after=days.not_after,
                successors=tuple(map(self._ref, tables.successors(row))),
                predecessors=tuple(map(self._ref, tables.predecessors(row))),
            )
        return made

    def _ref(self, row: int) -> CommuneRef:
        made = self._refs[row]
        if made is None:
            communes = self._search.tables.communes
            made = self._refs[row] = CommuneRef(
                code=f"{communes.codes[row]:05}",
                edition=ORDER[communes.first[row]].value,
                name=communes.name(row),
                kind=COMMUNE_KINDS[communes.kinds[row]],
            )
        return made

    def _area(self, row: int) -> Area:
        made = self._areas[row]
        if made is None:
            areas = self._search.tables.areas
            made = self._areas[row] = Area(
                name=areas.name(row),
                kind=AREA_KINDS[areas.kinds[row]],
                code=self._search.area_code(row),
                edition=ORDER[areas.first[row]].value,
            )
        return made


_LOCK = Lock()


@cache
def _default() -> Gazetteer:
    return _unpack(get_data(__package__, "gazetteer.json.gz") or b"", keep=b"")


def _unpack(data: bytes, *, keep: bytes) -> Gazetteer:
    tables = Tables.unpack(data)
    tables.areas.add_spellings(words().spellings)
    communes, areas = len(tables.communes.codes), len(tables.areas.codes)
    return Gazetteer(Search(tables), keep, [None] * communes, [None] * communes, [None] * areas)
