"""
The example texts that ship with the library, each with its answer.

``examples/NAME.txt`` is the text and ``examples/NAME.json`` its answer: a
document of the wire format, which may be partial, and beside it a
``description`` and ``tags``. `dccs_model.testing.evaluate` says how partial
answers are read.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import attr

from dccs_model.errors import FormatError
from dccs_model.model import ParsedArticle

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Example", "example", "examples"]

_ABOUT = ("description", "tags")


@attr.frozen(kw_only=True)
class Example:
    """
    A text of our own writing, and what a careful reader finds in it.
    """

    #: What it is called.
    name: str
    #: The text, to the code point: any normal form, any line ends.
    text: str = attr.field(repr=lambda text: f"<{len(text)} code points>")
    #: What it is an example of, in a sentence.
    description: str
    #: What it has to show: "dateline", "nfd", "online" …
    tags: tuple[str, ...] = ()
    #: The answer as it is stored.
    answer_json: str = attr.field(repr=False)

    @property
    def answer(self) -> dict[str, Any]:
        """
        The answer: a document of the wire format, which may leave parts out. A copy that is yours.
        """
        answer: dict[str, Any] = json.loads(self.answer_json)
        return {key: part for key, part in answer.items() if key not in _ABOUT}

    @property
    def parsed(self) -> ParsedArticle:
        """
        What `dccs_model.parse_article` reads in the text; read once.
        """
        return _parsed(self.text)


@cache
def examples(*tags: str) -> tuple[Example, ...]:
    """
    Every example that has all of *tags*, in the order of their names.
    """
    folder = files("dccs_model.testing") / "examples"
    sources = {each.name: each for each in folder.iterdir()}
    names = sorted(name.removesuffix(".txt") for name in sources if name.endswith(".txt"))
    found = (_read(name, sources) for name in names)
    return tuple(each for each in found if set(tags) <= set(each.tags))


def example(name: str) -> Example:
    """
    The example of that name.

    Raises:
        LookupError: if there is none.
    """
    found = next((each for each in examples() if each.name == name), None)
    if found is None:
        raise LookupError(f"no example is called {name!r}; there are {', '.join(each.name for each in examples())}")
    return found


@cache
def _parsed(text: str) -> ParsedArticle:
    from dccs_model.parsing import parse_article

    return parse_article(text)


def _read(name: str, sources: dict[str, Traversable]) -> Example:
    answer = sources.get(f"{name}.json")
    if answer is None:
        raise FormatError(f"the example {name!r} has no {name}.json with its answer")
    # Read as bytes: line ends are part of what some examples show.
    text = sources[f"{name}.txt"].read_bytes().decode("utf-8")
    stored = answer.read_bytes().decode("utf-8")
    try:
        about = json.loads(stored)
        return Example(
            name=name,
            text=text,
            description=about["description"],
            tags=tuple(about.get("tags", ())),
            answer_json=stored,
        )
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise FormatError(f"the answer of the example {name!r} is broken: {error!r}") from error
