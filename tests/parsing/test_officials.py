"""
Officials as the genre writes them: honorific, name and posts, in every order and with every mark.

Each row is a sentence of an article, and the officials that a careful reader finds in it, with their posts.
"""

from __future__ import annotations

import pytest
from small_articles import conference, people

from dccs_model import Level, PositionStatus, Rank

INTRODUCED = {
    # ---- an honorific, the name, the post
    "đồng chí": ("Dự có đồng chí Lê Văn Án, Bí thư Huyện ủy.", "Lê Văn Án: Bí thư Huyện ủy"),
    "ông": ("Dự có ông Lương Ngọc Lân, Giám đốc Sở NN&PTNT.", "Lương Ngọc Lân: Giám đốc Sở NN&PTNT"),
    "bà": ("Dự có bà Trịnh Thị Mây, Phó Chủ tịch HĐND huyện.", "Trịnh Thị Mây: Phó Chủ tịch HĐND huyện"),
    "đ/c": ("Dự có đ/c Lò Thị Ún, Phó Bí thư Huyện ủy.", "Lò Thị Ún: Phó Bí thư Huyện ủy"),
    "a rank": ("Dự có Đại tá Ngô Như Bách, Trưởng Công an huyện.", "Ngô Như Bách: Trưởng Công an huyện"),
    "đồng chí and a rank": (
        "Dự có đồng chí Thượng tá Vi Văn Bách, Trưởng Công an huyện.",
        "Vi Văn Bách: Trưởng Công an huyện",
    ),
    "a rank and no post": ("Dự có Trung tá Nay Thuật.", "Nay Thuật"),
    "degrees": ("Dự có TS Lê Văn Án, ThS. Vi Thị Hoa và PGS.TS. Hà Lan Anh.", "Lê Văn Án", "Vi Thị Hoa", "Hà Lan Anh"),
    "a monk": ("Hòa thượng Kim Sóc, Trụ trì chùa Ông Rùm, dự hội nghị.", "Kim Sóc: Trụ trì chùa Ông Rùm"),
    "a heroine": ("Dự có Mẹ Việt Nam Anh hùng Vi Thị Hoa.", "Vi Thị Hoa"),
    "a composer": ("Dự có nhạc sĩ Lê Văn Án.", "Lê Văn Án"),
    # ---- marks between the name and the post
    "a hyphen": ("Dự có đồng chí Lê Văn Án - Bí thư Huyện ủy.", "Lê Văn Án: Bí thư Huyện ủy"),
    "a hyphen glued to the name": ("Dự có đồng chí Lê Văn Án- Bí thư Huyện ủy.", "Lê Văn Án: Bí thư Huyện ủy"),
    "a hyphen glued to the post": ("Dự có đồng chí Lê Văn Án -Bí thư Huyện ủy.", "Lê Văn Án: Bí thư Huyện ủy"),
    "a hyphen glued to both": ("Dự có đ/c Lê Văn Án-Phó trưởng Ban Dân vận.", "Lê Văn Án: Phó trưởng Ban Dân vận"),
    "a dash and a comma": ("Dự có ông Đỗ Ân –, Phó Chủ tịch UBND huyện.", "Đỗ Ân: Phó Chủ tịch UBND huyện"),
    "a space before the comma": ("Dự có đ/c Đỗ Xuân Nam , Bí thư Huyện ủy.", "Đỗ Xuân Nam: Bí thư Huyện ủy"),
    "brackets": (
        "Bà Lê Thị Tiên (Phó Bí thư Đảng ủy, Chủ tịch UBND xã) chủ trì hội nghị.",
        "Lê Thị Tiên: Phó Bí thư Đảng ủy; Chủ tịch UBND xã",
    ),
    "where someone stands in a picture": (
        "Ông Lê Văn Án (thứ hai từ trái sang), Phó Bí thư Đảng ủy trao quà cho các hộ nghèo.",
        "Lê Văn Án: Phó Bí thư Đảng ủy",
    ),
    "a teacher": (
        "Thầy giáo Lê Văn Án, Hiệu trưởng Trường THCS Yên Nhân kiến nghị xây thêm phòng học.",
        "Lê Văn Án: Hiệu trưởng Trường THCS Yên Nhân",
    ),
    "no mark": ("Dự có đồng chí Đỗ Văn Ân bí thư huyện ủy.", "Đỗ Văn Ân: bí thư huyện ủy"),
    "no mark, and a verb behind": (
        "Đồng chí Hà Thị Bình Phó Bí thư Thường trực Đảng ủy ghi nhận ý kiến của các xã.",
        "Hà Thị Bình: Phó Bí thư Thường trực Đảng ủy",
    ),
    # ---- the post before the name
    "on the word of another": (
        "Được sự đồng ý của Chủ tịch UBND tỉnh, Phó Chủ tịch Thường trực Lê Văn Án dẫn đầu đoàn công tác.",
        "Lê Văn Án: Phó Chủ tịch Thường trực",
    ),
    "post, province, name": ("Chủ tịch UBND tỉnh Phạm Anh Tuấn phát biểu.", "Phạm Anh Tuấn: Chủ tịch UBND tỉnh"),
    "post, committee, name": ("Bí thư Tỉnh ủy Hồ Quốc Dũng phát biểu.", "Hồ Quốc Dũng: Bí thư Tỉnh ủy"),
    "post, ward, name": (
        "Bí thư Đảng ủy phường Sa Huỳnh Võ Thị Thanh Kiều chủ trì hội nghị.",
        "Võ Thị Thanh Kiều: Bí thư Đảng ủy phường Sa Huỳnh",
    ),
    "two with their posts before": (
        "Trưởng phòng Nội vụ Lê Văn Án và Chủ tịch UBND xã Vạn Xuân Vi Thị Hoa phát biểu.",
        "Lê Văn Án: Trưởng phòng Nội vụ",
        "Vi Thị Hoa: Chủ tịch UBND xã Vạn Xuân",
    ),
    "two with their posts before, and others": (
        "Dự có Phó Thủ tướng Lê Hòa Án, Trưởng ban Dân vận Trung ương Vi Thị Hoa và lãnh đạo các bộ.",
        "Lê Hòa Án: Phó Thủ tướng",
        "Vi Thị Hoa: Trưởng ban Dân vận Trung ương",
    ),
    # ---- several posts
    "a chain of dashes": (
        "Dự có đồng chí Hồ Văn Dần - Ủy viên BTV - Trưởng ban tổ chức huyện ủy.",
        "Hồ Văn Dần: Ủy viên BTV; Trưởng ban tổ chức huyện ủy",
    ),
    "commas": (
        "Dự có đồng chí Lê Án, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh.",
        "Lê Án: Ủy viên Trung ương Đảng; Bí thư Tỉnh ủy; Trưởng đoàn ĐBQH tỉnh",
    ),
    "no mark between posts": (
        "Dự có đồng chí Lê Án, UVBTV Trưởng ban Tuyên giáo Huyện ủy.",
        "Lê Án: UVBTV; Trưởng ban Tuyên giáo Huyện ủy",
    ),
    "kiêm": (
        "Dự có ông Danh Thanh Bình, Phó Bí thư Đảng ủy kiêm Chủ tịch UBND xã.",
        "Danh Thanh Bình: Phó Bí thư Đảng ủy; Chủ tịch UBND xã",
    ),
    "a comma inside a body": (
        "Dự có ông Lê Án, Trưởng phòng Kinh tế, Hạ tầng và Đô thị.",
        "Lê Án: Trưởng phòng Kinh tế, Hạ tầng và Đô thị",
    ),
    "a hyphen inside a body": (
        "Dự có bà Vi Hoa, Trưởng Ban Kinh tế - Ngân sách HĐND huyện.",
        "Vi Hoa: Trưởng Ban Kinh tế - Ngân sách HĐND huyện",
    ),
    "và inside a body": (
        "Dự có bà Vi Hoa, Trưởng Ban Tuyên giáo và Dân vận Huyện ủy.",
        "Vi Hoa: Trưởng Ban Tuyên giáo và Dân vận Huyện ủy",
    ),
    "the term is no part of a post": (
        "Dự có ông Lê Án, Bí thư Đảng ủy xã nhiệm kỳ 2020-2025; bà Vi Hoa, đại biểu Quốc hội khóa XV.",
        "Lê Án: Bí thư Đảng ủy xã",
        "Vi Hoa: đại biểu Quốc hội",
    ),
    # ---- lists
    "a colon and honorifics": (
        "Dự và chỉ đạo Hội nghị có: Ông Vũ Khởi – Phó Bí thư Huyện ủy; Ông Đào Anh – Chủ tịch UBND huyện.",
        "Vũ Khởi: Phó Bí thư Huyện ủy",
        "Đào Anh: Chủ tịch UBND huyện",
    ),
    "a colon and bare names": (
        "Chủ trì hội nghị là các đồng chí: Lê Án - Bí thư Huyện ủy, Chủ tịch HĐND huyện; Vi Hoa - Phó Bí thư Huyện ủy.",
        "Lê Án: Bí thư Huyện ủy; Chủ tịch HĐND huyện",
        "Vi Hoa: Phó Bí thư Huyện ủy",
    ),
    "đồng chí and a colon": ("Dự có đồng chí: Lê Án – Bí thư Huyện ủy.", "Lê Án: Bí thư Huyện ủy"),
    "the honorific once, semicolons": (
        "Các đồng chí: Lê Quốc Thái, Phó Bí thư Tỉnh ủy; Trần Thị Lệ, Phó Chủ tịch UBND tỉnh chủ trì hội nghị.",
        "Lê Quốc Thái: Phó Bí thư Tỉnh ủy",
        "Trần Thị Lệ: Phó Chủ tịch UBND tỉnh",
    ),
    "names alone": ("Các đồng chí Lê Án, Vi Hoa, Cầm Bá Đứng tham luận.", "Lê Án", "Vi Hoa", "Cầm Bá Đứng"),
    "a mark of its own for each": (
        "Dự có đồng chí Trần Hoà, Bí thư Đảng ủy, đồng chí Lê Mơ - Phó Chủ tịch UBND xã; Vi Quý (Trưởng Công an xã).",
        "Trần Hoà: Bí thư Đảng ủy",
        "Lê Mơ: Phó Chủ tịch UBND xã",
        "Vi Quý: Trưởng Công an xã",
    ),
    "và between two": (
        "Đồng chí Lê Án, Phó Bí thư, Chủ tịch UBND huyện và đồng chí Đỗ Tám, Trưởng phòng Y tế dự hội nghị.",
        "Lê Án: Phó Bí thư; Chủ tịch UBND huyện",
        "Đỗ Tám: Trưởng phòng Y tế",
    ),
    # ---- short forms, former and acting posts
    "short forms": (
        "Dự có ông Trần Bá, PCT UBND xã; bà Lê Thị Xuân, PBT Đảng ủy; ông Lê Án, HUV, Chánh VP Huyện ủy.",
        "Trần Bá: PCT UBND xã",
        "Lê Thị Xuân: PBT Đảng ủy",
        "Lê Án: HUV; Chánh VP Huyện ủy",
    ),
    "a former and an acting post": (
        "Dự có ông Đỗ Lạc, nguyên Bí thư Đảng ủy xã; bà Lê Gấm, quyền Chủ tịch UBND xã.",
        "Đỗ Lạc: nguyên Bí thư Đảng ủy xã",
        "Lê Gấm: quyền Chủ tịch UBND xã",
    ),
    "an office won at the meeting": (
        "Đại hội bầu đồng chí Bàn Thị Mẩy giữ chức Bí thư Chi bộ.",
        "Bàn Thị Mẩy: Bí thư Chi bộ",
    ),
    "the heading of a list names a body": (
        "Hội nghị diễn ra dưới sự chủ trì của các đồng chí Thường trực Huyện ủy: Lê Án - Bí thư Huyện ủy; Vi Hoa - Phó Bí thư.",
        "Lê Án: Bí thư Huyện ủy",
        "Vi Hoa: Phó Bí thư",
    ),
    "a small word and a short form inside a body": (
        "Dự có bà Đỗ Tám, Trưởng phòng Nông nghiệp và PTNT huyện.",
        "Đỗ Tám: Trưởng phòng Nông nghiệp và PTNT huyện",
    ),
    "a district that looks like a name": (
        "Dự có đồng chí Lù Seo Sính, Phó Bí thư Thường trực Huyện ủy Hoàng Su Phì.",
        "Lù Seo Sính: Phó Bí thư Thường trực Huyện ủy Hoàng Su Phì",
    ),
    "a number behind số": (
        "Dự có ông Vi Sơn, Bí thư Chi bộ tổ dân phố số 5.",
        "Vi Sơn: Bí thư Chi bộ tổ dân phố số 5",
    ),
    "a short form with a dot": ("Dự có ông Vi Sơn - ĐUV, CT.HĐND xã.", "Vi Sơn: ĐUV; CT.HĐND xã"),
    "an office won, in other words": ("Ông Lê Án trúng cử chức Chủ tịch Hội.", "Lê Án: Chủ tịch Hội"),
    "two syllables behind the highest posts": (
        "Tổng Bí thư Lò Án và Chủ tịch nước Vi Sơn dự hội nghị.",
        "Lò Án: Tổng Bí thư",
        "Vi Sơn: Chủ tịch nước",
    ),
    "a city that opens with a family name": (
        "Ông Lê Án, Phó Chủ tịch UBND TP Hà Nội chủ trì hội nghị.",
        "Lê Án: Phó Chủ tịch UBND TP Hà Nội",
    ),
}


