"""
Sentences and clauses of a paragraph, by offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dccs_model.text.letters import LOWER, UPPER

__all__ = ["clauses", "sentences", "trim"]

# A full stop ends a sentence before a space, a line end or the end of the
# text, and before a capital where the space was lost ("cử tri.Ảnh").
_STOP = re.compile(
    rf"""(?:\.++(?:(?:[ ]/?|/)\.++){{0,9}}|[…!?]++\.?+)["”’)\]]*+(?=\s|\Z)
    |(?<=[{LOWER}\d)"”])\.(?=[{UPPER}][{LOWER}\s])
    |(?<=[{LOWER}])(?:\.\.\.|…)(?=[{UPPER}])""",
    re.VERBOSE,
)
# A line end, or what every one of these begins with, found in a fraction of the time; inside such a run none begins.
# A class stands first, since a search for one is the fastest.
_MARK = re.compile(r"[\n.…!?](?:(?<=\.)\.*|(?<=[…!?])[…!?]*|(?<=\n))")
_FULL_STOP = re.compile(r"\.\.*")
# A stop ends no sentence after a single capital ("Ảnh: N. H"), a title or a kind of place, nor behind the number of a
# list's point: "Nhiệm vụ: 1. Trồng rừng; 2. Làm đường."
_UNSTOPPED = re.compile(
    rf"(?:(?<!\w)(?:[{UPPER}]|TP|TX|TT|TS|ThS|Th\.S|PGS|GS|BS|KS|CN|Tr|St|T\.Ư|v\.v)"
    r"|(?:\A|[\n:;.])\s{0,3}\d{1,2})\Z"
)
_ENDS = " \t\n.…;:,!?/-–•*+"
_HEADS = " \t\n.…;:,!?/•*+-–"
#: No sentence is longer, in code points: what is read word by word would take the square of the time.
_LONGEST = 10_000
#: How far behind a semicolon inside brackets they close at most, in code points.
_BRACKET = 82


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """
    Yield the sentences between *start* and *end*, each with its closing mark.

    A line end parts sentences, too. Nothing blank is yielded, and what is as
    long as no sentence can be comes in pieces.
    """
    for first, last in _stopped(text, start, end):
        if last - first > _LONGEST:
            yield from (piece for piece in _pieces(text, first, last) if not text[slice(*piece)].isspace())
        elif not text[first:last].isspace():
            yield first, last


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        longest = start + _LONGEST
        cut = text.rfind(";", start, longest) + 1 or text.rfind(" ", start, longest) + 1 or longest
        yield start, cut
        start = cut
    yield start, end


def _stopped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = stopped = start
    # Most texts have no mark but full stops, and one letter is found sooner than a class of them.
    marks = _MARK if any(text.find(mark, start, end) >= 0 for mark in "\n…!?") else _FULL_STOP
    for mark in marks.finditer(text, start, end):
        at = mark.start()
        if text[at] == "\n":
            if last < at:
                yield last, at
            last = at + 1
            continue
        stop = _STOP.match(text, at, end) if at >= stopped else None
        if stop is None:
            continue
        stopped = stop.end()
        if stopped < end and _goes_on(text, stop, end):
            continue
        yield last, stopped
        last = stopped
    if last < end:
        yield last, end


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """
    Yield the clauses of a sentence: what stands between semicolons, trimmed.

    A semicolon inside brackets parts nothing.
    """
    stop = text.find(";", start, end)
    while stop >= 0:
        if not _bracketed(text, stop, end):
            clause = trim(text, start, stop)
            if clause[0] < clause[1]:
                yield clause
            start = stop + 1
        stop = text.find(";", stop + 1, end)
    clause = trim(text, start, end)
    if clause[0] < clause[1]:
        yield clause


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Leave out the spaces and marks at both ends.
    """
    while start < end and text[start] in _HEADS:
        start += 1
    while start < end and text[end - 1] in _ENDS:
        end -= 1
    return start, end


def _bracketed(text: str, at: int, end: int) -> bool:
    """
    Whether a bracket closes near behind *at* that did not open there.
    """
    closing = text.find(")", at, min(end, at + _BRACKET))
    return closing >= 0 and not any(mark in text[at:closing] for mark in "(\n")


def _goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """
    Whether the mark stands inside a sentence: after a short form, before a small letter.
    """
    following = text[stop.end() : min(stop.end() + 3, end)].lstrip(" ")
    if following[:1].islower() or following[:1] in (",", ";"):
        return True
    return stop[0] == "." and _UNSTOPPED.search(text, max(0, stop.start() - 6), stop.start()) is not None
