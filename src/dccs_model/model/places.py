"""
Where: communes, the clusters they form, and venues.
"""

from __future__ import annotations

from enum import StrEnum

from dccs_model.model._define import model, optional, optional_text, text, tuple_of
from dccs_model.model.span import Span, evidence

__all__ = ["Area", "AreaKind", "Cluster", "Commune", "CommuneKind", "Venue"]


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


@model
class Area:
    """
    A district or a province.
    """

    #: The name without its kind, such as "Thường Xuân".
    name: str = text()
    #: What it is, where the text or the gazetteer says so.
    kind: AreaKind | None = optional(AreaKind, default=None)
    #: Its code in the General Statistics Office's list, such as "396".
    code: str | None = optional_text(default=None)
    #: Where the text names it.
    span: Span | None = evidence()


@model
class Commune:
    """
    A commune, ward, township or special zone, as a text names it.
    """

    #: The name without its kind, such as "Xuân Dương".
    name: str = text()
    #: What it is, where the text says so.
    kind: CommuneKind | None = optional(CommuneKind, default=None)
    #: The district it lies in, where known; there are none since 1 July 2025.
    district: Area | None = optional(Area, default=None)
    #: The province it lies in, where known.
    province: Area | None = optional(Area, default=None)
    #: Where the text names it first.
    span: Span | None = evidence()


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
