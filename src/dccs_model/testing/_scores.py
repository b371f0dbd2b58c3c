"""
How well a reading agrees with an answer: figures, misses, and what changed between two of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attr

from dccs_model.errors import FormatError
from dccs_model.model import Span
from dccs_model.testing._tree import printable

__all__ = ["FIELDS", "HEADLINE", "Comparison", "Evaluation", "Miss", "Score"]

#: Every field that is scored, in the order of the table.
FIELDS = (
    "is_conference", "title", "published", "held", "day_part", "venue", "cluster", "cluster_communes", "communes",
    "officials", "positions", "roles", "review_period", "plan_period", "bylines", "captions", "findings:achievement",
    "findings:shortcoming", "findings:cause", "findings:directive", "findings:petition", "sectors", "measures",
)  # fmt: skip

#: What a user of the data leans on most: the overall figure is the mean F1 of these.
HEADLINE = (
    "is_conference", "title", "published", "held", "day_part", "venue", "officials", "positions", "roles", "communes",
    "review_period", "findings:achievement", "findings:shortcoming", "findings:directive", "sectors", "measures",
)  # fmt: skip


@attr.frozen
class Score:
    """
    How much of what was read is right, and how much of what is true was read.
    """

    #: How many facts stand on both sides.
    right: int = 0
    #: How many the reading has.
    said: int = 0
    #: How many the answer has.
    true: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.said + other.said, self.true + other.true)

    @property
    def precision(self) -> float | None:
        """
        The share of what was read that is right; None where nothing was read.
        """
        return self.right / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """
        The share of what is true that was read; None where nothing is true.
        """
        return self.right / self.true if self.true else None

    @property
    def f1(self) -> float | None:
        """
        The harmonic mean of the two; None where there was nothing to read and nothing was.
        """
        return 2 * self.right / (self.said + self.true) if self.said + self.true else None


@attr.frozen(kw_only=True)
class Miss:
    """
    One fact on which a reading and an answer differ.
    """

    #: The article's name.
    article: str
    #: The field: one of `FIELDS`.
    field: str
    #: "missed" for a true fact that was not read, "made up" for one that was read and is not true.
    kind: str
    #: The fact.
    what: str
    #: Where it stands in the article, where that is known; not compared.
    span: Span | None = attr.field(default=None, eq=False)
    #: The line it stands in, from 1; not compared.
    line: int | None = attr.field(default=None, eq=False)
    #: That line with a caret below the place; not compared.
    excerpt: str | None = attr.field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        where = f", line {self.line}" if self.line else ""
        head = f"{self.article}{where}: {self.field}: {self.kind} {printable(self.what)}"
        return f"{head}\n{self.excerpt}" if self.excerpt else head


@attr.frozen(kw_only=True)
class Evaluation:
    """
    The figures of one reading of some articles, and every miss.
    """

    #: How many articles were read.
    articles: int
    #: The score of each field that an answer holds, in the order of `FIELDS`.
    scores: Mapping[str, Score]
    #: Every miss, article by article.
    misses: tuple[Miss, ...] = ()
    #: How many articles were read without a miss.
    whole: int = 0

    @property
    def overall(self) -> float | None:
        """
        The mean F1 of the fields of `HEADLINE` that were scored; None where none was.
        """
        figures = [self.scores[each].f1 for each in HEADLINE if each in self.scores]
        known = [each for each in figures if each is not None]
        return sum(known) / len(known) if known else None

    def __add__(self, other: Evaluation) -> Evaluation:
        sums = {
            field: self.scores.get(field, Score()) + other.scores.get(field, Score())
            for field in FIELDS
            if field in self.scores or field in other.scores
        }
        return Evaluation(
            articles=self.articles + other.articles,
            scores=sums,
            misses=self.misses + other.misses,
            whole=self.whole + other.whole,
        )

    @classmethod
    def sum(cls, evaluations: Iterable[Evaluation]) -> Evaluation:
        """
        Add up the evaluations of several articles.
        """
        total = cls(articles=0, scores={})
        for each in evaluations:
            total = total + each
        return total

    def table(self) -> str:
        """
        Return the figures as lines of text, for people.
        """
        lines = [f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'right/said/true':>22}"]
        for field, score in self.scores.items():
            figures = "".join(f"{_figure(each):>10}" for each in (score.precision, score.recall, score.f1))
            star = " *" if field in HEADLINE else ""
            lines.append(f"{field:24}{figures}{f'{score.right}/{score.said}/{score.true}':>22}{star}")
        lines.append(
            f"{self.articles} articles, {self.whole} read whole; "
            f"overall (mean F1 of the starred): {_figure(self.overall, 4)}"
        )
        return "\n".join(lines) + "\n"

    def to_dict(self) -> dict[str, Any]:
        """
        Return the evaluation as plain data, for a file that a later one is compared with.
        """
        return {
            "articles": self.articles,
            "whole": self.whole,
            "overall": self.overall,
            "scores": {field: attr.asdict(score) for field, score in self.scores.items()},
            "misses": [
                {"article": each.article, "field": each.field, "kind": each.kind, "what": each.what, "line": each.line}
                for each in self.misses
            ],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Evaluation:
        """
        Read what `to_dict` gave.

        Raises:
            FormatError: if *data* is something else.
        """
        try:
            return cls(
                articles=data["articles"],
                whole=data["whole"],
                scores={field: Score(**score) for field, score in data["scores"].items()},
                misses=tuple(Miss(**each) for each in data["misses"]),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise FormatError(f"this is no evaluation as Evaluation.to_dict writes it: {error!r}") from None


@attr.frozen(kw_only=True)
class Comparison:
    """
    What changed between two evaluations of the same articles.
    """

    #: Misses of the old one that the new one hasn't.
    gained: tuple[Miss, ...]
    #: Misses of the new one that the old one hadn't.
    lost: tuple[Miss, ...]
    #: The F1 of each field before and after, where it changed.
    changes: Mapping[str, tuple[float | None, float | None]]

    @classmethod
    def of(cls, old: Evaluation, new: Evaluation) -> Comparison:
        """
        Compare *old* with *new*.
        """
        before, after = set(old.misses), set(new.misses)
        pairs = {
            field: (old.scores.get(field, Score()).f1, new.scores.get(field, Score()).f1)
            for field in FIELDS
            if field in old.scores or field in new.scores
        }
        return cls(
            gained=tuple(each for each in old.misses if each not in after),
            lost=tuple(each for each in new.misses if each not in before),
            changes={field: pair for field, pair in pairs.items() if pair[0] != pair[1]},
        )

    def __str__(self) -> str:
        lines = [f"{field:24}{_figure(old):>8} → {_figure(new)}" for field, (old, new) in self.changes.items()]
        lines += [f"+ {each}" for each in self.gained]
        lines += [f"- {each}" for each in self.lost]
        return "\n".join(lines or ["nothing changed"]) + "\n"


def _figure(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"
