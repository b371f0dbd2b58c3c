"""
Dates as Vietnamese news write them.

The grammar fixes which parts are there and never guesses one that is not: a
date without a year has no year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dccs_model.text.phrases import fold, phrase_pattern

__all__ = ["DateGrammar", "FoundDate"]


class FoundDate(NamedTuple):
    """
    A date, or a run of days, as it stands in a text.
    """

    #: Offset of its first code point; the part of the day is inside.
    start: int
    #: Offset just past its last code point.
    end: int
    #: The year, or None where the text gives none.
    year: int | None
    #: The month of the first day.
    month: int
    #: The first day; None where only a month stands.
    day: int | None
    #: The month of the last day.
    last_month: int
    #: The last day.
    last_day: int | None
    #: The phrase for the part of the day, folded, or None.
    day_part: str | None
    #: The hour and the minute it began, or None.
    clock: tuple[int, int] | None


_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_GAP = r"\s{0,2}"
# "21/6/2022", "16-7", "13.10.2020"; the marks on both sides are of one kind.
_NUMERIC = (
    rf"(?P<d>{_DAY}){_GAP}(?P<mark>[/.-]){_GAP}(?P<m>{_MONTH})(?:{_GAP}(?P=mark){_GAP}(?P<y>{_YEAR})"
    rf"|/(?P<y2>{_YEAR}))?(?![\d%])(?![.,/]\d)"
)
# "ngày 12 tháng 7 năm 2023", "30 tháng 12"
_SPELLED = (
    rf"(?P<sd>{_DAY})\s{{1,2}}tháng\s{{1,2}}(?P<sm>{_MONTH})(?!\d)(?:\s{{0,2}}(?:năm\s{{1,2}}|[/.-])(?P<sy>{_YEAR}))?"
)
# "5 và 6/7", "5, 6 và 7/7", "22 đến ngày 24/02", "21-22/6/2018", "28/5 đến 3/6"
_FIRST = (
    rf"(?P<fd>{_DAY})(?:[/.](?P<fm>{_MONTH}))?(?:,\s?{_DAY}){{0,3}}{_GAP}(?:và|đến|-|,|đến hết"
    rf"|&){_GAP}(?:ngày\s{{1,2}})?(?={_DAY}{_GAP}(?:[/.]{_GAP}{_MONTH}|\s{{1,2}}tháng)"
    rf"|{_DAY}-{_MONTH}(?!\d))"
)

# What every date holds, found in a fraction of the time.
_LIKELY = re.compile(r"[0-9](?:\s{0,2}[/.-]\s{0,2}\d|\s{1,2}tháng\s{1,2}\d)")
# The letters that its fixed words begin with ("vào lúc", "trong các ngày").
_OPENING = "vltscnh"


class DateGrammar:
    """
    Finds dates in folded text; immutable once made.
    """

    __slots__ = ("_event", "_reach")

    def __init__(self, day_parts: Iterable[str]) -> None:
        day_parts = tuple(day_parts)
        # How far before its numbers a date can begin, in code points.
        self._reach = 100 + 3 * max(map(len, day_parts), default=0)
        part = rf"(?P<part>(?<![^\W\d_]){phrase_pattern(day_parts)}(?![^\W\d_]))"
        clock = (
            r"(?:(?:vào\s|từ\s)?(?:lúc\s)?(?P<h>[01]?\d|2[0-3])\s{0,2}(?:giờ|h|g"
            r"|:)\s{0,2}(?P<min>[0-5]\d)?(?:\s{0,2}phút)?[,\s]{1,3})?"
        )
        weekday = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
        opening = (
            rf"(?:{part}(?:\s(?:nay|qua|cùng ngày|hôm nay|hôm qua|{weekday}))?[\s,(-]{{0,4}}"
            rf"(?:tức\s)?(?:(?:các\s)?ngày\s{{1,2}})?"
            rf"|(?P<word>(?<![^\W\d_])(?:(?:hôm nay|hôm qua|hôm|{weekday})[\s,(-]{{1,4}}(?:ngày\s{{1,2}})?"
            rf"|(?:(?:trong|suốt)\s)?(?:\d{{1,2}}\s)?(?:các\s)?(?:từ\s)?ngày\s{{1,2}}))|(?P<open>))"
        )
        # The minutes of a clock are no first day: "16:20 - 25/7/2018".
        # What a date begins with is looked at first, since each of its parts may be missing.
        heads = "".join(sorted({re.escape(fold(phrase)[0]) for phrase in day_parts}))
        self._event = re.compile(
            rf"(?=[\d{_OPENING}{heads}])(?:(?=\d)|(?<![^\W\d_])){clock}{opening}(?:m[ồù]ng\s)?(?<!\d)(?:(?<!:){_FIRST})?(?:{_SPELLED}|{_NUMERIC})"
        )

    def find(self, folded: str, start: int, end: int) -> Iterator[FoundDate]:
        """
        Yield the dates between *start* and *end*.

        A day and a month alone ("16-7", "3.5") are a date only after a part
        of the day or "ngày"; with a year they always are.
        """
        at = start
        while likely := _LIKELY.search(folded, at, end):
            found = self._event.search(folded, max(at, likely.start() - self._reach), end)
            if found is None:
                return
            at = found.end()
            # The optional parts begin at any digit, so a match may begin inside a number.
            if found.start() > 0 and folded[found.start() - 1].isdigit():
                continue
            parts = found.groupdict()
            read = _read(parts)
            opened = parts["part"] or parts["word"] or parts["sd"]
            if read and (opened or read[0]):
                year, month, day, last_month, last_day = read
                yield FoundDate(
                    found.start(),
                    found.end(),
                    year,
                    month,
                    day,
                    last_month,
                    last_day,
                    parts["part"],
                    _clock(parts),
                )


def _clock(parts: Mapping[str, str | None]) -> tuple[int, int] | None:
    hour = parts["h"]
    return None if hour is None else (int(hour), int(parts["min"] or 0))


def _read(parts: Mapping[str, str | None]) -> tuple[int | None, int, int, int, int] | None:
    """
    Return year, month, day, last month and last day; None where a run goes back.
    """
    day, month = parts["sd"] or parts["d"], parts["sm"] or parts["m"]
    year = parts["sy"] or parts["y"] or parts["y2"]
    if day is None or month is None:
        return None
    last = (int(month), int(day))
    first = last
    if parts["fd"]:
        first = (int(parts["fm"] or month), int(parts["fd"]))
        if first > last:
            return None
    return int(year) if year else None, first[0], first[1], last[0], last[1]
