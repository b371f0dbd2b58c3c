"""
Hypothesis strategies: for every model type, for plain Vietnamese text, and for whole written articles.

Importing this module registers the model types, so that ``st.from_type(Conference)``
makes conferences. Every value is valid and shrinks to a plain one.
"""

from __future__ import annotations

import datetime as dt
import types
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attr
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from dccs_model.model import (
    Article,
    Conference,
    Diagnostic,
    DiagnosticCode,
    ParsedArticle,
    PartialDate,
    Participant,
    Period,
    Sitting,
    Span,
    Term,
    Topic,
    match_key,
)
from dccs_model.testing._tree import fitted, rebuilt
from dccs_model.testing.registration import register
from dccs_model.testing.writing.answer import WrittenArticle, write
from dccs_model.testing.writing.ink import Ink
from dccs_model.testing.writing.noise import roughened
from dccs_model.testing.writing.pen import Pen, phrases
from dccs_model.testing.writing.people import draw_name

__all__ = [
    "articles",
    "conferences",
    "noisy_text",
    "parsed_articles",
    "person_names",
    "retyped",
    "spans",
    "values",
    "vietnamese_text",
    "words",
]

T = TypeVar("T")

_FIRST_DAY, _LAST_DAY = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_VIETNAM = dt.timezone(dt.timedelta(hours=7))


# ---- text -------------------------------------------------------------------


@cache
def vietnamese_text(max_words: int = 12) -> SearchStrategy[str]:
    """
    Text of one line that looks like Vietnamese: syllables and a few figures, in NFC.
    """
    known = phrases("words")
    tokens = st.sampled_from([*known["syllables"], *known["numbers"]])
    return st.lists(tokens, min_size=1, max_size=max_words).map(" ".join)


@cache
def words() -> SearchStrategy[str]:
    """
    Any text that a field of the model takes: NFC and not blank, seldom what one would expect.
    """
    anything = st.text(min_size=1, max_size=24).map(lambda text: unicodedata.normalize("NFC", text))
    return st.one_of(vietnamese_text(), anything.filter(str.strip))


@cache
def noisy_text(max_pieces: int = 40) -> SearchStrategy[str]:
    """
    Text that is hard on a reader: Vietnamese with figures, marks, odd spaces, entities and other letters.
    """
    known = phrases("words")
    pieces = st.one_of(
        st.sampled_from(known["syllables"]).map(lambda each: f"{each} "),
        st.sampled_from(known["marks"]),
        st.sampled_from(known["numbers"]),
        st.sampled_from(known["odd"]),
        st.text(max_size=3),
    )
    text = st.lists(pieces, max_size=max_pieces).map("".join)
    form = st.sampled_from(["NFC", "NFD"])
    return st.builds(lambda text, form: unicodedata.normalize(form, text), text, form)


class _DrawnPen:
    """
    A pen whose decisions are drawn by Hypothesis, so that what it writes shrinks.
    """

    def __init__(self, draw: DrawFn) -> None:
        self._draw = draw

    def number(self, low: int, high: int) -> int:
        """
        Return a number from *low* to *high*, both inclusive.
        """
        return low if low == high else self._draw(st.integers(low, high))


@st.composite
def _penned(draw: DrawFn, make: Callable[[Pen], T]) -> T:
    return make(_DrawnPen(draw))


def retyped(text: str) -> SearchStrategy[str]:
    """
    *text* as someone else might have typed it: tone marks, normal form, spaces and line ends differ.

    >>> import hypothesis
    >>> "Hòa" in hypothesis.find(retyped("Hòa Bình"), lambda text: True)
    True
    """
    return _penned(lambda pen: roughened(pen, Ink(text)).text)


def person_names() -> SearchStrategy[str]:
    """
    Full names of officials, Kinh and of the other peoples.
    """
    return _penned(lambda pen: draw_name(pen, woman=bool(pen.number(0, 1))))


def articles() -> SearchStrategy[WrittenArticle]:
    """
    A conference and an article about it, written in one of the genre's many ways.

    The answer holds exactly what the text says, so that any reader can be
    tested against it.
    """
    return _penned(write)


# ---- model values -----------------------------------------------------------


def spans(length: int | None = None) -> SearchStrategy[Span]:
    """
    Spans into a text of *length* code points, or into some text.
    """
    last = 500 if length is None else length
    offsets = st.integers(0, last)
    return st.tuples(offsets, offsets).map(lambda pair: Span(start=min(pair), end=max(pair)))


def values(cls: type[T]) -> SearchStrategy[T]:
    """
    Valid values of one model type.
    """
    made: SearchStrategy[T] = _values(cls)  # type: ignore[arg-type]  # a class hashes
    return made


def conferences() -> SearchStrategy[Conference]:
    """
    Conferences with any facts.
    """
    return values(Conference)


def parsed_articles() -> SearchStrategy[ParsedArticle]:
    """
    Parsed articles whose spans lie inside their text; the facts are any, and seldom what stands there.
    """
    return values(ParsedArticle)


@cache
def _values(cls: type[Any]) -> SearchStrategy[Any]:
    special = _SPECIAL.get(cls)
    return special() if special else _built(cls)


