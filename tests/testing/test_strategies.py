"""
Strategies: valid values of every type, found by their type, shrinking to plain ones.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import Any

import attr
import hypothesis.strategies as st
import pytest
from hypothesis import Phase, find, given, settings

from dccs_model import Conference, Finding, ParsedArticle, Period, Sitting, Span, match_key
from dccs_model.model.article import spans_of
from dccs_model.testing import strategies
from dccs_model.testing.registration import model_types
from dccs_model.testing.strategies import (
    noisy_text,
    parsed_articles,
    person_names,
    retyped,
    values,
    vietnamese_text,
    words,
)
from drawing import draws

#: Enough to find what can be; how it shrinks is another question.
DRAW = settings(max_examples=2000, phases=[Phase.generate])


@attr.frozen(kw_only=True)
class Newcomer:
    """
    A class with fields that no strategy was written for.
    """

    name: str
    spans: tuple[Span, ...] = ()
    period: Period | None = None


@pytest.mark.parametrize("cls", model_types(), ids=lambda cls: cls.__name__)
def test_every_type_is_found_by_its_type(cls: type[Any]) -> None:
    @draws(8)
    @given(st.from_type(cls))
    def check(value: object) -> None:
        assert isinstance(value, cls)
        assert hash(value) == hash(attr.evolve(value))  # type: ignore[misc]  # every model type has attrs

    check()


def test_a_new_field_is_drawn_by_its_type() -> None:
    assert find(values(Newcomer), lambda each: bool(each.spans)).period is None
    found = find(values(Newcomer), lambda each: each.period is not None)

    assert found.period == Period(start=found.period.start, end=found.period.start)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cls", "wish"),
    [
        (Sitting, lambda each: each.start is not None and each.end is None),
        (Sitting, lambda each: each.end is not None and each.end.latest > each.start.latest),
        (Conference, lambda each: len(each.participants) > 1 and each.term is not None),
        (ParsedArticle, lambda each: any(len(span) > 3 for span in spans_of(each.conference))),
        (ParsedArticle, lambda each: each.conference is None and bool(each.diagnostics)),
    ],
    ids=["no end", "several days", "several people", "spans inside the text", "no conference"],
)
def test_what_can_be_is_drawn(cls: type[Any], wish: Any) -> None:
    assert wish(find(values(cls), wish, settings=DRAW))


def test_a_finding_shrinks_to_its_one_measure() -> None:
    found = find(st.from_type(Finding), lambda each: bool(each.measures))

    assert (found.sector, found.speaker, len(found.measures)) == (None, None, 1)


@pytest.mark.slow
def test_a_conference_shrinks_to_its_one_fact() -> None:
    found = find(st.from_type(Conference), lambda each: bool(each.findings))

    finding = found.findings[0]
    assert found == Conference(kind=found.kind, findings=(finding,))
    assert (finding.sector, finding.speaker, finding.measures) == (None, None, ())


@given(parsed_articles())
@draws(15)
def test_spans_lie_in_the_text(parsed: ParsedArticle) -> None:
    assert all(span.end <= len(parsed.article.text) for span in spans_of(parsed))


@given(words() | vietnamese_text())
def test_words_are_what_a_field_takes(text: str) -> None:
    assert text.strip()
    assert unicodedata.is_normalized("NFC", text)


@given(person_names())
def test_a_name_is_a_surname_and_more(name: str) -> None:
    assert name == " ".join(name.split())
    assert name[0].isupper()


@given(vietnamese_text(), st.data())
def test_retyping_changes_no_word(text: str, data: st.DataObject) -> None:
    assert match_key(data.draw(retyped(text))) == match_key(text)


@pytest.mark.parametrize(
    "wish",
    [
        lambda text: not unicodedata.is_normalized("NFC", text),
        lambda text: "\u00a0" in text,
        lambda text: "&nbsp;" in text,
        lambda text: "./." in text,
    ],
    ids=["decomposed", "no-break space", "entity", "end mark"],
)
def test_noisy_text_is_hard_on_a_reader(wish: Any) -> None:
    assert wish(find(noisy_text(), wish, settings=DRAW))


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_the_entry_point_alone_is_enough() -> None:
    code = """if True:
        from dccs_model.testing.registration import register
        register()
        import hypothesis.strategies as st
        from dccs_model import Commune
        from hypothesis import find
        print(type(find(st.from_type(Commune), lambda each: True)).__name__)"""

    assert run(code) == "Commune"


def test_registering_loads_no_strategy() -> None:
    code = """if True:
        import sys
        from dccs_model.testing.registration import register
        register()
        print("dccs_model.testing.strategies" in sys.modules)"""

    assert run(code) == "False"


def test_the_package_loads_neither_pytest_nor_hypothesis() -> None:
    code = "import sys, dccs_model.testing; print(sorted({'pytest', 'hypothesis', 'syrupy'} & set(sys.modules)))"

    assert run(code) == "[]"


def test_every_public_name_is_there() -> None:
    assert [name for name in strategies.__all__ if not hasattr(strategies, name)] == []
