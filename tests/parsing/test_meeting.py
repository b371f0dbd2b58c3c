"""
The conference itself: whether there is one, what it is for and about, who calls it and who else is there.
"""

from __future__ import annotations

import pytest
from small_articles import conference, read

from dccs_model import Conference, ConferenceKind, ConferenceMode, Topic, parse_article


def of(words: str, *more: str) -> Conference:
    return conference(*more, title=None, lead=f"Sáng ngày 5/7/2022, {words}.")


KINDS = {
    "Huyện ủy tổ chức hội nghị giao ban công tác quý II": ConferenceKind.BRIEFING,
    "cụm các xã bãi bồi trực báo công việc quý II": ConferenceKind.BRIEFING,
    "Huyện ủy tổ chức hội nghị sơ kết công tác dân vận": ConferenceKind.INTERIM_REVIEW,
    "UBND xã tổ chức hội nghị tổng kết phong trào thi đua": ConferenceKind.FINAL_REVIEW,
    "UBND xã tổ chức hội nghị triển khai nhiệm vụ năm 2022": ConferenceKind.ROLLOUT,
    "Đảng ủy xã tổ chức hội nghị học tập, quán triệt Nghị quyết Đại hội XIII của Đảng": ConferenceKind.DISSEMINATION,
    "Phòng Nội vụ mở lớp tập huấn Luật Thực hiện dân chủ ở cơ sở": ConferenceKind.TRAINING,
    "Đảng ủy xã tổ chức hội nghị đối thoại với nông dân": ConferenceKind.DIALOGUE,
    "Tổ đại biểu HĐND tỉnh tiếp xúc cử tri xã Đồng Nơ": ConferenceKind.DIALOGUE,
    "Huyện ủy tổ chức hội nghị chuyên đề về chuyển đổi số": ConferenceKind.THEMATIC,
    "Hội Nông dân xã tổ chức Đại hội đại biểu lần thứ VIII": ConferenceKind.CONGRESS,
    "HĐND xã khóa XX tổ chức kỳ họp thứ 5": ConferenceKind.SESSION,
    "UBND thị xã mở phiên họp tháng 6": ConferenceKind.SESSION,
    "đoàn công tác của tỉnh có buổi làm việc với huyện Bù Đăng": ConferenceKind.WORKING_VISIT,
    "UBND huyện tổ chức Lễ công bố xã đạt chuẩn nông thôn mới": ConferenceKind.CEREMONY,
    "Huyện ủy tổ chức hội nghị với các xã": ConferenceKind.UNKNOWN,
}


@pytest.mark.parametrize(("words", "kind"), KINDS.items())
def test_what_it_is_held_for(words: str, kind: ConferenceKind) -> None:
    assert of(words).kind is kind


def test_there_is_a_row_for_every_kind() -> None:
    assert set(KINDS.values()) == set(ConferenceKind)


TOPICS = {
    "hội nghị giao ban xây dựng cơ sở và thực hiện quy chế dân chủ": [
        Topic.GRASSROOTS_BUILDING,
        Topic.GRASSROOTS_DEMOCRACY,
    ],
    "hội nghị giao ban XDCS và QCDC": [Topic.GRASSROOTS_BUILDING, Topic.GRASSROOTS_DEMOCRACY],
    "hội nghị sơ kết công tác dân vận": [Topic.MASS_MOBILISATION],
    "hội nghị sơ kết công tác xây dựng Đảng": [Topic.PARTY_BUILDING],
    "hội nghị sơ kết công tác Mặt trận": [Topic.FATHERLAND_FRONT],
    "hội nghị triển khai nhiệm vụ phát triển kinh tế - xã hội": [Topic.SOCIO_ECONOMY],
    "hội nghị tổng kết xây dựng nông thôn mới": [Topic.NEW_COUNTRYSIDE],
    "hội nghị chuyên đề về chuyển đổi số": [Topic.ADMINISTRATIVE_REFORM],
    "hội nghị sơ kết công tác quốc phòng, an ninh": [Topic.SECURITY_DEFENCE],
    "hội nghị tổng kết phong trào thi đua yêu nước": [Topic.EMULATION],
    "hội nghị triển khai công tác bầu cử": [Topic.PEOPLES_COUNCIL],
    "hội nghị giao ban quý II": [],
}


@pytest.mark.parametrize(("name", "topics"), TOPICS.items())
def test_what_it_is_about(name: str, topics: list[Topic]) -> None:
    assert list(of(f"Huyện ủy tổ chức {name}").topics) == topics


MODES = {
    "hội nghị trực tuyến với các xã": ConferenceMode.ONLINE,
    "hội nghị giao ban theo hình thức trực tiếp kết hợp trực tuyến": ConferenceMode.HYBRID,
    "hội nghị giao ban quý II": None,
}


def test_a_service_online_is_no_meeting_online() -> None:
    assert of("UBND xã tổ chức hội nghị giao ban", "Theo báo cáo, hồ sơ trực tuyến đạt 98,2%.").mode is None


