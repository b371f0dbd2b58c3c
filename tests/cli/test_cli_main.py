"""
The command as a function: what it returns, and that it leaves this process as it was.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import pytest

from dccs_model.cli import main
from dccs_model.cli.terminal import speak_utf8

Tree: TypeAlias = Callable[..., dict[str, str]]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]

A = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["convert", "a.txt"], 0),
        (["convert", "gone.txt"], 1),
        (["convert", "--nonsense"], 2),
        (["nonsense"], 2),
        (["schema", "-o", "gone/x.json"], 1),
    ],
)
def test_the_exit_code(arguments: list[str], code: int, write: Write) -> None:
    write({"a.txt": A})

    assert main(arguments) == code


def test_arguments_come_from_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dccs", "--version"])

    assert main() == 0
    assert capsys.readouterr().out.startswith("dccs ")


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    write({"a.txt": A})
    monkeypatch.setitem(sys.modules, missing, None)
    # The module that imports it at its top must be imported anew.
    importer = {"click": "dccs_model.cli.app", "rich": "dccs_model.cli.show"}[missing]
    monkeypatch.delitem(sys.modules, importer, raising=False)

    assert main(["show", "a.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_another_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dccs_model.cli.app", None)

    with pytest.raises(ModuleNotFoundError):
        main([])


# --- ends in the middle --------------------------------------------------------------


def during_reading(act: Callable[[], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Let *act* happen when a text is read.
    """
    monkeypatch.setattr("dccs_model.parsing.parse_article", lambda *_, **__: act())


def interrupt() -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize("output", ["x.jsonl", "new.jsonl", "out/"])
def test_an_interrupt(output: str, write: Write, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": A, "x.jsonl": "old"})
    during_reading(interrupt, monkeypatch)

    assert main(["convert", "a.txt", "-o", output]) == 130
    assert tree() == {"a.txt": A, "x.jsonl": "old"}


def test_an_interrupt_before_there_is_anything_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.Group.parse_args", lambda *_: interrupt())

    assert main(["--version"]) == 130


def test_an_interrupt_before_the_command_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dccs_model.cli.app.run", lambda _: interrupt())

    assert main(["--version"]) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_request_to_end(name: str, write: Write, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": A, "x.jsonl": "old"})
    number = getattr(signal, name)
    handler = signal.getsignal(number)
    during_reading(lambda: os.kill(os.getpid(), number), monkeypatch)

    with pytest.raises(SystemExit) as caught:
        main(["convert", "a.txt", "-o", "x.jsonl"])

    assert caught.value.code == 128 + number
    assert signal.getsignal(number) == handler
    assert tree() == {"a.txt": A, "x.jsonl": "old"}


@pytest.mark.parametrize("command", ["convert", "show"])
def test_a_reader_that_has_gone(
    command: str, write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write({"a.txt": A})
    theirs, ours = os.pipe()
    os.close(theirs)
    with os.fdopen(ours, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)

        assert main([command, "a.txt"]) == 141

    assert capsys.readouterr().err == ""


def test_reading_that_runs_out_of_memory(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run_out() -> NoReturn:
        raise MemoryError

    write({"a.txt": A})
    during_reading(run_out, monkeypatch)

    assert main(["convert", "a.txt"]) == 1
    assert capsys.readouterr().err == "dccs: a.txt: there is not enough memory for it\n"


# --- streams -------------------------------------------------------------------------


def test_streams_become_utf_8(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = folder / "out", folder / "err"
    with out.open("w", encoding="ascii", newline="\r\n") as first, err.open("w", encoding="latin-1") as second:
        monkeypatch.setattr(sys, "stdout", first)
        monkeypatch.setattr(sys, "stderr", second)
        speak_utf8()
        sys.stdout.write("Hồ Văn Dần\n")
        sys.stderr.write("h\udce1\n")
        monkeypatch.undo()

    assert out.read_bytes() == "Hồ Văn Dần\n".encode()
    assert err.read_bytes() == b"h\\udce1\n"
