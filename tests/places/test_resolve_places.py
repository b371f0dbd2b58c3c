"""
Which units the places of an article mean, and how that was found.
"""

import datetime as dt
import random

import attr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import (
    Area,
    AreaKind,
    Article,
    Cluster,
    Commune,
    CommuneKind,
    Conference,
    Diagnostic,
    FoundBy,
    Level,
    ModelError,
    Organisation,
    ParsedArticle,
    PartialDate,
    Severity,
    Sitting,
    Span,
    Venue,
)
from dccs_model.places import Gazetteer, resolve_places

gazetteer = Gazetteer.default()

STATED, GIVEN, INFERRED = FoundBy

KINDS = {
    "xã": CommuneKind.COMMUNE, "phường": CommuneKind.WARD,
    "thị trấn": CommuneKind.TOWNSHIP, "đặc khu": CommuneKind.SPECIAL_ZONE,
}  # fmt: skip


def commune(said):
    """
    "xã Xuân Dương" or "Xuân Dương", as a reader of an article gives it.
    """
    for word, kind in KINDS.items():
        if said.lower() == word:
            return Commune(name=said, kind=kind)
        if said.startswith(f"{word} "):
            return Commune(name=said.removeprefix(f"{word} "), kind=kind)
    return Commune(name=said)


def article(*communes, cluster=(), text="", on="2022-06-21", **fields):
    sitting = None if on is None else Sitting(start=PartialDate.parse(on))
    members = tuple(map(commune, cluster))
    conference = Conference(
        communes=tuple(map(commune, communes)),
        cluster=Cluster(name="trung tâm", communes=members) if members else None,
        sitting=sitting,
        **fields,
    )
    return ParsedArticle(article=Article(text=text), conference=conference)


def found(parsed):
    """
    Code, way and number of candidates of each commune.
    """
    return [(each.code, each.found_by, len(each.candidates)) for each in parsed.conference.communes]


def messages(parsed):
    return [f"{each.code}: {each.message}" for each in parsed.diagnostics]


SEED = ["xã Xuân Dương", "Thọ Thanh", "Ngọc Phụng", "Thị Trấn"]


def test_the_seed_is_found_by_its_cluster():
    parsed = resolve_places(article(*SEED, cluster=SEED, venue=Venue(text="xã Xuân Dương", commune=commune(SEED[0]))))
    assert [each.code for each in parsed.conference.cluster.communes] == ["15649", "15652", "15655", "15646"]
    for each in (*parsed.conference.communes, *parsed.conference.cluster.communes, parsed.conference.venue.commune):
        assert (each.district.kind, each.district.name, each.district.code) == (
            AreaKind.DISTRICT, "Thường Xuân", "396",
        )  # fmt: skip
        assert (each.province.kind, each.province.name, each.province.code) == (AreaKind.PROVINCE, "Thanh Hóa", "38")
        assert each.found_by is INFERRED
        assert [(ref.kind, ref.name, ref.code, ref.edition) for ref in each.successors] == [
            (CommuneKind.COMMUNE, "Thường Xuân", "15646", "2025-07")
        ]
    assert parsed.diagnostics == ()


def test_the_name_stays_as_it_is_written():
    parsed = resolve_places(article(*SEED, cluster=SEED))
    assert [each.name for each in parsed.conference.communes] == ["Xuân Dương", "Thọ Thanh", "Ngọc Phụng", "Thị Trấn"]
    assert [each.official_name for each in parsed.conference.communes] == [None, None, None, "Thường Xuân"]
    assert {each.kind for each in parsed.conference.communes[:3]} == {CommuneKind.COMMUNE}


