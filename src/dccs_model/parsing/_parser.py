"""
The pipeline: segment, recognise, interpret, assemble.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from dateutil.tz import gettz

from dccs_model.errors import ParseError
from dccs_model.lexicon import Lexicon, PhraseIndex, Table
from dccs_model.model import (
    Article,
    Byline,
    Caption,
    Cluster,
    Commune,
    Conference,
    Credit,
    Diagnostic,
    DiagnosticCode,
    Organisation,
    ParsedArticle,
    PartialDate,
    Role,
    Severity,
    Sitting,
    Venue,
    match_key,
)
from dccs_model.parsing.findings import FindingReader
from dccs_model.parsing.meeting import MeetingReader, Verdict
from dccs_model.parsing.officials import OfficialsReader
from dccs_model.parsing.places import CommuneMention, PlaceReader
from dccs_model.parsing.segment import Block, Layout, Segmenter
from dccs_model.parsing.when import HeldOn, TimeReader, partial
from dccs_model.text.normal import NormalText, normalise
from dccs_model.text.sentences import sentences

__all__ = ["Parser", "parse_article"]

_ZONE = "Asia/Ho_Chi_Minh"
_CREDITS = (
    ("tin", Credit.TEXT),
    ("bài", Credit.TEXT),
    ("viết", Credit.TEXT),
    ("tác giả", Credit.TEXT),
    ("ảnh", Credit.PHOTO),
    ("hình", Credit.PHOTO),
    ("video", Credit.VIDEO),
    ("clip", Credit.VIDEO),
)


class Parser:
    """
    Reads articles with one set of words; immutable, reusable and picklable.

    Making one compiles its words, so make it once and use it often.
    """

    def __init__(self, *, lexicon: Lexicon | None = None, max_chars: int | None = None) -> None:
        if max_chars is not None and max_chars < 1:
            raise ValueError(f"max_chars must be at least 1, not {max_chars}")
        self.lexicon = lexicon or Lexicon.default()
        self.max_chars = max_chars
        self._segmenter = Segmenter(self.lexicon)
        self._officials = OfficialsReader(self.lexicon)
        self._places = PlaceReader(self.lexicon)
        self._time = TimeReader(self.lexicon)
        self._meeting = MeetingReader(self.lexicon)
        self._findings = FindingReader(self.lexicon)
        readers = (self._officials, self._places, self._time, self._meeting, self._findings)
        self._index = PhraseIndex(table for reader in readers for table in _tables_of(reader))

    def __reduce__(self) -> tuple[object, ...]:
        return (_made, (self.lexicon, self.max_chars))

    def parse(
        self, text: str, *, url: str | None = None, published_at: dt.date | None = None, strict: bool = False
    ) -> ParsedArticle:
        """
        Read one article; see `parse_article`.
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be str, not {type(text).__name__}; decode bytes first")
        doubts: list[Diagnostic] = []
        normal = normalise(text if self.max_chars is None else text[: self.max_chars])
        layout = self._indexed(self._segmenter.segment(normal))
        article = self._article(layout, text, url, published_at)
        conference = self._conference(layout, article, doubts)
        if conference is None:
            # Headlines and datelines of other kinds of pages are not what this reader knows.
            article = Article(text=text, url=url, published_at=published_at)
        if strict:
            errors = tuple(doubt for doubt in doubts if doubt.severity is Severity.ERROR)
            if errors:
                raise ParseError(text, errors)
        return ParsedArticle(article=article, conference=conference, diagnostics=doubts)

    def _indexed(self, layout: Layout) -> Layout:
        """
        Find the phrases of all readers in the lines that count, once for all of them.
        """
        text = layout.text
        places = [(block.start, block.end) for block in layout.blocks if block.kind not in ("repeated", "byline")]
        blocks = tuple(
            block._replace(sentences=tuple(sentences(text.text, block.start, block.end)))
            if block.kind in ("body", "caption", "heading")
            else block
            for block in layout.blocks
        )
        return Layout(text.marked(self._index.read(text.folded, places)), blocks, layout.stamp)

    # ---- the frame -----------------------------------------------------------------------------------------------

    def _article(self, layout: Layout, source: str, url: str | None, published_at: dt.date | None) -> Article:
        text = layout.text
        title = next((block for block in layout.blocks if block.kind == "title"), None)
        published, published_span = published_at, None
        if layout.stamp:
            date, clock, start, end = layout.stamp
            day = partial(date.year or 1, date.month, date.day)
            if day and day.date:
                published_span = text.span(start, end)
                published = published or _moment(day.date, clock)
        return Article(
            text=source,
            title=text.written(title.start, title.end) if title else None,
            url=url,
            published_at=published,
            bylines=[each for block in layout.blocks if block.kind == "byline" for each in _bylines(text, block)],
            captions=_captions(text, layout.blocks),
            title_span=text.span(title.start, title.end) if title else None,
            published_span=published_span,
        )

    # ---- the event -----------------------------------------------------------------------------------------------

    def _conference(self, layout: Layout, article: Article, doubts: list[Diagnostic]) -> Conference | None:
        text = layout.text
        title = next(((b.start, b.end) for b in layout.blocks if b.kind == "title"), None)
        bodies = [(block.start, block.end) for block in layout.blocks if block.kind == "body"]
        told = [place for block in [b for b in layout.blocks if b.kind == "body"][:4] for place in block.sentences]
        people = self._officials.read(text, layout.blocks)
        verdict = self._meeting.verdict(
            text, title, bodies, told, sum(role is not Role.AWARD for p in people.participants for role in p.roles)
        )
        if not verdict.holds:
            code = DiagnosticCode.NOT_A_CONFERENCE if any(c.isalpha() for c in text.text) else DiagnosticCode.EMPTY_TEXT
            doubts.append(Diagnostic(code=code, severity=Severity.INFO, message=verdict.reason or "the text is empty"))
            return None
        return self._read(layout, article, verdict, told, title, people, doubts)

    def _read(self, layout, article, verdict: Verdict, told, title, people, doubts) -> Conference:  # type: ignore[no-untyped-def]
        text = layout.text
        lead = verdict.lead
        purpose = ([title] if title else []) + [b for b in _headings(layout)] + told[:3]
        report = told[3:]
        published = (
            article.published_at.date() if isinstance(article.published_at, dt.datetime) else article.published_at
        )
        found = self._time.held(text, told[:6])
        year = found.year if found and found.year else None
        names = [mention.name for mention, _ in people.mentions if mention.name]
        congress = "đại hội" in text.folded[lead[0] : lead[1]] if lead else False
        back, ahead = self._time.periods(text, purpose, report, congress=congress)
        periods = self._time.dated(text, back, ahead, year or (published.year if published else None))
        held = None
        if found:
            held = self._time.year_of(found, published, periods, _years(text, purpose))
            if held.year and year is None:
                periods = self._time.dated(text, back, ahead, held.year)
        sitting = self._sitting(text, held, told, doubts)
        communes, cluster = self._communes(text, layout.blocks, names, purpose, told)
        venue = None
        for place in ([lead] if lead else []) + told[:3]:
            venue = self._places.venue(text, *place)
            if venue:
                break
        name = self._meeting.name(text, lead, title)
        spans = [place for place in (title, name, lead) if place]
        organiser = self._meeting.organiser(text, lead)
        return Conference(
            name=text.written(*name) if name else None,
            kind=self._meeting.kind(text, spans),
            topics=self._meeting.topics(text, spans),
            mode=self._meeting.mode(text, 0, len(text.text)),
            sitting=sitting,
            venue=Venue(text=text.written(*venue), span=text.span(*venue)) if venue else None,
            organisers=[Organisation(name=text.written(*organiser), span=text.span(*organiser))] if organiser else (),
            cluster=cluster,
            communes=communes,
            review_period=periods.review,
            plan_period=periods.plan,
            participants=people.participants,
            findings=self._findings.read(
                text,
                layout.blocks,
                lead,
                people.mentions,
                people.participants,
                [place for place in (title, name) if place],
            ),
            span=text.span(*name) if name else None,
        )

    def _sitting(
        self, text: NormalText, held: HeldOn | None, told: Sequence[tuple[int, int]], doubts: list[Diagnostic]
    ) -> Sitting | None:
        if held is None:
            part = self._time.part_alone(text, told)
            return Sitting(day_part=part) if part else None
        found = held.found
        span = text.span(found.start, found.end)
        part = self._time.day_part(found.day_part)
        start = partial(held.year, found.month, found.day) if held.year else None
        end = partial(held.year, found.last_month, found.last_day) if held.year else None
        if held.completed and start:
            doubts.append(
                Diagnostic(
                    code=DiagnosticCode.YEAR_COMPLETED,
                    severity=Severity.INFO,
                    message=f"the date has no year; it is read as {start}",
                    span=span,
                )
            )
        if held.year is None:
            doubts.append(
                Diagnostic(
                    code=DiagnosticCode.YEAR_UNKNOWN,
                    severity=Severity.WARNING,
                    message="the date has no year and nothing in the article gives it",
                    span=span,
                )
            )
        clock = dt.time(*found.clock) if found.clock else None
        if start is None and part is None and clock is None:
            return None
        return Sitting(start=start, end=end if start else None, day_part=part, start_time=clock, span=span)

    def _communes(self, text, blocks, names, purpose, told) -> tuple[list[Commune], Cluster | None]:  # type: ignore[no-untyped-def]
        mentions: list[CommuneMention] = []
        cluster = None
        members: list[CommuneMention] = []
        for place in purpose:
            seen = self._places.cluster(text, *place)
            if seen and cluster is None:
                cluster = seen
            if seen and not members:
                members = self._places.members(text, seen, place[1], names)
        for start, end in told if cluster else ():
            members = members or self._places.members_in(text, start, end, names)
        for block in blocks:
            if block.kind in ("title", "body", "caption", "heading"):
                mentions += self._places.communes(text, block.start, block.end, names)
        every = sorted([*mentions, *members], key=lambda mention: mention.start)
        communes: dict[str, Commune] = {}
        for mention in every:
            key = match_key(mention.name)
            known = communes.get(key)
            if known is None or (known.kind is None and mention.kind):
                span = known.span if known else text.span(mention.start, mention.end)
                communes[key] = Commune(name=known.name if known else mention.name, kind=mention.kind, span=span)
        group = None
        if cluster:
            group = Cluster(
                name=cluster.name,
                communes=[communes[match_key(m.name)] for m in members],
                span=text.span(cluster.start, cluster.end),
            )
        return list(communes.values()), group


