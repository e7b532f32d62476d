"""What stands around a place in a text: the rest of its line, the bodies and the awards named nearest.

Figures, streaks and candidacies all start from a few words ("3 ปีซ้อน", "ผ่านเข้ารอบ") and look from there.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

import ahocorasick

from kg.extract.awards import Award, main_year
from kg.extract.inorder import InOrder
from kg.extract.lexicon import whole
from kg.extract.mentions import Mention
from kg.extract.words import LANGUAGES, in_all_languages, load_words

_REACH: Final = 260


def vocabulary(name: str) -> tuple[str, ...]:
    """The words of a list around figures, of every language that has it, in their order: number words count up."""
    return in_all_languages("figures", name)


@cache
def choice(*names: str) -> str:
    """A pattern that matches any word of these lists, the longest first; Latin words only whole."""
    words = {word for name in names for word in vocabulary(name)}
    ordered = sorted(words, key=lambda word: (-len(word), word))
    latin = [word for word in ordered if word[0].isascii() and word[0].isalpha()]
    other = [word for word in ordered if word not in latin]
    parts = [re.escape(word) for word in other]
    if latin:
        parts.append(r"(?<![A-Za-z])(?i:" + "|".join(map(re.escape, latin)) + r")(?![A-Za-z])")
    return "(?:" + "|".join(parts) + ")"


@cache
def finder(*names: str) -> re.Pattern[str]:
    """A compiled search for the words of these lists."""
    return re.compile(choice(*names))


@cache
def _automaton(names: tuple[str, ...]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in names:
        for word in vocabulary(name):
            automaton.add_word(word.lower(), (name, len(word)))
    automaton.make_automaton()
    return automaton


def occurrences(text: str, *names: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and list of the words of some lists, leftmost and longest; faster over a whole text than a pattern."""
    lower = text.lower()
    found = _automaton(names).iter(lower if len(lower) == len(text) else text)
    busy = 0
    for start, end, name in sorted(((end + 1 - size, end + 1, name) for end, (name, size) in found), key=_leftmost):
        if start >= busy and whole(text, start, end):
            busy = end
            yield start, end, name


def _leftmost(hit: tuple[int, int, str]) -> tuple[int, int]:
    return hit[0], -hit[1]


@cache
def number_values() -> dict[str, int]:
    """What the numbers in words stand for; every language's lists begin with two."""
    lists = [load_words(f"figures_{language}").lists for language in LANGUAGES]
    columns = [words for each in lists for name in ("number_words", "ordinal_words") if (words := each.get(name))]
    return {word: value for words in columns for value, word in enumerate(words, start=2)}


@cache
def unasked(*names: str) -> re.Pattern[str]:
    """A search for the words of these lists where they are not only asked for ("ขอรับรางวัล")."""
    return re.compile("".join(rf"(?<!{re.escape(word)})" for word in vocabulary("asks")) + choice(*names))


@cache
def _guards() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, latin = load_words("th"), load_words("en")
    post = rf"{words.pattern('post')}(?:ของ|แห่ง|ประจำ|จาก|ใหญ่)?\s?$|{latin.compiled('post_before').pattern}"
    return re.compile(post), re.compile(rf"{words.pattern('aside')}\s?$|{latin.compiled('aside_before').pattern}")


