"""
Many phrases as one pattern: the longest wins, as whole words, whatever the spaces.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model.text.letters import LOWER, UPPER
from dccs_model.text.phrases import fold, phrase_pattern, phrases

WORDS = ["chủ trì", "chủ trì và kết luận", "đồng chủ trì", "Ủy viên", "UBND", "đ/c", "(ảnh", "h'", "chỉ đạo"]

FOUND = {
    # Text with the phrases that are found in brackets.
    "one": "đồng chí A [chủ trì] hội nghị",
    "the longest": "đồng chí A [chủ trì và kết luận] hội nghị",
    "one that begins another": "đồng chí A [chủ trì] và khai mạc hội nghị",
    "capitals": "[CHỦ TRÌ] hội nghị",
    "the old placement of the tone": "[Uỷ viên] Ban Thường vụ",
    "two spaces and a line end": "[chủ  trì], [chủ\ntrì]",
    "next to a mark": "([chủ trì]), [đ/c] A",
    "marks inside": "Quang cảnh [(ảnh]: M)",
    "next to a number": "[UBND]2 họp",
    "a space was lost before a frequent word": "ý kiến [chỉ đạo]hội nghị",
    "no part of a word": "chủ trìu, ubndx, xchủ trì",
}


@pytest.mark.parametrize("drawn", FOUND.values(), ids=FOUND)
def test_phrases_are_found(drawn: str) -> None:
    text = drawn.replace("[", "").replace("]", "")
    insides = [part.split("]")[0] for part in drawn.split("[")[1:]]

    assert [text[each.start() : each.end()] for each in phrases(WORDS).finditer(fold(text))] == insides


def test_no_phrases_are_never_found() -> None:
    assert phrases([]).search("chủ trì") is None
    assert re.search(phrase_pattern([]), "") is None


SYLLABLES = st.lists(st.sampled_from(["chủ", "trì", "đồng", "chí", "ban", "a", "b."]), min_size=1, max_size=4).map(
    " ".join
)


@given(st.lists(SYLLABLES, min_size=1, max_size=8), st.lists(SYLLABLES, max_size=5).map(" ".join))
def test_the_longest_phrase_is_found_at_each_place(words: list[str], text: str) -> None:
    found = phrases(words).match(text)
    longest = max((each for each in words if re.match(re.escape(each) + r"(?!\w)", text)), key=len, default=None)

    assert (found[0] if found else None) == longest


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("letter", "AÀĂÂĐÊÔƠƯỲÝẠỔỨŬĔČÑ")
def test_a_letter_is_a_capital_or_a_small_one(letter: str) -> None:
    assert re.fullmatch(f"[{UPPER}]", letter)
    assert re.fullmatch(f"[{LOWER}]", letter.lower())
    assert not re.fullmatch(f"[{LOWER}]", letter)
    assert not re.fullmatch(f"[{UPPER}]", letter.lower())


@given(st.characters())
def test_no_other_character_is_a_letter_of_a_name(character: str) -> None:
    assert bool(re.fullmatch(f"[{UPPER}]", character)) <= character.isupper()
    assert bool(re.fullmatch(f"[{LOWER}]", character)) <= character.islower()
