"""
What all tests share: how Hypothesis draws, and that what is started is compiled once.

By default little is drawn, so that the tests can be run at any time.
``pytest --hypothesis-profile=long`` draws thirty times as much.
"""

import os

from hypothesis import HealthCheck, settings

# The commands that tests start would be compiled at each start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine draws slowly, and that says nothing of the code.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

# Where there is a profile for servers that test, its draws are the same each time; that stays so.
_GIVEN = settings.get_profile(settings.get_current_profile_name())
settings.register_profile("short", _GIVEN, max_examples=30, **_CALM)
settings.register_profile("long", _GIVEN, max_examples=900, **_CALM)
settings.load_profile("short")
