"""
Numbers: the comma parts decimals, the dot thousands.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.text.numbers import NUMBER, read_number

VALUES = {
    "07": 7,
    "35": 35,
    "12,5": "12.5",
    "0,02": "0.02",
    "1.200": 1200,
    "1.234,5": "1234.5",
    "486.300": 486300,
    "62.500.000": 62500000,
    "832.270.966.973": 832270966973,
    "3,153": "3.153",
    "15000": 15000,
}


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_a_number_has_an_exact_value(written: str, value: int | str) -> None:
    assert re.fullmatch(NUMBER, written)
    assert read_number(written) == Decimal(value)


DRAWN = [
    # Text with its numbers in brackets.
    "kết nạp [24] đảng viên, đạt [98,5]%",
    "thu [1.846] tỷ, chi [62.500.000] đồng.",
    "[412,5]ha lúa",
    "có [12]. Năm ngoái [9].",
]


@pytest.mark.parametrize("drawn", DRAWN)
def test_numbers_stand_apart_in_a_text(drawn: str) -> None:
    text = drawn.replace("[", "").replace("]", "")

    assert re.findall(NUMBER, text) == re.findall(r"\[(.*?)\]", drawn)


@given(st.integers(0, 10**15 - 1), st.one_of(st.none(), st.integers(0, 9999)))
def test_what_is_written_with_marks_is_read_back(whole: int, decimals: int | None) -> None:
    written = f"{whole:,}".replace(",", ".") + (f",{decimals:04}" if decimals is not None else "")

    assert read_number(written) == whole + Decimal(decimals or 0) / 10_000
