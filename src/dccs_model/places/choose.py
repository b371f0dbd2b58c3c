"""
Which of the units of one name is meant, from what is known around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

import attr

from dccs_model.model import Area, Commune, FoundBy
from dccs_model.places.gazetteer import Gazetteer
from dccs_model.places.search import Day

__all__ = ["Choice", "Setting", "choose", "choose_area", "choose_areas"]

# Two names can meet in a wrong district by chance, three seldom do.
_COMPANY = 3
# By how many names a district must lead the next one where none holds all of them.
_LEAD = 2

Units = tuple[Commune, ...]


@attr.define(frozen=True, kw_only=True)
class Setting:
    """
    When and where the places of an article can lie.
    """

    gazetteer: Gazetteer
    #: A day of the conference, or at least of the article.
    on: Day | None
    #: The district, or else the province, that the caller knows; several where several have the name.
    given: tuple[Area, ...]
    #: The districts that the article names.
    districts: tuple[Area, ...]
    #: The provinces that it names.
    provinces: tuple[Area, ...]

    def inside(self, units: Iterable[Commune], areas: Sequence[Area]) -> Units:
        """
        Those of the units that lie in one of the areas.
        """
        there = frozenset(areas)
        return tuple(
            unit
            for unit in units
            if unit.district in there
            or unit.province in there
            or (unit.district is None and any(self.gazetteer.lies_in(unit, area) for area in areas))
        )

    def province_of(self, area: Area) -> Area | None:
        """
        The province that a district lies in, or the province itself.
        """
        return self.gazetteer.province_of(area) or area


@attr.define(frozen=True)
class Choice:
    """
    The units that a name can mean, the best first.
    """

    units: Units
    #: By what the only unit was found; None where it is in doubt.
    found_by: FoundBy | None = None


def choose(setting: Setting, cluster: Sequence[Commune], others: Sequence[Commune]) -> dict[Commune, Choice]:
    """
    Choose for each commune of a cluster, and for each other one of the article.
    """
    named = {each: _named(setting, each) for each in (*cluster, *others)}
    left = {each: _where_given(setting, each, units) for each, units in named.items()}
    home = _stated_first(setting, _company([left[each] for each in dict.fromkeys(cluster)], _nearest, least=2))
    for each in cluster:
        left[each] = setting.inside(left[each], home) or left[each]
    around = (
        _only(home),
        setting.districts,
        _only(_company(list(left.values()), _nearest, least=_COMPANY)),
        setting.provinces,
        _only(_company(list(left.values()), _province, least=_COMPANY)),
    )
    return {
        each: _choice(setting, each, units, left[each], (home, *around) if each in cluster else around)
        for each, units in named.items()
    }


def choose_areas(setting: Setting, areas: Sequence[Area]) -> dict[Area, tuple[Area, ...]]:
    """
    The districts and provinces that each of *areas* can be, which lie in one province.
    """
    gazetteer, on = setting.gazetteer, setting.on
    fitting = {each: gazetteer.districts(each, on=on) + gazetteer.provinces(each, on=on) for each in areas}
    shared = [{setting.province_of(each) for each in units} for units in fitting.values() if units]
    provinces = {setting.province_of(each) for each in setting.given} or set(setting.provinces)
    if len(shared) > 1:
        provinces = set.intersection(*shared) & provinces or set.intersection(*shared) or provinces
    return {
        each: tuple(unit for unit in units if setting.province_of(unit) in provinces) or units
        for each, units in fitting.items()
    }


def choose_area(setting: Setting, named: Sequence[tuple[Area, ...]], near: Collection[Area | None]) -> Area | None:
    """
    The one area that a body is of which names some; *near* are those where its conference can be.

    "UBND huyện Thường Xuân, tỉnh Thanh Hóa" is of the district.
    """
    districts = [fitting for fitting in named if any(setting.province_of(area) != area for area in fitting)]
    of = districts or named
    if len(of) > 1:
        return None
    provinces = {area for fitting in named if fitting not in districts for area in fitting}
    left = list(of[0])
    for known in (provinces, near, setting.given, setting.provinces):
        left = [area for area in left if area in known or setting.province_of(area) in known] or left
    return left[0] if len(left) == 1 else None


def _named(setting: Setting, commune: Commune) -> Units:
    """
    The units that have the name, in the district and the province that the article says of it.
    """
    gazetteer = setting.gazetteer
    if commune.code is None or commune.edition is None:
        return gazetteer.find(
            commune.name, kind=commune.kind, district=commune.district, province=commune.province, on=setting.on
        )
    known = gazetteer.get(commune.code, commune.edition)
    return () if known is None else (known,)


def _where_given(setting: Setting, commune: Commune, units: Units) -> Units:
    """
    Those that lie where the caller says, unless the article says something else.
    """
    if not setting.given or _is_located(commune):
        return units
    return setting.inside(units, setting.given) or setting.inside(units, setting.districts)


def _is_located(commune: Commune) -> bool:
    return commune.code is not None or commune.district is not None or commune.province is not None


def _company(groups: Sequence[Units], where: Callable[[Commune], Area | None], *, least: int) -> list[Area]:
    """
    The areas that hold a unit of every group; or the one that holds far more of them than any other.
    """
    held = [dict.fromkeys(filter(None, map(where, units))) for units in groups if units]
    if len(held) < least:
        return []
    everywhere = [area for area in held[0] if all(area in each for each in held)]
    if everywhere:
        return everywhere
    (best, most), *rest = Counter(area for each in held for area in each).most_common(2)
    return [best] if most >= least and most - (rest[0][1] if rest else 0) >= _LEAD else []


def _nearest(unit: Commune) -> Area | None:
    return unit.district or unit.province


def _province(unit: Commune) -> Area | None:
    return unit.province


def _stated_first(setting: Setting, areas: list[Area]) -> list[Area]:
    """
    Those of the areas that the article names, or that lie in a province that it names; or all.
    """
    stated = [area for area in areas if area in setting.districts]
    return stated or [area for area in areas if setting.province_of(area) in setting.provinces] or areas


def _only(areas: list[Area]) -> list[Area]:
    return areas if len(areas) == 1 else []


def _choice(setting: Setting, commune: Commune, named: Units, left: Units, around: Sequence[Sequence[Area]]) -> Choice:
    alone = not any(around) and not setting.given
    fits = alone or _is_located(commune) or bool(setting.given)
    for areas in around:
        inside = setting.inside(left, areas)
        if inside:
            left, fits = inside, True
    if len(left) != 1 or not fits:
        return Choice(left)
    if alone or _is_located(commune):
        return Choice(left, FoundBy.STATED)
    if left == (setting.inside(named, setting.districts) or setting.inside(named, setting.provinces)):
        return Choice(left, FoundBy.STATED)
    if left == setting.inside(named, setting.given):
        return Choice(left, FoundBy.GIVEN)
    return Choice(left, FoundBy.INFERRED)
