"""
JSON Lines: one document a line, and one bad line never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from dccs_model.errors import FormatError
from dccs_model.formats.document import Document
from dccs_model.formats.json import from_json, to_json
from dccs_model.model._define import model, required

__all__ = ["BadLine", "Stream", "read_jsonl", "write_jsonl"]

# Some readers end a line at these too; JSON allows to write them as escapes.
_OTHER_LINE_ENDS = {0x85: r"\u0085", 0x2028: r"\u2028", 0x2029: r"\u2029"}


@model
class BadLine:
    """
    A line that holds no document that can be read.
    """

    #: Which line it is, from 1; blank lines are counted.
    number: int = required(int)
    #: The line as it was given, with its line end.
    line: str | bytes = required((str, bytes))  # type: ignore[arg-type]
    #: What is wrong with it.
    error: FormatError = required(FormatError)

    def __str__(self) -> str:
        return f"line {self.number}: {self.error}"


class Stream(Protocol):
    """
    Whatever takes text, such as a file that is open for writing.
    """

    def write(self, text: str, /) -> object:
        """
        Take the text.
        """


def read_jsonl(
    lines: Iterable[str] | Iterable[bytes], *, strict: bool = False, max_size: int | None = None
) -> Iterator[Document | BadLine]:
    """
    Do what `dccs_model.formats.read_jsonl` says.
    """
    if isinstance(lines, str | bytes):
        raise TypeError("expected lines, such as an open file or text.splitlines(), not one text")
    return _documents(lines, strict=strict, max_size=max_size)


def _documents(lines: Iterable[str | bytes], *, strict: bool, max_size: int | None) -> Iterator[Document | BadLine]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from_json(line, strict=strict, max_size=max_size)
        except FormatError as error:
            yield BadLine(number=number, line=line, error=error)


def write_jsonl(values: Iterable[Document], stream: Stream) -> int:
    """
    Do what `dccs_model.formats.write_jsonl` says.
    """
    count = 0
    for value in values:
        stream.write(to_json(value).translate(_OTHER_LINE_ENDS) + "\n")
        count += 1
    return count
