"""
The Markdown document, as a person reads it.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attr
import pytest
from formats_values import FILLED, FILLED_CONFERENCE, NO_CONFERENCE
from markdown_reading import tables_of, texts_of

from dccs_model import (
    Area,
    AreaKind,
    Article,
    Bound,
    Byline,
    Change,
    Cluster,
    Commune,
    CommuneKind,
    CommuneRef,
    Conference,
    ConferenceKind,
    DayPart,
    Delegation,
    Diagnostic,
    Finding,
    FindingKind,
    FoundBy,
    Measure,
    Official,
    Organisation,
    ParsedArticle,
    PartialDate,
    Participant,
    Period,
    Position,
    PositionStatus,
    Role,
    Severity,
    Sitting,
    Span,
    Term,
    Venue,
)
from dccs_model.formats import to_markdown


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_filled_article_makes_the_golden_document(lang):
    golden = Path(__file__).with_name(f"filled.{lang}.md").read_text(encoding="utf-8")
    assert to_markdown(FILLED, lang=lang) == golden


def test_vietnamese_is_the_default():
    assert to_markdown(FILLED) == to_markdown(FILLED, lang="vi")


def test_a_conference_alone_has_no_source():
    whole, alone = to_markdown(FILLED), to_markdown(FILLED_CONFERENCE)
    assert "## Nguồn tin" in whole
    assert "## Nguồn tin" not in alone
    assert alone.startswith("# Hội nghị giao ban cụm vùng cao 6 tháng đầu năm 2022\n")
    assert tables_of(alone) == tables_of(whole)


def test_no_conference_makes_a_short_document_that_says_why():
    assert to_markdown(NO_CONFERENCE) == (
        "# Giá lúa hôm nay\n"
        "\n"
        "Bài viết này không được đọc là tin về một hội nghị.\n"
        "\n"
        "- Bài viết không đưa tin về hội nghị: no word for a conference stands in the text\n"
        "\n"
        "## Nguồn tin\n"
        "\n"
        "- **Ngày đăng:** 09/07/2022\n"
    )


def test_each_reason_has_its_line_and_says_nothing_twice():
    reasons = [
        Diagnostic(code="not-a-conference", severity=Severity.INFO, message="no event"),
        Diagnostic(code="of-tomorrow", severity=Severity.INFO, message="a doubt of a newer release"),
    ]
    parsed = ParsedArticle(article=Article(text="x"), diagnostics=reasons)
    assert to_markdown(parsed, lang="en").splitlines()[-2:] == [
        "- The text reports no conference: no event",
        "- a doubt of a newer release",
    ]


def test_nothing_at_all_is_said_in_few_words():
    assert to_markdown(Conference()) == "# Hội nghị\n\nBài viết không nêu chi tiết nào của hội nghị.\n"
    assert to_markdown(ParsedArticle(article=Article(text="")), lang="en") == (
        "# Article\n\nThis article was not read as news of a conference.\n"
    )


@pytest.mark.parametrize("lang", ["VI", "fr", "", "en-GB", None])
def test_an_unknown_language_is_refused_with_the_known_ones(lang):
    with pytest.raises(ValueError, match=r"known languages are vi, en"):
        to_markdown(FILLED, lang=lang)


def test_only_articles_and_conferences_make_documents():
    with pytest.raises(TypeError, match="a ParsedArticle or a Conference"):
        to_markdown(FILLED.article)


# --- the facts -----------------------------------------------------------------


def facts(conference, lang="vi"):
    return dict(line.split(": ", 1) for line in texts_of(to_markdown(conference, lang=lang), "li"))


def day(text):
    return PartialDate.parse(text)


HUYEN = Area(name="Mường Sơn", kind=AreaKind.DISTRICT)
TINH = Area(name="Lam Giang", kind=AreaKind.PROVINCE)
XA = CommuneKind.COMMUNE


def became(name, *successors, edition="2025-07"):
    later = [CommuneRef(code="15646", edition=edition, name=each, kind=XA) for each in successors]
    return Commune(name=name, kind=XA, district=HUYEN, successors=later)


FACTS = [
    # what is known, in Vietnamese, in English
    (Conference(kind=ConferenceKind.FINAL_REVIEW), "Loại hội nghị: Tổng kết", "Kind: Final review"),
    (Conference(ordinal=15), "Lần thứ: 15", "Number: 15"),
    (
        Conference(term=Term(number=17, period=Period.years(2021, 2026))),
        "Khóa, nhiệm kỳ: khóa XVII, nhiệm kỳ 2021-2026",
        "Term: term 17, 2021–2026",
    ),
    (
        Conference(term=Term(period=Period.years(2021, 2026))),
        "Khóa, nhiệm kỳ: nhiệm kỳ 2021-2026",
        "Term: 2021–2026",
    ),
    (Conference(term=Term(number=4999)), "Khóa, nhiệm kỳ: khóa 4999", "Term: term 4999"),
    # when
    (
        Conference(sitting=Sitting(start=day("2022-07-08"), end=day("2022-07-08"), day_part=DayPart.MORNING)),
        "Thời gian: Sáng 08/07/2022",
        "Time: 8 July 2022, morning",
    ),
    (
        Conference(sitting=Sitting(start=day("2022-07-05"), end=day("2022-07-06"), start_time=dt.time(14, 5))),
        "Thời gian: 14:05, 05/07/2022 – 06/07/2022",
        "Time: 5 July 2022 – 6 July 2022, 14:05",
    ),
    (Conference(sitting=Sitting(start=day("2022-07"))), "Thời gian: 07/2022", "Time: July 2022"),
    (Conference(sitting=Sitting(start=day("2022"))), "Thời gian: 2022", "Time: 2022"),
    (Conference(sitting=Sitting(day_part=DayPart.AFTERNOON)), "Thời gian: Chiều", "Time: Afternoon"),
    # which time
    (
        Conference(review_period=Period.quarter(2023, 1)),
        "Kỳ đánh giá: quý I/2023 (01/01/2023 – 31/03/2023)",
        "Under review: quý I/2023 (1 January 2023 – 31 March 2023)",
    ),
    (
        Conference(plan_period=Period(start=dt.date(2023, 1, 1), end=dt.date(2023, 1, 31))),
        "Kỳ triển khai nhiệm vụ: 01/01/2023 – 31/01/2023",
        "Planned for: 1 January 2023 – 31 January 2023",
    ),
    # where
    (
        Conference(venue=Venue(text="Nhà văn hóa", commune=Commune(name="Bản Phố", kind=XA))),
        "Địa điểm: Nhà văn hóa (xã Bản Phố)",
        "Venue: Nhà văn hóa (Bản Phố commune)",
    ),
    (
        Conference(venue=Venue(text="xã Bản Phố", commune=Commune(name="Bản Phố", kind=XA))),
        "Địa điểm: xã Bản Phố",
        "Venue: xã Bản Phố",
    ),
    (
        Conference(communes=[Commune(name="Thị trấn", kind=CommuneKind.TOWNSHIP), Commune(name="Nậm Khao")]),
        "Địa bàn được nêu: Thị trấn, Nậm Khao",
        "Communes named: Thị trấn township, Nậm Khao",
    ),
    (
        Conference(
            cluster=Cluster(
                name="số 3",
                communes=[
                    Commune(name="Bản Phố", kind=XA, district=HUYEN, province=TINH),
                    Commune(name="Nậm Khao", kind=XA, district=HUYEN, province=TINH),
                    Commune(name="Lũng Cao"),
                ],
            )
        ),
        "Cụm: số 3, gồm xã Bản Phố, xã Nậm Khao thuộc huyện Mường Sơn, tỉnh Lam Giang; Lũng Cao",
        "Cluster: số 3: Bản Phố commune, Nậm Khao commune in Mường Sơn district, Lam Giang province; Lũng Cao",
    ),
    (Conference(cluster=Cluster(name="trung tâm")), "Cụm: trung tâm", "Cluster: trung tâm"),
    (Conference(cluster=Cluster(areas=[HUYEN, TINH])), "Cụm: huyện Mường Sơn, tỉnh Lam Giang",
     "Cluster: Mường Sơn district, Lam Giang province"),
    (
        Conference(
            communes=[
                Commune(
                    name="Bản Phố",
                    kind=XA,
                    successors=[CommuneRef(code="15646", edition="2025-07", name="Mường Sơn", kind=XA)],
                )
            ]
        ),
        "Địa bàn được nêu: xã Bản Phố (nay là xã Mường Sơn)",
        "Communes named: Bản Phố commune (now Mường Sơn commune)",
    ),
    # what a gazetteer knows
    (
        Conference(communes=[became("Bản Phố", "Mường Sơn"), became("Nậm Khao", "Mường Sơn")]),
        "Địa bàn được nêu: xã Bản Phố, xã Nậm Khao thuộc huyện Mường Sơn (nay đều thuộc xã Mường Sơn)",
        "Communes named: Bản Phố commune, Nậm Khao commune in Mường Sơn district (now in Mường Sơn commune)",
    ),
    (
        Conference(communes=[became("Bản Phố", "Pá Lau"), became("Nậm Khao", "Lũng Cao")]),
        "Địa bàn được nêu: xã Bản Phố (nay là xã Pá Lau), xã Nậm Khao (nay là xã Lũng Cao) thuộc huyện Mường Sơn",
        ("Communes named: Bản Phố commune (now Pá Lau commune), Nậm Khao commune (now Lũng Cao commune) in Mường Sơn "
        "district"),
    ),
    (
        Conference(communes=[became("Bản Phố", "Mường Sơn", "Lũng Cao")]),
        "Địa bàn được nêu: xã Bản Phố (nay là xã Mường Sơn, xã Lũng Cao) thuộc huyện Mường Sơn",
        "Communes named: Bản Phố commune (now Mường Sơn commune, Lũng Cao commune) in Mường Sơn district",
    ),
    (
        Conference(communes=[became("Bản Phố", "Bản Phố")]),
        "Địa bàn được nêu: xã Bản Phố thuộc huyện Mường Sơn",
        "Communes named: Bản Phố commune in Mường Sơn district",
    ),
    (
        # What stood in 2024 may be something else today, which the model alone does not say.
        Conference(communes=[became("Bản Phố", "Mường Sơn", edition="2025-03")]),
        "Địa bàn được nêu: xã Bản Phố (sau là xã Mường Sơn) thuộc huyện Mường Sơn",
        "Communes named: Bản Phố commune (later Mường Sơn commune) in Mường Sơn district",
    ),
    (
        Conference(communes=[became(name, "Lũng Cao", edition="2025-03") for name in ("Bản Phố", "Nậm Khao")]),
        "Địa bàn được nêu: xã Bản Phố, xã Nậm Khao thuộc huyện Mường Sơn (sau đều thuộc xã Lũng Cao)",
        "Communes named: Bản Phố commune, Nậm Khao commune in Mường Sơn district (later in Lũng Cao commune)",
    ),
    (
        Conference(
            communes=[
                attr.evolve(became(name, "Pá Lau"), found_by=FoundBy.INFERRED, official_name=official)
                for name, official in (("Bản Phố", "Bản Phó"), ("Hoà An", "Hòa An"))
            ]
        ),
        "Địa bàn được nêu: xã Bản Phố (xã Bản Phó), xã Hoà An thuộc huyện Mường Sơn (suy ra; nay đều thuộc xã Pá Lau)",
        ("Communes named: Bản Phố commune (Bản Phó commune), Hoà An commune in Mường Sơn district"
        " (inferred; now in Pá Lau commune)"),
    ),
    (
        Conference(
            organisers=[
                Organisation(name="Ban Dân vận Huyện ủy", area=attr.evolve(HUYEN, found_by=FoundBy.INFERRED)),
                Organisation(name="UBND huyện Mường Sơn", area=HUYEN),
            ],
        ),
        "Đơn vị tổ chức: Ban Dân vận Huyện ủy (huyện Mường Sơn, suy ra); UBND huyện Mường Sơn",
        "Organised by: Ban Dân vận Huyện ủy (Mường Sơn district, inferred); UBND huyện Mường Sơn",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("conference", "vi", "en"), FACTS, ids=lambda value: value if isinstance(value, str) else "")
def test_facts_are_said_in_both_languages(conference, vi, en):
    assert texts_of(to_markdown(conference, lang="vi"), "li") == [vi]
    assert texts_of(to_markdown(conference, lang="en"), "li") == [en]


def test_a_host_is_named_with_the_place_that_it_is_of():
    assert facts(Conference(host=Organisation(name="Huyện ủy", area=HUYEN))) == {
        "Đơn vị đăng cai": "Huyện ủy (huyện Mường Sơn)"
    }


def test_a_name_that_is_the_title_is_not_said_twice():
    article = Article(text="", title="HỘI NGHỊ  giao ban")
    same = ParsedArticle(article=article, conference=Conference(name="Hội nghị giao ban"))
    other = attr.evolve(same, conference=Conference(name="Hội nghị sơ kết"))
    assert texts_of(to_markdown(same), "li") == []
    assert texts_of(to_markdown(other), "li") == ["Tên hội nghị: Hội nghị sơ kết"]


def test_communes_of_the_cluster_are_named_once():
    conference = Conference(
        cluster=Cluster(communes=[Commune(name="Bản Phố", kind=XA)]),
        communes=[Commune(name="BẢN PHỐ"), Commune(name="Nậm Khao")],
    )
    assert facts(conference) == {"Cụm": "xã Bản Phố", "Địa bàn khác được nêu": "Nậm Khao"}


# --- people, findings, figures ---------------------------------------------------


def test_participants_stand_in_a_table_in_their_order():
    someone = Participant(
        official=Official(
            name="Lò Văn Inh",
            honorific="ông",
            positions=[
                Position(text="PBT", title="Phó Bí thư", status=PositionStatus.ACTING),
                Position(text="nguyên Chủ tịch xã", status=PositionStatus.FORMER),
            ],
        ),
        roles=[Role.SPEAK, Role.CHAIR],
    )
    conference = Conference(participants=[someone, Participant(official=Official(name="Giàng A Páo"))])
    assert tables_of(to_markdown(conference)) == [
        [
            ["TT", "Họ và tên", "Chức vụ", "Vai trò tại hội nghị"],
            ["1", "ông Lò Văn Inh", "quyền Phó Bí thư; nguyên Chủ tịch xã", "Chủ trì, phát biểu"],
            ["2", "Giàng A Páo", "", ""],
        ]
    ]
    assert facts(Conference(participants=[someone])) == {"Chủ trì": "ông Lò Văn Inh"}


def test_those_who_are_not_named_stand_below_those_who_are():
    unnamed = Conference(delegations=[Delegation(text="lãnh đạo các xã"), Delegation(text="- đại diện các thôn")])
    assert to_markdown(unnamed, lang="en").partition("\n\n## ")[2] == (
        "Participants\n\n### Also present\n\n- lãnh đạo các xã\n- \\- đại diện các thôn\n"
    )


def test_findings_are_grouped_by_kind_and_sector():
    document = to_markdown(FILLED_CONFERENCE, lang="en")
    assert texts_of(document, "h2") == [
        "Participants", "Achievements", "Shortcomings", "Causes", "Directives", "Petitions", "Figures",
    ]  # fmt: skip
    assert texts_of(document, "h3") == [
        "Also present", "Finance", "Agriculture", "Information", "Social security", "Infrastructure", "Not classified",
    ]  # fmt: skip


def statements(*speakers):
    findings = [Finding(kind=FindingKind.DIRECTIVE, statement=f"việc {n}", speaker=s) for n, s in enumerate(speakers)]
    return to_markdown(Conference(findings=findings)).partition("## Nhiệm vụ, yêu cầu\n\n")[2]


def test_a_speaker_is_named_once_where_there_is_only_one():
    assert statements("Lò Văn Inh", "Lò Văn Inh") == "Người phát biểu: Lò Văn Inh\n\n- việc 0\n- việc 1\n"
    assert statements("Lò Văn Inh", None) == "- việc 0 (Lò Văn Inh)\n- việc 1\n"
    assert statements("Lò Văn Inh", "Giàng A Páo") == "- việc 0 (Lò Văn Inh)\n- việc 1 (Giàng A Páo)\n"
    assert statements(None, None) == "- việc 0\n- việc 1\n"


@pytest.mark.parametrize(
    ("measure", "vi", "en"),
    [
        (Measure(quantity=Decimal("1234567.5"), unit="tỷ đồng"), "1.234.567,5 tỷ đồng", "1,234,567.5 tỷ đồng"),
        (Measure(quantity=Decimal("12.50"), unit="%"), "12,5%", "12.5%"),
        (Measure(quantity=Decimal(-999), unit="m"), "-999 m", "-999 m"),
        (Measure(quantity=Decimal("0.001"), unit="ha"), "0,001 ha", "0.001 ha"),
        (Measure(quantity=Decimal("1E+100"), unit="con"), "1E+100 con", "1E+100 con"),
        (
            Measure(quantity=Decimal(4), unit="% hộ", bound=Bound.AT_LEAST, change=Change.DECREASE),
            "giảm ít nhất 4% hộ",
            "down at least 4% hộ",
        ),
        (Measure(quantity=Decimal(100), unit="cuộc", bound=Bound.ABOUT), "khoảng 100 cuộc", "about 100 cuộc"),
    ],
)
def test_figures_are_written_as_people_write_them(measure, vi, en):
    finding = Finding(kind=FindingKind.ACHIEVEMENT, statement="x", measures=[measure])
    for lang, said in (("vi", vi), ("en", en)):
        (table,) = tables_of(to_markdown(Conference(findings=[finding]), lang=lang))
        assert table[1][0] == said


def test_a_figure_of_a_million_digits_is_written_too():
    many = Measure(quantity=Decimal("7" * 100_000), unit="con")
    document = to_markdown(Conference(findings=[Finding(kind=FindingKind.CAUSE, statement="x", measures=[many])]))
    assert "| 7.777.777." in document


# --- doubts and source -------------------------------------------------------------


def doubted(*diagnostics, text="Sáng 8/7, hội nghị"):
    return to_markdown(ParsedArticle(article=Article(text=text), conference=Conference(), diagnostics=diagnostics))


def doubt(code, severity=Severity.WARNING, span=None):
    return Diagnostic(code=code, severity=severity, message=f"about {code}", span=span)


def test_doubts_are_told_with_what_they_are_about():
    document = doubted(
        doubt("year-completed", span=Span(start=0, end=8)),
        doubt("no-chair"),
        doubt("of-tomorrow", Severity.ERROR),
        doubt("repeated-body", Severity.INFO),
    )
    assert texts_of(document, "li") == [
        "Ngày không ghi năm, năm được suy ra: “Sáng 8/7”",
        "Không nêu người chủ trì",
        "about of-tomorrow",
    ]


def test_a_long_quotation_is_cut():
    (said,) = texts_of(doubted(doubt("cut-off", span=Span(start=0, end=900)), text="dài " * 300), "li")
    assert said.endswith("dài…”")
    assert len(said) < 150


@pytest.mark.parametrize(("length", "end"), [(80, "a”"), (81, "a…”")])
def test_a_quotation_has_a_greatest_length(length, end):
    (said,) = texts_of(doubted(doubt("cut-off", span=Span(start=0, end=length)), text="a" * length), "li")
    assert said.endswith(f"“{'a' * 79}{end}")


def test_what_is_only_worth_knowing_is_left_out():
    assert "## Điểm cần kiểm tra lại" not in doubted(doubt("repeated-body", Severity.INFO))


@pytest.mark.parametrize(
    ("moment", "vi", "en"),
    [
        (dt.date(2022, 7, 9), "09/07/2022", "9 July 2022"),
        (
            dt.datetime(2022, 7, 9, 8, 11, tzinfo=dt.timezone(dt.timedelta(hours=7))),
            "08:11 ngày 09/07/2022",
            "9 July 2022, 08:11",
        ),
        (
            dt.datetime(2022, 7, 9, 8, 11, tzinfo=dt.timezone(-dt.timedelta(hours=3, minutes=30))),
            "08:11 (UTC-03:30) ngày 09/07/2022",
            "9 July 2022, 08:11 (UTC-03:30)",
        ),
    ],
)
def test_publication_is_told_by_the_clock_of_vietnam(moment, vi, en):
    parsed = ParsedArticle(article=Article(text="", published_at=moment))
    assert texts_of(to_markdown(parsed), "li") == [f"Ngày đăng: {vi}"]
    assert texts_of(to_markdown(parsed, lang="en"), "li") == [f"Published: {en}"]


def test_the_source_names_who_made_it():
    article = Article(text="", url="https://example.org/a_b", bylines=[Byline(name="P.V"), *FILLED.article.bylines[:1]])
    assert texts_of(to_markdown(ParsedArticle(article=article)), "li") == [
        "Người thực hiện: P.V; Thanh Hà (tin, bài, ảnh)",
        "Địa chỉ: https://example.org/a_b",
    ]
