"""
Where a section begins and ends: what headings, lead-ins and openings announce.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dccs_model.lexicon import Hit, Lexicon, Table
from dccs_model.model import FindingKind, Role
from dccs_model.parsing.people import PersonMention
from dccs_model.parsing.segment import Block
from dccs_model.parsing.when import Periods
from dccs_model.parsing.wording import WordingReader
from dccs_model.text.normal import NormalText
from dccs_model.text.periods import find_periods
from dccs_model.text.phrases import phrase_pattern
from dccs_model.text.sentences import trim

__all__ = ["NOWHERE", "Section", "SectionReader", "opened_by_period"]

_ACHIEVEMENT, _SHORTCOMING, _CAUSE = FindingKind.ACHIEVEMENT, FindingKind.SHORTCOMING, FindingKind.CAUSE
_DIRECTIVE, _PETITION = FindingKind.DIRECTIVE, FindingKind.PETITION
_BULLET = re.compile(
    r"\s*(?:[-+•*✅✔▪●🔹🔸👉📌⭐➡★☑–]\s?|\(?\d{1,2}[.)]\s|\(\d{1,2}\)\s?|\([a-zđ]\)\s?|[a-zđ]\)\s|[ivx]{1,4}\.\s)+"
)
_LEAD_END = re.compile(
    r"[:\s](?:(?<=:)|(?<=\s)(?:như\ssau\s?[:;,]?|như\s?:?(?!\s(?:thế|vậy))|gồm\s?:|đó là\s?:?))(?=\s|\Z)"
)
_COLON_LEAD = re.compile(r"[^:;.\d]{4,130}:\s{1,2}(?=\S)")
_PERIOD = re.compile(
    r"\W{0,4}(?:trong\s|sang\s|bước vào\s)?(?=(?P<past>\d{1,2}\stháng\s(?:đầu năm|qua)"
    r"|(?:thời gian|năm|nhiệm kỳ|quý|tháng)\squa|từ đầu (?:năm|nhiệm kỳ))(?![^\W_])"
    r"|năm\s\d|quý\s|\d{1,2}\stháng\s|tháng\s\d|(?:giai đoạn|nhiệm kỳ)\s\d)"
)
#: How far behind what announces results the comma may stand that they begin after, in code points.
_REACH, _SOURCE_REACH = 14, 60
#: How long a period is at most that opens a paragraph, in code points: "trong 6 tháng cuối năm 2022".
_PERIOD_LENGTH = 40
#: How long the subject of a clause is at most that names a meeting, in code points: "Các chuyên đề tại hội thảo".
_SUBJECT = 40
#: How far before a shortcoming the word may begin that tells what is done about it, in code points.
_REMEDY = 22
#: How far behind "khó khăn" the "là" may stand that names it, in code points.
_NAMED = 40


class Section(NamedTuple):
    """
    The section that the text is in.
    """

    #: What its clauses are; None outside of any section.
    kind: FindingKind | None
    #: Whether a sentence or a heading announced it, or an earlier clause of the sentence made it plain.
    announced: bool
    #: Who speaks, by name.
    speaker: str | None
    #: Whether it ends with its sentence.
    passing: bool = False
    #: Whether the paragraph before ends with the colon that opens it.
    listing: bool = False


#: Where the text is in no section.
NOWHERE = Section(None, False, None)


class SectionReader:
    """
    Tells which section a text is in; immutable once made.
    """

    def __init__(self, lexicon: Lexicon, wording: WordingReader) -> None:
        sections = lexicon["sections"]
        self._anywhere = sections.where(on="anywhere").indexed()
        self._headings = sections.where(on="heading").indexed()
        polarity, glue = lexicon["polarity"], lexicon["glue"]
        self._connectives = polarity.where(kind="connective")
        self._contrasts = polarity.where(kind="contrast")
        self._links = Table([*self._connectives.entries, *self._contrasts.entries])
        self._roles = lexicon["roles"].indexed()
        self._subjects = glue.where(of="subject")
        self._below = glue.where(of="below")
        self._pointing = glue.where(of="points").indexed()
        self._shows = glue.where(of="shows")
        self._remedies = glue.where(of="remedy")
        self._resolves = glue.where(of="resolves").indexed()
        self._events = lexicon["meetings"].where(of="event").indexed()
        self._wording = wording
        events = phrase_pattern(word for entry in self._events.entries for word in entry.words)
        self._scene = re.compile(
            rf"\s{{0,3}}(?:cũng\s|ngay\s)?(?:tại|sau|trong khuôn khổ|kết thúc|cuối"
            rf"|nhân)\s(?:dịp\s)?{events}(?![^\W\d_])"
        )

    def across(self, text: NormalText, block: Block, state: Section) -> Section:
        """
        Return the section that goes on in a new paragraph.

        A list goes on whole, a speech by its wording, and nothing goes on
        behind "Cũng tại hội nghị".
        """
        listed = _BULLET.match(text.folded, block.start, block.end) is not None
        if (listed and state.announced and not state.passing) or state.listing:
            return state._replace(listing=False)
        if self._scene.match(text.folded, block.start, block.end):
            return NOWHERE
        return Section(state.kind, False, state.speaker if state.kind is _DIRECTIVE else None)

    def under_heading(self, text: NormalText, block: Block, state: Section) -> Section:
        """
        Return the section that a heading opens; one that tells nothing ends what was.
        """
        start, _ = self.opened(text, block.start, block.end)
        hit = self._headings.first(text.folded, start, block.end) or self._anywhere.first(text.folded, start, block.end)
        if hit is None or hit.entry.get("kind") == "none":
            return state if state.kind is _DIRECTIVE else NOWHERE
        return Section(hit.entry.get("kind"), True, None)

    @staticmethod
    def announcing(hits: Sequence[Hit]) -> str | None:
        """
        Return what the phrases of a lead-in announce: the last of those that say more than "như sau".
        """
        telling = [hit for hit in hits if not hit.entry.get("weak")] or hits
        return telling[-1].entry.get("kind") if telling else None

    def roles(self, text: NormalText, start: int, end: int) -> set[Role]:
        """
        Return what the words from *start* to *end* say that people did.
        """
        return {role for hit in self._roles.find(text.folded, start, end) for role in hit.entry.get("roles")}

    def opened(self, text: NormalText, start: int, end: int) -> tuple[int, bool]:
        """
        Skip bullets and linking words: "- Bên cạnh đó, …"; tell whether they turn the tide ("Tuy nhiên, …").
        """
        at, contrast = start, False
        while at < end:
            head = text.folded[at : at + 2]
            # Two letters begin no bullet, but for "ii." and its like.
            bullet = None if head.isalpha() and head[0] not in "ivx" else _BULLET.match(text.folded, at, end)
            at, _ = trim(text.text, bullet.end() if bullet else at, end)
            if self._links.at(text.folded, at, end) is None:
                break
            contrast = contrast or self._contrasts.at(text.folded, at, end) is not None
            link = self._connectives.at(text.folded, at, end)
            if not link or text.text[link.end : link.end + 1] not in (",", ":") or link.end >= end:
                break
            at = link.end + 1
        return at, contrast

    def announced(
        self,
        text: NormalText,
        start: int,
        end: int,
        state: Section,
        within: Sequence[tuple[PersonMention, str | None]],
        *,
        fresh: bool,
        reported: bool,
    ) -> tuple[FindingKind | None, int | None] | None:
        """
        Return the section that a clause announces and where its first statement begins, if it holds one.
        """
        head = self._headings.at(text.folded, start, end)
        if head is None and self._anywhere.first(text.folded, start, end) is None:
            return None
        lead_end = _LEAD_END.search(text.folded, start, min(end, start + 260))
        if head and lead_end and lead_end.start() - start < 70 and lead_end[0].startswith((":", " như")):
            return head.entry.get("kind"), lead_end.end()
        if head and text.folded[head.start : head.end].endswith(" là"):
            return head.entry.get("kind"), head.end
        if head and head.entry.get("kind") == "cause":
            return _CAUSE, start
        if head and head.entry.get("kind") == "shortcoming" and fresh:
            # "Khó khăn của xã hiện nay là địa bàn rộng, …"
            named = text.folded.find(" là ", head.end, min(end, head.end + _NAMED))
            if named >= 0:
                return _SHORTCOMING, named + len(" là ")
        stop = lead_end.end() if lead_end else end
        hits = self._anywhere.find(text.folded, start, stop)
        # In a list of tasks "đưa dân biểu quyết" is one of them and no vote at the meeting.
        listed = not fresh and state.announced and state.kind in (_DIRECTIVE, _PETITION)
        none = [hit for hit in hits if hit.entry.get("kind") == "none" and not listed]
        told = [hit for hit in hits if hit.entry.get("kind") != "none" and not self._remedied(text, start, hit)]
        if len(told) > 1 and told[-1].entry.get("weak"):
            told.pop()
        # "Theo báo cáo, xã đã đưa ra dân bàn và biểu quyết 22 nội dung" tells of results, not of a vote at the meeting.
        sourced = reported or (told and told[0].entry.get("source") and told[0].start - start < _REACH)
        # "… thông qua nghị quyết với các chỉ tiêu: …" lists what was resolved.
        resolved = bool(lead_end and told and none) and (
            told[-1].start > none[-1].start - _REACH and told[-1].entry.get("kind") in ("directive", "shortcoming")
        )
        if lead_end and ":" in lead_end[0] and self._resolves.first(text.folded, start, stop) and lead_end.end() < end:
            return _DIRECTIVE, lead_end.end()
        if none and not sourced and not resolved and (none[0].start - start < 100 or not lead_end):
            return None, None
        # "… tháo gỡ vướng mắc trong giải phóng mặt bằng" is a task among tasks.
        if not told or listed:
            return None
        kind = told[-1].entry.get("kind")
        if lead_end and (":" in lead_end[0] or lead_end.end() >= end or kind is not _ACHIEVEMENT):
            return kind, lead_end.end() if lead_end.end() < end else None
        if kind is _CAUSE and fresh and "nguyên nhân" in text.folded[start:end]:
            return kind, told[0].start
        if kind is _ACHIEVEMENT and fresh:
            reach = _SOURCE_REACH if told[-1].entry.get("source") else _REACH
            # "Theo báo cáo do Chủ tịch Hội A trình bày, …": what is reported stands behind who reports.
            behind = max((m.end for m, _ in within if m.start - told[-1].end < reach), default=told[-1].end)
            comma = text.text.find(",", max(behind, told[-1].end), max(behind, told[-1].end) + reach)
            opens = told[-1].start - start < 60
            if comma >= 0 and opens:
                return kind, comma + 1
            shows = self._shows.first(text.folded, told[-1].start, min(end, told[-1].end + _SOURCE_REACH))
            return (kind, shows.end) if shows and shows.end < end else None
        if kind is _PETITION and fresh and self._below.first(text.folded, start, end):
            return kind, None
        # The meeting or its report points at shortcomings without naming one.
        if kind is _SHORTCOMING and self._pointing.first(text.folded, start, told[0].start):
            return kind, None
        return None

    def _remedied(self, text: NormalText, start: int, hit: Hit) -> bool:
        """
        Whether a shortcoming is named as what was done about it: "đã tháo gỡ 5 điểm nghẽn".
        """
        reach = max(start, hit.start - _REMEDY)
        return (
            hit.entry.get("kind") == "shortcoming" and self._remedies.first(text.folded, reach, hit.start) is not None
        )

    def led(
        self, text: NormalText, start: int, end: int, state: Section, here: Sequence[tuple[PersonMention, str | None]]
    ) -> tuple[FindingKind, int] | None:
        """
        Return what a lead-in before a colon opens, by its wording: "mấy điều chưa ổn: …", "đồng chí A kết luận: …".
        """
        lead = _COLON_LEAD.match(text.folded, start, end)
        if not lead or lead.end() >= end:
            return None
        roles = self.roles(text, start, lead.end())
        if Role.CONCLUDE in roles or Role.DIRECT in roles:
            return _DIRECTIVE, lead.end()
        points = self._wording.points(text, start, lead.end(), listed=False)
        if points[_SHORTCOMING] and points[_SHORTCOMING] >= points[_DIRECTIVE]:
            return _SHORTCOMING, lead.end()
        if Role.REPORT in roles or points[_ACHIEVEMENT] or (state.kind is _ACHIEVEMENT and not here):
            return _ACHIEVEMENT, lead.end()
        planned = state.kind is _DIRECTIVE and not here
        return (state.kind, lead.end()) if state.kind and (state.announced or planned) else None

    def is_programme(self, text: NormalText, start: int, end: int) -> bool:
        """
        Whether a clause tells what a meeting is going to do: "Hội thảo sẽ phân tích các giải pháp".
        """
        will = text.folded.find(" sẽ ", start, min(end, start + _SUBJECT))
        return will >= 0 and any(event.end == will for event in self._events.find(text.folded, start, will))

    def is_procedure(
        self, text: NormalText, start: int, end: int, here: Sequence[tuple[PersonMention, str | None]]
    ) -> bool:
        """
        Whether a clause tells of attendance, programme or thanks and not of the work.
        """
        cues = self._roles.find(text.folded, start, min(end, start + 170))
        # "tuyên truyền, phổ biến" is no report; "nghe báo cáo" gives no role, and is of the programme.
        role = next((hit for hit in cues if hit.entry.get("roles") or text.folded.startswith("nghe", hit.start)), None)
        if role is None:
            return False
        if here or (role.start - start < 12 and {Role.ATTEND, Role.DIRECT} & set(role.entry.get("roles"))):
            return True
        subject = self._subjects.first(text.folded, start, role.start + 1) or self._events.first(
            text.folded, start, role.start + 1
        )
        return (
            bool(subject)
            and role.start - start < 120
            and not any(letter.isdigit() for letter in text.text[start : role.start])
        )


def opened_by_period(text: NormalText, block: Block, periods: Periods) -> FindingKind | None:
    """
    Return what a paragraph tells of that opens with a period.

    "Năm 2024, công tác dân vận tiếp tục đổi mới" tells of results where 2024 is
    reviewed, "Trong quý III, các xã tập trung …" of tasks where it is planned.
    """
    opening = _PERIOD.match(text.folded, block.start, block.end)
    if opening is None:
        return None
    at = opening.end()
    found = next(find_periods(text.folded, at, min(block.end, at + _PERIOD_LENGTH)), None)
    if found is None or found.start != at:
        return _ACHIEVEMENT if opening["past"] else None
    for period, kind in ((periods.review, _ACHIEVEMENT), (periods.plan, _DIRECTIVE)):
        if (
            period
            and found.year in (None, period.start.year)
            and found.months == (period.start.month, period.end.month)
        ):
            return kind
    review = periods.review
    # "Quý II/2021, cụm tập trung …" where the first quarter is reviewed.
    if review and found.year and (found.year, found.months[0]) > (review.end.year, review.end.month):
        return _DIRECTIVE
    return _ACHIEVEMENT if opening["past"] else None
