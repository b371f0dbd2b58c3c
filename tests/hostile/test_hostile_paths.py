"""
The command on files that lead astray, go away, may not be read or cannot be written.

Whatever happens, what was there stays whole, no part of a file is left, and
what went wrong is told in a line.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("links and permissions are those of POSIX", allow_module_level=True)

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

A = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị.\n"

_DAC_OVERRIDE, _DAC_READ_SEARCH, _PR_CAPBSET_DROP = 1, 2, 24


def give_up_privileges() -> None:
    """
    Let permissions hold for root, too, in a process that is about to begin.
    """
    if os.geteuid() == 0:
        system = ctypes.CDLL(None)
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            if system.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise PermissionError


#: Options of a process that permissions hold for.
ORDINARY = {"preexec_fn": give_up_privileges}

needs_permissions = pytest.mark.skipif(
    os.geteuid() == 0 and sys.platform != "linux", reason="root may read and write everything"
)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """
    A folder of the test, which can be taken away again whatever was done to its permissions.
    """
    yield tmp_path
    for each in (path for path in tmp_path.rglob("*") if path.is_dir() and not path.is_symlink()):
        each.chmod(0o700)


#: The command, with a reader that finds nothing and so is quick. What stands in the braces happens before each reading.
COMMAND = """
import os, shutil, sys
import dccs_model.parsing as parsing
from dccs_model import Article, ParsedArticle
def parse_article(text, **options):
    {what}
    return ParsedArticle(article=Article(text=text))
parsing.parse_article = parse_article
if __name__ == "__main__":
    from dccs_model.cli import main
    sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def start(place: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """
    Start the command in the folder of the test.
    """

    def start(*arguments: str | Path, what: str = "pass", **options: Any) -> subprocess.Popen[bytes]:
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        command = [sys.executable, "-c", COMMAND.format(what=what), *map(os.fspath, arguments)]
        return subprocess.Popen(command, cwd=place, **options)

    return start


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    """
    Every file below a folder, hidden ones too, with what it holds.
    """
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def told(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    lines = done.stderr.decode().splitlines()
    assert "Traceback" not in lines
    return lines


def is_whole(document: str) -> bool:
    return json.loads(document)["format"] == "dccs-model"


# --- what is read -------------------------------------------------------------------


def test_links_that_lead_nowhere_or_in_a_circle(place: Path, run: Run) -> None:
    write(place / "in", a=A)
    (place / "in" / "gone.txt").symlink_to("nowhere.txt")
    (place / "in" / "one.txt").symlink_to("other.txt")
    (place / "in" / "other.txt").symlink_to("one.txt")
    (place / "in" / "back").symlink_to(place / "in", target_is_directory=True)
    (place / "in" / "up").symlink_to("..", target_is_directory=True)

    done = run("convert", place / "in", "-o", place / "out")
    single = run("convert", place / "in" / "one.txt", "-o", place / "single.json")

    assert (done.returncode, single.returncode) == (1, 1)
    assert [line.rpartition("/")[2] for line in told(done)] == [
        "gone.txt: it leads to no file", "one.txt: it leads to no file", "other.txt: it leads to no file", "dccs: 3 of 4 failed",
    ]  # fmt: skip
    assert "Too many levels of symbolic links" in told(single)[0]
    assert list(tree(place / "out")) == ["a.json"]


@pytest.mark.parametrize("path", ["../in/../in/a.txt", "./../in//a.txt", "../in/link.txt"])
def test_a_way_up_in_a_path_leads_out_of_no_folder(path: str, place: Path, run: Run) -> None:
    write(place / "in", a=A)
    write(place / "run")
    (place / "in" / "link.txt").symlink_to("../in/./a.txt")

    done = run("convert", place / "run" / path, "-o", f"{place}/run/../out/sub/")

    assert (done.returncode, done.stderr) == (0, b"")
    assert [os.fspath(Path(name).parent) for name in tree(place / "out")] == ["sub"]
    assert set(tree(place)) - {f"out/sub/{name}" for name in ("a.json", "link.json")} == {"in/a.txt", "in/link.txt"}


@needs_permissions
def test_what_may_not_be_read(place: Path, run: Run) -> None:
    write(place / "in", a=A, closed="x", z=A)
    write(place / "in" / "closed", b=A)
    (place / "in" / "closed.txt").chmod(0)
    (place / "in" / "closed").chmod(0)

    done = run("convert", place / "in", "-o", place / "out", **ORDINARY)

    assert done.returncode == 1
    assert [line.rpartition(": ")[2] for line in told(done)] == [
        "Permission denied",
        "Permission denied",
        "2 of 4 failed",
    ]
    (place / "in" / "closed").chmod(0o700)
    assert set(tree(place / "out")) == {"a.json", "z.json"}


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("os.path.lexists('in/b.txt') and os.unlink('in/b.txt')", "No such file or directory"),
        ("os.path.isfile('in/b.txt') and (os.unlink('in/b.txt'), os.mkdir('in/b.txt'))", "Is a directory"),
        (
            "os.path.isfile('in/b.txt') and (os.unlink('in/b.txt'), os.symlink('b.txt', 'in/b.txt'))",
            "Too many levels of symbolic links",
        ),
        ("shutil.rmtree('in', ignore_errors=True)", "No such file or directory"),
    ],
    ids=["a file is taken away", "becomes a folder", "becomes a circle", "the folder is taken away"],
)
def test_what_goes_away_in_the_middle(what: str, reason: str, place: Path, run: Run) -> None:
    write(place / "in", a=A, b=A)

    done = run("convert", "in", "-o", "out", what=what)

    assert done.returncode == 1
    assert told(done) == [f"dccs: in/b.txt: {reason}", "dccs: 1 of 2 failed"]
    assert list(tree(place / "out")) == ["a.json"]


