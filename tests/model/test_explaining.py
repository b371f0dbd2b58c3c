"""
Errors tell what is wrong and where: the tree, and a line of the text with a caret.
"""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import DccsError, Diagnostic, FormatError, ParseError, Severity, Span, UnsupportedVersionError
from dccs_model.errors import explain


def doubt(start: int | None = None, end: int = 0) -> Diagnostic:
    span = None if start is None else Span(start=start, end=end)
    return Diagnostic(code="year-unknown", severity=Severity.WARNING, message="no year", span=span)


HEAD = "warning: no year [year-unknown]"
EXPLAINED = {
    "about the whole text": ("Sáng 5/7", doubt(), HEAD),
    "in the one line": (
        "Sáng 5/7, xã họp.",
        doubt(5, 8),
        f"{HEAD}\n  line 1, column 6\n  Sáng 5/7, xã họp.\n       ^^^",
    ),
    "in a later line": (
        "Giao ban\n\nSáng 5/7",
        doubt(15, 18),
        f"{HEAD}\n  line 3, column 6\n  Sáng 5/7\n       ^^^",
    ),
    "at the very end": ("Họp", doubt(3, 3), f"{HEAD}\n  line 1, column 4\n  Họp\n     ^"),
    "over two lines": ("Sáng\n5/7", doubt(0, 8), f"{HEAD}\n  line 1, column 1\n  Sáng\n  ^^^^"),
    "in an empty text": ("", doubt(0, 0), f"{HEAD}\n  line 1, column 1\n  \n  ^"),
}


@pytest.mark.parametrize(("text", "diagnostic", "told"), EXPLAINED.values(), ids=EXPLAINED)
def test_a_doubt_is_shown_in_its_line(text: str, diagnostic: Diagnostic, told: str) -> None:
    assert explain(text, diagnostic) == told


def under_carets(told: str) -> str:
    """
    What stands above the carets, for a line in which each code point takes a column.
    """
    *_, shown, carets = told.split("\n")
    return shown[carets.index("^") : carets.rindex("^") + 1]


def test_of_a_long_line_a_window_is_shown() -> None:
    text = "".join(chr(ord("a") + at % 26) for at in range(5000))
    told = explain(text, doubt(2000, 2004), width=30)
    _, place, shown, _ = told.split("\n")

    assert place == "  line 1, column 2001"
    assert under_carets(told) == text[2000:2004]
    assert shown.strip("… ") in text
    assert (shown[2], shown[-1], len(shown)) == ("…", "…", 32)


def test_a_span_longer_than_the_window_is_underlined_as_far_as_it_is_shown() -> None:
    *_, shown, carets = explain("x" * 500, doubt(0, 500), width=40).split("\n")

    assert shown.endswith("x…")
    assert carets == shown.replace("x", "^").rstrip("…")


def test_a_loose_mark_is_shown_with_its_letter() -> None:
    text = "xa\u0303 he\u0323p"
    *_, shown, carets = explain(text, doubt(text.index("\u0323"), len(text))).split("\n")

    # A mark takes no column of its own.
    assert shown == f"  {text}"
    assert carets == "  " + " " * len("xa h") + "^^"


def test_a_window_of_a_decomposed_line_begins_with_a_letter() -> None:
    text = "e\u0302\u0323" * 200
    *_, shown, carets = explain(text, doubt(300, 303), width=20).split("\n")

    assert not unicodedata.combining(shown.strip(" …")[0])
    assert carets.count("^") == 1


CONTROLS = "\x00\x07\x08\t\x0b\x1b\x7f\x9b\u00ad\u200b\u202e\u2028\ufeff"


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_nothing_that_a_terminal_obeys_is_shown(control: str) -> None:
    told = explain(f"A{control}[31m{control}5/7{control}B", doubt(7, 10))

    assert control not in told.replace("\n", "")
    assert under_carets(told) == "5/7"
    assert all(each.isprintable() for each in told.replace("\n", ""))


LETTERS = st.characters(min_codepoint=32, max_codepoint=0x17F, categories=["Lu", "Ll", "Nd", "Zs", "Po"])


@given(st.text(LETTERS, min_size=1, max_size=200), st.data())
def test_the_carets_stand_below_the_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = explain(text, doubt(start, end), width=30)
    shown = under_carets(told)

    assert all(len(line) <= 32 for line in told.split("\n")[2:])
    assert shown.replace("\u00a0", " ").rstrip() == text[start : start + len(shown)].replace("\u00a0", " ").rstrip()
    assert len(shown) <= end - start


@given(st.text(max_size=200), st.data())
def test_any_place_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    told = explain(text, doubt(start, data.draw(st.integers(start, len(text)))), width=30)

    assert len(told.split("\n")) == 4
    assert all(each.isprintable() for each in told.replace("\n", ""))


def test_a_parse_error_tells_each_of_its_diagnostics() -> None:
    error = ParseError("Sáng 5/7", (doubt(5, 8), doubt()))

    assert str(error) == f"{HEAD}\n  line 1, column 6\n  Sáng 5/7\n       ^^^\n\n{HEAD}"
    assert (error.text, len(error.diagnostics)) == ("Sáng 5/7", 2)


ERRORS = {
    "a text that is refused": ParseError("Sáng 5/7", (doubt(5, 8),)),
    "a broken document": FormatError("expected str, got int", path="$.article.title"),
    "a document of the future": UnsupportedVersionError("version 9.0 is not known", path="$.version"),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_an_error_survives_pickling(error: DccsError) -> None:
    copy = pickle.loads(pickle.dumps(error))

    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))


def test_a_format_error_names_the_path() -> None:
    error = FormatError("expected str, got int", path="$.article.title")

    assert str(error) == "expected str, got int (at $.article.title)"
    assert isinstance(error, ValueError)
    assert issubclass(UnsupportedVersionError, FormatError)
