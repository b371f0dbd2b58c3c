"""
Every value of every enum has its label in every language.
"""

import tomllib
from enum import Enum
from importlib.resources import files
from string import Formatter

import pytest

import dccs_model
from dccs_model.formats.labels import LANGUAGES, Language
from dccs_model.formats.phrases import Phrases

TABLES = tomllib.loads(files("dccs_model.formats").joinpath("labels.toml").read_text(encoding="utf-8"))
ENUMS = {
    name: each
    for name, each in vars(dccs_model).items()
    if isinstance(each, type) and issubclass(each, Enum) and name in dccs_model.__all__
}


def test_there_is_a_table_for_each_enum_and_for_nothing_else():
    assert set(TABLES) == {*ENUMS, "words", "style"}


@pytest.mark.parametrize("name", ENUMS)
def test_each_value_has_its_label_in_each_language(name):
    assert list(TABLES[name]) == [member.value for member in ENUMS[name]]
    for member in ENUMS[name]:
        for code in LANGUAGES:
            label = Language.of(code).label(member)
            assert label[0].isupper() and label == label.strip()


@pytest.mark.parametrize("name", ENUMS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_values_share_a_label(name, code):
    labels = [Language.of(code).label(member) for member in ENUMS[name]]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("table", TABLES)
def test_each_entry_is_said_in_each_language(table):
    assert [key for key, said in TABLES[table].items() if set(said) != set(LANGUAGES)] == []


@pytest.mark.parametrize(("code", "said"), [("vi", "dòng 3, cột 14"), ("en", "line 3, column 14")])
def test_a_place_in_a_text_is_told_by_line_and_column(code, said):
    assert Phrases.of(code).line_and_column(3, 14) == said


@pytest.mark.parametrize("key", TABLES["style"])
def test_both_languages_use_parts_that_there_are(key):
    def parts(pattern):
        return {name.split(":")[0] for _, name, _, _ in Formatter().parse(pattern) if name}

    patterns = [said for said in TABLES["style"][key].values() if isinstance(said, str)]
    known = set().union(*map(parts, patterns))
    assert known <= {
        "aside", "column", "date", "day", "first", "kind", "last", "line", "members", "month", "month_name", "name",
        "number", "places", "roman", "text", "time", "whole", "year",
    }  # fmt: skip
