"""
Every fact says where it stands, and it does stand there, however the text was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import promises
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import Conference, ParsedArticle, parse_article
from dccs_model.testing import WrittenArticle, examples
from dccs_model.testing.strategies import articles, noisy_text, retyped
from drawing import draws

#: Ways to send one text through the world; the words stay.
WAYS = {
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "Windows": lambda text: re.sub(r"\r?\n", "\r\n", text),
    "old Macintosh": lambda text: re.sub(r"\r?\n", "\r", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "entities": lambda text: re.sub(
        "[^\x00-\x7f]", lambda found: f"&#{ord(found[0])};", unicodedata.normalize("NFC", text)
    ),
    "invisible marks": lambda text: "\ufeff" + text.replace(" ", " \u200b"),
    "paragraphs in tags": lambda text: "".join(f"<p>{line}</p>" for line in re.split(r"\r?\n", text)),
}


def held_by_findings(conference: Conference) -> Iterator[bool]:
    """
    Whether each figure stands inside the clause that it is a figure of.
    """
    for finding in conference.findings:
        for measure in finding.measures:
            yield finding.span is not None and measure.span is not None and measure.span in finding.span


def assert_spans(text: str) -> ParsedArticle:
    # Words at their places, and places inside the text, are among the promises.
    parsed = promises.reading(text)
    if parsed.conference is not None:
        assert all(held_by_findings(parsed.conference))
        for participant in parsed.conference.participants:
            assert all(mention.span is not None for mention in participant.mentions)
            assert participant.official.span is not None
        for finding in parsed.conference.findings:
            assert finding.evidence(parsed.article)
    return parsed


@given(articles(), st.sampled_from(sorted(WAYS)))
@draws(20)
def test_of_an_article_in_every_way(written: WrittenArticle, way: str) -> None:
    parsed = assert_spans(WAYS[way](written.text))

    assert parsed.conference is not None
    assert list(promises.quotations(parsed))


@given(articles().flatmap(lambda written: retyped(written.text)))
@draws(10)
def test_of_an_article_that_was_typed_again(text: str) -> None:
    assert_spans(text)


@given(noisy_text(200))
@draws(20)
def test_of_noise(text: str) -> None:
    assert_spans(text)


@pytest.mark.parametrize("way", WAYS)
def test_of_examples_in_every_way(way: str) -> None:
    for example in examples()[::3]:
        assert_spans(WAYS[way](example.text))


@pytest.mark.parametrize("way", WAYS)
@given(written=articles())
@draws(7)
def test_the_way_it_was_sent_makes_no_other_facts(written: WrittenArticle, way: str) -> None:
    assert parse_article(WAYS[way](written.text)).conference == parse_article(written.text).conference
