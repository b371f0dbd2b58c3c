"""
A broken document is refused, with the JSON path of what is wrong with it.
"""

import copy
import re
from typing import NamedTuple

import jsonschema
import pytest
from formats_values import FILLED, FILLED_CONFERENCE

from dccs_model import DccsError, FormatError, UnsupportedVersionError
from dccs_model.formats import from_dict, from_json, json_schema, to_dict, to_json

GONE = object()


class Broken(NamedTuple):
    """
    One way to break the filled document.
    """

    #: The path of what is changed, and, unless `path` says otherwise, of the error.
    at: str
    #: What is put there; GONE takes it away.
    value: object
    #: Words of the message.
    says: str
    #: The path that the error names.
    path: str = ""
    #: Whether the JSON Schema sees it.
    schema: bool = True


BROKEN = [
    # the envelope
    Broken("$.format", GONE, "expected 'dccs-model', not null"),
    Broken("$.format", "dccs", "expected 'dccs-model', not the text 'dccs'"),
    Broken("$.format", ["dccs-model"], "expected 'dccs-model', not a list"),
    Broken("$.version", GONE, "expected a version in a text as '1.0', not null"),
    Broken("$.version", 1.0, "not the number 1.0"),
    Broken("$.version", "1", "not the text '1'"),
    Broken("$.version", "01.0", "not the text '01.0'"),
    Broken("$.version", "1.0\n", "expected a version", schema=True),
    Broken("$.type", "article", "expected 'conference', or no type for an article"),
    Broken("$.type", None, "expected 'conference', or no type for an article, not null"),
    # what is missing
    Broken("$.article", GONE, "article is missing"),
    Broken("$.article.text", GONE, "text is missing"),
    Broken("$.article.bylines[1].name", GONE, "name is missing"),
    Broken("$.conference.participants[0].official", GONE, "official is missing"),
    Broken("$.conference.participants[0].official.positions[1].text", GONE, "text is missing"),
    Broken("$.conference.findings[3].kind", GONE, "kind is missing"),
    Broken("$.conference.findings[3].statement", GONE, "statement is missing"),
    Broken("$.conference.findings[0].measures[1].unit", GONE, "unit is missing"),
    Broken("$.conference.review_period.end", GONE, "end is missing"),
    Broken("$.conference.span.end", GONE, "end is missing"),
    Broken("$.diagnostics[0].severity", GONE, "severity is missing"),
    # what does not belong
    Broken("$.note", "x", "unknown key; known are article, conference, diagnostics"),
    Broken("$.conference.foo", "x", "unknown key; known are name, kind, "),
    Broken("$.conference.finding", [], "unknown key; did you mean 'findings'?"),
    Broken("$.conference.findings[0].measures[1].units", "%", "unknown key; did you mean 'unit'?"),
    Broken("$.article.two words", "x", "unknown key", path='$.article["two words"]'),
    Broken("$.article.Ghi chú", "x", "unknown key", path='$.article["Ghi ch\\u00fa"]'),
    # another type
    Broken("$.article", "text", "expected an object, not the text 'text'"),
    Broken("$.article", [], "expected an object, not a list"),
    Broken("$.conference", None, "expected an object, not null"),
    Broken("$.conference.venue", "xã Lũng Cao", "expected an object, not the text 'xã Lũng Cao'"),
    Broken("$.conference.findings", {}, "expected a list, not an object"),
    Broken("$.conference.topics", "briefing", "expected a list, not the text 'briefing'"),
    Broken("$.conference.participants[1]", None, "expected an object, not null"),
    Broken("$.article.text", 3, "expected a text, not the number 3"),
    Broken("$.article.title", None, "expected a text, not null"),
    Broken("$.article.title", ["x"], "expected a text, not a list"),
    Broken("$.conference.ordinal", "15", "expected a whole number, not the text '15'"),
    Broken("$.conference.ordinal", True, "expected a whole number, not true"),
    Broken("$.conference.ordinal", 15.5, "expected a whole number, not the number 15.5"),
    Broken("$.conference.ordinal", 15.0, "expected a whole number, not the number 15.0", schema=False),
    Broken("$.conference.span.start", False, "expected a whole number, not false"),
    Broken("$.conference.findings[0].measures[0].quantity", 12450, "expected a decimal number in a text"),
    Broken("$.conference.findings[0].measures[0].quantity", 1.5, "expected a decimal number in a text"),
    # another value
    Broken("$.conference.kind", "Briefing", "expected one of briefing, interim-review, "),
    Broken("$.conference.kind", 1, "expected one of briefing, interim-review, "),
    Broken("$.conference.findings[3].kind", "praise", "expected one of achievement, shortcoming, cause, "),
    Broken("$.conference.topics[1]", "sport", "expected one of grassroots-building, "),
    Broken("$.conference.participants[0].roles[1]", "sleep", "expected one of chair, direct, attend, "),
    Broken("$.diagnostics[1].severity", "fatal", "expected one of info, warning, error, not the text 'fatal'"),
    Broken("$.diagnostics[1].code", "Not a code", "a code is lower-case words joined by hyphens", "$.diagnostics[1]"),
    Broken("$.conference.participants[0].official.name", " \n", "must not be blank"),
    Broken("$.conference.name", "", "must not be blank; what is not known is left out"),
    Broken("$.conference.findings[0].measures[0].quantity", "12,5", "expected a decimal number in a text as '12.5'"),
    Broken("$.conference.findings[0].measures[0].quantity", "NaN", "expected a decimal number"),
    Broken("$.conference.findings[0].measures[0].quantity", "1_000", "expected a decimal number"),
    Broken("$.conference.findings[0].measures[0].quantity", "١٢", "expected a decimal number"),
    Broken("$.conference.findings[0].measures[0].quantity", f"1E{10**30}", "too large or too small", schema=False),
    Broken("$.conference.ordinal", 0, "an ordinal is counted from 1, not 0", "$.conference"),
    Broken("$.conference.term.number", -1, "terms are counted from 1, not -1", "$.conference.term"),
    Broken("$.conference.term", {}, "a term needs a number or a period"),
    # dates and times
    Broken("$.conference.sitting.start", "8/7/2022", "expected a date as 2022-06-21, 2022-06 or 2022"),
    Broken("$.conference.sitting.start", "2022-7", "expected a date as 2022-06-21, 2022-06 or 2022"),
    Broken("$.conference.sitting.start", 2022, "expected a date as 2022-06-21, 2022-06 or 2022, not the number 2022"),
    Broken("$.conference.sitting.start", "2022-02-30", "no such date as 2022-02-30", schema=False),
    Broken("$.conference.sitting.start", "0000", "expected a date"),
    Broken("$.conference.sitting.start_time", "8:30", "expected a time as 14:30"),
    Broken("$.conference.sitting.start_time", "24:00", "expected a time as 14:30"),
    Broken("$.conference.review_period.start", "2022-06", "expected a date as 2022-06-21, not the text '2022-06'"),
    Broken("$.conference.review_period.start", "2022-06-31", "no such date as 2022-06-31: day is out", schema=False),
    Broken("$.article.published_at", "2022-06-22T09:00:00", "a time with its offset"),
    Broken("$.article.published_at", "2022-06-22 09:00+07:00", "a time with its offset"),
    Broken("$.article.published_at", "2022-06-31T09:00:00Z", "no such date", schema=False),
    # parts that contradict each other
    Broken("$.conference.span", {"start": 5, "end": 2}, "end 2 is before start 5", schema=False),
    Broken("$.conference.span", {"start": -1, "end": 2}, "start -1 is before the text begins"),
    Broken("$.conference.span.end", 9999, "span", "$.conference.span", schema=False),
    Broken("$.conference.ordinal", 2**53, "a whole number of at most 15 digits, not the number 9007199254740992"),
    Broken("$.conference.span.start", -(10**30), "at most 15 digits, not a number of more than 20 digits"),
    Broken("$.conference.participants[0].mentions[0].span.end", 10**9, "reaches past the text",
           "$.conference.participants[0].mentions[0].span", schema=False),
    Broken("$.article.text", "Giao ban", "reaches past the text of 8 code points",
           "$.article.title_span", schema=False),
    Broken("$.conference.sitting.end", "2022-07-01", "end 2022-07-01 is before start 2022-07-08",
           "$.conference.sitting", schema=False),
    Broken("$.conference.sitting.start", GONE, "end 2022-07-08 stands without a start",
           "$.conference.sitting", schema=False),
    Broken("$.conference.plan_period.end", "2021-01-01", "end 2021-01-01 is before start 2022-07-01",
           "$.conference.plan_period", schema=False),
    Broken("$.conference.participants[1].official.name", "NGUYỄN THỊ THU HÀ", "stands twice; give one participant",
           "$.conference", schema=False),
    Broken("$.conference.participants[0].roles[1]", "chair", "a role stands twice", "$.conference.participants[0]"),
    Broken("$.conference.topics[1]", "grassroots-building", "a topic stands twice", "$.conference"),
]  # fmt: skip


