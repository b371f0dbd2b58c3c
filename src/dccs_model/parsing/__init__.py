"""
Article text in, `ParsedArticle` out: a pipeline of small pure stages.
"""

from dccs_model.parsing._parser import Parser, parse_article

__all__ = ["Parser", "parse_article"]
