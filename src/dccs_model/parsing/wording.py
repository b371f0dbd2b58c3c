"""
What a clause says of the work, by its wording: good, bad, or yet to be done.
"""

from __future__ import annotations

import re

from dccs_model.lexicon import Lexicon, Table
from dccs_model.model import FindingKind
from dccs_model.text.normal import NormalText

__all__ = ["AIMED", "WordingReader"]

_ACHIEVEMENT, _SHORTCOMING, _DIRECTIVE = FindingKind.ACHIEVEMENT, FindingKind.SHORTCOMING, FindingKind.DIRECTIVE
_TURN = re.compile(r"\s[^;.]{3,160}?[,\s](?:nhưng|song|xong|vẫn|thì)\s")
_FIGURE = re.compile(r"[0-9](?:\s?%|(?<![/\d.,]\d)[\d.,]{0,12}\s?(?!năm|tháng|ngày|giờ)[^\W\d_]{2})")
#: From how many points on a clause speaks of what is to be done, and a figure in it of no result.
AIMED = 4


class WordingReader:
    """
    Weighs the words of a clause; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._polarity = Table(
            e for e in lexicon["polarity"].entries if e.get("kind") not in ("connective", "contrast")
        ).indexed()
        self._concessions = lexicon["glue"].where(of="concession").indexed()

    def judged(
        self,
        text: NormalText,
        start: int,
        end: int,
        kind: FindingKind | None,
        *,
        announced: bool,
        passing: bool = False,
    ) -> FindingKind | None:
        """
        Return what a clause is by its wording and its section; None where it says nothing of the work.

        *kind* is what the clauses of the section are, *announced* whether a
        lead-in said so, *passing* whether the section ends with its sentence.
        """
        # In a list of shortcomings a figure or a past tense tells of no success.
        listed = announced and kind is _SHORTCOMING
        points = self.points(text, start, end, listed=listed)
        if not listed and points[_DIRECTIVE] < AIMED and _FIGURE.search(text.folded, start, end):
            points[_ACHIEVEMENT] += 2
        if kind in points:
            # A shortcoming tells of the next clause of its sentence, and little of the next sentence.
            alone = kind is _SHORTCOMING and not passing
            points[kind] += 4 if announced else 1 if alone else 3
        best = max(points, key=points.__getitem__)
        return best if points[best] >= 3 else None

    def points(self, text: NormalText, start: int, end: int, *, listed: bool) -> dict[FindingKind, int]:
        """
        Return how much speaks for each kind; *listed* tells that the clause stands in a list of shortcomings.
        """
        points = {_ACHIEVEMENT: 0, _SHORTCOMING: 0, _DIRECTIVE: 0}
        aims = False
        for begin, stop, entry in self._polarity.find(text.folded, self.main_clause(text, start, end), end):
            kind, weight = entry.get("kind"), entry.get("weight")
            # A verb that opens the clause asks for something; inside it, it may tell of anything.
            if weight == 1 and kind is _DIRECTIVE and begin > start + 2:
                continue
            if listed and text.folded[begin:stop] in ("đã", "đạt"):
                continue
            # What is aimed at is not yet reached: "xã phấn đấu thu ngân sách đạt 12 tỷ đồng".
            if aims and kind is _ACHIEVEMENT:
                continue
            # "Cần tập trung …": what opens the clause rules it.
            aim = kind is _DIRECTIVE and weight > 1
            opens = aim and begin < start + 12
            aims = aims or aim
            points[kind] += weight + (3 if opens else 0)
        return points

    def main_clause(self, text: NormalText, start: int, end: int) -> int:
        """
        Return where the main clause begins: "Tuy bị ảnh hưởng bởi dịch bệnh, nhưng kinh tế vẫn đạt …" is of success.
        """
        for hit in self._concessions.find(text.folded, start, end):
            turn = _TURN.match(text.folded, hit.end, end)
            if turn:
                return turn.end()
        return start
