"""
What the laws share: the promises that fuzzing checks too, and a reader of Markdown.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "fuzz"), str(ROOT / "tests" / "formats")]
