"""
Formats are loaded when they are asked for, and cattrs only where something is read or written.
"""

import subprocess
import sys

import pytest

import dccs_model.formats

HEAVY = {"cattrs", "json", "tomllib", "importlib.resources", "dccs_model.formats.facts", "dccs_model.formats.phrases"}


def loaded_by(code):
    shown = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return HEAVY & set(shown.stdout.split())


@pytest.mark.parametrize(
    ("code", "loads"),
    [
        ("import dccs_model.formats", set()),
        ("from dccs_model.formats import to_json, from_json, json_schema, read_jsonl, to_markdown", set()),
        (
            "from dccs_model import Conference; from dccs_model.formats import to_dict; to_dict(Conference())",
            {"cattrs"},
        ),
        (
            "from dccs_model import Conference; from dccs_model.formats import to_markdown; to_markdown(Conference())",
            {"dccs_model.formats.facts", "dccs_model.formats.phrases"},
        ),
    ],
)
def test_what_is_needed_is_loaded_when_it_is_needed(code, loads):
    before = loaded_by("import dccs_model")
    assert loaded_by(code) - before >= loads
    if not loads:
        assert loaded_by(code) == before


def test_every_name_that_is_promised_is_there():
    for name in dccs_model.formats.__all__:
        assert getattr(dccs_model.formats, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'to_xml'"):
        dccs_model.formats.to_xml  # noqa: B018
