"""
When the conference was held: the day, its year, the part of the day and the hour.
"""

from __future__ import annotations

import datetime as dt

import pytest
from small_articles import codes

from dccs_model import ParsedArticle, Sitting, parse_article

HELD = ", xã Vạn Xuân tổ chức hội nghị giao ban công tác dân vận."


def parsed(*lines: str, published: str | None = None) -> ParsedArticle:
    return parse_article("\n".join(lines), published_at=dt.date.fromisoformat(published) if published else None)


def sitting(*lines: str, published: str | None = None) -> Sitting | None:
    found = parsed(*lines, published=published).conference
    assert found is not None
    return found.sitting


def held(*lines: str, published: str | None = None) -> str | None:
    """
    The first day, and the last one where it is another.
    """
    found = sitting(*lines, published=published)
    if found is None or found.start is None:
        return None
    return str(found.start) if found.end == found.start else f"{found.start}..{found.end}"


DAYS = {
    "day part, ngày, year": (f"Sáng ngày 5/7/2022{HELD}", "2022-07-05"),
    "the month in words": (f"Chiều ngày 5 tháng 7 năm 2022{HELD}", "2022-07-05"),
    "ngày alone": (f"Ngày 5/7/2022{HELD}", "2022-07-05"),
    "behind the dateline of a paper": (f"(BĐ) - Chiều 5.7.2022{HELD}", "2022-07-05"),
    "at the end of the sentence": ("Hội nghị giao ban xã Vạn Xuân diễn ra sáng 5-7-2022.", "2022-07-05"),
    "two days": (f"Trong 2 ngày 5 và 6/7/2022{HELD}", "2022-07-05..2022-07-06"),
    "from day to day": (f"Từ ngày 30/6 đến 2/7/2022{HELD}", "2022-06-30..2022-07-02"),
    "behind the date of a resolution": (
        f"Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2021, chiều ngày 5/7/2022{HELD}",
        "2022-07-05",
    ),
    "behind the date of a plan": (f"Thực hiện Kế hoạch số 12-KH/HU ngày 3/1/2022, ngày 5/7/2022{HELD}", "2022-07-05"),
    "beside an anniversary": (
        "Nhân kỷ niệm 75 năm Ngày Thương binh - Liệt sĩ (27/7/1947-27/7/2022), sáng 26/7/2022, xã Vạn Xuân tổ chức hội nghị.",
        "2022-07-26",
    ),
    "before a deadline": (
        f"Sáng 5/7/2022{HELD} Hội nghị thống nhất hoàn thành làm đường trước ngày 30/9/2022.",
        "2022-07-05",
    ),
}


@pytest.mark.parametrize(("lead", "day"), DAYS.values(), ids=DAYS)
def test_the_day_of_the_conference(lead: str, day: str) -> None:
    assert held(lead) == day


PARTS = {
    "Sáng 5/7/2022": "morning",
    "Trưa 5/7/2022": "noon",
    "Chiều 5/7/2022": "afternoon",
    "Tối 5/7/2022": "evening",
    "Sáng nay (5/7/2022)": "morning",
    "Ngày 5/7/2022": None,
}


@pytest.mark.parametrize(("opening", "part"), PARTS.items())
def test_the_part_of_the_day(opening: str, part: str | None) -> None:
    found = sitting(f"{opening}{HELD}")

    assert found is not None
    assert found.day_part == part


def test_the_part_of_the_day_without_a_day() -> None:
    found = sitting(f"Sáng nay{HELD}")

    assert found is not None
    assert (found.start, found.day_part) == (None, "morning")


HOURS = {"Vào lúc 14 giờ 30 ngày 5/7/2022": dt.time(14, 30), "8h00 sáng 5/7/2022": dt.time(8), "Sáng 5/7/2022": None}


@pytest.mark.parametrize(("opening", "hour"), HOURS.items())
def test_the_hour_it_began(opening: str, hour: dt.time | None) -> None:
    found = sitting(f"{opening}{HELD}")

    assert found is not None
    assert found.start_time == hour


# ---- the year --------------------------------------------------------------------------------------------------------

