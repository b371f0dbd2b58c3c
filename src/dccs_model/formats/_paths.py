"""
JSON paths, as RFC 9535 writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

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
    waiting = [(Place(), value)]
    entered = set()
    while waiting:
        place, part = waiting.pop()
        yield place, part
        if not isinstance(part, list | tuple | dict) or id(part) in entered:
            continue
        entered.add(id(part))
        if isinstance(part, dict):
            inside = [(Place(place, member(str(key))), each) for key, each in part.items()]
        else:
            inside = [(Place(place, f"[{index}]"), each) for index, each in enumerate(part)]
        waiting += reversed(inside)
