"""
Readings made by hand, and how a terminal shows them.
"""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

from rich.console import Console

from dccs_model import (
    Article,
    Bound,
    Byline,
    Change,
    Cluster,
    Commune,
    CommuneKind,
    Conference,
    ConferenceKind,
    Credit,
    DayPart,
    Delegation,
    Diagnostic,
    Finding,
    FindingKind,
    Measure,
    Official,
    Organisation,
    ParsedArticle,
    PartialDate,
    Participant,
    Period,
    Position,
    Role,
    Sector,
    Severity,
    Sitting,
    Span,
    Topic,
    Venue,
)
from dccs_model.cli.show import render
from dccs_model.formats.phrases import Phrases

TEXT = """\
Hội nghị giao ban cụm Tây quý I/2023

Chiều 5/4/2023, tại xã Bản Mây, cụm Tây tổ chức hội nghị giao ban. Đồng chí Lò Thị Mận chủ trì.
"""

BAN_MAY = Commune(name="Bản Mây", kind=CommuneKind.COMMUNE)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


FILLED = ParsedArticle(
    article=Article(
        text=TEXT,
        title="Hội nghị giao ban cụm Tây quý I/2023",
        url="https://example.org/tin/1",
        published_at=dt.date(2023, 4, 6),
        bylines=[Byline(name="Thanh Tâm", credits=[Credit.TEXT])],
    ),
    conference=Conference(
        kind=ConferenceKind.BRIEFING,
        topics=[Topic.GRASSROOTS_BUILDING, Topic.GRASSROOTS_DEMOCRACY],
        ordinal=3,
        sitting=Sitting(
            start=PartialDate.parse("2023-04-05"), end=PartialDate.parse("2023-04-05"), day_part=DayPart.AFTERNOON
        ),
        venue=Venue(text="nhà văn hóa", commune=BAN_MAY),
        organisers=[Organisation(name="Ban Dân vận Huyện ủy")],
        host=Organisation(name="Đảng ủy xã Bản Mây"),
        cluster=Cluster(name="Tây", communes=[BAN_MAY, Commune(name="Nà Sim")]),
        communes=[BAN_MAY, Commune(name="Khe Trúc")],
        review_period=Period.quarter(2023, 1),
        plan_period=Period.quarter(2023, 2),
        participants=[
            Participant(
                official=Official(
                    name="Lò Thị Mận",
                    honorific="đồng chí",
                    positions=[Position(text="Phó Bí thư Huyện ủy"), Position(text="Chủ tịch HĐND huyện")],
                ),
                roles=[Role.CHAIR, Role.CONCLUDE],
            ),
            Participant(official=Official(name="Vi Văn Quế"), roles=[Role.SPEAK]),
        ],
        delegations=[Delegation(text="lãnh đạo các xã trong cụm")],
        findings=[
            Finding(kind=FindingKind.DIRECTIVE, statement="các xã rà soát hộ nghèo", speaker="Lò Thị Mận"),
            Finding(
                kind=FindingKind.ACHIEVEMENT,
                sector=Sector.FINANCE,
                statement="thu ngân sách tăng khá",
                measures=[
                    Measure(
                        quantity=Decimal("12.5"),
                        unit="%",
                        bound=Bound.MORE_THAN,
                        change=Change.INCREASE,
                        baseline="cùng kỳ năm 2022",
                    ),
                    Measure(quantity=Decimal(1234), unit="triệu đồng"),
                ],
            ),
            Finding(kind=FindingKind.ACHIEVEMENT, sector=Sector.AGRICULTURE, statement="đàn trâu bò ổn định"),
            Finding(kind=FindingKind.SHORTCOMING, sector=Sector.AGRICULTURE, statement="trồng rừng còn chậm"),
        ],
    ),
    diagnostics=[
        Diagnostic(code="year-completed", severity=Severity.INFO, message="the year is 2023", span=at("5/4/2023")),
        Diagnostic(code="of-a-newer-release", severity=Severity.WARNING, message="something new"),
    ],
)


def shown(parsed: ParsedArticle, *, width: int = 80, lang: str = "vi", color: str | None = None) -> str:
    out = Console(
        file=io.StringIO(), width=width, color_system=color, force_terminal=color is not None, markup=False, emoji=False
    )
    out.print(render(parsed, Phrases.of(lang), width))
    return "\n".join(line.rstrip() for line in out.file.getvalue().splitlines())


def full_of(words: str) -> ParsedArticle:
    """
    A reading that says *words* wherever it can say anything.
    """
    place = Commune(name=words)
    official = Official(name=words, honorific=words, positions=[Position(text=words), Position(text="b", title=words)])
    finding = Finding(
        kind=FindingKind.DIRECTIVE,
        statement=words,
        speaker=words,
        measures=[Measure(quantity=Decimal(1), unit=words, baseline=words)],
    )
    return ParsedArticle(
        article=Article(text=words, title=words, url=words, bylines=[Byline(name=words)]),
        conference=Conference(
            name=words,
            venue=Venue(text=words, commune=place),
            organisers=[Organisation(name=words)],
            host=Organisation(name=words),
            cluster=Cluster(name=words, communes=[place]),
            communes=[place],
            review_period=Period.months(2022, 1, 2, words),
            participants=[Participant(official=official, roles=[Role.CHAIR])],
            delegations=[Delegation(text=words)],
            findings=[finding],
        ),
        diagnostics=[
            Diagnostic(code="odd", severity=Severity.ERROR, message=words, span=Span(start=0, end=len(words)))
        ],
    )


#: What `FILLED` looks like, each by the name of its file beside this one.
GOLDEN = {
    "show.vi.80.txt": ("vi", 80),
    "show.en.80.txt": ("en", 80),
    "show.vi.40.txt": ("vi", 40),
    "show.en.40.txt": ("en", 40),
}


def golden(name: str) -> Path:
    return Path(__file__).with_name(name)
