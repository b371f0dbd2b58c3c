"""
Streams and the terminal: always UTF-8, and never a raw control character.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

__all__ = [
    "console",
    "named",
    "one_line",
    "progress",
    "silence_output",
    "speak_utf8",
    "tell",
    "visible",
    "write_output",
]

# What a terminal may act on, or shows as nothing, apart from the ends of lines and tabs: the control characters, marks
# of direction, invisible characters and halves of surrogate pairs.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    r"""
    Return *text* with each character that a terminal could act on as its escape, such as ``\u001b``.

    The escapes are those of JSON, where these characters stand in strings only: a document means the same after this.
    """
    return _INVISIBLE.sub(_escape, text)


def one_line(text: str) -> str:
    """
    Return *text* as `visible` gives it, on one line and with single spaces.
    """
    return visible(" ".join(text.split()))


def named(path: str | Path) -> str:
    """
    Return the name of a file as `visible` gives it, in UTF-8 even where the locale is in something else.
    """
    return visible(os.fsencode(path).decode(errors="surrogateescape"))


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def speak_utf8() -> None:
    r"""
    Make both output streams UTF-8 with ``\n`` at the ends of lines, whatever the locale and the platform.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write_output(data: bytes) -> None:
    """
    Write UTF-8 to standard output, at once; a terminal gets it as `visible`.

    Raises:
        BrokenPipeError: if the reader has gone.
        OSError: if it cannot be written for another reason, such as a full disk.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    if _is_terminal(sys.stdout):
        data = visible(data.decode()).encode()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # This is what Windows says where others speak of a broken pipe.
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            raise BrokenPipeError from error
        raise


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def silence_output() -> None:
    """
    Let standard output lead nowhere, so that what is still buffered cannot fail when the interpreter ends.
    """
    # A stream that is closed, or that stands in for the real one as in tests, has no file descriptor.
    with contextlib.suppress(AttributeError, OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def tell(message: str) -> None:
    """
    Say something to the person at the terminal, on standard error.
    """
    # Without a standard error, print would write to standard output.
    if sys.stderr is not None:
        print(f"dccs: {visible(message)}", file=sys.stderr)


def console(*, stderr: bool = False) -> Console:
    """
    Return a console that prints words as they are: no markup, no emoji codes, no guessed highlights.
    """
    from rich.console import Console

    class PlainConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return PlainConsole(stderr=stderr, markup=False, emoji=False, highlight=False)


@contextlib.contextmanager
def progress(total: int, *, beside_output: bool) -> Iterator[Callable[[], None]]:
    """
    Show on standard error how many of *total* are done, where a person looks; call what is given after each.

    Args:
        total: how many there are.
        beside_output: whether standard output is written meanwhile, which at a terminal leaves no room for this.
    """
    looks = _is_terminal(sys.stderr) and not (beside_output and _is_terminal(sys.stdout))
    if total < 2 or not looks or console(stderr=True).is_dumb_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        expand=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
