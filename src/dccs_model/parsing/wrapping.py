"""
Lines that a page broke in mid-sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dccs_model.text.letters import LOWER

__all__ = ["STOPPED", "wrapped_ends"]

#: What closes a sentence, a clause or a lead-in at the end of a line.
STOPPED = re.compile(r"[.!?…;:,]['\"”’)\]\s|]*\Z")
# A line that begins with a small letter, which every wrapped page has.
_SMALL = re.compile(rf"\n[^\S\n]*[{LOWER}]")


def wrapped_ends(text: str) -> list[int]:
    """
    Return the offsets of the line ends that stand in mid-sentence.

    A page that was copied with its line breaks has many lines of one width
    that go on with a small letter. In such a page a full line goes on even
    where the next begins with a capital ("huyện" / "Lý Nhân").
    """
    if not _SMALL.search(text):
        return []
    lines = text.split("\n")
    offset = 0
    small: list[tuple[int, int]] = []
    big: list[tuple[int, str, str]] = []
    for line, following in pairwise(lines):
        offset += len(line)
        bare, head = line.strip(), following.lstrip()[:1]
        if bare and head:
            if head.islower() and (not STOPPED.search(bare[-12:]) or (len(bare) > 40 and bare.endswith((",", ";")))):
                small.append((offset, len(bare)))
            elif not STOPPED.search(bare[-12:]):
                big.append((offset, bare, following.strip()))
        offset += 1
    ends = [at for at, _ in small]
    if len(small) >= 3:
        full = sorted(width for _, width in small)[len(small) // 2] * 0.8
        ends += [at for at, line, following in big if _goes_on(line, following, full)]
    return sorted(ends)


def _goes_on(line: str, following: str, full: float) -> bool:
    """
    Whether a line of a wrapped page goes on in the next, which begins with a capital.
    """
    if len(line) >= max(full, 30):
        return True
    last = line.rsplit(None, 1)[-1]
    if len(line) >= 25:
        return last[:1].isupper() or last in (
            "huyện",
            "xã",
            "tỉnh",
            "phường",
            "quận",
            "thôn",
            "bản",
            "ấp",
            "chí",
            "ông",
            "bà",
        )
    words = [*line.split(), *following.split()]
    return len(words) <= 4 and all(word[:1].isupper() and word[1:].islower() for word in words)
