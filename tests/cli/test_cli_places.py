"""
Which communes are meant: `dccs places`, and `--places` of the other commands.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from dccs_model import Area, AreaKind, Commune, CommuneKind
from dccs_model.cli.app import dccs
from dccs_model.cli.lookup import Answer, Found
from dccs_model.cli.places import render
from dccs_model.cli.terminal import console
from dccs_model.formats import from_json
from dccs_model.formats.phrases import Phrases

Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], None]

CLUSTER = """\
Cụm trung tâm giao ban công tác xây dựng cơ sở

Ngày 21/6/2022, cụm trung tâm tổ chức hội nghị giao ban công tác xây dựng cơ sở 6 tháng đầu năm 2022. \
Cụm trung tâm gồm các xã Xuân Dương, Thọ Thanh, Ngọc Phụng.
"""
SINGLE = "Ngày 21/6/2022, xã Xuân Dương tổ chức hội nghị giao ban công tác dân vận.\n"


def call(*arguments: str, columns: int = 120) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(dccs, list(arguments))


def codes(output: str) -> list[list[str]]:
    return [[each["commune"]["code"] for each in answer["found"]] for answer in json.loads(output)]


# --- dccs places ---------------------------------------------------------------------

TABLE = """\
xã Xuân Dương (1)
╭───────────────┬─────────────────────────────┬──────────────┬────────────────┬──────────────────────────────╮
│ Địa danh      │ Thuộc                       │ Mã (ấn bản)  │ Hiệu lực       │ Nay là                       │
├───────────────┼─────────────────────────────┼──────────────┼────────────────┼──────────────────────────────┤
│ xã Xuân Dương │ huyện Thường Xuân (396),    │ 15649 (2023) │ đến 30/06/2025 │ xã Thường Xuân, 15646        │
│               │ tỉnh Thanh Hóa (38)         │              │                │ (2025-07)                    │
╰───────────────┴─────────────────────────────┴──────────────┴────────────────┴──────────────────────────────╯
"""

LIST = """\
xã Xuân Dương (1)
• Xuân Dương commune
  Thường Xuân district (396), Thanh Hóa
  province (38)
  15649 (2023)
  to 30 June 2025
  Thường Xuân commune, 15646 (2025-07)
