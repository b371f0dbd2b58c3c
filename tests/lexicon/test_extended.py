"""
A caller's own words: they change what is read, and nothing else changes.

The words here have a z, so that no later release knows them: Vietnamese has none.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from dccs_model import ParsedArticle, Parser, Role, Sector
from dccs_model.lexicon import Lexicon
from dccs_model.lexicon._lexicon import SCHEMAS

TEXT = """Hội nghị giao ban quý II năm 2022

Rạng zông ngày 5/7/2022, tại xã Vạn Xuân, Huyện ủy tổ chức hội nghị giao ban quý II năm 2022. \
Đồng chí Vi Thị Mây, Bí thư Đảng ủy xã, zứng lái hội nghị. Dự hội nghị có đồng chí Lê Văn Án, Zô trưởng Huyện ủy.

Theo báo cáo, các hộ đã trồng 25 ha sâm zảy lá; đoàn viên đã góp 120 zùi phân.
"""


def reading(**more: list[dict[str, Any]]) -> ParsedArticle:
    return Parser(lexicon=Lexicon.default().extended(**more)).parse(TEXT)


def day_part(parsed: ParsedArticle) -> object:
    return parsed.conference and parsed.conference.sitting and parsed.conference.sitting.day_part


def positions(parsed: ParsedArticle) -> list[str]:
    assert parsed.conference
    found = parsed.conference.participant("Lê Văn Án")
    return [each.text for each in found.official.positions] if found else []


def chairs(parsed: ParsedArticle) -> list[str]:
    assert parsed.conference
    return [each.name for each in parsed.conference.with_role(Role.CHAIR)]


def ginseng_is_a_matter_of_health(parsed: ParsedArticle) -> bool:
    assert parsed.conference
    return Sector.HEALTH in [each.sector for each in parsed.conference.findings if "sâm" in each.statement]


def units(parsed: ParsedArticle) -> list[str]:
    assert parsed.conference
    return [measure.unit for each in parsed.conference.findings for measure in each.measures]


ADDED: dict[str, tuple[str, dict[str, Any], Callable[[ParsedArticle], Any], Any, Any]] = {
    # The table, an entry of its own, what is looked at, and what is read before and after.
    "a part of the day": (
        "time",
        {"day_part": "morning", "words": ["rạng zông"], "example": "Rạng zông 5/7"},
        day_part,
        None,
        "morning",
    ),
    "a post": (
        "positions",
        {"rank": "head", "words": ["zô trưởng"], "example": "Zô trưởng Huyện ủy"},
        positions,
        [],
        ["Zô trưởng Huyện ủy"],
    ),
    "a role": (
        "roles",
        {"roles": ["chair"], "words": ["zứng lái"], "example": "Đồng chí A zứng lái hội nghị."},
        chairs,
        [],
        ["Vi Thị Mây"],
    ),
    "a sector": (
        "sectors",
        {"sector": "health", "weight": 9, "words": ["sâm zảy lá"], "example": "trồng sâm zảy lá"},
        ginseng_is_a_matter_of_health,
        False,
        True,
    ),
    "a unit": (
        "units",
        {"kind": "count", "words": ["zùi"], "example": "120 zùi phân"},
        units,
        ["ha"],
        ["ha", "zùi"],
    ),
}


@pytest.mark.parametrize(("table", "entry", "look", "before", "after"), ADDED.values(), ids=ADDED)
def test_words_of_a_callers_own_change_what_is_read(
    table: str, entry: dict[str, Any], look: Callable[[ParsedArticle], Any], before: Any, after: Any
) -> None:
    assert look(reading()) == before
    assert look(reading(**{table: [entry]})) == after


NEW = {
    # For each table, the least that an entry may say.
    "abbreviations": {"full": "Zẩm Zúa"},
    "bodies": {},
    "family_names": {},
    "glue": {"of": "filler"},
    "honorifics": {"kind": "address"},
    "meetings": {},
    "not_people": {},
    "page": {"of": "junk"},
    "periods": {"looks": "back"},
    "places": {},
    "polarity": {"kind": "achievement"},
    "positions": {},
    "roles": {"roles": []},
    "sections": {"kind": "directive", "on": "heading"},
    "sectors": {"sector": "health"},
    "speech": {},
    "time": {"day_part": "noon"},
    "units": {"kind": "count"},
}


def test_the_least_that_entries_may_say_is_enough_to_read_with() -> None:
    entries = {
        table: [{**least, "words": [f"z{table}"], "example": f"bà con z{table}"}] for table, least in NEW.items()
    }
    text = TEXT + "".join(f"\nBà con z{table}, đồng chí z{table} Huyện ủy." for table in NEW)

    assert set(NEW) == set(SCHEMAS)
    assert Parser(lexicon=Lexicon.default().extended(**entries)).parse(text).article.text == text


@pytest.mark.slow
@pytest.mark.parametrize("table", SCHEMAS)
def test_the_least_that_an_entry_may_say_is_enough_to_read_with(table: str) -> None:
    entry = {**NEW[table], "words": ["zẩm"], "example": "bà con zẩm"}
    text = TEXT.replace("sâm", "zẩm").replace("ha", "zẩm").replace("tại", "zẩm").replace("dự", "zẩm")

    assert Parser(lexicon=Lexicon.default().extended(**{table: [entry]})).parse(text).article.text == text


def test_words_of_a_callers_own_win_over_those_that_stand() -> None:
    more = Lexicon.default().extended(time=[{"day_part": "evening", "words": ["sáng"], "example": "Sáng 5/7"}])

    assert more["time"].get("sáng").get("day_part") == "evening"  # type: ignore[union-attr]


def test_the_lexicon_that_was_extended_stays_as_it_was() -> None:
    before = len(Lexicon.default()["units"].entries)
    more = Lexicon.default().extended(units=[{"kind": "count", "words": ["zùi"], "example": "120 zùi"}])

    assert len(Lexicon.default()["units"].entries) == before
    assert len(more["units"].entries) == before + 1
    assert more["roles"] is Lexicon.default()["roles"]


def test_the_default_lexicon_is_read_once() -> None:
    assert Lexicon.default() is Lexicon.default()


def test_nothing_of_a_lexicon_can_be_set() -> None:
    lexicon = Lexicon.default()

    with pytest.raises(TypeError):
        lexicon["time"] = lexicon["units"]  # type: ignore[index]
    with pytest.raises(TypeError):
        lexicon["time"].entries[0].meaning["day_part"] = "noon"  # type: ignore[index]
    with pytest.raises(AttributeError):
        lexicon.remark = "seen"  # type: ignore[attr-defined]
    assert isinstance(lexicon["time"].entries, tuple)


def test_a_lexicon_survives_pickling() -> None:
    more = Lexicon.default().extended(units=[{"kind": "count", "words": ["zùi"], "example": "120 zùi"}])
    copy = pickle.loads(pickle.dumps(more))

    assert copy["units"].entries[0].words == ("zùi",)
    assert repr(copy) == repr(more)
    assert Parser(lexicon=copy).parse(TEXT) == Parser(lexicon=more).parse(TEXT)
