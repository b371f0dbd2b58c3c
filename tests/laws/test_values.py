"""
Laws of every value of the model, whatever it holds.
"""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from enum import Enum
from typing import Any

import attr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import ModelError, ParsedArticle, Role, Span, model, testing
from dccs_model.model.article import spans_of
from dccs_model.testing.strategies import values
from drawing import draws

CLASSES = [each for each in (getattr(model, name) for name in model.__all__) if attr.has(each)]
#: A value of each class, as a test would build it.
PLAIN = {
    type(made): made
    for made in (getattr(testing, name)() for name in testing.__all__ if name.startswith(("a_", "an_")))
}

each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
few = draws(7)

#: What stands nowhere in the model.
JUNK: list[Any] = [
    None, True, 0, -1, 1.5, float("nan"), 10**20, 10**4000, "", " ", "x", "\ud800", "x" * 10_000, b"x", (), [], {}, [None],
    ["x"], [[]], ("x", 1), iter("x"), {"start": 0}, object(), int, Role, Role.CHAIR, [Role.CHAIR, Role.CHAIR],
    Decimal("NaN"), Decimal("Infinity"), Span(start=0, end=9), [Span(start=0, end=9)],
    dt.date(2022, 1, 1), dt.time(1), dt.datetime(2022, 1, 1),  # noqa: DTZ001 - without a zone it is junk
]  # fmt: skip


def said(value: Any) -> Any:
    """
    What a value says, as plain data: every part that takes part in equality.
    """
    if isinstance(value, tuple):
        return tuple(map(said, value))
    if attr.has(type(value)):
        return type(value), *(said(getattr(value, part.name)) for part in attr.fields(type(value)) if part.eq)
    return value


def parts_of(value: Any) -> dict[str, Any]:
    return {part.name: getattr(value, part.name) for part in attr.fields(type(value))}


def unplaced(value: Any) -> Any:
    """
    The same facts, read nowhere.
    """
    if isinstance(value, tuple):
        return tuple(map(unplaced, value))
    if not attr.has(type(value)) or isinstance(value, Span):
        return value
    return type(value)(
        **{name: None if isinstance(part, Span) else unplaced(part) for name, part in parts_of(value).items()}
    )


@each_class
@few
@given(data=st.data())
def test_values_are_equal_where_they_say_the_same(cls: type[Any], data: st.DataObject) -> None:
    one, other = data.draw(values(cls)), data.draw(values(cls))

    assert (one == other) == (said(one) == said(other))
    assert one == unplaced(one)
    assert hash(one) == hash(unplaced(one))
    assert one != said(one)


@each_class
@few
@given(data=st.data())
def test_copies_are_equal_and_stand_for_each_other(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(values(cls))
    copies = [
        copy.copy(value),
        copy.deepcopy(value),
        attr.evolve(value),
        cls(**parts_of(value)),
        *(pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)),
    ]

    assert {value, *copies} == {value}
    # Spans take no part in equality, and are copied all the same.
    assert [list(spans_of(each)) for each in copies] == [list(spans_of(value))] * len(copies)


@each_class
@few
@given(data=st.data())
def test_a_value_cannot_be_changed(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(values(cls))
    before = pickle.dumps(value)

    for name in (*parts_of(value), "new"):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    assert pickle.dumps(value) == before


@each_class
@few
@given(data=st.data())
def test_a_change_is_refused_or_gives_a_valid_value(cls: type[Any], data: st.DataObject) -> None:
    value, other = data.draw(values(cls)), data.draw(values(cls))
    name = data.draw(st.sampled_from(list(parts_of(value))))
    junk = data.draw(st.sampled_from(JUNK))

    for part in (parts_of(other)[name], junk):
        try:
            changed = attr.evolve(value, **{name: part})
        except ModelError as error:
            assert str(error)
        else:
            assert_valid(changed)


@each_class
def test_a_part_is_what_it_says_or_refused(cls: type[Any]) -> None:
    plain = parts_of(PLAIN[cls])
    for name in plain:
        for junk in JUNK:
            try:
                made = cls(**plain | {name: junk})
            except ModelError as error:
                assert str(error)
            else:
                assert_valid(made)


@each_class
def test_no_part_takes_just_any_thing(cls: type[Any]) -> None:
    plain = parts_of(PLAIN[cls])
    for name in plain:
        with pytest.raises(ModelError, match=f"{name}|expected several values"):
            cls(**plain | {name: object()})


def assert_valid(value: Any) -> None:
    """
    Check that a value holds what the annotations of its class say, all the way down.
    """
    assert attr.evolve(value) == value
    hash(value)
    for field in attr.fields(attr.resolve_types(type(value))):
        part = getattr(value, field.name)
        assert is_of(part, field.type), f"{type(value).__name__}.{field.name} holds {part!r}"
    if isinstance(value, ParsedArticle):
        assert all(span.end <= len(value.article.text) for span in spans_of(value))


def is_of(part: Any, type_: Any) -> bool:
    alternatives = getattr(type_, "__args__", None)
    if getattr(type_, "__origin__", None) is tuple:
        return type(part) is tuple and all(is_of(each, alternatives[0]) for each in part)
    if alternatives:
        return any(is_of(part, each) for each in alternatives)
    if type_ is str:
        return isinstance(part, str)
    if attr.has(type(part)):
        assert_valid(part)
    # A bool is an int to Python, and a datetime is a date; neither is to the model.
    return type(part) is type_ or (issubclass(type_, Enum) and isinstance(part, type_))
