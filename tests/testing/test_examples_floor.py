"""
The shipped examples are read no worse than before: overall and field by field, none falls below its floor.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from dccs_model.testing import Evaluation, evaluate
from dccs_model.testing._scores import HEADLINE

FLOORS = tomllib.loads(Path(__file__).with_name("example_floors.toml").read_text(encoding="utf-8"))


@cache
def evaluation() -> Evaluation:
    with as_file(files("dccs_model.testing") / "examples") as folder:
        return evaluate(folder)


def misses(field: str) -> str:
    return "\n".join(str(each) for each in evaluation().misses if each.field == field)


def test_every_headline_field_has_its_floor() -> None:
    assert list(FLOORS["fields"]) == list(HEADLINE)


@pytest.mark.parametrize("field", HEADLINE)
def test_a_field_is_read_no_worse_than_its_floor(field: str) -> None:
    figure = evaluation().scores[field].f1

    assert figure is not None
    assert figure >= FLOORS["fields"][field], misses(field)


def test_the_examples_are_read_no_worse_than_the_floor() -> None:
    overall = evaluation().overall

    assert overall is not None
    assert overall >= FLOORS["overall"], evaluation().table()


def test_there_are_enough_examples_of_every_kind() -> None:
    assert evaluation().articles >= 25
    assert (evaluation().scores["is_conference"].true, evaluation().whole >= 1) == (evaluation().articles, True)
