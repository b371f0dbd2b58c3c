"""
Who is named: honorifics, names and posts, wherever they stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dccs_model.lexicon import Hit, Lexicon, Table
from dccs_model.parsing.names import NAME_WORD, KnownNames, NameReader, apart, skip
from dccs_model.text.letters import UPPER
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


# A word of a post: "NN&PTNT", "VH-TT", "UBND", "Quỳnh", "117"
_BODY_WORD = re.compile(rf"[{UPPER}][\w&’'ʼ]*(?:[-/.][{UPPER}][\w&]*)*|\d{{1,4}}(?!\w)")
_SEPARATOR = re.compile(
    r"\s{0,3}(?:[,\-–—:(/]\s{0,3}){0,2}(?:(?:và|kiêm|đồng thời là|hiện là|là|làm"
    r"|(?:được bầu\s|tiếp tục\s)?giữ chức(?:\svụ)?|được bầu làm|(?:trúng cử|tái cử|đắc cử|tái đắc cử)\schức(?:\svụ)?)"
    r"\s{1,2}|kiêm\s)?"
)
# Where someone stands in a picture, before the post.
_SHOWN = re.compile(
    r" \((?:thứ|bên|người|đứng|ngồi|ngoài|áo|trái|phải|giữa|hàng)[^()\n]{0,40}\)(?=\s?[,–-])", re.IGNORECASE
)
_LIST_SEPARATOR = re.compile(
    r"\s{0,3}\)?\s{0,2}(?:[;,]\s{0,3}(?:và\s{1,2}|cùng\s{1,2})?|và\s{1,2}|cùng\s{1,2}|-\s{1,2})"
)
_ALONE = re.compile(rf"\s({NAME_WORD})(?!\s{{1,2}}[{UPPER}])(?!\w)")
# How a body ends that has taken a name in: with two words of a name.
_NAMES_LAST = re.compile(rf"[{UPPER}]\S*[ ]{{1,3}}[{UPPER}]\S*\Z")
_NEXT_ITEM = re.compile(r"[^;.\n]{0,80};\s{0,3}(?:và\s{1,2})?")
_COLLECTIVE = re.compile(r"[^:;.\n]{0,90}:\s{0,2}")
# Words after which a small word belongs to the body: "ban tổ chức", "phòng thông tin".
_OPENS_BODY = re.compile(
    r"(?:ban|phòng|sở|ủy ban|cục|trung tâm|đoàn|tổ|hội đồng|công tác|và|phó|bộ|khối|viện|trưởng|hội)\s{1,2}\Z"
)
_HANGING = (" và", " của", " các", " thuộc", " cùng")


#: How long the words are at most on whose word something is done, in code points: "sự nhất trí của ".
_AUTHORITY = 24
#: How many honorifics stand before a name at most: "đồng chí Đại tá, TS. Nguyễn Văn An".
_HONORIFICS = 4


class PeopleReader:
    """
    Finds the people of a text; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._honorifics = lexicon["honorifics"].indexed()
        self._positions = lexicon["positions"].indexed()
        self._bodies = lexicon["bodies"]
        self._names = NameReader(lexicon)
        self._refused = lexicon["not_people"]
        self._authorities = lexicon["glue"].where(of="authority")
        lookalikes = lexicon["glue"].where(of="lookalike")
        self._anchors = Table([*lookalikes.entries, *self._honorifics.entries, *self._positions.entries]).indexed()
        self._stops = Table([*(e for e in lexicon["speech"].entries if not e.get("noun")), *lexicon["roles"].entries])

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
            if anchor.entry.get("of") == "lookalike" or (
                anchor.entry.get("kind") == "person"
                and not text.text[anchor.end : anchor.end + 3].lstrip()[:1].isupper()
            ):
                at = anchor.end
                continue
            # "Được sự đồng ý của Chủ tịch UBND tỉnh, Phó Chủ tịch Lê Văn Án …": the first post is of another person.
            comma = text.text.find(",", anchor.end, end) if self._on_behalf(text, anchor) else -1
            # A presidium ("Đoàn Chủ tịch") and a standing board ("Ban Thường trực") are no persons.
            collective = text.folded[max(0, anchor.start - 5) : anchor.start].endswith(("đoàn ", " ban "))
            start, at = self._end_of_run(text, anchor, end)
            mentions = [] if collective else list(self._at(text, start, comma if comma >= 0 else end))
            found += mentions
            at = max(at, mentions[-1].end if mentions else 0)

    def _on_behalf(self, text: NormalText, anchor: Hit) -> bool:
        """
        Whether a post, and no honorific, is of someone on whose word something is done.
        """
        at = anchor.start
        if anchor.entry.get("kind") or not text.folded.endswith("của ", 0, at):
            return False
        return any(hit.end == at - 1 for hit in self._authorities.find(text.folded, max(0, at - _AUTHORITY), at))

    def again(
        self, text: NormalText, names: KnownNames, known: list[PersonMention], start: int, end: int
    ) -> Iterator[PersonMention]:
        """
        Yield the places where a name that is known stands without honorific or post.

        A given name behind an honorific ("bà Tiên") counts where one person alone bears it.
        """
        taken = [(mention.start, mention.end) for mention in known]
        starts = {mention.start for mention in known}
        named = {mention.name[0] for mention in known if mention.name}
        for hit in self._honorifics.find(text.folded, start, end):
            alone = _ALONE.match(text.text, hit.end, end) if hit.start not in starts else None
            bearer = names.bearer(alone[1]) if alone else None
            if alone and bearer and apart(taken, hit.start, alone.end()):
                yield PersonMention(hit.start, alone.end(), None, (), bearer)
        for at, stop in names.find(text, start, end, named):
            if apart(taken, at, stop):
                yield PersonMention(at, stop, (at, stop), (), None)

    # ---- one place -----------------------------------------------------------------------------------------------

    def _end_of_run(self, text: NormalText, anchor: Hit, end: int) -> tuple[int, int]:
        """
        Return where the last honorifics of a run begin, as many as can stand before a name, and where the first ends.
        """
        hits = [anchor]
        while following := self._honorifics.at(text.folded, skip(text.text, hits[-1].end), end):
            hits.append(following)
        first = hits[-_HONORIFICS:][0]
        return first.start, first.end

    def _at(self, text: NormalText, start: int, end: int) -> Iterator[PersonMention]:
        """
        Read what an honorific or a post at *start* begins: a person, or a list of them.
        """
        at, last, plural, headed = start, start, False, False
        hit = self._honorifics.at(text.folded, at, end)
        read = 0
        while hit and read < _HONORIFICS:
            read += 1
            plural = plural or bool(hit.entry.get("plural"))
            at = skip(text.text, hit.end)
            if hit.entry.get("kind") == "address" and text.text[at : at + 1] == ":":
                at = skip(text.text, at + 1)
            last = hit.end
            hit = self._honorifics.at(text.folded, at, end)
        honorific = text.written(start, last) if last > start else None
        if plural and not self._names.end(text, at, end, trusted=True):
            header = _COLLECTIVE.match(text.text, at, end)
            if header and self._names.end(text, header.end(), end, trusted=True):
                at, honorific, headed = header.end(), None, True
            elif header and self._honorifics.at(text.folded, header.end(), end):
                return
        first = self._person(text, start, at, end, honorific)
        if first is None and headed:
            # The heading names a body: "các đồng chí Thường trực Huyện ủy: A - Bí thư; B - Phó Bí thư".
            first = self._bare(text, at, end, alone=True)
        if first is None:
            return
        yield first
        if first.name:
            yield from self._more(text, first, end, plural=plural)

    def _person(self, text: NormalText, outer: int, at: int, end: int, honorific: str | None) -> PersonMention | None:
        name_end = self._names.end(text, at, end, trusted=honorific is not None)
        posts_before: list[tuple[int, int]] = []
        name: tuple[int, int] | None = None
        if self._positions.at(text.folded, at, end) and not (name_end and self._names.is_family(text, at)):
            posts_before, stop, name = self._posts(text, at, end, before_name=True)
            if name is None:
                return PersonMention(outer, stop, None, tuple(posts_before), honorific) if posts_before else None
        elif name_end and honorific:
            name = (at, name_end)
        if name is None:
            return None
        posts, stop = self._posts_behind(text, name[1], end)
        if not posts and not posts_before and not self._names.is_family(text, name[0]) and honorific is not None:
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
        at = skip(text.text, at)
        name_end = self._names.end(text, at, end, trusted=False)
        if name_end is None:
            return None
        posts, stop = self._posts_behind(text, name_end, end)
        if not posts and not alone:
            return None
        return PersonMention(at, stop, (at, name_end), tuple(posts), None)

    # ---- posts ---------------------------------------------------------------------------------------------------

    def _posts_behind(self, text: NormalText, at: int, end: int) -> tuple[list[tuple[int, int]], int]:
        """
        Read the posts that follow a name; the end is that of the name where none follow.
        """
        # The post may stand behind the place in a picture: "Ông A (thứ hai từ trái sang), Phó Bí thư Đảng ủy".
        shown = _SHOWN.match(text.text, at, end) if text.text.startswith(" (", at) else None
        gap = _SEPARATOR.match(text.folded, shown.end() if shown else at, end)
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
                second = self._positions.at(text.folded, skip(text.text, head.end), end)
                if second is None:
                    return posts, stop, None
                body, head = second.end, second
            body, name, split = self._body(
                text, body, end, before_name=before_name, short=text.text[start : head.end].isupper()
            )
            while body > start and (text.text[body - 1] in " ,-–\n" or text.folded.endswith(_HANGING, start, body)):
                body = max(start, text.folded.rfind(" ", start, body)) if text.text[body - 1].isalpha() else body - 1
            if body - start < 2:
                return posts, stop, None
            posts.append((start, body))
            stop = body
            if name:
                return posts, stop, name
            following = (
                self._posts(text, start, min(end, body + 40), before_name=True)[2]
                if not before_name and _NAMES_LAST.search(text.text, max(start, body - 30), body)
                else None
            )
            # "…, Phó Bí thư Huyện ủy Hoàng Su Phì" names a district where no other post is told.
            if following and not (len(posts) == 1 and text.folded.endswith("huyện ủy ", start, following[0])):
                # The last post is of the next person: "…, Trưởng trạm Y tế phường Tôn Nữ Diệu Liên".
                posts.pop()
                return posts, posts[-1][1] if posts else start, None
            if split:
                at = skip(text.text, body)
                continue
            gap = _SEPARATOR.match(text.folded, body, end)
            if not gap or gap.end() == body:
                return posts, stop, None
            at = gap.end()

    def _body(
        self, text: NormalText, at: int, end: int, *, before_name: bool, short: bool
    ) -> tuple[int, tuple[int, int] | None, bool]:
        """
        Read the rest of a post behind its head.

        Returns where it ends, the name right behind it, and whether another
        post follows without a mark.
        """
        begin = at
        while at < end:
            word = skip(text.text, at)
            if word >= end:
                break
            mark = text.text[word]
            if mark in "-–&/" and word > begin:
                beyond = skip(text.text, word + 1)
                if (
                    self._positions.at(text.folded, beyond, end)
                    or not self._bodies.at(text.folded, beyond, end)
                    or self._names.is_person(text, beyond, end)
                ):
                    break
                word = beyond
            elif mark == ",":
                beyond = skip(text.text, word + 1)
                inner = text.text[beyond : beyond + 1].isupper() and self._bodies.at(text.folded, beyond, end)
                if (
                    not inner
                    or inner.entry.get("level")
                    or self._positions.at(text.folded, beyond, end)
                    or self._names.is_person(text, beyond, end)
                ):
                    break
                word = beyond
            if word == at and at > begin and text.text[at - 1 : at].isalnum() and text.text[word].isalnum():
                break
            if (word > begin or short) and self._anchors.at(text.folded, word, end):
                # An honorific opens the next person: "… Bảo hiểm xã hội Việt Nam Ông Nguyễn Thành Lâm".
                address = (
                    self._honorifics.at(text.folded, word, end) if word > begin and text.text[word].isupper() else None
                )
                if address and self._names.end(text, skip(text.text, address.end), end, trusted=True):
                    break
                if self._opens_post(text, word, end):
                    return at, None, True
            if text.text[word].isupper() or text.text[word].isdigit():
                if before_name:
                    name = self._names.behind_post(text, word, end, bare=at == begin)
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
            if known is None:
                break
            verb = self._stops.at(text.folded, word, end)
            if verb and verb.end >= known.end and not _OPENS_BODY.search(text.folded, max(0, word - 10), word):
                break
            if known.entry.get("level") is None and text.folded[known.start : known.end] == "và":
                beyond = skip(text.text, known.end)
                # "… Trương Thị Mây và lãnh đạo các sở": those who come with someone are no part of a body.
                if (
                    text.folded.startswith("lãnh đạo", beyond)
                    or self._honorifics.at(text.folded, beyond, end)
                    or self._positions.at(text.folded, beyond, end)
                    or not self._bodies.at(text.folded, beyond, end)
                    or self._names.is_person(text, beyond, end)
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
