"""
The same text gives the same bytes: again, elsewhere, at the same time and after any other text.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import random
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from dccs_model import Parser, to_json, to_markdown
from dccs_model.testing import examples, write_article

TEXTS = [each.text for each in examples()[::8]] + [write_article(seed).text for seed in range(3)]


def written(parser: Parser, text: str) -> bytes:
    parsed = parser.parse(text)
    return (to_json(parsed, indent=1) + to_markdown(parsed) + to_markdown(parsed, lang="en")).encode(
        "utf-8", "surrogatepass"
    )


def digest(parser: Parser) -> str:
    return sha256(b"\0".join(written(parser, text) for text in TEXTS)).hexdigest()


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def expected() -> str:
    return digest(Parser())


def test_again(parser: Parser, expected: str) -> None:
    assert {digest(parser), digest(parser)} == {expected}


def test_in_any_order() -> None:
    parser, fresh = Parser(), {text: written(Parser(), text) for text in TEXTS[:3]}
    for seed in range(2):
        order = random.Random(seed).sample(sorted(fresh), len(fresh))
        assert {text: written(parser, text) for text in order} == fresh


IN_A_PROCESS = """if True:
    import sys
    sys.path[:0] = {path!r}
    from test_determinism import Parser, digest
    print(digest(Parser()))"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONOPTIMIZE": "2"},
    ],
    ids=str,
)
def test_in_another_process(environment: dict[str, str], expected: str) -> None:
    code = IN_A_PROCESS.format(path=[str(Path(__file__).parent)])
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=os.environ | environment)

    assert told.stdout.decode().strip() == expected


def test_in_threads_that_share_a_parser(parser: Parser) -> None:
    expected = [written(parser, text) for text in TEXTS]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: written(parser, text), TEXTS * 2)) == expected * 2


FIRST_USE = """if True:
    import threading
    from dccs_model import parse_article, to_json, to_markdown
    ready = threading.Barrier(8)
    def use(number):
        ready.wait()
        parsed = parse_article({text!r})
        found[number] = to_json(parsed) + to_markdown(parsed)
    found = {{}}
    threads = [threading.Thread(target=use, args=[number]) for number in range(8)]
    for each in threads: each.start()
    for each in threads: each.join()
    print(len(found), len(set(found.values())))"""


def test_in_threads_that_are_the_first_to_use_anything() -> None:
    code = FIRST_USE.format(text=TEXTS[0])
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert told.stdout.split() == [b"8", b"1"]


def test_in_processes_that_were_sent_a_parser(expected: str) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(digest, [Parser(), Parser(max_chars=10**9)])) == [expected, expected]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_after_pickling(protocol: int, parser: Parser) -> None:
    copied = pickle.loads(pickle.dumps(parser, protocol))

    assert written(copied, TEXTS[0]) == written(parser, TEXTS[0])


def test_a_parser_is_left_as_it_was() -> None:
    parser = Parser()
    before = pickle.dumps(parser)
    digest(parser)

    assert pickle.dumps(parser) == before
    assert threading.active_count() == 1
