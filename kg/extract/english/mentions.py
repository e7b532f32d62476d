"""Names in an English text: bodies, people and awards, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extract.english.awarding import named
from kg.extract.english.capitals import bodies, heads, runs
from kg.extract.english.covered import Covered
from kg.extract.english.persons import NAME, find_persons, is_name
from kg.extract.inorder import InOrder
from kg.extract.lexicon import Lexicon
from kg.extract.mention import UNIT_KINDS, Mention, merge
from kg.extract.settle import Settler
from kg.extract.words import load_words

_DEFINITION: Final = re.compile(r"(?: \((?:or |the |“)?(?P<short>[A-Za-z][A-Za-z0-9&.\-]{1,14})(?:”)?\))")
_ABOVE: Final = re.compile(r",? (?:of|under|at|within) (?:the )?")
_COMMA: Final = re.compile(r", (?:the )?")
_WITH_FACULTIES: Final = frozenset({"university", "hospital", "kindUniversity", "kindHospital"})
_MANY: Final = 2


@dataclass(frozen=True)
class EnglishFinder:
    """Finds the mentions of one document; abbreviations that it defines join for it alone."""

    lexicon: Lexicon

    def mentions(self, text: str) -> list[Mention]:
        """All mentions, leftmost-longest, in order."""
        known = [mention for hit in self.lexicon.find(text) if (mention := self._known(text, *hit))]
        headed = [self._headed(body.start, body.end, body.name, body.kind) for body in bodies(text)]
        awards = [(award.start, award.end) for award in named(text) if award.kind == "award"]
        named_awards = Covered(awards)
        found = [
            each
            for each in merge(known, headed)
            if each.group != "body" or not named_awards.overlaps(each.start, each.end)
        ]
        defined = list(_defined(text, found))
        again = {mention.start for mention in defined}
        found = merge([mention for mention in found if mention.start not in again], defined, prefer_old=True)
        people = [
            Mention(each.start, each.end, "person", each.name, "person", surface=text[each.start : each.end])
            for each in find_persons(text)
        ]
        found = merge(people, found)
        found = merge(found, list(_in_place_of_winners(text, found, awards)), prefer_old=True)
        found = merge(found, list(_again(text, found)), prefer_old=True)
        settler = Settler(self.lexicon, text)
        return _with_parents(text, [self._settled(settler, mention) for mention in found])

    def _known(self, text: str, start: int, end: int, name: str) -> Mention | None:
        entries = self.lexicon.entries[name]
        found = [entry for entry in entries if entry.group == "body"]
        awards = [entry for entry in entries if entry.group in ("scheme", "category")]
        if found:
            # A common word in small letters is no name, nor is part of a longer name in capitals.
            refs = tuple(entry.ref for entry in found)
            return Mention(start, end, "body", found[0].name, found[0].kind, refs, surface=name)
        if awards:
            schemes = tuple(dict.fromkeys(entry.scheme for entry in awards))
            refs = tuple(entry.ref for entry in awards)
            return Mention(start, end, awards[0].group, awards[0].name, refs=refs, schemes=schemes, surface=name)
        return None

    def _headed(self, start: int, end: int, name: str, kind: str) -> Mention:
        entries = self.lexicon.bodies(name)
        refs = tuple(entry.ref for entry in entries)
        first = entries[0] if entries else None
        return Mention(
            start, end, "body", first.name if first else name, first.kind if first else kind, refs, surface=name
        )

    def _settled(self, settler: Settler, mention: Mention) -> Mention:
        """A name of several bodies, as far as the text tells which is meant."""
        if mention.group != "body" or len(mention.refs) < _MANY:
            return mention
        if entry := settler.choose(mention.surface, mention.refs, mention.start, mention.end):
            return replace(mention, name=entry.name, kind=entry.kind, refs=(entry.ref,))
        return replace(mention, name=mention.surface)


def _defined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Abbreviations that the text defines, ``NAME (ABBR)``, wherever they stand."""
    short: dict[str, Mention] = {}
    for mention in found:
        match = _DEFINITION.match(text, mention.end) if mention.group == "body" else None
        if match and _abbreviates(match["short"], mention.surface):
            short.setdefault(match["short"], mention)
    for name, mention in short.items():
        for place in re.finditer(rf"(?<![\w(-]){re.escape(name)}(?![\w)-])", text):
            yield replace(mention, start=place.start(), end=place.end(), surface=name)


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters in capitals of an abbreviation stand in the name in their order."""
    letters = iter(name.upper())
    return short != name and all(letter in letters for letter in short.upper() if letter.isalpha())


@cache
def _places_of_winners() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words("en")
    behind = re.compile(
        rf"(?: \([^)\n]{{1,40}}\))?(?: {words.pattern('before_verb')}\b)*+ {words.compiled('winning').pattern}"
    )
    before = re.compile(rf"(?:\b(?i:{words.pattern('before_winner')})|[:•·–]|\d[.)])\s(?:the )?$")
    return behind, before


def _in_place_of_winners(text: str, found: list[Mention], awards: list[tuple[int, int]]) -> Iterator[Mention]:
    """Names of no known kind where a winner must stand: before a verb of winning, or in a list of winners."""
    behind, before = _places_of_winners()
    taken = Covered([*((mention.start, mention.end) for mention in found), *awards])
    last = -10
    for start, end in runs(text):
        name = text[start:end]
        if taken.overlaps(start, end) or name in heads().lists["generic"]:
            continue
        head = text[max(0, start - 30) : start]
        joined = start - last <= _JOINT and re.fullmatch(r",? (?:and )?(?:the )?|; (?:and )?", text[last:start])
        if not (behind.match(text, end) or before.search(head) or joined) or not _plain(name):
            continue
        last = end
        kind = "person" if re.fullmatch(NAME, name) and is_name(name) else "other"
        yield Mention(start, end, "person" if kind == "person" else "body", name, kind, surface=name)


_JOINT: Final = 7
_PRONOUN: Final = re.compile(r"\b(?:(?P<person>[Hh]e|[Ss]he)|[Tt]he (?P<head>[a-z]{4,14}))(?= [a-z])")
_BACK: Final = 900


def _again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """``She``, ``the hospital`` before a verb of winning: who was named last so."""
    behind, in_order = _places_of_winners()[0], InOrder(found)
    for match in _PRONOUN.finditer(text):
        if not behind.match(text, match.end()):
            continue
        before = in_order.between(match.start() - _BACK, match.start())
        same = [
            each
            for each in before
            if (each.group == "person" if match["person"] else each.group == "body" and _is_called(each, match["head"]))
        ]
        if same:
            yield replace(same[-1], start=match.start(), end=match.end(), surface=match[0])


def _is_called(body: Mention, head: str) -> bool:
    """Whether a common word is the head word of a name: ``the authority`` of ``Harbour Authority``."""
    words = body.name.lower().split(" ")
    return head in (words[0], words[-1])


def _plain(name: str) -> bool:
    """Whether a run can be a name: no award or level, no lone number, no month."""
    words = load_words("awards_en").lists
    no_name = {*words["tail"], *words["rank"], *words["graded"], *words["type"], *heads().lists["stop"]}
    parts = name.split(" ")
    if name in heads().lists["no_winner"] or re.search(r"[’']s?(?: |$)", name):
        return False
    return len(name) > 1 and not no_name.intersection(parts) and name not in no_name and not parts[0].isdigit()


def _with_parents(text: str, mentions: list[Mention]) -> list[Mention]:
    """A unit takes in the body above it that stands right behind: ``FACULTY, UNIVERSITY``."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if (
            last
            and last.group == mention.group == "body"
            and not last.parent
            and (last.kind in UNIT_KINDS or (last.kind == "department" and not last.refs))
            and mention.kind not in UNIT_KINDS
            and mention.kind != "other"
            and _is_above(text, last, mention)
        ):
            kept[-1] = replace(last, end=mention.end, parent=mention.name, surface=text[last.start : mention.end])
        else:
            kept.append(mention)
    return kept


def _is_above(text: str, last: Mention, mention: Mention) -> bool:
    """Whether the words between two names say that the second is above the first; a comma does of a faculty."""
    if _ABOVE.fullmatch(text, last.end, mention.start):
        return True
    faculty = heads().opens.match(text, last.start) and last.kind == "unit" and mention.kind in _WITH_FACULTIES
    return bool(faculty and _COMMA.fullmatch(text, last.end, mention.start))
