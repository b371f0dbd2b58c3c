"""
The form in which a text is read, with the way back to the text as given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from dccs_model.model import Span
from dccs_model.text.phrases import fold

__all__ = ["NormalText", "normalise"]

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_BLOCK = (
    r"</?(?:p|br|div|h[1-6]|li|ul|ol|tr|td|table|tbody|figure|figcaption|blockquote|section|article)\b[^<>]{0,500}>"
)
_INLINE = r"</?(?:a|b|i|u|em|strong|span|font|img|sup|sub|small|big|mark|o:p|center|label)\b[^<>]{0,500}>"
# Left-overs of pages, of word processors and of other normal forms. What a
# branch does not rewrite stands as it is.
_ODD = re.compile(
    rf"(?P<break>\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|{_BLOCK})"
    rf"|(?P<gone>[\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\u00ad]+|{_INLINE})"
    r"|(?P<space>[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    rf"|(?P<composed>(?:{_ENTITY}|[^\W\d_])[\u0300-\u036f]+|{_ENTITY})"
    r"|(?P<eth>[Ðð])",
    re.IGNORECASE,
)
# One class of every code point that a branch above can begin with or need:
# most texts hold none of them and are done after one look.
_SUSPECT = re.compile(
    "[\r\t\x0b\x0c\x1c-\x1f\x85\xa0\xad\u0300-\u036f\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeffÐð&<]"
)


#: What was rewritten: where each piece begins and ends in the text as read, and in the text as given.
_Edits = tuple[Sequence[int], Sequence[int], Sequence[int], Sequence[int]]


class NormalText:
    """
    A text as it is read: composed letters, plain spaces and line ends.

    ``text`` and ``folded`` have one length, and `span` leads from an offset
    in them to the text as given.
    """

    __slots__ = ("_edits", "_ends", "_here", "_source_ends", "_source_starts", "folded", "source", "text")

    def __init__(self, source: str, text: str, edits: _Edits, folded: str | None = None) -> None:
        #: The text as given.
        self.source = source
        #: The text as read; its letters keep their case.
        self.text = text
        #: The text as it is matched: see `fold`.
        self.folded = fold(text) if folded is None else folded
        self._edits = edits
        self._here, self._ends, self._source_starts, self._source_ends = edits

    def joined(self, line_ends: Sequence[int]) -> NormalText:
        """
        Return the same text with a space in place of each of those line ends.
        """
        if not line_ends:
            return self
        pieces: list[str] = []
        last = 0
        for at in line_ends:
            pieces += (self.text[last:at], " ")
            last = at + 1
        pieces.append(self.text[last:])
        return NormalText(self.source, "".join(pieces), self._edits)

    def marked(self, folded: str) -> NormalText:
        """
        Return the same text with *folded*, a form of its folded text that carries more.
        """
        return NormalText(self.source, self.text, self._edits, folded)

    def span(self, start: int, end: int) -> Span:
        """
        Return where *start* to *end* of the normal form stand in the text as given.
        """
        if not self._here:
            return Span(start=start, end=max(start, end))
        first = self._source_start(start)
        return Span(start=first, end=max(first, self._source_end(end)))

    def written(self, start: int, end: int) -> str:
        """
        Return the words from *start* to *end* on one line.
        """
        words = self.text[start:end].strip()
        return " ".join(words.split()) if "  " in words or "\n" in words else words

    def _source_start(self, offset: int) -> int:
        edit = bisect_right(self._here, offset) - 1
        if edit < 0:
            return offset
        if offset < self._ends[edit]:
            return self._source_starts[edit]
        return self._source_ends[edit] + offset - self._ends[edit]

    def _source_end(self, offset: int) -> int:
        edit = bisect_left(self._here, offset) - 1
        if edit < 0:
            return offset
        if offset < self._ends[edit]:
            return self._source_ends[edit]
        return self._source_ends[edit] + offset - self._ends[edit]


def normalise(source: str) -> NormalText:
    """
    Bring *source* to the form in which it is read.

    Letters are composed (NFC, by the Latin letters), entities are read, tags
    and invisible characters are gone, each kind of space is a space and each
    kind of line end is a line feed. Time and memory grow linearly.
    """
    here, ends, source_starts, source_ends = array("q"), array("q"), array("q"), array("q")
    edits = (here, ends, source_starts, source_ends)
    if not _SUSPECT.search(source):
        return NormalText(source, source, edits)
    pieces: list[str] = []
    last = length = 0
    for found in _ODD.finditer(source):
        start, end = found.span()
        new = _REWRITE[found.lastgroup or ""](found[0])
        pieces.append(source[last:start])
        pieces.append(new)
        length += start - last
        # A letter whose marks changed places is one piece, even where its length stayed; "TN&MT;" holds no entity.
        if new != found[0] and (end - start > 1 or len(new) != 1):
            here.append(length)
            ends.append(length + len(new))
            source_starts.append(start)
            source_ends.append(end)
        length += len(new)
        last = end
    pieces.append(source[last:])
    return NormalText(source, "".join(pieces), edits)


def _composed(piece: str) -> str:
    """
    Read an entity or a letter with loose marks; what an entity stands for is rewritten like any other.
    """
    read = unicodedata.normalize("NFC", html.unescape(piece) if piece.startswith("&") else _vietnamese(piece))
    odd = _ODD.fullmatch(read) if piece.startswith("&") else None
    return _REWRITE[odd.lastgroup or ""](read) if odd and odd.lastgroup != "composed" else read


def _vietnamese(piece: str) -> str:
    """
    Read the eth of old fonts as the letter that it looks like.
    """
    return piece.replace("Ð", "Đ").replace("ð", "đ")


_REWRITE: Mapping[str, Callable[[str], str]] = {
    "break": lambda _: "\n",
    "gone": lambda _: "",
    "space": lambda _: " ",
    "composed": _composed,
    "eth": _vietnamese,
}
