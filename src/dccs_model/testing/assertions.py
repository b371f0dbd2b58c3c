"""
Assertions on model values that say where two differ, and text for snapshots.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attr

from dccs_model.model import Article, Conference, ParsedArticle, Participant
from dccs_model.testing._tree import document, printable
from dccs_model.testing.writing.answer import WrittenArticle

__all__ = ["Difference", "assert_same_conference", "differences", "snapshot_text"]

_ABSENT = "(absent)"


@attr.frozen
class Difference:
    """
    One field in which two values differ.
    """

    #: The field: ``venue.text``, ``participants[Lê Thị Hòa].roles``.
    path: str
    #: What was expected, for people.
    expected: str
    #: What there is, for people.
    actual: str

    def __str__(self) -> str:
        return f"{self.path}\n  expected: {self.expected}\n  actual:   {self.actual}"


def assert_same_conference(
    expected: Conference | ParsedArticle | WrittenArticle | None,
    actual: Conference | ParsedArticle | WrittenArticle | None,
) -> None:
    """
    Assert that two conferences hold the same facts, wherever these stood.

    Of a parsed or a written article its conference is taken; None is no conference.

    Raises:
        AssertionError: if they differ; it tells every field that does.
    """
    first, second = _conference(expected), _conference(actual)
    if first == second:
        return
    found = differences(first, second)
    fields = "1 field" if len(found) == 1 else f"{len(found)} fields"
    lines = "\n".join(f"{each}" for each in found)
    raise AssertionError(f"the conferences differ in {fields}\n{_indented(lines)}")


def differences(expected: Any, actual: Any) -> tuple[Difference, ...]:
    """
    Every field in which two model values differ, the spans aside.

    Items of a list are matched by what they are called, so that one that is
    missing doesn't make all that follow differ.
    """
    return tuple(_compared("", expected, actual))


def snapshot_text(value: Any, *, spans: bool = False) -> str:
    """
    Write a model value as an outline: stable, and easy to read in a diff.

    Any snapshot plugin that compares text can hold it. An article's own text is
    told by its length alone.
    """
    data = document(value)
    if isinstance(value, (Article, ParsedArticle)):
        article = data if isinstance(value, Article) else data["article"]
        article["text"] = f"({len(article['text'])} code points)"
    return "\n".join(_outline(_told(data, spans=spans))) + "\n"


# ---- comparing --------------------------------------------------------------


def _conference(value: Any) -> Conference | None:
    if isinstance(value, (ParsedArticle, WrittenArticle)):
        return value.conference
    if value is None or isinstance(value, Conference):
        return value
    raise TypeError(f"expected a Conference, a ParsedArticle, a WrittenArticle or None, not {type(value).__name__}")


def _compared(path: str, expected: Any, actual: Any) -> Iterator[Difference]:
    if expected == actual:
        return
    if type(expected) is type(actual) and attr.has(type(expected)):
        for each in attr.fields(type(expected)):
            if each.eq:
                inner = f"{path}.{each.name}" if path else each.name
                yield from _compared(inner, getattr(expected, each.name), getattr(actual, each.name))
    elif isinstance(expected, tuple) and isinstance(actual, tuple) and _has_names((*expected, *actual)):
        yield from _matched(path, expected, actual)
    else:
        yield Difference(path or "(the whole)", _shown(expected), _shown(actual))


def _has_names(items: tuple[Any, ...]) -> bool:
    return all(attr.has(type(each)) for each in items)


def _matched(path: str, expected: tuple[Any, ...], actual: tuple[Any, ...]) -> Iterator[Difference]:
    """
    Compare the items of two lists that are called the same.
    """
    left = list(actual)
    same_order = []
    found: list[Difference] = []
    for each in expected:
        twin = next((other for other in left if _name(other) == _name(each)), None)
        if twin is None:
            found.append(Difference(f"{path}[{_name(each)}]", _shown(each), _ABSENT))
            continue
        left.remove(twin)
        same_order.append(twin)
        found += _compared(f"{path}[{_name(each)}]", each, twin)
    found += [Difference(f"{path}[{_name(each)}]", _ABSENT, _shown(each)) for each in left]
    if not found and same_order != list(actual):
        found.append(Difference(f"{path} (order)", _names(expected), _names(actual)))
    yield from found


def _name(value: Any) -> str:
    """
    What an item of a list is called.
    """
    if isinstance(value, Participant):
        return value.official.name
    words = (getattr(value, field, None) for field in ("statement", "text", "name", "code"))
    return next((each for each in words if each), None) or _shown(value)


def _names(items: tuple[Any, ...]) -> str:
    return ", ".join(map(_name, items))


def _shown(value: Any) -> str:
    """
    A value on one line: its leaves.
    """
    leaves = [*_leaves(_told(document(value), spans=False))]
    return ", ".join(leaves) if leaves else _ABSENT


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    elif value is not None:
        yield printable(str(value))


# ---- outlines ---------------------------------------------------------------


def _told(value: Any, *, spans: bool) -> Any:
    """
    A document as it is told: without spans unless asked.
    """
    if isinstance(value, list):
        return [_told(each, spans=spans) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"start", "end"} and isinstance(value["start"], int):
        return f"{value['start']} to {value['end']}"
    kept = {key: part for key, part in value.items() if spans or key not in _SPANS}
    return {key: _told(part, spans=spans) for key, part in kept.items()}


_SPANS = frozenset({"span", "title_span", "published_span", "mentions"})


def _outline(value: Any) -> Iterator[str]:
    """
    The lines of a document: keys, with what they hold indented below.
    """
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, (dict, list)):
                yield f"{key}:"
                yield from (f"  {line}" for line in _outline(part))
            else:
                yield f"{key}: {_line(part)}"
    elif isinstance(value, list):
        for each in value:
            lines = list(_outline(each))
            yield f"- {lines[0]}" if lines else "-"
            yield from (f"  {line}" for line in lines[1:])
    else:
        yield _line(value)


def _line(value: Any) -> str:
    """
    A leaf on one line: what can't be printed is escaped.
    """
    text = str(value)
    return text if text.isprintable() else f'"{printable(text)}"'


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
