"""
Whatever a text holds, the document keeps its shape and shows the text as it is.
"""

import unicodedata
from decimal import Decimal

import pytest
from formats_values import FILLED, words
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_reading import PARSER, structure_of, tables_of, texts_of

from dccs_model import (
    Area,
    AreaKind,
    Article,
    Byline,
    Caption,
    Cluster,
    Commune,
    CommuneKind,
    Conference,
    Delegation,
    Diagnostic,
    Finding,
    FindingKind,
    Measure,
    Official,
    Organisation,
    ParsedArticle,
    Participant,
    Position,
    Role,
    Sector,
    Severity,
    Span,
    Venue,
)
from dccs_model.formats import to_markdown
from dccs_model.formats._gfm import plain
from drawing import draws

HOSTILE = [
    "a | b", "\\", "\\|", "\\\\|", "a\\", "|", "||", "|---|", "| - | - |", ":--", "--- | ---",
    "*a*", "**a**", "_a_", "__a__", "~~a~~", "~a~", "`a`", "``", "```", "~~~", "***", "___", "---", "- - -", "===", "=",
    "# a", "#", "a #", "## a ##", "> a", ">", "- a", "+ a", "* a", "-", "+", "1. a", "1) a", "999999999. a", "12.",
    "    a", "\ta", "[x] a", "- [ ] a", "[a](b)", "[a][b]", "[a]: b", "[^1]", "[^1]: a", "![a](b)", "![", "](",
    "<b>a</b>", "<b", "</td>", "<!-- a -->", "<!--", "<?a?>", "<![CDATA[a]]>", "<script>alert(1)</script>",
    "<https://a.vn>", "<a@b.vn>", "<br>", "&amp;", "&#65;", "&lt;b&gt;", "&nbsp;", "&",
    "https://example.org/a_b?c=d&e=f#g", "http://a.vn", "HTTPS://A.VN", "ftp://a.vn", "//a.vn", "//localhost", "///a",
    "www.example.org", "WWW.EXAMPLE.ORG", "a.www.vn", "example.org", "ubnd.thuongson.gov.vn/tin", "тест.рф",
    "a.xn--p1ai", "a@b.vn", "mailto:a@b.vn", "xmpp:a@b.vn", "mailto:", "https:", "javascript:alert(1)", "127.0.0.1",
    "a...b.vn",
    "a\nb", "a\r\nb", "a\n\nb", "\n# a", "a\n---", "a\n===", "a\n|-|", "a  \nb", "a\\\nb", "a\u2028b", "a\x85b",
    "a\x00b", "\x1b[31ma", "\x7f", "a\u202eb", "\u2066a", "a\u200bb", "\ufeffa", "a\ufffe", "\ud800", "a\u0301",
    "e\u0301", "$a$", "$$a$$", "@a", "#1", ":smile:", "^a^", "==a==", "{a}", "{{ a }}", "'a'", '"a"', "(c)", "a -- b",
    "v.v...", "P.V",
]  # fmt: skip

texts = st.one_of(
    words,
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE) | words, min_size=2, max_size=4).map("".join),
    st.text("|\\`*_[]()<>#+-.!~&:/@ \n1aà", min_size=1),
)


def saying(text: str) -> ParsedArticle:
    """
    Return an article that says *text* wherever a text can stand.
    """
    commune = Commune(name=text, kind=CommuneKind.WARD, district=Area(name=text, kind=AreaKind.DISTRICT))
    return ParsedArticle(
        article=Article(text=text, title=text, url=text, bylines=[Byline(name=text)], captions=[Caption(text=text)]),
        conference=Conference(
            name=f"{text} khác",
            venue=Venue(text=text),
            organisers=[Organisation(name=text)],
            host=Organisation(name=text),
            cluster=Cluster(name=text, communes=[commune], areas=[Area(name=text)]),
            communes=[Commune(name=f"{text} khác")],
            participants=[
                Participant(
                    official=Official(name=text, positions=[Position(text="x", title=text), Position(text=text)]),
                    roles=[Role.CHAIR],
                ),
                Participant(official=Official(name="Lò Văn Inh", honorific=text)),
            ],
            delegations=[Delegation(text=text)],
            findings=[
                Finding(kind=FindingKind.ACHIEVEMENT, sector=Sector.CULTURE_SPORT, statement=text),
                Finding(
                    kind=FindingKind.DIRECTIVE,
                    statement=text,
                    speaker=text,
                    measures=[Measure(quantity=Decimal(1), unit=text, baseline=text)],
                ),
                Finding(kind=FindingKind.PETITION, statement=text),
                Finding(kind=FindingKind.PETITION, statement=text, speaker=text),
            ],
        ),
        diagnostics=[
            Diagnostic(code="no-chair", severity=Severity.WARNING, message=text, span=Span(start=0, end=len(text))),
            Diagnostic(code="of-tomorrow", severity=Severity.WARNING, message=text),
        ],
    )


def with_hostile_examples(test):
    for text in HOSTILE:
        test = example(text=text)(test)
    return given(text=texts)(test)


SHAPE = structure_of(to_markdown(saying("chữ")))


@with_hostile_examples
@draws(50)
def test_no_text_changes_the_shape_of_the_document(text):
    assume(text.strip() and plain(text) and match_key_differs(text))
    assert structure_of(to_markdown(saying(text))) == SHAPE


def match_key_differs(text: str) -> bool:
    from dccs_model import match_key

    return match_key(text) != match_key("Lò Văn Inh")


@with_hostile_examples
@draws(50)
def test_every_text_is_shown_as_it_is(text):
    assume(text.strip() and plain(text) and match_key_differs(text))
    document = to_markdown(saying(text))
    said = plain(unicodedata.normalize("NFC", text))
    assert texts_of(document, "h1") == [said]
    people, figures = tables_of(document)
    assert [row[1] for row in people[1:]] == [said, f"{said} Lò Văn Inh"]
    assert people[1][2] == f"{said}; {said}"
    assert figures[1][1:] == [said, "Chưa phân loại", said]
    items = texts_of(document, "li")
    for expected in (said, f"Địa điểm: {said}", f"Địa chỉ: {said}", f"{said} ({said})", f"Người thực hiện: {said}"):
        assert expected in items


@with_hostile_examples
@draws(50)
def test_a_document_is_clean_utf_8(text):
    assume(text.strip() and match_key_differs(text))
    document = to_markdown(saying(text))
    assert document == document.encode().decode()
    assert document.endswith("\n") and not document.endswith("\n\n")
    controls = {c for c in document if unicodedata.category(c) == "Cc"} - {"\n"}
    assert not controls
    assert not {c for c in document if unicodedata.bidirectional(c) in ("RLE", "LRE", "RLO", "LRO", "PDF")}


def test_the_parser_of_these_tests_makes_markup_of_what_is_not_escaped():
    html = PARSER.render("a *b* <i>c</i> https://d.vn e.vn f@g.vn ~~h~~\n\n| i | j |\n| - | - |\n| k | l |\n")
    for mark in ("<em>", "<i>", 'href="https://d.vn"', 'href="http://e.vn"', "mailto:f@g.vn", "<s>", "<table>"):
        assert mark in html


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_plain_vietnamese_is_written_without_escapes(lang):
    document = to_markdown(FILLED, lang=lang).partition("example")[0]
    assert document.count("\\") == 1, "only the address is escaped"
