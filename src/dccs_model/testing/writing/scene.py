"""
What an article is about: drawn before a word is written.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Any

import attr

from dccs_model.model import Cluster, Commune, CommuneKind, ConferenceKind, Organisation, Period, Topic
from dccs_model.testing.writing.ink import Ink, fill, joined
from dccs_model.testing.writing.pen import Pen, chance, one_of, phrases, some_of

__all__ = [
    "Phase",
    "Scene",
    "cluster_words",
    "draw_scene",
    "member_words",
    "organiser_words",
    "period_words",
    "unit_words",
]

VIETNAM = dt.timezone(dt.timedelta(hours=7), "+07")
#: Districts were abolished on that day.
REFORM = dt.date(2025, 7, 1)


@attr.frozen
class Phase:
    """
    A period as the writer knows it: its form and the numbers in its words.
    """

    form: str
    year: int
    #: The quarter or the month, where the form has one.
    number: int
    #: Whether it is what is looked back on.
    review: bool

    @property
    def period(self) -> Period:
        """
        The days it covers.
        """
        if self.form == "half":
            return Period.first_half(self.year) if self.review else Period.second_half(self.year)
        if self.form == "nine":
            return Period.months(self.year, 1, 9) if self.review else Period.months(self.year, 10, 12)
        if self.form == "quarter":
            return Period.quarter(self.year, self.number)
        if self.form == "month":
            return Period.month(self.year, self.number)
        return Period.whole_year(self.year)


@attr.frozen
class Scene:
    """
    The facts of one conference that its article is written from.
    """

    #: "district" or "commune".
    tier: str
    #: The district's or the commune's words: party, noun, kind, unit …
    slots: dict[str, Ink | str]
    #: The communes that it may name.
    units: tuple[str, ...]
    #: The cluster, where it is a cluster's conference.
    cluster: str | None
    members: tuple[str, ...]
    kind: ConferenceKind
    names: tuple[str, ...]
    topics: tuple[Topic, ...]
    topic_words: tuple[str, ...]
    #: What its findings are about; any where there are none.
    sectors: tuple[str, ...]
    #: Whose names its officials have, as in ``names.toml``.
    peoples: tuple[str, ...]
    review: Phase | None
    plan: Phase | None
    start: dt.date
    end: dt.date
    #: The part of the day, as the key of its word.
    part: str | None
    clock: dt.time | None
    published: dt.date | None

    @property
    def year_is_told(self) -> bool:
        """
        Whether the article ties a year to the date without writing it there.
        """
        if self.published is not None:
            return self.published.year == self.start.year or self.published.month == 1
        return self.review is not None and self.plan is not None and self.review.form != "year"


def split_unit(unit: str) -> tuple[str, str]:
    """
    The kind word and the name of a commune: ("thị trấn", "Thạch Lâm").
    """
    word = next(each for each in phrases("places")["kinds"] if unit.startswith(f"{each} "))
    return word, unit.removeprefix(f"{word} ")


def unit_words(unit: str, *, kind: bool = True, known: bool = True) -> Ink:
    """
    Write a commune, with its *kind* word or without; *known* says that its kind is told nearby.
    """
    word, name = split_unit(unit)
    value = Commune(name=name, kind=CommuneKind(phrases("places")["kinds"][word]) if known else None)
    return Ink(unit if kind else name).marked("commune", value)


def draw_scene(pen: Pen) -> Scene:
    """
    Draw a scene, the plainest a cluster's briefing.
    """
    tier = one_of(pen, ["district", "district", "commune"])
    place = one_of(pen, phrases("places")["districts"])
    meeting = one_of(pen, [each for each in phrases("meetings")["meetings"] for _ in range(each["weight"])])
    topic = one_of(pen, phrases("meetings")["topics"])
    topics = tuple(map(Topic, topic["topics"])) if "{topic}" in meeting["names"][0] else ()
    year = pen.number(2016, 2024 if tier == "district" else 2026)
    review, plan = _periods(pen, meeting, year)
    start, end = _days(pen, review, year)
    cluster = one_of(pen, phrases("places")["clusters"]["names"]) if tier == "district" and chance(pen, 2) else None
    units = tuple(some_of(pen, place["communes"], 5))
    members = units[: pen.number(3, 5)] if cluster else ()
    one_day = start == end
    clock = dt.time(one_of(pen, [7, 8, 14]), one_of(pen, [0, 30])) if one_day and chance(pen, 12) else None
    part = one_of(pen, phrases("sentences")["often"]["parts"]) if one_day and not clock and not chance(pen, 4) else None
    return Scene(
        tier=tier,
        slots=_slots(pen, tier, place, units[0]),
        units=units,
        cluster=cluster,
        members=members,
        kind=ConferenceKind(meeting["kind"]),
        names=tuple(meeting["names"]) if meeting["periods"] else (one_of(pen, meeting["names"]),),
        topics=topics,
        topic_words=tuple(topic["names"]),
        sectors=tuple(topic["sectors"]) if topics else (),
        peoples=tuple(place["peoples"]),
        review=review,
        plan=plan,
        start=start,
        end=end,
        part=part,
        clock=clock,
        published=_published(pen, end),
    )


def _slots(pen: Pen, tier: str, place: dict[str, Any], home: str) -> dict[str, Ink | str]:
    """
    The words of the bodies: a district's, or those of the commune *home*.
    """
    words: dict[str, str] = phrases("places")["nouns"][place["noun"]]
    if chance(pen, 6):
        words = {**words, "party": words["party"].lower()}
    slots: dict[str, Ink | str] = {**words, "noun": place["noun"], "district": place["name"], "unit": unit_words(home)}
    if tier == "commune":
        slots["kind"] = split_unit(home)[0]
    return slots


def _periods(pen: Pen, meeting: dict[str, Any], year: int) -> tuple[Phase | None, Phase | None]:
    if not meeting["periods"]:
        return None, None
    form = one_of(pen, phrases("meetings")["reviews"][meeting["kind"]])
    number = {"quarter": (1, 3), "month": (1, 11)}.get(form, (0, 0))
    at = pen.number(*number)
    return Phase(form, year, at, True), Phase(form, year + (form == "year"), at + 1, False)


def _days(pen: Pen, review: Phase | None, year: int) -> tuple[dt.date, dt.date]:
    """
    The first and the last day, near the end of what is reviewed.
    """
    about = review.period.end if review else dt.date(year, pen.number(1, 12), 15)
    start = about + dt.timedelta(days=pen.number(-8, 12))
    last = monthrange(start.year, start.month)[1]
    more = pen.number(1, 2) if chance(pen, 12) else 0
    return start, start.replace(day=min(start.day + more, last))


def _published(pen: Pen, held: dt.date) -> dt.date | None:
    if chance(pen, 3):
        return None
    day = held + dt.timedelta(days=pen.number(0, 3))
    if chance(pen, 3):
        return day
    time = dt.time(pen.number(6, 22), pen.number(0, 59))
    return dt.datetime.combine(day, time, VIETNAM)


def period_words(pen: Pen, span: Phase, *, year: bool) -> Ink:
    """
    Write a period, with its year or without.
    """
    words = phrases("meetings")["periods"][span.form]
    number = ("", "I", "II", "III", "IV")[span.number] if span.form == "quarter" else str(span.number)
    label = fill(one_of(pen, words["review" if span.review else "plan"]), q=number, m=number)
    written = fill(one_of(pen, words["year"]), label=label, y=str(span.year)) if year else label
    return written.marked("review" if span.review else "plan", span.period)


def cluster_words(scene: Scene) -> Ink:
    """
    Write the cluster: "cụm trung tâm".
    """
    return Ink("cụm ") + Ink(scene.cluster or "").marked("cluster", Cluster(name=scene.cluster))


def member_words(pen: Pen, scene: Scene) -> Ink:
    """
    Write the communes of the cluster, with a shared kind, with each its own or with none.
    """
    way = one_of(pen, ["shared", "bare", "each"])
    kinds = {split_unit(each)[0] for each in scene.members}
    if way == "bare":
        return _and_list(pen, [unit_words(each, kind=False, known=False).marked("member") for each in scene.members])
    if way == "each" or len(kinds) > 1:
        return _and_list(pen, [unit_words(each).marked("member") for each in scene.members])
    names = [unit_words(each, kind=False).marked("member") for each in scene.members]
    return Ink(f"các {kinds.pop()}") + one_of(pen, [" ", ": "]) + _and_list(pen, names)


def _and_list(pen: Pen, names: list[Ink]) -> Ink:
    if chance(pen, 2):
        return joined(", ", names)
    return joined(", ", names[:-1]) + " và " + names[-1]


def organiser_words(pen: Pen, scene: Scene, *, by_cluster: bool) -> Ink:
    """
    Write who calls the conference.
    """
    if by_cluster:
        return cluster_words(scene)
    forms = phrases("places")["organisers"][scene.tier]
    written = fill(one_of(pen, forms), **scene.slots)
    return written.marked("organiser", Organisation(name=written.text))
