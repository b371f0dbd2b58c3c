"""
The order of the rooms: import-linter checks it in .ci/run, and here that no room is left out.
"""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    each["id"]: each
    for each in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}
ROOMS = {
    f"dccs_model.{path.stem}"
    for path in (ROOT / "src" / "dccs_model").iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").is_file()) and not path.stem.startswith("__")
}


def test_every_room_has_its_place_in_the_order():
    places = [room.strip() for layer in CONTRACTS["rooms"]["layers"] for room in layer.split("|")]
    assert sorted(places) == sorted(ROOMS)


def test_only_the_command_may_know_the_terminal():
    assert set(CONTRACTS["terminal"]["source_modules"]) == ROOMS - {"dccs_model.cli"}


def test_only_the_formats_and_what_uses_them_may_know_cattrs():
    free = {"dccs_model.cli", "dccs_model.formats", "dccs_model.testing"}
    assert set(CONTRACTS["conversion"]["source_modules"]) == ROOMS - free


def test_only_testing_may_know_the_tools_of_tests():
    assert set(CONTRACTS["tools-of-tests"]["source_modules"]) == ROOMS - {"dccs_model.testing"}


def test_the_architecture_tells_of_every_room():
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")
    missing = [room for room in ROOMS if f"| `{room.removeprefix('dccs_model.')}" not in page]
    assert missing == []
