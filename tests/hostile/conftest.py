"""
What is hostile shares: the promises that fuzzing checks too, and the command in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))

#: A fault in the command must end a test, and not hang it.
PATIENCE = 120

Start: TypeAlias = Callable[..., "subprocess.Popen[bytes]"]
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """
    Start the command in the folder of the test.
    """

    def start(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        command = [sys.executable, "-m", "dccs_model", *map(os.fspath, arguments)]
        return subprocess.Popen(command, cwd=tmp_path, **options)

    return start


@pytest.fixture
def run(start: Start) -> Run:
    """
    Run the command to its end.
    """

    def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        with start(*arguments, **options) as process:
            output, errors = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, output, errors)

    return run
