"""
Dates as Vietnamese news write them, drawn in brackets in their text.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.lexicon import Lexicon
from dccs_model.text.dates import DateGrammar, FoundDate
from dccs_model.text.phrases import fold

GRAMMAR = Lexicon.default().dates


def found_in(text: str, grammar: DateGrammar = GRAMMAR) -> list[FoundDate]:
    return list(grammar.find(fold(text), 0, len(text)))


def told(date: FoundDate) -> str:
    """
    The date in figures: "2022-06-21", "--06-21" without its year, a run with its last day.
    """
    year = date.year or "-"
    first = f"{year}-{date.month:02}-{date.day:02}"
    last = (
        ""
        if (date.month, date.day) == (date.last_month, date.last_day)
        else f"..{date.last_month:02}-{date.last_day:02}"
    )
    return first + last


ONE_DAY = {
    # The text with its date in brackets, the date, and the part of the day.
    "day part, ngày, all numbers": ("[Chiều ngày 21/6/2022], huyện họp", "2022-06-21", "chiều"),
    "leading noughts": ("[Sáng ngày 07/05/2026], xã họp", "2026-05-07", "sáng"),
    "day part, no year": ("[Chiều 26/6], xã họp", "--06-26", "chiều"),
    "hyphens": ("[Sáng 16-7], xã họp", "--07-16", "sáng"),
    "dots": ("[Chiều 21.4], xã họp", "--04-21", "chiều"),
    "ngày, no year": ("[Ngày 14/6], xã họp", "--06-14", None),
    "ngày, dots and a year": ("[Ngày 19.4.2019], quận họp", "2019-04-19", None),
    "ngày, hyphens": ("[Ngày 15-7], tỉnh họp", "--07-15", None),
    "hyphens and a year alone": ("Bài viết [7-4-2015] của xã", "2015-04-07", None),
    "this morning": ("[Sáng nay (13/7]), xã họp", "--07-13", "sáng"),
    "yesterday afternoon": ("[Chiều qua (23/7]), xã họp", "--07-23", "chiều"),
    "yesterday morning": ("[Sáng hôm qua 10/01], xã họp", "--01-10", "sáng"),
    "early today": ("[Sớm nay 5/7], xã họp", "--07-05", "sớm"),
    "noon": ("[Trưa 8/7], xã họp", "--07-08", "trưa"),
    "evening": ("[Tối 18/6], thôn họp", "--06-18", "tối"),
    "night": ("[Đêm 18/6], bản họp", "--06-18", "đêm"),
    "the month in words": ("[ngày 12 tháng 7 năm 2023] xã họp", "2023-07-12", None),
    "the month in words, no year": ("[Ngày 20 tháng 9], xã họp", "--09-20", None),
    "this morning, the month in words": ("[Sáng nay, ngày 30 tháng 12 năm 2021], xã họp", "2021-12-30", "sáng"),
    "day part, the month in words": ("[Sáng ngày 16 tháng 01 năm 2015], xã họp", "2015-01-16", "sáng"),
    "spaces inside": ("[ngày 01 /7/2022], xã họp", "2022-07-01", None),
    "spaces around hyphens": ("[Ngày 11 - 11 - 2023], xã họp", "2023-11-11", None),
    "at the end of a sentence": ("Hội nghị diễn ra [sáng 28-6].", "--06-28", "sáng"),
    "a space was lost behind the year": ("[Sáng 5/7/2022]cụm Trung tâm họp", "2022-07-05", "sáng"),
    "a weekday between": ("[Sáng thứ Hai, ngày 5/7], xã họp", "--07-05", "sáng"),
    "a weekday, and the date in brackets": ("[Sáng thứ Hai (5/7]), xã họp", "--07-05", "sáng"),
    "today, and the date in brackets": ("[Hôm nay (5/7]), xã họp", "--07-05", None),
    "yesterday": ("[Hôm qua, 5/7], xã họp", "--07-05", None),
    "a stamp": ("[Thứ Tư, 08/04/2015], 08:11 GMT+7", "2015-04-08", None),
}


@pytest.mark.parametrize(("drawn", "date", "day_part"), ONE_DAY.values(), ids=ONE_DAY)
def test_a_date_of_one_day(drawn: str, date: str, day_part: str | None) -> None:
    before, rest = drawn.split("[", 1)
    inside, after = rest.split("]", 1)

    (found,) = found_in(before + inside + after)

    assert (told(found), found.day_part) == (date, day_part)
    assert (before + inside + after)[found.start : found.end] == inside


SEVERAL_DAYS = {
    "two days of a count": ("[trong 2 ngày 21 và 22/6/2018], xã họp", "2018-06-21..06-22"),
    "two days, no year": ("[Trong 2 ngày 5 và 6/7], xã họp", "--07-05..07-06"),
    "from and to": ("[từ ngày 22 đến ngày 24 tháng 02], xã họp", "--02-22..02-24"),
    "from and to, of two months": ("[từ ngày 28/5 đến 3/6/2021], xã họp", "2021-05-28..06-03"),
    "from and to, ngày twice": ("[ngày 28/5 đến ngày 3/6], xã họp", "--05-28..06-03"),
    "a hyphen": ("[ngày 21-22/6/2018], xã họp", "2018-06-21..06-22"),
    "a comma": ("[ngày 21, 22/6], xã họp", "--06-21..06-22"),
    "three days": ("[Trong 3 ngày 5, 6 và 7/7/2022], xã họp", "2022-07-05..07-07"),
    "ngày twice": ("[Ngày 5 và ngày 6/7], xã họp", "--07-05..07-06"),
    "the month in words": ("[ngày 5 và 6 tháng 7 năm 2022], xã họp", "2022-07-05..07-06"),
}


@pytest.mark.parametrize(("drawn", "days"), SEVERAL_DAYS.values(), ids=SEVERAL_DAYS)
def test_a_run_of_days(drawn: str, days: str) -> None:
    before, rest = drawn.split("[", 1)
    inside, after = rest.split("]", 1)

    (found,) = found_in(before + inside + after)

    assert told(found) == days
    assert (before + inside + after)[found.start : found.end] == inside


CLOCKS = {
    "hours and minutes": ("vào lúc 14 giờ 00 ngày 10 tháng 02 năm 2023", (14, 0)),
    "hours alone": ("14 giờ ngày 5/7", (14, 0)),
    "h": ("7h00, ngày 05/08/2025", (7, 0)),
    "h30": ("lúc 8h30 ngày 5/7", (8, 30)),
    "a colon": ("Từ 8:15 sáng 5/7", (8, 15)),
    "none": ("Sáng ngày 5/7", None),
}


@pytest.mark.parametrize(("text", "clock"), CLOCKS.values(), ids=CLOCKS)
def test_the_hour_before_a_date(text: str, clock: tuple[int, int] | None) -> None:
    (found,) = found_in(text)

    assert found.clock == clock


NO_DATES = [
    "đạt 19/19 tiêu chí nông thôn mới",
    "đạt 3/4 chỉ tiêu",
    "12,6/19 tiêu chí",
    "Trong 02 ngày, lớp học có 5 chuyên đề",
    "gieo 1.200 ha lúa",
    "đường dây nóng 24/7",
    "tháng 7/2022",
    "tháng Giêng",
    "tại Quảng trường 30/10",
    "số 57-NQ/TW",
    "tỷ lệ 7.5%",
    "giá 15-16 triệu",
    "Sáng thứ Hai",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found_in(text) == []


def test_several_dates_in_one_text() -> None:
    text = "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024, chiều ngày 25/7/2025, xã họp (27/7/1947-27/7/2025)."

    assert [told(each) for each in found_in(text)] == ["2024-12-22", "2025-07-25", "1947-07-27", "2025-07-27"]


def test_a_part_of_the_day_is_a_word_of_the_grammar() -> None:
    grammar = DateGrammar(["rạng sáng"])

    assert [each.day_part for each in found_in("Rạng sáng 5/7, bản họp", grammar)] == ["rạng sáng"]
    assert found_in("Chiều 5/7, bản họp", grammar) == []


# ---- laws ------------------------------------------------------------------------------------------------------------

WRITTEN = [
    "ngày {0.day}/{0.month}/{0.year}",
    "Sáng {0.day}/{0.month}/{0.year}",
    "ngày {0.day:02}/{0.month:02}/{0.year}",
    "{0.day}-{0.month}-{0.year}",
    "Ngày {0.day}.{0.month}.{0.year}",
    "ngày {0.day} tháng {0.month} năm {0.year}",
    "Chiều ngày {0.day:02} tháng {0.month:02} năm {0.year}",
]


@given(st.dates(dt.date(1930, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(WRITTEN))
def test_each_day_is_read_in_each_form(day: dt.date, form: str) -> None:
    (found,) = found_in(f"Xã họp {form.format(day)}, huyện dự.")

    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(st.text(alphabet="0123456789/.-:, ngàytháng năm sáng và đến\n()", max_size=60))
def test_whatever_is_read_is_no_made_up_part(text: str) -> None:
    for found in found_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert 1 <= found.month <= 12
        assert found.day is None or 1 <= found.day <= 31
        assert found.year is None or str(found.year) in text[found.start : found.end]
        assert (found.month, found.day or 0) <= (found.last_month, found.last_day or 0)
