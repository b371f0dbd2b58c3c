"""
What is shown at a terminal is made of: words, lists and blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dccs_model.cli.terminal import one_line

__all__ = ["items", "parted", "section", "words"]


def words(text: str, style: str = "") -> Text:
    """
    Return a text on one line, of which nothing can act on the terminal.
    """
    # Every word of an article comes through here.
    return Text(one_line(text), style=style, overflow="fold")


def items(texts: Iterable[Text], mark: str = "•") -> Table:
    """
    Return a list whose items are indented as a whole.
    """
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for text in texts:
        table.add_row(Text(mark), text)
    return table


def section(title: str, count: int, style: str, *parts: RenderableType) -> RenderableType:
    """
    Return parts below a title that says how many they are.
    """
    return Group(words(f"{title} ({count})", f"bold {style}"), *parts)


def parted(blocks: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """
    Put a blank line between blocks.
    """
    for number, block in enumerate(blocks):
        if number:
            yield Text()
        yield block
