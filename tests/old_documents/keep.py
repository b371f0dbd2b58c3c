"""
Keep documents of the version that is written today; one that is there already is left as it is.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "formats"))

from formats_values import FILLED, FILLED_CONFERENCE  # noqa: E402 - it stands in the folder that was just added

from dccs_model import (  # noqa: E402
    Area,
    AreaKind,
    Article,
    Bound,
    Byline,
    Change,
    Cluster,
    Commune,
    CommuneKind,
    CommuneRef,
    Conference,
    ConferenceKind,
    ConferenceMode,
    Credit,
    DayPart,
    Diagnostic,
    DiagnosticCode,
    Finding,
    FindingKind,
    FoundBy,
    Level,
    Measure,
    Official,
    Organisation,
    ParsedArticle,
    PartialDate,
    Participant,
    Position,
    PositionStatus,
    Rank,
    Role,
    Sector,
    Severity,
    Sitting,
    Topic,
    to_json,
    write_jsonl,
)
from dccs_model.formats.document import VERSION  # noqa: E402
from dccs_model.testing import write_article  # noqa: E402


def every_value() -> ParsedArticle:
    """
    An article that uses every value of every enum.
    """
    ref = CommuneRef(code="00001", edition="2025-07", name="Thọ Sơn", kind=CommuneKind.COMMUNE)
    participants = [
        Participant(official=Official(name=f"Lò Văn {name}", positions=positions), roles=roles)
        for name, positions, roles in [
            ("An", [Position(text=f"ghế {each.value}", rank=each) for each in Rank], Role),
            ("Bình", [Position(text=f"cấp {each.value}", level=each) for each in Level], ()),
            ("Chung", [Position(text=f"vị {each.value}", status=each) for each in PositionStatus], ()),
        ]
    ]
    conference = Conference(
        topics=Topic,
        communes=[
            *(Commune(name=f"Tân {each.value}", kind=each) for each in CommuneKind),
            *(Commune(name=f"Phú {each.value}", district=Area(name="An Hòa", kind=each)) for each in AreaKind),
            *(Commune(name=f"Lập {each.value}", code="00001", found_by=each) for each in FoundBy),
            Commune(name="Thọ", not_before=dt.date(2019, 1, 1), valid_to=dt.date(2025, 6, 30), candidates=[ref, ref]),
        ],
        cluster=Cluster(name="thi đua số 1", areas=[Area(name="An Hòa")]),
        organisers=[Organisation(name="Huyện ủy An Hòa", area=Area(name="An Hòa"))],
        participants=participants,
        findings=[
            *(Finding(kind=each, statement=f"loại {each.value}") for each in FindingKind),
            *(Finding(kind=FindingKind.CAUSE, statement=f"lĩnh vực {each.value}", sector=each) for each in Sector),
            Finding(kind=FindingKind.CAUSE, statement="số liệu", measures=[*_measures()]),
        ],
    )
    codes = [Diagnostic(code=each.value, severity=Severity.INFO, message="một điều còn ngờ") for each in DiagnosticCode]
    severities = [Diagnostic(code="of-tomorrow", severity=each, message="một điều còn ngờ") for each in Severity]
    article = Article(text="Hội nghị giao ban", bylines=[Byline(name="Lò An", credits=Credit)])
    return ParsedArticle(article=article, conference=conference, diagnostics=[*codes, *severities])


def _measures() -> Iterator[Measure]:
    for bound in (None, *Bound):
        for change in (None, *Change):
            yield Measure(quantity=Decimal("12.5"), unit="%", bound=bound, change=change)


def every_kind() -> Iterator[Conference]:
    """
    One conference for each value of what a conference has one of.
    """
    yield from (Conference(kind=kind) for kind in ConferenceKind)
    yield from (Conference(mode=mode) for mode in ConferenceMode)
    for part in DayPart:
        for known in ("2022", "2022-06", "2022-06-21"):
            yield Conference(sitting=Sitting(start=PartialDate.parse(known), day_part=part))


def odd_texts() -> Iterator[ParsedArticle]:
    """
    Articles whose text no other format would leave as it is.
    """
    texts = ["", " ", "\r\n\r\n", "Hội nghị\x00\x1b[31m", "\ud800", "\ufeffHội nghị", "a\u2028b\u0085c", "\U0001f4cc"]
    texts.append(unicodedata.normalize("NFD", "Hội nghị giao ban cụm số 4"))
    yield from (ParsedArticle(article=Article(text=text)) for text in texts)


def far_numbers() -> Conference:
    """
    A conference with numbers that many readers would round.
    """
    quantities = ["0.1", "1234567890123456789.123456789", "1E+100", "-1E-100", "0", "12.50", "1E+400"]
    measures = [Measure(quantity=Decimal(each), unit="tấn") for each in quantities]
    finding = Finding(kind=FindingKind.ACHIEVEMENT, statement="số liệu", measures=measures)
    return Conference(ordinal=2**53 - 1, findings=[finding])


def documents() -> dict[str, str]:
    """
    What is kept: each document by its name.
    """
    return {
        "filled.json": to_json(FILLED, indent=2) + "\n",
        "filled-on-one-line.json": to_json(FILLED),
        "filled-conference.json": to_json(FILLED_CONFERENCE, indent=2) + "\n",
        "every-value.json": to_json(every_value(), indent=2) + "\n",
        "every-kind.jsonl": _lines(every_kind()),
        "odd-texts.jsonl": _lines(odd_texts()),
        "far-numbers.json": to_json(far_numbers(), indent=2) + "\n",
        "articles.jsonl": _lines(write_article(seed).answer for seed in range(6)),
    }


def _lines(values: Iterable[Any]) -> str:
    stream = io.StringIO()
    write_jsonl(values, stream)
    return stream.getvalue()


def main() -> None:
    """
    Write what is missing.
    """
    folder = HERE / str(VERSION)
    folder.mkdir(exist_ok=True)
    for name, document in documents().items():
        path = folder / name
        if path.exists():
            print(f"{path.name} is kept as it is")
        else:
            path.write_bytes(document.encode())
            print(f"{path.name} is new")


if __name__ == "__main__":
    main()
