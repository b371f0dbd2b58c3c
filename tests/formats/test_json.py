"""
What is written is read again, and equal values are written alike.
"""

import datetime as dt
import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import attr
import pytest
from formats_values import FILLED, FILLED_CONFERENCE, NO_CONFERENCE, conferences, decimals, parsed_articles
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import (
    Article,
    Conference,
    Finding,
    FindingKind,
    FormatError,
    Measure,
    ParsedArticle,
    PartialDate,
    Sitting,
    Span,
)
from dccs_model.formats import from_dict, from_json, to_dict, to_json
from drawing import draws

documents = parsed_articles | conferences


@given(documents)
def test_what_is_written_is_read_again(value):
    read = from_json(to_json(value))
    assert read == value
    # Evidence takes no part in equality, so what is written of it is compared as well.
    assert to_dict(read) == to_dict(value)
    assert to_json(read) == to_json(value)


@given(documents, st.sampled_from([None, 0, 2]))
def test_a_document_is_utf_8_json_of_its_dict(value, indent):
    text = to_json(value, indent=indent)
    assert json.loads(text.encode()) == to_dict(value)
    assert from_json(text.encode()) == value


@given(documents)
def test_a_dict_holds_only_what_json_holds(value):
    def kinds(part):
        yield type(part)
        if isinstance(part, dict):
            for each in part.values():
                yield from kinds(each)
        if isinstance(part, list):
            for each in part:
                yield from kinds(each)

    assert set(kinds(to_dict(value))) <= {dict, list, str, int}


@given(documents)
def test_nothing_unknown_is_written(value):
    def parts(part):
        yield part
        for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            yield from parts(each)

    assert not [part for part in parts(to_dict(value)) if part is None or part == []]


@given(documents)
@draws(8)
def test_reading_leaves_a_document_as_it_is(value):
    document = to_dict(value)
    before = json.dumps(document)
    from_dict(document)
    assert json.dumps(document) == before


def test_the_filled_article_is_written_as_it_ever_was():
    golden = Path(__file__).with_name("filled.json").read_text(encoding="utf-8")
    assert to_json(FILLED, indent=2) + "\n" == golden
    assert from_json(golden) == FILLED


def test_the_envelope_comes_first_and_says_what_it_holds():
    assert list(to_dict(FILLED)) == ["format", "version", "article", "conference", "diagnostics"]
    assert list(to_dict(NO_CONFERENCE)) == ["format", "version", "article", "diagnostics"]
    assert list(to_dict(FILLED_CONFERENCE)) == ["format", "version", "type", "conference"]
    assert to_dict(FILLED_CONFERENCE)["conference"] == to_dict(FILLED)["conference"]


@given(documents)
@draws(15)
def test_keys_stand_in_the_order_of_the_model(value):
    def check(part, written):
        if isinstance(part, tuple):
            for each, one in zip(part, written, strict=True):
                check(each, one)
        elif isinstance(written, dict):
            names = [field.name for field in attr.fields(type(part))]
            assert list(written) == [name for name in names if name in written]
            for name in written:
                check(getattr(part, name), written[name])

    document = to_dict(value)
    check(value if isinstance(value, Conference) else value.article, document.get("article") or document["conference"])


def test_the_text_of_an_article_is_written_as_it_was_given():
    text = unicodedata.normalize("NFD", "Hội nghị\r\n") + "\ufeff\u200b giao\u2028ban\x00"
    parsed = ParsedArticle(article=Article(text=text, title=unicodedata.normalize("NFD", "Hội nghị")))
    assert from_json(to_json(parsed)).article.text == text
    assert to_dict(parsed)["article"] == {"text": text, "title": unicodedata.normalize("NFC", "Hội nghị")}


# --- numbers -------------------------------------------------------------------


def measured(quantity):
    return Conference(
        findings=[Finding(kind=FindingKind.CAUSE, statement="x", measures=[Measure(quantity=quantity, unit="%")])]
    )


def written_quantity(quantity):
    return to_dict(measured(quantity))["conference"]["findings"][0]["measures"][0]["quantity"]


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        ("12.5", "12.5"),
        ("0.05", "0.05"),
        ("-3", "-3"),
        # Equal numbers are written alike.
        ("12.50", "12.5"),
        ("100", "100"),
        ("1E+2", "100"),
        ("1E+3", "1000"),
        ("1.0E+3", "1000"),
        ("0.00", "0"),
        ("-0", "0"),
        ("0E+900", "0"),
        ("1E-7", "0.0000001"),
        # A number that would take more zeros than people read takes an exponent.
        ("1E+64", "1" + "0" * 64),
        ("1E+65", "1E+65"),
        ("-1.25E+900000000", "-125E+899999998"),
        ("7E-900000000", "7E-900000000"),
        # No digit is lost to the precision of a context.
        ("1" * 60 + "." + "7" * 60, "1" * 60 + "." + "7" * 60),
    ],
)
def test_numbers_are_written_exactly(quantity, written):
    assert written_quantity(Decimal(quantity)) == written
    assert from_json(to_json(measured(Decimal(quantity)))) == measured(Decimal(quantity))


