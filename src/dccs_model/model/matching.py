"""
When two names are the same name.

Vietnamese is written in two normal forms (NFC and NFD) and with two
placements of the tone mark (``hòa`` and ``hoà``), in any case and with uneven
spaces. None of these makes another name; a different letter or tone does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

__all__ = ["match_key", "same_name"]

# The old placement of the tone mark, and the new one that stands for both.
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# After q the u belongs to the consonant: "quý" has one placement only. A mark
# inside a closed syllable ("hoàn", "khoản") has one placement too.
# A class of letters stands first, since a search for one is the fastest.
_OLD_TONE = r"[ou][àáảãạèéẻẽẹỳýỷỹỵ](?<=(?<!q)o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """
    Return the patterns of the old placement of the tone mark and of a word, compiled when first needed.
    """
    return re.compile(_OLD_TONE), re.compile(r"[^\W_]+")


@lru_cache(4096)
def match_key(text: str) -> str:
    """
    Return the form in which *text* is compared with others.

    Casefolded NFC with the tone mark in its new place, words parted by one
    space, marks of punctuation gone.

    >>> match_key("Uỷ viên  Ban Thường vụ")
    'ủy viên ban thường vụ'
    """
    old_tone, word = _patterns()
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(word.findall(old_tone.sub(lambda found: _TONES[found[0]], folded)))


def same_name(first: str, second: str) -> bool:
    """
    Whether two spellings are of one name.

    >>> same_name("Hoà", "Hòa")
    True
    >>> same_name("Hoa", "Hòa")
    False
    """
    return match_key(first) == match_key(second)
