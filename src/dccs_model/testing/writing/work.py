"""
The clauses about the work: drawn from the phrases, with their figures, in one of the usual shapes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import attr

from dccs_model.model import Bound, Change, Finding, FindingKind, Measure, Role, Sector
from dccs_model.testing.writing.body import sentences
from dccs_model.testing.writing.ink import Ink, fill, joined
from dccs_model.testing.writing.pen import Pen, chance, one_of, phrases, some_of
from dccs_model.testing.writing.people import Person, mentioned
from dccs_model.testing.writing.scene import Scene, period_words

__all__ = ["Clause", "directives", "draw_clauses", "plans", "section"]

_FIGURE = re.compile(
    r"<(?P<word>[^\d<>]*)(?P<low>[\d.]+)\.\.(?P<high>[\d.]+) (?P<unit>[^<>~]+?)(?: ~ (?P<tail>[^<>]+))?>"
)
_DECIMAL = re.compile(r"^(\d+)(?:\.(\d))?$")


@attr.frozen
class Clause:
    """
    One thing to say of the work.
    """

    kind: FindingKind
    sector: Sector
    written: Ink

    def found(self, ink: Ink | None = None, speaker: str | None = None) -> Ink:
        """
        Return the clause, or *ink* that holds it, marked as a finding.
        """
        written = self.written if ink is None else ink
        value = Finding(kind=self.kind, sector=self.sector, statement=written.text, speaker=speaker)
        return written.marked("finding", value)


def draw_clauses(pen: Pen, scene: Scene, kind: FindingKind, count: int) -> list[Clause]:
    """
    Draw *count* different clauses of one kind, about what *scene* is about.
    """
    pool = [(sector, each) for sector, clauses in phrases("findings")[kind.value].items() for each in clauses]
    near = [each for each in pool if each[0] in scene.sectors] or pool
    return [Clause(kind, Sector(sector), _written(pen, each)) for sector, each in some_of(pen, near, count)]


def _written(pen: Pen, template: str) -> Ink:
    written = Ink()
    last = 0
    for found in _FIGURE.finditer(template):
        written = written + template[last : found.start()] + _figure(pen, found)
        last = found.end()
    return written + template[last:]


def _figure(pen: Pen, found: re.Match[str]) -> Ink:
    """
    Write a figure: "trên 21,6 tỷ đồng", "tăng 12,5% so với cùng kỳ".
    """
    word, unit, tail = found["word"].strip(), found["unit"], found["tail"]
    quantity = _quantity(pen, found["low"], found["high"])
    space = "" if unit == "%" and not chance(pen, 6) else " "
    bounds, changes = phrases("findings")["bounds"], phrases("findings")["changes"]
    value = Measure(
        quantity=quantity,
        unit=unit,
        bound=Bound(bounds[word]) if word in bounds else None,
        change=Change(changes[word]) if word in changes else None,
        baseline=tail.removeprefix("so với ") if tail else None,
    )
    number = _number(pen, quantity)
    head = f"{word} " if word else ""
    return Ink(head) + Ink(f"{number}{space}{unit}").marked("measure", value) + (f" {tail}" if tail else "")


def _quantity(pen: Pen, low: str, high: str) -> Decimal:
    scale = 10 if "." in low else 1
    drawn = pen.number(int(Decimal(low) * scale), int(Decimal(high) * scale))
    return Decimal(drawn) / scale


def _number(pen: Pen, quantity: Decimal) -> str:
    """
    The number as Vietnamese writes it: a dot for thousands, a comma for decimals.
    """
    whole, _, part = f"{quantity:f}".partition(".")
    if not part and len(whole) == 1 and chance(pen, 2):
        return f"0{whole}"
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{part}" if part else grouped


# ---- shapes -----------------------------------------------------------------


def section(pen: Pen, scene: Scene, kind: FindingKind, clauses: Sequence[Clause]) -> Ink:
    """
    Write a section of the report: achievements, shortcomings, causes or petitions.
    """
    words = sentences(kind.value)
    shape = one_of(pen, ["sentences", "list", "semicolons", "lines", "numbered"])
    if shape == "sentences" and kind is FindingKind.PETITION:
        # A second sentence would no longer say that it's asked for.
        shape = "semicolons"
    if shape in ("list", "lines", "numbered") and len(clauses) > 1:
        return _listing(one_of(pen, words["lists"]), shape, [each.found() for each in clauses])
    results = kind is FindingKind.ACHIEVEMENT
    lead = "" if results and chance(pen, 2) else one_of(pen, words["leads"])
    first = clauses[0].written
    if results and scene.review and chance(pen, 2):
        review = period_words(pen, scene.review, year=scene.review.form == "year" or chance(pen, 2))
        first = _lowered(fill(one_of(pen, words["openers"]), review=review)) + first
    head = clauses[0].found(first if lead else first.capitalised())
    return Ink(lead) + _sentences(shape, head, [each.found() for each in clauses[1:]])


def directives(pen: Pen, scene: Scene, person: Person, what: str, clauses: Sequence[Clause]) -> Ink:
    """
    Write what a person asks for, who concludes ("conclude") or directs ("speak").
    """
    role = Role.CONCLUDE if what == "conclude" else Role.SPEAK
    who = mentioned(pen, person).marked("role", role, person.number)
    shape = one_of(pen, ["semicolons", "list", "sentences", "lines", "numbered"])
    asked = _addressee(pen, scene)
    if shape in ("list", "lines", "numbered") and len(clauses) > 1:
        head = fill(one_of(pen, sentences("directive")[what]), who=who, colon=": ")
        return _listing(head, shape, [each.found(speaker=person.name) for each in clauses])
    colon = one_of(pen, [" ", ": "])
    head = fill(one_of(pen, sentences("directive")[what]), who=who, colon=colon)
    first = Ink(asked) + clauses[0].written
    rest = [each.found(speaker=person.name) for each in clauses[1:]]
    return head + _sentences(shape, clauses[0].found(first, person.name), rest)


def plans(pen: Pen, scene: Scene, clauses: Sequence[Clause]) -> Ink:
    """
    Write what the meeting agrees to do.
    """
    words = phrases("sentences")["directive"]
    if scene.plan is None:
        head = Ink(one_of(pen, words["nobody"]))
    else:
        head = fill(
            one_of(pen, words["plan"]),
            plan=period_words(pen, scene.plan, year=scene.plan.form == "year" or chance(pen, 2)),
        )
    return _listing(head, one_of(pen, ["list", "lines", "numbered"]), [each.found() for each in clauses])


def _addressee(pen: Pen, scene: Scene) -> str:
    forms = phrases("sentences")["directive"]["addressees"]
    return str(one_of(pen, forms if scene.cluster else forms[1:]))


def _listing(head: Ink | str, shape: str, clauses: Sequence[Ink]) -> Ink:
    """
    The *head*, which ends in a colon and a space, and its items.
    """
    if shape == "lines":
        items = joined(";\n- ", [each.capitalised() for each in clauses])
        return (Ink() + head).without_tail(" ") + "\n- " + items + "."
    if shape == "numbered":
        items = joined("; ", [Ink(f"({number}) ") + each for number, each in enumerate(clauses, 1)])
        return Ink() + head + items + "."
    return Ink() + head + joined("; ", clauses) + "."


def _sentences(shape: str, first: Ink, rest: Sequence[Ink]) -> Ink:
    if shape == "semicolons":
        return joined("; ", [first, *rest]) + "."
    return joined(". ", [first, *(each.capitalised() for each in rest)]) + "."


def _lowered(written: Ink) -> Ink:
    return written.respelt(lambda text: text[:1].lower() + text[1:])
