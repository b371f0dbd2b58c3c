"""
The commands and their options; what they do stands in modules of their own.
"""

from __future__ import annotations

import contextlib
import json
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import click

from dccs_model.cli.failures import Failure, attempt, reason
from dccs_model.cli.inputs import STDIN, Found, find_sources
from dccs_model.cli.options import LANGUAGES, area_options, day, not_blank, paths_argument, reading_options
from dccs_model.cli.outputs import replacing
from dccs_model.cli.terminal import named, silence_output, speak_utf8, tell, write_output
from dccs_model.cli.work import SUFFIXES, Conversion, Reading
from dccs_model.model import PartialDate

__all__ = ["dccs", "run"]

# What a shell reports for a process that an interrupt, or a pipe without a reader, has ended.
_INTERRUPTED = 128 + 2
_READER_GONE = 128 + 13

_READ = click.Path(exists=True, dir_okay=False)


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
@paths_argument
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
@click.option("--lang", type=LANGUAGES, help="The language of labels in Markdown, by default vi.")
@reading_options
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
@paths_argument
@click.option("--lang", type=LANGUAGES, default="vi", show_default=True, help="The language of labels.")
@reading_options
@click.pass_context
def show(context: click.Context, /, paths: tuple[str, ...], lang: str, **reading: Any) -> None:
    """
    Show articles to people, in colour where the terminal has it.
    """
    from dccs_model.cli.show import show_all

    found = _find(paths, reading)
    _end(context, found, show_all(found.sources, Reading(**reading), lang))


@dccs.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...", callback=not_blank)
@click.option("--on", metavar="DATE", callback=day, help="When: 2022-06-21, 2022-06 or 2022; by default at any time.")
@area_options
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--lang", type=LANGUAGES, help="The language of labels, by default vi.")
@click.pass_context
def places(
    context: click.Context,
    /,
    *,
    names: tuple[str, ...],
    on: PartialDate | None,
    district: str | None,
    province: str | None,
    as_json: bool,
    lang: str | None,
) -> None:
    """
    Tell which communes bear a name, where they lie and what they are today.

    A NAME is such as "Xuân Dương", "xã Xuân Dương" or "TT Thường Xuân". The best of several comes first.
    """
    from dccs_model.cli import lookup

    if as_json and lang is not None:
        raise click.UsageError("--lang is not for --json; JSON has no labels")
    lookup.refuse_unknown_areas(province, district)
    answers = [lookup.look_up(name, on=on, province=province, district=district) for name in names]
    found = [each for each in answers if each.found]
    if as_json:
        _write(lookup.as_json(answers))
    elif found:
        from dccs_model.cli.places import show_answers

        show_answers(found, lang or "vi")
    when = "" if on is None else f" on {on}"
    _fail(context, [f"{each.name}: no commune of that name is known{when}" for each in answers if not each.found])


@dccs.command()
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(exists=True, file_okay=False))
@click.option("--errors", is_flag=True, help="Tell each miss, with its line and a caret.")
@click.option("--compare", "old", type=_READ, metavar="OLD.json", help="Tell what was gained and lost since.")
@click.option(
    "--json", "output", metavar="FILE", help="Write the figures for a later --compare; - for standard output."
)
@click.option("--floor", type=click.FloatRange(0, 1), metavar="NUMBER", help="Fail where the overall F1 is below.")
@click.option("--floors", type=_READ, metavar="FILE.toml", help="Fail where a field is below what this says of it.")
@click.pass_context
def evaluate(
    context: click.Context,
    /,
    *,
    folder: str | None,
    errors: bool,
    old: str | None,
    output: str | None,
    floor: float | None,
    floors: str | None,
) -> None:
    """
    Score how well articles are read.

    DIR holds texts and their answers, NAME.txt beside NAME.json; without one, the examples of the library are read. An
    answer is a document as convert writes it, and what it leaves out is not scored. A file of floors says officials =
    0.97, or gives a field a table of precision, recall and f1; the exit code is 1 where one is not reached.
    """
    from dccs_model.cli import evaluate as scoring

    if output == STDIN and (errors or old is not None):
        raise click.UsageError("--json - takes standard output for itself; write the figures to a file")
    before = None if old is None else scoring.old_figures(old)
    least = {} if floors is None else dict(scoring.read_floors(floors))
    if floor is not None:
        least[scoring.OVERALL, "f1"] = floor
    result = attempt(folder or "the examples", lambda: scoring.evaluated(folder))
    if isinstance(result, Failure):
        tell(str(result))
        context.exit(1)
    if output is not None:
        _write(json.dumps(result.to_dict(), ensure_ascii=False, indent=2) + "\n", output)
    if output != STDIN:
        _write(scoring.report(result, errors=errors, old=before))
    if before is not None and before.articles != result.articles:
        tell(f"{named(old or '')} is of {before.articles} articles, and this of {result.articles}")
    _fail(context, list(scoring.below(result, least)))


@dccs.command()
@click.option("--output", "-o", metavar="FILE", help="A file; else standard output.")
def schema(output: str | None) -> None:
    """
    Write the JSON Schema of what convert writes as JSON.
    """
    from dccs_model.formats import json_schema

    _write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", output)


def _write(text: str, output: str | None = None) -> None:
    """
    Write to a file, which is replaced whole or not at all, or to standard output.
    """
    # A document says half a character by its escape.
    data = text.encode("utf-8", "backslashreplace")
    if output is None or output == STDIN:
        write_output(data)
        return
    with replacing(Path(output)) as stream:
        stream.write(data)


def _find(paths: Sequence[str], reading: dict[str, Any], leave_out: str | None = None) -> Found:
    if reading["district"] is not None or reading["province"] is not None:
        if not reading["places"]:
            raise click.UsageError("--district and --province are for --places")
        from dccs_model.cli.lookup import refuse_unknown_areas

        refuse_unknown_areas(reading["province"], reading["district"])
    found = find_sources(paths, leave_out=Path(leave_out) if leave_out else None)
    if reading["url"] is not None and (found.several or len(found.sources) > 1):
        raise click.UsageError("--url is for one article")
    return found


def _end(context: click.Context, found: Found, failures: Sequence[Failure]) -> None:
    """
    Report what failed, in the end and together, and end with the exit code.
    """
    failed = [str(each) for each in (*found.failures, *failures)]
    total = len(found.sources) + len(found.failures)
    if failed and total > 1:
        failed.append(f"{len(failed)} of {total} failed")
    _fail(context, failed)


def _fail(context: click.Context, messages: Sequence[str]) -> None:
    for message in messages:
        tell(message)
    if messages:
        context.exit(1)