@given(decimals, st.integers(0, 5))
def test_equal_numbers_are_written_alike(number, zeros):
    digits = number.as_tuple()
    longer = Decimal((digits.sign, digits.digits + (0,) * zeros, digits.exponent - zeros))
    assert longer == number
    assert written_quantity(longer) == written_quantity(number)


# --- times ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (dt.date(2022, 6, 22), "2022-06-22"),
        (dt.datetime(2022, 6, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=7))), "2022-06-22T09:00:00+07:00"),
        (dt.datetime(987, 6, 2, 9, 0, 0, 5, tzinfo=dt.UTC), "0987-06-02T09:00:00.000005+00:00"),
    ],
)
def test_a_publication_is_a_day_or_a_time_with_its_offset(moment, written):
    parsed = ParsedArticle(article=Article(text="", published_at=moment))
    assert to_dict(parsed)["article"]["published_at"] == written
    read = from_json(to_json(parsed)).article.published_at
    assert (type(read), read) == (type(moment), moment)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2022-06-22T02:00:00Z", dt.datetime(2022, 6, 22, 2, tzinfo=dt.UTC)),
        ("2022-06-22T02:00:00.5Z", dt.datetime(2022, 6, 22, 2, 0, 0, 500_000, tzinfo=dt.UTC)),
        ("2022-06-22T09:00+07:00", dt.datetime(2022, 6, 22, 2, tzinfo=dt.UTC)),
    ],
)
def test_a_publication_is_read_in_the_forms_of_others(written, moment):
    document = to_dict(ParsedArticle(article=Article(text="")))
    document["article"]["published_at"] = written
    assert from_dict(document).article.published_at == moment


@pytest.mark.parametrize(
    ("start", "time", "written"),
    [
        ("2022", dt.time(8), {"start": "2022", "start_time": "08:00"}),
        ("2022-06", dt.time(14, 30), {"start": "2022-06", "start_time": "14:30"}),
        ("2022-06-21", dt.time(14, 30, 1), {"start": "2022-06-21", "start_time": "14:30:01"}),
    ],
)
def test_a_sitting_is_written_as_far_as_it_is_known(start, time, written):
    conference = Conference(sitting=Sitting(start=PartialDate.parse(start), start_time=time))
    assert to_dict(conference)["conference"]["sitting"] == written


# --- texts ---------------------------------------------------------------------


@pytest.mark.parametrize("text", ["\ud800", "a\udcffb", "\udfff\ud800", "\ud800é"])
def test_a_lone_surrogate_is_escaped(text):
    parsed = ParsedArticle(article=Article(text=text))
    assert "\\ud" in to_json(parsed).encode().decode()
    assert from_json(to_json(parsed)) == parsed


def test_a_surrogate_pair_in_halves_is_not_written_as_something_else():
    with pytest.raises(FormatError, match="surrogate pair"):
        to_json(ParsedArticle(article=Article(text="\ud83d\ude00")))


def test_an_escaped_pair_is_read_as_its_character():
    parsed = ParsedArticle(article=Article(text="😀"))
    assert from_json(to_json(parsed).replace("😀", r"\ud83d\ude00")) == parsed


# --- wrong use -----------------------------------------------------------------


@pytest.mark.parametrize("value", [None, "text", FILLED.article, Span(start=0, end=1), [FILLED]])
def test_only_articles_and_conferences_are_documents(value):
    with pytest.raises(TypeError, match="a ParsedArticle or a Conference"):
        to_json(value)


@pytest.mark.parametrize("data", [None, 3, ["{}"], {}])
def test_json_is_text_or_bytes(data):
    with pytest.raises(TypeError, match="str or bytes"):
        from_json(data)


def test_an_indent_is_a_number_of_spaces():
    with pytest.raises(ValueError, match="indent"):
        to_json(FILLED, indent=-1)


# --- the description of the format ---------------------------------------------

DESCRIPTION = Path(__file__).parents[3] / "shared" / "design" / "wire-format.md"


@pytest.mark.skipif(not DESCRIPTION.is_file(), reason="the description of the format is not at hand")
def test_the_example_of_the_description_is_written_key_by_key():
    example = DESCRIPTION.read_text(encoding="utf-8").partition("```json\n")[2].partition("```")[0]
    written = to_json(from_json(example))
    assert written == json.dumps(json.loads(example), ensure_ascii=False)
