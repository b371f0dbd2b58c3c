"""
What was said of the work: results, shortcomings, causes, tasks, proposals.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from dccs_model.errors import ModelError
from dccs_model.model._define import model, optional, optional_text, required, text, tuple_of
from dccs_model.model.span import Span, evidence

if TYPE_CHECKING:
    from dccs_model.model.article import Article

__all__ = ["Bound", "Change", "Finding", "FindingKind", "Measure", "Sector"]


class FindingKind(StrEnum):
    """
    What a finding says of the work.
    """

    #: kết quả đạt được
    ACHIEVEMENT = "achievement"
    #: tồn tại, hạn chế
    SHORTCOMING = "shortcoming"
    #: nguyên nhân
    CAUSE = "cause"
    #: nhiệm vụ, đề nghị, yêu cầu
    DIRECTIVE = "directive"
    #: kiến nghị, đề xuất of a lower level to an upper one
    PETITION = "petition"


class Sector(StrEnum):
    """
    What a finding is about, by its main subject.
    """

    #: Đảng, chính trị tư tưởng, tổ chức, cán bộ, kiểm tra giám sát
    PARTY_BUILDING = "party-building"
    #: quy chế dân chủ, đối thoại, tiếp dân, khiếu nại tố cáo
    GRASSROOTS_DEMOCRACY = "grassroots-democracy"
    #: dân vận, mặt trận, đoàn thể, phong trào thi đua
    MASS_MOBILISATION = "mass-mobilisation"
    #: chính quyền, cải cách hành chính, chuyển đổi số, HĐND
    GOVERNMENT = "government"
    #: kinh tế chung, tăng trưởng, đầu tư, doanh nghiệp
    ECONOMY = "economy"
    #: ngân sách, thu chi, thuế, tín dụng
    FINANCE = "finance"
    #: trồng trọt, chăn nuôi, thủy sản, lâm nghiệp
    AGRICULTURE = "agriculture"
    #: công nghiệp, TTCN, thương mại, dịch vụ, du lịch
    INDUSTRY_TRADE = "industry-trade"
    #: nông thôn mới, đô thị văn minh
    RURAL_DEVELOPMENT = "rural-development"
    #: xây dựng, giao thông, giải phóng mặt bằng, điện nước, đô thị
    INFRASTRUCTURE = "infrastructure"
    #: đất đai, tài nguyên, môi trường
    LAND_ENVIRONMENT = "land-environment"
    #: văn hóa, thể thao
    CULTURE_SPORT = "culture-sport"
    #: giáo dục
    EDUCATION = "education"
    #: y tế, dân số, dịch bệnh ở người
    HEALTH = "health"
    #: an sinh, giảm nghèo, lao động, việc làm, người có công
    SOCIAL_SECURITY = "social-security"
    #: dân tộc, tôn giáo
    ETHNIC_RELIGION = "ethnic-religion"
    #: an ninh, quốc phòng, trật tự, tư pháp
    SECURITY_DEFENCE = "security-defence"
    #: thông tin, tuyên truyền, báo chí
    INFORMATION = "information"
    #: many at once, or none of these
    GENERAL = "general"


class Bound(StrEnum):
    """
    How a figure is meant when it is not meant exactly.
    """

    #: ít nhất, tối thiểu, từ … trở lên
    AT_LEAST = "at-least"
    #: tối đa, không quá
    AT_MOST = "at-most"
    #: trên, hơn
    MORE_THAN = "more-than"
    #: dưới, chưa đến, gần
    LESS_THAN = "less-than"
    #: khoảng, ước
    ABOUT = "about"


class Change(StrEnum):
    """
    Whether a figure says how much something rose or fell.
    """

    #: tăng
    INCREASE = "increase"
    #: giảm
    DECREASE = "decrease"


@model
class Measure:
    """
    A figure with its unit.
    """

    #: The quantity as an exact decimal: "1.234,5" is 1234.5.
    quantity: Decimal = required(Decimal)
    #: What is counted or measured, as written: "%", "tỷ đồng", "lượt người".
    unit: str = text()
    #: How it is meant; None where it is meant exactly.
    bound: Bound | None = optional(Bound, default=None)
    #: Whether it is a rise or a fall.
    change: Change | None = optional(Change, default=None)
    #: What it is held against, as written: "cùng kỳ năm 2021", "kế hoạch".
    baseline: str | None = optional_text(default=None)
    #: Where the number and the unit stand.
    span: Span | None = evidence()

    def __attrs_post_init__(self) -> None:
        if not self.quantity.is_finite():
            raise ModelError(f"quantity must be a finite number, not {self.quantity}")


@model
class Finding:
    """
    One clause that says one thing of the work.
    """

    #: What it says of it.
    kind: FindingKind = required(FindingKind)
    #: What it is about.
    sector: Sector | None = optional(Sector, default=None)
    #: The clause as written, on one line.
    statement: str = text()
    #: The official who said it, by name, where a directive or a petition has one.
    speaker: str | None = optional_text(default=None)
    #: Its figures, in the order of the text.
    measures: tuple[Measure, ...] = tuple_of(Measure, default=())
    #: Where the clause stands.
    span: Span | None = evidence()

    def evidence(self, article: Article) -> str | None:
        """
        Return what stands in *article* where this was read, exactly as it stands.

        None where the finding was not read from a text.
        """
        return None if self.span is None else self.span.of(article.text)
