"""
Those who took part without being named: "lãnh đạo các xã trong cụm".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dccs_model.lexicon import Lexicon, Table
from dccs_model.model import Delegation, Role, match_key
from dccs_model.parsing.people import PersonMention
from dccs_model.text.normal import NormalText

__all__ = ["AttendanceReader"]


_SEMICOLON = re.compile(r"[;.\n]")
# What stands before an item of a list: a mark, or a word that joins it.
_BEFORE = re.compile(r"(?:[,;:]\s{0,2}(?:và\s|cùng\s)?|\s(?:có|gồm|là|và|cùng|cùng với|với|còn có|của)\s(?:các\s)?)\Z")
_TAIL = re.compile(r"(?:[\s,;.-]|\s(?:và|cùng|cùng với|với))+\Z")

#: How long what stands between two items is at most, in code points: ", cùng với ".
_LONGEST_TAIL = 24


class AttendanceReader:
    """
    Finds the groups that an attendance list names by office; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._attends = Table(
            entry for entry in lexicon["roles"].entries if {Role.ATTEND, Role.DIRECT} & set(entry.get("roles"))
        ).indexed()
        self._groups = lexicon["glue"].where(of="group").indexed()

    def delegations(
        self, text: NormalText, sentences: Sequence[tuple[int, int]], people: Sequence[PersonMention]
    ) -> list[Delegation]:
        """
        Return each group once, in the order of the text.
        """
        found: dict[str, Delegation] = {}
        for start, end in sentences:
            cue = self._attends.first(text.folded, start, end)
            if cue is None or cue.start - start > 160:
                continue
            for first, last in self._items(text, cue.end, end):
                if not any(person.name and person.start < last and first < person.end for person in people):
                    written = text.written(first, last)
                    found.setdefault(match_key(written), Delegation(text=written, span=text.span(first, last)))
        return list(found.values())

    def _items(self, text: NormalText, start: int, end: int) -> Iterator[tuple[int, int]]:
        """
        Yield the items of a list that begin with the name of a group; a comma parts two items only before a new group.
        """
        last = start
        groups = self._groups.find(text.folded, start, end)
        for index, group in enumerate(groups):
            if group.start < last or not self._opens_item(text, start, group.start):
                continue
            stop = _SEMICOLON.search(text.folded, group.end, end)
            last = stop.start() if stop else end
            for following in groups[index + 1 :]:
                if following.start < last and self._opens_item(text, start, following.start):
                    last = following.start
                    break
            tail = _TAIL.search(text.text, max(group.start, last - _LONGEST_TAIL), last)
            first, last = group.start, tail.start() if tail else last
            if last - first > 8:
                yield first, last

    def _opens_item(self, text: NormalText, start: int, at: int) -> bool:
        return bool(_BEFORE.search(text.folded, max(start, at - 24), at))
