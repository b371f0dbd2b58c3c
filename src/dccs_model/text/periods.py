"""
Periods that work is reviewed or planned for, as Vietnamese news write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["FoundPeriod", "find_periods"]


class FoundPeriod(NamedTuple):
    """
    A period as it stands in a text.
    """

    #: Offset of its first code point.
    start: int
    #: Offset just past its last code point.
    end: int
    #: Its first and last month, from 1 to 12.
    months: tuple[int, int]
    #: Its first year, or None where the text gives none.
    year: int | None
    #: Its last year; the first again but for terms and stages.
    last_year: int | None
    #: Whether it closes a year: "6 tháng cuối năm", "quý IV".
    closing: bool
    #: What it is: "part" of a year, "month", "year" or "years".
    shape: str


_NUMBERS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
}
_QUARTERS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4}
_YEAR = r"(?:19|20)\d\d"


def _in_year(name: str) -> str:
    return rf"(?:\s{{0,2}}(?:(?:của\s)?năm\s{{1,2}}|[/.-]\s?|,\s?năm\s)(?P<{name}>{_YEAR})|\s(?P<{name}b>{_YEAR}))?"


_PERIOD = re.compile(
    r"(?=[\dbcghmnqst])(?<![^\W_])"
    r"(?=\d|" + "|".join(_NUMBERS) + r"|nửa|quý|tháng|nhiệm|giai|thời|từ)(?:"
    rf"(?P<n>0?[1-9]|1[01]|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    r"\s{1,2}tháng\s{1,2}(?P<side>đầu|cuối|còn lại)(?:\s{1,2}của)?(?:\s{1,2}năm)?"
    rf"(?:\s{{0,2}}(?:[/.-]\s?)?(?P<ny>{_YEAR}))?"
    rf"|(?<!chậm\s)(?<!trễ\s)(?P<nb>0?[369])\s{{1,2}}tháng(?:\s{{1,2}}năm\s{{1,2}}(?P<nby>{_YEAR})"
    rf"|/(?P<nby2>{_YEAR}))?(?!\s{{1,2}}(?:nay|qua|tới|tuổi|trước|sau|tiếp|\d|một|hai|ba))(?=[\s.,;:)]|\Z)"
    # "10 tháng năm 2020", "tình hình kinh tế - xã hội 7 tháng"
    rf"|(?P<nc>0?[24578]|1[01])\s{{1,2}}tháng\s{{1,2}}năm\s{{1,2}}(?P<ncy>{_YEAR})"
    r"|(?:(?<=xã hội\s)|(?<=công tác\s)|(?<=nhiệm vụ\s))(?P<nd>0?[24578]|1[01])\s{1,2}tháng(?=[,;.]|\Z)"
    r"|(?P<half>nửa(?:\s{1,2}năm)?\s{1,2}(?:đầu|cuối))(?:\s{1,2}năm)?" rf"(?:\s{{1,2}}(?P<hy>{_YEAR}))?"
    r"|quý\s{0,2}(?P<q>iii|ii|iv|i|[1-4])(?![^\W_])" + _in_year("qy") +
    r"|tháng\s{1,2}(?P<m>0?[1-9]|1[0-2])(?!\d|[.,]\d|/\d{1,2}(?!\d))" + _in_year("my") +
    rf"|(?:nhiệm\s{{1,2}}kỳ|nhiệm\s{{1,2}}kì|giai\s{{1,2}}đoạn"
    rf"|thời\s{{1,2}}kỳ)\s{{0,2}}\(?(?P<t1>{_YEAR})\s{{0,2}}(?:[-/]|đến)\s{{0,2}}(?P<t2>{_YEAR})"
    rf"|năm\s{{0,2}}\(?(?P<s1>{_YEAR})\s{{0,2}}-\s{{0,2}}(?:năm\s)?(?P<s2>{_YEAR})"
    rf"|(?:từ\s{{1,2}})?năm\s{{1,2}}(?P<r1>{_YEAR})\s{{1,2}}đến\s{{1,2}}(?:hết\s)?(?:năm\s{{1,2}})?(?P<r2>{_YEAR})"
    rf"|năm\s{{0,2}}(?P<y>{_YEAR})"
    r")(?![^\W_]\d)"
)  # fmt: skip

# A word of every period, found in a fraction of the time: "tháng", "năm", "quý", "nửa", "nhiệm kỳ", "giai đoạn".
_LIKELY = re.compile(r"[tnqg](?:háng|ăm|uý|ửa|hiệm\s|iai\s|hời\s)")
#: How far before that word a period can begin, in code points: "mười một tháng".
_REACH = 16


def find_periods(folded: str, start: int, end: int) -> Iterator[FoundPeriod]:
    """
    Yield the periods between *start* and *end* of folded text.
    """
    while likely := _LIKELY.search(folded, start, end):
        found = _PERIOD.search(folded, max(start, likely.start() - _REACH), end)
        if found is None:
            return
        start = found.end()
        read = _read(found)
        if read:
            yield FoundPeriod(found.start(), found.end(), *read)


def _read(found: re.Match[str]) -> tuple[tuple[int, int], int | None, int | None, bool, str] | None:
    count, months, half, quarter, month = found.group("n", "nb", "half", "q", "m")
    if count:
        last = _NUMBERS.get(count) or int(count)
        year = _year(found["ny"])
        closing = found["side"] != "đầu"
        return ((13 - last, 12) if closing else (1, last)), year, year, closing, "part"
    if months:
        year = _year(found["nby"] or found["nby2"])
        return (1, int(months)), year, year, False, "part"
    counted = found["nc"] or found["nd"]
    if counted:
        year = _year(found["ncy"])
        return (1, int(counted)), year, year, False, "part"
    if half:
        year = _year(found["hy"])
        closing = half.endswith("cuối")
        return ((7, 12) if closing else (1, 6)), year, year, closing, "part"
    if quarter:
        year = _year(found["qy"] or found["qyb"])
        last = 3 * _QUARTERS[quarter]
        return (last - 2, last), year, year, last == 12, "part"
    if month:
        year = _year(found["my"] or found["myb"])
        return (int(month), int(month)), year, year, False, "month"
    begins = found["t1"] or found["s1"] or found["r1"]
    if begins:
        ends = found["t2"] or found["s2"] or found["r2"]
        if ends is None or int(ends) < int(begins):
            return None
        return (1, 12), int(begins), int(ends), False, "years"
    year = _year(found["y"])
    return (1, 12), year, year, False, "year"


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None