def broken(document, at, value):
    """
    Return a copy of *document* with *value* at a path.
    """
    document = copy.deepcopy(document)
    steps = [int(index) if index else name for name, index in re.findall(r"\.([^.\[]+)|\[(\d+)\]", at)]
    part = document
    for step in steps[:-1]:
        part = part[step]
    if value is GONE:
        del part[steps[-1]]
    else:
        part[steps[-1]] = value
    return document


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case.at} {case.says[:30]}")
def test_a_broken_document_is_refused_where_it_is_broken(case):
    document = broken(to_dict(FILLED), case.at, case.value)
    with pytest.raises(FormatError) as caught:
        from_dict(document)
    assert caught.value.path == (case.path or case.at)
    assert case.says in caught.value.message
    assert str(caught.value) == f"{caught.value.message} (at {caught.value.path})"


SCHEMA = jsonschema.Draft202012Validator(json_schema())


@pytest.mark.parametrize(
    "case", [case for case in BROKEN if case.schema], ids=lambda case: f"{case.at} {case.says[:30]}"
)
def test_the_schema_refuses_it_too(case):
    assert not SCHEMA.is_valid(broken(to_dict(FILLED), case.at, case.value))


def test_the_document_that_is_broken_is_whole_at_first():
    assert from_dict(to_dict(FILLED)) == FILLED
    SCHEMA.validate(to_dict(FILLED))


