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
# A class of letters stands first, since a search for one is the fastest.
_OLD_TONE = re.compile(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ](?<=o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_])")


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
    return _OLD_TONE.sub(lambda found: _TONES[found[0]], folded)


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """
    Compile *words* to a pattern that finds the longest of them in folded text.

    A phrase is found as whole words only. A space that was lost before a very
    frequent word is read through: "chỉ đạohội nghị".
    """
    words = tuple(words)
    # What no phrase begins with is passed over at once.
    heads = "".join(sorted({re.escape(fold(word)[0]) for word in words}))
    opening = rf"(?=[{heads}])" if heads else ""
    # A phrase that closes with a mark ("TP.") may have a letter behind it.
    closing = r"(?:(?![^\W\d_])|(?<![^\W\d_])|(?=hội\snghị|đồng\schí))"
    return re.compile(rf"{opening}(?<![^\W\d_]){phrase_pattern(words)}{closing}")


def phrase_pattern(words: Iterable[str]) -> str:
    """
    Write *words* as one group in which common beginnings are read once.

    A space in a phrase stands for one or two spaces of the text.
    """
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = trie
        for letter in fold(word):
            node = node.setdefault(letter, {})
        node[""] = {}
    return _written(trie) if trie else r"(?!)"


def _written(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = []
    for letter, below in node.items():
        if letter:
            mark = r"\s{1,3}" if letter == " " else re.escape(letter)
            branches.append(mark + _written(below))
    if not branches:
        return ""
    group = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{group}?" if "" in node else group
