"""
``dccs show``: what was read from a text, for people at a terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import TypeVar

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dccs_model.cli.failures import Failure, attempt
from dccs_model.cli.inputs import Source
from dccs_model.cli.terminal import console, named, one_line
from dccs_model.cli.work import Reading
from dccs_model.errors import explain
from dccs_model.formats.phrases import Phrases
from dccs_model.model import (
    Conference,
    Diagnostic,
    Finding,
    FindingKind,
    Measure,
    ParsedArticle,
    Participant,
    Sector,
    Severity,
    match_key,
)

__all__ = ["render", "show_all"]

T = TypeVar("T")

# Below this many columns a table of participants is harder to read than a list.
_ROOM_FOR_TABLE = 70

_KIND_STYLES = {
    FindingKind.ACHIEVEMENT: "green",
    FindingKind.SHORTCOMING: "red",
    FindingKind.CAUSE: "yellow",
    FindingKind.DIRECTIVE: "blue",
    FindingKind.PETITION: "magenta",
}
_SEVERITY_STYLES = {Severity.INFO: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}


def show_all(sources: Sequence[Source], reading: Reading, lang: str) -> list[Failure]:
    """
    Show what is read from each of *sources*, and return what failed.
    """
    out = console()
    phrases = Phrases.of(lang)
    failures = []
    for source in sources:
        parsed = attempt(source.name, partial(reading, source))
        if isinstance(parsed, Failure):
            failures.append(parsed)
            continue
        if len(sources) > 1:
            out.print(Rule(_text(named(source.name)), style="dim"))
        out.print(render(parsed, phrases, out.width))
    return failures


def render(parsed: ParsedArticle, phrases: Phrases, width: int) -> RenderableType:
    """
    Return what was read, laid out for *width* columns.
    """
    conference = parsed.conference
    blocks: list[RenderableType] = [_head(parsed, phrases)]
    if conference is None:
        blocks.append(_text(phrases.word("no_conference"), "bold yellow"))
    else:
        blocks += [_facts(conference, phrases, width), *_participants(conference, phrases, width)]
        blocks += _findings(conference, phrases)
    if parsed.diagnostics:
        doubts = [_doubt(parsed.article.text, each, phrases, width) for each in parsed.diagnostics]
        blocks.append(_section(phrases.word("notes"), len(doubts), "yellow", *_parted(doubts)))
    return Group(*_parted(blocks))


def _text(words: str, style: str = "") -> Text:
    # Every word of an article comes through here: nothing that the terminal could act on gets past.
    return Text(one_line(words), style=style, overflow="fold")


def _section(title: str, count: int, style: str, *parts: RenderableType) -> RenderableType:
    return Group(_text(f"{title} ({count})", f"bold {style}"), *parts)


def _parted(blocks: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """
    Put a blank line between blocks.
    """
    for number, block in enumerate(blocks):
        if number:
            yield Text()
        yield block


def _items(texts: Iterable[Text], mark: str = "•") -> Table:
    """
    A list whose items are indented as a whole.
    """
    items = Table.grid(padding=(0, 1))
    items.add_column(no_wrap=True)
    items.add_column(overflow="fold")
    for text in texts:
        items.add_row(Text(mark), text)
    return items


# --- the article and its facts -----------------------------------------------------


def _head(parsed: ParsedArticle, phrases: Phrases) -> RenderableType:
    article, conference = parsed.article, parsed.conference
    title = article.title or (conference and conference.name) or phrases.word("article")
    published = _said(article.published_at, phrases.moment)
    frame = " · ".join(filter(None, [published, "; ".join(map(phrases.byline, article.bylines)), article.url]))
    return Group(_text(title, "bold"), *([_text(frame, "dim")] if frame else []))


def _facts(conference: Conference, phrases: Phrases, width: int) -> RenderableType:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(overflow="fold", max_width=width // 3)
    facts.add_column(overflow="fold")
    for key, fact in _each_fact(conference, phrases):
        if fact:
            facts.add_row(_text(phrases.word(key), "cyan"), _text(fact))
    return facts if facts.row_count else _text(phrases.word("no_facts"))


def _each_fact(conference: Conference, phrases: Phrases) -> Iterator[tuple[str, str | None]]:
    yield "kind", phrases.kind(conference.kind)
    yield "topics", "; ".join(map(phrases.label, conference.topics))
    yield "ordinal", _said(conference.ordinal, str)
    yield "term", _said(conference.term, phrases.term)
    yield "sitting", _said(conference.sitting, phrases.sitting)
    yield "venue", _said(conference.venue, phrases.venue)
    yield "mode", _said(conference.mode, phrases.label)
    yield "organisers", "; ".join(each.name for each in conference.organisers)
    yield "host", _said(conference.host, attrgetter("name"))
    yield "chairs", "; ".join(map(phrases.official, conference.chairs))
    yield "cluster", _said(conference.cluster, phrases.cluster)
    told = {match_key(each.name) for each in conference.cluster.communes} if conference.cluster else set()
    others = [each for each in conference.communes if match_key(each.name) not in told]
    yield "other_communes" if told else "communes", phrases.communes(others)
    yield "review_period", _said(conference.review_period, phrases.period)
    yield "plan_period", _said(conference.plan_period, phrases.period)


def _said(value: T | None, say: Callable[[T], str]) -> str | None:
    return None if value is None else say(value)


# --- who ---------------------------------------------------------------------------


def _participants(conference: Conference, phrases: Phrases, width: int) -> Iterator[RenderableType]:
    people = conference.participants
    if people:
        listed = _people_table(people, phrases) if width >= _ROOM_FOR_TABLE else _people_list(people, phrases)
        yield _section(phrases.word("participants"), len(people), "cyan", listed)
    if conference.delegations:
        others = _items(_text(each.text) for each in conference.delegations)
        yield _section(phrases.word("delegations"), len(conference.delegations), "cyan", others)


def _people_table(people: Sequence[Participant], phrases: Phrases) -> Table:
    table = Table(box=box.ROUNDED, show_lines=True, border_style="dim", header_style="")
    for key, least in (("official", 20), ("positions", 20), ("roles", 14)):
        table.add_column(_text(phrases.word(key), "cyan"), min_width=least, overflow="fold")
    for each in people:
        positions = Text("\n").join(_positions(each, phrases))
        table.add_row(_name(each, phrases), positions, _roles(each, phrases))
    return table


def _people_list(people: Sequence[Participant], phrases: Phrases) -> Table:
    return _items(
        Text("\n").join(filter(None, [_name(each, phrases), _roles(each, phrases), *_positions(each, phrases)]))
        for each in people
    )


def _name(participant: Participant, phrases: Phrases) -> Text:
    official = participant.official
    name = _text(phrases.official(official))
    name.stylize("bold", len(name) - len(one_line(official.name)))
    return name


def _positions(participant: Participant, phrases: Phrases) -> list[Text]:
    return [_text(phrases.position(each)) for each in participant.official.positions]


def _roles(participant: Participant, phrases: Phrases) -> Text:
    return _text(", ".join(map(phrases.label, participant.roles)), "green")


# --- what was said -----------------------------------------------------------------


def _findings(conference: Conference, phrases: Phrases) -> Iterator[RenderableType]:
    for kind in FindingKind:
        findings = conference.findings_of(kind)
        if findings:
            said = _by_sector(findings, phrases)
            yield _section(phrases.label(kind), len(findings), _KIND_STYLES[kind], *said)


def _by_sector(findings: Sequence[Finding], phrases: Phrases) -> Iterator[RenderableType]:
    sectors = {each.sector for each in findings}
    for sector in (*Sector, None):
        if sector in sectors:
            if sectors != {None}:
                yield _text(phrases.sector(sector), "italic")
            yield Padding(_items(_finding(each, phrases) for each in findings if each.sector is sector), (0, 0, 0, 2))


def _finding(finding: Finding, phrases: Phrases) -> Text:
    said = _text(finding.statement)
    if finding.speaker:
        said.append(f" ({one_line(finding.speaker)})", "dim")
    if finding.measures:
        said.append(f"\n{one_line('; '.join(_figure(each, phrases) for each in finding.measures))}", "bold")
    return said


def _figure(measure: Measure, phrases: Phrases) -> str:
    figure = phrases.measure(measure)
    return f"{figure} ({phrases.word('baseline').lower()} {measure.baseline})" if measure.baseline else figure


# --- doubts ------------------------------------------------------------------------


def _doubt(text: str, diagnostic: Diagnostic, phrases: Phrases, width: int) -> RenderableType:
    style = _SEVERITY_STYLES[diagnostic.severity]
    head = Text.assemble(
        (one_line(phrases.label(diagnostic.severity)), f"bold {style}"),
        ": ",
        one_line(phrases.reason(diagnostic)),
        (f" [{diagnostic.code}]", "dim"),
    )
    if diagnostic.span is None:
        return head
    # The excerpt is indented by two columns.
    place, shown, carets = explain(text, diagnostic, width=max(10, width - 2)).split("\n")[-3:]
    return Group(
        head,
        Text(place, style="dim"),
        Text(shown, no_wrap=True, overflow="crop"),
        Text(_in_columns(carets, shown), style=f"bold {style}", no_wrap=True, overflow="crop"),
    )


def _in_columns(carets: str, shown: str) -> str:
    """
    Move carets that are counted in code points to where a terminal shows those: marks take no room there.
    """
    start = carets.index("^")
    return " " * cell_len(shown[:start]) + "^" * max(1, cell_len(shown[start : len(carets)]))
