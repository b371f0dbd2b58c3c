"""
Who is named: honorifics, names and posts, wherever they stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dccs_model.lexicon import Hit, Lexicon, Openings, Table
from dccs_model.model import match_key
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText

__all__ = ["PeopleReader", "PersonMention"]


class PersonMention(NamedTuple):
    """
    One place where a person is named, or is meant by a post alone.
    """

    #: Offset of the honorific, the post before the name, or the name.
    start: int
    #: Offset just past the name and the posts behind it.
    end: int
    #: The name by offsets; None where a post stands alone.
    name: tuple[int, int] | None
    #: The posts by offsets, in order.
    posts: tuple[tuple[int, int], ...]
    #: What stands before the name, or None.
    honorific: str | None


_WORD = rf"[{UPPER}][{UPPER}{LOWER}]*(?:['’‘ʼ`]\s?[{UPPER}{LOWER}]+)?(?:-[{LOWER}]+)?"
_RUN = re.compile(rf"{_WORD}(?:[ ]{{1,3}}{_WORD}){{0,8}}")
_NAME_WORD = re.compile(_WORD)
# A word of a post: "NN&PTNT", "VH-TT", "UBND", "Quỳnh", "117"
_BODY_WORD = re.compile(rf"[{UPPER}][\w&’'ʼ]*(?:[-/&.][{UPPER}][\w&]*)*|\d{{1,4}}(?!\w)")
_SPACES = re.compile(r"[ \n]{0,3}")
_SEPARATOR = re.compile(
    r"\s{0,3}(?:[,\-–—:(/]\s{0,3}){0,2}(?:(?:và|kiêm|đồng thời là|hiện là|là|làm|giữ chức vụ|giữ chức|được bầu làm|được bầu giữ chức)\s{1,2}|kiêm\s)?"
)
_LIST_SEPARATOR = re.compile(
    r"\s{0,3}\)?\s{0,2}(?:[;,]\s{0,3}(?:và\s{1,2}|cùng\s{1,2})?|và\s{1,2}|cùng\s{1,2}|-\s{1,2})"
)
_ALONE = re.compile(rf"\s({_WORD})(?!\s{{1,2}}[{UPPER}])(?!\w)")
_NEXT_ITEM = re.compile(r"[^;.\n]{0,80};\s{0,3}(?:và\s{1,2})?")
_COLLECTIVE = re.compile(r"[^:;.\n]{0,90}:\s{0,2}")
# Words after which a small word belongs to the body: "ban tổ chức", "phòng thông tin".
_OPENS_BODY = re.compile(
    r"(?:ban|phòng|sở|ủy ban|cục|trung tâm|đoàn|tổ|hội đồng|công tác|và|phó|bộ|khối|viện|trưởng|hội)\s{1,2}\Z"
)
# Words after which a run of capitals is a place before it is a person.
_OPENS_PLACE = re.compile(
    r"(?:tỉnh|huyện|xã|phường|quận|thị xã|thành phố|thị trấn|ủy|khu|thôn|bản|buôn|làng|ấp)\s{1,2}\Z"
)
_HANGING = (" và", " của", " các", " thuộc", " cùng")


class PeopleReader:
    """
    Finds the people of a text; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._honorifics = lexicon["honorifics"]
        self._positions = lexicon["positions"]
        self._bodies = Openings(lexicon["bodies"])
        self._families = Openings(lexicon["family_names"])
        self._refused = Openings(lexicon["not_people"])
        self._anchors = Table([*self._honorifics.entries, *self._positions.entries])
        self._stops = Openings(
            Table([*(e for e in lexicon["speech"].entries if not e.get("noun")), *lexicon["roles"].entries])
        )

    def find(self, text: NormalText, start: int, end: int) -> list[PersonMention]:
        """
        Return the people between *start* and *end*, in order and apart.
        """
        found: list[PersonMention] = []
        at = start
        first = self._bare(text, start, end)
        if first:
            found += [first, *self._more(text, first, end, plural=False)]
            at = found[-1].end
        while True:
            anchor = self._anchors.first(text.folded, at, end)
            if anchor is None:
                return found
            # A presidium ("Đoàn Chủ tịch") and a standing board ("Ban Thường trực") are no persons.
            collective = text.folded[max(0, anchor.start - 5) : anchor.start].endswith(("đoàn ", " ban "))
            mentions = [] if collective else list(self._at(text, anchor.start, end))
            found += mentions
            at = max(anchor.end, mentions[-1].end if mentions else 0)

    def again(
        self, text: NormalText, names: list[str], known: list[PersonMention], start: int, end: int
    ) -> Iterator[PersonMention]:
        """
        Yield the places where a name that is known stands without honorific or post.

        A given name behind an honorific ("bà Tiên") counts where one person alone bears it.
        """
        taken = [(m.start, m.end) for m in known]
        given = [name.split()[-1] for name in names]
        for hit in self._honorifics.find(text.folded, start, end) if names else ():
            alone = _ALONE.match(text.text, hit.end, end)
            if alone and given.count(alone[1]) == 1 and not any(s < alone.end() and hit.start < e for s, e in taken):
                yield PersonMention(hit.start, alone.end(), None, (), names[given.index(alone[1])])
        for name in names:
            at = text.text.find(name, start, end)
            while at >= 0:
                stop = at + len(name)
                inside = any(s < stop and at < e for s, e in taken)
                if not inside and not text.text[stop : stop + 1].isalnum() and not text.text[at - 1 : at].isalnum():
                    yield PersonMention(at, stop, (at, stop), (), None)
                at = text.text.find(name, stop, end)

    # ---- one place -----------------------------------------------------------------------------------------------

    def _at(self, text: NormalText, start: int, end: int) -> Iterator[PersonMention]:
        """
        Read what an honorific or a post at *start* begins: a person, or a list of them.
        """
        at, plural, honorific = start, False, None
        hit = self._honorifics.at(text.folded, at, end)
        while hit:
            plural = plural or bool(hit.entry.get("plural"))
            after = _SPACES.match(text.text, hit.end)
            at = after.end() if after else hit.end
            if hit.entry.get("kind") == "address" and text.text[at : at + 1] == ":":
                at = _skip(text.text, at + 1)
            honorific = text.written(start, hit.end)
            hit = self._honorifics.at(text.folded, at, end)
        if plural and not self._name_end(text, at, end, trusted=True):
            header = _COLLECTIVE.match(text.text, at, end)
            if header and self._name_end(text, header.end(), end, trusted=True):
                at, honorific = header.end(), None
            elif header and self._honorifics.at(text.folded, header.end(), end):
                return
        first = self._person(text, start, at, end, honorific)
        if first is None:
            return
        yield first
        if first.name:
            yield from self._more(text, first, end, plural=plural)

    def _person(self, text: NormalText, outer: int, at: int, end: int, honorific: str | None) -> PersonMention | None:
        name_end = self._name_end(text, at, end, trusted=honorific is not None)
        posts_before: list[tuple[int, int]] = []
        name: tuple[int, int] | None = None
        if self._positions.at(text.folded, at, end) and not (name_end and self._is_family(text, at)):
            posts_before, stop, name = self._posts(text, at, end, before_name=True)
            if name is None:
                return PersonMention(outer, stop, None, tuple(posts_before), honorific) if posts_before else None
        elif name_end and honorific:
            name = (at, name_end)
        if name is None:
            return None
        posts, stop = self._posts_behind(text, name[1], end)
        if not posts and not posts_before and not self._is_family(text, name[0]) and honorific is not None:
            return None
        if text.folded[name[0] : name[1]] in self._refused:
            return None
        return PersonMention(outer, stop, name, (*posts_before, *posts), honorific)

    def _more(self, text: NormalText, first: PersonMention, end: int, *, plural: bool) -> Iterator[PersonMention]:
        """
        Go on with a list whose further names have no honorific of their own.
        """
        last = first
        while True:
            gap = _LIST_SEPARATOR.match(text.folded, last.end, end)
            if gap and self._honorifics.at(text.folded, gap.end(), end):
                return
            following = self._bare(text, gap.end(), end, alone=plural) if gap else None
            if following is None and plural:
                item = _NEXT_ITEM.match(text.folded, last.end, end)
                following = self._bare(text, item.end(), end) if item else None
            if following is None:
                return
            yield following
            last = following

    def _bare(self, text: NormalText, at: int, end: int, *, alone: bool = False) -> PersonMention | None:
        """
        Read a name without honorific: only with a family name, and a post unless it is in a list of names.
        """
        at = _skip(text.text, at)
        name_end = self._name_end(text, at, end, trusted=False)
        if name_end is None:
            return None
        posts, stop = self._posts_behind(text, name_end, end)
        if not posts and not alone:
            return None
        return PersonMention(at, stop, (at, name_end), tuple(posts), None)

    # ---- names ---------------------------------------------------------------------------------------------------

    def _name_end(self, text: NormalText, at: int, end: int, *, trusted: bool) -> int | None:
        """
        Return where the personal name that begins at *at* ends, or None.
        """
        run = _RUN.match(text.text, at, end)
        if not run:
            return None
        words = [m.span() for m in _NAME_WORD.finditer(text.text, at, run.end())]
        shouted = text.text[words[0][0] : words[0][1]].isupper() and words[0][1] - words[0][0] > 1
        for index, (start, stop) in enumerate(words):
            if index == 0:
                continue
            head = self._positions.at(text.folded, start, end)
            short = text.text[start:stop].isupper() and stop - start > 1 and not shouted
            if short or (head and index >= 2 and not self._only_looks_like_post(text, head, end)):
                words = words[:index]
                break
        words = words[:6]
        count = len(words)
        if count < 2 and not (count == 1 and re.search("['’ʼ`]", text.text[words[0][0] : words[0][1]])):
            return None
        first = text.folded[words[0][0] : words[-1][1]]
        if first in self._refused or " ".join(first.split()[:2]) in self._refused:
            return None
        if not self._is_family(text, at) and (not trusted or self._bodies.at(text.folded, at, end)):
            return None
        return words[-1][1]

    def _only_looks_like_post(self, text: NormalText, head: Hit, end: int) -> bool:
        """
        Whether a word such as "Trưởng", "Thư" or "Quyền" ends a name rather than begins a post.
        """
        after = _skip(text.text, head.end)
        if head.entry.get("status"):
            return self._positions.at(text.folded, after, end) is None
        if " " in text.folded[head.start : head.end]:
            return False
        return not text.text[after : after + 1].isalpha() or self._bodies.at(text.folded, after, end) is None

    def _is_family(self, text: NormalText, at: int) -> bool:
        return self._families.at(text.folded, at, at + 12) is not None or bool(
            re.match(r"[hk]['’ʼ`]|y\s", text.folded[at : at + 2])
        )

    def _split(self, text: NormalText, words: list[tuple[int, int]]) -> int | None:
        """
        Return at which word of a run behind a post the personal name begins.

        The run may open with the place that the post belongs to: "Yên Nghĩa"
        in "phường Yên Nghĩa Phạm Văn Chiến", nothing in "tỉnh Phạm Anh Tuấn".
        """
        count = len(words)
        if count < 2:
            return None
        if count < 3:
            # "Huyện ủy Lý Nhân" names a place as often as a person; "Ngân sách Siu Nghía" a person.
            family = self._families.at(text.folded, words[0][0], words[0][1])
            placed = _OPENS_PLACE.search(text.folded, max(0, words[0][0] - 12), words[0][0])
            return 0 if count == 2 and family and family.entry.get("people") == "highlands" and not placed else None
        opening = (0, 2, 1, 3) if count <= 4 else (2, 1, 3, 4, 0)
        for at in opening:
            if at < count and 2 <= count - at <= 4 and self._is_family(text, words[at][0]) and (count - at > 2 or at):
                return at
        return None

    # ---- posts ---------------------------------------------------------------------------------------------------

    def _posts_behind(self, text: NormalText, at: int, end: int) -> tuple[list[tuple[int, int]], int]:
        """
        Read the posts that follow a name; the end is that of the name where none follow.
        """
        gap = _SEPARATOR.match(text.folded, at, end)
        begin = gap.end() if gap else at
        if not self._positions.at(text.folded, begin, end):
            return [], at
        # "Phó Chủ tịch … Đào Trọng Nghĩa và Phó Bí thư … Bùi Thị Lan": the second post opens another person.
        if "và" in text.folded[at:begin] and self._posts(text, begin, end, before_name=True)[2]:
            return [], at
        posts, stop, _ = self._posts(text, begin, end, before_name=False)
        return (posts, stop) if posts else ([], at)

    def _posts(
        self, text: NormalText, at: int, end: int, *, before_name: bool
    ) -> tuple[list[tuple[int, int]], int, tuple[int, int] | None]:
        """
        Read posts from *at*: their offsets, where they end, and the name right behind them.
        """
        posts: list[tuple[int, int]] = []
        stop = at
        while True:
            head = self._positions.at(text.folded, at, end)
            if head is None:
                return posts, stop, None
            start, body = at, head.end
            if head.entry.get("status"):
                second = self._positions.at(text.folded, _skip(text.text, head.end), end)
                if second is None:
                    return posts, stop, None
                body, head = second.end, second
            body, name, split = self._body(
                text, body, end, before_name=before_name, short=text.text[start : head.end].isupper()
            )
            while body > start and (text.text[body - 1] in " ,-–\n" or text.folded[start:body].endswith(_HANGING)):
                body = max(start, text.folded.rfind(" ", start, body)) if text.text[body - 1].isalpha() else body - 1
            if body - start < 2:
                return posts, stop, None
            posts.append((start, body))
            stop = body
            if name:
                return posts, stop, name
            if (
                not before_name
                and len(posts) > 1
                and self._posts(text, start, min(end, body + 40), before_name=True)[2]
            ):
                # The last post is of the next person: "…, Trưởng trạm Y tế phường Tôn Nữ Diệu Liên".
                posts.pop()
                return posts, posts[-1][1] if posts else start, None
            if split:
                at = _skip(text.text, body)
                continue
            gap = _SEPARATOR.match(text.folded, body, end)
            if not gap or gap.end() == body:
                return posts, stop, None
            at = gap.end()

    def _body(
        self, text: NormalText, at: int, end: int, *, before_name: bool, short: bool
    ) -> tuple[int, tuple[int, int] | None, bool]:
        """
        Read the rest of a post behind its head: where it ends, the name right
        behind it, and whether another post follows without a mark.
        """
        begin = at
        while at < end:
            word = _skip(text.text, at)
            if word >= end:
                break
            mark = text.text[word]
            if mark in "-–&/" and word > begin:
                beyond = _skip(text.text, word + 1)
                if (
                    self._positions.at(text.folded, beyond, end)
                    or not self._bodies.at(text.folded, beyond, end)
                    or self._is_person(text, beyond, end)
                ):
                    break
                word = beyond
            elif mark == ",":
                beyond = _skip(text.text, word + 1)
                inner = text.text[beyond : beyond + 1].isupper() and self._bodies.at(text.folded, beyond, end)
                if (
                    not inner
                    or inner.entry.get("level")
                    or self._positions.at(text.folded, beyond, end)
                    or self._is_person(text, beyond, end)
                ):
                    break
                word = beyond
            if word == at and at > begin and text.text[at - 1 : at].isalnum() and text.text[word].isalnum():
                break
            if word > begin and text.text[word].isupper() and self._honorifics.at(text.folded, word, end) and self._name_end(text, _skip(text.text, self._honorifics.at(text.folded, word, end).end), end, trusted=True):
                break
            if (word > begin or short) and self._opens_post(text, word, end):
                return at, None, True
            if text.text[word].isupper() or text.text[word].isdigit():
                if before_name:
                    name = self._name_behind_post(text, word, end)
                    if name:
                        return (name[0], name, False) if name[0] > word else (at, name, False)
                known = self._bodies.at(text.folded, word, end)
                found = _BODY_WORD.match(text.text, word, end)
                stop = max(known.end if known else 0, found.end() if found else 0)
                if not stop:
                    break
                at = stop
                continue
            known = self._bodies.at(text.folded, word, end)
            verb = self._stops.at(text.folded, word, end)
            if known is None or (
                verb and verb.end >= known.end and not _OPENS_BODY.search(text.folded, max(0, word - 10), word)
            ):
                break
            if known.entry.get("level") is None and text.folded[known.start : known.end] == "và":
                beyond = _skip(text.text, known.end)
                if (
                    self._honorifics.at(text.folded, beyond, end)
                    or self._positions.at(text.folded, beyond, end)
                    or not self._bodies.at(text.folded, beyond, end)
                    or self._is_person(text, beyond, end)
                ):
                    break
            if text.folded[known.start : known.end] == "các":
                break
            at = known.end
        return at, None, False

    def _opens_post(self, text: NormalText, at: int, end: int) -> bool:
        """
        Whether a second post begins here without a mark: "UVBTV Trưởng ban Tuyên giáo".
        """
        head = self._positions.at(text.folded, at, end)
        if head is None or head.entry.get("rank") not in ("head", "deputy", "standing-deputy"):
            return False
        return " " in text.folded[head.start : head.end] and not text.folded.startswith(
            ("thường trực", "chủ nhiệm", "chủ trì"), at
        )

    def _is_person(self, text: NormalText, at: int, end: int) -> bool:
        stop = self._name_end(text, at, end, trusted=False)
        return (
            stop is not None and len(text.text[at:stop].split()) >= 3 and self._bodies.at(text.folded, at, end) is None
        )

    def _name_behind_post(self, text: NormalText, at: int, end: int) -> tuple[int, int] | None:
        """
        Find the personal name in a run of capitals behind a post.
        """
        run = _RUN.match(text.text, at, end)
        if not run:
            return None
        words = [m.span() for m in _NAME_WORD.finditer(text.text, at, run.end())]
        for index, (start, stop) in enumerate(words):
            if text.text[start:stop].isupper() and stop - start > 2:
                words = words[:index]
                break
        body = self._bodies.at(text.folded, at, end)
        split = self._split(text, words)
        if split is None or (body and " " in text.folded[body.start : body.end] and split == 0):
            return None
        name = (words[split][0], words[-1][1])
        written = text.folded[name[0] : name[1]]
        if written in self._refused or match_key(written) in self._refused:
            return None
        return name


def _skip(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at
