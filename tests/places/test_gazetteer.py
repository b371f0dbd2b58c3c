"""
Finding communes, districts and provinces, and what became of them.
"""

import copy
import datetime as dt
import gzip
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dccs_model import Area, AreaKind, Commune, CommuneKind, FormatError, ModelError, PartialDate
from dccs_model.places import Edition, Gazetteer

OLD = dt.date(2022, 6, 21)
NEW = dt.date(2025, 7, 1)

gazetteer = Gazetteer.default()


def codes(found):
    return [each.code for each in found]


# Ways to say a place.

XUAN_DUONG = "15649"
THUONG_XUAN = "15646"

SAID = [
    # (what is said, the district as said, the code that is meant)
    ("xã Xuân Dương", "huyện Thường Xuân", XUAN_DUONG),
    ("Xuân Dương", "Thường Xuân", XUAN_DUONG),
    ("XÃ XUÂN DƯƠNG", "THƯỜNG XUÂN", XUAN_DUONG),
    ("  xã   Xuân  Dương ", "H. Thường Xuân", XUAN_DUONG),
    ("x. Xuân Dương", "H.Thường Xuân", XUAN_DUONG),
    # The three ways in which the township is said.
    ("Thị Trấn", "Thường Xuân", THUONG_XUAN),
    ("thị trấn Thường Xuân", "Thường Xuân", THUONG_XUAN),
    ("TT Thường Xuân", "Thường Xuân", THUONG_XUAN),
    ("TT. Thường Xuân", "Thường Xuân", THUONG_XUAN),
    ("TT.Thường Xuân", "Thường Xuân", THUONG_XUAN),
    # Numbers, with and without a zero, and the kind shortened.
    ("Phường 5", "Quận 3", "27151"),
    ("Phường 05", "Q.3", "27151"),
    ("P.5", "Q3", "27151"),
    ("P. 05", "quận 3", "27151"),
    ("P5", "Quận 03", "27151"),
    ("5", "Quận 3", "27151"),
    # Both placements of the tone mark.
    ("phường Yên Hòa", "Cầu Giấy", "00172"),
    ("phường Yên Hoà", "Cầu Giấy", "00172"),
    ("xã Thụy Lâm", "Đông Anh", "00460"),
    ("xã Thuỵ Lâm", "Đông Anh", "00460"),
    # What the lists spell each in its own way.
    ("xã Đăk Cấm", "Kon Tum", "23311"),
    ("xã Đắk Cấm", "Kon Tum", "23311"),
    ("xã Đak Cấm", "TP Kon Tum", "23311"),
    ("xã HBông", "Chư Sê", "23968"),
    ("xã H Bông", "Chư Sê", "23968"),
    ("xã H'Bông", "Chư Sê", "23968"),
    ("xã H’ Bông", "Chư Sê", "23968"),
    ("thị trấn NT Liên Sơn", "Văn Chấn", "04621"),
    ("thị trấn Nông trường Liên Sơn", "Văn Chấn", "04621"),
    ("thị trấn N.T Phong Hải", "Bảo Thắng", "02902"),
    ("xã Xà Phìn", "Đồng Văn", "00736"),
    ("xã Sà Phìn", "Đồng Văn", "00736"),
    # Names that begin with the word for a kind.
    ("Phường Đúc", "Huế", "19780"),
    ("phường Phường Đúc", "thành phố Huế", "19780"),
    ("P Rao", "Đông Giang", "20467"),
    ("thị trấn Prao", "Đông Giang", "20467"),
    ("xã Thị Hoa", "Hạ Lang", "01573"),
    # A slip in the kind.
    ("xã Thường Xuân", "Thường Xuân", THUONG_XUAN),
]  # fmt: skip


@pytest.mark.parametrize(("said", "district", "code"), SAID, ids=[f"{each[0]}, {each[1]}" for each in SAID])
def test_each_way_to_say_a_place_leads_to_it(said, district, code):
    assert codes(gazetteer.find(said, district=district, on=OLD)) == [code]


NOT_FOUND = ["", " ", "xã", "phường", "xã Xuân Nowhere", "Xuan Duong", "Xuân Dường", "0", "'", "\n", "\ud800"]


@pytest.mark.parametrize("said", NOT_FOUND, ids=map(ascii, NOT_FOUND))
def test_what_is_no_commune_is_not_found(said):
    assert gazetteer.find(said, district="Thường Xuân") == ()


def test_a_name_alone_gives_all_that_bear_it():
    found = gazetteer.find("Xuân Dương", on=OLD)
    assert len(found) > 3
    assert XUAN_DUONG in codes(found)
    assert {each.name for each in found} == {"Xuân Dương"}


