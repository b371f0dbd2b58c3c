"""
The one way in which every model class is made.

``attr`` is imported and not its newer name ``attrs``: the two hold the same
objects, and this one is loaded in three quarters of the time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, dataclass_transform

import attr

from dccs_model.errors import ModelError

T = TypeVar("T")
_Validator = Callable[[Any, "attr.Attribute[Any]", Any], None]
# Beyond it, a number of JSON is no longer exact for every reader (RFC 8259, section 6).
LARGEST = 2**53 - 1

__all__ = ["LARGEST", "check_whole", "model", "optional", "optional_text", "required", "text", "tuple_of"]


def required(type_: type[Any], *, default: Any = attr.NOTHING, shown: Any = True) -> Any:
    """
    A field that must hold a *type_*; *shown* may print it more briefly.
    """
    return attr.field(default=default, validator=_holds(type_, optional=False), repr=shown)


def optional(type_: type[Any] | tuple[type[Any], ...], *, default: None, eq: bool = True) -> Any:
    """
    A field that holds a *type_*, or None where nothing is known.
    """
    return attr.field(default=default, validator=_holds(type_, optional=True), eq=eq)


def text() -> Any:
    """
    A field that must hold words: NFC, and never blank.
    """
    return attr.field(converter=_nfc, validator=_is_words)


def optional_text(*, default: None, eq: bool = True) -> Any:
    """
    A field that holds words, or None where nothing is known.
    """
    return attr.field(default=default, converter=_nfc, validator=_is_words_or_none, eq=eq)


def tuple_of(type_: type[Any], *, default: tuple[()], eq: bool = True) -> Any:
    """
    A field that holds any number of *type_*, in order.
    """
    return attr.field(default=default, converter=_as_tuple, validator=_holds_each(type_), eq=eq)


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(attr.field, required, optional, text, optional_text, tuple_of),
)
def model(cls: type[T]) -> type[T]:
    """
    Make *cls* an immutable value: frozen, slotted, keyword-only, hashable and final.
    """
    # Every class compares and shows its fields in the same way. Written once, these methods need not be written and
    # compiled for each class anew, which is what importing them would take most of its time for.
    made = attr.define(cls, frozen=True, slots=True, kw_only=True, eq=False, repr=False)
    fields: tuple[attr.Attribute[Any], ...] = attr.fields(made)  # type: ignore[arg-type]
    compared = [field.name for field in fields if field.eq]
    shown = {field.name: field.repr if callable(field.repr) else repr for field in fields if field.repr}

    def values(value: T) -> tuple[object, ...]:
        return tuple([getattr(value, name) for name in compared])

    def equals(self: T, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is made else NotImplemented

    def hashed(self: T) -> int:
        return hash((made, values(self)))

    def written(self: T) -> str:
        told = ", ".join([f"{name}={show(getattr(self, name))}" for name, show in shown.items()])
        return f"{made.__qualname__}({told})"

    def refuse(sub: type[Any], /, **_: Any) -> None:
        raise TypeError(f"{made.__name__} is a value and cannot be subclassed (by {sub.__name__})")

    made.__init_subclass__ = classmethod(refuse)  # type: ignore[assignment]
    for name, method in (("__eq__", equals), ("__hash__", hashed), ("__repr__", written)):
        method.__name__, method.__qualname__ = name, f"{made.__qualname__}.{name}"
        setattr(made, name, method)
    return made


def _holds(type_: type[Any] | tuple[type[Any], ...], *, optional: bool) -> _Validator:
    """
    A validator: the value is of a type, and no bool passes for an int.
    """

    def check(_: object, attribute: attr.Attribute[Any], value: object) -> None:
        if type(value) is type_ or (value is None and optional):
            return
        if not isinstance(value, type_) or (isinstance(value, bool) and type_ is not bool):
            raise ModelError(f"{attribute.name} must be {_names(type_)}, not {_shown(value)}")

    def check_number(_: object, attribute: attr.Attribute[Any], value: object) -> None:
        if value is not None or not optional:
            check_whole(attribute.name, value)

    return check_number if type_ is int else check


def check_whole(name: str, value: object) -> None:
    """
    Refuse what is no whole number that every reader of JSON reads as it stands.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise ModelError(f"{name} must be int, not {_shown(value)}")
    if not -LARGEST <= value <= LARGEST:
        raise ModelError(f"{name} must be a whole number of at most 15 digits")


def _holds_each(type_: type[Any]) -> _Validator:
    """
    A validator: each item of the tuple is of a type.
    """

    def check(_: object, attribute: attr.Attribute[Any], value: tuple[object, ...]) -> None:
        for index, item in enumerate(value):
            if not isinstance(item, type_):
                raise ModelError(f"{attribute.name}[{index}] must be {_names(type_)}, not {_shown(item)}")

    return check


def _nfc(value: object) -> object:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _as_tuple(value: Iterable[object]) -> tuple[object, ...]:
    if type(value) is tuple:
        return value
    # A str is an iterable of its letters, and never what was meant.
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ModelError(f"expected several values in a tuple, not {_shown(value)}")
    return tuple(value)


def _is_words(_: object, attribute: attr.Attribute[Any], value: object) -> None:
    if not isinstance(value, str):
        raise ModelError(f"{attribute.name} must be str, not {_shown(value)}")
    if not value.strip():
        raise ModelError(f"{attribute.name} must not be blank; what is not known is None")


def _is_words_or_none(instance: object, attribute: attr.Attribute[Any], value: object) -> None:
    if value is not None:
        _is_words(instance, attribute, value)


def _names(type_: type[Any] | tuple[type[Any], ...]) -> str:
    types = type_ if isinstance(type_, tuple) else (type_,)
    return " or ".join(each.__name__ for each in types)


def _shown(value: object) -> str:
    shown = repr(value)
    return f"{type(value).__name__} {shown if len(shown) <= 60 else shown[:57] + '...'}"
