"""
Model values for the tests of the formats: one that has everything, and strategies for any.
"""

import datetime as dt
import re
from decimal import Decimal
from enum import Enum
from functools import partial
from types import UnionType
from typing import Any, get_args, get_origin

import attr
from hypothesis import strategies as st

from dccs_model import (
    Area,
    AreaKind,
    Article,
    Bound,
    Byline,
    Caption,
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
    Delegation,
    Diagnostic,
    Finding,
    FindingKind,
    FoundBy,
    Level,
    Measure,
    Mention,
    Official,
    Organisation,
    ParsedArticle,
    PartialDate,
    Participant,
    Period,
    Position,
    PositionStatus,
    Rank,
    Role,
    Sector,
    Severity,
    Sitting,
    Span,
    Term,
    Topic,
    Venue,
    match_key,
)

TEXT = (
    "Giao ban XDCS và thực hiện QCDC cụm vùng cao 6 tháng đầu năm\n\n"
    "09/07/2022 08:11\n\n"
    "Sáng 8/7, tại Hội trường UBND xã Lũng Cao, Ban Thường vụ Huyện ủy tổ chức hội nghị giao ban cụm vùng cao. "
    "Đồng chí Nguyễn Thị Thu Hà, UVBTV, Trưởng Ban Dân vận Huyện ủy chủ trì hội nghị.\n\n"
    "Tổng đàn gia súc đạt 12.450 con, tăng 3,5% so với cùng kỳ năm 2021.\n"
)


def at(words: str) -> Span:
    """
    Return the span of *words* in the text of the filled article.
    """
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


_DISTRICT = Area(name="Mường Sơn", kind=AreaKind.DISTRICT)

#: A commune with what a gazetteer knows of it.
KNOWN_COMMUNE = Commune(
    name="Bản Phố",
    kind=CommuneKind.COMMUNE,
    code="03100",
    edition="2023",
    official_name="Bản Phó",
    district=Area(name="Mường Sơn", kind=AreaKind.DISTRICT, code="088", edition="2023"),
    province=Area(name="Lam Giang", kind=AreaKind.PROVINCE, code="18", edition="2023"),
    valid_from=dt.date(2004, 1, 1),
    not_after=dt.date(2025, 6, 30),
    successors=[CommuneRef(code="03106", edition="2025-07", name="Mường Sơn", kind=CommuneKind.COMMUNE)],
    predecessors=[CommuneRef(code="03100", edition="1999", name="Bản Phố", kind=CommuneKind.COMMUNE)],
    found_by=FoundBy.INFERRED,
)

