"""
A conference as a Markdown document that a person would file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from dccs_model.formats import _gfm as gfm
from dccs_model.formats.phrases import Phrases
from dccs_model.formats.document import Document
from dccs_model.model import (
    Article,
    Conference,
    Diagnostic,
    Finding,
    FindingKind,
    ParsedArticle,
    Sector,
    Severity,
    match_key,
)

__all__ = ["to_markdown"]

T = TypeVar("T")

# At most this much of a text is quoted where a reader is asked to check it.
_LONGEST_QUOTE = 80


def to_markdown(parsed: Document, *, lang: str = "vi") -> str:
    """
    Do what `dccs_model.formats.to_markdown` says.
    """
    phrases = Phrases.of(lang)
    match parsed:
        case Conference():
            blocks = _conference(parsed, None, phrases)
        case ParsedArticle(conference=None):
            blocks = _no_conference(parsed, phrases)
        case ParsedArticle(conference=Conference() as conference):
            blocks = [
                *_conference(conference, parsed.article, phrases),
                *_notes(parsed, phrases),
                *_source(parsed.article, phrases),
            ]
        case _:
            raise TypeError(f"Markdown is made of a ParsedArticle or a Conference, not {type(parsed).__name__}")
    return "\n\n".join(blocks) + "\n"


def _conference(conference: Conference, article: Article | None, phrases: Phrases) -> list[str]:
    title = _first_shown(article.title if article else None, conference.name, phrases.word("conference"))
    return [
        gfm.heading(1, title),
        _facts(conference, title, phrases),
        *_participants(conference, phrases),
        *_findings(conference, phrases),
        *_figures(conference, phrases),
    ]


def _no_conference(parsed: ParsedArticle, phrases: Phrases) -> list[str]:
    reasons = "\n".join(gfm.bullet(phrases.reason(each)) for each in parsed.diagnostics)
    return [
        gfm.heading(1, _first_shown(parsed.article.title, phrases.word("article"))),
        gfm.paragraph(phrases.word("no_conference")),
        *([reasons] if reasons else []),
        *_source(parsed.article, phrases),
    ]


def _first_shown(*texts: str | None) -> str:
    return next(text for text in texts if text and gfm.plain(text))


def _list(facts: Iterable[tuple[str, str | None]]) -> str:
    return "\n".join(gfm.fact(label, text) for label, text in facts if text and gfm.plain(text))


# --- the facts -----------------------------------------------------------------


def _facts(conference: Conference, title: str, phrases: Phrases) -> str:
    facts = ((phrases.word(key), text) for key, text in _each_fact(conference, title, phrases))
    return _list(facts) or gfm.paragraph(phrases.word("no_facts"))


def _each_fact(conference: Conference, title: str, phrases: Phrases) -> Iterator[tuple[str, str | None]]:
    """
    Every fact with the key of its label, in the order in which people ask for them.
    """
    is_titled = conference.name is None or match_key(conference.name) == match_key(title)
    yield "name", None if is_titled else conference.name
    yield "kind", phrases.kind(conference.kind)
    yield "topics", phrases.labels(conference.topics, "; ")
    yield "ordinal", _said_of(conference.ordinal, str)
    yield "term", _said_of(conference.term, phrases.term)
    yield "sitting", _said_of(conference.sitting, phrases.sitting)
    yield "venue", _said_of(conference.venue, phrases.venue)
    yield "mode", _said_of(conference.mode, phrases.label)
    yield "organisers", phrases.joined(each.name for each in conference.organisers)
    yield "host", _said_of(conference.host, attrgetter("name"))
    yield "chairs", phrases.joined(map(phrases.official, conference.chairs))
    yield "cluster", _said_of(conference.cluster, phrases.cluster)
    yield from _communes(conference, phrases)
    yield "review_period", _said_of(conference.review_period, phrases.period)
    yield "plan_period", _said_of(conference.plan_period, phrases.period)


def _said_of(part: T | None, say: Callable[[T], str]) -> str | None:
    return None if part is None else say(part)


def _communes(conference: Conference, phrases: Phrases) -> Iterator[tuple[str, str]]:
    told = {match_key(each.name) for each in conference.cluster.communes} if conference.cluster else set()
    others = [each for each in conference.communes if match_key(each.name) not in told]
    yield "other_communes" if told else "communes", phrases.communes(others)


# --- who -----------------------------------------------------------------------


def _participants(conference: Conference, phrases: Phrases) -> Iterator[str]:
    if not conference.participants and not conference.delegations:
        return
    yield gfm.heading(2, phrases.word("participants"))
    if conference.participants:
        header = [phrases.word(key) for key in ("row", "official", "positions", "roles")]
        rows = (
            (
                phrases.official(each.official),
                phrases.joined(map(phrases.position, each.official.positions)),
                phrases.labels(each.roles, ", "),
            )
            for each in conference.participants
        )
        yield gfm.table(header, rows, numbered=True)
    if conference.delegations:
        yield gfm.heading(3, phrases.word("delegations"))
        yield "\n".join(gfm.bullet(each.text) for each in conference.delegations)


# --- what was said --------------------------------------------------------------


def _findings(conference: Conference, phrases: Phrases) -> Iterator[str]:
    for kind in FindingKind:
        findings = conference.findings_of(kind)
        if findings:
            yield gfm.heading(2, phrases.label(kind))
            yield from _by_sector(findings, phrases)


def _by_sector(findings: tuple[Finding, ...], phrases: Phrases) -> Iterator[str]:
    speakers = {each.speaker for each in findings}
    common = speakers.pop() if len(speakers) == 1 else None
    if common:
        yield gfm.paragraph(f"{phrases.word('speaker')}: {common}")
    sectors = {each.sector for each in findings}
    for sector in (*Sector, None):
        if sector in sectors:
            if sectors != {None}:
                yield gfm.heading(3, phrases.sector(sector))
            yield "\n".join(gfm.bullet(phrases.finding(each, common)) for each in findings if each.sector is sector)


def _figures(conference: Conference, phrases: Phrases) -> Iterator[str]:
    rows = [
        (phrases.measure(measure), measure.baseline or "", phrases.sector(finding.sector), finding.statement)
        for finding in conference.findings
        for measure in finding.measures
    ]
    if rows:
        yield gfm.heading(2, phrases.word("figures"))
        yield gfm.table([phrases.word(key) for key in ("figure", "baseline", "sector", "statement")], rows)


# --- doubts and source ------------------------------------------------------------


def _notes(parsed: ParsedArticle, phrases: Phrases) -> Iterator[str]:
    doubts = [each for each in parsed.diagnostics if each.severity is not Severity.INFO]
    if doubts:
        yield gfm.heading(2, phrases.word("notes"))
        yield "\n".join(gfm.bullet(_note(each, parsed.article, phrases)) for each in doubts)


def _note(diagnostic: Diagnostic, article: Article, phrases: Phrases) -> str:
    label = phrases.diagnostic(diagnostic)
    quote = gfm.plain(diagnostic.span.of(article.text)) if diagnostic.span else ""
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rstrip() + "…"
    return f"{label}: “{quote}”" if quote else label


def _source(article: Article, phrases: Phrases) -> Iterator[str]:
    facts = [
        (phrases.word("published"), _said_of(article.published_at, phrases.moment)),
        (phrases.word("bylines"), phrases.joined(map(phrases.byline, article.bylines))),
        (phrases.word("url"), article.url),
    ]
    written = _list(facts)
    if written:
        yield gfm.heading(2, phrases.word("source"))
        yield written
