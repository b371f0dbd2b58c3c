"""
``dccs places``: which communes bear a name, for people at a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dccs_model.cli.layout import items, parted, section, words
from dccs_model.cli.lookup import Answer, Found
from dccs_model.cli.terminal import console
from dccs_model.formats.phrases import Phrases
from dccs_model.model import Area, Commune

__all__ = ["render", "show_answers"]

# Below this many columns a table is harder to read than a list.
_ROOM_FOR_TABLE = 70

_COLUMNS = ("place", "lies_in", "code", "validity", "today")
_STYLES = ("bold", "", "cyan", "", "green")


def show_answers(answers: Sequence[Answer], lang: str) -> None:
    """
    Show every commune that was found.
    """
    out = console()
    phrases = Phrases.of(lang)
    out.print(Group(*parted(render(each, phrases, out.width) for each in answers)))


def render(answer: Answer, phrases: Phrases, width: int) -> RenderableType:
    """
    Return the communes of one name, laid out for *width* columns.
    """
    rows = [list(map(words, _cells(each, phrases), _STYLES)) for each in answer.found]
    if width < _ROOM_FOR_TABLE:
        return section(answer.name, len(rows), "cyan", items(Text("\n").join(filter(None, row)) for row in rows))
    table = Table(box=box.ROUNDED, show_lines=True, border_style="dim", header_style="")
    for key in _COLUMNS:
        table.add_column(words(phrases.word(key), "cyan"), overflow="fold")
    for row in rows:
        table.add_row(*row)
    return section(answer.name, len(rows), "cyan", table)


def _cells(found: Found, phrases: Phrases) -> Iterator[str]:
    commune = found.commune
    yield phrases.commune(commune)
    yield ", ".join(f"{phrases.area(each)} ({each.code})" for each in _areas(commune))
    yield _code(commune)
    yield phrases.validity(commune)
    yield _today(found, phrases)


def _areas(commune: Commune) -> list[Area]:
    return [each for each in (commune.district, commune.province) if each is not None]


def _code(commune: Commune) -> str:
    return f"{commune.code} ({commune.edition})"


def _today(found: Found, phrases: Phrases) -> str:
    if found.today == (found.commune,):
        return ""
    named = (f"{phrases.commune(each)}{_moved(each, found.commune, phrases)}, {_code(each)}" for each in found.today)
    return "; ".join(named) or phrases.word("not_known")


def _moved(now: Commune, before: Commune, phrases: Phrases) -> str:
    """
    Name the province of today, where it bears another name.
    """
    if now.province is None or (before.province and before.province.name == now.province.name):
        return ""
    return f", {phrases.area(now.province)}"
