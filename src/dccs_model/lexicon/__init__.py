"""
The words that people use, as data, and the small immutable object that compiles them.
"""

from dccs_model.lexicon._index import FoldedText, PhraseIndex
from dccs_model.lexicon._lexicon import Entry, Hit, IndexedTable, Lexicon, Table

__all__ = ["Entry", "FoldedText", "Hit", "IndexedTable", "Lexicon", "PhraseIndex", "Table"]
