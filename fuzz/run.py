"""
Fuzz one way into the library, guided by the code that is reached.

    python fuzz/run.py reading --runs 300000

What breaks a promise, takes longer than half a minute or eats the memory is
kept in ``fuzz/finds/TARGET/`` and is from then on one of the tests.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

FINDS = Path(__file__).parent / "finds"

#: The longest input of each target. Reading time grows with the length, so short inputs try more.
LONGEST = {"reading": 1000, "document": 5000, "file": 400}

#: What a file is said to be written in, by its first byte.
ENCODINGS = (None, "utf-8", "utf-16", "utf-32", "cp1258", "latin-1", "utf-7", "shift_jis", "idna", "punycode")


def targets() -> Mapping[str, Callable[[bytes], object]]:
    """
    What each target does with the bytes that it is given.
    """
    import promises

    return {
        "reading": lambda data: promises.reading(data.decode("utf-8", "surrogateescape")),
        "document": promises.document,
        "file": lambda data: promises.file(data[1:], ENCODINGS[data[0] % len(ENCODINGS)] if data else None),
    }


def seeds(target: str) -> Iterator[bytes]:
    """
    Inputs to begin with: articles of the genre, and documents of them.
    """
    from dccs_model import parse_article, to_json
    from dccs_model.testing import examples, write_article

    texts = [each.text for each in examples()] + [write_article(seed).text for seed in range(40)]
    for text in texts:
        match target:
            case "reading":
                yield text.encode()[: LONGEST[target]]
            case "document":
                parsed = parse_article(text[:200])
                written = [to_json(each).encode() for each in (parsed, parse_article(text).conference) if each]
                yield from (each for each in written if len(each) <= LONGEST[target])
            case _:
                yield from (bytes([number]) + _encoded(text, name) for number, name in enumerate(ENCODINGS))


def _encoded(text: str, encoding: str | None) -> bytes:
    try:
        return text[:60].encode(encoding or "utf-8")
    except UnicodeError:
        return text[:60].encode()


def words(target: str) -> Iterator[str]:
    """
    Words that mean something to a target, so that they need not be found letter by letter.
    """
    from dccs_model import json_schema
    from dccs_model.lexicon import Lexicon

    if target == "document":
        yield from _names(json_schema())
        return
    lexicon = Lexicon.default()
    for table in ("meetings", "positions", "roles", "sections", "page", "honorifics"):
        for entry in lexicon[table].entries:
            yield from entry.words
    yield from ("<p>", "&nbsp;", "&#768;", "\u0301", "\u200b", "21/6/2022", "12,5%", "6 tháng đầu năm 2022")


def _names(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (f'"{key}":' for key in schema.get("properties", ()))
        yield from (f'"{value}"' for value in schema.get("enum", ()))
        for part in schema.values():
            yield from _names(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _names(part)


def main() -> None:
    """
    Run the fuzzer until it has done enough, or has found something.
    """
    parser = argparse.ArgumentParser(description="Fuzz one way into the library.")
    parser.add_argument("target", choices=sorted(LONGEST))
    parser.add_argument("--runs", type=int, default=0, help="how many inputs to try; 0 for no end")
    parser.add_argument("--seconds", type=int, default=0, help="how long to go on; 0 for no end")
    parser.add_argument("--seed", type=int, default=0, help="0 for another each time")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what reached new code, to go on from later")
    options = parser.parse_args()

    # What is imported in here is watched: which of its lines and branches an input reaches.
    import atheris
    import documents

    with atheris.instrument_imports(include=["dccs_model"]):
        act = targets()[options.target]
        # Much is imported when it is first needed.
        for seed in seeds(options.target):
            act(seed)

    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder)
        (begin / "seeds").mkdir()
        for number, seed in enumerate(seeds(options.target)):
            (begin / "seeds" / f"{number}").write_bytes(seed)
        lines = sorted({_quoted(word) for word in words(options.target)})
        (begin / "words").write_text("\n".join(lines) + "\n", encoding="ascii")
        finds = FINDS / options.target
        finds.mkdir(parents=True, exist_ok=True)
        corpus = options.corpus or begin / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        arguments = [
            sys.argv[0],
            f"-runs={options.runs or -1}",
            f"-max_total_time={options.seconds}",
            f"-seed={options.seed}",
            f"-max_len={LONGEST[options.target]}",
            f"-dict={begin / 'words'}",
            f"-artifact_prefix={finds}{os.sep}",
            "-timeout=30",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
            str(corpus),
            str(begin / "seeds"),
        ]

        def mutated(data: bytes, longest: int, seed: int) -> bytes:
            made = documents.changed(data, seed) if seed % 4 else None
            return made if made and len(made) <= longest else atheris.Mutate(data, longest)

        atheris.Setup(arguments, act, **({"custom_mutator": mutated} if options.target == "document" else {}))
        atheris.Fuzz()


def _quoted(word: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) + '"'


if __name__ == "__main__":
    main()
