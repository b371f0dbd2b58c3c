"""
Personal names, by the family names of all peoples and the words around them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from dccs_model.lexicon import Hit, Lexicon
from dccs_model.model import match_key
from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.normal import NormalText

__all__ = ["NAME_WORD", "KnownNames", "NameReader", "apart", "skip"]

NAME_WORD = rf"[{UPPER}][{UPPER}{LOWER}]*(?:['’‘ʼ`]\s?[{UPPER}{LOWER}]+)?(?:-[{LOWER}]+)?"
_RUN = re.compile(rf"{NAME_WORD}(?:[ ]{{1,3}}{NAME_WORD}){{0,8}}")
_NAME_WORD = re.compile(NAME_WORD)
#: How many family names are a few.
_FEW = 10
# What opens a name among the peoples of the highlands: "H'Ngăm", "K'Brèo", "Y Biêr".
_HIGHLANDS = re.compile(r"[hk]['’ʼ`]|y\s")
_SPACES = re.compile(r"[ \n]{0,3}")
# Words after which a run of capitals is a place before it is a person.
_OPENS_PLACE = re.compile(
    r"(?:tỉnh|huyện|xã|phường|quận|thị xã|thành phố|thị trấn|ủy|khu|thôn|bản|buôn|làng|ấp)\s{1,2}\Z"
)


class NameReader:
    """
    Tells where personal names begin and end; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._positions = lexicon["positions"].indexed()
        self._bodies = lexicon["bodies"]
        self._families = lexicon["family_names"]
        self._refused = lexicon["not_people"]

    def end(self, text: NormalText, at: int, end: int, *, trusted: bool) -> int | None:
        """
        Return where the personal name that begins at *at* ends, or None.
        """
        if not trusted and not self.is_family(text, at):
            return None
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
        if count < 2 and not (count == 1 and _HIGHLANDS.match(text.folded, words[0][0])):
            return None
        first = text.folded[words[0][0] : words[-1][1]]
        if first in self._refused or " ".join(first.split()[:2]) in self._refused:
            return None
        # A body may stand where a name is expected: "Đồng chí Ban Chỉ đạo".
        if trusted and self._bodies.at(text.folded, at, end) and not self.is_family(text, at):
            return None
        return words[-1][1]

    def _only_looks_like_post(self, text: NormalText, head: Hit, end: int) -> bool:
        """
        Whether a word such as "Trưởng", "Thư" or "Quyền" ends a name rather than begins a post.
        """
        after = skip(text.text, head.end)
        if head.entry.get("status"):
            return self._positions.at(text.folded, after, end) is None
        if " " in text.folded[head.start : head.end]:
            return False
        return not text.text[after : after + 1].isalpha() or self._bodies.at(text.folded, after, end) is None

    def is_family(self, text: NormalText, at: int) -> bool:
        """
        Whether a family name stands at *at*, or what opens a name among the peoples of the highlands ("H'", "Y").
        """
        return self._families.at(text.folded, at, at + 12) is not None or _HIGHLANDS.match(text.folded, at) is not None

    def _split(self, text: NormalText, words: list[tuple[int, int]], *, bare: bool) -> int | None:
        """
        Return at which word of a run behind a post the personal name begins; behind a *bare* post no body stands.

        The run may open with the place that the post belongs to: "Yên Nghĩa"
        in "phường Yên Nghĩa Phạm Văn Chiến", nothing in "tỉnh Phạm Anh Tuấn".
        """
        count = len(words)
        if count < 2:
            return None
        if count < 3:
            # "Huyện ủy Lý Nhân" names a place as often as a person; "Ngân sách Siu Nghía", "Bí thư Lò Án" a person.
            family = self._families.at(text.folded, words[0][0], words[0][1])
            placed = _OPENS_PLACE.search(text.folded, max(0, words[0][0] - 12), words[0][0])
            # "Trưởng đoàn Đoàn Đại biểu Quốc hội" goes on with a body.
            sure = bare and self._bodies.at(text.folded, words[0][0], len(text.folded)) is None
            highlands = family is not None and family.entry.get("people") == "highlands"
            return 0 if count == 2 and family and (sure or highlands) and not placed else None
        opening = (0, 2, 1, 3) if count <= 4 else (2, 1, 3, 4, 0)
        for at in opening:
            if at < count and 2 <= count - at <= 4 and self.is_family(text, words[at][0]) and (count - at > 2 or at):
                return at
        return None

    def is_person(self, text: NormalText, at: int, end: int) -> bool:
        """
        Whether a full name of three syllables or more, and no body, begins at *at*.
        """
        stop = self.end(text, at, end, trusted=False)
        return (
            stop is not None and len(text.text[at:stop].split()) >= 3 and self._bodies.at(text.folded, at, end) is None
        )

    def behind_post(self, text: NormalText, at: int, end: int, *, bare: bool = False) -> tuple[int, int] | None:
        """
        Find the personal name in a run of capitals behind a post; *bare* is one without the name of a body.
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
        split = self._split(text, words, bare=bare)
        if split is None or (body and " " in text.folded[body.start : body.end] and split == 0):
            return None
        name = (words[split][0], words[-1][1])
        written = text.folded[name[0] : name[1]]
        if written in self._refused or match_key(written) in self._refused:
            return None
        return name


class KnownNames:
    """
    The names that a text tells, to be found in it again; immutable once made.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._first = frozenset(name.split()[0] for name in self._names)
        self._bearers: dict[str, list[str]] = {}
        for name in self._names:
            self._bearers.setdefault(name.split()[-1], []).append(name)

    def bearer(self, given: str) -> str | None:
        """
        Return the one name that ends with a given name, or None where several or none do.
        """
        bearers = self._bearers.get(given, ())
        return bearers[0] if len(bearers) == 1 else None

    def find(self, text: NormalText, start: int, end: int, besides: Container[int] = ()) -> Iterator[tuple[int, int]]:
        """
        Yield where one of the names stands between *start* and *end*, *besides* the places where it is known to begin.
        """
        last = start
        for at in self._starts(text.text, start, end):
            if at < last or at in besides or text.text[at - 1 : at].isalnum():
                continue
            run = _RUN.match(text.text, at, end)
            words = _NAME_WORD.finditer(text.text, at, run.end()) if run else ()
            # The longest name that stands here is meant: "Nguyễn Văn An Khang", and not "Nguyễn Văn An".
            for stop in reversed([word.end() for word in words]):
                if text.text[at:stop] in self._names and not text.text[stop : stop + 1].isalnum():
                    yield at, stop
                    last = stop
                    break

    def _starts(self, text: str, start: int, end: int) -> Sequence[int]:
        """
        Return where the first words of the names stand; a few are looked for sooner than all words are read.
        """
        if len(self._first) > _FEW:
            return [found.start() for found in _NAME_WORD.finditer(text, start, end) if found[0] in self._first]
        starts = []
        for first in self._first:
            at = text.find(first, start, end)
            while at >= 0:
                starts.append(at)
                at = text.find(first, at + 1, end)
        return sorted(starts)


def apart(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """
    Whether nothing of *taken*, which ascends and does not overlap, touches the place.
    """
    before = bisect_left(taken, (end, end)) - 1
    return before < 0 or taken[before][1] <= start


def skip(text: str, at: int) -> int:
    """
    Return where the next word begins.
    """
    found = _SPACES.match(text, at)
    return found.end() if found else at
