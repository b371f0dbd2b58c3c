"""
Importing the library is light: what costs time is loaded when it is first asked for.
"""

import json
import os
import subprocess
import sys

import pytest

# Which modules are there, and which data files were opened, after a statement in a fresh interpreter.
PROGRAM = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
{statement}
print(json.dumps([sorted(sys.modules), [each for each in opened if "dccs_model" in each]]))
"""


def after(statement: str) -> tuple[set[str], list[str]]:
    # What measures the tests would load modules of its own.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(statement=statement)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    modules, opened = json.loads(done.stdout)
    return set(modules), [each for each in opened if not each.endswith((".py", ".pyc"))]


LATER = ["cattrs", "click", "dateutil", "hypothesis", "pytest", "rich", "syrupy", "tomllib"]


@pytest.mark.parametrize("module", LATER)
def test_importing_the_library_does_not_load(module):
    modules, _ = after("import dccs_model")
    assert module not in modules


def test_importing_the_library_opens_no_data_file():
    assert after("import dccs_model")[1] == []


def test_reading_loads_neither_cattrs_nor_the_gazetteer():
    modules, opened = after("import dccs_model; dccs_model.parse_article('Sáng 8/7, xã A họp.')")
    assert "cattrs" not in modules
    assert [each for each in opened if "gazetteer" in each] == []


def test_the_testing_room_loads_no_tool_of_tests():
    modules, _ = after("import dccs_model.testing")
    assert modules.isdisjoint({"hypothesis", "pytest", "syrupy"})


def test_the_whole_face_is_there():
    import dccs_model

    assert [name for name in dccs_model.__all__ if not hasattr(dccs_model, name)] == []
    assert len(set(dccs_model.__all__)) == len(dccs_model.__all__)
