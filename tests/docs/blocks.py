"""
The code blocks of the docs: which there are, and how each kind is run.

- ``python``: run; what follows ``>>>`` prints what stands below it
- ``console``: each ``$ dccs ...`` prints what stands below it
- ``json``: is JSON, and a document of ours where it says so
- ``toml``: entries by table, which a lexicon takes

Blocks of one page share their names, and run in a folder that holds
``examples/``. A ``shell`` block is for a person, and is not run.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sybil import Document, Example
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from dccs_model import from_json
from dccs_model.lexicon import Lexicon

ROOT = Path(__file__).parents[2]

PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])

# The width of what the command prints in the docs.
COLUMNS = "88"


class Call(NamedTuple):
    """
    A command of a console block, and what it is said to print.
    """

    command: str
    printed: str


def calls(block: str) -> Iterator[Call]:
    """
    The commands of a console block.
    """
    for part in block.removeprefix("$ ").split("\n$ "):
        command, _, printed = part.partition("\n")
        yield Call(command, printed.strip("\n"))


def run(command: str) -> str:
    """
    Run ``dccs ...`` in the current folder, and return what it prints to either stream.
    """
    program, *arguments = shlex.split(command)
    assert program == "dccs", f"only dccs is run in console blocks, not {command!r}"
    environment = os.environ | {"COLUMNS": COLUMNS, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "dccs_model", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=environment,
        encoding="utf-8",
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n"))


def check_console(example: Example) -> None:
    for call in calls(example.parsed):
        assert run(call.command) == call.printed, call.command


def check_json(example: Example) -> None:
    if "format" in json.loads(example.parsed):
        from_json(example.parsed)


def check_toml(example: Example) -> None:
    Lexicon.default().extended(**tomllib.loads(example.parsed))


def blocks_of(page: Path) -> Document:
    """
    The page with its blocks.
    """
    return Document.parse(
        str(page),
        PythonCodeBlockParser(),
        CodeBlockParser("console", check_console),
        CodeBlockParser("json", check_json),
        CodeBlockParser("toml", check_toml),
    )
