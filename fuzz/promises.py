"""
What holds for every input, whatever it is: one function for each way in.

Each takes what it is given, checks everything that is promised of it, and
raises AssertionError where a promise is broken. Tests and fuzzing share them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from dccs_model import FormatError, ParsedArticle, Span, from_json, parse_article, to_json, to_markdown
from dccs_model.cli.failures import Failure
from dccs_model.cli.inputs import Source
from dccs_model.cli.work import SUFFIXES, Conversion, Reading
from dccs_model.model.article import spans_of
from dccs_model.text.normal import normalise

__all__ = ["document", "file", "quotations", "reading"]

_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_PART_OF_LETTER = re.compile("\\w?[\u0300-\u036f]*")


def reading(text: str) -> ParsedArticle:
    """
    Read a text: it never raises, invents no words, and can be written in every format.
    """
    parsed = parse_article(text)
    assert parsed.article.text == text
    assert all(span.end <= len(text) for span in spans_of(parsed))
    for words, span in quotations(parsed):
        assert is_quoted(words, said_at(text, span)), f"{words!r} was not read where {said_at(text, span)!r} stands"
    if not _SPLIT_PAIR.search(text):
        assert from_json(to_json(parsed)) == parsed
    assert to_markdown(parsed).startswith("# ")
    return parsed


def quotations(parsed: ParsedArticle) -> Iterator[tuple[str, Span]]:
    """
    Every fact that is a quotation of the text, with the place that it gives.
    """
    article, conference = parsed.article, parsed.conference
    facts = [(article.title, article.title_span)]
    facts += [(each.name, each.span) for each in article.bylines]
    facts += [(each.text, each.span) for each in article.captions]
    if conference is not None:
        facts += [(conference.name, conference.span)]
        facts += [(each.text, each.span) for each in (conference.venue, *conference.delegations) if each]
        facts += [(each.name, each.span) for each in (*conference.organisers, *conference.officials)]
        facts += [(post.text, post.span) for each in conference.officials for post in each.positions]
        facts += [(each.statement, each.span) for each in conference.findings]
    yield from ((words, span) for words, span in facts if words is not None and span is not None)


def said_at(text: str, span: Span) -> str:
    """
    The words of a place on one line, without tags and in one normal form.
    """
    return " ".join(unicodedata.normalize("NFC", normalise(span.of(text)).text).split())


def is_quoted(words: str, said: str) -> bool:
    """
    Whether *words* are what stands at their place.

    A letter that carries more marks than one letter can is never cut in the
    text, and may be in the words.
    """
    before, found, after = said.partition(words)
    return bool(found) and bool(_PART_OF_LETTER.fullmatch(before)) and bool(_PART_OF_LETTER.fullmatch(after))


def document(data: str | bytes) -> None:
    """
    Read a document: it is refused with its place, or comes back the same from what is written of it.
    """
    try:
        value = from_json(data)
    except FormatError as error:
        assert error.path.startswith("$")
        assert len(str(error)) < 2000
        return
    written = to_json(value)
    assert from_json(written) == value
    assert to_json(from_json(written)) == written


def file(data: bytes, encoding: str | None = None) -> None:
    """
    Convert a file as the command does: it is written in every form, or refused without a fault of ours.
    """
    source = Source("article.txt", PurePath("article.txt"), data)
    for form in SUFFIXES:
        written = Conversion(Reading(encoding=encoding), to=form)(source)
        if isinstance(written, Failure):
            assert "a fault in dccs-model" not in str(written), str(written)
        else:
            assert written.endswith(b"\n")
            written.decode()
