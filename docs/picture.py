"""
Draw what the library reads in an article: the text on the left, the model on the right.

    python docs/picture.py

It reads ``examples/giao-ban.txt`` and writes ``docs/_static/reading.svg``. What
is drawn is what `parse_article` returns: each fact has a number, and stands in
the text where its span says.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from dccs_model import Conference, Finding, FindingKind, Measure, ParsedArticle, Span, parse_article

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "_static" / "reading.svg"

# One column of a monospaced font, and one line, in pixels.
COLUMN, LINE, SIZE = 7.2, 24, 12
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace"
LEFT, TOP, GAP = 26, 80, 56
TEXT_COLUMNS, FACT_COLUMNS = 66, 60

INK, DIM, PAPER, FRAME = "#1f2430", "#697083", "#ffffff", "#d5d9e2"
PLACE, TIME, PERSON = "#bfe6c8", "#ffe0a3", "#bcdcff"
KINDS = {
    FindingKind.ACHIEVEMENT: "#d3efe9",
    FindingKind.SHORTCOMING: "#fbd5d5",
    FindingKind.CAUSE: "#f5e3d0",
    FindingKind.DIRECTIVE: "#e3d8fb",
    FindingKind.PETITION: "#e8e8c8",
}


class Fact(NamedTuple):
    """
    Something that was read: where in the model it is, what it says, where it stands.
    """

    path: str
    says: str
    colour: str
    spans: tuple[Span | None, ...]


def facts(conference: Conference) -> Iterator[Fact]:
    """
    What the picture shows of a conference.
    """
    if sitting := conference.sitting:
        yield Fact("sitting", f"{sitting.start} {sitting.day_part or ''}", TIME, (sitting.span,))
    if venue := conference.venue:
        yield Fact("venue", venue.text, PLACE, (venue.span,))
    for name, period in (("review_period", conference.review_period), ("plan_period", conference.plan_period)):
        if period:
            yield Fact(name, f"{period.start} … {period.end}", TIME, (period.span,))
    if cluster := conference.cluster:
        communes = ", ".join(each.name for each in cluster.communes)
        yield Fact("cluster", f"{cluster.name}", PLACE, tuple(each.span for each in cluster.communes))
        yield Fact("", communes, "", ())
    for index, each in enumerate(conference.participants):
        official = each.official
        spans = (official.span, *(position.span for position in official.positions))
        yield Fact(f"participants[{index}]", f"{official.name} · {', '.join(each.roles)}", PERSON, spans)
        for position in official.positions:
            yield Fact("", position.text, "", ())
    for index, finding in enumerate(conference.findings):
        yield Fact(f"findings[{index}]", f"{finding.kind} · {finding.sector}", KINDS[finding.kind], (finding.span,))
        for line in said_in(finding):
            yield Fact("", line, "", ())


def said_in(finding: Finding) -> Iterator[str]:
    for measure in finding.measures:
        yield figure(measure)
    if finding.speaker:
        yield f"speaker: {finding.speaker}"


def figure(measure: Measure) -> str:
    """
    A measure on one line.
    """
    parts = [measure.bound, measure.change, measure.quantity, measure.unit]
    against = [f"({measure.baseline})"] if measure.baseline else []
    return " ".join(str(each) for each in [*parts, *against] if each is not None)


def lines_of(text: str) -> Iterator[Span]:
    """
    The text in lines of at most ``TEXT_COLUMNS``, broken between words.
    """
    start = 0
    for paragraph in text.splitlines(keepends=True):
        end = start + len(paragraph.rstrip("\n"))
        at = start
        while end - at > TEXT_COLUMNS:
            space = text.rfind(" ", at, at + TEXT_COLUMNS + 1)
            yield Span(start=at, end=space)
            at = space + 1
        yield Span(start=at, end=end)
        start += len(paragraph)


def draw(parsed: ParsedArticle) -> str:
    """
    The picture, as SVG.
    """
    text = parsed.article.text.rstrip()
    told = list(facts(parsed.conference)) if parsed.conference else []
    lines = list(lines_of(text))
    notes = [
        line for doubt in parsed.diagnostics for line in (f"{doubt.severity} [{doubt.code}]", f"  {doubt.message}")
    ]
    rows = max(len(lines), len(told) + 1 + len(notes))
    right = LEFT + TEXT_COLUMNS * COLUMN + GAP
    width = round(right + FACT_COLUMNS * COLUMN + LEFT)
    height = TOP + rows * LINE + 22
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f'font-family="{FONTS}" font-size="{SIZE}" role="img" aria-label="An article and what is read in it">',
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="10" fill="{PAPER}" stroke="{FRAME}"/>',
        f'<path d="M0 46H{width}M{right - GAP / 2} 46V{height}" stroke="{FRAME}"/>',
        *words(LEFT, 29, "parse_article(text)", INK, bold=True),
        *words(right, 29, "ParsedArticle", INK, bold=True),
        *text_column(text, lines, told),
        *fact_column(right, told, notes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def text_column(text: str, lines: list[Span], told: list[Fact]) -> Iterator[str]:
    for row, line in enumerate(lines):
        y = TOP + row * LINE
        for number, fact in numbered(told):
            for order, span in enumerate(fact.spans):
                yield from marked(line, span, y, fact.colour, number if order == 0 else None)
        yield from words(LEFT, y, line.of(text), INK)


def marked(line: Span, span: Span | None, y: float, colour: str, number: int | None) -> Iterator[str]:
    if span is None or not span.overlaps(line):
        return
    start, end = max(line.start, span.start), min(line.end, span.end)
    x = LEFT + (start - line.start) * COLUMN
    width = (end - start) * COLUMN + 2
    yield f'<rect x="{x - 1:.1f}" y="{y - 14}" width="{width:.1f}" height="19" rx="3" fill="{colour}"/>'
    if number is not None and start == span.start:
        yield badge(x - 1, y - 15, number)


def fact_column(right: float, told: list[Fact], notes: list[str]) -> Iterator[str]:
    numbers = {id(fact): number for number, fact in numbered(told)}
    indent = right + 19 * COLUMN
    for row, fact in enumerate(told):
        y = TOP + row * LINE
        if fact.path:
            yield f'<rect x="{right}" y="{y - 14}" width="{18 * COLUMN:.1f}" height="19" rx="3" fill="{fact.colour}"/>'
            yield badge(right - 13, y - 4, numbers[id(fact)])
            yield from words(right + COLUMN, y, fact.path, INK)
        yield from words(indent, y, shortened(fact.says.strip()), INK if fact.path else DIM)
    for row, note in enumerate(notes, start=len(told) + 1):
        yield from words(right, TOP + row * LINE, note, DIM)


def numbered(told: list[Fact]) -> Iterator[tuple[int, Fact]]:
    return enumerate((fact for fact in told if fact.path), start=1)


def badge(x: float, y: float, number: int) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y}" r="6.5" fill="{INK}"/>'
        f'<text x="{x:.1f}" y="{y + 3}" font-size="8.5" fill="{PAPER}" text-anchor="middle">{number}</text>'
    )


def words(x: float, y: float, says: str, colour: str, *, bold: bool = False) -> Iterator[str]:
    # The length is given, so that every font keeps the words over their marks.
    if says.strip():
        weight = ' font-weight="bold"' if bold else ""
        length = f'textLength="{len(says) * COLUMN:.1f}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"'
        yield f'<text x="{x:.1f}" y="{y}" fill="{colour}"{weight} {length}>{escape(says)}</text>'


def shortened(says: str) -> str:
    most = FACT_COLUMNS - 19
    return says if len(says) <= most else says[: most - 1] + "…"


def picture() -> str:
    """
    The picture of the example article.
    """
    return draw(parse_article((ROOT / "examples" / "giao-ban.txt").read_text("utf-8")))


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8", newline="\n")
