"""
Findings clause by clause: what was reached, what falls short and why, what is to be done and what is asked for.

"A" chairs and speaks for the district, "B" speaks for a commune.
"""

from __future__ import annotations

import pytest
from small_articles import conference

from dccs_model import Finding

PRESENT = (
    "Dự hội nghị có đồng chí Lê Án, Bí thư Huyện ủy; đồng chí Vi Hoa, Bí thư Đảng ủy xã Vạn Xuân; đại diện các ban."
)
GOOD, BAD, WHY, DO, ASK = "achievement", "shortcoming", "cause", "directive", "petition"


def found(*lines: str) -> list[Finding]:
    said = [each.replace("{A}", "đồng chí Lê Án").replace("{B}", "đồng chí Vi Hoa") for each in lines]
    return list(conference(PRESENT, *(each[0].upper() + each[1:] for each in said)).findings)


def told(*lines: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.statement) for each in found(*lines)]


SENTENCES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    # ---- results
    "a report with its reader": (
        "Báo cáo do {B} trình bày cho thấy, các xã đã trồng 25 ha rừng.",
        [(GOOD, "các xã đã trồng 25 ha rừng")],
    ),
    "a report of a long office": (
        "Theo báo cáo do {B}, Bí thư Đảng ủy xã Vạn Xuân trình bày tại hội nghị, các xã đã trồng 25 ha rừng.",
        [(GOOD, "các xã đã trồng 25 ha rừng")],
    ),
    "what the people voted on": (
        "Theo báo cáo, các xã đã đưa ra dân bàn, biểu quyết 22 nội dung.",
        [(GOOD, "các xã đã đưa ra dân bàn, biểu quyết 22 nội dung")],
    ),
    "a result without a word of praise": (
        "Theo báo cáo, các xã thu ngân sách 1.846 tỷ đồng.",
        [(GOOD, "các xã thu ngân sách 1.846 tỷ đồng")],
    ),
    "praise of what was done": (
        "{A} ghi nhận huyện đã hoàn thành 13 chỉ tiêu.",
        [(GOOD, "huyện đã hoàn thành 13 chỉ tiêu")],
    ),
    "a saying with figures": (
        "{B} cho biết, từ đầu năm xã đã trồng 25 ha rừng; tỷ lệ hộ nghèo giảm 6,8%.",
        [(GOOD, "từ đầu năm xã đã trồng 25 ha rừng"), (GOOD, "tỷ lệ hộ nghèo giảm 6,8%")],
    ),
    "a report": (
        "Theo báo cáo, sản lượng lúa đạt 40.000 tấn; các xã kết nạp 6 đảng viên mới.",
        [(GOOD, "sản lượng lúa đạt 40.000 tấn"), (GOOD, "các xã kết nạp 6 đảng viên mới")],
    ),
    "a paragraph that opens with its period": (
        "6 tháng đầu năm 2022, kinh tế tiếp tục phát triển; an ninh chính trị được giữ vững.",
        [(GOOD, "6 tháng đầu năm 2022, kinh tế tiếp tục phát triển"), (GOOD, "an ninh chính trị được giữ vững")],
    ),
    "a paragraph that opens with its period, and words of tasks": (
        "Trong 6 tháng đầu năm, các xã tập trung trồng rừng; vận động nhân dân làm đường.",
        [(GOOD, "Trong 6 tháng đầu năm, các xã tập trung trồng rừng"), (GOOD, "vận động nhân dân làm đường")],
    ),
    "results without a lead-in": (
        "Thời gian qua, các xã đã làm tốt công tác tuyên truyền, phổ biến pháp luật; văn nghệ diễn ra sôi nổi.",
        [
            (GOOD, "Thời gian qua, các xã đã làm tốt công tác tuyên truyền, phổ biến pháp luật"),
            (GOOD, "văn nghệ diễn ra sôi nổi"),
        ],
    ),
    "what people gave": (
        "Nhân dân trong cụm hiến 5.400 m2 đất, đóng góp 3.200 ngày công.",
        [(GOOD, "Nhân dân trong cụm hiến 5.400 m2 đất, đóng góp 3.200 ngày công")],
    ),
    "a concession inside": (
        "Tuy bị ảnh hưởng bởi dịch bệnh, nhưng kinh tế vẫn đạt mức tăng trưởng khá.",
        [(GOOD, "Tuy bị ảnh hưởng bởi dịch bệnh, nhưng kinh tế vẫn đạt mức tăng trưởng khá")],
    ),
    "a number for each": (
        "Theo báo cáo: (1) Sản lượng lúa đạt 40.000 tấn; (2) Các xã kết nạp 6 đảng viên mới; (3) Học sinh ra lớp đạt 98%.",
        [
            (GOOD, "Sản lượng lúa đạt 40.000 tấn"),
            (GOOD, "Các xã kết nạp 6 đảng viên mới"),
            (GOOD, "Học sinh ra lớp đạt 98%"),
        ],
    ),
    # ---- shortcomings
    "a lead-in with như": (
        "Báo cáo cũng nêu lên những mặt tồn tại hạn chế như: đường ra đồng lầy lội; tiến độ giải phóng mặt bằng còn chậm.",
        [(BAD, "đường ra đồng lầy lội"), (BAD, "tiến độ giải phóng mặt bằng còn chậm")],
    ),
    "a lead-in with a colon": (
        "Tuy nhiên, vẫn còn một số hạn chế: công tác tuyên truyền chưa thường xuyên; rác thải gom chưa kịp thời.",
        [(BAD, "công tác tuyên truyền chưa thường xuyên"), (BAD, "rác thải gom chưa kịp thời")],
    ),
    "no lead-in": (
        "Tuy nhiên, việc thu gom rác chưa kịp thời; tình trạng đỗ xe sai quy định còn tái diễn.",
        [(BAD, "việc thu gom rác chưa kịp thời"), (BAD, "tình trạng đỗ xe sai quy định còn tái diễn")],
    ),
    "one clause tells what the next are": (
        "Việc thực hiện còn gặp nhiều khó khăn; định mức hỗ trợ nhà ở thấp; cán bộ hạn chế về chuyên môn.",
        [
            (BAD, "Việc thực hiện còn gặp nhiều khó khăn"),
            (BAD, "định mức hỗ trợ nhà ở thấp"),
            (BAD, "cán bộ hạn chế về chuyên môn"),
        ],
    ),
    "a result among shortcomings": (
        "Theo báo cáo, tiến độ giải ngân còn chậm; thu ngân sách đạt 90% kế hoạch.",
        [(BAD, "tiến độ giải ngân còn chậm"), (GOOD, "thu ngân sách đạt 90% kế hoạch")],
    ),
    "bên cạnh đó": ("Bên cạnh đó, tiến độ giải ngân còn chậm.", [(BAD, "tiến độ giải ngân còn chậm")]),
    "a heading with là": (
        "Mặt chưa được là 31 hồ sơ đất đai để quá hẹn; công chức trẻ ngại xuống xóm.",
        [(BAD, "31 hồ sơ đất đai để quá hẹn"), (BAD, "công chức trẻ ngại xuống xóm")],
    ),
    "a heading with words before là": (
        "Khó khăn của cụm hiện nay là địa bàn rộng, giao thông đi lại khó khăn; một bộ phận người dân còn trông chờ.",
        [(BAD, "địa bàn rộng, giao thông đi lại khó khăn"), (BAD, "một bộ phận người dân còn trông chờ")],
    ),
    "a lead-in in words of its own": (
        "Đoàn kiểm tra nói thẳng mấy điều chưa ổn: quy ước 2 thôn chép lại của nhau; bảng tin thôn bỏ trống.",
        [(BAD, "quy ước 2 thôn chép lại của nhau"), (BAD, "bảng tin thôn bỏ trống")],
    ),
    "a lead-in of the programme": (
        "Các đại biểu đã tập trung làm rõ một số tồn tại như: rác thải gom chưa kịp thời; đường ra đồng lầy lội.",
        [(BAD, "rác thải gom chưa kịp thời"), (BAD, "đường ra đồng lầy lội")],
    ),
    "who admits": (
        "{B} thừa nhận đường ra đồng còn lầy lội; rác thải gom chưa kịp thời.",
        [(BAD, "đường ra đồng còn lầy lội"), (BAD, "rác thải gom chưa kịp thời")],
    ),
    "who points at a shortcoming": (
        "{B} phát biểu, chỉ ra rằng trạm y tế chỉ có 1 bác sĩ, dân phải chờ lâu.",
        [(BAD, "trạm y tế chỉ có 1 bác sĩ, dân phải chờ lâu")],
    ),
    "who stresses what falls short": (
        "{B} lưu ý: tiền đấu giá đất tới nay chưa thu được; hồ sơ quyết toán còn thiếu chữ ký.",
        [(BAD, "tiền đấu giá đất tới nay chưa thu được"), (BAD, "hồ sơ quyết toán còn thiếu chữ ký")],
    ),
    "a lead-in with a comma before its colon": (
        "Hội nghị thẳng thắn chỉ ra một số tồn tại, hạn chế: rác thải gom chưa kịp thời; đường ra đồng lầy lội.",
        [(BAD, "rác thải gom chưa kịp thời"), (BAD, "đường ra đồng lầy lội")],
    ),
    "who tells of a difficulty": (
        "{B} nêu khó khăn trong giải phóng mặt bằng; kinh phí cho tổ hòa giải eo hẹp.",
        [(BAD, "khó khăn trong giải phóng mặt bằng"), (BAD, "kinh phí cho tổ hòa giải eo hẹp")],
    ),
    # ---- causes
    "a cause of two clauses": (
        "Nguyên nhân là do nguồn thu của các xã còn hạn hẹp; ý thức của một bộ phận người dân chưa cao.",
        [(WHY, "nguồn thu của các xã còn hạn hẹp"), (WHY, "ý thức của một bộ phận người dân chưa cao")],
    ),
    "who explains a shortcoming": (
        "Tuy nhiên, đường ra đồng còn lầy lội. Đồng chí Vi Hoa lý giải, vốn của xã ít; dân cư ở rải rác.",
        [(BAD, "đường ra đồng còn lầy lội"), (WHY, "vốn của xã ít"), (WHY, "dân cư ở rải rác")],
    ),
    "the root of a shortcoming": (
        "Tuy nhiên, đường ra đồng còn lầy lội. Đồng chí Vi Hoa cho rằng gốc rễ là vốn của xã quá ít.",
        [(BAD, "đường ra đồng còn lầy lội"), (WHY, "vốn của xã quá ít")],
    ),
    "shortcomings that have their reason": (
        "Tuy nhiên, rác thải gom chưa kịp thời. Những hạn chế trên có nguyên nhân từ kinh phí của xã eo hẹp.",
        [(BAD, "rác thải gom chưa kịp thời"), (WHY, "kinh phí của xã eo hẹp")],
    ),
    "bởi lẽ": (
        "Tuy nhiên, đường ra đồng còn lầy lội. Bởi lẽ, vốn của xã quá ít.",
        [(BAD, "đường ra đồng còn lầy lội"), (WHY, "vốn của xã quá ít")],
    ),
    # ---- directives
    "kết luận and a colon": (
        "{A} kết luận: các xã gặt gọn lúa hè thu; các thôn làm đường trước mùa mưa.",
        [(DO, "các xã gặt gọn lúa hè thu"), (DO, "các thôn làm đường trước mùa mưa")],
    ),
    "tasks counted in words": (
        "Kết luận hội nghị, {A} giao ba việc. Một là, làm đường thôn. Hai là, trồng thêm 25 ha rừng.",
        [(DO, "làm đường thôn"), (DO, "trồng thêm 25 ha rừng")],
    ),
    "two addressees": (
        "{A} giao Ban Dân vận kiểm tra việc công khai; dặn các xã không để hộ nào đứt bữa.",
        [(DO, "Ban Dân vận kiểm tra việc công khai"), (DO, "các xã không để hộ nào đứt bữa")],
    ),
    "a resolution and its targets": (
        "Hội nghị đã thông qua nghị quyết với các chỉ tiêu: thu ngân sách đạt 14,5 tỷ đồng; kết nạp 6 đảng viên.",
        [(DO, "thu ngân sách đạt 14,5 tỷ đồng"), (DO, "kết nạp 6 đảng viên")],
    ),
    "who concludes asks": (
        "Kết luận hội nghị, {A} yêu cầu các xã khẩn trương làm đường; chủ động phòng, chống thiên tai.",
        [(DO, "các xã khẩn trương làm đường"), (DO, "chủ động phòng, chống thiên tai")],
    ),
    "a colon, and a sentence more": (
        "Phát biểu chỉ đạo, {A} đề nghị: Các xã làm đường; kết nạp ít nhất 5 đảng viên. Tiếp tục trồng rừng.",
        [(DO, "Các xã làm đường"), (DO, "kết nạp ít nhất 5 đảng viên"), (DO, "Tiếp tục trồng rừng")],
    ),
    "who stresses, and goes on": (
        "{A} nhấn mạnh, thời gian tới các xã cần tập trung làm đường. Đồng thời, tăng cường phòng, chống dịch.",
        [(DO, "thời gian tới các xã cần tập trung làm đường"), (DO, "tăng cường phòng, chống dịch")],
    ),
    "what the meeting agrees": (
        "Hội nghị thống nhất giải ngân ít nhất 45% vốn đầu tư công; số hóa xong 4.600 hồ sơ.",
        [(DO, "giải ngân ít nhất 45% vốn đầu tư công"), (DO, "số hóa xong 4.600 hồ sơ")],
    ),
    "what a congress resolves": (
        "Đại hội quyết nghị đến năm 2025: thu nhập đạt 50 triệu đồng/người/năm; mỗi năm kết nạp ít nhất 1 đảng viên.",
        [(DO, "thu nhập đạt 50 triệu đồng/người/năm"), (DO, "mỗi năm kết nạp ít nhất 1 đảng viên")],
    ),
    "what goes on from the results": (
        "Trên cơ sở kết quả đạt được, trong thời gian tới, cụm tiếp tục đẩy mạnh tuyên truyền; làm đường.",
        [(DO, "trong thời gian tới, cụm tiếp tục đẩy mạnh tuyên truyền"), (DO, "làm đường")],
    ),
    "what is striven for": (
        "Phấn đấu đến cuối năm, thu ngân sách đạt 14,5 tỷ đồng.",
        [(DO, "Phấn đấu đến cuối năm, thu ngân sách đạt 14,5 tỷ đồng")],
    ),
    "tasks that sound like a shortcoming or a report": (
        "{A} yêu cầu các xã làm đường; tháo gỡ vướng mắc về giải phóng mặt bằng; đánh giá cán bộ bằng việc làm.",
        [
            (DO, "các xã làm đường"),
            (DO, "tháo gỡ vướng mắc về giải phóng mặt bằng"),
            (DO, "đánh giá cán bộ bằng việc làm"),
        ],
    ),
    "what is voted on before a colon": (
        "Hội nghị biểu quyết 100% thông qua nghị quyết năm 2023: trả đúng hẹn 99% hồ sơ; mỗi cán bộ có 1 sáng kiến.",
        [(DO, "trả đúng hẹn 99% hồ sơ"), (DO, "mỗi cán bộ có 1 sáng kiến")],
    ),
    "what a congress agrees on": (
        "Đại hội nhất trí đến năm 2027 nâng quỹ hội lên 50 triệu đồng.",
        [(DO, "đến năm 2027 nâng quỹ hội lên 50 triệu đồng")],
    ),
    "a village's official asks the communes": (
        "Nhiều ý kiến đề nghị huyện làm đường. Ông Vi Sơn, Trưởng bản Máy đề nghị các xã quản lý người qua biên giới.",
        [(ASK, "huyện làm đường"), (DO, "các xã quản lý người qua biên giới")],
    ),
    "a turn for the better": (
        "Khó khăn của xã là thiếu nước tưới. Tuy vậy, nông dân đã gặt xong lúa xuân, năng suất được giữ vững.",
        [(BAD, "thiếu nước tưới"), (GOOD, "Tuy vậy, nông dân đã gặt xong lúa xuân, năng suất được giữ vững")],
    ),
    "who asks those above him": (
        "{B} phát biểu, đề nghị UBND huyện làm đường vào thôn Mỏ.",
        [(ASK, "UBND huyện làm đường vào thôn Mỏ")],
    ),
    "what was done about a difficulty": (
        "Mặt trận cơ sở đã cùng các xã tháo gỡ 5 điểm nghẽn, trọng tâm là các dự án lớn như đường Vành đai 4.",
        [(GOOD, "Mặt trận cơ sở đã cùng các xã tháo gỡ 5 điểm nghẽn, trọng tâm là các dự án lớn như đường Vành đai 4")],
    ),
    "work that goes on": (
        "Hai xã đang hoàn thiện cơ sở dữ liệu thông tin nghề rừng.",
        [("achievement", "Hai xã đang hoàn thiện cơ sở dữ liệu thông tin nghề rừng")],
    ),
    "what an office hopes for": (
        "{A} mong rằng các xã giữ nếp giao ban hằng quý.",
        [(DO, "các xã giữ nếp giao ban hằng quý")],
    ),
    "what a union asks of its branches": (
        "Hội Nông dân huyện đề nghị các cấp hội đổi mới nội dung sinh hoạt.",
        [(DO, "các cấp hội đổi mới nội dung sinh hoạt")],
    ),
    # ---- petitions
    "what villagers hope for": (
        "Bà con mong huyện sớm kéo điện về thôn Mỏ.",
        [(ASK, "huyện sớm kéo điện về thôn Mỏ")],
    ),
    "what the communes ask": (
        "Các xã kiến nghị huyện sớm bố trí vốn sửa đê; bổ sung biên chế cho xã.",
        [(ASK, "huyện sớm bố trí vốn sửa đê"), (ASK, "bổ sung biên chế cho xã")],
    ),
    "what a commune asks the district's committee": (
        "Xã Vạn Xuân đề nghị UBND huyện cho chủ trương mở rộng chợ.",
        [(ASK, "UBND huyện cho chủ trương mở rộng chợ")],
    ),
    "what a district asks": (
        "Dịp này, huyện Thường Xuân đề nghị tỉnh hỗ trợ làm 5 km đường.",
        [(ASK, "tỉnh hỗ trợ làm 5 km đường")],
    ),
    "what voters ask": (
        "Cử tri đề nghị tỉnh sớm sửa tuyến đường ĐT.756C; đầu tư hệ thống chiếu sáng.",
        [(ASK, "tỉnh sớm sửa tuyến đường ĐT.756C"), (ASK, "đầu tư hệ thống chiếu sáng")],
    ),
    "what many voices are about": (
        "Hội viên nông dân đã nêu 16 ý kiến liên quan đến các lĩnh vực: hỗ trợ vay vốn; đầu ra cho nông sản.",
        [(ASK, "hỗ trợ vay vốn"), (ASK, "đầu ra cho nông sản")],
    ),
    "what a commune's secretary asks": (
        "{B} kiến nghị huyện đầu tư 5 km đường vào thôn Mỏ.",
        [(ASK, "huyện đầu tư 5 km đường vào thôn Mỏ")],
    ),
    "an answer behind a petition": (
        "Cử tri đề nghị phường sớm sửa mương. Về giấy chứng nhận, hiện phường đã hoàn thiện 9 hồ sơ.",
        [(ASK, "phường sớm sửa mương"), (GOOD, "Về giấy chứng nhận, hiện phường đã hoàn thiện 9 hồ sơ")],
    ),
    # ---- none
    "praise of a noun": ("{A} ghi nhận, biểu dương những kết quả đạt được.", []),
    "praise of what the communes reached": ("{A} đánh giá cao kết quả mà các xã trong cụm đã đạt được.", []),
    "approval": ("Các đại biểu cơ bản nhất trí với dự thảo báo cáo.", []),
    "answers": ("Các ý kiến đã được lãnh đạo xã trả lời thỏa đáng.", []),
    "who holds the next": ("Kỳ giao ban quý III sẽ do xã Vạn Xuân đăng cai.", []),
    "shortcomings that the meeting points at": ("Hội nghị cũng chỉ ra những tồn tại, hạn chế.", []),
    "attendance": ("Cùng dự có đại diện các phòng, ban, ngành, đoàn thể của huyện.", []),
    "the programme": ("Các đại biểu đã nghe báo cáo và thảo luận sôi nổi.", []),
    "shortcomings that nobody names": (
        "Các đại biểu đã thảo luận, chỉ ra những tồn tại, hạn chế và đề ra giải pháp.",
        [],
    ),
    "awards": ("Nhân dịp này, UBND huyện khen thưởng 5 tập thể, 9 cá nhân.", []),
    "thanks and wishes": ("{A} cảm ơn các đại biểu, chúc hội nghị thành công.", []),
    "difficulties that are only looked at": (
        "Hội nghị đã tập trung thảo luận, phân tích những khó khăn trong quá trình triển khai ở cơ sở.",
        [],
    ),
    "what was heard": ("Hội nghị đã nghe {B} báo cáo kết quả quý II; dự thảo kế hoạch quý III.", []),
    "who is shown in a picture": (
        "Các xã cần tập trung trồng rừng. Phó Chủ tịch UBND xã Vi Thị Hoa.",
        [("directive", "Các xã cần tập trung trồng rừng")],
    ),
    "a portal and not what it tells": (
        "Các xã chưa đăng thủ tục lên Cổng thông tin điện tử, việc này còn chậm và hạn chế.",
        [("shortcoming", "Các xã chưa đăng thủ tục lên Cổng thông tin điện tử, việc này còn chậm và hạn chế")],
    ),
    "who was elected": ("Hội nghị đã bầu xã Lương Sơn làm cụm trưởng quý III.", []),
    "trust": ("{A} tin tưởng rằng các xã sẽ hoàn thành nhiệm vụ năm 2022.", []),
    "ways out that nobody names": ("Các đại biểu chỉ rõ hạn chế và đề xuất giải pháp trong thời gian tới.", []),
    "what the meeting is for": ("{A} nêu rõ mục đích, yêu cầu của hội nghị.", []),
    "what waits to be settled": (
        "Đơn thư kéo dài ở một vài nơi chưa được giải quyết dứt điểm; quy chế dân chủ có nơi còn hình thức.",
        [
            (BAD, "Đơn thư kéo dài ở một vài nơi chưa được giải quyết dứt điểm"),
            (BAD, "quy chế dân chủ có nơi còn hình thức"),
        ],
    ),
    "what a meeting is going to do": ("Các chuyên đề tại hội thảo sẽ phân tích giải pháp nâng cao năng suất lúa.", []),
    "how many spoke": ("Đã có 12 lượt ý kiến phát biểu, các đại biểu thảo luận sôi nổi.", []),
    "what the meeting was like": ("Hội nghị diễn ra trong không khí sôi nổi, trách nhiệm.", []),
}


