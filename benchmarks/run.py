"""
How fast the library is, as ratios to a floor that is measured in the same run.

    python benchmarks/run.py [--only reading,import,hostile,memory] [--quick] [ARTICLE ...]

The floor is what any reader of a text has to do at least: check its normal form,
split its lines, and look once for one of twenty phrases. The floor of an import
is ``import attr``. A ratio says more than a time: it is much the same on another
machine. Times are of the processor, and each is the shortest of several runs: what
else goes on in a machine can only add to one.

Without ARTICLE the example article of the project is read, and the articles of
``../shared/seed`` where that folder is there.
"""

from __future__ import annotations

import argparse
import gc
import platform
import re
import subprocess
import sys
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

from dccs_model import Parser, from_json, to_json, to_markdown

ROOT = Path(__file__).parents[1]

PHRASES = (
    "hội nghị", "đồng chí", "chủ trì", "Bí thư", "Chủ tịch", "Ủy viên", "Huyện ủy", "Đảng ủy", "xã", "phường",
    "thị trấn", "kết luận", "phát biểu", "tồn tại", "hạn chế", "nhiệm vụ", "yêu cầu", "đề nghị", "đầu năm", "ngày",
)  # fmt: skip
TWENTY_WAYS = re.compile("|".join(map(re.escape, PHRASES)))

HOSTILE = {
    "đồng chí": "đồng chí ",
    "semicolons": ";",
    "digits": "1234567890",
    "dates": "1/2/",
    "cụm": "cụm ",
    "spaces": " ",
    "brackets": "(",
    "line ends": "\n",
    "names": "Nguyễn Văn ",
    "one word": "ạ",
    "the headline": "Hội nghị giao ban ",
}


class Row(NamedTuple):
    """
    A line of the table.
    """

    what: str
    seconds: float
    floor: float
    note: str = ""

    def __str__(self) -> str:
        ratio = f"{self.seconds / self.floor:8.1f} x" if self.floor else " " * 10
        return f"  {self.what:<44} {1000 * self.seconds:11.3f} ms {ratio}  {self.note}"


def floor(text: str) -> int:
    """
    What any reader has to do at least.
    """
    unicodedata.is_normalized("NFC", text)
    text.splitlines()
    return sum(1 for _ in TWENTY_WAYS.finditer(text))


def shortest(work: Callable[[], object], *, least: float, most_runs: int = 15) -> float:
    """
    The shortest time of *work*, over at least *least* seconds in all.
    """
    times: list[float] = []
    gc.collect()
    # Short work is done several times in a row, since clocks tick coarsely.
    started = process_time()
    work()
    once = max(process_time() - started, 1e-7)
    loops = max(1, round(0.01 / once))
    while len(times) < 3 or (sum(times) * loops < least and len(times) < most_runs):
        started = process_time()
        for _ in range(loops):
            work()
        times.append((process_time() - started) / loops)
    return min(times)


def different(article: str, count: int) -> str:
    """
    A text of *count* articles of which no two have a line in common, so that none is passed over as a repetition.
    """
    lines = article.splitlines()
    return "\n".join(f"{line} {number}" if line else "" for number in range(count) for line in [*lines, ""])


def reading(name: str, article: str, least: float, sizes: Sequence[int]) -> Iterator[Row]:
    """
    Reading texts of 1 to 1,000 articles, with the time for each character beside that of the smallest.
    """
    parser = Parser()
    parser.parse(article)
    first = 0.0
    for size in sizes:
        for text, what in ((different(article, size), ""), ("\n\n".join([article] * size), ", copies")):
            if what and size == 1:
                continue
            base = shortest(lambda text=text: floor(text), least=least)
            seconds = shortest(lambda text=text: parser.parse(text), least=least)
            each = seconds / len(text)
            first = first or each
            note = f"{1 / seconds:,.0f} articles/s" if size == 1 else f"{each / first:.2f} x the time a character"
            yield Row(f"read {size:,} x {name}{what}", seconds, base, note)


def writing(name: str, article: str, least: float) -> Iterator[Row]:
    """
    Writing what was read, loading it again, and the whole way.
    """
    parser = Parser()
    parsed = parser.parse(article)
    document = to_json(parsed)
    base = shortest(lambda: floor(article), least=least)
    for what, work in (
        ("to_json", lambda: to_json(parsed)),
        ("from_json", lambda: from_json(document)),
        ("to_markdown", lambda: to_markdown(parsed)),
        ("read and to_json", lambda: to_json(parser.parse(article))),
    ):
        seconds = shortest(work, least=least)
        yield Row(f"{what}, {name}", seconds, base, f"{1 / seconds:,.0f} articles/s")


