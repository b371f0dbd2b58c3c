"""
The limits that a caller can set, and those that are always there.
"""

from __future__ import annotations

import io
import pickle

import pytest

from dccs_model import FormatError, Parser, from_json, parse_article, read_jsonl, to_json
from dccs_model.formats import BadLine
from dccs_model.model.article import spans_of
from dccs_model.testing import write_article

TEXT = write_article(3).text
WRITTEN = to_json(write_article(3).answer)


# --- how much of a text is read -------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 100, len(TEXT) // 2, len(TEXT) - 1])
def test_no_more_of_a_text_is_read_than_is_allowed(limit: int) -> None:
    parsed = Parser(max_chars=limit).parse(TEXT)

    assert parsed.article.text == TEXT
    assert parsed.conference == parse_article(TEXT[:limit]).conference
    assert all(span.end <= limit for each in (parsed.conference, parsed.article) if each for span in spans_of(each))
    assert "too-long" in {each.code for each in parsed.diagnostics}


@pytest.mark.parametrize("limit", [None, len(TEXT), 10**9])
def test_a_text_within_the_limit_is_read_whole(limit: int | None) -> None:
    assert Parser(max_chars=limit).parse(TEXT) == parse_article(TEXT)


def test_a_limit_goes_with_its_parser() -> None:
    assert pickle.loads(pickle.dumps(Parser(max_chars=100))).max_chars == 100


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_that_leaves_nothing_to_read(limit: int) -> None:
    with pytest.raises(ValueError, match=f"max_chars must be at least 1, not {limit}"):
        Parser(max_chars=limit)


# --- how large a document may be ----------------------------------------------------------


def test_a_document_that_is_too_large_is_not_looked_at() -> None:
    size = len(WRITTEN.encode())

    assert from_json(WRITTEN.encode(), max_size=size) == from_json(WRITTEN, max_size=len(WRITTEN)) == from_json(WRITTEN)
    with pytest.raises(FormatError, match=rf"^{size} bytes are more than the limit of {size - 1} \(at \$\)$"):
        from_json(WRITTEN.encode(), max_size=size - 1)
    with pytest.raises(FormatError, match=rf"^{len(WRITTEN)} code points are more than the limit of 5 "):
        from_json(WRITTEN, max_size=5)


def test_the_limit_holds_for_each_line() -> None:
    small = to_json(write_article(1).conference.__class__())
    lines = io.StringIO(f"{small}\n{WRITTEN}\n{small}\n")

    first, second, third = read_jsonl(lines, max_size=200)

    assert first == third
    assert isinstance(second, BadLine)
    assert "more than the limit of 200" in str(second)


# --- how deep it may be ---------------------------------------------------------------------


def test_a_document_that_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(FormatError, match="^not a document: objects and lists are nested too deeply"):
        from_json("[" * 1_000_000)
