"""
Posts in parts: rank, body, tier, and the form with abbreviations unfolded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dccs_model.lexicon import Lexicon
from dccs_model.model import Level, Position, PositionStatus, Rank, match_key
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText
from dccs_model.text.phrases import fold

__all__ = ["PositionReader"]

_WORD = re.compile(r"[^\W_]+(?:\.[^\W\d_]+)*")
# What every short form holds: a capital with no small letter behind it, or a full stop.
_SHORTENED = re.compile(rf"[{UPPER}](?![{LOWER}])|\.")
#: How many posts a reader keeps in mind.
_KEPT = 4096

#: A post as written, and where it stands.
_Written = tuple[str, int, int]


class _Post(NamedTuple):
    """
    What a post says, wherever it stands.
    """

    title: str | None
    rank: Rank | None
    organisation: str | None
    level: Level | None
    status: PositionStatus | None


class PositionReader:
    """
    Reads one post; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = lexicon["positions"]
        self._bodies = lexicon["bodies"]
        self._short = {word: entry.get("full") for entry in lexicon["abbreviations"].entries for word in entry.words}
        # A few hundred posts are most of those that articles name.
        self._post = lru_cache(_KEPT)(self._parted)
        #: Return the form in which two posts are compared.
        self.key = lru_cache(_KEPT)(lambda written: match_key(self.unfolded(written)))

    def read(self, text: NormalText, places: Sequence[tuple[int, int]]) -> tuple[Position, ...]:
        """
        Return the posts that stand in these places, each once and in its fullest form, in the order of first mention.
        """
        kept = _merged([(text.written(start, end), start, end) for start, end in places], self.key)
        return tuple(self._position(text, *each) for each in kept)

    def _position(self, text: NormalText, written: str, start: int, end: int) -> Position:
        post = self._post(written)
        return Position(
            text=written,
            title=post.title,
            rank=post.rank,
            organisation=post.organisation,
            level=post.level,
            status=post.status,
            span=text.span(start, end),
        )

    def _parted(self, written: str) -> _Post:
        title = self.unfolded(written)
        folded = fold(title)
        status = None
        at = 0
        head = self._heads.at(folded, 0, len(folded))
        if head and head.entry.get("status"):
            status = head.entry.get("status")
            at = head.end + 1
            head = self._heads.at(folded, at, len(folded))
        rank = head.entry.get("rank") if head else None
        body = title[head.end :].strip(" ,-–") if head else ""
        if rank is Rank.MEMBER and folded.startswith("ủy viên ", head.start if head else 0):
            body = title[at + len("ủy viên ") :].strip()
        if head and folded[head.start : head.end].split()[-1] in (
            "ban",
            "phòng",
            "đoàn",
            "thôn",
            "bản",
            "ấp",
            "công an",
            "văn phòng",
        ):
            body = title[at:][folded[at : head.end].rfind(" ") + 1 :].strip()
        return _Post(title if title != written else None, rank, body or None, self._level(folded), status)

    def unfolded(self, written: str) -> str:
        """
        Return a post with its short forms written out.
        """
        if not _SHORTENED.search(written):
            return written
        return _WORD.sub(
            lambda found: (
                self._short.get(found[0].lower(), found[0]) if found[0].isupper() or "." in found[0] else found[0]
            ),
            written,
        )

    def _level(self, folded: str) -> Level | None:
        # "Bí thư Đảng ủy xã" and "Trưởng Ban Dân vận Huyện ủy": the last word that tells is the body's own tier;
        # "nông thôn" is no "thôn".
        told = [hit.entry.get("level") for hit in self._bodies.find(folded, 0, len(folded))]
        return next((level for level in reversed(told) if level), None)


def _merged(posts: Sequence[_Written], key_of: Callable[[str], str]) -> list[_Written]:
    """
    Keep each post once, in its fullest form, in the order of first mention.

    "Trưởng Ban Tổ chức" and "Trưởng ban tổ chức huyện ủy" are one post; so are
    "Ủy viên BTV" and "Ủy viên Ban Thường vụ".
    """
    kept: list[tuple[str, _Written]] = []
    for post in posts:
        key = key_of(post[0])
        for index, (other, known) in enumerate(kept):
            if key == other:
                # The same post: the form that spells it out is the fuller one.
                if post[0] != known[0] and _fullness(post[0]) > _fullness(known[0]):
                    kept[index] = (key, post)
                break
            if _one_post(key, other):
                if len(key) > len(other):
                    kept[index] = (key, post)
                break
        else:
            kept.append((key, post))
    return [post for _, post in kept]


def _fullness(written: str) -> tuple[int, int]:
    return len(written), sum(map(str.isupper, written))


def _one_post(first: str, second: str) -> bool:
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    if long.startswith(short + " ") and len(short.split()) >= 2:
        return True
    # "Phó Chủ tịch UBND tỉnh" beside "Phó Chủ tịch Thường trực UBND tỉnh".
    return long.replace(" thường trực", "") == short.replace(" thường trực", "") and long != short
