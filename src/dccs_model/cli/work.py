"""
What is done to one input: from its bytes to a reading, from a reading to bytes.

The values here go to worker processes, which import no more than this needs.
"""

from __future__ import annotations

import datetime as dt
import io

from attrs import frozen

from dccs_model.cli.failures import Failure, attempt
from dccs_model.cli.inputs import Source, decode
from dccs_model.model import ParsedArticle

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

    def __call__(self, source: Source) -> ParsedArticle:
        """
        Read one text.

        Raises:
            OSError: if the file cannot be read.
            UnusableError: if its bytes are no text in that encoding.
            ParseError: if reading is strict and the text is refused.
        """
        from dccs_model.parsing import parse_article

        text = decode(source.read(), self.encoding)
        return parse_article(text, url=self.url, published_at=self.published_at, strict=self.strict)


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
