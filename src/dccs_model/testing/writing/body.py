"""
The sentences about the conference itself: its opening and who did what there.
"""

from __future__ import annotations

import datetime as dt

import attr

from dccs_model.model import ConferenceMode, DayPart, Delegation, PartialDate, Role, Sitting
from dccs_model.testing.writing.ink import Ink, fill, joined
from dccs_model.testing.writing.pen import Pen, chance, one_of, phrases, some_of
from dccs_model.testing.writing.people import ListStyle, Person, introduced, listed, mentioned
from dccs_model.testing.writing.scene import (
    Scene,
    cluster_words,
    member_words,
    organiser_words,
    period_words,
    unit_words,
)

__all__ = ["Cast", "acting", "date_words", "lead", "meeting_words", "opening", "procedure"]


@attr.frozen
class Cast:
    """
    Who has which part in the conference.
    """

    chairs: tuple[Person, ...]
    director: Person | None
    guests: tuple[Person, ...]
    reporter: Person | None
    speakers: tuple[Person, ...]
    #: Who among the chairs and the director opens, and who hands out awards.
    opener: Person | None
    awarder: Person | None


def sentences(name: str) -> dict[str, list[str]]:
    """
    The sentences of one table of ``sentences.toml``.
    """
    table: dict[str, list[str]] = phrases("sentences")[name]
    return table


# ---- when -------------------------------------------------------------------


def date_words(template: str, day: dt.date, **more: str) -> Ink:
    """
    Write a day in the form of *template*.
    """
    numbers = {
        "d": f"{day.day}",
        "dd": f"{day.day:02}",
        "m": f"{day.month}",
        "mm": f"{day.month:02}",
        "y": f"{day.year}",
    }
    return fill(template, **numbers, **more)


def when_words(pen: Pen, scene: Scene, *, late: bool = False) -> Ink:
    """
    Write when the conference was held; *late* for after the verb.
    """
    with_year = not scene.year_is_told or chance(pen, 2)
    form = one_of(pen, sentences("dates")["full" if with_year else "short"])
    date = date_words(form, scene.end)
    if scene.start != scene.end:
        key = "two_days" if (scene.end - scene.start).days == 1 else "days"
        written = fill(one_of(pen, sentences("when")[key]), d1=f"{scene.start.day}", date=date)
    elif scene.clock:
        minute = f"{scene.clock.minute:02}"
        written = fill(one_of(pen, sentences("when")["clock"]), hour=f"{scene.clock.hour}", minute=minute, date=date)
    elif scene.part:
        forms = sentences("when")["late_part" if late else "part"]
        if scene.published and scene.published.timetuple()[:3] != scene.start.timetuple()[:3]:
            # "Sáng nay" is said on the day itself.
            forms = [each for each in forms if " nay" not in each]
        written = fill(one_of(pen, forms), part=phrases("sentences")["parts"][scene.part], date=date)
    else:
        written = fill(one_of(pen, sentences("when")["late_day" if late else "day"]), date=date)
    start, end = PartialDate.of(scene.start), PartialDate.of(scene.end)
    part_of_day = DayPart(scene.part) if scene.part else None
    return written.marked("sitting", Sitting(start=start, end=end, day_part=part_of_day, start_time=scene.clock))


# ---- the opening ------------------------------------------------------------


def meeting_words(pen: Pen, scene: Scene) -> Ink:
    """
    Write the conference's name, with its topic and its periods.
    """
    template = one_of(pen, scene.names)
    topic = Ink(one_of(pen, scene.topic_words))
    if scene.review is None or scene.plan is None:
        return fill(template, topic=topic)
    once = scene.review.year == scene.plan.year and scene.review.form != "year" and not chance(pen, 3)
    review = period_words(pen, scene.review, year=not once)
    plan = period_words(pen, scene.plan, year=True)
    return fill(template, topic=topic, review=review, plan=plan)


