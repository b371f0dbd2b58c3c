"""
The command as the system sees it: bytes, exit codes, signals, and what it leaves behind.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest

try:
    import resource
except ModuleNotFoundError:
    resource = None  # type: ignore[assignment]

Tree: TypeAlias = Callable[..., dict[str, str]]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]
Start: TypeAlias = Callable[..., "subprocess.Popen[bytes]"]

PATIENCE = 60
A = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị.\r\n"
BAD = b"H\xe1i nghi"

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


def python(code: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=PATIENCE, check=False, **options)


# --- starting ----------------------------------------------------------------------


def test_the_script_and_the_module_are_one_command(run: Run) -> None:
    script = Path(sysconfig.get_path("scripts")) / "dccs"
    by_script = subprocess.run([script, "--help"], capture_output=True, timeout=PATIENCE, check=True)

    assert run("--help").stdout == by_script.stdout


@pytest.mark.parametrize(("command", "missing"), [("convert", "click"), ("show", "rich"), ("convert", "rich")])
def test_without_the_extra_it_says_how_to_install_it(missing: str, command: str, write: Write) -> None:
    write({"a.txt": A})
    done = python(
        f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['dccs', {command!r}, 'a.txt']\n"
        "from dccs_model.cli import main; sys.exit(main())"
    )

    if missing == "rich" and command == "convert":
        assert (done.returncode, done.stderr) == (0, b"")
        return
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().splitlines() == [
        'dccs: the command needs click and rich; install them with: pip install "dccs-model[cli]"'
    ]


def test_another_missing_module_is_no_missing_extra() -> None:
    done = python(
        "import sys; sys.modules['dccs_model.parsing'] = None; sys.modules['dccs_model.cli.app'] = None\n"
        "from dccs_model.cli import main; sys.exit(main([]))"
    )

    assert b"ModuleNotFoundError" in done.stderr


@pytest.mark.parametrize("module", ["dccs_model", "dccs_model.cli", "dccs_model.cli.work", "dccs_model.cli.batch"])
def test_the_library_and_the_workers_do_without_the_extra(module: str) -> None:
    done = python(f"import sys, {module}; print(sorted({{'click', 'rich'}} & {{*sys.modules}}))")

    assert done.stdout.strip() == b"[]"


# --- bytes -------------------------------------------------------------------------

LOCALES = [
    {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii:strict"},
]


@pytest.mark.parametrize(
    ("options", "locale"),
    [
        *((["convert"], each) for each in LOCALES),
        (["convert", "--to", "markdown"], LOCALES[0]),
        (["show", "--lang", "vi"], LOCALES[2]),
    ],
)
def test_output_is_utf_8_whatever_the_locale(
    options: list[str], locale: dict[str, str], run: Run, write: Write
) -> None:
    write({"hội nghị.txt": A})

    done = run(*options, "hội nghị.txt", env=locale)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "hội nghị" in done.stdout.decode().lower()
    assert b"\r" not in done.stdout


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_errors_are_utf_8_whatever_the_locale(locale: dict[str, str], run: Run, write: Write) -> None:
    write({"hội nghị.txt": BAD})

    done = run("convert", "hội nghị.txt", env=locale)

    assert done.returncode == 1
    assert done.stderr.decode().startswith("dccs: hội nghị.txt: byte 1 (0xe1) is not utf-8")


def test_the_text_comes_through_untouched(run: Run, write: Write) -> None:
    text = "Ho\u0300a\r\n\tnh\u00e3\u00a0\u200b\x1b\r\u2028\0"
    write({"a.txt": b"\xef\xbb\xbf" + text.encode()})

    assert json.loads(run("convert", "a.txt").stdout)["article"]["text"] == text
    assert json.loads(run("convert", "-", given=text.encode("utf-16")).stdout)["article"]["text"] == text


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_name_that_is_no_text(folder: Path, run: Run) -> None:
    (folder / os.fsdecode(b"h\xe1.txt")).write_bytes(BAD)

    done = run("convert", ".", "-o", "out")

    assert done.returncode == 1
    assert done.stderr.decode().startswith(r"dccs: ./h\udce1.txt: byte 1 (0xe1)")


def test_two_runs_write_the_same_bytes(folder: Path, run: Run, write: Write) -> None:
    write({f"in/{number}.txt": A * number for number in range(1, 9)})

    for jobs in ("1", "2"):
        run("convert", "in", "--to", "jsonl", "-o", f"{jobs}.jsonl", "--jobs", jobs)

    assert (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()
    assert (folder / "1.jsonl").read_bytes().count(b"\n") == 8


# --- pipes -------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["convert", "--to", "jsonl"], ["convert", "-j2"]])
def test_a_reader_that_goes_ends_it_quietly(arguments: list[str], start: Start, write: Write) -> None:
    write({f"in/{number}.txt": A * 1000 for number in range(20)})
    process = start(*arguments, "in", driver=True)
    assert process.stdout is not None and process.stderr is not None

    process.stdout.readline()
    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait(PATIENCE) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the platform has no /dev/full")
@pytest.mark.parametrize("arguments", [["convert", "a.txt"], ["show", "a.txt"], ["schema"]])
def test_output_that_cannot_be_written(arguments: list[str], run: Run, write: Write) -> None:
    write({"a.txt": A})
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments, stdout=full, driver=True)

    assert done.returncode == 1
    assert done.stderr == b"dccs: standard output: No space left on device\n"


@pytest.mark.skipif(resource is None, reason="the platform has no limits of size")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_disk_that_is_full(jobs: str, run: Run, write: Write, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    # What measures coverage could not write its figures either, and would say so.
    monkeypatch.delenv("COVERAGE_PROCESS_START", raising=False)
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
    write({"in/a.txt": A, "in/b.txt": A * 1000, "in/c.txt": A, "out/b.json": "old"})

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))

    done = run("convert", "in", "-o", "out", "-j", jobs, preexec_fn=limit, driver=True)
    lines = run("convert", "in", "-o", "out/b.json", "--to", "jsonl", "-j", jobs, preexec_fn=limit, driver=True)

    assert (done.returncode, lines.returncode) == (1, 1)
    assert done.stderr.decode().splitlines() == ["dccs: out/b.json: File too large", "dccs: 1 of 3 failed"]
    assert lines.stderr.decode() == "dccs: out/b.json: File too large\n"
    assert tree("out").keys() == {"a.json", "b.json", "c.json"}
    assert tree("out")["b.json"] == "old"


@needs_signals
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_streams_that_are_closed(closed: str, write: Write) -> None:
    write({"a.txt": A})
    command = f'"$0" -m dccs_model convert - a.txt gone.txt {closed}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable], input=b"", capture_output=True, timeout=PATIENCE, check=False
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert (b"dccs: -: standard input is closed" in done.stderr) == (closed == "<&-")
    assert (b"dccs: standard output: standard output is closed" in done.stderr) == (closed == ">&-")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
def test_a_named_pipe_is_read_like_a_file(folder: Path, start: Start, write: Write) -> None:
    write({"a.txt": A})
    os.mkfifo(folder / "pipe")
    process = start("convert", "pipe", "a.txt", "--jobs", "2", "--to", "jsonl", driver=True)
    with (folder / "pipe").open("wb") as pipe:
        pipe.write(b"from the pipe")
    output, _ = process.communicate(timeout=PATIENCE)

    assert [json.loads(line)["article"]["text"] for line in output.splitlines()] == ["from the pipe", A]


# --- signals -----------------------------------------------------------------------

TEXTS: dict[str, str | bytes] = {"in/a.txt": A, "in/b.txt": A, "in/c.txt": "WAIT", "in/d.txt": A}
TERM, HUP = (getattr(signal, name, 0) for name in ("SIGTERM", "SIGHUP"))


def wait_until_it_waits(process: subprocess.Popen[bytes]) -> None:
    assert process.stderr is not None
    assert process.stderr.readline() == b"waiting\n"


@needs_signals
@pytest.mark.parametrize(
    ("number", "jobs", "sent_to"),
    [
        pytest.param(signal.SIGINT, "1", "all", id="Ctrl-C"),
        pytest.param(signal.SIGINT, "2", "all", id="Ctrl-C with workers"),
        pytest.param(signal.SIGINT, "2", "one", id="kill -INT with workers"),
        pytest.param(TERM, "1", "one", id="kill"),
        pytest.param(TERM, "2", "one", id="kill with workers"),
        pytest.param(HUP, "2", "all", id="the terminal is closed"),
    ],
)
def test_an_end_in_the_middle_leaves_whole_files(
    number: int, jobs: str, sent_to: str, start: Start, write: Write, tree: Tree
) -> None:
    write(TEXTS | {"out/all.jsonl": "old"})
    many = start("convert", "in", "-o", "out", "-j", jobs, driver=True, start_new_session=True)
    one = start("convert", "in", "-o", "out/all.jsonl", "-j", jobs, driver=True, start_new_session=True)
    for process in (many, one):
        wait_until_it_waits(process)

        (os.killpg if sent_to == "all" else os.kill)(process.pid, number)

        assert process.communicate(timeout=PATIENCE) == (b"", b"")
        assert process.returncode == 128 + number

    files = tree("out")
    assert {"all.jsonl"} <= files.keys() <= {"all.jsonl", "a.json", "b.json"}
    assert files.pop("all.jsonl") == "old"
    assert all(json.loads(document) for document in files.values())


@needs_signals
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_kill_leaves_whole_files(jobs: str, folder: Path, start: Start, write: Write, tree: Tree) -> None:
    write(TEXTS | {"out/all.jsonl": "old"})
    for output in ("out", "out/all.jsonl"):
        process = start("convert", "in", "-o", output, "-j", jobs, driver=True)
        wait_until_it_waits(process)

        process.kill()

        # A worker ends when it has done its task. It holds the other ends of the pipes, and only then this returns.
        if jobs == "2":
            (folder / ".gate").open("wb").close()
        assert process.communicate(timeout=PATIENCE) == (b"", b"")

    files = {name: content for name, content in tree("out").items() if not name.startswith(".")}
    assert files.pop("all.jsonl") == "old"
    assert all(json.loads(document) for document in files.values())


@needs_signals
def test_an_interrupt_that_is_ignored_stays_so(folder: Path, start: Start, write: Write) -> None:
    write(TEXTS)
    process = start(
        "convert", "in", "-o", "out", driver=True, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
    )
    wait_until_it_waits(process)

    process.send_signal(signal.SIGHUP)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)

    assert process.returncode == 143


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("DIE", "the process that read it ended with code 9"),
        ("FAULT", "a fault in dccs-model, please report it: RuntimeError: no such luck (.driver.py, line "),
        ("FULL", "there is not enough memory for it"),
    ],
)
def test_a_text_that_ends_its_reader_stops_no_other(
    text: str, message: str, folder: Path, run: Run, write: Write, tree: Tree
) -> None:
    write(TEXTS | {"in/c.txt": text})

    done = run("convert", "in", "-o", "out", "-j", "2", driver=True)

    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"dccs: in{os.sep}c.txt: {message}")
    assert sorted(tree("out")) == ["a.json", "b.json", "d.json"]
