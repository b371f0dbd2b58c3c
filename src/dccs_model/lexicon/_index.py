"""
Where the phrases of many tables stand in one text, found in one pass.

A parser asks some thirty tables about the same few kilobytes, again and
again. Reading the words of the text once, and keeping where each phrase
begins, makes every such question a look-up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from dccs_model.text.phrases import fold

if TYPE_CHECKING:
    from dccs_model.lexicon._lexicon import Entry, Table

__all__ = ["FoldedText", "PhraseIndex"]

# A line end is a word of its own, so that no phrase runs over it.
_WORD = re.compile(r"([^\W\d_]+|\d+|\n|[^\w\s]|_)")
# The space before a very frequent word is often lost: "chỉ đạohội nghị".
_GLUED = re.compile(r"(?<=[^\W\d_])(?=hội nghị|đồng chí)")
#: How much is split into words at a time, in code points.
_WINDOW = 65_536

#: Where phrases stand: the offsets of their beginnings, ascending, and what begins at each.
Hits = tuple[list[int], dict[int, tuple[int, "Entry"]]]


class FoldedText(str):
    """
    Folded text that knows where the phrases of an index stand in it.
    """

    __slots__ = ("hits", "slots")

    #: The hits of each table.
    hits: list[Hits]
    #: Which table has which hits, by identity.
    slots: dict[int, int]

    def hits_of(self, table: Table) -> Hits | None:
        """
        Return where the phrases of *table* stand, or None where it was not indexed.
        """
        slot = self.slots.get(id(table))
        return None if slot is None else self.hits[slot]


class PhraseIndex:
    """
    The phrases of many tables as one tree of words; immutable once made.
    """

    __slots__ = ("_count", "_root", "_slots", "_tables")

    def __init__(self, tables: Iterable[Table]) -> None:
        # The tables are kept, so that an identity stays theirs.
        self._tables = tuple(tables)
        self._slots: dict[int, int] = {}
        self._root: dict[str, _Node] = {}
        same: dict[tuple[int, ...], int] = {}
        for table in self._tables:
            key = tuple(id(entry) for entry in table.entries)
            fresh = key not in same
            slot = same.setdefault(key, len(same))
            self._slots[id(table)] = slot
            if fresh:
                self._add(table, slot)
        self._count = len(same)

    def _add(self, table: Table, slot: int) -> None:
        seen: set[str] = set()
        for entry in table.entries:
            for word in map(fold, entry.words):
                if word in seen:
                    continue
                seen.add(word)
                parts = _WORD.findall(word)
                node = self._root.setdefault(parts[0], _Node([], {}))
                for part in parts[1:]:
                    node = node.below.setdefault(part, _Node([], {}))
                node.ending.append((slot, entry))

    def read(self, folded: str, places: Sequence[tuple[int, int]]) -> FoldedText:
        """
        Return *folded* with the phrases that stand in *places*, which ascend and lie apart.
        """
        text = FoldedText(folded)
        text.slots = self._slots
        text.hits = [([], {}) for _ in range(self._count)]
        for start, end in places:
            while start < end:
                stop = (
                    end if end - start <= _WINDOW else folded.rfind(" ", start, start + _WINDOW) + 1 or start + _WINDOW
                )
                self._scan(text.hits, folded[start:stop], start)
                start = stop
        return text

    def _scan(self, hits: list[Hits], window: str, base: int) -> None:
        words = _WORD.split(window)
        if _GLUED.search(window):
            words = [part for word in words for part in _with_glued(word)]
        ends = list(accumulate(map(len, words), initial=base))
        starts_of = [starts for starts, _ in hits]
        phrases_of = [by_start for _, by_start in hits]
        opening = self._root.get
        last = len(words) - 2
        for index in range(1, last + 1, 2):
            node = opening(words[index])
            if node is None:
                continue
            start = ends[index]
            ending, below = node
            at = index
            if ending:
                stop = ends[at + 1]
                for slot, entry in ending:
                    starts_of[slot].append(start)
                    phrases_of[slot][start] = (stop, entry)
            # A longer phrase of a table takes the place of a shorter one.
            while below and at < last:
                at += 2
                node = below.get(words[at])
                if node is None:
                    break
                ending, below = node
                if ending:
                    stop = ends[at + 1]
                    for slot, entry in ending:
                        by_start = phrases_of[slot]
                        if start not in by_start:
                            starts_of[slot].append(start)
                        by_start[start] = (stop, entry)


class _Node(NamedTuple):
    """
    A word of the tree: the phrases that end with it, by table, and the words that can follow.
    """

    ending: list[tuple[int, Entry]]
    below: dict[str, _Node]


def _with_glued(word: str) -> list[str]:
    """
    Part a word from a frequent one that was glued to it, with no space between.
    """
    for tail in ("hội", "đồng"):
        if word.endswith(tail) and len(word) > len(tail):
            return [word[: -len(tail)], "", tail]
    return [word]


def between(hits: Hits, start: int, end: int) -> list[tuple[int, int, Entry]]:
    """
    Return the phrases that stand apart between *start* and *end*, the first and longest of those that overlap.
    """
    starts, by_start = hits
    found = []
    for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
        stop, entry = by_start[at]
        if at >= start and stop <= end:
            found.append((at, stop, entry))
            start = stop
    return found
