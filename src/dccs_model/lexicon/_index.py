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
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dccs_model.lexicon._lexicon import Entry, Table

__all__ = ["FoldedText", "PhraseIndex"]

# A line end is a word of its own, so that no phrase runs over it.
_WORD = re.compile(r"([^\W\d_]+|\d+|\n|[^\w\s]|_)")
# The space before a very frequent word is often lost: "chỉ đạohội nghị".
_GLUABLE = re.compile(r"hội nghị|đồng chí")
#: How much is split into words at a time, in code points.
_WINDOW = 65_536

#: A word of the tree: the group of the phrase that ends with it, that phrase's entry in each slot, and the words
#: that can follow.
_Node = tuple[int, dict[int, "Entry"], dict[str, "_Node"]]
#: A phrase as it was found: where it begins and ends, and the entry of each slot that holds it.
_Found = tuple[int, int, dict[int, "Entry"]]
_PLACE = itemgetter(0, 1)
#: Where the phrases of a table stand: the offsets of their beginnings, ascending, and what begins at each.
Hits = tuple[list[int], dict[int, tuple[int, "Entry"]]]


class FoldedText(str):
    """
    Folded text that knows where the phrases of an index stand in it.
    """

    __slots__ = ("_found", "_hits", "_index")

    #: The index, what it found by group, and the hits of each table that was asked.
    _index: PhraseIndex
    _found: list[list[_Found]]
    _hits: dict[int, Hits]

    def hits_of(self, table: Table) -> Hits | None:
        """
        Return where the phrases of *table* stand, or None where it was not indexed.
        """
        slot = self._index.slots.get(id(table))
        if slot is None:
            return None
        hits = self._hits.get(slot)
        if hits is None:
            hits = self._hits[slot] = self._spread(slot)
        return hits

    def _spread(self, slot: int) -> Hits:
        """
        Gather what was found of one table; a longer phrase takes the place of a shorter one.
        """
        groups = [self._found[group] for group in self._index.groups[slot] if self._found[group]]
        found = groups[0] if len(groups) == 1 else sorted(chain.from_iterable(groups), key=_PLACE)
        by_start = {start: (stop, entries[slot]) for start, stop, entries in found}
        return list(by_start), by_start


class PhraseIndex:
    """
    The phrases of many tables as one tree of words; immutable once made.

    Phrases that the same tables hold are one group: what is found is kept
    once for the group, and given to a table when the table is first asked.
    """

    __slots__ = ("_root", "_sizes", "_tables", "groups", "slots")

    def __init__(self, tables: Iterable[Table]) -> None:
        # The tables are kept, so that an identity stays theirs.
        self._tables = tuple(tables)
        #: Which slot a table has, by identity; tables of the same entries share one.
        self.slots: dict[int, int] = {}
        same: dict[tuple[int, ...], int] = {}
        phrases: dict[tuple[str, ...], dict[int, Entry]] = {}
        for table in self._tables:
            key = tuple(id(entry) for entry in table.entries)
            fresh = key not in same
            slot = self.slots[id(table)] = same.setdefault(key, len(same))
            for phrase, entry in table.phrases() if fresh else ():
                phrases.setdefault(tuple(_WORD.findall(phrase)), {})[slot] = entry
        members: dict[frozenset[int], int] = {}
        self._root: dict[str, _Node] = {}
        for parts, entries in phrases.items():
            self._add(parts, members.setdefault(frozenset(entries), len(members)), entries)
        self._sizes = len(members)
        #: The groups that hold phrases of each slot.
        self.groups = [[group for slots, group in members.items() if slot in slots] for slot in range(len(same))]

    def _add(self, phrase: tuple[str, ...], group: int, entries: dict[int, Entry]) -> None:
        *words, last = phrase
        below = self._root
        for word in words:
            below = below.setdefault(word, (0, {}, {}))[2]
        _, _, further = below.get(last, (0, {}, {}))
        below[last] = (group, entries, further)

    def read(self, folded: str, places: Sequence[tuple[int, int]]) -> FoldedText:
        """
        Return *folded* with the phrases that stand in *places*, which ascend and lie apart.
        """
        text = FoldedText(folded)
        text._index, text._hits = self, {}
        text._found = [[] for _ in range(self._sizes)]
        for start, end in places:
            while start < end:
                stop = (
                    end if end - start <= _WINDOW else folded.rfind(" ", start, start + _WINDOW) + 1 or start + _WINDOW
                )
                self._scan(text._found, folded[start:stop], start)
                start = stop
        return text

    def _scan(self, found: list[list[_Found]], window: str, base: int) -> None:
        parts = _parts(window)
        offsets = list(accumulate(map(len, parts), initial=base))
        words, starts, stops = parts[1::2], offsets[1::2], offsets[2::2]
        # No phrase holds the empty word, so that every walk ends at the last word.
        words.append("")
        for index, node in enumerate(map(self._root.get, words)):
            at = index
            while node is not None:
                group, entries, below = node
                if entries:
                    found[group].append((starts[index], stops[at], entries))
                at += 1
                node = below.get(words[at])


def _parts(window: str) -> list[str]:
    """
    Part a text into its words and what stands between them; a word that was glued to a frequent one is its own.
    """
    glued = [found.start() for found in _GLUABLE.finditer(window, 1) if window[found.start() - 1].isalpha()]
    parts = [""]
    last = 0
    for at in (*glued, len(window)):
        parts[-1:] = _WORD.split(window[last:at])
        last = at
    return parts


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