CASES = [
    # (why, article, what the caller knows, code, way and candidates of each commune)
    ("the article says the district", article("xã Xuân Dương", text="Huyện ủy Thường Xuân họp."), {},
     [("15649", STATED, 0)]),
    ("the article says the district in capitals, in NFD", article("xã Xuân Dương", text="HUYỆN THƯỜNG XUÂN"), {},
     [("15649", STATED, 0)]),
    ("the article says the province", article("xã Tri Lễ", text="tỉnh Nghệ An", on="2025-07-29"), {},
     [("16756", STATED, 0)]),
    ("the name is the only one of its time", article("xã Thọ Thanh"), {},
     [("15652", STATED, 0)]),
    ("the caller knows the district", article("xã Xuân Dương"), {"district": "huyện Thường Xuân"},
     [("15649", GIVEN, 0)]),
    ("the caller knows the province", article("xã Xuân Dương"), {"province": "Thanh Hóa"},
     [("15649", GIVEN, 0)]),
    ("the caller knows both", article("Thị Trấn"), {"province": "Thanh Hóa", "district": "Thường Xuân"},
     [("15646", GIVEN, 0)]),
    ("a portal keeps the name of its district", article("xã Thường Xuân", on="2025-10-01"), {"district": "Thường Xuân"},
     [("15646", GIVEN, 0)]),
    ("the company of three", article("Xuân Dương", "Thọ Thanh", "Ngọc Phụng"), {},
     [("15649", INFERRED, 0), ("15652", INFERRED, 0), ("15655", INFERRED, 0)]),
    ("two may meet by chance", article("Xuân Dương", "Thọ Thanh"), {},
     [(None, None, 4), ("15652", STATED, 0)]),
    ("nothing says which", article("xã Tri Lễ", on="2025-07-29"), {},
     [(None, None, 2)]),
    ("there is none", article("xã Xuân Nowhere"), {},
     [(None, None, 0)]),
    ("there is none where the caller says", article("xã Tri Lễ"), {"district": "Thường Xuân"},
     [(None, None, 0)]),
    ("the article names another district than the caller", article("xã Xuân Dương", text="với huyện Lộc Bình"),
     {"district": "Thạch Hà"}, [("06607", STATED, 0)]),
    ("the only one lies elsewhere than the article says", article("xã Thọ Thanh", text="Tỉnh ủy Nghệ An"), {},
     [(None, None, 1)]),
    ("nobody is sure of the kind", article("xã Yên Viên", "thị trấn Yên Viên", "Yên Viên", text="huyện Gia Lâm"), {},
     [("00532", STATED, 0), ("00526", STATED, 0), (None, None, 2)]),
    ("the day tells old from new", article("Thường Xuân", on="2025-07-01"), {},
     [("15646", STATED, 0)]),
    ("without a day both are possible", article("Thường Xuân", on=None), {},
     [(None, None, 2)]),
    ("a year in which the list changed", article("Thường Xuân", on="2025"), {},
     [(None, None, 2)]),
    ("nothing is named", article(), {}, []),
]  # fmt: skip


