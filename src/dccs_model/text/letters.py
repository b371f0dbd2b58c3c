"""
The letters that Vietnamese names are written in, as parts of a pattern.
"""

from __future__ import annotations

__all__ = ["LOWER", "UPPER"]

# The blocks that hold every letter of the Vietnamese alphabet and of the
# spellings of the other peoples' languages (ĕ, ŭ, č, ñ …).
_LETTERS = [
    chr(code) for first, last in ((0x41, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)) for code in range(first, last + 1)
]


def _ranges(letters: list[str]) -> str:
    """
    Write *letters* as the inside of a character class, with runs folded.
    """
    codes = sorted(map(ord, letters))
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in runs)


#: The inside of a character class of capital letters. Never a range such as
#: [À-Ỹ]: in these blocks capital and small letters alternate.
UPPER = _ranges([letter for letter in _LETTERS if letter.isupper()])
#: The inside of a character class of small letters.
LOWER = _ranges([letter for letter in _LETTERS if letter.islower()])
