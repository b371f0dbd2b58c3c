"""
The options that several commands have, and how what is typed becomes a value.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from dccs_model.cli.inputs import is_text_encoding
from dccs_model.cli.terminal import visible
from dccs_model.errors import ModelError
from dccs_model.model import PartialDate

__all__ = ["LANGUAGES", "area_options", "day", "not_blank", "paths_argument", "reading_options"]

F = TypeVar("F", bound=Callable[..., Any])

LANGUAGES = click.Choice(["vi", "en"])

_VIETNAM = dt.timezone(dt.timedelta(hours=7))


def not_blank(_: click.Context, __: click.Parameter, given: Any) -> Any:
    """
    Refuse words that show nothing; give any other back.
    """
    texts = given if isinstance(given, tuple) else (given,)
    if any(text is not None and not visible(text).strip() for text in texts):
        raise click.BadParameter("it is blank")
    return given


def day(_: click.Context, __: click.Parameter, text: str | None) -> PartialDate | None:
    """
    Read a day, a month or a year.
    """
    try:
        return None if text is None else PartialDate.parse(text)
    except ModelError as error:
        raise click.BadParameter(str(error)) from None


def _moment(_: click.Context, __: click.Parameter, text: str | None) -> dt.date | None:
    if text is None:
        return None
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(text)
    with contextlib.suppress(ValueError):
        time = dt.datetime.fromisoformat(text)
        return time if time.tzinfo else time.replace(tzinfo=_VIETNAM)
    raise click.BadParameter(f"{text!r} is no date such as 2022-06-22 or 2022-06-22T09:00")


def _known_encoding(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    if name is not None and not is_text_encoding(name):
        raise click.BadParameter(f"{name!r} is no text encoding; known are such as utf-8, utf-16, cp1258, latin-1")
    return name


_AREAS = (
    click.option("--district", metavar="NAME", callback=not_blank, help="The district that the communes lie in."),
    click.option("--province", metavar="NAME", callback=not_blank, help="The province that the communes lie in."),
)

_READING = (
    click.option(
        "--encoding",
        metavar="NAME",
        callback=_known_encoding,
        help="What the files are written in; by default UTF-8, or as their byte order mark says.",
    ),
    click.option(
        "--published-at",
        metavar="DATE",
        callback=_moment,
        help="When they were published: 2022-06-22, or 2022-06-22T09:00 in Vietnamese time.",
    ),
    click.option("--url", metavar="URL", callback=not_blank, help="Where the article came from; for one article only."),
    click.option("--strict", is_flag=True, help="Refuse a text that cannot be read as asked."),
    click.option("--places", is_flag=True, help="Find out which communes are meant, and what they are today."),
    *_AREAS,
)


def paths_argument(command: F) -> F:
    """
    Add the argument that says which texts are meant.
    """
    return click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")(command)


def reading_options(command: F) -> F:
    """
    Add the options that say how texts are read.
    """
    return _with(command, _READING)


def area_options(command: F) -> F:
    """
    Add the options that say where communes lie.
    """
    return _with(command, _AREAS)


def _with(command: F, options: Sequence[Callable[[F], F]]) -> F:
    for option in reversed(options):
        command = option(command)
    return command
