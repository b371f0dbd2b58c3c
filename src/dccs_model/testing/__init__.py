"""
What other projects' tests stand on: examples, builders, strategies, assertions and the scorer.

Nothing here imports pytest or Hypothesis but the modules that are made for
them: `dccs_model.testing.strategies` and `dccs_model.testing.plugin`. Each
name is loaded when it is first asked for, since pytest and Hypothesis import
this package wherever the library is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dccs_model.testing.assertions import Difference, assert_same_conference, differences, snapshot_text
    from dccs_model.testing.builders import (
        a_byline,
        a_caption,
        a_cluster,
        a_commune,
        a_commune_ref,
        a_conference,
        a_delegation,
        a_diagnostic,
        a_finding,
        a_measure,
        a_mention,
        a_parsed_article,
        a_partial_date,
        a_participant,
        a_period,
        a_position,
        a_sitting,
        a_span,
        a_term,
        a_venue,
        an_area,
        an_article,
        an_official,
        an_organisation,
    )
    from dccs_model.testing.evaluation import Comparison, Evaluation, Miss, Score, agreement, compare, evaluate, score
    from dccs_model.testing.shipped import Example, example, examples
    from dccs_model.testing.writing.answer import WrittenArticle, write_article

__all__ = [
    "Comparison",
    "Difference",
    "Evaluation",
    "Example",
    "Miss",
    "Score",
    "WrittenArticle",
    "a_byline",
    "a_caption",
    "a_cluster",
    "a_commune",
    "a_commune_ref",
    "a_conference",
    "a_delegation",
    "a_diagnostic",
    "a_finding",
    "a_measure",
    "a_mention",
    "a_parsed_article",
    "a_partial_date",
    "a_participant",
    "a_period",
    "a_position",
    "a_sitting",
    "a_span",
    "a_term",
    "a_venue",
    "agreement",
    "an_area",
    "an_article",
    "an_official",
    "an_organisation",
    "assert_same_conference",
    "compare",
    "differences",
    "evaluate",
    "example",
    "examples",
    "score",
    "snapshot_text",
    "write_article",
]

_MODULES = {
    "Comparison": "evaluation",
    "Difference": "assertions",
    "Evaluation": "evaluation",
    "Example": "shipped",
    "Miss": "evaluation",
    "Score": "evaluation",
    "WrittenArticle": "writing.answer",
    "a_byline": "builders",
    "a_caption": "builders",
    "a_cluster": "builders",
    "a_commune": "builders",
    "a_commune_ref": "builders",
    "a_conference": "builders",
    "a_delegation": "builders",
    "a_diagnostic": "builders",
    "a_finding": "builders",
    "a_measure": "builders",
    "a_mention": "builders",
    "a_parsed_article": "builders",
    "a_partial_date": "builders",
    "a_participant": "builders",
    "a_period": "builders",
    "a_position": "builders",
    "a_sitting": "builders",
    "a_span": "builders",
    "a_term": "builders",
    "a_venue": "builders",
    "agreement": "evaluation",
    "an_area": "builders",
    "an_article": "builders",
    "an_official": "builders",
    "an_organisation": "builders",
    "assert_same_conference": "assertions",
    "compare": "evaluation",
    "differences": "assertions",
    "evaluate": "evaluation",
    "example": "shipped",
    "examples": "shipped",
    "score": "evaluation",
    "snapshot_text": "assertions",
    "write_article": "writing.answer",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
