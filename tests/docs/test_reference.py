"""
The reference is whole: every public name has its entry.
"""

import inspect
import re
from importlib import import_module

import pytest
from blocks import ROOT

FACES = ["dccs_model", "dccs_model.formats", "dccs_model.places", "dccs_model.testing"]

ENTRIES = {
    name
    for page in (ROOT / "docs" / "reference").glob("*.md")
    for name in re.findall(r"^\.\. auto\w+:: (\w+)", page.read_text("utf-8"), re.MULTILINE)
}


@pytest.mark.parametrize("face", FACES)
def test_every_public_name_has_its_entry(face):
    assert set(import_module(face).__all__) - ENTRIES == set()


@pytest.mark.parametrize("face", FACES)
def test_every_public_name_says_what_it_is(face):
    module = import_module(face)
    silent = [name for name in module.__all__ if not inspect.getdoc(getattr(module, name))]
    assert silent == []


def test_the_command_page_tells_of_every_command():
    from dccs_model.cli.app import dccs

    page = (ROOT / "docs" / "reference" / "command.md").read_text("utf-8")
    assert set(re.findall(r"^## dccs (\w+)$", page, re.MULTILINE)) == set(dccs.commands)
