"""
The papers of the project agree with it and with each other.
"""

import re
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
README, README_VI = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.vi.md"))

PAPERS = sorted([*ROOT.glob("*.md"), *(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)])


def blocks(text: str) -> list[str]:
    return re.findall(r"^```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def code(block: str) -> list[str]:
    """
    The lines of a block without what they print.
    """
    lines = block.splitlines()
    return [line for line in lines if line.startswith((">>>", "...", "$"))] or lines


def test_both_readmes_hold_the_same_code():
    english = [block.replace('lang="en"', 'lang="vi"') for block in blocks(README)]
    assert list(map(code, blocks(README_VI))) == list(map(code, english))


def test_the_first_two_blocks_are_one_command_each():
    assert [block.count("\n") for block in blocks(README)[:2]] == [1, 1]


def test_contributing_gives_the_same_line_as_the_readme():
    tests = blocks(README)[1].strip()
    assert tests in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_changelog_begins_with_the_version_that_is_made():
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = re.search(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert first[1] in ("Unreleased", PROJECT["version"])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_to_one(paper):
    links = re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", paper.read_text("utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_the_page_of_the_examples_shows_all_of_them():
    spec = spec_from_file_location("examples", ROOT / "docs" / "examples.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.page() == module.PAGE.read_text("utf-8")


def test_the_picture_shows_what_is_read_now():
    spec = spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.picture() == module.PICTURE.read_text("utf-8")
