"""
The form in which a text is read, and the way back to the text as given.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dccs_model import Span
from dccs_model.text.normal import NormalText, normalise

READ_AS = {
    # A text as it is given, and as it is read.
    "a plain text": ("Huyện ủy họp.", "Huyện ủy họp."),
    "a decomposed text": (unicodedata.normalize("NFD", "Đảng ủy xã Ngọc Phụng"), "Đảng ủy xã Ngọc Phụng"),
    "one decomposed word among composed ones": ("Thư\u0301 Năm, giữa tuần", "Thứ Năm, giữa tuần"),
    "marks in another order": ("Bi\u0302\u0301 thư", "B\u00ee\u0301 thư"),
    "an entity": ("đồng ch&iacute;", "đồng chí"),
    "an entity and a mark that belongs to it": ("b&ecirc;\u0300n", "bền"),
    "entities by number": ("&#272;&#x1EA3;ng", "Đảng"),
    "an entity for a space": ("Bí&nbsp;thư", "Bí thư"),
    "an entity for a mark": ("NN&amp;PTNT", "NN&PTNT"),
    "an entity for Eth": ("&ETH;ảng ủy", "Đảng ủy"),
    "an entity for a soft hyphen": ("dân&shy; chủ", "dân chủ"),
    "an entity for a zero-width space": ("giao&#8203; ban", "giao ban"),
    "what only looks like an entity": ("A&B; C & D", "A&B; C & D"),
    "what only looks like a tag": ("a < b và c > d", "a < b và c > d"),
    "tags of blocks": ("<p>Một.</p><div class='x'>Hai.</div>", "\nMột.\n\nHai.\n"),
    "a break": ("Một.<br/>Hai.", "Một.\nHai."),
    "tags inside a line": ("đồng chí <b>Lê <i>A</i></b>", "đồng chí Lê A"),
    "line ends of Windows": ("Một.\r\nHai.", "Một.\nHai."),
    "line ends of old machines": ("Một.\rHai.", "Một.\nHai."),
    "line and paragraph separators": ("Một.\u2028Hai.\u2029Ba.", "Một.\nHai.\nBa."),
    "a no-break space": ("Bí\u00a0thư", "Bí thư"),
    "a tab and a wide space": ("Bí\tthư\u3000xã", "Bí thư xã"),
    "zero-width characters": ("giao\u200b ban\u2060", "giao ban"),
    "a soft hyphen": ("dân\u00ad chủ", "dân chủ"),
    "a byte order mark": ("\ufeffSáng 5/7", "Sáng 5/7"),
    "marks of direction": ("\u202axã\u202c Co Mạ", "xã Co Mạ"),
    "the letter Eth": ("Ðảng ðoàn", "Đảng đoàn"),
    "the old placement of the tone": ("Huyện uỷ Hoà An", "Huyện uỷ Hoà An"),
    "letters of other languages": ("Y Thuyên Byă, K'Wân, Ayŭn Pa, Êđê", "Y Thuyên Byă, K'Wân, Ayŭn Pa, Êđê"),
}


@pytest.mark.parametrize(("given_text", "read"), READ_AS.values(), ids=READ_AS)
def test_a_text_is_read_in_its_normal_form(given_text: str, read: str) -> None:
    assert normalise(given_text).text == read


FOLDED = {
    # A text, and the form in which words are looked for in it.
    "capitals": ("HUYỆN ỦY", "huyện ủy"),
    "the old placement of the tone": ("Uỷ viên, Hoà, khoẻ", "ủy viên, hòa, khỏe"),
    "no placement after q": ("Quý, quỳ, quỷ", "quý, quỳ, quỷ"),
    "no placement in a closed syllable": ("Hoàng, khoản", "hoàng, khoản"),
    "dashes": ("A – B — C ‑ D − E", "a - b - c - d - e"),
    "quotation marks": ("“Dân vận khéo” «x»", '"dân vận khéo" "x"'),
    "apostrophes": ("K’Ho H`Nghin Mʼnông", "k'ho h'nghin m'nông"),
    "a letter whose small form is longer": ("İstanbul", "istanbul"),
}


@pytest.mark.parametrize(("written", "folded"), FOLDED.values(), ids=FOLDED)
def test_words_are_looked_for_in_the_folded_form(written: str, folded: str) -> None:
    assert normalise(written).folded == folded


BACK = {
    # A text with the place in brackets, and what is read there.
    "behind a byte order mark": ("\ufeff[Sáng] 5/7", "Sáng"),
    "a decomposed word": ("xã [Ngo\u0323c Phu\u0323ng] họp", "Ngọc Phụng"),
    "the word behind it": ("Ngo\u0323c [Phu\u0323ng]", "Phụng"),
    "across a soft hyphen": ("[dân\u00ad chủ] ở cơ sở", "dân chủ"),
    "next to a zero-width space": ("giao\u200b[ban]\u200b", "ban"),
    "an entity": ("đồng [ch&iacute;] A", "chí"),
    "behind many entities": ("&Ocirc;ng &nbsp;[L&ecirc;] A", "Lê"),
    "inside a tag": ("<p><b>[Lê A]</b></p>", "Lê A"),
    "across a tag": ("[Lê <b>A</b>] họp", "Lê A"),
    "behind line ends of Windows": ("Một.\r\n\r\n[Hai].", "Hai"),
    "across a line end of Windows": ("[Một.\r\nHai]", "Một.\nHai"),
}


@pytest.mark.parametrize(("drawn", "read"), BACK.values(), ids=BACK)
def test_every_place_leads_back_to_the_text_as_given(drawn: str, read: str) -> None:
    start, end = drawn.index("["), drawn.index("]") - 1
    source = drawn.replace("[", "").replace("]", "")
    normal = normalise(source)
    at = normal.text.index(read)

    span = normal.span(at, at + len(read))

    # What was taken away at an edge may stand on either side of it.
    assert normalise(span.of(source)).text == read
    assert normalise(source[start:end]).text == read
    assert span.overlaps(Span(start=start, end=end))


def test_words_are_written_on_one_line() -> None:
    normal = normalise("Ban  Tổ chức\r\nHuyện ủy")

    assert normal.written(0, len(normal.text)) == "Ban Tổ chức Huyện ủy"


def test_line_ends_can_be_joined_without_moving_a_thing() -> None:
    normal = normalise("<p>huyện\r\nLý Nhân</p>")
    joined = normal.joined([normal.text.index("\n", 1)])
    at = joined.text.index("Lý")

    assert joined.text == "\nhuyện Lý Nhân\n"
    assert joined.span(at, at + 7).of(joined.source) == "Lý Nhân"
    assert normal.joined([]) is normal


# ---- laws ------------------------------------------------------------------------------------------------------------

# What real pages are made of, and what makes the way back hard.
PIECES = st.sampled_from(
    [
        "Đảng ủy", "x", "e\u0302\u0323", "a\u0306\u0301", "\u0301", "\u0302", "\u0323", "uỷ", "İ", "Ð", "ð", " ", "5/7",
        "&iacute;", "&ecirc;\u0300", "&nbsp;", "&#272;", "&ETH;", "&amp;", "&zwj;", "&", ".", "–", "’",
        "<p>", "</p>", "<b class='x'>", "</b>", "<br>", "<", ">",
        "\r\n", "\r", "\n", "\u2028", "\u200b", "\u00ad", "\ufeff", "\u00a0", "\t",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@st.composite
def slices(draw: st.DrawFn) -> tuple[NormalText, int, int]:
    normal = normalise(draw(TEXTS))
    start = draw(st.integers(0, len(normal.text)))
    end = draw(st.integers(start, len(normal.text)))
    return normal, start, end


@given(slices())
def test_a_slice_stands_inside_the_text_as_given(drawn: tuple[NormalText, int, int]) -> None:
    normal, start, end = drawn
    span = normal.span(start, end)

    assert 0 <= span.start <= span.end <= len(normal.source)


@given(slices())
def test_slices_ascend_as_their_places_do(drawn: tuple[NormalText, int, int]) -> None:
    normal, start, end = drawn
    before, here, behind = normal.span(0, start), normal.span(start, end), normal.span(end, len(normal.text))

    assert before.start <= here.start <= behind.start
    assert before.end <= here.end <= behind.end


@given(slices())
@example((normalise("\u0130\u0323"), 0, 1))  # İ with a dot below is read as Ị with a dot above.
@example((normalise("ờ\u0323"), 0, 1))
@example((normalise("\u00d0\u0303"), 0, 1))  # An eth with a tilde is read as Đ with one.
def test_a_slice_covers_what_was_read(drawn: tuple[NormalText, int, int]) -> None:
    normal, start, end = drawn
    covered = normalise(normal.span(start, end).of(normal.source)).text

    assert normal.text[start:end] in covered


@given(TEXTS)
def test_the_folded_form_has_the_length_of_the_text(text: str) -> None:
    normal = normalise(text)

    assert len(normal.folded) == len(normal.text)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x1EF9, categories=["Lu", "Ll", "Nd", "Zs"])))
def test_composed_words_between_spaces_stand_as_they_are(text: str) -> None:
    plain = " ".join(unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ").split())

    assert normalise(plain).text == plain


@given(st.text(alphabet="aăâeêioôơuưyđbcghklmnpqrstvx \u0300\u0301\u0303\u0309\u0323", max_size=60))
def test_vietnamese_is_read_in_nfc(text: str) -> None:
    letters = text.lstrip("\u0300\u0301\u0303\u0309\u0323 ")

    assert normalise(unicodedata.normalize("NFD", letters)).text == unicodedata.normalize("NFC", letters)
