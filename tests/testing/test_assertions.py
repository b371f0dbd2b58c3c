"""
Assertions that say where two conferences differ, and text for snapshots.
"""

from __future__ import annotations

from collections.abc import Callable

import attr
import pytest
from hypothesis import given

from dccs_model import Conference, ParsedArticle, Role, Span
from dccs_model.testing import (
    a_commune,
    a_conference,
    a_measure,
    a_parsed_article,
    a_participant,
    a_period,
    a_venue,
    an_official,
    assert_same_conference,
    differences,
    snapshot_text,
    write_article,
)
from dccs_model.testing.strategies import conferences, parsed_articles
from drawing import draws

TRUE = a_conference()
FIGURES = f"findings[{TRUE.findings[0].statement}].measures"


def with_finding(number: int, **parts: object) -> Conference:
    findings = list(TRUE.findings)
    findings[number] = attr.evolve(findings[number], **parts)
    return attr.evolve(TRUE, findings=findings)


DIFFERENCES: list[tuple[str, Conference, list[tuple[str, str, str]]]] = [
    ("nothing", TRUE, []),
    ("no venue", attr.evolve(TRUE, venue=None), [("venue", "Nhà văn hóa xã Tân Lập, Tân Lập, commune", "(absent)")]),
    (
        "another hall",
        attr.evolve(TRUE, venue=a_venue(text="Hội trường Huyện ủy")),
        [("venue.text", "Nhà văn hóa xã Tân Lập", "Hội trường Huyện ủy")],
    ),
    (
        "another role",
        attr.evolve(TRUE, participants=[a_participant(roles=[Role.CHAIR]), *TRUE.participants[1:]]),
        [("participants[Lê Thị Hòa].roles", "chair, conclude", "chair")],
    ),
    (
        "a post less",
        attr.evolve(TRUE, participants=[a_participant(official=an_official(positions=[])), *TRUE.participants[1:]]),
        [
            (
                "participants[Lê Thị Hòa].official.positions[Bí thư Huyện ủy]",
                "Bí thư Huyện ủy, head, Huyện ủy, district",
                "(absent)",
            )
        ],
    ),
    (
        "a commune more",
        attr.evolve(TRUE, communes=[*TRUE.communes, a_commune(name="An Lạc")]),
        [("communes[An Lạc]", "(absent)", "An Lạc, commune")],
    ),
    (
        "another order",
        attr.evolve(TRUE, participants=TRUE.participants[::-1]),
        [("participants (order)", "Lê Thị Hòa, Giàng A Páo", "Giàng A Páo, Lê Thị Hòa")],
    ),
    (
        "another figure",
        with_finding(0, measures=[a_measure(unit="ha")]),
        [
            (f"{FIGURES}[12.5, %, increase, cùng kỳ]", "12.5, %, increase, cùng kỳ", "(absent)"),
            (f"{FIGURES}[12.5, ha, increase, cùng kỳ]", "(absent)", "12.5, ha, increase, cùng kỳ"),
        ],
    ),
    (
        "two fields",
        attr.evolve(TRUE, ordinal=3, name="hội nghị"),
        [("name", str(TRUE.name), "hội nghị"), ("ordinal", "(absent)", "3")],
    ),
]


@pytest.mark.parametrize(("other", "expected"), [row[1:] for row in DIFFERENCES], ids=[row[0] for row in DIFFERENCES])
def test_each_difference_is_told_by_its_field(other: Conference, expected: list[tuple[str, str, str]]) -> None:
    found = differences(TRUE, other)

    assert [(each.path, each.expected, each.actual) for each in found] == expected


def test_the_message_reads_well() -> None:
    other = attr.evolve(TRUE, venue=a_venue(text="Hội trường Huyện ủy"), plan_period=None)

    with pytest.raises(AssertionError) as caught:
        assert_same_conference(TRUE, other)

    assert str(caught.value) == (
        "the conferences differ in 2 fields\n"
        "  venue.text\n"
        "    expected: Nhà văn hóa xã Tân Lập\n"
        "    actual:   Hội trường Huyện ủy\n"
        "  plan_period\n"
        "    expected: 2022-07-01, 2022-12-31, 6 tháng cuối năm 2022\n"
        "    actual:   (absent)"
    )


def test_where_facts_stood_makes_no_difference() -> None:
    assert_same_conference(TRUE, attr.evolve(TRUE, span=Span(start=0, end=4)))
    assert_same_conference(TRUE, attr.evolve(TRUE, review_period=a_period(label="nửa đầu năm 2022")))


@pytest.mark.parametrize(
    "whole",
    [a_parsed_article(), a_conference(), write_article(5), None],
    ids=["a parsed article", "a conference", "a written article", "none"],
)
def test_a_conference_is_taken_from_what_holds_it(whole: object) -> None:
    assert_same_conference(whole, getattr(whole, "conference", whole))  # type: ignore[arg-type]  # as a user might


def test_no_conference_is_not_a_conference() -> None:
    with pytest.raises(AssertionError, match="differ in 1 field\n  \\(the whole\\)"):
        assert_same_conference(None, TRUE)


def test_what_is_no_conference_is_refused() -> None:
    with pytest.raises(TypeError, match="not Official"):
        assert_same_conference(an_official(), TRUE)  # type: ignore[arg-type]  # on purpose


@given(conferences(), conferences())
@draws(12)
def test_there_is_a_difference_where_two_differ(first: Conference, second: Conference) -> None:
    assert bool(differences(first, second)) == (first != second)


# ---- snapshots --------------------------------------------------------------


def test_a_snapshot_reads_as_an_outline() -> None:
    assert snapshot_text(a_participant()) == (
        "official:\n"
        "  name: Lê Thị Hòa\n"
        "  positions:\n"
        "    - text: Bí thư Huyện ủy\n"
        "      rank: head\n"
        "      organisation: Huyện ủy\n"
        "      level: district\n"
        "  honorific: đồng chí\n"
        "roles:\n"
        "  - chair\n"
        "  - conclude\n"
    )


def test_a_snapshot_holds_spans_where_asked() -> None:
    venue = a_venue(commune=None, span=Span(start=3, end=9))

    assert snapshot_text(venue) == "text: Nhà văn hóa xã Tân Lập\n"
    assert snapshot_text(venue, spans=True) == "text: Nhà văn hóa xã Tân Lập\nspan: 3 to 9\n"


@pytest.mark.parametrize("inner", [lambda parsed: parsed, lambda parsed: parsed.article], ids=["parsed", "article"])
def test_a_snapshot_does_not_hold_the_text(inner: Callable[[ParsedArticle], object]) -> None:
    parsed = a_parsed_article()

    assert f"text: ({len(parsed.article.text)} code points)\n" in snapshot_text(inner(parsed))


@given(parsed_articles())
@draws(12)
def test_a_snapshot_is_printable_lines(parsed: ParsedArticle) -> None:
    assert all(line.isprintable() for line in snapshot_text(parsed, spans=True).split("\n"))
