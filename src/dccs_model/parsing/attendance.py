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

_ITEM = re.compile(r"[^;,.()\n]+(?:\([^)\n]*\))?")
_OPENING = re.compile(
    r"\s*(?:và\s|cùng(?:\svới|\scác)?\s|với\s|còn có\s|có\s|gồm\s|cùng sự tham dự của\s|sự tham dự của\s)*\s*"
)


class AttendanceReader:
    """
    Finds the groups that an attendance list names by office; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._attends = Table(
            entry for entry in lexicon["roles"].entries if {Role.ATTEND, Role.DIRECT} & set(entry.get("roles"))
        )
        self._groups = lexicon["glue"].where(of="group")

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
        for item in _ITEM.finditer(text.folded, start, end):
            opening = _OPENING.match(text.folded, item.start(), item.end())
            first = opening.end() if opening else item.start()
            group = self._groups.first(text.folded, first, item.end())
            if group is None or (
                group.start > first and not text.folded[first : group.start].strip() in ("hội nghị có", "có")
            ):
                continue
            last = item.end()
            while last > group.start and text.text[last - 1] in " -–":
                last -= 1
            if last - group.start > 8:
                yield group.start, last
