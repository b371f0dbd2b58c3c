"""
Looking up communes in the gazetteer, for the commands.

What is here is asked for by name of the command line alone: a reading that was not asked for places loads none of it.
"""

from __future__ import annotations

import json

import click
from attrs import frozen

from dccs_model.formats.document import write_part
from dccs_model.model import Commune, CommuneRef, PartialDate
from dccs_model.places import Gazetteer

__all__ = ["Answer", "Found", "as_json", "look_up", "refuse_unknown_areas"]


@frozen
class Found:
    """
    A commune that has the name that was asked for.
    """

    #: The commune.
    commune: Commune
    #: What it is today: itself where it still stands; () where that is not known.
    today: tuple[Commune, ...]


@frozen
class Answer:
    """
    Every commune of one name.
    """

    #: The name as it was typed.
    name: str
    #: The communes, the best first.
    found: tuple[Found, ...]


def refuse_unknown_areas(province: str | None, district: str | None) -> None:
    """
    Refuse a province or a district that there never was, before anything is looked for in it.

    Raises:
        click.BadParameter: if the gazetteer has no such area.
    """
    gazetteer = Gazetteer.default()
    if province is not None and not gazetteer.provinces(province):
        raise click.BadParameter(f"no province {province!r} is known; a name is such as 'Thanh Hóa'")
    if district is not None and not gazetteer.districts(district, province=province):
        where = "" if province is None else f" in {province}"
        raise click.BadParameter(f"no district {district!r}{where} is known; a name is such as 'Thường Xuân'")


def look_up(name: str, *, on: PartialDate | None, province: str | None, district: str | None) -> Answer:
    """
    Find every commune of a *name* that can have stood *on* a day, and what each is today.
    """
    gazetteer = Gazetteer.default()
    found = gazetteer.find(name, district=district, province=province, on=on)
    return Answer(name, tuple(Found(each, _today(each, gazetteer)) for each in found))


def _today(commune: Commune, gazetteer: Gazetteer) -> tuple[Commune, ...]:
    return tuple(each for each in gazetteer.successors(commune) if each.valid_to is None and each.not_after is None)


def as_json(answers: list[Answer]) -> str:
    """
    Return the answers as JSON, with communes as they stand in a document.
    """
    document = [
        {
            "name": answer.name,
            "found": [
                {"commune": write_part(each.commune), "today": [write_part(_ref(now)) for now in each.today]}
                for each in answer.found
            ],
        }
        for answer in answers
    ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _ref(commune: Commune) -> CommuneRef:
    # A gazetteer's communes have all of these.
    return CommuneRef(code=commune.code, edition=commune.edition, name=commune.name, kind=commune.kind)  # type: ignore[arg-type]
