"""
Vietnamese local-government conference news as an immutable, evidenced, typed model.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from dccs_model.errors import DccsError, FormatError, ModelError, ParseError, UnsupportedVersionError
from dccs_model.model import *  # noqa: F403 - the model's own list of public names is the list
from dccs_model.model import __all__ as _model_names

if TYPE_CHECKING:
    from dccs_model.formats import BadLine as BadLine
    from dccs_model.formats import from_dict, from_json, json_schema, read_jsonl, to_dict, to_json, to_markdown
    from dccs_model.formats import write_jsonl as write_jsonl
    from dccs_model.lexicon import Lexicon
    from dccs_model.parsing import Parser, parse_article
    from dccs_model.places import Gazetteer, resolve_places

# What is not needed for the types alone is imported when it is first asked for.
_LATER = {
    "BadLine": "dccs_model.formats",
    "Gazetteer": "dccs_model.places",
    "Lexicon": "dccs_model.lexicon",
    "Parser": "dccs_model.parsing",
    "from_dict": "dccs_model.formats",
    "from_json": "dccs_model.formats",
    "json_schema": "dccs_model.formats",
    "parse_article": "dccs_model.parsing",
    "read_jsonl": "dccs_model.formats",
    "resolve_places": "dccs_model.places",
    "to_dict": "dccs_model.formats",
    "to_json": "dccs_model.formats",
    "to_markdown": "dccs_model.formats",
    "write_jsonl": "dccs_model.formats",
}

__all__ = [
    "BadLine",
    "DccsError",
    "FormatError",
    "Gazetteer",
    "Lexicon",
    "ModelError",
    "ParseError",
    "Parser",
    "UnsupportedVersionError",
    "from_dict",
    "from_json",
    "json_schema",
    "parse_article",
    "read_jsonl",
    "resolve_places",
    "to_dict",
    "to_json",
    "to_markdown",
    "write_jsonl",
    *_model_names,
]


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LATER[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