def test_the_kind_can_be_said_apart():
    assert codes(gazetteer.find("Yên Viên", kind=CommuneKind.TOWNSHIP, on=OLD)) == ["00526"]
    assert codes(gazetteer.find("Yên Viên", kind=CommuneKind.COMMUNE, on=OLD)) == ["00532"]
    assert len(gazetteer.find("Yên Viên", on=OLD)) == 2


def test_a_township_is_said_by_its_kind_alone():
    everywhere = gazetteer.find("Thị Trấn", on=OLD)
    assert len(everywhere) > 600
    assert {each.kind for each in everywhere} == {CommuneKind.TOWNSHIP}
    assert gazetteer.find("Thị Trấn", on=NEW) == ()


def test_a_district_can_be_an_area():
    area = Area(name="Thường Xuân", kind=AreaKind.DISTRICT)
    known = Area(name="as it may be", code="396", edition="2023")
    for district in (area, known, Area(name="x", code="396")):
        assert codes(gazetteer.find("Xuân Dương", district=district)) == [XUAN_DUONG]
    assert gazetteer.find("Xuân Dương", district=Area(name="Thường Xuân", code="999")) == ()


def test_the_province_parts_districts_of_one_name():
    assert len(gazetteer.districts("Châu Thành", on=OLD)) > 5
    (only,) = gazetteer.districts("huyện Châu Thành", province="tỉnh Bến Tre", on=OLD)
    assert gazetteer.province_of(only) == gazetteer.provinces("Bến Tre", on=OLD)[0]


PROVINCES = [
    ("TP. Hồ Chí Minh", "79"),
    ("TPHCM", "79"),
    ("TP.HCM", "79"),
    ("thành phố Hồ Chí Minh", "79"),
    ("tỉnh Đắc Lắc", "66"),
    ("Đăk Lăk", "66"),
    ("tỉnh Bà Rịa-Vũng Tàu", "77"),
    ("Thừa Thiên - Huế", "46"),
    ("tỉnh Hoà Bình", "17"),
]


@pytest.mark.parametrize(("said", "code"), PROVINCES)
def test_provinces_are_found_as_people_call_them(said, code):
    assert codes(gazetteer.provinces(said, on=OLD)) == [code]


def test_the_best_comes_first():
    # On the day itself, then by the nearest edition, and today's where no day is asked for.
    assert gazetteer.find("Thường Xuân", on=OLD)[0].kind is CommuneKind.TOWNSHIP
    assert gazetteer.find("Thường Xuân")[0].edition == Edition.JULY_2025
    early, late = (gazetteer.find("Nội Hoàng", on=dt.date(year, 2, 1)) for year in (2024, 2025))
    assert [each.kind for each in early] == [CommuneKind.COMMUNE, CommuneKind.WARD]
    assert [each.kind for each in late] == [CommuneKind.WARD, CommuneKind.COMMUNE]
    # Who bears the name comes before whom one list calls so.
    assert codes(gazetteer.find("Xà Phìn", on=OLD))[-1] == "00736"


def test_since_july_2025_a_district_is_what_its_communes_became():
    assert codes(gazetteer.find("Thường Xuân", district="Thường Xuân", on=NEW)) == [THUONG_XUAN]
    found = gazetteer.find("Yên Dũng", province="tỉnh Bắc Giang", on=NEW)
    assert [each.province.name for each in found] == ["Bắc Ninh"]


# Codes and editions.


def test_a_code_alone_is_no_commune():
    old, new = gazetteer.get(THUONG_XUAN, "2023"), gazetteer.get(THUONG_XUAN, "2025-07")
    assert (old.kind, new.kind) == (CommuneKind.TOWNSHIP, CommuneKind.COMMUNE)
    assert old != new


def test_a_commune_is_the_same_in_each_edition_that_lists_it():
    assert gazetteer.get(XUAN_DUONG, Edition.Y2023) is gazetteer.get(XUAN_DUONG, "2025-03")


@pytest.mark.parametrize("code", ["", "0", "99999", "15649 ", "١٥٦٤٩", "-5649", "396"])
def test_there_is_no_such_code(code):
    assert gazetteer.get(code, "2023") is None


def test_there_is_no_such_edition():
    with pytest.raises(ModelError, match=r"no edition '2019'; there are 2023, 2025-03, 2025-07"):
        gazetteer.get(XUAN_DUONG, "2019")


# What became of them.


