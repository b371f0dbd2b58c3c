"""
How many values a test draws.
"""

from hypothesis import settings


def draws(count: int) -> settings:
    """
    Settings of a test that is as slow as to draw *count* values; the profile "long" draws thirty times as many.
    """
    return settings(max_examples=count * (30 if settings.get_current_profile_name() == "long" else 1))
