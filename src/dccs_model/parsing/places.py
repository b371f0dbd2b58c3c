"""
Which communes are named, whose cluster meets, and where.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dccs_model.lexicon import Lexicon, Table
from dccs_model.model import AreaKind, CommuneKind
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText
from dccs_model.text.phrases import phrase_pattern

if TYPE_CHECKING:
    from dccs_model.places import Gazetteer

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
# What may follow a commune with a number in its name, and no counted noun: "xã Sơn Kim 1 họp dân".
_VERBS = "đã|đang|sẽ|có|là|và|với|tổ chức|họp|mở|huyện|tỉnh|thành phố|tại|do|được|khóa|lần|cho biết|báo cáo|phát biểu"
_NAME = re.compile(
    rf"{_WORD}(?:[ -]{{1,2}}{_WORD}){{0,3}}(?:\s\d{{1,2}}(?!\d)"
    rf"(?=\s{{0,2}}(?:[.,;:)\n]|năm\s\d|\Z|(?:{_VERBS})\s)))?"
    rf"|\d{{1,2}}(?![\d/%]|[.,]\d)"
)
_BEHIND = re.compile(r"\s{0,2}[,(-]\s{0,2}")
_GAP = re.compile(r"\s{0,2}:?\s{0,2}")
_COMMA = re.compile(r"\s{0,2}(?:\([^()\n]{1,60}\)\s{0,2})?(?:[,;]\s{0,2}(?:và\s{1,2})?|và\s{1,2}|-\s{1,2}|&\s{0,2})")
_SEVERAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|sáu|nhiều|\d{1,2}|đơn vị)\s{1,2}\Z")
_MEMBERS = re.compile(
    r"(?:b(?<![^\W\d_]b)ao gồm|g(?<![^\W\d_]g)ồm(?:\scó)?|c(?<![^\W\d_]c)ó|l(?<![^\W\d_]l)à|t(?<![^\W\d_]t)huộc)"
    r"\s{0,2}:?\s{0,2}|:\s{0,2}|\(\s{0,2}"
)
_COUNTED = re.compile(r"(?:các|\d{1,2})\s{1,2}(?:đơn vị\s{1,2})?")
_AT = re.compile(r"tại(?<![^\W\d_]tại)\s{1,2}")
_VENUE_WORD = re.compile(rf"[{UPPER}][\w&-]*|\d{{1,4}}(?![\d/])|\"[^\"\n]{{1,40}}\"")
_VENUE_EXTRA = re.compile(r"(?:số|tầng|lầu|nhà|lớn|cũ|mới|trực tuyến|a|b|đa năng|khu)(?![^\W\d_])")
_CLUSTER_WORD = re.compile(r"cụm(?<![^\W\d_]cụm)(?![^\W\d_])")
_CLUSTER = re.compile(r"cụm(?<![^\W\d_]cụm)\s{1,2}")
_SUBJECT = re.compile(r"họp\s(?:bàn\s|về\s|[^,;]{0,40}?\sviệc\s)[^,;]*\Z")
#: How long the name of a body that holds a conference is at most, in code points: "hội liên hiệp phụ nữ".
_ORGAN = 24
#: Short forms of the kinds, which stand for other words as well: "TT Hội nghị", "P. Giám đốc".
_SHORT = frozenset({"tt", "tt.", "p."})
_ABBREVIATED = re.compile(rf"[{UPPER}]{{2,}}")


def _is_short(word: str) -> bool:
    """
    Whether a word in capitals is a short form ("HĐND") and no name with its marks ("XUÂN").
    """
    return bool(_ABBREVIATED.match(word)) and word.replace("Đ", "D").isascii()


def _cluster_name(places: Table) -> re.Pattern[str]:
    """
    Return the pattern of what follows "cụm" as its name: "trung tâm", "thi đua số III", "các xã ven biển", "phía Bắc".
    """
    opening, named = (
        phrase_pattern(word for entry in places.entries if entry.get("cluster") == part for word in entry.words)
        for part in ("opening", "name")
    )
    number = r"(?:số\s{1,2})?(?:[ivx]{1,5}|\d{1,2})(?![^\W_])"
    side = (
        r"(?:phía\s{1,2})?(?:đông bắc|tây bắc|đông nam|tây nam|bắc|nam|đông|tây)(?![^\W\d_])(?:\s(?:sông"
        r"|huyện|đường)(?![^\W\d_]))?"
    )
    return re.compile(rf"(?:{opening}\s{{1,2}}){{0,3}}(?:{number}|{named}(?![^\W\d_])(?:\s{side})?|{side})")


class PlaceReader:
    """
    Finds the communes and the cluster of a text; immutable once made.
    """

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer
        self._kinds = lexicon["places"].telling("commune").indexed()
        self._areas = lexicon["places"].telling("area")
        self._not_cluster = lexicon["places"].where(cluster="not")
        halls = lexicon["places"].where(venue="hall")
        self._organs = lexicon["places"].where(venue="organ")
        self._halls = halls
        self._bodies = lexicon["bodies"]
        self._positions = lexicon["positions"]
        self._events = lexicon["meetings"].where(of="event").indexed()
        self._holds = lexicon["meetings"].where(of="hold").indexed()
        self._refused = lexicon["not_people"]
        self._cluster_name = _cluster_name(lexicon["places"])
        self._venue_words = Table([*halls.entries, *lexicon["bodies"].entries])

    # ---- communes ------------------------------------------------------------------------------------------------

    def communes(
        self, text: NormalText, start: int, end: int, names: Sequence[tuple[int, int]]
    ) -> Iterator[CommuneMention]:
        """
        Yield the communes that are named with their kind between *start* and *end*.

        *names* are the personal names by offsets, ascending: "Chủ tịch UBND
        xã Nguyễn Văn A" names no commune.
        """
        for hit in self._kinds.find(text.folded, start, end):
            gap = _GAP.match(text.text, hit.end, end)
            at = gap.end() if gap else hit.end
            # "các xã trong cụm" names none.
            if not _NAME.match(text.text, at, end):
                continue
            if (
                text.folded[max(0, hit.start - 4) : hit.start].strip() == "thị"
                or text.text[hit.end : hit.end + 1] == "."
            ):
                continue
            word = self._bodies.at(text.folded, hit.start, end)
            if word and word.end > hit.end:
                # "XÃ HỘI" is no commune of that name.
                continue
            kind = hit.entry.get("commune")
            several = _SEVERAL.search(text.folded, max(0, hit.start - 10), hit.start) is not None
            if ":" in text.text[hit.end : at] and not several:
                continue
            stop = self._name_end(text, at, end, names, shouted=text.text[hit.start : hit.end].isupper())
            if stop is None or (text.text[at].isdigit() and kind is not CommuneKind.WARD):
                continue
            if text.folded[hit.start : hit.end] in _SHORT and (
                " " not in text.text[at:stop]
                or not text.text[hit.start].isupper()
                or self._positions.at(text.folded, at, end)
            ):
                continue
            yield CommuneMention(hit.start, stop, text.written(at, stop), kind)
            if several:
                yield from self._listed(text, stop, end, names, kind)
            elif self._gazetteer is not None:
                yield from self._neighbours(text, (hit.end, stop), end, names, kind)

    def _neighbours(
        self, text: NormalText, first: tuple[int, int], end: int, names: Sequence[tuple[int, int]], kind: CommuneKind
    ) -> Iterator[CommuneMention]:
        """
        Go on after one "xã" with names that the gazetteer knows beside it: "ở xã Bình Ninh, Ngãi Tứ".

        "xã Xuân Dương, Thường Xuân" goes on with a district, and names one commune.
        """
        known = text.written(*first)
        for mention in self._listed(text, first[1], end, names, kind):
            if self._gazetteer is None or not self._gazetteer.districts_with((known, mention.name)):
                return
            yield mention

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
        following = bisect_left(names, (at, at))
        if following < len(names) and names[following][0] < stop:
            if names[following][0] == at:
                return None
            stop = names[following][0]
        while stop > at and text.text[stop - 1] in " -":
            stop -= 1
        words = text.text[at:stop].split()
        if not words or (not shouted and _is_short(words[0])):
            return None
        if shouted and len(words) > 2:
            stop = text.text.index(words[1], at + len(words[0])) + len(words[1])
            words = words[:2]
        for index, word in enumerate(words[1:], 1):
            place = text.text.index(word, at)
            head = self._positions.at(text.folded, place, end)
            if (not shouted and _is_short(word)) or (head and " " in text.folded[head.start : head.end]):
                stop = text.text.index(words[index - 1], at) + len(words[index - 1])
                break
        body = self._bodies.at(text.folded, at, end)
        if (body and body.end > stop) or text.folded[at:stop] in self._refused:
            return None
        return stop

    def area_behind(self, text: NormalText, at: int) -> tuple[int, int, AreaKind] | None:
        """
        Return the district or province that is told right behind a commune: "xã Ia Le (huyện Chư Pưh)".
        """
        gap = _BEHIND.match(text.folded, at)
        hit = self._areas.at(text.folded, gap.end(), len(text.folded)) if gap else None
        if hit is None:
            return None
        inner = _GAP.match(text.text, hit.end)
        begin = inner.end() if inner else hit.end
        name = _NAME.match(text.text, begin)
        return (begin, name.end(), hit.entry.get("area")) if name and name[0][0].isalpha() else None

    # ---- cluster -------------------------------------------------------------------------------------------------

    def cluster(self, text: NormalText, start: int, end: int) -> ClusterMention | None:
        """
        Return the first cluster that is named between *start* and *end*.
        """
        for found in _CLUSTER.finditer(text.folded, start, end):
            at = found.end()
            named = self._cluster_name.match(text.folded, at, end)
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
            if counted and self._areas.at(text.folded, counted.end(), end):
                # "cụm thi đua số 1 gồm các huyện: …" is no cluster of communes.
                return []
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
        for found in _CLUSTER_WORD.finditer(text.folded, start, end):
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
            # "phường Lộc Phát, 2 và xã Đại Lào" names a ward, and counts none.
            if counted and not (text.folded[at].isdigit() and text.folded.startswith(("và ", "với "), counted.end())):
                at = counted.end()
            if self._areas.at(text.folded, at, end):
                # Names beside a district, and without their kind, are of districts as well.
                if kind is None:
                    return []
                break
            hit = self._kinds.at(text.folded, at, end)
            gap = _GAP.match(text.text, hit.end, end) if hit else None
            begin = gap.end() if gap else at
            if hit:
                kind = hit.entry.get("commune")
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
        for found in _AT.finditer(text.folded, start, end):
            at = found.end()
            if self._events.at(text.folded, at, end):
                continue
            hall = self._halls.at(text.folded, at, end)
            proper = _NAME.match(text.text, at, end)
            # A bare name is a place only with two syllables: "tại Hà Nam", and never "tại Quyết định số 5".
            if not hall and not (proper and " " in proper[0].strip() and not self._bodies.at(text.folded, at, end)):
                continue
            # "họp bàn việc giải phóng mặt bằng tại xã Vạn Xuân" tells where the work is.
            if (self._kinds.at(text.folded, at, end) or self._areas.at(text.folded, at, end)) and _SUBJECT.search(
                text.folded, start, found.start()
            ):
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
            while at < end and text.text[at] == " ":
                at += 1
            # "Trung tâm Văn hóa - Thể thao phường"
            if at > stop and text.text.startswith(("- ", "– "), at) and self._venue_words.at(text.folded, at + 2, end):
                at += 2
            word = _NAME.match(text.text, at, end) or _VENUE_WORD.match(text.text, at, end)
            known = self._venue_words.at(text.folded, at, end)
            if known is None and word is None:
                extra = _VENUE_EXTRA.match(text.folded, at, end)
                if not extra:
                    break
                at = stop = extra.end()
                continue
            if known and text.folded[known.start : known.end] in ("và", "các", "đại biểu", "lãnh đạo", "của", "cùng"):
                break
            held = self._holds.at(text.folded, at, end)
            if held and not text.text[at].isupper() and not (known and known.end > held.end):
                break
            named = word is not None and (known is None or word.end() > known.end)
            begin, stop = at, max(known.end if known else 0, word.end() if word else 0)
            # "tại xã Phú Xuân UBND xã tổ chức …", "tại tỉnh Khánh Hòa Hiệp hội Nghề cá …"
            organ = self._organs.first(text.folded, begin + 1, min(end, stop + _ORGAN)) if named else None
            if organ and organ.start <= stop + 1 and text.text[organ.start].isupper():
                name = text.text[begin : organ.start].rstrip()
                # "Hội trường A Đảng ủy phường" is one place.
                if " " in name:
                    return begin + len(name)
            at = stop
        return stop