@pytest.mark.parametrize("name", ["Xuân Dương", "Thọ Thanh", "Ngọc Phụng", "Thị Trấn"])
def test_the_cluster_of_the_seed_is_one_commune_today(name):
    (before,) = gazetteer.find(name, district="Thường Xuân", on=OLD)
    (after,) = gazetteer.successors(before, on=NEW)
    assert (after.kind, after.name, after.code, after.province.code) == (
        CommuneKind.COMMUNE, "Thường Xuân", THUONG_XUAN, "38",
    )  # fmt: skip
    assert before in gazetteer.predecessors(after, on=OLD)


def test_successors_take_several_steps():
    # Ngã Tư Sở joined Thịnh Quang, and that went on to two wards.
    (first,) = gazetteer.find("phường Ngã Tư Sở", district="Đống Đa", on=OLD)
    (second,) = gazetteer.successors(first, on=dt.date(2025, 4, 1))
    last = gazetteer.successors(first, on=NEW)
    assert (second.name, second.edition) == ("Thịnh Quang", "2025-03")
    assert last == gazetteer.successors(second, on=NEW) == gazetteer.successors(first)
    assert {each.edition for each in last} == {"2025-07"}


def test_a_divided_commune_has_its_main_successor_first():
    divided = next(each for each in gazetteer if len(each.successors) > 1)
    found = gazetteer.successors(divided, on=NEW)
    assert [(each.code, each.edition) for each in found] == [
        (each.code, each.edition) for each in divided.successors
    ]  # fmt: skip


def test_predecessors_are_all_that_a_commune_came_from():
    # Trung Phụng joined Khâm Thiên, which kept its name and stood before, too.
    (kham_thien,) = gazetteer.find("phường Khâm Thiên", district="Đống Đa", on=OLD)
    (trung_phung,) = gazetteer.find("phường Trung Phụng", district="Đống Đa", on=OLD)
    for later in (kham_thien, *gazetteer.successors(kham_thien, on=NEW)):
        assert {kham_thien, trung_phung} <= set(gazetteer.predecessors(later, on=OLD))
        assert {kham_thien, trung_phung} <= set(gazetteer.predecessors(later))
        assert trung_phung not in gazetteer.predecessors(later, on=dt.date(2025, 4, 1))


def test_a_commune_is_its_own_successor_while_it_stands():
    (commune,) = gazetteer.find("xã Xuân Dương", district="Thường Xuân")
    assert gazetteer.successors(commune, on=OLD) == (commune,)
    (today,) = gazetteer.successors(commune)
    assert gazetteer.successors(today) == (today,)
    assert gazetteer.successors(today, on=OLD) == ()


def test_only_a_known_commune_has_successors():
    with pytest.raises(ModelError, match="carries no code and edition"):
        gazetteer.successors(Commune(name="Xuân Dương"))
    with pytest.raises(ModelError, match="no commune 99999 in the edition 2023"):
        gazetteer.spellings(Commune(name="Xuân Dương", code="99999", edition="2023"))


def test_no_spelling_is_lost():
    (commune,) = gazetteer.find("xã Sà Phìn", district="Đồng Văn", on=OLD)
    assert gazetteer.spellings(commune) == ("Sà Phìn", "Xà Phìn")


# Districts.


def test_the_communes_of_a_district():
    found = gazetteer.communes_of("huyện Thường Xuân", on=OLD)
    assert len(found) == 16
    assert codes(found) == sorted(codes(found))
    assert {each.district.code for each in found} == {"396"}
    assert gazetteer.communes_of("Thường Xuân", on=NEW) == ()
    assert gazetteer.communes_of("Nowhere") == ()


def test_the_communes_of_a_province():
    assert len(gazetteer.communes_of("tỉnh Thanh Hóa", on=NEW)) == 166
    assert len(gazetteer.communes_of(gazetteer.provinces("Thanh Hóa", on=NEW)[0], on=NEW)) == 166


def test_company_names_the_district():
    (district,) = gazetteer.districts_with(["Xuân Dương", "Thọ Thanh", "Thị Trấn"], on=OLD)
    assert (district.name, district.code, gazetteer.province_of(district).code) == ("Thường Xuân", "396", "38")
    assert gazetteer.districts_with(["Xuân Dương", "Nowhere"]) == ()
    assert gazetteer.districts_with([]) == ()
    assert gazetteer.districts_with(["Xuân Dương", "Thọ Thanh"], on=NEW) == ()
    assert gazetteer.districts_with(["Xuân Dương"], province="Thanh Hóa", on=OLD) == (district,)


def test_a_province_lies_in_none():
    assert gazetteer.province_of(gazetteer.provinces("Thanh Hóa")[0]) is None


# The object itself.


def test_the_shared_gazetteer_is_one():
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: Gazetteer.default(), range(64)))
    assert found == {gazetteer}


