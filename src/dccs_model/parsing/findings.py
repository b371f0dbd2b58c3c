"""
What was said of the work, clause by clause, under the section that the text is in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dccs_model.lexicon import Hit, Lexicon, Table
from dccs_model.model import Finding, FindingKind, Participant, Role, Sector
from dccs_model.parsing.measures import MeasureReader
from dccs_model.parsing.officials import People
from dccs_model.parsing.people import PersonMention
from dccs_model.parsing.sectors import SectorReader
from dccs_model.parsing.segment import Block
from dccs_model.parsing.speech import Saying, SpeechReader
from dccs_model.parsing.when import Periods
from dccs_model.text.normal import NormalText
from dccs_model.text.periods import find_periods
from dccs_model.text.phrases import phrase_pattern
from dccs_model.text.sentences import clauses, trim

__all__ = ["FindingReader"]

_ACHIEVEMENT, _SHORTCOMING, _CAUSE = FindingKind.ACHIEVEMENT, FindingKind.SHORTCOMING, FindingKind.CAUSE
_DIRECTIVE, _PETITION = FindingKind.DIRECTIVE, FindingKind.PETITION


class _State(NamedTuple):
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


_NOWHERE = _State(None, False, None)
#: What is listed behind a verb of saying that asks for nothing.
_SAYS = {"tells": _ACHIEVEMENT, "admits": _SHORTCOMING, "explains": _CAUSE}
_BULLET = re.compile(
    r"\s*(?:[-+•*✅✔▪●🔹🔸👉📌⭐➡★☑–]\s?|\(?\d{1,2}[.)]\s|\(\d{1,2}\)\s?|\([a-zđ]\)\s?|[a-zđ]\)\s|[ivx]{1,4}\.\s)+"
)
_LEAD_END = re.compile(
    r"[:\s](?:(?<=:)|(?<=\s)(?:như\ssau\s?[:;,]?|như\s?:?(?!\s(?:thế|vậy))|gồm\s?:|đó là\s?:?))(?=\s|\Z)"
)
_VOICES = re.compile(r"\d{1,3}\s(?:lượt\s)?(?:ý kiến|câu hỏi|kiến nghị|đề xuất|tham luận)")
_COLON_LEAD = re.compile(r"[^:;.\d]{4,130}:\s{1,2}(?=\S)")
_TURN = re.compile(r"\s[^;.]{3,160}?[,\s](?:nhưng|song|xong|vẫn|thì)\s")
_PERIOD = re.compile(
    r"\W{0,4}(?:trong\s|sang\s|bước vào\s)?(?=(?P<past>\d{1,2}\stháng\s(?:đầu năm|qua)"
    r"|(?:thời gian|năm|nhiệm kỳ|quý|tháng)\squa|từ đầu (?:năm|nhiệm kỳ))(?![^\W_])"
    r"|năm\s\d|quý\s|\d{1,2}\stháng\s|tháng\s\d|(?:giai đoạn|nhiệm kỳ)\s\d)"
)
#: From how many points on a clause speaks of what is to be done, and a figure in it of no result.
_AIMED = 4
#: How far behind what announces results the comma may stand that they begin after, in code points.
_REACH, _SOURCE_REACH = 14, 60
#: How long a period is at most that opens a paragraph, in code points: "trong 6 tháng cuối năm 2022".
_PERIOD_LENGTH = 40
#: How far behind "khó khăn" the "là" may stand that names it, in code points.
_NAMED = 40
#: How far into praise its verb may stand, in code points: "ghi nhận các xã trong cụm đã hoàn thành …".
_TOLD = 90
_FIGURE = re.compile(r"\d(?:\s?%|(?<![/\d.,]\d)[\d.,]{0,12}\s?(?!năm|tháng|ngày|giờ)[^\W\d_]{2})")


class FindingReader:
    """
    Reads the findings of an article; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon["sections"]
        self._anywhere = sections.where(on="anywhere")
        self._after = sections.where(on="after")
        self._headings = sections.where(on="heading")
        self._none = sections.where(kind="none")
        self._polarity = Table(
            e for e in lexicon["polarity"].entries if e.get("kind") not in ("connective", "contrast")
        )
        self._connectives = lexicon["polarity"].where(kind="connective").openings()
        self._contrasts = lexicon["polarity"].where(kind="contrast").openings()
        self._links = Table(
            e for e in lexicon["polarity"].entries if e.get("kind") in ("connective", "contrast")
        ).openings()
        self._speech = SpeechReader(lexicon)
        self._roles = lexicon["roles"]
        glue = lexicon["glue"]
        self._subjects = glue.where(of="subject")
        self._below = glue.where(of="below")
        self._vague = glue.where(of="vague").openings()
        self._pointing = glue.where(of="points")
        self._shows = glue.where(of="shows")
        self._praised = glue.where(of="praised").openings()
        self._resolves = glue.where(of="resolves")
        self._concessions = glue.where(of="concession")
        self._events = lexicon["meetings"].where(of="event")
        events = phrase_pattern(word for entry in self._events.entries for word in entry.words)
        self._scene = re.compile(
            rf"\s{{0,3}}(?:cũng\s|ngay\s)?(?:tại|sau|trong khuôn khổ|kết thúc|cuối"
            rf"|nhân)\s(?:dịp\s)?{events}(?![^\W\d_])"
        )
        self._sectors = SectorReader(lexicon)
        self._measures = MeasureReader(lexicon)

    def read(
        self,
        text: NormalText,
        blocks: Sequence[Block],
        lead: tuple[int, int] | None,
        people: People,
        named: Sequence[tuple[int, int]],
        periods: Periods,
    ) -> Iterator[Finding]:
        """
        Yield the findings in the order of the text.

        *named* is where the meeting is named, *periods* are what it reviews and plans.
        """
        usual = self._sectors.usual(text, named)
        by_name = {each.official.name: each for each in people.participants}
        starts = [mention.start for mention, _ in people.mentions]
        state = _NOWHERE
        for block in blocks:
            if block.kind == "heading":
                state = self._under_heading(text, block, state)
            if block.kind != "body":
                continue
            state = self._across(text, block, state)
            dated = None if state.announced else _opened_by_period(text, block, periods)
            state = _State(dated, False, None) if dated else state
            voice: str | None = None
            for start, end in block.sentences:
                if lead and start <= lead[0] < end:
                    continue
                here = people.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
                if state.passing:
                    state = _State(state.kind, False, state.speaker)
                if text.text.endswith(":", start, end):
                    state = self._listing(text, start, end, state, here, by_name, voice)
                    continue
                fresh, told = True, True
                for first, last in clauses(text.text, start, end):
                    after, kind, at = self._clause(
                        text, first, last, state, here, by_name, voice, fresh=fresh, told=told
                    )
                    told = after.announced or (told and kind is not None)
                    state, fresh = after, False
                    voice = next((name for m, name in reversed(here) if name and m.start < last), voice)
                    if kind is not None:
                        yield from self._finding(text, kind, at, last, state, usual)

    def _across(self, text: NormalText, block: Block, state: _State) -> _State:
        """
        Return the section that goes on in a new paragraph.

        A list goes on whole, a speech by its wording, and nothing goes on
        behind "Cũng tại hội nghị".
        """
        listed = _BULLET.match(text.folded, block.start, block.end) is not None
        if (listed and state.announced and not state.passing) or state.listing:
            return state._replace(listing=False)
        if self._scene.match(text.folded, block.start, block.end):
            return _NOWHERE
        return _State(state.kind, False, state.speaker if state.kind is _DIRECTIVE else None)

    def _under_heading(self, text: NormalText, block: Block, state: _State) -> _State:
        """
        Return the section that a heading opens; one that tells nothing ends what was.
        """
        start, _ = self._opened(text, block.start, block.end)
        hit = self._headings.first(text.folded, start, block.end) or self._anywhere.first(text.folded, start, block.end)
        if hit is None or hit.entry.get("kind") == "none":
            return state if state.kind is _DIRECTIVE else _NOWHERE
        return _State(hit.entry.get("kind"), True, None)

    def _listing(
        self,
        text: NormalText,
        start: int,
        end: int,
        state: _State,
        here: Sequence[tuple[PersonMention, str | None]],
        people: dict[str, Participant],
        voice: str | None,
    ) -> _State:
        """
        Return the section that a sentence opens whose colon ends its paragraph: "Đồng chí A yêu cầu:".
        """
        begin, _ = self._opened(text, start, end)
        within = [(m, name) for m, name in here if m.start < end]
        said = self._speech.governing(text, begin, end, within, people, state.kind, voice, least=0)
        if said and (said.kind or said.says in _SAYS):
            return _State(said.kind or _SAYS[said.says or ""], True, said.speaker, listing=True)
        head = self._headings.at(text.folded, begin, end)
        kind = head.entry.get("kind") if head else self._announcing(self._anywhere.find(text.folded, begin, end))
        if kind == "none":
            # What is listed below "… khen thưởng:" are those who are honoured.
            awards = any(Role.AWARD in hit.entry.get("roles") for hit in self._roles.find(text.folded, begin, end))
            return _State(None, True, None, listing=True) if awards else _NOWHERE
        if kind is None:
            roles = {role for hit in self._roles.find(text.folded, begin, end) for role in hit.entry.get("roles")}
            points = self._points(text, begin, end, listed=False)
            best = max(points, key=points.__getitem__)
            if {Role.CONCLUDE, Role.DIRECT} & roles:
                kind = _DIRECTIVE
            elif Role.REPORT in roles:
                kind = _ACHIEVEMENT
            else:
                kind = best if points[best] else state.kind
        speaker = voice if kind == _DIRECTIVE else None
        return _State(FindingKind(kind), True, speaker, listing=True) if kind else state

    @staticmethod
    def _announcing(hits: Sequence[Hit]) -> str | None:
        """
        Return what the phrases of a lead-in announce: the last of those that say more than "như sau".
        """
        telling = [hit for hit in hits if not hit.entry.get("weak")] or hits
        return telling[-1].entry.get("kind") if telling else None

    # ---- one clause ----------------------------------------------------------------------------------------------

    def _clause(
        self,
        text: NormalText,
        start: int,
        end: int,
        state: _State,
        here: Sequence[tuple[PersonMention, str | None]],
        people: dict[str, Participant],
        voice: str | None,
        *,
        fresh: bool,
        told: bool,
    ) -> tuple[_State, FindingKind | None, int]:
        """
        Return the section after a clause, what the clause is, and where its statement begins.

        *fresh* tells that it opens its sentence, *told* that no clause of the
        sentence before it was of the programme; *voice* is who was named last.
        """
        begin, contrast = self._opened(text, start, end)
        within = [(m, name) for m, name in here if start <= m.start < end]
        after = self._after.first(text.folded, begin, min(end, begin + 140)) if fresh else None
        if after and (after.entry.get("kind") != "cause" or state.kind in (_SHORTCOMING, _CAUSE)):
            told_kind = after.entry.get("kind")
            return _State(told_kind, True, None), told_kind, after.end
        said = self._speech.governing(text, begin, end, within, people, state.kind, voice)
        # "…; đánh giá cán bộ bằng sản phẩm" is a task among tasks, and tells nothing.
        if said and (said.kind or within or fresh or not state.announced or state.kind not in (_DIRECTIVE, _PETITION)):
            return self._said(text, begin, end, state, said)
        if text.folded.endswith("kết luận", begin, end):
            # "… và đồng thời kết luận; các xã gặt xong lúa hè thu trước mưa bão"
            return _State(_DIRECTIVE, True, voice), None, begin
        reported = fresh and "báo cáo" in text.folded[start:begin]
        if reported:
            # "Theo báo cáo, các xã thu ngân sách 1.846 tỷ đồng" is a result without a word of praise.
            state = _State(_ACHIEVEMENT, False, None)
        announced = self._announced(text, begin, end, state, within, fresh=fresh, reported=reported)
        if announced and not (contrast and announced[0] is _ACHIEVEMENT):
            opens, found = announced
            if opens is None:
                return (_State(state.kind, False, None) if fresh else state), None, begin
            return _State(opens, True, None), opens if found is not None else None, begin if found is None else found
        if not told or (state.announced and state.kind is None):
            return state, None, begin
        led = self._led(text, begin, end, state, within) if fresh else None
        if led:
            return _State(led[0], True, voice if led[0] is _DIRECTIVE else None), led[0], led[1]
        if fresh and self._is_procedure(text, begin, end, within):
            roles = {role for hit in self._roles.find(text.folded, begin, end) for role in hit.entry.get("roles")}
            # "Hội nghị đã nghe báo cáo kết quả quý II; dự thảo kế hoạch quý III": the programme goes on.
            heard = " nghe " in text.folded[begin:end]
            reports = heard or Role.REPORT in roles
            return _State(_ACHIEVEMENT if reports else state.kind, reports and not heard, None), None, begin
        if fresh and state.kind is _PETITION and not state.listing:
            # What was answered is no petition: "Về giấy chứng nhận, hiện đã hoàn thiện 9 hồ sơ".
            points = self._points(text, begin, end, listed=False)
            if points[_ACHIEVEMENT] >= _AIMED and not points[_DIRECTIVE] and not points[_SHORTCOMING]:
                state = _State(_ACHIEVEMENT, False, None)
        if state.announced and state.kind in (_DIRECTIVE, _PETITION, _CAUSE):
            return state, state.kind, begin
        if contrast:
            kind = self._judged(text, begin, end, _State(_SHORTCOMING, True, None))
            return _State(kind, kind is _SHORTCOMING, None), kind, begin
        kind = self._judged(text, begin, end, state)
        spoken = state.kind is _DIRECTIVE and state.speaker is not None
        if kind is not None and kind is not state.kind and not (spoken and kind is _ACHIEVEMENT):
            # What is to be done goes on to the end of its sentence.
            ahead = kind is _DIRECTIVE
            state = _State(kind, ahead, voice if ahead else None, passing=ahead or kind is _SHORTCOMING)
        return state, kind, begin

    def _said(
        self, text: NormalText, begin: int, end: int, state: _State, said: Saying
    ) -> tuple[_State, FindingKind | None, int]:
        """
        Return what a saying makes of the rest of its clause.
        """
        kind, says, at, speaker = said
        if kind is None and state.kind is _SHORTCOMING and says == "explains":
            return _State(_CAUSE, True, speaker), _CAUSE, at
        vague = self._vague.at(text.folded, at, end) or _VOICES.match(text.folded, at, end)
        if kind is None and text.text.startswith(": ", at - 2) and _VOICES.search(text.folded, begin, at):
            # What many voices are about: "… nêu 16 ý kiến liên quan đến các lĩnh vực: hỗ trợ vay vốn; …".
            return _State(_PETITION, True, None), _PETITION, at
        if kind is None and vague and text.folded.endswith("như sau", at, end):
            return _State(_ACHIEVEMENT, True, None), None, at
        if (vague and ":" not in text.text[at:end]) or self._none.first(text.folded, at, min(end, at + 60)):
            return state._replace(announced=False), None, at
        if (
            says in ("admits", "explains")
            and ":" not in text.text[at - 2 : end]
            and self._none.first(text.folded, begin, at)
        ):
            # "Các đại biểu đã thảo luận, chỉ ra những tồn tại, hạn chế và đề ra giải pháp."
            return state._replace(announced=False), None, at
        if says == "praises" and (
            self._praised.at(text.folded, at, end) or text.folded.find(" đã ", at, min(end, at + _TOLD)) < 0
        ):
            return state._replace(announced=False), None, at
        if says == "stresses":
            points = self._points(text, at, end, listed=False)
            # "… lưu ý: tiền đấu giá đất chưa thu được đồng nào" asks for nothing.
            if not points[_DIRECTIVE] and points[_SHORTCOMING] >= _AIMED > points[_ACHIEVEMENT]:
                return _State(_SHORTCOMING, True, None), _SHORTCOMING, at
        if kind is not None:
            return _State(kind, True, speaker), kind, at
        named = self._anywhere.at(text.folded, at, end)
        if named and end - named.end < _REACH:
            # "… chỉ ra những tồn tại, hạn chế", "… biểu dương những kết quả đạt được" name none.
            return state._replace(announced=False), None, at
        head = self._headings.at(text.folded, at, end)
        if head and head.entry.get("kind") == "shortcoming":
            # "… nêu khó khăn trong giải phóng mặt bằng"
            return _State(_SHORTCOMING, True, speaker), _SHORTCOMING, at
        admits = says == "admits"
        kind = (
            self._judged(text, at, end, _State(_SHORTCOMING if admits else _ACHIEVEMENT, admits, None)) or _ACHIEVEMENT
        )
        return _State(kind, admits or "báo cáo" in text.folded[begin:at], speaker), kind, at

    def _opened(self, text: NormalText, start: int, end: int) -> tuple[int, bool]:
        """
        Skip bullets and linking words: "- Bên cạnh đó, …"; tell whether they turn the tide ("Tuy nhiên, …").
        """
        bullet = _BULLET.match(text.folded, start, end)
        at = bullet.end() if bullet else start
        contrast = False
        while at < end:
            at, _ = trim(text.text, at, end)
            if self._links.at(text.folded, at, end) is None:
                break
            contrast = contrast or self._contrasts.at(text.folded, at, end) is not None
            link = self._connectives.at(text.folded, at, end)
            if not link or text.text[link.end : link.end + 1] not in (",", ":") or link.end >= end:
                break
            at = link.end + 1
        return at, contrast

    def _announced(
        self,
        text: NormalText,
        start: int,
        end: int,
        state: _State,
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
        told = [hit for hit in hits if hit.entry.get("kind") != "none"]
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

    def _led(
        self, text: NormalText, start: int, end: int, state: _State, here: Sequence[tuple[PersonMention, str | None]]
    ) -> tuple[FindingKind, int] | None:
        """
        Return what a lead-in before a colon opens, by its wording: "mấy điều chưa ổn: …", "đồng chí A kết luận: …".
        """
        lead = _COLON_LEAD.match(text.folded, start, end)
        if not lead or lead.end() >= end:
            return None
        roles = {role for hit in self._roles.find(text.folded, start, lead.end()) for role in hit.entry.get("roles")}
        if Role.CONCLUDE in roles or Role.DIRECT in roles:
            return _DIRECTIVE, lead.end()
        points = self._points(text, start, lead.end(), listed=False)
        if points[_SHORTCOMING] and points[_SHORTCOMING] >= points[_DIRECTIVE]:
            return _SHORTCOMING, lead.end()
        if Role.REPORT in roles or points[_ACHIEVEMENT] or (state.kind is _ACHIEVEMENT and not here):
            return _ACHIEVEMENT, lead.end()
        planned = state.kind is _DIRECTIVE and not here
        return (state.kind, lead.end()) if state.kind and (state.announced or planned) else None

    def _is_procedure(
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

    # ---- kinds by wording ----------------------------------------------------------------------------------------

    def _judged(self, text: NormalText, start: int, end: int, state: _State) -> FindingKind | None:
        """
        Return what a clause is by its section and its wording; None where it says nothing of the work.
        """
        # In a list of shortcomings a figure or a past tense tells of no success.
        listed = state.announced and state.kind is _SHORTCOMING
        points = self._points(text, start, end, listed=listed)
        if not listed and points[_DIRECTIVE] < _AIMED and _FIGURE.search(text.folded, start, end):
            points[_ACHIEVEMENT] += 2
        if state.kind in points:
            # A shortcoming tells of the next clause of its sentence, and little of the next sentence.
            alone = state.kind is _SHORTCOMING and not state.passing
            points[state.kind] += 4 if state.announced else 1 if alone else 3
        best = max(points, key=points.__getitem__)
        return best if points[best] >= 3 else None

    def _points(self, text: NormalText, start: int, end: int, *, listed: bool) -> dict[FindingKind, int]:
        points = {_ACHIEVEMENT: 0, _SHORTCOMING: 0, _DIRECTIVE: 0}
        aims = False
        for begin, stop, entry in self._polarity.find(text.folded, self._conceded(text, start, end), end):
            kind, weight = entry.get("kind"), entry.get("weight")
            # A verb that opens the clause asks for something; inside it, it may tell of anything.
            if weight == 1 and kind is _DIRECTIVE and begin > start + 2:
                continue
            if listed and text.folded[begin:stop] in ("đã", "đạt"):
                continue
            # What is aimed at is not yet reached: "xã phấn đấu thu ngân sách đạt 12 tỷ đồng".
            if aims and kind is _ACHIEVEMENT:
                continue
            # "Cần tập trung …": what opens the clause rules it.
            aim = kind is _DIRECTIVE and weight > 1
            opens = aim and begin < start + 12
            aims = aims or aim
            points[kind] += weight + (3 if opens else 0)
        return points

    def _conceded(self, text: NormalText, start: int, end: int) -> int:
        """
        Return where the main clause begins: "Tuy bị ảnh hưởng bởi dịch bệnh, nhưng kinh tế vẫn đạt …" is of success.
        """
        for hit in self._concessions.find(text.folded, start, end):
            turn = _TURN.match(text.folded, hit.end, end)
            if turn:
                return turn.end()
        return start

    def _finding(
        self, text: NormalText, kind: FindingKind, start: int, end: int, state: _State, usual: Sector
    ) -> Iterator[Finding]:
        at, _ = self._opened(text, start, end)
        if kind in (_DIRECTIVE, _PETITION):
            at = self._speech.opening(text, at, end)
        at, end = trim(text.text, at, end)
        if end - at < 8:
            return
        yield Finding(
            kind=kind,
            sector=self._sectors.read(text, self._conceded(text, at, end), end, usual=usual),
            statement=text.written(at, end),
            speaker=state.speaker if kind in (_DIRECTIVE, _PETITION) else None,
            measures=tuple(self._measures.read(text, at, end)),
            span=text.span(at, end),
        )


def _opened_by_period(text: NormalText, block: Block, periods: Periods) -> FindingKind | None:
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