@pytest.mark.parametrize(("parsed", "known", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_known_tells_which_is_meant(parsed, known, expected):
    assert found(resolve_places(parsed, **known)) == expected


def test_an_article_without_a_conference_stays_as_it_is():
    parsed = ParsedArticle(article=Article(text="xã Xuân Dương"))
    assert resolve_places(parsed, province="Thanh Hóa") is parsed


def test_the_day_of_publication_stands_in_for_the_day_of_the_sitting():
    parsed = article("Thường Xuân", on=None)
    published = attr.evolve(parsed.article, published_at=dt.datetime(2025, 7, 1, 9, tzinfo=dt.UTC))
    assert found(resolve_places(attr.evolve(parsed, article=published))) == [("15646", STATED, 0)]


def test_a_district_that_the_article_gives_with_the_commune_comes_first():
    district = Area(name="Lộc Bình", kind=AreaKind.DISTRICT, span=Span(start=2, end=4))
    said = Commune(name="Xuân Dương", kind=CommuneKind.COMMUNE, district=district, span=Span(start=0, end=4))
    parsed = ParsedArticle(article=Article(text="....."), conference=Conference(communes=[said]))
    (one,) = resolve_places(parsed, district="Thường Xuân").conference.communes
    assert (one.district.name, one.found_by) == ("Lộc Bình", STATED)
    assert (one.span, one.district.span) == (said.span, district.span)


def test_several_districts_fit_and_none_is_picked():
    parsed = resolve_places(article("Tân Lập", "Tân Tiến", cluster=["Tân Lập", "Tân Tiến"]))
    fitting = gazetteer.districts_with(["Tân Lập", "Tân Tiến"], on=dt.date(2022, 6, 21))
    assert len(fitting) > 1
    for one in parsed.conference.cluster.communes:
        assert one.code is None
        districts = {gazetteer.get(ref.code, ref.edition).district for ref in one.candidates}
        assert districts == set(fitting)
    assert [each.code for each in parsed.diagnostics] == ["ambiguous-place"] * 2


def test_of_several_fitting_districts_the_article_names_one():
    parsed = article(cluster=["Tân Lập", "Tân Tiến"], text="tại huyện Đồng Phú")
    one = resolve_places(parsed).conference.cluster.communes[0]
    assert (one.district.name, one.found_by) == ("Đồng Phú", STATED)


def test_a_stranger_in_a_list_does_not_hide_the_district():
    names = ["Xuân Dương", "Thọ Thanh", "Ngọc Phụng", "Xuân Cẩm", "Tân Thành", "Nowhere"]
    parsed = resolve_places(article(cluster=names))
    # Xuân Cẩm was a commune of the district once; the one that bears the name now lies elsewhere.
    assert [each.code for each in parsed.conference.cluster.communes] == [
        "15649",
        "15652",
        "15655",
        None,
        "15661",
        None,
    ]
    assert [each.code for each in parsed.diagnostics] == ["ambiguous-place", "unknown-place"]


def test_the_cluster_gives_the_district_of_other_places():
    parsed = resolve_places(
        article("Tân Thành", cluster=SEED, venue=Venue(text="xã Tân Thành", commune=commune("Tân Thành")))
    )
    assert found(parsed) == [("15661", INFERRED, 0)]
    assert parsed.conference.venue.commune == parsed.conference.communes[0]


# Organisers and clusters of districts.


def body(name, level=None):
    return Organisation(name=name, level=level)


BODIES = [
    # (the organiser, its commune, its area, how that was found)
    (body("Đảng ủy xã Xuân Dương", Level.COMMUNE), "15649", None, INFERRED),
    (body("UBND TT Thường Xuân"), "15646", None, INFERRED),
    (body("Huyện ủy Thường Xuân", Level.DISTRICT), None, "396", STATED),
    (body("UBND huyện Thường Xuân"), None, "396", STATED),
    (body("Tỉnh ủy Thanh Hóa", Level.PROVINCE), None, "38", STATED),
    (body("Ban Thường vụ Huyện ủy", Level.DISTRICT), None, "396", INFERRED),
    (body("Ban Dân vận Tỉnh ủy", Level.PROVINCE), None, "38", INFERRED),
    (body("UBND huyện Thường Xuân, tỉnh Thanh Hóa"), None, "396", STATED),
    (body("UBND huyện Châu Thành, tỉnh Bến Tre"), None, "831", STATED),
    (body("UBND huyện Châu Thành"), None, None, None),
    (body("UBND huyện Thường Xuân và UBND huyện Lang Chánh"), None, None, None),
    (body("UBND xã Xuân Dương và xã Thọ Thanh"), None, None, None),
    (body("UBND huyện Nowhere"), None, None, None),
    (body("UBND huyện thường"), None, None, None),
    (body("UBND xã Nowhere"), None, None, None),
    (body("Ban Chỉ đạo"), None, None, None),
    (body("Bộ Nội vụ", Level.CENTRAL), None, None, None),
]


@pytest.mark.parametrize(("organiser", "code", "area", "way"), BODIES, ids=[each[0].name for each in BODIES])
def test_an_organiser_carries_the_unit_it_is_of(organiser, code, area, way):
    parsed = resolve_places(article(*SEED, cluster=SEED, organisers=[organiser], host=organiser))
    (one,) = parsed.conference.organisers
    assert parsed.conference.host == one
    assert (one.name, one.level) == (organiser.name, organiser.level)
    assert (one.commune and one.commune.code, one.area and one.area.code) == (code, area)
    assert (one.commune or one.area or Area(name="none")).found_by is way


def test_without_a_known_district_a_body_has_none():
    parsed = resolve_places(article("Xuân Dương", organisers=[body("Huyện ủy", Level.DISTRICT)]))
    assert parsed.conference.organisers == (body("Huyện ủy", Level.DISTRICT),)


def test_a_cluster_of_districts():
    areas = [Area(name=name, kind=AreaKind.DISTRICT) for name in ("Thường Xuân", "Lang Chánh", "Châu Thành")]
    conference = Conference(cluster=Cluster(areas=areas), sitting=Sitting(start=PartialDate.parse("2022-06-21")))
    parsed = ParsedArticle(article=Article(text=""), conference=conference)
    assert [each.code for each in resolve_places(parsed).conference.cluster.areas] == ["396", "388", None]


# What is said of what stays in doubt.


def test_doubts_are_told_with_all_that_is_known():
    parsed = article("xã Tri Lễ", "Xuân Nowhere", on="2025-07-29")
    assert messages(resolve_places(parsed)) == [
        (
            "ambiguous-place: xã Tri Lễ can be xã Tri Lễ, tỉnh Lạng Sơn (06313 of 2025-07);"
            " xã Tri Lễ, tỉnh Nghệ An (16756 of 2025-07)"
        ),
        "unknown-place: no commune named Xuân Nowhere is known on 2025-07-29",
    ]
    assert messages(resolve_places(parsed, district="Thường Xuân"))[1] == (
        "unknown-place: no commune named Xuân Nowhere is known in huyện Thường Xuân on 2025-07-29"
    )


def test_a_message_is_no_list_of_all():
    (message,) = messages(resolve_places(article("Thị Trấn")))
    assert message.startswith("ambiguous-place: Thị Trấn can be thị trấn ")
    assert message.endswith(" more")
    assert len(message) < 1200


def test_doubts_stand_in_the_order_of_the_text():
    before = Diagnostic(code="cut-off", severity=Severity.WARNING, message="cut", span=Span(start=5, end=9))
    said = [attr.evolve(commune("Nowhere"), span=Span(start=at, end=at + 1)) for at in (2, 7)]
    parsed = ParsedArticle(
        article=Article(text="." * 9),
        conference=Conference(communes=[said[0], attr.evolve(said[1], name="Nowhere Else")]),
        diagnostics=[before],
    )
    assert [each.code for each in resolve_places(parsed).diagnostics] == ["unknown-place", "cut-off", "unknown-place"]


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"district": "Nowhere"}, "no district 'Nowhere'; give its name"),
        ({"province": "Nowhere"}, "no province 'Nowhere'; give its name"),
        ({"district": "Thường Xuân", "province": "Nghệ An"}, "no district 'Thường Xuân' in Nghệ An"),
    ],
)
def test_the_caller_must_name_what_there_is(known, message):
    with pytest.raises(ModelError, match=message):
        resolve_places(article("Xuân Dương"), **known)


