"""
What is typed, and what comes of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result

from dccs_model.cli.app import dccs
from dccs_model.formats import from_json

Tree: TypeAlias = Callable[..., dict[str, str]]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]

A = "Sáng 1/6/2022, huyện Mường Xa tổ chức hội nghị.\n"
B = "Chiều 2/6/2022, huyện Mường Gần tổ chức hội nghị.\n"
BAD = b"Ho\x93i nghi"


def call(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(dccs, list(arguments), input=given)


def texts_of(output: str) -> list[str]:
    """
    The article texts of one JSON document after another.
    """
    texts, decoder = [], json.JSONDecoder()
    while output:
        document, end = decoder.raw_decode(output)
        texts.append(document["article"]["text"])
        output = output[end:].lstrip("\n")
    return texts


# --- to standard output ------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "texts"),
    [
        (["a.txt"], [A]),
        (["a.txt", "b.txt"], [A, B]),
        (["b.txt", "a.txt"], [B, A]),
        (["in"], [A, B]),
        (["in/*"], [A, B]),
        (["in", "--to", "jsonl"], [A, B]),
        (["in", "--to", "jsonl", "--output", "-"], [A, B]),
        (["in", "--jobs", "2"], [A, B]),
        (["in", "-j0"], [A, B]),
    ],
)
def test_convert_to_standard_output(arguments: list[str], texts: list[str], write: Write) -> None:
    write({"a.txt": A, "b.txt": B, "in/a.txt": A, "in/b.txt": B})

    result = call("convert", *arguments)

    assert (result.exit_code, result.stderr) == (0, "")
    assert texts_of(result.stdout) == texts


def test_standard_input_is_an_article_too(write: Write) -> None:
    write({"a.txt": A})

    result = call("convert", "a.txt", "-", given=B.encode())

    assert texts_of(result.stdout) == [A, B]


@pytest.mark.parametrize(
    ("options", "lines"),
    [([], "many"), (["--indent", "4"], "many"), (["--indent", "0"], "one"), (["--to", "jsonl"], "one")],
)
def test_json_is_laid_out_as_asked(options: list[str], lines: str, write: Write) -> None:
    write({"a.txt": A})

    output = call("convert", "a.txt", *options).stdout

    assert ("many" if output.count("\n") > 1 else "one") == lines
    assert output.endswith("}\n")


@pytest.mark.parametrize(
    ("options", "published"),
    [
        (["--published-at", "2022-06-22"], "2022-06-22"),
        (["--published-at", "2022-06-22T09:00"], "2022-06-22T09:00:00+07:00"),
        (["--published-at", "2022-06-22 09:00:00+00:00"], "2022-06-22T09:00:00+00:00"),
    ],
)
def test_what_is_known_from_elsewhere(options: list[str], published: str, write: Write) -> None:
    write({"a.txt": A})

    document = json.loads(call("convert", "a.txt", "--url", "https://example.org/1", *options).stdout)

    assert document["article"]["published_at"] == published
    assert document["article"]["url"] == "https://example.org/1"


def test_every_document_is_read_back(write: Write) -> None:
    write({"in/a.txt": A, "in/b.txt": B})

    lines = call("convert", "in", "--to", "jsonl").stdout.splitlines()

    assert [from_json(line).article.text for line in lines] == [A, B]


@pytest.mark.parametrize(("lang", "other"), [("vi", "en"), ("en", "vi")])
def test_markdown_is_labelled_in_either_language(lang: str, other: str, write: Write) -> None:
    write({"a.txt": A})

    here, there = (call("convert", "a.txt", "--to", "markdown", "--lang", each) for each in (lang, other))

    assert here.exit_code == there.exit_code == 0
    assert here.stdout != there.stdout


# --- to files ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        pytest.param(["a.txt", "-o", "x.json"], ["x.json"], id="a file"),
        pytest.param(["a.txt", "-o", "x"], ["x"], id="a file without a suffix"),
        pytest.param(["a.txt", "-o", "out"], ["out/a.json"], id="a folder that is there"),
        pytest.param(["a.txt", "-o", "new/"], ["new/a.json"], id="a folder that is not"),
        pytest.param(["in", "-o", "new"], ["new/2022/d.json", "new/c.json"], id="a folder for a folder"),
        pytest.param(["in/*", "-o", "new"], ["new/c.json", "new/d.json"], id="a folder for a pattern"),
        pytest.param(["a.txt", "b.txt", "-o", "new"], ["new/a.json", "new/b.json"], id="a folder for two"),
        pytest.param(["in/2022", "-o", "new"], ["new/d.json"], id="a folder for a folder of one"),
        pytest.param(["in/2022", "-o", "x.json"], ["x.json"], id="a file for a folder of one"),
        pytest.param(["in", "-o", "in"], ["in/2022/d.json", "in/c.json"], id="beside the inputs"),
        pytest.param(["a.txt", "-o", "x.md"], ["x.md"], id="Markdown by the suffix"),
        pytest.param(["a.txt", "-o", "new/", "--to", "markdown"], ["new/a.md"], id="Markdown in a folder"),
        pytest.param(["in", "-o", "x.jsonl"], ["x.jsonl"], id="lines by the suffix"),
        pytest.param(["in", "-o", "x", "--to", "jsonl"], ["x"], id="lines"),
        pytest.param(["in", "-o", "out", "--to", "jsonl"], ["out/2022/d.jsonl", "out/c.jsonl"], id="lines in a folder"),
        pytest.param(["in", "-o", "new", "-j", "2"], ["new/2022/d.json", "new/c.json"], id="by two processes"),
        pytest.param(["-", "-o", "out"], ["out/stdin.json"], id="standard input in a folder"),
    ],
)
def test_convert_to_files(arguments: list[str], files: list[str], folder: Path, write: Write, tree: Tree) -> None:
    inputs: dict[str, str | bytes] = {"a.txt": A, "b.txt": B, "in/c.txt": A, "in/2022/d.txt": B, "out/old.json": "{}"}
    write(inputs)

    result = call("convert", *arguments, given=A.encode())

    assert (result.exit_code, result.output) == (0, "")
    assert sorted(tree().keys() - inputs.keys()) == files
    assert all((folder / name).read_text("utf-8") == content for name, content in inputs.items())


def test_a_second_run_reads_and_writes_the_same(folder: Path, write: Write, tree: Tree) -> None:
    write({"in/a.txt": A, "in/b.txt": B})
    for output in ("in/all.jsonl", "in/all.txt", "in/", "in/json/"):
        arguments = ("convert", "in", "--output", output, *(("--to", "jsonl") if output == "in/all.txt" else ()))
        call(*arguments)
        first = tree()

        assert call(*arguments).exit_code == 0
        assert tree() == first


# --- failures ----------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("output", "files"),
    [
        (["-o", "out/"], ["out/a.json", "out/c.json"]),
        (["-o", "all.jsonl"], ["all.jsonl"]),
        (["--to", "jsonl"], []),
    ],
)
def test_one_bad_file_does_not_stop_the_others(
    output: list[str], files: list[str], jobs: str, folder: Path, write: Write, tree: Tree
) -> None:
    inputs: dict[str, str | bytes] = {"in/a.txt": A, "in/b.txt": BAD, "in/c.txt": B}
    write(inputs)

    result = call("convert", "gone.txt", "in", *output, "--jobs", jobs)

    assert result.exit_code == 1
    gone, bad, count = result.stderr.splitlines()
    assert gone == "dccs: gone.txt: No such file or directory"
    assert bad.startswith("dccs: in/b.txt: byte 2 (0x93) is not utf-8")
    assert count == "dccs: 2 of 4 failed"
    assert sorted(tree().keys() - inputs.keys()) == files
    written = "".join(tree()[name] for name in files) if files else result.stdout
    assert texts_of(written.replace("}{", "}\n{")) == [A, B]


@pytest.mark.parametrize("output", ["x.json", "x.jsonl", "out/"])
def test_where_all_fail_nothing_is_written(output: str, folder: Path, write: Write, tree: Tree) -> None:
    inputs: dict[str, str | bytes] = {"a.txt": BAD, "x.json": "old", "x.jsonl": "old"}
    write(inputs)

    result = call("convert", "a.txt", "-o", output)

    assert result.exit_code == 1
    assert sorted(tree()) == sorted(inputs)
    assert (folder / "x.json").read_text("utf-8") == "old"
    assert not (folder / "out").exists()


def test_show_goes_on_too(write: Write) -> None:
    write({"a.txt": A, "b.txt": BAD, "c.txt": B})

    result = call("show", "a.txt", "b.txt", "c.txt")

    assert result.exit_code == 1
    assert "a.txt" in result.stdout and "c.txt" in result.stdout
    assert result.stderr.splitlines()[-1] == "dccs: 1 of 3 failed"


def test_strict_reading_shows_the_place(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from dccs_model import Diagnostic, ParseError, Severity, Span

    def refuse(text: str, **_: Any) -> None:
        diagnostic = Diagnostic(code="mojibake", severity=Severity.ERROR, message="odd", span=Span(start=5, end=6))
        raise ParseError(text, (diagnostic,))

    monkeypatch.setattr("dccs_model.parsing.parse_article", refuse)
    write({"a.txt": "Sáng \x1b[31m\n"})

    result = call("convert", "a.txt", "--strict")

    assert result.exit_code == 1
    assert result.stderr == (
        "dccs: a.txt: error: odd [mojibake]\n  line 1, column 6\n  Sáng \u241b[31m\n       ^\n"
    )  # fmt: skip


def test_a_fault_is_told_and_the_others_go_on(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from dccs_model.parsing import parse_article

    def fail(text: str, **options: Any) -> Any:
        return parse_article(text, **options) if text == A else {}[text]

    monkeypatch.setattr("dccs_model.parsing.parse_article", fail)
    write({"a.txt": A, "b.txt": B})

    result = call("convert", "b.txt", "a.txt")

    assert result.exit_code == 1
    assert texts_of(result.stdout) == [A]
    assert "dccs: b.txt: a fault in dccs-model, please report it: KeyError" in result.stderr


# --- wrong calls -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Usage"),
        (["nonsense"], "No such command"),
        (["convert"], "Missing argument"),
        (["convert", "a.txt", "--to", "xml"], "'xml' is not one of"),
        (["convert", "a.txt", "--jobs", "-1"], "-1 is not in the range"),
        (["convert", "a.txt", "--indent", "-1"], "-1 is not in the range"),
        (["convert", "a.txt", "--indent", "2", "--to", "jsonl"], "--indent is for --to json"),
        (["convert", "a.txt", "--lang", "en"], "--lang is for --to markdown"),
        (["convert", "a.txt", "--encoding", "utf-9"], "'utf-9' is no text encoding"),
        (["convert", "a.txt", "--encoding", "hex"], "'hex' is no text encoding"),
        (["convert", "a.txt", "--published-at", "22/6/2022"], "'22/6/2022' is no date such as 2022-06-22"),
        (["convert", "a.txt", "--url", " "], "it is blank"),
        (["convert", "a.txt", "b.txt", "--url", "https://example.org/1"], "--url is for one article"),
        (["convert", "in", "--url", "https://example.org/1"], "--url is for one article"),
        (["convert", "in", "-o", "x.json"], "write them as lines of one file with --to jsonl"),
        (["convert", "a.txt", "b.txt", "-o", "x.md"], "x.md can hold one article as markdown, and 2 were found"),
        (["convert", "a.txt", "-o", "gone/x.json"], "there is no folder gone to write x.json to"),
        (["convert", "a.txt", "in/a.txt", "-o", "out/"], "a.txt and in/a.txt would both be written to"),
        (["convert", "in", "twin", "-o", "out/"], "in/a.txt and twin/a.txt would both be written to"),
        (["convert", "a.txt", "-o", "a.txt"], "a.txt would be written over a.txt, which is to be read"),
        (["convert", "a.txt", "a.json", "-o", "."], "would both be written to"),
        (["convert", "b.json", "-o", "."], "b.json would be written over b.json, which is to be read"),
        (["show"], "Missing argument"),
        (["show", "a.txt", "--lang", "fr"], "'fr' is not one of"),
        (["schema", "a.txt"], "unexpected extra argument"),
        (["convert", "a.txt", "--district", "Ba Đình"], "--district and --province are for --places"),
        (["show", "a.txt", "--province", "Hà Nội"], "--district and --province are for --places"),
        (["convert", "a.txt", "--places", "--district", "Mường Xa"], "no district 'Mường Xa' is known"),
        (["convert", "a.txt", "--places", "--district", " "], "it is blank"),
        (["show", "a.txt", "--places", "--province", "Mường Xa"], "no province 'Mường Xa' is known"),
        (
            ["show", "a.txt", "--places", "--district", "Ba Đình", "--province", "Thanh Hóa"],
            "no district 'Ba Đình' in Thanh Hóa is known",
        ),
        (["places"], "Missing argument"),
        (["places", " "], "it is blank"),
        (["places", "Xuân Dương", "--on", "21/6/2022"], "expected a date as 2022-06-21, 2022-06 or 2022"),
        (["places", "Xuân Dương", "--on", "2022-06-31"], "no such date as 2022-06-31"),
        (["places", "Xuân Dương", "--district", "Mường Xa"], "no district 'Mường Xa' is known"),
        (["places", "Xuân Dương", "--json", "--lang", "vi"], "--lang is not for --json"),
        (["evaluate", "gone"], "'gone' does not exist"),
        (["evaluate", "a.txt"], "'a.txt' is a file"),
        (["evaluate", "in", "--floor", "93"], "93.0 is not in the range"),
        (["evaluate", "in", "--floors", "gone.toml"], "'gone.toml' does not exist"),
        (["evaluate", "in", "--compare", "gone.json"], "'gone.json' does not exist"),
        (["evaluate", "in", "--compare", "a.json"], "a.json holds no figures as --json writes them"),
        (["evaluate", "in", "--json", "-", "--errors"], "--json - takes standard output for itself"),
    ],
)
def test_a_wrong_call_is_told_before_anything_is_written(
    arguments: list[str], message: str, folder: Path, write: Write, tree: Tree
) -> None:
    write({"a.txt": A, "b.txt": B, "a.json": A, "b.json": B, "in/a.txt": A, "in/b.txt": B, "twin/a.txt": A})
    before = tree()

    result = call(*arguments)

    assert result.exit_code == 2
    assert message in " ".join(result.output.replace("\\", "/").split())
    assert tree() == before
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["in", "twin"]


# --- the rest ----------------------------------------------------------------------


def test_the_version() -> None:
    from importlib.metadata import version

    assert call("--version").stdout == f"dccs {version('dccs-model')}\n"


@pytest.mark.parametrize("command", [[], ["convert"], ["show"], ["places"], ["evaluate"], ["schema"]])
def test_help(command: list[str]) -> None:
    for flag in ("-h", "--help"):
        result = call(*command, flag)
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: ")


def test_the_schema(folder: Path) -> None:
    from dccs_model.formats import json_schema

    assert json.loads(call("schema").stdout) == json_schema()
    assert call("schema", "--output", "x.json").output == ""
    assert (folder / "x.json").read_text("utf-8") == call("schema").stdout


def test_the_schema_of_nowhere(folder: Path) -> None:
    result = call("schema", "--output", "gone/x.json")

    assert (result.exit_code, result.stderr) == (1, "dccs: gone/x.json: No such file or directory\n")
