"""Names of people: title, given name and surname, and the given name alone of somebody named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from kg.extract.words import alternation, load_words

_LETTER: Final = "ก-ฮะ-ฺเ-๎"
_MARK: Final = "[ะ-ฺ็-๎]"
_ONE_LETTER: Final = re.compile(f"[{_LETTER}]")
_GIVEN: Final = re.compile(rf"(?!{_MARK})[{_LETTER}]{{2,25}}")
_SURNAME: Final = re.compile(rf"[ ]{{1,3}}([{_LETTER}]{{2,30}}(?: ณ [{_LETTER}]{{2,20}})?)")
_SECOND_SURNAME: Final = re.compile(rf" ([{_LETTER}]{{3,20}}) (?=([{_LETTER}]{{2}}))")
_OPEN: Final = "(?:(?<![ก-๎])|(?<=โดย)|(?<=และ)|(?<=จาก))"
_LATIN_WORDS: Final = r"([A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?)\s([A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?)"
_LATIN: Final = re.compile(
    r"\b((?:(?:H\.E\.|Gen\.|(?:Mr|Mrs|Ms|Miss|Dr|Prof|General|(?:Associate |Assistant )?Professor)\b\.?)\s?)+)"
    rf"{_LATIN_WORDS}"
)
_LATIN_NAME: Final = re.compile(_LATIN_WORDS)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named at one place; ``name`` is given name and surname, without titles."""

    start: int
    end: int
    name: str
    title: str = ""
    name_start: int = 0
    full: bool = True


@dataclass(frozen=True, eq=False)
class PeopleWords:
    """The lists of words around people, ready for matching."""

    lists: Mapping[str, tuple[str, ...]]
    title: re.Pattern[str] = field(init=False)
    post_title: re.Pattern[str] = field(init=False)
    no_title: re.Pattern[str] = field(init=False)
    title_anyway: re.Pattern[str] = field(init=False)
    not_surname: re.Pattern[str] = field(init=False)
    after_surname: re.Pattern[str] = field(init=False)
    post: re.Pattern[str] = field(init=False)
    monk: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the patterns that finding needs."""
        titles = by_first_letter(self.lists["title"])
        for name, pattern in (
            ("title", rf"{titles}(?:\s?{titles})*(?!{_MARK})"),
            ("post_title", by_first_letter(self.lists["post_title"])),
            ("no_title", alternation(self.lists["no_title"])),
            ("title_anyway", alternation(self.lists["title_anyway"])),
            ("not_surname", rf"{self.any_of('not_surname')}|{self.any_of('not_surname_whole')}(?![{_LETTER}])"),
            ("after_surname", alternation(self.lists["after_surname"])),
            ("post", alternation(self.lists["post"])),
            (
                "monk",
                rf"(?:(?<![ก-๎])|(?<=โดย)|(?<=และ)|(?<=จาก))(?!{self.any_of('no_monk')}){self.any_of('monk')}[{_LETTER}]{{3,30}}",
            ),
        ):
            object.__setattr__(self, name, re.compile(pattern))

    def any_of(self, *names: str) -> str:
        """A pattern for the words of some lists."""
        return alternation(word for name in names for word in self.lists[name])


def by_first_letter(words: tuple[str, ...]) -> str:
    """An alternation sorted by first letters, which the matcher leaves sooner."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[0], []).append(word[1:])
    parts = []
    for head, tails in heads.items():
        ordered = sorted(set(tails), key=lambda tail: (-len(tail), tail))
        parts.append(re.escape(head) + "(?:" + "|".join(re.escape(tail) for tail in ordered) + ")")
    return "(?:" + "|".join(parts) + ")"


@cache
def awards_and_chances() -> re.Pattern[str]:
    """Words for awards; a match with a group is a prize of chance or the money that a prize brings."""
    words = people_words()
    return re.compile(rf"({words.any_of('chance', 'money')})|{words.any_of('award')}")


@cache
def _chance() -> re.Pattern[str]:
    return re.compile(people_words().any_of("chance"))


def is_story(text: str) -> bool:
    """Whether a text has an award in its head or comes back to one, and its headline no prize of chance."""
    if _chance().search(text, 0, _HEADLINE):
        return False
    places = award_places(text)
    return len(places) >= _OFTEN or bool(places and places[0] < _HEAD)


def is_about_awards(text: str) -> bool:
    """Whether a text is about an award or a contest from its head on: then its people have a part in that story."""
    if not is_story(text):
        return False
    return award_places(text)[0] < _HEAD or bool(_contest().search(text, 0, _HEAD))


@cache
def _contest() -> re.Pattern[str]:
    return re.compile(people_words().any_of("held_contest"))


@lru_cache(maxsize=1)  # several readers ask for the same text, one after the other
def award_places(text: str) -> tuple[int, ...]:
    """Where a text speaks of awards, prizes of chance left aside."""
    return tuple(match.start() for match in awards_and_chances().finditer(text) if match[1] is None)


_HEAD: Final = 1500
_HEADLINE: Final = 300
_OFTEN: Final = 3


@cache
def people_words(language: str = "th") -> PeopleWords:
    """The lists of a language."""
    return PeopleWords(load_words(f"people_{language}").lists)


