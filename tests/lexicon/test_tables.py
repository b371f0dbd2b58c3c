"""
The words that ship with the library: each entry shows one of its words in use, and each word can be found.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from dccs_model.lexicon import Entry, Lexicon, PhraseIndex, Table
from dccs_model.lexicon._lexicon import SCHEMAS
from dccs_model.text.phrases import fold

LEXICON = Lexicon.default()
ENTRIES = [(f"{table}[{index}]", each) for table in SCHEMAS for index, each in enumerate(LEXICON[table].entries)]
every_table = pytest.mark.parametrize("table", SCHEMAS)


@every_table
def test_a_table_is_a_data_file_with_entries(table: str) -> None:
    source = files("dccs_model.lexicon").joinpath(f"{table}.toml").read_text("utf-8")

    assert len(LEXICON[table].entries) == len(tomllib.loads(source)["entry"]) > 0
    assert source.startswith("# ")


def test_every_data_file_is_a_table() -> None:
    names = {each.name for each in files("dccs_model.lexicon").iterdir() if each.name.endswith(".toml")}

    assert names == {f"{table}.toml" for table in SCHEMAS}


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_the_example_of_an_entry_holds_one_of_its_words(name: str, entry: Entry) -> None:
    example = fold(entry.example)

    assert Table([entry]).find(example, 0, len(example)), f"{name}: {entry.example!r} holds none of {entry.words[:5]} …"


@every_table
def test_each_word_is_found_by_itself(table: str) -> None:
    def lost(word: str) -> bool:
        hit = LEXICON[table].at(fold(word), 0, len(word))
        return hit is None or hit.end < len(word)

    assert [word for entry in LEXICON[table].entries for word in entry.words if lost(word)] == []


@every_table
def test_each_word_is_found_by_the_index_of_all_tables(table: str) -> None:
    def lost(word: str) -> bool:
        folded = INDEX.read(fold(word), [(0, len(word))])
        hit = INDEXED[table].at(folded, 0, len(word))
        return hit is None or hit.end < len(word.rstrip())

    assert [word for entry in LEXICON[table].entries for word in entry.words if lost(word)] == []


INDEXED = {table: LEXICON[table].indexed() for table in SCHEMAS}
INDEX = PhraseIndex(INDEXED.values())


@every_table
def test_an_entry_names_each_of_its_words_in_plain_spelling(table: str) -> None:
    odd = [word for entry in LEXICON[table].entries for word in entry.words if word != word.lower() or "  " in word]

    assert odd == []


def test_an_entry_shows_its_first_word_and_its_meaning() -> None:
    assert repr(LEXICON["time"].entries[0]) == "<Entry 'sáng' day_part=morning>"
    assert "entries>" in repr(LEXICON)