@dataclass(frozen=True)
class Page:
    """A document as these readers see it."""

    text: str
    mentions: Sequence[Mention]
    awards: Sequence[Award]
    _years: dict[tuple[str, int | None], int | None] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> list[Mention]:
        """Bodies and people, in order."""
        return [mention for mention in self.mentions if mention.group in ("body", "person")]

    @cached_property
    def _names_in_order(self) -> InOrder[Mention]:
        return InOrder(self.names)

    @cached_property
    def _awards_in_order(self) -> InOrder[Award]:
        return InOrder(self.awards)

    @cached_property
    def _line_ends(self) -> list[int]:
        return [*(match.start() for match in re.finditer("\n", self.text)), len(self.text)]

    @cached_property
    def plain(self) -> str:
        """The text with the names of bodies blotted out: a verb within a name is no verb."""
        parts, at = [], 0
        for name in self.names:
            if name.start >= at and name.group == "body":
                parts += [self.text[at : name.start], "X" * (name.end - name.start)]
                at = name.end
        return "".join([*parts, self.text[at:]])

    @cached_property
    def main_body(self) -> Mention | None:
        """The body that the text names most often, posts, awarders and places left aside."""
        votes = Counter(name.name for name in self.names if name.group == "body" and self.can_win(name))
        if not votes:
            return None
        first = {name.name: name for name in reversed(self.names)}
        best = min(votes, key=lambda name: (-votes[name], first[name].start))
        return first[best] if votes[best] > 1 else None

    def can_win(self, name: Mention) -> bool:
        """Whether a body can be a winner where it stands; "หน่วยงานที่ …" names none."""
        described = not name.refs and (
            name.name.startswith(vocabulary("generic")) or re.search(r"ที่(?!ดิน|ทำการ|ราบ)", name.name)
        )
        return not (described or self.is_post(name) or self.is_aside(name))

    def line(self, at: int) -> tuple[int, int]:
        """Start and end of the line that a position stands in."""
        index = bisect.bisect_left(self._line_ends, at)
        return self._line_ends[index - 1] + 1 if index else 0, self._line_ends[index]

    def before(self, at: int, reach: int) -> str:
        """What stands before a position in its line."""
        return self.text[max(self.line(at)[0], at - reach) : at]

    def after(self, at: int, reach: int) -> str:
        """What stands after a position in its line."""
        end = self.text.find("\n", at, at + reach)
        return self.text[at : end if end >= 0 else at + reach]

    def names_in(self, start: int, end: int) -> Sequence[Mention]:
        """Bodies and people that begin within a stretch."""
        return self._names_in_order.between(start, end)

    def awards_in(self, start: int, end: int) -> Sequence[Award]:
        """Awards that begin within a stretch."""
        return self._awards_in_order.between(start, end)

    def award_near(self, start: int, end: int, reach: int = _REACH) -> Award | None:
        """The award named last before a stretch in its line or right behind it, else the one last named before."""
        low, high = self.line(start)
        before, behind = self._awards_in_order.before(end), self._awards_in_order.next_from(end)
        if before and before.start >= max(low, start - reach):
            return before
        if behind and behind.start < min(high, end + 60):
            return behind
        return before if before and before.start >= start - 2 * reach else None

    def is_post(self, name: Mention) -> bool:
        """Whether a body only says whose official somebody is."""
        return bool(_guards()[0].search(self.text[max(0, name.start - 30) : name.start]))

    def is_aside(self, name: Mention) -> bool:
        """Whether a body gives, holds or owns, or stands in brackets behind its own name."""
        head = self.text[max(0, name.start - 30) : name.start]
        return head.endswith("(") or bool(_guards()[1].search(head)) or name.kind == "kindCollegiateBody"

    def winner_before(self, start: int, at: int, *, personal: bool = False) -> Mention | None:
        """The body or person named last between two places as one who can win.

        Who takes an award by a post takes it for the body, unless the award is a person's own; who only says so is
        passed over.
        """
        found = self.names_in(start, at)
        for index in range(len(found) - 1, -1, -1):
            name = found[index]
            if name.group == "person":
                if not finder("says").search(self.text, name.end, at):
                    return name
            elif self.is_post(name):
                if holder := self.holder(name) if not finder("says").search(self.text, name.end, at) else None:
                    return holder if personal else name
                if index == len(found) - 1 and personal:
                    return None
            elif self.can_win(name) and not self._place_of_earlier(name, found[index - 1] if index else None):
                return name
        return None

    def holder(self, post: Mention) -> Mention | None:
        """Who holds a post: the person named right before it, here or where the text names post and body again."""
        same = [post, *(name for name in self.names if name.name == post.name and name is not post)]
        for name in same:
            near = [each for each in self.names_in(name.start - 90, name.start) if each.group == "person"]
            if near and name.start - near[-1].end <= 60 and self.is_post(name):
                return near[-1]
        return None

    def _place_of_earlier(self, name: Mention, earlier: Mention | None) -> bool:
        """A province right behind another body tells where that body is."""
        if name.kind != "province" or earlier is None or earlier.kind == "province":
            return False
        gap = self.text[earlier.end : name.start]
        return bool(re.fullmatch(r"[\s)]{0,3}(?:(?:หมู่|ต\.|ตำบล|อ\.|อำเภอ)\s?\S{1,20}\s?){0,3}", gap))

    def stands_for(self, scheme_name: str, award: Award | None, year: int | None) -> int | None:
        """The year an award is meant for: what the text says most often of its scheme, else the award's own."""
        fallback = award.year if award and award.year else year
        key = (scheme_name, fallback)
        if key not in self._years:
            self._years[key] = main_year(self.text, self.awards, scheme_name, fallback)
        return self._years[key]

    @cached_property
    def is_open_contest(self) -> bool:
        """Whether the text invites to a contest or a draw."""
        return bool(finder("open_contest").search(self.text))

    @cached_property
    def main_award(self) -> Award | None:
        """The award that the text names most often."""
        votes = Counter(award.scheme_name for award in self.awards if award.scheme_name and award.known)
        if not votes:
            return None
        best = min(votes, key=lambda name: (-votes[name], name))
        return next(award for award in self.awards if award.scheme_name == best)