@lru_cache(maxsize=1)  # the finder of names and the reader of people ask for the same text, one after the other
def find_persons(text: str, words: PeopleWords) -> tuple[Person, ...]:
    """All people with a title, in order; a given name alone counts where the text also has the name in full."""
    found = [*_titled(text, words), *_latin(text), *_monks(text, words)]
    found = [person for person in found if not _is_gloss(text, person, found)]
    full = {person.name.split(" ")[0]: person.name for person in reversed(found) if person.full}
    found = [replace(person, name=_as_before(person.name, full)) if person.full else person for person in found]
    if full:
        found += _by_given_name(text, full, words)
    found.sort(key=lambda person: (person.start, -person.end))
    kept: list[Person] = []
    for person in found:
        name = person.name if person.full else full.get(person.name)
        if name and (not kept or person.start >= kept[-1].end):
            kept.append(replace(person, name=name))
    return tuple(kept)


def _is_gloss(text: str, person: Person, found: Sequence[Person]) -> bool:
    """Whether a name stands in brackets behind another: the same name in Latin letters."""
    return text[person.start - 1 : person.start] == "(" and any(
        0 < person.start - other.end <= _GLOSS and not text[other.end : person.start - 1].strip() for other in found
    )


_GLOSS: Final = 3
_MISPRINT: Final = 0.8


def _as_before(name: str, full: Mapping[str, str]) -> str:
    """A name as the text has it first: with one surname more or less, or misprinted, it is the same person's."""
    given, _, surname = name.partition(" ")
    first = full[given].partition(" ")[2]
    if surname == first or first.startswith(surname) or surname.startswith(first):
        return full[given]
    return full[given] if SequenceMatcher(None, first, surname, autojunk=False).ratio() >= _MISPRINT else name


def _by_given_name(text: str, full: Mapping[str, str], words: PeopleWords) -> Iterator[Person]:
    """Given names behind a post or between quotation marks, as headlines have them."""
    for given, name in full.items():
        for start in _places(text, given):
            head, end = text[max(0, start - 12) : start], start + len(given)
            quoted = head[-1:] in ("“", "‘", '"', "'") and text[end : end + 1] in ("”", "’", '"', "'")
            post = words.post_title.search(head)
            if quoted or (post and post.end() >= len(head.rstrip())):
                surname = name.partition(" ")[2]
                if text.startswith(surname, end + 1):
                    end += 1 + len(surname)
                yield Person(start, end, given, "", start, full=False)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands with no letter behind it; sought without a pattern, which would serve one text only."""
    start = text.find(word)
    while start >= 0:
        if not _ONE_LETTER.match(text, start + len(word)):
            yield start
        start = text.find(word, start + len(word))


def _titled(text: str, words: PeopleWords) -> Iterator[Person]:
    busy = 0
    for match in words.title.finditer(text):
        if match.start() < busy or not _opens(text, match, words):
            continue
        person = _after_title(text, match, words)
        if person:
            busy = person.end
            yield person


def _opens(text: str, match: re.Match[str], words: PeopleWords) -> bool:
    """Whether a title stands by itself: behind a space or a word that titles are glued to, and is no other word."""
    start = match.start()
    before = text[start - 1] if start else " "
    if before == "." and text[max(0, start - 2) : start - 1].isdigit():  # "1.นาย…" in a list
        before = " "
    if "ก" <= before <= "๎" or before == ".":
        if match[0].endswith(".") and len(match[0]) <= 3:
            return False
        if not text[max(0, start - 8) : start].endswith(words.lists["glue"]):
            return False
    return not words.no_title.match(text, start) or bool(words.title_anyway.match(text, start))


def _after_title(text: str, match: re.Match[str], words: PeopleWords) -> Person | None:
    at = match.end() + len(text[match.end() : match.end() + 2]) - len(text[match.end() : match.end() + 2].lstrip(" "))
    if foreign := _LATIN_NAME.match(text, at):
        return Person(match.start(), foreign.end(), f"{foreign[1]} {foreign[2]}", match[0].strip(), at)
    given = _GIVEN.match(text, at)
    if given is None or given[0].startswith(words.lists["no_given"]):
        return None
    title = match[0].strip()
    surname = _SURNAME.match(text, given.end())
    if surname is None or words.not_surname.match(surname[1]):
        short = Person(match.start(), given.end(), given[0], title, at, full=False)
        return short if len(title) > 1 else None
    name = surname[1]
    cut = words.after_surname.search(name, 2)
    if cut:
        name = name[: cut.start()]
    elif second := _second_surname(text, surname.end(), words):
        name = f"{name} {second}"
    return Person(match.start(), surname.start(1) + len(name), f"{given[0]} {name}", title, at)


def _second_surname(text: str, at: int, words: PeopleWords) -> str:
    """The surname that somebody kept beside another: a single word between a surname and a post."""
    second = _SECOND_SURNAME.match(text, at)
    if second is None or not words.post.match(text, second.start(2)):
        return ""
    said = second[1]
    taken = words.not_surname.match(said) or words.post.match(said) or words.title.match(said)
    return "" if taken or words.after_surname.search(said) else said


def _monks(text: str, words: PeopleWords) -> Iterator[Person]:
    """Monks, whose title of rank is the name that they go by."""
    for match in words.monk.finditer(text):
        yield Person(match.start(), match.end(), match[0], "", match.start())


def _latin(text: str) -> Iterator[Person]:
    for match in _LATIN.finditer(text):
        yield Person(match.start(), match.end(), f"{match[2]} {match[3]}", match[1].strip(), match.start(2))
