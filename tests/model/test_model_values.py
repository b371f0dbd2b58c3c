"""
What every model class is: frozen, hashable, keyword-only, final, and equal by what it says.
"""

from __future__ import annotations

import datetime as dt
import pickle
import unicodedata
from decimal import Decimal
from typing import Any

import attr
import pytest

import dccs_model
from dccs_model import (
    Article,
    Byline,
    Commune,
    CommuneKind,
    Conference,
    Credit,
    DayPart,
    Diagnostic,
    Finding,
    FindingKind,
    Measure,
    Mention,
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
    Venue,
)

CLASSES = sorted(
    (each for each in vars(dccs_model).values() if isinstance(each, type) and attr.has(each)),
    key=lambda each: each.__name__,
)

HERE, THERE = Span(start=3, end=9), Span(start=30, end=36)
ARTICLE = Article(text="Sáng 5/7, huyện họp giao ban.")
DAN = Official(name="Hồ Văn Dần", positions=[Position(text="Trưởng Ban Tổ chức Huyện ủy")])

VALUES: dict[str, tuple[Any, dict[str, Any]]] = {
    # A value, and a change of one part that makes another value.
    "span": (HERE, {"end": 10}),
    "partial date": (PartialDate(year=2022, month=6), {"day": 21}),
    "sitting": (Sitting(start=PartialDate(year=2022)), {"day_part": DayPart.NOON}),
    "period": (Period.first_half(2022), {"end": dt.date(2022, 7, 31)}),
    "commune": (Commune(name="Xuân Dương"), {"kind": CommuneKind.COMMUNE}),
    "venue": (Venue(text="xã Xuân Dương"), {"text": "xã Thọ Thanh"}),
    "position": (Position(text="Bí thư"), {"organisation": "Huyện ủy"}),
    "official": (DAN, {"honorific": "đồng chí"}),
    "participant": (Participant(official=DAN), {"roles": [Role.CHAIR]}),
    "measure": (Measure(quantity=Decimal("12.5"), unit="%"), {"quantity": Decimal("12.6")}),
    "finding": (Finding(kind=FindingKind.CAUSE, statement="vốn ít"), {"kind": FindingKind.SHORTCOMING}),
    "byline": (Byline(name="Nguyễn Toan"), {"credits": [Credit.PHOTO]}),
    "article": (ARTICLE, {"title": "Giao ban"}),
    "diagnostic": (Diagnostic(code="no-chair", severity=Severity.INFO, message="-"), {"severity": Severity.WARNING}),
    "conference": (Conference(name="hội nghị giao ban"), {"ordinal": 2}),
    "parsed article": (ParsedArticle(article=ARTICLE), {"conference": Conference()}),
}
every_value = pytest.mark.parametrize(("value", "change"), VALUES.values(), ids=VALUES)


@every_value
def test_no_part_can_be_set_or_deleted(value: Any, change: dict[str, Any]) -> None:
    name = next(iter(change))

    with pytest.raises(attr.exceptions.FrozenInstanceError):
        setattr(value, name, change[name])
    with pytest.raises(attr.exceptions.FrozenInstanceError):
        delattr(value, name)


@every_value
def test_no_part_can_be_added(value: Any, change: dict[str, Any]) -> None:
    with pytest.raises((attr.exceptions.FrozenInstanceError, AttributeError)):
        value.remark = "seen"
    assert not hasattr(value, "__dict__")


@every_value
def test_a_change_is_a_new_value(value: Any, change: dict[str, Any]) -> None:
    changed = attr.evolve(value, **change)

    assert changed != value
    assert attr.evolve(value) == value
    assert {value, attr.evolve(value), changed} == {value, changed}


