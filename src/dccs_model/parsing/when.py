"""
When the conference was held, and which periods it reviews and plans.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dccs_model.lexicon import Lexicon, Table
from dccs_model.model import DayPart, PartialDate, Period
from dccs_model.text.dates import FoundDate
from dccs_model.text.normal import NormalText
from dccs_model.text.periods import FoundPeriod, find_periods

__all__ = ["HeldOn", "Periods", "TimeReader"]


class HeldOn(NamedTuple):
    """
    The date of the conference and how its year was found.
    """

    #: The date as it stands.
    found: FoundDate
    #: Its year, or None where nothing gives it.
    year: int | None
    #: Whether the year was taken from elsewhere in the article.
    completed: bool


class Periods(NamedTuple):
    """
    What is reviewed and what is planned.
    """

    #: What the conference looks back on.
    review: Period | None
    #: Where the text says so.
    review_at: FoundPeriod | None
    #: What it looks ahead to.
    plan: Period | None
    #: Where the text says so.
    plan_at: FoundPeriod | None


# A date belongs to a document ("Nghị quyết số 57-NQ/TW ngày 22/12/2024") or bounds a task ("trước ngày 10/4").
_DOCUMENT = re.compile(
    r"(?:số\s?\d[\w/.-]{0,20}|/[a-zđ]{1,8}[\w-]{0,12}|quyết định|nghị quyết|chỉ thị|kết luận|kế hoạch"
    r"|công văn|thông báo|luật|nghị định|văn bản|tờ trình)\s{0,2}(?:[^.;,\n]{0,24}\s)?(?:,\s)?\(?\Z"
)
_BOUNDED = re.compile(
    r"(?:trước|đến|tới|tính đến|từ|sau|kỷ niệm|sinh|mất|hết|chậm nhất|xong trước|hiệu lực|diễn ra vào"
    r"|dự kiến|kể từ|vào|hạn|\bbầu cử|\d\s?-)\s{0,2}(?:hết\s)?\(?\Z"
)
#: How far from the beginning of its sentence a period may stand that opens it, in code points.
_OPENS = 12
_STOP = re.compile(r"\.\s|\n")
_PART_ALONE = re.compile(r"\s{0,3}(?:vào\s|buổi\s)?(sáng|trưa|chiều|tối)(?:\snay|\squa|\s?,|\shôm)")


class TimeReader:
    """
    Reads the sitting and the periods; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._dates = lexicon.dates
        self._events = lexicon["meetings"].where(of="event").indexed()
        self._holds = lexicon["meetings"].where(of="hold").indexed()
        self._looks = lexicon["periods"].indexed()
        self._bodies = lexicon["bodies"]
        self._day_parts = {word: entry.get("day_part") for entry in lexicon["time"].entries for word in entry.words}

    def day_part(self, phrase: str | None) -> DayPart | None:
        """
        Return the part of the day that a folded phrase names.
        """
        return DayPart(self._day_parts[phrase]) if phrase in self._day_parts else None

    # ---- the sitting ---------------------------------------------------------------------------------------------

    def held(self, text: NormalText, sentences: Sequence[tuple[int, int]]) -> FoundDate | None:
        """
        Return the date of the conference among those of its first *sentences*.
        """
        best: tuple[int, FoundDate] | None = None
        for order, (start, end) in enumerate(sentences):
            dates = list(self._dates.find(text.folded, start, end))
            happens = bool(dates) and self._events.first(text.folded, start, end) is not None
            holds = bool(dates) and self._holds.first(text.folded, start, end) is not None
            for found in dates:
                points = self._points(text, start, found) + (2 if happens else 0) + (1 if holds else 0) - min(order, 4)
                # A day that cannot be is told as a doubt, unless another one is the day.
                points -= 0 if _real(found) else 4
                if points > 2 and (best is None or points > best[0]):
                    best = (points, found)
        return best[1] if best else None

    def _points(self, text: NormalText, start: int, found: FoundDate) -> int:
        before = text.folded[max(start, found.start - 50) : found.start]
        points = 2
        if found.day_part:
            points += 4
        if found.start - start <= 24:
            points += 2
        if _DOCUMENT.search(before):
            points -= 7
        if not found.day_part and _BOUNDED.search(before):
            points -= 5
        return points

    def year_of(self, found: FoundDate, published: dt.date | None, periods: Periods, years: Iterator[int]) -> HeldOn:
        """
        Complete the year of a date from the publication date, or from what the article ties to the conference.
        """
        if found.year:
            return HeldOn(found, found.year, completed=False)
        if published:
            # News follows the event: a later month than that of the page is one of the year before.
            later = (found.month, found.day or 1) > (
                published.month,
                published.day,
            ) and found.month - published.month > 1
            return HeldOn(found, published.year - (1 if later else 0), completed=True)
        year = _year_by_periods(found.month, periods)
        if year is None:
            year = next(years, None)
        return HeldOn(found, year, completed=year is not None)

    def part_alone(self, text: NormalText, sentences: Sequence[tuple[int, int]]) -> DayPart | None:
        """
        Return the part of the day where it opens the first sentence without a date.
        """
        for start, end in sentences[:2]:
            found = _PART_ALONE.match(text.folded, start, end)
            if found:
                return self.day_part(found[1])
        return None

    # ---- the periods ---------------------------------------------------------------------------------------------

    def periods(
        self, text: NormalText, purpose: Sequence[tuple[int, int]], report: Sequence[tuple[int, int]], *, congress: bool
    ) -> tuple[list[FoundPeriod], list[FoundPeriod]]:
        """
        Return what is looked back on and what is planned for.

        The *purpose* of the conference tells first, and its *report* second.
        """
        back: list[FoundPeriod] = []
        ahead: list[FoundPeriod] = []
        for stage, sentences in enumerate((purpose, report)):
            if back and ahead:
                break
            found_back: list[FoundPeriod] = []
            found_ahead: list[FoundPeriod] = []
            for start, end in sentences:
                self._sort(text, start, end, found_back, found_ahead, congress=congress, report=stage == 1)
            back = back or found_back
            ahead = ahead or found_ahead
        # A congress looks back on the term that ends where the next begins.
        terms = {found.year: found for found in (*back, *ahead) if congress and found.shape == "years" and found.year}
        if len(terms) == 2 and terms[min(terms)].last_year == max(terms):
            return [terms[min(terms)]], [terms[max(terms)]]
        return back, ahead

    def dated(
        self, text: NormalText, back: Sequence[FoundPeriod], ahead: Sequence[FoundPeriod], year: int | None
    ) -> Periods:
        """
        Return the period that is reviewed and the one that is planned; *year* completes one without.
        """
        known = [p.year for p in (*back, *ahead) if p.year]
        default = year or (known[0] if known else None)
        review, review_at = _first(text, back, ahead, default, ahead=False)
        plan, plan_at = _first(text, ahead, back, default, ahead=True)
        if review and review_at and review == plan:
            others = [p for p in ahead if p.months != review_at.months or p.year not in (None, review.start.year)]
            plan, plan_at = _first(text, others, back, default, ahead=True)
        return Periods(review, review_at, plan, plan_at)

    def _sort(
        self,
        text: NormalText,
        start: int,
        end: int,
        back: list[FoundPeriod],
        ahead: list[FoundPeriod],
        *,
        congress: bool,
        report: bool,
    ) -> None:
        """
        Sort the periods of a sentence by the words before each: "sơ kết …", "nhiệm vụ …".
        """
        last_end = start
        previous: str | None = None
        for period in find_periods(text.folded, start, end):
            looks = self._looks_of(text, period, last_end, previous, congress=congress, report=report)
            if looks == "back":
                back.append(period)
            elif looks == "ahead":
                ahead.append(period)
            if looks:
                previous, last_end = looks, period.end

    def _looks_of(
        self,
        text: NormalText,
        period: FoundPeriod,
        last_end: int,
        previous: str | None,
        *,
        congress: bool,
        report: bool,
    ) -> str | None:
        words = text.folded[period.start : period.end]
        cues = [hit for hit in self._looks.find(text.folded, last_end, period.start) if period.start - hit.end < 130]
        strong = [hit for hit in cues if not hit.entry.get("weak")]
        aims = bool(cues) and cues[-1].entry.get("weak") and cues[-1].entry.get("looks") == "ahead"
        if aims and strong and "," in text.folded[strong[-1].end : cues[-1].start]:
            # "đánh giá kết quả …, thông qua kế hoạch phát triển kinh tế - xã hội năm 2022"
            strong = []
        near = bool(cues) and period.start - cues[-1].end < 60
        told = (strong or cues)[-1].entry.get("looks") if cues else None
        if not cues and previous and period.start - last_end < 6:
            told = previous
        if period.shape == "part":
            if "cuối" in words or "còn lại" in words:
                back = bool(strong) and strong[-1].entry.get("looks") == "back" and period.start - strong[-1].end < 14
                return "back" if back else "ahead"
            if "đầu" in words:
                aimed = bool(strong) and strong[-1].entry.get("looks") == "ahead" and period.start - strong[-1].end < 14
                return "ahead" if aimed else "back"
            # "…; nạo vét kênh N2 trong quý IV" in the middle of a report is a date of its own.
            if report and not strong and period.start - last_end > _OPENS:
                return None
            return told or (None if report else "back")
        if report and not strong:
            return None
        if period.shape == "years":
            before = text.folded[max(0, period.start - 14) : period.start]
            # "sơ kết giữa nhiệm kỳ 2020 - 2025" looks back on no whole term.
            if before.endswith("giữa ") or "giữa nhiệm kỳ" in text.folded[last_end : period.start]:
                return None
            # A congress plans the term that it opens.
            if congress:
                return told if strong and told else "ahead"
            planned = bool(cues) and text.folded.startswith("kế hoạch", cues[-1].start)
            return told if (strong or planned) and near and "khóa" not in before else None
        if period.shape == "year" and (_tied_elsewhere(text, period, last_end, self._bodies) or not near):
            return None
        if not strong and cues and cues[-1].entry.get("looks") == "back" and period.shape == "year":
            return None
        if (
            not strong
            and told == "ahead"
            and not text.folded[cues[-1].start : cues[-1].end].startswith(
                ("chỉ tiêu", "kế hoạch", "dự toán", "triển khai")
            )
        ):
            return None
        return told


