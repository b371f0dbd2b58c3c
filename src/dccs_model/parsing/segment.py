"""
The layout of a page: headline, dateline, body, captions, bylines.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dccs_model.lexicon import Lexicon
from dccs_model.text.dates import FoundDate
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText

__all__ = ["Block", "Layout", "segment"]


class Block(NamedTuple):
    """
    A line of the page, by offsets, with what it is.
    """

    #: "title", "body", "heading", "caption", "byline" or "repeated".
    kind: str
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
    #: The dateline: the date, its clock and where both stand; or None.
    stamp: tuple[FoundDate, tuple[int, int] | None, int, int] | None


_LINE = re.compile(r"[^\n]+")
_STOPPED = re.compile(r"[.!?…;:,]['\"”’)\]\s|]*\Z")
_FULL_STOP = re.compile(r"[.!?…]['\"”’)\]\s|]*\Z")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s?[:hg]\s?([0-5]\d)(?::[0-5]\d)?(?!\d)")
_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_CREDIT = re.compile(r"(?:\(|\.\s?|\s|\A|-\s?)ảnh\s?(?::|\.|-)?\s?(?:[^.;:()\n]{1,40}|(?:\w{1,3}\.){1,3}\w{0,20})[.)]?\s*\Z")
_MENU = re.compile(r"[»›>|]\s*\S|\S\s/\s\S")
_BULLET = re.compile(r"\s*(?:[-+•*✅✔▪●🔹🔸👉📌⭐➡★☑]|\(?\d{1,2}[.)]|\([a-zđ]\)|[a-zđ]\))\s?")
_EVENT_OPENING = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*[-:]?\s*|[a-z0-9đ.]{2,12}\s?[-:]\s+)?"
    r"(?:vào\s|từ\s|trong\s|theo\s|thực hiện\s|nhằm\s|để\s|được sự\s|(?:buổi\s)?(?:sáng|trưa|chiều|tối)\b|ngày\s\d|vừa qua|hôm nay|tại\s|\()"
)
_AUTHOR = re.compile(rf"(?:[Tt]ác giả|[Nn]gười đăng)\s?:\s?([{UPPER}][{UPPER}{LOWER}'’.]*(?:\s[{UPPER}][{UPPER}{LOWER}'’.]*){{0,4}})")
_SUBJECT = re.compile(
    r"(?:các |đông đảo |toàn thể |nhiều )?(?:đại biểu|đại diện|lãnh đạo|đoàn|cử tri|cán bộ|người dân|nhân dân|hội viên|cụm|già làng|thường trực|bà con)\b"
)
_NAME = re.compile(rf"[{UPPER}][{UPPER}{LOWER}'’.]*(?:[ -]{{1,3}}[{UPPER}][{UPPER}{LOWER}'’.]*){{1,4}}\Z")


def segment(text: NormalText, lexicon: Lexicon) -> Layout:
    """
    Tell the lines of a page apart.
    """
    text = text.joined(_wrapped(text.text))
    page = _Page(text, lexicon)
    lines = [line for line in ((m.start(), m.end()) for m in _LINE.finditer(text.text)) if not text.text[line[0] : line[1]].isspace()]
    blocks: list[Block] = []
    stamp = None
    seen: dict[str, int] = {}
    last_body = 0
    for index, (start, end) in enumerate(lines):
        start, end = page.trimmed(start, end)
        folded = text.folded[start:end]
        if page.is_end(folded) and any(block.kind == "body" for block in blocks):
            break
        found = page.stamp(start, end)
        if found:
            stamp = stamp or found
            author = _AUTHOR.search(text.text, start, end)
            if author:
                blocks.append(Block("byline", author.start(1), author.end(1)))
            continue
        if page.is_junk(folded, start, end):
            continue
        key = " ".join(_WORD.findall(folded))
        has_title = any(block.kind == "title" for block in blocks)
        if len(key) > 30 and key in seen:
            blocks.append(Block("repeated", start, end))
            continue
        seen[key] = index
        dated = stamp is not None or (index + 1 < len(lines) and page.stamp(*page.trimmed(*lines[index + 1])) is not None)
        kind = page.kind(start, end, has_title=has_title, has_body=last_body > 0, is_last=index >= len(lines) - 3, dated=dated)
        if kind == "body":
            last_body += 1
            stamp = stamp or page.labelled_stamp(start, min(end, start + 400))
        blocks.append(Block(kind, start, end))
    return Layout(text, tuple(_with_glued_byline(page, blocks)), stamp)


def _wrapped(text: str) -> list[int]:
    """
    Return the offsets of the line ends that stand in mid-sentence.

    A page that was copied with its line breaks has many lines of one width
    that go on with a small letter. In such a page a full line goes on even
    where the next begins with a capital ("huyện" / "Lý Nhân").
    """
    lines = text.split("\n")
    offset = 0
    small: list[tuple[int, int]] = []
    big: list[tuple[int, str, str]] = []
    for line, following in zip(lines, lines[1:], strict=False):
        offset += len(line)
        bare, head = line.strip(), following.lstrip()[:1]
        if bare and head:
            if head.islower() and (not _STOPPED.search(bare[-12:]) or (len(bare) > 40 and bare.endswith((",", ";")))):
                small.append((offset, len(bare)))
            elif not _STOPPED.search(bare[-12:]):
                big.append((offset, bare, following.strip()))
        offset += 1
    ends = [at for at, _ in small]
    if len(small) >= 3:
        full = sorted(width for _, width in small)[len(small) // 2] * 0.8
        ends += [at for at, line, following in big if _goes_on(line, following, full)]
    return sorted(ends)


def _goes_on(line: str, following: str, full: float) -> bool:
    """
    Whether a line of a wrapped page goes on in the next, which begins with a capital.
    """
    if len(line) >= max(full, 30):
        return True
    last = line.rsplit(None, 1)[-1]
    if len(line) >= 25:
        return last[:1].isupper() or last in ("huyện", "xã", "tỉnh", "phường", "quận", "thôn", "bản", "ấp", "chí", "ông", "bà")
    words = [*line.split(), *following.split()]
    return len(words) <= 4 and all(word[:1].isupper() and word[1:].islower() for word in words)


class _Page:
    """
    The questions that are asked of a line.
    """

    def __init__(self, text: NormalText, lexicon: Lexicon) -> None:
        self.text = text
        page = lexicon["page"]
        self.lexicon = lexicon
        self.junk = page.where(of="junk")
        self.ends = page.where(of="end")
        self.stamps = page.where(of="stamp")
        self.captions = page.where(of="caption")
        self.bylines = page.where(of="byline")
        self.dates = lexicon.dates
        self.events = lexicon["meetings"].where(of="event")

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text.text[start].isspace():
            start += 1
        while start < end and self.text.text[end - 1].isspace():
            end -= 1
        if self.text.folded.startswith("null ", start):
            start += 5
        return start, end

    def is_end(self, folded: str) -> bool:
        return len(folded) < 60 and " ".join(_WORD.findall(folded)) in self.ends

    def is_junk(self, folded: str, start: int, end: int) -> bool:
        if len(folded) > 120:
            return False
        if not _WORD.search(folded) or (_MENU.search(folded) and len(folded) < 100 and not _FULL_STOP.search(folded)):
            return True
        words = len(_WORD.findall(folded))
        covered = sum(len(_WORD.findall(folded[h.start : h.end])) for h in self.junk.find(folded, 0, len(folded)))
        return covered == words or folded.startswith(("http", "www."))

    def stamp(self, start: int, end: int) -> tuple[FoundDate, tuple[int, int] | None, int, int] | None:
        """
        Read a line that is nothing but a publication date.
        """
        if end - start > 140:
            return None
        folded = self.text.folded
        date = self._date(start, end)
        if date is None or date.year is None:
            return None
        line = folded[start:end]
        rest = self.stamps.pattern.sub(" ", _CLOCK.sub(" ", line.replace(folded[date.start : date.end], " ", 1)))
        if len(_WORD.findall(rest)) > (6 if "tác giả" in rest else 0):
            return None
        return date, _clock(line), start, end

    def labelled_stamp(self, start: int, end: int) -> tuple[FoundDate, tuple[int, int] | None, int, int] | None:
        """
        Read a publication date that stands in a line of text behind its label.
        """
        folded = self.text.folded
        for hit in self.stamps.find(folded, start, end):
            label = folded[hit.start : hit.end]
            if label.startswith(("ngày đăng", "cập nhật", "đăng ngày", "ngày cập nhật", "ngày xuất bản")):
                date = self._date(hit.end, min(end, hit.end + 30))
                if date and date.year:
                    return date, _clock(folded[hit.end : date.end + 20]), hit.start, date.end
        return None

    def kind(self, start: int, end: int, *, has_title: bool, has_body: bool, is_last: bool, dated: bool) -> str:
        folded, raw = self.text.folded[start:end], self.text.text[start:end]
        if self.is_caption(folded, raw, start, has_title=has_title or has_body):
            return "caption"
        title = not has_title and not has_body and self._could_be_title(folded, raw, dated=dated)
        if not title and self.is_byline(folded, raw, edge=is_last or not has_body):
            return "byline"
        if title:
            return "title"
        if len(raw) < 160 and not _STOPPED.search(raw) and not _BULLET.match(raw) and not (is_last and len(raw) > 60):
            return "heading"
        return "body"

    def is_caption(self, folded: str, raw: str, start: int, *, has_title: bool) -> bool:
        if len(raw) > 320:
            return False
        if _CREDIT.search(folded) and len(raw) > 8 and not self.is_byline(folded, raw, edge=True):
            return True
        if raw.startswith("(") and raw.endswith(")") and len(raw) < 200:
            return True
        if not has_title or ":" in raw[:-1] or _BULLET.match(raw):
            return False
        inner = raw.rstrip(".… ")
        if re.search(r"[.;!?]\s", inner) or len(raw) > 260:
            return False
        opening = self.captions.at(folded, 0, len(folded))
        if opening and len(raw) < 220:
            return not _FULL_STOP.search(raw) or len(raw) < 110
        stopped = bool(_STOPPED.search(raw))
        person = self.lexicon["honorifics"].at(folded, 0, len(folded)) or self.lexicon["positions"].at(folded, 0, len(folded))
        role = self.lexicon["roles"].first(folded, 0, len(folded))
        if person and role and role.start > 0:
            if not stopped:
                return True
            # "X trao Huy hiệu 40 năm tuổi Đảng." tells one thing and reports no words.
            return len(raw) < 170 and raw.endswith(".") and not self._speaks(folded, role.end) and raw.count(",") <= 2
        if stopped or len(raw) < 25:
            return False
        return bool(_SUBJECT.match(folded)) and not self.lexicon["sections"].at(folded, 0, len(folded))

    def is_byline(self, folded: str, raw: str, *, edge: bool) -> bool:
        if len(raw) > 90 or _FULL_STOP.search(raw.rstrip("./ ")):
            return False
        label = self.bylines.at(folded.lstrip("(- "), 0, 40)
        if label and re.match(r"\s{0,2}[:\-]\s{0,2}\S|\s+\S", folded.lstrip("(- ")[label.end :]):
            after = raw[raw.find(":") + 1 :] if ":" in raw else ""
            return bool(after.strip()) and after.strip()[0].isupper()
        if not edge:
            return False
        bare = re.split(r"\s+[-–(]\s*|\s*\(", raw.strip("()[]|- ."))[0].strip()
        return bool(_NAME.match(bare)) and len(raw) <= 60 and not self.events.first(folded, 0, len(folded))

    def _could_be_title(self, folded: str, raw: str, *, dated: bool) -> bool:
        if not 15 <= len(raw) <= 260 or _EVENT_OPENING.match(folded):
            return False
        inner = raw.rstrip(". ")
        if re.search(rf"[.!?]\s+[{UPPER}]", inner):
            return False
        return not raw.endswith((".", ";", ":", ",")) or (dated and raw.endswith(".") and len(raw) < 220)

    def _speaks(self, folded: str, start: int) -> bool:
        return bool(self.lexicon["speech"].telling("kind").first(folded, start, len(folded)))

    def _date(self, start: int, end: int) -> FoundDate | None:
        iso = _ISO_DATE.search(self.text.folded, start, end)
        if iso:
            year, month, day = map(int, iso.groups())
            return FoundDate(iso.start(), iso.end(), year, month, day, month, day, None, None)
        return next(self.dates.find(self.text.folded, start, end), None)


def _clock(line: str) -> tuple[int, int] | None:
    found = _CLOCK.search(line)
    if not found:
        return None
    hour = int(found[1])
    late = re.search(r"\b(?:pm|ch)\b", line[found.end() : found.end() + 6])
    return (hour + 12 if late and hour < 12 else hour), int(found[2])


_GLUED = re.compile(rf"(?:\./\.|/\.|\.)\s{{1,3}}(?=[{UPPER}][^.!?;:,]{{2,40}}\|?\s*\Z)")


def _with_glued_byline(page: _Page, blocks: list[Block]) -> list[Block]:
    """
    Part a byline from the sentence it was glued to ("… ấm no./. Lâm Thảo").
    """
    last = max((i for i, block in enumerate(blocks) if block.kind == "body"), default=None)
    if last is None or any(block.kind == "byline" for block in blocks):
        return blocks
    block = blocks[last]
    tail = max(block.start, block.end - 60)
    found = None
    for found in _GLUED.finditer(page.text.text, tail, block.end):
        pass
    if found is None:
        return blocks
    start, end = found.end(), block.end
    while end > start and page.text.text[end - 1] in "| .":
        end -= 1
    if not page.is_byline(page.text.folded[start:end], page.text.text[start:end], edge=True):
        return blocks
    return [*blocks[:last], Block("body", block.start, found.end()), Block("byline", start, end), *blocks[last + 1 :]]
