"""
The ``dccs`` command: the one room that touches files, streams and the terminal.

This module imports none of the libraries of the ``cli`` extra, so that it can
say how to install them, and so that worker processes start without them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]

# What a shell reports for a process that an interrupt has ended.
_INTERRUPTED = 128 + 2

_EXTRA = ("click", "rich")
_HOW_TO_INSTALL = 'dccs: the command needs click and rich; install them with: pip install "dccs-model[cli]"'


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command and return its exit code.

    Args:
        arguments: what follows the command's name; by default `sys.argv`.
    """
    try:
        from dccs_model.cli.app import run

        return run(sys.argv[1:] if arguments is None else arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        print(_HOW_TO_INSTALL, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
