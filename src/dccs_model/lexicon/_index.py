"""
Where the phrases of many tables stand in one text, found in one pass.

A parser asks some thirty tables about the same few kilobytes, again and
again. Reading the words of the text once, and keeping where each phrase
begins, makes every such question a look-up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
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
#: How many phrases are looked through for those of one table.
_MANY = 64

#: What a phrase means: its entry in each table that holds it, by the slot of the table.
_Meanings = dict[int, "Entry"]
#: A word of the tree: what the phrase that ends with it means, and the words that can follow.
_Node = tuple[_Meanings, dict[str, "_Node"]]
#: A phrase in a text: where it begins, where it ends, what it means.
_Found = tuple[int, int, _Meanings]


class FoldedText(str):
    """
    Folded text that knows where the phrases of an index stand in it.
    """

    __slots__ = ("_at", "_found", "_own", "slots")

    #: Which slot a table has, by the identity of the table.
    slots: Mapping[int, int]
    #: What was found, by beginning; of phrases that begin together the longest first.
    _found: list[_Found]
    #: Which is the first of those that begin at an offset.
    _at: dict[int, int]
    #: What was found of one slot, where that was asked for.
    _own: dict[int, list[_Found]]

    def at(self, slot: int, start: int) -> tuple[int, Entry] | None:
        """
        Return the end of the longest phrase of a table that begins at *start*, and its entry.
        """
        index = self._at.get(start)
        while index is not None and index < len(self._found):
            begin, stop, meanings = self._found[index]
            if begin != start:
                break
            if slot in meanings:
                return stop, meanings[slot]
            index += 1
        return None

    def first(self, slot: int, start: int, end: int) -> tuple[int, int, Entry] | None:
        """
        Return the first phrase of a table between *start* and *end*, with its entry.
        """
        found, index, last = self._within(slot, start, end)
        tried = -1
        while index < last:
            begin, stop, meanings = found[index]
            if slot in meanings and begin != tried:
                if stop <= end:
                    return begin, stop, meanings[slot]
                tried = begin
            index += 1
        return None

    def apart(self, slot: int, start: int, end: int) -> list[tuple[int, int, Entry]]:
        """
        Return the phrases of a table between *start* and *end*, the first and longest of those that overlap.
        """
        found, first, last = self._within(slot, start, end)
        apart = []
        tried = -1
        for begin, stop, meanings in found[first:last]:
            if slot in meanings and begin != tried:
                tried = begin
                if begin >= start and stop <= end:
                    apart.append((begin, stop, meanings[slot]))
                    start = stop
        return apart

    def _within(self, slot: int, start: int, end: int) -> tuple[list[_Found], int, int]:
        """
        Return a list that holds what was found of a table, and which of it begins between *start* and *end*.

        Where that is much, the list holds nothing of other tables, so that
        what is asked again and again of a long text is answered in no time.
        """
        found = self._found
        first, last = bisect_left(found, (start,)), bisect_left(found, (end,))
        if last - first > _MANY:
            if slot not in self._own:
                self._own[slot] = [each for each in found if slot in each[2]]
            found = self._own[slot]
            first, last = bisect_left(found, (start,)), bisect_left(found, (end,))
        return found, first, last


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
        text.slots, text._found, text._at, text._own = self._slots, [], {}, {}
        for start, end in places:
            while start < end:
                stop = (
                    end if end - start <= _WINDOW else folded.rfind(" ", start, start + _WINDOW) + 1 or start + _WINDOW
                )
                self._scan(text, folded[start:stop], start)
                start = stop
        return text

    def _scan(self, text: FoldedText, window: str, base: int) -> None:
        parts = _parts(window)
        offsets = list(accumulate(map(len, parts), initial=base))
        words, starts, stops = parts[1::2], offsets[1::2], offsets[2::2]
        # No phrase holds the empty word, so that every walk ends at the last word.
        words.append("")
        found, at = text._found, text._at
        for index, node in enumerate(map(self._root.get, words)):
            if node is None:
                continue
            first = len(found)
            last = index
            while node is not None:
                meanings, below = node
                if meanings:
                    found.insert(first, (starts[index], stops[last], meanings))
                if not below:
                    break
                last += 1
                node = below.get(words[last])
            if len(found) > first:
                at[starts[index]] = first


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
