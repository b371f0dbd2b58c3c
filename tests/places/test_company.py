"""
The company that names keep: for every district, draws of its communes' bare names.
"""

import datetime as dt
import random
from collections import defaultdict

from dccs_model import match_key
from dccs_model.places import Gazetteer

DRAWS = 20
ON = dt.date(2025, 4, 1)

gazetteer = Gazetteer.default()


def _communes_by_district():
    found = defaultdict(list)
    for each in gazetteer:
        if each.valid_to is not None:
            found[each.district].append(each)
    return found


def _districts_by_name(communes_of):
    found = defaultdict(set)
    for district, communes in communes_of.items():
        for commune in communes:
            for spelling in gazetteer.spellings(commune):
                found[match_key(spelling)].add(district)
    return found


def test_the_district_is_named_alone_where_it_is_the_only_one_and_with_all_others_where_not():
    communes_of = _communes_by_district()
    holding = _districts_by_name(communes_of)
    rng = random.Random(2022)
    assert len(communes_of) == 691
    alone = 0
    for district, communes in communes_of.items():
        names = [each.name for each in communes]
        for _ in range(DRAWS):
            drawn = rng.sample(names, min(len(names), rng.randint(3, 5)))
            fitting = set.intersection(*[holding[match_key(name)] for name in drawn])
            found = gazetteer.districts_with(drawn, on=ON)
            assert district in found
            assert set(found) >= fitting, drawn
            alone += len(fitting) == len(found) == 1
            # A look-up is broader than a match key (Đắk, Đăk), and may find more.
            assert len(fitting) > 1 or len(found) == 1, drawn
    assert alone > 0.9 * DRAWS * len(communes_of)
