"""
The whole article: its cast, its body, the page around it and the accidents of typing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dccs_model.model import Byline, Caption, ConferenceKind, Credit, FindingKind, Role
from dccs_model.testing.writing.body import Cast, acting, date_words, lead, meeting_words, opening, procedure, sentences
from dccs_model.testing.writing.ink import Ink, fill, joined
from dccs_model.testing.writing.pen import Pen, chance, one_of, phrases
from dccs_model.testing.writing.people import ListStyle, Person, draw_people, introduced
from dccs_model.testing.writing.scene import Scene, draw_scene, unit_words
from dccs_model.testing.writing.work import directives, draw_clauses, plans, section

__all__ = ["draw_cast", "write_page"]


def write_page(pen: Pen) -> Ink:
    """
    Draw a conference and write an article about it.
    """
    scene = draw_scene(pen)
    cast = draw_cast(pen, scene)
    style = ListStyle.draw(pen)
    body = _body(pen, scene, cast, style)
    # A list of lines has to end before anything else is said.
    if chance(pen, 10) and not any("\n" in each.text for each in body):
        body = [joined(" ", body)]
    else:
        body = _with_captions(pen, cast, style, body)
    gap = one_of(pen, ["\n\n", "\n\n", "\n"])
    blocks = _head(pen, scene) + _repeated(pen, body, gap) + _foot(pen)
    return joined(gap, [each for each in blocks if each.text])


def draw_cast(pen: Pen, scene: Scene) -> Cast:
    """
    Draw who has which part.
    """
    chairs = 2 if chance(pen, 4) else 1
    director = int(chance(pen, 2))
    guests = pen.number(0, 3)
    reporter = int(chance(pen, 2))
    speakers = pen.number(0, 1)
    groups = ["leaders"] * (chairs + director)
    groups += [one_of(pen, ["others", "others", "uniformed", "local"]) for _ in range(guests + reporter + speakers)]
    people = iter(draw_people(pen, scene.tier, scene.peoples, [(each, _filling(pen, scene, each)) for each in groups]))

    def take(count: int) -> tuple[Person, ...]:
        return tuple(next(people) for _ in range(count))

    # Who directs is senior to who chairs.
    leaders = sorted(take(chairs + director), key=lambda each: each.seniority)
    leads = tuple(leaders[director:])
    return Cast(
        chairs=leads,
        director=leaders[0] if director else None,
        guests=take(guests),
        reporter=next(iter(take(reporter)), None),
        speakers=take(speakers),
        opener=leads[0] if chance(pen, 4) else None,
        awarder=one_of(pen, leaders) if chance(pen, 4) else None,
    )


def _filling(pen: Pen, scene: Scene, group: str) -> dict[str, Ink | str]:
    if group != "local" or scene.tier == "commune":
        return scene.slots
    return {**scene.slots, "unit": unit_words(one_of(pen, scene.units))}


# ---- the body ---------------------------------------------------------------


def _body(pen: Pen, scene: Scene, cast: Cast, style: ListStyle) -> list[Ink]:
    first = [lead(pen, scene, cast, style), *opening(pen, scene, cast, style)]
    if chance(pen, 4):
        first[0] = Ink(one_of(pen, phrases("pages")["datelines"]["any"])) + first[0]
    paragraphs = [joined(" ", first)] if chance(pen, 2) else [first[0], joined(" ", first[1:])]
    paragraphs += _results(pen, scene, cast, style)
    paragraphs += _discussion(pen, scene, cast, style)
    paragraphs += _asked(pen, scene, cast)
    if cast.awarder:
        paragraphs.append(acting(pen, cast.awarder, style, "award", Role.AWARD, known=True))
    elif chance(pen, 4):
        paragraphs.append(Ink(one_of(pen, sentences("award")["nobody"])))
    return [each for each in paragraphs if each.text]


def _results(pen: Pen, scene: Scene, cast: Cast, style: ListStyle) -> list[Ink]:
    """
    What was reached, what was not, and why.
    """
    reported = [acting(pen, cast.reporter, style, "report", Role.REPORT, known=False)] if cast.reporter else []
    if scene.kind is ConferenceKind.DIALOGUE:
        return reported
    done = draw_clauses(pen, scene, FindingKind.ACHIEVEMENT, pen.number(1, 6))
    written = [joined(" ", [*reported, section(pen, scene, FindingKind.ACHIEVEMENT, done)])]
    wanting = draw_clauses(pen, scene, FindingKind.SHORTCOMING, pen.number(0, 3))
    if wanting:
        gaps = [section(pen, scene, FindingKind.SHORTCOMING, wanting)]
        causes = draw_clauses(pen, scene, FindingKind.CAUSE, pen.number(0, 2))
        gaps += [section(pen, scene, FindingKind.CAUSE, causes)] if causes else []
        # A list of lines can't go on in its last line.
        written += gaps if "\n" in gaps[0].text else [joined(" ", gaps)]
    return written


def _discussion(pen: Pen, scene: Scene, cast: Cast, style: ListStyle) -> list[Ink]:
    written = [procedure(pen)] if chance(pen, 2) else []
    written += [acting(pen, each, style, "speak", Role.SPEAK, known=False) for each in cast.speakers]
    low = 1 if scene.kind is ConferenceKind.DIALOGUE else 0
    asked = draw_clauses(pen, scene, FindingKind.PETITION, pen.number(low, 3))
    if asked:
        written.append(section(pen, scene, FindingKind.PETITION, asked))
    return [joined(" ", written)]


def _asked(pen: Pen, scene: Scene, cast: Cast) -> list[Ink]:
    """
    What the one who directs, the meeting and the chair want done.
    """
    clauses = draw_clauses(pen, scene, FindingKind.DIRECTIVE, pen.number(1, 6))
    written = []
    if cast.director and len(clauses) > 2:
        written.append(directives(pen, scene, cast.director, "speak", clauses[:2]))
        clauses = clauses[2:]
    if len(clauses) > 3:
        written.append(plans(pen, scene, clauses[:2]))
        clauses = clauses[2:]
    return [*written, directives(pen, scene, cast.chairs[0], "conclude", clauses)]


def _with_captions(pen: Pen, cast: Cast, style: ListStyle, body: list[Ink]) -> list[Ink]:
    words = sentences("captions")
    captions = []
    if chance(pen, 2):
        captions.append(Ink(one_of(pen, words["scenes"])))
    if cast.director and chance(pen, 3):
        captions.append(_pictured(pen, cast.director, style, words["speak"], Role.SPEAK))
    if chance(pen, 4):
        captions.append(_pictured(pen, cast.chairs[0], style, words["conclude"], Role.CONCLUDE))
    pages = list(body)
    for caption in captions:
        line = caption + one_of(pen, words["credits"])
        pages.insert(pen.number(1, len(pages)), line.marked("caption", Caption(text=line.text)))
    return pages


def _pictured(pen: Pen, person: Person, style: ListStyle, forms: Sequence[str], role: Role) -> Ink:
    people = introduced(pen, person, style).marked("role", role, person.number)
    return fill(one_of(pen, forms), people=people)


def _repeated(pen: Pen, body: list[Ink], gap: str) -> list[Ink]:
    """
    The body, which some portals print twice.
    """
    ended = [*body[:-1], body[-1].without_tail(".") + "./."] if _may_end(body[-1]) and chance(pen, 3) else body
    return [*ended, joined(gap, [each.plain() for each in ended])] if chance(pen, 24) else ended


def _may_end(last: Ink) -> bool:
    return last.text.endswith(".") and not any(each.kind == "caption" for each in last.marks)


# ---- the page around it -----------------------------------------------------


def _head(pen: Pen, scene: Scene) -> list[Ink]:
    blocks = [_junk(pen, "before")]
    if not chance(pen, 6):
        title = _title(pen, scene)
        blocks.append(title.marked("title"))
        if chance(pen, 10):
            blocks.append(title.plain())
    if scene.published:
        blocks.append(_stamp(pen, scene.published))
    if chance(pen, 12):
        blocks.append(_byline(pen))
    return blocks


def _foot(pen: Pen) -> list[Ink]:
    return [_byline(pen) if chance(pen, 2) else Ink(), _junk(pen, "after")]


def _title(pen: Pen, scene: Scene) -> Ink:
    place = f"{scene.slots['noun']} {scene.slots['district']}"
    where = unit_words(scene.units[0]) if scene.tier == "commune" else Ink(place)
    template = one_of(pen, phrases("pages")["titles"]["any"])
    title = fill(template, name=meeting_words(pen, scene), place=where)
    return title.respelt(str.upper) if chance(pen, 6) else title


def _stamp(pen: Pen, published: dt.date) -> Ink:
    words = phrases("pages")["stamps"]
    weekday = words["weekdays"][published.weekday()]
    if not isinstance(published, dt.datetime):
        stamp = date_words(one_of(pen, words["without_time"]), published, weekday=weekday)
    else:
        time = {"HH": f"{published:%H}", "MM": f"{published:%M}", "views": f"{pen.number(20, 900)}"}
        stamp = date_words(one_of(pen, words["with_time"]), published, weekday=weekday, **time)
    return stamp.marked("published", published)


def _byline(pen: Pen) -> Ink:
    form = one_of(pen, phrases("pages")["bylines"]["forms"])
    name = one_of(pen, phrases("pages")["bylines"]["names"]["plain"])
    name = name.upper() if chance(pen, 4) else name
    value = Byline(name=name, credits=tuple(map(Credit, form["credits"])))
    return fill(form["text"], name=Ink(name).marked("byline", value))


def _junk(pen: Pen, where: str) -> Ink:
    return Ink(one_of(pen, phrases("pages")["junk"][where])) if chance(pen, 8) else Ink()
