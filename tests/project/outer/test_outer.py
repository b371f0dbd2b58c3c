"""
A project of its own, which uses the library as it is published.
"""

from hypothesis import given
from hypothesis import strategies as st

from dccs_model import Conference, from_json, to_json


def test_the_plugin_is_there(dccs_conference, dccs_examples):
    assert dccs_conference.chair is not None
    assert {each.name for each in dccs_examples} >= {"filled", "minimal"}


@given(st.from_type(Conference))
def test_the_strategies_are_there(conference):
    assert from_json(to_json(conference)) == conference
