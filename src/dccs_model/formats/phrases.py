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
    CommuneRef,
    ConferenceKind,
    Diagnostic,
    DiagnosticCode,
    Finding,
    FoundBy,
    Measure,
    Official,
    Organisation,
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
        """
        Return a word of a document, such as a heading.
        """
        return self._language.word(key)

    def label(self, member: Enum) -> str:
        """
        Return the label of a member of an enum, with a capital.
        """
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
        """
        Return what a conference is held for; None where nothing says.
        """
        return None if kind is ConferenceKind.UNKNOWN else self.label(kind)

    def sector(self, sector: Sector | None) -> str:
        """
        Return the label of a sector, or of having none.
        """
        return self.word("other_sectors") if sector is None else self.label(sector)

    def term(self, term: Term) -> str:
        """
        Say which term a conference belongs to.
        """
        said = []
        if term.number is not None:
            said.append(self._put("term_number", number=term.number, roman=_roman(term.number)))
        if term.period is not None:
            said.append(self._put("term_years", first=term.period.start.year, last=term.period.end.year))
        return ", ".join(said)

    def sitting(self, sitting: Sitting) -> str:
        """
        Say when a conference was held.
        """
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
        """
        Say which days a period spans, and what it is called.
        """
        days = f"{self._language.date(period.start)} – {self._language.date(period.end)}"
        return self.aside(period.label, days) if period.label else days

    def moment(self, moment: dt.date | dt.datetime) -> str:
        """
        Say a day, and the hour where it has one.
        """
        date = self._language.date(moment)
        if not isinstance(moment, dt.datetime):
            return date
        offset = f"{moment:%z}"
        zone = "" if moment.utcoffset() == _HOME else f" (UTC{offset[:3]}:{offset[3:5]})"
        return self._put("moment", date=date, time=f"{moment:%H:%M}{zone}")

    # --- places ---

    def venue(self, venue: Venue) -> str:
        """
        Say where a conference was held.
        """
        commune = venue.commune
        if commune is None or match_key(commune.name) in match_key(venue.text):
            return venue.text
        return self.aside(venue.text, self.communes([commune]))

    def cluster(self, cluster: Cluster) -> str:
        """
        Name a cluster with its members.
        """
        members = self.joined([self.communes(cluster.communes), self.joined(map(self.area, cluster.areas), ", ")])
        if cluster.name and members:
            return self._put("cluster", name=cluster.name, members=members)
        return cluster.name or members

    def communes(self, communes: Iterable[Commune]) -> str:
        """
        Name communes, those of one district and province together, with what they became.
        """
        groups = itertools.groupby(communes, self._whole)
        return self.joined(self._together(list(each), *whole) for whole, each in groups)

    def commune(self, commune: Commune | CommuneRef) -> str:
        """
        Name a commune with its kind.
        """
        return self._place(commune.kind, commune.name)

    def area(self, area: Area) -> str:
        """
        Name a district or a province with its kind.
        """
        return self._place(area.kind, area.name)

    def organisation(self, organisation: Organisation) -> str:
        """
        Name a body, and the place that it is of where the name leaves that open.
        """
        name, area = organisation.name, organisation.area
        if area is None or match_key(area.name) in match_key(name):
            return name
        return self.aside(name, self.joined([self.area(area), self._guess(area.found_by)], ", "))

    def validity(self, commune: Commune) -> str:
        """
        Say from when to when a commune stood, as far as that is known.
        """
        days = {
            "valid_from": commune.valid_from,
            "not_before": None if commune.valid_from else commune.not_before,
            "valid_to": commune.valid_to,
            "not_after": None if commune.valid_to else commune.not_after,
        }
        return ", ".join(self._put(key, date=self._language.date(day)) for key, day in days.items() if day)

    def _whole(self, commune: Commune) -> tuple[str, str]:
        """
        Return the areas that a commune lies in, and whether they were guessed.
        """
        areas = self.joined((self.area(each) for each in (commune.district, commune.province) if each), ", ")
        return areas, self._guess(commune.found_by) if areas else ""

    def _guess(self, found_by: FoundBy | None) -> str:
        return self.inside(found_by) if found_by is FoundBy.INFERRED else ""

    def _together(self, communes: Sequence[Commune], whole: str, guess: str) -> str:
        """
        Name communes that lie in one place; what they all became is said once.
        """
        became = {self._became(each) for each in communes}
        shared = became.pop() if len(communes) > 1 and len(became) == 1 else None
        names = self.joined((self._named(each, None if shared else self._became(each)) for each in communes), ", ")
        said = self._put("within", places=names, whole=whole) if whole else names
        return self.aside(said, self.joined([guess, self._later(shared, "all_")]))

    def _named(self, commune: Commune, became: tuple[str, str] | None) -> str:
        official = commune.official_name
        differs = official and match_key(official) != match_key(commune.name)
        in_list = self._place(commune.kind, official) if official and differs else ""
        return self.aside(self.commune(commune), self.joined([in_list, self._later(became)], ", "))

    def _became(self, commune: Commune) -> tuple[str, str] | None:
        """
        Return "now" or "later", and what is called so; None where that is nothing, or has the same name.
        """
        if not commune.successors:
            return None
        from dccs_model.places import Edition

        names = self.joined(map(self.commune, commune.successors), ", ")
        # What an older edition lists may itself have become something else since.
        stand = all(each.edition == max(Edition) for each in commune.successors)
        return None if names == self.commune(commune) else ("now" if stand else "later", names)

    def _later(self, became: tuple[str, str] | None, several: str = "") -> str:
        return f"{self.word(f'{several}{became[0]}')} {became[1]}" if became else ""

    def _place(self, kind: AreaKind | CommuneKind | None, name: str) -> str:
        # "Thị Trấn" alone may be all that a text calls a township.
        if kind is None or match_key(self.label(kind)) == match_key(name):
            return name
        return self._put("place", kind=self.inside(kind), name=name)

    # --- people ---

    def official(self, official: Official) -> str:
        """
        Name a person as the text addresses them.
        """
        return f"{official.honorific} {official.name}" if official.honorific else official.name

    def position(self, position: Position) -> str:
        """
        Say a post, unfolded, and whether it is held in full.
        """
        title = position.title or position.text
        if position.status is None or match_key(self.label(position.status)) in match_key(title):
            return title
        return f"{self.inside(position.status)} {title}"

    def byline(self, byline: Byline) -> str:
        """
        Name who made an article, and what of it.
        """
        return self.aside(byline.name, self.joined(map(self.inside, byline.credits), ", "))

    # --- figures and doubts ---

    def measure(self, measure: Measure) -> str:
        """
        Say a figure with its unit, and whether it is a bound or a change.
        """
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

    def line_and_column(self, line: int, column: int) -> str:
        """
        Say where in a text something stands.
        """
        return self._put("line_and_column", line=line, column=column)

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
