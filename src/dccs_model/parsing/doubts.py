"""
What a reading is in doubt about, as diagnostics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dccs_model.model import Conference, Diagnostic, DiagnosticCode, Severity
from dccs_model.parsing.officials import People
from dccs_model.parsing.segment import Layout
from dccs_model.parsing.when import HeldOn, partial

__all__ = ["doubts_of_conference", "doubts_of_page", "doubts_of_sitting", "too_long"]

# A year that has every day.
_LEAP_YEAR = 2024
# UTF-8 read as Latin-1 or as Windows-1252: "Há»™i nghá»‹", "TrÆ°á»Ÿng".
_MOJIBAKE = re.compile(r"á»|áº|Ã[\u0080-\u00bf¡-¿]|Ä[\u0080-\u0091‘’\u0090]|Æ°|Æ¡|â€[œ“”™˜]|\ufffd\ufffd")
# One of these stands in each of them.
_MOJIBAKE_SIGNS = "»ºÃÄÆ€\ufffd"
_ENDS = re.compile(r"[.!?…:;|\"”’)\]/]\s*\Z|\.\s*\Z")


def too_long(limit: int, length: int) -> Diagnostic:
    """
    Tell that a text was read up to a limit only.
    """
    message = f"the text has {length} code points; only the first {limit} were read"
    return Diagnostic(code=DiagnosticCode.TOO_LONG, severity=Severity.ERROR, message=message)


def doubts_of_page(layout: Layout) -> Iterator[Diagnostic]:
    """
    Yield the doubts about the page itself.
    """
    text = layout.text
    broken = _MOJIBAKE.search(text.text) if any(sign in text.text for sign in _MOJIBAKE_SIGNS) else None
    if broken and len(_MOJIBAKE.findall(text.text, 0, 20_000)) >= 3:
        yield Diagnostic(
            code=DiagnosticCode.MOJIBAKE,
            severity=Severity.ERROR,
            message="the text seems to have been decoded with the wrong encoding; decode it as UTF-8",
            span=text.span(broken.start(), broken.end()),
        )
    repeated = [block for block in layout.blocks if block.kind == "repeated"]
    if repeated:
        yield Diagnostic(
            code=DiagnosticCode.REPEATED_BODY,
            severity=Severity.INFO,
            message=f"{len(repeated)} paragraphs stand twice; the first of each is read",
            span=text.span(repeated[0].start, repeated[-1].end),
        )
    last = layout.blocks[-1] if layout.blocks else None
    if last and last.kind == "body" and not _ENDS.search(text.text, max(last.start, last.end - 8), last.end):
        yield Diagnostic(
            code=DiagnosticCode.CUT_OFF,
            severity=Severity.WARNING,
            message="the text ends in the middle of a sentence",
            span=text.span(max(last.start, last.end - 40), last.end),
        )


def doubts_of_sitting(layout: Layout, held: HeldOn | None) -> Iterator[Diagnostic]:
    """
    Yield the doubts about the date of the conference.
    """
    if held is None:
        yield Diagnostic(
            code=DiagnosticCode.NO_SITTING,
            severity=Severity.WARNING,
            message="no sentence gives the date of the conference",
        )
        return
    found = held.found
    span = layout.text.span(found.start, found.end)
    start = partial(held.year or _LEAP_YEAR, found.month, found.day)
    if start is None:
        message = f"there is no day {found.day}/{found.month}{f' in {held.year}' if held.year else ''}; it was left out"
        yield Diagnostic(code=DiagnosticCode.IMPOSSIBLE_DATE, severity=Severity.WARNING, message=message, span=span)
        return
    if held.year is None:
        message = "the date has no year, and nothing in the article gives it; pass published_at to complete it"
        yield Diagnostic(code=DiagnosticCode.YEAR_UNKNOWN, severity=Severity.WARNING, message=message, span=span)
        return
    if held.completed:
        message = f"the date has no year; it is read as {start}"
        yield Diagnostic(code=DiagnosticCode.YEAR_COMPLETED, severity=Severity.INFO, message=message, span=span)


def doubts_of_conference(
    layout: Layout, conference: Conference, people: People, others: Sequence[tuple[int, int]]
) -> Iterator[Diagnostic]:
    """
    Yield the doubts about who took part, and whether the text tells of one conference only.
    """
    text = layout.text
    if conference.chair is None:
        yield Diagnostic(code=DiagnosticCode.NO_CHAIR, severity=Severity.INFO, message="no one is named as chair")
    for mention in people.untied:
        yield Diagnostic(
            code=DiagnosticCode.UNTIED_POSITION,
            severity=Severity.INFO,
            message="this post is not tied to one official whom the article names",
            span=text.span(mention.start, mention.end),
        )
    if others:
        yield Diagnostic(
            code=DiagnosticCode.SEVERAL_CONFERENCES,
            severity=Severity.WARNING,
            message="another conference seems to be reported here; the first is read",
            span=text.span(*others[0]),
        )