@pytest.mark.parametrize(
    ("at", "value", "path"),
    [
        ("$.conference", GONE, "$.conference"),
        ("$.article", {"text": ""}, "$.article"),
        ("$.diagnostics", [], "$.diagnostics"),
        ("$.conference.findings[0].sector", "sport", "$.conference.findings[0].sector"),
        ("$.conference.cluster.communes[2].kind", "city", "$.conference.cluster.communes[2].kind"),
    ],
)
def test_a_conference_alone_is_read_as_exactly(at, value, path):
    with pytest.raises(FormatError) as caught:
        from_dict(broken(to_dict(FILLED_CONFERENCE), at, value))
    assert caught.value.path == path


@pytest.mark.parametrize("document", [None, [], "text", 3, True])
def test_a_document_is_an_object(document):
    with pytest.raises(FormatError, match=r"expected an object, not .* \(at \$\)"):
        from_dict(document)


def test_several_errors_are_counted_and_noted():
    document = broken(to_dict(FILLED), "$.article.title", 3)
    document = broken(document, "$.conference.findings[1].kind", "praise")
    document = broken(document, "$.conference.findings[2].sectr", "x")
    with pytest.raises(FormatError, match=r"not the number 3; and 2 more errors \(at \$\.article\.title\)") as caught:
        from_dict(document)
    assert [note.partition(" (at ")[2] for note in caught.value.__notes__] == [
        "$.conference.findings[1].kind)",
        "$.conference.findings[2].sectr)",
    ]


