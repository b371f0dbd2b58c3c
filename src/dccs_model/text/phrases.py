"""
Many phrases as one pattern that is matched in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["fold", "phrase_pattern", "phrases"]

_FOLDED_MARKS = str.maketrans({
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‛ʼ´`′", "'"),
})  # fmt: skip
_MARKS = tuple((chr(code), str(mark)) for code, mark in _FOLDED_MARKS.items())
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# One letter stands first in each, since a search for one is the fastest.
_OLD_TONES = (re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])"), re.compile(r"u[ỳýỷỹỵ](?<!qu.)(?![^\W\d_])"))


def fold(text: str) -> str:
    """
    Return *text* in the form in which it is matched, of the same length.

    Small letters, the tone mark in its new place, one kind of dash, of quote
    and of apostrophe. Each code point stands where it stood.
    """
    # U+0130 is the one letter whose small form is longer than itself.
    folded = text.replace("İ", "I").lower()
    for odd, plain in _MARKS:
        folded = folded.replace(odd, plain)
    for old in _OLD_TONES:
        folded = old.sub(lambda found: _TONES[found[0]], folded)
    return folded


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """
    Compile *words* to a pattern that finds the longest of them in folded text.

    A phrase is found as whole words only. A space that was lost before a very
    frequent word is read through: "chỉ đạohội nghị".
    """
    # A phrase that closes with a mark ("TP.") may have a letter behind it.
    closing = r"(?:(?![^\W\d_])|(?<![^\W\d_])|(?=hội\snghị|đồng\schí))"
    return re.compile(_written(_trie(words), opening="(?<![^\\W\\d_]{})") + closing)


def phrase_pattern(words: Iterable[str]) -> str:
    """
    Write *words* as one group in which common beginnings are read once.

    A space in a phrase stands for one or two spaces of the text.
    """
    return _written(_trie(words))


def _trie(words: Iterable[str]) -> dict[str, dict]:  # type: ignore[type-arg]
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = trie
        for letter in fold(word):
            node = node.setdefault(letter, {})
        node[""] = {}
    return trie


def _written(node: dict[str, dict], opening: str = "") -> str:  # type: ignore[type-arg]
    """
    Write a trie as a pattern; *opening* is what must hold behind the first letter, which it names by "{}".

    A search is fastest for a pattern that begins with letters.
    """
    branches = []
    for letter, below in node.items():
        if letter:
            mark = r"\s{1,3}" if letter == " " else re.escape(letter)
            branches.append(mark + opening.replace("{}", mark) + _written(below))
    if not branches:
        return "" if node else r"(?!)"
    group = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{group}?" if "" in node else group
