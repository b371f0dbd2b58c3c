"""
The pipeline: segment, recognise, interpret, assemble.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from dccs_model.errors import ParseError
from dccs_model.lexicon import Lexicon, PhraseIndex
from dccs_model.model import Article, ParsedArticle, Severity
from dccs_model.parsing.conference import ConferenceReader
from dccs_model.parsing.doubts import doubts_of_page, too_long
from dccs_model.parsing.frame import read_frame
from dccs_model.parsing.segment import Block, Layout, Segmenter
from dccs_model.text.normal import normalise
from dccs_model.text.sentences import sentences

if TYPE_CHECKING:
    from dccs_model.places import Gazetteer

__all__ = ["Parser", "parse_article"]


class Parser:
    """
    Reads articles with one set of words; immutable, reusable, picklable and safe to share between threads.

    Making one compiles its words, so make it once and use it often.
    """

    def __init__(
        self, *, lexicon: Lexicon | None = None, gazetteer: Gazetteer | None = None, max_chars: int | None = None
    ) -> None:
        """
        Make a parser that knows these words and places.

        Args:
            lexicon: the words to read with; `Lexicon.default()` where none is given.
            gazetteer: communes to know names by, such as `places.Gazetteer.default()`; without one, a list of communes
                that shares one "xã" is read as far as its words tell.
            max_chars: how many code points of a text are read at most; no limit where none is given.

        Raises:
            ValueError: if *max_chars* is below 1.
        """
        if max_chars is not None and max_chars < 1:
            raise ValueError(f"max_chars must be at least 1, not {max_chars}")
        self.lexicon = lexicon or Lexicon.default()
        self.gazetteer = gazetteer
        self.max_chars = max_chars
        self._segmenter = Segmenter(self.lexicon)
        self._conference = ConferenceReader(self.lexicon, gazetteer)
        self._index = PhraseIndex(self._conference.tables())

    def __reduce__(self) -> tuple[object, ...]:
        return (_made, (self.lexicon, self.gazetteer, self.max_chars))

    def parse(
        self, text: str, *, url: str | None = None, published_at: dt.date | None = None, strict: bool = False
    ) -> ParsedArticle:
        """
        Read one article; see `parse_article`.
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be str, not {type(text).__name__}; decode bytes first")
        layout = self._layout(text if self.max_chars is None else text[: self.max_chars])
        article = read_frame(layout, text, url, published_at)
        conference, doubts = self._conference.read(layout, article)
        doubts += doubts_of_page(layout)
        if self.max_chars is not None and len(text) > self.max_chars:
            doubts.append(too_long(self.max_chars, len(text)))
        doubts.sort(key=lambda doubt: doubt.span.start if doubt.span else -1)
        if conference is None:
            # Headlines and datelines of other kinds of pages are not what this reader knows.
            article = Article(text=text, url=url, published_at=published_at)
        errors = tuple(doubt for doubt in doubts if doubt.severity is Severity.ERROR)
        if strict and errors:
            raise ParseError(text, errors)
        return ParsedArticle(article=article, conference=conference, diagnostics=tuple(doubts))

    def _layout(self, text: str) -> Layout:
        """
        Tell the lines apart, and find the phrases of all readers in those that count, once for all of them.
        """
        layout = self._segmenter.segment(normalise(text))
        normal = layout.text
        blocks = tuple(
            Block(block.kind, block.start, block.end, tuple(sentences(normal.text, block.start, block.end)))
            if block.kind in ("body", "caption", "heading")
            else block
            for block in layout.blocks
        )
        places = [(block.start, block.end) for block in blocks if block.kind not in ("repeated", "byline")]
        return Layout(normal.marked(self._index.read(normal.folded, places)), blocks, layout.stamp)


def _made(lexicon: Lexicon, gazetteer: Gazetteer | None, max_chars: int | None) -> Parser:
    return Parser(lexicon=lexicon, gazetteer=gazetteer, max_chars=max_chars)


@cache
def _default() -> Parser:
    return Parser()


def parse_article(
    text: str, *, url: str | None = None, published_at: dt.date | None = None, strict: bool = False
) -> ParsedArticle:
    """
    Read one article and return the conference it reports, with every fact's place in the text.

    Any text gives a result: what the text does not say is None, and what is
    in doubt is told in the diagnostics. Time grows linearly with the text.

    Args:
        text: the article as it came, in any normal form, with any line ends.
        url: where it came from; kept, never read.
        published_at: when it was published, if known; completes dates
            without a year. A datetime must carry its zone.
        strict: raise for diagnostics of severity ERROR.

    Raises:
        TypeError: if *text* is not str.
        ModelError: if *published_at* is a datetime without a zone.
        ParseError: in strict reading only; shows each line with a caret.
    """
    return _default().parse(text, url=url, published_at=published_at, strict=strict)
