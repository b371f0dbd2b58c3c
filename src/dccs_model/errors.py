"""
What can go wrong, as a small tree with one base.

Every error keeps what it is about on attributes and builds its sentence in
``__str__``, so that a program can act on the parts and a person can read the
whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dccs_model.model.article import Diagnostic

__all__ = [
    "DccsError",
    "FormatError",
    "ModelError",
    "ParseError",
    "UnsupportedVersionError",
]


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


def explain(text: str, diagnostic: Diagnostic, *, width: int = 96) -> str:
    """
    Tell a diagnostic with its line of *text* and a caret below what it is about.

    At most *width* code points of the line are shown.
    """
    head = f"{diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"
    span = diagnostic.span
    if span is None:
        return head
    line_number = text.count("\n", 0, span.start) + 1
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.start)
    line_end = len(text) if line_end < 0 else line_end
    column = span.start - line_start
    # A long line is shown as a window that holds the caret.
    left = max(line_start, span.start - width // 3)
    right = min(line_end, left + width)
    shown = "".join(" " if not c.isprintable() else c for c in text[left:right])
    carets = "^" * max(1, min(span.end, right) - span.start)
    return f"{head}\n  line {line_number}, column {column + 1}\n  {shown}\n  {' ' * (span.start - left)}{carets}"
