"""
What was read from a text, for people at a terminal.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from show_values import FILLED, GOLDEN, full_of, golden, shown

from dccs_model import (
    Area,
    AreaKind,
    Article,
    Cluster,
    Commune,
    CommuneKind,
    CommuneRef,
    Conference,
    Diagnostic,
    FoundBy,
    ParsedArticle,
    Severity,
    Span,
)


@pytest.mark.parametrize("name", GOLDEN)
def test_the_filled_article_looks_like_this(name: str) -> None:
    lang, width = GOLDEN[name]

    assert shown(FILLED, width=width, lang=lang) + "\n" == golden(name).read_text("utf-8"), (
        "after a change that is meant, run: python tests/cli/rewrite_show.py"
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [20, 40, 69, 70, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    assert max(map(cell_len, shown(FILLED, width=width, lang=lang).splitlines())) <= width


@pytest.mark.parametrize("width", [40, 80])
def test_colours_change_no_word(width: int) -> None:
    coloured = shown(FILLED, width=width, color="truecolor")

    assert "\x1b[" in coloured
    plain = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == shown(FILLED, width=width).splitlines()


@pytest.mark.parametrize(
    ("lang", "words"),
    [("vi", "Bài viết này không được đọc là tin về một hội nghị."), ("en", "not read as news of a conference")],
)
def test_no_conference(lang: str, words: str) -> None:
    reason = Diagnostic(code="not-a-conference", severity=Severity.WARNING, message="nobody meets")
    text = shown(ParsedArticle(article=Article(text="Giá lúa tăng."), diagnostics=[reason]), lang=lang)

    assert words in " ".join(text.split())
    assert "nobody meets" in text


def test_a_conference_of_which_nothing_is_known() -> None:
    parsed = ParsedArticle(article=Article(text=""), conference=Conference())

    assert shown(parsed, lang="en") == "Conference\n\nThe text gives no details of the conference."


# --- the place of a doubt ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        pytest.param("Ho\u0300a 31/2", "  Ho\u0300a 31/2\n      ^^^^", id="marks of their own"),
        pytest.param("\u4f1a\u8bae 31/2", "  \u4f1a\u8bae 31/2\n       ^^^^", id="wide letters"),
        pytest.param("a\x1bb\t31/2", "  a\u241bb 31/2\n      ^^^^", id="what cannot be shown"),
        pytest.param(
            "năm nay " * 9 + "31/2" + " năm nay" * 9,
            "  …nay năm nay 31/2 năm nay năm nay năm n…\n               ^^^^",
            id="a long line",
        ),
    ],
)
def test_the_carets_stand_below_the_place(text: str, excerpt: str) -> None:
    start = text.index("31/2")
    span = Span(start=start, end=start + len("31/2"))
    doubt = Diagnostic(code="impossible-date", severity=Severity.WARNING, message="no", span=span)

    assert shown(ParsedArticle(article=Article(text=text), diagnostics=[doubt]), width=42).endswith(excerpt)


# --- places --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "vi",
            """\
            Cụm   Tây, gồm xã Bản Mây, xã Nà Sim thuộc huyện Mường Xa (suy ra; nay đều thuộc
                  xã Mường Xa)""",
        ),
        (
            "en",
            """\
            Cluster   Tây: Bản Mây commune, Nà Sim commune in Mường Xa district (inferred;
                      now in Mường Xa commune)""",
        ),
    ],
)
def test_communes_that_were_found_are_told_with_what_they_are_today(lang: str, lines: str) -> None:
    conference = Conference(cluster=Cluster(name="Tây", communes=[found("Bản Mây"), found("Nà Sim")]))

    text = shown(ParsedArticle(article=Article(text=""), conference=conference), lang=lang)

    assert text.split("\n\n")[1].split() == lines.split()


def found(name: str) -> Commune:
    return Commune(
        name=name,
        kind=CommuneKind.COMMUNE,
        code="00001",
        edition="2023",
        district=Area(name="Mường Xa", kind=AreaKind.DISTRICT),
        successors=[CommuneRef(code="00001", edition="2025-07", name="Mường Xa", kind=CommuneKind.COMMUNE)],
        found_by=FoundBy.INFERRED,
    )


# --- hostile words -------------------------------------------------------------------


HOSTILE = st.text(
    st.one_of(
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Mn"]),
        st.sampled_from(["\x1b[31m", "\x1b]0;", "\x07", "\x9b2J", "\u202e", "[red]", ":smile:", "https://"]).flatmap(
            st.sampled_from
        ),
        st.characters(),
    ),
    min_size=1,
).filter(str.strip)


@given(HOSTILE, st.sampled_from([30, 80]), st.sampled_from(["vi", "en"]))
def test_nothing_hostile_reaches_the_terminal(words: str, width: int, lang: str) -> None:
    text = shown(full_of(words), width=width, lang=lang, color="truecolor")

    ours = re.sub("\x1b\\[[0-9;]*m|\n", "", text)
    assert re.search("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", ours) is None


def test_words_that_look_like_markup_are_words() -> None:
    text = shown(full_of("[bold red]x[/] :smile: [link=https://example.org]y[/link]"), width=200)

    assert text.count("[bold red]x[/] :smile: [link=https://example.org]y[/link]") > 10
