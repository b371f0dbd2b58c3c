"""
Small articles around the words that a test is about.
"""

from __future__ import annotations

from dccs_model import Conference, Official, ParsedArticle, parse_article

TITLE = "Huyện ủy Thường Xuân giao ban công tác quý II năm 2022"
LEAD = "Sáng ngày 5/7/2022, Huyện ủy Thường Xuân tổ chức hội nghị giao ban công tác quý II năm 2022."


def page(*lines: str, title: str | None = TITLE, lead: str | None = LEAD) -> str:
    """
    A page with a headline, a lead and further lines, each a paragraph of its own.
    """
    return "\n\n".join(each for each in (title, lead, *lines) if each)


def read(*lines: str, title: str | None = TITLE, lead: str | None = LEAD) -> ParsedArticle:
    return parse_article(page(*lines, title=title, lead=lead))


def conference(*lines: str, title: str | None = TITLE, lead: str | None = LEAD) -> Conference:
    """
    The conference of a page; there must be one.
    """
    parsed = read(*lines, title=title, lead=lead)
    assert parsed.conference is not None, parsed.diagnostics
    return parsed.conference


def who(official: Official) -> str:
    """
    An official on one line: the name, and the posts as they are written.
    """
    return ": ".join([official.name, *filter(None, ["; ".join(each.text for each in official.positions)])])


def people(*lines: str) -> list[str]:
    return [who(each) for each in conference(*lines).officials]


def roles(*lines: str) -> dict[str, str]:
    """
    What each participant did, by name.
    """
    return {each.official.name: " ".join(each.roles) for each in conference(*lines).participants}


def findings(*lines: str) -> list[tuple[str, str]]:
    """
    What each finding is, and its words.
    """
    return [(each.kind.value, each.statement) for each in conference(*lines).findings]


def codes(parsed: ParsedArticle) -> list[str]:
    return [each.code for each in parsed.diagnostics]
