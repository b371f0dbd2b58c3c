"""
What the laws share: the promises that fuzzing checks too, and a reader of Markdown.
"""

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "fuzz"), str(ROOT / "tests" / "formats")]

settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")
