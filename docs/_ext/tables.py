"""
Tables of the reference that are made from the library itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

from dccs_model import DiagnosticCode
from dccs_model.lexicon import Lexicon
from dccs_model.lexicon._lexicon import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx

# What a table's cell holds: pieces that stand one after the other.
Cell = list[nodes.Node]


class Diagnostics(SphinxDirective):
    """
    The codes of diagnostics and what they mean, from the comments of the enum.
    """

    def run(self) -> list[nodes.Node]:
        """
        Make the table.
        """
        comments = ModuleAnalyzer.for_module(DiagnosticCode.__module__).find_attr_docs()
        rows = [
            [[nodes.literal("", code.value)], [nodes.Text(" ".join(comments["DiagnosticCode", code.name]).strip())]]
            for code in DiagnosticCode
        ]
        return [table({"code": 1, "what it means": 3}, rows)]


class Words(SphinxDirective):
    """
    The tables of the lexicon: what an entry of each may say, and how many words there are.
    """

    def run(self) -> list[nodes.Node]:
        """
        Make the table.
        """
        lexicon = Lexicon.default()
        rows: list[Sequence[Cell]] = []
        for name, schema in SCHEMAS.items():
            entries = lexicon[name].entries
            count = sum(len(each.words) for each in entries)
            cells = (
                [nodes.literal("", name)],
                [*keys_of(schema)],
                [nodes.Text(str(count))],
                [nodes.Text(entries[0].example)],
            )
            rows.append(cells)
        return [table({"table": 2, "what an entry may say": 5, "words": 1, "an example": 5}, rows)]


def keys_of(schema: dict[str, Any]) -> Iterable[nodes.Node]:
    for index, (key, allowed) in enumerate(schema.items()):
        if index:
            yield nodes.Text("; ")
        yield nodes.literal("", key)
        if isinstance(allowed, frozenset):
            yield nodes.Text(f": {', '.join(sorted(map(str, allowed)))}")
        else:
            yield nodes.Text(f" ({allowed.__name__})")


def table(heads: dict[str, int], rows: Sequence[Sequence[Cell]]) -> nodes.table:
    """
    A table of *rows* under *heads*, which have widths.
    """
    group = nodes.tgroup("", *(nodes.colspec("", colwidth=width) for width in heads.values()), cols=len(heads))
    group += nodes.thead("", row([nodes.Text(head)] for head in heads))
    group += nodes.tbody("", *(row(each) for each in rows))
    return nodes.table("", group, classes=["colwidths-given"])


def row(cells: Iterable[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Register the directives.
    """
    app.add_directive("diagnostics", Diagnostics)
    app.add_directive("lexicon", Words)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
