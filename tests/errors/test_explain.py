"""
A doubt is told with its line, and the carets stand below what is meant, whatever the line is made of.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dccs_model import Diagnostic, ParseError, Severity, Span
from dccs_model.errors import Excerpt, excerpt, explain

#: What a terminal could act on, or what turns the direction of a line.
RAW = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def told(text: str, words: str, width: int = 96) -> str:
    found = excerpt(text, at(text, words), width=width)
    return f"{found.shown}\n{found.carets}"


# Each row: why, the line, what is meant in it, and how that looks.
LINES = {
    "as it is": (
        "Ngày 31/2 họp", "31/2",
        "Ngày 31/2 họp",
        "     ^^^^",
    ),
    "marks of their own take no column": (
        "Ho\u0300a gia\u0309i nga\u0300y 31/2", "31/2",
        "Ho\u0300a gia\u0309i nga\u0300y 31/2",
        "              ^^^^",
    ),
    "letters with marks of their own": (
        "xã Ho\u0300a Bi\u0300nh họp", "Ho\u0300a Bi\u0300nh",
        "xã Ho\u0300a Bi\u0300nh họp",
        "   ^^^^^^^^",
    ),
    "a mark alone is meant with its letter": (
        "xã Ho\u0300a", "\u0300",
        "xã Ho\u0300a",
        "    ^",
    ),
    "wide letters take two columns": (
        "会议 31/2 họp", "31/2",
        "会议 31/2 họp",
        "     ^^^^",
    ),
    "wide letters are meant": (
        "họp 会议 sáng", "会议",
        "họp 会议 sáng",
        "    ^^^^",
    ),
    "full-width figures": (
        "３１/２ họp", "/２",
        "３１/２ họp",
        "    ^^^",
    ),
    "a tab is a space": (
        "\tNgày\t31/2", "31/2",
        " Ngày 31/2",
        "      ^^^^",
    ),
    "odd spaces are spaces": (
        "Ngày\u00a0\u3000\u202831/2", "31/2",
        "Ngày   31/2",
        "       ^^^^",
    ),
    "what shows as nothing is left out": (
        "\ufeffNga\u200b\u00ad\ufe0fy 31/2", "31/2",
        "Ngay 31/2",
        "     ^^^^",
    ),
    "what shows as nothing is meant": (
        "Ngà\u200by", "\u200b",
        "Ngày",
        "   ^",
    ),
    "joined signs fall apart": (
        "👩\u200d🌾 31/2", "31/2",
        "👩🌾 31/2",
        "     ^^^^",
    ),
    "control characters are signs": (
        "\x1b[31mđỏ\x07\x7f 31/2", "31/2",
        "␛[31mđỏ␇␡ 31/2",
        "          ^^^^",
    ),
    "others are one sign for all": (
        "a\x9b\ue000\ufffe\ud800b", "b",
        "a\ufffd\ufffd\ufffd\ufffdb",
        "     ^",
    ),
    "no direction turns": (
        "\u202e31/2\u202c \u2066họp\u2069", "31/2",
        "31/2 họp",
        "^^^^",
    ),
    "its own line alone": (
        "dòng một\nngày 31/2\ndòng ba", "31/2",
        "ngày 31/2",
        "     ^^^^",
    ),
    "line ends of any kind": (
        "dòng một\r\nngày 31/2\r\ndòng ba", "31/2",
        "ngày 31/2",
        "     ^^^^",
    ),
    "no further than its line": (
        "một hai\nba bốn", "hai\nba",
        "một hai",
        "    ^^^",
    ),
    "nothing is meant": (
        "Ngày 31/2", "",
        "Ngày 31/2",
        "^",
    ),
    "the end of a line is meant": (
        "Ngày\nmai", "\n",
        "Ngày",
        "    ^",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "shown", "carets"), LINES.values(), ids=LINES)
def test_the_carets_stand_below_what_is_meant(text: str, words: str, shown: str, carets: str) -> None:
    assert told(text, words) == f"{shown}\n{carets}"


# Each row: why, the line, and its window of 20 columns.
WINDOWS = {
    "it fits": (
        "một hai 31/2 bốn năm",
        "một hai 31/2 bốn năm",
        "        ^^^^",
    ),
    "it is cut behind": (
        "31/2 hai ba bốn năm sáu bảy",
        "31/2 hai ba bốn nă…",
        "^^^^",
    ),
    "it is cut before": (
        "một hai ba bốn năm sáu 31/2",
        "…a bốn năm sáu 31/2",
        "               ^^^^",
    ),
    "it is cut at both ends": (
        "một hai ba bốn 31/2 năm sáu bảy tám",
        "…a bốn 31/2 năm sáu…",
        "       ^^^^",
    ),
    "no wide letter is halved": (
        "会会会会会会会会会会31/2会会会会会会会会会会",
        "…会会会31/2会会会会…",
        "       ^^^^",
    ),
    "no mark stands without its letter": (
        "e\u0301" * 30 + "31/2",
        "…" + "e\u0301" * 14 + "31/2",
        "               ^^^^",
    ),
    "marks without end": (
        "e" + "\u0301" * 1000 + "31/2",
        "…31/2",
        " ^^^^",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "shown", "carets"), WINDOWS.values(), ids=WINDOWS)
def test_a_long_line_is_a_window(text: str, shown: str, carets: str) -> None:
    assert told(text, "31/2", width=20) == f"{shown}\n{carets}"


def test_what_is_meant_may_be_longer_than_the_window() -> None:
    assert told("x" * 40, "x" * 40, width=10) == "xxxxxxxx…\n^^^^^^^^"


def test_lines_and_code_points_are_counted_from_one() -> None:
    text = "một\r\nHo\u0300a 31/2"

    assert excerpt(text, at(text, "31/2")) == Excerpt(2, 6, "Ho\u0300a 31/2", "    ^^^^")


def test_the_whole_doubt() -> None:
    text = "Sáng 31/2 họp"
    doubt = Diagnostic(code="impossible-date", severity=Severity.WARNING, message="no such day", span=at(text, "31/2"))

    assert str(ParseError(text, (doubt,))) == (
        "warning: no such day [impossible-date]\n"
        "  line 1, column 6\n"
        "  Sáng 31/2 họp\n"
        "       ^^^^"
    )  # fmt: skip


def test_a_doubt_about_the_whole_text_has_no_line() -> None:
    doubt = Diagnostic(code="empty-text", severity=Severity.INFO, message="no letters\x1b[2J\nat all")

    assert explain("", doubt) == "info: no letters␛[2J␊at all [empty-text]"


# --- any text ------------------------------------------------------------------------

any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("Hội nghị, xã Hòa\u0300\u0323\n\r\t\u200b\u202e\x1b会"),
    ),
    max_size=80,
)


@st.composite
def texts_with_a_place(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(any_text) * draw(st.integers(1, 4))
    ends = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, Span(start=ends[0], end=ends[1])


@given(texts_with_a_place(), st.integers(5, 100))
def test_any_line_is_one_line_in_its_width(place: tuple[str, Span], width: int) -> None:
    text, span = place

    found = excerpt(text, span, width=width)

    assert RAW.search(found.shown) is None
    assert re.fullmatch(r" *\^+", found.carets)
    assert len(found.carets) <= width
    assert found.line == text[: span.start].count("\n") + 1


@given(texts_with_a_place(), st.integers(5, 100))
def test_a_terminal_sees_the_width_that_was_asked_for(place: tuple[str, Span], width: int) -> None:
    text, span = place
    # Of what is newer than the Unicode of this Python, or stands on its own as no mark should, widths are a guess.
    text = "".join(char if _is_common(char) else "x" for char in text)

    found = excerpt(text, span, width=width)

    assert cell_len(found.shown) <= width


def _is_common(char: str) -> bool:
    return unicodedata.category(char) in ("Lu", "Ll", "Lo", "Nd", "Po", "Cc", "Cf", "Zs", "Mn") and (
        char < "\u0400" or "\u4e00" <= char <= "\u9fff" or not char.isprintable()
    )


@given(st.text(st.sampled_from("aàáạâậđ xyz"), min_size=1, max_size=60), st.data())
def test_the_carets_cover_the_words_themselves(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    decomposed = unicodedata.normalize("NFD", line)
    span = Span(
        start=len(unicodedata.normalize("NFD", line[:start])), end=len(unicodedata.normalize("NFD", line[:end]))
    )

    found = excerpt(decomposed, span)

    assert unicodedata.normalize("NFC", found.shown) == line
    assert found.carets == " " * start + "^" * (end - start)
