"""
Where in the text a fact stands.
"""

from __future__ import annotations

from typing import Any

import attr

from dccs_model.errors import ModelError
from dccs_model.model._define import LARGEST, check_whole, model, optional

__all__ = ["Span", "evidence"]


@model
class Span:
    """
    A half-open range of code points in the text of one article.

    The names follow the TextPositionSelector of the W3C Web Annotation Data
    Model (Recommendation of 23 February 2017, section 4.2.5).
    """

    #: Offset of the first code point, from 0.
    start: int = attr.field()
    #: Offset just past the last code point; never before the start.
    end: int = attr.field()

    def __init__(self, *, start: int, end: int) -> None:
        # Of no class are more values made, so that its two numbers are looked at together.
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= LARGEST:
            _check(start, end)
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __contains__(self, other: object) -> bool:
        """
        Whether another span lies inside this one.
        """
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """
        Whether the two share at least one code point.
        """
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """
        Return what stands here in *text*, exactly as it stands.
        """
        return text[self.start : self.end]


_set_start, _set_end = Span.start.__set__, Span.end.__set__  # type: ignore[attr-defined]


def _check(start: int, end: int) -> None:
    check_whole("start", start)
    check_whole("end", end)
    if start < 0:
        raise ModelError(f"start {start} is before the text begins")
    if end < start:
        raise ModelError(f"end {end} is before start {start}")


def evidence() -> Any:
    """
    A field for where in the text a value was read; it takes no part in equality.
    """
    return optional(Span, default=None, eq=False)