# --- text that is no document ------------------------------------------------------

VALID = to_json(FILLED_CONFERENCE)


@pytest.mark.parametrize(
    ("data", "path", "says"),
    [
        ("", "$", "not JSON: Expecting value in line 1, column 1"),
        ("<html>", "$", "not JSON: Expecting value in line 1, column 1"),
        ('{"format": "dccs-model",\n "version": }', "$", "not JSON: Expecting value in line 2, column 13"),
        (VALID[:-1], "$", "not JSON"),
        (VALID + VALID, "$", "not JSON: Extra data"),
        (VALID.replace('"unknown"', "'unknown'") + "'", "$", "not JSON"),
        (VALID.encode("utf-16"), "$", "not UTF-8: byte 0xff at offset 0"),
        (VALID.encode().replace("Hội".encode(), b"H\xf4i"), "$", "not UTF-8: byte 0xf4 at offset"),
        (b'"\xed\xa0\x80"', "$", "not UTF-8: byte 0xed at offset 1"),
        ("[" * 100_000, "$", "nested too deeply"),
        ('{"a":' * 100_000, "$", "nested too deeply"),
        ('{"format": %s}' % ("9" * 5000), "$", "too many digits"),
        ('{"format": %s}' % ("9" * 4000), "$.format", "not a number of more than 20 digits"),
        ('{"format": 1e999}', "$.format", "not the number inf"),
        ('{"format": NaN}', "$.format", "NaN is no JSON"),
        ('{"format": [1, {"x": -Infinity}]}', "$.format[1].x", "-Infinity is no JSON"),
        ("[" * 900 + "NaN" + "]" * 900, "$" + "[0]" * 900, "NaN is no JSON"),
        ('{"format": 1, "format": 2}', "$.format", "this key stands twice in one object"),
        (VALID.replace('"ordinal": 15', '"ordinal": 15, "ordinal": 15'), "$.conference.ordinal", "stands twice"),
        (VALID.replace('"unit": "con"', '"unit": "con", "unit": "c"'), "$.conference.findings[0].measures[0].unit",
         "stands twice"),
    ],
    ids=lambda value: repr(value)[:40],
)  # fmt: skip
def test_a_broken_text_is_refused(data, path, says):
    with pytest.raises(FormatError) as caught:
        from_json(data)
    assert (caught.value.path, says in caught.value.message) == (path, True), str(caught.value)


@pytest.mark.parametrize("data", ["\ufeff" + VALID, ("\ufeff" + VALID).encode(), f" \r\n{VALID}\n"])
def test_a_byte_order_mark_and_spaces_around_are_no_error(data):
    assert from_json(data) == FILLED_CONFERENCE


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", object()], ids=lambda value: type(value).__name__)
def test_a_dict_may_hold_what_json_never_does(value):
    with pytest.raises(
        FormatError, match=rf"expected a text, not a value of the type {type(value).__name__} \(at"
    ) as caught:
        from_dict(broken(to_dict(FILLED), "$.article.title", value))
    assert caught.value.path == "$.article.title"


def test_an_error_that_is_no_refusal_is_not_told_as_one():
    class Odd(list):
        def __iter__(self):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        from_dict(broken(to_dict(FILLED), "$.conference.findings", Odd()))


def test_an_unknown_key_may_be_of_any_length_and_depth():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(FormatError, match="unknown key") as caught:
        from_dict({**to_dict(FILLED), "x" * 1_000_000: deep})
    assert len(str(caught.value)) < 300


def test_every_refusal_is_an_error_of_the_library():
    assert issubclass(FormatError, DccsError)
    assert issubclass(UnsupportedVersionError, FormatError)
