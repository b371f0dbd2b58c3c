"""
Documents of other versions: older ones are brought up, newer minor ones read, other majors refused.
"""

import copy

import pytest
from formats_values import FILLED, FILLED_CONFERENCE, parsed_articles
from hypothesis import given

from dccs_model import Conference, ConferenceKind, FormatError, UnsupportedVersionError
from dccs_model.formats import from_dict, to_dict, to_json
from dccs_model.formats.document import MIGRATIONS, VERSION, Migration, Version, read_document
from drawing import draws

# --- versions of the same major ------------------------------------------------------


def of_tomorrow(**changes):
    """
    Return the filled document as a later minor version could write it.
    """
    document = copy.deepcopy(to_dict(FILLED)) | {"version": "1.7", **changes}
    document["conference"] |= {"weather": {"sky": "clear"}, "mode": "in-orbit"}
    document["conference"]["topics"].insert(1, "space-travel")
    document["conference"]["participants"][0]["roles"].append("applaud")
    document["conference"]["participants"][0]["official"]["mood"] = "glad"
    document["conference"]["findings"].insert(1, {"kind": "prophecy", "statement": "trời sẽ mưa"})
    return document


def test_what_a_later_minor_version_adds_is_left_out():
    read = from_dict(of_tomorrow())
    expected = to_dict(FILLED)
    del expected["conference"]["mode"]
    assert to_dict(read) == expected


def test_strict_reading_refuses_what_a_later_minor_version_adds():
    with pytest.raises(FormatError, match="more errors") as caught:
        from_dict(of_tomorrow(), strict=True)
    told = [caught.value.path, *(note.rpartition("(at ")[2].rstrip(")") for note in caught.value.__notes__)]
    assert told == [
        "$.conference.topics[1]",
        "$.conference.mode",
        "$.conference.participants[0].official.mood",
        "$.conference.participants[0].roles[2]",
        "$.conference.findings[1].kind",
        "$.conference.weather",
    ]


def test_a_later_minor_version_that_adds_nothing_is_read_strictly_too():
    assert from_dict(to_dict(FILLED) | {"version": "1.7"}, strict=True) == FILLED


def test_what_both_versions_know_is_read_exactly_and_told_where_it_stands():
    document = of_tomorrow()
    # The finding before it is left out, and yet counted.
    document["conference"]["findings"][2]["statement"] = 3
    with pytest.raises(FormatError) as caught:
        from_dict(document)
    assert caught.value.path == "$.conference.findings[2].statement"


def test_a_value_that_a_field_can_be_without_takes_its_default():
    document = to_dict(Conference(kind=ConferenceKind.BRIEFING)) | {"version": "1.1"}
    document["conference"]["kind"] = "picnic"
    assert from_dict(document) == Conference()


@pytest.mark.parametrize("strict", [False, True])
def test_the_version_of_today_is_always_read_exactly(strict):
    with pytest.raises(FormatError, match="unknown key"):
        from_dict(of_tomorrow() | {"version": "1.0", "conference": {"weather": "clear"}}, strict=strict)


@given(parsed_articles)
@draws(8)
def test_tolerant_reading_leaves_out_nothing_that_is_known(value):
    assert from_dict(to_dict(value) | {"version": "1.1"}) == value


# --- other majors ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "advice"),
    [
        ("2.0", "a newer release of dccs-model may read it"),
        ("999999999.999999999", "a newer release of dccs-model may read it"),
        ("0.9", "no release of today reads it"),
    ],
)
def test_another_major_version_is_refused(version, advice):
    with pytest.raises(UnsupportedVersionError) as caught:
        from_dict(to_dict(FILLED) | {"version": version})
    assert caught.value.path == "$.version"
    assert caught.value.message == f"version {version} is not read by this release, which reads 1.x; {advice}"


# --- the way up from older versions ------------------------------------------------------


def rename_title(document):
    """
    Bring 0.8 up to 0.9, which calls the headline of an article its title.
    """
    article = document["article"]
    article["title"] = article.pop("headline")
    return document


def nest_article(document):
    """
    Bring 0.7 up to 0.8, which gives the article an object of its own.
    """
    return {"format": document["format"], "article": {"text": document["text"], "headline": document["headline"]}}


OLD_MIGRATIONS = {
    Version(0, 7): Migration(Version(0, 8), nest_article),
    Version(0, 8): Migration(Version(1, 0), rename_title),
}


@pytest.mark.parametrize(
    "old",
    [
        {"format": "dccs-model", "version": "0.7", "text": "Hội nghị", "headline": "Giao ban"},
        {"format": "dccs-model", "version": "0.8", "article": {"text": "Hội nghị", "headline": "Giao ban"}},
        {"format": "dccs-model", "version": "1.0", "article": {"text": "Hội nghị", "title": "Giao ban"}},
    ],
    ids=lambda document: document["version"],
)
def test_an_old_document_is_brought_up_step_by_step_on_a_copy(old):
    before = copy.deepcopy(old)
    read = read_document(old, migrations=OLD_MIGRATIONS)
    assert (read.article.text, read.article.title) == ("Hội nghị", "Giao ban")
    assert old == before


def test_an_old_document_that_is_too_deep_to_copy_is_refused():
    deep = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(FormatError, match="^not a document: objects and lists are nested too deeply"):
        read_document({"format": "dccs-model", "version": "0.7", "text": deep}, migrations=OLD_MIGRATIONS)


def test_a_span_past_the_text_is_found_beside_what_a_later_version_nests_deeply():
    deep = []
    for _ in range(2_000):
        deep = [deep]
    document = to_dict(FILLED) | {"version": "1.1", "before": deep}
    document["conference"]["span"] = {"start": 0, "end": 10_000}
    with pytest.raises(FormatError) as caught:
        from_dict(document)
    assert caught.value.path == "$.conference.span"


def test_a_migration_never_leads_back():
    loop = {Version(0, 7): Migration(Version(0, 7), nest_article)}
    with pytest.raises(ValueError, match="leads to 0.7, which is no newer version"):
        read_document({"format": "dccs-model", "version": "0.7", "text": "x", "headline": "y"}, migrations=loop)


def test_a_document_of_today_is_read_by_releases_to_come():
    to_come = {Version(1, 0): Migration(Version(2, 0), lambda document: document)}
    document = to_dict(FILLED_CONFERENCE)
    assert read_document(document, migrations=to_come, current=Version(2, 0)) == FILLED_CONFERENCE
    with pytest.raises(UnsupportedVersionError, match="which reads 2.x"):
        read_document(document, current=Version(2, 0))


def test_every_migration_of_this_release_leads_to_what_it_writes():
    for version, step in MIGRATIONS.items():
        assert version < step.to <= VERSION
        assert step.to in MIGRATIONS or step.to.major == VERSION.major


def test_the_version_of_today_is_written():
    assert f'"version": "{VERSION}"' in to_json(FILLED)
