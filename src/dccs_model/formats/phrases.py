"""
Model values as short phrases in one language.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from enum import Enum

import attr

from dccs_model.formats._gfm import plain
from dccs_model.formats.labels import Language
from dccs_model.model import (
    Area,
    AreaKind,
    Byline,
    Cluster,
    Commune,
    CommuneKind,
    ConferenceKind,
    Diagnostic,
    DiagnosticCode,
    Finding,
    Measure,
    Official,
    Period,
    Position,
    Sector,
    Sitting,
    Term,
    Venue,
    match_key,
)

__all__ = ["Phrases"]

# Vietnamese news are dated in this zone, which therefore needs no mention.
_HOME = dt.timedelta(hours=7)
_NUMERALS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]  # fmt: skip


@attr.frozen
class Phrases:
    """
    Says what the model holds, in one language and as plain text.
    """

    _language: Language

    @classmethod
    def of(cls, lang: str) -> Phrases:
        """
        Return the phrases of a language; raise ValueError if it is not known.
        """
        return cls(Language.of(lang))

    def word(self, key: str) -> str:
        return self._language.word(key)

    def label(self, member: Enum) -> str:
        return self._language.label(member)

    def inside(self, member: Enum) -> str:
        """
        Return a label as it stands inside a line.
        """
        label = self.label(member)
        return label[:1].lower() + label[1:]

    def labels(self, members: Sequence[Enum], separator: str) -> str:
        """
        Return labels in one line, of which the first keeps its capital.
        """
        return separator.join([*map(self.label, members[:1]), *map(self.inside, members[1:])])

    def _put(self, style: str, **parts: object) -> str:
        shown = {key: plain(part) if isinstance(part, str) else part for key, part in parts.items()}
        return str(self._language.style(style).format(**shown))

    def aside(self, text: str, aside: str | None) -> str:
        """
        Return *text* with an aside in brackets, where there is one.
        """
        return self._put("aside", text=text, aside=aside) if aside else text

    def joined(self, texts: Iterable[str], separator: str = "; ") -> str:
        """
        Return texts in one line.
        """
        return separator.join(filter(None, map(plain, texts)))

    # --- the event ---

    def kind(self, kind: ConferenceKind) -> str | None:
        return None if kind is ConferenceKind.UNKNOWN else self.label(kind)

    def sector(self, sector: Sector | None) -> str:
        return self.word("other_sectors") if sector is None else self.label(sector)

    def term(self, term: Term) -> str:
        said = []
        if term.number is not None:
            said.append(self._put("term_number", number=term.number, roman=_roman(term.number)))
        if term.period is not None:
            said.append(self._put("term_years", first=term.period.start.year, last=term.period.end.year))
        return ", ".join(said)

    def sitting(self, sitting: Sitting) -> str:
        days = [self._language.date(day) for day in (sitting.start, sitting.end) if day is not None]
        parts = {
            "time": sitting.start_time and f"{sitting.start_time:%H:%M}",
            "day_part": sitting.day_part and self.inside(sitting.day_part),
            "date": " – ".join(dict.fromkeys(days)),
        }
        groups = (" ".join(parts[key] or "" for key in group) for group in self._language.style("sitting"))
        said = ", ".join(filter(None, (group.strip() for group in groups)))
        return said[:1].upper() + said[1:]

    def period(self, period: Period) -> str:
        days = f"{self._language.date(period.start)} – {self._language.date(period.end)}"
        return self.aside(period.label, days) if period.label else days

    def moment(self, moment: dt.date | dt.datetime) -> str:
        date = self._language.date(moment)
        if not isinstance(moment, dt.datetime):
            return date
        offset = f"{moment:%z}"
        zone = "" if moment.utcoffset() == _HOME else f" (UTC{offset[:3]}:{offset[3:5]})"
        return self._put("moment", date=date, time=f"{moment:%H:%M}{zone}")

    # --- places ---

    def venue(self, venue: Venue) -> str:
        commune = venue.commune
        if commune is None or match_key(commune.name) in match_key(venue.text):
            return venue.text
        return self.aside(venue.text, self.communes([commune]))

    def cluster(self, cluster: Cluster) -> str:
        members = self.joined([self.communes(cluster.communes), self.joined(map(self.area, cluster.areas), ", ")])
        if cluster.name and members:
            return self._put("cluster", name=cluster.name, members=members)
        return cluster.name or members

    def communes(self, communes: Sequence[Commune]) -> str:
        """
        Name communes, those of one district and province together.
        """
        groups = itertools.groupby(communes, self._whole)
        return self.joined(self._within(self.joined(map(self._commune, each), ", "), whole) for whole, each in groups)

    def area(self, area: Area) -> str:
        return self._place(area.kind, area.name)

    def _commune(self, commune: Commune) -> str:
        name = self._place(commune.kind, commune.name)
        today = self.joined((self._place(each.kind, each.name) for each in commune.successors), ", ")
        return self.aside(name, today and f"{self.word('now')} {today}")

    def _within(self, places: str, whole: str) -> str:
        return self._put("within", places=places, whole=whole) if whole else places

    def _whole(self, commune: Commune) -> str:
        return self.joined((self.area(each) for each in (commune.district, commune.province) if each), ", ")

    def _place(self, kind: AreaKind | CommuneKind | None, name: str) -> str:
        # "Thị Trấn" alone may be all that a text calls a township.
        if kind is None or match_key(self.label(kind)) == match_key(name):
            return name
        return self._put("place", kind=self.inside(kind), name=name)

    # --- people ---

    def official(self, official: Official) -> str:
        return f"{official.honorific} {official.name}" if official.honorific else official.name

    def position(self, position: Position) -> str:
        title = position.title or position.text
        if position.status is None or match_key(self.label(position.status)) in match_key(title):
            return title
        return f"{self.inside(position.status)} {title}"

    def byline(self, byline: Byline) -> str:
        return self.aside(byline.name, self.joined(map(self.inside, byline.credits), ", "))

    # --- figures and doubts ---

    def measure(self, measure: Measure) -> str:
        words = [self.inside(each) for each in (measure.change, measure.bound) if each is not None]
        space = "" if measure.unit.startswith("%") else " "
        return " ".join([*words, f"{self._language.number(measure.quantity)}{space}{measure.unit}"])

    def diagnostic(self, diagnostic: Diagnostic) -> str:
        """
        Return the label of the doubt, or its own message where the code is not known here.
        """
        try:
            return self.label(DiagnosticCode(diagnostic.code))
        except ValueError:
            return diagnostic.message

    def reason(self, diagnostic: Diagnostic) -> str:
        """
        Return the label of the doubt with its message, which says why.
        """
        label = self.diagnostic(diagnostic)
        return label if label == diagnostic.message else f"{label}: {diagnostic.message}"

    def finding(self, finding: Finding, speaker: str | None) -> str:
        """
        Return the statement, and who said it where that is not *speaker*, who is named already.
        """
        return self.aside(finding.statement, None if finding.speaker == speaker else finding.speaker)


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    written = ""
    for value, numeral in _NUMERALS:
        count, number = divmod(number, value)
        written += numeral * count
    return written
