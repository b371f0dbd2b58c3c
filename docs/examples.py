"""
Write the page about the shipped examples: which there are, by what each shows.

    python docs/examples.py

What it writes is made from the examples themselves, and a test looks whether the page is up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dccs_model import ConferenceKind
from dccs_model.testing import Example, examples

PAGE = Path(__file__).parent / "reference" / "examples.md"

INTRODUCTION = """# The shipped examples

Texts of our own writing, each with its answer; their people are made up. [`example("filled")`](testing.md) gives one by
its name, and `examples("online")` all that have a tag. [`dccs evaluate`](command.md) scores how well they are read.

This page is written by `docs/examples.py`.
"""


def page() -> str:
    """
    The page as it must stand.
    """
    return "\n".join([INTRODUCTION, *by_kind(), *by_tag()])


def by_kind() -> Iterator[str]:
    """
    A table of examples for each kind of conference, and one of what is no conference.
    """
    for kind in (*ConferenceKind, None):
        shown = [each for each in examples() if kind_of(each) == kind]
        yield f"## {kind or 'No conference'}\n"
        yield "| name | what it shows |"
        yield "| --- | --- |"
        yield from (f"| `{each.name}` | {each.description} |" for each in shown)
        yield ""


def kind_of(each: Example) -> str | None:
    """
    The kind of conference that an answer tells of.
    """
    conference = each.answer["conference"]
    return conference["kind"] if conference else None


def by_tag() -> Iterator[str]:
    """
    A table of the tags, with the examples that have each.
    """
    yield "## By tag\n"
    yield "| tag | examples |"
    yield "| --- | --- |"
    for tag in sorted({tag for each in examples() for tag in each.tags}):
        yield f"| {tag} | {', '.join(f'`{each.name}`' for each in examples(tag))} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
