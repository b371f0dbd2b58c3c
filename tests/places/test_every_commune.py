"""
Every commune is found again, old and new, however its name is written.
"""

import datetime as dt
import re
import unicodedata

import pytest

from dccs_model import CommuneKind
from dccs_model.places import Edition, Gazetteer

gazetteer = Gazetteer.default()
COMMUNES = list(gazetteer)

#: A day on which all of an edition stood.
DAY = {
    Edition.Y2023: dt.date(2022, 6, 21),
    Edition.MARCH_2025: dt.date(2025, 4, 1),
    Edition.JULY_2025: dt.date(2025, 7, 1),
}
KIND = {
    CommuneKind.COMMUNE: "xã",
    CommuneKind.WARD: "phường",
    CommuneKind.TOWNSHIP: "thị trấn",
    CommuneKind.SPECIAL_ZONE: "đặc khu",
}
NEW_TONE = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip


def _replaced(text, tones):
    return re.sub("(?:" + "|".join(tones) + r")(?!\w)", lambda found: tones[found[0]], text)


WRITTEN = {
    "as it is": str,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "with the tone mark in its old place": lambda text: _replaced(text, {new: old for old, new in NEW_TONE.items()}),
    "with the tone mark in its new place": lambda text: _replaced(text, NEW_TONE),
    "in capitals": str.upper,
    "in small letters": str.lower,
    "with wide spaces": lambda text: f"  {text.replace(' ', '   ')} ",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_name_kind_and_district_lead_to_one_commune(written):
    for commune in COMMUNES:
        name = written(f"{KIND[commune.kind]} {commune.name}")
        area = commune.district or commune.province
        found = gazetteer.find(name, district=commune.district, province=commune.province, on=DAY[commune.edition])
        assert found == (commune,), (name, area.name)


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_the_names_of_the_areas_may_be_written_so_too(written):
    for commune in COMMUNES[::7]:
        district = commune.district and written(commune.district.name)
        found = gazetteer.find(
            written(commune.name), district=district, province=written(commune.province.name), on=DAY[commune.edition]
        )
        assert commune in found


def test_the_bare_name_gives_it_among_all_candidates():
    for commune in COMMUNES:
        on = DAY[commune.edition]
        here = gazetteer.find(commune.name, district=commune.district, province=commune.province, on=on)
        assert commune in here
        assert len(here) <= 2
        in_province = gazetteer.find(commune.name, province=commune.province, on=on)
        assert set(here) <= set(in_province) <= set(gazetteer.find(commune.name, on=on))


def test_every_spelling_leads_to_it():
    for commune in COMMUNES:
        for spelling in gazetteer.spellings(commune):
            assert commune in gazetteer.find(spelling, district=commune.district, on=DAY[commune.edition])
