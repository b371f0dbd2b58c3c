"""
Who: officials, the posts they hold, and what they did at a conference.
"""

from __future__ import annotations

from enum import StrEnum

from dccs_model.errors import ModelError
from dccs_model.model._define import model, optional, optional_text, required, text, tuple_of
from dccs_model.model.matching import match_key
from dccs_model.model.places import Area, Commune
from dccs_model.model.span import Span, evidence

__all__ = [
    "Delegation",
    "Level",
    "Mention",
    "Official",
    "Organisation",
    "Participant",
    "Position",
    "PositionStatus",
    "Rank",
    "Role",
]


class Rank(StrEnum):
    """
    Where in its body a position stands.
    """

    #: Bí thư, Chủ tịch, Trưởng ban, Giám đốc
    HEAD = "head"
    #: Phó Bí thư Thường trực, Phó Chủ tịch Thường trực
    STANDING_DEPUTY = "standing-deputy"
    #: Phó Bí thư, Phó Chủ tịch, Phó Trưởng ban
    DEPUTY = "deputy"
    #: Ủy viên, Huyện ủy viên, thành viên
    MEMBER = "member"
    #: Đại biểu Quốc hội, đại biểu HĐND
    DELEGATE = "delegate"
    #: Chuyên viên, công chức, cán bộ
    STAFF = "staff"


class Level(StrEnum):
    """
    The tier of government, Party or front that a body belongs to.
    """

    #: Trung ương
    CENTRAL = "central"
    #: tỉnh, thành phố under the centre
    PROVINCE = "province"
    #: huyện, quận, thị xã, thành phố under a province; no more since 1 July 2025
    DISTRICT = "district"
    #: xã, phường, thị trấn, đặc khu
    COMMUNE = "commune"
    #: thôn, bản, ấp, khu phố, tổ dân phố
    VILLAGE = "village"


class PositionStatus(StrEnum):
    """
    Whether a position is held in full.
    """

    #: quyền, phụ trách
    ACTING = "acting"
    #: nguyên
    FORMER = "former"


class Role(StrEnum):
    """
    What someone did at a conference.
    """

    #: chủ trì, đồng chủ trì, chủ tọa, điều hành
    CHAIR = "chair"
    #: dự và chỉ đạo
    DIRECT = "direct"
    #: dự, tham dự
    ATTEND = "attend"
    #: khai mạc
    OPEN = "open"
    #: trình bày báo cáo, thông qua, quán triệt
    REPORT = "report"
    #: phát biểu, tham luận
    SPEAK = "speak"
    #: kết luận, bế mạc
    CONCLUDE = "conclude"
    #: trao thưởng, trao quyết định
    AWARD = "award"


_ROLE_ORDER = {role: order for order, role in enumerate(Role)}


@model
class Organisation:
    """
    A body: a committee, a council, a department, an association.
    """

    #: Its name as written, such as "Ban Thường vụ Huyện ủy".
    name: str = text()
    #: The tier it belongs to, where the name says so.
    level: Level | None = optional(Level, default=None)
    #: The commune it is of, where that is known.
    commune: Commune | None = optional(Commune, default=None)
    #: The district or the province it is of, where that is known.
    area: Area | None = optional(Area, default=None)
    #: Where the text names it.
    span: Span | None = evidence()


@model
class Position:
    """
    One post that an official holds.
    """

    #: The post as written, such as "UVBTV" or "Trưởng Ban Tổ chức Huyện ủy".
    text: str = text()
    #: The post with its abbreviations unfolded, where that differs.
    title: str | None = optional_text(default=None)
    #: Where in its body it stands.
    rank: Rank | None = optional(Rank, default=None)
    #: The body, such as "Ban Tổ chức Huyện ủy".
    organisation: str | None = optional_text(default=None)
    #: The tier of the body, where the words say so.
    level: Level | None = optional(Level, default=None)
    #: Whether it is a former or an acting post; None where it is held in full.
    status: PositionStatus | None = optional(PositionStatus, default=None)
    #: Where the text says so.
    span: Span | None = evidence()


@model
class Official:
    """
    A person with the posts that a text gives them.
    """

    #: The full name in the order written, without honorific, rank or degree.
    name: str = text()
    #: The posts, in the order of the text.
    positions: tuple[Position, ...] = tuple_of(Position, default=())
    #: What stands before the name: "đồng chí", "ông", "Thượng tá", "TS.".
    honorific: str | None = optional_text(default=None)
    #: Where the text names them first.
    span: Span | None = evidence()

    def holds(self, position: str) -> bool:
        """
        Whether one of the posts is *position*, however it is spelt.

        Case, normal form and the place of the tone mark make no difference,
        and neither does an abbreviation that the reader unfolded.

        >>> Official(name="Đỗ Xuân Nam", positions=[Position(text="Bí thư huyện uỷ")]).holds("Bí thư Huyện ủy")
        True
        """
        wanted = match_key(position)
        return bool(wanted) and any(
            wanted in (match_key(each.text), match_key(each.title or "")) for each in self.positions
        )


@model
class Mention:
    """
    One place where a text names a participant, and what it says they did there.
    """

    #: Where the name, or the post that stands for it, is written.
    span: Span | None = evidence()
    #: The role that is given here, if any.
    role: Role | None = optional(Role, default=None)


@model
class Participant:
    """
    An official and what they did at one conference.
    """

    #: Who.
    official: Official = required(Official)
    #: What they did, each once, in the order of `Role`; () where they are only named.
    roles: tuple[Role, ...] = tuple_of(Role, default=())
    #: Every place where the text names them.
    mentions: tuple[Mention, ...] = tuple_of(Mention, default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        if len(set(self.roles)) < len(self.roles):
            raise ModelError(f"a role stands twice in {', '.join(self.roles)}")
        ordered = tuple(sorted(self.roles, key=_ROLE_ORDER.__getitem__))
        object.__setattr__(self, "roles", ordered)


@model
class Delegation:
    """
    People who took part without being named: "lãnh đạo các xã trong cụm".
    """

    #: Who, as written.
    text: str = text()
    #: Where the text says so.
    span: Span | None = evidence()
