"""
The place where the conference was held.
"""

from __future__ import annotations

import pytest
from small_articles import conference

from dccs_model import Venue


def venue(lead: str) -> Venue | None:
    return conference(title=None, lead=lead).venue


PLACES = {
    # A place, and the commune that it lies in.
    "xã Vạn Xuân": "Vạn Xuân",
    "trụ sở xã Hải Châu": "Hải Châu",
    "Hội trường UBND huyện": None,
    "Hội trường tầng 2 UBND xã": None,
    "Hội trường A Đảng ủy phường": None,
    "Phòng họp số 1 trụ sở Đảng ủy phường": None,
    "Nhà văn hóa xã Phú Xuân": "Phú Xuân",
    "hội trường Trường THCS Phạm Văn Đồng": None,
    "TP Long Xuyên": None,
    "Tỉnh ủy Đồng Nai": None,
    "UBND xã Thàng Tín": "Thàng Tín",
    "Nhà văn hóa cộng đồng xã Đôn Phục": "Đôn Phục",
    "Trung tâm Văn hóa - Thể thao phường": None,
    "nhà sinh hoạt cộng đồng thôn": None,
    "Nhà đa năng Trường PTDTBT Tiểu học số 2 Phong Hải": None,
    "sân chơi chung cư An Phúc": None,
}


@pytest.mark.parametrize("place", PLACES)
def test_the_place_at_the_head_of_the_lead(place: str) -> None:
    found = venue(f"Sáng ngày 5/7/2022, tại {place}, Huyện ủy Thường Xuân tổ chức hội nghị giao ban quý II.")

    assert found is not None
    assert (found.text, found.commune and found.commune.name) == (place, PLACES[place])


@pytest.mark.parametrize("place", PLACES)
def test_the_place_at_the_end_of_the_lead(place: str) -> None:
    found = venue(f"Hội nghị giao ban quý II của huyện Thường Xuân diễn ra sáng 5/7/2022 tại {place}.")

    assert found is not None
    assert found.text == place


@pytest.mark.parametrize(
    ("lead", "place"),
    {
        "tại xã Phú Xuân UBND xã tổ chức hội nghị giao ban.": "xã Phú Xuân",
        "tại tỉnh Khánh Hòa Hiệp hội Nghề cá tổ chức hội nghị giao ban.": "tỉnh Khánh Hòa",
        "tại Trường THPT Lê Lợi Huyện ủy Thường Xuân tổ chức hội nghị.": "Trường THPT Lê Lợi",
    }.items(),
)
def test_a_place_ends_where_the_body_begins_that_holds_the_conference(lead: str, place: str) -> None:
    found = venue(f"Sáng ngày 5/7/2022, {lead}")

    assert found is not None
    assert found.text == place


def test_the_place_in_a_sentence_of_its_own() -> None:
    found = conference("Hội nghị diễn ra tại Nhà văn hóa xã Phú Xuân.", title=None).venue

    assert found is not None
    assert found.text == "Nhà văn hóa xã Phú Xuân"


NO_PLACES = {
    "the meeting itself": "Sáng ngày 5/7/2022, tại hội nghị giao ban quý II, Huyện ủy Thường Xuân khen 5 tập thể.",
    "a count of bodies": "Sáng ngày 5/7/2022, Huyện ủy tổ chức hội nghị về kết quả kiểm tra tại 5 đơn vị.",
    "a decision": "Sáng ngày 5/7/2022, Huyện ủy tổ chức hội nghị theo phân công tại Quyết định số 12-QĐ/HU.",
    "the subject of the meeting": "Sáng 5/7/2022, Huyện ủy họp bàn việc giải phóng mặt bằng tại xã Vạn Xuân.",
    "none": "Sáng ngày 5/7/2022, Huyện ủy Thường Xuân tổ chức hội nghị giao ban quý II.",
}


@pytest.mark.parametrize("lead", NO_PLACES.values(), ids=NO_PLACES)
def test_what_is_no_place(lead: str) -> None:
    assert venue(lead) is None


NO_PLACES_YET = {
    "an end of a connection": "Sáng 5/7/2022, tại điểm cầu xã Vạn Xuân, đồng chí Lê Án, Bí thư Đảng ủy dự hội nghị trực tuyến.",
}


@pytest.mark.xfail(strict=True, reason="each tại of the lead is taken for the place")
@pytest.mark.parametrize("lead", NO_PLACES_YET.values(), ids=NO_PLACES_YET)
def test_what_is_taken_for_a_place(lead: str) -> None:
    assert venue(lead) is None


def test_where_the_place_is_said() -> None:
    lead = "Sáng ngày 5/7/2022, tại Hội trường UBND huyện, Huyện ủy tổ chức hội nghị giao ban quý II."
    found = venue(lead)

    assert found is not None
    assert found.span is not None
    assert found.span.of(lead) == "Hội trường UBND huyện"
