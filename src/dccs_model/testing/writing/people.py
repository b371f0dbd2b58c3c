"""
The officials of an article: drawn, and written in one of the ways newsrooms write them.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from typing import Any

import attr

from dccs_model.model import Level, Position, Rank
from dccs_model.model.matching import match_key
from dccs_model.testing.writing.ink import Ink, fill, joined
from dccs_model.testing.writing.pen import Pen, chance, one_of, phrases

__all__ = ["ListStyle", "Person", "draw_name", "draw_people", "introduced", "listed", "mentioned"]


@attr.frozen
class Person:
    """
    An official as the writer knows them.
    """

    #: Which of the article's people it is, from 0.
    number: int
    name: str
    #: What the article puts before the name.
    honorific: str
    #: The posts, each in all its spellings; the first is the fullest.
    posts: tuple[tuple[Ink, ...], ...]
    #: Lower is higher.
    seniority: int


def draw_name(pen: Pen, *, woman: bool, peoples: Collection[str] = (), taken: Collection[str] = ()) -> str:
    """
    Draw a full name of one of *peoples*, or of any, that is none of *taken*, which are matching keys.
    """
    names = phrases("names")["names"]
    pools = [each for each in names if each["woman"] is woman and (not peoples or each["people"] in peoples)]
    drawn = one_of(pen, pools)
    turned = [_from(words, pen.number(0, len(words) - 1)) for words in drawn["parts"]]
    # Where the name is taken, the next one in the list is not far, or stands in another list.
    lists = [turned, *(each["parts"] for each in pools if each is not drawn)]
    options = (" ".join(filter(None, words)) for parts in lists for words in itertools.product(*parts))
    return next(name for name in options if match_key(name) not in taken)


def _from(words: Sequence[str], at: int) -> list[str]:
    return [*words[at:], *words[:at]]


def draw_people(
    pen: Pen, tier: str, peoples: Collection[str], wanted: Sequence[tuple[str, dict[str, Ink | str]]]
) -> list[Person]:
    """
    Draw one person for each of *wanted*, a group of posts and what fills them.

    No two have one name or the same posts.
    """
    register = one_of(pen, ["plain", "plain", "plain", "gendered"])
    plain = one_of(pen, phrases("posts")["honorifics"]["plain"])
    pools = {group: list(pool) for group, pool in phrases("posts")[tier].items()}
    people: list[Person] = []
    taken: set[str] = set()
    for group, slots in wanted:
        pool = pools[group] or pools["others"]
        posts = pool.pop(pen.number(0, len(pool) - 1))
        seniority = phrases("posts")[tier]["leaders"].index(posts) if group == "leaders" else 99
        pools = {key: [each for each in left if not _same_post(posts, each)] for key, left in pools.items()}
        woman = any("Phụ nữ" in each for each in posts) or (group != "uniformed" and chance(pen, 3))
        name = draw_name(pen, woman=woman, peoples=peoples, taken=taken)
        taken.add(match_key(name))
        honorific = _honorific(pen, plain if register == "plain" else register, group, woman=woman)
        spellings = tuple(_spellings(post, slots, tier) for post in posts)
        people.append(Person(len(people), name, honorific, spellings, seniority))
    return people


def _same_post(posts: Sequence[str], others: Sequence[str]) -> bool:
    """
    Whether one body would have two heads.
    """
    mine = {each.split("=")[0] for each in posts}
    return any(
        each.split("=")[0] in mine
        for each in others
        if "|" in each and not each.startswith(("Ủy viên", "Phó Bí thư |"))
    )


def _honorific(pen: Pen, style: str, group: str, *, woman: bool) -> str:
    words = phrases("posts")["honorifics"]
    if style == "gendered":
        return str(words["women" if woman else "men"][0])
    if group == "uniformed" and chance(pen, 2):
        return f"{style} {one_of(pen, words['military'])}"
    return style


def _spellings(post: str, slots: dict[str, Ink | str], tier: str) -> tuple[Ink, ...]:
    return tuple(_post(each, slots, tier) for each in post.split("="))


def _post(template: str, slots: dict[str, Ink | str], tier: str) -> Ink:
    """
    One post, marked with the position that it states.
    """
    words = phrases("posts")
    written = fill(template.replace("|", ""), **slots)
    title = " ".join(words["abbreviations"].get(word, word) for word in written.text.split())
    # Abbreviated posts have no "|": the full title shows where the body begins.
    rank, body = _rank_and_body(title, slots)
    value = Position(
        text=written.text,
        title=title if title != written.text else None,
        rank=rank,
        organisation=body,
        level=_level(template, tier),
    )
    return written.marked("post", value)


def _level(template: str, tier: str) -> Level | None:
    for words, level in phrases("posts")["levels"].items():
        if any(word in template for word in words.split()):
            return Level(tier if level == "tier" else level)
    return None


def _rank_and_body(title: str, slots: dict[str, Ink | str]) -> tuple[Rank | None, str | None]:
    heads: dict[str, str] = phrases("posts")["ranks"]
    for head in sorted(heads, key=len, reverse=True):
        word = fill(head, **slots).text
        if title == word or title.startswith(f"{word} "):
            return Rank(heads[head]), title[len(word) + 1 :] or None
    return (Rank.MEMBER, None) if title.endswith("ủy viên") else (None, None)


# ---- writing ----------------------------------------------------------------


@attr.frozen
class ListStyle:
    """
    How one newsroom puts names and posts beside each other.
    """

    #: Between a name and the first post; "before" where posts come first, "()" for brackets.
    first: str
    #: Between the posts.
    then: str
    #: Whether one "các đồng chí" stands for all.
    shared: bool

    @classmethod
    def draw(cls, pen: Pen) -> ListStyle:
        """
        Draw a style, the plainest first.
        """
        first = one_of(pen, [", ", " - ", " – ", ", ", "- ", "before", " ()", " , "])
        then = one_of(pen, [" - ", ", "]) if first == " - " else ", "
        return cls(first, then, chance(pen, 2))


def introduced(pen: Pen, person: Person, style: ListStyle, *, honorific: bool = True) -> Ink:
    """
    Write a person with all their posts.
    """
    spelt = [one_of(pen, each) for each in person.posts]
    posts = joined(style.then, [_owned(each, person.number) for each in spelt])
    name = Ink(person.name).marked("name", person, person.number)
    if style.first == "before":
        return posts + " " + name
    before = _said_honorific(person) + " " if honorific else Ink()
    if style.first == " ()":
        return before + name + " (" + posts + ")"
    return before + name + style.first + posts


def mentioned(pen: Pen, person: Person, *, by_post: bool = True) -> Ink:
    """
    Write a person who was introduced before: by name, with a post or by post alone.
    """
    way = one_of(pen, ["name", "name", "with post", "post"] if by_post else ["name", "with post"])
    post = _owned(person.posts[-1][0], person.number)
    name = Ink(person.name).marked("name", person, person.number)
    if way == "post":
        return (Ink(person.honorific) + " " + person.posts[-1][0].plain()).marked("mention", None, person.number)
    if way == "with post":
        return _said_honorific(person) + " " + name + ", " + post
    return _said_honorific(person) + " " + name


def _said_honorific(person: Person) -> Ink:
    return Ink(person.honorific).marked("honorific", person.honorific, person.number)


def listed(pen: Pen, people: Sequence[Person], style: ListStyle, role: Any = None) -> Ink:
    """
    Write several people with their posts, all in the same *role*.
    """
    shared = style.shared and len(people) > 1 and style.first != "before"
    shared = shared and all(each.honorific == people[0].honorific for each in people)
    pieces = [introduced(pen, each, style, honorific=not shared).marked("role", role, each.number) for each in people]
    if not shared:
        last = one_of(pen, [" và ", "; "])
        return joined("; ", pieces[:-1]) + last + pieces[-1] if len(pieces) > 1 else pieces[0]
    head = Ink(people[0].honorific.lower())
    for each in people:
        head = head.marked("honorific", each.honorific, each.number)
    return Ink("các ") + head + ": " + joined("; ", pieces)


def _owned(post: Ink, owner: int) -> Ink:
    marks = tuple(attr.evolve(each, owner=owner) if each.kind == "post" else each for each in post.marks)
    return Ink(post.text, marks)
