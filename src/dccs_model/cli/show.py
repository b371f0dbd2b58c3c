"""
``dccs show``: what was read from a text, for people at a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dccs_model.cli.failures import Failure, attempt
from dccs_model.cli.inputs import Source
from dccs_model.cli.layout import items, parted, section, words
from dccs_model.cli.terminal import console, named, one_line
from dccs_model.cli.work import Reading
from dccs_model.errors import excerpt
from dccs_model.formats.facts import Fact, by_sector, facts_of, frame_of, headline
from dccs_model.formats.phrases import Phrases
from dccs_model.model import (
    Article,
    Conference,
    Diagnostic,
    Finding,
    FindingKind,
    Measure,
    ParsedArticle,
    Participant,
    Severity,
)

__all__ = ["render", "show_all"]

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
            out.print(Rule(words(named(source.name)), style="dim"))
        out.print(render(parsed, phrases, out.width))
    return failures


def render(parsed: ParsedArticle, phrases: Phrases, width: int) -> RenderableType:
    """
    Return what was read, laid out for *width* columns.
    """
    article, conference = parsed.article, parsed.conference
    title = headline(article, conference, phrases)
    blocks = [_head(article, title, phrases)]
    if conference is None:
        blocks.append(words(phrases.word("no_conference"), "bold yellow"))
    else:
        blocks.append(_facts(facts_of(conference, title, phrases), phrases, width))
        blocks += _participants(conference, phrases, width)
        blocks += _findings(conference, phrases)
    if parsed.diagnostics:
        doubts = [_doubt(article.text, each, phrases, width) for each in parsed.diagnostics]
        blocks.append(section(phrases.word("notes"), len(doubts), "yellow", *parted(doubts)))
    return Group(*parted(blocks))


# --- the article and its facts -----------------------------------------------------


def _head(article: Article, title: str, phrases: Phrases) -> RenderableType:
    frame = " · ".join(each.text for each in frame_of(article, phrases))
    return Group(words(title, "bold"), *([words(frame, "dim")] if frame else []))


def _facts(facts: Iterable[Fact], phrases: Phrases, width: int) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=width // 3)
    table.add_column(overflow="fold")
    for label, text in facts:
        table.add_row(words(label, "cyan"), words(text))
    return table if table.row_count else words(phrases.word("no_facts"))


# --- who ---------------------------------------------------------------------------


def _participants(conference: Conference, phrases: Phrases, width: int) -> Iterator[RenderableType]:
    people = conference.participants
    if people:
        listed = _people_table(people, phrases) if width >= _ROOM_FOR_TABLE else _people_list(people, phrases)
        yield section(phrases.word("participants"), len(people), "cyan", listed)
    if conference.delegations:
        others = items(words(each.text) for each in conference.delegations)
        yield section(phrases.word("delegations"), len(conference.delegations), "cyan", others)


def _people_table(people: Sequence[Participant], phrases: Phrases) -> Table:
    table = Table(box=box.ROUNDED, show_lines=True, border_style="dim", header_style="")
    for key, least in (("official", 20), ("positions", 20), ("roles", 14)):
        table.add_column(words(phrases.word(key), "cyan"), min_width=least, overflow="fold")
    for each in people:
        positions = Text("\n").join(_positions(each, phrases))
        table.add_row(_name(each, phrases), positions, _roles(each, phrases))
    return table


def _people_list(people: Sequence[Participant], phrases: Phrases) -> Table:
    return items(
        Text("\n").join(filter(None, [_name(each, phrases), _roles(each, phrases), *_positions(each, phrases)]))
        for each in people
    )


def _name(participant: Participant, phrases: Phrases) -> Text:
    official = participant.official
    name = words(phrases.official(official))
    name.stylize("bold", len(name) - len(one_line(official.name)))
    return name


def _positions(participant: Participant, phrases: Phrases) -> list[Text]:
    return [words(phrases.position(each)) for each in participant.official.positions]


def _roles(participant: Participant, phrases: Phrases) -> Text:
    return words(phrases.labels(participant.roles, ", "), "green")


# --- what was said -----------------------------------------------------------------


def _findings(conference: Conference, phrases: Phrases) -> Iterator[RenderableType]:
    for kind in FindingKind:
        findings = conference.findings_of(kind)
        if findings:
            yield section(phrases.label(kind), len(findings), _KIND_STYLES[kind], *_said(findings, phrases))


def _said(findings: Sequence[Finding], phrases: Phrases) -> Iterator[RenderableType]:
    for sector, said in by_sector(findings, phrases):
        if sector is not None:
            yield words(sector, "italic")
        yield Padding(items(_finding(each, phrases) for each in said), (0, 0, 0, 2))


def _finding(finding: Finding, phrases: Phrases) -> Text:
    said = words(finding.statement)
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
    found = excerpt(text, diagnostic.span, width=max(10, width - 2))
    return Group(
        head,
        _place(phrases.line_and_column(found.line, found.column), "dim"),
        _place(found.shown, ""),
        _place(found.carets, f"bold {style}"),
    )


def _place(line: str, style: str) -> Text:
    return Text(f"  {line}", style=style, no_wrap=True, overflow="crop")
