"""
Finding the texts that are meant, and reading their bytes as text.
"""

from __future__ import annotations

import codecs
import glob
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from attrs import field, frozen

from dccs_model.cli.failures import Failure, UnusableError, attempt, reason

__all__ = ["STDIN", "Found", "Source", "decode", "find_sources", "is_text_encoding"]

#: The path that stands for standard input.
STDIN = "-"

_SUFFIX = ".txt"

# The marks of UTF-32 begin with those of UTF-16 and therefore stand first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@frozen
class Source:
    """
    One text to read: a file, or what was on a stream.
    """

    #: How people name it: the path as they would type it.
    name: str
    #: Where it stands below the folder that was given; its bare name where none was.
    relative: PurePath
    #: What it holds, where it can be read only once; None for a file.
    data: bytes | None = field(default=None, repr=False)

    def read(self) -> bytes:
        """
        Return what it holds.
        """
        return Path(self.name).read_bytes() if self.data is None else self.data


@frozen
class Found:
    """
    What the paths of one command led to.
    """

    #: The texts, in the order of the paths, each once.
    sources: tuple[Source, ...]
    #: What was not there or could not be looked into.
    failures: tuple[Failure, ...]
    #: Whether the paths can lead to several texts, however many there were this time.
    several: bool


def find_sources(paths: Sequence[str], *, leave_out: Path | None = None) -> Found:
    """
    Find the texts that *paths* mean: files, folders, patterns, and ``-`` for standard input.

    Folders are searched to the bottom for ``*.txt`` files in the order of their names, without hidden ones and without
    *leave_out*, a file that is to be written. A pattern that the shell left alone is expanded here.
    """
    left_out = None if leave_out is None else _place(leave_out)
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    for path in paths:
        for found in _expand(path, left_out):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                sources.setdefault(_place(found.name), found)
    several = len(paths) > 1 or any(os.path.isdir(path) or _is_pattern(path) for path in paths)
    return Found(sources=tuple(sources.values()), failures=tuple(failures), several=several)


def _expand(path: str, leave_out: str | None) -> Iterator[Source | Failure]:
    if path == STDIN:
        yield attempt(path, _stdin)
    elif os.path.isdir(path):
        yield from _walk(path, leave_out)
    elif _is_pattern(path):
        matches = sorted(glob.glob(path, recursive=True))
        yield from (each for match in matches for each in _expand(match, leave_out))
        if not matches:
            yield Failure(path, "the pattern matches nothing")
    else:
        yield attempt(path, lambda: _single(path))


def _is_pattern(path: str) -> bool:
    return glob.has_magic(path) and not os.path.lexists(path)


def _stdin() -> Source:
    if sys.stdin is None:
        raise UnusableError("standard input is closed")
    return Source(STDIN, PurePath("stdin"), sys.stdin.buffer.read())


def _single(path: str) -> Source:
    relative = PurePath(PurePath(path).name)
    # What is no plain file, such as a pipe, can be read only once and only by this process.
    return Source(path, relative, None if os.path.isfile(path) else Path(path).read_bytes())


def _walk(folder: str, leave_out: str | None) -> Iterator[Source | Failure]:
    failures: list[Failure] = []
    empty = True
    for parent, folders, files in os.walk(folder, onerror=lambda error: failures.append(_unread(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (os.path.join(parent, name) for name in sorted(files) if _is_article(name)):
            if _place(path) == leave_out:
                continue
            empty = False
            if os.path.isfile(path):
                yield Source(path, PurePath(os.path.relpath(path, folder)))
            else:
                yield Failure(path, "it leads to no file")
    yield from failures
    if empty and not failures:
        yield Failure(folder, f"the folder holds no *{_SUFFIX} file")


def _is_article(name: str) -> bool:
    return name.lower().endswith(_SUFFIX) and not name.startswith(".")


def _unread(error: OSError) -> Failure:
    return Failure(str(error.filename), reason(error))


def _place(path: str | Path) -> str:
    return STDIN if path == STDIN else os.path.normcase(os.path.abspath(path))


def is_text_encoding(name: str) -> bool:
    """
    Whether Python knows *name* as an encoding of text.
    """
    try:
        # Codecs are not looked up for nothing, and those that are not for text are told by use alone.
        b" ".decode(name)
    except UnicodeDecodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def decode(data: bytes, encoding: str | None = None) -> str:
    """
    Return the text that *data* holds, without its byte order mark and otherwise untouched.

    Args:
        data: the whole file.
        encoding: what it is written in; by default UTF-8, or what its byte order mark says.

    Raises:
        UnusableError: if it is written in something else.
    """
    written_in = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(written_in).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UnusableError(_undecodable(data, written_in, error)) from None
    except UnicodeError as error:
        raise UnusableError(f"it cannot be read as {written_in}: {error}") from None
    lone = _SURROGATE.search(text)
    if lone:
        raise UnusableError(
            f"read as {written_in}, it holds half a character (U+{ord(lone[0]):04X}) at {lone.start():,}"
        )
    return text


def _undecodable(data: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    # Every second byte of Latin letters in UTF-16 is zero, and no other encoding has zeros in a text.
    likely = "utf-16" if b"\0" in data[:1000] else "cp1258"
    if encoding.replace("-", "").lower() == likely.replace("-", ""):
        likely = "utf-8"
    return (
        f"byte {error.start:,} (0x{data[error.start]:02x}) is not {encoding}: {error.reason}; "
        f"say how it is written, such as --encoding {likely}"
    )
