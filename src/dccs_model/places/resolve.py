"""
Which units the places of an article mean.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

import attr

from dccs_model.errors import ModelError
from dccs_model.model import (
    Area,
    Cluster,
    Commune,
    CommuneKind,
    CommuneRef,
    Conference,
    Diagnostic,
    DiagnosticCode,
    FoundBy,
    Level,
    Organisation,
    ParsedArticle,
    Severity,
    Span,
)
from dccs_model.places.choose import Choice, Setting, choose, choose_area, choose_areas
from dccs_model.places.evidence import areas_in, communes_in
from dccs_model.places.gazetteer import Gazetteer
from dccs_model.places.names import words
from dccs_model.places.search import AREA_KINDS, COMMUNE_KINDS, Day

__all__ = ["resolve_places"]

T = TypeVar("T")

_OURS = (DiagnosticCode.AMBIGUOUS_PLACE, DiagnosticCode.UNKNOWN_PLACE)
# How many units a message names; the candidates of a commune hold all.
_NAMED = 12


def resolve_places(
    parsed: ParsedArticle,
    *,
    gazetteer: Gazetteer | None = None,
    province: str | None = None,
    district: str | None = None,
) -> ParsedArticle:
    """
    Say which units the communes, the cluster, the venue and the organisers of a conference mean.

    What tells is what the article says, what the caller knows (the *district* or
    the *province* that a portal is of), and the company that names keep: the
    communes of one cluster lie in one district. A name that still fits several
    units stays in doubt, with all of them as its candidates, and a diagnostic.
    What carries a code already is left as it is.

    Raises:
        ModelError: if the gazetteer has no such district or province.
    """
    conference = parsed.conference
    if conference is None:
        return parsed
    setting = _setting(parsed, Gazetteer.default() if gazetteer is None else gazetteer, province, district)
    cluster = () if conference.cluster is None else conference.cluster.communes
    others = [*conference.communes, *_elsewhere(conference, setting)]
    choices = choose(setting, cluster, others)
    places = _Places(setting=setting, choices=choices)
    told = [each for each in parsed.diagnostics if each.code not in _OURS]
    told += [doubt for commune, choice in choices.items() for doubt in _doubts(commune, choice, setting)]
    told.sort(key=lambda each: -1 if each.span is None else each.span.start)
    return _with(parsed, conference=places.conference(conference), diagnostics=told)


def _setting(parsed: ParsedArticle, gazetteer: Gazetteer, province: str | None, district: str | None) -> Setting:
    on = _day(parsed)
    stated = [area for fitting in areas_in(parsed.article.text, gazetteer, on) for area in fitting]
    return Setting(
        gazetteer=gazetteer,
        on=on,
        given=_given(gazetteer, province, district),
        districts=tuple(area for area in stated if gazetteer.province_of(area) is not None),
        provinces=tuple(area for area in stated if gazetteer.province_of(area) is None),
    )


def _day(parsed: ParsedArticle) -> Day | None:
    sitting = None if parsed.conference is None else parsed.conference.sitting
    if sitting is not None and sitting.start is not None:
        return sitting.start
    published = parsed.article.published_at
    return published.date() if isinstance(published, dt.datetime) else published


def _given(gazetteer: Gazetteer, province: str | None, district: str | None) -> tuple[Area, ...]:
    """
    What the caller knows; on any day, for a portal keeps the name of a district that is gone.
    """
    if province is not None and not gazetteer.provinces(province):
        raise ModelError(f"the gazetteer has no province {province!r}; give its name, such as 'Thanh Hóa'")
    if district is None:
        return () if province is None else gazetteer.provinces(province)
    districts = gazetteer.districts(district, province=province)
    if not districts:
        where = "" if province is None else f" in {province}"
        raise ModelError(f"the gazetteer has no district {district!r}{where}; give its name, such as 'Thường Xuân'")
    return districts


def _elsewhere(conference: Conference, setting: Setting) -> Iterator[Commune]:
    """
    The communes that a conference names outside of its lists.
    """
    if conference.venue is not None and conference.venue.commune is not None:
        yield conference.venue.commune
    for each in _organisations(conference):
        yield from _communes_of(each, setting)


def _organisations(conference: Conference) -> list[Organisation]:
    return [*conference.organisers, *([] if conference.host is None else [conference.host])]


def _communes_of(organisation: Organisation, setting: Setting) -> list[Commune]:
    if organisation.commune is not None:
        return [organisation.commune]
    named = communes_in(organisation.name, setting.gazetteer, setting.on)
    return [_with(each, span=organisation.span) for each in named]


@attr.define(frozen=True, kw_only=True)
class _Places:
    """
    The choices made, and everything rebuilt with them.
    """

    setting: Setting
    choices: dict[Commune, Choice]

    def conference(self, conference: Conference) -> Conference:
        cluster, venue, host = conference.cluster, conference.venue, conference.host
        return _with(
            conference,
            communes=tuple(map(self.commune, conference.communes)),
            cluster=None if cluster is None else self.cluster(cluster),
            venue=venue and _with(venue, commune=venue.commune and self.commune(venue.commune)),
            organisers=tuple(map(self.organisation, conference.organisers)),
            host=host and self.organisation(host),
        )

    def cluster(self, cluster: Cluster) -> Cluster:
        return _with(cluster, communes=tuple(map(self.commune, cluster.communes)), areas=self.areas(cluster.areas))

    def commune(self, commune: Commune) -> Commune:
        choice = self.choices[commune]
        if commune.code is not None:
            return commune
        if choice.found_by is None:
            return _with(commune, candidates=tuple(map(_ref, choice.units)))
        unit = choice.units[0]
        return _with(
            unit,
            name=commune.name,
            kind=commune.kind or unit.kind,
            official_name=None if unit.name == commune.name else unit.name,
            district=_where_written(unit.district, commune.district),
            province=_where_written(unit.province, commune.province),
            found_by=choice.found_by,
            span=commune.span,
        )

    def areas(self, areas: Sequence[Area]) -> tuple[Area, ...]:
        fitting = choose_areas(self.setting, areas)
        return tuple(
            _with(fitting[area][0], name=area.name, found_by=FoundBy.STATED, span=area.span)
            if area.code is None and len(fitting[area]) == 1
            else area
            for area in areas
        )

    def organisation(self, organisation: Organisation) -> Organisation:
        communes = _communes_of(organisation, self.setting)
        if len(communes) == 1:
            return _with(organisation, commune=_with(self.commune(communes[0]), span=None))
        if communes or organisation.area is not None:
            return organisation
        return _with(organisation, area=self.area_of(organisation))

    def area_of(self, organisation: Organisation) -> Area | None:
        """
        The area that a body is of: by its name, or the only one where the conference can be.
        """
        setting = self.setting
        units = [choice.units[0] for choice in self.choices.values() if choice.found_by is not None]
        seats = [{unit.district for unit in units}, {unit.province for unit in units}]
        named = areas_in(organisation.name, setting.gazetteer, setting.on)
        if named:
            area = choose_area(setting, named, seats[0] | seats[1])
            return area and _with(area, found_by=FoundBy.STATED)
        if organisation.level not in (Level.DISTRICT, Level.PROVINCE):
            return None
        seat = seats[organisation.level is Level.PROVINCE]
        only = next(iter(seat)) if len(seat) == 1 else None
        return only and _with(only, found_by=FoundBy.INFERRED)


def _with(value: T, **changes: Any) -> T:
    """
    *value* with some of its fields changed.
    """
    return attr.evolve(value, **changes)  # type: ignore[misc]  # every model type has attrs


def _where_written(area: Area | None, written: Area | None) -> Area | None:
    return area if area is None or written is None else _with(area, span=written.span)


def _ref(unit: Commune) -> CommuneRef:
    # Every unit of a gazetteer has all of these.
    code, edition, kind = cast("str", unit.code), cast("str", unit.edition), cast("CommuneKind", unit.kind)
    return CommuneRef(code=code, edition=edition, name=unit.name, kind=kind)


def _doubts(commune: Commune, choice: Choice, setting: Setting) -> Iterator[Diagnostic]:
    """
    What is to be said of a commune that was not found, or not for certain.
    """
    if choice.found_by is not None or commune.code is not None:
        return
    name = _said(commune)
    if not choice.units:
        where = f" in {' or '.join(map(_said_area, setting.given))}" if setting.given else ""
        when = "" if setting.on is None else f" on {setting.on}"
        yield _diagnostic(DiagnosticCode.UNKNOWN_PLACE, f"no commune named {name} is known{where}{when}", commune.span)
        return
    named = "; ".join(map(_said_fully, choice.units[:_NAMED]))
    more = len(choice.units) - _NAMED
    rest = f"; and {more} more" if more > 0 else ""
    yield _diagnostic(DiagnosticCode.AMBIGUOUS_PLACE, f"{name} can be {named}{rest}", commune.span)


def _diagnostic(code: DiagnosticCode, message: str, span: Span | None) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.INFO, message=message, span=span)


def _said(commune: Commune) -> str:
    place = None if commune.kind is None else COMMUNE_KINDS.index(commune.kind)
    bare = place is None or words().communes.split(commune.name)[0] is not None
    return commune.name if bare or place is None else f"{words().communes.said[place]} {commune.name}"


def _said_area(area: Area) -> str:
    return area.name if area.kind is None else f"{words().areas.said[AREA_KINDS.index(area.kind)]} {area.name}"


def _said_fully(unit: Commune) -> str:
    areas = ", ".join(_said_area(area) for area in (unit.district, unit.province) if area is not None)
    return f"{_said(unit)}, {areas} ({unit.code} of {unit.edition})"
