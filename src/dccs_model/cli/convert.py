"""
``dccs convert``: many texts in, documents out.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

import click

from dccs_model.cli.batch import run_in_order
from dccs_model.cli.failures import Failure
from dccs_model.cli.inputs import STDIN, Found
from dccs_model.cli.outputs import Write, folder_targets, refuse_inputs, to_file, to_folder, to_stdout
from dccs_model.cli.terminal import named, progress
from dccs_model.cli.work import SUFFIXES, Conversion, lost

__all__ = ["convert_all", "form_of"]


_FORMS = {suffix: form for form, suffix in SUFFIXES.items()} | {".ndjson": "jsonl", ".markdown": "markdown"}


def convert_all(found: Found, work: Conversion, output: str | None, jobs: int) -> list[Failure]:
    """
    Convert what was *found* in its order, and return what failed; one failure does not stop the others.

    Raises:
        click.UsageError: if it is not clear where the results go, or they would be written over an input.
        OSError: if no result at all can be written.
    """
    failures = []
    sources = found.sources
    with (
        _open_output(found, output, work.to) as write,
        run_in_order(work, sources, jobs=jobs, lost=lost) as results,
        progress(len(sources), beside_output=_is_stdout(output)) as step,
    ):
        for source, result in zip(sources, results, strict=True):
            failure = result if isinstance(result, Failure) else write(source, result)
            if failure is not None:
                failures.append(failure)
            step()
    return failures


def form_of(output: str | None) -> str:
    """
    Return the form that the name of the output tells: JSON, where it tells nothing.
    """
    return _FORMS.get(Path(output or "").suffix.lower(), "json")


def _open_output(found: Found, output: str | None, to: str) -> AbstractContextManager[Write]:
    if output is None or _is_stdout(output):
        return to_stdout(between=b"\n" if to == "markdown" else b"")
    path = Path(output)
    if _is_folder(output, found, to):
        targets = folder_targets(found.sources, path, SUFFIXES[to])
        refuse_inputs(found.sources, list(targets.values()))
        return to_folder(targets)
    if to != "jsonl" and len(found.sources) > 1:
        raise click.UsageError(
            f"{named(output)} can hold one article as {to}, and {len(found.sources)} were found; "
            f"name a folder ({named(output)}{os.sep}), or write them as lines of one file with --to jsonl"
        )
    if not path.parent.is_dir():
        raise click.UsageError(f"there is no folder {named(path.parent)} to write {named(path.name)} to")
    refuse_inputs(found.sources, [path])
    return to_file(path)


def _is_stdout(output: str | None) -> bool:
    return output is None or output == STDIN


def _is_folder(output: str, found: Found, to: str) -> bool:
    if os.path.isdir(output) or output.endswith(("/", os.sep)):
        return True
    return to != "jsonl" and found.several and not os.path.exists(output) and not Path(output).suffix
