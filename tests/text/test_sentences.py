"""
Sentences and clauses, with the split drawn in the text.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.text.sentences import clauses, sentences, trim

SENTENCES = {
    "two": "Hội nghị khai mạc.| Các xã báo cáo.",
    "one without a stop": "Quang cảnh hội nghị",
    "a question and a cry": "Vì sao chậm?| Phải làm ngay!| Không chờ nữa.",
    "many marks": "Hết hạn!!!| Xã xin lỗi dân.",
    "a line end": "Quang cảnh hội nghị|\nẢnh: Minh Đức",
    "blank lines": "Xã họp.|\n \n|Thôn họp.",
    "a closing quotation mark": "“Làm ngay!”| Ông nói thêm.",
    "a closing bracket": "Có 5 xã (Lê Lợi, v.v.).| Cụm họp sáng nay.",
    "dots that end": "Đường còn xấu, điện còn yếu...| Đồng chí yêu cầu khắc phục.",
    "dots that go on": "Điện, đường… và trạm đều xong.",
    "dots, and a space was lost": "Nước còn thiếu…|Xã đang tìm nguồn.",
    "a full stop, and a space was lost": "Giải quyết kiến nghị của cử tri.|Ảnh: Minh Đức",
    "a year, and a space was lost": "Hội nghị bàn nhiệm vụ năm 2023.|Chủ tịch xã kết luận.",
    "the end mark of offices": "Hội nghị kết thúc./.| Tin: Lan Hương",
    "the end mark, turned round": "Hội nghị kết thúc/.| Tin: Lan Hương",
    "thousands": "Toàn xã gieo 1.200 ha lúa.| Thu 12.500.000 đồng.",
    "a decimal with a dot": "Tỷ lệ còn 5.5%.| Giảm 1,2%.",
    "a date with dots": "Sáng 21.6.2022, xã họp.| Huyện dự.",
    "a city": "Ông công tác tại TP. Hồ Chí Minh.| Sau đó ông về quê.",
    "a town and a township": "Đoàn thăm TX. Bỉm Sơn và TT. Thường Xuân.| Chiều về huyện.",
    "degrees": "Dự có PGS.TS. Lê Văn Án, TS. Trần Bích và ThS. Hà Lan.| Lớp học kéo dài hai ngày.",
    "a doctor": "Dự có BS. Nguyễn Văn Chín.| Trạm đủ thuốc.",
    "comrade": "Dự có đ/c Lê Văn Án.| Xã báo cáo.",
    "the Centre": "Học tập Nghị quyết T.Ư Đảng khóa XIII.| Các chi bộ nghiêm túc.",
    "and so on": "Nuôi lợn, gà, v.v. để thoát nghèo.| Hội cho vay vốn.",
    "and so on, with dots": "Nuôi lợn, gà, v.v…| Hội cho vay vốn.",
    "initials": "Ảnh: N. H",
    "an address of a page": "Xem tại www.thuongxuan.gov.vn để biết thêm.| Xã in thành tờ rơi.",
    "counted in words": "Một là, làm đường.| Hai là, xây cầu.",
    "a number opens the next": "Tỷ lệ hộ nghèo còn 3,5%.| 12 hộ thoát nghèo.",
    "marks that end nothing": "Lúa được mùa; ngô được giá: ai cũng vui.",
    "the number of a list": "1. Kết quả đạt được",
    "numbers inside": "Nhiệm vụ: 1. Trồng rừng; 2. Làm đường.",
    "nothing": "  \n  ",
}


@pytest.mark.parametrize("drawn", SENTENCES.values(), ids=SENTENCES)
def test_sentences(drawn: str) -> None:
    text = drawn.replace("|", "")
    drawn_parts = [part.strip() for part in drawn.split("|") if part.strip()]

    assert [text[start:end].strip() for start, end in sentences(text, 0, len(text))] == drawn_parts


CLAUSES = {
    "three": "lúa được mùa|;| ngô được giá|;| trâu bò tăng đàn|.",
    "one": "lúa được mùa, ngô được giá|.",
    "an item of a list": "|- |lúa được mùa|; |ngô được giá|;",
    "brackets": "hai xã (xã Co Mạ; xã É Tòng) đều xong|; |cụm được khen|.",
    "brackets that never close": "hai xã (xã Co Mạ|; |xã É Tòng đều xong|.",
    "nothing between marks": "lúa được mùa|; ;; |ngô được giá|…",
    "no words": "| ; . ; ",
}


@pytest.mark.parametrize("drawn", CLAUSES.values(), ids=CLAUSES)
def test_clauses(drawn: str) -> None:
    text = drawn.replace("|", "")
    # Words and marks take turns between the strokes; marks are no clauses.
    parts = [part.strip() for part in drawn.split("|") if any(each.isalpha() for each in part)]

    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == parts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("  - lúa được mùa;", "lúa được mùa"),
        ("• 98% hộ.", "98% hộ"),
        ("+ “Dân vận khéo”", "“Dân vận khéo”"),
        (" . ", ""),
    ],
)
def test_marks_at_both_ends_are_left_out(text: str, left: str) -> None:
    start, end = trim(text, 0, len(text))

    assert text[start:end] == left


# ---- laws ------------------------------------------------------------------------------------------------------------

PAGES = st.text(alphabet="aÔ. …;!?\n()”/5,TP", max_size=80)


@given(PAGES)
def test_sentences_hold_every_letter_in_order(text: str) -> None:
    parts = [*sentences(text, 0, len(text))]

    assert "".join("".join(text[start:end].split()) for start, end in parts) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(parts))
    assert not any(text[start:end].isspace() for start, end in parts)
    assert not any("\n" in text[start:end] for start, end in parts)


@given(PAGES)
def test_clauses_hold_every_letter_in_order(text: str) -> None:
    parts = [*clauses(text, 0, len(text))]

    assert [each for start, end in parts for each in text[start:end] if each.isalnum()] == [
        each for each in text if each.isalnum()
    ]
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(parts))


@given(PAGES, st.integers(0, 80), st.integers(0, 80))
def test_nothing_outside_is_read(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))

    for split in (sentences, clauses):
        assert all(start <= first <= last <= end for first, last in split(text, start, end))
