"""
Change the code of one room in every small way, and see whether a test notices.

    pip install --group mutation
    python tools/mutation.py model

mutmut makes the changes and tries each on the tests that reach its function.
It imports the code before it makes a change, and so cannot see a change in
what is run at import, such as the making of a class. What survives is therefore
tried once more, on all tests of the room in a process of its own. The score
and what survived that, too, are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]

#: The tests of each room.
TESTS = {
    "model": [
        "tests/model", "tests/errors", "tests/formats/test_json.py", "tests/formats/test_broken_documents.py",
        "tests/laws/test_values.py", "tests/old_documents",
    ],
    "formats": [
        "tests/formats", "tests/hostile/test_hostile_json.py", "tests/hostile/test_limits.py",
        "tests/laws/test_round_trips.py", "tests/laws/test_markdown_tables.py", "tests/old_documents",
    ],
    "text": ["tests/text", "tests/parsing", "tests/laws/test_spans.py"],
}  # fmt: skip

CONFIGURATION = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/dccs_model/{room}/*"]
also_copy = ["fuzz", "docs", "examples", "tools", "README.md"]
pytest_add_cli_args = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
pytest_add_cli_args_test_selection = {tests}
"""

#: A change may make a loop endless.
PATIENCE = 300


def copied(folder: Path) -> None:
    """
    Copy what the tests need, so that the changes are made elsewhere.
    """
    leave_out = shutil.ignore_patterns("__pycache__", "_build", "*.egg-info")
    for name in ("src", "tests", "fuzz", "docs", "examples", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=leave_out)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder / name)


def mutmut(folder: Path, *arguments: str) -> str:
    """
    Run mutmut, and return what it prints.
    """
    # Hypothesis draws the same each time where this is set.
    environment = os.environ | {"CI": "true"}
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def results(folder: Path) -> dict[str, str]:
    """
    What became of each change.
    """
    lines = mutmut(folder, "results", "--all", "true").splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)


def tried(folder: Path, change: str, tests: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    """
    Run tests in a process where a change is made before anything is imported.
    """
    environment = os.environ | {"CI": "true", "MUTANT_UNDER_TEST": change, "PYTHONPATH": "src"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, *tests]
    return subprocess.run(
        command, cwd=folder / "mutants", env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def unfit(folder: Path, tests: list[str]) -> list[str]:
    """
    The tests that fail without any change, such as those of what is imported: mutmut's own code imports more.
    """
    failed = tried(folder, "none", tests, "-rf").stdout
    return [line.removeprefix("FAILED ").split(" - ")[0] for line in failed.splitlines() if line.startswith("FAILED ")]


def is_noticed(folder: Path, change: str, tests: list[str], leave_out: list[str]) -> bool:
    """
    Whether a test fails where a change was made, other than those to *leave_out*.
    """
    try:
        return tried(folder, change, tests, "-x", *(f"--deselect={each}" for each in leave_out)).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def main() -> None:
    """
    Print how many changes are noticed, and those that are not.
    """
    parser = argparse.ArgumentParser(description="Change the code of one room, and see whether a test notices.")
    parser.add_argument("room", choices=sorted(TESTS))
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many processes try at the same time")
    parser.add_argument("--folder", type=Path, help="where to work; an older run in it is gone on with")
    options = parser.parse_args()
    folder, tests = options.folder or Path(tempfile.mkdtemp()), TESTS[options.room]
    if not (folder / "pyproject.toml").exists():
        folder.mkdir(parents=True, exist_ok=True)
        copied(folder)
        with (folder / "pyproject.toml").open("a", encoding="utf-8") as stream:
            stream.write(CONFIGURATION.format(room=options.room, tests=json.dumps(tests)))
    mutmut(folder, "run", "--max-children", str(options.jobs))
    found = results(folder)
    doubtful = sorted(change for change, result in found.items() if result in ("survived", "no tests", "suspicious"))
    leave_out = unfit(folder, tests)
    with ThreadPoolExecutor(options.jobs) as pool:
        noticed = list(pool.map(lambda change: is_noticed(folder, change, tests, leave_out), doubtful))
    survivors = [change for change, seen in zip(doubtful, noticed, strict=True) if not seen]
    for change in survivors:
        print(mutmut(folder, "show", change))
    print(f"{options.room}: {len(found) - len(survivors)} of {len(found)} changes are noticed")
    print(f"{1 - len(survivors) / len(found):.1%}")


if __name__ == "__main__":
    main()
