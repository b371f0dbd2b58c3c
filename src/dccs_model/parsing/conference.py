"""
The conference that an article reports, put together from what the readers find.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dccs_model.lexicon import IndexedTable, Lexicon
from dccs_model.model import (
    Area,
    AreaKind,
    Article,
    Cluster,
    Commune,
    Conference,
    Diagnostic,
    DiagnosticCode,
    Organisation,
    Role,
    Severity,
    Sitting,
    Venue,
    match_key,
)
from dccs_model.parsing.attendance import AttendanceReader
from dccs_model.parsing.doubts import doubts_of_conference, doubts_of_sitting
from dccs_model.parsing.findings import FindingReader
from dccs_model.parsing.meeting import MeetingReader
from dccs_model.parsing.officials import OfficialsReader
from dccs_model.parsing.places import CommuneMention, PlaceReader
from dccs_model.parsing.segment import Layout
from dccs_model.parsing.when import HeldOn, Periods, TimeReader, partial
from dccs_model.text.normal import NormalText

if TYPE_CHECKING:
    from dccs_model.places import Gazetteer

__all__ = ["ConferenceReader"]

_YEAR = re.compile(r"năm\s(20\d\d)|/(20\d\d)(?!\d)")
#: How many sentences tell of the event itself.
_LEAD = 6

_Place = tuple[int, int]


class ConferenceReader:
    """
    Reads the conference of an article; immutable once made.
    """

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer | None = None) -> None:
        self._officials = OfficialsReader(lexicon)
        self._attendance = AttendanceReader(lexicon)
        self._places = PlaceReader(lexicon, gazetteer)
        self._time = TimeReader(lexicon)
        self._meeting = MeetingReader(lexicon)
        self._findings = FindingReader(lexicon)

    def tables(self) -> Iterator[IndexedTable]:
        """
        Yield every table whose phrases an index is to find.
        """
        yield from _tables_of(self)

    def read(self, layout: Layout, article: Article) -> tuple[Conference | None, list[Diagnostic]]:
        """
        Return the conference, or None, with the doubts about it.
        """
        text = layout.text
        bodies = [block for block in layout.blocks if block.kind == "body"]
        title = next(((block.start, block.end) for block in layout.blocks if block.kind == "title"), None)
        # The lead may stand in a line without a full stop, as headings do.
        opening = [block for block in layout.blocks if block.kind in ("body", "heading")]
        told = [place for block in opening[:5] for place in block.sentences]
        people = self._officials.read(text, layout.blocks)
        roles = sum(role is not Role.AWARD for each in people.participants for role in each.roles)
        verdict = self._meeting.verdict(text, title, [(block.start, block.end) for block in bodies], told, roles)
        if not verdict.holds:
            empty = not any(letter.isalpha() for letter in text.text)
            code = DiagnosticCode.EMPTY_TEXT if empty else DiagnosticCode.NOT_A_CONFERENCE
            message = "the text holds no letters" if empty else verdict.reason
            return None, [Diagnostic(code=code, severity=Severity.INFO, message=message)]
        lead = verdict.lead
        headings = [(block.start, block.end) for block in layout.blocks[:4] if block.kind == "heading"]
        purpose = [place for place in (title, *headings, *told[:3]) if place]
        held, periods = self._when(text, told, purpose, lead, article)
        name = self._meeting.name(text, lead, title)
        naming = [place for place in (title, name, lead) if place]
        names = sorted(mention.name for mention, _ in people.mentions if mention.name)
        communes, cluster = self._communes(layout, names, purpose, told)
        conference = Conference(
            name=text.written(*name) if name else None,
            kind=self._meeting.kind(text, naming),
            topics=self._meeting.topics(text, naming),
            ordinal=self._meeting.ordinal(text, naming),
            term=self._meeting.term(text, naming),
            mode=self._meeting.mode(text, naming),
            sitting=self._sitting(text, held, told),
            venue=self._venue(text, [place for place in (lead, *told[:3]) if place], communes),
            organisers=tuple(self._organisers(text, lead)),
            cluster=cluster,
            communes=tuple(communes),
            review_period=periods.review,
            plan_period=periods.plan,
            participants=people.participants,
            delegations=tuple(self._attendance.delegations(text, told, [mention for mention, _ in people.mentions])),
            findings=tuple(
                self._findings.read(
                    text,
                    layout.blocks,
                    lead,
                    people,
                    [place for place in (title, name) if place],
                    periods,
                )
            ),
            span=text.span(*name) if name else None,
        )
        others = self._meeting.others(text, lead, [block.sentences[0] for block in bodies if block.sentences])
        doubts = [*doubts_of_sitting(layout, held), *doubts_of_conference(layout, conference, people, others)]
        return conference, doubts

    # ---- when ----------------------------------------------------------------------------------------------------

    def _when(
        self, text: NormalText, told: Sequence[_Place], purpose: Sequence[_Place], lead: _Place | None, article: Article
    ) -> tuple[HeldOn | None, Periods]:
        at = article.published_at
        published = at.date() if isinstance(at, dt.datetime) else at
        found = self._time.held(text, told[:_LEAD])
        congress = self._meeting.is_congress(text, [place for place in (lead, *purpose[:1]) if place])
        back, ahead = self._time.periods(text, purpose, told[3:], congress=congress)
        year = found.year if found else None
        periods = self._time.dated(text, back, ahead, year or (published.year if published else None))
        if found is None:
            return None, periods
        years = (int(m[1] or m[2]) for place in purpose for m in _YEAR.finditer(text.folded, *place))
        held = self._time.year_of(found, published, periods, years)
        if held.year and year is None:
            periods = self._time.dated(text, back, ahead, held.year)
        return held, periods

    def _sitting(self, text: NormalText, held: HeldOn | None, told: Sequence[_Place]) -> Sitting | None:
        if held is None:
            part = self._time.part_alone(text, told)
            return Sitting(day_part=part) if part else None
        found = held.found
        start = partial(held.year, found.month, found.day) if held.year else None
        end = partial(held.year, found.last_month, found.last_day) if held.year else None
        part = self._time.day_part(found.day_part)
        clock = dt.time(*found.clock) if found.clock else None
        if start is None and part is None and clock is None:
            return None
        span = text.span(found.start, found.end)
        return Sitting(start=start, end=end if start else None, day_part=part, start_time=clock, span=span)

    # ---- where ---------------------------------------------------------------------------------------------------

    def _communes(
        self, layout: Layout, names: Sequence[_Place], purpose: Sequence[_Place], told: Sequence[_Place]
    ) -> tuple[list[Commune], Cluster | None]:
        text = layout.text
        cluster = None
        members: list[CommuneMention] = []
        for place in purpose:
            seen = self._places.cluster(text, *place)
            cluster = cluster or seen
            if seen and not members:
                members = self._places.members(text, seen, place[1], names)
        for place in told if cluster else ():
            members = members or self._places.members_in(text, *place, names)
        mentions = [*members]
        for block in layout.blocks:
            if block.kind in ("title", "body", "caption", "heading"):
                mentions += self._places.communes(text, block.start, block.end, names)
        communes: dict[str, Commune] = {}
        for mention in sorted(mentions, key=lambda each: each.start):
            key = match_key(mention.name)
            known = communes.get(key)
            if known is None or (known.kind is None and mention.kind):
                span = known.span if known else text.span(mention.start, mention.end)
                district = self._places.area_behind(text, mention.end)
                communes[key] = Commune(
                    name=known.name if known else mention.name,
                    kind=mention.kind,
                    district=self._area(text, district) or (known.district if known else None),
                    span=span,
                )
        if cluster is None:
            return list(communes.values()), None
        listed = {match_key(member.name): communes[match_key(member.name)] for member in members}
        span = text.span(cluster.start, cluster.end)
        return list(communes.values()), Cluster(name=cluster.name, communes=tuple(listed.values()), span=span)

    def _area(self, text: NormalText, found: tuple[int, int, AreaKind] | None) -> Area | None:
        if found is None or found[2] is AreaKind.PROVINCE:
            return None
        return Area(name=text.written(found[0], found[1]), kind=found[2], span=text.span(found[0], found[1]))

    def _venue(self, text: NormalText, places: Sequence[_Place], communes: Sequence[Commune]) -> Venue | None:
        found = next((venue for place in places if (venue := self._places.venue(text, *place))), None)
        if found is None:
            return None
        span = text.span(*found)
        inside = (each for each in communes if each.span and span.start <= each.span.start < span.end)
        return Venue(text=text.written(*found), commune=next(inside, None), span=span)

    def _organisers(self, text: NormalText, lead: _Place | None) -> list[Organisation]:
        found = self._meeting.organiser(text, lead)
        return [Organisation(name=text.written(*found), span=text.span(*found))] if found else []


def _tables_of(reader: object) -> Iterator[IndexedTable]:
    for part in vars(reader).values():
        if isinstance(part, IndexedTable):
            yield part
        elif type(part).__module__.startswith("dccs_model.parsing"):
            yield from _tables_of(part)
