"""
How well articles are read: `dccs evaluate`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import click
import pytest
from click.testing import CliRunner, Result

from dccs_model.cli.app import dccs
from dccs_model.cli.evaluate import below, old_figures, read_floors
from dccs_model.testing import Evaluation, Score, examples
from dccs_model.testing.evaluation import FIELDS

Tree: TypeAlias = Callable[..., dict[str, str]]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]

TEXT = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị giao ban. Đồng chí Lò Thị Mận chủ trì hội nghị.\n"
PRICES = "Giá lúa tăng.\n"

RIGHT = {"conference": {"sitting": {"day_part": "morning"}}}
#: The conference of `TEXT` with a part of the day that it does not say, and one who did not come.
WRONG = {
    "conference": {
        "sitting": {"day_part": "evening"},
        "participants": [{"official": {"name": "Vi Văn Quế"}, "roles": ["chair"]}],
    }
}


def call(*arguments: str) -> Result:
    return CliRunner().invoke(dccs, ["evaluate", *arguments])


def pair(name: str, text: str, answer: object) -> dict[str, str | bytes]:
    return {f"{name}.txt": text, f"{name}.json": json.dumps(answer)}


def rows(output: str) -> dict[str, list[str]]:
    """
    The fields of the table that begins an output, each with its figures.
    """
    lines = output.partition("articles, ")[0].splitlines()[1:-1]
    return {name: figures for name, *figures in map(str.split, lines)}


# --- the table -----------------------------------------------------------------------


def test_a_folder_is_scored_field_by_field(write: Write) -> None:
    write(pair("in/a", TEXT, RIGHT) | pair("in/b", PRICES, {"conference": None}) | {"in/c.txt": "no answer"})

    result = call("in")

    assert (result.exit_code, result.stderr) == (0, "")
    assert rows(result.stdout)["is_conference"] == ["1.000", "1.000", "1.000", "2/2/2", "*"]
    assert rows(result.stdout)["day_part"] == ["1.000", "1.000", "1.000", "1/1/1", "*"]
    assert result.stdout.splitlines()[-1] == "2 articles, 2 read whole; overall (mean F1 of the starred): 1.0000"


def test_the_examples_are_scored_where_no_folder_is_named() -> None:
    assert f"\n{len(examples())} articles, " in call().stdout


def test_no_tool_of_tests_is_needed() -> None:
    code = (
        "import sys; sys.modules |= dict.fromkeys(['hypothesis', 'pytest', 'syrupy'])\n"
        "from dccs_model.cli import main; sys.exit(main(['evaluate']))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "articles, " in done.stdout


# --- misses --------------------------------------------------------------------------

MISSES = """\
a: officials: missed Vi Văn Quế
a, line 2: officials: made up Lò Thị Mận
  Chủ trì: đồng chí Lò Thị Mận.
                    ^^^^^^^^^^