def _tables_of(reader: object) -> Iterator[Table]:
    """
    Every table that a reader, or a reader inside it, asks.
    """
    for part in vars(reader).values():
        if isinstance(part, Table):
            yield part
        elif type(part).__module__.startswith(__package__ or ""):
            yield from _tables_of(part)


def _made(lexicon: Lexicon, max_chars: int | None) -> Parser:
    return Parser(lexicon=lexicon, max_chars=max_chars)


def _headings(layout: Layout) -> list[tuple[int, int]]:
    return [(b.start, b.end) for b in layout.blocks[:4] if b.kind == "heading"]


def _years(text: NormalText, places: Sequence[tuple[int, int]]) -> list[int]:
    import re

    return [
        int(y)
        for start, end in places
        for y in re.findall(r"năm\s(20\d\d)|/(20\d\d)", text.folded[start:end])
        for y in y
        if y
    ]


def _moment(day: dt.date, clock: tuple[int, int] | None) -> dt.date:
    return day if clock is None else dt.datetime(day.year, day.month, day.day, *clock, tzinfo=gettz(_ZONE))


def _bylines(text: NormalText, block: Block) -> list[Byline]:
    import re

    raw = text.text[block.start : block.end]
    found = []
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[^,;&()\[\]|]+(?:\([^)]*\))?", raw)]
    credits: tuple[Credit, ...] = ()
    for start, end in _pieces(raw):
        piece = raw[start:end]
        label, mark, rest = piece.rpartition(":")
        if mark:
            credits = tuple(
                dict.fromkeys(
                    credit
                    for word, credit in _CREDITS
                    if word in text.folded[block.start + start : block.start + start + len(label)]
                )
            )
            start += len(label) + 1
            piece = rest
        bare = re.match(r"\s*(.+?)(?:\s*\(.*|\s+[-–]\s.*|\s*[-–|.]+)?\s*\Z", piece, re.DOTALL)
        if not bare or not bare[1].strip() or not bare[1].strip()[0].isupper() or len(bare[1].split()) < 2 and not mark:
            continue
        first = start + bare.start(1)
        found.append(
            Byline(
                name=text.written(block.start + first, block.start + first + len(bare[1])),
                credits=credits,
                span=text.span(block.start + first, block.start + first + len(bare[1])),
            )
        )
    return found


