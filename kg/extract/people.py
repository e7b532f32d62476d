"""People with a part in the story of an award, with title, post and agency, and where the text says each."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.extract.confidence import confidence
from kg.extract.cues import cues, post_behind
from kg.extract.mentions import Mention
from kg.extract.parts import RANK, Vote, votes_of
from kg.extract.persons import Person, award_places, awards_and_chances, find_persons, is_about_awards, people_words

_POST_REACH: Final = 160


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person, the part played, and where the text says what."""

    name: str
    part: str
    start: int
    end: int
    title: str = ""
    post: str = ""
    agency: str = ""
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    confidence: float = 0.0


def people(
    text: str, mentions: Sequence[Mention], winners: Collection[str], *, conferred: bool = False
) -> list[PersonRow]:
    """Everybody with a part in the award story; a person has one part, the closest to the award.

    ``winners`` are the people who won, ``conferred`` says whether anybody did: then there is a story, however late.
    """
    words = people_words()
    if not (conferred or winners or is_about_awards(text)):
        return []
    named = [person for person in find_persons(text, words) if not _is_contact(text, person)]
    persons = _known_too(named, mentions, winners, text)
    if not persons:
        return []
    votes = list(votes_of(text, persons, mentions, winners))
    absent = {vote.person.name for vote in votes if vote.part == "assigner"}
    votes = [
        vote for vote in votes if vote.part != "assigner" and (vote.person.title or vote.person.name not in absent)
    ]
    best: dict[str, Vote] = {}
    for vote in votes:
        kept = best.get(vote.person.name)
        if kept is None or _weight(vote) > _weight(kept):
            best[vote.person.name] = vote
    about = _about(text, conferred=conferred)
    return [_row(text, vote, persons, mentions, [*about, *_signs(text, vote, votes)]) for vote in best.values()]


_HEADLINE: Final = 250
_HEAD: Final = 1500
_FEW: Final = 4
_MANY: Final = 10


def _about(text: str, *, conferred: bool) -> list[str]:
    """What the article as a whole says for the people in it."""
    places = award_places(text)
    late = not places or places[0] > _HEAD
    seen = {
        "headline": bool(places) and places[0] < _HEADLINE,
        "late": late,
        "conferred": conferred,
        "few awards": len(places) < _FEW,
        "many awards": len(places) >= _MANY,
    }
    return [sign for sign, holds in seen.items() if holds]


def _signs(text: str, vote: Vote, votes: Sequence[Vote]) -> list[str]:
    """What speaks for a part and against it: how it was told, how far from the name, what else was told."""
    person = vote.person
    mine = [other for other in votes if other.person.name == person.name]
    start = text.rfind("\n", 0, person.start) + 1
    end = text.find("\n", person.end)
    awards = awards_and_chances()
    near = awards.search(text, max(start, person.start - _AWARD_NEAR), min(len(text), vote.end + _AWARD_NEAR))
    seen = {
        "far": vote.end - person.end > _FAR,
        "no award in line": not awards.search(text, start, end if end >= 0 else len(text)),
        "no award near": not near,
        "other parts": any(other.part != vote.part for other in mine),
        "again": sum(other.part == vote.part for other in mine) > 1,
    }
    return [f"{vote.part}, {vote.sign}", *(sign for sign, holds in seen.items() if holds)]


_FAR: Final = 80
_AWARD_NEAR: Final = 60


def _is_contact(text: str, person: Person) -> bool:
    """Whether a person is named as somebody to call."""
    head = text[max(text.rfind("\n", 0, person.start) + 1, person.start - _CONTACT_REACH) : person.start]
    return any(word in head for word in people_words().lists["contact"])


_CONTACT_REACH: Final = 40


def _weight(vote: Vote) -> tuple[bool, int]:
    """What is said of a name with a title or in full outweighs what a headline says of a given name."""
    named = vote.person.title or vote.person.end - vote.person.start >= len(vote.person.name)
    return vote.part == "winner" or bool(named), RANK[vote.part]


def _known_too(persons: list[Person], mentions: Sequence[Mention], winners: Collection[str], text: str) -> list[Person]:
    """With the people that others found, and winners who have no title."""
    words = people_words()
    taken = [(person.start, person.end) for person in persons]
    others = (m for m in mentions if m.group == "person" and not words.title.match(text, m.start))
    extra = [Person(m.start, m.end, m.name, "", m.start) for m in others]
    named = {person.name for person in persons} | {person.name for person in extra}
    for name in winners:
        at = text.find(name)
        if name not in named and at >= 0 and not words.no_title.match(text, text.rfind(" ", 0, at) + 1):
            extra.append(Person(at, at + len(name), name, "", at))
    extra = [person for person in extra if all(person.end <= start or end <= person.start for start, end in taken)]
    return sorted([*persons, *extra], key=lambda person: person.start)


def _row(
    text: str, vote: Vote, persons: Sequence[Person], mentions: Sequence[Mention], signs: Sequence[str]
) -> PersonRow:
    same = [person for person in persons if person.name == vote.person.name]
    named = next((person for person in same if person.title and person.full), same[0])
    spans = {"name": (named.name_start or named.start, named.end), "part": (vote.person.start, vote.end)}
    title = named.title
    if title:
        spans["title"] = (named.start, named.start + len(title))
    bodies = {m.start: m.end for m in mentions if m.group == "body"}
    post = next((found for person in same if (found := _post(text, person, persons, bodies))), None)
    post_text = agency = ""
    if post:
        spans["post"] = post
        post_text = text[post[0] : post[1]]
        body = [m for m in mentions if m.group == "body" and post[0] <= m.start and m.end <= post[1]]
        if body:
            agency = body[-1].name
            spans["agency"] = (body[-1].start, body[-1].end)
    start = min(vote.person.start, vote.end)
    return PersonRow(
        vote.person.name,
        vote.part,
        start,
        max(vote.end, vote.person.end),
        title,
        post_text,
        agency,
        spans,
        tuple(signs),
        confidence("people", signs),
    )


_POST_END: Final = re.compile(r"\s\(|[(),;“\"\n]|\s{2,}")


def _post(text: str, person: Person, persons: Sequence[Person], bodies: Mapping[int, int]) -> tuple[int, int] | None:
    """The post right behind a name: a run without spaces, and behind one the body or the second post that it names."""
    head = post_behind().match(text, person.end)
    if not head:
        return None
    stop = min([other.start for other in persons if other.start >= head.end()] + [person.end + _POST_REACH, len(text)])
    for pattern in (_POST_END, cues()):
        found = pattern.search(text, head.end(), stop)
        if found:
            stop = found.start()
    at = end = head.start(1)
    while at < stop:
        space = text.find(" ", at, stop)
        end = space if space >= 0 else stop
        inside = [last for first, last in bodies.items() if at <= first < end < last <= stop]
        end = max([end, *inside])
        at = end + 1
        if not (at in bodies or _post_goes_on().match(text, at)):
            break
    run = text[head.start(1) : end].rstrip().removesuffix("และ").removesuffix("โดย")
    return (head.start(1), head.start(1) + len(run)) if run else None


@cache
def _post_goes_on() -> re.Pattern[str]:
    return re.compile(people_words().any_of("post_goes_on"))
