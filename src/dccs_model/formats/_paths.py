"""
JSON paths, as RFC 9535 writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

__all__ = ["member", "walk"]

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


def walk(value: object) -> Iterator[tuple[str, object]]:
    """
    Yield *value* and everything inside of it with its path, in the order of the text.

    However deep the nesting is, the stack of Python is not used for it, and a
    container that holds itself is entered once.
    """
    waiting = [("$", value)]
    entered = set()
    while waiting:
        path, part = waiting.pop()
        yield path, part
        if not isinstance(part, list | tuple | dict) or id(part) in entered:
            continue
        entered.add(id(part))
        if isinstance(part, dict):
            inside = [(path + member(str(key)), each) for key, each in part.items()]
        else:
            inside = [(f"{path}[{index}]", each) for index, each in enumerate(part)]
        waiting += reversed(inside)
