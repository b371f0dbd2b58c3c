"""
Measure how well written articles are read, over as many draws as are asked for.

    python tests/laws/measure_written.py 2000
"""

from __future__ import annotations

import argparse
from collections import Counter

from hypothesis import HealthCheck, given, settings

from dccs_model import Parser
from dccs_model.testing import Evaluation, WrittenArticle, agreement, write_article
from dccs_model.testing.strategies import articles


def seeded(count: int) -> Evaluation:
    """
    Score what is read of the articles of the first seeds.
    """
    parser = Parser()
    written = ((seed, write_article(seed)) for seed in range(count))
    return Evaluation.sum(agreement(each, parser.parse(each.text), name=f"seed {seed}") for seed, each in written)


def drawn(count: int) -> Evaluation:
    """
    Score what is read of articles that Hypothesis draws, the same ones each time.
    """
    parser = Parser()
    scores: list[Evaluation] = []

    @given(articles())
    @settings(
        max_examples=count, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    def draw(written: WrittenArticle) -> None:
        scores.append(agreement(written, parser.parse(written.text), name=f"draw {len(scores)}"))

    draw()
    return Evaluation.sum(scores)


def main() -> None:
    """
    Print the scores of both, and what is missed most.
    """
    options = argparse.ArgumentParser(description="Measure how well written articles are read.")
    options.add_argument("count", type=int, nargs="?", default=2000)
    options.add_argument("--misses", type=int, default=0, metavar="N", help="show the N most frequent misses")
    chosen = options.parse_args()
    for name, result in (("seeds", seeded(chosen.count)), ("draws of articles()", drawn(chosen.count))):
        print(f"{result.articles} {name}: F1 {result.overall:.4f}, read whole {result.whole / result.articles:.1%}")
        for field, score in result.scores.items():
            print(f"  {field:24} {score.f1:.4f}")
        counts = Counter((miss.field, miss.kind, miss.what[:70]) for miss in result.misses)
        for (field, kind, what), count in counts.most_common(chosen.misses):
            print(f"  {count:5} {field}: {kind} {what}")


if __name__ == "__main__":
    main()
