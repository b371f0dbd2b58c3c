"""
A document made to do harm is refused with its place, in little time and memory, and nothing else happens.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import promises
import pytest

from dccs_model import FormatError, from_dict, from_json, read_jsonl, to_dict, to_json
from dccs_model.testing import write_article

ENVELOPE = {"format": "dccs-model", "version": "1.0"}
DOCUMENT = to_dict(write_article(5).answer)
START = '{"format": "dccs-model", "version": "1.0", "article": {"text": "x"}'


def refused(data: str | bytes) -> FormatError:
    with pytest.raises(FormatError) as caught:
        from_json(data)
    assert len(caught.value.message) < 1000
    assert str(caught.value).encode()
    return caught.value


def conference(**parts: Any) -> dict[str, Any]:
    return {**ENVELOPE, "type": "conference", "conference": parts}


# --- nesting --------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":', "[[{}],"], ids=repr)
@pytest.mark.parametrize("depth", [1_000, 100_000, 2_000_000])
def test_depth(opening: str, depth: int) -> None:
    refused(opening * depth)
    refused(f'{START}, "later": {opening * depth}')
    bad, good = read_jsonl([opening * depth, to_json(write_article(1).conference)])
    assert str(bad).startswith("line 1: not ")
    assert good == write_article(1).conference


@pytest.mark.parametrize("depth", [10, 200, 900])
def test_depth_that_can_be_read_is_refused_by_name_or_left_out(depth: int) -> None:
    deep = "[" * depth + "]" * depth

    assert refused(f'{START}, "later": {deep}}}').path == "$.later"
    assert refused(f'{START}, "conference": {deep}}}').message.startswith("expected an object")
    assert from_json(f'{START}, "later": {deep}}}'.replace("1.0", "1.1")).article.text == "x"


def test_values_that_hold_themselves() -> None:
    circle: list[Any] = []
    circle.append(circle)
    ring: dict[str, Any] = dict(ENVELOPE)
    ring["article"] = ring

    for document in (conference(findings=circle), conference(name=circle), ring, {**ENVELOPE, "article": circle}):
        with pytest.raises(FormatError):
            from_dict(document)


# --- numbers --------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "9" * 400,
        "9" * 5_000,
        "-" + "9" * 1_000_000,
        "1e999999999",
        "1.0",
        "-0",
        "1E400",
        "0.1e-999999",
        "9007199254740992",
        "1" + "0" * 400 + ".5",
    ],
    ids=lambda number: number[:12],
)
def test_numbers(number: str) -> None:
    if number == "-0":
        # Zero is zero, and no ordinal.
        assert "counted from 1" in refused(json.dumps(conference(ordinal="HERE")).replace('"HERE"', number)).message
        return
    assert len(refused(json.dumps(conference(ordinal="HERE")).replace('"HERE"', number)).message) < 200


@pytest.mark.parametrize(
    "number",
    [10**5000, -(10**5000), 2**53, 1e300, float("nan"), Decimal(1)],
    ids=lambda number: type(number).__name__,
)
def test_numbers_that_never_were_text(number: object) -> None:
    span = {"start": 0, "end": number}

    for document in (
        conference(ordinal=number),
        conference(span=span),
        {**ENVELOPE, "article": {"text": "x", "title_span": span}},
    ):
        with pytest.raises(FormatError, match="whole number"):
            from_dict(document)


@pytest.mark.parametrize(
    "quantity",
    ["1E+999999999999999999999", "1E-99999999999999999999", "9" * 1_000_000 + "E5", "0." + "0" * 100_000 + "1"],
    ids=lambda text: text[:12],
)
def test_decimals_are_read_exactly_or_refused(quantity: str) -> None:
    document = conference(
        findings=[{"kind": "cause", "statement": "x", "measures": [{"quantity": quantity, "unit": "%"}]}]
    )

    promises.document(json.dumps(document))


@pytest.mark.parametrize(
    "quantity",
    ["NaN", "-Infinity", "sNaN", "1_000", " 1", "1 ", "+1", "１", "0x10", "1e", ".5", "1.", "", "1\n", 12.5, 12],
)
def test_what_is_no_decimal(quantity: object) -> None:
    document = conference(
        findings=[{"kind": "cause", "statement": "x", "measures": [{"quantity": quantity, "unit": "%"}]}]
    )

    assert refused(json.dumps(document)).path == "$.conference.findings[0].measures[0].quantity"


# --- what JSON does not allow, or leaves open ---------------------------------------


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("place", ["conference", "later"])
def test_no_numbers(constant: str, place: str) -> None:
    error = refused(f'{START}, "{place}": [0, {constant}]}}')

    assert (error.message, error.path) == (f"{constant} is no JSON", f"$.{place}[1]")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"format": "x", "format": "dccs-model"}', "$.format"),
        (START + ', "article": {"text": "y"}}', "$.article"),
        (START[:-1] + ', "text": "y"}}', "$.article.text"),
        (START + ', "later": [{"a": {"b": 1, "b": 1}}]}', "$.later[0].a.b"),
        ('{"a\\u0062": 1, "ab": 2}', "$.ab"),
    ],
)
def test_a_key_that_stands_twice(text: str, path: str) -> None:
    error = refused(text)

    assert (error.message, error.path) == ("this key stands twice in one object", path)


@pytest.mark.parametrize(
    "data",
    [
        "",
        " ",
        "\ufeff",
        "\0",
        "{",
        "}",
        "null",
        "true",
        "1",
        '"x"',
        "[]",
        "{}",
        "[1,]",
        "{'a': 1}",
        '{"a": 1} x',
        '{"a": 1}{}',
        "// x\n{}",
        '"\x1b"',
        '"\\x41"',
        b"\xff",
        b"\xef\xbb",
        b"\xff\xfe{\0}\0",
        b'"\xed\xa0\x80"',
        "{}".encode("utf-32"),
    ],
    ids=repr,
)
def test_what_is_no_document(data: str | bytes) -> None:
    refused(data)


@pytest.mark.parametrize(
    "escape",
    [r"\ud800", r"\udfff", r"\udc00\ud800", r"\ud83d x", "\ud800", r"\u0000", r"\u001b[2J", r"\u202e"],
    ids=ascii,
)
def test_escapes_of_half_characters_and_controls(escape: str) -> None:
    for document in (
        DOCUMENT,
        conference(name="HERE", venue={"text": "HERE"}),
        {**ENVELOPE, "article": {"text": "HERE", "title": "HERE"}},
    ):
        promises.document(json.dumps(document).replace("HERE", f"a{escape}b"))


def test_a_pair_of_escapes_is_one_character() -> None:
    read = from_json(json.dumps({**ENVELOPE, "article": {"text": "HERE"}}).replace("HERE", r"\ud83d\udccc"))

    assert read.article.text == "\U0001f4cc"


# --- wrong types everywhere ------------------------------------------------------------

WRONG: list[Any] = [
    None,
    True,
    0,
    -1,
    3,
    1.5,
    "",
    " ",
    "x",
    "\ud800",
    "0",
    [],
    [[]],
    [None],
    {},
    {"x": 1},
    {"start": 0, "end": 10**6},
    [{}],
    ["chair", "chair"],
    "a" * 10_000,
    [0] * 500,
]


def places(part: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in keys:
        yield part, key
        yield from places(part[key])


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: repr(wrong)[:20])
def test_a_wrong_value_anywhere(wrong: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    for holder, key in places(document):
        right = holder[key]
        holder[key] = wrong
        try:
            read = from_dict(document)
        except FormatError as error:
            assert error.path.startswith("$")
            assert len(str(error)) < 1200
        else:
            assert from_json(to_json(read)) == read
        holder[key] = right


# --- great numbers of things -------------------------------------------------------------


def test_every_key_is_unknown() -> None:
    error = refused(json.dumps(conference(**{f"key {number}": 0 for number in range(20_000)})))

    assert error.message.endswith("; and 999 more errors")
    assert len(error.__notes__) == 20


@pytest.mark.parametrize(
    "item", [{}, 0, None, [], {"kind": "x"}, {"kind": "cause", "statement": "x", "measures": [0] * 100}], ids=repr
)
def test_every_item_is_wrong(item: object) -> None:
    # After a thousand errors the rest is not looked at: reading all of this took minutes.
    assert " more errors" in refused(json.dumps(conference(findings=[item] * 20_000))).message


def test_long_names_at_great_depth_are_told_once() -> None:
    # A path for each of these places would take gigabytes.
    deep = '{"' + "k" * 60 + '": '
    text = f'{START}, "later": {deep * 900}[{"0, " * 20_000}NaN]{"}" * 901}'

    tracemalloc.start()
    error = refused(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert error.path.endswith("[20000]")
    assert peak < 100 * len(text)


def test_one_key_of_very_many_stands_twice() -> None:
    keys = ", ".join(f'"k{number}": 0' for number in range(50_000))

    assert refused(f'{{{keys}, "k49999": 1}}').path == "$.k49999"


@pytest.mark.parametrize(
    "parts",
    [
        {"topics": ["security-defence"] * 100_000},
        {"participants": [{"official": {"name": "Lò An"}, "roles": ["chair"] * 100_000}]},
        {"participants": [{"official": {"name": "L" * 10**6}}] * 2},
        {"participants": [{"official": {"name": f"Lò {number}"}} for number in (*range(20_000), 19_999)]},
        {
            "communes": [
                {
                    "name": "x" * 10**6,
                    "code": "1",
                    "candidates": [{"code": "1", "edition": "2", "name": "x", "kind": "ward"}],
                }
            ]
        },
        {"communes": [{"name": "x", "edition": "e" * 10**6}]},
    ],
    ids=["topics", "roles", "a long name twice", "the last of many names twice", "candidates", "edition"],
)
def test_the_word_of_the_model_on_a_large_value_is_short(parts: dict[str, Any]) -> None:
    assert len(refused(json.dumps(conference(**parts))).message) < 600


@pytest.mark.parametrize("length", [1_000, 1_000_000])
def test_a_text_of_any_length_is_read(length: int) -> None:
    text = "Hội nghị\n\ud800" * (length // 10)

    assert from_json(json.dumps({**ENVELOPE, "article": {"text": text}})).article.text == text


# --- two hundred megabytes ---------------------------------------------------------------

HUGE = """if True:
    import resource, sys
    from dccs_model import FormatError, from_json
    size = 200_000_000
    start = b'{"format": "dccs-model", "version": "1.0", "type": "conference", "conference": {"name": "'
    data = {
        "text": lambda: start + b"x" * size + b'"}}',
        "brackets": lambda: b"[" * size,
        "digits": lambda: b"9" * size,
        "no numbers": lambda: b"[" + b"NaN," * (size // 4) + b"0]",
        "items": lambda: start[:-len('{"name": "')] + b'{"findings": [' + b"0," * (size // 2) + b"0]}}",
        "spaces": lambda: b" " * size,
        "no text": lambda: b"\\xff" * size,
        "limited": lambda: b"[" * size,
    }[sys.argv[1]]()
    try:
        read = from_json(data, max_size=10_000_000 if sys.argv[1] == "limited" else None)
    except FormatError as error:
        print("refused", len(str(error)) < 1000)
    else:
        print("read", len(read.name))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="memory is asked for as POSIX does")
@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("text", "read 200000000"),
        ("brackets", "refused True"),
        ("digits", "refused True"),
        ("no numbers", "refused True"),
        ("items", "refused True"),
        ("spaces", "refused True"),
        ("no text", "refused True"),
        ("limited", "refused True"),
    ],
)
def test_200_megabytes(kind: str, told: str) -> None:
    done = subprocess.run([sys.executable, "-c", HUGE, kind], capture_output=True, check=True)

    assert done.stdout.decode().strip() == told
    # In megabytes: the document, its text, and what Python makes of a hundred million items.
    assert int(done.stderr) < 3000
