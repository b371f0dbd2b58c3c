"""
A conference as a Markdown document that a person would file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dccs_model.formats import _gfm as gfm
from dccs_model.formats.document import Document
from dccs_model.formats.facts import Fact, by_sector, facts_of, frame_of, headline
from dccs_model.formats.phrases import Phrases
from dccs_model.model import (
    Article,
    Conference,
    Diagnostic,
    Finding,
    FindingKind,
    ParsedArticle,
    Severity,
)

__all__ = ["to_markdown"]

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
    title = headline(article, conference, phrases)
    return [
        gfm.heading(1, title),
        _facts(facts_of(conference, title, phrases)) or gfm.paragraph(phrases.word("no_facts")),
        *_participants(conference, phrases),
        *_findings(conference, phrases),
        *_figures(conference, phrases),
    ]


def _no_conference(parsed: ParsedArticle, phrases: Phrases) -> list[str]:
    reasons = "\n".join(gfm.bullet(phrases.reason(each)) for each in parsed.diagnostics)
    return [
        gfm.heading(1, headline(parsed.article, None, phrases)),
        gfm.paragraph(phrases.word("no_conference")),
        *([reasons] if reasons else []),
        *_source(parsed.article, phrases),
    ]


def _facts(facts: Iterable[Fact]) -> str:
    return "\n".join(gfm.fact(label, text) for label, text in facts)


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
            yield from _said(findings, phrases)


def _said(findings: tuple[Finding, ...], phrases: Phrases) -> Iterator[str]:
    speakers = {each.speaker for each in findings}
    common = speakers.pop() if len(speakers) == 1 else None
    if common:
        yield gfm.paragraph(f"{phrases.word('speaker')}: {common}")
    for sector, said in by_sector(findings, phrases):
        if sector is not None:
            yield gfm.heading(3, sector)
        yield "\n".join(gfm.bullet(phrases.finding(each, common)) for each in said)


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
    written = _facts(frame_of(article, phrases))
    if written:
        yield gfm.heading(2, phrases.word("source"))
        yield written