@pytest.mark.parametrize(("sentence", "statements"), SENTENCES.values(), ids=SENTENCES)
def test_what_a_sentence_says_of_the_work(sentence: str, statements: list[tuple[str, str]]) -> None:
    # A linking word at the head of a cause weighs nothing.
    assert [(kind, said.removeprefix("Nguyên nhân là do ")) for kind, said in told(sentence)] == statements


# ---- sections over several lines -------------------------------------------------------------------------------------

SECTIONS: dict[str, tuple[list[str], list[tuple[str, str]]]] = {
    "headings and lists": (
        [
            "I. VIỆC ĐÃ LÀM ĐƯỢC",
            "- Trồng 25 ha rừng phòng hộ ven suối",
            "- Kết nạp 6 đảng viên mới",
            "II. TỒN TẠI, HẠN CHẾ",
            "- Đường ra đồng lầy lội, xe không vào được",
            "- Rác thải ở chợ gom không kịp",
            "III. NGUYÊN NHÂN",
            "- Vốn của các xã còn ít, chưa có nguồn thu",
            "IV. KIẾN NGHỊ",
            "- Huyện sớm cấp 2 tỷ đồng làm đường",
            "V. NHIỆM VỤ TRỌNG TÂM",
            "- Làm 3 km đường trước mùa mưa bão",
            "- Trồng 10 ha rừng",
            "- Sửa 2 cây cầu",
        ],
        [
            (GOOD, "Trồng 25 ha rừng phòng hộ ven suối"),
            (GOOD, "Kết nạp 6 đảng viên mới"),
            (BAD, "Đường ra đồng lầy lội, xe không vào được"),
            (BAD, "Rác thải ở chợ gom không kịp"),
            (WHY, "Vốn của các xã còn ít, chưa có nguồn thu"),
            (ASK, "Huyện sớm cấp 2 tỷ đồng làm đường"),
            (DO, "Làm 3 km đường trước mùa mưa bão"),
            (DO, "Trồng 10 ha rừng"),
            (DO, "Sửa 2 cây cầu"),
        ],
    ),
    "a speech of two paragraphs": (
        [
            "Kết luận hội nghị, {A} đề nghị các xã làm đường.",
            "Các thôn tiếp tục trồng rừng; vận động nhân dân hiến đất.",
        ],
        [(DO, "các xã làm đường"), (DO, "Các thôn tiếp tục trồng rừng"), (DO, "vận động nhân dân hiến đất")],
    ),
    "a result behind a speech": (
        ["{A} đề nghị các xã làm đường.", "Theo báo cáo, các xã đã trồng 25 ha rừng."],
        [(DO, "các xã làm đường"), (GOOD, "các xã đã trồng 25 ha rừng")],
    ),
}


