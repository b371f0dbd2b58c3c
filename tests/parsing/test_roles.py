"""
What people did at the conference, from the verbs around their names.

"A" and "B" of a row stand for two officials with their posts; each row says who did what.
"""

from __future__ import annotations

import pytest
from small_articles import conference, roles

A, B = "đồng chí Lê Án, Bí thư Huyện ủy", "đồng chí Vi Hoa, Phó Bí thư Huyện ủy"


def told(sentence: str, *more: str) -> dict[str, str]:
    """
    Who did what by a sentence in which A and B stand for the two officials.
    """
    found = roles(*(each.replace("{A}", A).replace("{B}", B) for each in (sentence, *more)))
    return {"A" if name == "Lê Án" else "B": done for name, done in found.items()}


ONE = {
    # ---- chair
    "{A} chủ trì hội nghị.": "chair",
    "{A} dự và chủ trì hội nghị.": "chair",
    "Hội nghị diễn ra dưới sự chủ trì của {A}.": "chair",
    "Hội nghị do {A} chủ trì.": "chair",
    "Chủ trì hội nghị có {A}.": "chair",
    "Chủ trì cuộc họp là {A}.": "chair",
    "Chủ tọa hội nghị là {A}.": "chair",
    "{A} điều hành hội nghị.": "chair",
    "Tại điểm cầu xã Vạn Xuân, {A} chủ trì.": "chair",
    "Chủ trì tại điểm cầu xã Vạn Xuân có {A}.": "chair",
    "Đoàn Chủ tịch điều hành hội nghị có {A}.": "chair",
    # ---- direct, attend
    "Dự và chỉ đạo hội nghị có {A}.": "direct",
    "Đến dự và chỉ đạo hội nghị có {A}.": "direct",
    "{A} dự, chỉ đạo hội nghị.": "direct",
    "Tới dự hội nghị, chỉ đạo có {A}.": "direct",
    "Cùng dự có {A}.": "attend",
    "Tham gia giao ban có {A}.": "attend",
    "{A} được mời dự hội nghị.": "attend",
    "Tham dự hội nghị có {A}; đại diện các ban, ngành.": "attend",
    "Về phía huyện có {A}.": "attend",
    "{A} cùng lãnh đạo các phòng, ban tham dự.": "attend",
    # ---- open
    "{A} phát biểu khai mạc hội nghị.": "open",
    "Phát biểu khai mạc, {A} nêu rõ mục đích của hội nghị.": "open",
    # ---- report
    "{A} trình bày báo cáo.": "report",
    "{A} thông qua báo cáo.": "report",
    "{A} thay mặt các xã báo cáo kết quả.": "report",
    "Thay mặt các xã, {A} trình bày báo cáo.": "report",
    "Báo cáo do {A} trình bày nêu rõ, lúa được mùa.": "report",
    "Các đại biểu nghe {A} trình bày báo cáo.": "report",
    "{A} quán triệt nghị quyết.": "report",
    "{A} truyền đạt 3 chuyên đề.": "report",
    "{A} thông báo tình hình biên giới.": "report",
    # ---- speak
    "{A} phát biểu tại hội nghị.": "speak",
    "Phát biểu tại hội nghị, {A} ghi nhận kết quả của các xã.": "speak",
    "Phát biểu chỉ đạo hội nghị, {A} yêu cầu các xã làm đường.": "speak",
    "{A} phát biểu ý kiến chỉ đạo.": "speak",
    "{A} tham luận về làm đường.": "speak",
    "{A} có ý kiến thảo luận.": "speak",
    "{A} tham gia ý kiến.": "speak",
    # ---- conclude
    "Kết luận hội nghị, {A} yêu cầu các xã làm đường.": "conclude",
    "Phát biểu kết luận hội nghị, {A} yêu cầu các xã làm đường.": "conclude",
    "{A} phát biểu kết luận hội nghị.": "conclude",
    "{A} phát biểu bế mạc.": "conclude",
    "Bế mạc hội nghị, {A} đề nghị các xã làm đường.": "conclude",
    # ---- award
    "{A} trao giấy khen cho 5 tập thể.": "award",
    # ---- several in one sentence
    "{A} dự và phát biểu chỉ đạo hội nghị.": "direct speak",
    "Tham dự và phát biểu chỉ đạo có {A}.": "direct speak",
    "{A} dự và phát biểu.": "attend speak",
    "{A} dự và phát biểu khai mạc hội nghị.": "attend open",
    "{A} tham dự và phát biểu kết luận hội nghị.": "attend conclude",
    "{A} khai mạc và điều hành hội nghị.": "chair open",
    "{A} chủ trì và phát biểu khai mạc hội nghị.": "chair open",
    "{A} dự, chỉ đạo và kết luận hội nghị.": "direct conclude",
    "{A} chủ trì và kết luận hội nghị.": "chair conclude",
    # ---- none
    "{A} đề nghị các xã làm đường.": "",
    "{A} nhấn mạnh việc làm đường.": "",
    "{A} khẳng định đường đã xong.": "",
    "{A} cho biết đường đã xong.": "",
    "{A} chỉ đạo các xã làm đường.": "",
    "Sở Ngoại vụ chủ trì, phối hợp với {A}.": "",
    "Thư ký hội nghị là {A}.": "",
    "Kết thúc hội nghị, {A} cảm ơn cử tri.": "",
}


