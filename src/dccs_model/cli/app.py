"""
The commands and their options; what they do stands in modules of their own.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

import click

from dccs_model.cli.failures import Failure, reason
from dccs_model.cli.inputs import Found, find_sources, is_text_encoding
from dccs_model.cli.terminal import named, silence_output, speak_utf8, tell, visible
from dccs_model.cli.work import SUFFIXES, Conversion, Reading

__all__ = ["dccs", "run"]

F = TypeVar("F", bound=Callable[..., Any])

# What a shell reports for a process that an interrupt, or a pipe without a reader, has ended.
_INTERRUPTED = 128 + 2
_READER_GONE = 128 + 13

_LANGUAGES = click.Choice(["vi", "en"])

_VIETNAM = dt.timezone(dt.timedelta(hours=7))


def run(arguments: Sequence[str]) -> int:
    """
    Run the command and return its exit code: 0, 1 where something failed, 2 where it was called wrongly.
    """
    speak_utf8()
    with _orderly_end():
        try:
            code = dccs.main(list(arguments), prog_name="dccs", standalone_mode=False)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except click.Abort:
            return _INTERRUPTED
    return code if isinstance(code, int) else 0


class _Commands(click.Group):
    """
    The group of all commands, with what they have in common when they end.
    """

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except BrokenPipeError:
            silence_output()
            code = _READER_GONE
        except KeyboardInterrupt:
            code = _INTERRUPTED
        except OSError as error:
            tell(f"{named(error.filename or 'standard output')}: {reason(error)}")
            silence_output()
            code = 1
        raise click.exceptions.Exit(code)


@contextlib.contextmanager
def _orderly_end() -> Iterator[None]:
    # A request to end goes the way of an exception, so that no unfinished file is left.
    def end(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        # Whoever started this may have asked for it to be ignored, as nohup does.
        if before[number] is signal.SIG_DFL:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _known_encoding(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    if name is not None and not is_text_encoding(name):
        raise click.BadParameter(f"{name!r} is no text encoding; known are such as utf-8, utf-16, cp1258, latin-1")
    return name


def _date(_: click.Context, __: click.Parameter, text: str | None) -> dt.date | None:
    if text is None:
        return None
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(text)
    with contextlib.suppress(ValueError):
        time = dt.datetime.fromisoformat(text)
        return time if time.tzinfo else time.replace(tzinfo=_VIETNAM)
    raise click.BadParameter(f"{text!r} is no date such as 2022-06-22 or 2022-06-22T09:00")


def _text(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    if text is not None and not visible(text).strip():
        raise click.BadParameter("it is blank")
    return text


def _paths(command: F) -> F:
    """
    Add the argument that says which texts are meant.
    """
    return click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")(command)


def _reading_options(command: F) -> F:
    """
    Add the options that say how texts are read.
    """
    options = (
        click.option(
            "--encoding",
            metavar="NAME",
            callback=_known_encoding,
            help="What the files are written in; by default UTF-8, or as their byte order mark says.",
        ),
        click.option(
            "--published-at",
            metavar="DATE",
            callback=_date,
            help="When they were published: 2022-06-22, or 2022-06-22T09:00 in Vietnamese time.",
        ),
        click.option("--url", metavar="URL", callback=_text, help="Where the article came from; for one article only."),
        click.option("--strict", is_flag=True, help="Refuse a text that cannot be read as asked."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dccs-model", message="%(prog)s %(version)s")
def dccs() -> None:
    """
    Read Vietnamese local-government conference news as typed data.

    A PATH is a text file, a folder (searched for *.txt files), a pattern such as "2022/**/*.txt", or - for standard
    input. The exit code is 0, or 1 where an input failed (the others are done all the same), or 2 where the command
    was called wrongly.
    """


@dccs.command()
@_paths
@click.option("--to", type=click.Choice(list(SUFFIXES)), help="What to write; by default as OUTPUT ends, else JSON.")
@click.option(
    "--output",
    "-o",
    metavar="OUTPUT",
    help="A file, or a folder for a file each (end it with / where it is new); else standard output.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=0),
    metavar="N",
    default=1,
    show_default=True,
    help="Read with N processes; 0 for one each processor.",
)
@click.option(
    "--indent",
    type=click.IntRange(0, 16),
    metavar="N",
    help="Spaces for each level of JSON, by default 2; 0 for one line.",
)
@click.option("--lang", type=_LANGUAGES, help="The language of labels in Markdown, by default vi.")
@_reading_options
@click.pass_context
def convert(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    to: str | None,
    output: str | None,
    jobs: int,
    indent: int | None,
    lang: str | None,
    **reading: Any,
) -> None:
    """
    Write articles as JSON, JSON Lines or Markdown.

    In a folder each article has a file of its own name, and the folders of the input are kept. Files are replaced
    whole or not at all, and no input is ever written over.
    """
    from dccs_model.cli.batch import processors
    from dccs_model.cli.convert import convert_all, form_of

    to = to or form_of(output)
    if indent is not None and to != "json":
        raise click.UsageError("--indent is for --to json")
    if lang is not None and to != "markdown":
        raise click.UsageError("--lang is for --to markdown; JSON has no labels")
    found = _find(paths, reading, leave_out=output)
    work = Conversion(Reading(**reading), to=to, lang=lang or "vi", indent=2 if indent is None else indent or None)
    _end(context, found, convert_all(found, work, output, jobs or processors()))


@dccs.command()
@_paths
@click.option("--lang", type=_LANGUAGES, default="vi", show_default=True, help="The language of labels.")
@_reading_options
@click.pass_context
def show(context: click.Context, /, paths: tuple[str, ...], lang: str, **reading: Any) -> None:
    """
    Show articles to people, in colour where the terminal has it.
    """
    from dccs_model.cli.show import show_all

    found = _find(paths, reading)
    _end(context, found, show_all(found.sources, Reading(**reading), lang))


@dccs.command()
@click.option("--output", "-o", metavar="FILE", help="A file; else standard output.")
def schema(output: str | None) -> None:
    """
    Write the JSON Schema of what convert writes as JSON.
    """
    import json

    from dccs_model.cli.outputs import replacing
    from dccs_model.cli.terminal import write_output
    from dccs_model.formats import json_schema

    data = (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode()
    if output is None or output == "-":
        write_output(data)
        return
    with replacing(Path(output)) as stream:
        stream.write(data)


def _find(paths: Sequence[str], reading: dict[str, Any], leave_out: str | None = None) -> Found:
    found = find_sources(paths, leave_out=Path(leave_out) if leave_out else None)
    if reading["url"] is not None and (found.several or len(found.sources) > 1):
        raise click.UsageError("--url is for one article")
    return found


def _end(context: click.Context, found: Found, failures: Sequence[Failure]) -> None:
    """
    Report what failed, in the end and together, and end with the exit code.
    """
    failed = (*found.failures, *failures)
    if not failed:
        return
    for failure in failed:
        tell(str(failure))
    total = len(found.sources) + len(found.failures)
    if total > 1:
        tell(f"{len(failed)} of {total} failed")
    context.exit(1)
