"""
Written articles: they say what their answer holds, in many ways.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from dccs_model import ConferenceKind, FindingKind, Role, Sector, Span, match_key
from dccs_model.testing import WrittenArticle, agreement, write_article
from dccs_model.testing.strategies import articles, vietnamese_text
from dccs_model.testing.writing.ink import Ink, fill, joined
from dccs_model.testing.writing.pen import phrases
from drawing import draws


def one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def quotes(written: WrittenArticle) -> Iterator[tuple[str, Span | None]]:
    """
    Every fact that is a quotation, with its place.
    """
    article, conference = written.answer.article, written.conference
    yield from ((each.name, each.span) for each in article.bylines)
    yield from ((each.text, each.span) for each in article.captions)
    if article.title:
        yield article.title, article.title_span
    yield from ((each.name, each.span) for each in conference.officials)
    yield from ((post.text, post.span) for each in conference.officials for post in each.positions)
    yield from ((each.statement, each.span) for each in conference.findings)
    yield from ((each.text, each.span) for each in conference.delegations)
    for period in (conference.review_period, conference.plan_period):
        if period and period.label:
            yield period.label, period.span


@given(articles())
@draws(30)
def test_the_answer_quotes_the_text(written: WrittenArticle) -> None:
    for words, span in quotes(written):
        assert span is not None
        assert words == one_line(span.of(written.text))


@given(articles())
@draws(15)
def test_the_answer_agrees_with_itself(written: WrittenArticle) -> None:
    result = agreement(written, written.answer)

    assert result.overall == 1
    assert result.misses == ()


@given(articles())
@draws(15)
def test_figures_stand_in_their_findings(written: WrittenArticle) -> None:
    for finding in written.conference.findings:
        for measure in finding.measures:
            assert finding.span is not None and measure.span is not None
            assert measure.span in finding.span
            assert measure.unit in one_line(measure.span.of(written.text)).replace("uỷ", "ủy")


@given(articles())
@draws(15)
def test_the_sitting_has_its_year(written: WrittenArticle) -> None:
    sitting = written.conference.sitting

    assert sitting is not None and sitting.start is not None
    assert str(sitting.start.year) in written.text


@given(articles())
@draws(15)
def test_a_body_is_spelt_as_its_post_spells_it(written: WrittenArticle) -> None:
    posts = [post for each in written.conference.officials for post in each.positions if post.organisation]

    assert [each for each in posts if each.title is None and not each.text.endswith(str(each.organisation))] == []


@pytest.mark.slow
def test_the_plainest_article_is_a_chair_and_two_findings() -> None:
    written = find(articles(), lambda each: len(each.conference.findings) > 1)

    assert len(written.conference.participants) == 1
    assert len(written.conference.findings) == 2
    assert len(written.text) < 800


def test_a_seed_gives_the_same_article_in_every_process() -> None:
    code = """if True:
        import sys
        from dccs_model.testing import write_article
        sys.stdout.buffer.write(write_article(7).text.encode())"""

    def written(seed: str) -> bytes:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout

    texts = {written("1"), written("2")}

    assert texts == {write_article(7).text.encode()}


@cache
def library() -> tuple[WrittenArticle, ...]:
    return tuple(write_article(seed) for seed in range(300))


WAYS: dict[str, Callable[[WrittenArticle], object]] = {
    "decomposed": lambda each: not unicodedata.is_normalized("NFC", each.text),
    "all decomposed": lambda each: each.text == unicodedata.normalize("NFD", each.text),
    "old tones": lambda each: re.search(r"uỷ\b", each.text),
    "Windows lines": lambda each: "\r\n" in each.text,
    "no-break space": lambda each: "\u00a0" in each.text,
    "space before a comma": lambda each: " ," in each.text,
    "no space after a comma": lambda each: re.search(r"[^\W\d],[^\W\d]", each.text),
    "a title": lambda each: each.answer.article.title,
    "no title": lambda each: not each.answer.article.title,
    "a title in capitals": lambda each: (each.answer.article.title or "a").isupper(),
    "a dateline": lambda each: "(CTTĐT)" in each.text,
    "published at an hour": lambda each: isinstance(each.answer.article.published_at, dt.datetime),
    "one paragraph": lambda each: each.text.count("\n") < 4 and each.conference.findings,
    "body twice": lambda each: each.text.count(each.conference.findings[0].statement) > 1,
    "lines": lambda each: "\n- " in each.text,
    "numbers": lambda each: "(2)" in each.text,
    "brackets": lambda each: re.search(r"\((Bí thư|Phó Bí thư|Ủy viên)", each.text),
    "dashes": lambda each: " - Ủy viên" in each.text,
    "post before name": lambda each: any(not each.honorific for each in each.conference.officials),
    "shared head": lambda each: "ác đồng chí: " in each.text,
    "abbreviations": lambda each: "UVBTV" in each.text,
    "a cluster": lambda each: each.conference.cluster,
    "several chairs": lambda each: len(each.conference.chairs) > 1,
    "several days": lambda each: (
        each.conference.sitting and each.conference.sitting.end != each.conference.sitting.start
    ),
    "an hour": lambda each: each.conference.sitting and each.conference.sitting.start_time,
    "online": lambda each: each.conference.mode,
    "a caption": lambda each: each.answer.article.captions,
    "a byline": lambda each: each.answer.article.bylines,
    "an apostrophe in a name": lambda each: any("'" in official.name for official in each.conference.officials),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_genre_is_written_in_many_ways(way: str) -> None:
    assert any(WAYS[way](each) for each in library())


def test_every_role_kind_and_sector_is_written() -> None:
    conferences = [each.conference for each in library()]

    assert {role for each in conferences for person in each.participants for role in person.roles} == set(Role)
    assert {finding.kind for each in conferences for finding in each.findings} == set(FindingKind)
    assert {finding.sector for each in conferences for finding in each.findings} == set(Sector)
    assert {each.kind for each in conferences} >= {ConferenceKind.BRIEFING, ConferenceKind.DIALOGUE}


@pytest.mark.parametrize("kind", [str(each) for each in FindingKind])
def test_every_clause_is_one_clause(kind: str) -> None:
    clauses = [clause for each in phrases("findings")[kind].values() for clause in each]

    assert [each for each in clauses if ";" in each or re.search(r"(?<!\.)\.(?![.\d])", each)] == []
    assert [each for each in clauses if each[0].isupper() and not each.startswith(("Nhân dân", "Mặt trận"))] == []
    assert len(set(clauses)) == len(clauses)
    assert set(phrases("findings")[kind]) <= set(Sector)


# ---- ink --------------------------------------------------------------------


@given(st.lists(vietnamese_text(), min_size=1, max_size=4), st.data())
def test_marks_follow_every_edit(pieces: list[str], data: st.DataObject) -> None:
    ink = joined(" ", [Ink(each).marked("piece", each) for each in pieces])
    spaces = [at for at, letter in enumerate(ink.text) if letter == " "]
    chosen = data.draw(st.sets(st.sampled_from(spaces))) if spaces else set()

    made = ink.old_tones().edited((at, at + 1, "  ") for at in chosen).decomposed()

    said = [one_line(made.text[each.start : each.end]) for each in made.marks]
    assert [match_key(each) for each in said] == [match_key(each) for each in pieces]


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Hòa", "Hoà"),
        ("hóa học", "hoá học"),
        ("khỏe", "khoẻ"),
        ("Ủy ban", "Uỷ ban"),
        ("THỦY", "THUỶ"),
        ("hoàn", "hoàn"),
        ("quý", "quý"),
        ("của mùa", "của mùa"),
    ],
)
def test_tone_marks_go_to_their_old_place(new: str, old: str) -> None:
    assert Ink(new).old_tones().text == old


def test_a_slot_in_capitals_begins_with_one() -> None:
    written = fill("{People} và {people}", people=Ink("đồng chí An").marked("name"))

    assert written.text == "Đồng chí An và đồng chí An"
    assert [written.text[each.start : each.end] for each in written.marks] == ["Đồng chí An", "đồng chí An"]


def test_a_slot_that_is_not_given_is_named() -> None:
    with pytest.raises(KeyError, match="venue"):
        fill("tại {venue}", place="xã An Lạc")


def test_a_respelling_keeps_the_number_of_letters() -> None:
    with pytest.raises(ValueError, match="2 letters of 1"):
        Ink("ß").respelt(str.upper)
