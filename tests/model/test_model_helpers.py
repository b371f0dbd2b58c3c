"""
What users reach for by name: the chair, who did what, the findings of a kind, the words behind a fact.
"""

from __future__ import annotations

import unicodedata

import pytest

from dccs_model import (
    Article,
    Conference,
    DccsError,
    Diagnostic,
    Finding,
    FindingKind,
    Mention,
    Official,
    ParsedArticle,
    Participant,
    Position,
    Role,
    Severity,
    Span,
)
from dccs_model.model.article import spans_of

DAN = Official(name="Hồ Văn Dần", positions=[Position(text="Trưởng Ban Tổ chức Huyện ủy")])
NAM = Official(name="Đỗ Xuân Nam", positions=[Position(text="Bí thư huyện uỷ")])
HUE = Official(name="Lê Thị Huệ", positions=[Position(text="UVBTV", title="Ủy viên Ban Thường vụ")])
CONFERENCE = Conference(
    participants=[
        Participant(official=HUE, roles=[Role.ATTEND]),
        Participant(official=DAN, roles=[Role.CHAIR, Role.CONCLUDE]),
        Participant(official=NAM, roles=[Role.CHAIR, Role.SPEAK]),
        Participant(official=Official(name="Vi Văn Sơn")),
    ],
    findings=[
        Finding(kind=FindingKind.ACHIEVEMENT, statement="lúa được mùa"),
        Finding(kind=FindingKind.SHORTCOMING, statement="đường còn xấu"),
        Finding(kind=FindingKind.ACHIEVEMENT, statement="an ninh được giữ vững"),
    ],
)

# ---- conference ------------------------------------------------------------------------------------------------------


def test_everyone_is_there_in_the_order_of_mention() -> None:
    assert [each.name for each in CONFERENCE.officials] == ["Lê Thị Huệ", "Hồ Văn Dần", "Đỗ Xuân Nam", "Vi Văn Sơn"]


def test_the_chair_is_the_first_of_the_chairs() -> None:
    assert CONFERENCE.chair == DAN
    assert CONFERENCE.chairs == (DAN, NAM)


def test_a_conference_without_a_chair() -> None:
    assert Conference().chair is None
    assert Conference().chairs == ()


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.CHAIR, ["Hồ Văn Dần", "Đỗ Xuân Nam"]),
        (Role.ATTEND, ["Lê Thị Huệ"]),
        (Role.CONCLUDE, ["Hồ Văn Dần"]),
        (Role.AWARD, []),
    ],
)
def test_who_had_a_role(role: Role, names: list[str]) -> None:
    assert [each.name for each in CONFERENCE.with_role(role)] == names


@pytest.mark.parametrize("spelling", ["Đỗ Xuân Nam", "ĐỖ  XUÂN NAM", unicodedata.normalize("NFD", "đỗ xuân nam")])
def test_a_participant_is_found_however_the_name_is_spelt(spelling: str) -> None:
    found = CONFERENCE.participant(spelling)

    assert found is not None
    assert found.official == NAM


def test_nobody_is_found_under_another_name() -> None:
    assert CONFERENCE.participant("Đỗ Xuân Năm") is None


def test_the_findings_of_a_kind_in_the_order_of_the_text() -> None:
    achievements = CONFERENCE.findings_of(FindingKind.ACHIEVEMENT)

    assert [each.statement for each in achievements] == ["lúa được mùa", "an ninh được giữ vững"]
    assert CONFERENCE.findings_of(FindingKind.PETITION) == ()


# ---- officials -------------------------------------------------------------------------------------------------------

HOLDS = {
    "as it is written": (DAN, "Trưởng Ban Tổ chức Huyện ủy", True),
    "in small letters, with the tone mark elsewhere": (NAM, "bí thư Huyện ủy", True),
    "decomposed": (NAM, unicodedata.normalize("NFD", "Bí thư Huyện uỷ"), True),
    "a short form as it stands": (HUE, "UVBTV", True),
    "a short form unfolded": (HUE, "Ủy viên Ban Thường vụ", True),
    "half of it": (DAN, "Trưởng Ban Tổ chức", False),
    "more than it": (NAM, "Phó Bí thư Huyện ủy", False),
    "a post of someone who has none": (Official(name="Vi Văn Sơn"), "Bí thư", False),
}


