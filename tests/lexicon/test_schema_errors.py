"""
A table that breaks its schema is refused with a sentence that names the table, the entry and what to do.
"""

from __future__ import annotations

from typing import Any

import pytest

from dccs_model import ModelError
from dccs_model.lexicon import Lexicon
from dccs_model.lexicon._lexicon import _read

GOOD = {"words": ["trồng sâm"], "example": "bà con trồng sâm"}

#: What an entry of a table says beside its words, where that matters.
FULL: dict[str, dict[str, Any]] = {
    "abbreviations": {"full": "Sâm"},
    "polarity": {"kind": "achievement"},
    "roles": {"roles": []},
    "sectors": {"sector": "agriculture", "weight": 1},
    "time": {"day_part": "morning"},
    "units": {"kind": "count"},
}

BROKEN: dict[str, tuple[str, Any, str]] = {
    # The table, an entry, and what the refusal says.
    "a key that the table has not": (
        "sectors",
        {**GOOD, "sektor": "agriculture"},
        "sectors[1]: unknown key 'sektor'; known are words, example, sector, weight",
    ),
    "a key of another table": ("time", {**GOOD, "sector": "agriculture"}, "time[1]: unknown key 'sector'; known are"),
    "no words": ("bodies", {"example": "x"}, "bodies[1]: words must be a list of phrases"),
    "an empty list of words": ("bodies", {"words": [], "example": "x"}, "bodies[1]: words must be a list of phrases"),
    "one phrase for a list": ("bodies", {**GOOD, "words": "sâm"}, "bodies[1]: words must be a list of phrases"),
    "a blank phrase": ("bodies", {**GOOD, "words": ["sâm", " "]}, "bodies[1]: words must be a list of phrases"),
    "a number for a phrase": ("bodies", {**GOOD, "words": [5]}, "bodies[1]: words must be a list of phrases"),
    "no example": ("units", {"words": ["gùi"]}, "units[1]: example must be a sentence that holds one of the words"),
    "a value that the schema has not": (
        "sectors",
        {**GOOD, "sector": "farming", "weight": 1},
        "sectors[1]: sector must be one of agriculture, ",
    ),
    "a wrong type": (
        "abbreviations",
        {**GOOD, "full": 7},
        "abbreviations[1]: full must be one of str, not 7",
    ),
    "a weight in words": (
        "sectors",
        {**GOOD, "sector": "agriculture", "weight": "much"},
        "sectors[1]: weight must be one of int, not 'much'",
    ),
    "a list for a word": ("sectors", {**GOOD, "sector": ["agriculture"]}, "sectors[1]: sector must be one of"),
    "a truth for a number": (
        "sectors",
        {**GOOD, "sector": "agriculture", "weight": True},
        "sectors[1]: weight must be one of int, not True",
    ),
    "an example without a word": (
        "bodies",
        {**GOOD, "example": "bà con nuôi dê"},
        "bodies[1]: example must be a sentence that holds one of the words",
    ),
    "no sector of a sector": ("sectors", {**GOOD, "weight": 1}, "sectors[1]: an entry of sectors must say its sector"),
    "no roles of a role": ("roles", GOOD, "roles[1]: an entry of roles must say its roles"),
    "no kind of a polarity": ("polarity", {**GOOD, "weight": 1}, "polarity[1]: an entry of polarity must say its kind"),
    "no mapping": ("bodies", 7, "bodies[1]: an entry is a mapping of words, example and level, not 7"),
    "a role that is none": (
        "roles",
        {**GOOD, "roles": ["chair", "boss"]},
        "roles[1]: roles holds 'boss', which is no role",
    ),
}


@pytest.mark.parametrize(("table", "entry", "sentence"), BROKEN.values(), ids=BROKEN)
def test_an_entry_that_breaks_the_schema_is_named(table: str, entry: Any, sentence: str) -> None:
    first = {**GOOD, **FULL.get(table, {})}

    with pytest.raises(ModelError) as caught:
        Lexicon.default().extended(**{table: [first, entry]})

    assert str(caught.value).startswith(sentence)


def test_a_table_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ModelError, match=r"no table 'sektors'; the tables are abbreviations, .*units"):
        Lexicon.default().extended(sektors=[GOOD])


def test_a_lexicon_needs_all_of_its_tables() -> None:
    with pytest.raises(ModelError, match=r"a lexicon has the tables .*; check .*sectors"):
        Lexicon({"time": Lexicon.default()["time"]})


def test_a_data_file_of_another_schema_is_refused() -> None:
    with pytest.raises(ModelError, match="time.toml is of schema 2; this release reads schema 1"):
        _read("time", "schema = 2")


def test_a_broken_entry_of_a_data_file_is_named_by_its_place() -> None:
    source = 'schema = 1\n[[entry]]\nwords = ["sáng"]\nexample = "Sáng"\n[[entry]]\nexample = "Tối"\n'

    with pytest.raises(ModelError, match=r"time\.toml: entry\[1\]: words must be a list of phrases"):
        _read("time", source)


def test_a_role_is_a_word() -> None:
    with pytest.raises(ModelError, match=r"roles\[0\]: roles holds \['chair'\]"):
        Lexicon.default().extended(roles=[{**GOOD, "roles": [["chair"]]}])