def lead(pen: Pen, scene: Scene, cast: Cast, style: ListStyle) -> Ink:
    """
    Write the first sentence, and the ones that say who chairs it and who its cluster is.
    """
    by_cluster = scene.cluster is not None and chance(pen, 2)
    forms = sentences("lead")
    venue = _venue(pen, scene) if chance(pen, 2) else None
    late = venue is None and not scene.clock and scene.start == scene.end and chance(pen, 8)
    template = one_of(pen, forms["with_venue" if venue else "late" if late else "plain"])
    name = meeting_words(pen, scene).marked("meeting", scene)
    tail = template.endswith("{name}")
    if scene.cluster and not by_cluster:
        name = name + " " + cluster_words(scene)
    members_inside = scene.cluster is not None and not by_cluster and tail and chance(pen, 2)
    if members_inside:
        name = name + fill(one_of(pen, phrases("places")["clusters"]["members"]), members=member_words(pen, scene))
    slots = {"when": when_words(pen, scene, late=late), "name": name, "venue": venue or Ink()}
    written = fill(template, organiser=organiser_words(pen, scene, by_cluster=by_cluster), **slots)
    if not members_inside:
        written = written + _mode(pen)
    written = written + _chair_clause(pen, cast, style)
    if scene.cluster and not members_inside:
        written = (
            written
            + " "
            + fill("{Cluster} gồm {members}.", cluster=cluster_words(scene), members=member_words(pen, scene))
        )
    return written


def _venue(pen: Pen, scene: Scene) -> Ink:
    at_commune = scene.tier == "commune" or scene.cluster is not None
    unit = unit_words(one_of(pen, scene.members) if scene.members else scene.units[0])
    slots = {**scene.slots, "unit": unit}
    return fill(one_of(pen, phrases("places")["venues"]["commune" if at_commune else "district"]), **slots).marked(
        "venue"
    )


def _mode(pen: Pen) -> Ink:
    if not chance(pen, 8):
        return Ink()
    hybrid = chance(pen, 2)
    words = one_of(pen, sentences("lead")["hybrid" if hybrid else "online"])
    return Ink(words).marked("mode", ConferenceMode.HYBRID if hybrid else ConferenceMode.ONLINE)


def _chair_clause(pen: Pen, cast: Cast, style: ListStyle) -> Ink:
    people = listed(pen, cast.chairs, style, Role.CHAIR)
    if len(cast.chairs) == 1 and chance(pen, 3):
        return fill(one_of(pen, sentences("chair")["clause"]), people=people) + "."
    forms = sentences("chair")["one" if len(cast.chairs) == 1 else "several"]
    return Ink(". ") + fill(one_of(pen, forms), people=people)


# ---- who did what -----------------------------------------------------------


def opening(pen: Pen, scene: Scene, cast: Cast, style: ListStyle) -> list[Ink]:
    """
    Write who directed and who attended, and who opened.
    """
    written = []
    if cast.director:
        people = listed(pen, [cast.director], style, Role.DIRECT)
        guests = Ink() if cast.guests else _joined_guests(pen, scene)
        written.append(fill(one_of(pen, sentences("direct")["any"]), people=people, guests=guests))
    if cast.guests:
        people = listed(pen, cast.guests, style, Role.ATTEND)
        written.append(fill(one_of(pen, sentences("attend")["any"]), people=people, guests=_joined_guests(pen, scene)))
    elif not cast.director and chance(pen, 2):
        guests = _guests(pen, scene, 2)
        written.append(fill(one_of(pen, sentences("attend")["guests_only"]), guests=guests))
    if cast.opener:
        who = mentioned(pen, cast.opener).marked("role", Role.OPEN, cast.opener.number)
        written.append(fill(one_of(pen, sentences("open")["any"]), who=who))
    return written


def _guests(pen: Pen, scene: Scene, count: int) -> Ink:
    words = [each for each in sentences("guests")[scene.tier] if scene.cluster or "cụm" not in each]
    words = some_of(pen, words, count)
    filled = [fill(each, **scene.slots) for each in words]
    return joined("; ", [each.marked("delegation", Delegation(text=each.text)) for each in filled])


def _joined_guests(pen: Pen, scene: Scene) -> Ink:
    if chance(pen, 2):
        return Ink()
    return fill(one_of(pen, sentences("guests")["joins"]), guests=_guests(pen, scene, pen.number(1, 2)))


def acting(pen: Pen, person: Person, style: ListStyle, what: str, role: Role, *, known: bool) -> Ink:
    """
    Write that a person reports, speaks or hands out awards.
    """
    who = mentioned(pen, person) if known else introduced(pen, person, style)
    report = one_of(pen, phrases("sentences")["report"]["reports"])
    people = who.marked("role", role, person.number)
    return fill(one_of(pen, sentences(what)["any"]), people=people, report=report)


def procedure(pen: Pen) -> Ink:
    """
    Write that the meeting went as meetings go.
    """
    return Ink(one_of(pen, sentences("procedure")["any"]))
