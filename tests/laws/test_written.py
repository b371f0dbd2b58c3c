"""
What an article was written from is what is read of it.

These are a few of the draws; ``python tests/laws/measure_written.py 2000``
measures many, and shows what is missed.
"""

from measure_written import drawn, seeded

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
