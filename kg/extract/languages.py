"""What is read differently in each language: names, awards, people, occasions. All else is the same code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.extract.awards import Award, find_awards
from kg.extract.confer import Conferrals
from kg.extract.english.awards import find_awards as english_awards
from kg.extract.english.events import events as english_events
from kg.extract.english.lexicon import english_lexicon
from kg.extract.english.mentions import EnglishFinder
from kg.extract.english.people import people as english_people
from kg.extract.english.sentences import sentences
from kg.extract.english.works import with_titles
from kg.extract.events import EventRow, events
from kg.extract.lexicon import Lexicon, build_lexicon
from kg.extract.mentions import Finder, Mention
from kg.extract.nearby import Page
from kg.extract.normal import Text
from kg.extract.people import PersonRow, people
from kg.extract.rows import Row
from kg.extract.words import Words, load_words
from kg.model.registry import Registry
from kg.text.dates import PartialDate


class _Finds(Protocol):
    def mentions(self, text: str) -> list[Mention]: ...


@dataclass(frozen=True)
class Language:
    """The readers of one language, over the registry's names."""

    words: Words
    lexicon: Lexicon
    finder: _Finds
    lines: Callable[[Text], Text]
    """The text in lines that each say one thing."""
    awards: Callable[[str, Sequence[Mention], Lexicon], list[Award]]
    titles: Callable[[str, Sequence[Row]], list[Row]]
    """The conferments with the titles of works that only this language's words announce."""
    people: Callable[[Page, Collection[str], bool], list[PersonRow]]
    events: Callable[[Page, PartialDate | None, bool], list[EventRow]]
    """Both are told last whether anybody was given an award: then there is a story."""

    def reader(self, text: str, year: int | None) -> Conferrals:
        """Reads the conferments of a text; ``year`` is that of the document."""
        mentions = self.finder.mentions(text)
        awards = self.awards(text, mentions, self.lexicon)
        return Conferrals(text, mentions, self.lexicon, self.words, year, awards)


def language(code: str, registry: Registry) -> Language:
    """The readers of a language (th, en)."""
    return _english(registry) if code == "en" else _thai(registry)


def _thai(registry: Registry) -> Language:
    lexicon = build_lexicon(registry)
    return Language(
        load_words("th"),
        lexicon,
        Finder(lexicon),
        lambda text: text,
        find_awards,
        lambda _, rows: list(rows),
        lambda page, winners, given: people(page.text, page.mentions, winners, conferred=given),
        lambda page, day, given: events(page.text, page.mentions, day, conferred=given),
    )


def _english(registry: Registry) -> Language:
    lexicon = english_lexicon(registry)
    return Language(
        load_words("en"),
        lexicon,
        EnglishFinder(lexicon),
        sentences,
        english_awards,
        with_titles,
        lambda page, winners, given: english_people(page.text, page.mentions, winners, conferred=given),
        lambda page, day, _: english_events(page.text, page.mentions, page.awards, day),
    )