"""


def test_each_miss_is_told_with_its_line(write: Write) -> None:
    text = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị giao ban.\nChủ trì: đồng chí Lò Thị Mận.\n"
    people = [{"official": {"name": "Vi Văn Quế"}}]
    write(pair("in/a", text, {"conference": {"participants": people}}))

    assert f"\n\n{MISSES}" in call("in", "--errors").stdout
    assert "missed" not in call("in").stdout


def test_there_may_be_no_miss(write: Write) -> None:
    write(pair("in/a", TEXT, RIGHT))

    assert call("in", "--errors").stdout.endswith("\n\nno misses\n")


# --- before and after ----------------------------------------------------------------


def test_what_a_change_gained_and_lost(write: Write) -> None:
    write(pair("old/a", TEXT, WRONG) | pair("new/a", TEXT, RIGHT))
    call("old", "--json", "old.json")
    call("new", "--json", "new.json")

    gained, lost = call("new", "--compare", "old.json").stdout, call("old", "--compare", "new.json").stdout

    assert "day_part                   0.000 → 1.000\n" in gained
    assert "\n+ a: day_part: missed evening\n" in gained and "\n- " not in gained
    assert "day_part                   1.000 → 0.000\n" in lost
    assert "\n- a: day_part: missed evening\n" in lost and "\n+ " not in lost


def test_the_figures_may_be_kept_in_the_file_that_they_are_compared_with(folder: Path, write: Write) -> None:
    write(pair("old/a", TEXT, WRONG) | pair("new/a", TEXT, RIGHT))
    call("old", "--json", "figures.json")

    assert "→" in call("new", "--compare", "figures.json", "--json", "figures.json").stdout
    assert call("new", "--compare", "figures.json").stdout.endswith("\n\nnothing changed\n")


def test_other_articles_than_before_are_told(write: Write) -> None:
    write(pair("old/a", TEXT, RIGHT) | pair("new/a", TEXT, RIGHT) | pair("new/b", TEXT, RIGHT))
    call("old", "--json", "old.json")

    result = call("new", "--compare", "old.json")

    assert (result.exit_code, result.stderr) == (0, "dccs: old.json is of 1 articles, and this of 2\n")


def test_figures_on_standard_output_are_nothing_but_figures(write: Write) -> None:
    write(pair("in/a", TEXT, WRONG))

    result = call("in", "--json", "-")

    kept = Evaluation.from_dict(json.loads(result.stdout))
    assert kept.scores["day_part"] == Score(0, 1, 1)
    assert [each.field for each in kept.misses[:2]] == ["day_part", "day_part"]
    assert call("in", "--json", "-").stdout == result.stdout


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[]",
        "{}",
        '{"articles": 1, "whole": 0, "scores": {}, "misses": [{}]}',
        '{"articles": 1, "whole": 0, "scores": {"title": {"right": "x", "said": 1, "true": 1}}, "misses": []}',
        '{"articles": 1, "whole": 0, "scores": {}, "misses": [{"article": [], "field": "a", "kind": "b", "what": ""}]}',
        "[" * 100_000,
        b"\xff",
    ],
)
def test_what_holds_no_figures_is_refused(data: str | bytes, folder: Path, write: Write) -> None:
    write({"old.json": data})

    with pytest.raises(click.BadParameter, match=r"old\.json holds no figures as --json writes them"):
        old_figures("old.json")


# --- floors --------------------------------------------------------------------------

HALF = Evaluation(
    articles=1, scores={"officials": Score(3, 4, 3), "venue": Score(1, 1, 2), "findings:petition": Score(0, 0, 0)}
)

# Each row: what a file says, and what is told of `HALF`.
FLOORS: dict[str, list[str]] = {
    "": [],
    "officials = 0.85": [],
    "officials = 0.86": ["f1 of officials is 0.8571, below its floor of 0.86"],
    "officials = 0.8571429": ["f1 of officials is 0.8571, below its floor of 0.857143"],
    "officials = {precision = 0.75, recall = 1}": [],
    "officials = {precision = 0.76, recall = 1, f1 = 0.9}": [
        "precision of officials is 0.7500, below its floor of 0.76",
        "f1 of officials is 0.8571, below its floor of 0.9",
    ],
    "overall = 0.76": [],
    "overall = 0.77": ["overall is 0.7619, below its floor of 0.77"],
    "title = 0.5": ["f1 of title has a floor of 0.5, and nothing was there to score"],
    '"findings:petition" = 0': ["f1 of findings:petition has a floor of 0, and nothing was there to score"],
    "venue = 0.1\n[officials]\nrecall = 0.1": [],
}


@pytest.mark.parametrize(("said", "told"), FLOORS.items(), ids=list(FLOORS))
def test_what_is_below_its_floor(said: str, told: list[str], folder: Path, write: Write) -> None:
    write({"floors.toml": said})

    assert list(below(HALF, read_floors("floors.toml"))) == told


def test_every_field_may_have_a_floor(folder: Path, write: Write) -> None:
    write({"floors.toml": "\n".join(f'"{field}" = 0.5' for field in FIELDS)})

    assert list(read_floors("floors.toml")) == [(field, "f1") for field in FIELDS]


def test_nothing_read_is_below_any_floor() -> None:
    assert list(below(Evaluation(articles=0, scores={}), {("overall", "f1"): 0.0})) == [
        "overall has a floor of 0, and nothing was there to score"
    ]


def test_a_mean_that_rounding_alone_keeps_from_its_floor() -> None:
    third = Evaluation(articles=1, scores={field: Score(1, 3, 3) for field in ("title", "held", "venue")})

    assert list(below(third, {("overall", "f1"): 1 / 3 + 1e-12})) == []


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("officials =", "floors.toml: "),
        (b"\xff", "floors.toml: "),
        ("official = 0.9", "no field is called 'official'; there are overall, is_conference, title,"),
        ("officials = 97", "a floor is a number from 0 to 1, and that of officials is 97"),
        ("officials = nan", "a floor is a number from 0 to 1, and that of officials is nan"),
        ("officials = true", "a floor is a number from 0 to 1, and that of officials is True"),
        ('officials = "0.9"', "a floor is a number from 0 to 1, and that of officials is '0.9'"),
        ("officials = {accuracy = 0.9}", "officials has no 'accuracy'; there is precision, recall, f1"),
        ("overall = {recall = 0.9}", "overall has no 'recall'; there is f1"),
    ],
)
def test_a_file_of_other_floors_is_refused(said: str | bytes, message: str, folder: Path, write: Write) -> None:
    write({"floors.toml": said} | pair("in/a", TEXT, RIGHT))

    with pytest.raises(click.BadParameter) as caught:
        read_floors("floors.toml")

    assert message in caught.value.message
    assert call("in", "--floors", "floors.toml").exit_code == 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--floor", "0.5"], []),
        (["--floor", "0.9"], ["overall"]),
        (["--floor", "nan"], ["overall"]),
        (["--floors", "low.toml"], []),
        (["--floors", "high.toml"], ["f1 of day_part"]),
        (["--floors", "high.toml", "--floor", "0.9"], ["f1 of day_part", "overall"]),
        (["--floor", "0.9", "--json", "-"], ["overall"]),
    ],
)
def test_what_is_not_reached_makes_it_fail(options: list[str], told: list[str], write: Write) -> None:
    answer = {"conference": {"sitting": {"start": "2022-06-01", "day_part": "evening"}}}
    write(pair("in/a", TEXT, answer) | {"low.toml": "held = 1.0", "high.toml": "day_part = 0.9"})

    result = call("in", *options)

    assert result.exit_code == bool(told)
    assert [line.removeprefix("dccs: ").partition(" is ")[0] for line in result.stderr.splitlines()] == told
    assert result.stdout


# --- failures ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"in/a.txt": TEXT}, "in: in holds no NAME.json beside a NAME.txt"),
        (pair("in/a", TEXT, [1]), "a.json: expected an object, not list"),
        ({"in/a.txt": TEXT, "in/a.json": "{"}, "a.json: "),
        ({"in/a.txt": b"H\xe1", "in/a.json": "{}"}, "a.txt: byte 1 (0xe1) is not utf-8"),
        ({"in/a.txt": TEXT, "in/a.json": b'{"\xe1'}, "a.json: byte 2 (0xe1) is not utf-8"),
    ],
)
def test_what_cannot_be_scored_is_told(
    files: dict[str, Any], message: str, folder: Path, write: Write, tree: Tree
) -> None:
    write(files)

    result = call("in", "--json", "figures.json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr
    assert tree().keys() == files.keys()


def test_figures_that_cannot_be_written(write: Write) -> None:
    write(pair("in/a", TEXT, RIGHT))

    result = call("in", "--json", "gone/figures.json")

    assert (result.exit_code, result.stderr) == (1, "dccs: gone/figures.json: No such file or directory\n")
