"""
Reading takes work in proportion to the text, whatever the text is.

Work is counted in lines run and functions called, so that no clock decides.
What a pattern does inside is not seen by that, and is judged by its form: no
two repeats may share a text in many ways. The long texts of `test_totality` are the third check:
read in quadratic time, they would not end.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from backtracking import is_ambiguous
from work_units import units

from dccs_model import Parser, parse_article
from dccs_model.lexicon import Lexicon
from dccs_model.testing import write_article

PIECES = [
    "a", "0", " ", "\n", ".", "(", "“", "<p>", "&amp;", "a\u0301", "Xuân ", "A. ", "1, ", "21/6/2022 ", "12,5%; ",
    "đồng chí ", "các đồng chí: ", "đồng chí Nguyễn Văn An, ", "Nguyễn Văn An, ", "Bí thư Huyện ủy ", "Phó Bí thư, ",
    "xã Xuân Lộc, ", "cụm ", "chủ trì ", "kết luận: ", "còn hạn chế; ", "6 tháng đầu năm 2022, ", "Sáng 21/6, ",
    "từ ngày 5 đến ", "- Đạt 5 mô hình;\n", "1. Về kinh tế\n", "Ảnh: Lan Phương\n", "Hội nghị giao ban. ",
    "Tại hội nghị, các đại biểu đã thảo luận. ",
]  # fmt: skip

ONCE, GROWN = 1500, 6000


def growth(piece: str, times: int = 1) -> float:
    """
    How many times the work grows where the text grows to four times its length.
    """
    small, large = (reading(piece * (length // len(piece))) for length in (ONCE * times, GROWN * times))
    return large / small


def reading(text: str) -> int:
    """
    The work of a reading, when what waits for its first use has been used.
    """
    parse_article(text)
    return units(lambda: parse_article(text))


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_run_of_one_piece(piece: str) -> None:
    assert growth(piece) < 5


def words_that_mean_something(seed: int) -> str:
    lexicon = Lexicon.default()
    known = sorted({word for table in lexicon._tables.values() for entry in table.entries for word in entry.words})
    chance = random.Random(seed)
    return "".join(
        chance.choice(known) + chance.choice([" ", ", ", ". ", "; ", ": ", "\n", " và ", " ("]) for _ in range(3)
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_run_of_words_that_mean_something(seed: int) -> None:
    assert growth(words_that_mean_something(seed)) < 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12, 60))
def test_a_long_run_of_words_that_mean_something(seed: int) -> None:
    assert growth(words_that_mean_something(seed), times=8) < 6


@pytest.mark.parametrize("joint", ["\n\n", " ", ""], ids=repr)
def test_articles_one_after_another(joint: str) -> None:
    texts = [write_article(seed).text for seed in range(16)]
    few, all_of_them = joint.join(texts[:4]), joint.join(texts)

    assert reading(all_of_them) / reading(few) < 2 * len(all_of_them) / len(few)


# --- patterns -------------------------------------------------------------------------


def patterns() -> dict[str, re.Pattern[str]]:
    """
    Every pattern that stands in a module, or in what a parser is made of.
    """
    parser = Parser()
    parse_article(write_article(1).text)
    # The schema is made from our own sources, and reads no text of others.
    modules = [module for name, module in sys.modules.items() if name.startswith("dccs_model") and "schema" not in name]
    found = {each.pattern: each for owner in (*modules, parser) for each in held_by(owner, set())}
    return {text: each for text, each in found.items() if isinstance(text, str)}


def held_by(owner: Any, seen: set[int]) -> Iterator[re.Pattern[str]]:
    if id(owner) in seen:
        return
    seen.add(id(owner))
    if isinstance(owner, re.Pattern):
        yield owner
    elif isinstance(owner, dict):
        for part in owner.values():
            yield from held_by(part, seen)
    elif isinstance(owner, ModuleType):
        yield from (each for each in vars(owner).values() if isinstance(each, re.Pattern))
    elif type(owner).__module__.startswith("dccs_model"):
        slots = [name for cls in type(owner).__mro__ for name in getattr(cls, "__slots__", ())]
        for name in (*slots, *getattr(owner, "__dict__", {})):
            yield from held_by(getattr(owner, name, None), seen)


def test_no_two_repeats_can_share_a_text_in_many_ways() -> None:
    found = patterns()

    assert len(found) > 100
    assert [text for text, each in found.items() if is_ambiguous(text, each.flags)] == []


@pytest.mark.parametrize(
    ("pattern", "ambiguous"),
    [
        (r"(a+)+b", True),
        (r"(?:\s*a*)*", True),
        (r"(?:x|(y|z+)*)", True),
        (r"(?:[-&]\w[\w&]*)*", True),
        (r"(?:[-&]\w*)*", False),
        (r"a+(?:-a+)*", False),
        (r"(a{1,9})+", False),
    ],
)
def test_this_check_sees_what_backtracks(pattern: str, *, ambiguous: bool) -> None:
    assert is_ambiguous(pattern, 0) is ambiguous
