"""
Which communes, wards, townships and special zones a text names.
"""

from __future__ import annotations

import pytest
from small_articles import conference, page

from dccs_model import Parser
from dccs_model.places import Gazetteer

COMMUNE, WARD, TOWNSHIP, ZONE = "commune", "ward", "township", "special-zone"

NAMED = {
    # Words of an article, and the communes in them, with what they are.
    "xã": ("xã Ngọc Phụng họp dân", {"Ngọc Phụng": COMMUNE}),
    "phường": ("phường Hà Khánh họp dân", {"Hà Khánh": WARD}),
    "thị trấn": ("thị trấn Cồn họp dân", {"Cồn": TOWNSHIP}),
    "đặc khu": ("đặc khu Lý Sơn họp dân", {"Lý Sơn": ZONE}),
    "a numbered ward": ("phường 9 và phường 05 họp dân", {"9": WARD, "05": WARD}),
    "a number in the name": ("xã Sơn Kim 1", {"Sơn Kim 1": COMMUNE}),
    "a letter behind the name": ("xã Tân Thành A họp dân", {"Tân Thành A": COMMUNE}),
    "an apostrophe": ("xã Đạ M'Rông và xã K’Dang họp dân", {"Đạ M'Rông": COMMUNE, "K’Dang": COMMUNE}),
    "a name of the highlands": ("xã Ia Hrung và xã Ea Tóh họp dân", {"Ia Hrung": COMMUNE, "Ea Tóh": COMMUNE}),
    "an old commune": ("người dân xã Bình Minh cũ", {"Bình Minh": COMMUNE}),
    # ---- lists
    "one kind for all": (
        "các xã Xuân Dương, Thọ Thanh và Ngọc Phụng",
        {"Xuân Dương": COMMUNE, "Thọ Thanh": COMMUNE, "Ngọc Phụng": COMMUNE},
    ),
    "a colon": ("các xã: Co Mạ, Long Hẹ, É Tòng", {"Co Mạ": COMMUNE, "Long Hẹ": COMMUNE, "É Tòng": COMMUNE}),
    "a count": ("5 xã Vĩnh Linh, Cửa Tùng, Bến Quan", {"Vĩnh Linh": COMMUNE, "Cửa Tùng": COMMUNE, "Bến Quan": COMMUNE}),
    "two": ("hai xã A Lưới và A Roàng", {"A Lưới": COMMUNE, "A Roàng": COMMUNE}),
    "another kind at the end": (
        "các xã Xuân Dương, Thọ Thanh và thị trấn Cồn",
        {"Xuân Dương": COMMUNE, "Thọ Thanh": COMMUNE, "Cồn": TOWNSHIP},
    ),
    "a kind for each": ("phường Hà Khánh, xã Lê Ninh", {"Hà Khánh": WARD, "Lê Ninh": COMMUNE}),
    "numbered wards": ("các phường 5, 7 và 12", {"5": WARD, "7": WARD, "12": WARD}),
    "two lists": (
        "các xã: Đồng Tiến, Vân Sơn; các thị trấn: Triệu Sơn, Nưa",
        {"Đồng Tiến": COMMUNE, "Vân Sơn": COMMUNE, "Triệu Sơn": TOWNSHIP, "Nưa": TOWNSHIP},
    ),
    "districts in brackets": (
        "các xã A Ngo, Tà Rụt (huyện Đakrông), Ba Lòng",
        {"A Ngo": COMMUNE, "Tà Rụt": COMMUNE, "Ba Lòng": COMMUNE},
    ),
    # ---- inside other words
    "in a post": ("đồng chí Lê Án, Bí thư Đảng ủy xã Phú Xuân", {"Phú Xuân": COMMUNE}),
    "between a post and a name": ("Chủ tịch UBND xã Yên Sơn Vi Văn Quý nêu ý kiến", {"Yên Sơn": COMMUNE}),
    "in a body": ("Trạm Y tế xã Bom Bo được sửa", {"Bom Bo": COMMUNE}),
    # ---- none
    "a village, a district and a province": ("thôn Khe Năm, huyện Hương Sơn, tỉnh Hà Tĩnh", {}),
    "a kind without a name": ("các xã, phường trên địa bàn và lãnh đạo xã", {}),
    "what kind of commune": ("xã biên giới, xã nông thôn mới, xã đội", {}),
    "a person behind a post": ("Chủ tịch UBND xã Nguyễn Văn Án nêu ý kiến", {}),
    "a society": ("bảo đảm an sinh xã hội", {}),
    "a town": ("thị xã Kinh Môn họp dân", {}),
    "a number in the name, and a verb behind": ("xã Sơn Kim 1 họp dân", {"Sơn Kim 1": COMMUNE}),
    "a number in the name, and a year": ("xã Sơn Kim 1 năm 2020", {"Sơn Kim 1": COMMUNE}),
    "a number of something behind the name": ("xã Sơn Kim 5 hộ nghèo", {"Sơn Kim": COMMUNE}),
    "TT": ("TT Thường Xuân họp dân", {"Thường Xuân": TOWNSHIP}),
    "TT.": ("TT. Thường Xuân họp dân", {"Thường Xuân": TOWNSHIP}),
    "TT of something else": ("TT Hội nghị huyện, TT Huyện ủy họp dân", {}),
    "P.": ("P. Sa Huỳnh họp dân", {"Sa Huỳnh": WARD}),
    "P. of a post or an office": ("P. Giám đốc Sở, P. Nội vụ họp dân", {}),
    "capitals": ("xã XUÂN DƯƠNG họp dân", {"XUÂN DƯƠNG": COMMUNE}),
    "a short form in capitals": ("xã HĐND họp dân", {}),
}


