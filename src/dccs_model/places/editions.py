"""
The editions of the list of communes, and which days each of them tells of.

What is known of a unit is in which editions it is listed. Where it begins or
ends between two editions, the day is not known, and only bounds are given.

Sources of the days:

- The rearrangement of communes and districts of 2023 to 2025 followed Resolution
  35/2023/UBTVQH15 of the Standing Committee of the National Assembly. Single
  changes came before it. The last one that the edition of 2023 has in full took
  effect on 1 October 2022 (569/NQ-UBTVQH15 and 570/NQ-UBTVQH15). It has some of
  those of 10 April 2023 (721/NQ-UBTVQH15 and following) and none of 1 February
  2024 (938/NQ-UBTVQH15).
- The last ones before July 2025 took effect on 1 March 2025 (1365/NQ-UBTVQH15),
  and the edition of March 2025 has them.
- Resolution 202/2025/QH15 joined 63 provinces to 34. The Law on the Organisation
  of Local Government 72/2025/QH15 ended the districts, and 34 resolutions of 16
  June 2025 (1654/NQ-UBTVQH15 to 1687/NQ-UBTVQH15) joined the communes of each
  province. The new authorities began their work on 1 July 2025, which is taken
  for the first day here.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import NamedTuple

from dccs_model.model import PartialDate

__all__ = ["Edition"]


class Edition(StrEnum):
    """
    A state of the list of communes, in the order of time.
    """

    #: 63 provinces, 705 districts, 10,599 communes; the nearest to older articles
    Y2023 = "2023"
    #: 63 provinces, 696 districts, 10,035 communes
    MARCH_2025 = "2025-03"
    #: 34 provinces, no districts, 3,321 communes
    JULY_2025 = "2025-07"


class Days(NamedTuple):
    """
    The days on which an edition holds; None where nothing bounds them.
    """

    #: The first day on which any of it can have stood.
    possible_from: dt.date | None
    #: The first day on which all of it stood.
    certain_from: dt.date | None
    #: The last day on which all of it stood.
    certain_to: dt.date | None
    #: The last day on which any of it can have stood.
    possible_to: dt.date | None


# For the days before the edition of 2023 there is no other, so it stands for them.
DAYS = {
    Edition.Y2023: Days(None, None, dt.date(2023, 4, 9), dt.date(2025, 2, 28)),
    Edition.MARCH_2025: Days(dt.date(2023, 4, 10), dt.date(2025, 3, 1), dt.date(2025, 6, 30), dt.date(2025, 6, 30)),
    Edition.JULY_2025: Days(dt.date(2025, 7, 1), dt.date(2025, 7, 1), None, None),
}
#: The editions in the order of time; a unit is listed in a run of them.
ORDER = tuple(Edition)
#: A set of editions is a sum of 1, 2, 4; this is the set of all.
ALL = (1 << len(ORDER)) - 1


class Validity(NamedTuple):
    """
    When a unit stood, in the words of `Commune`.
    """

    valid_from: dt.date | None
    valid_to: dt.date | None
    not_before: dt.date | None
    not_after: dt.date | None


def validity(first: int, last: int) -> Validity:
    """
    When a unit stood that the editions from *first* to *last* list.
    """
    start, end = DAYS[ORDER[first]], DAYS[ORDER[last]]
    known_start = start.possible_from == start.certain_from
    known_end = end.possible_to == end.certain_to
    return Validity(
        valid_from=start.certain_from if known_start else None,
        valid_to=end.certain_to if known_end else None,
        not_before=None if known_start else start.possible_from,
        not_after=None if known_end else end.possible_to,
    )


def editions_on(on: dt.date | PartialDate | None) -> int:
    """
    The set of editions, any part of which can have stood on a day of *on*.
    """
    if on is None:
        return ALL
    if not isinstance(on, PartialDate):
        return _POSSIBLE[bisect_right(_TURNS, _day(on))]
    first, last = bisect_right(_TURNS, on.earliest), bisect_right(_TURNS, on.latest)
    return reduce(or_, _POSSIBLE[first : last + 1])


def distances(on: dt.date | PartialDate | None) -> list[int]:
    """
    How many days *on* is away from when all of each edition stood; with no day, newer is nearer.
    """
    if on is None:
        return list(reversed(range(len(ORDER))))
    day = on.earliest if isinstance(on, PartialDate) else _day(on)
    return [
        max(((days.certain_from or day) - day).days, (day - (days.certain_to or day)).days, 0) for days in DAYS.values()
    ]


def _day(on: dt.date) -> dt.date:
    return on.date() if isinstance(on, dt.datetime) else on


def _turns() -> tuple[list[dt.date], list[int]]:
    """
    The days from which another set of editions can have stood, and the sets before, between and after.
    """
    starts = {days.possible_from for days in DAYS.values() if days.possible_from}
    ends = {days.possible_to + dt.timedelta(1) for days in DAYS.values() if days.possible_to}
    turns = sorted(starts | ends)
    return turns, [_possible(day) for day in (turns[0] - dt.timedelta(1), *turns)]


def _possible(day: dt.date) -> int:
    return sum(
        1 << bit
        for bit, days in enumerate(map(DAYS.__getitem__, ORDER))
        if (days.possible_from or day) <= day <= (days.possible_to or day)
    )


_TURNS, _POSSIBLE = _turns()
