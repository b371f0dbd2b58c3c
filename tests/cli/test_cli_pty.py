"""
The command at a terminal that is one.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest
from rich.cells import cell_len

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are those of POSIX", allow_module_level=True)

import fcntl
import pty
import termios

Start: TypeAlias = Callable[..., "subprocess.Popen[bytes]"]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]
AtTerminal: TypeAlias = Callable[..., str]

A = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị.\n"
HOSTILE = "Sáng\x1b]0;owned\x07 \x1b[2J\x9b31m\u202exịa\u2066 hội nghị.\r\n\x1bc\x7f"

#: How a terminal is told of colours and of the bar: none of these comes from a text.
OURS = re.compile("\x1b\\[[0-9;?]*[mKAlhGJ]|[\r\n]")


@pytest.fixture
def at_terminal(start: Start) -> AtTerminal:
    """
    Run the command at a terminal and return what the terminal was sent.
    """

    def at_terminal(
        *arguments: str,
        columns: int = 80,
        term: str = "xterm-256color",
        env: Mapping[str, str] = {},
        piped: bool = False,
        driver: bool = False,
    ) -> str:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        output = subprocess.DEVNULL if piped else theirs
        process = start(
            *arguments, stdin=theirs, stdout=output, stderr=theirs, driver=driver, env={"TERM": term, **env}
        )
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            sent = b"".join(iter(lambda: _read(terminal), b""))
        process.wait()
        return sent.decode()

    return at_terminal


def _read(terminal) -> bytes:
    # Linux reports an error where others report an end.
    try:
        return terminal.read(65536)
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("term", "env", "coloured", "styled"),
    [
        ("xterm-256color", {}, True, True),
        ("xterm-256color", {"NO_COLOR": "1"}, False, True),
        ("dumb", {}, False, False),
        pytest.param("unknown", {}, False, False, marks=pytest.mark.slow),
    ],
)
def test_show_is_coloured_where_that_is_wanted(
    term: str, env: Mapping[str, str], coloured: bool, styled: bool, at_terminal: AtTerminal, write: Write
) -> None:
    write({"a.txt": A, "b.txt": A})

    sent = at_terminal("show", "a.txt", "b.txt", term=term, env=env)

    assert bool(re.search("\x1b\\[[0-9;]*3[0-9]", sent)) is coloured
    assert ("\x1b" in sent) is styled
    assert "b.txt" in sent


def test_show_in_a_pipe_is_plain(run: Callable[..., subprocess.CompletedProcess[bytes]], write: Write) -> None:
    write({"a.txt": A})

    assert b"\x1b" not in run("show", "a.txt").stdout


@pytest.mark.parametrize("columns", [20, pytest.param(40, marks=pytest.mark.slow), 80])
def test_no_line_is_wider_than_the_terminal(columns: int, at_terminal: AtTerminal, write: Write) -> None:
    write({f"{number}.txt": A * 5 for number in range(3)})

    sent = at_terminal("show", ".", columns=columns)

    assert max(cell_len(OURS.sub("", line)) for line in sent.split("\r\n")) <= columns


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "a.txt"],
        ["convert", "a.txt"],
        ["convert", "a.txt", "--to", "jsonl"],
        ["convert", "a.txt", "--to", "markdown"],
        ["convert", "bad\x1b]0;owned\x07.txt"],
        ["convert", "gone\x1b[2J.txt"],
        ["places", "gone\x1b[2J"],
        ["evaluate", "scored", "--errors"],
        ["convert", "bad\x1b]0;owned\x07.txt", "in/bad\x1b]0;owned\x07.txt", "-o", "out/"],
    ],
)
def test_nothing_of_a_text_or_a_name_reaches_the_terminal_raw(
    arguments: list[str], at_terminal: AtTerminal, write: Write
) -> None:
    write({"a.txt": HOSTILE, "bad\x1b]0;owned\x07.txt": b"\xff", "in/bad\x1b]0;owned\x07.txt": b"\xff"})
    write({"scored/a\x1bc.txt": HOSTILE, "scored/a\x1bc.json": '{"article": {"title": "\\u001bc\\u202e"}}'})

    sent = OURS.sub("", at_terminal(*arguments))

    assert sent
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", sent) is None


def test_json_at_a_terminal_says_the_same(at_terminal: AtTerminal, write: Write) -> None:
    write({"a.txt": HOSTILE})

    assert json.loads(at_terminal("convert", "a.txt"))["article"]["text"] == HOSTILE


# --- progress ------------------------------------------------------------------------


def test_many_files_show_how_far_they_are(at_terminal: AtTerminal, write: Write) -> None:
    write({f"in/{number}.txt": A for number in range(20)})

    assert "20/20" in at_terminal("convert", "in", "-o", "out", columns=40, driver=True)
    assert "20/20" in at_terminal("convert", "in", "-j", "2", piped=True, driver=True)


@pytest.mark.parametrize(
    ("arguments", "term"),
    [
        pytest.param(["a.txt", "-o", "a.json"], "xterm", id="a single file"),
        pytest.param(["in", "-o", "out"], "dumb", id="a terminal that cannot"),
    ],
)
def test_otherwise_nothing_is_said(arguments: list[str], term: str, at_terminal: AtTerminal, write: Write) -> None:
    write({"a.txt": A} | {f"in/{number}.txt": A for number in range(20)})

    assert at_terminal("convert", *arguments, term=term, driver=True) == ""


def test_documents_at_a_terminal_have_no_bar_between_them(at_terminal: AtTerminal, write: Write) -> None:
    write({f"in/{number}.txt": A for number in range(3)})

    lines = at_terminal("convert", "in", "--to", "jsonl", driver=True).split("\r\n")

    assert [json.loads(line)["article"]["text"] for line in lines if line] == [A] * 3


def test_failures_come_after_the_bar(at_terminal: AtTerminal, write: Write) -> None:
    write({f"in/{number}.txt": A for number in range(20)} | {"in/3.txt": b"\xff"})

    sent = at_terminal("convert", "in", "-o", "out", driver=True)

    assert 0 < sent.rindex("20/20") < sent.index("dccs: in/3.txt: byte 0 (0xff)") < sent.index("dccs: 1 of 20 failed")
