"""
Figures with their units inside a finding, and what is said of them.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_articles import conference

from dccs_model import Measure


def measures(words: str) -> list[Measure]:
    found = conference(f"Theo báo cáo, các xã đã {words}.").findings
    assert len(found) == 1
    return list(found[0].measures)


def told(words: str) -> list[str]:
    return [f"{each.quantity} {each.unit}" for each in measures(words)]


FIGURES = {
    "trồng 25 ha rừng": ["25 ha"],
    "xây 3,4km đường": ["3.4 km"],
    "hiến 9.650 m2 đất": ["9650 m2"],
    "san 4.000 m³ đất": ["4000 m³"],
    "đạt năng suất 71,5 tạ/ha": ["71.5 tạ/ha"],
    "thu 24 nghìn tấn lúa": ["24 nghìn tấn"],
    "đạt 98,5% kế hoạch": ["98.5 %"],
    "đạt 12.5%": ["12.5 %"],
    "thu 1.846 tỷ đồng": ["1846 tỷ đồng"],
    "thu 12 tỷ 450 triệu đồng": ["12.45 tỷ đồng"],
    "chi 62.500.000 đồng": ["62500000 đồng"],
    "góp 85.000đ/hội viên": ["85000 đ/hội viên"],
    "đạt thu nhập 92 triệu đồng/người/năm": ["92 triệu đồng/người/năm"],
    "họp 35 cuộc": ["35 cuộc"],
    "đón 1.200 lượt người": ["1200 lượt người"],
    "kết nạp 10 đảng viên mới": ["10 đảng viên"],
    "giúp 29 hộ nghèo": ["29 hộ"],
    "làm 02 công trình": ["2 công trình"],
    "xóa 6 căn nhà tạm": ["6 căn nhà"],
    "mở 48 hội nghị đối thoại": ["48 hội nghị"],
    "sửa 28 tuyến hẻm": ["28 tuyến hẻm"],
    "trồng 5 cây số đường hoa": ["5 cây số"],
    "khám cho 28.640 người, đạt 81,3% dân số": ["28640 người", "81.3 %"],
    "tiếp 198 lượt/221 người": ["198 lượt", "221 người"],
    # ---- a range gives both ends
    "đạt thu nhập 8 - 11 triệu đồng/tháng": ["8 triệu đồng/tháng", "11 triệu đồng/tháng"],
    "bán giá 95 - 110 ngàn đồng/kg": ["95 ngàn đồng/kg", "110 ngàn đồng/kg"],
    # ---- the length of a delay
    "làm chậm 5 tháng một công trình": ["5 tháng"],
    "trả hồ sơ chậm 2 – 3 ngày": ["2 ngày", "3 ngày"],
    # ---- no figures
    "đạt 3/4 chỉ tiêu": [],
    "đạt 19/19 tiêu chí": [],
    "phủ sóng 4G": [],
    "hoàn thành trước ngày 30/9": [],
    "thực hiện Nghị quyết số 26-NQ/TW": [],
    "sửa quốc lộ 16, đường tỉnh 359": [],
    "lắp camera ở hẻm 72, khu phố 5": [],
    "đạt chuẩn năm 2022, sau 7 năm thực hiện": [],
    "hoàn thành nhiệm vụ 6 tháng đầu năm": [],
    "tổ chức hội thi lần thứ 5": [],
}


@pytest.mark.parametrize(("words", "figures"), FIGURES.items())
def test_which_figures_a_finding_holds(words: str, figures: list[str]) -> None:
    assert told(words) == figures


BOUNDS = {
    "kết nạp ít nhất 20 đảng viên": "at-least",
    "đạt từ 9,5% trở lên": "at-least",
    "giữ không quá 10 hộ nghèo": "at-most",
    "đạt trên 90%": "more-than",
    "giải quyết hơn 600 hồ sơ": "more-than",
    "đón gần 500 lượt khách": "less-than",
    "tiếp khoảng 120 lượt công dân": "about",
    "trồng 25 ha rừng": None,
}


@pytest.mark.parametrize(("words", "bound"), BOUNDS.items())
def test_how_a_figure_is_meant(words: str, bound: str | None) -> None:
    assert [each.bound for each in measures(words)] == [bound]


CHANGES = {
    # Whether it rose or fell, and against what.
    "tăng 7,36% so với cùng kỳ năm trước": ("increase", "cùng kỳ năm trước"),
    "tăng 21 vụ so cùng kỳ": ("increase", "cùng kỳ"),
    "giảm 3,4% so với năm 2021": ("decrease", "năm 2021"),
    "đạt 105% kế hoạch": (None, "kế hoạch"),
    "đạt 75% khu phố": (None, None),
    "trồng 25 ha rừng": (None, None),
}


@pytest.mark.parametrize(("words", "change"), CHANGES.items())
def test_whether_a_figure_is_a_rise_or_a_fall(words: str, change: tuple[str | None, str | None]) -> None:
    (only,) = measures(words)

    assert (only.change, only.baseline) == change


def test_a_figure_is_exact() -> None:
    assert measures("thu 12 tỷ 450 triệu đồng")[0].quantity == Decimal("12.45")


def test_where_a_figure_stands() -> None:
    (only,) = measures("thu 1.846 tỷ đồng")

    assert only.span is not None
    assert only.span.end - only.span.start == len("1.846 tỷ đồng")


def test_a_figure_outside_of_a_finding_is_none() -> None:
    found = conference("Dự hội nghị có 246 đại biểu; đồng chí Lê Án, Bí thư Huyện ủy trao 5 giấy khen.")

    assert [measure for each in found.findings for measure in each.measures] == []
