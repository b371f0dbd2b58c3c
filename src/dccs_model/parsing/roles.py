"""
What people did at the conference, from the words around their names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dccs_model.lexicon import Hit, Lexicon, Table
from dccs_model.model import Role
from dccs_model.parsing.people import PersonMention
from dccs_model.text.normal import NormalText

__all__ = ["RoleReader"]


class _Cue(NamedTuple):
    start: int
    end: int
    roles: tuple[Role, ...]


#: How far a cue may stand from the person it is about, in code points.
_REACH = 220


class RoleReader:
    """
    Ties the cues of a sentence to its people; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = lexicon["roles"].indexed()
        glue = lexicon["glue"]
        events = lexicon["meetings"].where(of="event")
        self._fillers = Table([*glue.where(of="filler").entries, *events.entries])
        self._behalf = glue.where(of="behalf")
        self._lists = glue.where(of="list")
        self._nominal = glue.where(of="nominal")
        self._subjects = glue.where(of="subject")
        self._speech = Table(e for e in lexicon["speech"].entries if e.get("kind") or e.get("noun")).indexed()

    def read(
        self, text: NormalText, start: int, end: int, people: Sequence[PersonMention]
    ) -> Iterator[tuple[PersonMention, Role]]:
        """
        Yield what each of the *people* of the sentence from *start* to *end* did.
        """
        if not people:
            return
        cues = list(self._cues(text, start, end, people))
        chained: Sequence[PersonMention] = ()
        announced: list[PersonMention] = []
        previous_end = start
        for index, cue in enumerate(cues):
            targets = self._behind(text, cue, people, cues, announced)
            if (
                not targets
                and chained
                and self._only_fillers(text, previous_end, cue.start, event=True)
                and not self._subjects.at(text.folded, cue.end + 1, end)
            ):
                targets = chained
            chained = targets
            if not targets:
                limit = cues[index + 1].start if index + 1 < len(cues) else end
                targets = self._ahead(text, start, cue, people, cues, limit)
                announced += targets
            previous_end = cue.end
            for person in targets:
                for role in cue.roles:
                    yield person, role

    def _cues(self, text: NormalText, start: int, end: int, people: Sequence[PersonMention]) -> Iterator[_Cue]:
        starts = [person.start for person in people]
        for hit in self._roles.find(text.folded, start, end):
            roles = hit.entry.get("roles")
            before = bisect_right(starts, hit.start)
            # "Trưởng đoàn chủ trì" inside a post tells of no role.
            if roles and not (before and hit.start < people[before - 1].end):
                yield _Cue(hit.start, hit.end, roles)

    def _behind(
        self,
        text: NormalText,
        cue: _Cue,
        people: Sequence[PersonMention],
        cues: Sequence[_Cue],
        announced: Sequence[PersonMention],
    ) -> Sequence[PersonMention]:
        """
        Return the people right before a cue: "đồng chí A và đồng chí B đồng chủ trì".
        """
        before = people[: bisect_right(people, cue.start, key=lambda person: person.end)]
        if not before or _any_between(cues, before[-1].end, cue.start):
            return ()
        nearest = before[-1]
        if (
            len(before) > 1
            and text.folded[max(0, nearest.start - 4) : nearest.start] == "của "
            and nearest not in announced
        ):
            # "Đồng chí A đã tiếp thu ý kiến của đồng chí B và kết luận": B is not the one who acts.
            return before[-2:-1] if len(text.folded[nearest.end : cue.start]) < 30 else ()
        if not self._only_fillers(text, nearest.end, cue.start, event=False) and not self._with_others(
            text, cue, nearest
        ):
            return ()
        group = [nearest]
        for person in reversed(before[:-1]):
            if not self._joined(text, person.end, group[0].start) or (person in announced and nearest not in announced):
                break
            group.insert(0, person)
        return group

    def _with_others(self, text: NormalText, cue: _Cue, nearest: PersonMention) -> bool:
        """
        Whether unnamed people share the role: "ông A cùng lãnh đạo các phòng, ban tham dự".
        """
        gap = text.folded[nearest.end : cue.start].lstrip(" ,)")
        if Role.ATTEND not in cue.roles or not gap.startswith(("cùng ", "và ")) or ";" in gap or len(gap) > 140:
            return False
        return not self._asks(text, nearest.end, cue.start)

    def _ahead(
        self, text: NormalText, start: int, cue: _Cue, people: Sequence[PersonMention], cues: Sequence[_Cue], limit: int
    ) -> Sequence[PersonMention]:
        """
        Return the people that a cue announces: "Dự hội nghị có …", "Kết luận hội nghị, đồng chí A …".
        """
        after = people[bisect_left(people, cue.end, key=lambda person: person.start) :]
        if not after or after[0].start - cue.end > _REACH or _any_between(cues, cue.end, after[0].start):
            return ()
        gap = text.folded[cue.end : after[0].start].rstrip(" \n:,-")
        marks = text.folded[cue.end : after[0].start]
        if self._nominal.first(gap, max(0, len(gap) - 8), len(gap)):
            if Role.ATTEND in cue.roles:
                # "có sự tham dự của bà A, Phó Chủ tịch …; ông B, Giám đốc …"
                return self._group(text, after, limit, loose=True)
            return [
                p
                for p in self._group(text, after, limit, loose=False)
                if p is after[0] or " và " in text.folded[after[0].end : p.start]
            ]
        if self._asks(text, cue.end, after[0].start):
            return ()
        if ":" in marks or self._lists.first(text.folded, cue.end, after[0].start) or not gap.strip():
            if Role.REPORT in cue.roles or Role.AWARD in cue.roles:
                return ()
            return self._group(text, after, limit, loose=True)
        # "Kết luận hội nghị, đồng chí A …": only where the cue opens the sentence.
        fronted = "," in marks or (gap.strip() and self._only_fillers(text, cue.end, after[0].start, event=True))
        if fronted and self._opens(text, start, cue) and Role.AWARD not in cue.roles:
            return (
                self._group(text, after, limit, loose=False)[:1]
                if Role.CHAIR not in cue.roles
                else self._group(text, after, limit, loose=False)
            )
        return ()

    def _opens(self, text: NormalText, start: int, cue: _Cue) -> bool:
        before = text.folded[start : cue.start].strip(" \n-+•*")
        if len(before) <= 3:
            return True
        if self._subjects.first(text.folded, max(start, cue.start - _REACH), cue.start):
            return False
        return before.endswith((",", ";", ":")) or len(before) <= 24

    def _group(
        self, text: NormalText, people: Sequence[PersonMention], limit: int, *, loose: bool
    ) -> Sequence[PersonMention]:
        group = [people[0]]
        for person in people[1:]:
            if person.start >= limit and not loose:
                break
            if not (
                self._joined(text, group[-1].end, person.start)
                or (loose and self._listed(text, group[-1].end, person.start))
            ):
                break
            group.append(person)
        return group

    def _asks(self, text: NormalText, start: int, end: int) -> bool:
        """
        Whether a verb of asking stands between.
        """
        return any(not hit.entry.get("noun") for hit in self._speech.find(text.folded, start, end))

    def _joined(self, text: NormalText, start: int, end: int) -> bool:
        """
        Whether only a mark or "và" stands between two people.
        """
        gap = text.folded[start:end]
        return len(gap) <= 24 and not gap.strip(" \n,;()-:.").replace("cùng với", "và").replace("cùng", "và").replace(
            "và", ""
        ).strip(" ,;)(")

    def _listed(self, text: NormalText, start: int, end: int) -> bool:
        """
        Whether both people stand in one list of those present, with unnamed ones between them.
        """
        if end - start > _REACH or (
            not any(mark in text.folded[start:end] for mark in ",;") and " và " not in text.folded[start:end]
        ):
            return False
        start = max(start, text.folded.rfind(";", start, end) + 1)
        return not self._asks(text, start, end) and self._roles.first(text.folded, start, end) is None

    def _only_fillers(self, text: NormalText, start: int, end: int, *, event: bool) -> bool:
        """
        Whether what stands between is nothing but small words, or names on whose behalf is spoken.
        """
        at = start
        while at < end:
            if not text.folded[at].isalnum():
                if text.folded[at] in ";.":
                    return False
                at += 1
                continue
            behalf: Hit | None = self._behalf.at(text.folded, at, end)
            if behalf:
                return end - behalf.end < 160 and not self._asks(text, behalf.end, end)
            hit = self._fillers.at(text.folded, at, end)
            if hit is None or (hit.entry.get("of") == "event" and not event):
                return False
            at = hit.end
        return True


def _any_between(cues: Sequence[_Cue], start: int, end: int) -> bool:
    """
    Whether one of the cues, which ascend, begins between *start* and *end*.
    """
    first = bisect_left(cues, start, key=lambda cue: cue.start)
    return first < len(cues) and cues[first].start < end