@pytest.mark.parametrize(("lines", "statements"), SECTIONS.values(), ids=SECTIONS)
def test_a_section_lasts_until_another_begins(lines: list[str], statements: list[tuple[str, str]]) -> None:
    assert told(*lines) == statements


def test_the_year_that_is_reviewed_opens_results() -> None:
    lines = conference(
        "Năm 2021, công tác dân vận tiếp tục hướng mạnh về cơ sở; các xã tập trung xây dựng 48 mô hình.",
        title=None,
        lead="Sáng ngày 5/1/2022, Huyện ủy tổ chức hội nghị tổng kết công tác dân vận năm 2021.",
    ).findings

    assert [each.kind for each in lines] == [GOOD, GOOD]


def test_the_stage_that_is_reviewed_opens_results_and_the_next_quarter_tasks() -> None:
    lines = conference(
        "Giai đoạn 2016 - 2021, xã xây dựng 17 công trình hạ tầng; hỗ trợ 412 con bò cho hộ nghèo.",
        "Quý III/2022, xã tập trung: sửa 2 cây cầu; nắm tình hình nhân dân.",
        title=None,
        lead="Sáng ngày 5/7/2022, UBND xã tổ chức hội nghị tổng kết giai đoạn 2016 - 2021.",
    ).findings

    assert [each.kind for each in lines] == [GOOD, GOOD, DO, DO]


