"""
What each edition lists, and from when to when a unit stood.
"""

import datetime as dt
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import CommuneKind, PartialDate
from dccs_model.places import Edition, Gazetteer
from dccs_model.places.editions import DAYS, ORDER, distances, editions_on

gazetteer = Gazetteer.default()
COMMUNES = list(gazetteer)

LAST_DAY = dt.date(2025, 6, 30)
FIRST_DAY = dt.date(2025, 7, 1)


def listed(edition):
    return {each.code: each for each in COMMUNES if gazetteer.get(each.code, edition) is each}


LISTS = {edition: listed(edition) for edition in Edition}


def test_each_edition_lists_as_many_as_its_source():
    assert {edition.value: len(units) for edition, units in LISTS.items()} == {
        "2023": 10599, "2025-03": 10035, "2025-07": 3321,
    }  # fmt: skip


def test_kinds_of_today():
    assert Counter(each.kind for each in LISTS[Edition.JULY_2025].values()) == {
        CommuneKind.COMMUNE: 2621, CommuneKind.WARD: 687, CommuneKind.SPECIAL_ZONE: 13,
    }  # fmt: skip


def test_codes_are_used_again_for_other_units():
    before, after = LISTS[Edition.MARCH_2025], LISTS[Edition.JULY_2025]
    again = before.keys() & after.keys()
    assert len(again) == 3316
    assert sum(before[code].name != after[code].name for code in again) == 1803


def test_every_unit_of_today_came_from_somewhere_but_five_island_districts_without_communes():
    assert sorted(each.name for each in LISTS[Edition.JULY_2025].values() if not each.predecessors) == [
        "Bạch Long Vĩ", "Côn Đảo", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn",
    ]  # fmt: skip


def test_it_is_known_what_became_of_all_but_four():
    went = [each for each in COMMUNES if each.edition != Edition.JULY_2025 and not each.successors]
    assert sorted(each.name for each in went) == ["Hải Châu II", "Mộc Nam", "Phú An Hòa", "Phúc Thành A"]


def test_the_end_of_what_went_before_2025_is_not_known_but_bounded():
    gone = [each for code, each in LISTS[Edition.Y2023].items() if code not in LISTS[Edition.MARCH_2025]]
    assert len(gone) == 567
    assert {(each.valid_from, each.valid_to, each.not_before, each.not_after) for each in gone} == {
        (None, None, None, dt.date(2025, 2, 28))
    }


VALIDITY = [
    # (name, district, edition, from, to, not before, not after)
    ("Xuân Dương", "Thường Xuân", "2023", None, LAST_DAY, None, None),
    ("Ngã Tư Sở", "Đống Đa", "2023", None, None, None, dt.date(2025, 2, 28)),
    ("Nham Biền", "thành phố Bắc Giang", "2025-03", None, LAST_DAY, dt.date(2023, 4, 10), None),
]


@pytest.mark.parametrize(("name", "district", "edition", "start", "end", "not_before", "not_after"), VALIDITY)
def test_when_a_unit_stood(name, district, edition, start, end, not_before, not_after):
    (found,) = [each for each in gazetteer.find(name, district=district) if each.district is not None]
    assert (found.edition, found.valid_from, found.valid_to) == (edition, start, end)
    assert (found.not_before, found.not_after) == (not_before, not_after)


def test_units_of_today_stand_since_july_2025():
    assert {(each.valid_from, each.valid_to) for each in LISTS[Edition.JULY_2025].values()} == {(FIRST_DAY, None)}


def test_the_last_day_of_the_districts():
    assert gazetteer.find("xã Xuân Dương", province="Thanh Hóa", on=LAST_DAY)
    assert {each.district for each in gazetteer.find("Thường Xuân", on=FIRST_DAY)} == {None}


POSSIBLE = [
    (dt.date(2010, 1, 1), ["2023"]),
    (dt.date(2023, 4, 9), ["2023"]),
    (dt.date(2023, 4, 10), ["2023", "2025-03"]),
    (dt.date(2025, 2, 28), ["2023", "2025-03"]),
    (dt.date(2025, 3, 1), ["2025-03"]),
    (dt.date(2025, 6, 30), ["2025-03"]),
    (dt.date(2025, 7, 1), ["2025-07"]),
    (dt.datetime(2025, 7, 1, 23, 59, tzinfo=dt.UTC), ["2025-07"]),
    (PartialDate.parse("2022"), ["2023"]),
    (PartialDate.parse("2025-06"), ["2025-03"]),
    (PartialDate.parse("2025"), ["2023", "2025-03", "2025-07"]),
    (None, ["2023", "2025-03", "2025-07"]),
]


@pytest.mark.parametrize(("on", "editions"), POSSIBLE, ids=[str(on) for on, _ in POSSIBLE])
def test_which_editions_can_hold_on_a_day(on, editions):
    assert [edition.value for bit, edition in enumerate(ORDER) if editions_on(on) >> bit & 1] == editions


@given(st.dates())
def test_some_edition_holds_on_every_day_and_the_nearest_is_one_of_them(on):
    nearest = min(range(len(ORDER)), key=distances(on).__getitem__)
    assert editions_on(on) >> nearest & 1
    days = DAYS[ORDER[nearest]]
    assert (days.possible_from or on) <= on <= (days.possible_to or on)


@given(st.sampled_from(COMMUNES))
def test_what_is_known_of_a_unit_fits_together(commune):
    start, end = commune.valid_from or commune.not_before, commune.valid_to or commune.not_after
    assert start is None or end is None or start <= end
    assert commune.valid_from is None or commune.not_before is None
    assert commune.valid_to is None or commune.not_after is None
    assert (commune.district is None) == (commune.edition == Edition.JULY_2025)


def test_a_code_of_a_unit_that_changed_follows_itself():
    versions = defaultdict(list)
    for each in COMMUNES:
        if each.edition != Edition.JULY_2025:
            versions[each.code].append(each)
    changed = [each for each in versions.values() if len(each) == 2]
    assert len(changed) > 700
    for before, after in changed:
        assert [each.code for each in before.successors] == [after.code]
        assert (before.name, before.kind, before.district) != (after.name, after.kind, after.district)
