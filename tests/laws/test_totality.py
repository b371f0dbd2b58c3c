"""
Any text is read: nothing in it raises, and every promise holds.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import promises
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import Parser, parse_article
from dccs_model.testing import Example, examples, write_article
from dccs_model.testing.strategies import noisy_text
from drawing import draws

#: Articles of one's own, in a folder that the environment names.
FOLDER = os.environ.get("DCCS_ARTICLES")

each_example = pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)


@given(st.text())
@draws(50)
def test_any_text(text: str) -> None:
    promises.reading(text)


@given(st.lists(st.characters() | st.characters(categories=["Cs", "Mn", "Cf", "Zs", "Nd", "Po"])).map("".join))
@draws(50)
def test_any_code_points(text: str) -> None:
    promises.reading(text)


@given(noisy_text(100))
@draws(50)
def test_noise(text: str) -> None:
    promises.reading(text)


@given(st.binary(max_size=2000))
@draws(30)
def test_random_bytes_taken_for_latin_1(data: bytes) -> None:
    promises.reading(data.decode("latin-1"))


@given(st.integers(0, 10**6), st.text(max_size=5), st.data())
@draws(30)
def test_an_article_with_a_hole_that_holds_anything(seed: int, filling: str, data: st.DataObject) -> None:
    text = write_article(seed).text
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))

    promises.reading(text[:start] + filling + text[end:])


@each_example
def test_an_example_cut_anywhere(example: Example) -> None:
    for length in range(25, len(example.text), 700):
        promises.reading(example.text[:length])


@pytest.mark.slow
@each_example
def test_an_example_cut_everywhere(example: Example) -> None:
    for length in range(0, len(example.text), 7):
        promises.reading(example.text[:length])


SPOILT: dict[str, Callable[[str], str]] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "NFKD": lambda text: unicodedata.normalize("NFKD", text),
    "NFD and backwards": lambda text: unicodedata.normalize("NFD", text)[::-1],
    "no marks": lambda text: "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)),
    "marks alone": lambda text: "".join(c for c in unicodedata.normalize("NFD", text) if not c.isalpha()),
    "capitals": str.upper,
    "small letters": str.lower,
    "no spaces": lambda text: "".join(text.split()),
    "one line": lambda text: " ".join(text.split()),
    "a word a line": lambda text: "\n".join(text.split()),
    "a letter a line": "\n".join,
    "a space between letters": " ".join,
    "UTF-8 as Latin-1": lambda text: text.encode().decode("latin-1"),
    "UTF-8 as a code page": lambda text: text.encode().decode("cp1258", "replace"),
    "UTF-16 as Latin-1": lambda text: text.encode("utf-16").decode("latin-1"),
    "bytes as surrogates": lambda text: text.encode("utf-16").decode("utf-8", "surrogateescape"),
    "twice": lambda text: text * 2,
    "ten times on one line": lambda text: " ".join(text.split()) * 10,
    "all brackets": lambda text: text.replace(" ", " ("),
    "no full stops": lambda text: text.replace(".", ""),
    "only marks": lambda text: "".join(c for c in text if not c.isalnum()),
}


@pytest.mark.parametrize("way", SPOILT)
def test_an_example_that_was_spoilt(way: str) -> None:
    for example in examples()[::8]:
        promises.reading(SPOILT[way](example.text))


# --- long texts --------------------------------------------------------------------

#: A character of every kind that some stage looks for.
CHARACTERS = 'aAđĐ 0.,;:-–/("“…%<&\n\t\r\u00a0\u0301\u200b\ud800\0'


@pytest.mark.parametrize("letter", CHARACTERS, ids=lambda letter: f"U+{ord(letter):04X}")
def test_a_long_run_of_one_character(letter: str) -> None:
    assert parse_article(letter * 200_000).conference is None


@pytest.mark.slow
@pytest.mark.parametrize("letter", CHARACTERS, ids=lambda letter: f"U+{ord(letter):04X}")
def test_five_megabytes_of_one_character(letter: str) -> None:
    assert parse_article(letter * 5_000_000).conference is None


def long_line(length: int) -> str:
    """
    Words of articles without a space, a line end or a full stop between them.
    """
    pieces = []
    while sum(map(len, pieces)) < length and len(pieces) < 2000:
        pieces.append("".join(write_article(len(pieces)).text.replace(".", "").split()))
    text = "".join(pieces)
    return (text * (length // len(text) + 1))[:length]


def short_lines(count: int) -> str:
    """
    Lines that all differ, and that open a sentence each.
    """
    return "\n".join(f"Hội nghị giao ban lần thứ {number} đạt {number % 100},5%." for number in range(count))


@pytest.mark.parametrize(
    "make", [lambda: long_line(200_000), lambda: short_lines(2_000)], ids=["one line", "many lines"]
)
def test_a_long_text(make: Callable[[], str]) -> None:
    text = make()

    assert parse_article(text).article.text == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "make", [lambda: long_line(5_000_000), lambda: short_lines(100_000)], ids=["5 MB without a space", "100,000 lines"]
)
def test_a_very_long_text(make: Callable[[], str]) -> None:
    text = make()

    assert parse_article(text).article.text == text


def test_a_limit_leaves_the_rest_unread() -> None:
    text = write_article(3).text
    begun = text[: len(text) // 2]

    parsed = Parser(max_chars=len(begun)).parse(text)

    assert parsed.article.text == text
    assert parsed.conference == parse_article(begun).conference
    assert "too-long" in {each.code for each in parsed.diagnostics}


# --- articles of others ----------------------------------------------------------------


@pytest.mark.skipif(not FOLDER, reason="DCCS_ARTICLES names no folder")
def test_articles_of_others() -> None:
    for path in sorted(Path(FOLDER).rglob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace")
        promises.reading(text)
        parse_article(unicodedata.normalize("NFD", text[: len(text) // 2]))