#: A conference that has something in every field.
FILLED_CONFERENCE = Conference(
    name="Hội nghị giao ban cụm vùng cao 6 tháng đầu năm 2022",
    kind=ConferenceKind.BRIEFING,
    topics=[Topic.GRASSROOTS_BUILDING, Topic.GRASSROOTS_DEMOCRACY],
    ordinal=15,
    term=Term(number=17, period=Period.years(2021, 2026)),
    mode=ConferenceMode.HYBRID,
    sitting=Sitting(
        start=PartialDate.parse("2022-07-08"),
        end=PartialDate.parse("2022-07-08"),
        day_part=DayPart.MORNING,
        start_time=dt.time(8, 30),
        span=at("Sáng 8/7"),
    ),
    venue=Venue(
        text="Hội trường UBND xã Lũng Cao",
        commune=Commune(name="Lũng Cao", kind=CommuneKind.COMMUNE),
        span=at("Hội trường UBND xã Lũng Cao"),
    ),
    organisers=[Organisation(name="Ban Thường vụ Huyện ủy", level=Level.DISTRICT, span=at("Ban Thường vụ Huyện ủy"))],
    host=Organisation(name="Đảng ủy xã Lũng Cao", level=Level.COMMUNE),
    cluster=Cluster(
        name="vùng cao",
        communes=[
            Commune(name="Lũng Cao", kind=CommuneKind.COMMUNE, district=_DISTRICT),
            Commune(name="Thị Trấn", kind=CommuneKind.TOWNSHIP, district=_DISTRICT),
            KNOWN_COMMUNE,
        ],
        span=at("cụm vùng cao"),
    ),
    communes=[Commune(name="Lũng Cao", kind=CommuneKind.COMMUNE), Commune(name="Nậm Khao")],
    review_period=Period.first_half(2022),
    plan_period=Period.second_half(2022),
    participants=[
        Participant(
            official=Official(
                name="Nguyễn Thị Thu Hà",
                positions=[
                    Position(text="UVBTV", title="Ủy viên Ban Thường vụ", rank=Rank.MEMBER, span=at("UVBTV")),
                    Position(
                        text="Trưởng Ban Dân vận Huyện ủy",
                        rank=Rank.HEAD,
                        organisation="Ban Dân vận Huyện ủy",
                        level=Level.DISTRICT,
                    ),
                ],
                honorific="đồng chí",
                span=at("Nguyễn Thị Thu Hà"),
            ),
            roles=[Role.CHAIR, Role.CONCLUDE],
            mentions=[Mention(span=at("Nguyễn Thị Thu Hà"), role=Role.CHAIR)],
        ),
        Participant(
            official=Official(
                name="Lò Văn Inh",
                positions=[Position(text="Bí thư Đảng ủy xã Bản Phố", status=PositionStatus.FORMER)],
                honorific="ông",
            ),
            roles=[Role.SPEAK],
        ),
        Participant(official=Official(name="Giàng A Páo")),
    ],
    delegations=[Delegation(text="lãnh đạo các phòng, ban, đơn vị cấp huyện")],
    findings=[
        Finding(
            kind=FindingKind.ACHIEVEMENT,
            sector=Sector.AGRICULTURE,
            statement="tổng đàn gia súc đạt 12.450 con, tăng 3,5% so với cùng kỳ năm 2021",
            measures=[
                Measure(quantity=Decimal(12450), unit="con", span=at("12.450 con")),
                Measure(quantity=Decimal("3.5"), unit="%", change=Change.INCREASE, baseline="cùng kỳ năm 2021"),
            ],
        ),
        Finding(
            kind=FindingKind.ACHIEVEMENT,
            sector=Sector.FINANCE,
            statement="thu ngân sách ước đạt trên 1.234,5 triệu đồng",
            measures=[Measure(quantity=Decimal("1234.5"), unit="triệu đồng", bound=Bound.MORE_THAN)],
        ),
        Finding(
            kind=FindingKind.SHORTCOMING,
            sector=Sector.INFORMATION,
            statement="công tác tuyên truyền ở một số thôn bản chưa thường xuyên",
        ),
        Finding(kind=FindingKind.CAUSE, statement="địa bàn rộng, đi lại khó khăn"),
        Finding(
            kind=FindingKind.DIRECTIVE,
            sector=Sector.SOCIAL_SECURITY,
            statement="phấn đấu giảm tỷ lệ hộ nghèo ít nhất 4%",
            speaker="Nguyễn Thị Thu Hà",
            measures=[Measure(quantity=Decimal(4), unit="%", bound=Bound.AT_LEAST, change=Change.DECREASE)],
        ),
        Finding(
            kind=FindingKind.PETITION,
            sector=Sector.INFRASTRUCTURE,
            statement="đề nghị huyện sớm sửa chữa tuyến đường vào bản Nậm Khao",
            speaker="Lò Văn Inh",
        ),
        Finding(kind=FindingKind.PETITION, statement="bố trí thêm kinh phí cho ban chỉ đạo"),
    ],
    span=at("hội nghị giao ban"),
)

#: An article that has something in every field.
FILLED = ParsedArticle(
    article=Article(
        text=TEXT,
        title="Giao ban XDCS và thực hiện QCDC cụm vùng cao 6 tháng đầu năm",
        url="https://example.org/tin-tuc/giao-ban_123",
        published_at=dt.datetime(2022, 7, 9, 8, 11, tzinfo=dt.timezone(dt.timedelta(hours=7))),
        bylines=[Byline(name="Thanh Hà", credits=[Credit.TEXT, Credit.PHOTO]), Byline(name="P.V")],
        captions=[Caption(text="Toàn cảnh hội nghị")],
        title_span=at("Giao ban XDCS và thực hiện QCDC cụm vùng cao 6 tháng đầu năm"),
        published_span=at("09/07/2022 08:11"),
    ),
    conference=FILLED_CONFERENCE,
    diagnostics=[
        Diagnostic(
            code="year-completed",
            severity=Severity.WARNING,
            message="8/7 is read as 8/7/2022, the year of publication",
            span=at("Sáng 8/7"),
        ),
        Diagnostic(code="a-code-of-tomorrow", severity=Severity.INFO, message="worth knowing"),
    ],
)

