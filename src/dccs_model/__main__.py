"""
``python -m dccs_model``: the same as ``dccs``.
"""

import sys

from dccs_model.cli import main

if __name__ == "__main__":
    sys.exit(main())
