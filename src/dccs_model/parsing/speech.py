"""
Who says what: verbs of saying, who governs them, and where the words begin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dccs_model.lexicon import Entry, Hit, Lexicon, Table
from dccs_model.model import FindingKind, Level, Participant, Role
from dccs_model.parsing.people import PersonMention
from dccs_model.text.normal import NormalText
from dccs_model.text.phrases import fold, phrase_pattern
from dccs_model.text.sentences import trim

__all__ = ["Saying", "SpeechReader"]


class Saying(NamedTuple):
    """
    What a verb of saying makes of the words behind it.
    """

    #: What they are; None where the verb only tells of facts.
    kind: FindingKind | None
    #: How the verb says them, by the table "speech".
    says: str | None
    #: Where they begin.
    at: int
    #: Who says them, by name.
    speaker: str | None


_TAIL = re.compile(r"\s{0,2}(?:rằng|là|thêm|như sau|cụ thể)?\s{0,2}[:,;]?\s{0,2}")
_INNER_COLON = re.compile(r"[^;:.()]{0,90}:\s")
_NOUN_AFTER = (" của ", " này", " trên", " đó")
#: The tiers, each below the next.
_TIERS = (Level.VILLAGE, Level.COMMUNE, Level.DISTRICT, Level.PROVINCE, Level.CENTRAL)
#: How far behind a verb the tier of those who are asked stands at most, in code points: " UBND tỉnh".
_ASKED = 24
#: How far from the beginning of a clause its subject may stand, in code points.
_OPENING = 10
#: How long what opens a clause before its subject is at most, in code points: "Tại hội nghị, ".
_ADVERB = 26
#: How far a verb may stand from who governs it, in code points.
_REACH = 160


class SpeechReader:
    """
    Finds the verb that governs a clause; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        glue = lexicon["glue"]
        self._speech = Table(entry for entry in lexicon["speech"].entries if not entry.get("stop")).indexed()
        self._roles = lexicon["roles"].indexed()
        self._below = glue.where(of="below")
        self._units = glue.where(of="unit")
        self._above = glue.where(of="above")
        # Who is called comrade, or by a rank, holds some office: "Trung tá Vương Đình Chỉnh đề nghị các xã …".
        self._comrades = {
            word
            for entry in lexicon["honorifics"].entries
            for word in entry.words
            if entry.get("kind") == "rank" or "chí" in word or word.startswith("đ")
        }
        self._higher = glue.where(of="higher")
        self._lower = glue.where(of="lower")
        self._levels = lexicon["bodies"].telling("level")
        self._vague = glue.where(of="vague")
        links = _any_of(glue.where(of="link"))
        self._alone = re.compile(rf"(?:{links})?[,\s]*(?:{links})?")
        self._pronoun = re.compile(rf"(?:\A|\s){_any_of(glue.where(of='pronoun'))}(?:\s{links}){{0,2}}\Z")
        self._noun_before = re.compile(rf"(?<![^\W\d_])(?:{_any_of(glue.where(of='determiner'))}|\d{{1,4}}),?\s\Z")

    def governing(
        self,
        text: NormalText,
        start: int,
        end: int,
        here: Sequence[tuple[PersonMention, str | None]],
        people: Mapping[str, Participant],
        section: FindingKind | None,
        voice: str | None,
        *,
        least: int = 7,
    ) -> Saying | None:
        """
        Return what the governing verb of a clause makes of the rest of it.

        *here* are the people whom the clause names, *voice* is who was named
        last before it, *section* is what the text is in, and *least* is how
        many code points must stand behind the verb.
        """
        colon = text.text.find(": ", start, end)
        best: Saying | None = None
        for hit in self._speech.find(text.folded, start, colon + 1 if colon >= 0 else end):
            verb = self._verb(text, start, hit)
            if (
                verb is None
                or any(m.start <= hit.start < m.end for m, _ in here)
                or self._is_role(text, start, end, hit.start, verb.end)
            ):
                continue
            saying = self._saying(text, start, end, verb, here, people, section, voice)
            if saying is None or end - saying.at < least:
                continue
            if best is None or (saying.kind and (best.kind is None or self._vague.at(text.folded, best.at, end))):
                best = saying
            elif best.says == "explains" and saying.says == "tells":
                # "Lý giải điều này, các địa phương cho rằng biên chế …": the reasons stand behind the second verb.
                best = saying._replace(says="explains")
        return best

    def opening(self, text: NormalText, start: int, end: int) -> int:
        """
        Return where the words of a clause begin that opens with a verb of asking: "đề nghị các xã …".
        """
        hit = self._speech.at(text.folded, start, end)
        return hit.end if hit and hit.entry.get("body") and hit.entry.get("kind") else start

    def _verb(self, text: NormalText, start: int, hit: Hit) -> Hit | None:
        """
        Return a phrase that is a verb of saying here; "giao Ban Quản lý …" is no "giao ban".

        "UBND xã giao công an xã xử lý" opens with who gives the task, "kế
        hoạch xã giao" does not.
        """
        if not hit.entry.get("noun"):
            return (
                None
                if self._noun_before.search(text.folded, max(0, hit.start - 18), hit.start)
                or text.folded.startswith(_NOUN_AFTER, hit.end)
                else hit
            )
        last = text.folded.rfind(" ", hit.start, hit.end) + 1
        given = self._speech.get(text.folded[last : hit.end]) if hit.start - start < _OPENING else None
        if given and text.folded.startswith(" ", hit.end):
            return Hit(last, hit.end, given)
        space = text.folded.find(" ", hit.start, hit.end)
        entry = (
            self._speech.get(text.folded[hit.start : space]) if space > 0 and text.text[space + 1].isupper() else None
        )
        return Hit(hit.start, space, entry) if entry else None

    def _is_role(self, text: NormalText, start: int, end: int, at: int, stop: int) -> bool:
        """
        Whether a verb is part of a role, as "chỉ đạo" in "phát biểu chỉ đạo".
        """
        role = self._roles.first(text.folded, max(start, at - 24), end)
        return role is not None and role.start <= at and role.end >= stop

    def _saying(
        self,
        text: NormalText,
        start: int,
        end: int,
        verb: Hit,
        here: Sequence[tuple[PersonMention, str | None]],
        people: Mapping[str, Participant],
        section: FindingKind | None,
        voice: str | None,
    ) -> Saying | None:
        entry: Entry = verb.entry
        says = entry.get("says")
        kind = entry.get("kind")
        subject = self._subject(text, start, verb.start, here)
        # "Xã Mường Bám đề xuất huyện ứng 1,5 tỷ đồng": a commune asks upwards.
        higher = self._higher.at(text.folded, *trim(text.text, verb.end, end)) is not None
        upwards = (says == "begs" or kind is FindingKind.PETITION or higher) and (
            self._units.first(text.folded, max(start, verb.start - _REACH), verb.start)
            or (higher and self._higher.at(text.folded, self._behind_opening(text, start), verb.start))
        )
        if upwards and (subject is None or subject[0] == "above"):
            subject = ("below", None)
        if subject is None or (kind is None and says is None):
            return None
        who, speaker = subject
        if who != "person" and kind and not entry.get("body"):
            return None
        speaker = speaker or (voice if who == "person" else None)
        official = people.get(speaker or "")
        below = who == "below" or (who == "person" and self._from_below(official, section, named=speaker is not None))
        if says == "begs":
            # Those who preside beg for nothing.
            if not below and (speaker is None or presides(official)):
                return None
            kind = FindingKind.PETITION
        elif (
            says == "asks"
            and (below or self._asks_above(text, verb.end, end, official))
            and not (who == "person" and self._downwards(text, verb.end, end))
        ):
            kind = FindingKind.PETITION
        tail = _TAIL.match(text.folded, verb.end, end)
        at = tail.end() if tail else verb.end
        inner = _INNER_COLON.match(text.text, at, end)
        return Saying(kind, says, inner.end() if inner else at, speaker)

    def _behind_opening(self, text: NormalText, start: int) -> int:
        """
        Return where a clause goes on behind a short opening: "Dịp này, huyện Vân Canh đề nghị tỉnh …".
        """
        comma = text.folded.find(", ", start, start + _ADVERB)
        return comma + 2 if comma >= 0 else start

    def _asks_above(self, text: NormalText, at: int, end: int, speaker: Participant | None) -> bool:
        """
        Whether those who are asked stand above the speaker: "Chủ tịch UBND xã đề nghị UBND huyện …".
        """
        own = (
            [_TIERS.index(p.level) for p in speaker.official.positions if p.level]
            if speaker and not presides(speaker)
            else []
        )
        asked = self._levels.first(text.folded, at, min(end, at + _ASKED)) if own else None
        return asked is not None and _TIERS.index(asked.entry.get("level")) > max(own)

    def _downwards(self, text: NormalText, at: int, end: int) -> bool:
        """
        Whether those who are asked stand below: "đề nghị các xã …".
        """
        return self._lower.at(text.folded, *trim(text.text, at, end)) is not None

    def _subject(
        self, text: NormalText, start: int, verb: int, here: Sequence[tuple[PersonMention, str | None]]
    ) -> tuple[str, str | None] | None:
        """
        Return who governs a verb: "person", "below" (those who ask upwards) or "above", with the name.
        """
        folded = text.folded
        before = [(mention, name) for mention, name in here if mention.end <= verb]
        if before and verb - before[-1][0].end < _REACH:
            return "person", before[-1][1]
        if verb - start > _REACH:
            return None
        opening = folded[start:verb].rstrip(" ,")
        if self._pronoun.search(opening) or self._alone.fullmatch(opening):
            return "person", None
        # The nearest body or group speaks: "Tại hội nghị, các đại biểu đề nghị …".
        above = self._above.find(folded, start, verb)
        below = self._below.find(folded, start, verb)
        if above and (not below or above[-1].end > below[-1].start):
            return "above", None
        return ("below", None) if below else None

    def _from_below(self, speaker: Participant | None, section: FindingKind | None, *, named: bool) -> bool:
        """
        Whether a speaker asks upwards: a villager, or a commune's official among the petitions.
        """
        if speaker is None:
            return not named and section is FindingKind.PETITION
        if presides(speaker):
            return False
        if not speaker.official.positions:
            return fold(speaker.official.honorific or "") not in self._comrades
        levels = {position.level for position in speaker.official.positions}
        return levels <= {Level.VILLAGE} or (
            section is FindingKind.PETITION and levels <= {Level.VILLAGE, Level.COMMUNE}
        )


def _any_of(table: Table) -> str:
    return phrase_pattern(word for entry in table.entries for word in entry.words)


def presides(speaker: Participant | None) -> bool:
    """
    Whether someone chairs, directs or concludes the conference.
    """
    return speaker is not None and bool({Role.CHAIR, Role.DIRECT, Role.CONCLUDE} & set(speaker.roles))
