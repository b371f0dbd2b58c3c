"""
The event itself: a conference with everything that a text says of it.
"""

from __future__ import annotations

from enum import StrEnum

from dccs_model.errors import ModelError
from dccs_model.model._define import model, optional, optional_text, required, tuple_of
from dccs_model.model.findings import Finding, FindingKind
from dccs_model.model.matching import match_key
from dccs_model.model.people import Delegation, Official, Organisation, Participant, Role
from dccs_model.model.places import Cluster, Commune, Venue
from dccs_model.model.span import Span, evidence
from dccs_model.model.time import Period, Sitting

__all__ = ["Conference", "ConferenceKind", "ConferenceMode", "Term", "Topic"]


class ConferenceKind(StrEnum):
    """
    What a conference is held for.
    """

    #: giao ban, trực báo
    BRIEFING = "briefing"
    #: sơ kết
    INTERIM_REVIEW = "interim-review"
    #: tổng kết
    FINAL_REVIEW = "final-review"
    #: triển khai
    ROLLOUT = "rollout"
    #: quán triệt, học tập
    DISSEMINATION = "dissemination"
    #: tập huấn, bồi dưỡng
    TRAINING = "training"
    #: đối thoại, gặp mặt, tiếp xúc cử tri
    DIALOGUE = "dialogue"
    #: chuyên đề
    THEMATIC = "thematic"
    #: đại hội
    CONGRESS = "congress"
    #: kỳ họp, phiên họp of a council, a committee or an executive
    SESSION = "session"
    #: buổi làm việc, kiểm tra, giám sát
    WORKING_VISIT = "working-visit"
    #: lễ
    CEREMONY = "ceremony"
    #: nothing says
    UNKNOWN = "unknown"


class ConferenceMode(StrEnum):
    """
    How people took part.
    """

    #: in one room
    IN_PERSON = "in-person"
    #: trực tuyến
    ONLINE = "online"
    #: trực tiếp kết hợp trực tuyến
    HYBRID = "hybrid"


class Topic(StrEnum):
    """
    What a conference is about.
    """

    #: xây dựng cơ sở (XDCS)
    GRASSROOTS_BUILDING = "grassroots-building"
    #: quy chế dân chủ ở cơ sở (QCDC, DCCS)
    GRASSROOTS_DEMOCRACY = "grassroots-democracy"
    #: dân vận
    MASS_MOBILISATION = "mass-mobilisation"
    #: xây dựng Đảng, nghị quyết
    PARTY_BUILDING = "party-building"
    #: công tác Mặt trận
    FATHERLAND_FRONT = "fatherland-front"
    #: kinh tế - xã hội
    SOCIO_ECONOMY = "socio-economy"
    #: nông thôn mới
    NEW_COUNTRYSIDE = "new-countryside"
    #: cải cách hành chính, chuyển đổi số
    ADMINISTRATIVE_REFORM = "administrative-reform"
    #: an ninh, quốc phòng
    SECURITY_DEFENCE = "security-defence"
    #: thi đua, khen thưởng
    EMULATION = "emulation"
    #: Hội đồng nhân dân, bầu cử
    PEOPLES_COUNCIL = "peoples-council"


@model
class Term:
    """
    The term of a council or a committee: "HĐND khóa XVII, nhiệm kỳ 2021-2026".
    """

    #: Which term, from 1: "khóa XVII" is 17.
    number: int | None = optional(int, default=None)
    #: The years of office.
    period: Period | None = optional(Period, default=None)
    #: Where the text says so.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        if self.number is None and self.period is None:
            raise ModelError("a term needs a number or a period")
        if self.number is not None and self.number < 1:
            raise ModelError(f"terms are counted from 1, not {self.number}")


@model
class Conference:
    """
    One conference, with the facts that a text gives of it.

    Two conferences with the same facts are equal, wherever the facts stood.
    """

    #: Its name as written, on one line.
    name: str | None = optional_text(default=None)
    #: What it was held for.
    kind: ConferenceKind = required(ConferenceKind, default=ConferenceKind.UNKNOWN)
    #: What it was about, in the order of `Topic`.
    topics: tuple[Topic, ...] = tuple_of(Topic, default=())
    #: The how-manieth it is, from 1: "kỳ họp thứ 15" is 15.
    ordinal: int | None = optional(int, default=None)
    #: The term of the body that sits.
    term: Term | None = optional(Term, default=None)
    #: How people took part, where the text says so.
    mode: ConferenceMode | None = optional(ConferenceMode, default=None)
    #: When it was held.
    sitting: Sitting | None = optional(Sitting, default=None)
    #: Where it was held.
    venue: Venue | None = optional(Venue, default=None)
    #: Who called it; several where bodies did so together.
    organisers: tuple[Organisation, ...] = tuple_of(Organisation, default=())
    #: Who gave it room ("đơn vị đăng cai").
    host: Organisation | None = optional(Organisation, default=None)
    #: The cluster whose conference it is.
    cluster: Cluster | None = optional(Cluster, default=None)
    #: Every commune, ward, township and special zone that the text names, each once.
    communes: tuple[Commune, ...] = tuple_of(Commune, default=())
    #: What it looks back on.
    review_period: Period | None = optional(Period, default=None)
    #: What it plans for.
    plan_period: Period | None = optional(Period, default=None)
    #: Every official who is named, each once, in the order of first mention.
    participants: tuple[Participant, ...] = tuple_of(Participant, default=())
    #: Those who took part without being named.
    delegations: tuple[Delegation, ...] = tuple_of(Delegation, default=())
    #: What was said of the work, clause by clause, in the order of the text.
    findings: tuple[Finding, ...] = tuple_of(Finding, default=())
    #: Where the text names it.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        if self.ordinal is not None and self.ordinal < 1:
            raise ModelError(f"an ordinal is counted from 1, not {self.ordinal}")
        if len(set(self.topics)) < len(self.topics):
            raise ModelError(f"a topic stands twice in {', '.join(self.topics)}")
        seen: set[str] = set()
        for each in self.participants:
            key = match_key(each.official.name)
            if key in seen:
                name = each.official.name
                raise ModelError(f"participant {name!r} stands twice; give one participant all their roles")
            seen.add(key)

    @property
    def officials(self) -> tuple[Official, ...]:
        """
        Everyone who is named, in the order of first mention.
        """
        return tuple(each.official for each in self.participants)

    @property
    def chair(self) -> Official | None:
        """
        The first who is named as chair, or None.
        """
        return next(iter(self.with_role(Role.CHAIR)), None)

    @property
    def chairs(self) -> tuple[Official, ...]:
        """
        Everyone who chaired, in the order of first mention.
        """
        return self.with_role(Role.CHAIR)

    def with_role(self, role: Role) -> tuple[Official, ...]:
        """
        Everyone who had *role*, in the order of first mention.
        """
        return tuple(each.official for each in self.participants if role in each.roles)

    def participant(self, name: str) -> Participant | None:
        """
        The participant of that name, however it is spelt, or None.
        """
        wanted = match_key(name)
        return next((each for each in self.participants if match_key(each.official.name) == wanted), None)

    def findings_of(self, kind: FindingKind) -> tuple[Finding, ...]:
        """
        The findings of one *kind*, in the order of the text.
        """
        return tuple(each for each in self.findings if each.kind is kind)
