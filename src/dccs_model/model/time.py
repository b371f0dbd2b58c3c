"""
When: partial dates, sittings and the periods that are reviewed or planned.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from dccs_model.errors import ModelError
from dccs_model.model._define import model, optional, optional_text, required
from dccs_model.model.span import Span, evidence

__all__ = ["DayPart", "PartialDate", "Period", "Sitting"]


class DayPart(StrEnum):
    """
    A part of the day, as Vietnamese news name it.
    """

    #: sáng
    MORNING = "morning"
    #: trưa
    NOON = "noon"
    #: chiều
    AFTERNOON = "afternoon"
    #: tối
    EVENING = "evening"


_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)


@model
class PartialDate:
    """
    A day, or a month or a year where no more is known.

    In ISO 8601: ``2022-06-21``, ``2022-06`` or ``2022``.
    """

    #: The year, from 1 to 9999.
    year: int = required(int)
    #: The month, from 1 to 12.
    month: int | None = optional(int, default=None)
    #: The day of the month; only with a month.
    day: int | None = optional(int, default=None)

    def __attrs_post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ModelError(f"day {self.day} stands without a month")
        try:
            dt.date(self.year, self.month or 1, self.day or 1)
        except (ValueError, OverflowError) as error:
            raise ModelError(f"no such date as {self}: {error}") from None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """
        Read the ISO 8601 form that ``str()`` gives.

        Raises:
            ModelError: if it is no such form, or no such date.
        """
        found = _PARTIAL.match(text)
        if not found:
            raise ModelError(f"expected a date as 2022-06-21, 2022-06 or 2022, not {text[:40]!r}")
        year, month, day = (None if part is None else int(part) for part in found.groups())
        return cls(year=year, month=month, day=day)  # type: ignore[arg-type]  # the year always stands

    @classmethod
    def of(cls, date: dt.date) -> PartialDate:
        """
        Return *date* as a partial date that knows all three parts.
        """
        return cls(year=date.year, month=date.month, day=date.day)

    @property
    def date(self) -> dt.date | None:
        """
        The day itself, or None where only a month or a year is known.
        """
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def earliest(self) -> dt.date:
        """
        The first day that this can be.
        """
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """
        The last day that this can be.
        """
        month = self.month or 12
        return dt.date(self.year, month, self.day or _days(self.year, month))


@model
class Sitting:
    """
    When a conference was held.
    """

    #: The first day; None where the text names none, or no year can be tied to it.
    start: PartialDate | None = optional(PartialDate, default=None)
    #: The last day, inclusive; the first day again where it took one day.
    end: PartialDate | None = optional(PartialDate, default=None)
    #: The part of the (first) day.
    day_part: DayPart | None = optional(DayPart, default=None)
    #: The hour it began, local time (UTC+7).
    start_time: dt.time | None = optional(dt.time, default=None)
    #: Where the text says so.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        if self.start_time is not None and self.start_time.tzinfo is not None:
            raise ModelError(f"start_time {self.start_time} must be local time (UTC+7), without a zone")
        if self.end is not None and self.start is None:
            raise ModelError(f"end {self.end} stands without a start")
        if self.start is not None and self.end is not None and self.end.latest < self.start.earliest:
            raise ModelError(f"end {self.end} is before start {self.start}")


@model
class Period:
    """
    A span of days that work is reviewed or planned for; both ends inclusive.

    Two periods of the same days are equal, whatever they were called.
    """

    #: The first day.
    start: dt.date = required(dt.date)
    #: The last day, inclusive.
    end: dt.date = required(dt.date)
    #: What the text calls it, such as "6 tháng đầu năm 2022".
    label: str | None = optional_text(default=None, eq=False)
    #: Where the text says so.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        for day in (self.start, self.end):
            if isinstance(day, dt.datetime):
                raise ModelError(f"a period counts days; give a date, not the datetime {day}")
        if self.end < self.start:
            raise ModelError(f"end {self.end} is before start {self.start}")

    @classmethod
    def months(cls, year: int, first: int, last: int, label: str | None = None) -> Period:
        """
        The months *first* to *last* of *year*, both inclusive, from 1 to 12.

        >>> Period.months(2020, 1, 9).end
        datetime.date(2020, 9, 30)
        """
        if not 1 <= first <= last <= 12:
            raise ModelError(f"months {first} to {last} are not a run within 1 to 12")
        if not 1 <= year <= 9999:
            raise ModelError(f"no such year as {year}")
        end = dt.date(year, last, _days(year, last))
        return cls(start=dt.date(year, first, 1), end=end, label=label)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """
        One month: "tháng 7/2022".
        """
        return cls.months(year, month, month, f"tháng {month}/{year}")

    @classmethod
    def first_half(cls, year: int) -> Period:
        """
        January to June: "6 tháng đầu năm 2022".
        """
        return cls.months(year, 1, 6, f"6 tháng đầu năm {year}")

    @classmethod
    def second_half(cls, year: int) -> Period:
        """
        July to December: "6 tháng cuối năm 2022".
        """
        return cls.months(year, 7, 12, f"6 tháng cuối năm {year}")

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """
        One quarter, from 1 to 4: "quý I/2023".
        """
        if quarter not in (1, 2, 3, 4):
            raise ModelError(f"a year has quarters 1 to 4, not {quarter}")
        return cls.months(year, 3 * quarter - 2, 3 * quarter, f"quý {('I', 'II', 'III', 'IV')[quarter - 1]}/{year}")

    @classmethod
    def whole_year(cls, year: int) -> Period:
        """
        January to December: "năm 2021".
        """
        return cls.months(year, 1, 12, f"năm {year}")

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """
        Whole years, both inclusive: "nhiệm kỳ 2020-2025", "giai đoạn 2021-2025".
        """
        if last < first:
            raise ModelError(f"year {last} is before {first}")
        start, end = cls.whole_year(first), cls.whole_year(last)
        return cls(start=start.start, end=end.end, label=f"{first}-{last}")


def _days(year: int, month: int) -> int:
    """
    Return how many days a month has.
    """
    # Not needed to make the classes, and slow to import.
    from calendar import monthrange

    return monthrange(year, month)[1]
