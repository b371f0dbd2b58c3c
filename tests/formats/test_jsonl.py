"""
JSON Lines: one document a line, and a bad line that stops nothing.
"""

import io
import itertools

import pytest
from formats_values import FILLED, FILLED_CONFERENCE, NO_CONFERENCE, conferences, parsed_articles
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import Article, FormatError, ModelError, ParsedArticle
from dccs_model.formats import BadLine, read_jsonl, to_json, write_jsonl
from drawing import draws

GOOD = to_json(NO_CONFERENCE)


def written(values):
    stream = io.StringIO()
    count = write_jsonl(values, stream)
    assert count == stream.getvalue().count("\n")
    return stream.getvalue()


@given(st.lists(parsed_articles | conferences, max_size=3))
@draws(12)
def test_what_is_written_is_read_again(values):
    text = written(values)
    assert list(read_jsonl(io.StringIO(text))) == values
    assert list(read_jsonl(io.BytesIO(text.encode()))) == values
    # However lines are told apart.
    assert list(read_jsonl(text.splitlines())) == values


def test_each_document_is_one_line():
    tricky = ParsedArticle(article=Article(text="a\nb\r\nc\u2028d\u2029e\x85f\x0bg\x0ch\x1ci"))
    assert len(written([tricky, FILLED, FILLED_CONFERENCE]).splitlines()) == 3
    assert list(read_jsonl(written([tricky]).splitlines())) == [tricky]


def test_a_bad_line_stops_nothing():
    lines = [GOOD, "{not json}\n", "", "  \r\n", GOOD + "\r\n", '{"format": "other"}', GOOD.encode(), b"\xff\n", GOOD]
    read = list(read_jsonl(lines))
    assert [each for each in read if not isinstance(each, BadLine)] == [NO_CONFERENCE] * 4
    assert [(each.number, each.line) for each in read if isinstance(each, BadLine)] == [
        (2, "{not json}\n"),
        (6, '{"format": "other"}'),
        (8, b"\xff\n"),
    ]


def test_a_bad_line_says_what_is_wrong_and_where():
    (bad,) = read_jsonl(['{"format": "other"}'])
    assert isinstance(bad.error, FormatError)
    assert bad.error.path == "$.format"
    assert str(bad) == "line 1: expected 'dccs-model', not the text 'other' (at $.format)"


def test_strict_reading_is_told_on():
    line = GOOD.replace('"1.0"', '"1.9"').replace('"article": {', '"article": {"mood": "glad", ')
    assert list(read_jsonl([line])) == [NO_CONFERENCE]
    assert [each.line for each in read_jsonl([line], strict=True)] == [line]
    (bad,) = read_jsonl([line], strict=True)
    assert bad.error.path == "$.article.mood"


def test_lines_are_read_as_they_are_asked_for():
    endless = itertools.repeat(GOOD)
    assert list(itertools.islice(read_jsonl(endless), 3)) == [NO_CONFERENCE] * 3


@pytest.mark.parametrize("text", [GOOD, GOOD.encode()])
def test_one_text_is_not_taken_for_lines(text):
    with pytest.raises(
        TypeError, match=r"^expected lines, such as an open file or text\.splitlines\(\), not one text$"
    ):
        read_jsonl(text)


def test_a_bad_line_is_a_text_or_bytes():
    with pytest.raises(ModelError, match="^line must be str or bytes, not int 7$"):
        BadLine(number=1, line=7, error=FormatError("x"))


def test_a_value_that_cannot_be_written_leaves_no_half_line():
    stream = io.StringIO()
    with pytest.raises(TypeError, match="a ParsedArticle or a Conference"):
        write_jsonl([FILLED, NO_CONFERENCE, "text", FILLED], stream)
    assert list(read_jsonl(stream.getvalue().splitlines())) == [FILLED, NO_CONFERENCE]
