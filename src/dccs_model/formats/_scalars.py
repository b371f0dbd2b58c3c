"""
How each plain value is written in a document, and read back without guessing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, TypeVar, cast

import attr

from dccs_model.errors import FormatError
from dccs_model.model import PartialDate

__all__ = ["DATE", "SCALARS", "Scalar", "decimal_text", "read_words", "shown"]

T = TypeVar("T")

# The same patterns stand in the JSON Schema, so they keep to what Python and
# ECMA-262 read alike: no \d, which takes any digit of the world in Python.
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_YEAR = "(?!0000)[0-9]{4}"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_SECONDS = r":[0-5][0-9](?:\.[0-9]{1,6})?"
_OFFSET = f"(?:Z|[+-]{_CLOCK}(?:{_SECONDS})?)"
DATE = f"{_YEAR}-{_MONTH}-{_DAY}"
_DATETIME = f"{DATE}T{_CLOCK}(?:{_SECONDS})?{_OFFSET}"
_PARTIAL_DATE = f"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"
_TIME = f"{_CLOCK}(?:{_SECONDS})?{_OFFSET}?"
_DECIMAL = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?"

# Beyond it other readers of JSON take one whole number for another (RFC 8259, section 6).
_LARGEST_WHOLE = 2**53 - 1

# Up to this many zeros are written out; beyond it a number takes an exponent.
_MOST_ZEROS = 64


@attr.frozen
class Scalar:
    """
    One kind of plain value: how it is written, read and described.
    """

    #: What the JSON Schema calls it.
    name: str
    #: From the value to what JSON holds; None where that is the value itself.
    write: Callable[[Any], str] | None
    #: From what JSON holds to the value; raises FormatError or ModelError.
    read: Callable[[object], Any]
    #: The JSON Schema of the written form.
    schema: Mapping[str, Any]


def shown(value: object) -> str:
    """
    Say what *value* is in the words of JSON, in few characters whatever it holds.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text {value!r}" if len(value) <= 40 else f"the text {value[:40]!r}..."
        case int() if abs(value) >= 10**20:
            return "a number of more than 20 digits"
        case int() | float():
            return f"the number {value!r}"
        case list() | tuple():
            return "a list"
        case dict():
            return "an object"
    return f"a value of the type {type(value).__name__}"


def read_words(value: object) -> str:
    """
    Read a text that must say something.
    """
    words = _read_text(value)
    if not words.strip():
        raise FormatError("must not be blank; what is not known is left out")
    return words


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise FormatError(f"expected a text, not {shown(value)}")
    return value


def _read_int(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise FormatError(f"expected a whole number, not {shown(value)}")
    if abs(value) > _LARGEST_WHOLE:
        raise FormatError(f"expected a whole number of at most 15 digits, not {shown(value)}")
    return value


def _matching(pattern: str, expected: str) -> Callable[[object], str]:
    found = re.compile(pattern).fullmatch

    def read(value: object) -> str:
        if not isinstance(value, str) or not found(value):
            raise FormatError(f"expected {expected}, not {shown(value)}")
        return value

    return read


_date_text = _matching(DATE, "a date as 2022-06-21")
_moment_text = _matching(
    f"{DATE}|{_DATETIME}", "a date as 2022-06-21 or a time with its offset as 2022-06-21T09:00:00+07:00"
)
_partial_date_text = _matching(_PARTIAL_DATE, "a date as 2022-06-21, 2022-06 or 2022")
_time_text = _matching(_TIME, "a time as 14:30")
_decimal_text = _matching(_DECIMAL, "a decimal number in a text as '12.5'")


def _read_date(value: object) -> dt.date:
    return _possible(dt.date.fromisoformat, _date_text(value))


def _read_moment(value: object) -> dt.date | dt.datetime:
    text = _moment_text(value)
    moment: type[dt.date] = dt.datetime if "T" in text else dt.date
    return _possible(moment.fromisoformat, text)


def _read_partial_date(value: object) -> PartialDate:
    return PartialDate.parse(_partial_date_text(value))


def _read_time(value: object) -> dt.time:
    return dt.time.fromisoformat(_time_text(value))


def _read_decimal(value: object) -> Decimal:
    text = _decimal_text(value)
    try:
        return Decimal(text)
    except InvalidOperation:
        raise FormatError(f"{shown(text)} is too large or too small a number") from None


def _possible(read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except ValueError as error:
        raise FormatError(f"no such date as {text}: {error}") from None


def decimal_text(value: Decimal) -> str:
    """
    Write a number exactly, in one form for all equal numbers.

    >>> decimal_text(Decimal("12.50")), decimal_text(Decimal("1E+3"))
    ('12.5', '1000')
    """
    if not value:
        return "0"
    sign, digits, place = value.as_tuple()
    figures = "".join(map(str, digits))
    significant = figures.rstrip("0")
    # The model holds finite numbers only, whose exponent is a number.
    exponent = cast("int", place) + len(figures) - len(significant)
    minus = "-" if sign else ""
    if not -_MOST_ZEROS <= exponent <= _MOST_ZEROS:
        return f"{minus}{significant}E{exponent:+d}"
    return minus + _plain(significant, exponent)


def _plain(figures: str, exponent: int) -> str:
    if exponent >= 0:
        return figures + "0" * exponent
    padded = figures.rjust(1 - exponent, "0")
    return f"{padded[:exponent]}.{padded[exponent:]}"


def _time_of_day(value: dt.time) -> str:
    return value.isoformat("auto" if value.second or value.microsecond else "minutes")


def _pattern(description: str, pattern: str) -> dict[str, Any]:
    return {"description": description, "type": "string", "pattern": f"^(?:{pattern})$"}


#: Each annotation of the model that is written as one JSON text or number.
SCALARS: Mapping[Any, Scalar] = MappingProxyType(
    {
        str: Scalar("Text", None, _read_text, {"description": "Any text.", "type": "string"}),
        int: Scalar(
            "Whole",
            None,
            _read_int,
            {
                "description": "A whole number.",
                "type": "integer",
                "minimum": -_LARGEST_WHOLE,
                "maximum": _LARGEST_WHOLE,
            },
        ),
        Decimal: Scalar("Decimal", decimal_text, _read_decimal, _pattern("An exact number.", _DECIMAL)),
        PartialDate: Scalar(
            "PartialDate", str, _read_partial_date, _pattern("A day, a month or a year.", _PARTIAL_DATE)
        ),
        dt.date: Scalar("Date", dt.date.isoformat, _read_date, _pattern("A day.", DATE)),
        dt.time: Scalar("Time", _time_of_day, _read_time, _pattern("A time of the day.", _TIME)),
        dt.date | dt.datetime: Scalar(
            "Moment",
            lambda value: value.isoformat(),
            _read_moment,
            _pattern("A day, or a time with its offset from UTC.", f"{DATE}|{_DATETIME}"),
        ),
    }
)
