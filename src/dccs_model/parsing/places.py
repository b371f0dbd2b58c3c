"""
Which communes are named, whose cluster meets, and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dccs_model.lexicon import Lexicon, Openings, Table
from dccs_model.model import CommuneKind, match_key
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText

__all__ = ["ClusterMention", "CommuneMention", "PlaceReader"]


class CommuneMention(NamedTuple):
    """
    A commune as it is named in one place.
    """

    #: Offset of the kind word, or of the name where it stands alone.
    start: int
    #: Offset just past the name.
    end: int
    #: The name without its kind, on one line.
    name: str
    #: What it is, where the text says so.
    kind: CommuneKind | None


class ClusterMention(NamedTuple):
    """
    A cluster as it is named in one place.
    """

    #: Offset of "cụm".
    start: int
    #: Offset just past the name.
    end: int
    #: What follows "cụm", on one line.
    name: str


_WORD = rf"[{UPPER}][{UPPER}{LOWER}]*(?:['’‘ʼ`]\s?[{UPPER}{LOWER}]+)?"
_NAME = re.compile(
    rf"{_WORD}(?:[ -]{{1,2}}{_WORD}){{0,3}}(?:\s\d{{1,2}}(?=\s{{0,2}}(?:[.,;:)\n]|năm\s\d|\Z)(?!\d)))?|\d{{1,2}}(?![\d/%]|[.,]\d)"
)
_GAP = re.compile(r"\s{0,2}:?\s{0,2}")
_COMMA = re.compile(r"\s{0,2}(?:\([^()\n]{1,60}\)\s{0,2})?(?:[,;]\s{0,2}(?:và\s{1,2})?|và\s{1,2}|-\s{1,2}|&\s{0,2})")
_SEVERAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|sáu|nhiều|\d{1,2}|đơn vị)\s{1,2}\Z")
_MEMBERS = re.compile(r"(?<![^\W\d_])(?:bao gồm|gồm(?:\scó)?|có|là|thuộc)\s{0,2}:?\s{0,2}|[:(]\s{0,2}")
_COUNTED = re.compile(r"(?:các|\d{1,2})\s{1,2}(?:đơn vị\s{1,2})?")
_CLUSTER = re.compile(r"cụm(?<![^\W\d_]cụm)\s{1,2}")
_CLUSTER_NAME = re.compile(
    rf"""(?:(?:thi\ đua|giao\ ban|các\ xã|xã|liên\ xã|liên\ kết|các\ huyện|vùng|khu\ vực|số|tuyến|miền)\s{{1,2}}){{0,3}}
    (?:(?:thi\ đua|giao\ ban)\s{{1,2}})?
    (?:(?:số\s{{1,2}})?(?:[ivx]{{1,5}}|\d{{1,2}})(?![^\W_])
      |trung\ tâm|(?:phía\s{{1,2}})?(?:đông\ bắc|tây\ bắc|đông\ nam|tây\ nam|bắc|nam|đông|tây)(?![^\W\d_])(?:\ (?:sông|huyện|đường)(?![^\W\d_]))?
      |(?:vùng\s|các\ xã\s|xã\s)?(?:ven\ biển|miền\ núi|vùng\ cao|vùng\ thấp|vùng\ sâu|vùng\ xa|vùng\ trên|vùng\ dưới|vùng\ trong|vùng\ ngoài|biên\ giới|bãi\ bồi|bãi\ ngang|ven\ sông|ven\ đô|nội\ thị|ngoại\ thị|hạ\ huyện|thượng\ huyện|tả\ ngạn|hữu\ ngạn|vùng\ hạ|vùng\ thượng|vùng\ giữa|đồng\ bằng|đảo|đầu\ nguồn|lòng\ hồ|cù\ lao|giáp\ ranh|thượng\ nguồn|ngã\ ba|trung\ du|vùng\ lũ|vùng\ biển|vùng\ ven|kinh\ tế\ mới|ven\ hồ|ven\ đê|nông\ thôn|đô\ thị|mới|vùng\ đệm|vùng\ xuôi|vùng\ trũng|rẻo\ cao|nội\ đồng|phía\ trong|phía\ ngoài|cửa\ sông|cửa\ biển|hạ\ lưu|thượng\ lưu|dọc\ sông)(?:\s(?:phía\s)?(?:bắc|nam|đông|tây)(?![^\W\d_]))?
    )""",
    re.VERBOSE,
)
_ABBREVIATED = re.compile(rf"[{UPPER}]{{2,}}")


class PlaceReader:
    """
    Finds the communes and the cluster of a text; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = lexicon["places"].telling("commune")
        self._areas = Openings(lexicon["places"].telling("area"))
        self._not_cluster = Openings(lexicon["places"].telling("cluster"))
        halls = lexicon["places"].telling("venue")
        self._halls = Openings(halls)
        self._bodies = Openings(lexicon["bodies"])
        self._positions = lexicon["positions"]
        self._events = lexicon["meetings"].where(of="event")
        self._holds = lexicon["meetings"].where(of="hold")
        self._refused = Openings(lexicon["not_people"])
        self._venue_words = Openings(Table([*halls.entries, *lexicon["bodies"].entries]))

    # ---- communes ------------------------------------------------------------------------------------------------

    def communes(
        self, text: NormalText, start: int, end: int, names: Sequence[tuple[int, int]]
    ) -> Iterator[CommuneMention]:
        """
        Yield the communes that are named with their kind between *start* and *end*.

        *names* are the personal names by offsets: "Chủ tịch UBND xã Nguyễn
        Văn A" names no commune.
        """
        for hit in self._kinds.find(text.folded, start, end):
            if (
                text.folded[max(0, hit.start - 4) : hit.start].strip() == "thị"
                or text.text[hit.end : hit.end + 1] == "."
            ):
                continue
            kind = CommuneKind(hit.entry.get("commune"))
            gap = _GAP.match(text.text, hit.end, end)
            at = gap.end() if gap else hit.end
            several = (
                bool(_SEVERAL.search(text.folded, max(0, hit.start - 10), hit.start)) or ":" in text.text[hit.end : at]
            )
            if ":" in text.text[hit.end : at] and not _SEVERAL.search(text.folded, max(0, hit.start - 10), hit.start):
                continue
            stop = self._name_end(text, at, end, names, shouted=text.text[hit.start : hit.end].isupper())
            if stop is None or (text.text[at].isdigit() and kind is not CommuneKind.WARD):
                continue
            yield CommuneMention(hit.start, stop, text.written(at, stop), kind)
            if several:
                yield from self._listed(text, stop, end, names, kind)

    def _listed(
        self, text: NormalText, at: int, end: int, names: Sequence[tuple[int, int]], kind: CommuneKind | None
    ) -> Iterator[CommuneMention]:
        """
        Go on with a list that shares one kind word: "các xã A, B và C".
        """
        while True:
            gap = _COMMA.match(text.folded, at, end)
            if not gap:
                return
            at = gap.end()
            if self._kinds.at(text.folded, at, end) or self._areas.at(text.folded, at, end):
                return
            stop = self._name_end(text, at, end, names, shouted=False)
            if stop is None:
                return
            yield CommuneMention(at, stop, text.written(at, stop), kind)
            at = stop

    def _name_end(
        self, text: NormalText, at: int, end: int, names: Sequence[tuple[int, int]], *, shouted: bool
    ) -> int | None:
        found = _NAME.match(text.text, at, end)
        if not found:
            return None
        stop = found.end()
        for start, _ in names:
            if start <= at < start + 1:
                return None
            if at < start < stop:
                stop = start
        while stop > at and text.text[stop - 1] in " -":
            stop -= 1
        words = text.text[at:stop].split()
        if not words or (not shouted and _ABBREVIATED.match(words[0])):
            return None
        if shouted and len(words) > 2:
            stop = text.text.index(words[1], at + len(words[0])) + len(words[1])
            words = words[:2]
        for index, word in enumerate(words[1:], 1):
            place = text.text.index(word, at)
            head = self._positions.at(text.folded, place, end)
            if (_ABBREVIATED.fullmatch(word) and not shouted) or (head and " " in text.folded[head.start : head.end]):
                stop = text.text.index(words[index - 1], at) + len(words[index - 1])
                break
        body = self._bodies.at(text.folded, at, end)
        if body and body.end > stop or text.folded[at:stop] in self._refused:
            return None
        return stop

    # ---- cluster -------------------------------------------------------------------------------------------------

    def cluster(self, text: NormalText, start: int, end: int) -> ClusterMention | None:
        """
        Return the first cluster that is named between *start* and *end*.
        """
        for found in _CLUSTER.finditer(text.folded, start, end):
            at = found.end()
            named = _CLUSTER_NAME.match(text.folded, at, end)
            if named and named[0].strip() not in ("các xã", "xã", "thi đua", "số"):
                stop = named.end()
                return ClusterMention(found.start(), stop, text.written(at, stop))
            if self._not_cluster.at(text.folded, at, end):
                continue
            proper = _NAME.match(text.text, at, end)
            if proper and not self._bodies.at(text.folded, at, end):
                return ClusterMention(found.start(), proper.end(), text.written(at, proper.end()))
        return None

    def members(
        self, text: NormalText, cluster: ClusterMention, end: int, names: Sequence[tuple[int, int]]
    ) -> list[CommuneMention]:
        """
        Return the communes that are listed behind a cluster: "cụm trung tâm gồm A, B, C".
        """
        for opening in _MEMBERS.finditer(text.folded, cluster.end, min(end, cluster.end + 80)):
            counted = _COUNTED.search(text.folded, opening.end(), min(end, opening.end() + 30))
            for at in (opening.end(), counted.end() if counted else None):
                listed = self._members_at(text, at, end, names) if at is not None else []
                if len(listed) > 1:
                    return listed
        return []

    def members_in(
        self, text: NormalText, start: int, end: int, names: Sequence[tuple[int, int]]
    ) -> list[CommuneMention]:
        """
        Return the communes that a sentence lists behind "cụm" without its name: "Cụm có 6 xã: A, B, …".
        """
        for found in re.compile(r"cụm(?<![^\W\d_]cụm)(?![^\W\d_])").finditer(text.folded, start, end):
            listed = self.members(text, ClusterMention(found.start(), found.end(), "cụm"), end, names)
            if listed:
                return listed
        return []

    def _members_at(
        self, text: NormalText, at: int, end: int, names: Sequence[tuple[int, int]]
    ) -> list[CommuneMention]:
        found: list[CommuneMention] = []
        kind: CommuneKind | None = None
        while at < end:
            counted = _COUNTED.match(text.folded, at, end)
            at = counted.end() if counted else at
            if self._areas.at(text.folded, at, end):
                break
            hit = self._kinds.at(text.folded, at, end)
            gap = _GAP.match(text.text, hit.end, end) if hit else None
            begin = gap.end() if gap else at
            if hit:
                kind = CommuneKind(hit.entry.get("commune"))
            stop = self._name_end(text, begin, end, names, shouted=False)
            if stop is None and hit and hit.entry.get("commune") == "township" and text.text[hit.start].isupper():
                # "… Ngọc Phụng, Thị Trấn": the kind alone is the name of the one township.
                begin, stop = hit.start, hit.end
            if stop is None:
                break
            own = CommuneKind.TOWNSHIP if begin == at and hit and begin == hit.start else kind
            found.append(CommuneMention(at, stop, text.written(begin, stop), own))
            comma = _COMMA.match(text.folded, stop, end)
            if not comma:
                break
            at = comma.end()
        return found

    # ---- venue ---------------------------------------------------------------------------------------------------

    def venue(self, text: NormalText, start: int, end: int) -> tuple[int, int] | None:
        """
        Return the place behind "tại" in the sentence that tells of the event.
        """
        for found in re.compile(r"tại(?<![^\W\d_]tại)\s{1,2}").finditer(text.folded, start, end):
            at = found.end()
            if self._events.at(text.folded, at, end):
                continue
            hall = self._halls.at(text.folded, at, end)
            proper = _NAME.match(text.text, at, end)
            if not hall and not (proper and proper[0][0].isalpha() and not self._bodies.at(text.folded, at, end)):
                continue
            stop = self._venue_end(text, at, end)
            if stop > at + 3 and text.folded[at:stop].strip() not in (
                "xã",
                "phường",
                "huyện",
                "tỉnh",
                "thành phố",
                "thị trấn",
                "thị xã",
                "quận",
            ):
                return at, stop
        return None

    def _venue_end(self, text: NormalText, at: int, end: int) -> int:
        stop = at
        while at < end:
            while at < end and text.text[at] in " \n":
                at += 1
            word = _NAME.match(text.text, at, end) or re.compile(
                rf"[{UPPER}][\w&-]*|\d{{1,4}}(?![\d/])|\"[^\"\n]{{1,40}}\""
            ).match(text.text, at, end)
            known = self._venue_words.at(text.folded, at, end)
            if known is None and word is None:
                extra = re.compile(r"(?:số|tầng|lầu|nhà|lớn|cũ|mới|trực tuyến|a|b|đa năng|khu|tại)(?![^\W\d_])").match(
                    text.folded, at, end
                )
                if not extra or extra[0] == "tại":
                    break
                at = stop = extra.end()
                continue
            if known and text.folded[known.start : known.end] in ("và", "các", "đại biểu", "lãnh đạo", "của", "cùng"):
                break
            held = self._holds.at(text.folded, at, end)
            if held and not text.text[at].isupper() and not (known and known.end > held.end):
                break
            at = stop = max(known.end if known else 0, word.end() if word else 0)
        return stop


def same_commune(first: CommuneMention, second: CommuneMention) -> bool:
    """
    Whether two mentions are of one commune by their names.
    """
    return match_key(first.name) == match_key(second.name)
