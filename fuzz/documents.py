"""
Changes to a document that leave it JSON, so that fuzzing gets past the braces.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

__all__ = ["changed"]

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 3, 10**30, 1.5, float("nan"), "", " ", "x", "1.0", "1.1", "2.0",
    "2022-06-21", "2022-06", "2022-06-21T09:00:00+07:00", "23:59", "12.5", "-1E+400", "chair", "conference",
    "\ud800", "e\u0301", [], {}, [[]], {"start": 0, "end": 1},
)  # fmt: skip


def changed(data: bytes, seed: int) -> bytes | None:
    """
    Return *data* with one part of it changed, or None where it is no JSON.

    A part is taken away, doubled, or replaced by another part or by a value
    that is something elsewhere.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    places = list(_places(document))
    if not places:
        return None
    chance = random.Random(seed)
    holder, key = chance.choice(places)
    match chance.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(key, holder[key])
        case 2:
            other, other_key = chance.choice(places)
            # Written out, so that no part comes to hold itself.
            holder[key] = json.loads(json.dumps(other[other_key]))
        case _:
            holder[key] = chance.choice(_VALUES)
    return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(part: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in keys:
        yield part, key
        yield from _places(part[key])
