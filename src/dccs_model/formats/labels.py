"""
What people read for what the model says, in Vietnamese and in English.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

import attr

from dccs_model.formats._scalars import decimal_text
from dccs_model.model import PartialDate

__all__ = ["LANGUAGES", "Language"]

#: The languages that there are labels in.
LANGUAGES = ("vi", "en")


@attr.frozen
class Language:
    """
    The labels of one language, and its ways to write dates and numbers.
    """

    #: One of `LANGUAGES`.
    code: str
    _tables: Mapping[str, Mapping[str, Mapping[str, Any]]] = attr.field(repr=False, eq=False)

    @classmethod
    def of(cls, code: str) -> Language:
        """
        Return the language of a *code* such as "vi".

        Raises:
            ValueError: if there are no labels in it.
        """
        if code not in LANGUAGES:
            raise ValueError(f"no labels in {code!r}; known languages are {', '.join(LANGUAGES)}")
        return cls(code, _tables())

    def label(self, member: Enum) -> str:
        """
        Return the label of a member of an enum of the model, with a capital.

        >>> from dccs_model import Role
        >>> Language.of("vi").label(Role.CHAIR)
        'Chủ trì'
        """
        return str(self._tables[type(member).__name__][member.value][self.code])

    def word(self, key: str) -> str:
        """
        Return a word of the document that is no label, such as a heading.
        """
        return str(self._tables["words"][key][self.code])

    def style(self, key: str) -> Any:
        """
        Return how something is put together: a pattern or its parts.
        """
        return self._tables["style"][key][self.code]

    def date(self, date: PartialDate | dt.date) -> str:
        """
        Write a day, a month or a year.

        >>> vi, en = Language.of("vi"), Language.of("en")
        >>> vi.date(PartialDate.parse("2022-06-21")), en.date(PartialDate.parse("2022-06"))
        ('21/06/2022', 'June 2022')
        """
        known = date if isinstance(date, PartialDate) else PartialDate.of(date)
        pattern = "year" if known.month is None else "month" if known.day is None else "day"
        month_name = "" if known.month is None else self.style("month_names")[known.month - 1]
        written: str = self.style(pattern).format(
            year=known.year, month=known.month, day=known.day, month_name=month_name
        )
        return written

    def number(self, number: Decimal) -> str:
        """
        Write a number with the marks of the language.

        >>> Language.of("vi").number(Decimal("1234.5")), Language.of("en").number(Decimal("1234.5"))
        ('1.234,5', '1,234.5')
        """
        whole, point, fraction = decimal_text(number).partition(".")
        minus, digits = whole[: whole.count("-", 0, 1)], whole.lstrip("-")
        if digits.isdecimal():
            digits = _in_threes(digits, self.style("thousands"))
        return minus + digits + (self.style("decimal_point") if point else "") + fraction


def _in_threes(digits: str, mark: str) -> str:
    first = len(digits) % 3
    threes = [digits[start : start + 3] for start in range(first, len(digits), 3)]
    return mark.join([digits[:first], *threes] if first else threes)


@functools.cache
def _tables() -> Mapping[str, Any]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))
