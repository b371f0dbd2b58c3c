"""
Finding the texts that are meant, and reading their bytes as text.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.cli.failures import Failure, UnusableError
from dccs_model.cli.inputs import decode, find_sources, is_text_encoding

Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]


def names(paths: list[str], **options: Path) -> list[str]:
    return [source.name.replace(os.sep, "/") for source in find_sources(paths, **options).sources]


def failed(paths: list[str]) -> list[str]:
    return [str(failure).replace(os.sep, "/") for failure in find_sources(paths).failures]


# --- finding -----------------------------------------------------------------------

TREE = {
    "b.txt": "b", "a.txt": "a", "notes.md": "", ".hidden.txt": "",
    "2022/c.txt": "c", "2022/06/d.txt": "d", ".git/e.txt": "e", "[x].txt": "x",
}  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        pytest.param(["b.txt", "a.txt"], ["b.txt", "a.txt"], id="in the order that was given"),
        pytest.param(["notes.md"], ["notes.md"], id="a file that is named may be called anything"),
        pytest.param(
            ["."],
            ["./[x].txt", "./a.txt", "./b.txt", "./2022/c.txt", "./2022/06/d.txt"],
            id="a folder to its bottom, without what is hidden",
        ),
        pytest.param(["2022"], ["2022/c.txt", "2022/06/d.txt"], id="a folder within"),
        pytest.param(["2022/"], ["2022/c.txt", "2022/06/d.txt"], id="a folder with a slash"),
        pytest.param(["?.txt"], ["a.txt", "b.txt"], id="a pattern that the shell left alone"),
        pytest.param(["**/*.txt"], ["2022/06/d.txt", "2022/c.txt", "[x].txt", "a.txt", "b.txt"], id="**"),
        pytest.param(["202[12]"], ["2022/c.txt", "2022/06/d.txt"], id="a pattern for a folder"),
        pytest.param(["[x].txt"], ["[x].txt"], id="a name that looks like a pattern"),
        pytest.param(["a.txt", "./a.txt", "2022/../a.txt"], ["a.txt"], id="the same file once"),
        pytest.param(["2022/06", "2022"], ["2022/06/d.txt", "2022/c.txt"], id="where it came first"),
    ],
)
def test_paths_lead_to(paths: list[str], found: list[str], write: Write) -> None:
    write(TREE)

    assert names(paths) == found
    assert failed(paths) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.txt", "gone.txt: No such file or directory"),
        ("gone/*.txt", "gone/*.txt: the pattern matches nothing"),
        ("empty", "empty: the folder holds no *.txt file"),
    ],
)
def test_what_is_not_there_is_told(path: str, message: str, write: Write) -> None:
    write({"a.txt": "a", "empty/readme.md": ""})

    assert names([path, "a.txt"]) == ["a.txt"]
    assert failed([path, "a.txt"]) == [message]


def test_the_suffix_may_be_in_capitals(write: Write) -> None:
    write({"in/A.TXT": "a"})

    assert names(["in"]) == ["in/A.TXT"]


def test_a_file_to_be_written_is_not_found_in_a_folder(write: Write) -> None:
    write({"in/a.txt": "", "in/all.txt": ""})

    assert names(["in"], leave_out=Path("in/all.txt")) == ["in/a.txt"]
    assert names(["in/all.txt"], leave_out=Path("in/all.txt")) == ["in/all.txt"]


@pytest.mark.parametrize(
    ("paths", "relative"),
    [
        (["in"], ["a.txt", "2022/b.txt"]),
        (["in/a.txt"], ["a.txt"]),
        (["in/2022/*"], ["b.txt"]),
        (["in/2022"], ["b.txt"]),
    ],
)
def test_a_source_knows_where_it_stands_below_its_folder(paths: list[str], relative: list[str], write: Write) -> None:
    write({"in/a.txt": "", "in/2022/b.txt": ""})

    assert [source.relative.as_posix() for source in find_sources(paths).sources] == relative


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that few have there")
def test_links_in_a_folder(folder: Path, write: Write) -> None:
    write({"in/a.txt": "a", "elsewhere/b.txt": "b"})
    (folder / "in/linked.txt").symlink_to("a.txt")
    (folder / "in/broken.txt").symlink_to("gone.txt")
    (folder / "in/loop").symlink_to("../in")
    (folder / "in/other").symlink_to("../elsewhere")

    assert names(["in"]) == ["in/a.txt", "in/linked.txt"]
    assert failed(["in"]) == ["in/broken.txt: it leads to no file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path, write: Write) -> None:
    write({"in/a.txt": "a"})
    os.mkfifo(folder / "in/pipe.txt")

    assert failed(["in"]) == ["in/pipe.txt: it leads to no file"]


def test_a_folder_that_may_not_be_looked_into(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"in/a.txt": "a", "in/private/b.txt": "b"})
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("private"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)

    assert names(["in"]) == ["in/a.txt"]
    assert failed(["in"]) == ["in/private: Permission denied"]


# --- decoding ----------------------------------------------------------------------

NAME = "Hồ Văn Dần"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(NAME.encode(), None, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + NAME.encode(), None, id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF8 + NAME.encode(), "utf-8", id="UTF-8 with a mark, said to be UTF-8"),
        pytest.param(codecs.BOM_UTF8 + NAME.encode(), "utf-8-sig", id="UTF-8-SIG"),
        pytest.param(NAME.encode("utf-16"), None, id="UTF-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + NAME.encode("utf-16-be"), None, id="UTF-16-BE with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + NAME.encode("utf-16-le"), "utf-16-le", id="UTF-16-LE with a mark, said so"),
        pytest.param(NAME.encode("utf-16-le"), "utf-16-le", id="UTF-16-LE without a mark"),
        pytest.param(NAME.encode("utf-32"), None, id="UTF-32 with a mark"),
    ],
)
def test_bytes_are_read(data: bytes, encoding: str | None) -> None:
    assert decode(data, encoding) == NAME


def test_old_vietnamese_code_pages() -> None:
    # Windows-1258 writes the tone after its letter.
    assert decode("Hà Nội".encode("cp1258", "ignore") + b"\xf2", "cp1258").endswith("\u0323")


# A mark before a mark is a letter, and UTF-16 before a zero is the mark of UTF-32.
@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith(("\ufeff", "\0"))))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
    assert decode(text.encode("utf-16")) == text


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-16", "utf-7", "cp1258", "raw_unicode_escape", "idna"]))
def test_bytes_are_read_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        decode(data, encoding).encode()
    except UnusableError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"Ho Van D\x93n", None, "byte 8 (0x93) is not utf-8: invalid start byte; say how it is written"),
        (b"\xef\xbb\xbfH\xe1", None, "unexpected end of data; say how it is written, such as --encoding cp1258"),
        (b"x" * 12345 + b"\xff", None, "byte 12,345 (0xff) is not utf-8"),
        ("Đỗ Xuân Nam".encode("utf-16-le"), None, "byte 2 (0xd7) is not utf-8"),
        (b"H\0\xe1\0", None, "such as --encoding utf-16"),
        (b"H\x81", "cp1252", "byte 1 (0x81) is not cp1252"),
        (b"\xd2 \xff\0\xd8", "utf-16", "byte 4 (0xd8) is not utf-16: truncated data"),
        (b"\xd2 \xff\0\xd8", "utf-16", "such as --encoding utf-8"),
        (b"+2AA-", "utf-7", "read as utf-7, it holds half a character (U+D800) at 0"),
        (b"xn--a", "idna", "it cannot be read as idna"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(UnusableError) as caught:
        decode(data, encoding)

    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "cp1258", "latin-1", "utf-16"])
def test_a_text_encoding(name: str) -> None:
    assert is_text_encoding(name)


@pytest.mark.parametrize("name", ["utf-9", "hex", "rot13", "zip", "", "undefined", "utf\0", "ütf"])
def test_no_text_encoding(name: str) -> None:
    assert not is_text_encoding(name)


def test_a_failure_reads_as_one_line() -> None:
    assert str(Failure("a.txt", "it is gone")) == "a.txt: it is gone"