def test_threads_find_the_same():
    def look(commune):
        return gazetteer.find(commune.name, district=commune.district, on=OLD)

    some = list(gazetteer)[::50]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(look, some)) == list(map(look, some))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_copies_of_the_shared_gazetteer_are_itself(copied):
    assert copied(gazetteer) is gazetteer


def test_another_gazetteer_pickles_with_what_it_was_made_from():
    other = Gazetteer.unpack(files("dccs_model.places").joinpath("gazetteer.json.gz").read_bytes())
    assert list(pickle.loads(pickle.dumps(other)))[:99] == list(gazetteer)[:99]


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError):
        gazetteer.other = 1
    with pytest.raises(AttributeError):
        gazetteer._data = b"x"


def test_it_says_how_much_it_holds():
    assert len(gazetteer) == 14664
    assert repr(gazetteer) == "<Gazetteer of 14664 communes>"


PACKED = files("dccs_model.places").joinpath("gazetteer.json.gz").read_bytes()
BROKEN = {
    "nothing": b"",
    "no gzip": b"PK\3\4 and so on",
    "half of it": PACKED[: len(PACKED) // 2],
    "another document": gzip.compress(b'{"format": "dccs-model", "version": 1}\n'),
    "a later version": gzip.compress(b'{"format": "dccs-gazetteer", "version": 2}\n'),
    "no columns": gzip.compress(b'{"format": "dccs-gazetteer", "version": 1}\n'),
    "columns cut short": gzip.compress(gzip.decompress(PACKED)[:-1000]),
    "a list": gzip.compress(b"[]\n"),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused(data):
    with pytest.raises(FormatError):
        Gazetteer.unpack(data)


def test_the_library_reads_no_gazetteer_until_asked(run_python):
    code = "import dccs_model as d, sys; d.parse_article('xã Xuân Dương'); print('dccs_model.places' in sys.modules)"
    assert run_python(code) == "False"


@pytest.fixture
def run_python():
    return lambda code: subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.strip()


# Laws.

COMMUNES = list(gazetteer)
DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 1, 1))


@given(st.text(), st.none() | st.text(), st.none() | st.text(), st.none() | DAYS)
def test_any_text_can_be_looked_up(name, district, province, on):
    assert isinstance(gazetteer.find(name, district=district, province=province, on=on), tuple)


@given(st.sampled_from(COMMUNES), DAYS)
def test_a_narrower_question_has_fewer_answers(commune, on):
    everywhere = gazetteer.find(commune.name)
    assert set(gazetteer.find(commune.name, on=on)) <= set(everywhere)
    assert set(gazetteer.find(commune.name, province=commune.province)) <= set(everywhere)
    assert set(gazetteer.find(commune.name, district=commune.district, province=commune.province)) <= set(everywhere)


@given(st.sampled_from(COMMUNES), DAYS)
def test_what_is_found_can_have_stood_on_the_day(commune, on):
    for each in gazetteer.find(commune.name, on=on):
        start, end = each.valid_from or each.not_before or on, each.valid_to or each.not_after or on
        assert start <= on <= end


@given(st.sampled_from(COMMUNES), DAYS)
def test_a_year_holds_what_its_days_hold(commune, on):
    assert set(gazetteer.find(commune.name, on=on)) <= set(gazetteer.find(commune.name, on=PartialDate(year=on.year)))


@given(st.sampled_from(COMMUNES))
def test_successors_and_predecessors_mirror_each_other(commune):
    for ref in commune.successors:
        after = gazetteer.get(ref.code, ref.edition)
        assert (commune.code, commune.edition) in [(each.code, each.edition) for each in after.predecessors]
        assert (after.name, after.kind) == (ref.name, ref.kind)
    for ref in commune.predecessors:
        before = gazetteer.get(ref.code, ref.edition)
        assert (commune.code, commune.edition) in [(each.code, each.edition) for each in before.successors]


@given(st.sampled_from(COMMUNES))
def test_what_a_commune_became_came_from_it(commune):
    for after in gazetteer.successors(commune, on=NEW):
        assert commune in gazetteer.predecessors(after, on=OLD) or commune.edition != Edition.Y2023
        assert set(gazetteer.predecessors(commune, on=OLD)) <= set(gazetteer.predecessors(after, on=OLD))


@given(st.sampled_from(COMMUNES))
def test_a_commune_lies_where_it_says(commune):
    assert gazetteer.lies_in(commune, commune.province)
    assert commune.district is None or gazetteer.lies_in(commune, commune.district)
    assert commune in gazetteer.communes_of(commune.district or commune.province)
