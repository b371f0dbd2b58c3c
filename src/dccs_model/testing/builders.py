"""
Plain values of every model type, any part replaceable.

Each builder takes the fields of its class as keywords; what isn't given is
filled in with a sensible default, or left out where it wouldn't fit what is
given. So ``a_sitting(start=a_partial_date(year=2030))`` doesn't end in 2022.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attr

from dccs_model import model
from dccs_model.model import (
    Area,
    Article,
    Byline,
    Caption,
    Cluster,
    Commune,
    CommuneRef,
    Conference,
    Delegation,
    Diagnostic,
    Finding,
    Measure,
    Mention,
    Official,
    Organisation,
    ParsedArticle,
    PartialDate,
    Participant,
    Period,
    Position,
    Sitting,
    Span,
    Term,
    Venue,
)
from dccs_model.testing._tree import Places, fitted, rebuilt
from dccs_model.testing.writing.ink import fill
from dccs_model.testing.writing.pen import phrases

__all__ = [
    "a_byline",
    "a_caption",
    "a_cluster",
    "a_commune",
    "a_commune_ref",
    "a_conference",
    "a_delegation",
    "a_diagnostic",
    "a_finding",
    "a_measure",
    "a_mention",
    "a_parsed_article",
    "a_partial_date",
    "a_participant",
    "a_period",
    "a_position",
    "a_sitting",
    "a_span",
    "a_term",
    "a_venue",
    "an_area",
    "an_article",
    "an_official",
    "an_organisation",
]

T = TypeVar("T")


def a_span(**parts: Any) -> Span:
    """
    The first code point of a text.
    """
    if "start" in parts and "end" not in parts:
        parts["end"] = parts["start"] + 1
    return _built(Span, parts)


def a_partial_date(**parts: Any) -> PartialDate:
    """
    5 July 2022.
    """
    return _built(PartialDate, parts)


def a_sitting(**parts: Any) -> Sitting:
    """
    The morning of 5 July 2022.
    """
    if "start" in parts and "end" not in parts:
        parts["end"] = parts["start"]
    return _built(Sitting, parts)


def a_period(**parts: Any) -> Period:
    """
    The first half of 2022; of a start or an end alone, that year or what is left of it.
    """
    if ("start" in parts) != ("end" in parts):
        day = parts.get("start") or parts["end"]
        parts = {"start": dt.date(day.year, 1, 1), "end": dt.date(day.year, 12, 31), "label": None, **parts}
    return _built(Period, parts)


def a_term(**parts: Any) -> Term:
    """
    The 17th term, 2021 to 2026.
    """
    return _built(Term, parts)


def an_area(**parts: Any) -> Area:
    """
    The district of Thạch Lâm.
    """
    return _built(Area, parts)


def a_commune(**parts: Any) -> Commune:
    """
    The commune of Tân Lập.
    """
    return _built(Commune, parts)


def a_commune_ref(**parts: Any) -> CommuneRef:
    """
    A unit that a commune became: Tân Lập since July 2025.
    """
    return _built(CommuneRef, parts)


def a_cluster(**parts: Any) -> Cluster:
    """
    The central cluster with its three communes.
    """
    return _built(Cluster, parts)


def a_venue(**parts: Any) -> Venue:
    """
    The culture house of Tân Lập.
    """
    return _built(Venue, parts)


def an_organisation(**parts: Any) -> Organisation:
    """
    The party committee of the district.
    """
    return _built(Organisation, parts)


def a_position(**parts: Any) -> Position:
    """
    The post of the district's party secretary.
    """
    return _built(Position, parts)


def an_official(**parts: Any) -> Official:
    """
    Lê Thị Hòa, the district's party secretary.
    """
    return _built(Official, parts)


def a_mention(**parts: Any) -> Mention:
    """
    A mention as chair, with no place.
    """
    return _built(Mention, parts)


def a_participant(**parts: Any) -> Participant:
    """
    Lê Thị Hòa as chair, who concludes too.
    """
    return _built(Participant, parts)


def a_delegation(**parts: Any) -> Delegation:
    """
    The heads of the district's offices.
    """
    return _built(Delegation, parts)


def a_measure(**parts: Any) -> Measure:
    """
    A rise of 12.5 per cent.
    """
    return _built(Measure, parts)


def a_finding(**parts: Any) -> Finding:
    """
    An achievement of the economy, with its figure.
    """
    if "statement" in parts and "measures" not in parts:
        parts["measures"] = ()
    return _built(Finding, parts)


def a_byline(**parts: Any) -> Byline:
    """
    Thu Hằng, who wrote it and took the pictures.
    """
    return _built(Byline, parts)


def a_caption(**parts: Any) -> Caption:
    """
    A line below a picture of the meeting.
    """
    return _built(Caption, parts)


def a_diagnostic(**parts: Any) -> Diagnostic:
    """
    A warning that no chair is named.
    """
    return _built(Diagnostic, parts)


def a_conference(**parts: Any) -> Conference:
    """
    A cluster's briefing of July 2022, with two officials and three findings.
    """
    return _built(Conference, parts)


def an_article(**parts: Any) -> Article:
    """
    A headline alone; the title is a given text's first line.
    """
    if "text" in parts and "title" not in parts:
        parts["title"] = " ".join(parts["text"].strip().split("\n")[0].split()) or None
    return _built(Article, parts)


def a_parsed_article(**parts: Any) -> ParsedArticle:
    """
    A whole article about `a_conference`, each fact with its place.

    Without an *article*, a plain text is written that says every fact of the
    *conference*. A fact that has no span is given the first place where its
    words stand in the text, if they do.
    """
    conference = parts.get("conference", a_conference())
    article = parts.get("article")
    if article is None:
        # Spans that came along count in another text.
        conference = rebuilt(conference, lambda value: None if isinstance(value, Span) else value)
        article = _article_of(conference)
    diagnostics = tuple(parts.get("diagnostics", ()))
    places = Places(article.text)
    made = rebuilt((article, conference), lambda value: _placed(value, places))
    return ParsedArticle(article=made[0], conference=made[1], diagnostics=diagnostics)


# ---- defaults ---------------------------------------------------------------


def _built(cls: type[T], parts: dict[str, Any]) -> T:
    made: T = fitted(cls, parts, {name: part for name, part in _defaults(cls.__name__).items() if name not in parts})
    return made


@cache
def _defaults(name: str) -> dict[str, Any]:
    cls = getattr(model, name)
    hints = get_type_hints(cls)
    return {key: _structured(hints[key], part) for key, part in phrases("defaults")[name].items()}


def _structured(hint: Any, data: Any) -> Any:
    """
    Read plain data as a field's type: an enum, a decimal, a model type or a tuple of these.
    """
    inner = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return _structured(next(each for each in inner if each is not type(None)), data)
    if get_origin(hint) is tuple:
        return tuple(_structured(inner[0], each) for each in data)
    if attr.has(hint):
        hints = get_type_hints(hint)
        return hint(**{key: _structured(hints[key], part) for key, part in data.items()})
    return hint(data) if issubclass(hint, (Enum, Decimal)) else data


# ---- a text that says a conference ------------------------------------------


def _article_of(conference: Conference | None) -> Article:
    """
    Write a plain text with a line for every fact.
    """
    title: str = phrases("defaults")["Article"]["title"]
    if conference is None:
        return an_article(text=title)
    lines = [title, *_lines(conference), *(f"{each.statement}." for each in conference.findings)]
    caption, byline = a_caption(), a_byline()
    text = "\n\n".join([*lines, caption.text, byline.name])
    return an_article(text=text, title=title, captions=(caption,), bylines=(byline,))


def _lines(conference: Conference) -> Iterator[str]:
    words = phrases("defaults")["Lines"]
    if conference.sitting:
        yield " ".join(_when(conference.sitting))
    if conference.name:
        yield conference.name
    if conference.venue:
        yield fill(words["venue"], words=conference.venue.text).text
    if conference.cluster and conference.cluster.name:
        yield fill(words["cluster"], words=conference.cluster.name).text
    communes = [each.name for each in (*conference.communes, *(conference.cluster or a_cluster(communes=())).communes)]
    if communes:
        yield fill(words["commune"], words=", ".join(dict.fromkeys(communes))).text
    yield from (fill(words["organiser"], words=each.name).text for each in conference.organisers)
    yield from (each.label for each in (conference.review_period, conference.plan_period) if each and each.label)
    for each in conference.officials:
        posts = (post.text for post in each.positions)
        yield ", ".join([f"{each.honorific} {each.name}" if each.honorific else each.name, *posts])
    yield from (fill(words["delegation"], words=each.text).text for each in conference.delegations)


def _when(sitting: Sitting) -> Iterator[str]:
    if sitting.day_part:
        yield phrases("defaults")["Lines"]["part_of_day"][sitting.day_part]
    if sitting.start:
        yield _date(sitting.start)


def _date(date: PartialDate) -> str:
    parts = [date.day, date.month, date.year]
    return "/".join(str(each) for each in parts if each is not None)


def _placed(value: Any, places: Places) -> Any:
    """
    Give *value* the first place of its words, where it has none yet.
    """
    if isinstance(value, Article):
        title_span = value.title_span or next(places.find(value.title or ""), None)
        return attr.evolve(value, title_span=title_span)  # type: ignore[misc]  # every model type has attrs
    if not hasattr(value, "span") or value.span is not None:
        return value
    span = next((span for words in _words(value) for span in places.find(words)), None)
    return attr.evolve(value, span=span)


def _words(value: Any) -> Iterator[str]:
    """
    What a text says where it states *value*, the fullest first.
    """
    if isinstance(value, Sitting):
        yield " ".join(_when(value))
    if isinstance(value, Measure):
        number = f"{value.quantity:f}".replace(".", ",")
        yield from (f"{number}{value.unit}", f"{number} {value.unit}")
    for field in ("statement", "text", "label", "name"):
        words = getattr(value, field, None)
        if words:
            yield words