@pytest.mark.parametrize(("name", "mode"), MODES.items())
def test_how_people_took_part(name: str, mode: ConferenceMode | None) -> None:
    assert of(f"Huyện ủy tổ chức {name}").mode is mode


NAMES = {
    "Huyện ủy tổ chức hội nghị giao ban công tác quý II năm 2022": "hội nghị giao ban công tác quý II năm 2022",
    "Huyện ủy tổ chức hội nghị giao ban quý II dưới sự chủ trì của đồng chí Lê Án": "hội nghị giao ban quý II",
    "HĐND xã khóa XX tổ chức kỳ họp thứ 5": "kỳ họp thứ 5",
    "đoàn công tác có buổi làm việc với huyện Bù Đăng": "buổi làm việc với huyện Bù Đăng",
}


@pytest.mark.parametrize(("words", "name"), NAMES.items())
def test_what_it_is_called(words: str, name: str) -> None:
    assert of(words).name == name


@pytest.mark.parametrize("hall", ["Phòng họp tầng II UBND xã", "Trung tâm Hội nghị tỉnh", "Phòng họp số 1"])
def test_a_hall_for_meetings_is_no_name(hall: str) -> None:
    found = of(f"tại {hall}, Huyện ủy Thường Xuân tổ chức hội nghị giao ban quý II")

    assert found.name == "hội nghị giao ban quý II"


COUNTED = {
    "HĐND xã khóa XX, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ 5": (5, 20, 2021, 2026),
    "Hội Nông dân xã tổ chức Đại hội đại biểu lần thứ VIII, nhiệm kỳ 2022 - 2027": (8, None, 2022, 2027),
    "Ban Chấp hành Đảng bộ xã tổ chức hội nghị lần thứ 5": (5, None, None, None),
}


@pytest.mark.parametrize(("words", "numbers"), COUNTED.items())
def test_the_how_manieth_it_is_of_which_term(words: str, numbers: tuple[int | None, ...]) -> None:
    found = of(words)
    term = found.term
    years = (term.period.start.year, term.period.end.year) if term and term.period else (None, None)

    assert (found.ordinal, term.number if term else None, *years) == numbers


ORGANISERS = {
    "Huyện ủy Thường Xuân tổ chức hội nghị giao ban": "Huyện ủy Thường Xuân",
    "UBND thị xã mở phiên họp tháng 6": "UBND thị xã",
    "cụm trung tâm tổ chức hội nghị giao ban": "cụm trung tâm",
    "tại Hội trường UBND huyện, Ban Thường vụ Huyện ủy tổ chức hội nghị giao ban": "Ban Thường vụ Huyện ủy",
}


@pytest.mark.parametrize(("words", "organiser"), ORGANISERS.items())
def test_who_called_it(words: str, organiser: str) -> None:
    assert [each.name for each in of(words).organisers] == [organiser]


ORGANISERS_NOT_YET = {
    "cụm trung tâm gồm Xuân Dương, Thọ Thanh, Thị Trấn tổ chức hội nghị giao ban": ["cụm trung tâm"],
    "Ủy ban MTTQ, Hội LHPN và Phòng TN&MT huyện tổ chức Lễ ký kết": ["Ủy ban MTTQ", "Hội LHPN", "Phòng TN&MT huyện"],
    "Ban Xây dựng Đảng phối hợp với Ủy ban MTTQ phường tổ chức hội nghị": ["Ban Xây dựng Đảng", "Ủy ban MTTQ phường"],
}


@pytest.mark.xfail(strict=True, reason="only the words right before the verb are read")
@pytest.mark.parametrize(("words", "organisers"), ORGANISERS_NOT_YET.items())
def test_several_who_called_it(words: str, organisers: list[str]) -> None:
    assert [each.name for each in of(words).organisers] == organisers


def test_those_who_took_part_without_being_named() -> None:
    found = of(
        "Huyện ủy tổ chức hội nghị giao ban",
        "Dự hội nghị có đồng chí Lê Án, Bí thư Huyện ủy; lãnh đạo các phòng, ban, ngành; bí thư đảng ủy các xã.",
    )

    assert [each.text for each in found.delegations] == ["lãnh đạo các phòng, ban, ngành", "bí thư đảng ủy các xã"]


# ---- a conference at all ---------------------------------------------------------------------------------------------

LEADS = {
    "day, body, meeting": "Sáng ngày 5/7/2022, xã Vạn Xuân tổ chức hội nghị giao ban quý II.",
    "no day": "Vừa qua, UBND huyện đã tổ chức hội nghị giao ban quý II.",
    "the meeting first": "Hội nghị giao ban quý II diễn ra sáng 5/7/2022.",
    "a session": "Sáng 5/7/2022, HĐND xã Vạn Xuân họp kỳ thứ 5.",
    "a working visit": "Chiều 5/7/2022, Phó Chủ tịch UBND tỉnh Đặng Thu Hà chủ trì buổi làm việc với huyện Bù Đăng.",
    "the lead is cut off": "Tại hội nghị, đồng chí Lê Án, Bí thư Huyện ủy trình bày báo cáo; các đại biểu thảo luận tại hội nghị.",
}


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_a_text_that_reports_a_conference(lead: str) -> None:
    assert read(lead=lead, title=None).conference is not None


