"""
The layout of a page: headline, captions, bylines, what stands twice, wrapped lines and what a portal adds.
"""

from __future__ import annotations

import pytest
from small_articles import LEAD, TITLE, codes, page, read, who

from dccs_model import Article, parse_article

NEXT = "Các xã thảo luận, làm rõ kết quả quý II; nhiều ý kiến tập trung vào việc làm đường."


def article(*lines: str) -> Article:
    return parse_article("\n".join(lines)).article


# ---- headline --------------------------------------------------------------------------------------------------------

HEADLINES = {
    "the first line": [TITLE, LEAD],
    "below the path of the page": ["Trang chủ » Tin tức » Tin trong huyện", TITLE, LEAD],
    "below a path with slashes": ["Trang chủ / Tin trong huyện", TITLE, LEAD],
    "below the words of a portal": ["Xuất bản thông tin", TITLE, "Chi tiết bài viết Tin tức", LEAD],
    "below the name of a part of the site": ["Hoạt động của đại biểu dân cử", "Ngày 06/07/2022", TITLE, LEAD],
    "behind null, and again": [f"null {TITLE}", "Chi tiết bài viết Tin tức", TITLE, LEAD],
    "below the publication date": ["Ngày 06/07/2022 09:00:00", TITLE, LEAD],
    "above the publication date": [TITLE, "Ngày 06/07/2022 09:00:00", LEAD],
    "above the buttons": [TITLE, "A- A A+", "In trang | Gửi email | Cỡ chữ", LEAD],
    "above the author": [TITLE, "Mỹ Hạnh", "06/07/2022 10:00", LEAD],
}


@pytest.mark.parametrize("lines", HEADLINES.values(), ids=HEADLINES)
def test_the_headline_is_a_line_of_its_own(lines: list[str]) -> None:
    assert article(*lines).title == TITLE


def test_a_headline_in_capitals_is_kept_as_it_is_written() -> None:
    assert article(TITLE.upper(), LEAD).title == TITLE.upper()


NO_HEADLINES = {"the lead at once": [LEAD, NEXT], "a headline that runs into the text": [f"{TITLE} {LEAD}", NEXT]}


@pytest.mark.parametrize("lines", NO_HEADLINES.values(), ids=NO_HEADLINES)
def test_a_text_without_a_headline(lines: list[str]) -> None:
    assert article(*lines).title is None


def test_where_the_headline_stands() -> None:
    found = article("Trang chủ » Tin tức", TITLE, LEAD)

    assert found.title_span is not None
    assert found.title_span.of(found.text) == TITLE


# ---- captions --------------------------------------------------------------------------------------------------------

