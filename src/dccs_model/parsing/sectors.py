"""
What a clause is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dccs_model.lexicon import Entry, Lexicon, Table
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
        # A longer phrase is a surer sign than a single word.
        self._sectors = Table(
            Entry(
                tuple(word for word in entry.words if word.count(" ") == spaces),
                entry.example,
                {"sector": entry.get("sector"), "points": entry.get("weight") * (1 + 0.4 * min(spaces, 3))},
            )
            for entry in lexicon["sectors"].entries
            for spaces in sorted({word.count(" ") for word in entry.words})
        ).indexed()

    def read(self, text: NormalText, start: int, end: int, *, usual: Sector = Sector.GENERAL) -> Sector:
        """
        Return what the clause is about by its main subject; *usual* where no word tells.
        """
        points: dict[Sector, float] = defaultdict(float)
        for begin, _, entry in self._sectors.find(text.folded, start, end):
            points[entry.get("sector")] += entry.get("points") / (_HALF + begin - start)
        return max(points, key=points.__getitem__) if points else usual

    def usual(self, text: NormalText, places: Sequence[tuple[int, int]]) -> Sector:
        """
        Return what a meeting of one sector is about throughout, by its name; GENERAL for a meeting on many things.
        """
        told = [self.read(text, start, end) for start, end in places]
        first = told[0] if told else Sector.GENERAL
        return first if first in _OF_ONE_SECTOR and all(sector is first for sector in told) else Sector.GENERAL
