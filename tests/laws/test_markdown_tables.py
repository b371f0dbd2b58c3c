"""
Markdown of anything parses as the tables of what was written.
"""

from __future__ import annotations

from hypothesis import assume, given
from markdown_reading import tables_of

from dccs_model import Conference, from_json, parse_article, to_json, to_markdown
from dccs_model.formats._gfm import plain
from dccs_model.testing import WrittenArticle
from dccs_model.testing.strategies import articles, conferences, noisy_text
from drawing import draws


def rows(conference: Conference) -> list[list[list[str]]]:
    """
    What the tables of a conference hold, as far as no label of a language is in it.
    """
    people = [
        [str(number), plain(f"{each.official.honorific or ''} {each.official.name}")]
        for number, each in enumerate(conference.participants, start=1)
    ]
    figures = [
        [plain(measure.baseline or ""), plain(finding.statement)]
        for finding in conference.findings
        for measure in finding.measures
    ]
    return [table for table in (people, figures) if table]


def read_rows(conference: Conference, lang: str) -> list[list[list[str]]]:
    tables = [table[1:] for table in tables_of(to_markdown(conference, lang=lang))]
    people = tables[:1] if conference.participants else []
    figures = tables[len(people) :]
    return [[row[:2] for row in table] for table in people] + [[row[1::2] for row in table] for table in figures]


def assert_same_tables(conference: Conference) -> None:
    for lang in ("vi", "en"):
        tables = tables_of(to_markdown(conference, lang=lang))
        assert {len(row) for table in tables for row in table} <= {4}
        assert read_rows(conference, lang) == rows(conference)
        assert tables == tables_of(to_markdown(from_json(to_json(conference)), lang=lang))


@given(conferences())
@draws(20)
def test_of_any_conference(conference: Conference) -> None:
    assert_same_tables(conference)


@given(articles())
@draws(10)
def test_of_what_is_read_of_an_article(written: WrittenArticle) -> None:
    conference = parse_article(written.text).conference

    assume(conference is not None)
    assert_same_tables(conference)
    assert rows(conference)


@given(noisy_text())
@draws(20)
def test_of_what_is_read_of_noise(text: str) -> None:
    parsed = parse_article(text)

    expected = rows(parsed.conference) if parsed.conference else []

    assert [len(table) - 1 for table in tables_of(to_markdown(parsed))] == [len(table) for table in expected]