_TIED = re.compile(
    r"(?:so với|cùng kỳ|từ|đến|đầu|cuối|giữa|khóa\s\w{1,6},?|tháng\s\d{1,2}|lần thứ\s\w{1,6},?|luật[^,;]{0,30}"
    r"|nghị quyết(?!\s(?:của\s)?hđnd)[^,;]{0,30}|số\s[\w/-]{1,20}|\d[/-])\s{0,2}\Z"
)


def _tied_elsewhere(text: NormalText, period: FoundPeriod, start: int, bodies: Table) -> bool:
    """
    Whether a bare year belongs to a document, a comparison or a name ("Festival Ninh Bình năm 2024").

    "tổng kết công tác xây dựng Đảng năm 2020" names a body before the year, and means the year of its work.
    """
    if _TIED.search(text.folded, max(start, period.start - 40), period.start):
        return True
    word = text.text[max(start, period.start - 30) : period.start].split()[-1:]
    return bool(word) and word[0][:1].isupper() and not word[0].isupper() and word[0].lower() not in bodies


def _first(
    text: NormalText, wanted: Sequence[FoundPeriod], other: Sequence[FoundPeriod], default: int | None, *, ahead: bool
) -> tuple[Period | None, FoundPeriod | None]:
    """
    Return the first of the periods whose year is known or can be taken from a neighbour.
    """
    for found in sorted(wanted, key=lambda p: p.shape == "month"):
        year = found.year or _near_year(text, found, (*wanted, *other), default, ahead=ahead)
        if year is None:
            continue
        last_year = found.last_year if found.shape == "years" else None
        days = Period.years(year, last_year) if last_year else Period.months(year, *found.months)
        label = text.written(found.start, found.end)
        return Period(start=days.start, end=days.end, label=label, span=text.span(found.start, found.end)), found
    return None, None


