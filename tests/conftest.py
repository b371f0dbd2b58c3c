"""
What all tests share.
"""

from hypothesis import HealthCheck, settings

# A busy machine draws slowly, and that says nothing of the code.
settings.register_profile("dccs-model", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if settings.get_current_profile_name() == "default":
    settings.load_profile("dccs-model")
