"""
Where results go: whole files or none.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

import click

from dccs_model.cli.failures import Failure, attempt, reason
from dccs_model.cli.inputs import STDIN, Source
from dccs_model.cli.terminal import named, write_output

__all__ = ["Write", "folder_targets", "refuse_inputs", "replacing", "to_file", "to_folder", "to_stdout"]

#: Takes the result of one source; gives a failure where that one alone could not be written.
Write: TypeAlias = Callable[[Source, bytes], Failure | None]


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """
    Open a file that takes the place of *path* at once and whole when the block ends.

    Until then it is a hidden file beside it, which is removed where the block raises or writes nothing. Permissions
    stay as they are. A symbolic link stays too, and what it leads to is replaced. What is no plain file, such as
    ``/dev/null`` or a pipe, is written to directly.

    Raises:
        OSError: if it cannot be written.
    """
    try:
        with _part_of(Path(os.path.realpath(path))) as stream:
            yield stream
    except OSError as error:
        # The name that people know, in place of that of the hidden file.
        raise OSError(error.errno, reason(error), str(path)) from error


@contextlib.contextmanager
def _part_of(target: Path) -> Iterator[BinaryIO]:
    before = target.stat() if target.exists() else None
    if before is not None and not stat.S_ISREG(before.st_mode):
        with open(target, "wb") as stream:
            yield stream
        return
    # Replacing a file takes no right to write to it; who took that right away wants it kept.
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")
    part = target.with_name(f".dccs-{secrets.token_hex(8)}.part")
    try:
        with open(part, "xb") as stream:
            yield stream
            stream.flush()
            # Without this a power cut may leave the new name with nothing behind it.
            os.fsync(stream.fileno())
            written = stream.tell() > 0
        if before is not None:
            os.chmod(part, stat.S_IMODE(before.st_mode))
        if written:
            os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def to_stdout(between: bytes) -> Iterator[Write]:
    """
    Write one result after another to standard output, with *between* between them.
    """
    first = True

    def write(_: Source, data: bytes) -> None:
        nonlocal first
        write_output(data if first else between + data)
        first = False

    yield write


@contextlib.contextmanager
def to_file(path: Path) -> Iterator[Write]:
    """
    Write one result after another to one file.

    Raises:
        OSError: if it cannot be written.
    """
    with replacing(path) as stream:

        def write(_: Source, data: bytes) -> None:
            stream.write(data)

        yield write


@contextlib.contextmanager
def to_folder(targets: Mapping[Source, Path]) -> Iterator[Write]:
    """
    Write each result to its own file, and make the folders that are missing.
    """

    def write(source: Source, data: bytes) -> Failure | None:
        return attempt(str(targets[source]), lambda: _write_file(targets[source], data))

    yield write


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as stream:
        stream.write(data)


def folder_targets(sources: Sequence[Source], folder: Path, suffix: str) -> dict[Source, Path]:
    """
    Give each source its file below *folder*.

    Raises:
        click.UsageError: if two of them would have the same.
    """
    targets: dict[Source, Path] = {}
    taken: dict[str, Source] = {}
    for source in sources:
        target = folder / source.relative.with_suffix(suffix)
        other = taken.setdefault(_file_key(target), source)
        if other is not source:
            raise click.UsageError(
                f"{named(other.name)} and {named(source.name)} would both be written to {named(target)}; "
                "convert them into different folders"
            )
        targets[source] = target
    return targets


def refuse_inputs(sources: Sequence[Source], targets: Sequence[Path]) -> None:
    """
    Refuse to write over what is to be read.

    Raises:
        click.UsageError: if one of *targets* is one of the sources, by whatever name.
    """
    inputs = {_identity(source.name): source for source in sources if source.name != STDIN}
    for target in targets:
        source = inputs.get(_identity(target)) if target.exists() else None
        if source is not None:
            raise click.UsageError(f"{named(target)} would be written over {named(source.name)}, which is to be read")


def _file_key(path: Path) -> str:
    real = os.path.realpath(path)
    # The usual file systems of these two take names that differ in case or in normal form for the same.
    return unicodedata.normalize("NFC", real).casefold() if sys.platform in ("darwin", "win32") else real


def _identity(path: str | Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