COMPLETED = {
    # What the article says, and the day with the year that follows from it.
    "a date of publication below": (
        ["Giao ban xã Vạn Xuân quý này", "06/07/2022 09:00", f"Sáng 5/7{HELD}"],
        "2022-07-05",
    ),
    "a date of publication in January": (
        ["Giao ban xã Vạn Xuân", "03/01/2023 09:00", f"Sáng 28/12{HELD}"],
        "2022-12-28",
    ),
    "the period of the headline": (["Giao ban 6 tháng đầu năm 2024 xã Vạn Xuân", f"Sáng 5/7{HELD}"], "2024-07-05"),
    "the year that is reviewed, in December": (
        ["Chiều 12/12, xã tổ chức hội nghị tổng kết năm 2023, triển khai nhiệm vụ năm 2024."],
        "2023-12-12",
    ),
    "the year that is reviewed, in January": (
        ["Sáng 9/1, xã tổ chức hội nghị tổng kết năm 2023, triển khai nhiệm vụ năm 2024."],
        "2024-01-09",
    ),
    "a quarter that is planned": (
        ["Sáng 5/1, xã tổ chức hội nghị giao ban quý IV, triển khai nhiệm vụ quý I năm 2023."],
        "2023-01-05",
    ),
    "the year that is planned, in December": (
        ["Chiều 20/12, xã tổ chức hội nghị triển khai nhiệm vụ năm 2023."],
        "2022-12-20",
    ),
    "the term that a congress opens": (
        ["Ngày 12/6, Hội Nông dân xã tổ chức Đại hội đại biểu nhiệm kỳ 2022 - 2027."],
        "2022-06-12",
    ),
    "the terms before and after a congress": (
        [
            "Ngày 12/6, Hội Nông dân xã tổ chức Đại hội tổng kết nhiệm kỳ 2017 - 2022, phương hướng nhiệm kỳ 2023 - 2028."
        ],
        "2023-06-12",
    ),
    "the terms of a congress": (
        ["Ngày 12/6, Chi bộ thôn tổ chức Đại hội tổng kết nhiệm kỳ 2020 - 2022, phương hướng nhiệm kỳ 2022 - 2025."],
        "2022-06-12",
    ),
}


@pytest.mark.parametrize(("lines", "day"), COMPLETED.values(), ids=COMPLETED)
def test_a_missing_year_follows_from_what_the_article_ties_to_the_conference(lines: list[str], day: str) -> None:
    assert held(*lines) == day
    assert "year-completed" in codes(parsed(*lines))


def test_a_missing_year_follows_from_what_the_caller_says() -> None:
    assert held(f"Sáng 5/7{HELD}", published="2022-07-06") == "2022-07-05"
    assert held(f"Sáng 28/12{HELD}", published="2023-01-03") == "2022-12-28"


def test_a_year_that_is_said_stays() -> None:
    lines = ["Giao ban xã Vạn Xuân", "06/07/2023 09:00", f"Sáng 5/7/2022{HELD}"]

    assert held(*lines) == "2022-07-05"
    assert "year-completed" not in codes(parsed(*lines))


def test_a_missing_year_is_never_made_up() -> None:
    found = parsed(f"Sáng 5/7{HELD}")

    assert found.conference is not None
    assert found.conference.sitting is not None
    assert (found.conference.sitting.start, found.conference.sitting.day_part) == (None, "morning")
    assert "year-unknown" in codes(found)


def test_the_day_that_was_completed_is_pointed_at() -> None:
    found = parsed("Giao ban 6 tháng đầu năm 2024 xã Vạn Xuân", f"Sáng 5/7{HELD}")
    (told,) = [each for each in found.diagnostics if each.code == "year-completed"]

    assert told.span is not None
    assert told.span.of(found.article.text) == "Sáng 5/7"
    assert "2024-07-05" in told.message


NO_DAY = {
    "none is told": "Vừa qua, xã Vạn Xuân tổ chức hội nghị giao ban công tác dân vận.",
    "only a deadline": "Xã Vạn Xuân tổ chức hội nghị giao ban, thống nhất làm xong đường trước ngày 30/9/2022.",
    "only a resolution": "Xã Vạn Xuân tổ chức hội nghị quán triệt Nghị quyết số 57-NQ/TW ngày 22/12/2024.",
}


@pytest.mark.parametrize("lead", NO_DAY.values(), ids=NO_DAY)
def test_a_conference_without_a_day(lead: str) -> None:
    assert held(lead) is None
    assert "no-sitting" in codes(parsed(lead))


def test_a_29_february_of_a_common_year_is_left_out() -> None:
    found = parsed(f"Sáng 29/2{HELD}", published="2023-03-01")

    assert "impossible-date" in codes(found)
    assert found.conference is not None
    assert found.conference.sitting is not None
    assert (found.conference.sitting.start, found.conference.sitting.day_part) == (None, "morning")


@pytest.mark.parametrize("day", ["31/2/2022", "31/4/2022", "29/2/2023"])
def test_a_day_that_cannot_be_is_left_out_and_told(day: str) -> None:
    found = parsed(f"Sáng {day}{HELD}")

    assert "impossible-date" in codes(found)
    assert found.conference is not None
    assert found.conference.sitting is not None
    assert found.conference.sitting.day_part == "morning"
