"""
What the annotations of the model say of the shape of a document.
"""

from __future__ import annotations

import functools
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attr

__all__ = ["fields_of", "is_enum", "is_tuple", "is_words", "item_type", "without_none"]


def fields_of(cls: type[Any]) -> tuple[attr.Attribute[Any], ...]:
    """
    Return the fields of a model class in order, each with its type resolved.
    """
    fields: tuple[attr.Attribute[Any], ...] = attr.fields(attr.resolve_types(cls))
    return fields


def is_words(field: attr.Attribute[Any]) -> bool:
    """
    Whether *field* holds words, which are never blank, and not a text as given.

    The model brings words to NFC, and leaves any other text as it is.
    """
    return without_none(field.type) is str and field.converter is not None


def without_none(type_: Any) -> Any:
    """
    Return *type_* without the None that stands for what is not known.
    """
    if not _is_optional(type_):
        return type_
    known = [each for each in get_args(type_) if each is not type(None)]
    return functools.reduce(lambda one, other: one | other, known)


def _is_optional(type_: Any) -> bool:
    return get_origin(type_) in (Union, UnionType) and type(None) in get_args(type_)


def is_tuple(type_: Any) -> bool:
    """
    Whether *type_* is any number of values of one type.
    """
    return get_origin(type_) is tuple


def item_type(type_: Any) -> Any:
    """
    Return the type of the items of a tuple, or *type_* itself where it is none.
    """
    return get_args(type_)[0] if is_tuple(type_) else type_


def is_enum(type_: Any) -> bool:
    """
    Whether *type_* is one of a few named values.
    """
    return isinstance(type_, type) and issubclass(type_, Enum)
