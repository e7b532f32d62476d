"""People in an English text: by a title, by a post before or behind the name, by a verb of speaking behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.persons import Person
from kg.extract.words import Words, alternation, load_words

_GIVEN: Final = r"(?:[A-Z][’'])?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[’'\-][A-ZÀ-ÖØ-Þa-zà-öø-ÿ][\w]*)*"
_INITIAL: Final = r"[A-Z]\.(?:[A-Z]\.)*"
_PART: Final = rf"(?:{_GIVEN}|{_INITIAL}|Mc[A-Z][a-z]+|bin|binti|de|van|von|al|Na Ayutthaya|na)"
NAME: Final = rf"{_GIVEN}(?: {_PART}){{1,4}}"
_TITLED: Final = rf"(?:{_GIVEN}|{_INITIAL})(?: {_PART}){{0,4}}"
_ENDS: Final = ("bin", "binti", "de", "van", "von", "al", "na")


@cache
def person_words() -> Words:
    """The lists around people."""
    return load_words("people_en")


@cache
def _titled() -> re.Pattern[str]:
    lists = person_words().lists
    titles = alternation(lists["title"])
    return re.compile(rf"(?<![\w.])(?P<title>{titles}(?: {titles}){{0,3}}) (?P<name>{_TITLED})")


@cache
def _posted() -> re.Pattern[str]:
    """A post in capitals right before a name of two words or more."""
    posts, small = alternation(person_words().lists["post"]), alternation(person_words().lists["post_small"])
    return re.compile(rf"(?<![\w-])(?P<post>(?:(?:[A-Z][a-z]+ ){{0,2}}){posts}|{small}) (?P<name>{NAME})")


@cache
def _bare() -> re.Pattern[str]:
    """A name of two or three words that a post, an age or a verb of speaking behind it shows to be one."""
    lists = person_words().lists
    posts, small = alternation(lists["post"]), alternation(lists["post_small"])
    spoke = alternation(lists["speak"])
    post = rf" (?:the |an? |its |their |our )?(?:[\w’'-]+ ){{0,3}}?(?:{posts}|{small})\b"
    return re.compile(
        rf"(?<![\w’'-])(?P<name>{_GIVEN}(?: {_PART}){{1,3}})"
        rf"(?=,{post}|, \d\d,|,? aged \d|,? (?:who )?{spoke}\b| \({posts})"
    )


@cache
def _no_person() -> frozenset[str]:
    lists = person_words().lists
    return frozenset([*lists["no_person"], *(word for title in lists["title"] for word in title.split(" "))])


def find_persons(text: str) -> list[Person]:
    """All people, in order; who is named shortly behind a title is the one so named in full."""
    found = [*_with_title(text), *_with_post(text), *_without(text)]
    found.sort(key=lambda person: (person.start, -person.end))
    kept: list[Person] = []
    for person in found:
        if not kept or person.start >= kept[-1].end:
            kept.append(person)
    full: dict[str, str] = {}
    for person in kept:
        for part in person.name.split(" ") if person.full else ():
            full.setdefault(part, person.name)
    return [person if person.full else replace(person, name=full.get(person.name, person.name)) for person in kept]


def _with_title(text: str) -> Iterator[Person]:
    for match in _titled().finditer(text):
        end = _name_end(text, match.start("name"), match.end("name"))
        name = text[match.start("name") : end]
        if name:
            full = " " in name
            yield Person(match.start(), end, name, match["title"], match.start("name"), full=full)


def _with_post(text: str) -> Iterator[Person]:
    for match in _posted().finditer(text):
        start = match.start("name")
        end = _name_end(text, start, match.end("name"))
        name = text[start:end]
        if " " in name and is_name(name):
            yield Person(start, end, name, "", start)


def _without(text: str) -> Iterator[Person]:
    for match in _bare().finditer(text):
        if is_name(match["name"]):
            yield Person(match.start(), match.end("name"), match["name"], "", match.start())


def is_name(name: str) -> bool:
    """Whether words in capitals can be the name of a person: none is a word of names of things."""
    words = name.split(" ")
    return (
        len(words) >= 2
        and not _post_words().intersection(words)
        and not _no_person().intersection(words)
        and not any(word in _heads() for word in words)
    )


@cache
def _heads() -> frozenset[str]:
    lists = load_words("bodies_en")
    return frozenset(word for head in lists.head_kinds for word in head.split(" ")) | frozenset(lists.lists["venue"])


def _name_end(text: str, start: int, end: int) -> int:
    """Where a name ends: before a post or another word in capitals that is no name, and no small word at the end."""
    at = start
    for count, word in enumerate(re.finditer(r"\S+", text[start:end])):
        bare = word[0]
        # A surname may be any word; what stands behind it is one by chance.
        if bare in _posts() or (count != 1 and bare in _no_person()) or (count != 1 and bare in _heads()):
            break
        at = start + word.end()
    name = text[start:at]
    while name.rpartition(" ")[2] in _ENDS:
        name = name.rpartition(" ")[0]
    return start + len(name.rstrip())


@cache
def _post_words() -> frozenset[str]:
    return frozenset(word for post in person_words().lists["post"] for word in post.split(" "))


@cache
def _posts() -> frozenset[str]:
    return frozenset(person_words().lists["post"])
