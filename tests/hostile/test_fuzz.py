"""
What fuzzing found is tried again, and fuzzing itself works.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import documents
import pytest
import run as fuzz

FUZZ = Path(fuzz.__file__).parent
FINDS = [(path.parent.name, path.name) for path in sorted(fuzz.FINDS.glob("*/[!.]*"))]


@pytest.mark.parametrize(("target", "name"), FINDS)
def test_what_was_found_once_does_no_harm_now(target: str, name: str) -> None:
    fuzz.targets()[target]((fuzz.FINDS / target / name).read_bytes())


@pytest.mark.parametrize("target", sorted(fuzz.LONGEST))
def test_every_seed_keeps_the_promises(target: str) -> None:
    act = fuzz.targets()[target]
    seeds = list(islice(fuzz.seeds(target), 30))

    for seed in seeds:
        act(seed)
    assert len(set(seeds)) > 20
    assert max(map(len, seeds)) <= fuzz.LONGEST[target]
    assert len(set(fuzz.words(target))) > 100


@pytest.mark.parametrize("target", sorted(fuzz.LONGEST))
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff", b"{}", b"\x05\xff\xfe"], ids=repr)
def test_every_target_takes_any_bytes(target: str, data: bytes) -> None:
    fuzz.targets()[target](data)


def test_a_changed_document_is_still_json() -> None:
    seed = next(iter(fuzz.seeds("document")))
    changed = {documents.changed(seed, number) for number in range(50)}

    assert len(changed) > 25
    assert None not in changed
    assert documents.changed(b"{", 1) is None
    assert documents.changed(b"{}", 1) is None


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="the fuzzer is not installed")
def test_the_fuzzer_reaches_new_code() -> None:
    command = [sys.executable, FUZZ / "run.py", "document", "--runs", "300", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stderr[-2000:]
    assert "stat::number_of_executed_units: 300" in done.stderr
    assert "NEW" in done.stderr
