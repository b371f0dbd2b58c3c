"""
A document with anything put anywhere is read or refused, and nothing else ever happens.
"""

import copy
import json

import jsonschema
from formats_values import FILLED
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import FormatError
from dccs_model.formats import from_dict, from_json, json_schema, to_dict, to_json
from drawing import draws

SCHEMA = jsonschema.Draft202012Validator(json_schema())

# Texts that mean something somewhere in a document are drawn as often as others.
known_texts = st.sampled_from(
    ["", " ", "dccs-model", "1.0", "1.9", "2.0", "conference", "chair", "achievement", "warning", "year-completed",
     "2022", "2022-07", "2022-07-08", "2022-07-08T09:00Z", "08:30", "12.5", "1E+3", "1E999999999999", "-0", "NaN"]
)  # fmt: skip
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | known_texts
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | known_texts, inner, max_size=3),
    max_leaves=6,
)


def places(part, path=()):
    """
    Yield the path of every key and item inside of *part*.
    """
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, inner in items:
        yield (*path, step)
        yield from places(inner, (*path, step))


DOCUMENT = to_dict(FILLED)
PLACES = list(places(DOCUMENT))


def changed(path, value):
    document = copy.deepcopy(DOCUMENT)
    part = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return document


@given(st.sampled_from(PLACES), anything, st.booleans())
@draws(120)
def test_a_changed_document_is_read_or_refused(path, value, strict):
    document = changed(path, value)
    try:
        read = from_dict(document, strict=strict)
    except FormatError as error:
        assert error.path.startswith("$")
        assert len(str(error)) < 1000
    else:
        assert from_json(to_json(read)) == read


@given(st.sampled_from(PLACES), anything)
@draws(80)
def test_the_schema_takes_whatever_is_read(path, value):
    document = changed(path, value)
    try:
        from_dict(document, strict=True)
    except FormatError:
        return
    if document["version"] == "1.0":
        SCHEMA.validate(document)


@given(anything | st.text(max_size=20))
def test_any_json_is_read_or_refused(value):
    for text in (json.dumps(value), value if isinstance(value, str) else ""):
        try:
            from_json(text)
        except FormatError as error:
            assert error.path.startswith("$")


@given(st.binary(max_size=40) | st.binary(max_size=40).map(lambda data: to_json(FILLED).encode()[:-20] + data))
def test_any_bytes_are_read_or_refused(data):
    try:
        from_json(data)
    except FormatError as error:
        assert error.path.startswith("$")


@given(st.integers(0, len(to_json(FILLED)) - 1))
def test_a_document_that_is_cut_off_is_refused(length):
    try:
        from_json(to_json(FILLED)[:length])
    except FormatError as error:
        assert error.message.startswith("not JSON")
    else:
        raise AssertionError("read from a part")
