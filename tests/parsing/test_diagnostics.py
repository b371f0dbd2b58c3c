"""
What a reading is in doubt about: each code, how much it matters and what it points at.
"""

from __future__ import annotations

import pytest

from dccs_model import Diagnostic, DiagnosticCode, ParseError, Parser, Severity, parse_article

LEAD = (
    "Sáng ngày 5/7/2022, xã Vạn Xuân tổ chức hội nghị giao ban quý II. Đồng chí Lê Án, Bí thư Đảng ủy chủ trì hội nghị."
)
BODY = "Theo báo cáo, các xã đã trồng 25 ha rừng."


def wrongly_decoded(encoding: str) -> str:
    return f"{LEAD}\n{BODY}".encode().decode(encoding, errors="replace")


DOUBTS: dict[str, tuple[str, Severity, str | None]] = {
    # The text, how much the doubt matters, and the words that it points at.
    "not-a-conference": ("Bà Lò Thị Ơn vẫn ngồi chẻ từng nan giang.", Severity.INFO, None),
    "empty-text": ("123\n 🎉", Severity.INFO, None),
    "repeated-body": (f"{LEAD}\n{BODY}\n{LEAD}", Severity.INFO, LEAD),
    "year-completed": (
        "Sáng 5/7, xã Vạn Xuân tổ chức hội nghị giao ban 6 tháng đầu năm 2022.",
        Severity.INFO,
        "Sáng 5/7",
    ),
    "year-unknown": ("Sáng 5/7, xã Vạn Xuân tổ chức hội nghị giao ban dân vận.", Severity.WARNING, "Sáng 5/7"),
    "impossible-date": (
        "01/03/2023 09:00\nSáng 29/2, xã Vạn Xuân tổ chức hội nghị giao ban dân vận.",
        Severity.WARNING,
        "Sáng 29/2",
    ),
    "no-sitting": ("Vừa qua, xã Vạn Xuân tổ chức hội nghị giao ban dân vận.", Severity.WARNING, None),
    "no-chair": ("Sáng 5/7/2022, xã Vạn Xuân tổ chức hội nghị giao ban dân vận.", Severity.INFO, None),
    "untied-position": (
        f"{LEAD}\nKết luận hội nghị, đồng chí Trưởng Ban Nội chính yêu cầu các xã làm đường.",
        Severity.INFO,
        "đồng chí Trưởng Ban Nội chính",
    ),
    "cut-off": (
        f"{LEAD}\nTheo báo cáo, các xã đã trồng 25 ha rừng phòng hộ ven suối, làm đường gi",
        Severity.WARNING,
        None,
    ),
    "mojibake": (wrongly_decoded("cp1252"), Severity.ERROR, None),
    "several-conferences": (
        f"{LEAD}\n{BODY}\nChiều ngày 6/7/2022, xã Lương Sơn tổ chức hội nghị tổng kết. Đồng chí Vi Hoa chủ trì hội nghị.",
        Severity.WARNING,
        "Chiều ngày 6/7/2022, xã Lương Sơn tổ chức hội nghị tổng kết.",
    ),
}


def doubt(text: str, code: str) -> Diagnostic:
    (found,) = [each for each in parse_article(text).diagnostics if each.code == code]
    return found


@pytest.mark.parametrize("code", DOUBTS)
def test_a_doubt_is_told_with_its_weight_and_its_place(code: str) -> None:
    text, severity, words = DOUBTS[code]
    found = doubt(text, code)

    assert found.severity is severity
    assert words is None or (found.span is not None and found.span.of(text).strip() == words)
    assert found.message[0].islower() or found.message[0].isdigit()


def test_every_doubt_of_reading_has_its_row() -> None:
    places = {DiagnosticCode.AMBIGUOUS_PLACE, DiagnosticCode.UNKNOWN_PLACE}

    assert {*DOUBTS, "too-long"} == {*DiagnosticCode} - places


def test_a_plain_article_leaves_no_doubt() -> None:
    assert parse_article(f"{LEAD}\n{BODY}").diagnostics == ()


WHOLE_ENDS = [
    BODY,
    f"{BODY}/.",
    f"{BODY[:-1]}./.",
    f"{BODY}\nLan Hương",
    f"{BODY}\nQuang cảnh hội nghị",
    f"{BODY[:-1]}…",
]


@pytest.mark.parametrize("end", WHOLE_ENDS)
def test_a_text_that_ends_well_is_not_cut_off(end: str) -> None:
    assert "cut-off" not in [each.code for each in parse_article(f"{LEAD}\n{end}").diagnostics]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_wrong_encodings_are_told(encoding: str) -> None:
    assert doubt(wrongly_decoded(encoding), "mojibake").span is not None


def test_doubts_come_in_the_order_of_the_text() -> None:
    text = f"{DOUBTS['year-unknown'][0]}\nKết luận hội nghị, đồng chí Trưởng Ban Nội chính yêu cầu các xã làm đường gi"
    starts = [each.span.start if each.span else -1 for each in parse_article(text).diagnostics]

    assert starts == sorted(starts)
    assert len(starts) >= 3


# ---- strict reading --------------------------------------------------------------------------------------------------


def test_strict_reading_refuses_what_cannot_be_read_as_asked() -> None:
    text = wrongly_decoded("latin-1")

    with pytest.raises(ParseError) as caught:
        parse_article(text, strict=True)

    assert [each.code for each in caught.value.diagnostics] == ["mojibake"]
    assert caught.value.text == text
    assert "line 1, column" in str(caught.value)
    assert "^" in str(caught.value)


@pytest.mark.parametrize("code", [code for code, row in DOUBTS.items() if row[1] is not Severity.ERROR])
def test_strict_reading_lets_lesser_doubts_pass(code: str) -> None:
    text = DOUBTS[code][0]

    assert parse_article(text, strict=True) == parse_article(text)


# ---- how much is read ------------------------------------------------------------------------------------------------


def test_what_lies_past_the_limit_is_not_read() -> None:
    text = f"{LEAD}\n{BODY}"
    parsed = Parser(max_chars=len(LEAD)).parse(text)
    (told,) = [each for each in parsed.diagnostics if each.code == "too-long"]

    assert told.severity is Severity.ERROR
    assert f"{len(text)} code points; only the first {len(LEAD)}" in told.message
    assert parsed.article.text == text
    assert parsed.conference is not None
    assert parsed.conference.findings == ()


def test_a_text_within_the_limit_is_read_as_without_one() -> None:
    text = f"{LEAD}\n{BODY}"

    assert Parser(max_chars=len(text)).parse(text) == parse_article(text)


def test_strict_reading_refuses_a_text_past_the_limit() -> None:
    with pytest.raises(ParseError, match="only the first 60 were read"):
        Parser(max_chars=60).parse(LEAD, strict=True)
