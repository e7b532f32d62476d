"""What a text says of the people that it names: who gives, takes, wins, chairs, speaks, is there.

A line is read from left to right as names and cues. Names that stand together with no cue between them share what
the cues around them say; a cue opens a group ("พร้อมด้วย" companions, "จาก" givers) or tells what the group before does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.extract.cues import AND_ANOTHER, ceremony, coming, cues, gives, no_winners, personal_award, post_behind, prizes
from kg.extract.mentions import Mention
from kg.extract.persons import Person, awards_and_chances

RANK: Final = {"winner": 6, "presenter": 5, "receiver": 4, "chair": 3, "speaker": 2, "attendee": 1}
_AT_A_MEETING: Final = "meeting"
_REACH: Final = 220
_REACH_OF_TAKING: Final = 130
_AWARD_NEAR: Final = 40


@dataclass(frozen=True, slots=True)
class Vote:
    """One sign of a part that a person plays, ending where the words that say so end.

    ``sign`` tells how: by a word for the part itself (the part's name), or by the group that the person stands in.
    """

    person: Person
    part: str
    end: int
    sign: str


@dataclass(slots=True)
class _Clause:
    """The people of whom the text is speaking, and what has been said of them so far."""

    subjects: list[Person] = field(default_factory=list)
    kind: str = "plain"  # plain, or how it was opened: having, source, by, listed
    parts: set[str] = field(default_factory=set)
    closed: bool = False
    opened: int = 0
    last: int = 0


_PRIZE_REACH: Final = 110
_COMING_REACH: Final = 40
_GIVEN_REACH: Final = 110
_CHAIR_REACH: Final = 90
_OPENERS: Final = frozenset({"source", "recipient", "having2", "assigned"})
_NEAR: Final = 3
_FEW: Final = 2


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the names of known bodies blotted out: words within them are no cues."""
    parts, at = [], 0
    for mention in mentions:
        if mention.group == "body" and mention.refs and mention.start >= at:
            parts += [text[at : mention.start], _BLOT * (mention.end - mention.start)]
            at = mention.end
    return "".join([*parts, text[at:]])


_BLOT: Final = "\N{REPLACEMENT CHARACTER}"


def votes_of(
    text: str, persons: Sequence[Person], mentions: Sequence[Mention], winners: Collection[str]
) -> Iterator[Vote]:
    """All signs of parts, line by line."""
    for person in persons:
        if person.name in winners:
            yield Vote(person, "winner", person.end, "given")
    masked = _masked(text, mentions)
    for line_start, line_end, there in _lines(text, persons):
        reader = _Line(masked, line_start, line_end, there)
        votes = reader.read()
        yield from votes or _in_a_list(masked, line_start, there)


def _in_a_list(text: str, start: int, persons: Sequence[Person]) -> Iterator[Vote]:
    """The people of a numbered line, which are winners where the line above the list has a prize."""
    first = persons[0]
    if not _NUMBER.fullmatch(text, start, first.start):
        return
    heading = ""
    while start > 0 and not heading:
        end = start - 1
        start = text.rfind("\n", max(0, end - _LINE), end) + 1
        above = text[start:end].strip()
        heading = "" if _NUMBERED.match(above) else above
        if not above:
            return
    award = awards_and_chances().search(heading)
    if award and award[1] is None and prizes().search(heading) and not no_winners().search(heading):
        yield Vote(first, "winner", first.end, "list")


_NUMBER: Final = re.compile(r"\s*[(]?\d{1,3}\s?[.)]\s*")
_NUMBERED: Final = re.compile(r"[(]?\d{1,3}\s?[.)]")
_LINE: Final = 1000


def _lines(text: str, persons: Sequence[Person]) -> Iterator[tuple[int, int, list[Person]]]:
    """The lines that name people."""
    there: list[Person] = []
    for index, person in enumerate(persons):
        there.append(person)
        following = persons[index + 1].start if index + 1 < len(persons) else len(text)
        newline = text.find("\n", person.end, following)
        if newline >= 0 or following == len(text):
            end = newline if newline >= 0 else len(text)
            yield text.rfind("\n", 0, there[0].start) + 1, end, there
            there = []


class _Line:
    """Reads one line."""

    def __init__(self, text: str, start: int, end: int, persons: list[Person]) -> None:
        self.text, self.start, self.end, self.persons = text, start, end, persons
        self.clause = _Clause()
        self.mode = ""
        self.last: Person | None = None
        self.votes: list[Vote] = []

    def read(self) -> list[Vote]:
        """The parts that the line gives to people."""
        for at, end, kind, person in self._tokens():
            if person:
                self._person(person)
            else:
                self._cue(kind, at, end)
        self._finish()
        return self.votes

    def _tokens(self) -> Iterator[tuple[int, int, str, Person | None]]:
        at = self.start
        for person in self.persons:
            yield from self._cues_between(at, person.start, person)
            yield person.start, person.end, "", person
            at = person.end
        yield from self._cues_between(at, self.end, None)

    def _cues_between(self, start: int, end: int, person: Person | None) -> Iterator[tuple[int, int, str, None]]:
        for match in cues().finditer(self.text, start, end):
            kind = match.lastgroup or ""
            near = person is not None and person.start - match.end() <= _NEAR
            if kind in _OPENERS and not near:
                continue
            if kind == "close" and near:
                kind = "by"
            yield match.start(), match.end(), kind.rstrip("2"), None

    def _person(self, person: Person) -> None:
        if self.mode == "assigned":
            return
        self.last = person
        if self.mode == "recipient":
            self._given(person)
            return
        if self.mode == "companions":
            self._vote(person, "attendee", person.end, "companions")
            self.clause.last = person.end
            return
        if self.clause.parts or self.clause.closed:
            goes_on = self.clause.kind == "listed" and AND_ANOTHER.search(
                self.text[max(self.start, person.start - 8) : person.start]
            )
            self._begin("listed" if goes_on else "plain", self.clause.opened if goes_on else 0)
        self.clause.subjects.append(person)
        self.clause.last = person.end

    def _given(self, person: Person) -> None:
        """Somebody to whom something is given: whoever holds a post takes it for others, whoever holds none has won."""
        head = self.text[max(self.start, person.start - _GIVEN_REACH) : person.start]
        if "presenter" in self.clause.parts or gives().search(head):
            part = "receiver" if post_behind().match(self.text, person.end) else "winner"
            self._vote(person, part, person.end, "recipient")

    def _cue(self, kind: str, at: int, end: int) -> None:
        if kind == "report":
            if self.last:
                self._vote(self.last, "speaker", end, kind)
            return
        if kind in RANK or kind == "ceremony":
            self._predicate(kind, at, end)
        elif kind in ("having", "source", "by", "listed"):
            self._begin(kind, at)
            self.mode = ""
        elif kind in ("recipient", "assigned"):
            self.mode = kind
        elif kind == "companions":
            self.mode = kind if self.clause.subjects else ""
        elif kind == "assign":
            self.votes += [Vote(person, "assigner", end, "assigner") for person in self.clause.subjects]
            self.clause = _Clause()
            self.mode = ""
        elif kind in ("close", "that"):
            self.clause.closed = True
            self.mode = ""

    def _predicate(self, kind: str, at: int, end: int) -> None:
        clause = self.clause
        self.mode = ""
        if clause.closed or not clause.subjects or at - clause.last > self._reach(kind):
            return
        if kind == "ceremony" or (clause.parts & {"receiver", "winner"} and kind in ("chair", "presenter")):
            return
        if clause.kind == "source" and kind not in ("chair", "presenter"):
            clause.closed = True
            return
        if clause.kind in ("by", "listed") and kind == "presenter" and self._after_prize(clause):
            clause.closed = True
            return
        kind = self._meant(kind, at, end)
        if not kind:
            return
        clause.parts.add(kind)
        clause.last = end
        # Several may give or take together; one speaks.
        speakers = clause.subjects[-1:] if kind == "speaker" and len(clause.subjects) > _FEW else clause.subjects
        sign = _AT_A_MEETING if kind == "chair" and not self._of_a_ceremony(end) else kind
        for person in speakers:
            self._vote(person, kind, end, sign)
        if kind == "chair" and clause.kind == "source" and awards_and_chances().search(self.text, self.start, at):
            for person in speakers:
                self._vote(person, "presenter", end, "source")

    def _meant(self, kind: str, at: int, end: int) -> str:
        """The part that a cue tells of where it stands, or nothing."""
        if kind not in ("receiver", "winner"):
            return kind
        if kind == "winner" and self.text[at - 2 : at].endswith((_BLOT, _BLOT + " ", ")", ") ")):
            kind = "receiver"  # "… of the agency has received": the agency has
        if kind == "receiver" and personal_award().match(self.text, end):
            kind = "winner"
        if "speaker" in self.clause.parts and _BLOT in self.text[at - 2 : at]:
            return ""  # who tells of what an agency has received
        if kind == "receiver" and not awards_and_chances().search(self.text, self.start, end + _AWARD_NEAR):
            return ""
        return kind

    def _of_a_ceremony(self, end: int) -> bool:
        """Whether a chair is one of a ceremony or of something with awards, by the words behind."""
        stop = min(self.end, end + _CHAIR_REACH)
        return bool(ceremony().match(self.text, end, stop) or awards_and_chances().search(self.text, end, stop))

    def _reach(self, kind: str) -> int:
        """How far behind the people a cue may stand: who chairs still gives, others may have come in to take."""
        if kind == "presenter" and "chair" in self.clause.parts:
            return self.end
        return _REACH_OF_TAKING if kind in ("receiver", "winner") else _REACH

    def _begin(self, kind: str, at: int = 0) -> None:
        self._finish()
        self.clause = _Clause(kind=kind, opened=at)

    def _finish(self) -> None:
        """What a group is when no cue behind it has told."""
        clause = self.clause
        if clause.parts:
            return
        came = clause.kind == "listed" and self._after_coming(clause)
        for person in clause.subjects:
            if came:
                self._vote(person, "attendee", person.end, "came")
            elif clause.kind in ("by", "listed") and self._after_prize(clause):
                self._vote(person, "winner", person.end, clause.kind)
            elif clause.kind == "having":
                self._vote(person, "attendee", person.end, "having")
            elif clause.kind == "source" and awards_and_chances().search(self.text, self.start, person.start):
                self._vote(person, "presenter", person.end, "source")

    def _after_coming(self, clause: _Clause) -> bool:
        """Whether the words right before a list tell of people who came."""
        return bool(coming().search(self.text, max(self.start, clause.opened - _COMING_REACH), clause.opened))

    def _after_prize(self, clause: _Clause) -> bool:
        """Whether a list of winners, or the maker of a winning work, is what the words before let expect."""
        head = self.text[max(self.start, clause.opened - _PRIZE_REACH) : clause.opened]
        said = prizes().search(head) or (clause.kind == "listed" and awards_and_chances().search(head))
        return bool(said and awards_and_chances().search(self.text, self.start, clause.opened))

    def _vote(self, person: Person, part: str, end: int, sign: str) -> None:
        self.votes.append(Vote(person, part, end, sign))