@pytest.mark.parametrize(("words", "communes"), NAMED.values(), ids=NAMED)
def test_which_communes_are_named(words: str, communes: dict[str, str]) -> None:
    found = conference(f"Trong quý, {words}, kết quả đạt 98% kế hoạch.", title=None)

    assert {each.name: each.kind for each in found.communes} == communes


NOT_YET = {
    "a second name without the kind": (
        "dân xã Bình Ninh, Ngãi Tứ kêu nhiều",
        {"Bình Ninh": COMMUNE, "Ngãi Tứ": COMMUNE},
    ),
}


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(("words", "communes"), NOT_YET.values(), ids=NOT_YET)
def test_which_communes_are_not_found_yet(words: str, communes: dict[str, str]) -> None:
    found = conference(f"Trong quý, {words}, kết quả đạt 98% kế hoạch.", title=None)

    assert {each.name: each.kind for each in found.communes} == communes


NEIGHBOURS = {
    "two communes of one district": ("xã Xuân Dương, Thọ Thanh", ["Xuân Dương", "Thọ Thanh"]),
    "a commune and another district": ("xã Xuân Dương, Bá Thước", ["Xuân Dương"]),
    "a commune and what is none": ("xã Xuân Dương, Hội Nông dân", ["Xuân Dương"]),
}


def with_gazetteer(words: str) -> list[str]:
    parser = Parser(gazetteer=Gazetteer.default())
    found = parser.parse(page(f"Trong quý, dân {words} góp công, kết quả đạt 98% kế hoạch.", title=None)).conference
    assert found is not None
    return [each.name for each in found.communes]


@pytest.mark.parametrize(("words", "communes"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_a_gazetteer_tells_what_goes_on_behind_one_kind(words: str, communes: list[str]) -> None:
    assert with_gazetteer(words) == communes


@pytest.mark.xfail(strict=True, reason="Thường Xuân is a township and a commune as well")
def test_the_district_behind_its_commune_is_no_commune() -> None:
    assert with_gazetteer("xã Xuân Dương, Thường Xuân") == ["Xuân Dương"]


def test_a_commune_counts_once_with_the_kind_that_is_said_anywhere() -> None:
    found = conference(
        "Cụm gồm Xuân Dương, Thọ Thanh, Ngọc Phụng.",
        "Xã Thọ Thanh đã trồng 25 ha rừng; xã Thọ Thanh kết nạp 6 đảng viên.",
        title=None,
        lead="Sáng ngày 5/7/2022, cụm trung tâm tổ chức hội nghị giao ban quý II.",
    )

    assert [(each.name, each.kind) for each in found.communes] == [
        ("Xuân Dương", None),
        ("Thọ Thanh", COMMUNE),
        ("Ngọc Phụng", None),
    ]


def test_communes_come_in_the_order_of_the_text() -> None:
    found = conference(
        "Xã Lương Sơn và xã Vạn Xuân đã trồng 25 ha rừng.", title="Xã Vạn Xuân: giao ban quý II năm 2022"
    )

    assert [each.name for each in found.communes] == ["Vạn Xuân", "Lương Sơn"]


def test_the_district_in_brackets_is_the_communes_own() -> None:
    found = conference("Theo báo cáo, xã Nam Sơn (huyện Lý Nhân) đã trồng 25 ha rừng.")

    assert found.communes[0].district is not None
    assert found.communes[0].district.name == "Lý Nhân"


def test_where_a_commune_is_named_first() -> None:
    text = "Theo báo cáo, các xã Co Mạ và É Tòng đã trồng 25 ha rừng."
    found = conference(text, title=None, lead="Sáng ngày 5/7/2022, Huyện ủy tổ chức hội nghị giao ban.")

    assert [each.span and each.span.end - each.span.start for each in found.communes] == [
        len("xã Co Mạ"),
        len("É Tòng"),
    ]
