"""
Tells Hypothesis how to make model values, without loading either before it is needed.

This is what the ``hypothesis`` entry point calls, so that ``st.from_type(Conference)``
works wherever the library is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attr

from dccs_model import model

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["model_types", "register"]


def model_types() -> tuple[type[Any], ...]:
    """
    Every class of the model that holds values, in the order of its list of names.
    """
    named = (getattr(model, name) for name in model.__all__)
    return tuple(each for each in named if isinstance(each, type) and attr.has(each))


def register() -> None:
    """
    Register a strategy for every model type.
    """
    import hypothesis.strategies as st

    for each in model_types():
        st.register_type_strategy(each, _strategy)


def _strategy(cls: type[Any]) -> SearchStrategy[Any]:
    # Loaded when a strategy is first asked for: Hypothesis calls `register` while it is imported itself.
    from dccs_model.testing.strategies import values

    return values(cls)
