"""
Which communes there are, where, when, and which ones an article means.
"""

from dccs_model.places.editions import Edition
from dccs_model.places.gazetteer import Gazetteer
from dccs_model.places.resolve import resolve_places

__all__ = ["Edition", "Gazetteer", "resolve_places"]
