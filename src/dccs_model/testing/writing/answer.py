"""
What a written article says, read off its marks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import attr

from dccs_model.model import (
    Article,
    Cluster,
    Commune,
    Conference,
    Finding,
    Mention,
    Official,
    ParsedArticle,
    Participant,
    Position,
    Role,
    Span,
    Venue,
    match_key,
)
from dccs_model.testing.writing.ink import Ink, Mark
from dccs_model.testing.writing.noise import roughened
from dccs_model.testing.writing.page import write_page
from dccs_model.testing.writing.pen import Pen, SeededPen

__all__ = ["WrittenArticle", "write", "write_article"]


@attr.frozen
class WrittenArticle:
    """
    An article that was written from a conference, with what a careful reader finds in it.
    """

    #: The article, as a newsroom might have typed it.
    text: str
    #: Its frame: title, publication, bylines and captions.
    article: Article
    #: The conference it was written from: all that the text says, each fact with its place.
    conference: Conference

    @property
    def answer(self) -> ParsedArticle:
        """
        What a careful reader makes of the text; no diagnostics.
        """
        return ParsedArticle(article=self.article, conference=self.conference)


def write_article(seed: int = 0) -> WrittenArticle:
    """
    Write the article of number *seed*: the same number gives the same article.

    >>> write_article(3) == write_article(3)
    True
    """
    return write(SeededPen(seed))


def write(pen: Pen) -> WrittenArticle:
    """
    Write an article with the decisions of *pen*.
    """
    ink = roughened(pen, write_page(pen))
    reader = _Reader(ink)
    return WrittenArticle(ink.text, reader.article(), reader.conference())


class _Reader:
    """
    Reads the facts off one piece of ink.
    """

    def __init__(self, ink: Ink) -> None:
        self._text = ink.text
        self._marks = sorted(ink.marks, key=lambda each: (each.start, each.end))

    def article(self) -> Article:
        title, published = self._first("title"), self._first("published")
        return Article(
            text=self._text,
            title=self._words(title) if title else None,
            title_span=_span(title),
            published_at=published.value if published else None,
            published_span=_span(published),
            bylines=self._values("byline", "name"),
            captions=self._unique(self._values("caption", "text"), "text"),
        )

    def conference(self) -> Conference:
        meeting, *_ = self._all("meeting")
        mode = self._first("mode")
        return Conference(
            name=self._words(meeting),
            span=_span(meeting),
            kind=meeting.value.kind,
            topics=meeting.value.topics,
            mode=mode.value if mode else None,
            sitting=self._placed("sitting"),
            venue=self._venue(),
            organisers=self._values("organiser", "name"),
            cluster=self._cluster(),
            communes=tuple(self._communes("commune")),
            review_period=self._period("review"),
            plan_period=self._period("plan"),
            participants=tuple(self._participants()),
            delegations=self._values("delegation", "text"),
            findings=tuple(map(self._finding, self._all("finding"))),
        )

    # ---- marks --------------------------------------------------------------

    def _all(self, kind: str, owner: int | None = None) -> list[Mark]:
        return [each for each in self._marks if each.kind == kind and owner in (None, each.owner)]

    def _first(self, kind: str, owner: int | None = None) -> Mark | None:
        return next(iter(self._all(kind, owner)), None)

    def _within(self, kind: str, mark: Mark) -> list[Mark]:
        return [each for each in self._all(kind) if mark.start <= each.start and each.end <= mark.end]

    def _words(self, mark: Mark) -> str:
        """
        What stands at a mark, on one line.
        """
        return " ".join(unicodedata.normalize("NFC", self._text[mark.start : mark.end]).split())

    def _as_written(self, mark: Mark, field: str) -> Any:
        return attr.evolve(mark.value, span=_span(mark), **{field: self._words(mark)})

    def _values(self, kind: str, field: str) -> tuple[Any, ...]:
        return tuple(self._as_written(each, field) for each in self._all(kind))

    def _unique(self, values: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        return tuple({match_key(getattr(each, field)): each for each in reversed(values)}.values())[::-1]

    def _placed(self, kind: str) -> Any:
        mark = self._first(kind)
        return attr.evolve(mark.value, span=_span(mark)) if mark else None

    # ---- places and periods -------------------------------------------------

    def _communes(self, kind: str) -> Iterator[Commune]:
        """
        The communes at the marks of *kind*, each once, with what any mention says of their kind.
        """
        marks = [each for each in self._all("commune") if kind == "commune" or self._within_any(kind, each)]
        for key in dict.fromkeys(match_key(each.value.name) for each in marks):
            here = [each for each in marks if match_key(each.value.name) == key]
            told = [
                each.value for each in self._all("commune") if match_key(each.value.name) == key and each.value.kind
            ]
            yield attr.evolve(told[0] if told else here[0].value, span=_span(here[0]))

    def _within_any(self, kind: str, mark: Mark) -> bool:
        return any(each.start == mark.start and each.end == mark.end for each in self._all(kind))

    def _cluster(self) -> Cluster | None:
        cluster = self._placed("cluster")
        return attr.evolve(cluster, communes=tuple(self._communes("member"))) if cluster else None

    def _venue(self) -> Venue | None:
        mark = self._first("venue")
        if mark is None:
            return None
        communes = self._within("commune", mark)
        commune = attr.evolve(communes[0].value, span=_span(communes[0])) if communes else None
        return Venue(text=self._words(mark), commune=commune, span=_span(mark))

    def _period(self, kind: str) -> Any:
        mark = self._first(kind)
        return attr.evolve(mark.value, label=self._words(mark), span=_span(mark)) if mark else None

    # ---- people and findings ------------------------------------------------

    def _participants(self) -> Iterator[Participant]:
        for number in dict.fromkeys(each.owner for each in self._all("name")):
            names, acts = self._all("name", number), self._all("role", number)
            honorific = self._first("honorific", number)
            official = Official(
                name=self._words(names[0]),
                honorific=honorific.value.lower() if honorific else None,
                positions=tuple(self._positions(number)),
                span=_span(names[0]),
            )
            roles = {each.value for each in acts}
            mentions = [Mention(span=_span(each), role=self._role_at(each, acts)) for each in names]
            yield Participant(official=official, roles=tuple(roles), mentions=tuple(mentions))

    def _role_at(self, name: Mark, acts: list[Mark]) -> Role | None:
        return next((each.value for each in acts if each.start <= name.start and name.end <= each.end), None)

    def _positions(self, number: int | None) -> Iterator[Position]:
        """
        The posts of a person; where one is written in two ways, the fuller.
        """
        fullest: dict[str, Mark] = {}
        for mark in self._all("post", number):
            key = mark.value.title or mark.value.text
            key = next((each for each in fullest if each.startswith(key) or key.startswith(each)), key)
            if key not in fullest or len(mark.value.text) > len(fullest[key].value.text):
                fullest[key] = mark
        for mark in fullest.values():
            yield _spelt_alike(self._as_written(mark, "text"))

    def _finding(self, mark: Mark) -> Finding:
        measures = [attr.evolve(each.value, span=_span(each)) for each in self._within("measure", mark)]
        finding: Finding = attr.evolve(self._as_written(mark, "statement"), measures=tuple(measures))
        return finding


def _spelt_alike(position: Position) -> Position:
    """
    Spell the body as the post spells it: with the tone marks in the same place.
    """
    body = (position.organisation or "").split()
    words = position.text.split()
    tail = " ".join(words[len(words) - len(body) :])
    if not body or match_key(tail) != match_key(" ".join(body)):
        return position
    return attr.evolve(position, organisation=tail)  # type: ignore[misc]  # every model type has attrs


def _span(mark: Mark | None) -> Span | None:
    return Span(start=mark.start, end=mark.end) if mark else None
