"""
What went wrong with one input, as a value, so that the others go on.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from dccs_model.cli.terminal import named
from dccs_model.errors import DccsError

__all__ = ["Failure", "UnusableError", "attempt", "reason"]

T = TypeVar("T")


class UnusableError(Exception):
    """
    An input that cannot be used, with what to do about it.
    """


@frozen
class Failure:
    """
    One input that gave nothing, and why.
    """

    #: The input, as people name it.
    name: str
    #: What was wrong and what to do.
    message: str

    def __str__(self) -> str:
        return f"{named(self.name)}: {self.message}"


def attempt(name: str, act: Callable[[], T]) -> T | Failure:
    """
    Return what *act* gives, or the `Failure` of the input *name*; only an end of the whole run gets past it.
    """
    try:
        return act()
    except (UnusableError, DccsError) as error:
        return Failure(name, str(error))
    except OSError as error:
        return Failure(name, reason(error))
    except MemoryError:
        return Failure(name, "there is not enough memory for it")
    except Exception as error:  # noqa: BLE001 - a fault in reading one article is no reason to lose the others
        return Failure(name, _fault(error))


def reason(error: OSError) -> str:
    """
    Say in a few words why the system refused.
    """
    return error.strerror or str(error) or type(error).__name__


def _fault(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"a fault in dccs-model, please report it: {type(error).__name__}: {error} "
        f"({Path(where.filename).name}, line {where.lineno})"
    )