@pytest.mark.parametrize(("sentence", "found"), [(row[0], row[1:]) for row in INTRODUCED.values()], ids=INTRODUCED)
def test_who_is_named_with_which_posts(sentence: str, found: tuple[str, ...]) -> None:
    assert people(sentence) == list(found)


NOT_YET = {
    "a secretary behind the chair": (
        "Chủ tọa hội nghị là ông Lê Án, thư ký là bà Vi Hoa.",
        "Lê Án",
        "Vi Hoa",
    ),
}


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(("sentence", "found"), [(row[0], row[1:]) for row in NOT_YET.values()], ids=NOT_YET)
def test_who_is_not_found_yet(sentence: str, found: tuple[str, ...]) -> None:
    assert people(sentence) == list(found)


# ---- names of all peoples --------------------------------------------------------------------------------------------

NAMES = [
    # Kinh
    "Nguyễn Thị Kim Liên", "Lê Án", "Tôn Nữ Diệu Liên", "Huỳnh Thị Tư Sương", "NGUYỄN THỊ HẰNG",
    # Tày, Nùng, Thái, Mường, Dao, Mông
    "Nông Thị Huyền", "Lường Văn Hặc", "Quàng Văn Hịa", "Cầm Bá Đứng", "Bạc Cầm Piêng", "Lò Thị Ún", "Bàn Thị Mẩy",
    "Triệu Tòn Phin", "Giàng A Páo", "Sùng Seo Pao", "Thào Thị Sua", "Mùa A Dia", "Lù Seo Sính", "Vừ Mí Già", "Tẩn A Sài",
    # Khmer, Chăm
    "Thạch Ngọc Dững", "Danh Thanh Bình", "Kim Thị Sa Rết", "Néang Sa Rết", "Kiên Thị Út",
    # the highlands
    "Y Thuyên Byă", "Y Bhem Ksor", "H'Nguyệt Mlô", "H’Nghin Niê", "K'Wân Ha Brơi", "Bon Yô Soan", "Liêng Hót Ha Sen",
    "Rơ Châm H'Len", "Rơ Mah Tuyn", "Siu Nghía", "Kpă Thuin", "Cil Múp K’Duyên", "Kơ Să Ha Bang", "Điểu Thị Xia", "Bríu Liếc",
    "Hồ Văn Pả",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_peoples(name: str) -> None:
    assert people(f"Dự hội nghị có đồng chí {name}, Bí thư Đảng ủy xã.") == [f"{name}: Bí thư Đảng ủy xã"]


@pytest.mark.xfail(strict=True, reason="a family name of four syllables is not read whole")
def test_a_royal_name() -> None:
    assert people("Dự có bà Công Tằng Tôn Nữ Mai, Chủ tịch Hội LHPN phường.") == [
        "Công Tằng Tôn Nữ Mai: Chủ tịch Hội LHPN phường"
    ]


# ---- one official, several mentions ----------------------------------------------------------------------------------

MERGED = {
    "the fuller form of a post, first": (
        "Đồng chí Hồ Dần, Trưởng Ban Tổ chức Huyện ủy chủ trì. Đồng chí Hồ Dần, Trưởng ban tổ chức, kết luận.",
        "Hồ Dần: Trưởng Ban Tổ chức Huyện ủy",
    ),
    "the fuller form of a post, last": (
        "Đồng chí Hồ Dần, Trưởng Ban Tổ chức chủ trì. Đồng chí Hồ Dần, Trưởng ban tổ chức huyện ủy, kết luận.",
        "Hồ Dần: Trưởng ban tổ chức huyện ủy",
    ),
    "a short form and its full one": (
        "Đồng chí Hồ Dần, Ủy viên BTV Huyện ủy chủ trì. Đồng chí Hồ Dần, Ủy viên Ban Thường vụ Huyện ủy, kết luận.",
        "Hồ Dần: Ủy viên Ban Thường vụ Huyện ủy",
    ),
    "a post more in the second mention": (
        "Đồng chí Hồ Dần, Phó Bí thư Huyện ủy chủ trì. Đồng chí Hồ Dần, Chủ tịch UBND huyện, kết luận.",
        "Hồ Dần: Phó Bí thư Huyện ủy; Chủ tịch UBND huyện",
    ),
    "the tone mark elsewhere": (
        "Đồng chí Hồ Hoà, Bí thư Huyện uỷ chủ trì. Đồng chí Hồ Hòa, Bí thư Huyện ủy, kết luận.",
        "Hồ Hoà: Bí thư Huyện uỷ",
    ),
    "the name alone": (
        "Đồng chí Hồ Dần, Bí thư Huyện ủy chủ trì. Đồng chí Hồ Dần kết luận.",
        "Hồ Dần: Bí thư Huyện ủy",
    ),
    "the given name": (
        "Bà Lê Thị Tiên, Bí thư Đảng ủy chủ trì. Theo bà Tiên, đường còn xấu.",
        "Lê Thị Tiên: Bí thư Đảng ủy",
    ),
    "the post alone": (
        "Đồng chí Hồ Dần, Bí thư Huyện ủy chủ trì. Đồng chí Bí thư Huyện ủy nhấn mạnh việc làm đường.",
        "Hồ Dần: Bí thư Huyện ủy",
    ),
}


@pytest.mark.parametrize(("text", "found"), MERGED.values(), ids=MERGED)
def test_one_official_of_several_mentions(text: str, found: str) -> None:
    assert people(text) == [found]


TIED = {
    # Who concludes, where the last sentence does not say it by the full name.
    "by the name": ("Đồng chí Hồ Dần kết luận hội nghị.", ["Hồ Dần"]),
    "by the given name": ("Ông Dần kết luận hội nghị.", ["Hồ Dần"]),
    "by the post": ("Kết luận hội nghị, đồng chí Bí thư Huyện ủy yêu cầu các xã làm đường.", ["Hồ Dần"]),
    "by a post that two could hold": ("Đồng chí Bí thư kết luận hội nghị.", []),
    "by a given name that two bear": ("Bà Tiên kết luận hội nghị.", []),
    "by a post that nobody holds": ("Đồng chí Trưởng Ban Nội chính kết luận hội nghị.", []),
}


@pytest.mark.parametrize(("last", "who"), TIED.values(), ids=TIED)
def test_a_mention_is_tied_where_only_one_can_be_meant(last: str, who: list[str]) -> None:
    found = conference(
        "Dự hội nghị có ông Hồ Dần, Bí thư Huyện ủy; bà Lê Thị Tiên, Bí thư Đảng ủy xã; bà Vi Thị Tiên, Trưởng phòng Y tế.",
        last,
    )

    assert [each.official.name for each in found.participants if "conclude" in each.roles] == who


def test_every_place_where_an_official_is_named_is_kept() -> None:
    found = conference(
        "Đồng chí Hồ Dần, Bí thư Huyện ủy dự hội nghị.", "Ông Dần phát biểu. Đồng chí Bí thư Huyện ủy kết luận."
    )

    assert len(found.participants[0].mentions) == 3


# ---- who is no official ----------------------------------------------------------------------------------------------

NOBODY = [
    "Dự hội nghị có các đồng chí Bí thư chi bộ, Trưởng thôn.",
    "Dự hội nghị có các đồng chí trong Ban Thường vụ Huyện ủy.",
    "Các đồng chí Thường trực Huyện ủy dự hội nghị.",
    "Các đại biểu học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Đoàn TNCS Hồ Chí Minh xã và Hội LHPN Việt Nam xã dự hội nghị.",
    "Hội nghị bàn việc mở đường Nguyễn Trãi và sửa Trường THPT Lê Hồng Phong.",
    "Xã được tặng Huân chương Hồ Chí Minh và Giải thưởng Tôn Đức Thắng.",
    "Quỹ Vừ A Dính trao học bổng cho học sinh Trường Tiểu học Kim Đồng.",
    "Đồng chí Trưởng Ban Dân vận Huyện ủy kết luận hội nghị.",
    "Đoàn Chủ tịch điều hành đại hội theo đúng chương trình.",
    "Ủy ban MTTQ Việt Nam xã Vạn Xuân phối hợp với Công an xã Lương Sơn.",
    "Xã Lê Lợi và xã Hồng Phong làm 3 km đường.",
    "246 đại biểu, 20 ông, bà trưởng bản dự hội nghị.",
    "Ảnh: Nguyễn Văn Toan",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_is_no_person_is_not_made_one(sentence: str) -> None:
    assert people(sentence) == []


# ---- a post in parts -------------------------------------------------------------------------------------------------

POSTS = {
    # A post, its rank, body and level, and its status.
    "Bí thư Huyện ủy": (Rank.HEAD, "Huyện ủy", Level.DISTRICT, None),
    "Phó Bí thư Thường trực Tỉnh ủy": (Rank.STANDING_DEPUTY, "Tỉnh ủy", Level.PROVINCE, None),
    "Phó Chủ tịch UBND xã": (Rank.DEPUTY, "Ủy ban nhân dân xã", Level.COMMUNE, None),
    "Trưởng Phòng Nông nghiệp và Phát triển nông thôn": (
        Rank.HEAD,
        "Phòng Nông nghiệp và Phát triển nông thôn",
        Level.DISTRICT,
        None,
    ),
    "Thứ trưởng Bộ Quốc phòng": (Rank.DEPUTY, "Bộ Quốc phòng", Level.CENTRAL, None),
    "Trưởng Ban Tổ chức Huyện ủy": (Rank.HEAD, "Ban Tổ chức Huyện ủy", Level.DISTRICT, None),
    "Ủy viên Trung ương Đảng": (Rank.MEMBER, None, Level.CENTRAL, None),
    "UVBTV": (Rank.MEMBER, "Ban Thường vụ", None, None),
    "Trưởng thôn Lương Thiện": (Rank.HEAD, None, Level.VILLAGE, None),
    "đại biểu Quốc hội": (Rank.DELEGATE, None, Level.CENTRAL, None),
    "chuyên viên Ban Dân vận Huyện ủy": (Rank.STAFF, "Ban Dân vận Huyện ủy", Level.DISTRICT, None),
    "nguyên Bí thư Đảng ủy xã": (Rank.HEAD, "Đảng ủy xã", Level.COMMUNE, PositionStatus.FORMER),
    "quyền Chủ tịch UBND huyện": (Rank.HEAD, "Ủy ban nhân dân huyện", Level.DISTRICT, PositionStatus.ACTING),
}


@pytest.mark.parametrize("post", POSTS)
def test_a_post_has_a_rank_a_body_and_a_level(post: str) -> None:
    rank, body, level, status = POSTS[post]
    (position,) = conference(f"Dự hội nghị có đồng chí Lê Văn Án, {post}.").officials[0].positions

    assert (position.text, position.rank, position.level, position.status) == (post, rank, level, status)
    assert body is None or position.organisation == body


UNFOLDED = {
    "UVBTV": "Ủy viên Ban Thường vụ",
    "TUV": "Tỉnh ủy viên",
    "HUV": "Huyện ủy viên",
    "TVTU": "Ủy viên Ban Thường vụ Tỉnh ủy",
    "ĐUV": "Đảng ủy viên",
    "PCT UBND xã": "Phó Chủ tịch Ủy ban nhân dân xã",
    "PBT Đảng ủy": "Phó Bí thư Đảng ủy",
    "Chủ tịch HĐND xã": "Chủ tịch Hội đồng nhân dân xã",
    "Chủ tịch UBMTTQ huyện": "Chủ tịch Ủy ban Mặt trận Tổ quốc huyện",
    "Ủy viên BCH Đảng bộ": "Ủy viên Ban Chấp hành Đảng bộ",
    "Ủy viên BTV Huyện ủy": "Ủy viên Ban Thường vụ Huyện ủy",
    "Chủ tịch Hội CCB xã": "Chủ tịch Hội Cựu chiến binh xã",
}


@pytest.mark.parametrize(("short", "full"), UNFOLDED.items())
def test_a_short_form_is_unfolded_beside_what_is_written(short: str, full: str) -> None:
    official = conference(f"Dự hội nghị có đồng chí Lê Văn Án, {short}.").officials[0]

    assert [(each.text, each.title) for each in official.positions] == [(short, full)]
    assert official.holds(full)


HONORIFICS = {
    "đồng chí": "Dự có đồng chí Lê Văn Án, Bí thư Huyện ủy.",
    "Ông": "Ông Lê Văn Án, Bí thư Huyện ủy dự hội nghị.",
    "đ/c": "Dự có đ/c Lê Văn Án, Bí thư Huyện ủy.",
    "Thượng tá": "Dự có Thượng tá Lê Văn Án, Trưởng Công an huyện.",
    "đồng chí Thượng tá": "Dự có đồng chí Thượng tá Lê Văn Án, Trưởng Công an huyện.",
    "ThS.": "Dự có ThS. Lê Văn Án, Hiệu trưởng.",
    None: "Dự có Bí thư Huyện ủy Lê Văn Án.",
}


@pytest.mark.parametrize("honorific", HONORIFICS, ids=str)
def test_what_stands_before_a_name_is_no_part_of_it(honorific: str | None) -> None:
    official = conference(HONORIFICS[honorific]).officials[0]

    assert (official.name, official.honorific) == ("Lê Văn Án", honorific)
