"""
Write anew what `dccs show` is compared with.
"""

from __future__ import annotations

from show_values import FILLED, GOLDEN, golden, shown

if __name__ == "__main__":
    for name, (lang, width) in GOLDEN.items():
        golden(name).write_text(shown(FILLED, width=width, lang=lang) + "\n", encoding="utf-8", newline="\n")
