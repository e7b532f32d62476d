"""The names of a text and what their places say of them: who can be a winner where he stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.inorder import InOrder
from kg.extract.mention import UNIT_KINDS
from kg.extract.mentions import Mention
from kg.extract.words import Words

_OPENING: Final = "“‘"
_CLOSING: Final = "”’"
_ANY_QUOTE: Final = re.compile(r"[”’“‘\n]")
_MINISTRY: Final = "kindMinistry"
_AREAS: Final = frozenset({"province", "th-bma"})
_POST_REACH: Final = 90  # characters between a person's name and the body that his post names


class Stage:
    """Names in order, with the questions that rules ask about them."""

    def __init__(self, text: str, mentions: Sequence[Mention], words: Words) -> None:
        """``mentions`` in the order of the text."""
        self.text = text
        self.names = [mention for mention in mentions if mention.group in ("body", "person")]
        self._in_order = InOrder(self.names)
        self._post = words.compiled("post_before")
        self._aside = words.compiled("aside_before")
        self._aside_person = words.compiled("aside_person")
        self._not_described = words.compiled("not_described")
        self._acts = words.compiled("acts")
        self._venue = words.compiled("venue_before")
        self._address = words.compiled("address_before")
        self._district = words.compiled("district")
        self._joined = words.compiled("joined")
        self._represented = words.compiled("represented")
        self._together = words.compiled("together")
        self._eligible: dict[int, bool] = {}  # asked of every name of a line by every award of it
        heading = words.compiled("heading")
        over = words.compiled("over_awards")
        self.headings = [
            name
            for name in self.names
            if name.group == "body" and (heading.match(text, name.end) or self._alone_over(name, over))
        ]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Names that begin in a stretch of the text."""
        return self._in_order.between(start, end)

    def before(self, at: int) -> Mention | None:
        """The last name that begins before a position."""
        return self._in_order.before(at)

    def winning_bodies(self, start: int, end: int) -> list[Mention]:
        """Bodies that begin in a stretch of the text and can be winners where they stand."""
        return [name for name in self.between(start, end) if name.group == "body" and self.eligible(name)]

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The line around a stretch, without its line ends."""
        stop = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if stop < 0 else stop

    def eligible(self, name: Mention) -> bool:
        """Whether a name can be a winner where it stands: no part of a post, no organizer, no place of something."""
        known = self._eligible.get(name.start)
        if known is None:
            known = self._eligible[name.start] = self._can_win(name)
        return known

    def _can_win(self, name: Mention) -> bool:
        if name.group == "body":
            earlier = self._in_order.before(name.start)
            before = self.text[max(earlier.end if earlier else 0, name.start - 40) : name.start]
            if self._post.search(before) or self._aside.search(before) or before.endswith("("):
                return False
            if self._stands_above(name, earlier) or self._in_address(name):
                return False
            if name.kind == "kindCollegiateBody" or self._within_quotes(name):
                return False
        elif self._aside_person.search(self.text, max(0, name.start - _POST_REACH), name.start):
            return False
        return not (name.kind == "province" and self._tells_where(name))

    def joined(self, first: Mention, second: Mention) -> bool:
        """Whether AND or a comma joins two names."""
        return self._joined.fullmatch(self.text, first.end, second.start) is not None

    def last_group(self, bodies: Sequence[Mention]) -> list[Mention]:
        """The last of some bodies, with those that a comma, AND or a space joins to it."""
        group = [bodies[-1]]
        for name in reversed(bodies[:-1]):
            apart = not self._together.fullmatch(self.text, name.end, group[0].start)
            if apart or name.name == group[0].name:
                break
            group.insert(0, name)
        return group

    def body_of_post(self, person: Mention, end: int) -> Mention | None:
        """The body whose post a person holds: who takes an award by a post takes it for the body."""
        behind = self.between(person.end, min(end, person.end + _POST_REACH))
        return next((name for name in behind if name.group == "body"), None)

    def describes_previous(self, name: Mention, start: int) -> bool:
        """Whether a body in a list is the parent of the unit before it, or the employer of the person before it."""
        earlier = self.between(start, name.start)
        if not earlier or name.group == "person":
            return False
        last = earlier[-1]
        gap = self.text[last.end : name.start]
        if last.group == "person":
            return len(gap) < 60 and not self._not_described.search(gap)
        return last.kind in UNIT_KINDS and not gap.strip() and name.kind not in UNIT_KINDS

    def stands_for_body(self, person: Mention, start: int) -> bool:
        """Whether a person behind BY only stands for the body that a list from ``start`` on names right before him."""
        body = self.before(person.start) if person.group == "person" else None
        if body is None or body.group != "body" or body.start < start:
            return False
        return bool(self._represented.fullmatch(self.text, body.end, person.start))

    def _alone_over(self, name: Mention, over: re.Pattern[str]) -> bool:
        """Whether a body has a line of its own, and its awards the lines below."""
        start, end = self.line(name.start, name.end)
        return not self.text[start : name.start].strip() and over.match(self.text, name.end, end + 80) is not None

    def _stands_above(self, name: Mention, earlier: Mention | None) -> bool:
        """Whether a ministry stands right behind another body, to say under whom that body is."""
        if earlier is None or earlier.group != "body" or name.kind != _MINISTRY or earlier.kind == _MINISTRY:
            return False
        return not self.text[earlier.end : name.start].strip()

    def _in_address(self, name: Mention) -> bool:
        """Whether a province or a city only ends an address, or a body is where something is held."""
        if name.kind not in _AREAS:
            if self._acts.match(self.text, name.end):
                return False
            earlier = self._in_order.before(name.start)
            start = max(earlier.end if earlier else 0, name.start - 40)
            return self._venue.search(self.text, start, name.start) is not None
        return self._address.search(self.text, max(0, name.start - 90), name.start) is not None

    def _tells_where(self, name: Mention) -> bool:
        """A province right behind another body tells where that body is."""
        earlier = self._in_order.before(name.start)
        if earlier is None or earlier.kind == "province" or earlier.group != "body":
            return False
        return self._district.fullmatch(self.text, earlier.end, name.start) is not None

    def _within_quotes(self, name: Mention) -> bool:
        """Whether a name is only a part of what stands between quotation marks: the title of a work."""
        line = self.text.rfind("\n", 0, name.start) + 1
        opened = max(self.text.rfind(mark, line, name.start) for mark in _OPENING)
        if opened < 0 or any(mark in self.text[opened + 1 : name.start] for mark in _CLOSING):
            return False
        closing = _ANY_QUOTE.search(self.text, name.end)
        if not closing or closing[0] not in _CLOSING:
            return False
        whole = not self.text[opened + 1 : name.start].strip() and closing.start() - name.end <= 1
        return not whole
