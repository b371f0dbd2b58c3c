"""
Write what the blocks of the docs print now into their pages.

    python tests/docs/refresh.py [PAGE ...]

Look at the difference before you keep it: the pages say what is promised.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from blocks import PAGES, ROOT, blocks_of, calls, run
from sybil import Example


def main() -> None:
    pages = [Path(each).resolve() for each in sys.argv[1:]] or PAGES
    for page in pages:
        old = page.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "examples", Path(folder, "examples"))
            os.chdir(folder)
            new = refreshed(page)
            os.chdir(ROOT)
        if new != old:
            page.write_text(new, "utf-8", newline="\n")
            print(page.relative_to(ROOT))


def refreshed(page: Path) -> str:
    """
    The text of *page* with what its blocks print now.
    """
    document = blocks_of(page)
    text, end = "", 0
    for block in document:
        start, stop, new = replacement(block)
        text += document.text[end:start] + new
        end = stop
    return text + document.text[end:]


def replacement(block: Example) -> tuple[int, int, str]:
    """
    From where to where in its page the *block* is replaced, and by what.
    """
    region = block.region
    rest = block.document.text[region.start :]
    if isinstance(region.parsed, doctest.Example):
        said, shown = (part.count("\n") for part in (region.parsed.source, region.parsed.want))
        lines = rest.splitlines(keepends=True)
        new = "".join(lines[:said]) + printed(region.parsed.source, block.namespace)
        return region.start, region.start + len("".join(lines[: said + shown])), new
    if region.lexemes["arguments"] == "console":
        start = region.start + region.parsed.offset
        return start, start + len(region.parsed), "".join(console(region.parsed))
    block.evaluate()
    return region.start, region.start, ""


def console(block: str) -> Iterator[str]:
    for call in calls(block):
        yield f"$ {call.command}\n"
        output = run(call.command)
        if output:
            yield f"{output}\n"


def printed(source: str, namespace: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, "<block>", "single"), namespace)
        except Exception:  # noqa: BLE001 - what it raises is what the page shows
            kind, error, _ = sys.exc_info()
            print("Traceback (most recent call last):\n    ...")
            print("".join(traceback.format_exception_only(kind, error)), end="")
    return "".join(line if line.strip() else "<BLANKLINE>\n" for line in out.getvalue().splitlines(keepends=True))


if __name__ == "__main__":
    main()
