"""
Periods that are reviewed or planned, drawn in brackets in their text.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.text.periods import FoundPeriod, find_periods
from dccs_model.text.phrases import fold


def found_in(text: str) -> list[FoundPeriod]:
    return list(find_periods(fold(text), 0, len(text)))


def told(period: FoundPeriod) -> str:
    """
    The period in figures: "2022/01..06", "-/10..12" without its year, "2020-2025" for whole years.
    """
    first, last = period.months
    if period.shape == "years":
        return f"{period.year}-{period.last_year}"
    if period.shape == "year":
        return str(period.year)
    year = period.year or "-"
    return f"{year}/{first:02}" if first == last else f"{year}/{first:02}..{last:02}"


PERIODS = {
    # The text with its periods in brackets, and each in figures.
    "first months": ("sơ kết [6 tháng đầu năm 2022]", "2022/01..06"),
    "a leading nought": ("sơ kết [06 tháng đầu năm]", "-/01..06"),
    "months in words": ("sơ kết [sáu tháng đầu năm 2019]", "2019/01..06"),
    "a longer number in words": ("sơ kết [mười một tháng đầu năm 2020]", "2020/01..11"),
    "last months": ("nhiệm vụ [6 tháng cuối năm]", "-/07..12"),
    "what is left": ("nhiệm vụ [3 tháng còn lại của năm 2022]", "2022/10..12"),
    "both, with the year once": (
        "sơ kết [6 tháng đầu năm], nhiệm vụ [6 tháng cuối năm 2022]",
        "-/01..06",
        "2022/07..12",
    ),
    "nine and three months": ("kết quả [9 tháng đầu năm], nhiệm vụ [3 tháng cuối năm 2025]", "-/01..09", "2025/10..12"),
    "nine months of a year": ("giao ban [9 tháng năm 2025]", "2025/01..09"),
    "nine months": ("kết quả [9 tháng], nhiệm vụ", "-/01..09"),
    "half a year": ("kết quả [nửa đầu năm 2021], việc [nửa cuối năm]", "2021/01..06", "-/07..12"),
    "a quarter": ("giao ban [quý I]", "-/01..03"),
    "a quarter and a slash": ("giao ban [quý I/2023]", "2023/01..03"),
    "a quarter in figures": ("giao ban [quý 1/2019]", "2019/01..03"),
    "a quarter and a dot": ("giao ban [quý III.2017]", "2017/07..09"),
    "a quarter and a hyphen": ("giao ban [quý 3-2025]", "2025/07..09"),
    "a quarter and năm": ("giao ban [Quý II năm 2026]", "2026/04..06"),
    "the last quarter": ("bàn việc [quý IV]", "-/10..12"),
    "a month": ("phiên họp [tháng 05 năm 2023]", "2023/05"),
    "a month and a slash": ("phiên họp [tháng 7/2022]", "2022/07"),
    "a month without a year": ("giao ban [tháng 4], triển khai", "-/04"),
    "a year": ("tổng kết [năm 2021]", "2021"),
    "a term": ("đại hội [nhiệm kỳ 2020-2025]", "2020-2025"),
    "a term with spaces": ("đại hội [nhiệm kỳ 2020 – 2025]", "2020-2025"),
    "a stage": ("kế hoạch [giai đoạn 2021-2025]", "2021-2025"),
    "years in brackets": ("tổng kết 10 [năm (2010–2020])", "2010-2020"),
    "from year to year": ("kết quả [từ năm 2016 đến năm 2020]", "2016-2020"),
    "a space was lost behind the year": ("sơ kết [6 tháng đầu năm 2022]cụm Trung tâm", "2022/01..06"),
}


@pytest.mark.parametrize(("drawn", "figures"), [(each[0], each[1:]) for each in PERIODS.values()], ids=PERIODS)
def test_a_period(drawn: str, figures: tuple[str, ...]) -> None:
    text = drawn.replace("[", "").replace("]", "")
    insides = [part.split("]")[0] for part in drawn.split("[")[1:]]

    periods = found_in(text)

    assert [told(each) for each in periods] == list(figures)
    assert [text[each.start : each.end] for each in periods] == insides


CLOSING = {"6 tháng cuối năm": True, "quý IV": True, "nửa cuối năm": True, "6 tháng đầu năm": False, "quý I": False}


@pytest.mark.parametrize(("text", "closing"), CLOSING.items())
def test_whether_a_period_closes_the_year(text: str, closing: bool) -> None:
    (found,) = found_in(text)

    assert found.closing is closing


NO_PERIODS = [
    "những tháng cuối năm",
    "giữa nhiệm kỳ",
    "sau 7 năm thực hiện",
    "qua 15 năm",
    "trong 9 tháng qua",
    "trẻ từ 6 tháng tuổi",
    "công trình chậm 3 tháng so với hẹn",
    "năm học 2022-2023",
    "quý V",
    "tháng 13",
    "nhiệm kỳ 2025-2020",
    "ngày 21/6/2022",
]


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_only_looks_like_a_period(text: str) -> None:
    assert found_in(text) == []


@given(st.integers(1900, 2099), st.sampled_from(["I", "II", "III", "IV"]), st.sampled_from(["/", " năm ", "-", "."]))
def test_each_quarter_is_read_in_each_form(year: int, quarter: str, mark: str) -> None:
    (found,) = found_in(f"giao ban quý {quarter}{mark}{year}, xã họp")
    number = ["I", "II", "III", "IV"].index(quarter)

    assert (found.year, found.months) == (year, (3 * number + 1, 3 * number + 3))


@given(st.text(alphabet="0123456789/.-, quýIV tháng năm đầu cuối nhiệm kỳ\n()", max_size=60))
def test_whatever_is_read_can_be_a_period(text: str) -> None:
    for found in found_in(text):
        first, last = found.months
        assert 0 <= found.start < found.end <= len(text)
        assert 1 <= first <= last <= 12
        assert found.year is None or str(found.year) in text[found.start : found.end]
        assert (found.year is None) == (found.last_year is None)
        assert found.year is None or found.last_year is None or found.year <= found.last_year
