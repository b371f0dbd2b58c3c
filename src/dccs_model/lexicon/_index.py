"""
Where the phrases of many tables stand in one text, found in one pass.

A parser asks some thirty tables about the same few kilobytes, again and
again. Reading the words of the text once, and keeping where each phrase
begins, makes every such question a look-up.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, MutableSequence, Sequence
from itertools import accumulate
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
#: From which length on a text is worth saving room for, in code points.
_LONG = 1_000_000
#: How many phrases are looked through for those of one table.
_MANY = 64

#: What a phrase means: its entry in each table that holds it, by the slot of the table.
_Meanings = dict[int, "Entry"]
#: A word of the tree: what the phrase that ends with it means, and the words that can follow.
_Node = tuple[_Meanings, dict[str, "_Node"]]


class FoldedText(str):
    """
    Folded text that knows where the phrases of an index stand in it.
    """

    __slots__ = ("begins", "meanings", "own", "slots", "stops")

    #: Which slot a table has, by the identity of the table.
    slots: Mapping[int, int]
    #: Where each phrase begins and where it stops, ascending; of those that begin together the longest last.
    begins: MutableSequence[int]
    stops: MutableSequence[int]
    #: What each phrase means.
    meanings: list[_Meanings]
    #: Which of the phrases are of one slot, where that was asked for.
    own: dict[int, list[int]]

    def at(self, slot: int, start: int) -> tuple[int, Entry] | None:
        """
        Return the end of the longest phrase of a table that begins at *start*, and its entry.
        """
        begins = self.begins
        index = bisect_right(begins, start) - 1
        while index >= 0 and begins[index] == start:
            meanings = self.meanings[index]
            if slot in meanings:
                return self.stops[index], meanings[slot]
            index -= 1
        return None

    def first(self, slot: int, start: int, end: int) -> tuple[int, int, Entry] | None:
        """
        Return the first phrase of a table between *start* and *end*, with its entry.
        """
        found = self._within(slot, start, end)
        for at, index in enumerate(found):
            begin, stop = self.begins[index], self.stops[index]
            if stop <= end and not self._longer(found, at, begin):
                return begin, stop, self.meanings[index][slot]
        return None

    def apart(self, slot: int, start: int, end: int) -> list[tuple[int, int, Entry]]:
        """
        Return the phrases of a table between *start* and *end*, the first and longest of those that overlap.
        """
        apart = []
        found = self._within(slot, start, end)
        for at, index in enumerate(found):
            begin, stop = self.begins[index], self.stops[index]
            if begin >= start and stop <= end and not self._longer(found, at, begin):
                apart.append((begin, stop, self.meanings[index][slot]))
                start = stop
        return apart

    def _longer(self, found: Sequence[int], at: int, begin: int) -> bool:
        return at + 1 < len(found) and self.begins[found[at + 1]] == begin

    def _within(self, slot: int, start: int, end: int) -> Sequence[int]:
        """
        Return which phrases begin between *start* and *end* and are of a table.

        Those of a table in a long text are kept, since a long sentence may ask for them at every word.
        """
        first, last = bisect_left(self.begins, start), bisect_left(self.begins, end)
        if last - first <= _MANY:
            return [index for index, each in enumerate(self.meanings[first:last], first) if slot in each]
        own = self.own.get(slot)
        if own is None:
            own = self.own[slot] = [index for index, each in enumerate(self.meanings) if slot in each]
        return own[bisect_left(own, first) : bisect_left(own, last)]


class PhraseIndex:
    """
    The phrases of many tables as one tree of words; immutable once made.
    """

    __slots__ = ("_root", "_slots", "_tables")

    def __init__(self, tables: Iterable[Table]) -> None:
        # The tables are kept, so that an identity stays theirs.
        self._tables = tuple(tables)
        self._slots: dict[int, int] = {}
        same: dict[tuple[int, ...], int] = {}
        meanings: dict[tuple[str, ...], _Meanings] = {}
        for table in self._tables:
            key = tuple(id(entry) for entry in table.entries)
            fresh = key not in same
            slot = self._slots[id(table)] = same.setdefault(key, len(same))
            for phrase, entry in table.phrases() if fresh else ():
                meanings.setdefault(tuple(_WORD.findall(phrase)), {})[slot] = entry
        # Most phrases of an entry mean the same: what is kept once is found faster.
        kept: dict[tuple[tuple[int, int], ...], _Meanings] = {}
        self._root: dict[str, _Node] = {}
        for parts, each in meanings.items():
            self._add(parts, kept.setdefault(tuple((slot, id(entry)) for slot, entry in each.items()), each))

    def _add(self, phrase: tuple[str, ...], meanings: _Meanings) -> None:
        *words, last = phrase
        below = self._root
        for word in words:
            below = below.setdefault(word, ({}, {}))[1]
        _, further = below.get(last, ({}, {}))
        below[last] = (meanings, further)

    def read(self, folded: str, places: Sequence[tuple[int, int]]) -> FoldedText:
        """
        Return *folded* with the phrases that stand in *places*, which ascend and lie apart.
        """
        text = FoldedText(folded)
        text.slots, text.own = self._slots, {}
        # A list answers sooner, and an array takes a fifth of the room.
        text.begins, text.stops = ([], []) if len(folded) < _LONG else (array("q"), array("q"))
        text.meanings = []
        for start, end in places:
            at = start
            while at < end:
                stop = end if end - at <= _WINDOW else folded.rfind(" ", at, at + _WINDOW) + 1 or at + _WINDOW
                self._scan(text, folded[at:stop], at)
                at = stop
        return text

    def _scan(self, text: FoldedText, window: str, base: int) -> None:
        parts = _parts(window)
        offsets = list(accumulate(map(len, parts), initial=base))
        words, starts, stops = parts[1::2], offsets[1::2], offsets[2::2]
        # No phrase holds the empty word, so that every walk ends at the last word.
        words.append("")
        begins, ends, found = text.begins, text.stops, text.meanings
        for index, first in enumerate(map(self._root.get, words)):
            node, last = first, index
            while node is not None:
                meanings, below = node
                if meanings:
                    begins.append(starts[index])
                    ends.append(stops[last])
                    found.append(meanings)
                if not below:
                    break
                last += 1
                node = below.get(words[last])


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
