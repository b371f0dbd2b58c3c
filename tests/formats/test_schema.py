"""
The JSON Schema that ships is made from the model, and takes every document that is written.
"""

import json
import re
import sys
from enum import Enum
from pathlib import Path

import attr
import jsonschema
import pytest
from formats_values import FILLED, FILLED_CONFERENCE, NO_CONFERENCE, conferences, parsed_articles
from hypothesis import given
from rewrite import GOLDEN

import dccs_model
from dccs_model.formats import json_schema, to_dict, to_json

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_what_ships_is_what_the_model_makes(path):
    written = path.read_text(encoding="utf-8")
    assert written == GOLDEN[path](), "after a change that is meant, run: python tests/formats/rewrite.py"


def test_it_is_a_schema_of_its_draft():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    VALIDATOR.check_schema(SCHEMA)


@pytest.mark.parametrize("value", [FILLED, FILLED_CONFERENCE, NO_CONFERENCE], ids=["filled", "alone", "none"])
def test_it_takes_what_is_written(value):
    VALIDATOR.validate(json.loads(to_json(value)))


@given(parsed_articles | conferences)
def test_it_takes_whatever_is_written(value):
    VALIDATOR.validate(to_dict(value))


def test_each_call_gives_a_schema_of_its_own():
    json_schema()["$defs"].clear()
    assert json_schema()["$defs"] == SCHEMA["$defs"] != {}


def test_every_class_of_the_model_is_defined_as_it_is():
    for name, definition in SCHEMA["$defs"].items():
        cls = getattr(dccs_model, name, None)
        if isinstance(cls, type) and issubclass(cls, Enum):
            assert definition["enum"] == [each.value for each in cls]
        elif cls is not None and "properties" in definition:
            fields = attr.fields(cls)
            assert list(definition["properties"]) == [field.name for field in fields]
            assert definition["required"] == [field.name for field in fields if field.default is attr.NOTHING]
            assert definition["additionalProperties"] is False


def test_every_part_is_described():
    for definition in SCHEMA["$defs"].values():
        assert definition["description"]
    for name in ("Article", "Conference", "Finding", "Measure"):
        for part in SCHEMA["$defs"][name]["properties"].values():
            assert part["description"].endswith(".")
    assert "chair: chủ trì" in SCHEMA["$defs"]["Role"]["description"]


def test_its_patterns_are_read_alike_by_other_languages():
    def patterns(part):
        if isinstance(part, dict):
            yield from [part["pattern"]] if isinstance(part.get("pattern"), str) else []
            for each in part.values():
                yield from patterns(each)
        elif isinstance(part, list):
            for each in part:
                yield from patterns(each)

    for pattern in patterns(SCHEMA):
        # What these take differs between Python and ECMA-262.
        assert not re.search(r"\\[dDwWsSbBAZ]|\(\?[^:!=]", pattern), pattern


def test_a_text_is_blank_to_the_schema_where_it_is_to_python():
    says_something = re.compile(SCHEMA["$defs"]["Words"]["pattern"]).search
    for code in range(sys.maxunicode + 1):
        assert bool(says_something(chr(code))) != chr(code).isspace()


def test_it_ships_beside_the_code():
    assert (Path(dccs_model.__file__).parent / "formats" / "dccs-model-1.0.schema.json").is_file()
