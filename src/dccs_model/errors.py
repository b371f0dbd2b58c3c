"""
What can go wrong, as a small tree with one base.

Every error keeps what it is about on attributes and builds its sentence in
``__str__``, so that a program can act on the parts and a person can read the
whole.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dccs_model.model.article import Diagnostic
    from dccs_model.model.span import Span

__all__ = [
    "DccsError",
    "FormatError",
    "ModelError",
    "ParseError",
    "UnsupportedVersionError",
]

# How many code points are looked at for each column to be shown.
_DEPTH = 4
_NO_SIGN = "\N{REPLACEMENT CHARACTER}"
# The signs that Unicode has for control characters; a tab is shown as the space that it is.
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\N{SYMBOL FOR DELETE}", "\t": " "}
# Letters and marks that show as nothing: fillers, and selectors of a variation.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)


class DccsError(Exception):
    """
    The base of every error that this library raises on purpose.
    """


class ModelError(DccsError, ValueError):
    """
    A value that cannot be, such as a period that ends before it starts.
    """


class ParseError(DccsError):
    """
    A text that strict reading refuses.

    Lenient reading never raises: it keeps the same diagnostics as data.
    """

    def __init__(self, text: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(text, diagnostics)
        #: The text that was read.
        self.text = text
        #: The diagnostics of severity ERROR, in order; never empty.
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "\n\n".join(explain(self.text, each) for each in self.diagnostics)


class FormatError(DccsError, ValueError):
    """
    A document that is not one of ours, or is broken.
    """

    def __init__(self, message: str, *, path: str = "$") -> None:
        super().__init__(message, path)
        #: What is wrong and what to do, without the place.
        self.message = message
        #: The JSON path of the offending value, such as ``$.conference.findings[3].kind``.
        self.path = path

    def __str__(self) -> str:
        return f"{self.message} (at {self.path})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.path))


class UnsupportedVersionError(FormatError):
    """
    A document of a format version that this release cannot read.
    """


def _rebuild(cls: type[FormatError], message: str, path: str) -> FormatError:
    return cls(message, path=path)


class Excerpt(NamedTuple):
    """
    A line of a text as a terminal may show it, and what is meant in it.
    """

    #: The number of the line, from 1.
    line: int
    #: At which code point of the line what is meant begins, from 1.
    column: int
    #: The line, or a window of it with "…" where it is cut.
    shown: str
    #: Carets that stand below what is meant.
    carets: str


def explain(text: str, diagnostic: Diagnostic, *, width: int = 96) -> str:
    """
    Tell a diagnostic with its line of *text* and carets below what it is about.

    The line takes at most *width* columns of a terminal.
    """
    head = f"{diagnostic.severity}: {''.join(map(_shown, diagnostic.message))} [{diagnostic.code}]"
    if diagnostic.span is None:
        return head
    found = excerpt(text, diagnostic.span, width=width)
    return f"{head}\n  line {found.line}, column {found.column}\n  {found.shown}\n  {found.carets}"


def excerpt(text: str, span: Span, *, width: int = 96) -> Excerpt:
    """
    Return the line of *text* in which *span* begins, or the part of it around there, in *width* columns.

    Nothing in it moves a cursor, turns a direction or hides: each control
    character is one sign, and what shows as nothing is left out.
    """
    start, end = _line(text, span.start)
    # Marks take no column, and there is no end to how many may stand on one letter.
    near = max(start, span.start - _DEPTH * width)
    cells = [_shown(char) for char in text[near : min(end, span.start + _DEPTH * width)]]
    columns = [_columns(cell) for cell in cells]
    mark, stop = (min(place - near, len(cells)) for place in (span.start, span.end))
    # What is meant of a mark stands below its letter.
    while 0 < mark < len(cells) and cells[mark] and not columns[mark]:
        mark -= 1
    first, last = _window(columns, mark, width, cut=near > start or near + len(cells) < end)
    before = "…" if near + first > start else ""
    after = "…" if near + last < end else ""
    column = min(len(before) + sum(columns[first:mark]), max(width, 1) - 1)
    return Excerpt(
        line=text.count("\n", 0, span.start) + 1,
        column=span.start - start + 1,
        shown=before + "".join(cells[first:last]) + after,
        carets=" " * column + "^" * max(1, sum(columns[mark : min(stop, last)])),
    )


def _line(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return start, end - text.endswith("\r", start, end)


def _window(columns: list[int], mark: int, width: int, *, cut: bool) -> tuple[int, int]:
    """
    The range of cells to show: all where they fit, else more of what follows the mark than of what is before it.
    """
    if not cut and sum(columns) <= width:
        return 0, len(columns)
    # Each end may need a column for its sign.
    room = width - 2
    last = mark + _fitting(columns[mark:], room - min(sum(columns[:mark]), room // 3))
    first = mark - _fitting(columns[:mark][::-1], room - sum(columns[mark:last]))
    # No mark stands without its letter.
    while first < mark and not columns[first]:
        first += 1
    return first, last


def _fitting(columns: list[int], room: int) -> int:
    return sum(total <= room for total in accumulate(columns))


def _shown(char: str) -> str:
    """
    What a terminal can show of one character, which is nothing for one that shows as nothing.
    """
    if char in _FILLERS:
        return ""
    if char.isprintable():
        return char
    match unicodedata.category(char):
        case "Cc":
            return _PICTURES.get(char, _NO_SIGN)
        case "Zs" | "Zl" | "Zp":
            return " "
        case "Cf":
            return ""
        case _:
            return _NO_SIGN


def _columns(cell: str) -> int:
    # The vowels and ends of Hangul join the letter before them, as marks do.
    if not cell or unicodedata.category(cell).startswith("M") or "\u1160" <= cell <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(cell) in "WF" else 1
