"""
Looking up phrases in a text: the first and longest of a table, by a pattern or by an index that was read once.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.lexicon import Entry, Hit, Lexicon, PhraseIndex, Table
from dccs_model.text.phrases import fold

CHAIRS = Entry(("chủ trì", "đồng chủ trì", "chủ trì và kết luận"), "A chủ trì.", {"roles": ["chair"]})
SPEAKS = Entry(("phát biểu", "phát biểu ý kiến", "kết luận"), "A phát biểu.", {"roles": ["speak"], "weight": 1})
ROLES = Table([CHAIRS, SPEAKS]).indexed()
OTHERS = Table([Entry(("hội nghị", "kết luận hội nghị"), "dự hội nghị", {})]).indexed()
INDEX = PhraseIndex([ROLES, OTHERS, Table([SPEAKS]).indexed()])

TEXT = fold("Đồng chí A CHỦ TRÌ và kết luận hội nghị; đồng chí B phát biểu ý  kiến, đồng chí C phát biểu.")
READ = INDEX.read(TEXT, [(0, len(TEXT))])
both_ways = pytest.mark.parametrize("text", [TEXT, READ], ids=["by pattern", "by index"])


def words(hits: list[Hit]) -> list[str]:
    return [TEXT[hit.start : hit.end] for hit in hits]


@both_ways
def test_the_longest_phrases_of_a_table_in_order(text: str) -> None:
    hits = ROLES.find(text, 0, len(text))

    assert words(hits) == ["chủ trì và kết luận", "phát biểu ý  kiến", "phát biểu"]
    assert [hit.entry for hit in hits] == [CHAIRS, SPEAKS, SPEAKS]


@both_ways
def test_each_table_has_its_own_phrases(text: str) -> None:
    assert words(OTHERS.find(text, 0, len(text))) == ["kết luận hội nghị"]


@both_ways
def test_only_what_stands_whole_between_two_places(text: str) -> None:
    start, end = TEXT.index("kết luận"), TEXT.index("phát biểu.")

    assert words(ROLES.find(text, start, end)) == ["kết luận", "phát biểu ý  kiến"]


@both_ways
def test_the_phrase_at_a_place(text: str) -> None:
    at = TEXT.index("phát biểu")
    hit = ROLES.at(text, at, len(text))

    assert hit == Hit(at, at + len("phát biểu ý  kiến"), SPEAKS)
    assert ROLES.at(text, at + 1, len(text)) is None
    assert ROLES.at(text, at, at + 4) is None


@both_ways
def test_the_first_phrase_between_two_places(text: str) -> None:
    first = ROLES.first(text, 0, len(text))

    assert first is not None
    assert words([first]) == ["chủ trì và kết luận"]
    assert ROLES.first(text, 0, 5) is None
    assert ROLES.first(text, len(text) - 2, len(text)) is None


@pytest.mark.parametrize("table", [ROLES, OTHERS], ids=["the word before", "the frequent word"])
def test_a_space_that_was_lost_before_a_frequent_word_is_read_through(table: Table) -> None:
    text = INDEX.read("đồng chí c phát biểuhội nghị", [(0, 28)])

    assert len(table.find(text, 0, len(text))) == 1


def test_a_table_that_was_not_indexed_looks_by_its_pattern() -> None:
    fresh = Table([Entry(("đồng chí",), "đồng chí A", {})])

    assert len(fresh.indexed().find(READ, 0, len(READ))) == 3
    assert len(fresh.find(READ, 0, len(READ))) == 3


def test_parts_of_a_table() -> None:
    assert ROLES.where(roles=["chair"]).entries == (CHAIRS,)
    assert ROLES.telling("weight").entries == (SPEAKS,)
    assert ROLES.get("đồng chủ trì") is CHAIRS
    assert ROLES.get("dự") is None
    assert "kết luận" in ROLES
    assert SPEAKS.get("weight") == 1
    assert CHAIRS.get("weight") is None


def test_the_first_entry_that_holds_a_phrase_has_it() -> None:
    late = Entry(("chủ trì",), "A chủ trì.", {"roles": []})

    assert Table([CHAIRS, late]).get("chủ trì") is CHAIRS
    assert Table([late, CHAIRS]).get("chủ trì") is late


def test_no_phrase_runs_over_a_line_end_in_an_indexed_text() -> None:
    text = fold("chủ trì\nvà kết luận")

    assert [hit.entry for hit in ROLES.find(INDEX.read(text, [(0, len(text))]), 0, len(text))] == [CHAIRS, SPEAKS]


def test_phrases_outside_the_places_that_were_read_are_not_there() -> None:
    text = "chủ trì, chủ trì, chủ trì"
    read = INDEX.read(text, [(0, 7), (18, 25)])

    assert [hit.start for hit in ROLES.find(read, 0, len(text))] == [0, 18]


def test_a_phrase_is_found_wherever_a_long_text_is_parted() -> None:
    text = "x " * 40_000 + "phát biểu ý kiến " * 10_000
    hits = ROLES.find(INDEX.read(text, [(0, len(text))]), 0, len(text))

    # A long text is read in windows that are parted at spaces: a phrase across two of them may be shortened.
    assert len(hits) >= 10_000 - 3
    assert {text[hit.start : hit.end] for hit in hits} <= {"phát biểu ý kiến", "phát biểu"}


# ---- laws ------------------------------------------------------------------------------------------------------------

DEFAULT = Lexicon.default()
TABLE = DEFAULT["roles"].indexed()
WORDS = [word for entry in TABLE.entries for word in entry.words]
DEFAULT_INDEX = PhraseIndex([TABLE])


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(["đồng chí", "A", ",", "và", "."])), max_size=12))
def test_the_index_finds_what_the_pattern_finds(pieces: list[str]) -> None:
    text = fold(" ".join(pieces))
    read = DEFAULT_INDEX.read(text, [(0, len(text))])

    assert TABLE.find(read, 0, len(text)) == TABLE.find(text, 0, len(text))


@given(st.text(alphabet="chủ trì kếtluậnvà,.\n1_", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_found_stands_apart_and_inside(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for each in (text, INDEX.read(fold(text), [(0, len(text))])):
        hits = ROLES.find(each, start, end)
        assert all(start <= hit.start < hit.end <= end for hit in hits)
        assert all(first.end <= second.start for first, second in itertools.pairwise(hits))
