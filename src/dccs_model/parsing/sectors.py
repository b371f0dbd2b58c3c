"""
What a clause is about.
"""

from __future__ import annotations

from collections import defaultdict

from dccs_model.lexicon import Lexicon
from dccs_model.model import Sector
from dccs_model.text.normal import NormalText

__all__ = ["SectorReader"]

#: How many code points into a clause a word has lost half its say: the subject stands first.
_HALF = 60


class SectorReader:
    """
    Reads the sector of a clause; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._sectors = lexicon["sectors"]

    def read(self, text: NormalText, start: int, end: int) -> Sector:
        """
        Return what the clause is about by its main subject; GENERAL where no word tells.
        """
        points: dict[str, float] = defaultdict(float)
        for hit in self._sectors.find(text.folded, start, end):
            # A longer phrase is a surer sign than a single word.
            words = 1 + text.folded.count(" ", hit.start, hit.end)
            sure = hit.entry.get("weight") * (0.6 + 0.4 * min(words, 4))
            points[hit.entry.get("sector")] += sure / (1 + (hit.start - start) / _HALF)
        if not points:
            return Sector.GENERAL
        return Sector(max(points, key=lambda sector: points[sector]))
