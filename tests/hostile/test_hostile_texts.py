"""
What an article, a name or a document says does nothing where it is shown.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from dccs_model import (
    Diagnostic,
    FormatError,
    ParsedArticle,
    Severity,
    Span,
    from_json,
    parse_article,
    to_dict,
    to_json,
    to_markdown,
)
from dccs_model.errors import ParseError, explain
from dccs_model.testing import write_article

#: Readers of Markdown that do as much as any: HTML passes through them, and bare addresses become links.
READERS = [MarkdownIt("commonmark", {"html": True}), MarkdownIt("gfm-like", {"html": True})]

#: The tags that our own headings, lists and tables become.
TAGS = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "hr", "br"}

PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<!-- x", "<!DOCTYPE x>",
    "<svg/onload=alert(1)>", "</td></tr></table><b>x", "<br>", "<style>*{display:none}</style>", "<?php x ?>", "<![CDATA[x",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)", "&#x3c;img src=x&#x3e;", "&amp;lt;b&amp;gt;", "<<script>script>",
    "[x](javascript:alert(1))", "[x](https://a.example)", "![x](https://a.example/x.png)", "[x]: https://a.example", "[x][x]",
    "<https://a.example>", "https://a.example/x", "www.a.example", "a.example/x", "x@a.example", "mailto:x@a.example", "//a.example",
    "`x`", "```", "    x", "~~~", "$x$", "$$x$$", "# x", "> x", "- x", "1. x", "***", "---", "===", "| x | y |", "|", "\\", "\\|",
    "*x*", "_x_", "**x**", "~~x~~", "==x==", "@x", "#1", ":x:", "{{ x }}", "{% x %}", "${x}", "=1+1", "%s %n", "\u202ex", "\u2066x",
    "\x1b[2J\x1b[31m", "\x1b]0;x\x07", "\x1b]8;;https://a.example\x07x\x1b]8;;\x07", "\x9b2J", "\x1bP1$r\x1b\\", "\x07", "\x08\x08", "\r\x1b[K",
    "\x00", "\x7f", "\u2028", "\u0085", "\ufeff", "\u200bx", "\ud800", "\udcff",
]  # fmt: skip

each_payload = pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)


def spoilt(payload: str) -> list[str]:
    """
    Articles that say it everywhere: in names, posts, places, findings, captions, and alone on a line.
    """
    text = write_article(11).text
    names = [each.name for each in write_article(11).conference.officials]
    said = text
    for name in names:
        said = said.replace(name, f"{name} {payload}")
    return [
        said,
        re.sub(r"(?<=\w)([.;,])", lambda found: f" {payload}{found[1]}", text),
        text.replace(" ", f" {payload} ", 40),
        "\n".join(line and f"{payload}{line}\n{payload}" for line in text.splitlines()),
    ]


@each_payload
def test_nothing_comes_alive_in_markdown(payload: str) -> None:
    for text in spoilt(payload):
        document = to_markdown(parse_article(text))
        assert document == document.encode().decode()
        assert not controls(document)
        for reader in READERS:
            tokens = [one for token in reader.parse(document) for one in (token, *(token.children or []))]
            alive = {token.type for token in tokens} & {
                "html_block",
                "html_inline",
                "link_open",
                "image",
                "code_inline",
                "fence",
                "code_block",
            }
            assert alive == set()
            assert set(re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", reader.render(document))) <= TAGS


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "www.a.example", "`x`"])
def test_these_articles_are_read_with_what_is_hostile_in_them(payload: str) -> None:
    readings = [parse_article(text).conference for text in spoilt(payload)]

    assert all(readings)
    assert any(payload in finding.statement for finding in readings[1].findings)


def controls(text: str) -> set[str]:
    """
    The characters of a text that could do something to a terminal, or turn the direction of what follows.
    """
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cs") or unicodedata.bidirectional(c) in turning} - {
        "\n"
    }


# --- the terminal -------------------------------------------------------------------

#: How a terminal is told of colours and of moves on a line: none of these comes from a text.
OURS = re.compile("\x1b\\[[0-9;?]*[mKAlhGJ]|[\r\n]")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are those of POSIX")
@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "--lang", "en"],
        ["convert"],
        ["convert", "--to", "markdown"],
        ["convert", "--to", "jsonl"],
        ["convert", "--encoding", "ascii"],
    ],
    ids=" ".join,
)
def test_nothing_that_a_terminal_obeys_reaches_it(
    arguments: list[str], tmp_path: Path, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    import pty

    sayable = "".join(each for each in PAYLOADS if each.isascii() or not re.search("[\ud800-\udfff]", each))
    for number, text in enumerate(spoilt(sayable)):
        (tmp_path / f"{number}\x1b]0;owned\x07\u202e.txt").write_bytes(text.encode())
    (tmp_path / "sai\x1b[2J.txt").write_bytes(b"\xff\x1b[2J")

    ours, theirs = pty.openpty()
    command, *options = arguments
    with start(command, tmp_path, *options, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        sent = b"".join(iter(lambda: sent_to(ours), b"")).decode()
    os.close(ours)

    assert process.returncode == 1, "one of the files is no text"
    assert "failed" in sent
    assert controls(OURS.sub("", sent)) == set()


def sent_to(terminal: int) -> bytes:
    # Linux reports an error where others report an end.
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


# --- what errors say ------------------------------------------------------------------


@each_payload
def test_a_doubt_is_told_without_what_a_terminal_obeys(payload: str) -> None:
    text = f"{payload}Hội nghị{payload}\n{payload}"
    doubts = tuple(
        Diagnostic(
            code="no-chair", severity=Severity.ERROR, message="một điều còn ngờ", span=Span(start=start, end=len(text))
        )
        for start in range(len(text))
    )

    assert controls(str(ParseError(text, doubts))) == set()
    assert controls(explain(text, doubts[0])) == set()


@each_payload
def test_an_error_in_a_document_is_told_without_what_a_terminal_obeys(payload: str) -> None:
    document = to_dict(write_article(5).answer)
    broken = [
        document | {payload: 0},
        document | {"format": payload},
        document | {"version": payload},
        document | {"type": payload},
        document | {"article": {"text": "x", payload: payload}},
        document | {"article": {"text": "x", "published_at": payload}},
        document | {"conference": {"kind": payload, "topics": [payload, payload], "ordinal": payload}},
        document
        | {
            "conference": {
                "communes": [{"name": payload, "edition": payload}],
                "participants": [{"official": {"name": f"x{payload}"}}] * 2,
            }
        },
        document | {"diagnostics": [{"code": payload, "severity": "info", "message": "x"}]},
    ]
    for each in broken:
        with pytest.raises(FormatError) as caught:
            from_json(json.dumps(each))
        told = [str(caught.value), *getattr(caught.value, "__notes__", [])]
        assert controls("".join(told)) == set()


@each_payload
def test_json_says_it_in_full_and_stays_json(payload: str) -> None:
    for text in spoilt(payload)[::2]:
        written = to_json(parse_article(text))
        read = from_json(written)
        assert isinstance(read, ParsedArticle)
        assert read.article.text == text
        assert json.loads(written)["article"]["text"] == text
        assert "\n" not in written
