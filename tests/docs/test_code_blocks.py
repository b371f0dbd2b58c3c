"""
What the docs show is what happens.
"""

import doctest
import pkgutil
import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from blocks import PAGES, ROOT, blocks_of

import dccs_model

LANGUAGES = {"python", "console", "json", "toml", "shell", "text"}


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A folder that holds the examples, in which blocks may write.
    """
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_block_does_what_stands_there(page):
    for block in blocks_of(page):
        block.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_block_is_of_a_kind_that_is_run_or_meant_for_people(page):
    fences = re.findall(r"^```(\S*)", page.read_text("utf-8"), re.MULTILINE)
    # The directives of MyST are no code.
    assert {fence for fence in fences[::2] if not fence.startswith("{")} <= LANGUAGES


MODULES = [
    each.name
    for each in pkgutil.walk_packages(dccs_model.__path__, "dccs_model.")
    if not each.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_hold(name):
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_examples_in_docstrings():
    found = [each for name in MODULES for each in doctest.DocTestFinder().find(import_module(name))]

    assert sum(bool(each.examples) for each in found) >= 5
