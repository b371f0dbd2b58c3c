"""
Whether a text reports a conference, what it is called, for what and by whom it is held.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dccs_model.lexicon import Lexicon
from dccs_model.model import ConferenceKind, ConferenceMode, Period, Term, Topic
from dccs_model.text.dates import FoundDate
from dccs_model.text.normal import NormalText
from dccs_model.text.phrases import phrase_pattern

__all__ = ["MeetingReader", "Verdict"]


class Verdict(NamedTuple):
    """
    Whether a text reports a conference.
    """

    #: Whether it does.
    holds: bool
    #: Why not, as a sentence; "" where it does.
    reason: str
    #: The sentence that tells of the event, by offsets, or None.
    lead: tuple[int, int] | None


_STATE = "cộng hòa xã hội chủ nghĩa"
_DECREE = re.compile(r"\n\s*(?:điều [12][.:]|quyết định:|chương i\b|căn cứ (?:luật|nghị|quyết|thông))")
#: How far into a text a decree has shown itself, in code points.
_HEAD = 1_500
_OPENS_DATED = re.compile(
    r"\s*(?:[-+•*]\s*)?(?:\([^)]{1,30}\)\s*[-–]?\s*)?(?:vào\s"
    r"|nhân dịp[^,]{1,50},\s)?(?:(?:buổi\s)?(?:sáng|trưa|chiều|tối)"
    r"|(?:từ\s)?ngày)\s(?:ngày\s)?\d{1,2}\s?[/.-]\s?\d{1,2}|trong khuôn khổ[^,]{1,60},\sngày"
)
_HELD = re.compile(
    r"(?<![^\W\d_])(?:tổ chức|mở|khai mạc|diễn ra|tiến hành|triệu tập|họp|phối hợp tổ chức"
    r"|có buổi)\s(?:\S{1,12}\s){0,5}?(?:hội nghị|cuộc họp|buổi|phiên|kỳ họp|đại hội|giao ban|lễ|lớp|họp"
    r"|tọa đàm|hội thảo|đối thoại)"
)


_CLUSTER = re.compile(r"(?<![^\W\d_])cụm\s(?:thi đua|số|các xã|trung tâm)")


_ONLINE_FORM = re.compile(r"(?:hình thức|kết hợp|kết nối|hội nghị|cuộc họp|họp)\s(?:với\s)?trực tuyến")
_ONLINE = re.compile(r"trực tuyến(?<!công trực tuyến)(?<!hồ sơ trực tuyến)(?!\stoàn trình)")
_HYBRID = re.compile(r"trực tiếp\s(?:kết hợp|và|kết nối)|kết hợp\s(?:với\s)?trực tuyến|vừa trực tiếp")
_COUNT = r"(\d{1,3}|[ivxl]{1,7}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
_ORDINAL = re.compile(
    rf"(?:kỳ họp|kì họp|phiên họp|hội nghị|đại hội|phiên)\s(?:[^,.;()\n]{{0,60}}?\s)?(?:lần\s)?thứ\s{_COUNT}"
)
_TERM = re.compile(rf"khóa\s{_COUNT}")
_YEARS = re.compile(r"nhiệm kỳ\s((?:19|20)\d\d)\s?-\s?((?:19|20)\d\d)")
_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

_HELD_BY = re.compile(
    r"(?:đã\s|long trọng\s|phối hợp[^,;.\n]{0,80}\s)?(?:tổ chức|mở|tiến hành|triệu tập|(?<!phòng )họp)\s"
)
# Where the name of a conference ends: "… năm 2022, dưới sự chủ trì của …".
_NAME_STOP = re.compile(r"[.;(\n]|,?\s(?:dưới sự|do đồng chí|do ông|do bà|với sự|nhằm|để)\s")
_COMMA = re.compile(r",\s")
_COUNCIL = re.compile(r"(?:hđnd|ubnd|ủy ban|mttq|ubmttq)\b")
_HALLS = ("phòng ", "trung tâm ")
_ACTS = re.compile(
    r"(?<![^\W\d_])(?:đã|đang|sẽ|cho biết|yêu cầu|tại|do|được|dự|như vậy|chỉ đạo(?!\s\d))(?![^\W\d_])(?<!ban chỉ đạo)"
)


def _counted(written: str) -> int | None:
    """
    Return the number that digits, Roman digits or a word write; None for none.
    """
    if written.isdigit():
        return int(written) or None
    if written in _WORDS:
        return _WORDS[written]
    values = [_ROMAN[digit] for digit in written]
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if total > 0 else None


def _decreed(folded: str) -> int:
    """
    Count the lines that only a decision or a regulation has.
    """
    return folded.count(_STATE) + len(_DECREE.findall("\n" + folded))


class MeetingReader:
    """
    Reads the event itself; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        meetings = lexicon["meetings"]
        self._events = meetings.where(of="event").indexed()
        self._holds = meetings.where(of="hold").indexed()
        self._kinds = meetings.telling("kind").indexed()
        self._topics = meetings.telling("topic").indexed()
        events = phrase_pattern(word for entry in self._events.entries for word in entry.words)
        places = phrase_pattern(word for entry in lexicon["glue"].where(of="at").entries for word in entry.words)
        self._at_event = re.compile(rf"(?<![^\W\d_]){places}\s{events}(?![^\W\d_])")
        self._scene = re.compile(
            rf"\s{{0,3}}(?:\S{{1,8}}\s){{0,3}}?{places}\s{events}(?:\s(?:này|trên))?\s?,", re.IGNORECASE
        )
        self._past = lexicon["glue"].where(of="past").indexed()
        self._dates = lexicon.dates
        self._bodies = lexicon["bodies"]

    def verdict(
        self,
        text: NormalText,
        title: tuple[int, int] | None,
        bodies: Sequence[tuple[int, int]],
        sentences: Sequence[tuple[int, int]],
        roles: int,
    ) -> Verdict:
        """
        Decide whether the text as a whole reports one conference.

        *roles* is how many roles of a meeting its people were given; an award is none.
        """
        folded = text.folded
        if not sentences:
            return Verdict(False, "the text holds no sentence", None)
        if _decreed(folded[:_HEAD]) and _decreed(folded) >= 2:
            return Verdict(False, "the text is a decision or a regulation, not news", None)
        dated = [block for block in bodies if _OPENS_DATED.match(folded, *block)]
        if len(dated) >= 3 and len(dated) * 2 > len(bodies):
            return Verdict(False, f"the page lists {len(dated)} dated items, not one conference", None)
        # "+ Sáng 6/9, Hội Nông dân thị xã họp …" beside "+ Công an phường vừa triệt phá …"
        listed = [block for block in dated if text.folded[block[0]] in "+-•*"]
        days = {found[0] for block in listed if (found := _OPENS_DATED.match(folded, *block))}
        if len(days) > 1 and bodies[0][0] == listed[0][0]:
            return Verdict(False, f"the page lists news of {len(days)} days, not one conference", None)
        lead = self._lead(text, sentences[:6])
        if lead is not None:
            return Verdict(True, "", lead)
        at_event = len(self._at_event.findall(folded))
        titled = bool(title and self._events.first(folded, *title))
        opening = next(
            (s for s in sentences[:3] if self._at_event.search(folded, *s) and not self._past.first(folded, *s)), None
        )
        if opening is not None:
            return Verdict(True, "", opening if self._dates_in(text, opening) else None)
        dated_lead = next((s for s in sentences[:3] if self._dates_in(text, s) and self._holds.first(folded, *s)), None)
        if dated_lead and (at_event or titled or _CLUSTER.search(folded, *dated_lead)):
            return Verdict(True, "", dated_lead)
        early = next(
            (s for s in sentences[:3] if self._events.first(folded, *s) and not self._past.first(folded, *s)), None
        )
        if titled or (early and (roles or self._holds.first(folded, *early))):
            return Verdict(True, "", None)
        # An excerpt may begin behind its lead: "Tại hội nghị, các đại biểu …" speaks of the one that it reports.
        if any(self._scene.match(folded, *s) and not self._past.first(folded, *s) for s in sentences):
            return Verdict(True, "", None)
        if at_event >= 2 and (roles >= 1 or titled):
            return Verdict(True, "", None)
        if at_event >= 4:
            return Verdict(True, "", None)
        return Verdict(False, "no sentence tells that a conference was held", None)

    def _lead(self, text: NormalText, sentences: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """
        Return the sentence that tells when or by whom the event was held.
        """
        folded = text.folded
        for start, end in sentences:
            event = self._events.first(folded, start, end)
            if not event or self._past.first(folded, start, min(end, start + 40)):
                continue
            date = next((d for d in self._dates.find(folded, start, end) if d.day_part or d.start - start < 90), None)
            hold = self._holds.first(folded, start, end)
            if date and (hold or date.day_part) and date.start - start < 200:
                return start, end
        for start, end in sentences[:2]:
            # "Vừa qua, UBND huyện đã tổ chức hội nghị …": held, though no day is told.
            if (
                self._events.first(folded, start, end)
                and _HELD.search(folded, start, end)
                and not self._past.first(folded, start, end)
            ):
                return start, end
        return None

    def _dates_in(self, text: NormalText, place: tuple[int, int]) -> bool:
        return any(True for _ in self._dates.find(text.folded, *place))

    def kind(self, text: NormalText, places: Sequence[tuple[int, int]]) -> ConferenceKind:
        """
        Return what it is held for, by the first place that tells.
        """
        for start, end in places:
            hits = [hit.entry.get("kind") for hit in self._kinds.find(text.folded, start, end)]
            for entry in self._kinds.entries:
                kind: ConferenceKind = entry.get("kind")
                if kind in hits:
                    return kind
        return ConferenceKind.UNKNOWN

    def topics(self, text: NormalText, places: Sequence[tuple[int, int]]) -> tuple[Topic, ...]:
        """
        Return what it is about, by its name and its lead.
        """
        found = {hit.entry.get("topic") for start, end in places for hit in self._topics.find(text.folded, start, end)}
        return tuple([topic for topic in Topic if topic in found]) if found else ()

    def mode(self, text: NormalText, places: Sequence[tuple[int, int]]) -> ConferenceMode | None:
        """
        Return how people took part, where its name or its lead, or the word for an end of a connection, says so.

        "Hồ sơ trực tuyến đạt 98%" tells of a service.
        """
        folded = text.folded
        if "trực tuyến" not in folded and "điểm cầu" not in folded:
            return None
        told = "điểm cầu" in folded or _ONLINE_FORM.search(folded)
        if not told and not any(_ONLINE.search(folded, *place) for place in places):
            return None
        return ConferenceMode.HYBRID if _HYBRID.search(folded) else ConferenceMode.ONLINE

    def ordinal(self, text: NormalText, places: Sequence[tuple[int, int]]) -> int | None:
        """
        Return the how-manieth it is: "kỳ họp thứ 15", "đại hội lần thứ VIII".
        """
        for place in places:
            found = _ORDINAL.search(text.folded, *place) if text.folded.find("thứ ", *place) >= 0 else None
            number = _counted(found[1]) if found else None
            if number:
                return number
        return None

    def term(self, text: NormalText, places: Sequence[tuple[int, int]]) -> Term | None:
        """
        Return the term of the body that sits: "HĐND khóa XVII, nhiệm kỳ 2021-2026".
        """
        for place in places:
            number, years = _TERM.search(text.folded, *place), _YEARS.search(text.folded, *place)
            if not number and not years:
                continue
            first, last = (int(years[1]), int(years[2])) if years else (1, 0)
            ends = [m.span() for m in (number, years) if m]
            counted = _counted(number[1]) if number else None
            period = Period.years(first, last) if first <= last else None
            if counted or period:
                return Term(number=counted, period=period, span=text.span(min(ends)[0], max(e for _, e in ends)))
        return None

    def is_congress(self, text: NormalText, places: Sequence[tuple[int, int]]) -> bool:
        """
        Whether it is a congress, which looks back on a term and ahead to the next.
        """
        hits = (hit for place in places for hit in self._kinds.find(text.folded, *place))
        return any(hit.entry.get("kind") == ConferenceKind.CONGRESS for hit in hits)

    def others(
        self, text: NormalText, lead: tuple[int, int] | None, openings: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """
        Return the first sentences of paragraphs that seem to tell of another conference, on another day.
        """
        if lead is None:
            return []
        first: FoundDate | None = None
        found = []
        for start, end in openings:
            place = (start, end)
            # Its day stands at the very beginning.
            date = next(self._dates.find(text.folded, start, min(end, start + 60)), None) if start > lead[0] else None
            if date is None or not date.day_part or date.start - start > 24:
                continue
            first = first or next(self._dates.find(text.folded, *lead), None)
            if first is None:
                return []
            if (date.month, date.day) != (first.month, first.day) and self._events.first(text.folded, *place):
                found.append(place)
        return found

    def name(
        self, text: NormalText, lead: tuple[int, int] | None, title: tuple[int, int] | None
    ) -> tuple[int, int] | None:
        """
        Return where the conference is named: in its lead from the word for the event on, else in the title.
        """
        for place in (lead, title):
            if place is None:
                continue
            # "Phòng họp tầng II" and "Trung tâm Hội nghị tỉnh" are halls.
            named = (
                hit
                for hit in self._events.find(text.folded, *place)
                if not text.folded.endswith(_HALLS, place[0], hit.start)
            )
            event = next(named, None)
            if event is None:
                continue
            stop = _NAME_STOP.search(text.folded, event.end, place[1])
            end = stop.start() if stop else place[1]
            while end > event.end and text.text[end - 1] in " .,;/":
                end -= 1
            return event.start, end
        return title

    def organiser(self, text: NormalText, lead: tuple[int, int] | None) -> tuple[int, int] | None:
        """
        Return the body before "tổ chức" in the lead.
        """
        if lead is None:
            return None
        hold = _HELD_BY.search(text.folded, *lead)
        if not hold:
            return None
        start = lead[0]
        for mark in _COMMA.finditer(text.folded, lead[0], hold.start()):
            if not self._continues(text, mark.end()):
                start = mark.end()
        end = hold.start()
        while end > start and text.text[end - 1] in " ,":
            end -= 1
        if not 4 <= end - start <= 160 or not (
            self._bodies.at(text.folded, start, end) or text.folded.startswith("cụm", start)
        ):
            return None
        # A body is named with a capital, and does nothing but hold the conference.
        if not (text.text[start].isupper() or text.folded.startswith("cụm", start)) or _ACTS.search(
            text.folded, start, end
        ):
            return None
        return start, end

    def _continues(self, text: NormalText, at: int) -> bool:
        return _COUNCIL.match(text.folded, at) is not None and text.folded[at - 30 : at].count("đảng ủy") > 0
