"""
Tables of words, read from data files, checked, and compiled once.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from dccs_model.errors import ModelError
from dccs_model.model import (
    AreaKind,
    CommuneKind,
    ConferenceKind,
    DayPart,
    FindingKind,
    Level,
    PositionStatus,
    Rank,
    Role,
    Sector,
    Topic,
)
from dccs_model.text.dates import DateGrammar
from dccs_model.text.phrases import fold, phrases

__all__ = ["Entry", "Hit", "IndexedTable", "Lexicon", "Table"]

#: What an entry of each table may say beside its words and its example, and
#: which values that may have; None lets any text stand.
SCHEMAS: Mapping[str, Mapping[str, frozenset[object] | type]] = MappingProxyType({
    "abbreviations": {"full": str},
    "bodies": {"level": frozenset(Level)},
    "family_names": {"people": str},
    "glue": {"of": frozenset({
        "filler", "behalf", "list", "nominal", "subject", "below", "above", "vague", "at", "past", "group", "unit",
        "higher", "points", "shows", "determiner", "pronoun", "link", "resolves", "lower", "praised", "concession",
        "lookalike", "remedy", "authority",
    })},
    "honorifics": {"kind": frozenset({"address", "rank", "degree", "clergy", "person"}), "plural": bool},
    "meetings": {"of": frozenset({"event", "hold"}), "kind": frozenset(ConferenceKind), "topic": frozenset(Topic)},
    "not_people": {"why": str},
    "page": {"of": frozenset({"junk", "end", "stamp", "caption", "byline"})},
    "periods": {"looks": frozenset({"back", "ahead"}), "weak": bool},
    "places": {
        "commune": frozenset(CommuneKind), "area": frozenset(AreaKind),
        "cluster": frozenset({"not", "opening", "name"}), "venue": frozenset({"hall", "organ"}),
    },
    "polarity": {"kind": frozenset({*FindingKind, "contrast", "connective"}), "weight": int},
    "positions": {"rank": frozenset(Rank), "status": frozenset(PositionStatus)},
    "roles": {"roles": list},
    "sections": {
        "kind": frozenset({*FindingKind, "none"}), "on": frozenset({"heading", "anywhere", "after"}), "source": bool,
        "weak": bool,
    },
    "sectors": {"sector": frozenset(Sector), "weight": int},
    "speech": {
        "kind": frozenset({FindingKind.DIRECTIVE, FindingKind.PETITION}), "stop": bool, "noun": bool, "body": bool,
        "says": frozenset({"asks", "begs", "tells", "admits", "explains", "stresses", "praises"}),
    },
    "time": {"day_part": frozenset(DayPart)},
    "units": {"kind": frozenset({"scale", "money", "measure", "count"})},
})  # fmt: skip

#: What an entry of a table must say for a reader to make use of it.
REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "abbreviations": ("full",), "glue": ("of",), "honorifics": ("kind",), "page": ("of",),
    "periods": ("looks",), "polarity": ("kind",), "roles": ("roles",), "sections": ("kind", "on"),
    "sectors": ("sector",), "units": ("kind",),
})  # fmt: skip


class Entry:
    """
    Words that mean one thing, with what they mean.
    """

    __slots__ = ("example", "get", "meaning", "words")

    def __init__(self, words: tuple[str, ...], example: str, meaning: Mapping[str, Any]) -> None:
        #: The words, in any case and either placement of the tone mark.
        self.words = words
        #: A sentence that holds one of them.
        self.example = example
        own = dict(meaning)
        #: What they mean, by the names of the table's schema.
        self.meaning = MappingProxyType(own)
        #: What the entry says under a name, or None; asking a dict takes a third of the time that its proxy takes.
        self.get: Callable[[str], Any] = own.get

    def __repr__(self) -> str:
        meaning = ", ".join(f"{name}={value}" for name, value in self.meaning.items())
        return f"<Entry {self.words[0]!r} {meaning}>"


class Hit(NamedTuple):
    """
    A phrase of a table, found in folded text.
    """

    #: Offset of its first code point.
    start: int
    #: Offset just past its last.
    end: int
    #: What it means.
    entry: Entry


#: Makes a hit in half the time that its class takes.
_hit: Callable[[tuple[int, int, Entry]], Hit] = partial(tuple.__new__, Hit)


class Table:
    """
    The entries of one kind, with the pattern that finds them.
    """

    __slots__ = ("_by_phrase", "_pattern", "entries")

    def __init__(self, entries: Iterable[Entry], by_phrase: Mapping[str, Entry] | None = None) -> None:
        """
        Make a table of *entries*; *by_phrase* are the same by each folded phrase, where that is known.
        """
        #: The entries, in order; the first that holds a phrase has it.
        self.entries = tuple(entries)
        self._by_phrase = _by_phrase(self.entries) if by_phrase is None else by_phrase
        self._pattern: re.Pattern[str] | None = None

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._by_phrase

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuilt, (type(self), tuple((e.words, e.example, dict(e.meaning)) for e in self.entries)))

    @property
    def pattern(self) -> re.Pattern[str]:
        """
        The pattern that finds the longest of the phrases in folded text.
        """
        if self._pattern is None:
            self._pattern = phrases(self._by_phrase)
        return self._pattern

    def get(self, phrase: str) -> Entry | None:
        """
        Return the entry that holds a folded *phrase*, or None.
        """
        return self._by_phrase.get(phrase)

    def phrases(self) -> Iterable[tuple[str, Entry]]:
        """
        Return each phrase, folded, with the entry that holds it.
        """
        return self._by_phrase.items()

    def find(self, folded: str, start: int, end: int) -> list[Hit]:
        """
        Return each phrase that stands between *start* and *end*, the longest at each place.
        """
        return [self._hit(found) for found in self.pattern.finditer(folded, start, end)]

    def at(self, folded: str, start: int, end: int) -> Hit | None:
        """
        Return the longest phrase that begins at *start* and stops before *end*, or None.
        """
        found = (self._pattern or self.pattern).match(folded, start, end)
        return self._hit(found) if found else None

    def first(self, folded: str, start: int, end: int) -> Hit | None:
        """
        Return the first phrase between *start* and *end*, or None.
        """
        found = (self._pattern or self.pattern).search(folded, start, end)
        return self._hit(found) if found else None

    def where(self, **meaning: Any) -> Table:
        """
        Return the table of those entries that say exactly this.
        """
        return Table(e for e in self.entries if all(e.get(name) == value for name, value in meaning.items()))

    def telling(self, name: str) -> Table:
        """
        Return the table of those entries that say something under *name*.
        """
        return Table(e for e in self.entries if e.get(name) is not None)

    def indexed(self) -> IndexedTable:
        """
        Return the table as one that is asked again and again, about all of a text.
        """
        return IndexedTable(self.entries, self._by_phrase)

    def _hit(self, found: re.Match[str]) -> Hit:
        phrase = found[0]
        entry = self._by_phrase.get(phrase) or self._by_phrase[" ".join(phrase.split())]
        return _hit((*found.span(), entry))


def _by_phrase(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        for word in entry.words:
            found.setdefault(fold(word), entry)
    return found


class IndexedTable(Table):
    """
    A table that only looks up where its phrases stand, in a text that an index with it has read.
    """

    __slots__ = ()

    def find(self, folded: str, start: int, end: int) -> list[Hit]:
        try:
            begins, stops, entries = folded.hits[self]  # type: ignore[attr-defined]
        except (AttributeError, KeyError):
            return super().find(folded, start, end)
        apart: list[Hit] = []
        index = bisect_left(begins, start)
        while (begin := begins[index]) < end:
            stop = stops[index]
            if begin >= start and stop <= end:
                apart.append(_hit((begin, stop, entries[index])))
                start = stop
            index += 1
        return apart

    def at(self, folded: str, start: int, end: int) -> Hit | None:
        try:
            begins, stops, entries = folded.hits[self]  # type: ignore[attr-defined]
        except (AttributeError, KeyError):
            return super().at(folded, start, end)
        index = bisect_left(begins, start)
        if begins[index] == start and stops[index] <= end:
            return _hit((start, stops[index], entries[index]))
        return None

    def first(self, folded: str, start: int, end: int) -> Hit | None:
        try:
            begins, stops, entries = folded.hits[self]  # type: ignore[attr-defined]
        except (AttributeError, KeyError):
            return super().first(folded, start, end)
        index = bisect_left(begins, start)
        while begins[index] < end:
            if stops[index] <= end:
                return _hit((begins[index], stops[index], entries[index]))
            index += 1
        return None


class Lexicon:
    """
    Every table of words that reading uses; immutable.
    """

    __slots__ = ("_tables", "dates")

    def __init__(self, tables: Mapping[str, Table]) -> None:
        unknown = set(tables) ^ set(SCHEMAS)
        if unknown:
            raise ModelError(f"a lexicon has the tables {', '.join(SCHEMAS)}; check {', '.join(sorted(unknown))}")
        self._tables = MappingProxyType(dict(tables))
        #: The grammar of dates, with the parts of the day that the table "time" names.
        self.dates = DateGrammar(word for entry in tables["time"].entries for word in entry.words)

    def __getitem__(self, table: str) -> Table:
        return self._tables[table]

    def __reduce__(self) -> tuple[object, ...]:
        return (Lexicon, (dict(self._tables),))

    def __repr__(self) -> str:
        return f"<Lexicon of {sum(len(each.entries) for each in self._tables.values())} entries>"

    @staticmethod
    @cache
    def default() -> Lexicon:
        """
        Return the lexicon that comes with the library; read once.
        """
        folder = files(__package__)
        return Lexicon({name: _read(name, folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in SCHEMAS})

    def extended(self, **entries: Iterable[Mapping[str, Any]]) -> Lexicon:
        """
        Return a lexicon that knows more words.

        Each keyword names a table, and gives entries in the form of its data
        file. A new entry comes before those that stand, so it wins.

        >>> more = Lexicon.default().extended(sectors=[
        ...     {"sector": "agriculture", "words": ["sâm Ngọc Linh"], "example": "trồng sâm Ngọc Linh"}])

        Raises:
            ModelError: if there is no such table, or an entry breaks its schema.
        """
        tables = dict(self._tables)
        for name, more in entries.items():
            if name not in SCHEMAS:
                raise ModelError(f"no table {name!r}; the tables are {', '.join(SCHEMAS)}")
            new = [_entry(f"{name}[{index}]", name, each) for index, each in enumerate(more)]
            tables[name] = Table([*new, *tables[name].entries])
        return Lexicon(tables)


def _rebuilt(kind: type[Table], entries: tuple[tuple[tuple[str, ...], str, dict[str, Any]], ...]) -> Table:
    return kind(Entry(words, example, meaning) for words, example, meaning in entries)


def _read(name: str, source: str) -> Table:
    document = tomllib.loads(source)
    if document.get("schema") != 1:
        raise ModelError(f"{name}.toml is of schema {document.get('schema')!r}; this release reads schema 1")
    return Table(_entry(f"{name}.toml: entry[{index}]", name, each) for index, each in enumerate(document["entry"]))


def _entry(place: str, table: str, raw: Mapping[str, Any]) -> Entry:
    if not isinstance(raw, Mapping):
        raise ModelError(
            f"{place}: an entry is a mapping of words, example and {', '.join(SCHEMAS[table])}, not {raw!r}"
        )
    schema = SCHEMAS[table]
    unknown = set(raw) - {"words", "example", *schema}
    if unknown:
        raise ModelError(
            f"{place}: unknown key {min(unknown, key=str)!r}; known are words, example, {', '.join(schema)}"
        )
    words = raw.get("words")
    if not isinstance(words, list | tuple) or not words or not all(isinstance(w, str) and w.strip() for w in words):
        raise ModelError(f"{place}: words must be a list of phrases")
    example = raw.get("example")
    if not isinstance(example, str) or not any(fold(phrase) in fold(example) for phrase in words):
        raise ModelError(f"{place}: example must be a sentence that holds one of the words")
    for key, allowed in schema.items():
        value = raw.get(key)
        if value is None and key in REQUIRED.get(table, ()):
            raise ModelError(f"{place}: an entry of {table} must say its {key}")
        if value is None:
            continue
        if isinstance(allowed, type):
            fits = isinstance(value, allowed) and (allowed is bool or not isinstance(value, bool))
        else:
            fits = isinstance(value, str) and value in allowed
        if not fits:
            wanted = allowed.__name__ if isinstance(allowed, type) else ", ".join(sorted(map(str, allowed)))
            raise ModelError(f"{place}: {key} must be one of {wanted}, not {value!r}")
    if table == "roles":
        for role in raw.get("roles", ()):
            if not isinstance(role, str) or role not in frozenset(Role):
                raise ModelError(f"{place}: roles holds {role!r}, which is no role")
    meaning = {key: _member(schema[key], raw[key]) for key in schema if key in raw}
    if schema.get("weight"):
        meaning.setdefault("weight", 1)
    if "roles" in meaning:
        meaning["roles"] = tuple(Role(role) for role in raw["roles"])
    return Entry(tuple(words), example, meaning)


def _member(allowed: frozenset[object] | type, value: object) -> object:
    """
    Return the member of the model's enumeration that a value of a data file names, or the value itself.
    """
    return value if isinstance(allowed, type) else next(each for each in allowed if each == value)
