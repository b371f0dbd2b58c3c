"""
How much work a call does, counted and not timed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

__all__ = ["units"]


def units(call: Callable[[], object]) -> int:
    """
    Count the lines that a call runs in Python, and the functions in C that these call.

    A line counts each time it is run, so that loops count too. What a C
    function does inside is not seen.
    """
    count = 0

    def line(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def function(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event == "c_call"

    tracing, profiling = sys.gettrace(), sys.getprofile()
    sys.settrace(line)
    sys.setprofile(function)
    try:
        call()
    finally:
        sys.settrace(tracing)
        sys.setprofile(profiling)
    return count
