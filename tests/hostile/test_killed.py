"""
A process that is killed at any moment leaves whole files or none.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from dccs_model import parse_article, to_json
from dccs_model.testing import write_article

if sys.platform == "win32":
    pytest.skip("a process is killed as POSIX does", allow_module_level=True)

Start = Callable[..., "subprocess.Popen[bytes]"]


@cache
def texts() -> dict[str, str]:
    """
    Articles whose documents have some ten kilobytes, so that there is something to tear.
    """
    written = [write_article(seed).text for seed in range(32)]
    return {f"t{number:02}": "\n\n".join(written[number : number + 3]) for number in range(30)}


def whole() -> dict[str, bytes]:
    """
    What a run that nothing disturbs writes: a file of each article, and one of them all.
    """
    readings = {name: parse_article(text) for name, text in texts().items()}
    files = {f"{name}.json": to_json(parsed, indent=2) + "\n" for name, parsed in readings.items()}
    files["all.jsonl"] = "".join(to_json(parsed) + "\n" for parsed in readings.values())
    return {name: document.encode() for name, document in files.items()}


def kill_at_random(count: int, seed: int, folder: Path, start: Start) -> None:
    """
    Kill the command *count* times while it works, and look each time at what it leaves.
    """
    expected, chance = whole(), random.Random(seed)
    (folder / "in").mkdir()
    for name, text in texts().items():
        (folder / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    longest, killed, number = 0.5, 0, 0
    while killed < count:
        number += 1
        output = folder / f"out{number}"
        output.mkdir()
        old = dict.fromkeys(chance.sample(sorted(expected), len(expected) // 2), b"old")
        for name, content in old.items():
            (output / name).write_bytes(content)
        target = output / "all.jsonl" if number % 3 == 0 else output
        with start("convert", "in", "-o", target, "-j", "2" if number % 2 else "1") as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, longest))
            process.kill()
            process.communicate()
        # Where it was never too late, there are later moments to try.
        killed, longest = (killed + 1, longest * 1.2) if process.returncode == -9 else (killed, longest * 0.9)
        # A process that is killed cannot take away its hidden part of a file.
        left = {path.name: path.read_bytes() for path in output.glob("[!.]*")}
        torn = [name for name, content in left.items() if content not in (old.get(name), expected[name])]
        assert torn == []
        assert old.keys() <= left.keys()


def test_three_kills(tmp_path: Path, start: Start) -> None:
    kill_at_random(3, 7, tmp_path, start)


@pytest.mark.slow
def test_two_hundred_kills(tmp_path: Path, start: Start) -> None:
    kill_at_random(200, 11, tmp_path, start)


def test_what_a_killed_process_leaves_is_in_nobody_s_way(tmp_path: Path, start: Start) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(texts()["t00"], encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".dccs-0123456789abcdef.part").write_bytes(b"half a docu")

    with start("convert", "in", "-o", "out") as process:
        process.communicate()

    assert process.returncode == 0
    assert (tmp_path / "out" / "a.json").read_bytes() == to_json(
        parse_article(texts()["t00"]), indent=2
    ).encode() + b"\n"
