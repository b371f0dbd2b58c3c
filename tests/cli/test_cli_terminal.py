"""
Nothing of a text reaches the terminal that the terminal could act on.
"""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.cli.terminal import one_line, visible

#: Characters that turn the direction of what follows, or that show as nothing.
DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hồ Văn Dần", "Hồ Văn Dần"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", r"\u001b[31mred\u001b[0m"),
        ("\x9b31mred", r"\u009b31mred"),
        ("\x1b]0;title\x07", r"\u001b]0;title\u0007"),
        ("over\rwritten", r"over\u000dwritten"),
        ("back\x08space\x7f", r"back\u0008space\u007f"),
        ("\u202etxet\u202c", r"\u202etxet\u202c"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("\u200f\u061c", r"\u200f\u061c"),
        ("zero\u200bwidth, soft\xadhyphen, \ufeffmark", r"zero\u200bwidth, soft\u00adhyphen, \ufeffmark"),
        ("\u2028\u2029\x85", r"\u2028\u2029\u0085"),
        ("\ud800", r"\ud800"),
        ("\U000e0041 tag", r"\udb40\udc41 tag"),
        ("Ho\u0300a nh\u00e3 \U0001f600", "Ho\u0300a nh\u00e3 \U0001f600"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_shown_is_a_control(text: str) -> None:
    shown = visible(text)

    assert {unicodedata.category(char) for char in shown if char not in "\n\t"}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert {unicodedata.bidirectional(char) for char in shown}.isdisjoint(DIRECTIONS)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_document_means_the_same_when_shown(text: str) -> None:
    assert json.loads(visible(json.dumps(text, ensure_ascii=False))) == text


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [(" Chiều\r\n  21/6 ", "Chiều 21/6"), ("a\u00a0b\u3000c\u2028d", "a b c d"), ("a\x1bb", r"a\u001bb"), ("", "")],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown
