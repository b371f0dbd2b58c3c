"""
GitHub-flavoured Markdown out of texts that may hold anything.

Whatever a text holds, it stays text: no mark in it becomes markup, and no text
becomes a heading, a list, a row of a table or a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["bullet", "escaped", "fact", "heading", "paragraph", "plain", "table"]

# These turn the direction of everything that follows them on the line.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile("[\\s\x00-\x1f\x7f-\x9f]+")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Emphasis, code, links, HTML, cells, entities, mathematics and mentions, each
# by its mark; then addresses, by their slashes or the dots before their ends.
_MARK = re.compile(r"[\\`*_\[\]<>|~&$#@]|/(?=/)|\.(?=[^\W\d_]{2})")
# What opens a list or draws a rule, where it opens a block.
_OPENING = re.compile(r"\A(?:(?=[-+])|\d{1,9}(?=[.)](?: |\Z)))", re.ASCII)


def plain(text: str) -> str:
    r"""
    Return *text* on one line, its spaces single, without control characters.

    >>> plain(" Hội nghị\n\tgiao ban ")
    'Hội nghị giao ban'
    """
    text = _SURROGATE.sub("\ufffd", _DIRECTIONS.sub("", text))
    return _SPACES.sub(" ", text).strip()


def escaped(text: str) -> str:
    r"""
    Return Markdown that shows *text* inside a block, on one line and as it is.

    >>> print(escaped("1*2 | <b> www.example.org"))
    1\*2 \| \<b\> www\.example\.org
    """
    return _MARK.sub(r"\\\g<0>", plain(text))


def paragraph(text: str) -> str:
    r"""
    Return a block that shows *text*.

    >>> print(paragraph("1. Về công tác Đảng"))
    1\. Về công tác Đảng
    """
    return _OPENING.sub(r"\g<0>\\", escaped(text))


def heading(level: int, text: str) -> str:
    """
    Return a heading that shows *text*.
    """
    return f"{'#' * level} {escaped(text)}"


def bullet(text: str) -> str:
    """
    Return an item of a list that shows *text*.
    """
    return f"- {paragraph(text)}"


def fact(label: str, text: str) -> str:
    """
    Return an item of a list that shows *text* after its label.
    """
    return f"- **{escaped(label)}:** {escaped(text)}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, numbered: bool = False) -> str:
    """
    Return a table of texts; a *numbered* one counts its rows in its first column.
    """
    rule = ["---:" if numbered and column == 0 else "---" for column in range(len(header))]
    body = [[str(number), *row] for number, row in enumerate(rows, start=1)] if numbered else rows
    lines = [[escaped(cell) for cell in header], rule, *([escaped(cell) for cell in row] for row in body)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
