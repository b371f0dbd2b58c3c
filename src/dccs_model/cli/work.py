"""
What is done to one input: from its bytes to a reading, from a reading to bytes.

The values here go to worker processes, which import no more than this needs.
"""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from dccs_model.cli.failures import Failure, attempt
from dccs_model.cli.inputs import Source, decode
from dccs_model.model import ParsedArticle

if TYPE_CHECKING:
    from dccs_model.parsing import Parser

__all__ = ["SUFFIXES", "Conversion", "Reading", "lost"]

#: The forms that a reading can be written in, and how the names of their files end.
SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "markdown": ".md"}


@frozen
class Reading:
    """
    How texts are read.
    """

    #: What the files are written in; None for UTF-8, or what a byte order mark says.
    encoding: str | None = None
    #: Where the article came from.
    url: str | None = None
    #: When it was published, where that is known from elsewhere.
    published_at: dt.date | None = None
    #: Whether a text that cannot be read as asked is refused.
    strict: bool = False
    #: Whether it is looked up which units its communes are.
    places: bool = False
    #: The province that they lie in, where that is known from elsewhere.
    province: str | None = None
    #: The district, where that is known.
    district: str | None = None

    def __call__(self, source: Source) -> ParsedArticle:
        """
        Read one text.

        Raises:
            OSError: if the file cannot be read.
            UnusableError: if its bytes are no text in that encoding.
            ParseError: if reading is strict and the text is refused.
        """
        text = decode(source.read(), self.encoding)
        return self._with_places(text) if self.places else self._plain(text)

    def _plain(self, text: str) -> ParsedArticle:
        from dccs_model.parsing import parse_article

        return parse_article(text, url=self.url, published_at=self.published_at, strict=self.strict)

    def _with_places(self, text: str) -> ParsedArticle:
        from dccs_model.places import resolve_places

        parsed = _parser_with_places().parse(text, url=self.url, published_at=self.published_at, strict=self.strict)
        return resolve_places(parsed, province=self.province, district=self.district)


@cache
def _parser_with_places() -> Parser:
    from dccs_model.parsing import Parser
    from dccs_model.places import Gazetteer

    return Parser(gazetteer=Gazetteer.default())


@frozen
class Conversion:
    """
    How texts are read and written.
    """

    #: How they are read.
    reading: Reading
    #: One of `SUFFIXES`.
    to: str = "json"
    #: The language of the labels in Markdown.
    lang: str = "vi"
    #: Spaces for each level of JSON; None for all of it on one line.
    indent: int | None = None

    def __call__(self, source: Source) -> bytes | Failure:
        """
        Return the document of one text in UTF-8, ending in one newline.
        """
        return attempt(source.name, lambda: self._written(self.reading(source)).encode())

    def _written(self, parsed: ParsedArticle) -> str:
        from dccs_model.formats import to_json, to_markdown, write_jsonl

        if self.to == "jsonl":
            lines = io.StringIO()
            write_jsonl([parsed], lines)
            return lines.getvalue()
        written = to_markdown(parsed, lang=self.lang) if self.to == "markdown" else to_json(parsed, indent=self.indent)
        return written.rstrip("\n") + "\n"


def lost(source: Source, code: int | None) -> Failure:
    """
    Say that the process that did *source* ended in the middle of it.
    """
    return Failure(source.name, f"the process that read it ended with code {code}, perhaps for want of memory")
