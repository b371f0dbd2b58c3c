"""
What was said of the work, clause by clause, under the section that the text is in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dccs_model.lexicon import Lexicon
from dccs_model.model import Finding, FindingKind, Participant, Role, Sector
from dccs_model.parsing.measures import MeasureReader
from dccs_model.parsing.officials import People
from dccs_model.parsing.people import PersonMention
from dccs_model.parsing.sections import NOWHERE, Section, SectionReader, opened_by_period
from dccs_model.parsing.sectors import SectorReader
from dccs_model.parsing.segment import Block
from dccs_model.parsing.speech import Saying, SpeechReader
from dccs_model.parsing.when import Periods
from dccs_model.parsing.wording import AIMED, WordingReader
from dccs_model.text.normal import NormalText
from dccs_model.text.sentences import clauses, trim

__all__ = ["FindingReader"]

_ACHIEVEMENT, _SHORTCOMING, _CAUSE = FindingKind.ACHIEVEMENT, FindingKind.SHORTCOMING, FindingKind.CAUSE
_DIRECTIVE, _PETITION = FindingKind.DIRECTIVE, FindingKind.PETITION
#: What is listed behind a verb of saying that asks for nothing.
_SAYS = {"tells": _ACHIEVEMENT, "admits": _SHORTCOMING, "explains": _CAUSE}
_VOICES = re.compile(r"\d{1,3}\s(?:lượt\s)?(?:ý kiến|câu hỏi|kiến nghị|đề xuất|tham luận)")
#: How far behind what announces results the comma may stand that they begin after, in code points.
_REACH = 14
#: How far into praise its verb may stand, in code points: "ghi nhận các xã trong cụm đã hoàn thành …".
_TOLD = 90


class FindingReader:
    """
    Reads the findings of an article; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        sections, glue = lexicon["sections"], lexicon["glue"]
        self._anywhere = sections.where(on="anywhere").indexed()
        self._after = sections.where(on="after").indexed()
        self._headings = sections.where(on="heading").indexed()
        self._none = sections.where(kind="none").indexed()
        self._vague = glue.where(of="vague")
        self._praised = glue.where(of="praised")
        self._speech = SpeechReader(lexicon)
        self._wording = WordingReader(lexicon)
        self._sections = SectionReader(lexicon, self._wording)
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
        state = NOWHERE
        for block in blocks:
            if block.kind == "heading":
                state = self._sections.under_heading(text, block, state)
            if block.kind != "body":
                continue
            state = self._sections.across(text, block, state)
            dated = None if state.announced else opened_by_period(text, block, periods)
            state = Section(dated, False, None) if dated else state
            voice: str | None = None
            for start, end in block.sentences:
                if lead and start <= lead[0] < end:
                    continue
                low, high = bisect_left(starts, start), bisect_left(starts, end)
                if state.passing:
                    state = Section(state.kind, False, state.speaker)
                if text.text.endswith(":", start, end):
                    state = self._listing(text, start, end, state, people.mentions[low:high], by_name, voice)
                    continue
                fresh, told = True, True
                for first, last in clauses(text.text, start, end):
                    begin, contrast = self._sections.opened(text, first, last)
                    until = bisect_left(starts, last, low, high) if low < high else low
                    here = people.mentions[bisect_left(starts, first, low, until) : until]
                    after, kind, at = self._clause(
                        text, first, begin, last, state, here, by_name, voice, fresh=fresh, told=told, contrast=contrast
                    )
                    told = after.announced or (told and kind is not None)
                    state, fresh = after, False
                    if here:
                        voice = next((name for _, name in reversed(here) if name), voice)
                    # Who is shown in a picture is no finding: "Chánh Văn phòng Trần Đức Long."
                    if kind is not None and not any(m.start <= begin and m.end >= last for m, _ in here):
                        if at != begin:
                            at, _ = self._sections.opened(text, at, last)
                        finding = self._finding(text, kind, at, last, state, usual)
                        if finding:
                            yield finding

    def _listing(
        self,
        text: NormalText,
        start: int,
        end: int,
        state: Section,
        here: Sequence[tuple[PersonMention, str | None]],
        people: dict[str, Participant],
        voice: str | None,
    ) -> Section:
        """
        Return the section that a sentence opens whose colon ends its paragraph: "Đồng chí A yêu cầu:".
        """
        begin, _ = self._sections.opened(text, start, end)
        said = self._speech.governing(text, begin, end, here, people, state.kind, voice, least=0)
        if said and (said.kind or said.says in _SAYS):
            return Section(said.kind or _SAYS[said.says or ""], True, said.speaker, listing=True)
        head = self._headings.at(text.folded, begin, end)
        kind = (
            head.entry.get("kind") if head else self._sections.announcing(self._anywhere.find(text.folded, begin, end))
        )
        if kind == "none":
            # What is listed below "… khen thưởng:" are those who are honoured.
            awards = Role.AWARD in self._sections.roles(text, begin, end)
            return Section(None, True, None, listing=True) if awards else NOWHERE
        if kind is None:
            roles = self._sections.roles(text, begin, end)
            points = self._wording.points(text, begin, end, listed=False)
            best = max(points, key=points.__getitem__)
            if {Role.CONCLUDE, Role.DIRECT} & roles:
                kind = _DIRECTIVE
            elif Role.REPORT in roles:
                kind = _ACHIEVEMENT
            else:
                kind = best if points[best] else state.kind
        speaker = voice if kind == _DIRECTIVE else None
        return Section(FindingKind(kind), True, speaker, listing=True) if kind else state

    # ---- one clause ----------------------------------------------------------------------------------------------

    def _clause(
        self,
        text: NormalText,
        start: int,
        begin: int,
        end: int,
        state: Section,
        here: Sequence[tuple[PersonMention, str | None]],
        people: dict[str, Participant],
        voice: str | None,
        *,
        fresh: bool,
        told: bool,
        contrast: bool,
    ) -> tuple[Section, FindingKind | None, int]:
        """
        Return the section after a clause, what the clause is, and where its statement begins.

        It says something from *begin* on, in *contrast* to what was before or
        not. *fresh* tells that it opens its sentence, *told* that no clause of
        the sentence before it was of the programme; *voice* is who was named last.
        """
        after = self._after.first(text.folded, begin, min(end, begin + 140)) if fresh else None
        if after and (after.entry.get("kind") != "cause" or state.kind in (_SHORTCOMING, _CAUSE)):
            told_kind = after.entry.get("kind")
            return Section(told_kind, True, None), told_kind, after.end
        said = self._speech.governing(text, begin, end, here, people, state.kind, voice)
        # "…; đánh giá cán bộ bằng sản phẩm" is a task among tasks, and tells nothing.
        if said and (said.kind or here or fresh or not state.announced or state.kind not in (_DIRECTIVE, _PETITION)):
            return self._said(text, begin, end, state, said)
        if text.folded.endswith("kết luận", begin, end):
            # "… và đồng thời kết luận; các xã gặt xong lúa hè thu trước mưa bão"
            return Section(_DIRECTIVE, True, voice), None, begin
        reported = fresh and "báo cáo" in text.folded[start:begin]
        if reported:
            # "Theo báo cáo, các xã thu ngân sách 1.846 tỷ đồng" is a result without a word of praise.
            state = Section(_ACHIEVEMENT, False, None)
        announced = self._sections.announced(text, begin, end, state, here, fresh=fresh, reported=reported)
        if announced and not (contrast and announced[0] is _ACHIEVEMENT):
            opens, found = announced
            if opens is None:
                return (Section(state.kind, False, None) if fresh else state), None, begin
            return Section(opens, True, None), opens if found is not None else None, begin if found is None else found
        if not told or (state.announced and state.kind is None):
            return state, None, begin
        led = self._sections.led(text, begin, end, state, here) if fresh else None
        if led:
            return Section(led[0], True, voice if led[0] is _DIRECTIVE else None), led[0], led[1]
        if fresh and self._sections.is_procedure(text, begin, end, here):
            roles = self._sections.roles(text, begin, end)
            # "Hội nghị đã nghe báo cáo kết quả quý II; dự thảo kế hoạch quý III": the programme goes on.
            heard = " nghe " in text.folded[begin:end]
            reports = heard or Role.REPORT in roles
            return Section(_ACHIEVEMENT if reports else state.kind, reports and not heard, None), None, begin
        if fresh and state.kind is _PETITION and not state.listing:
            # What was answered is no petition: "Về giấy chứng nhận, hiện đã hoàn thiện 9 hồ sơ".
            points = self._wording.points(text, begin, end, listed=False)
            if points[_ACHIEVEMENT] >= AIMED and not points[_DIRECTIVE] and not points[_SHORTCOMING]:
                state = Section(_ACHIEVEMENT, False, None)
        if state.announced and state.kind in (_DIRECTIVE, _PETITION, _CAUSE):
            return state, state.kind, begin
        if self._sections.is_programme(text, begin, end):
            return state, None, begin
        if contrast and state.kind in (_SHORTCOMING, _CAUSE):
            # "Tuy vậy, các xã đã cố gắng giữ sản lượng" turns the tide for the better.
            points = self._wording.points(text, begin, end, listed=False)
            if points[_ACHIEVEMENT] >= AIMED and not points[_SHORTCOMING]:
                return Section(_ACHIEVEMENT, False, None), _ACHIEVEMENT, begin
        if contrast:
            kind = self._wording.judged(text, begin, end, _SHORTCOMING, announced=True)
            return Section(kind, kind is _SHORTCOMING, None), kind, begin
        kind = self._wording.judged(text, begin, end, state.kind, announced=state.announced, passing=state.passing)
        spoken = state.kind is _DIRECTIVE and state.speaker is not None
        if kind is not None and kind is not state.kind and not (spoken and kind is _ACHIEVEMENT):
            # What is to be done goes on to the end of its sentence.
            ahead = kind is _DIRECTIVE
            # Who did nothing at the conference asks for nothing there: "… do bà A làm trưởng ban. Ban sẽ …"
            acts = ahead and voice is not None and bool(people[voice].roles if voice in people else ())
            state = Section(kind, ahead, voice if acts else None, passing=ahead or kind is _SHORTCOMING)
        return state, kind, begin

    def _said(
        self, text: NormalText, begin: int, end: int, state: Section, said: Saying
    ) -> tuple[Section, FindingKind | None, int]:
        """
        Return what a saying makes of the rest of its clause.
        """
        kind, says, at, speaker = said
        if kind is None and state.kind is _SHORTCOMING and says == "explains":
            return Section(_CAUSE, True, speaker), _CAUSE, at
        vague = self._vague.at(text.folded, at, end) or _VOICES.match(text.folded, at, end)
        if kind is None and text.text.startswith(": ", at - 2) and _VOICES.search(text.folded, begin, at):
            # What many voices are about: "… nêu 16 ý kiến liên quan đến các lĩnh vực: hỗ trợ vay vốn; …".
            return Section(_PETITION, True, None), _PETITION, at
        if kind is None and vague and text.folded.endswith("như sau", at, end):
            return Section(_ACHIEVEMENT, True, None), None, at
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
            points = self._wording.points(text, at, end, listed=False)
            # "… lưu ý: tiền đấu giá đất chưa thu được đồng nào" asks for nothing.
            if not points[_DIRECTIVE] and points[_SHORTCOMING] >= AIMED > points[_ACHIEVEMENT]:
                return Section(_SHORTCOMING, True, None), _SHORTCOMING, at
        if kind is not None:
            return Section(kind, True, speaker), kind, at
        named = self._anywhere.at(text.folded, at, end)
        if named and end - named.end < _REACH:
            # "… chỉ ra những tồn tại, hạn chế", "… biểu dương những kết quả đạt được" name none.
            return state._replace(announced=False), None, at
        head = self._headings.at(text.folded, at, end)
        if head and head.entry.get("kind") == "shortcoming":
            # "… nêu khó khăn trong giải phóng mặt bằng"
            return Section(_SHORTCOMING, True, speaker), _SHORTCOMING, at
        admits = says == "admits"
        kind = (
            self._wording.judged(text, at, end, _SHORTCOMING if admits else _ACHIEVEMENT, announced=admits)
            or _ACHIEVEMENT
        )
        return Section(kind, admits or "báo cáo" in text.folded[begin:at], speaker), kind, at

    def _finding(
        self, text: NormalText, kind: FindingKind, at: int, end: int, state: Section, usual: Sector
    ) -> Finding | None:
        asked = kind in (_DIRECTIVE, _PETITION)
        at, end = trim(text.text, self._speech.opening(text, at, end) if asked else at, end)
        if end - at < 8:
            return None
        return Finding(
            kind=kind,
            sector=self._sectors.read(text, self._wording.main_clause(text, at, end), end, usual=usual),
            statement=text.written(at, end),
            speaker=state.speaker if asked else None,
            measures=tuple(self._measures.read(text, at, end)),
            span=text.span(at, end),
        )
