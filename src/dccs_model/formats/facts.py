"""
What a conference says, in words and in the order in which people ask for it.

Documents and the terminal tell the same; how that looks is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeGuard, TypeVar

from dccs_model.formats._gfm import plain
from dccs_model.formats.phrases import Phrases
from dccs_model.model import Article, Conference, Finding, Sector, match_key

__all__ = ["Fact", "by_sector", "facts_of", "frame_of", "headline"]

T = TypeVar("T")


class Fact(NamedTuple):
    """
    One thing that a conference says, in words.
    """

    #: What it tells, such as "Thời gian".
    label: str
    #: What it is, on one line.
    text: str


def headline(article: Article | None, conference: Conference | None, phrases: Phrases) -> str:
    """
    Return what stands above a conference, or above an article that tells of none.
    """
    title = article.title if article else None
    name = conference.name if conference else None
    return next(filter(_shows, (title, name, phrases.word("conference" if conference else "article"))))


def facts_of(conference: Conference, title: str, phrases: Phrases) -> Iterator[Fact]:
    """
    Return each fact that is known; *title* stands above them, and is not said again.
    """
    return _known(_each(conference, title, phrases), phrases)


def frame_of(article: Article, phrases: Phrases) -> Iterator[Fact]:
    """
    Return what is known of the article itself: when it was published, who made it, and where it stands.
    """
    frame = (
        ("published", _said(article.published_at, phrases.moment)),
        ("bylines", phrases.joined(map(phrases.byline, article.bylines))),
        ("url", article.url),
    )
    return _known(frame, phrases)


def by_sector(findings: Sequence[Finding], phrases: Phrases) -> Iterator[tuple[str | None, list[Finding]]]:
    """
    Yield the findings of each sector with its label, which is None where no finding has a sector.
    """
    labelled = any(each.sector for each in findings)
    for sector in (*Sector, None):
        said = [each for each in findings if each.sector is sector]
        if said:
            yield phrases.sector(sector) if labelled else None, said


def _each(conference: Conference, title: str, phrases: Phrases) -> Iterator[tuple[str, str | None]]:
    is_titled = conference.name is None or match_key(conference.name) == match_key(title)
    yield "name", None if is_titled else conference.name
    yield "kind", phrases.kind(conference.kind)
    yield "topics", phrases.labels(conference.topics, "; ")
    yield "ordinal", _said(conference.ordinal, str)
    yield "term", _said(conference.term, phrases.term)
    yield "sitting", _said(conference.sitting, phrases.sitting)
    yield "venue", _said(conference.venue, phrases.venue)
    yield "mode", _said(conference.mode, phrases.label)
    yield "organisers", phrases.joined(map(phrases.organisation, conference.organisers))
    yield "host", _said(conference.host, phrases.organisation)
    yield "chairs", phrases.joined(map(phrases.official, conference.chairs))
    yield "cluster", _said(conference.cluster, phrases.cluster)
    yield _communes(conference, phrases)
    yield "review_period", _said(conference.review_period, phrases.period)
    yield "plan_period", _said(conference.plan_period, phrases.period)


def _communes(conference: Conference, phrases: Phrases) -> tuple[str, str]:
    told = {match_key(each.name) for each in conference.cluster.communes} if conference.cluster else set()
    others = (each for each in conference.communes if match_key(each.name) not in told)
    return "other_communes" if told else "communes", phrases.communes(others)


def _known(each: Iterable[tuple[str, str | None]], phrases: Phrases) -> Iterator[Fact]:
    return (Fact(phrases.word(key), plain(text)) for key, text in each if _shows(text))


def _said(part: T | None, say: Callable[[T], str]) -> str | None:
    return None if part is None else say(part)


def _shows(text: str | None) -> TypeGuard[str]:
    return text is not None and plain(text) != ""
