"""
When two names are one name: normal form, tone placement, case and spaces make none; letters and tones do.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import match_key, same_name

ONE_NAME = {
    "tone placement on oa": ("Hoà", "Hòa"),
    "tone placement on oe": ("Xuân Hoè", "Xuân Hòe"),
    "tone placement on uy": ("Huyện uỷ", "Huyện ủy"),
    "tone placement inside a name": ("Thuỷ Tiên", "Thủy Tiên"),
    "all capitals": ("NGUYỄN THỊ HOÀ", "Nguyễn Thị Hòa"),
    "two spaces and a line end": ("Hồ  Văn\nDần", "Hồ Văn Dần"),
    "a space before the comma": ("Đỗ Xuân Nam , Bí thư", "Đỗ Xuân Nam, Bí thư"),
    "decomposed": (unicodedata.normalize("NFD", "Thạch Ngọc Dững"), "Thạch Ngọc Dững"),
    "a hyphen": ("Bà Rịa - Vũng Tàu", "Bà Rịa Vũng Tàu"),
}
TWO_NAMES = {
    "another tone": ("Hoa", "Hòa"),
    "another letter": ("Dần", "Đần"),
    "another vowel": ("Lan", "Lân"),
    "one name more": ("Lê Văn Sơn", "Lê Sơn"),
    "the order": ("Lê Sơn", "Sơn Lê"),
    "no placement after q": ("Quý", "Qúy"),
    "a space more inside a word": ("Krông Á", "K rông Á"),
}


@pytest.mark.parametrize(("one", "other"), ONE_NAME.values(), ids=ONE_NAME)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES.values(), ids=TWO_NAMES)
def test_two_names(one: str, other: str) -> None:
    assert not same_name(one, other)


CLOSED = ["khoản", "hoàn", "toàn", "khoét", "huỳnh", "luỵt"]


@pytest.mark.parametrize("word", CLOSED)
def test_a_closed_syllable_has_one_placement(word: str) -> None:
    assert match_key(word) == word


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert match_key(match_key(text)) == match_key(text)


@given(st.text())
def test_normal_forms_have_one_key(text: str) -> None:
    assert same_name(unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))