def imports(runs: int) -> Iterator[Row]:
    """
    Importing the library, each time in a fresh interpreter, in turn with the floor.
    """
    statements = ("import attr", "import dccs_model", "import dccs_model; dccs_model.parse_article('')")
    times: dict[str, list[float]] = {each: [] for each in statements}
    for _ in range(runs):
        for statement in statements:
            times[statement].append(fresh(statement))
    base = min(times["import attr"])
    for statement in statements:
        yield Row(statement, min(times[statement]), base)


def fresh(statement: str) -> float:
    """
    The time of *statement* in a fresh interpreter.
    """
    code = f"from time import process_time as t; a = t(); {statement}; print(t() - a)"
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def hostile(article: str, least: float, length: int) -> Iterator[Row]:
    """
    Texts made to be slow, beside an ordinary text of their length.
    """
    parser = Parser()
    ordinary = different(article, length // len(article) + 1)[:length]
    base = shortest(lambda: parser.parse(ordinary), least=least)
    yield Row(f"ordinary text of {length:,} characters", base, base)
    for name, part in HOSTILE.items():
        for share in (100, 10, 1):
            size = length // share
            text = (part * (size // len(part) + 1))[:size]
            seconds = shortest(lambda text=text: parser.parse(text), least=least)
            # What is far from linear is not waited for.
            if share > 1 and seconds > 30 * base / share:
                yield Row(f"{name}: {part!r} ...", seconds, base / share, f"stopped at {size:,} characters")
                break
        else:
            yield Row(f"{name}: {part!r} ...", seconds, base)


def memory(article: str, megabytes: int) -> Iterator[str]:
    """
    The highest memory in use while a large text is read, beside the text's own size.
    """
    parser = Parser()
    parser.parse(article)
    copies = megabytes * 1_000_000 // len(article.encode()) + 1
    text = different(article, copies)
    own = sys.getsizeof(text)
    gc.collect()
    tracemalloc.start()
    parsed = parser.parse(text)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del parsed
    yield (
        f"  {megabytes} MB of UTF-8, {own / 1e6:.1f} MB in memory: peak {peak / 1e6:.1f} MB ({peak / own:.1f} x), "
        f"kept {kept / 1e6:.1f} MB ({kept / own:.1f} x)"
    )


def articles(paths: Sequence[Path]) -> dict[str, str]:
    """
    The texts to read, by name.
    """
    chosen = paths or [ROOT / "examples" / "giao-ban.txt", *sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))]
    return {path.stem[:16]: path.read_text("utf-8") for path in chosen}


def main() -> None:
    """
    Measure, and print the tables.
    """
    command = argparse.ArgumentParser(description="Measure the speed of dccs-model.")
    command.add_argument("articles", nargs="*", type=Path, metavar="ARTICLE", help="a text to measure with")
    command.add_argument("--only", default="reading,import,hostile,memory", help="which tables, by comma")
    command.add_argument("--quick", action="store_true", help="fewer and shorter runs; the figures are rough")
    options = command.parse_args()
    wanted = set(options.only.split(","))
    least = 0.05 if options.quick else 1.0
    texts = articles(options.articles)

    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name, text in texts.items():
        if "reading" in wanted:
            print(f"\nReading and writing {name}, {len(text):,} characters; the floor is a check, a split and a search")
            sizes = (1, 10, 100) if options.quick else (1, 10, 100, 1000)
            show(reading(name, text, least, sizes))
            show(writing(name, text, least))
        if "hostile" in wanted:
            print(f"\nHostile texts; the floor is an ordinary text of the same length, made of {name}")
            show(hostile(text, least, 20_000 if options.quick else 500_000))
        if "memory" in wanted:
            print(f"\nMemory, reading copies of {name}")
            show(memory(text, 1 if options.quick else 10))
    if "import" in wanted:
        print("\nImporting, in fresh interpreters; the floor is import attr")
        show(imports(3 if options.quick else 31))


def show(rows: Iterator[Row] | Iterator[str]) -> None:
    for row in rows:
        print(row, flush=True)


if __name__ == "__main__":
    main()
