"""
Where the phrases of many tables stand in one text, found in one pass.

A parser asks some thirty tables about the same few kilobytes, again and
again. Reading the words of the text once, and keeping where each phrase
begins, makes every such question a look-up.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Mapping, MutableSequence, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from dccs_model.text.letters import LOWER

if TYPE_CHECKING:
    from dccs_model.lexicon._lexicon import Entry, IndexedTable

__all__ = ["FoldedText", "PhraseIndex"]

# A line end is a word of its own, so that no phrase runs over it; so is each letter of other scripts. One class stands
# first, since a search for one is the fastest.
_WORD = re.compile(rf"([^ ](?:(?<=[{LOWER}])[{LOWER}]*|(?<=[0-9])[0-9]*|))")
#: Words before which the space is often lost.
_FREQUENT = ("hội nghị", "đồng chí")
# What follows the last word of a phrase.
_NOTHING: Mapping[str, Any] = {}
#: How much is split into words at a time, in code points.
_WINDOW = 65_536
#: From which length on a text keeps its hits in arrays, in code points: a list is asked sooner, and takes more room.
_LONG = 1_000_000

#: What stands past every phrase, so that a look-up needs not ask whether any is left.
_PAST = sys.maxsize
#: Where the phrases of one table stand in a text, of those that begin together only the longest: where each begins,
#: ascending and with `_PAST` at the end, where it stops, and what it means.
Hits = tuple[MutableSequence[int], MutableSequence[int], list["Entry"]]
#: What begins with some words: of each slot that holds a phrase of them the longest, by its last word, and its entry.
_Meanings = tuple[tuple[int, int, "Entry"], ...]
#: A word of the tree: what the words up to it mean, and the words that can follow.
_Node = tuple[_Meanings, Mapping[str, "_Node"]]


class FoldedText(str):
    """
    Folded text that knows where the phrases of an index stand in it.
    """

    __slots__ = ("hits",)

    #: The hits of each table.
    hits: Mapping[IndexedTable, Hits]


class PhraseIndex:
    """
    The phrases of many tables as one tree of words; immutable once made.
    """

    __slots__ = ("_root", "_size", "_slots")

    def __init__(self, tables: Iterable[IndexedTable]) -> None:
        self._slots: dict[IndexedTable, int] = {}
        same: dict[tuple[int, ...], int] = {}
        meanings: dict[tuple[str, ...], dict[int, Entry]] = {}
        for table in tables:
            key = tuple(id(entry) for entry in table.entries)
            fresh = key not in same
            slot = self._slots[table] = same.setdefault(key, len(same))
            for phrase, entry in table.phrases() if fresh else ():
                meanings.setdefault(tuple(_WORD.findall(phrase)), {})[slot] = entry
        self._size = len(same)
        self._root = _tree(meanings)

    def read(self, folded: str, places: Sequence[tuple[int, int]]) -> FoldedText:
        """
        Return *folded* with the phrases that stand in *places*, which ascend and lie apart.
        """
        hits: list[Hits]
        if len(folded) < _LONG:
            hits = [([], [], []) for _ in range(self._size)]
        else:
            hits = [(array("q"), array("q"), []) for _ in range(self._size)]
        for start, end in places:
            at = start
            while at < end:
                stop = end if end - at <= _WINDOW else folded.rfind(" ", at, at + _WINDOW) + 1 or at + _WINDOW
                self._scan(hits, folded[at:stop], at)
                at = stop
        for begins, _, _ in hits:
            begins.append(_PAST)
        text = FoldedText(folded)
        text.hits = {table: hits[slot] for table, slot in self._slots.items()}
        return text

    def _scan(self, hits: list[Hits], window: str, base: int) -> None:
        parts = _parts(window)
        offsets = list(accumulate(map(len, parts), initial=base))
        words, starts, stops = parts[1::2], offsets[1::2], offsets[2::2]
        # No phrase holds the empty word, so that every walk ends at the last word.
        words.append("")
        for index, node in enumerate(map(self._root.get, words)):
            if node is None:
                continue
            meanings, below = node
            last = index + 1
            while following := below.get(words[last]):
                meanings, below = following
                last += 1
            for slot, length, entry in meanings:
                begins, ends, entries = hits[slot]
                begins.append(starts[index])
                ends.append(stops[index + length])
                entries.append(entry)


def _tree(meanings: Mapping[tuple[str, ...], Mapping[int, Entry]]) -> Mapping[str, _Node]:
    """
    Make the tree of phrases, each a run of words.

    The memory that a walk touches is what costs its time: words and meanings
    that are equal are one object, and what follows a word is made right behind it.
    """
    nested: dict[str, Any] = {}
    words: dict[str, str] = {}
    for phrase, each in meanings.items():
        below = nested
        for word in phrase:
            below = below.setdefault(words.setdefault(word, word), {})
        # No word is empty, so that it can stand for the end of a phrase.
        below[""] = each
    return _frozen(nested, {}, -1, {})


def _frozen(
    nested: Mapping[str, Any], told: Mapping[int, tuple[int, int, Entry]], depth: int, kept: dict[_Meanings, _Meanings]
) -> Mapping[str, _Node]:
    nodes: dict[str, _Node] = {}
    for word, below in nested.items():
        if not word:
            continue
        ends = {slot: (slot, depth + 1, entry) for slot, entry in below.get("", {}).items()}
        known = {**told, **ends} if ends else told
        each = tuple(known.values())
        nodes[word] = (kept.setdefault(each, each), _frozen(below, known, depth + 1, kept))
    return nodes or _NOTHING


def _parts(window: str) -> list[str]:
    """
    Part a text into its words and what stands between them; a word that was glued to a frequent one is its own.
    """
    parts = [""]
    last = 0
    for at in (*_glued(window), len(window)):
        parts[-1:] = _WORD.split(window[last:at])
        last = at
    return parts


def _glued(window: str) -> list[int]:
    """
    Where a very frequent word stands whose space before it was lost: "chỉ đạohội nghị".
    """
    found = []
    for word in _FREQUENT:
        at = window.find(word, 1)
        while at >= 0:
            if window[at - 1].isalpha():
                found.append(at)
            at = window.find(word, at + 1)
    return sorted(found)