def _pieces(raw: str) -> list[tuple[int, int]]:
    import re

    places = []
    last = 0
    for mark in re.finditer(
        r"\s*[;&]\s*|\s+[-–]\s+(?=(?:ảnh|tin|bài|hình)?\s*:?\s*[A-ZÀ-Ỹ])|,\s+(?=[A-ZĐÀ-Ỹ][^\s]*\s+[A-ZĐÀ-Ỹ])|\s+và\s+(?=[A-ZĐ])",
        raw,
        re.IGNORECASE,
    ):
        if (
            ":" not in raw
            and mark[0].strip() in "-–,"
            and not re.match(r"[A-ZĐÂÊÔƯ]\w*\s+[A-ZĐÂÊÔƯ]\w*\s*\Z", raw[mark.end() :])
        ):
            continue
        head = raw[last : mark.start()].strip().lower()
        if head in ("tin", "bài", "ảnh", "tin, bài", "tin bài", "ảnh và tin bài"):
            continue
        places.append((last, mark.start()))
        last = mark.end()
    places.append((last, len(raw)))
    return places


def _captions(text: NormalText, blocks: Sequence[Block]) -> list[Caption]:
    captions: dict[str, Caption] = {}
    for block in blocks:
        if block.kind == "caption":
            start, end = block.start, block.end
            if text.text[start] == "(" and text.text[end - 1] == ")":
                start, end = start + 1, end - 1
            written = text.written(start, end)
            if written:
                captions.setdefault(match_key(written), Caption(text=written, span=text.span(start, end)))
    return list(captions.values())


@cache
def _default() -> Parser:
    return Parser()


def parse_article(
    text: str, *, url: str | None = None, published_at: dt.date | None = None, strict: bool = False
) -> ParsedArticle:
    """
    Read one article.
    """
    return _default().parse(text, url=url, published_at=published_at, strict=strict)
