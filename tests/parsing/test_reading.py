"""
The reader as a whole: what it takes, that it never raises, and that every place it names is where it says.
"""

from __future__ import annotations

import datetime as dt
import pickle
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import ModelError, ParsedArticle, Parser, parse_article
from dccs_model.lexicon import Lexicon
from dccs_model.model.article import spans_of
from dccs_model.text.normal import normalise

ARTICLE = """Cụm ven sông giao ban công tác xây dựng cơ sở 6 tháng đầu năm 2023

Thứ Sáu, 07/07/2023, 15:30

Sáng ngày 6/7/2023, tại Nhà văn hóa xã Phú Xuân, cụm ven sông tổ chức hội nghị giao ban công tác xây dựng cơ sở 6 tháng \
đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2023. Cụm gồm các xã Phú Xuân, Yên Sơn và thị trấn Thạch Lâm. Đồng chí \
Trịnh Xuân Nghĩa, Ủy viên BTV, Trưởng Ban Dân vận Huyện uỷ chủ trì hội nghị.

Đồng chí Trịnh Xuân Nghĩa phát biểu tại hội nghị

Theo báo cáo, tổng diện tích gieo trồng của cụm đạt 2.150 ha, bằng 98,5% kế hoạch; các chi bộ đã kết nạp 24 đảng viên mới.

Tuy nhiên, tiến độ giải phóng mặt bằng còn chậm. Các xã kiến nghị huyện sớm bố trí vốn sửa đê.

Kết luận hội nghị, đồng chí Trịnh Xuân Nghĩa đề nghị các xã tiếp tục trồng rừng.

Tin, ảnh: Minh Đức
"""

# ---- what it takes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [ARTICLE.encode(), None, 5, ["Sáng 5/7"]], ids=lambda text: type(text).__name__)
def test_only_text_is_read(text: Any) -> None:
    with pytest.raises(TypeError, match=f"text must be str, not {type(text).__name__}; decode bytes first"):
        parse_article(text)


def test_a_publication_needs_its_zone() -> None:
    with pytest.raises(ModelError, match="must carry its time zone"):
        parse_article(ARTICLE, published_at=dt.datetime(2023, 7, 7, 15, 30))  # noqa: DTZ001


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_at_least_one(limit: int) -> None:
    with pytest.raises(ValueError, match=f"max_chars must be at least 1, not {limit}"):
        Parser(max_chars=limit)


def test_what_the_caller_knows_is_kept() -> None:
    moment = dt.datetime(2023, 7, 8, tzinfo=dt.UTC)
    article = parse_article(ARTICLE, url="https://example.org/tin/1", published_at=moment).article

    assert (article.text, article.url, article.published_at) == (ARTICLE, "https://example.org/tin/1", moment)


# ---- the reader is a value -------------------------------------------------------------------------------------------


def test_a_reader_reads_the_same_again() -> None:
    parser = Parser()

    assert parser.parse(ARTICLE) == parser.parse(ARTICLE) == parse_article(ARTICLE)


def test_a_reader_survives_pickling() -> None:
    more = Lexicon.default().extended(time=[{"day_part": "noon", "words": ["zế"], "example": "zế 5/7"}])
    parser = Parser(lexicon=more, max_chars=10_000)
    copy = pickle.loads(pickle.dumps(parser))

    assert copy.max_chars == 10_000
    assert copy.lexicon["time"].get("zế") is not None
    assert copy.parse(ARTICLE) == parser.parse(ARTICLE)


# ---- one text in many forms ------------------------------------------------------------------------------------------