def test_the_period_that_is_planned_opens_tasks() -> None:
    lines = conference(
        "Trong quý II, các xã chăm sóc 25 ha rừng; vận động nhân dân làm đường.",
        "Quý III, Đảng ủy các xã lãnh đạo thu hoạch lúa hè thu; làm tốt công tác tuyển quân.",
        title=None,
        lead="Sáng ngày 5/7/2022, Huyện ủy tổ chức hội nghị giao ban quý II, triển khai nhiệm vụ quý III năm 2022.",
    ).findings

    assert [each.kind for each in lines] == [GOOD, GOOD, DO, DO]


def test_a_heading_near_the_foot_opens_a_section() -> None:
    assert told("V. NHIỆM VỤ TRỌNG TÂM", "- Làm 3 km đường", "- Trồng 10 ha rừng") == [
        (DO, "Làm 3 km đường"),
        (DO, "Trồng 10 ha rừng"),
    ]


LISTS: dict[str, tuple[str, str]] = {
    # A lead-in that ends its line with a colon, and what the list below it is.
    "who concludes asks": ("Kết luận hội nghị, {A} yêu cầu:", DO),
    "the tasks": ("Hội nghị đề ra các nhiệm vụ trọng tâm như sau:", DO),
    "a heading": ("Nhiệm vụ trọng tâm:", DO),
    "the communes ask": ("Các xã kiến nghị:", ASK),
    "a heading of what is asked": ("Kiến nghị:", ASK),
}


