"""
The frame of an article: headline, publication date, bylines, captions.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from dccs_model.model import Article, Byline, Caption, Credit, match_key
from dccs_model.parsing.segment import NEWSROOM, Block, Layout, Stamp
from dccs_model.parsing.when import partial
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText

__all__ = ["read_frame"]

_CREDITS = (
    (Credit.TEXT, re.compile(r"tin|bài|viết|tác giả")),
    (Credit.PHOTO, re.compile(r"ảnh|hình")),
    (Credit.VIDEO, re.compile(r"video|clip")),
)
_NAME = re.compile(rf"[\s(]*([{UPPER}][{UPPER}{LOWER}'’.]*(?:[ -]{{1,2}}[{UPPER}][{UPPER}{LOWER}'’.]*){{0,5}})")
# Where one byline ends and the next begins: "Tin: A - Ảnh: B", "A, B", "A và B".
_SHORT_FORM = re.compile(r"[A-ZĐ]{3,}(?![a-z])")
_PARTING = re.compile(r"\s*[;&]\s*|\s+[-–]\s+|,\s+|\s+và\s+")


def read_frame(layout: Layout, source: str, url: str | None, published_at: dt.date | None) -> Article:
    """
    Return the article with what stands around its body.
    """
    text = layout.text
    title = next((block for block in layout.blocks if block.kind == "title"), None)
    moment = _moment(layout.stamp) if layout.stamp else None
    return Article(
        text=source,
        title=text.written(title.start, title.end) if title else None,
        url=url,
        published_at=published_at or moment,
        bylines=tuple(_bylines(text, layout.blocks)),
        captions=tuple(_captions(text, layout.blocks)),
        title_span=text.span(title.start, title.end) if title else None,
        published_span=text.span(layout.stamp.start, layout.stamp.end) if layout.stamp and moment else None,
    )


def _moment(stamp: Stamp) -> dt.date | None:
    """
    Return the day of a dateline, with its clock in the zone of Việt Nam; None for a day that cannot be.
    """
    found = partial(stamp.date.year or 1, stamp.date.month, stamp.date.day)
    day = found.date if found else None
    if day is None or stamp.clock is None:
        return day
    return dt.datetime(day.year, day.month, day.day, *stamp.clock, tzinfo=_zone())


@cache
def _zone() -> dt.tzinfo | None:
    """
    Return the zone of Việt Nam; it is loaded only for a page that gives a clock.
    """
    from dateutil.tz import gettz

    return gettz("Asia/Ho_Chi_Minh")


def _bylines(text: NormalText, blocks: Sequence[Block]) -> list[Byline]:
    bylines: dict[str, Byline] = {}
    for block in blocks:
        if block.kind == "byline":
            for byline in _bylines_of(text, block):
                bylines.setdefault(match_key(byline.name), byline)
    return list(bylines.values())


def _bylines_of(text: NormalText, block: Block) -> Iterator[Byline]:
    labelled: tuple[Credit, ...] = ()
    at = block.start
    while at < block.end:
        colon = text.text.find(":", at, block.end)
        parting = _PARTING.search(text.text, max(at, colon + 1), block.end)
        stop = parting.start() if parting else block.end
        if colon >= 0 and colon < stop:
            label = text.folded[at:colon]
            labelled = tuple(credit for credit, words in _CREDITS if words.search(label))
            at = colon + 1
        name = _NAME.match(text.text, at, stop)
        # A single word is a pen name only behind a label: "Ảnh: Lư".
        if name and (" " in name[1].strip() or labelled or "." in name[1][1:-1]):
            end = name.start(1) + len(name[1].rstrip(" .-"))
            yield Byline(name=text.written(name.start(1), end), credits=labelled, span=text.span(name.start(1), end))
        elif at > block.start and not labelled:
            return
        if parting is None or not _is_another(text.text, parting, block.end):
            return
        at = parting.end()


def _is_another(text: str, parting: re.Match[str], end: int) -> bool:
    """
    Whether another name follows a mark, and not the newsroom of the first ("Thu Hiền - Hội CCB huyện Lạc Thủy").
    """
    rest = text[parting.end() : end]
    if ":" in rest:
        return True
    # Of three writers the second ends where the third begins.
    after = _PARTING.search(rest)
    rest = rest[: after.start()] if after else rest
    name = _NAME.match(rest)
    whole = bool(name) and not rest[name.end() :].strip(" .|)") if name else False
    return (
        whole
        and not NEWSROOM.match(rest.lower())
        and 2 <= len(rest.split()) <= 4
        and (rest.isupper() or not _SHORT_FORM.search(rest))
    )


def _captions(text: NormalText, blocks: Sequence[Block]) -> list[Caption]:
    captions: dict[str, Caption] = {}
    for block in blocks:
        if block.kind != "caption":
            continue
        start, end = block.start, block.end
        if text.text[start] == "(" and text.text[end - 1] == ")":
            start, end = start + 1, end - 1
        written = text.written(start, end)
        if written:
            captions.setdefault(match_key(written), Caption(text=written, span=text.span(start, end)))
    return list(captions.values())
