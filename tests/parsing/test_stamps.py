"""
Publication dates, in every form that the portals print them.
"""

from __future__ import annotations

import datetime as dt

import pytest
from small_articles import TITLE, read

from dccs_model import parse_article

LEAD = "Sáng 21/6, Huyện ủy Thường Xuân tổ chức hội nghị giao ban quý II."

STAMPS = {
    "Ngày 22/06/2022 09:00:00": "2022-06-22T09:00:00+07:00",
    "Thứ Năm, 28/06/2018, 08:00": "2018-06-28T08:00:00+07:00",
    "Thư\u0301 Năm, 28/06/2018, 08:00": "2018-06-28T08:00:00+07:00",
    "Thứ 7, 23/11/2024, 23:40[GMT+7]": "2024-11-23T23:40:00+07:00",
    "Thứ năm, 30/05/2024 11:24 (GMT+7)": "2024-05-30T11:24:00+07:00",
    "Thứ Tư, 08/04/2015, 08:11 [GMT+7]": "2015-04-08T08:11:00+07:00",
    "Thứ tư - 06/07/2022 15:21": "2022-07-06T15:21:00+07:00",
    "Thứ Ba, 20/01/2026 | 16:48": "2026-01-20T16:48:00+07:00",
    "08:20, Thứ Sáu, 07/10/2022": "2022-10-07T08:20:00+07:00",
    "16/07/2026 - 17:14": "2026-07-16T17:14:00+07:00",
    "2025-04-22 10:27:00": "2025-04-22T10:27:00+07:00",
    "03/01/2020 15:45": "2020-01-03T15:45:00+07:00",
    "10:01, 07/01/2021": "2021-01-07T10:01:00+07:00",
    "07:30 | 05/07/2022": "2022-07-05T07:30:00+07:00",
    "13/10/2015 - 17:08": "2015-10-13T17:08:00+07:00",
    "08-04-2019 07:32": "2019-04-08T07:32:00+07:00",
    "20/03/2026 18:40 GMT+7": "2026-03-20T18:40:00+07:00",
    "Cập nhật ngày: 14/10/2017 - 06:59": "2017-10-14T06:59:00+07:00",
    "Cập nhật lúc: 9:05, 11/10/2019": "2019-10-11T09:05:00+07:00",
    "Ngày đăng 15/04/2015 | 04:50 | Lượt xem: 336": "2015-04-15T04:50:00+07:00",
    "[ 16/09/2023 09:48 AM ]": "2023-09-16T09:48:00+07:00",
    "5/7/2022 1:05:00 PM": "2022-07-05T13:05:00+07:00",
    "20-04-2024 08:15 SA": "2024-04-20T08:15:00+07:00",
    "05/07/2018 04:20 CH": "2018-07-05T16:20:00+07:00",
    "Cập nhật: 16:20 - 05/07/2018": "2018-07-05T16:20:00+07:00",
    "16:20 - 25/07/2018": "2018-07-25T16:20:00+07:00",
    "2022-07-05T08:30:00+07:00": "2022-07-05T08:30:00+07:00",
    "2022-07-05T08:30": "2022-07-05T08:30:00+07:00",
    "2022/07/05": "2022-07-05",
    "29/06/2018": "2018-06-29",
    "Thứ Năm, 09/07/2026": "2026-07-09",
    "Ngày 24-11-2023": "2023-11-24",
    "Ngày 5 tháng 7 năm 2022": "2022-07-05",
    "Đăng ngày 11 - 11 - 2023": "2023-11-11",
    "(Ngày đăng: 08/04/2026)": "2026-04-08",
    "(Ngày 11/01/2023 | Chuyên mục: Tin tức - Sự kiện)": "2023-01-11",
}


def published(*lines: str) -> str | None:
    found = parse_article("\n".join(lines)).article.published_at
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(("stamp", "moment"), STAMPS.items())
def test_a_publication_date_below_the_headline(stamp: str, moment: str) -> None:
    assert published(TITLE, stamp, LEAD) == moment


@pytest.mark.parametrize(("stamp", "moment"), STAMPS.items())
def test_a_publication_date_above_the_headline(stamp: str, moment: str) -> None:
    assert published(stamp, TITLE, LEAD) == moment


def test_a_publication_date_with_its_label_inside_a_line() -> None:
    text = f"Hội nghị sơ kết quý II năm 2022 ( Cập nhật ngày: 06/07/2022 )Sáng ngày 05/07/2022, {LEAD[10:]}"

    assert published(text) == "2022-07-06"


AUTHORED = {
    "Tác giả: Trần Hạnh .Ngày đăng: 29/06/2022 .Lượt xem: 416 lượt.": ("2022-06-29", "Trần Hạnh"),
    "Ngày đăng: 26/12/2025 | Tác giả: Rơ Mah Tuyn": ("2025-12-26", "Rơ Mah Tuyn"),
}


@pytest.mark.parametrize(("stamp", "told"), AUTHORED.items())
def test_a_publication_date_with_its_author(stamp: str, told: tuple[str, str]) -> None:
    found = parse_article(f"{TITLE}\n{stamp}\n{LEAD}").article

    assert (str(found.published_at), [each.name for each in found.bylines]) == (told[0], [told[1]])


NO_STAMPS = {
    "none": [TITLE, LEAD],
    "the event's own sentence": [TITLE, "Sáng ngày 21/6/2022, Huyện ủy tổ chức hội nghị giao ban quý II."],
    "a month": [TITLE, "Tháng 7/2022", LEAD],
    "a counter": [TITLE, "Lượt xem: 416", LEAD],
    "a day without its year": [TITLE, "Thứ Ba, 21/6", LEAD],
    "a time of another zone": [TITLE, "2022-07-05T01:30:00Z", LEAD],
    "a day that cannot be": [TITLE, "31/06/2022 09:00", LEAD],
}


@pytest.mark.parametrize("lines", NO_STAMPS.values(), ids=NO_STAMPS)
def test_what_is_no_publication_date(lines: list[str]) -> None:
    assert published(*lines) is None


def test_of_two_the_first_counts() -> None:
    assert published(TITLE, "22/06/2022 09:00", LEAD, "Cập nhật ngày: 30/06/2022") == "2022-06-22T09:00:00+07:00"


def test_where_it_stands() -> None:
    text = f"{TITLE}\nThứ Tư, 22/06/2022, 08:11 [GMT+7]\n{LEAD}"
    span = parse_article(text).article.published_span

    assert span is not None
    assert "22/06/2022, 08:11" in span.of(text)


def test_what_the_caller_says_comes_first() -> None:
    given = dt.date(2022, 7, 1)
    text = f"{TITLE}\n22/06/2022 09:00\n{LEAD}"

    assert parse_article(text, published_at=given).article.published_at == given


def test_a_dateline_of_the_paper_belongs_to_the_text() -> None:
    found = read("Tin thêm.", lead="(BĐ) - Chiều 22.4.2022, xã Vạn Xuân tổ chức hội nghị giao ban quý I.")

    assert found.article.published_at is None
    assert found.conference is not None
    assert found.conference.sitting is not None
    assert str(found.conference.sitting.start) == "2022-04-22"
