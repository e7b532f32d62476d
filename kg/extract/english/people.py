"""What an English text says of the people that it names: who gives, takes, wins, chairs, speaks, is there.

A sentence is read by the words next to a name: those behind it say what he did, those before it what was done by him
or to him. Names that stand together share what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.english.covered import Covered
from kg.extract.english.persons import find_persons, person_words
from kg.extract.inorder import InOrder
from kg.extract.mention import Mention
from kg.extract.parts import RANK, Vote
from kg.extract.people import PersonRow
from kg.extract.persons import Person
from kg.extract.words import alternation

_SURE: Final = {"winner": 0.8, "presenter": 0.85, "receiver": 0.8, "chair": 0.7, "speaker": 0.85, "attendee": 0.7}
"""No English article is annotated: guesses, by how often the words for a part are also said of other things."""
_HEAD: Final = 1500
_BEFORE: Final = 130
_BEHIND: Final = 230
_TOGETHER: Final = 170
_POST: Final = 140
_LONGEST: Final = 600


@cache
def _any(*names: str) -> str:
    return alternation(word for name in names for word in person_words().lists[name])


@cache
def _award() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b{_any('award')}\b)")


@cache
def _behind() -> Mapping[str, re.Pattern[str]]:
    """What a verb behind a name makes of him."""
    passive = r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!being )(?<!award )(?<!awards )"
    return {
        "chair": re.compile(rf"\b{_any('chair')}\b(?! (?:the )?(?:\w+ ){{0,2}}(?:panel|committee|jury|board|council))"),
        "presenter": re.compile(rf"{passive}\b{_any('give')}\b(?! by| with)"),
        "receiver": re.compile(rf"\b{_any('take')}\b"),
        "speaker": re.compile(rf"\b{_any('speak')}\b"),
        "attendee": re.compile(rf"\b{_any('attend')}\b"),
    }


@cache
def _ahead() -> Mapping[str, re.Pattern[str]]:
    """What words before a name make of him; the post of his may stand between."""
    word = r"(?:the |its |their |then |former |acting ){0,2}(?:[A-Z&][\w’'.\-]*|of|for|and|the|to|at|in|,)"
    post = rf"(?:(?: was| is|:)? {word}){{0,14}} ?$"
    return {
        "presenter": re.compile(rf"\b{_any('give_before')}\b{post}"),
        "receiver": re.compile(rf"\b{_any('take_before')}\b{post}"),
        "chair": re.compile(rf"(?i:\b{_any('chair_before')})\b,?{post}"),
        "speaker": re.compile(rf"(?i:\b{_any('speak_before')})\b{post}"),
        "attendee": re.compile(rf"(?i:\b{_any('attend_before')})\b:?{post}"),
    }


@dataclass(frozen=True, slots=True)
class _Group:
    """People named together, and the sentence that they stand in."""

    people: list[Person]
    line: tuple[int, int]


def is_story(text: str) -> bool:
    """Whether the head of a text has an award, and no prize of chance."""
    head = text[:_HEAD]
    return _award().search(head) is not None and re.search(rf"(?i:\b{_any('chance')}\b)", head) is None


def people(
    text: str, mentions: Sequence[Mention], winners: Collection[str], *, conferred: bool = False
) -> list[PersonRow]:
    """Everybody with a part in the award story; a person has one part, the closest to the award.

    ``winners`` are the people who won, ``conferred`` says whether anybody did.
    """
    if not (conferred or winners or is_story(text)):
        return []
    persons = _all(text, mentions, winners)
    best: dict[str, Vote] = {}
    for vote in _votes(text, persons, winners):
        kept = best.get(vote.person.name)
        if kept is None or RANK[vote.part] > RANK[kept.part]:
            best[vote.person.name] = vote
    return [_row(text, vote, persons, mentions) for vote in best.values()]


def _all(text: str, mentions: Sequence[Mention], winners: Collection[str]) -> list[Person]:
    found = find_persons(text)
    taken = Covered((person.start, person.end) for person in found)
    extra = [
        Person(m.start, m.end, m.name, "", m.start)
        for m in mentions
        if m.group == "person" and m.name in winners and not taken.overlaps(m.start, m.end)
    ]
    persons = sorted([*found, *extra], key=lambda person: person.start)
    contact = re.compile(rf"\b{_any('contact')}\b[^\n]{{0,40}}$")
    return [person for person in persons if not contact.search(text, max(0, person.start - 60), person.start)]


def _votes(text: str, persons: Sequence[Person], winners: Collection[str]) -> Iterator[Vote]:
    in_order = InOrder(persons)
    for group in _groups(text, persons):
        for person in group.people:
            if person.name in winners:
                yield Vote(person, "winner", person.end, "winner")
        yield from _said(text, group, in_order)


def _groups(text: str, persons: Sequence[Person]) -> Iterator[_Group]:
    """People of one sentence that only commas, AND and their posts part."""
    group: list[Person] = []
    for person in persons:
        if group and not _joined(text, group[-1].end, person.start):
            yield _Group(group, _line(text, group[0].start))
            group = []
        group.append(person)
    if group:
        yield _Group(group, _line(text, group[0].start))


def _line(text: str, at: int) -> tuple[int, int]:
    stop = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if stop < 0 else stop


def _joined(text: str, start: int, end: int) -> bool:
    """Whether only posts, commas and AND stand between two names; no verb does."""
    gap = text[start:end]
    return (
        len(gap) <= _TOGETHER
        and "\n" not in gap
        and re.search(r",|;|\band\b", gap) is not None
        and not _verb().search(gap)
    )


@cache
def _verb() -> re.Pattern[str]:
    lists = ("chair", "speak", "attend", "take", "give", "attend_before", "give_before", "take_before", "speak_before")
    return re.compile(rf"\b{_any(*lists)}\b|\b(?:to|was|were|is|are|has|have|had|will|from|by)\b")


def _said(text: str, group: _Group, persons: InOrder[Person]) -> Iterator[Vote]:
    """The parts that words around a group give to all of it; one speaks."""
    first, last = group.people[0], group.people[-1]
    # A text without full stops is one long sentence.
    low, high = max(group.line[0], first.start - _LONGEST), min(group.line[1], last.end + _LONGEST)
    about_award = _award().search(text, low, high) is not None
    named_before = persons.before(first.start)
    earlier = max(low, named_before.end) if named_before else low
    before = text[max(earlier, first.start - _BEFORE) : first.start]
    for part, pattern in _ahead().items():
        if pattern.search(before) and (about_award or part not in ("presenter", "receiver")):
            yield from _each(group.people, part, last.end)
            return
    if _given(text, low, first.start):
        yield from _each(group.people, "receiver", last.end)
        return
    if about_award and _by().search(before) and _passive().search(text, low, first.start):
        yield from _each(group.people, "presenter", last.end)
        return
    if about_award and _from().search(before) and _taken().search(text, low, first.start):
        yield from _each(group.people, "presenter", last.end)
        return
    named_next = persons.next_from(last.end)
    following = named_next.start if named_next else high
    behind = min(high, last.end + _BEHIND)
    for part, pattern in _behind().items():
        match = pattern.search(text, last.end, behind)
        if not match or (
            match.start() > following and part != "chair" and _new_subject(text, following, match.start())
        ):
            continue
        if part in ("presenter", "receiver") and not _award().search(text, match.end(), high):
            continue
        if _told_of_others(text[last.end : match.start()]):
            continue
        yield from _each(group.people if part != "speaker" else group.people[-1:], part, match.end())


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"\bby (?:the )?(?:(?:[A-Z&][\w’'.\-]*|of|for|and|the),? ){0,12}$")


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"\b(?:was|were|been|be|being) (?:\w+ly )?{_any('give')}\b")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(r"\bfrom (?:the )?(?:(?:[A-Z&][\w’'.\-]*|of|for|and|the),? ){0,12}$")


@cache
def _taken() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('take')}\b")


def _given(text: str, low: int, start: int) -> bool:
    """Whether somebody handed the award TO those who follow."""
    return (
        re.search(
            rf"\b{_any('give')}\b[^\n]*\b{_any('award')}\b[^\n]{{0,60}} to (?:the )?(?:[A-Z][\w’'.\-]* ){{0,6}}$",
            text[low:start],
            re.IGNORECASE,
        )
        is not None
    )


def _new_subject(text: str, start: int, end: int) -> bool:
    """Whether somebody else was named before a verb, who then is its subject."""
    return not re.search(r"\b(?:and|to|with|from)\b", text[max(0, start - 12) : start]) and end > start


def _told_of_others(gap: str) -> bool:
    return re.search(r";|\b(?:which|while|whereas|after which|where)\b", gap) is not None


def _each(persons: Sequence[Person], part: str, end: int) -> Iterator[Vote]:
    for person in persons:
        yield Vote(person, part, max(end, person.end), part)


def _row(text: str, vote: Vote, persons: Sequence[Person], mentions: Sequence[Mention]) -> PersonRow:
    same = [person for person in persons if person.name == vote.person.name]
    named = next((person for person in same if person.title and person.full), same[0])
    spans = {"name": (named.name_start or named.start, named.end), "part": (vote.person.start, vote.end)}
    if named.title:
        spans["title"] = (named.start, named.start + len(named.title))
    post = next((found for person in same if (found := _post(text, person, mentions))), None)
    agency = ""
    if post:
        spans["post"] = post
        inside = [m for m in mentions if m.group == "body" and post[0] <= m.start and m.end <= post[1]]
        if inside:
            agency = inside[-1].name
            spans["agency"] = (inside[-1].start, inside[-1].end)
    start, end = min(vote.person.start, vote.end), max(vote.end, vote.person.end)
    said = " ".join(text[post[0] : post[1]].split()) if post else ""
    return PersonRow(
        vote.person.name, vote.part, start, end, named.title, said, agency, spans, confidence=_SURE[vote.part]
    )


@cache
def _posts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    head = _any("post", "post_small")
    behind = re.compile(
        rf",? ?\(?(?:the |an? |its |who is (?:the )?)?(?P<post>(?:[\w’'\-]+ ){{0,3}}?{head}\b[^,;()\n]{{0,100}})"
    )
    ahead = re.compile(
        rf"(?P<post>(?:[A-Z][\w’'\-]+ ){{0,4}}{_any('post')}"
        r"(?: (?:of|for|and) (?:the )?(?:[A-Z][\w’'\-]*(?: and| of| for)? ?){1,8})?),? ?$"
    )
    return behind, ahead


def _post(text: str, person: Person, mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """The post behind a name and a comma, with the body that it names; else the one right before the name."""
    behind, ahead = _posts()
    stop = min(_line(text, person.end)[1], person.end + _POST)
    if text.startswith(",", person.end) or text.startswith(" (", person.end):
        match = behind.match(text, person.end, stop)
        if match:
            start, end = match.span("post")
            verb = _verb_of_post().search(text, start, end)
            end = verb.start() if verb else end
            inside = [m.end for m in mentions if m.group == "body" and start <= m.start < end]
            end = max([end, *inside])
            return start, start + len(text[start:end].rstrip(" ,"))
    low = max(_line(text, person.start)[0], person.start - 90)
    match = ahead.search(text, low, person.start)
    return match.span("post") if match else None


@cache
def _verb_of_post() -> re.Pattern[str]:
    lists = ("chair", "speak", "attend", "take", "give")
    return re.compile(rf" (?:and |who |also )?(?:{_any(*lists)}\b|(?:was|were|is|has|have|had|won|wins|on behalf)\b)")