HARD_NAMES = ["x" * 250, "a\nb", "-o", "--help", "a b;$(c)'\"", "*", "[a]", "a\\b", "~", os.fsdecode(b"\xff\xfe")]


def test_names_that_are_hard_to_say(place: Path, run: Run) -> None:
    names = []
    for name in HARD_NAMES:
        # Some file systems have no such names.
        with contextlib.suppress(OSError):
            (place / f"{name}.txt").write_text(A, encoding="utf-8")
            names.append(name)

    done = run("convert", *(place / f"{name}.txt" for name in names), "-o", f"{place}/out/")

    assert (done.returncode, done.stderr) == (0, b"")
    assert {path.name for path in (place / "out").iterdir()} == {f"{name}.json" for name in names}
    assert len(names) >= 7


# --- what is written -----------------------------------------------------------------


def test_a_device_that_is_full(place: Path, run: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no such device here")
    write(place / "in", a=A)

    done = run("convert", place / "in" / "a.txt", "-o", "/dev/full")
    with Path("/dev/full").open("wb") as full:
        streamed = run("convert", place / "in" / "a.txt", stdout=full)

    assert (done.returncode, told(done)) == (1, ["dccs: /dev/full: No space left on device"])
    assert (streamed.returncode, told(streamed)) == (1, ["dccs: standard output: No space left on device"])
    assert Path("/dev/full").exists()


@pytest.fixture
def small_disk(place: Path) -> Iterator[Path]:
    """
    A disk of 64 kilobytes, where this process may make one.
    """
    disk = place / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_disk_that_fills_up(small_disk: Path, place: Path, run: Run) -> None:
    write(place / "in", **{f"t{number:02}": A * 20 for number in range(40)})
    (small_disk / "t00.json").write_text("old", encoding="utf-8")
    (small_disk / "all.jsonl").write_text("old", encoding="utf-8")

    done = run("convert", place / "in", "-o", small_disk)
    lines = run("convert", place / "in", "-o", small_disk / "all.jsonl")

    assert (done.returncode, lines.returncode) == (1, 1)
    assert told(lines) == [f"dccs: {small_disk}/all.jsonl: No space left on device"]
    assert all(line.endswith(("No space left on device", "failed")) for line in told(done))
    written = tree(small_disk)
    assert written.pop("all.jsonl") == "old"
    assert 2 < len(written) < 40
    assert all(is_whole(document) for document in written.values())


@needs_permissions
def test_a_target_that_may_not_be_written(place: Path, run: Run) -> None:
    write(place / "in", a=A, b=A)
    write(place / "out")
    (place / "out" / "a.json").write_text("old", encoding="utf-8")
    (place / "out" / "a.json").chmod(0o444)

    done = run("convert", place / "in", "-o", place / "out", **ORDINARY)

    assert done.returncode == 1
    assert told(done) == [f"dccs: {place}/out/a.json: it is write-protected", "dccs: 1 of 2 failed"]
    assert tree(place / "out").pop("a.json") == "old"
    assert set(tree(place / "out")) == {"a.json", "b.json"}


@needs_permissions
def test_a_folder_that_may_not_be_written(place: Path, run: Run) -> None:
    write(place / "in", a=A)
    write(place / "out")
    (place / "out" / "a.json").write_text("old", encoding="utf-8")
    (place / "out" / "a.json").chmod(0o666)
    (place / "out").chmod(0o555)

    for output in (place / "out", place / "out" / "new.json", place / "out" / "a.json"):
        done = run("convert", place / "in" / "a.txt", "-o", output, **ORDINARY)
        assert done.returncode == 1
        assert told(done)[0].endswith("Permission denied")
    assert tree(place / "out") == {"a.json": "old"}


def test_a_target_that_is_a_circle_of_links(place: Path, run: Run) -> None:
    write(place / "in", a=A)
    (place / "a.json").symlink_to("b.json")
    (place / "b.json").symlink_to("a.json")

    run("convert", place / "in" / "a.txt", "-o", place / "a.json")

    # The system refuses, or the file takes the place of the link that led to nothing.
    assert all(is_whole(document) for name, document in tree(place).items() if name.endswith(".json"))
    assert {each.name for each in place.iterdir()} == {"a.json", "b.json", "in"}


@pytest.mark.parametrize("output", ["in/a.txt", "in/../in/a.txt", "link.txt", "hard.txt"])
def test_an_input_is_never_written_over(output: str, place: Path, run: Run) -> None:
    write(place / "in", a=A)
    (place / "link.txt").symlink_to("in/a.txt")
    os.link(place / "in" / "a.txt", place / "hard.txt")

    done = run("convert", place / "in" / "a.txt", "-o", place / output)

    assert done.returncode == 2
    assert "would be written over" in done.stderr.decode()
    assert set(tree(place).values()) == {A}


def test_two_inputs_never_share_an_output(place: Path, run: Run) -> None:
    write(place / "one", a=A)
    write(place / "two", a=A)

    done = run("convert", place / "one" / "a.txt", place / "two" / "a.txt", "-o", f"{place}/out/")

    assert done.returncode == 2
    assert "would both be written to" in done.stderr.decode()
    assert not (place / "out").exists()


def test_the_same_output_twice_is_the_same_file_twice(place: Path, run: Run) -> None:
    write(place / "in", a=A, b=A)

    def convert() -> dict[str, str]:
        for output in ("out", "out/all.jsonl"):
            assert run("convert", place / "in", "-o", f"{place}/{output}").returncode == 0
        return tree(place)

    assert convert() == convert()


def test_many_write_the_same_output_at_once(place: Path, start: Callable[..., subprocess.Popen[bytes]]) -> None:
    write(place / "in", **{f"t{number}": A * number for number in range(1, 9)})
    with contextlib.ExitStack() as stack:
        running = [
            stack.enter_context(start("convert", place / "in", "-o", place / output))
            for output in ("out", "out.jsonl") * 3
        ]
        assert {process.communicate(timeout=60) for process in running} == {(b"", b"")}

    assert {process.returncode for process in running} == {0}
    assert len(tree(place / "out")) == 8
    assert all(is_whole(document) for document in tree(place / "out").values())
    assert [path.name for path in place.iterdir() if path.suffix == ".jsonl" or path.name.startswith(".")] == [
        "out.jsonl"
    ]
    assert len((place / "out.jsonl").read_text("utf-8").splitlines()) == 8
