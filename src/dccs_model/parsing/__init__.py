"""
Article text in, `ParsedArticle` out: a pipeline of small pure stages.
"""

from __future__ import annotations

import datetime as dt

from dccs_model.model import Article, ParsedArticle

__all__ = ["parse_article"]


def parse_article(
    text: str, *, url: str | None = None, published_at: dt.date | None = None, strict: bool = False
) -> ParsedArticle:
    """
    Read one article.
    """
    return ParsedArticle(article=Article(text=text, url=url, published_at=published_at))