def test_another_gazetteer_can_be_given():
    parsed = article(*SEED, cluster=SEED)
    assert resolve_places(parsed, gazetteer=gazetteer) == resolve_places(parsed)


# Laws.

COMMUNES = [each for each in gazetteer if each.valid_from is None and each.not_before is None]


def _drawn(seed):
    rng = random.Random(seed)
    district = rng.choice(COMMUNES).district
    members = gazetteer.communes_of(district, on=dt.date(2022, 6, 21))
    return district, rng.sample(members, min(len(members), rng.randint(2, 6)))


@given(st.integers())
def test_no_cluster_is_taken_for_another_district(seed):
    district, members = _drawn(seed)
    parsed = resolve_places(article(cluster=[each.name for each in members]))
    for one, meant in zip(parsed.conference.cluster.communes, members, strict=True):
        assert one.code in (None, meant.code)
        assert one.code or meant.code in [each.code for each in one.candidates]
        assert one.district is None or one.district == district


@given(st.integers(), st.sampled_from([{}, {"province": "Thanh Hóa"}, {"district": "Thường Xuân"}]))
def test_resolving_twice_changes_nothing(seed, known):
    names = [each.name for each in _drawn(seed)[1]]
    once = resolve_places(article(*names, cluster=names[:3], organisers=[body("Đảng ủy xã " + names[0])]), **known)
    assert resolve_places(once, **known) == once


@given(st.integers())
def test_the_caller_helps_where_the_article_leaves_doubt(seed):
    district, members = _drawn(seed)
    parsed = resolve_places(article(cluster=[each.name for each in members]))
    province = gazetteer.province_of(district).name
    helped = resolve_places(parsed, district=district.name, province=province)
    for before, after in zip(parsed.conference.cluster.communes, helped.conference.cluster.communes, strict=True):
        assert before.code in (None, after.code)
        assert after.code is not None or len(after.candidates) == 2


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=4), st.text())
def test_any_names_and_any_text_can_be_resolved(names, text):
    parsed = resolve_places(article(*names, cluster=names, text=text))
    assert [each.name for each in parsed.conference.communes] == [commune(name).name for name in names]
