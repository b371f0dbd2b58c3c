"""
The scorer: figures by field, misses with their place, partial answers, and what a change gained and lost.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attr
import pytest

from dccs_model import Article, Commune, Conference, DayPart, FindingKind, FormatError, ParsedArticle, Role, Sector
from dccs_model.testing import (
    Evaluation,
    Miss,
    Score,
    a_cluster,
    a_conference,
    a_finding,
    a_measure,
    a_parsed_article,
    a_partial_date,
    a_participant,
    a_position,
    a_sitting,
    a_span,
    a_venue,
    agreement,
    an_official,
    compare,
    evaluate,
    score,
    write_article,
)
from dccs_model.testing._reading import fold, read_document
from dccs_model.testing._tree import document

TRUTH = a_parsed_article()
TEXT = TRUTH.article.text


def scored(answer: Mapping[str, Any], parsed: ParsedArticle = TRUTH, text: str = TEXT) -> Evaluation:
    return score("one", text, answer, parsed)


def read_with(**parts: Any) -> ParsedArticle:
    """
    The true reading, but for some parts of its conference.
    """
    conference = a_conference(**parts)
    return a_parsed_article(conference=conference, article=TRUTH.article)


COMPLETE = {**document(TRUTH), "complete": True}


def test_a_perfect_reading() -> None:
    result = scored(COMPLETE)

    assert result.overall == 1
    assert (result.articles, result.whole, result.misses) == (1, 1, ())


def test_an_empty_reading_recalls_nothing() -> None:
    result = scored(COMPLETE, ParsedArticle(article=Article(text=TEXT)))

    assert result.overall == 0
    assert {each.recall for each in result.scores.values() if each.true} == {0}
    assert result.whole == 0


CHANGES: dict[str, tuple[dict[str, Any], dict[str, tuple[int, int, int]]]] = {
    # What was read otherwise: for each field that is not perfect then, right, said and true.
    "another part of the day": ({"sitting": a_sitting(day_part=DayPart.EVENING)}, {"day_part": (0, 1, 1)}),
    "another day": ({"sitting": a_sitting(start=a_partial_date(day=6))}, {"held": (0, 1, 1)}),
    "no day": ({"sitting": None}, {"held": (0, 0, 1), "day_part": (0, 0, 1)}),
    "another hall": ({"venue": a_venue(text="Hội trường Huyện ủy")}, {"venue": (0, 1, 1)}),
    "a commune too many": (
        {"communes": (*a_conference().communes, Commune(name="Hà Nội"))},
        {"communes": (3, 4, 3)},
    ),
    "a cluster of two": ({"cluster": a_cluster(communes=a_cluster().communes[:2])}, {"cluster_communes": (2, 2, 3)}),
    "no period": ({"review_period": None}, {"review_period": (0, 0, 1)}),
    "a role too many": (
        {"participants": (a_participant(roles=[*Role][:3]), *a_conference().participants[1:])},
        {"roles": (2, 4, 3)},
    ),
    "another post": (
        {
            "participants": (
                a_participant(official=an_official(positions=[a_position(text="Giám đốc Sở Y tế")])),
                *a_conference().participants[1:],
            )
        },
        {"positions": (2, 3, 3)},
    ),
    "a person missed": (
        {"participants": a_conference().participants[:1]},
        {"officials": (1, 1, 2), "positions": (1, 1, 3), "roles": (2, 2, 3)},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_field_is_scored_by_itself(change: str) -> None:
    parts, expected = CHANGES[change]

    result = scored(COMPLETE, read_with(**parts))

    imperfect = {field: each for field, each in result.scores.items() if each.f1 not in (None, 1)}
    assert imperfect == {field: Score(*figures) for field, figures in expected.items()}


@pytest.mark.parametrize(
    ("true", "said", "right"),
    [
        ("Trưởng Ban Tổ chức", "Trưởng ban Tổ chức Huyện uỷ", 1),
        ("UVBTV Huyện ủy", "Ủy viên Ban Thường vụ Huyện ủy", 1),
        ("Bí thư T.Ư Đoàn", "Bí thư Trung ương Đoàn", 1),
        ("Chủ tịch UBND huyện", "Chủ tịch HĐND huyện", 0),
        ("Bí thư Huyện ủy", "Phó Bí thư Huyện ủy", 0),
    ],
)
def test_a_post_may_be_said_more_fully(true: str, said: str, right: int) -> None:
    def held(post: str) -> ParsedArticle:
        official = an_official(positions=[a_position(text=post, title=None)])
        return read_with(participants=[a_participant(official=official)])

    result = scored({**document(held(true)), "complete": True}, held(said))

    assert result.scores["positions"] == Score(right, 1, 1)


@pytest.mark.parametrize(
    ("said", "right"),
    [("xã Tân Lập", 1), ("trụ sở UBND xã Tân Lập, huyện Thạch Lâm", 0), ("Nhà văn hóa", 1), ("xã", 0)],
)
def test_a_hall_may_be_named_more_or_less_fully(said: str, right: int) -> None:
    result = scored(COMPLETE, read_with(venue=a_venue(text=said)))

    assert result.scores["venue"].right == right


# ---- findings ---------------------------------------------------------------


def test_findings_are_scored_by_their_letters() -> None:
    first, *rest = a_conference().findings
    half = attr.evolve(first, statement="giá trị sản xuất", measures=())

    result = scored(COMPLETE, read_with(findings=(half, *rest)))

    found = result.scores["findings:achievement"]
    assert (found.right, found.said) == (13, 13)
    assert found.true == sum(map(str.isalnum, first.statement))
    assert result.scores["sectors"] == Score(3, 3, 3)
    assert result.scores["measures"] == Score(0, 0, 1)


def test_a_clause_of_another_kind_is_missed_and_made_up() -> None:
    first, *rest = a_conference().findings

    result = scored(COMPLETE, read_with(findings=(attr.evolve(first, kind=FindingKind.DIRECTIVE), *rest)))

    told = [(each.field, each.kind) for each in result.misses]
    assert told == [("findings:achievement", "missed"), ("findings:directive", "made up")]


def test_a_wrong_sector_is_told_for_the_right_one() -> None:
    first, *rest = a_conference().findings

    result = scored(COMPLETE, read_with(findings=(attr.evolve(first, sector=Sector.FINANCE), *rest)))

    assert result.scores["sectors"] == Score(2, 3, 3)
    assert [each.what for each in result.misses] == [f"finance for economy: {first.statement!r}"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("between", [" ", "\n", "\u00a0 "], ids=["space", "line", "hard space"])
def test_a_statement_is_found_however_it_is_typed(form: str, between: str) -> None:
    text = unicodedata.normalize(form, "Theo đó, chăn nuôi ổn định; thủy sản phát triển.").replace(" ", between)
    answer = {"conference": {"findings": [{"kind": "achievement", "statement": "chăn nuôi ổn định"}]}}

    clauses = read_document(answer, text).clauses

    assert clauses is not None
    quoted = unicodedata.normalize("NFC", clauses[0].span.of(text))
    assert " ".join(quoted.split()) == "chăn nuôi ổn định"


def test_the_same_statement_twice_is_found_in_two_places() -> None:
    text = "Kết quả tốt; kết quả tốt."
    findings = [{"kind": "achievement", "statement": "ết quả tốt"}] * 2

    clauses = read_document({"conference": {"findings": findings}}, text).clauses

    assert clauses is not None
    assert [each.span.start for each in clauses] == [1, 14]


def test_a_statement_that_the_text_lacks_is_named() -> None:
    answer = {"conference": {"findings": [{"kind": "achievement", "statement": "mưa thuận gió hòa"}]}}

    with pytest.raises(FormatError, match="mưa thuận gió hòa") as caught:
        scored(answer)

    assert caught.value.path == "$.conference.findings[0].statement"


# ---- partial answers --------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "fields"),
    [
        ({}, []),
        ({"article": {"title": "Tin"}}, ["title"]),
        ({"article": {"captions": []}}, ["captions"]),
        ({"conference": {}}, ["is_conference"]),
        ({"conference": {"sitting": {"day_part": "noon"}}}, ["is_conference", "day_part"]),
        ({"conference": {"sitting": None}}, ["is_conference", "held", "day_part"]),
        ({"conference": {"cluster": {"name": "số 3"}}}, ["is_conference", "cluster"]),
        ({"conference": {"participants": []}}, ["is_conference", "officials", "positions", "roles"]),
        ({"conference": {"findings": [{"kind": "cause", "statement": TEXT[:9]}]}}, None),
    ],
)
def test_what_an_answer_leaves_out_is_not_scored(answer: dict[str, Any], fields: list[str] | None) -> None:
    scores = scored(answer).scores

    if fields is None:
        kinds = ["achievement", "shortcoming", "cause", "directive", "petition"]
        fields = ["is_conference", *(f"findings:{kind}" for kind in kinds), "sectors"]
    assert list(scores) == fields


def test_null_says_that_there_is_none() -> None:
    result = scored({"conference": {"venue": None}})

    assert result.scores["venue"] == Score(0, 1, 0)
    assert result.misses == (Miss(article="one", field="venue", kind="made up", what="Nhà văn hóa xã Tân Lập"),)


def test_an_answer_without_a_conference_says_that_nothing_else_is_there() -> None:
    result = scored({"conference": None})

    assert result.scores["is_conference"] == Score(0, 1, 1)
    assert result.scores["officials"] == Score(0, 2, 0)
    assert "title" not in result.scores


def test_an_official_without_positions_has_none_scored() -> None:
    people = [{"official": {"name": "Lê Thị Hòa"}, "roles": ["chair", "conclude"]}]

    result = scored({"conference": {"participants": people}})

    assert result.scores["roles"] == Score(2, 3, 2)
    # Those of the official whom the answer lacks are made up all the same.
    assert result.scores["positions"] == Score(0, 2, 0)


def test_an_answer_of_the_wrong_shape_is_refused() -> None:
    with pytest.raises(FormatError, match="no document of the wire format"):
        scored({"conference": {"participants": [{"name": "Lê Thị Hòa"}]}})


# ---- misses -----------------------------------------------------------------


def test_a_miss_shows_its_line_with_a_caret() -> None:
    text = "Hội nghị giao ban\n\nChủ trì hội nghị là đồng chí Lo\u0300 Thị Ơn."
    people = [{"official": {"name": "Lò Thị Ơn", "span": {"start": 48, "end": 58}}}]

    result = score("one", text, {"conference": {"participants": people}}, ParsedArticle(article=Article(text=text)))

    assert str(result.misses[1]) == (
        "one, line 3: officials: missed Lò Thị Ơn\n"
        "  Chủ trì hội nghị là đồng chí Lo\u0300 Thị Ơn.\n"
        "                               ^^^^^^^^^"
    )


# ---- folders ----------------------------------------------------------------


def write_pair(folder: Path, name: str, text: str, answer: object) -> None:
    (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")


def blind(text: str) -> ParsedArticle:
    return ParsedArticle(article=Article(text=text))


def test_a_folder_is_summed_up(tmp_path: Path) -> None:
    write_pair(tmp_path, "a", "Tin một", {"conference": None})
    write_pair(tmp_path, "b", "Tin hai\r\n", {"conference": {}})
    (tmp_path / "c.txt").write_text("no answer", encoding="utf-8")

    result = evaluate(tmp_path, blind)

    assert (result.articles, result.whole) == (2, 1)
    assert result.scores["is_conference"] == Score(1, 2, 2)
    assert [(each.article, each.what) for each in result.misses] == [("b", "that it is a conference")]


def test_texts_are_read_to_the_code_point(tmp_path: Path) -> None:
    seen: list[str] = []
    write_pair(tmp_path, "a", "Tin\r\nHo\u0300a", {})

    evaluate(tmp_path, lambda text: seen.append(text) or blind(text))  # type: ignore[func-returns-value]

    assert seen == ["Tin\r\nHo\u0300a"]


@pytest.mark.parametrize("content", ["{", "[1]", '{"conference": 3}'])
def test_a_broken_answer_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("Tin", encoding="utf-8")
    (tmp_path / "a.json").write_text(content, encoding="utf-8")

    with pytest.raises(FormatError, match=r"a\.json"):
        evaluate(tmp_path, blind)


def test_a_folder_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="holds no NAME.json"):
        evaluate(tmp_path)


# ---- comparing --------------------------------------------------------------


def test_what_a_change_gained_and_lost() -> None:
    old = scored(COMPLETE, read_with(venue=None))
    new = scored(COMPLETE, read_with(cluster=None))

    change = compare(old, new)

    assert [each.field for each in change.gained] == ["venue"]
    assert {each.field for each in change.lost} == {"cluster", "cluster_communes"}
    assert change.changes == {"venue": (0, 1), "cluster": (1, 0), "cluster_communes": (1, 0)}
    assert str(change).splitlines()[0] == "venue                      0.000 → 1.000"


def test_nothing_changed() -> None:
    result = scored(COMPLETE)

    assert str(compare(result, result)) == "nothing changed\n"


def test_an_evaluation_is_kept_as_json() -> None:
    result = scored(COMPLETE, read_with(venue=None, cluster=None))

    kept = Evaluation.from_dict(json.loads(json.dumps(result.to_dict())))

    assert (kept.scores, kept.misses, kept.overall) == (result.scores, result.misses, result.overall)


def test_what_is_no_evaluation_is_refused() -> None:
    with pytest.raises(FormatError, match="Evaluation.to_dict"):
        Evaluation.from_dict({"articles": 1})


def test_the_table_has_a_line_for_each_field() -> None:
    lines = scored(COMPLETE).table().splitlines()

    assert len(lines) == len(scored(COMPLETE).scores) + 2
    assert lines[1].split() == ["is_conference", "1.000", "1.000", "1.000", "1/1/1", "*"]
    assert lines[-1] == "1 articles, 1 read whole; overall (mean F1 of the starred): 1.0000"


def test_agreement_tells_whose_article_it_is() -> None:
    written = write_article(3)

    result = agreement(written, blind(written.text), name="third")

    assert {each.article for each in result.misses} == {"third"}
    assert result.scores["officials"].true == len(written.conference.participants)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("PCT UBND huyện", "phó chủ tịch ủy ban nhân dân huyện"), ("Uỷ viên  BCH", "ủy viên ban chấp hành"), ("", "")],
)
def test_abbreviations_are_unfolded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_measures_are_equal_by_their_value() -> None:
    finding = a_finding(measures=[a_measure(quantity=a_measure().quantity * 1), a_measure(unit="ha", span=a_span())])
    answer = {"conference": {"findings": [{**document(finding), "measures": [{"quantity": "12.50", "unit": "%"}]}]}}

    result = scored(answer, read_with(findings=[finding]))

    assert result.scores["measures"] == Score(1, 2, 1)


def test_conference_and_reading_may_both_be_none() -> None:
    result = score("one", "Tin", {"conference": None}, blind("Tin"))

    assert result.scores["is_conference"] == Score(1, 1, 1)
    assert result.misses == ()
    assert isinstance(TRUTH.conference, Conference)
