"""
Builders: a plain value of every type, any part replaceable.
"""

from __future__ import annotations

import datetime as dt
import inspect
from typing import Any

import attr
import pytest
from hypothesis import given

from dccs_model import Conference, ModelError, PartialDate, Role, match_key
from dccs_model.model.article import spans_of
from dccs_model.testing import builders
from dccs_model.testing.builders import (
    a_caption,
    a_commune,
    a_conference,
    a_finding,
    a_parsed_article,
    a_partial_date,
    a_participant,
    a_period,
    a_sitting,
    a_span,
    a_term,
    an_article,
    an_official,
)
from dccs_model.testing.registration import model_types
from dccs_model.testing.strategies import conferences
from drawing import draws

BUILDERS = [getattr(builders, name) for name in builders.__all__]


def made_by(builder: Any) -> str:
    return str(inspect.signature(builder).return_annotation)


def test_there_is_a_builder_for_every_type() -> None:
    assert {made_by(each) for each in BUILDERS} == {each.__name__ for each in model_types()}


@pytest.mark.parametrize("builder", BUILDERS, ids=made_by)
def test_a_builder_makes_the_same_value_each_time(builder: Any) -> None:
    value = builder()

    assert type(value).__name__ == made_by(builder)
    assert value == builder()
    assert hash(value) == hash(builder())


@pytest.mark.parametrize("builder", BUILDERS, ids=made_by)
def test_every_part_can_be_given(builder: Any) -> None:
    value = builder()
    parts = {each.name: getattr(value, each.name) for each in attr.fields(type(value))}

    assert builder(**parts) == value


def test_a_given_part_replaces_the_default() -> None:
    chair = a_participant(official=an_official(name="Sùng Thị Mỷ"), roles=[Role.CHAIR])

    conference = a_conference(participants=[chair], findings=[])

    assert conference.chair == an_official(name="Sùng Thị Mỷ")
    assert conference.findings == ()
    assert conference.venue == a_conference().venue


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (a_partial_date(month=None), PartialDate(year=2022)),
        (a_partial_date(month=2), PartialDate(year=2022, month=2, day=5)),
        (a_sitting(start=a_partial_date(year=2030)).end, a_partial_date(year=2030)),
        (a_sitting(start=None).end, None),
        (a_period(start=dt.date(2030, 4, 1)).end, dt.date(2030, 12, 31)),
        (a_period(end=dt.date(2019, 6, 30)).start, dt.date(2019, 1, 1)),
        (a_span(start=40).end, 41),
        (a_term(number=None).period, a_term().period),
        (a_finding(statement="chăn nuôi ổn định").measures, ()),
        (an_article(text="Tin mới\n\nSáng nay").title, "Tin mới"),
        (an_article(text="").title, None),
    ],
)
def test_a_default_gives_way_to_what_is_given(value: object, expected: object) -> None:
    assert value == expected


def test_what_cannot_be_is_refused_and_told() -> None:
    with pytest.raises(ModelError, match="end 2022-01-01 is before start 2022-06-30"):
        a_period(start=dt.date(2022, 6, 30), end=dt.date(2022, 1, 1))


def test_a_part_that_the_class_lacks_is_named() -> None:
    with pytest.raises(TypeError, match="colour"):
        a_commune(colour="green")


def test_every_fact_of_a_parsed_article_has_its_place() -> None:
    parsed = a_parsed_article()
    assert parsed.conference is not None
    text = parsed.article.text
    facts = [
        *((each.official, each.official.name) for each in parsed.conference.participants),
        *((post, post.text) for each in parsed.conference.officials for post in each.positions),
        *((each, each.statement) for each in parsed.conference.findings),
        *((each, each.name) for each in (*parsed.conference.communes, *parsed.article.bylines)),
        *((each, each.text) for each in (*parsed.article.captions, *parsed.conference.delegations)),
    ]

    assert [(each.span.of(text) if each.span else None) for each, _ in facts] == [words for _, words in facts]


def test_the_text_of_a_parsed_article_follows_its_conference() -> None:
    official = an_official(name="Lò Văn Muôn")

    parsed = a_parsed_article(conference=a_conference(participants=[a_participant(official=official)]))

    assert "Lò Văn Muôn" in parsed.article.text
    assert "Giàng A Páo" not in parsed.article.text
    assert parsed.conference is not None
    assert parsed.conference.participants[0].official.span is not None


def test_facts_are_placed_in_a_given_text_whatever_its_normal_form() -> None:
    text = "Hội nghị do đồng chí Lê\nThị Ho\u0300a chủ trì."

    parsed = a_parsed_article(article=an_article(text=text))

    assert parsed.conference is not None
    span = parsed.conference.officials[0].span
    assert span is not None
    assert match_key(span.of(text)) == "lê thị hòa"
    assert parsed.conference.findings[0].span is None


@given(conferences())
@draws(12)
def test_an_article_is_written_about_any_conference(conference: Conference) -> None:
    parsed = a_parsed_article(conference=conference)

    assert parsed.conference == conference
    for finding in parsed.conference.findings:
        assert finding.span is not None
        assert match_key(finding.span.of(parsed.article.text)) == match_key(finding.statement)


def test_an_article_without_a_conference() -> None:
    parsed = a_parsed_article(conference=None)

    assert parsed.conference is None
    assert list(spans_of(parsed)) == [parsed.article.title_span]


def test_a_span_that_is_given_stays() -> None:
    caption = a_caption(span=a_span(start=2))

    parsed = a_parsed_article(conference=None, article=an_article(text="Quang cảnh hội nghị", captions=[caption]))

    assert parsed.article.captions[0].span == a_span(start=2)