def _built(cls: type[Any], **special: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """
    Values of *cls* with every field drawn by its type, but for the *special* ones.

    The fields are those that the class has, so that a new one is drawn too.
    """
    hints = get_type_hints(cls)
    names = [each.name for each in attr.fields(cls)]
    parts = {name: special[name] if name in special else _of_hint(hints[name]) for name in names}

    @st.composite
    def model_values(draw: DrawFn) -> Any:
        return fitted(cls, {}, {name: draw(part) for name, part in parts.items()})

    return model_values()


def _of_hint(hint: Any) -> SearchStrategy[Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        ordered = sorted(inner, key=lambda each: each is not type(None))
        return st.one_of([_of_hint(each) for each in ordered])
    if origin is tuple:
        return _tuples(inner[0])
    if isinstance(hint, type) and attr.has(hint):
        return st.deferred(lambda: values(hint))
    plain = _PLAIN.get(hint)
    return plain() if plain else st.from_type(hint)


def _tuples(item: Any) -> SearchStrategy[Any]:
    unique = isinstance(item, type) and issubclass(item, Enum)
    return st.lists(_of_hint(item), max_size=2, unique=unique).map(tuple)


_PLAIN: dict[Any, Callable[[], SearchStrategy[Any]]] = {
    type(None): st.none,
    str: words,
    int: lambda: st.integers(1, 99),
    Decimal: lambda: st.decimals(-(10**15), 10**15, places=4) | st.integers(0, 999).map(Decimal),
    dt.date: lambda: st.dates(_FIRST_DAY, _LAST_DAY),
    dt.datetime: lambda: st.datetimes(
        dt.datetime.combine(_FIRST_DAY, dt.time()),
        dt.datetime.combine(_LAST_DAY, dt.time()),
        timezones=st.sampled_from([_VIETNAM, dt.UTC]),
    ),
    dt.time: st.times,
}


# ---- types with laws of their own -------------------------------------------


def _partial_dates() -> SearchStrategy[PartialDate]:
    days = st.dates(_FIRST_DAY, _LAST_DAY)
    known = st.sampled_from(["year", "month", "day"])

    def made(day: dt.date, known: str) -> PartialDate:
        month = None if known == "year" else day.month
        return PartialDate(year=day.year, month=month, day=day.day if known == "day" else None)

    return st.builds(made, days, known)


def _sittings() -> SearchStrategy[Sitting]:
    dates = st.lists(values(PartialDate), max_size=2).map(lambda each: sorted(each, key=lambda date: date.earliest))
    return st.builds(
        lambda dates, sitting: attr.evolve(sitting, **dict(zip(("start", "end"), dates, strict=False))),
        dates,
        _built(Sitting, start=st.none(), end=st.none()),
    )


def _periods() -> SearchStrategy[Period]:
    days = st.dates(_FIRST_DAY, _LAST_DAY)
    pairs = st.tuples(days, days).map(sorted)
    day = st.just(_FIRST_DAY)
    return st.builds(
        lambda pair, period: attr.evolve(period, start=pair[0], end=pair[1]), pairs, _built(Period, start=day, end=day)
    )


def _terms() -> SearchStrategy[Term]:
    number = _built(Term, number=st.integers(1, 99))
    return st.one_of(number, _built(Term, number=st.none(), period=values(Period)))


def _conferences() -> SearchStrategy[Conference]:
    people = st.lists(values(Participant), max_size=3, unique_by=lambda each: match_key(each.official.name))
    topics = st.lists(st.sampled_from(Topic), max_size=3, unique=True)
    return _built(Conference, participants=people.map(tuple), topics=topics.map(tuple))


def _articles() -> SearchStrategy[Article]:
    return _built(Article, text=st.one_of(vietnamese_text(), noisy_text()))


def _diagnostics() -> SearchStrategy[Diagnostic]:
    newer = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
    return _built(Diagnostic, code=st.one_of(st.sampled_from(DiagnosticCode).map(str), newer))


def _parsed_articles() -> SearchStrategy[ParsedArticle]:
    whole = st.tuples(values(Article), st.none() | values(Conference), _tuples(Diagnostic))

    def made(parts: tuple[Article, Conference | None, tuple[Diagnostic, ...]]) -> ParsedArticle:
        # Spans are drawn freely, and then held inside the text.
        inside = rebuilt(parts, lambda value: _held(value, len(parts[0].text)))
        return ParsedArticle(article=inside[0], conference=inside[1], diagnostics=inside[2])

    return whole.map(made)


def _held(value: Any, length: int) -> Any:
    if not isinstance(value, Span) or value.end <= length:
        return value
    start, end = sorted((value.start % (length + 1), value.end % (length + 1)))
    return Span(start=start, end=end)


_SPECIAL: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    Article: _articles,
    Conference: _conferences,
    Diagnostic: _diagnostics,
    ParsedArticle: _parsed_articles,
    PartialDate: _partial_dates,
    Period: _periods,
    Sitting: _sittings,
    Span: spans,
    Term: _terms,
}

register()