@pytest.mark.parametrize(("sentence", "done"), ONE.items(), ids=ONE)
def test_what_one_official_did(sentence: str, done: str) -> None:
    assert told(sentence) == {"A": done}


TWO = {
    # ---- both do it
    "{A} và {B} đồng chủ trì hội nghị.": ("chair", "chair"),
    "Chủ trì hội nghị có {A}; {B}.": ("chair", "chair"),
    "Dự hội nghị có {A}; đại diện các ban; {B}.": ("attend", "attend"),
    "Hội nghị có sự tham dự của {A}; {B} cùng 120 đại biểu.": ("attend", "attend"),
    "{A} và {B} trao giấy khen cho các tập thể.": ("award", "award"),
    "Tham gia phát biểu có {A}; {B}.": ("speak", "speak"),
    # ---- each does something else
    "{A} chủ trì hội nghị; {B} trình bày báo cáo.": ("chair", "report"),
    "{A} chủ trì, dự và chỉ đạo hội nghị có {B}.": ("chair", "direct"),
    "Dự hội nghị có {A}, dự và chỉ đạo; {B}.": ("direct", "attend"),
    "Thay mặt Ban Thường vụ, {A} trình bày báo cáo; {B} phát biểu tham luận.": ("report", "speak"),
    # ---- one of them does nothing
    "{A} đã tiếp thu ý kiến chỉ đạo của {B} và kết luận hội nghị.": ("conclude", ""),
    "{A} đề nghị {B} làm đường.": ("", ""),
}


@pytest.mark.parametrize(("sentence", "done"), TWO.items(), ids=TWO)
def test_what_two_officials_did(sentence: str, done: tuple[str, str]) -> None:
    assert told(sentence) == dict(zip("AB", done, strict=True))


SENTENCES = {
    "in the list of those present, and later the chair": (
        ["Dự hội nghị có {A}.", "{A} chủ trì hội nghị."],
        "chair attend",
    ),
    "the chair concludes": (
        ["{A} chủ trì hội nghị.", "Kết luận hội nghị, đồng chí Lê Án yêu cầu các xã làm đường."],
        "chair conclude",
    ),
    "said twice": (["{A} chủ trì hội nghị.", "Đồng chí Lê Án chủ trì hội nghị."], "chair"),
    "by a caption alone": (["{A} dự hội nghị.", "Đồng chí Lê Án phát biểu tại hội nghị"], "attend speak"),
}


@pytest.mark.parametrize(("sentences", "done"), SENTENCES.values(), ids=SENTENCES)
def test_roles_of_several_sentences_add_up(sentences: list[str], done: str) -> None:
    assert told(*sentences) == {"A": done}


def test_a_role_has_the_place_where_it_is_given() -> None:
    found = conference(
        "Đồng chí Lê Án, Bí thư Huyện ủy dự hội nghị.", "Kết luận hội nghị, đồng chí Lê Án yêu cầu làm đường."
    )
    (only,) = found.participants

    assert [each.role for each in only.mentions if each.role] == ["attend", "conclude"]