FORMS = {
    "decomposed": unicodedata.normalize("NFD", ARTICLE),
    "line ends of Windows": ARTICLE.replace("\n", "\r\n"),
    "a byte order mark": f"\ufeff{ARTICLE}",
    "no-break spaces": ARTICLE.replace(" ", "\u00a0"),
    "zero-width spaces": ARTICLE.replace(" ", " \u200b"),
    "entities": ARTICLE.replace("í", "&iacute;").replace("ô", "&ocirc;"),
    "paragraphs of HTML": "".join(f"<p>{each}</p>" for each in ARTICLE.split("\n\n")),
    "Eth for Đ": ARTICLE.replace("Đ", "Ð"),
    "spaces at both ends": f"\n\n   {ARTICLE}   \n\n",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_form_of_a_text_changes_nothing_of_what_it_says(form: str) -> None:
    plain, other = parse_article(ARTICLE), parse_article(form)

    assert other.conference == plain.conference
    assert (other.article.title, other.article.published_at) == (plain.article.title, plain.article.published_at)
    assert (other.article.bylines, other.article.captions) == (plain.article.bylines, plain.article.captions)


def said(parsed: ParsedArticle) -> list[tuple[str, str]]:
    """
    What was read, and the words of the article that are given for it.
    """
    text, conference = parsed.article.text, parsed.conference
    assert conference is not None
    pairs = [(each.statement, each.span) for each in conference.findings]
    pairs += [(each.name, each.span) for each in conference.officials]
    pairs += [(position.text, position.span) for each in conference.officials for position in each.positions]
    pairs += [(each.name, each.span) for each in parsed.article.bylines]
    pairs += [(each.text, each.span) for each in parsed.article.captions]
    pairs += [(parsed.article.title or "", parsed.article.title_span)]
    pairs += [(conference.venue.text, conference.venue.span)] if conference.venue else []
    pairs += [(conference.name or "", conference.span)]
    return [(words, span.of(text)) for words, span in pairs if span]


@pytest.mark.parametrize("form", [ARTICLE, *FORMS.values()], ids=["as it is", *FORMS])
def test_every_place_holds_what_was_read(form: str) -> None:
    pairs = said(parse_article(form))

    assert len(pairs) >= 12
    for words, evidence in pairs:
        assert " ".join(normalise(evidence).text.split()) == words


# ---- nothing raises --------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "Sáng", "ngày 5/7/2022", "31/2", "xã Vạn Xuân", "cụm", "tổ chức", "hội nghị", "giao ban", "quý II", "đồng chí", "Lê Án",
        "Bí thư", "Huyện ủy", "chủ trì", "dự và chỉ đạo", "Theo báo cáo", "25 ha", "98,5%", "Tuy nhiên", "còn chậm", "yêu cầu",
        "kiến nghị", "các xã:", "kết luận", ",", ";", ":", ".", "...", "(", ")", "\n", "\n\n", "-", "–", "Ảnh: T.L", "&nbsp;",
        "<p>", "\u0301", "\u200b", "H'Len", "NGUYỄN", "1.", "a)", "“", "”", "kiêm", "và", "là", "nguyên", "tại",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


@given(TEXTS)
def test_any_text_gives_a_result_with_places_inside_it(text: str) -> None:
    parsed = parse_article(text)

    assert parsed.article.text == text
    assert all(0 <= span.start <= span.end <= len(text) for span in spans_of(parsed))
    assert parsed.conference is not None or parsed.diagnostics


@given(st.integers(0, len(ARTICLE)))
def test_an_article_can_be_cut_anywhere(at: int) -> None:
    assert parse_article(ARTICLE[:at]).article.text == ARTICLE[:at]


@pytest.mark.parametrize("piece", ["đồng chí ", ";", "7", "cụm ", " ", "(", "\n", "xã A, ", "Ủy viên ", "1.000.", "a"])
def test_a_long_run_of_one_thing_is_read(piece: str) -> None:
    text = piece * 20_000

    assert parse_article(text).article.text == text


def test_bytes_that_were_decoded_as_something_else_are_read() -> None:
    text = bytes(range(256)).decode("latin-1") * 20

    assert parse_article(text).conference is None


def test_lone_surrogates_are_read() -> None:
    text = f"{ARTICLE}\ud800 hội nghị \udfff"

    assert parse_article(text).article.text == text
