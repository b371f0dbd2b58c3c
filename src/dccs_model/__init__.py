"""
Vietnamese local-government conference news as an immutable, evidenced, typed model.
"""

from dccs_model.errors import DccsError, FormatError, ModelError, ParseError, UnsupportedVersionError
from dccs_model.formats import from_dict, from_json, json_schema, read_jsonl, to_dict, to_json, to_markdown, write_jsonl
from dccs_model.model import *  # noqa: F403 - the model's own list of public names is the list
from dccs_model.model import __all__ as _model_names
from dccs_model.parsing import Parser, parse_article

__all__ = [
    "DccsError",
    "FormatError",
    "ModelError",
    "ParseError",
    "Parser",
    "UnsupportedVersionError",
    "from_dict",
    "from_json",
    "json_schema",
    "parse_article",
    "read_jsonl",
    "to_dict",
    "to_json",
    "to_markdown",
    "write_jsonl",
    *_model_names,
]
