"""
The JSON Schema of the format: shipped as a file, and made from the model.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from enum import Enum
from importlib.resources import files
from typing import Any

import attr

from dccs_model.formats._scalars import SCALARS
from dccs_model.formats._shapes import fields_of, is_words, item_type, without_none
from dccs_model.formats.document import FORMAT, VERSION
from dccs_model.model import ParsedArticle

__all__ = ["SCHEMA_FILE", "json_schema", "make_schema"]

#: The file in this package that holds the schema.
SCHEMA_FILE = "dccs-model-1.0.schema.json"


def json_schema() -> dict[str, Any]:
    """
    Do what `dccs_model.formats.json_schema` says.
    """
    schema: dict[str, Any] = json.loads(files(__package__).joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))
    return schema


def make_schema() -> dict[str, Any]:
    """
    Make the schema from the model: its classes, fields and enums, and the comments that describe them.

    It reads the comments in the source files, so these have to be at hand. The
    shipped file holds what this returns.
    """
    envelope = {"format": {"const": FORMAT}, "version": {"const": str(VERSION)}}
    article = _object(ParsedArticle)
    conference = {"type": {"const": "conference"}, "conference": _reference("Conference")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dccs-model:schema:{VERSION}",
        "title": f"{FORMAT} {VERSION}",
        "description": "A document: what was read from one article, or one conference alone where a type says so.",
        "type": "object",
        "if": {"required": ["type"]},
        "then": {"$ref": "#/$defs/ConferenceDocument"},
        "else": {"$ref": "#/$defs/ArticleDocument"},
        "$defs": {
            "ArticleDocument": article
            | {"properties": envelope | article["properties"], "required": [*envelope, *article["required"]]},
            "ConferenceDocument": {
                "description": "One conference, without the article that told of it.",
                "type": "object",
                "properties": envelope | conference,
                "required": [*envelope, *conference],
                "additionalProperties": False,
            },
            **{each.__name__: _definition(each) for each in _parts_of(ParsedArticle)},
            **{each.name: dict(each.schema) for each in SCALARS.values()},
            "Words": {"description": "A text that is not blank.", "type": "string", "pattern": _NOT_BLANK},
        },
    }


# What the model checks once a value is whole, where a schema can say it too.
_RULES: dict[tuple[str, str], dict[str, Any]] = {
    ("Conference", "ordinal"): {"minimum": 1},
    ("Conference", "topics"): {"uniqueItems": True},
    ("Diagnostic", "code"): {"pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"},
    ("Participant", "roles"): {"uniqueItems": True},
    ("Span", "start"): {"minimum": 0},
    ("Span", "end"): {"minimum": 0},
    ("Term", "number"): {"minimum": 1},
}
_AT_LEAST_ONE: dict[str, list[str]] = {"Term": ["number", "period"]}


def _parts_of(cls: type[Any]) -> list[type[Any]]:
    """
    Return every class and enum that *cls* is made of, each once, by name.
    """
    found: set[type[Any]] = set()
    waiting = [cls]
    while waiting:
        new = set(_named_types(waiting.pop())) - found
        found |= new
        waiting += new
    return sorted(found, key=lambda each: each.__name__)


def _named_types(cls: type[Any]) -> Iterator[type[Any]]:

    if issubclass(cls, Enum):
        return
    for field in fields_of(cls):
        type_ = item_type(without_none(field.type))
        if type_ not in SCALARS:
            yield type_


def _definition(cls: type[Any]) -> dict[str, Any]:
    return _enum(cls) if issubclass(cls, Enum) else _object(cls)


def _enum(cls: type[Enum]) -> dict[str, Any]:
    notes = _comments(cls)
    meanings = [f"{each.value}: {notes[each.name]}" for each in cls if each.name in notes]
    return {"description": "\n".join([_first_sentence(cls), *meanings]), "enum": [each.value for each in cls]}


def _object(cls: type[Any]) -> dict[str, Any]:

    notes = _comments(cls)
    fields = fields_of(cls)
    schema = {
        "description": _first_sentence(cls),
        "type": "object",
        "properties": {each.name: {"description": notes[each.name]} | _field(cls, each) for each in fields},
        "required": [each.name for each in fields if each.default is attr.NOTHING],
        "additionalProperties": False,
    }
    if cls.__name__ in _AT_LEAST_ONE:
        schema["anyOf"] = [{"required": [name]} for name in _AT_LEAST_ONE[cls.__name__]]
    return schema


def _field(cls: type[Any], field: Any) -> dict[str, Any]:

    schema = _reference("Words") if is_words(field) else _type(without_none(field.type))
    return schema | _RULES.get((cls.__name__, field.name), {})


def _type(type_: Any) -> dict[str, Any]:

    if type_ in SCALARS:
        return _reference(SCALARS[type_].name)
    if item_type(type_) is not type_:
        return {"type": "array", "items": _type(item_type(type_))}
    return _reference(type_.__name__)


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


# One letter that Python does not strip. Written out, since what \s takes differs between languages.
_NOT_BLANK = r"[^\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

_COMMENT = re.compile(r"((?:^ +#: .*\n)+) +(\w+)", re.MULTILINE)


def _comments(cls: type[Any]) -> dict[str, str]:
    """
    Return the ``#:`` comment that stands above each field or member of a class.
    """
    found = _COMMENT.findall(inspect.getsource(cls))
    return {name: " ".join(line.strip().removeprefix("#: ") for line in lines.splitlines()) for lines, name in found}


def _first_sentence(cls: type[Any]) -> str:
    return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())
