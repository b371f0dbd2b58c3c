"""
What an article was written from is what is read of it.

These are a few of the draws; ``python tests/laws/measure_written.py 2000``
measures many, and shows what is missed.
"""

from measure_written import drawn, seeded

from dccs_model import match_key
from dccs_model.testing.writing.people import draw_name

#: How much of all facts is right: F1 over every field.
FLOOR = 0.97


def test_most_of_what_was_written_is_read() -> None:
    result = seeded(60)

    assert result.articles == 60
    assert result.overall >= FLOOR, f"F1 is {result.overall:.4f}"


def test_most_of_what_is_drawn_is_read() -> None:
    result = drawn(40)

    assert result.articles >= 40
    assert result.overall >= FLOOR, f"F1 is {result.overall:.4f}"


class PlainestPen:
    """
    A pen that always takes the first choice, as a draw does that has been shrunk.
    """

    def number(self, low: int, high: int) -> int:
        return min(low, high)


def test_no_name_is_drawn_twice_however_many_are_taken() -> None:
    taken: set[str] = set()
    for _ in range(300):
        taken.add(match_key(draw_name(PlainestPen(), woman=False, taken=taken)))

    assert len(taken) == 300
