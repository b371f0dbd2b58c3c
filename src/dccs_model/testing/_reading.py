"""
One side of a comparison: the facts of an answer or of a parse, in one shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import attr

from dccs_model.errors import FormatError
from dccs_model.model import Span, match_key
from dccs_model.testing._tree import Places
from dccs_model.testing.writing.pen import phrases

__all__ = ["Clause", "Fact", "Reading", "fold", "read_document"]

_UNIT = re.compile(r"(?:xã|phường|thị trấn|đặc khu) (?=\S)")
_CLUSTER = re.compile(r"(?:(?:cụm|các xã|số) )+(?=\S)")


@attr.frozen
class Fact:
    """
    One thing that a text says, in the form in which it is compared.
    """

    key: Hashable
    #: The key of whose it is, where it is an official's.
    owner: str | None = attr.field(kw_only=True, default=None)
    #: How people read it.
    shown: str = attr.field(eq=False)
    span: Span | None = attr.field(default=None, eq=False)


@attr.frozen
class Clause:
    """
    Where a finding stands, and what it says of what.
    """

    kind: str
    sector: str | None
    span: Span
    statement: str


@attr.frozen(kw_only=True)
class Reading:
    """
    The facts of one text. A field that is not there is not scored.
    """

    facts: Mapping[str, tuple[Fact, ...]]
    #: None where findings are not scored.
    clauses: tuple[Clause, ...] | None
    #: The keys of the officials of whose positions, or roles, nothing is said.
    silent: Mapping[str, frozenset[str]]


def fold(text: str) -> str:
    """
    The form in which words are compared: as `match_key`, with abbreviations unfolded.
    """
    short = phrases("abbreviations")["words"]
    words = match_key(re.sub(r"t\.ư\b", "trung ương", text.casefold())).split()
    return " ".join(short.get(word, word) for word in words)


def read_document(data: Mapping[str, Any], text: str, *, complete: bool = False) -> Reading:
    """
    Read a document of the wire format that may leave out what it doesn't know.

    A key that is left out says nothing, and null or an empty list says that
    there is none. In a *complete* document a missing key says so too.

    Raises:
        FormatError: if a statement doesn't stand in *text*, or a part has the wrong shape.
    """
    try:
        return _Source(data, text, complete=complete).reading()
    except (AttributeError, KeyError, TypeError, ValueError, InvalidOperation) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"the answer is no document of the wire format: {error!r}") from error


class _LeftOut:
    """
    What an answer says where it says nothing.
    """


_LEFT_OUT = _LeftOut()


class _Source:
    """
    Takes the facts out of one document.
    """

    def __init__(self, data: Mapping[str, Any], text: str, *, complete: bool) -> None:
        self._data = data
        self._text = text
        self._complete = complete

    def reading(self) -> Reading:
        facts = {field: found for field, found in self._facts() if found is not None}
        return Reading(facts=facts, clauses=self._clauses(), silent=self._silent())

    def _get(self, *path: str, of: Any = None) -> Any:
        """
        Follow a path of keys: the value, None where there is none, or `_LEFT_OUT`.
        """
        value: Any = self._data if of is None else of
        for key in path:
            if value is None or value is _LEFT_OUT:
                return value
            value = value.get(key, None if self._complete else _LEFT_OUT)
        return value

    def _single(self, fact: Callable[[Any], Fact], *path: str) -> tuple[Fact, ...] | None:
        value = self._get(*path)
        if value is _LEFT_OUT:
            return None
        return () if value is None else (fact(value),)

    def _listed(self, fact: Callable[[Any], Fact], *path: str) -> tuple[Fact, ...] | None:
        values = self._get(*path)
        if values is _LEFT_OUT:
            return None
        return tuple(dict.fromkeys(fact(each) for each in values or ()))

    def _facts(self) -> Iterator[tuple[str, tuple[Fact, ...] | None]]:
        conference = self._get("conference")
        if conference is not _LEFT_OUT:
            said = conference is not None
            yield "is_conference", (Fact(said, "that it is a conference" if said else "that it is no conference"),)
        yield "title", self._single(_words, "article", "title")
        yield "published", self._single(_moment, "article", "published_at")
        yield "bylines", self._listed(_name, "article", "bylines")
        yield "captions", self._listed(_line, "article", "captions")
        yield "held", self._single(_plain, "conference", "sitting", "start")
        yield "day_part", self._single(_plain, "conference", "sitting", "day_part")
        yield "venue", self._single(_line, "conference", "venue")
        yield "cluster", self._single(_cluster, "conference", "cluster", "name")
        yield "cluster_communes", self._listed(_commune, "conference", "cluster", "communes")
        yield "communes", self._listed(_commune, "conference", "communes")
        yield "review_period", self._single(_period, "conference", "review_period")
        yield "plan_period", self._single(_period, "conference", "plan_period")
        yield from self._people()
        yield "measures", self._measures()

    # ---- people -------------------------------------------------------------

    def _people(self) -> Iterator[tuple[str, tuple[Fact, ...] | None]]:
        people = self._get("conference", "participants")
        if people is _LEFT_OUT:
            return
        people = people or ()
        yield "officials", tuple(dict.fromkeys(_name(each["official"]) for each in people))
        yield "positions", tuple(fact for each in people for fact in self._positions(each))
        yield "roles", tuple(fact for each in people for fact in self._roles(each))

    def _positions(self, person: Mapping[str, Any]) -> Iterator[Fact]:
        official = person["official"]
        name, said = official["name"], self._get("positions", of=official)
        for each in () if said is _LEFT_OUT else said or ():
            yield Fact(fold(each["text"]), f"{name}: {each['text']}", _span(each), owner=fold(name))

    def _roles(self, person: Mapping[str, Any]) -> Iterator[Fact]:
        said = self._get("roles", of=person)
        name = person["official"]["name"]
        for each in () if said is _LEFT_OUT else said or ():
            yield Fact(each, f"{name}: {each}", _span(person["official"]), owner=fold(name))

    def _silent(self) -> Mapping[str, frozenset[str]]:
        people = self._get("conference", "participants")
        people = [] if people is _LEFT_OUT else people or []

        def keys(path: tuple[str, ...]) -> frozenset[str]:
            silent = (each for each in people if self._get(*path, of=each) is _LEFT_OUT)
            return frozenset(fold(each["official"]["name"]) for each in silent)

        return {"positions": keys(("official", "positions")), "roles": keys(("roles",))}

    # ---- findings -----------------------------------------------------------

    def _findings(self) -> Any:
        return self._get("conference", "findings")

    def _measures(self) -> tuple[Fact, ...] | None:
        findings = self._findings()
        if findings is _LEFT_OUT:
            return None
        # Absent values are left out of a document: one list of measures shows that they were looked for.
        looked = self._complete or not findings or any("measures" in each for each in findings)
        if not looked:
            return None
        return tuple(_measure(each) for finding in findings or () for each in finding.get("measures", ()))

    def _clauses(self) -> tuple[Clause, ...] | None:
        findings = self._findings()
        if findings is _LEFT_OUT:
            return None
        places = Places(self._text) if any("span" not in each for each in findings or ()) else None
        taken: set[Span] = set()
        clauses = []
        for number, each in enumerate(findings or ()):
            span = _span(each) or self._located(places, each["statement"], taken, number)
            taken.add(span)
            clauses.append(Clause(each["kind"], each.get("sector"), span, each["statement"]))
        return tuple(clauses)

    def _located(self, places: Places | None, statement: str, taken: set[Span], number: int) -> Span:
        """
        The first place of a statement that no finding before it took.
        """
        spans = places.find(statement) if places else iter(())
        span = next((each for each in spans if each not in taken), None)
        if span is None:
            path = f"$.conference.findings[{number}].statement"
            raise FormatError(f"{statement[:60]!r} doesn't stand in the text; write it as it stands there", path=path)
        return span


def _span(data: Mapping[str, Any]) -> Span | None:
    span = data.get("span")
    return Span(start=span["start"], end=span["end"]) if span else None


def _words(text: str) -> Fact:
    return Fact(fold(text), text)


def _plain(text: str) -> Fact:
    return Fact(text, text)


def _moment(text: str) -> Fact:
    # Datelines give minutes; seconds are noise.
    return Fact(text[:16], text[:16])


def _name(data: Mapping[str, Any]) -> Fact:
    return Fact(fold(data["name"]), data["name"], _span(data))


def _line(data: Mapping[str, Any]) -> Fact:
    return Fact(fold(data["text"]), data["text"], _span(data))


def _cluster(name: str) -> Fact:
    return Fact(_CLUSTER.sub("", fold(name), count=1) if _CLUSTER.match(fold(name)) else fold(name), name)


def _commune(data: Mapping[str, Any]) -> Fact:
    key = fold(data["name"])
    found = _UNIT.match(key)
    return Fact(key[found.end() :] if found else key, data["name"], _span(data))


def _period(data: Mapping[str, Any]) -> Fact:
    return Fact((data["start"], data["end"]), f"{data['start']} to {data['end']}", _span(data))


def _measure(data: Mapping[str, Any]) -> Fact:
    quantity = Decimal(data["quantity"]).normalize()
    # "%" has no letters to fold.
    return Fact((quantity, fold(data["unit"]) or data["unit"]), f"{quantity:f} {data['unit']}", _span(data))