CAPTIONS = [
    "Quang cảnh hội nghị",
    "Toàn cảnh hội nghị.",
    "Các đại biểu dự hội nghị. Ảnh: N.H",
    "Đồng chí Lê Án, Bí thư Huyện ủy phát biểu ý kiến chỉ đạo tại hội nghị",
    "Đồng chí Hồ Thị Kim Cúc phát biểu khai mạc hội nghị.",
    "Đồng chí Lê Án trao giấy khen cho các tập thể",
    "Bí thư Đảng ủy phường Sa Huỳnh Võ Thị Kiều điều hành hội nghị. Ảnh: T.L",
    "Đồng chí Lê Án phát biểu (ảnh: M.Đ)",
    "Đồng chí Lê Án (người thứ 3, từ phải qua) trao quà",
    "Nhân dân làm đường. Ảnh tư liệu",
    "Bà con mang ghế nhựa ra sân dự buổi đối thoại",
    "toan canh hoi nghi",
    "Ông Hoàng Trà (bên phải) thăm dân. Ảnh: HĐT",
    "Ảnh: Đồng chí Lê Án phát biểu",
    "Ảnh: Quang cảnh hội nghị.",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_line_that_describes_a_picture_is_a_caption(caption: str) -> None:
    parsed = read(caption, NEXT)

    assert [each.text for each in parsed.article.captions] == [caption]
    assert parsed.article.bylines == ()


def test_the_brackets_around_a_caption_are_no_part_of_it() -> None:
    assert [each.text for each in article(TITLE, LEAD, "( Quang cảnh hội nghị )", NEXT).captions] == [
        "Quang cảnh hội nghị"
    ]


def test_a_caption_that_stands_twice_counts_once() -> None:
    assert len(article(TITLE, LEAD, "Quang cảnh hội nghị", NEXT, "Quang cảnh hội nghị").captions) == 1


def test_a_caption_gives_no_findings() -> None:
    parsed = read("Đồng chí Lê Án, Bí thư Huyện ủy yêu cầu các xã làm đường. Ảnh: M.Đ", NEXT)

    assert parsed.conference is not None
    assert parsed.conference.findings == ()


BODIES = [
    "Theo báo cáo, các xã đã trồng 25 ha rừng; kết nạp 6 đảng viên mới.",
    "Đồng chí Lê Án, Bí thư Huyện ủy phát biểu, yêu cầu các xã làm đường, xây cầu.",
    "- Trồng 25 ha rừng",
    "Xã chú trọng xây dựng hình ảnh người cán bộ gần dân, sát dân.",
    "Các đại biểu dự hội nghị đã thống nhất cao với nội dung của dự thảo.",
    "Nhiều hộ mất mùa do ảnh hưởng của bão số 3.",
    "Dự hội nghị có đồng chí Lê Án, Bí thư Huyện ủy; đại diện các phòng, ban của huyện và bí thư đảng ủy các xã.",
]


@pytest.mark.parametrize("line", BODIES)
def test_a_line_that_tells_something_is_no_caption(line: str) -> None:
    assert read(line, NEXT).article.captions == ()


@pytest.mark.parametrize(
    "line",
    ["Theo báo cáo: Toàn xã đã trồng 25 ha rừng.", "Theo báo cáo, các xã: Co Mạ, Long Hẹ, É Tòng đã trồng 25 ha rừng."],
)
def test_a_short_sentence_of_the_body_is_no_byline(line: str) -> None:
    parsed = read(line, NEXT)

    assert parsed.article.bylines == ()
    assert parsed.conference is not None
    assert len(parsed.conference.findings) == 1


# ---- bylines ---------------------------------------------------------------------------------------------------------

BYLINES = {
    # The line, the names, and what they made.
    "Nguyễn Toan": {"Nguyễn Toan": ""},
    "NGUYỄN TOAN": {"NGUYỄN TOAN": ""},
    "Hà My": {"Hà My": ""},
    "P. TRANG": {"P. TRANG": ""},
    "K’ Brêm": {"K’ Brêm": ""},
    "H’Nga Mlô": {"H’Nga Mlô": ""},
    "Ngọc Ánh – Vũ Hà": {"Ngọc Ánh": "", "Vũ Hà": ""},
    "M.Quân - Bảo Trâm": {"M.Quân": "", "Bảo Trâm": ""},
    "Nguyễn Toan – Lê Hạnh – Vi Sơn": {"Nguyễn Toan": "", "Lê Hạnh": "", "Vi Sơn": ""},
    "Nguyễn Toan, Lê Hạnh": {"Nguyễn Toan": "", "Lê Hạnh": ""},
    "(Nguyễn Toan)": {"Nguyễn Toan": ""},
    "Nguyễn Toan (Ban Dân vận)": {"Nguyễn Toan": ""},
    "Nguyễn Toan - Phường Sa Huỳnh": {"Nguyễn Toan": ""},
    "Nguyễn Toan - Đài TT Vạn Xuân": {"Nguyễn Toan": ""},
    "Thu Hường (tổng hợp)": {"Thu Hường": ""},
    "Tin, ảnh: Nguyễn Toan": {"Nguyễn Toan": "text photo"},
    "Ảnh và tin bài: Nguyễn Toan": {"Nguyễn Toan": "text photo"},
    "Bài, ảnh: NGUYỄN TOAN": {"NGUYỄN TOAN": "text photo"},
    "Bài và ảnh: Hữu Thắng, Tố Quyên": {"Hữu Thắng": "text photo", "Tố Quyên": "text photo"},
    "Tin: Nguyễn Toan - Ảnh: Lê Hạnh": {"Nguyễn Toan": "text", "Lê Hạnh": "photo"},
    "Tác giả: Nguyễn Toan": {"Nguyễn Toan": "text"},
    "Người viết: Thạch Sóc Kha": {"Thạch Sóc Kha": "text"},
    "Thực hiện: Nguyễn Toan": {"Nguyễn Toan": ""},
    "Video: Lê Hạnh": {"Lê Hạnh": "video"},
}


@pytest.mark.parametrize(("line", "names"), BYLINES.items(), ids=BYLINES)
def test_who_wrote_and_photographed(line: str, names: dict[str, str]) -> None:
    parsed = read(NEXT, line)

    assert {each.name: " ".join(each.credits) for each in parsed.article.bylines} == names
    assert [each.span.of(parsed.article.text) for each in parsed.article.bylines if each.span] == list(names)


@pytest.mark.parametrize("end", ["./. ", ". ", ". \n"])
def test_a_byline_behind_the_last_sentence(end: str) -> None:
    assert [each.name for each in article(TITLE, LEAD, f"{NEXT[:-1]}{end}Thanh Tùng").bylines] == ["Thanh Tùng"]


@pytest.mark.parametrize("line", ["UBND TỈNH", "BAN TUYÊN GIÁO HUYỆN ỦY", "VĂN PHÒNG HUYỆN ỦY"])
def test_a_body_in_capitals_is_no_writer(line: str) -> None:
    assert read(NEXT, line).article.bylines == ()


def test_a_writer_is_no_official() -> None:
    parsed = read(NEXT, "Tin, ảnh: Nguyễn Toan")

    assert parsed.conference is not None
    assert parsed.conference.participants == ()


# ---- what stands twice -----------------------------------------------------------------------------------------------

BODY = "Theo báo cáo, các xã đã trồng 25 ha rừng; kết nạp 6 đảng viên mới. Tuy nhiên, đường ra đồng còn lầy lội."


def test_of_a_body_that_stands_twice_the_first_is_read() -> None:
    once, twice = read(BODY), parse_article(page(BODY, LEAD, BODY))

    assert twice.conference == once.conference
    assert codes(twice) == [*codes(once), "repeated-body"]
    assert once.conference is not None and twice.conference is not None
    assert [each.span for each in twice.conference.findings] == [each.span for each in once.conference.findings]


def test_where_the_repetition_begins_is_told() -> None:
    parsed = read(BODY, BODY)
    (told,) = parsed.diagnostics[-1:]

    assert told.code == "repeated-body"
    assert told.span is not None
    assert told.span.start == parsed.article.text.rindex(BODY)


def test_a_short_line_may_stand_twice() -> None:
    assert "repeated-body" not in codes(read("Nhiệm vụ:", BODY, "Nhiệm vụ:"))


# ---- wrapped lines ---------------------------------------------------------------------------------------------------

WRAPPED = """Sáng ngày 25/4/2022, tại Hội trường Trung tâm Văn
hóa huyện Kim Động, Liên đoàn Lao động
huyện tổ chức hội nghị Ban Chấp hành lần thứ 5. Dự
hội nghị có các đồng chí: Đào Quang
Vinh-TUV, Phó Chủ tịch Liên đoàn Lao động tỉnh; Trần Thị
Nhài-UVBTV, Trưởng ban Dân vận Huyện ủy."""


def test_lines_that_are_wrapped_in_mid_sentence_are_joined() -> None:
    found = parse_article(WRAPPED).conference

    assert found is not None
    assert found.venue is not None
    assert found.venue.text == "Hội trường Trung tâm Văn hóa huyện Kim Động"
    assert [who(each) for each in found.officials] == [
        "Đào Quang Vinh: TUV; Phó Chủ tịch Liên đoàn Lao động tỉnh",
        "Trần Thị Nhài: UVBTV; Trưởng ban Dân vận Huyện ủy",
    ]


def test_what_was_wrapped_is_quoted_with_its_line_end() -> None:
    found = parse_article(WRAPPED).conference

    assert found is not None
    assert found.officials[1].span is not None
    assert found.officials[1].span.of(WRAPPED) == "Trần Thị\nNhài"


# ---- what a portal adds ----------------------------------------------------------------------------------------------

ADDED = [
    "Lượt xem: 416",
    "100%",
    "0:00 / 0:00",
    "Responsive image",
    "anh tin bai",
    "[img]",
    "Xem thêm | Về đầu trang | In trang",
    "Bình luận (0)",
    "Chia sẻ",
    "#thuongxuan #giaoban",
    "http://thuongxuan.gov.vn/tin/xa-luong-son.html",
    "Các tin liên quan\nĐồng chí Vi Hoa, Bí thư Đảng ủy xã Lương Sơn chủ trì hội nghị tổng kết năm 2021.",
    "Tin cùng chuyên mục\nXã Lương Sơn đã trồng 90 ha rừng.",
    "Viết bình luận\nĐồng chí Vi Hoa, Bí thư Đảng ủy xã Lương Sơn nói rất hay.",
    "Ý kiến bạn đọc\nXã Lương Sơn làm tốt, đạt 98%.",
]


@pytest.mark.parametrize("junk", ADDED)
def test_what_a_portal_adds_belongs_to_nothing(junk: str) -> None:
    plain, added = read(BODY), read(BODY, junk)

    assert added.conference == plain.conference
    assert (added.article.bylines, added.article.captions) == ((), ())


@pytest.mark.xfail(strict=True, reason="keywords are read as a sentence")
@pytest.mark.parametrize("keywords", ["Tags: xã Lương Sơn, giao ban", "Từ khóa: xã Lương Sơn, giao ban"])
def test_keywords_belong_to_nothing(keywords: str) -> None:
    assert read(BODY, keywords).conference == read(BODY).conference
