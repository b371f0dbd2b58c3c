"""
What a clause is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dccs_model.lexicon import Lexicon
from dccs_model.model import Sector
from dccs_model.text.normal import NormalText

__all__ = ["SectorReader"]

#: What a meeting can be about throughout: a union's congress, a campaign, a festival.
_OF_ONE_SECTOR = frozenset({
    Sector.AGRICULTURE, Sector.CULTURE_SPORT, Sector.EDUCATION, Sector.HEALTH, Sector.MASS_MOBILISATION,
    Sector.SECURITY_DEFENCE, Sector.SOCIAL_SECURITY, Sector.LAND_ENVIRONMENT,
})  # fmt: skip
#: How many code points into a clause a word has lost half its say: the subject stands first.
_HALF = 45


class SectorReader:
    """
    Reads the sector of a clause; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._sectors = lexicon["sectors"]

    def read(self, text: NormalText, start: int, end: int, *, usual: Sector = Sector.GENERAL) -> Sector:
        """
        Return what the clause is about by its main subject; *usual* where no word tells.
        """
        points: dict[str, float] = defaultdict(float)
        for hit in self._sectors.find(text.folded, start, end):
            # A longer phrase is a surer sign than a single word.
            words = 1 + text.folded.count(" ", hit.start, hit.end)
            sure = hit.entry.get("weight") * (0.6 + 0.4 * min(words, 4))
            points[hit.entry.get("sector")] += sure / (1 + (hit.start - start) / _HALF)
        if not points:
            return usual
        return Sector(max(points, key=lambda sector: points[sector]))

    def usual(self, text: NormalText, places: Sequence[tuple[int, int]]) -> Sector:
        """
        Return what a meeting of one sector is about throughout, by its name; GENERAL for a meeting on many things.
        """
        told = [self.read(text, start, end) for start, end in places]
        first = told[0] if told else Sector.GENERAL
        return first if first in _OF_ONE_SECTOR and all(sector is first for sector in told) else Sector.GENERAL
