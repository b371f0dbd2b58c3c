"""
Whose cluster meets, and which communes it has.
"""

from __future__ import annotations

import pytest
from small_articles import conference

from dccs_model import Cluster


def cluster(words: str, *more: str) -> Cluster | None:
    lead = f"Sáng ngày 5/7/2022, {words} tổ chức hội nghị giao ban quý II năm 2022."
    return conference(*more, title=None, lead=lead).cluster


NAMES = [
    "trung tâm", "các xã trung tâm", "số 4", "số IV", "3", "I", "thi đua số 1", "thi đua 3", "các xã ven biển", "vùng cao",
    "vùng hạ", "phía Bắc", "phía Đông", "tả ngạn", "các xã biên giới", "các xã bãi bồi", "thi đua các xã ven sông", "Đầm Ròn",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_cluster_is_what_follows_the_word(name: str) -> None:
    found = cluster(f"cụm {name}")

    assert found is not None
    assert found.name == name


MEMBERS = {
    "bare names": (
        ["cụm trung tâm gồm Xuân Dương, Thọ Thanh, Ngọc Phụng"],
        ["Xuân Dương", "Thọ Thanh", "Ngọc Phụng"],
    ),
    "the township by its kind alone": (
        ["cụm trung tâm gồm Xuân Dương, Thọ Thanh, Thị Trấn"],
        ["Xuân Dương", "Thọ Thanh", "Thị Trấn"],
    ),
    "in brackets": (
        ["cụm số 4 (gồm các xã: Hải Châu, Hải Hòa và thị trấn Thịnh Long)"],
        ["Hải Châu", "Hải Hòa", "Thịnh Long"],
    ),
    "in brackets without a verb": (["cụm Đầm Ròn (các xã: Đạ Tông, Đạ M’Rông)"], ["Đạ Tông", "Đạ M’Rông"]),
    "behind a colon": (["4 xã cụm biên giới: Bản Máy, Thàng Tín và Pố Lồ"], ["Bản Máy", "Thàng Tín", "Pố Lồ"]),
    "a kind for each": (
        ["Cụm thi đua số 3 gồm phường Sa Huỳnh, xã Long Phụng và đặc khu Lý Sơn"],
        ["Sa Huỳnh", "Long Phụng", "Lý Sơn"],
    ),
    "wards that are numbers": (
        ["Cụm thi đua số 2 gồm các phường: Lộc Tiến, 1, 2 và xã Đại Lào"],
        ["Lộc Tiến", "1", "2", "Đại Lào"],
    ),
    "in a sentence of their own": (
        ["cụm số 4", "Cụm hiện có 3 xã: Co Mạ, Long Hẹ và Mường Bám."],
        ["Co Mạ", "Long Hẹ", "Mường Bám"],
    ),
    "among those who attend": (
        ["cụm tả ngạn", "Dự có bí thư các xã trong cụm là Đôn Phục, Mậu Đức, Cam Lâm."],
        ["Đôn Phục", "Mậu Đức", "Cam Lâm"],
    ),
    "none": (["cụm trung tâm", "Các xã trong cụm dự đông đủ."], []),
}


@pytest.mark.parametrize(("words", "members"), MEMBERS.values(), ids=MEMBERS)
def test_the_communes_of_a_cluster(words: list[str], members: list[str]) -> None:
    found = cluster(*words)

    assert found is not None
    assert [each.name for each in found.communes] == members


def test_the_communes_of_a_cluster_are_communes_of_the_article() -> None:
    found = conference(
        title=None, lead="Sáng 5/7/2022, cụm trung tâm gồm Xuân Dương, Thọ Thanh tổ chức hội nghị giao ban quý II."
    )

    assert found.cluster is not None
    assert found.communes == found.cluster.communes


NO_CLUSTERS = {
    "groups of factories": "xã Vạn Xuân, Xã có 2 cụm công nghiệp.",
    "groups of loudspeakers": "xã Vạn Xuân, Xã lắp 3 cụm loa không dây.",
    "groups of houses": "xã Vạn Xuân, Cụm dân cư thôn Lương Thiện họp sớm.",
}


@pytest.mark.parametrize("words", NO_CLUSTERS.values(), ids=NO_CLUSTERS)
def test_what_is_no_cluster(words: str) -> None:
    host, more = words.split(", ", 1)

    assert cluster(host, more) is None


AREAS = {
    "districts": (
        "cụm thi đua số 1 gồm các huyện: Thường Xuân, Như Xuân, Quan Hóa",
        ["Thường Xuân", "Như Xuân", "Quan Hóa"],
    ),
    "districts without their kind, and a town": (
        "Cụm số 1 gồm 3 đơn vị: Triệu Phong, Hải Lăng và thị xã Quảng Trị",
        ["Triệu Phong", "Hải Lăng", "Quảng Trị"],
    ),
    "provinces": ("Cụm thi đua số 5 gồm các tỉnh: An Giang, Cà Mau và Bạc Liêu", ["An Giang", "Cà Mau", "Bạc Liêu"]),
}


@pytest.mark.parametrize(("words", "areas"), AREAS.values(), ids=AREAS)
def test_districts_and_provinces_are_no_communes(words: str, areas: list[str]) -> None:
    found = conference(title=None, lead=f"Sáng ngày 5/7/2022, {words} tổ chức hội nghị giao ban quý II năm 2022.")

    assert found.communes == ()
    assert found.cluster is not None
    assert found.cluster.communes == ()


@pytest.mark.xfail(strict=True, reason="the areas of a cluster are not read")
@pytest.mark.parametrize(("words", "areas"), AREAS.values(), ids=AREAS)
def test_a_cluster_of_districts_or_provinces(words: str, areas: list[str]) -> None:
    found = cluster(words)

    assert found is not None
    assert [each.name for each in found.areas] == areas