@pytest.mark.parametrize(("lead_in", "kind"), LISTS.values(), ids=LISTS)
def test_a_lead_in_reaches_the_list_below_it(lead_in: str, kind: str) -> None:
    items = ["đường giao thông nông thôn chưa được sửa trước mùa mưa", "rừng phòng hộ ven suối chưa được trồng"]

    assert told(lead_in, *(f"- {each};" for each in items)) == [(kind, each) for each in items]


def test_a_list_of_awards_is_none() -> None:
    assert (
        told("Nhân dịp này, UBND huyện khen thưởng:", "- 5 tập thể trồng rừng tốt", "- 9 cá nhân làm đường tốt") == []
    )


# ---- who says it, and where ------------------------------------------------------------------------------------------

SPEAKERS = {
    "who concludes": ("Kết luận hội nghị, {A} yêu cầu các xã làm đường; trồng rừng.", ["Lê Án", "Lê Án"]),
    "by the post alone": ("Đồng chí Bí thư Huyện ủy yêu cầu các xã làm đường.", ["Lê Án"]),
    "who asks upwards": ("{B} kiến nghị huyện đầu tư 5 km đường vào thôn Mỏ.", ["Vi Hoa"]),
    "two after each other": (
        "{B} kiến nghị huyện đầu tư 5 km đường vào thôn Mỏ. Tiếp đó, {A} yêu cầu các xã làm đường.",
        ["Vi Hoa", "Lê Án"],
    ),
    "a result has none": ("Theo báo cáo, các xã đã trồng 25 ha rừng.", [None]),
    "the communes": ("Các xã kiến nghị huyện sớm bố trí vốn sửa đê.", [None]),
    "who has no part in it": (
        "Xã đã lập tổ trồng rừng do ông Hà Văn Lót, Trưởng thôn Mỏ, làm tổ trưởng; cần sớm trồng 10 ha rừng ven suối.",
        [None, None],
    ),
}


@pytest.mark.parametrize(("sentence", "names"), SPEAKERS.values(), ids=SPEAKERS)
def test_who_says_it(sentence: str, names: list[str | None]) -> None:
    assert [each.speaker for each in found(sentence)] == names


def test_a_statement_stands_on_one_line_and_its_evidence_as_it_is_written() -> None:
    text = "Theo báo cáo, sản lượng  lúa\u00a0đạt 40.000 tấn."
    (only,) = found(text)

    assert only.statement == "sản lượng lúa đạt 40.000 tấn"
    assert only.span is not None
    assert only.span.end - only.span.start == len("sản lượng  lúa\u00a0đạt 40.000 tấn")


def test_findings_come_in_the_order_of_the_text() -> None:
    starts = [each.span.start for each in found(*(row[0] for row in SENTENCES.values())) if each.span]

    assert starts == sorted(starts)
    assert len(starts) > 20