@pytest.mark.parametrize(("official", "position", "answer"), HOLDS.values(), ids=HOLDS)
def test_whether_an_official_holds_a_position(official: Official, position: str, answer: bool) -> None:
    assert official.holds(position) is answer


@pytest.mark.parametrize("nothing", ["", " ", "-"])
def test_no_official_holds_nothing(nothing: str) -> None:
    assert not NAM.holds(nothing)


# ---- evidence --------------------------------------------------------------------------------------------------------

TEXT = "Hội nghị nghe báo cáo:  lúa\nđược mùa."


def test_a_finding_shows_the_words_exactly_as_they_stand() -> None:
    finding = Finding(kind=FindingKind.ACHIEVEMENT, statement="lúa được mùa", span=Span(start=24, end=36))

    assert finding.evidence(Article(text=TEXT)) == "lúa\nđược mùa"


def test_a_finding_that_was_not_read_has_no_evidence() -> None:
    assert CONFERENCE.findings[0].evidence(Article(text=TEXT)) is None


def test_a_diagnostic_explains_itself_with_its_article() -> None:
    diagnostic = Diagnostic(code="cut-off", severity=Severity.INFO, message="it ends", span=Span(start=24, end=27))

    assert "lúa" in diagnostic.explain(Article(text=TEXT))


def test_every_span_is_found_wherever_it_lies() -> None:
    spans = [Span(start=at, end=at + 1) for at in range(6)]
    parsed = ParsedArticle(
        article=Article(text=TEXT, title="x", title_span=spans[0]),
        conference=Conference(
            participants=[
                Participant(
                    official=Official(name="Lê A", positions=[Position(text="Bí thư", span=spans[2])], span=spans[1]),
                    mentions=[Mention(span=spans[3])],
                )
            ],
            findings=[Finding(kind=FindingKind.CAUSE, statement="x", span=spans[4])],
        ),
        diagnostics=[Diagnostic(code="cut-off", severity=Severity.INFO, message="x", span=spans[5])],
    )

    assert sorted(spans_of(parsed), key=lambda span: span.start) == spans
    assert list(spans_of((spans[0], (spans[1],)))) == spans[:2]
    assert list(spans_of("no model value")) == []


# ---- spans -----------------------------------------------------------------------------------------------------------

SPAN = Span(start=2, end=5)
RELATIONS = {
    # Another span, whether it lies inside 2 to 5, and whether the two share a code point.
    "itself": (Span(start=2, end=5), True, True),
    "a part": (Span(start=3, end=4), True, True),
    "a longer one": (Span(start=1, end=6), False, True),
    "one that reaches in": (Span(start=4, end=9), False, True),
    "one that follows": (Span(start=5, end=9), False, False),
    "one before": (Span(start=0, end=2), False, False),
    "an empty one inside": (Span(start=3, end=3), True, True),
}


@pytest.mark.parametrize(("other", "inside", "overlaps"), RELATIONS.values(), ids=RELATIONS)
def test_how_two_spans_lie(other: Span, inside: bool, overlaps: bool) -> None:
    assert (other in SPAN) is inside
    assert SPAN.overlaps(other) is overlaps
    assert other.overlaps(SPAN) is overlaps


def test_a_span_has_a_length_and_is_true_even_where_it_is_empty() -> None:
    assert len(SPAN) == 3
    assert len(Span(start=3, end=3)) == 0
    assert Span(start=3, end=3)
    assert "a word" not in SPAN
    assert SPAN.of("0123456") == "234"


def test_errors_of_the_model_can_be_caught_as_ours() -> None:
    with pytest.raises(DccsError):
        Span(start=1, end=0)
