"""
What was said of the work, clause by clause, under the section that the text is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dccs_model.lexicon import Hit, Lexicon, Openings, Table
from dccs_model.model import Finding, FindingKind, Level, Participant, Role, Sector
from dccs_model.parsing.measures import MeasureReader
from dccs_model.parsing.people import PersonMention
from dccs_model.parsing.sectors import SectorReader
from dccs_model.parsing.segment import Block
from dccs_model.text.normal import NormalText
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
    #: Whether a sentence or a heading announced it.
    announced: bool
    #: Who speaks, by name.
    speaker: str | None


_NOWHERE = _State(None, False, None)
_BULLET = re.compile(
    r"\s*(?:[-+•*✅✔▪●🔹🔸👉📌⭐➡★☑–]\s?|\(?\d{1,2}[.)]\s|\(\d{1,2}\)\s?|\([a-zđ]\)\s?|[a-zđ]\)\s|[ivx]{1,4}\.\s)+"
)
_LEAD_END = re.compile(
    r"[:\s](?:(?<=:)|(?<=\s)(?:như\ssau\s?[:;,]?|như\s?:?(?!\s(?:thế|vậy))|gồm\s?:|đó là\s?:?))(?=\s|\Z)"
)
_TAIL = re.compile(r"\s{0,2}(?:rằng|là|thêm|như sau|cụ thể)?\s{0,2}[:,;]?\s{0,2}")
_INNER_COLON = re.compile(r"[^,;:.()]{0,60}:\s")
_COLON_LEAD = re.compile(r"[^:;.\d]{4,130}:\s{1,2}(?=\S)")
_SELF = re.compile(
    r"(?:\A|,\s|\s)(?:đồng chí|ông|bà|đ/c|chủ tọa|chủ trì hội nghị)(?:\s(?:cũng|đã|đồng thời|lưu ý|nhấn mạnh và|còn|tiếp tục)){0,2}\Z"
)
_ALONE = re.compile(
    r"(?:đồng thời|và|cũng|đồng thời cũng|song song đó|bên cạnh đó|ngoài ra|đặc biệt|cùng với đó|qua đó|từ đó|trước hết|trên cơ sở đó|tại hội nghị)?[,\s]*(?:cũng|đã)?"
)
_CONCESSION = re.compile(r"(?=[dmt])(?<![^\W\d_])(?:tuy|mặc dù|dù|dẫu|mặc dầu)\s[^;.]{3,160}?[,\s](?:nhưng|song|xong|vẫn|thì)\s")
_FIGURE = re.compile(r"\d\s?%|(?<![/\d.,])\d[\d.,]{0,12}\s?(?!năm|tháng|ngày|giờ)[^\W\d_]{2}")
# What may be told as the content of a saying without a task: "cho biết, hiện trên địa bàn có …".
_TELLS = frozenset(
    {
        "nêu rõ",
        "trăn trở",
        "phân tích",
        "giải thích",
        "cho biết",
        "khẳng định",
        "thông tin",
        "nhận định",
        "thừa nhận",
        "chia sẻ",
        "nhìn nhận",
        "lý giải",
        "cho hay",
        "cho rằng",
        "chỉ ra",
        "nêu",
        "đánh giá",
    }
)
# Verbs that a body, not a person, may govern; with any other verb the subject must be a person.
_BY_BODY = frozenset(
    {
        "đề nghị",
        "yêu cầu",
        "kiến nghị",
        "đề xuất",
        "thống nhất",
        "lưu ý",
        "quyết nghị",
        "giao",
        "đề ra",
        "phản ánh",
        "xác định nhiệm vụ",
        "mong muốn",
        "nhấn mạnh",
        "xin",
        "mong",
        "thắc mắc",
        "đề đạt",
        "bày tỏ mong muốn",
    }
)
_NOUN_BEFORE = re.compile(r"(?:các|những|nhiều|một số|mọi|từng|lượt|ý kiến,|ý kiến|nội dung|theo|lời|sự|số)\s\Z")
_EXPLAINS = frozenset({"lý giải", "phân tích", "giải thích", "cho rằng", "cho biết", "thừa nhận", "giải trình"})
_ADMITS = frozenset({"chỉ ra", "thừa nhận", "nhìn nhận", "trăn trở"})
# What only those ask who ask upwards.
_BEGS = frozenset({"xin", "mong", "hỏi", "thắc mắc", "bức xúc", "băn khoăn"})
_ASKS = frozenset({"đề nghị", "mong muốn", "hỏi", "xin", "mong"})


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
        self._connectives = Openings(lexicon["polarity"].where(kind="connective"))
        self._contrasts = Openings(lexicon["polarity"].where(kind="contrast"))
        self._speech = Table(e for e in lexicon["speech"].entries if not e.get("stop"))
        self._all_roles = lexicon["roles"]
        self._roles = Table(e for e in lexicon["roles"].entries if e.get("roles"))
        glue = lexicon["glue"]
        self._subjects = glue.where(of="subject")
        self._below = glue.where(of="below")
        self._above = glue.where(of="above")
        self._vague = Openings(glue.where(of="vague"))
        self._events = lexicon["meetings"].where(of="event")
        self._sectors = SectorReader(lexicon)
        self._measures = MeasureReader(lexicon)

    def read(
        self,
        text: NormalText,
        blocks: Sequence[Block],
        lead: tuple[int, int] | None,
        mentions: Sequence[tuple[PersonMention, str | None]],
        participants: Sequence[Participant],
        named: Sequence[tuple[int, int]],
    ) -> Iterator[Finding]:
        """
        Yield the findings in the order of the text; *named* is where the meeting is named.
        """
        usual = self._sectors.usual(text, named)
        people = {each.official.name: each for each in participants}
        state = _NOWHERE
        for block in blocks:
            if block.kind == "heading":
                state = self._under_heading(text, block, state)
            if block.kind != "body":
                continue
            if state.kind is not _DIRECTIVE and not (
                state.announced and _BULLET.match(text.folded, block.start, block.end)
            ):
                state = _State(state.kind, False, None)
            voice: str | None = None
            for start, end in block.sentences:
                if lead and start <= lead[0] < end:
                    continue
                here = [(m, name) for m, name in mentions if start <= m.start < end]
                fresh, told = True, True
                for first, last in clauses(text.text, start, end):
                    after, kind, at = self._clause(
                        text, first, last, state, here, people, voice, fresh=fresh, told=told
                    )
                    told = told and (kind is not None or after.announced)
                    state, fresh = after, False
                    voice = next((name for m, name in reversed(here) if name and m.start < last), voice)
                    if kind is not None:
                        yield from self._finding(text, kind, at, last, state, usual)

    def _under_heading(self, text: NormalText, block: Block, state: _State) -> _State:
        """
        Return the section that a heading opens; one that tells nothing ends what was.
        """
        start, _ = self._opened(text, block.start, block.end)
        hit = self._headings.first(text.folded, start, block.end) or self._anywhere.first(text.folded, start, block.end)
        if hit is None or hit.entry.get("kind") == "none":
            return state if state.kind is _DIRECTIVE else _NOWHERE
        return _State(FindingKind(hit.entry.get("kind")), True, None)

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
            kind = FindingKind(after.entry.get("kind"))
            return _State(kind, True, None), kind, after.end
        spoken = self._spoken(text, begin, end, within, people, state, voice)
        if spoken:
            return self._said(text, begin, end, state, *spoken)
        announced = self._announced(text, begin, end, fresh=fresh)
        if announced:
            kind, found = announced
            if kind is None:
                return (_State(state.kind, False, None) if fresh else state), None, begin
            return (
                _State(kind, True, None),
                (kind if found is not None else None),
                found if found is not None else begin,
            )
        if not told:
            return state, None, begin
        led = self._led(text, begin, end, state, within) if fresh else None
        if led:
            return _State(led[0], True, voice if led[0] is _DIRECTIVE else None), led[0], led[1]
        if fresh and self._is_procedure(text, begin, end, within, state):
            roles = {role for hit in self._roles.find(text.folded, begin, end) for role in hit.entry.get("roles")}
            if Role.CONCLUDE in roles and text.folded[begin:end].endswith("kết luận"):
                return _State(_DIRECTIVE, True, voice), None, begin
            return _State(_ACHIEVEMENT if Role.REPORT in roles else state.kind, Role.REPORT in roles, None), None, begin
        if state.announced and state.kind in (_DIRECTIVE, _PETITION, _CAUSE):
            return state, state.kind, begin
        if contrast:
            kind = self._judged(text, begin, end, _State(_SHORTCOMING, True, None))
            return _State(kind, kind is _SHORTCOMING, None), kind, begin
        kind = self._judged(text, begin, end, state)
        if kind is not None and kind is not state.kind:
            state = _State(kind, False, None)
        return state, kind, begin

    def _said(
        self,
        text: NormalText,
        begin: int,
        end: int,
        state: _State,
        kind: FindingKind | None,
        verb: str,
        at: int,
        speaker: str | None,
    ) -> tuple[_State, FindingKind | None, int]:
        """
        Return what a saying makes of the rest of its clause.
        """
        if kind is None and state.kind is _SHORTCOMING and verb in _EXPLAINS:
            return _State(_CAUSE, True, speaker), _CAUSE, at
        if self._vague.at(text.folded, at, end) and ":" not in text.text[at:end]:
            return state._replace(announced=False), None, at
        aside = self._none.first(text.folded, at, min(end, at + 60))
        if aside:
            return state._replace(announced=False), None, at
        if kind is None:
            kind = (
                self._judged(
                    text,
                    at,
                    end,
                    _State(_SHORTCOMING, True, None) if verb in _ADMITS else _State(_ACHIEVEMENT, False, None),
                )
                or _ACHIEVEMENT
            )
            reported = "báo cáo" in text.folded[begin:at]
            return _State(kind, reported or verb in _ADMITS, speaker), kind, at
        return _State(kind, True, speaker), kind, at

    def _opened(self, text: NormalText, start: int, end: int) -> tuple[int, bool]:
        """
        Skip bullets and linking words: "- Bên cạnh đó, …"; tell whether they turn the tide ("Tuy nhiên, …").
        """
        bullet = _BULLET.match(text.folded, start, end)
        at = bullet.end() if bullet else start
        contrast = False
        while at < end:
            at, _ = trim(text.text, at, end)
            contrast = contrast or self._contrasts.at(text.folded, at, end) is not None
            link = self._connectives.at(text.folded, at, end)
            if not link or text.text[link.end : link.end + 1] not in (",", ":") or link.end >= end:
                break
            at = link.end + 1
        return at, contrast

    def _spoken(
        self,
        text: NormalText,
        start: int,
        end: int,
        here: Sequence[tuple[PersonMention, str | None]],
        people: dict[str, Participant],
        state: _State,
        voice: str | None,
    ) -> tuple[FindingKind | None, str, int, str | None] | None:
        """
        Return what a governing verb of saying makes of the rest: its kind, the verb, where the rest begins, who says it.
        """
        colon = text.text.find(": ", start, end)
        stop = colon + 1 if colon >= 0 else end
        best: tuple[FindingKind | None, str, int, str | None] | None = None
        for hit in self._speech.find(text.folded, start, stop):
            verb = text.folded[hit.start : hit.end]
            after = hit.end
            if hit.entry.get("noun"):
                # "giao Ban Quản lý dự án …" is no "giao ban".
                if not verb.startswith("giao ") or not text.text[hit.start + 5].isupper():
                    continue
                verb, after = "giao", hit.start + 4
            if any(m.start <= hit.start < m.end for m, _ in here) or self._as_noun(text, hit.start, after):
                continue
            role = self._all_roles.first(text.folded, max(start, hit.start - 24), end)
            if role and role.start <= hit.start and role.end >= after:
                continue
            kind = (
                _DIRECTIVE if verb == "giao" else FindingKind(hit.entry.get("kind")) if hit.entry.get("kind") else None
            )
            if kind is None and verb not in _TELLS:
                continue
            subject = self._subject(text, start, hit.start, here)
            if subject is None or (subject[0] != "person" and verb not in _BY_BODY and verb not in _TELLS):
                continue
            who, speaker = subject
            speaker = speaker or (voice if who == "person" else None)
            below = who == "below" or (
                who == "person" and self._from_below(people.get(speaker or ""), state, named=speaker is not None)
            )
            if verb in _BEGS and not below and not (speaker and not self._presides(people.get(speaker))):
                continue
            if (verb in _ASKS and below) or verb in _BEGS:
                kind = _PETITION
            tail = _TAIL.match(text.folded, after, end)
            at = tail.end() if tail else after
            inner = _INNER_COLON.match(text.text, at, end)
            at = inner.end() if inner else at
            if end - at <= 6 or (
                best is not None
                and (kind is None or (best[0] is not None and not self._vague.at(text.folded, best[2], end)))
            ):
                continue
            best = (kind, verb, at, speaker)
        return best

    def _as_noun(self, text: NormalText, start: int, end: int) -> bool:
        """
        Whether a verb of saying is used as a noun: "các kiến nghị", "gợi ý của đồng chí A".
        """
        return bool(_NOUN_BEFORE.search(text.folded, max(0, start - 18), start)) or text.folded.startswith(
            (" của ", " này", " trên", " đó"), end
        )

    def _subject(
        self, text: NormalText, start: int, verb: int, here: Sequence[tuple[PersonMention, str | None]]
    ) -> tuple[str, str | None] | None:
        """
        Return who governs a verb: "person", "below" (those who ask upwards) or "above", with the name.
        """
        folded = text.folded
        before = [(m, name) for m, name in here if m.end <= verb]
        if before and verb - before[-1][0].end < 160:
            return "person", before[-1][1]
        opening = folded[start:verb].rstrip(" ,")
        if _SELF.search(opening) or _ALONE.fullmatch(opening):
            return "person", None
        if len(opening) > 150:
            return None
        if self._above.first(folded, start, verb):
            return "above", None
        return ("below", None) if self._below.first(folded, start, verb) else None

    def _from_below(self, speaker: Participant | None, state: _State, *, named: bool) -> bool:
        if speaker is None:
            return not named and state.kind is _PETITION
        if self._presides(speaker):
            return False
        levels = {position.level for position in speaker.official.positions}
        return levels <= {Level.VILLAGE} or (state.kind is _PETITION and levels <= {Level.VILLAGE, Level.COMMUNE})

    def _presides(self, speaker: Participant | None) -> bool:
        return speaker is not None and bool({Role.CHAIR, Role.DIRECT, Role.CONCLUDE} & set(speaker.roles))

    def _announced(
        self, text: NormalText, start: int, end: int, *, fresh: bool
    ) -> tuple[FindingKind | None, int | None] | None:
        """
        Return the section that a clause announces and where its first statement begins, if it holds one.
        """
        lead_end = _LEAD_END.search(text.folded, start, min(end, start + 260))
        head = self._headings.at(text.folded, start, end)
        if head and lead_end and lead_end.start() - start < 70 and lead_end[0].startswith((":", " như")):
            return FindingKind(head.entry.get("kind")), lead_end.end()
        if head and text.folded[head.start : head.end].endswith(" là"):
            return FindingKind(head.entry.get("kind")), head.end
        if head and head.entry.get("kind") == "cause":
            return _CAUSE, start
        stop = lead_end.end() if lead_end else end
        hits = list(self._anywhere.find(text.folded, start, stop))
        none = [hit for hit in hits if hit.entry.get("kind") == "none"]
        if none and (none[0].start - start < 100 or not lead_end):
            return None, None
        told = [hit for hit in hits if hit.entry.get("kind") != "none"]
        if not told:
            return None
        kind = FindingKind(told[-1].entry.get("kind"))
        if lead_end and (":" in lead_end[0] or lead_end.end() >= end or kind is not _ACHIEVEMENT):
            return kind, lead_end.end() if lead_end.end() < end else None
        if kind is _CAUSE and fresh and "nguyên nhân" in text.folded[start:end]:
            return kind, told[0].start
        if kind is _ACHIEVEMENT and fresh:
            comma = text.text.find(",", told[-1].end, told[-1].end + 40)
            opens = told[-1].start - start < 60
            if comma >= 0 and opens:
                return kind, comma + 1
            shows = re.compile(r"\s(?:cho thấy|nêu rõ|nêu|khẳng định|đánh giá)[,:]?\s").search(
                text.folded, told[-1].start, min(end, told[-1].end + 60)
            )
            if shows:
                return kind, shows.end()
            return None
        if kind is _PETITION and fresh and self._below.first(text.folded, start, end):
            return kind, None
        if kind is _SHORTCOMING and self._only_points(text, start, told[0].start):
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
        return (state.kind, lead.end()) if state.announced and state.kind else None

    def _only_points(self, text: NormalText, start: int, at: int) -> bool:
        """
        Whether the meeting or its report points at shortcomings without naming one.
        """
        return bool(
            re.search(
                r"chỉ ra|chỉ rõ|nêu|phân tích|thảo luận|làm rõ|đánh giá|thẳng thắn|nhìn nhận|cho thấy|tháo gỡ|khắc phục|tập trung vào",
                text.folded[start:at],
            )
        )

    def _is_procedure(
        self, text: NormalText, start: int, end: int, here: Sequence[tuple[PersonMention, str | None]], state: _State
    ) -> bool:
        """
        Whether a clause tells of attendance, programme or thanks and not of the work.
        """
        role = self._roles.first(text.folded, start, min(end, start + 170))
        if role is None:
            return False
        if here:
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
        if not listed and _FIGURE.search(text.folded, start, end):
            points[_ACHIEVEMENT] += 2
        if state.kind in points:
            points[state.kind] += 4 if state.announced else 1 if state.kind is _SHORTCOMING else 3
        best = max(points, key=lambda kind: points[kind])
        return best if points[best] >= 3 else None

    def _points(self, text: NormalText, start: int, end: int, *, listed: bool) -> dict[FindingKind, int]:
        points = {_ACHIEVEMENT: 0, _SHORTCOMING: 0, _DIRECTIVE: 0}
        # After a concession only the main clause counts: "Tuy bị ảnh hưởng …, nhưng kinh tế vẫn đạt …".
        turn = _CONCESSION.search(text.folded, start, end)
        for hit in self._polarity.find(text.folded, turn.end() if turn else start, end):
            weight = hit.entry.get("weight")
            # A verb that opens the clause asks for something; inside it, it may tell of anything.
            if weight == 1 and hit.entry.get("kind") == "directive" and hit.start > start + 2:
                continue
            if listed and text.folded[hit.start : hit.end] in ("đã", "đạt"):
                continue
            points[FindingKind(hit.entry.get("kind"))] += weight
        return points

    def _finding(
        self, text: NormalText, kind: FindingKind, start: int, end: int, state: _State, usual: Sector
    ) -> Iterator[Finding]:
        at, _ = self._opened(text, start, end)
        verb = self._speech.at(text.folded, at, end)
        if verb and kind in (_DIRECTIVE, _PETITION) and text.folded[verb.start : verb.end] in _BY_BODY:
            at = verb.end
        at, end = trim(text.text, at, end)
        if end - at < 8:
            return
        yield Finding(
            kind=kind,
            sector=self._sectors.read(text, at, end, usual=usual),
            statement=text.written(at, end),
            speaker=state.speaker if kind in (_DIRECTIVE, _PETITION) else None,
            measures=self._measures.read(text, at, end),
            span=text.span(at, end),
        )
