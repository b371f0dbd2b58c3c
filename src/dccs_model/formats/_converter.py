"""
The one place where model values are taken apart and put together.

cattrs calls the hooks below and keeps, for every value that it refuses, where
it stood. This module alone imports it, and is imported when first needed.
"""

from __future__ import annotations

import difflib
import functools
import operator
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

import attr
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from dccs_model.errors import FormatError, ModelError
from dccs_model.formats._paths import member
from dccs_model.formats._scalars import SCALARS, read_words, shown
from dccs_model.formats._shapes import fields_of, is_enum, is_tuple, is_words, item_type, without_none

__all__ = ["MOST_ERRORS", "converter", "refusals"]

#: So many errors are counted; a hostile document may hold any number.
MOST_ERRORS = 1000

# So much of the model's word on a value is told; the value itself may be of any length.
_LONGEST_WORD = 500

# A key is compared with the known ones up to here; more would only cost time.
_LONGEST_NAME = 40

# It only makes functions for classes whose every field has a hook already.
_CATTRS = Converter(detailed_validation=True)

_Read = Callable[[object, object], Any]
_Write = Callable[[Any], Any]


@functools.cache
def converter(*, tolerant: bool = False) -> Converter:
    """
    Return the converter of the model; a *tolerant* one leaves out what it does not know.

    What a later minor version may add is a key or a value of an enum. Without
    *tolerant* both are refused.
    """
    made = Converter(detailed_validation=True)
    made.register_structure_hook_factory(attr.has, lambda cls: _reader(cls, tolerant=tolerant))
    made.register_unstructure_hook_factory(attr.has, lambda cls: _writer(cls) or made.unstructure)
    return made


# --- writing -------------------------------------------------------------------


@functools.cache
def _writer(type_: Any) -> _Write | None:
    """
    Return what writes a value of *type_*, or None where it is written as it is.
    """
    if type_ in SCALARS:
        return SCALARS[type_].write
    if is_enum(type_):
        return operator.attrgetter("value")
    if is_tuple(type_):
        return _list_writer(item_type(type_))
    return _object_writer(type_)


def _object_writer(cls: type[Any]) -> _Write:
    # cattrs would write the fields that are always there before the others;
    # a document keeps the order of the model.
    writers = [(field.name, _writer(without_none(field.type))) for field in fields_of(cls)]

    def write(value: Any) -> dict[str, Any]:
        written = {}
        for name, write_part in writers:
            part = getattr(value, name)
            if part is not None and part != ():
                written[name] = part if write_part is None else write_part(part)
        return written

    return write


def _list_writer(type_: Any) -> _Write:
    write = _writer(type_)
    return list if write is None else lambda values: [write(each) for each in values]


# --- reading -------------------------------------------------------------------


@functools.cache
def _reader(type_: Any, *, tolerant: bool) -> _Read:
    """
    Return the hook that reads a value of *type_*.
    """
    if type_ in SCALARS:
        return _hook(SCALARS[type_].read)
    if is_enum(type_):
        return _enum_reader(type_)
    if is_tuple(type_):
        return _list_reader(item_type(type_), tolerant=tolerant)
    return _object_reader(type_, tolerant=tolerant)


def _object_reader(cls: type[Any], *, tolerant: bool) -> _Read:
    hooks: dict[str, Any] = {
        field.name: override(struct_hook=_field_reader(field, tolerant=tolerant)) for field in fields_of(cls)
    }
    structure = make_dict_structure_fn(
        cls, _CATTRS, _cattrs_forbid_extra_keys=not tolerant, _cattrs_detailed_validation=True, **hooks
    )

    def read(value: object, _: object) -> Any:
        if not isinstance(value, dict):
            raise FormatError(f"expected an object, not {shown(value)}")
        return structure(_known(value, cls) if tolerant else value, cls)

    return read


def _field_reader(field: attr.Attribute[Any], *, tolerant: bool) -> _Read:
    return _hook(read_words) if is_words(field) else _reader(without_none(field.type), tolerant=tolerant)


def _list_reader(type_: Any, *, tolerant: bool) -> _Read:
    structure = _reader(type_, tolerant=tolerant)

    def read(values: object, _: object) -> tuple[Any, ...]:
        if not isinstance(values, list | tuple):
            raise FormatError(f"expected a list, not {shown(values)}")
        items, errors, told = [], [], 0
        for index, value in enumerate(values):
            if tolerant and _is_beyond(type_, value):
                continue
            try:
                items.append(structure(value, type_))
            except Exception as error:  # noqa: BLE001 - each is told with its place, whatever it is
                error.add_note(IterableValidationNote(f"at index {index}", index, type_))
                errors.append(error)
                told += _count(error)
                if told >= MOST_ERRORS:
                    break
        if errors:
            raise IterableValidationError("while reading a list", errors, type_)
        return tuple(items)

    return read


def _hook(read: Callable[[object], Any]) -> _Read:
    # cattrs hands every hook the type as well.
    return lambda value, _: read(value)


def _enum_reader(type_: type[Enum]) -> _Read:
    members = {each.value: each for each in type_}

    def read(value: object, _: object) -> Enum:
        found = members.get(value) if isinstance(value, str) else None
        if found is None:
            raise FormatError(f"expected one of {', '.join(members)}, not {shown(value)}")
        return found

    return read


def _known(value: dict[str, Any], cls: type[Any]) -> dict[str, Any]:
    """
    Leave out of an object the values that a later version added to enums.
    """
    types = {field.name: without_none(field.type) for field in fields_of(cls)}
    return {key: part for key, part in value.items() if not _is_new(types.get(key), part)}


def _is_new(type_: Any, value: object) -> bool:
    return is_enum(type_) and isinstance(value, str) and value not in {each.value for each in type_}


def _is_beyond(type_: Any, value: object) -> bool:
    """
    Whether an item of a list cannot be without a value that a later version added.
    """
    if not attr.has(type_) or not isinstance(value, dict):
        return _is_new(type_, value)
    required = [field for field in fields_of(type_) if field.default is attr.NOTHING]
    return any(_is_new(field.type, value.get(field.name)) for field in required)


# --- what was refused -----------------------------------------------------------


def refusals(error: Exception, path: str) -> Iterator[FormatError]:
    """
    Every reason why cattrs refused a value at *path*, each with its own path.

    An error that is no refusal of ours is raised again as it is.
    """
    if isinstance(error, ClassValidationError | IterableValidationError):
        for each in error.exceptions:
            yield from refusals(each, path + _segment(each))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            yield FormatError(_unknown(key, error.cl), path=path + member(key))
    elif isinstance(error, KeyError) and _segment(error):
        yield FormatError(f"{error.args[0]} is missing", path=path)
    elif isinstance(error, FormatError):
        yield type(error)(error.message, path=path)
    elif isinstance(error, ModelError):
        yield FormatError(_told(str(error)), path=path)
    else:
        raise error


def _count(error: Exception) -> int:
    return sum(map(_count, error.exceptions)) if isinstance(error, ExceptionGroup) else 1


def _told(words: str) -> str:
    """
    Return the model's word on a value, which it may quote at any length and with any control character.
    """
    begun = words if len(words) <= _LONGEST_WORD else words[:_LONGEST_WORD] + "..."
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in begun)


def _unknown(key: str, cls: type[Any]) -> str:
    names = [field.name for field in fields_of(cls)]
    near = difflib.get_close_matches(key[:_LONGEST_NAME], names, n=1)
    return f"unknown key; did you mean {near[0]!r}?" if near else f"unknown key; known are {', '.join(names)}"


def _segment(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return member(note.name)
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
