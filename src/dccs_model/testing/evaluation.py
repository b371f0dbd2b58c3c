"""
The scorer: how well articles are read, field by field, against answers.

An answer is a document of the wire format, which may be partial: what it
leaves out is not scored. `null` and `[]` say that there is none, and
``"complete": true`` beside ``"conference"`` says so of every key that is missing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dccs_model.errors import FormatError, excerpt
from dccs_model.formats import to_dict
from dccs_model.model import FindingKind, ParsedArticle, Span
from dccs_model.testing._reading import Clause, Fact, Reading, read_document
from dccs_model.testing._scores import FIELDS, HEADLINE, Comparison, Evaluation, Miss, Score
from dccs_model.testing.writing.answer import WrittenArticle

__all__ = [
    "FIELDS",
    "HEADLINE",
    "Comparison",
    "Evaluation",
    "Miss",
    "Score",
    "agreement",
    "compare",
    "evaluate",
    "score",
]

#: A made-up or missed run of letters in a finding that is shorter than this is no miss worth telling.
_WORTH_TELLING = 15
_GAP = 12


def evaluate(folder: Path | str, parse: Callable[[str], ParsedArticle] | None = None) -> Evaluation:
    """
    Read every ``NAME.txt`` of *folder* and score it against ``NAME.json``.

    Texts without an answer are passed over.

    Args:
        folder: Where texts and answers stand, in UTF-8.
        parse: What reads a text; `dccs_model.parse_article` unless given.

    Raises:
        FormatError: if an answer is broken, or *folder* holds none.
    """
    pairs = [(each, each.with_suffix(".txt")) for each in sorted(Path(folder).glob("*.json"))]
    pairs = [(answer, text) for answer, text in pairs if text.is_file()]
    if not pairs:
        raise FormatError(f"{folder} holds no NAME.json beside a NAME.txt")
    return Evaluation.sum(_evaluated(answer, text, parse or _parse_article()) for answer, text in pairs)


def _parse_article() -> Callable[[str], ParsedArticle]:
    from dccs_model.parsing import parse_article

    return parse_article


def _evaluated(answer: Path, text: Path, parse: Callable[[str], ParsedArticle]) -> Evaluation:
    words = text.read_bytes().decode("utf-8")
    parsed = parse(words)
    try:
        return score(answer.stem, words, _loaded(answer), parsed)
    except (FormatError, json.JSONDecodeError) as error:
        raise FormatError(f"{answer}: {error}") from error


def _loaded(answer: Path) -> dict[str, Any]:
    data = json.loads(answer.read_bytes())
    if not isinstance(data, dict):
        raise FormatError(f"expected an object, not {type(data).__name__}")
    return data


def score(name: str, text: str, answer: Mapping[str, Any], parsed: ParsedArticle) -> Evaluation:
    """
    Score one reading of *text* against its *answer*.

    Args:
        name: What misses call the article.
        text: The article.
        answer: A document of the wire format, which may be partial.
        parsed: What was read.

    Raises:
        FormatError: if *answer* is broken.
    """
    truth = read_document(answer, text, complete=bool(answer.get("complete", False)))
    return _scored(name, text, truth, read_document(to_dict(parsed), text, complete=True))


def agreement(written: WrittenArticle, parsed: ParsedArticle, *, name: str = "written") -> Evaluation:
    """
    Score what was read of a written article against what it was written from.
    """
    return score(name, written.text, {**to_dict(written.answer), "complete": True}, parsed)


def compare(old: Evaluation, new: Evaluation) -> Comparison:
    """
    Tell what *new* gained and lost against *old*.
    """
    return Comparison.of(old, new)


# ---- one article ------------------------------------------------------------


def _scored(name: str, text: str, truth: Reading, got: Reading) -> Evaluation:
    scores: dict[str, Score] = {}
    misses: list[Miss] = []
    for field, result, differences in _compared(text, truth, got):
        scores[field] = result
        # It is a conference or it is none: to miss the one is to make up the other.
        told = differences[:1] if field == "is_conference" else differences
        misses += [_miss(name, text, field, kind, fact) for kind, fact in told]
    ordered = {field: scores[field] for field in FIELDS if field in scores}
    return Evaluation(articles=1, scores=ordered, misses=tuple(misses), whole=int(not misses))


#: How a reading differs in one field: "missed" or "made up", and what.
_Differences = list[tuple[str, Fact]]


def _compared(text: str, truth: Reading, got: Reading) -> Iterator[tuple[str, Score, _Differences]]:
    for field, facts in truth.facts.items():
        said = got.facts.get(field, ())
        if field in truth.silent:
            # Of these officials the answer doesn't say what is true.
            said = tuple(each for each in said if each.owner not in truth.silent[field])
        yield field, *_matched(facts, said, _SAME.get(field, _equal))
    if truth.clauses is not None:
        clauses = got.clauses or ()
        for kind in FindingKind:
            yield f"findings:{kind}", *_covered(text, kind, truth.clauses, clauses)
        yield "sectors", *_sectors(truth.clauses, clauses)


def _equal(true: Fact, said: Fact) -> bool:
    return true == said


def _same_venue(true: Fact, said: Fact) -> bool:
    """
    One hall, named more or less fully: "xã X", "nhà văn hóa xã X".
    """
    shorter, longer = sorted((str(true.key), str(said.key)), key=len)
    return shorter == longer or (len(shorter) >= 6 and shorter in longer)


def _same_position(true: Fact, said: Fact) -> bool:
    """
    One post of one official, where one side may say its body more fully.
    """
    shorter, longer = sorted((str(true.key), str(said.key)), key=len)
    fuller = len(shorter.split()) >= 2 and longer.startswith(f"{shorter} ")
    return true.owner == said.owner and (true.key == said.key or fuller)


_SAME: dict[str, Callable[[Fact, Fact], bool]] = {"venue": _same_venue, "positions": _same_position}


def _matched(
    true: tuple[Fact, ...], said: tuple[Fact, ...], same: Callable[[Fact, Fact], bool]
) -> tuple[Score, _Differences]:
    """
    Pair the facts of both sides, each once; equal ones first.
    """
    pairs = Counter(true) & Counter(said)
    missed, made_up = _less(true, pairs), _less(said, pairs)
    right = pairs.total()
    for fact in tuple(missed):
        hit = next((each for each in made_up if same(fact, each)), None) if same is not _equal else None
        if hit is not None:
            missed.remove(fact)
            made_up.remove(hit)
            right += 1
    differences = [("missed", each) for each in missed] + [("made up", each) for each in made_up]
    return Score(right, len(said), len(true)), differences


def _less(facts: tuple[Fact, ...], pairs: Counter[Fact]) -> list[Fact]:
    left = Counter(pairs)
    rest = []
    for each in facts:
        if left[each] > 0:
            left[each] -= 1
        else:
            rest.append(each)
    return rest


# ---- findings ---------------------------------------------------------------


def _covered(text: str, kind: str, true: tuple[Clause, ...], said: tuple[Clause, ...]) -> tuple[Score, _Differences]:
    """
    Score letters: where a clause ends is a matter of taste, and what it covers is not.
    """
    ours, theirs = _letters(text, kind, true), _letters(text, kind, said)
    differences = [("missed", each) for each in _runs(text, ours - theirs)]
    differences += [("made up", each) for each in _runs(text, theirs - ours)]
    return Score(len(ours & theirs), len(theirs), len(ours)), differences


def _letters(text: str, kind: str, clauses: tuple[Clause, ...]) -> set[int]:
    spans = (each.span for each in clauses if each.kind == kind)
    return {at for span in spans for at in range(span.start, min(span.end, len(text))) if text[at].isalnum()}


def _runs(text: str, letters: set[int]) -> Iterator[Fact]:
    """
    Neighbouring letters as facts, the short ones left out.
    """
    start = last = -1
    for at in [*sorted(letters), len(text) + _GAP + 1]:
        if start >= 0 and at - last > _GAP:
            if last + 1 - start > _WORTH_TELLING:
                words = " ".join(text[start : last + 1].split())
                yield Fact(words, repr(words[:110]), Span(start=start, end=last + 1))
            start = -1
        start, last = (at if start < 0 else start), at


def _sectors(true: tuple[Clause, ...], said: tuple[Clause, ...]) -> tuple[Score, _Differences]:
    """
    Score, for each true clause with a sector, the one that most of its letters were given.
    """
    by_letter = {at: each.sector for each in said if each.sector for at in range(each.span.start, each.span.end)}
    result = Score()
    differences: _Differences = []
    for each in true:
        if each.sector is None:
            continue
        votes = Counter(by_letter[at] for at in range(each.span.start, each.span.end) if at in by_letter)
        given = votes.most_common(1)[0][0] if votes else None
        result += Score(int(given == each.sector), int(given is not None), 1)
        if given not in (None, each.sector):
            shown = f"{given} for {each.sector}: {each.statement[:80]!r}"
            differences.append(("made up", Fact(shown, shown, each.span)))
    return result, differences


# ---- misses -----------------------------------------------------------------


def _miss(name: str, text: str, field: str, kind: str, fact: Fact) -> Miss:
    if fact.span is None:
        return Miss(article=name, field=field, kind=kind, what=fact.shown)
    found = excerpt(text, fact.span)
    return Miss(
        article=name,
        field=field,
        kind=kind,
        what=fact.shown,
        span=fact.span,
        line=found.line,
        excerpt=f"  {found.shown}\n  {found.carets}",
    )
