"""
JSON text out of documents, and documents out of JSON text or bytes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from dccs_model.errors import FormatError
from dccs_model.formats._paths import walk
from dccs_model.formats.document import Document, read_document, write_document

__all__ = ["from_json", "to_json"]


def to_json(value: Document, *, indent: int | None = None) -> str:
    """
    Do what `dccs_model.formats.to_json` says.
    """
    if indent is not None and indent < 0:
        raise ValueError(f"indent is a number of spaces or None, not {indent}")
    return _encodable(json.dumps(write_document(value), ensure_ascii=False, indent=indent))


def from_json(data: str | bytes, *, strict: bool = False, max_size: int | None = None) -> Document:
    """
    Do what `dccs_model.formats.from_json` says.
    """
    return read_document(_loaded(_decoded(data, max_size)), strict=strict)


# --- writing -------------------------------------------------------------------

_SURROGATE = re.compile("[\ud800-\udfff]")
_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        if _SPLIT_PAIR.search(text):
            raise FormatError("a text holds a surrogate pair as two code points; join them before writing") from None
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


# --- reading -------------------------------------------------------------------


def _decoded(data: str | bytes, max_size: int | None) -> str:
    if max_size is not None and len(data) > max_size:
        unit = "bytes" if isinstance(data, bytes) else "code points"
        raise FormatError(f"{len(data)} {unit} are more than the limit of {max_size}")
    if isinstance(data, bytes):
        try:
            data = data.decode()
        except UnicodeDecodeError as error:
            raise FormatError(f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}") from None
    if not isinstance(data, str):
        raise TypeError(f"JSON is read from str or bytes, not {type(data).__name__}")
    return data.removeprefix("\ufeff")


class _NotJson:
    """
    Stands in a document for what Python would read and JSON does not allow.
    """

    def __init__(self, message: str) -> None:
        self.message = message


def _loaded(text: str) -> object:
    forbidden: dict[str, _NotJson] = {}

    def forbid(message: str) -> _NotJson:
        return forbidden.setdefault(message, _NotJson(message))

    def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            twice = next(key for key in made if counts[key] > 1)
            made[twice] = forbid("this key stands twice in one object")
        return made

    try:
        document = json.loads(
            text, object_pairs_hook=object_of, parse_constant=lambda name: forbid(f"{name} is no JSON")
        )
    except json.JSONDecodeError as error:
        raise FormatError(f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise FormatError("not a document: objects and lists are nested too deeply") from None
    except ValueError:
        # Python refuses to turn thousands of digits into a number.
        raise FormatError("not a document: a number has too many digits") from None
    if forbidden:
        raise next(
            FormatError(part.message, path=str(place)) for place, part in walk(document) if isinstance(part, _NotJson)
        )
    return document