def _near_year(
    text: NormalText, found: FoundPeriod, others: Sequence[FoundPeriod], default: int | None, *, ahead: bool
) -> int | None:
    """
    Take the year of a neighbour: "quý IV, nhiệm vụ quý I năm 2023" looks back on 2022.
    """
    dated = (other for other in others if other.year and other.shape != "years")
    near = min(dated, key=lambda other: abs(other.start - found.start), default=None)
    # A year of another sentence tells less than the year of the day itself.
    if near and default and _STOP.search(text.text, *sorted((found.start, near.start))):
        return default
    if near is None or near.year is None:
        return default
    if not ahead and found.start < near.start and found.months[0] > near.months[1] and near.shape == "part":
        return near.year - 1
    return near.year


def _year_by_periods(month: int, periods: Periods) -> int | None:
    """
    Return the year in which a conference of that month looks back and ahead as it does.
    """
    review, plan = periods.review, periods.plan
    if (
        review
        and plan
        and review.end < plan.start
        and (review.end.year - review.start.year > 1 or plan.end.year - plan.start.year > 1)
    ):
        return plan.start.year
    if review and plan and review.end.year == plan.start.year and plan.end.year - plan.start.year > 1:
        return plan.start.year
    if review:
        if review.end.month == 12 and month <= 4:
            return review.end.year + 1
        return review.end.year
    if plan:
        if plan.end.year - plan.start.year > 1:
            return plan.start.year
        return plan.start.year - 1 if plan.start.month == 1 and month >= 10 else plan.start.year
    return None


def _real(found: FoundDate) -> bool:
    try:
        dt.date(found.year or 2024, found.month, found.day or 1)
        dt.date(found.year or 2024, found.last_month, found.last_day or 1)
    except ValueError:
        return False
    return True


def partial(year: int, month: int, day: int | None) -> PartialDate | None:
    """
    Return the date, or None where there is no such day in that year.
    """
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return None
    return PartialDate(year=year, month=month, day=day)
