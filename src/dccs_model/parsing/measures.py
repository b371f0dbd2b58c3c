"""
Figures with their units, and what a clause says of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dccs_model.lexicon import Lexicon
from dccs_model.model import Bound, Change, Measure
from dccs_model.text.normal import NormalText
from dccs_model.text.numbers import read_number
from dccs_model.text.phrases import phrase_pattern

__all__ = ["MeasureReader"]

# A search is fastest for a pattern that begins with one letter of a class.
_DIGIT = re.compile(r"[0-9][0-9]*")
_POINTED = re.compile(r"\d+\.\d{1,2}")
_NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4}|\.\d{1,2}(?!\d))?)"
# Never the tail of a date, a code, a fraction or another number ("15/10", "ĐH.72", "9/9", "Covid-19").
_FREE = r"(?<![\d.,])(?<!\d[/])(?<![^\W\d_][.-])(?<!\s-)(?<![^\W\d_])"
_SCALE = r"(?:nghìn\stỷ|ngàn\stỷ|nghìn\stỉ|nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm\striệu|trăm|tr)(?![^\W\d_])"
_LABELLED = re.compile(
    r"(?:(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )(?:năm|quý|tháng|ngày)|(?<!tổng )số|khóa|thứ|điều|khoản"
    r"|mục|kỳ|quốc lộ|tỉnh lộ|vành đai|hạng|(?<!nâng )cấp|mốc|giai đoạn|nhiệm kỳ|tổ dân phố|khu phố|tổ|phường|quận"
    r"|thôn|ấp|khu|bài|chương trình|nghị định|nghị quyết|lớp|đề án|đội|cầu|đường|sn|hẻm|dự án|cụm|khối|km"
    r"|đợt|tết|chỉ thị|loại)\s{1,2}(?:số\s{1,2})?\Z"
)
_DELAY = re.compile(r"(?:chậm|trễ|muộn|kéo dài|rút ngắn|quá hạn|quá hẹn|sớm hơn)\s(?:\w{1,6}\s){0,3}\Z")
_TIMES = ("năm", "tháng", "ngày", "giờ", "phút", "quý", "tuần")
_BEFORE = re.compile(
    r"(?P<at_least>ít nhất|tối thiểu|không dưới|từ)\s\Z|(?P<at_most>tối đa|không quá|nhiều nhất)\s\Z"
    r"|(?P<more>trên|hơn|vượt)\s\Z|(?P<less>dưới|gần|chưa đến|chưa tới|ngót|xấp xỉ)\s\Z|(?P<about>khoảng"
    r"|ước|chừng|ước đạt|ước tính|ước khoảng|tầm|độ)\s\Z"
)
_RISE = re.compile(
    r"(?P<up>tăng|cao hơn|vượt)\s(?:thêm\s|trên\s|hơn\s|gần\s|khoảng\s|bình quân\s|lên\s)?\Z"
    r"|(?P<down>giảm|thấp hơn|hụt)\s(?:còn\s|xuống\s|trên\s|hơn\s|gần\s|khoảng\s)?\Z"
)
_BASELINE = re.compile(
    r"\s?[^,;.\d]{0,24}?(?:so với|so)\s(?P<base>[^,;.()]{3,50})|\s(?P<plan>kế hoạch|dự toán|chỉ tiêu"
    r"|nghị quyết|kh(?![^\W_]))(?=[^\W_]|[\s,;.)]|\Z)(?P<more>\s(?:năm|tỉnh giao|huyện giao|cả năm|giao|đề ra"
    r"|quý)){0,2}"
)
_BOUNDS = {
    "at_least": Bound.AT_LEAST,
    "at_most": Bound.AT_MOST,
    "more": Bound.MORE_THAN,
    "less": Bound.LESS_THAN,
    "about": Bound.ABOUT,
}


class MeasureReader:
    """
    Reads the figures of a clause; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        units = lexicon["units"]
        nouns = phrase_pattern(word for entry in units.entries if entry.get("kind") != "scale" for word in entry.words)
        # "triệu đồng/người/năm", "đồng/m3", "tấn nhân/ha"
        rate = rf"(?:(?:\s[^\W\d_]{{1,6}}(?=/))?\s?/\s?(?:{nouns}(?![^\W_])|(?!\d)[^\W\d_]{{1,9}}\d?(?![^\W_]))){{0,2}}"
        self._measure = re.compile(
            rf"{_FREE}(?P<low>{_NUMBER})(?:\s{{0,2}}(?:-|đến)\s{{0,2}}(?P<high>{_NUMBER}))?(?!/\d)(?![\d])\s{{0,2}}"
            rf"(?:(?P<percent>%(?:\s?/\s?(?:năm|tháng|quý))?)"
            rf"|(?P<big>tỷ|tỉ)\s{{1,2}}(?P<small>{_NUMBER})\s{{1,2}}(?P<sub>triệu)\s{{1,2}}(?P<money>đồng|đ)(?![^\W\d_])"
            rf"|(?P<unit>(?:{_SCALE}\s{{1,2}})?(?:lượt\s{{1,2}}{nouns}|{nouns})(?![^\W\d_]){rate}|(?:{_SCALE})(?:\s?(?:đồng|đ)(?![^\W\d_]))?{rate})"
            r"|(?P<symbol>m²|m³|km²|‰|m2|m3|km2|°c)(?!\w))"
        )

    def read(self, text: NormalText, start: int, end: int) -> Iterator[Measure]:
        """
        Yield the figures between *start* and *end*, in order; of a range both ends.
        """
        last = start
        for digit in _DIGIT.finditer(text.folded, start, end):
            found = self._measure.match(text.folded, digit.start(), end) if digit.start() >= last else None
            if found is None:
                continue
            last = found.end()
            before = text.folded[max(start, found.start() - 40) : found.start()]
            unit_start, unit_end = self._unit(found)
            unit = text.written(unit_start, unit_end)
            # "cấp 460 triệu đồng" gives money, "trường cấp 3" is called so.
            granted = before.endswith("cấp ") and "đồng" in text.folded[unit_start:unit_end]
            if _LABELLED.search(before) and not found["percent"] and not granted:
                continue
            if unit == "G":
                # "mạng 4G" is a name.
                continue
            if unit.lower() in _TIMES and not _DELAY.search(before):
                continue
            bound = _bound(before, text.folded[found.end() : found.end() + 12])
            change = _change(before)
            base = _BASELINE.match(text.folded, found.end(), min(end, found.end() + 80))
            baseline = text.written(*base.span("base" if base["base"] else "plan")) if base else None
            span = text.span(found.start(), found.end())
            for quantity in self._quantities(found):
                yield Measure(
                    quantity=quantity,
                    unit=f"{unit} {text.written(*found.span('money'))}" if found["big"] else unit,
                    bound=bound,
                    change=change,
                    baseline=baseline,
                    span=span,
                )

    def _unit(self, found: re.Match[str]) -> tuple[int, int]:
        for name in ("percent", "unit", "symbol", "big"):
            if found[name]:
                return found.span(name)
        return found.end(), found.end()

    def _quantities(self, found: re.Match[str]) -> Iterator[Decimal]:
        if found["big"]:
            yield _number(found["low"]) + _number(found["small"]) / 1000
            return
        yield _number(found["low"])
        if found["high"]:
            yield _number(found["high"])


def _number(written: str) -> Decimal:
    if _POINTED.fullmatch(written):
        return Decimal(written)
    return read_number(written).normalize() + 0 if "," not in written else read_number(written)


def _bound(before: str, after: str) -> Bound | None:
    if after.lstrip().startswith("trở lên"):
        return Bound.AT_LEAST
    if after.lstrip().startswith("trở xuống"):
        return Bound.AT_MOST
    found = _BEFORE.search(before)
    return (
        _BOUNDS[found.lastgroup]
        if found and found.lastgroup and found.lastgroup != "from" and found[0].strip() != "từ"
        else None
    )


def _change(before: str) -> Change | None:
    found = _RISE.search(before)
    if not found:
        return None
    return Change.INCREASE if found["up"] else Change.DECREASE
