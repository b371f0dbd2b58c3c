"""
What the conference looks back on, and what it plans for.
"""

from __future__ import annotations

import pytest
from small_articles import conference

from dccs_model import Period


def told(period: Period | None) -> str | None:
    """
    The period in figures: "2022-01-01..06-30", "2020-2025" for one of several years.
    """
    if period is None:
        return None
    if period.start.year < period.end.year:
        return f"{period.start.year}-{period.end.year}"
    return f"{period.start:%Y-%m-%d}..{period.end:%m-%d}"


def periods(purpose: str, *more: str) -> tuple[str | None, str | None]:
    """
    The two periods of a conference of 5 July 2022 by what it was held for.
    """
    found = conference(*more, title=None, lead=f"Sáng ngày 5/7/2022, xã Vạn Xuân tổ chức hội nghị {purpose}.")
    return told(found.review_period), told(found.plan_period)


PURPOSES = {
    # ---- both
    "sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2022": ("2022-01-01..06-30", "2022-07-01..12-31"),
    "đánh giá kết quả 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2022": ("2022-01-01..09-30", "2022-10-01..12-31"),
    "giao ban quý II, triển khai nhiệm vụ quý III năm 2022": ("2022-04-01..06-30", "2022-07-01..09-30"),
    "giao ban quý IV, triển khai nhiệm vụ quý I năm 2023": ("2022-10-01..12-31", "2023-01-01..03-31"),
    "giao ban báo chí quý II và thông tin kinh tế - xã hội 6 tháng đầu năm 2022": ("2022-04-01..06-30", None),
    "giao ban tháng 6, bàn nhiệm vụ tháng 7": ("2022-06-01..06-30", "2022-07-01..07-31"),
    "tổng kết năm 2021, phương hướng nhiệm vụ năm 2022": ("2021-01-01..12-31", "2022-01-01..12-31"),
    "tổng kết công tác xây dựng Đảng năm 2021, nhiệm vụ năm 2022": ("2021-01-01..12-31", "2022-01-01..12-31"),
    'tổng kết phong trào "Dân vận khéo" năm 2021; phát động phong trào năm 2022': (
        "2021-01-01..12-31",
        "2022-01-01..12-31",
    ),
    "đánh giá kết quả thực hiện Nghị quyết HĐND năm 2021, thông qua kế hoạch phát triển kinh tế năm 2022": (
        "2021-01-01..12-31",
        "2022-01-01..12-31",
    ),
    "tổng kết giai đoạn 2016 – 2020, kế hoạch giai đoạn 2021-2025": ("2016-2020", "2021-2025"),
    "tổng kết nhiệm kỳ 2017 - 2022, đề ra nhiệm vụ nhiệm kỳ 2022 - 2027": ("2017-2022", "2022-2027"),
    # ---- one
    "giao ban quý I": ("2022-01-01..03-31", None),
    "giao ban quý 1/2022": ("2022-01-01..03-31", None),
    "giao ban quý II.2022": ("2022-04-01..06-30", None),
    "giao ban công tác 4 tháng năm 2022": ("2022-01-01..04-30", None),
    "đánh giá tình hình kinh tế - xã hội 5 tháng, bàn việc thu hoạch lúa": ("2022-01-01..05-31", None),
    "sơ kết sáu tháng đầu năm": ("2022-01-01..06-30", None),
    "giao ban 6 tháng đầu năm 2022cụm Trung tâm": ("2022-01-01..06-30", None),
    "tổng kết 10 năm (2010–2020) thực hiện Nghị quyết số 26": ("2010-2020", None),
    "triển khai nhiệm vụ năm 2022": (None, "2022-01-01..12-31"),
    "triển khai nhiệm vụ 6 tháng cuối năm": (None, "2022-07-01..12-31"),
    # ---- none
    "sơ kết giữa nhiệm kỳ 2020-2025": (None, None),
    "đánh giá giữa nhiệm kỳ việc thực hiện Nghị quyết Đại hội, nhiệm kỳ 2020 - 2025": (None, None),
    "giao ban công tác, bàn việc những tháng cuối năm": (None, None),
    "bàn giải pháp thực hiện nhiệm vụ những tháng cuối năm 2022": (None, None),
    "tổng kết công tác Hội, kỷ niệm 92 năm ngày thành lập": (None, None),
    "tổng kết Lễ hội Lam Kinh năm 2021": (None, None),
    "quán triệt Luật Đất đai năm 2013": (None, None),
    "phổ biến Nghị quyết nhiệm kỳ 2020-2025": (None, None),
}


