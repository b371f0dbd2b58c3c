"""
Numbers as Vietnamese writes them: the comma parts decimals, the dot thousands.
"""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["NUMBER", "read_number"]

#: A number: "1.234,5", "12,5", "486.300", "07"; never the tail of another one.
NUMBER = r"(?<![\d.,/-])(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?|\d{1,15}(?:,\d{1,4})?)(?![\d])"
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z", re.ASCII)


def read_number(written: str) -> Decimal:
    """
    Return the exact value of a number that `NUMBER` matches.

    >>> read_number("1.234,5")
    Decimal('1234.5')
    """
    if _THOUSANDS.match(written):
        written = written.replace(".", "")
    return Decimal(written.replace(",", "."))
