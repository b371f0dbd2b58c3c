"""
The shipped examples: each is there, and its answer can be read against its text.
"""

from __future__ import annotations

import pytest

from dccs_model import FormatError, parse_article
from dccs_model.testing import Example, evaluate, example, examples, shipped
from dccs_model.testing._reading import read_document
from dccs_model.testing._scores import HEADLINE


@pytest.mark.parametrize("each", examples(), ids=lambda each: each.name)
def test_an_answer_stands_in_its_text(each: Example) -> None:
    reading = read_document(each.answer, each.text, complete=each.answer.get("complete", False))

    assert "is_conference" in reading.facts
    assert each.description.endswith(".")
    assert each.tags


def test_examples_come_in_the_order_of_their_names() -> None:
    names = [each.name for each in examples()]

    assert names == sorted(names)
    assert {"filled", "minimal", "not-a-conference"} <= set(names)


def test_examples_are_chosen_by_tags() -> None:
    assert example("filled") in examples("briefing", "cluster")
    assert example("minimal") not in examples("briefing", "cluster")
    assert examples("no such tag") == ()


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match="'fulfilled'; there are .*filled"):
        example("fulfilled")


def test_the_filled_example_fills_every_field_that_is_scored() -> None:
    filled = example("filled")
    reading = read_document(filled.answer, filled.text, complete=True)

    assert reading.clauses
    assert {field for field, facts in reading.facts.items() if not facts} == set()
    assert {field for field in HEADLINE if ":" not in field} - {"sectors"} <= set(reading.facts)


@pytest.mark.parametrize("code", ["mojibake", "several-conferences"])
def test_what_is_awkward_in_an_example_is_told(code: str) -> None:
    for each in examples():
        assert (code in {doubt.code for doubt in each.parsed.diagnostics}) == (code in each.tags)


def test_of_two_conferences_the_first_is_read_and_the_second_is_pointed_at() -> None:
    (each,) = examples("several-conferences")
    (doubt,) = (each for each in each.parsed.diagnostics if each.code == "several-conferences")

    assert each.parsed.conference.name == "hội nghị giao ban bí thư chi bộ quý I năm 2023"
    assert doubt.span.of(each.text).startswith("Chiều 8/4/2023")


def test_a_text_in_the_wrong_encoding_can_be_put_right() -> None:
    (each,) = examples("mojibake")
    # What the code page leaves open stands as a control character of the same number.
    right = b"".join(letter.encode("latin-1" if letter < "\xa0" else "cp1252") for letter in each.text).decode()
    parsed = parse_article(right)

    assert "mojibake" not in {doubt.code for doubt in parsed.diagnostics}
    assert parsed.conference.chair.name == "Vương Đình Lộc"
    assert parsed.conference.sitting.start == each.parsed.conference.sitting.start


def test_an_example_without_diacritics_has_none() -> None:
    (each,) = examples("no-diacritics")

    assert each.text.isascii()
    assert each.parsed.conference.kind == "briefing"


def test_an_answer_is_a_copy() -> None:
    first = example("filled").answer
    first["conference"].clear()

    assert example("filled").answer["conference"]["kind"] == "briefing"


def test_an_answer_holds_no_description() -> None:
    assert set(example("minimal").answer) == {"complete", "article", "conference"}


def test_the_text_is_read_once() -> None:
    filled = example("filled")

    assert filled.parsed is filled.parsed
    assert filled.parsed.article.text == filled.text


def test_a_shipped_folder_can_be_evaluated() -> None:
    from importlib.resources import as_file, files

    with as_file(files("dccs_model.testing") / "examples") as folder:
        assert evaluate(folder).articles == len(examples())


class Source:
    """
    A file of a folder, in memory.
    """

    def __init__(self, content: str) -> None:
        self.content = content

    def read_bytes(self) -> bytes:
        return self.content.encode()


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"a.txt": "Tin"}, "no a.json with its answer"),
        ({"a.txt": "Tin", "a.json": "{"}, "is broken"),
        ({"a.txt": "Tin", "a.json": "{}"}, "description"),
        ({"a.txt": "Tin", "a.json": "[]"}, "is broken"),
    ],
)
def test_a_broken_example_is_named(sources: dict[str, str], message: str) -> None:
    files = {name: Source(content) for name, content in sources.items()}

    with pytest.raises(FormatError, match=message):
        shipped._read("a", files)  # type: ignore[arg-type]  # enough of a folder
