"""
Partial dates, sittings and the periods that people name.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import DayPart, ModelError, PartialDate, Period, Sitting

# ---- partial dates ---------------------------------------------------------------------------------------------------

PARTIAL = {
    # Written, the parts, and the first and the last day that it can be.
    "a day": ("2022-06-21", (2022, 6, 21), "2022-06-21", "2022-06-21"),
    "a month": ("2022-06", (2022, 6, None), "2022-06-01", "2022-06-30"),
    "the month of a leap day": ("2024-02", (2024, 2, None), "2024-02-01", "2024-02-29"),
    "a year": ("2022", (2022, None, None), "2022-01-01", "2022-12-31"),
    "the first year": ("0001", (1, None, None), "0001-01-01", "0001-12-31"),
    "the last year": ("9999", (9999, None, None), "9999-01-01", "9999-12-31"),
}


@pytest.mark.parametrize(("written", "parts", "earliest", "latest"), PARTIAL.values(), ids=PARTIAL)
def test_a_partial_date(written: str, parts: tuple[int, int | None, int | None], earliest: str, latest: str) -> None:
    year, month, day = parts
    date = PartialDate(year=year, month=month, day=day)

    assert str(date) == written
    assert PartialDate.parse(written) == date
    assert (date.earliest.isoformat(), date.latest.isoformat()) == (earliest, latest)
    assert date.date == (date.earliest if day else None)


@given(st.dates())
def test_a_whole_date_is_itself(day: dt.date) -> None:
    date = PartialDate.of(day)

    assert date.date == date.earliest == date.latest == day
    assert PartialDate.parse(str(date)) == date


NO_DATES = {
    "the order of Vietnam": "21/06/2022",
    "a day without its nought": "2022-6-21",
    "a short year": "22",
    "a moment": "2022-06-21T09:00",
    "digits of another script": "२०२२",
    "space around it": " 2022",
    "a line end behind it": "2022\n",
    "nothing": "",
    "a day that is none": "2022-02-30",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_what_is_no_partial_date(text: str) -> None:
    with pytest.raises(ModelError, match=r"expected a date as 2022-06-21, 2022-06 or 2022, not|no such date as"):
        PartialDate.parse(text)


# ---- sittings --------------------------------------------------------------------------------------------------------


def test_a_sitting_may_know_its_day_part_alone() -> None:
    assert Sitting(day_part=DayPart.MORNING).start is None


def test_a_sitting_may_know_a_month_and_end_on_a_day_of_it() -> None:
    start, end = PartialDate.parse("2022-06"), PartialDate.parse("2022-06-22")

    assert Sitting(start=start, end=end).end == end


# ---- periods ---------------------------------------------------------------------------------------------------------

PERIODS: dict[str, tuple[Callable[[], Period], str, str, str | None]] = {
    # How it is made, its first and last day, and what it is called.
    "6 tháng đầu năm": (lambda: Period.first_half(2022), "2022-01-01", "2022-06-30", "6 tháng đầu năm 2022"),
    "6 tháng cuối năm": (lambda: Period.second_half(2022), "2022-07-01", "2022-12-31", "6 tháng cuối năm 2022"),
    "quý I": (lambda: Period.quarter(2023, 1), "2023-01-01", "2023-03-31", "quý I/2023"),
    "quý II": (lambda: Period.quarter(2023, 2), "2023-04-01", "2023-06-30", "quý II/2023"),
    "quý III": (lambda: Period.quarter(2023, 3), "2023-07-01", "2023-09-30", "quý III/2023"),
    "quý IV": (lambda: Period.quarter(2023, 4), "2023-10-01", "2023-12-31", "quý IV/2023"),
    "9 tháng đầu năm": (lambda: Period.months(2020, 1, 9), "2020-01-01", "2020-09-30", None),
    "two months, with a label": (
        lambda: Period.months(2021, 2, 3, "hai tháng"),
        "2021-02-01",
        "2021-03-31",
        "hai tháng",
    ),
    "tháng 2 of a leap year": (lambda: Period.month(2024, 2), "2024-02-01", "2024-02-29", "tháng 2/2024"),
    "năm": (lambda: Period.whole_year(2021), "2021-01-01", "2021-12-31", "năm 2021"),
    "nhiệm kỳ": (lambda: Period.years(2020, 2025), "2020-01-01", "2025-12-31", "2020-2025"),
    "một năm": (lambda: Period.years(2020, 2020), "2020-01-01", "2020-12-31", "2020-2020"),
}


@pytest.mark.parametrize(("make", "start", "end", "label"), PERIODS.values(), ids=PERIODS)
def test_a_period_has_its_first_and_last_day(
    make: Callable[[], Period], start: str, end: str, label: str | None
) -> None:
    period = make()

    assert (period.start.isoformat(), period.end.isoformat(), period.label) == (start, end, label)


NO_PERIODS: dict[str, tuple[Callable[[], Period], str]] = {
    "a fifth quarter": (lambda: Period.quarter(2023, 5), "a year has quarters 1 to 4, not 5"),
    "a quarter before the first": (lambda: Period.quarter(2023, 0), "a year has quarters 1 to 4, not 0"),
    "months that run back": (lambda: Period.months(2023, 6, 5), "months 6 to 5 are not a run within 1 to 12"),
    "a 13th month": (lambda: Period.month(2023, 13), "months 13 to 13 are not a run"),
    "a month before the first": (lambda: Period.months(2023, 0, 3), "months 0 to 3 are not a run"),
    "a year before the first": (lambda: Period.whole_year(0), "no such year as 0"),
    "a year past the last": (lambda: Period.first_half(10_000), "no such year as 10000"),
    "years that run back": (lambda: Period.years(2025, 2020), "year 2020 is before 2025"),
}


@pytest.mark.parametrize(("make", "sentence"), NO_PERIODS.values(), ids=NO_PERIODS)
def test_what_is_no_period(make: Callable[[], Period], sentence: str) -> None:
    with pytest.raises(ModelError, match=sentence):
        make()


YEARS = st.integers(1, 9999)


@given(YEARS)
def test_two_halves_and_four_quarters_and_twelve_months_make_a_year(year: int) -> None:
    whole = Period.whole_year(year)
    halves = [Period.first_half(year), Period.second_half(year)]
    quarters = [Period.quarter(year, each) for each in (1, 2, 3, 4)]
    months = [Period.month(year, each) for each in range(1, 13)]

    for parts in (halves, quarters, months):
        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
        for one, following in itertools.pairwise(parts):
            assert one.end + dt.timedelta(days=1) == following.start
    assert Period.years(year, year) == whole
