"""
One official over several mentions: posts, roles, and the post that stands for a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dccs_model.lexicon import Lexicon
from dccs_model.model import Mention, Official, Participant, Position, Role, match_key
from dccs_model.parsing.names import KnownNames
from dccs_model.parsing.people import PeopleReader, PersonMention
from dccs_model.parsing.positions import PositionReader
from dccs_model.parsing.roles import RoleReader
from dccs_model.parsing.segment import Block
from dccs_model.text.normal import NormalText

__all__ = ["OfficialsReader", "People"]


_ROLES = tuple(Role)


class People(NamedTuple):
    """
    Everyone of an article.
    """

    #: The participants, in the order of first mention.
    participants: tuple[Participant, ...]
    #: Every mention, in the order of the text, with the name it is tied to.
    mentions: tuple[tuple[PersonMention, str | None], ...]
    #: The posts that stand alone and could not be tied to one official.
    untied: tuple[PersonMention, ...]


class _Keys(NamedTuple):
    """
    The forms in which the names and the posts of one text are compared.
    """

    #: That of the name at a place.
    name: Callable[[tuple[int, int]], str]
    #: That of a post as written.
    post: Callable[[str], str]


class _Holders:
    """
    Who holds which post, by the whole post and by its first words: "Phó Chủ tịch UBND" of "Phó Chủ tịch UBND xã".
    """

    def __init__(self, positions: Mapping[str, tuple[Position, ...]], keys_of: _Keys) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._begun: dict[str, set[str]] = defaultdict(set)
        for name, held in positions.items():
            for post in held:
                key = keys_of.post(post.text)
                words = key.split(" ")
                self._whole[key].add(name)
                for count in range(2, len(words) + 1):
                    self._begun[" ".join(words[:count])].add(name)

    def only_one(self, wanted: Sequence[str]) -> str | None:
        """
        Return the one who holds any of the posts, or None where several or none do.
        """
        for known in (self._whole, self._begun):
            holders = [known[post] for post in wanted if post in known]
            if holders:
                # Where several hold one post, nobody is meant alone.
                names = set.union(*holders) if max(map(len, holders)) == 1 else set()
                return names.pop() if len(names) == 1 else None
        return None


class OfficialsReader:
    """
    Reads everyone of an article; immutable once made.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._people = PeopleReader(lexicon)
        self._positions = PositionReader(lexicon)
        self._roles = RoleReader(lexicon)
        self._verbs = lexicon["speech"].telling("kind")

    def read(self, text: NormalText, blocks: Sequence[Block]) -> People:
        """
        Return everyone who is named in the body and the captions.
        """
        places = [block for block in blocks if block.kind in ("body", "caption", "heading")]
        found = [(block, self._people.find(text, block.start, block.end)) for block in places]
        # Each name and each post of the text is brought to the form for comparing once.
        keys_of = _Keys(cache(lambda name: match_key(text.written(*name))), self._positions.key)
        names: dict[str, str] = {}
        for _, mentions in found:
            for mention in mentions:
                if mention.name:
                    names.setdefault(keys_of.name(mention.name), text.written(*mention.name))
        known = KnownNames(names.values())
        positions = self._posts(text, [mention for _, mentions in found for mention in mentions], keys_of)
        holders = _Holders(positions, keys_of)
        participants: dict[str, list[PersonMention]] = defaultdict(list)
        roles: dict[str, dict[Role, PersonMention]] = defaultdict(dict)
        tied: list[tuple[PersonMention, str | None]] = []
        untied: list[PersonMention] = []
        for block, mentions in found:
            again = self._people.again(text, known, mentions, block.start, block.end)
            people = sorted([*mentions, *again], key=lambda mention: mention.start)
            if not people:
                continue
            keys = {mention: self._key(text, mention, holders, keys_of) for mention in people}
            for mention in people:
                key = keys[mention]
                tied.append((mention, names[key] if key else None))
                if key:
                    participants[key].append(mention)
                elif mention.honorific and mention.name is None and self._acts(text, mention, block.end):
                    untied.append(mention)
            starts = [mention.start for mention in people]
            for start, end in block.sentences:
                inside = people[bisect_left(starts, start) : bisect_left(starts, end)]
                if not inside:
                    continue
                given: dict[str, list[Role]] = defaultdict(list)
                for mention, role in self._roles.read(text, start, end, inside):
                    key = keys[mention]
                    if key:
                        given[key].append(role)
                        roles[key].setdefault(role, mention)
                for key, told in given.items():
                    # "dự và chỉ đạo" in one sentence is one role, however the words are parted.
                    if Role.DIRECT in told and Role.ATTEND in told and roles[key].get(Role.ATTEND) in inside:
                        del roles[key][Role.ATTEND]
        ordered = sorted(names, key=lambda key: participants[key][0].start if participants[key] else 0)
        made = (self._participant(text, names[key], participants[key], positions[key], roles[key]) for key in ordered)
        return People(tuple(each for each in made if each), tuple(tied), tuple(untied))

    def _posts(
        self, text: NormalText, mentions: Sequence[PersonMention], keys_of: _Keys
    ) -> dict[str, tuple[Position, ...]]:
        posts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in mentions:
            if mention.name:
                posts[keys_of.name(mention.name)] += mention.posts
        return defaultdict(tuple, {key: self._positions.read(text, each) for key, each in posts.items()})

    def _key(self, text: NormalText, mention: PersonMention, holders: _Holders, keys_of: _Keys) -> str | None:
        """
        Return whom a mention is of: by name, or by a post that only one official holds.
        """
        if mention.name:
            return keys_of.name(mention.name)
        if not mention.posts and mention.honorific:
            return match_key(mention.honorific)
        return holders.only_one([keys_of.post(text.written(start, end)) for start, end in mention.posts])

    def _acts(self, text: NormalText, mention: PersonMention, end: int) -> bool:
        """
        Whether a verb of saying follows the post right away.
        """
        return self._verbs.first(text.folded, mention.end, min(end, mention.end + 30)) is not None

    def _participant(
        self,
        text: NormalText,
        name: str,
        mentions: Sequence[PersonMention],
        positions: tuple[Position, ...],
        roles: dict[Role, PersonMention],
    ) -> Participant | None:
        named = [mention for mention in mentions if mention.name]
        if not named or (not positions and not roles and not any(m.honorific for m in named)):
            return None
        first = named[0]
        honorific = next((mention.honorific for mention in named if mention.honorific), None)
        by_mention = {mention: role for role, mention in roles.items()}
        official = Official(name=name, honorific=honorific, positions=positions, span=text.span(*first.name))  # type: ignore[misc]
        seen = tuple(
            Mention(span=text.span(*(each.name or (each.start, each.end))), role=by_mention.get(each))
            for each in mentions
        )
        return Participant(official=official, roles=_clean(roles), mentions=seen)


def _clean(roles: dict[Role, PersonMention]) -> tuple[Role, ...]:
    return tuple([role for role in _ROLES if role in roles])
