"""
What cannot be is refused at construction, with a sentence that says what is wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from dccs_model import (
    Area,
    Article,
    Byline,
    Cluster,
    Commune,
    CommuneKind,
    CommuneRef,
    Conference,
    DccsError,
    Diagnostic,
    Finding,
    Measure,
    ModelError,
    Official,
    ParsedArticle,
    PartialDate,
    Participant,
    Period,
    Position,
    Role,
    Severity,
    Sitting,
    Span,
    Term,
    Topic,
)

DAN = Official(name="Hồ Văn Dần")
ANYWHERE: Any = "anywhere"
REF = CommuneRef(code="15646", edition="2025-07", name="Thường Xuân", kind=CommuneKind.COMMUNE)
DAY = dt.date(2022, 6, 21)
MOMENT = dt.datetime(2022, 6, 21, 9, 0, tzinfo=dt.UTC)

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    # ---- types
    "a text for a number": (lambda: Span(start=ANYWHERE, end=3), "start must be int, not str 'anywhere'"),
    "a bool for a number": (lambda: Span(start=0, end=True), "end must be int, not bool True"),
    "a number without end": (lambda: Span(start=0, end=10**16), "end must be a whole number of at most 15 digits"),
    "nothing where something must stand": (
        lambda: Finding(kind=None, statement="x"),
        "kind must be FindingKind, not NoneType None",
    ),  # type: ignore[arg-type]
    "a word of the enum for its member": (
        lambda: Finding(kind="cause", statement="x"),  # type: ignore[arg-type]
        "kind must be FindingKind, not str 'cause'",
    ),
    "a float for a decimal": (lambda: Measure(quantity=12.5, unit="%"), "quantity must be Decimal, not float 12.5"),  # type: ignore[arg-type]
    "a number for words": (lambda: Official(name=7), "name must be str, not int 7"),  # type: ignore[arg-type]
    "one value for several": (
        lambda: Official(name="Lê A", positions=Position(text="Bí thư")),  # type: ignore[arg-type]
        "expected several values in a tuple, not Position",
    ),
    "a word for several words": (
        lambda: Byline(name="Lê A", credits="photo"),  # type: ignore[arg-type]
        "expected several values in a tuple, not str 'photo'",
    ),
    "one wrong among several, with its place": (
        lambda: Cluster(communes=[Commune(name="Thọ Thanh"), "Ngọc Phụng"]),  # type: ignore[list-item]
        r"communes\[1\] must be Commune, not str 'Ngọc Phụng'",
    ),
    "a value too long to show": (lambda: Span(start=0, end="x" * 100), r"end must be int, not str 'x{56}\.\.\."),  # type: ignore[arg-type]
    "a value just short enough to show": (
        lambda: Span(start=0, end="x" * 58),  # type: ignore[arg-type]
        r"^end must be int, not str 'x{58}'$",
    ),
    "a value one letter too long": (
        lambda: Span(start=0, end="x" * 59),  # type: ignore[arg-type]
        r"^end must be int, not str 'x{56}\.\.\.$",
    ),
    # ---- words
    "blank words": (lambda: Commune(name="  "), "name must not be blank; what is not known is None"),
    "no words where they may be unknown": (
        lambda: Conference(name=""),
        "name must not be blank; what is not known is None",
    ),
    "a code that is no code": (
        lambda: Diagnostic(code="No chair", severity=Severity.INFO, message="x"),
        "a code is lower-case words joined by hyphens, not 'No chair'",
    ),
    # ---- spans
    "a start before the text": (lambda: Span(start=-1, end=3), "start -1 is before the text begins"),
    "a span that runs backwards": (lambda: Span(start=5, end=3), "end 3 is before start 5"),
    "a span past the text": (
        lambda: ParsedArticle(article=Article(text="Họp"), conference=Conference(span=Span(start=0, end=4))),
        "span 0 to 4 reaches past the text of 3 code points",
    ),
    "a span past the text, deep inside": (
        lambda: ParsedArticle(
            article=Article(text="Họp"),
            conference=Conference(
                participants=[
                    Participant(
                        official=Official(name="Lê A", positions=[Position(text="Bí thư", span=Span(start=1, end=99))])
                    )
                ]
            ),
        ),
        "span 1 to 99 reaches past",
    ),
    # ---- time
    "a day without its month": (lambda: PartialDate(year=2022, day=5), "day 5 stands without a month"),
    "the 31st of a short month": (lambda: PartialDate(year=2022, month=6, day=31), "no such date as 2022-06-31: day"),
    "a 29 February of a common year": (lambda: PartialDate(year=2023, month=2, day=29), "no such date as 2023-02-29"),
    "a 13th month": (lambda: PartialDate(year=2022, month=13), "no such date as 2022-13: month"),
    "year nought": (lambda: PartialDate(year=0), "no such date as 0000: year"),
    "an end without a start": (lambda: Sitting(end=PartialDate(year=2022)), "end 2022 stands without a start"),
    "a sitting that ends before it starts": (
        lambda: Sitting(start=PartialDate(year=2022, month=7), end=PartialDate(year=2022, month=6)),
        "end 2022-06 is before start 2022-07",
    ),
    "an hour with a zone": (
        lambda: Sitting(start_time=dt.time(8, tzinfo=dt.UTC)),
        "start_time 08:00:00.00:00 must be local time .UTC.7., without a zone",
    ),
    "a period that ends before it starts": (
        lambda: Period(start=DAY, end=dt.date(2022, 6, 20)),
        "end 2022-06-20 is before start 2022-06-21",
    ),
    "a period of moments": (
        lambda: Period(start=MOMENT, end=MOMENT),
        "a period counts days; give a date, not the datetime 2022-06-21 09:00:00",
    ),
    "a publication without a zone": (
        lambda: Article(text="", published_at=dt.datetime(2022, 6, 21)),  # noqa: DTZ001
        "^published_at must carry its time zone, such as Asia/Ho_Chi_Minh$",
    ),
    # ---- people and meetings
    "a role twice": (
        lambda: Participant(official=DAN, roles=[Role.CHAIR, Role.SPEAK, Role.CHAIR]),
        "a role stands twice in chair, speak, chair",
    ),
    "a participant twice, spelt otherwise": (
        lambda: Conference(
            participants=[Participant(official=Official(name="Lê Hoà")), Participant(official=Official(name="LÊ HÒA"))]
        ),
        "participant 'LÊ HÒA' stands twice; give one participant all their roles",
    ),
    "a topic twice": (
        lambda: Conference(topics=[Topic.EMULATION, Topic.EMULATION]),
        "a topic stands twice in emulation, emulation",
    ),
    "a meeting before the first": (lambda: Conference(ordinal=0), "an ordinal is counted from 1, not 0"),
    "a term of nothing": (Term, "a term needs a number or a period"),
    "a term before the first": (lambda: Term(number=0), "terms are counted from 1, not 0"),
    "a figure that is none": (
        lambda: Measure(quantity=Decimal("NaN"), unit="%"),
        "quantity must be a finite number, not NaN",
    ),
    "a figure without end": (lambda: Measure(quantity=Decimal("Infinity"), unit="%"), "not Infinity"),
    # ---- places
    "an edition of no unit": (
        lambda: Commune(name="Thọ Thanh", edition="2023"),
        "edition 2023 says nothing without a code",
    ),
    "an edition of no district": (
        lambda: Area(name="Thường Xuân", edition="2023"),
        "edition 2023 says nothing without a code",
    ),
    "a known unit that is in doubt": (
        lambda: Commune(name="Thọ Thanh", code="15652", candidates=[REF]),
        "Thọ Thanh is known to be 15652, and yet has candidates",
    ),
    "a unit that ends before it begins": (
        lambda: Commune(name="Thọ Thanh", not_before=DAY, valid_to=dt.date(2020, 1, 1)),
        "Thọ Thanh cannot end on 2020-01-01, before it begins on 2022-06-21",
    ),
    "a unit that stands from a moment": (
        lambda: Commune(name="Thọ Thanh", valid_from=MOMENT),
        "a commune stands for whole days; give a date, not the datetime",
    ),
}


@pytest.mark.parametrize(("build", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(build: Callable[[], object], sentence: str) -> None:
    with pytest.raises(ModelError, match=sentence):
        build()


def test_a_refusal_is_a_value_error_and_one_of_ours() -> None:
    assert issubclass(ModelError, ValueError)
    assert issubclass(ModelError, DccsError)


def test_a_part_that_is_no_part_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="remark"):
        Commune(name="Thọ Thanh", remark="seen")  # type: ignore[call-arg]


def test_an_article_of_bytes_is_refused_as_other_wrong_types_are() -> None:
    with pytest.raises(ModelError, match="text must be str, not bytes b'x'"):
        Article(text=b"x")  # type: ignore[arg-type]
