"""
Where results go: whole files or none.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import TypeAlias

import click
import pytest

from dccs_model.cli.failures import Failure
from dccs_model.cli.inputs import Source, find_sources
from dccs_model.cli.outputs import folder_targets, refuse_inputs, replacing, to_file, to_folder

Tree: TypeAlias = Callable[..., dict[str, str]]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and devices are those of POSIX")


def a_source(relative: str) -> Source:
    return Source(name=f"in/{relative}", relative=PurePath(relative))


# --- one file ----------------------------------------------------------------------


@pytest.mark.parametrize("before", [None, "old"])
def test_a_file_is_there_when_it_is_whole(before: str | None, folder: Path, tree: Tree) -> None:
    path = folder / "a.json"
    if before is not None:
        path.write_text(before, encoding="utf-8")

    with replacing(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert (path.read_text("utf-8") if path.exists() else None) == before

    assert tree() == {"a.json": "new"}


@pytest.mark.parametrize("error", [ValueError, OSError(errno.ENOSPC, "full"), KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("before", [{}, {"a.json": "old"}])
def test_what_is_not_finished_leaves_nothing(
    before: dict[str, str], error: type[BaseException] | OSError, folder: Path, write: Write, tree: Tree
) -> None:
    write(before)

    def fail() -> None:
        with replacing(folder / "a.json") as stream:
            stream.write(b"ne")
            raise error

    with pytest.raises(error if isinstance(error, type) else OSError):
        fail()

    assert tree() == before


def test_where_nothing_is_written_nothing_is_replaced(folder: Path, write: Write, tree: Tree) -> None:
    write({"a.json": "old"})

    with replacing(folder / "a.json"), replacing(folder / "b.json"):
        pass

    assert tree() == {"a.json": "old"}


def test_an_error_names_the_file_that_people_know(folder: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, replacing(folder / "gone/a.json"):
        pass

    assert caught.value.filename == str(folder / "gone/a.json")


def test_a_folder_is_no_file(folder: Path, write: Write) -> None:
    write({"a.json/b": ""})

    with pytest.raises(OSError, match="directory|denied"), replacing(folder / "a.json"):
        pass


@needs_posix
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_rights_that_any_has(umask: int, mode: int, folder: Path) -> None:
    before = os.umask(umask)
    try:
        with replacing(folder / "a.json") as stream:
            stream.write(b"new")
    finally:
        os.umask(before)

    assert stat.S_IMODE((folder / "a.json").stat().st_mode) == mode


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_an_old_file_keeps_its_rights(mode: int, folder: Path, write: Write) -> None:
    write({"a.json": "old"})
    (folder / "a.json").chmod(mode)

    with replacing(folder / "a.json") as stream:
        stream.write(b"new")

    assert stat.S_IMODE((folder / "a.json").stat().st_mode) == mode


def test_a_protected_file_is_kept(folder: Path, write: Write, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.json": "old"})
    # Nothing is forbidden to root, which tests may be run as.
    monkeypatch.setattr("os.access", lambda *_: False)

    with pytest.raises(PermissionError, match="write-protected"), replacing(folder / "a.json"):
        pass

    assert tree() == {"a.json": "old"}


@needs_posix
@pytest.mark.parametrize("target", ["real/a.json", "real/missing.json"])
def test_a_link_stays_and_what_it_leads_to_is_replaced(target: str, folder: Path, write: Write, tree: Tree) -> None:
    write({"real/a.json": "old", "out/b": ""})
    (folder / "out/a.json").symlink_to(Path("..") / target)

    with replacing(folder / "out/a.json") as stream:
        stream.write(b"new")

    assert (folder / "out/a.json").is_symlink()
    assert tree()[target] == "new"
    assert [path.name for path in folder.rglob(".*")] == []


@needs_posix
def test_what_is_no_plain_file_is_written_to(folder: Path) -> None:
    with replacing(Path(os.devnull)) as stream:
        stream.write(b"new")

    assert Path(os.devnull).is_char_device()


# --- a file each -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relative", "suffix", "target"),
    [
        ("a.txt", ".json", "out/a.json"),
        ("2022/06/a.txt", ".md", "out/2022/06/a.md"),
        ("22.6.2022.txt", ".json", "out/22.6.2022.json"),
        ("a", ".jsonl", "out/a.jsonl"),
        ("stdin", ".json", "out/stdin.json"),
    ],
)
def test_the_name_of_a_result(relative: str, suffix: str, target: str) -> None:
    assert [path.as_posix() for path in folder_targets([a_source(relative)], Path("out"), suffix).values()] == [target]


@pytest.mark.parametrize(
    ("names", "platform"),
    [
        (["a.txt", "a.text"], "linux"),
        (["2022/a.txt", "2022/a.md"], "linux"),
        (["a.txt", "A.txt"], "darwin"),
        (["a.txt", "A.txt"], "win32"),
        (["Đan.txt", "đan.txt"], "win32"),
        (["Ho\u0300a.txt", "H\u00f2a.txt"], "darwin"),
    ],
)
def test_two_results_do_not_go_to_one_file(
    names: list[str], platform: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dccs_model.cli.outputs.sys.platform", platform)

    with pytest.raises(click.UsageError) as caught:
        folder_targets([a_source(name) for name in names], folder, ".json")

    assert all(f"in/{name}" in caught.value.message for name in names)


@needs_posix
def test_two_results_do_not_go_to_one_file_through_a_link(folder: Path, write: Write) -> None:
    write({"out/a.json": ""})
    (folder / "out/b.json").symlink_to("a.json")

    with pytest.raises(click.UsageError, match="would both be written"):
        folder_targets([a_source("a.txt"), a_source("b.txt")], folder / "out", ".json")


def test_names_that_differ_in_case_are_two_where_the_platform_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dccs_model.cli.outputs.sys.platform", "linux")

    assert len(folder_targets([a_source("a.txt"), a_source("A.txt")], folder, ".json")) == 2


@pytest.mark.parametrize("target", ["a.txt", "./in/../a.txt"])
def test_an_input_is_not_written_over(target: str, write: Write) -> None:
    write({"a.txt": "", "in/b.txt": ""})

    with pytest.raises(click.UsageError, match="would be written over a.txt"):
        refuse_inputs(find_sources(["a.txt"]).sources, [Path(target)])


@needs_posix
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_an_input_is_not_written_over_by_another_name(
    link: Callable[[Path, Path], None], folder: Path, write: Write
) -> None:
    write({"a.txt": ""})
    link(folder / "a.txt", folder / "b.json")

    with pytest.raises(click.UsageError, match="would be written over a.txt"):
        refuse_inputs(find_sources(["a.txt"]).sources, [Path("b.json")])


def test_an_input_that_has_gone_is_not_written_over(folder: Path, write: Write) -> None:
    write({"a.txt": "", "b.json": ""})
    sources = find_sources(["a.txt"]).sources
    (folder / "a.txt").unlink()

    refuse_inputs(sources, [Path("b.json")])


def test_other_files_are_written_over(write: Write) -> None:
    write({"a.txt": "", "a.json": ""})

    refuse_inputs(find_sources(["a.txt"]).sources, [Path("a.json"), Path("b.json")])


def test_a_folder_takes_what_it_can(folder: Path, write: Write, tree: Tree) -> None:
    write({"out/b.json/in the way": ""})
    a, b, c = sources = [a_source(name) for name in ("a.txt", "b.txt", "2022/c.txt")]

    with to_folder(folder_targets(sources, Path("out"), ".json")) as put:
        results = [put(source, b"new") for source in (a, b, c)]

    assert [isinstance(result, Failure) for result in results] == [False, True, False]
    assert tree("out") == {"a.json": "new", "b.json/in the way": "", "2022/c.json": "new"}


def test_a_file_takes_all_or_nothing(folder: Path, tree: Tree) -> None:
    a, b = a_source("a.txt"), a_source("b.txt")

    with to_file(folder / "all.jsonl") as put:
        put(a, b"1\n")
        put(b, b"2\n")

    assert tree() == {"all.jsonl": "1\n2\n"}
