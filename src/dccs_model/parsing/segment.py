"""
The layout of a page: headline, dateline, body, captions, bylines.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dccs_model.lexicon import Lexicon, Table
from dccs_model.parsing.wrapping import STOPPED, wrapped_ends
from dccs_model.text.dates import FoundDate
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText

__all__ = ["NEWSROOM", "Block", "Layout", "Segmenter", "Stamp"]


class Block(NamedTuple):
    """
    A line of the page, by offsets, with what it is and its sentences.
    """

    #: "title", "body", "heading", "caption", "byline" or "repeated".
    kind: str
    #: Offset of its first code point.
    start: int
    #: Offset just past its last.
    end: int
    #: Its sentences, by offsets.
    sentences: tuple[tuple[int, int], ...] = ()


class Stamp(NamedTuple):
    """
    A publication date.
    """

    #: The date.
    date: FoundDate
    #: The hour and the minute, or None.
    clock: tuple[int, int] | None
    #: Offset of its first code point.
    start: int
    #: Offset just past its last.
    end: int


class Layout(NamedTuple):
    """
    What a page is made of.
    """

    #: The text, with the lines that were wrapped in mid-sentence joined.
    text: NormalText
    #: The lines that count, in order.
    blocks: tuple[Block, ...]
    #: The publication date, or None.
    stamp: Stamp | None


# A line without the spaces at its ends; "null" is what a page's script left where it had no value.
_LINE = re.compile(r"(?:null )?(\S(?:[^\n]*\S)?)")
_FULL_STOP = re.compile(r"[.!?…]['\"”’)\]\s|]*\Z")
_INNER_STOP = re.compile(r"[.;!?]\s")
_CLOCK = re.compile(r"(?=\d)(?<!\d)([01]?\d|2[0-3])\s?[:hg]\s?([0-5]\d)(?::[0-5]\d)?(?!\d)")
_DIGIT = re.compile(r"[0-9]")
_STAMP_LABELS = ("ngày đăng", "cập nhật", "đăng ngày", "ngày cập nhật", "ngày xuất bản")
# "2022-07-05", "2022/07/05", "2022-07-05T08:30:00+07:00"; a time of another zone is left alone.
_ISO_DATE = re.compile(
    r"((?:19|20)\d\d)(?<!\d\d{4})([-/])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:t(?=\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:\+07:?00)?(?![\d:+z.-]))|(?!\d))"
)
_WORD = re.compile(r"[^\W\d_]+")
# A name behind "ảnh" that opens a sentence or has a mark: "hình ảnh người cán bộ", "ảnh hưởng của bão" credit none.
_CREDIT = re.compile(
    r"(?:(?:\(|\.\s?|\A|-\s?)ảnh\s?(?::|\.|-)?|\sảnh\s?[:.-])(?!\shưởng)"
    r"\s?(?:[^.;:()\n]{1,40}|(?:\w{1,3}\.){1,3}\w{0,20})[.)]?\s*\Z"
)
_LABELLED = re.compile(r"\s{0,2}[:\-]\s{0,2}\S|\s+\S")
_NEWSROOM_OPENING = re.compile(r"\s+[-–(]\s*|\s*\(")
_SECOND_SENTENCE = re.compile(rf"[.!?]\s+[{UPPER}]")
_AFTERNOON = re.compile(r"\b(?:pm|ch)\b")
_MENU = re.compile(r"[»›>|/](?:(?<!/)\s*\S|(?<=\S\s/)\s\S)")
_BULLET = re.compile(r"\s*(?:[-+•*✅✔▪●🔹🔸👉📌⭐➡★☑]|\(?\d{1,2}[.)]|\([a-zđ]\)|[a-zđ]\))\s?")
_EVENT_OPENING = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*[-:]?\s*|[a-z0-9đ.]{2,12}\s?[-:]\s+)?"
    r"(?:vào\s|từ\s|trong\s|theo\s|thực hiện\s|nhằm\s|để\s|được sự\s|(?:buổi\s)?(?:sáng|trưa|chiều|tối)\b"
    r"|ngày\s\d|vừa qua|hôm nay|tại\s|\()"
)
_AUTHOR = re.compile(
    rf"(?:[Tt]ác giả|[Nn]gười đăng)\s?:\s?([{UPPER}][{UPPER}{LOWER}'’.]*(?:\s[{UPPER}][{UPPER}{LOWER}'’.]*){{0,4}})"
)
#: A line of fewer code points names a section more often than an event.
_SHORT_TITLE = 30
_SUBJECT = re.compile(
    r"(?:các |đông đảo |toàn thể |nhiều )?(?:đại biểu|đại diện|lãnh đạo|đoàn|cử tri|cán bộ|người dân"
    r"|nhân dân|hội viên|cụm|già làng|thường trực|bà con)\b"
)
_NAME = re.compile(rf"[{UPPER}][{UPPER}{LOWER}'’.]*(?:[ -]{{1,3}}[{UPPER}][{UPPER}{LOWER}'’.]*){{1,4}}\Z")
_INITIAL = re.compile(rf"[{UPPER}]\.[{UPPER}][{LOWER}]+\Z")
#: What the name of a newsroom or of a body begins with, in folded text.
NEWSROOM = re.compile(
    r"(?:đài|báo|ban(?!\smai\Z)|phòng|hội|trung tâm|văn phòng|ubnd|hđnd|mttq|ubmttq|phường|xã|huyện|tỉnh|thị trấn"
    r"|thành phố|công an|tt|vp|sở|đảng ủy|huyện ủy|ủy ban|trường)\s"
)


class Segmenter:
    """
    Tells the lines of a page apart; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        page = lexicon["page"]
        self._junk = page.where(of="junk")
        self._ends = page.where(of="end")
        self._stamps = page.where(of="stamp")
        self._captions = page.where(of="caption")
        self._bylines = page.where(of="byline")
        self._dates = lexicon.dates
        self._events = lexicon["meetings"].where(of="event")
        self._honorifics = lexicon["honorifics"]
        self._positions = lexicon["positions"]
        self._roles = lexicon["roles"]
        self._sections = lexicon["sections"]
        self._says = Table(e for e in lexicon["speech"].entries if e.get("kind") or e.get("says"))

    def segment(self, text: NormalText) -> Layout:
        """
        Return the lines of a page with what each is.
        """
        text = text.joined(wrapped_ends(text.text))
        lines = [found.span(1) for found in _LINE.finditer(text.text)]
        stamp_of = cache(lambda line: self._stamp(text, *line))
        blocks: list[Block] = []
        stamp: Stamp | None = None
        seen: set[str] = set()
        kinds: set[str] = set()
        for index, (start, end) in enumerate(lines):
            folded = text.folded[start:end]
            key = " ".join(folded.split()) if "  " in folded else folded
            if len(key) > 30:
                if key in seen:
                    blocks.append(Block("repeated", start, end))
                    continue
                seen.add(key)
            if "body" in kinds and self._is_end(folded):
                break
            found = stamp_of((start, end))
            if found:
                stamp = stamp or found
                author = _AUTHOR.search(text.text, start, end)
                if author:
                    blocks.append(Block("byline", *author.span(1)))
                continue
            if self._is_junk(folded, text.text[start:end]):
                continue
            if self._retitles(blocks, kinds, stamp, folded, text.text[start:end]):
                # What stood above the date was the name of a section, and this is the headline.
                blocks.pop()
                kinds.discard("title")
            # Only a line that can be the title asks whether a date stands beside it.
            dated = not kinds & {"title", "body"} and (
                stamp is not None or (index + 1 < len(lines) and stamp_of(lines[index + 1]) is not None)
            )
            kind = self._kind(text, start, end, kinds, is_last=index >= len(lines) - 3, dated=dated)
            if kind == "body":
                stamp = stamp or self._labelled_stamp(text, start, min(end, start + 400))
            kinds.add(kind)
            blocks.append(Block(kind, start, end))
        return Layout(text, tuple(_with_headline(self._with_glued_byline(text, blocks))), stamp)

    def _retitles(self, blocks: list[Block], kinds: set[str], stamp: Stamp | None, folded: str, raw: str) -> bool:
        """
        Whether a line below the date is the headline, and the short one above it was none.
        """
        if (
            stamp is None
            or kinds != {"title"}
            or not blocks
            or blocks[-1].end > stamp.start
            or blocks[-1].end - blocks[-1].start >= 45
        ):
            return False
        return self._could_be_title(folded, raw, dated=False) and len(raw) > 40

    def _is_end(self, folded: str) -> bool:
        return len(folded) < 60 and " ".join(_WORD.findall(folded)) in self._ends

    def _is_junk(self, folded: str, raw: str) -> bool:
        if len(folded) > 120:
            return False
        word = _WORD.search(folded)
        if word is None or (len(folded) < 100 and _MENU.search(raw) and not _FULL_STOP.search(folded)):
            return True
        if self._junk.at(folded, word.start(), len(folded)):
            junk = self._junk.find(folded, 0, len(folded))
            return sum(len(_WORD.findall(folded[h.start : h.end])) for h in junk) == len(_WORD.findall(folded))
        return folded.startswith(("http", "www."))

    def _stamp(self, text: NormalText, start: int, end: int) -> Stamp | None:
        """
        Read a line that is nothing but a publication date.
        """
        if end - start > 140 or not _DIGIT.search(text.text, start, end):
            return None
        folded = text.folded
        date = self._date(text, start, end)
        if date is None or date.year is None:
            return None
        line = folded[start:end]
        rest = self._stamps.pattern.sub(" ", _CLOCK.sub(" ", line.replace(folded[date.start : date.end], " ", 1)))
        if len(_WORD.findall(rest)) > (6 if "tác giả" in rest else 0):
            return None
        return Stamp(date, _clock(line), start, end)

    def _labelled_stamp(self, text: NormalText, start: int, end: int) -> Stamp | None:
        """
        Read a publication date that stands in a line of text behind its label.
        """
        folded = text.folded
        head = folded[start:end]
        if not any(label in head for label in _STAMP_LABELS):
            return None
        for hit in self._stamps.find(folded, start, end):
            label = folded[hit.start : hit.end]
            if label.startswith(_STAMP_LABELS):
                date = self._date(text, hit.end, min(end, hit.end + 30))
                if date and date.year:
                    return Stamp(date, _clock(folded[hit.end : date.end + 20]), hit.start, date.end)
        return None

    def _kind(self, text: NormalText, start: int, end: int, kinds: set[str], *, is_last: bool, dated: bool) -> str:
        folded, raw = text.folded[start:end], text.text[start:end]
        has_title, has_body = "title" in kinds, "body" in kinds
        if len(raw) <= 320 and self._is_caption(folded, raw, has_title=has_title or has_body):
            return "caption"
        title = not has_title and not has_body and self._could_be_title(folded, raw, dated=dated)
        if not title and self._is_byline(folded, raw, edge=is_last or not has_body):
            return "byline"
        if title:
            return "title"
        if len(raw) < 160 and not STOPPED.search(raw) and not _BULLET.match(raw) and not (is_last and len(raw) > 60):
            return "heading"
        return "body"

    def _is_caption(self, folded: str, raw: str, *, has_title: bool) -> bool:
        if "ảnh" in folded and len(raw) > 8 and _CREDIT.search(folded) and not self._is_byline(folded, raw, edge=True):
            return True
        if raw.startswith("(") and raw.endswith(")") and len(raw) < 200:
            return not _NAME.match(raw.strip("() "))
        if not has_title or ":" in raw[:-1] or _BULLET.match(raw):
            return False
        inner = raw.rstrip(".… ")
        if len(raw) > 260 or _INNER_STOP.search(inner):
            return False
        opening = self._captions.at(folded, 0, len(folded))
        if opening and len(raw) < 220:
            # "Các đại biểu dự hội nghị đã thống nhất cao với dự thảo." tells what was done, and shows no picture.
            return not _FULL_STOP.search(raw) or (len(raw) < 110 and " đã " not in folded)
        stopped = bool(STOPPED.search(raw))
        person = self._honorifics.at(folded, 0, len(folded)) or self._positions.at(folded, 0, len(folded))
        role = self._roles.first(folded, 0, len(folded)) if person else None
        if role and role.start > 0:
            if not stopped:
                return True
            # "X trao Huy hiệu 40 năm tuổi Đảng." tells one thing and reports no words.
            return len(raw) < 170 and raw.endswith(".") and not self._speaks(folded, role.end) and raw.count(",") <= 2
        if stopped or len(raw) < 25:
            return False
        return bool(_SUBJECT.match(folded)) and not self._sections.at(folded, 0, len(folded))

    def _is_byline(self, folded: str, raw: str, *, edge: bool) -> bool:
        if len(raw) > 90 or _FULL_STOP.search(raw.rstrip("./ ")):
            return False
        label = self._bylines.at(folded.lstrip("(- "), 0, 40)
        # "Theo báo cáo: Toàn xã còn 25 hộ nghèo." names no writer, "Theo: Báo Nghệ An" does.
        if label and folded.startswith("theo ") and ":" in raw[5:]:
            return False
        if label and _LABELLED.match(folded.lstrip("(- "), label.end):
            after = raw[raw.find(":") + 1 :].strip() if ":" in raw else ""
            return after[:1].isupper() and not self._pictures(folded[raw.find(":") + 1 :].strip())
        if not edge or len(raw) > 60 or ("(" in raw and not raw.endswith((")", "."))):
            return False
        if self._events.first(folded, 0, len(folded)) or self._sections.first(folded, 0, len(folded)):
            return False
        if NEWSROOM.match(folded):
            return False
        names = _NEWSROOM_OPENING.split(raw.strip("()[]|- ."))
        several = [part.strip() for part in names[0].split(",")]
        return all(_NAME.match(part) for part in several) or (len(names) > 1 and bool(_INITIAL.match(several[0])))

    def _pictures(self, folded: str) -> bool:
        """
        Whether what stands behind "Ảnh:" describes the picture: "Ảnh: Đồng chí Lê Án phát biểu".
        """
        person = self._honorifics.at(folded, 0, len(folded)) or self._positions.at(folded, 0, len(folded))
        return bool(self._captions.at(folded, 0, len(folded)) or (person and self._roles.first(folded, 0, len(folded))))

    def _could_be_title(self, folded: str, raw: str, *, dated: bool) -> bool:
        if not 15 <= len(raw) <= 260 or _EVENT_OPENING.match(folded):
            return False
        inner = raw.rstrip(". ")
        if _SECOND_SENTENCE.search(inner):
            return False
        return not raw.endswith((".", ";", ":", ",")) or (dated and raw.endswith(".") and len(raw) < 220)

    def _speaks(self, folded: str, start: int) -> bool:
        return bool(self._says.first(folded, start, len(folded)))

    def _date(self, text: NormalText, start: int, end: int) -> FoundDate | None:
        iso = _ISO_DATE.search(text.folded, start, end)
        if iso:
            year, month, day = map(int, iso.group(1, 3, 4))
            return FoundDate(iso.start(), iso.end(), year, month, day, month, day, None, None)
        return next(self._dates.find(text.folded, start, end), None)

    def _with_glued_byline(self, text: NormalText, blocks: list[Block]) -> list[Block]:
        """
        Part a byline from the sentence it was glued to ("… ấm no./. Lâm Thảo").
        """
        last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=None)
        if last is None or any(block.kind == "byline" for block in blocks):
            return blocks
        block = blocks[last]
        tail = max(block.start, block.end - 60)
        glued = [found.end() for found in _GLUED.finditer(text.text, tail, block.end)]
        if not glued:
            return blocks
        start, end = glued[-1], block.end
        while end > start and text.text[end - 1] in "| .":
            end -= 1
        if not self._is_byline(text.folded[start:end], text.text[start:end], edge=True):
            return blocks
        return [
            *blocks[:last],
            Block("body", block.start, glued[-1]),
            Block("byline", start, end),
            *blocks[last + 1 :],
        ]


def _with_headline(blocks: list[Block]) -> list[Block]:
    """
    Take the longest line above the body for the headline where a short one stands first.

    The short one is the name of a site or of a section.
    """
    head = [index for index, block in enumerate(blocks) if block.kind in ("title", "heading")]
    first_body = next((index for index, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    head = [index for index in head if index < first_body]
    if not head or blocks[head[0]].kind != "title":
        return blocks
    width = {index: blocks[index].end - blocks[index].start for index in head}
    longest = max(head, key=lambda index: width[index])
    if width[head[0]] >= _SHORT_TITLE or width[longest] < _SHORT_TITLE:
        return blocks
    blocks = list(blocks)
    blocks[longest] = blocks[longest]._replace(kind="title")
    del blocks[head[0]]
    return blocks


def _clock(line: str) -> tuple[int, int] | None:
    found = _CLOCK.search(line)
    if not found:
        return None
    hour = int(found[1])
    late = _AFTERNOON.search(line, found.end(), found.end() + 6)
    return (hour + 12 if late and hour < 12 else hour), int(found[2])


_GLUED = re.compile(rf"(?:\./\.|/\.|\.)\s{{1,3}}(?=[{UPPER}][^.!?;:,]{{2,40}}\|?\s*\Z)")
