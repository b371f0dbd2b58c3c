"""
The text and what was read from it, with every doubt.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any

import attr

from dccs_model.errors import ModelError, explain
from dccs_model.model._define import model, optional, optional_text, required, text, tuple_of
from dccs_model.model.conference import Conference
from dccs_model.model.span import Span, evidence

__all__ = [
    "Article",
    "Byline",
    "Caption",
    "Credit",
    "Diagnostic",
    "DiagnosticCode",
    "ParsedArticle",
    "Severity",
    "spans_of",
]


class Credit(StrEnum):
    """
    What someone made of an article.
    """

    #: tin, bài
    TEXT = "text"
    #: ảnh
    PHOTO = "photo"
    #: clip, video
    VIDEO = "video"
    #: nguồn, theo
    SOURCE = "source"


@model
class Byline:
    """
    Who wrote an article or took its pictures.
    """

    #: The name as written, which may be a pen name or a newsroom.
    name: str = text()
    #: What they made, in the order of `Credit`; () where the text does not say.
    credits: tuple[Credit, ...] = tuple_of(Credit, default=())
    #: Where the text names them.
    span: Span | None = evidence()


@model
class Caption:
    """
    A line that describes a picture; no part of the body.
    """

    #: The line as written.
    text: str = text()
    #: Where it stands.
    span: Span | None = evidence()


@model
class Article:
    """
    A news text, exactly as it was given, with its frame.
    """

    #: The text that every span counts in, untouched: any normal form, any line ends.
    text: str = required(str, shown=lambda text: f"<{len(text)} code points>")
    #: The headline, on one line.
    title: str | None = optional_text(default=None)
    #: Where it came from, as the caller said.
    url: str | None = optional_text(default=None)
    #: When it was published: a date, or a datetime that carries its zone.
    published_at: dt.date | dt.datetime | None = optional(dt.date, default=None)
    #: Who wrote it and took its pictures.
    bylines: tuple[Byline, ...] = tuple_of(Byline, default=())
    #: The lines that describe pictures, each once.
    captions: tuple[Caption, ...] = tuple_of(Caption, default=())
    #: Where the headline stands.
    title_span: Span | None = evidence()
    #: Where the publication date stands.
    published_span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        if isinstance(self.published_at, dt.datetime) and self.published_at.tzinfo is None:
            raise ModelError("published_at must carry its time zone, such as Asia/Ho_Chi_Minh")


class Severity(StrEnum):
    """
    How much a diagnostic matters.
    """

    #: Worth knowing; nothing was lost.
    INFO = "info"
    #: Something was decided or left out that a reader may see otherwise.
    WARNING = "warning"
    #: The text could not be read as asked.
    ERROR = "error"


class DiagnosticCode(StrEnum):
    """
    The doubts that reading tells of; a code never changes its meaning.
    """

    #: The text reports no conference.
    NOT_A_CONFERENCE = "not-a-conference"
    #: The text is empty or holds no letters.
    EMPTY_TEXT = "empty-text"
    #: The body, or a part of it, stands twice; the first is read.
    REPEATED_BODY = "repeated-body"
    #: A date without a year took it from the publication date or the period.
    YEAR_COMPLETED = "year-completed"
    #: A date without a year was left out, since nothing gives the year.
    YEAR_UNKNOWN = "year-unknown"
    #: No date of the conference was found.
    NO_SITTING = "no-sitting"
    #: No one is named as chair.
    NO_CHAIR = "no-chair"
    #: A post without a name could not be tied to one official.
    UNTIED_POSITION = "untied-position"
    #: A date that cannot be, such as 31/2, was left out.
    IMPOSSIBLE_DATE = "impossible-date"
    #: The text ends in the middle of a sentence.
    CUT_OFF = "cut-off"
    #: The text seems to have been decoded with the wrong encoding.
    MOJIBAKE = "mojibake"
    #: The text holds more than one conference; the first is read.
    SEVERAL_CONFERENCES = "several-conferences"
    #: The text is longer than the reader's limit; the rest was not read.
    TOO_LONG = "too-long"
    #: A name of a place fits several units, and nothing says which one is meant.
    AMBIGUOUS_PLACE = "ambiguous-place"
    #: A name of a place fits no unit of that time.
    UNKNOWN_PLACE = "unknown-place"


_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@model
class Diagnostic:
    """
    One doubt about a reading, as data.
    """

    #: What kind of doubt: one of `DiagnosticCode`, or a code of a newer release.
    code: str = text()
    #: How much it matters.
    severity: Severity = required(Severity)
    #: A sentence for people.
    message: str = text()
    #: What it is about; None where it is about the whole text.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        if not _CODE.match(self.code):
            raise ModelError(f"a code is lower-case words joined by hyphens, not {self.code!r}")

    def explain(self, article: Article) -> str:
        """
        Tell the doubt with the line of *article* and a caret below the place.
        """
        return explain(article.text, self)


@model
class ParsedArticle:
    """
    What was read from one text.
    """

    #: The text and its frame.
    article: Article = required(Article)
    #: The conference it reports, or None where it reports none.
    conference: Conference | None = optional(Conference, default=None)
    #: The doubts, in the order of the text.
    diagnostics: tuple[Diagnostic, ...] = tuple_of(Diagnostic, default=())

    def __attrs_post_init__(self) -> None:
        length = len(self.article.text)
        for span in spans_of(self):
            if span.end > length:
                raise ModelError(f"span {span.start} to {span.end} reaches past the text of {length} code points")


def spans_of(value: Any) -> list[Span]:
    """
    Every span inside *value*, a model value or a tuple of them, depth first.
    """
    spans: list[Span] = []
    ahead = [value]
    while ahead:
        value = ahead.pop()
        kind = type(value)
        if kind is Span:
            spans.append(value)
        elif kind is tuple:
            ahead += reversed(value)
        elif value is not None:
            ahead += _parts_of(kind)(value)  # type: ignore[arg-type]
    return spans


@cache
def _parts_of(cls: type[Any]) -> Callable[[Any], Iterable[Any]]:
    """
    What gives the fields of a model class that can hold a span, the last first; no fields of any other class.
    """
    fields = reversed(attr.fields(cls)) if attr.has(cls) else ()
    names = [each.name for each in fields if _can_hold_span(str(each.type))]
    if len(names) > 1:
        return attrgetter(*names)
    only = attrgetter(*names) if names else None
    return lambda value: (only(value),) if only else ()


def _can_hold_span(annotation: str) -> bool:
    words = set(re.findall(r"\w+", annotation))
    return not words <= _PLAIN


# Annotations are strings here, and these name what holds no span.
_PLAIN = frozenset({
    "str", "int", "bool", "None", "tuple", "dt", "date", "datetime", "time", "Decimal", "PartialDate", "CommuneRef",
    "AreaKind", "Bound", "Change", "CommuneKind", "ConferenceKind", "ConferenceMode", "Credit", "DayPart",
    "FindingKind", "FoundBy", "Level", "PositionStatus", "Rank", "Role", "Sector", "Severity", "Topic",
})  # fmt: skip
