"""
What a finding is about, by its main subject.
"""

from __future__ import annotations

import pytest
from small_articles import conference

from dccs_model import Sector

CLAUSES = {
    Sector.PARTY_BUILDING: ["các chi bộ đã kết nạp 9 đảng viên mới", "cấp ủy đã kiểm tra, giám sát 4 tổ chức đảng"],
    Sector.GRASSROOTS_DEMOCRACY: [
        "quy chế dân chủ ở cơ sở được thực hiện tốt",
        "xã đã tiếp 58 lượt công dân, giải quyết 11 đơn khiếu nại",
        "12 doanh nghiệp đã tổ chức hội nghị người lao động",
    ],
    Sector.MASS_MOBILISATION: ["mô hình “Dân vận khéo” được nhân rộng", "phong trào thi đua được đẩy mạnh"],
    Sector.GOVERNMENT: [
        "cải cách hành chính, chuyển đổi số được đẩy mạnh",
        "cuộc bầu cử đại biểu HĐND được tổ chức đúng luật",
        "việc giải quyết kiến nghị của cử tri đạt 98%",
    ],
    Sector.ECONOMY: ["kinh tế đã tăng trưởng khá", "thu nhập bình quân đạt 50 triệu đồng/người/năm"],
    Sector.FINANCE: ["thu ngân sách đạt 46,8 tỷ đồng", "dư nợ vốn vay ngân hàng đạt 15 tỷ đồng"],
    Sector.AGRICULTURE: [
        "sản lượng lúa đạt 40.000 tấn",
        "đàn trâu, bò đạt 6.300 con",
        "tỷ lệ tiêm vắc xin lở mồm long móng đạt 81% tổng đàn",
    ],
    Sector.INDUSTRY_TRADE: ["giá trị sản xuất công nghiệp tăng 9%", "xã đã đón 145.000 lượt khách du lịch"],
    Sector.RURAL_DEVELOPMENT: ["xã đã đạt 15 tiêu chí nông thôn mới"],
    Sector.INFRASTRUCTURE: [
        "các xã đã bê tông hóa 6,8 km đường giao thông",
        "dân đã góp 740 triệu đồng sửa 3,8 km đường vào vùng chè",
        "cầu gỗ qua suối đã được thay bằng chiếc cầu mới dài 60 m",
    ],
    Sector.LAND_ENVIRONMENT: [
        "xã đã thu gom 11 tấn rác thải",
        "việc cấp giấy chứng nhận quyền sử dụng đất đạt 98%",
    ],
    Sector.CULTURE_SPORT: [
        "phong trào văn hóa, văn nghệ, thể thao được duy trì",
        "12 nhà văn hóa thôn đã được sửa",
    ],
    Sector.EDUCATION: ["chất lượng giáo dục được nâng lên", "học sinh ra lớp đạt 98,7%"],
    Sector.HEALTH: [
        "trạm y tế đã khám bệnh cho 2.140 lượt người",
        "công tác phòng, chống dịch Covid-19 đạt kết quả tốt",
    ],
    Sector.SOCIAL_SECURITY: ["tỷ lệ hộ nghèo đã giảm còn 3,2%", "xã đã tặng 2.460 suất quà cho người có công"],
    Sector.ETHNIC_RELIGION: ["chính sách dân tộc, tôn giáo được thực hiện tốt"],
    Sector.SECURITY_DEFENCE: ["an ninh chính trị, trật tự an toàn xã hội được giữ vững", "giao quân đạt 100% chỉ tiêu"],
    Sector.INFORMATION: ["công tác tuyên truyền được đổi mới", "đài truyền thanh đã phát 120 tin, bài"],
    Sector.GENERAL: ["các xã đã hoàn thành 13 chỉ tiêu"],
}
ROWS = [(sector, clause) for sector, clauses in CLAUSES.items() for clause in clauses]


def test_there_is_a_clause_for_every_sector() -> None:
    assert list(CLAUSES) == list(Sector)


@pytest.mark.parametrize(("sector", "clause"), ROWS, ids=[clause for _, clause in ROWS])
def test_what_a_clause_is_about(sector: Sector, clause: str) -> None:
    found = conference(f"Theo báo cáo, {clause}.").findings

    assert [each.sector for each in found] == [sector]


def test_each_clause_of_a_sentence_has_its_own() -> None:
    found = conference(
        "Theo báo cáo, sản lượng lúa đạt 40.000 tấn; học sinh ra lớp đạt 98%; thu ngân sách đạt 46 tỷ đồng."
    )

    assert [each.sector for each in found.findings] == [Sector.AGRICULTURE, Sector.EDUCATION, Sector.FINANCE]


def test_a_clause_that_says_nothing_of_its_own_is_about_what_the_meeting_is_about() -> None:
    found = conference(
        "Theo báo cáo, các địa phương đã làm xong 13 việc.",
        title="Hội nghị tổng kết công tác trồng trọt, chăn nuôi năm 2021",
        lead="Sáng ngày 5/7/2022, UBND huyện tổ chức hội nghị tổng kết công tác trồng trọt, chăn nuôi năm 2021.",
    ).findings

    assert [each.sector for each in found] == [Sector.AGRICULTURE]
