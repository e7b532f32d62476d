"""Names in a text: bodies, people and awards, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from kg.extract.bodies import BodyFinder
from kg.extract.joins import Joiner, located
from kg.extract.lexicon import Lexicon, whole
from kg.extract.mention import Mention, merge
from kg.extract.persons import find_persons, people_words
from kg.extract.settle import Settler

__all__ = ["Finder", "Mention"]


@dataclass(frozen=True)
class Finder:
    """Finds the mentions of one document; abbreviations that it defines join the lexicon for it alone."""

    lexicon: Lexicon

    @cached_property
    def _bodies(self) -> BodyFinder:
        return BodyFinder(_HEADS, self.lexicon.places)

    def mentions(self, text: str) -> list[Mention]:
        """All mentions, leftmost-longest, in order."""
        joiner = Joiner(self.lexicon, text)
        known = (self._known(start, end, name) for start, end, name in self.lexicon.find(text))
        found = [mention for mention in known if mention is not None]
        at = {mention.start: mention for mention in found if mention.group == "body"}
        taken = [(mention.start, mention.end) for mention in found if mention.group == "body"]
        headed = [
            mention for mention in self._headed(text, taken) if not _overruns(mention, at.get(mention.start), text)
        ]
        found = merge(found, headed)
        defined = list(self._defined(text, found))
        again = {mention.start for mention in defined}
        found = merge([mention for mention in found if mention.start not in again], defined, prefer_old=True)
        found = [located(text, mention) for mention in joiner.branches(found)]
        found = joiner.faculties(joiner.secretariats(found))
        found = merge(found, list(joiner.provinces(found)))
        found = merge(found, list(self._called(text, found)), prefer_old=True)
        people = [_person(text, each.start, each.end, each.name) for each in find_persons(text, people_words())]
        settler = Settler(self.lexicon, text)
        merged = [self._settled(settler, mention) for mention in merge(people, found)]
        return joiner.with_parents([mention for mention in merged if mention.group])

    def _known(self, start: int, end: int, name: str) -> Mention | None:
        entries = self.lexicon.entries[name]
        bodies = [entry for entry in entries if entry.group == "body"]
        awards = [entry for entry in entries if entry.group in ("scheme", "category")]
        if awards and not bodies:
            first = awards[0]
            schemes = tuple(dict.fromkeys(entry.scheme for entry in awards))
            return Mention(
                start, end, first.group, first.name, refs=tuple(e.ref for e in awards), schemes=schemes, surface=name
            )
        if bodies:
            refs = tuple(entry.ref for entry in bodies)
            return Mention(start, end, "body", bodies[0].name, bodies[0].kind, refs, surface=name)
        return None

    def _headed(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
        """Bodies by the head word of their name; one written with a short head may yet be known in full."""
        for body in self._bodies.bodies(text, taken):
            surface = text[body.start : body.end]
            entries = self.lexicon.bodies(body.name)
            end, name = body.end, body.name
            if not entries and (body.kind == "local_government" or body.name != " ".join(surface.split())):
                cut = next(
                    (size for size in range(len(name) - 1, len(name) - 16, -1) if self.lexicon.bodies(name[:size])), 0
                )
                if cut and whole(name, 0, cut):
                    end, name = body.end - (len(name) - cut), name[:cut]
                    entries = self.lexicon.bodies(name)
            refs = tuple(entry.ref for entry in entries)
            kind = entries[0].kind if entries else body.kind
            yield Mention(body.start, end, "body", name, kind, refs, surface=text[body.start : end])

    def _defined(self, text: str, found: list[Mention]) -> Iterator[Mention]:
        """Abbreviations that the article defines, ``NAME (ABBR)`` or ``NAME หรือ ABBR``, wherever they stand."""
        defined: dict[str, Mention] = {}
        for mention in found:
            match = _DEFINITION.match(text, mention.end) if mention.group == "body" else None
            short = (match[1] or match[2]).strip() if match else ""
            if short and self._is_abbreviation(short, mention):
                defined.setdefault(short, mention)
        if not defined:
            return
        for short, mention in defined.items():
            places = [match.start() for match in re.finditer(re.escape(short), text)]
            for start in places if len(places) > 1 + _word(short) else ():
                end = start + len(short)
                if whole(text, start, end) and _stands_alone(text, start, end):
                    yield replace(mention, start=start, end=end, surface=short)

    def _is_abbreviation(self, short: str, mention: Mention) -> bool:
        if short in mention.name or len(short) >= len(mention.name) or short.startswith(("องค์การ", "มหาชน")):
            return False
        known = self.lexicon.bodies(short)
        if known and mention.refs and mention.refs[0] not in {entry.ref for entry in known}:
            return False
        if (
            short in self.lexicon.places
            or short in self._bodies.words.lists["no_abbreviation"]
            or short.startswith(("จังหวัด", "จ.", "ภาค", "ที่", "ฝ่าย", "อ.", "ต."))
        ):
            return False
        return bool(_ABBREVIATION.fullmatch(short))

    def _called(self, text: str, found: list[Mention]) -> Iterator[Mention]:
        """A head with ฯ for the rest means the body so headed that was named last."""
        for match in re.finditer(r" ?ฯ", text):
            head = next(
                (
                    text[match.start() - size : match.start()]
                    for size in range(16, 2, -1)
                    if self._is_head(text, match.start(), size)
                ),
                "",
            )
            start = match.start() - len(head)
            if head and whole(text, start, match.end()):
                before = [
                    each for each in found if each.end <= start and each.group == "body" and each.name.startswith(head)
                ]
                if before and len(before[-1].name) > len(head) and before[-1].name != before[-1].surface[:-1]:
                    yield replace(before[-1], start=start, end=match.end(), surface=text[start : match.end()])

    def _is_head(self, text: str, end: int, size: int) -> bool:
        return end >= size and text[end - size : end] in self._bodies.kinds

    def _settled(self, settler: Settler, mention: Mention) -> Mention:
        """A name of several bodies, or of a body and something else, as far as the text tells which is meant."""
        if mention.group != "body" or not mention.refs:
            return mention
        if len(mention.refs) == 1 and mention.surface not in self.lexicon.doubtful:
            return mention
        entry = settler.choose(mention.surface, mention.refs, mention.start, mention.end)
        if not entry and _behind_number(settler.text, mention.start):
            return replace(mention, group="")
        if entry:
            return replace(mention, name=entry.name, kind=entry.kind, refs=(entry.ref,))
        if len(mention.refs) == 1:
            return replace(mention, name=mention.surface, refs=())
        same = {self.lexicon.rows[ref].name for ref in mention.refs}
        return mention if len(same) == 1 else replace(mention, name=mention.surface)


# Whose head words begin a name: in a text of another language they simply do not stand.
_HEADS: Final = "th"
_TAIL: Final = re.compile(r"\s?(?:จังหวัด|พื้นที่|เขต|สาขา|ภาค|ที่\s?\d|ส่วนภูมิภาค|อำเภอ|\d)")
_DEFINITION: Final = re.compile(r"\s*\(\s*([^()\n]{2,40}?)\s*\)|\s*หรือ\s*[“\"]?([^\s,()“”\"]{2,20})")
_ABBREVIATION: Final = re.compile(r"[A-Za-z][A-Za-z0-9.&\- ]{1,15}|(?:[ก-ฮ]{1,3}\.){1,6}|[ก-๏.]{2,12}\.?")
_GLUED: Final = re.compile(r"(?:โดย|และ|ให้|แก่|กับ|ของ|คือ|จาก|ว่า|ได้แก่|กระทรวง|สำนักงาน|กรม)$")


def _person(text: str, start: int, end: int, name: str) -> Mention:
    """A person; a third name behind given name and surname belongs to the name."""
    third = _THIRD.match(text, end)
    if third and " " in name:
        name, end = f"{name} {third[1]}", third.end()
    return Mention(start, end, "person", name, "person", surface=text[start:end])


_THIRD: Final = re.compile(r" ([ก-๎]{4,20})(?=\s*\((?:เจ้าของ|นักแสดง|ศิลปิน|อินฟลู|ฉายา|ชื่อ))")


def _behind_number(text: str, start: int) -> bool:
    """Whether a number stands right before: a date or a measure."""
    return bool(re.search(r"\d ?$", text[max(0, start - 3) : start]))


def _word(short: str) -> bool:
    """Whether a short name looks like a word: Thai vowels, no dots."""
    return "." not in short and bool(re.search("[ะ-ูเ-์]", short))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a short name without dots is no part of a longer word."""
    before = text[start - 1] if start else " "
    if text[end - 1] == "." or not "ก" <= before <= "๎":
        return True
    return bool(_GLUED.search(text, max(0, start - 8), start))


def _overruns(headed: Mention, known: Mention | None, text: str) -> bool:
    """Whether a run of text goes on behind a known name without naming a branch of that body."""
    return known is not None and headed.end > known.end and not _TAIL.match(text, known.end)