#: An article that tells of no conference.
NO_CONFERENCE = ParsedArticle(
    article=Article(text="Giá lúa hôm nay", title="Giá lúa hôm nay", published_at=dt.date(2022, 7, 9)),
    diagnostics=[
        Diagnostic(
            code="not-a-conference", severity=Severity.WARNING, message="no word for a conference stands in the text"
        )
    ],
)

# --- any value --------------------------------------------------------------------

# JSON cannot tell two halves of a surrogate pair from the one character.
_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONGEST = 40

any_text = st.text(st.characters(exclude_categories=()), max_size=_LONGEST).map(lambda text: _SPLIT_PAIR.sub("", text))
words = any_text.filter(str.strip)
spans = st.lists(st.integers(0, _LONGEST), min_size=2, max_size=2).map(
    lambda ends: Span(start=min(ends), end=max(ends))
)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
decimals = st.decimals(allow_nan=False, allow_infinity=False) | st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-(10**9), 10**9), st.integers(-400, 400)
)
partial_dates = (
    st.dates()
    .flatmap(lambda day: st.sampled_from([f"{day:%Y}".zfill(4), f"{day.isoformat()[:7]}", day.isoformat()]))
    .map(PartialDate.parse)
)

_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(1, 10**6),
    Decimal: decimals,
    PartialDate: partial_dates,
    dt.date: st.dates(),
    dt.time: st.times(),
    dt.date | dt.datetime: st.dates() | st.datetimes(timezones=offsets),
    Span: spans,
}


def values(cls: type[Any]) -> st.SearchStrategy[Any]:
    """
    Return a strategy for a model class, from what its fields may hold.
    """
    if cls is Commune:
        # What a gazetteer adds has rules of its own, which are not those of the formats.
        parts = {
            name: _of(type_) for name, type_ in (("name", str), ("kind", CommuneKind | None), ("span", Span | None))
        }
        return st.builds(Commune, **parts, district=st.none() | values(Area)) | st.just(KNOWN_COMMUNE)
    return st.builds(partial(_made, cls), st.fixed_dictionaries(_fields(cls) | _TOGETHER.get(cls, {})))


def _made(cls: type[Any], fields: dict[str, Any]) -> Any:
    # Parts that belong together are drawn together, under a name of their own.
    for name in [name for name in fields if name.startswith("_")]:
        fields |= fields.pop(name)
    return cls(**fields)


def _ends(of: st.SearchStrategy[Any], first: str = "start", last: str = "end") -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(of, of).map(lambda ends: dict(zip((first, last), sorted(ends, key=str), strict=True)))


def _fields(cls: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    return {each.name: _of(each.type) for each in attr.fields(attr.resolve_types(cls))}


def _of(type_: Any) -> st.SearchStrategy[Any]:
    if type_ in _SCALARS:
        return _SCALARS[type_]
    if type_ is str:
        return words
    if get_origin(type_) is tuple:
        return st.lists(_of(get_args(type_)[0]), max_size=2)
    if get_origin(type_) is UnionType:
        known = [each for each in get_args(type_) if each is not type(None)]
        moment = dt.date | dt.datetime
        return st.none() | (_of(moment) if set(known) == set(get_args(moment)) else _of(known[0]))
    if issubclass(type_, Enum):
        return st.sampled_from(type_)
    return st.deferred(lambda: values(type_))


_TOGETHER: dict[type[Any], dict[str, st.SearchStrategy[Any]]] = {
    Area: {"code": words},
    Article: {"text": any_text.map(lambda text: text + " " * _LONGEST)},
    Conference: {
        "topics": st.lists(st.sampled_from(Topic), unique=True),
        "participants": st.deferred(
            lambda: st.lists(values(Participant), max_size=3, unique_by=lambda each: match_key(each.official.name))
        ),
    },
    Diagnostic: {"code": st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}", fullmatch=True)},
    Participant: {"roles": st.lists(st.sampled_from(Role), unique=True)},
    Period: {"_ends": _ends(st.dates())},
    Sitting: {"_ends": _ends(partial_dates)},
    Term: {"number": st.integers(1, 5000)},
}

parsed_articles = values(ParsedArticle)
conferences = values(Conference)
