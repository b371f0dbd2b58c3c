"""
Whatever is written in a format is read back as it was.
"""

from __future__ import annotations

import io
import json

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import (
    Conference,
    ParsedArticle,
    from_dict,
    from_json,
    json_schema,
    parse_article,
    read_jsonl,
    to_dict,
    to_json,
    write_jsonl,
)
from dccs_model.model.article import spans_of
from dccs_model.testing import WrittenArticle
from dccs_model.testing.strategies import articles, conferences, noisy_text, parsed_articles
from drawing import draws

SCHEMA = jsonschema.Draft202012Validator(json_schema())

documents = parsed_articles() | conferences() | noisy_text().map(parse_article)


def places(value: ParsedArticle | Conference) -> list[object]:
    """
    Every span of a value; these take no part in its equality.
    """
    return list(spans_of(value))


@given(documents, st.none() | st.integers(0, 8))
@draws(20)
def test_json(value: ParsedArticle | Conference, indent: int | None) -> None:
    written = to_json(value, indent=indent)

    for given_text in (written, written.encode(), "\ufeff" + written):
        read = from_json(given_text, strict=True)
        assert read == value
        assert places(read) == places(value)
        assert to_json(read, indent=indent) == written


@given(documents)
@draws(20)
def test_dicts(value: ParsedArticle | Conference) -> None:
    document = to_dict(value)

    assert from_dict(document) == value
    assert to_dict(from_dict(document)) == document
    assert list(to_dict(from_dict(document))) == list(document), "the order of the keys is part of the format"
    assert json.loads(json.dumps(document)) == document


@given(st.lists(documents, max_size=4))
@draws(10)
def test_json_lines(values: list[ParsedArticle | Conference]) -> None:
    stream = io.StringIO()
    write_jsonl(values, stream)
    lines = stream.getvalue()

    for opened in (lines.splitlines(), lines.encode().splitlines(), io.StringIO(lines), io.BytesIO(lines.encode())):
        read = list(read_jsonl(opened))
        assert read == values
        assert [places(each) for each in read] == [places(each) for each in values]  # type: ignore[arg-type]


@given(documents)
@draws(12)
def test_the_schema_takes_whatever_is_written(value: ParsedArticle | Conference) -> None:
    SCHEMA.validate(to_dict(value))
    SCHEMA.validate(json.loads(to_json(value)))


@given(articles())
@draws(10)
def test_readings_and_answers_of_articles(written: WrittenArticle) -> None:
    for value in (written.answer, parse_article(written.text)):
        read = from_json(to_json(value))
        assert read == value
        assert places(read) == places(value)
