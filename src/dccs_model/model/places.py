"""
Where: communes, the clusters they form, and venues.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from dccs_model.errors import ModelError
from dccs_model.model._define import model, optional, optional_text, required, text, tuple_of
from dccs_model.model.span import Span, evidence

__all__ = ["Area", "AreaKind", "Cluster", "Commune", "CommuneKind", "CommuneRef", "FoundBy", "Venue"]


class CommuneKind(StrEnum):
    """
    What a unit of the lowest tier is.
    """

    #: xã
    COMMUNE = "commune"
    #: phường
    WARD = "ward"
    #: thị trấn; no more since 1 July 2025
    TOWNSHIP = "township"
    #: đặc khu; since 1 July 2025
    SPECIAL_ZONE = "special-zone"


class AreaKind(StrEnum):
    """
    What a unit above the lowest tier is.
    """

    #: tỉnh
    PROVINCE = "province"
    #: thành phố, under the centre or under a province
    CITY = "city"
    #: huyện; the tier was abolished on 1 July 2025
    DISTRICT = "district"
    #: quận
    URBAN_DISTRICT = "urban-district"
    #: thị xã
    TOWN = "town"


class FoundBy(StrEnum):
    """
    By what it was found which unit a name means.
    """

    #: what the text says of it is enough
    STATED = "stated"
    #: the caller said in which district or province it lies
    GIVEN = "given"
    #: the company it keeps: the communes of one cluster lie in one district
    INFERRED = "inferred"


@model
class Area:
    """
    A district or a province.

    Codes are used again for other units, so which unit it is takes the code
    and the edition of the list together.
    """

    #: The name without its kind, such as "Thường Xuân".
    name: str = text()
    #: What it is, where the text or the gazetteer says so.
    kind: AreaKind | None = optional(AreaKind, default=None)
    #: Its code in the General Statistics Office's list, such as "396".
    code: str | None = optional_text(default=None)
    #: The first edition of the list that has it as it is here, such as "2023".
    edition: str | None = optional_text(default=None)
    #: By what it was found which unit is meant; None where it was not looked for, or is in doubt.
    found_by: FoundBy | None = optional(FoundBy, default=None)
    #: Where the text names it.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        _check_identity(self.code, self.edition)


@model
class CommuneRef:
    """
    Another unit of the lowest tier: what one became, came from, or can be.
    """

    #: Its code in the General Statistics Office's list, such as "15646".
    code: str = text()
    #: The first edition of the list that has it as it is here, such as "2025-07".
    edition: str = text()
    #: Its name without its kind.
    name: str = text()
    #: What it is.
    kind: CommuneKind = required(CommuneKind)


@model
class Commune:
    """
    A commune, ward, township or special zone, as a text names it.

    Which unit that is takes the code and the edition together: nearly every
    code in use since July 2025 belonged to another unit before.
    """

    #: The name without its kind, such as "Xuân Dương".
    name: str = text()
    #: What it is, where the text or the gazetteer says so.
    kind: CommuneKind | None = optional(CommuneKind, default=None)
    #: Its code in the General Statistics Office's list, such as "15649".
    code: str | None = optional_text(default=None)
    #: The first edition of the list that has it as it is here, such as "2023".
    edition: str | None = optional_text(default=None)
    #: Its name in that list, where the text writes it otherwise.
    official_name: str | None = optional_text(default=None)
    #: The district it lies in, where known; there are none since 1 July 2025.
    district: Area | None = optional(Area, default=None)
    #: The province it lies in, where known.
    province: Area | None = optional(Area, default=None)
    #: The first day on which it stood as it is here, where that is known.
    valid_from: dt.date | None = optional(dt.date, default=None)
    #: The last day, inclusive; None where it still stands, or where that is not known.
    valid_to: dt.date | None = optional(dt.date, default=None)
    #: The first day on which it can have stood, where the day itself is not known.
    not_before: dt.date | None = optional(dt.date, default=None)
    #: The last day on which it can have stood, where the day itself is not known.
    not_after: dt.date | None = optional(dt.date, default=None)
    #: What it became, the main one first; () where nothing is known, or where it still stands.
    successors: tuple[CommuneRef, ...] = tuple_of(CommuneRef, default=())
    #: What it came from, in the order of their codes; () where nothing is known.
    predecessors: tuple[CommuneRef, ...] = tuple_of(CommuneRef, default=())
    #: By what it was found which unit is meant; None where it was not looked for, or is in doubt.
    found_by: FoundBy | None = optional(FoundBy, default=None)
    #: The units that it can be where that is in doubt, the best first; () where it is known.
    candidates: tuple[CommuneRef, ...] = tuple_of(CommuneRef, default=())
    #: Where the text names it first.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        _check_identity(self.code, self.edition)
        for day in (self.valid_from, self.valid_to, self.not_before, self.not_after):
            if isinstance(day, dt.datetime):
                raise ModelError(f"a commune stands for whole days; give a date, not the datetime {day}")
        if self.code is not None and self.candidates:
            raise ModelError(f"{self.name} is known to be {self.code}, and yet has candidates")
        start, end = self.valid_from or self.not_before, self.valid_to or self.not_after
        if start is not None and end is not None and end < start:
            raise ModelError(f"{self.name} cannot end on {end}, before it begins on {start}")


@model
class Cluster:
    """
    An informal group of communes (or of districts) that meets: a "cụm".
    """

    #: What follows "cụm", such as "trung tâm", "số 3", "thi đua số 1".
    name: str | None = optional_text(default=None)
    #: Its communes, in the order of the text.
    communes: tuple[Commune, ...] = tuple_of(Commune, default=())
    #: Its districts or provinces, where it is a cluster of those.
    areas: tuple[Area, ...] = tuple_of(Area, default=())
    #: Where the text names it.
    span: Span | None = evidence()


@model
class Venue:
    """
    The place where a conference was held.
    """

    #: The place as written, such as "Hội trường UBND huyện".
    text: str = text()
    #: The commune that the place is or lies in, where the text says so.
    commune: Commune | None = optional(Commune, default=None)
    #: Where the text says so.
    span: Span | None = evidence()


def _check_identity(code: str | None, edition: str | None) -> None:
    if edition is not None and code is None:
        raise ModelError(f"edition {edition} says nothing without a code")