OTHERS = {
    # What it is, and what the reason says.
    "a decision": (
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQUYẾT ĐỊNH\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n"
            "Điều 1. Ban hành Quy chế hội nghị giao ban cụm xã.\n"
            "Điều 2. Hội nghị họp mỗi quý một lần. Chủ tịch UBND huyện chủ trì hội nghị."
        ),
        "a decision or a regulation",
    ),
    "a page of news": (
        (
            "Tin trong tuần\nSáng 5/7, Hội Nông dân xã họp Ban Chấp hành. Ông Lê Án chủ trì.\n"
            "Chiều 5/7, Công an xã triệt phá một tụ điểm đá gà.\nNgày 4/7, Trường THPT Vạn Xuân khai mạc giải bóng đá.\n"
            "Tối 3/7, thôn Lương Thiện liên hoan văn nghệ.\nNgày 2/7, UBND xã thông báo lịch cắt điện."
        ),
        "5 dated items",
    ),
    "a portrait": (
        "Người giữ nghề đan lát\nĐã ngoài bảy mươi tuổi, bà Lò Thị Ơn vẫn ngồi chẻ từng nan giang. Mỗi tháng bà bán 15 gùi.",
        "no sentence tells that a conference was held",
    ),
    "a feature that mentions a meeting": (
        (
            "Đổi thay ở bản Nậm Cang\nTrước đó, tại hội nghị biểu dương người có uy tín, ông Lý Láo Lở được tặng bằng khen. "
            "Nay bản đã có 52 ha thảo quả, chỉ còn 7 hộ nghèo."
        ),
        "no sentence tells",
    ),
    "figures of a quarter": (
        "Quý II: Kinh tế huyện giữ đà tăng\nQuý II năm 2022, giá trị sản xuất toàn huyện ước đạt 2.614 tỷ đồng, tăng 7,36%.",
        "no sentence tells",
    ),
    "a flood": (
        "Lũ ống quét qua bản Huồi Tằm\nĐêm 1/8, lũ ống tràn về bản Huồi Tằm, xã Lượng Minh. 17 ngôi nhà bị sập.",
        "no sentence tells",
    ),
    "a crime": (
        "Chiều 22.4, Công an xã bắt 3 đối tượng trộm cắp. Các đối tượng khai đã trộm 5 xe máy.",
        "no sentence tells",
    ),
    "a contest": ("Sáng 12/10, Hội Nông dân tỉnh tổ chức Hội thi “Nhà nông đua tài” với 14 đội.", "no sentence tells"),
    "an advertisement": ("Bán nhà mặt phố, giá 2 tỷ đồng, liên hệ ông Nguyễn Văn Án.", "no sentence tells"),
    "another language": ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "no sentence tells"),
}


@pytest.mark.parametrize(("text", "reason"), OTHERS.values(), ids=OTHERS)
def test_a_text_that_reports_none_says_why(text: str, reason: str) -> None:
    parsed = parse_article(text)

    assert parsed.conference is None
    (told,) = [each for each in parsed.diagnostics if each.code == "not-a-conference"]
    assert reason in told.message


def test_a_page_of_mixed_news_reports_none() -> None:
    text = (
        "Tin hoạt động trong tuần\n\n"
        "+ Sáng 6/9, Hội Nông dân thị xã họp Ban Chấp hành lần thứ 9. Đồng chí Lê Án - Phó Bí thư Thị ủy dự và chỉ đạo.\n"
        "+ Công an phường Điện Ngọc vừa triệt phá một tụ điểm đá gà ăn tiền, tạm giữ 17 người.\n"
        "+ UBND xã Điện Phước thông báo lịch cắt điện từ 6h00 đến 17h00 ngày 9/9.\n"
        "+ Ngày 4/9, Ban Chỉ đạo xây dựng nông thôn mới xã Điện Trung họp phiên thường kỳ. Ông Vi Sơn chủ trì.\n"
        "+ Dự báo vài ngày tới vùng ven sông có mưa rào rải rác.\n"
        "+ Hai em học sinh lớp 8 nhặt được chiếc ví có 12,6 triệu đồng, đã trả người đánh rơi."
    )

    assert parse_article(text).conference is None


def test_of_a_text_that_reports_none_only_the_text_is_kept() -> None:
    text = OTHERS["a portrait"][0]
    parsed = parse_article(text, url="https://example.org/a")

    assert (parsed.article.text, parsed.article.url) == (text, "https://example.org/a")
    assert (parsed.article.title, parsed.article.bylines, parsed.article.captions) == (None, (), ())
