"""
Articles on disk, and the command run as people run it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest

#: A fault in the command must end a test, and not hang it.
PATIENCE = 60

#: A script that is the command, with a reader that finds nothing and so is quick, and that does what a text tells it to:
#: one waits until the named pipe ``.gate`` is opened for writing.
DRIVER = """
import os
import signal
import sys

import dccs_model.parsing as parsing
from dccs_model import Article, ParsedArticle


def obey(text, **options):
    if "WAIT" in text:
        print("waiting", file=sys.stderr, flush=True)
        open(".gate").close()
    if "DIE" in text:
        os._exit(9)
    if "FAULT" in text:
        raise RuntimeError("no such luck")
    if "FULL" in text:
        raise MemoryError
    return ParsedArticle(article=Article(text=text))


parsing.parse_article = obey

if __name__ == "__main__":
    # Whoever runs the tests in the background may have had interrupts ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from dccs_model.cli import main

    sys.exit(main())
"""

Start: TypeAlias = Callable[..., "subprocess.Popen[bytes]"]
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    An empty folder that the command runs in.
    """
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Callable[[Mapping[str, str | bytes]], None]:
    """
    Write files below the folder, with the folders that they need.
    """

    def write(files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


@pytest.fixture
def tree(folder: Path) -> Callable[..., dict[str, str]]:
    """
    What stands below the folder, or below one within it; a link as what it leads to.
    """

    def tree(within: str = ".") -> dict[str, str]:
        top = folder / within
        paths = [path for path in top.rglob("*") if path.is_file() and path.name != ".driver.py"]
        return {path.relative_to(top).as_posix(): path.read_text("utf-8", "replace") for path in paths}

    return tree


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """
    Start the command in a process of its own; `driver=True` gives it the reader that obeys.
    """
    script = folder / ".driver.py"
    script.write_text(DRIVER, encoding="utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / ".gate")
    running: list[subprocess.Popen[bytes]] = []

    def start(
        *arguments: str, driver: bool = False, env: Mapping[str, str] = {}, **options: Any
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, *([str(script)] if driver else ["-m", "dccs_model"]), *arguments]
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        running.append(subprocess.Popen(command, cwd=folder, env=os.environ | dict(env), **options))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in filter(None, (process.stdin, process.stdout, process.stderr)):
            stream.close()
    # A worker of a process that a test left behind may wait there still.
    if running and (folder / ".gate").exists():
        os.close(os.open(folder / ".gate", os.O_RDWR | os.O_NONBLOCK))


@pytest.fixture
def run(start: Start) -> Run:
    """
    Run the command in a process of its own to its end.
    """

    def run(*arguments: str, given: bytes | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
        options = ({} if given is None else {"stdin": subprocess.PIPE}) | options
        process = start(*arguments, **options)
        output, errors = process.communicate(given, timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, output, errors)

    return run