@every_value
def test_a_value_survives_pickling(value: Any, change: dict[str, Any]) -> None:
    copy = pickle.loads(pickle.dumps(value))

    assert copy == value
    assert hash(copy) == hash(value)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_class_is_final(cls: type[Any]) -> None:
    with pytest.raises(TypeError, match=f"{cls.__name__} is a value and cannot be subclassed .by Special"):
        type("Special", (cls,), {})


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_parts_are_given_by_name(cls: type[Any]) -> None:
    with pytest.raises(TypeError, match="positional"):
        cls(1)


EVIDENCE = [(cls, each) for cls in CLASSES for each in attr.fields(cls) if "Span" in str(each.type)]


@pytest.mark.parametrize(("cls", "part"), EVIDENCE, ids=[f"{cls.__name__}.{part.name}" for cls, part in EVIDENCE])
def test_where_a_value_was_read_makes_no_difference(cls: type[Any], part: attr.Attribute[Any]) -> None:
    assert part.eq is False
    assert part.default is None


SAME: dict[str, tuple[Any, Any]] = {
    "a commune that stood elsewhere": (Commune(name="Thọ Thanh", span=HERE), Commune(name="Thọ Thanh", span=THERE)),
    "a period that is called otherwise": (
        Period(start=dt.date(2022, 1, 1), end=dt.date(2022, 6, 30), label="6 tháng đầu năm 2022"),
        Period(start=dt.date(2022, 1, 1), end=dt.date(2022, 6, 30), label="nửa đầu năm"),
    ),
    "a participant that is mentioned again": (
        Participant(official=DAN, mentions=[Mention(span=HERE)]),
        Participant(official=DAN, mentions=[Mention(span=HERE), Mention(span=THERE, role=Role.SPEAK)]),
    ),
    "a list and a tuple of the same": (
        Official(name="Đỗ Thị Lệ", positions=[]),
        Official(name="Đỗ Thị Lệ", positions=()),
    ),
    "roles in another order": (
        Participant(official=DAN, roles=[Role.CONCLUDE, Role.CHAIR]),
        Participant(official=DAN, roles=[Role.CHAIR, Role.CONCLUDE]),
    ),
    "a name in the other normal form": (
        Official(name="Đỗ Thị Lệ"),
        Official(name=unicodedata.normalize("NFD", "Đỗ Thị Lệ")),
    ),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_the_same_facts_are_one_value(one: Any, other: Any) -> None:
    assert one == other
    assert hash(one) == hash(other)
    assert Conference(venue=Venue(text="x")) != one


def test_a_list_that_was_given_cannot_change_the_value() -> None:
    positions = [Position(text="Bí thư Huyện ủy")]
    official = Official(name="Đỗ Xuân Nam", positions=positions)
    positions.clear()

    assert official.positions == (Position(text="Bí thư Huyện ủy"),)


def test_words_are_kept_in_nfc_and_the_text_of_an_article_as_it_is() -> None:
    decomposed = unicodedata.normalize("NFD", "Đỗ Thị Lệ")

    assert Official(name=decomposed).name == "Đỗ Thị Lệ"
    assert Article(text=decomposed, title=decomposed).text == decomposed
    assert Article(text=decomposed, title=decomposed).title == "Đỗ Thị Lệ"


def test_a_value_shows_its_parts_in_its_repr() -> None:
    assert repr(Span(start=3, end=5)) == "Span(start=3, end=5)"


def test_an_article_shows_no_text_in_its_repr() -> None:
    assert "<29 code points>" in repr(ARTICLE)
    assert "giao ban" not in repr(ARTICLE)


def test_evolve_checks_as_the_constructor_does() -> None:
    with pytest.raises(ModelError, match="end 2 is before start 3"):
        attr.evolve(HERE, end=2)


def test_where_roles_stand_is_their_order() -> None:
    roles = [Role.AWARD, Role.CHAIR, Role.SPEAK, Role.ATTEND]

    assert Participant(official=DAN, roles=roles).roles == (Role.CHAIR, Role.ATTEND, Role.SPEAK, Role.AWARD)
