"""
The answers of the shipped examples are true to their texts: whatever they name stands there, at the place they give.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from dccs_model import (
    CommuneKind,
    ConferenceKind,
    ConferenceMode,
    Credit,
    DayPart,
    FindingKind,
    PartialDate,
    Role,
    Sector,
    Span,
    Topic,
)
from dccs_model.testing import Example, examples
from dccs_model.text.normal import normalise

EVERY = examples()
CONFERENCES = [each for each in EVERY if each.answer.get("conference")]
every_conference = pytest.mark.parametrize("each", CONFERENCES, ids=lambda each: each.name)


def flat(text: str) -> str:
    """
    The text on one line, composed, with no space before a comma and no mark doubled.
    """
    return re.sub(r"\s+(?=[,;])", "", " ".join(normalise(text).text.split()))


def conference(each: Example) -> dict[str, Any]:
    found: dict[str, Any] = each.answer["conference"]
    return found


def named(each: Example) -> Iterator[str]:
    """
    Everything that an answer says in the words of the article.
    """
    article, told = each.answer.get("article", {}), conference(each)
    yield from filter(None, [article.get("title"), told.get("name"), told.get("venue", {}).get("text")])
    yield from (line["text"] for line in article.get("captions", ()))
    yield from (byline["name"] for byline in article.get("bylines", ()))
    yield from (commune["name"] for commune in told.get("communes", ()))
    yield from (commune["name"] for commune in told.get("cluster", {}).get("communes", ()))
    for participant in told.get("participants", ()):
        yield participant["official"]["name"]
        yield from (position["text"] for position in participant["official"].get("positions", ()))


@every_conference
def test_what_is_named_stands_in_the_text(each: Example) -> None:
    text = flat(each.text)

    assert [words for words in named(each) if flat(words) not in text] == []


@every_conference
def test_every_statement_stands_where_it_says(each: Example) -> None:
    for finding in conference(each).get("findings", ()):
        span = finding.get("span")
        if span:
            assert flat(Span(**span).of(each.text)) == flat(finding["statement"])
        assert flat(finding["statement"]) in flat(each.text)


@every_conference
def test_findings_stand_apart_in_the_order_of_the_text(each: Example) -> None:
    spans = [Span(**finding["span"]) for finding in conference(each).get("findings", ()) if "span" in finding]

    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


@every_conference
def test_every_word_is_one_of_the_format(each: Example) -> None:
    told = conference(each)

    ConferenceKind(told["kind"])
    assert [Topic(topic) for topic in told.get("topics", ())] == sorted(
        map(Topic, told.get("topics", ())), key=[*Topic].index
    )
    assert {commune.get("kind") for commune in told.get("communes", ())} <= {*CommuneKind, None}
    assert told.get("mode") in {*ConferenceMode, None}
    assert told.get("sitting", {}).get("day_part") in {*DayPart, None}
    for day in ("start", "end"):
        if day in told.get("sitting", {}):
            PartialDate.parse(told["sitting"][day])
    for participant in told.get("participants", ()):
        assert set(participant.get("roles", ())) <= {*Role}
    for byline in each.answer.get("article", {}).get("bylines", ()):
        assert set(byline.get("credits", ())) <= {*Credit}
    for finding in told.get("findings", ()):
        FindingKind(finding["kind"])
        Sector(finding["sector"])


@every_conference
def test_every_figure_stands_in_its_statement(each: Example) -> None:
    for finding in conference(each).get("findings", ()):
        for measure in finding.get("measures", ()):
            assert Decimal(measure["quantity"]).is_finite()
            # "12 tỷ 450 triệu đồng" is one figure, and its unit stands in two words.
            assert all(
                word in flat(finding["statement"]).lower() for word in re.findall(r"[^\W\d]+", measure["unit"].lower())
            )


def test_the_examples_show_every_kind_of_finding_and_every_sector() -> None:
    findings = [finding for each in CONFERENCES for finding in conference(each).get("findings", ())]

    assert {finding["kind"] for finding in findings} == {*FindingKind}
    assert {finding["sector"] for finding in findings} == {*Sector}


def test_the_examples_show_every_role_and_every_kind_of_conference() -> None:
    roles = {
        role
        for each in CONFERENCES
        for person in conference(each).get("participants", ())
        for role in person.get("roles", ())
    }
    kinds = {conference(each)["kind"] for each in CONFERENCES}

    assert roles == {*Role}
    assert kinds == {*ConferenceKind}


def test_the_examples_show_the_layouts_of_the_genre() -> None:
    tags = {tag for each in EVERY for tag in each.tags}

    assert tags >= {
        "after-2025", "brackets", "byline", "capitals", "caption", "cluster", "cut-off", "dateline", "emoji", "glued-byline",
        "headings", "junk", "list", "missing-spaces", "mojibake", "nfd", "no-diacritics", "no-title", "not-a-conference", "one-paragraph", "online",
        "position-first", "repeated", "several-chairs", "several-conferences", "several-days", "wrapped", "year-completed",
    }  # fmt: skip


def test_a_name_is_short_and_plain() -> None:
    assert [each.name for each in EVERY if not re.fullmatch(r"[a-z0-9-]{3,40}", each.name)] == []
    assert len({each.description for each in EVERY}) == len(EVERY)
