"""
``dccs evaluate``: how well articles are read, against their answers.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import click

from dccs_model.cli.failures import UnusableError
from dccs_model.cli.inputs import decode
from dccs_model.cli.terminal import named
from dccs_model.errors import FormatError
from dccs_model.testing import Evaluation, Score, compare, evaluate, examples, score
from dccs_model.testing.evaluation import FIELDS

__all__ = ["OVERALL", "Floors", "below", "evaluated", "old_figures", "read_floors", "report"]

#: What each figure must reach at least, by field and name: precision, recall or f1.
Floors: TypeAlias = Mapping[tuple[str, str], float]

#: The field that stands for the mean of all.
OVERALL = "overall"

_FIGURES = ("precision", "recall", "f1")
# A mean of floats may miss what it should be by less than this.
_ROUNDING = 1e-9


def evaluated(folder: str | None) -> Evaluation:
    """
    Read the texts of a folder, or the examples of the library, and score them against their answers.

    Raises:
        UnusableError: if a text or an answer is not UTF-8.
        FormatError: if an answer is broken, or there is none.
        OSError: if a file cannot be read.
    """
    if folder is None:
        return Evaluation.sum(score(each.name, each.text, each.answer, each.parsed) for each in examples())
    for answer in sorted(Path(folder).glob("*.json")):
        for path in filter(Path.is_file, (answer, answer.with_suffix(".txt"))):
            _refuse_undecodable(path)
    return evaluate(folder)


def _refuse_undecodable(path: Path) -> None:
    try:
        decode(path.read_bytes(), "utf-8")
    except UnusableError as error:
        raise UnusableError(f"{named(path)}: {error}") from None


def report(result: Evaluation, *, errors: bool, old: Evaluation | None) -> str:
    """
    Return the figures as a table, with each miss where *errors*, and with what changed since *old*.
    """
    parts = [result.table()]
    if errors:
        parts.append("\n".join(map(str, result.misses)) + "\n" if result.misses else "no misses\n")
    if old is not None:
        parts.append(str(compare(old, result)))
    return "\n".join(parts)


# --- figures of before ---------------------------------------------------------------


def old_figures(path: str) -> Evaluation:
    """
    Read what ``--json`` wrote.

    Raises:
        click.BadParameter: if it is something else.
    """
    try:
        old = Evaluation.from_dict(json.loads(Path(path).read_bytes()))
        # A figure of the wrong type shows when it is used.
        compare(old, old)
    except (FormatError, TypeError, ValueError, RecursionError, OSError) as error:
        raise click.BadParameter(f"{named(path)} holds no figures as --json writes them: {error}") from None
    return old


# --- floors --------------------------------------------------------------------------


def read_floors(path: str) -> Floors:
    """
    Read what each field must reach: an F1, or a table of precision, recall and f1.

    Raises:
        click.BadParameter: if the file says something else.
    """
    try:
        data = tomllib.loads(Path(path).read_bytes().decode())
        return {(field, figure): floor for field, said in data.items() for figure, floor in _floors_of(field, said)}
    except (ValueError, RecursionError, OSError) as error:
        raise click.BadParameter(f"{named(path)}: {error}") from None


def _floors_of(field: str, said: object) -> Iterator[tuple[str, float]]:
    if field not in (OVERALL, *FIELDS):
        raise ValueError(f"no field is called {field!r}; there are {OVERALL}, {', '.join(FIELDS)}")
    figures = said if isinstance(said, dict) else {"f1": said}
    known = ("f1",) if field == OVERALL else _FIGURES
    for figure, floor in figures.items():
        if figure not in known:
            raise ValueError(f"{field} has no {figure!r}; there is {', '.join(known)}")
        yield figure, _floor(field, floor)


def _floor(field: str, floor: Any) -> float:
    if isinstance(floor, bool) or not isinstance(floor, int | float) or not 0 <= floor <= 1:
        raise ValueError(f"a floor is a number from 0 to 1, and that of {field} is {floor!r}")
    return float(floor)


def below(result: Evaluation, floors: Floors) -> Iterator[str]:
    """
    Tell each figure that is below its floor; one that there is none of is below any.
    """
    for (field, name), floor in floors.items():
        figure = result.overall if field == OVERALL else getattr(result.scores.get(field, Score()), name)
        what = field if field == OVERALL else f"{name} of {field}"
        if figure is None:
            yield f"{what} has a floor of {floor:g}, and nothing was there to score"
        elif not figure >= floor - _ROUNDING:
            # What is cut off, and not rounded, never seems to reach the floor.
            yield f"{what} is {math.floor(figure * 10_000) / 10_000:.4f}, below its floor of {floor:g}"
