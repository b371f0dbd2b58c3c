"""
JSON paths, as RFC 9535 writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["Place", "member", "walk"]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_LONGEST = 60


def member(key: str) -> str:
    """
    Return the segment of a path that leads to *key* of an object.

    >>> member("findings"), member("two words")
    ('.findings', '["two words"]')
    """
    if len(key) > _LONGEST:
        key = key[:_LONGEST] + "..."
    return f".{key}" if _NAME.match(key) else f"[{json.dumps(key)}]"


class Place(NamedTuple):
    """
    Where something stands in a document; ``str()`` writes its path.

    A path is as long as the nesting is deep, and so it is written for the one
    place that is told, and not for every place that is looked at.
    """

    #: The place of the object or the list around it; None for the document itself.
    around: Place | None = None
    #: Its segment of the path.
    segment: str = "$"

    def __str__(self) -> str:
        segments = [self.segment]
        around = self.around
        while around is not None:
            segments.append(around.segment)
            around = around.around
        return "".join(reversed(segments))


def walk(value: object) -> Iterator[tuple[Place, object]]:
    """
    Yield *value* and everything inside of it with its place, in the order of the text.

    However deep the nesting is, the stack of Python is not used for it, and a
    container that holds itself is entered once.
    """
    entered = set()
    # Each is asked for one more only when the one before it is done with.
    waiting: list[Iterator[tuple[Place, object]]] = [iter([(Place(), value)])]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
            continue
        yield found
        place, part = found
        if isinstance(part, list | tuple | dict) and id(part) not in entered:
            entered.add(id(part))
            waiting.append(_inside(place, part))


def _inside(place: Place, part: list[Any] | tuple[Any, ...] | dict[Any, Any]) -> Iterator[tuple[Place, object]]:
    if isinstance(part, dict):
        return ((Place(place, member(str(key))), each) for key, each in part.items())
    return ((Place(place, f"[{index}]"), each) for index, each in enumerate(part))