@pytest.mark.parametrize(("purpose", "found"), PURPOSES.items())
def test_what_a_conference_is_held_for(purpose: str, found: tuple[str | None, str | None]) -> None:
    assert periods(purpose) == found


def test_the_period_of_a_report_that_was_heard_is_reviewed() -> None:
    report = "Hội nghị nghe báo cáo kết quả quý II, nhiệm vụ trọng tâm quý III năm 2022; các xã thảo luận sôi nổi."

    assert periods("giao ban công tác", report) == ("2022-04-01..06-30", "2022-07-01..09-30")


def test_the_purpose_comes_before_the_report() -> None:
    report = "Hội nghị nghe báo cáo kết quả năm 2021; các xã thảo luận sôi nổi."

    assert periods("giao ban quý II năm 2022", report)[0] == "2022-04-01..06-30"


def test_the_year_of_the_day_comes_before_a_year_of_the_report() -> None:
    report = "Hội nghị nghe báo cáo kết quả năm 2021; các xã thảo luận sôi nổi."

    assert periods("giao ban quý II", report)[0] == "2022-04-01..06-30"


def test_a_quarter_in_the_middle_of_a_report_is_no_period() -> None:
    report = "Xã sẽ mở 3 lớp tập huấn; bố trí 450 triệu đồng nạo vét kênh trong quý IV."

    assert periods("đối thoại với nông dân", "Dự có 85 hội viên.", "Các ý kiến tập trung về đất đai.", report) == (
        None,
        None,
    )


def test_the_periods_of_the_headline() -> None:
    found = conference(
        title="Xã Vạn Xuân: Sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm",
        lead="Sáng ngày 5/7/2022, xã Vạn Xuân tổ chức hội nghị giao ban.",
    )

    assert (found.review_period, found.plan_period) == (Period.first_half(2022), Period.second_half(2022))


def test_a_period_is_called_as_it_is_written() -> None:
    lead = "Sáng ngày 5/7/2022, xã tổ chức hội nghị sơ kết 06 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022."
    found = conference(title=None, lead=lead)

    assert found.review_period is not None
    assert found.review_period.label == "06 tháng đầu năm"
    assert found.review_period.span is not None
    assert found.review_period.span.of(lead) == "06 tháng đầu năm"


def test_without_any_year_there_is_no_period() -> None:
    found = conference(title=None, lead="Sáng 5/7, xã Vạn Xuân tổ chức hội nghị giao ban quý II.")

    assert found.review_period is None


def test_the_term_of_a_council_is_no_period() -> None:
    found = conference(title=None, lead="Sáng 5/7/2022, HĐND xã khóa XX, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ 5.")

    assert (found.review_period, found.plan_period) == (None, None)


def test_a_congress_plans_the_term_that_it_opens() -> None:
    found = conference(
        title="Đại hội Hội Nông dân xã Vạn Xuân lần thứ VIII, nhiệm kỳ 2022 - 2027",
        lead="Ngày 12/6/2022, Hội Nông dân xã Vạn Xuân tổ chức Đại hội đại biểu lần thứ VIII, nhiệm kỳ 2022 - 2027.",
    )

    assert told(found.plan_period) == "2022-2027"


def test_a_congress_looks_back_on_the_term_that_ends_where_the_next_begins() -> None:
    found = conference(
        "Nhiệm kỳ 2020 - 2025, Đảng bộ xã đã lãnh đạo hoàn thành 22 chỉ tiêu.",
        title="Đảng bộ xã Vạn Xuân tổ chức Đại hội lần thứ XXIV, nhiệm kỳ 2025 - 2030",
        lead="Ngày 15/5/2025, tại Trung tâm Hội nghị huyện, Đảng bộ xã tổ chức Đại hội lần thứ XXIV.",
    )

    assert (told(found.review_period), told(found.plan_period)) == ("2020-2025", "2025-2030")
