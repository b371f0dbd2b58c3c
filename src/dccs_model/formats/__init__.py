"""
Views of the model: JSON, JSON Lines, JSON Schema and Markdown.

The functions stand here so that importing them costs nothing: what does the
work, and cattrs with it, is loaded when one of them is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dccs_model.formats.document import Document
    from dccs_model.formats.jsonl import BadLine, Stream

__all__ = [
    "BadLine",
    "from_dict",
    "from_json",
    "json_schema",
    "read_jsonl",
    "to_dict",
    "to_json",
    "to_markdown",
    "write_jsonl",
]


def to_dict(value: Document) -> dict[str, Any]:
    """
    Return *value* as a document of objects, lists, texts and whole numbers only.

    The keys stand in the order of the format; what is not known is left out.

    >>> from dccs_model import Conference
    >>> to_dict(Conference(name="Hội nghị giao ban"))["conference"]
    {'name': 'Hội nghị giao ban', 'kind': 'unknown'}
    """
    from dccs_model.formats.document import write_document

    return write_document(value)


def from_dict(document: dict[str, Any], *, strict: bool = False) -> Document:
    """
    Return the `ParsedArticle` or the `Conference` that *document* holds.

    A document of a later minor version may hold more than this release knows:
    that is left out, or refused where *strict*. The document is never changed.

    Raises:
        UnsupportedVersionError: if its version cannot be read.
        FormatError: if anything else is wrong, with the JSON path of the place.
            Where more is wrong, the other errors are its notes.
    """
    from dccs_model.formats.document import read_document

    return read_document(document, strict=strict)


def to_json(value: Document, *, indent: int | None = None) -> str:
    """
    Return *value* as JSON text: one line, or lines indented by *indent* spaces.

    The text can always be encoded in UTF-8, and the same value gives the same
    text.

    Raises:
        FormatError: if a text in *value* holds the two halves of a surrogate
            pair as two code points, which JSON cannot tell from one character.
    """
    from dccs_model.formats import json

    return json.to_json(value, indent=indent)


def from_json(data: str | bytes, *, strict: bool = False, max_size: int | None = None) -> Document:
    """
    Return the `ParsedArticle` or the `Conference` that was written as JSON.

    Bytes are read as UTF-8; a byte order mark may stand first. *strict* is
    that of `from_dict`. What is longer than *max_size*, in bytes or in the
    code points of a text, is refused before it is read.

    Raises:
        UnsupportedVersionError: if its version cannot be read.
        FormatError: if anything else is wrong, with the JSON path of the place.
            Where more is wrong, the other errors are its notes.
    """
    from dccs_model.formats import json

    return json.from_json(data, strict=strict, max_size=max_size)


def read_jsonl(
    lines: Iterable[str] | Iterable[bytes], *, strict: bool = False, max_size: int | None = None
) -> Iterator[Document | BadLine]:
    """
    Yield what each line holds, or a `BadLine` that tells what is wrong with it.

    Lines are read one at a time, so that an open file of any size will do.
    Blank lines are passed over. *strict* is that of `from_dict`, and
    *max_size* that of `from_json`, for each line.
    """
    from dccs_model.formats import jsonl

    return jsonl.read_jsonl(lines, strict=strict, max_size=max_size)


def write_jsonl(values: Iterable[Document], stream: Stream) -> int:
    """
    Write each of *values* to *stream*, a text stream, as one line; return how many.

    A line is made whole before it is written: a value that cannot be written
    leaves no half line behind.
    """
    from dccs_model.formats import jsonl

    return jsonl.write_jsonl(values, stream)


def json_schema() -> dict[str, Any]:
    """
    Return the JSON Schema (draft 2020-12) of what `to_json` writes.

    It refuses what `from_json` refuses, except what a schema cannot see, such
    as a span that reaches past the text. A new dict is returned each time.
    """
    from dccs_model.formats import schema

    return schema.json_schema()


def to_markdown(parsed: Document, *, lang: str = "vi") -> str:
    """
    Return a document in GitHub-flavoured Markdown, with labels in Vietnamese or English.

    It holds the facts, the participants, the findings by kind and sector, the
    figures, what should be checked again, and the source. Whatever a text
    holds is shown as text: nothing in it becomes markup, a link or HTML.

    Raises:
        ValueError: if there are no labels in *lang*.
    """
    from dccs_model.formats import markdown

    return markdown.to_markdown(parsed, lang=lang)


def __getattr__(name: str) -> object:
    # A class cannot wait inside a function; this one waits for whoever asks.
    if name == "BadLine":
        from dccs_model.formats.jsonl import BadLine

        return BadLine
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
