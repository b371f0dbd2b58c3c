"""
Documents of every version of the format are read by every later build.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dccs_model import FormatError, UnsupportedVersionError, from_json, json_schema, to_dict, to_json
from dccs_model.formats.document import VERSION, Migration, Version, read_document

HERE = Path(__file__).parent


def kept(*versions: str) -> list[tuple[str, str]]:
    """
    Every document of some versions, with a name: a file may hold one, or one on each line.
    """
    documents = []
    for path in (path for version in versions for path in sorted((HERE / version).iterdir())):
        text = path.read_bytes().decode()
        lines = text.splitlines() if path.suffix == ".jsonl" else [text]
        documents += [(f"{path.parent.name}/{path.name}:{number}", line) for number, line in enumerate(lines, start=1)]
    return documents


def each(*versions: str) -> pytest.MarkDecorator:
    documents = kept(*versions)
    return pytest.mark.parametrize("document", [text for _, text in documents], ids=[name for name, _ in documents])


# --- 1.0 ---------------------------------------------------------------------------


@each("1.0")
def test_every_fact_of_an_old_document_is_read(document: str) -> None:
    read = from_json(document, strict=True)

    assert to_dict(read) | {"version": "1.0"} == json.loads(document)


@each("1.0")
def test_a_version_is_written_as_it_ever_was(document: str) -> None:
    written = to_json(from_json(document), indent=2 if document.count("\n") > 1 else None)

    # Lines of a file hold these as escapes, since some readers end a line at them.
    expected = document.replace(r"\u2028", "\u2028").replace(r"\u0085", "\u0085").removesuffix("\n")
    assert written.replace(f'"version": "{VERSION}"', '"version": "1.0"', 1) == expected


def test_what_the_filled_document_says() -> None:
    parsed = from_json((HERE / "1.0" / "filled.json").read_bytes())
    conference = parsed.conference

    assert parsed.article.title == "Giao ban XDCS và thực hiện QCDC cụm vùng cao 6 tháng đầu năm"
    assert conference.name == "Hội nghị giao ban cụm vùng cao 6 tháng đầu năm 2022"
    assert str(conference.sitting.start) == "2022-07-08"
    assert [each.name for each in conference.chairs] == ["Nguyễn Thị Thu Hà"]
    assert len(conference.findings) == 7
    assert str(conference.findings[0].measures[0].quantity) == "12450"


def names_in(schema: Any) -> Iterator[str]:
    """
    Every key and every value of an enum that a schema knows.
    """
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        yield from schema.get("enum", ())
        for part in schema.values():
            yield from names_in(part)


def names_of(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from names_of(inner)
    if isinstance(part, str):
        yield part


def test_every_key_and_every_value_of_the_format_is_kept_in_some_document() -> None:
    versions = [path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] == str(VERSION.major)]
    documents = [json.loads(document) for _, document in kept(*versions)]

    assert set(names_in(json_schema())) - set(names_of(documents)) == set(), "see keep.py"


# --- a made 1.1 -------------------------------------------------------------------------


def test_a_newer_minor_version_is_read_without_what_it_adds() -> None:
    newer, as_read = ((HERE / "1.1" / name).read_text("utf-8") for name in ("made.json", "made.as-1.0.json"))

    assert from_json(newer) == from_json(as_read, strict=True)
    assert to_dict(from_json(newer)) | {"version": "1.0"} == json.loads(as_read)


def test_strict_reading_names_what_a_newer_minor_version_adds() -> None:
    with pytest.raises(FormatError) as caught:
        from_json((HERE / "1.1" / "made.json").read_bytes(), strict=True)

    told = [str(caught.value), *caught.value.__notes__]
    for path in ("$.article.language", "$.conference.weather", "$.conference.participants[0].roles[1]", "$.written_by"):
        assert any(path in each for each in told), path


# --- a made 2.0 -------------------------------------------------------------------------


@pytest.mark.parametrize("strict", [False, True])
@each("2.0")
def test_another_major_version_is_refused(document: str, *, strict: bool) -> None:
    with pytest.raises(UnsupportedVersionError, match="version 2.0 is not read by this release") as caught:
        from_json(document, strict=strict)

    assert caught.value.path == "$.version"


# --- the way up ---------------------------------------------------------------------------


def way_up(steps: list[str]) -> dict[Version, Migration]:
    """
    The migrations of a made release 2.0, which keep count of their steps.
    """

    def step(to: Version) -> Migration:
        def change(document: dict[str, Any]) -> dict[str, Any]:
            steps.append(str(to))
            document.pop("written_by", None)
            return document

        return Migration(to, change)

    return {Version(1, 0): step(Version(1, 1)), Version(1, 1): step(Version(2, 0))}


@each("1.0")
def test_a_release_to_come_brings_old_documents_up(document: str) -> None:
    steps: list[str] = []
    parsed = json.loads(document)
    tomorrow = {key: step for key, step in way_up(steps).items() if key.minor == 0}

    assert read_document(parsed, migrations=tomorrow, current=Version(1, 1)) == from_json(document)
    assert steps == ["1.1"]
    assert parsed == json.loads(document), "a document that is given is never changed"


@each("1.0")
def test_the_next_major_release_brings_old_documents_up(document: str) -> None:
    steps: list[str] = []

    assert read_document(json.loads(document), migrations=way_up(steps), current=Version(2, 0)) == from_json(document)
    assert steps == ["1.1", "2.0"]


def test_a_release_without_the_way_up_refuses() -> None:
    document = json.loads((HERE / "1.0" / "filled.json").read_bytes())

    with pytest.raises(UnsupportedVersionError, match=r"which reads 2\.x; no release of today reads it"):
        read_document(document, migrations={}, current=Version(2, 0))


# --- what is kept ---------------------------------------------------------------------------


def test_what_is_kept_is_not_written_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(HERE)
    import keep

    monkeypatch.setattr(keep, "HERE", tmp_path)
    keep.main()
    made = {path.name: path.read_bytes() for path in (tmp_path / str(VERSION)).iterdir()}
    for path in (tmp_path / str(VERSION)).iterdir():
        path.write_bytes(b"kept")
    keep.main()

    assert set(made) == {path.name for path in (HERE / str(VERSION)).iterdir()}
    assert {path.read_bytes() for path in (tmp_path / str(VERSION)).iterdir()} == {b"kept"}
