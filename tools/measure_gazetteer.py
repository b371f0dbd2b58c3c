"""
Measure the gazetteer: its size, its first use, its speed, and how well company tells the district.

    python tools/measure_gazetteer.py

Times are the best of several runs, each first use in a process of its own.
"""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from importlib.resources import files
from typing import Any

from dccs_model.model import Area, Commune, CommuneKind, match_key
from dccs_model.places import Gazetteer

FIRST_USE = """
import time, tracemalloc, dccs_model
start = time.perf_counter()
from dccs_model.places import Gazetteer
loaded = time.perf_counter()
Gazetteer.default().find("xã Xuân Dương", district="Thường Xuân")
print(1e3 * (loaded - start), 1e3 * (time.perf_counter() - loaded))
"""
MEMORY = """
import tracemalloc, dccs_model.places
tracemalloc.start()
dccs_model.places.Gazetteer.default().find("xã Xuân Dương", district="Thường Xuân")
print(*[each / 1e6 for each in tracemalloc.get_traced_memory()])
"""
KIND = dict(zip(CommuneKind, ("xã", "phường", "thị trấn", "đặc khu"), strict=True))
DRAWS = 200
ON = dt.date(2025, 4, 1)


def main() -> None:
    """
    Print each figure on a line.
    """
    print(f"packed file: {len(files('dccs_model.places').joinpath('gazetteer.json.gz').read_bytes()):,} bytes")
    first = [_run(FIRST_USE) for _ in range(15)]
    loading, using = (min(column) for column in zip(*first, strict=True))
    print(f"first use: {using:.1f} ms, and {loading:.1f} ms to import dccs_model.places")
    kept, peak = _run(MEMORY)
    print(f"memory: {kept:.1f} MB kept, {peak:.1f} MB at most")
    gazetteer = Gazetteer.default()
    communes = list(gazetteer)
    for label, asked in _questions(communes).items():
        print(f"find {label}: {_rate(gazetteer, asked):,.0f} calls a second")
    for label, count in _company(gazetteer).items():
        print(f"districts_with, {label}: {count:,}")


def _run(code: str) -> list[float]:
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    return [float(each) for each in output.split()]


def _questions(communes: list[Commune]) -> dict[str, list[dict[str, Any]]]:
    full = [f"{KIND[each.kind]} {each.name}" for each in communes if each.kind is not None]
    districts = [each.district and each.district.name for each in communes]
    provinces = [each.province and each.province.name for each in communes]
    return {
        "by bare name": [{"name": each.name} for each in communes],
        "by name and day": [{"name": each.name, "on": ON} for each in communes],
        "by kind, name and day": [{"name": name, "on": ON} for name in full],
        "by kind, name, district and day": [
            {"name": name, "district": district, "on": ON} for name, district in zip(full, districts, strict=True)
        ],
        "by kind, name, province and day": [
            {"name": name, "province": province, "on": ON} for name, province in zip(full, provinces, strict=True)
        ],
    }


def _rate(gazetteer: Gazetteer, asked: list[dict[str, Any]]) -> float:
    best = float("inf")
    for _ in range(9):
        start = time.perf_counter()
        for each in asked:
            gazetteer.find(**each)
        best = min(best, time.perf_counter() - start)
    return len(asked) / best


def _company(gazetteer: Gazetteer) -> Counter[str]:
    communes_of: dict[Area | None, list[str]] = defaultdict(list)
    holding: dict[str, set[Area | None]] = defaultdict(set)
    for each in gazetteer:
        if each.valid_to is not None:
            communes_of[each.district].append(each.name)
            for spelling in gazetteer.spellings(each):
                holding[match_key(spelling)].add(each.district)
    rng, counts = random.Random(2022), Counter[str]()
    for names in communes_of.values():
        for _ in range(DRAWS):
            drawn = rng.sample(names, min(len(names), rng.randint(3, 5)))
            fitting = set.intersection(*[holding[match_key(name)] for name in drawn])
            found = set(gazetteer.districts_with(drawn, on=ON))
            right = found == fitting if len(fitting) == 1 else found >= fitting
            counts[f"{'one fits' if len(fitting) == 1 else 'several fit'}, {'right' if right else 'WRONG'}"] += 1
    return counts


if __name__ == "__main__":
    main()
