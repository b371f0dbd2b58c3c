"""
The document around the model: its envelope, its versions, and the way up from old ones.

A document of the version that this release writes is read exactly: what is
unknown in it is a mistake. A later minor version may say more; what it adds is
left out, or refused in strict reading. An older version is first brought up
step by step. Any other major version is refused.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from dccs_model.errors import FormatError, UnsupportedVersionError
from dccs_model.formats._paths import walk
from dccs_model.formats._scalars import shown
from dccs_model.model import Conference, ParsedArticle
from dccs_model.model._define import model, required

__all__ = [
    "FORMAT",
    "MIGRATIONS",
    "VERSION",
    "Document",
    "Migration",
    "Version",
    "read_document",
    "write_document",
    "write_part",
]

#: What a document can hold.
Document: TypeAlias = ParsedArticle | Conference

#: The name that stands first in every document.
FORMAT = "dccs-model"

# So many errors are kept as notes of the first.
_MOST_NOTES = 20


class Version(NamedTuple):
    """
    A version of the format: the major one breaks readers, the minor one only adds.
    """

    major: int
    minor: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"

    @classmethod
    def parse(cls, text: object) -> Version:
        """
        Read a version as "1.0".

        Raises:
            FormatError: if it is none.
        """
        found = _VERSION.match(text) if isinstance(text, str) else None
        if not found:
            raise FormatError(f"expected a version in a text as '{VERSION}', not {shown(text)}", path="$.version")
        return cls(int(found[1]), int(found[2]))


_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\Z")

#: The version that this release writes.
VERSION = Version(1, 0)


class Migration(NamedTuple):
    """
    One step from an old version up to a newer one.
    """

    #: The version that the step leads to.
    to: Version
    #: From a document of the old version, which it may change and return, to one of the newer.
    change: Callable[[dict[str, Any]], dict[str, Any]]


#: The step that leads away from each old version.
MIGRATIONS: Mapping[Version, Migration] = MappingProxyType({})


def write_document(value: Document) -> dict[str, Any]:
    """
    Return *value* in its envelope, as objects, lists, texts and whole numbers.
    """
    from dccs_model.formats._converter import converter

    envelope = {"format": FORMAT, "version": str(VERSION)}
    match value:
        case ParsedArticle():
            return {**envelope, **converter().unstructure(value)}
        case Conference():
            return envelope | {"type": "conference", "conference": converter().unstructure(value)}
    raise TypeError(f"a document holds a ParsedArticle or a Conference, not {type(value).__name__}")


def write_part(value: object) -> Any:
    """
    Return a value of the model as it stands inside a document.
    """
    from dccs_model.formats._converter import converter

    return converter().unstructure(value)


def read_document(
    document: object,
    *,
    strict: bool = False,
    migrations: Mapping[Version, Migration] = MIGRATIONS,
    current: Version = VERSION,
) -> Document:
    """
    Return what *document* holds; the document itself is never changed.

    Raises:
        UnsupportedVersionError: if its version cannot be read.
        FormatError: if anything else is wrong with it.
    """
    if not isinstance(document, dict):
        raise FormatError(f"expected an object, not {shown(document)}")
    if document.get("format") != FORMAT:
        raise FormatError(f"expected '{FORMAT}', not {shown(document.get('format'))}", path="$.format")
    document = _brought_up(document, migrations)
    version = _readable(document, current)
    content = {key: part for key, part in document.items() if key not in ("format", "version")}
    return _structured(content, tolerant=version > current and not strict)


def _brought_up(document: dict[str, Any], migrations: Mapping[Version, Migration]) -> dict[str, Any]:
    version = Version.parse(document.get("version"))
    if version in migrations:
        document = _copied(document)
    while step := migrations.get(version):
        if step.to <= version:
            raise ValueError(f"the migration from {version} leads to {step.to}, which is no newer version")
        document, version = step.change(document), step.to
        document["version"] = str(version)
    return document


def _copied(document: dict[str, Any]) -> dict[str, Any]:
    try:
        return copy.deepcopy(document)
    except RecursionError:
        raise FormatError("not a document: objects and lists are nested too deeply") from None


def _readable(document: dict[str, Any], current: Version) -> Version:
    version = Version.parse(document["version"])
    if version.major != current.major:
        advice = "a newer release of dccs-model may read it" if version > current else "no release of today reads it"
        message = f"version {version} is not read by this release, which reads {current.major}.x; {advice}"
        raise UnsupportedVersionError(message, path="$.version")
    return version


@model
class _ConferenceDocument:
    """
    A conference alone, without the article that told of it.
    """

    type: str = required(str)
    conference: Conference = required(Conference)


def _structured(content: dict[str, Any], *, tolerant: bool) -> Document:
    from dccs_model.formats._converter import MOST_ERRORS, converter, refusals

    kind = content.get("type")
    if "type" in content and kind != "conference":
        raise FormatError(f"expected 'conference', or no type for an article, not {shown(kind)}", path="$.type")
    expected: type[ParsedArticle | _ConferenceDocument] = _ConferenceDocument if kind else ParsedArticle
    try:
        value = converter(tolerant=tolerant).structure(content, expected)
    except Exception as error:  # noqa: BLE001 - what is no refusal is raised again
        errors = list(islice(refusals(error, "$"), MOST_ERRORS))
        raise _first([_located(each, content) for each in errors]) from None
    return value.conference if isinstance(value, _ConferenceDocument) else value


def _first(errors: list[FormatError]) -> FormatError:
    first, *others = errors
    if not others:
        return first
    count = "one more error" if len(others) == 1 else f"{len(others)} more errors"
    told = FormatError(f"{first.message}; and {count}", path=first.path)
    for each in others[:_MOST_NOTES]:
        told.add_note(str(each))
    return told


def _located(error: FormatError, content: dict[str, Any]) -> FormatError:
    """
    Give the model's word on a span past the text the path of that span.

    The check needs the text and every span, so it is the whole article that
    refuses; it checks nothing else.
    """
    if error.path != "$" or "article" not in content:
        return error
    length = len(content["article"]["text"])
    beyond = (str(place) for place, part in walk(content) if _end_of(part) > length)
    return FormatError(error.message, path=next(beyond, "$"))


def _end_of(part: object) -> int:
    end = part.get("end") if isinstance(part, dict) else None
    return end if isinstance(end, int) else 0
