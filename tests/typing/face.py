"""
What type checkers see of the public face; read by them in .ci/run, and never run.

A line that must be refused carries an ignore: a checker that no longer refuses it says so.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, assert_type

from dccs_model import (
    Article,
    BadLine,
    Commune,
    CommuneKind,
    Conference,
    ConferenceKind,
    Diagnostic,
    Finding,
    FindingKind,
    Lexicon,
    Measure,
    Official,
    ParsedArticle,
    ParseError,
    Parser,
    PartialDate,
    Participant,
    Period,
    Position,
    Role,
    Sector,
    Sitting,
    Span,
    from_json,
    json_schema,
    parse_article,
    read_jsonl,
    same_name,
    to_dict,
    to_json,
    to_markdown,
)


def reading(text: str) -> None:
    parsed = parse_article(text, url="urn:x", published_at=dt.date(2024, 10, 11), strict=True)
    assert_type(parsed, ParsedArticle)
    assert_type(parsed.article, Article)
    assert_type(parsed.conference, Conference | None)
    assert_type(parsed.diagnostics, tuple[Diagnostic, ...])
    assert_type(Parser(lexicon=Lexicon.default()).parse(text), ParsedArticle)
    parse_article(b"bytes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_conference(conference: Conference, article: Article) -> None:
    assert_type(conference.kind, ConferenceKind)
    assert_type(conference.sitting, Sitting | None)
    assert_type(conference.chair, Official | None)
    assert_type(conference.with_role(Role.CONCLUDE), tuple[Official, ...])
    assert_type(conference.participants, tuple[Participant, ...])
    assert_type(conference.communes, tuple[Commune, ...])
    assert_type(conference.findings_of(FindingKind.SHORTCOMING), tuple[Finding, ...])
    for finding in conference.findings:
        assert_type(finding.sector, Sector | None)
        assert_type(finding.statement, str)
        assert_type(finding.measures, tuple[Measure, ...])
        assert_type(finding.evidence(article), str | None)
    conference.name = "another"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def values() -> None:
    assert_type(Period.first_half(2022), Period)
    assert_type(PartialDate.parse("2022-06").date, dt.date | None)
    assert_type(Measure(quantity=Decimal("12.5"), unit="%").quantity, Decimal)
    assert_type(same_name("Hoà", "Hòa"), bool)
    assert_type(Commune(name="Tân Phong", kind=CommuneKind.COMMUNE).span, Span | None)
    official = Official(name="Lê Thị Mai Hương", positions=(Position(text="Bí thư Huyện ủy"),))
    assert_type(official.holds("Bí thư Huyện ủy"), bool)
    Span(0, 1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Official(title="no such field")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def formats(parsed: ParsedArticle, lines: list[str]) -> None:
    assert_type(to_json(parsed), str)
    assert_type(to_dict(parsed), dict[str, Any])
    assert_type(from_json(b"{}"), ParsedArticle | Conference)
    assert_type(to_markdown(parsed, lang="en"), str)
    assert_type(json_schema(), dict[str, Any])
    assert_type(read_jsonl(lines), Iterator[ParsedArticle | Conference | BadLine])


def errors(error: ParseError) -> None:
    assert_type(error.diagnostics, tuple[Diagnostic, ...])
    assert_type(error.text, str)
