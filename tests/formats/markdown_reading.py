"""
Reads Markdown back with a real parser, as what a reader sees.
"""

from markdown_it import MarkdownIt
from markdown_it.token import Token

#: Tables, struck text, HTML and bare addresses are on, as they are on GitHub.
PARSER = MarkdownIt("gfm-like")

_TEXTS = ("text", "text_special")


def structure_of(markdown: str) -> list[str]:
    """
    Return everything about a document but its texts.
    """
    tokens = [one for token in PARSER.parse(markdown) for one in (token.children or [token])]
    return [f"{token.type} {token.tag}" for token in tokens if token.type not in _TEXTS]


def shown(inline: Token) -> str:
    """
    Return what a reader sees of the inside of a block.
    """
    return "".join(token.content for token in inline.children or [])


def texts_of(markdown: str, tag: str) -> list[str]:
    """
    Return what stands in each block of a *tag*, such as "h1" or "li".
    """
    texts: list[str] = []
    inside = False
    for token in PARSER.parse(markdown):
        if token.tag == tag:
            inside = token.nesting == 1
            texts += [""] if inside else []
        elif token.type == "inline" and inside:
            texts[-1] += shown(token)
    return texts


def tables_of(markdown: str) -> list[list[list[str]]]:
    """
    Return the tables, each as its rows, each as its cells.
    """
    tables: list[list[list[str]]] = []
    in_cell = False
    for token in PARSER.parse(markdown):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("th_open", "td_open"):
            tables[-1][-1].append("")
            in_cell = True
        elif token.type in ("th_close", "td_close"):
            in_cell = False
        elif token.type == "inline" and in_cell:
            tables[-1][-1][-1] = shown(token)
    return tables
