"""
What documents and the terminal say alike: headlines, facts, sectors, and when a commune stood.
"""

import datetime as dt

import pytest
from formats_values import FILLED, KNOWN_COMMUNE

from dccs_model import Article, Commune, Conference, Finding, FindingKind, Sector
from dccs_model.formats import from_json, to_json
from dccs_model.formats.document import write_part
from dccs_model.formats.facts import by_sector, facts_of, frame_of, headline
from dccs_model.formats.phrases import Phrases

VI, EN = Phrases.of("vi"), Phrases.of("en")


@pytest.mark.parametrize(
    ("title", "conference", "above"),
    [
        ("Giao ban cụm", Conference(name="Hội nghị giao ban"), "Giao ban cụm"),
        (None, Conference(name="Hội nghị giao ban"), "Hội nghị giao ban"),
        ("\u202e", Conference(name="Hội nghị giao ban"), "Hội nghị giao ban"),
        (None, Conference(), "Hội nghị"),
        ("Giá lúa", None, "Giá lúa"),
        (None, None, "Bài viết"),
    ],
)
def test_something_stands_above(title, conference, above):
    assert headline(Article(text="", title=title), conference, VI) == above


def test_there_may_be_no_article():
    assert headline(None, Conference(name="Hội nghị giao ban"), VI) == "Hội nghị giao ban"


def test_facts_are_on_one_line_each_and_never_blank():
    facts = list(facts_of(Conference(name="Hội nghị\n\tgiao  ban"), "Tin", VI))
    assert facts == [("Tên hội nghị", "Hội nghị giao ban")]
    assert list(facts_of(Conference(name="\u202e"), "Tin", VI)) == []


def test_what_is_known_of_the_article():
    assert list(frame_of(FILLED.article, EN)) == [
        ("Published", "9 July 2022, 08:11"),
        ("By", "Thanh Hà (text, photographs); P.V"),
        ("Address", "https://example.org/tin-tuc/giao-ban_123"),
    ]
    assert list(frame_of(Article(text=""), EN)) == []


def finding(words, sector=None):
    return Finding(kind=FindingKind.CAUSE, statement=words, sector=sector)


@pytest.mark.parametrize(
    ("findings", "groups"),
    [
        ([], []),
        ([finding("a"), finding("b")], [(None, ["a", "b"])]),
        (
            [finding("a", Sector.HEALTH), finding("b"), finding("c", Sector.ECONOMY), finding("d", Sector.HEALTH)],
            [("Economy", ["c"]), ("Health", ["a", "d"]), ("Not classified", ["b"])],
        ),
    ],
)
def test_findings_of_one_sector_stand_together(findings, groups):
    said = [(label, [each.statement for each in group]) for label, group in by_sector(findings, EN)]
    assert said == groups


DAY = dt.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("days", "vi", "en"),
    [
        ({}, "", ""),
        ({"valid_from": DAY}, "từ 30/06/2025", "from 30 June 2025"),
        ({"valid_to": DAY}, "đến 30/06/2025", "to 30 June 2025"),
        ({"not_before": DAY}, "không trước 30/06/2025", "not before 30 June 2025"),
        ({"not_after": DAY}, "không sau 30/06/2025", "not after 30 June 2025"),
        (
            {"not_before": dt.date(2023, 4, 10), "valid_to": DAY},
            "không trước 10/04/2023, đến 30/06/2025",
            "not before 10 April 2023, to 30 June 2025",
        ),
        ({"valid_from": DAY, "not_before": dt.date(2023, 4, 10)}, "từ 30/06/2025", "from 30 June 2025"),
        ({"valid_to": DAY, "not_after": dt.date(2026, 1, 1)}, "đến 30/06/2025", "to 30 June 2025"),
    ],
)
def test_when_a_commune_stood(days, vi, en):
    commune = Commune(name="Bản Phố", **days)
    assert (VI.validity(commune), EN.validity(commune)) == (vi, en)


def test_a_part_is_written_as_it_stands_in_a_document():
    conference = Conference(communes=[KNOWN_COMMUNE])
    assert from_json(to_json(conference)) == conference
    assert f'"communes": [{to_json_text(write_part(KNOWN_COMMUNE))}]' in to_json(conference)


def to_json_text(part):
    import json

    return json.dumps(part, ensure_ascii=False)