"""


def test_a_table_of_what_is_known() -> None:
    result = call("places", "xã Xuân Dương", "--district", "Thường Xuân", "--on", "2022-06-21", columns=110)

    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.rstrip() for line in result.stdout.splitlines()] == TABLE.splitlines()


def test_a_list_where_a_table_has_no_room() -> None:
    result = call("places", "xã Xuân Dương", "--district", "Thường Xuân", "--lang", "en", columns=40)

    assert [line.rstrip() for line in result.stdout.splitlines()] == LIST.splitlines()


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        pytest.param(["xã Thọ Thanh"], [["15652"]], id="by its name"),
        pytest.param(["tho\u0323 thanh"], [["15652"]], id="however it is written"),
        pytest.param(["TT Thường Xuân"], [["15646"]], id="with a short word for its kind"),
        pytest.param(["Thọ Thanh", "Ngọc Phụng"], [["15652"], ["15655"]], id="several names"),
        pytest.param(["Xuân Dương", "--province", "Thanh Hóa", "--on", "2022"], [["15649"]], id="in a province"),
        pytest.param(["Xuân Dương", "--district", "huyện Na Rì", "--on", "2022-06"], [["02191"]], id="in a district"),
        pytest.param(["Thọ Thanh", "--on", "2025-07-01"], [[]], id="on a day on which it was gone"),
    ],
)
def test_communes_are_found(arguments: list[str], found: list[list[str]]) -> None:
    assert codes(call("places", *arguments, "--json").stdout) == found


def test_all_communes_of_a_name_are_told() -> None:
    assert len(codes(call("places", "Tân Lập", "--on", "2022", "--json").stdout)[0]) > 20


def test_json_has_communes_as_documents_have_them() -> None:
    [answer] = json.loads(call("places", "Thọ Thanh", "--json").stdout)

    assert answer["name"] == "Thọ Thanh"
    [found] = answer["found"]
    assert found["today"] == [{"code": "15646", "edition": "2025-07", "name": "Thường Xuân", "kind": "commune"}]
    document = {"format": "dccs-model", "version": "1.0", "type": "conference"}
    read = from_json(json.dumps(document | {"conference": {"kind": "unknown", "communes": [found["commune"]]}}))
    assert read.communes[0].district.name == "Thường Xuân"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Không Đâu"], ["dccs: Không Đâu: no commune of that name is known on 2022"]),
        (["Thọ Thanh", "Không Đâu"], ["dccs: Không Đâu: no commune of that name is known on 2022"]),
        (["a\x1b[2J"], ["dccs: a\\u001b[2J: no commune of that name is known on 2022"]),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_what_is_not_found_is_told(names: list[str], told: list[str], form: list[str]) -> None:
    result = call("places", *names, "--on", "2022", *form)

    assert result.exit_code == 1
    assert result.stderr.splitlines() == told
    assert bool(result.stdout) == (form == ["--json"] or "Thọ Thanh" in names)


A = Commune(name="A", code="00001", edition="2023")

# Each row: why, the commune, what it is today, and what is said of that.
TODAY: dict[str, tuple[Commune, list[Commune], str]] = {
    "it still stands": (A, [A], ""),
    "it is not known": (A, [], "chưa rõ"),
    "another name": (A, [Commune(name="B", code="00002", edition="2025-07")], "B, 00002 (2025-07)"),
    "another province": (
        Commune(name="A", code="00001", edition="2023", province=Area(name="P", code="01")),
        [Commune(name="B", code="00002", edition="2025-07", province=Area(name="Q", kind=AreaKind.PROVINCE))],
        "B, tỉnh Q, 00002 (2025-07)",
    ),
    "two of them": (
        A,
        [Commune(name=name, code="00002", edition="2025-07", kind=CommuneKind.WARD) for name in ("B", "C")],
        "phường B, 00002 (2025-07); phường C, 00002 (2025-07)",
    ),
}


@pytest.mark.parametrize(("commune", "today", "said"), TODAY.values(), ids=TODAY)
@pytest.mark.parametrize("width", [60, 200])
def test_what_became_of_it(commune: Commune, today: list[Commune], said: str, width: int) -> None:
    answer = Answer("A", (Found(commune, tuple(today)),))

    text = drawn(answer, width)

    if width == 60:
        assert text.endswith(f"  00001 (2023)\n  {said}" if said else "  00001 (2023)")
    else:
        assert text.splitlines()[4].split("│")[-2].strip() == said


@pytest.mark.parametrize("width", [20, 40, 69, 70, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    found = Found(Commune(name="Xuân Dương " * 9), (Commune(name="Thường Xuân " * 9, code="1", edition="2023"),))

    assert max(map(cell_len, drawn(Answer("Xuân Dương", (found, found)), width).splitlines())) <= width


def test_nothing_hostile_reaches_the_terminal() -> None:
    hostile = "\x1b[2J\u202e[red]x[/]"
    text = drawn(Answer(hostile, (Found(Commune(name=hostile, province=Area(name=hostile)), ()),)), 200)

    assert text.count("[red]x[/]") == 3
    assert not {"\x1b", "\u202e"} & set(text)


def drawn(answer: Answer, width: int) -> str:
    out = console()
    out.width = width
    with out.capture() as caught:
        out.print(render(answer, Phrases.of("vi"), width))
    return "\n".join(line.rstrip() for line in caught.get().splitlines())


# --- --places ------------------------------------------------------------------------


def resolved(*arguments: str) -> dict[str, Any]:
    result = call("convert", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)["conference"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_communes_are_resolved_by_their_company(jobs: str, write: Write) -> None:
    write({"in/a.txt": CLUSTER, "in/b.txt": CLUSTER})

    result = call("convert", "in", "--places", "--to", "jsonl", "--jobs", jobs)

    for line in result.stdout.splitlines():
        communes = json.loads(line)["conference"]["cluster"]["communes"]
        assert [(each["code"], each["found_by"]) for each in communes] == [
            ("15649", "inferred"), ("15652", "inferred"), ("15655", "inferred"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "commune"),
    [
        ([], (None, None)),
        (["--places"], (None, None)),
        (["--places", "--district", "Thường Xuân"], ("15649", "given")),
        (["--places", "--province", "Thanh Hóa"], ("15649", "given")),
        (["--places", "--province", "Thanh Hóa", "--district", "huyện Thường Xuân"], ("15649", "given")),
    ],
)
def test_what_is_known_of_where_a_portal_is(
    options: list[str], commune: tuple[str | None, str | None], write: Write
) -> None:
    write({"a.txt": SINGLE})

    [found] = resolved("a.txt", *options)["communes"]

    assert (found.get("code"), found.get("found_by")) == commune
    assert ("candidates" in found) == (options == ["--places"])


def test_markdown_and_the_terminal_say_where_and_what_is_there_today(write: Write) -> None:
    write({"a.txt": CLUSTER})
    said = (
        "trung tâm, gồm xã Xuân Dương, xã Thọ Thanh, xã Ngọc Phụng thuộc huyện Thường Xuân, tỉnh Thanh Hóa "
        "(suy ra; nay đều thuộc xã Thường Xuân)"
    )

    assert f"- **Cụm:** {said}\n" in call("convert", "a.txt", "--places", "--to", "markdown").stdout
    assert said in " ".join(call("show", "a.txt", "--places").stdout.split())


def test_an_article_of_no_conference_has_no_places(write: Write) -> None:
    write({"a.txt": "Giá lúa tăng ở xã Thọ Thanh.\n"})

    assert "conference" not in json.loads(call("convert", "a.txt", "--places").stdout)


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["convert", "a.txt"], False),
        (["convert", "a.txt", "--to", "markdown"], False),
        (["show", "a.txt"], False),
        (["convert", "a.txt", "--places"], True),
    ],
)
def test_nothing_of_places_is_loaded_unless_asked_for(arguments: list[str], loaded: bool, write: Write) -> None:
    write({"a.txt": CLUSTER})
    code = (
        "import sys; from dccs_model.cli import main; main(sys.argv[1:])\n"
        "print(any(name.startswith('dccs_model.places') for name in sys.modules), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == str(loaded)
