"""Runs of words in capitals, and the names of bodies in them: by the head word that opens or closes a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from kg.extract.bodies import Body
from kg.extract.words import Words, alternation, load_words

_LETTERS: Final = r"A-ZÀ-ÖØ-Þ"
WORD: Final = rf"(?:[{_LETTERS}][\w’'\-]*(?:[&/][{_LETTERS}][\w’'\-]*)?\.?|\d+[A-Za-z]*(?=[ ][{_LETTERS}]))"
_SMALL: Final = "(?:of the|for the|and the|of|for|and|&|in|on|de|at|to|del|van|von|bin|binti|al|the)"
_FIRM: Final = r"(?:Ltd|Limited|Inc|PLC|Plc|Pte|LLC)\b"
RUN: Final = re.compile(rf"(?<![\w’'&-]){WORD}(?:(?:,(?= {_FIRM}))?(?: {_SMALL})? {WORD}){{0,30}}+")
_WORDS: Final = re.compile(r"\S+")
_AND: Final = re.compile(r" (?:and the|and|&) ")
_FOLLOWS: Final = re.compile(r" (?:of|for) (?:the )?(?=[A-Z])")
_OF: Final = re.compile(r" of (?:the )?(?=[A-Z])")
_LONGEST: Final = 12
_NOT_PRECEDED: Final = ("Ministry", "Department", "Office", "Government")
_OWNER: Final = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


class Heads:
    """The head words of a language that opens names with them (DEPARTMENT OF …) or closes them (… DEPARTMENT)."""

    def __init__(self, words: Words) -> None:
        kinds = words.head_kinds
        self.opening = {head: kind for head, kind in kinds.items() if head.endswith(_OPENS)}
        self.closing = {head: kind for head, kind in kinds.items() if not head.endswith(_OPENS)}
        self.lists = words.lists

    @cached_property
    def opens(self) -> re.Pattern[str]:
        """A head word that opens a name."""
        return re.compile(rf"\b{alternation(self.opening)}(?= [A-Z])")

    @cached_property
    def closes(self) -> re.Pattern[str]:
        """A head word that closes a name."""
        return re.compile(rf"(?<=\S ){alternation(self.closing)}(?!\w)")

    @cached_property
    def lead(self) -> frozenset[str]:
        """Words that stand in capitals before a name and are no part of it."""
        return frozenset(self.lists["lead"])

    @cached_property
    def stop(self) -> re.Pattern[str]:
        """Words that part the names of a headline."""
        return re.compile(rf"\b{alternation(self.lists['stop'])}(?![\w’'])")

    @cached_property
    def post(self) -> re.Pattern[str]:
        """A post in capitals before the body that it is one of: ``Head of the …``."""
        posts = alternation(load_words("people_en").lists["post"])
        return re.compile(rf"(?:[A-Z][\w’'\-]* ){{0,3}}?{posts} (?:of|at|for|from|in) (?:the )?")

    @cached_property
    def after(self) -> re.Pattern[str]:
        """What goes on with a name behind its head word."""
        return re.compile(rf" {alternation(self.lists['after'])}(?!\w)")


_OPENS: Final = (" of", " for", " on", " the")


@cache
def heads() -> Heads:
    """The head words of English."""
    return Heads(load_words("bodies_en"))


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of words in capitals, small words between them included, parted where a headline has a verb."""
    for run in RUN.finditer(text):
        at = run.start()
        for stop in heads().stop.finditer(text, run.start(), run.end()):
            yield from _trimmed(text, at, stop.start())
            at = stop.end()
        yield from _trimmed(text, at, run.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without small words and leading words at its ends."""
    words = [_Word(start + m.start(), start + m.end(), m[0]) for m in _WORDS.finditer(text[start:end])]
    while words and (words[0].text in heads().lead or words[0].text.isdigit() or not words[0].is_capital):
        words.pop(0)
    while words and not (words[-1].is_capital or words[-1].text == "&"):
        words.pop()
    if words:
        last = words[-1]
        full_stop = last.text.endswith(".") and not last.text.endswith(("Ltd.", "Inc.", "Corp.", "Co."))
        yield words[0].start, last.end - full_stop


def bodies(text: str) -> Iterator[Body]:
    """Names of bodies by their head words, in order."""
    for start, end in runs(text):
        post = heads().post.match(text, start, end)
        busy = start = post.end() if post else start
        for first, last in _parts(text, start, end):
            for body in _named(text, first, last):
                if body.start >= busy:
                    busy = body.end
                    yield body


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that AND joins in a run: it parts two of them where each has a head word of its own."""
    at = start
    joints = [(start + joint.start(), start + joint.end()) for joint in _AND.finditer(text[start:end])]
    following = [left for left, _ in joints[1:]] + [end]
    for (left, right), stop in zip(joints, following, strict=False):
        if not _has_head(text, at, left):
            continue
        opened = heads().opens.match(text, right)
        ended = _closed(text, at, left) and _has_head(text, right, end)
        if opened or ended or (heads().opens.match(text, at) and _has_head(text, right, stop)):
            yield at, left
            at = right
    yield at, end


def _has_head(text: str, start: int, end: int) -> bool:
    opened = heads().opens.search(text, start, end)
    return bool(opened or heads().closes.search(text, start, end))


def _closed(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends in a head word."""
    return any(match.end() == end for match in heads().closes.finditer(text, start, end))


def _named(text: str, start: int, end: int) -> Iterator[Body]:
    """The body of a stretch, and the one above it: ``SCHOOL OF Y of the UNIVERSITY``."""
    opened = heads().opens.search(text, start, end)
    if opened and not _closes_before(text, start, opened.start()):
        yield from _opened(text, start, end, opened)
        return
    closing = list(heads().closes.finditer(text, start, end))
    if not closing:
        return
    last = closing[-1]
    # What stands behind OF may be the body above: the first head word then ends the name.
    for head in closing:
        behind = _FOLLOWS.match(text, head.end())
        if behind and head is not last:
            yield from _made(text, start, head.end(), heads().closing[head[0]])
            yield from _named(text, behind.end(), end)
            return
        if behind and (higher := heads().opens.match(text, behind.end())):
            yield from _made(text, start, head.end(), heads().closing[head[0]])
            yield from _opened(text, higher.start(), end, higher)
            return
    stop = last.end()
    if (more := heads().after.match(text, stop)) is not None:
        stop = more.end()
    elif (behind := _OF.match(text, stop)) is not None and behind.end() < end:
        stop = _without_place(text, behind.end(), end)
    yield from _made(text, start, stop, heads().closing[last[0]])


def _closes_before(text: str, start: int, at: int) -> bool:
    return heads().closes.search(text, start, at) is not None


def _opened(text: str, start: int, end: int, opened: re.Match[str]) -> Iterator[Body]:
    kind = heads().opening[opened[0]]
    stop = _without_place(text, opened.end(), end)
    alone = opened[0].startswith(_NOT_PRECEDED)
    first = opened.start() if alone else _preceded(text, start, opened.start())
    above = None
    for joint in re.finditer(r" (?:of|under|for) (?:the )?", text[opened.end() : stop]):
        at = opened.end() + joint.end()
        above = heads().opens.match(text, at, stop) if not opened[0].startswith("Office") else None
        closing = heads().closes.search(text, at, stop) if not above else None
        if above or (closing and kind in ("unit", "school")):
            stop, rest = opened.end() + joint.start(), (at, stop)
            yield from _made(text, first, stop, kind)
            yield from _named(text, *rest)
            return
    if (more := heads().after.match(text, stop)) is not None:
        stop = more.end()
    # ``Bank of X Hospital``: the last head word says what the whole is.
    closing_all = [match for match in heads().closes.finditer(text, opened.end(), stop) if match.end() == stop]
    if closing_all and kind in ("university", "local_government") and closing_all[-1][0] not in ("Council",):
        kind = heads().closing[closing_all[-1][0]]
    yield from _made(text, first, stop, kind)


def _preceded(text: str, start: int, at: int) -> int:
    """Where a name begins whose opening head has words in capitals right before it: ``National Institute of``."""
    words = [_Word(start + m.start(), start + m.end(), m[0]) for m in _WORDS.finditer(text[start:at])]
    first = at
    for word in reversed(words):
        if not word.is_capital or _OWNER.search(word.text):
            break
        first = word.start
    return first


def _without_place(text: str, start: int, end: int) -> int:
    """Where a name ends that goes on in a run with IN, AT, ON or TO: these tell where it is."""
    joint = re.search(r" (?:in|at|on|to)(?: the)? ", text[start:end])
    return start + joint.start() if joint else end


def _made(text: str, start: int, end: int, kind: str) -> Iterator[Body]:
    """One body, unless the words are those of a whole kind or too many."""
    words = [_Word(start + m.start(), start + m.end(), m[0]) for m in _WORDS.finditer(text[start:end])]
    joints = [index for index, word in enumerate(words) if word.text in ("in", "at", "on", "to", "from")]
    closing = heads().closing
    if joints and words and words[-1].text in closing:
        words = words[joints[-1] + 1 :]  # what stands before IN is another name
    while words and (words[0].text in heads().lead or not words[0].is_capital):
        words.pop(0)
    if not 2 <= len(words) <= _LONGEST:
        return
    first, last = words[0].start, words[-1].end
    name = text[first:last].rstrip(",;")
    if name in heads().lists["generic"] or words[0].text.lower() in ("this", "that"):
        return
    yield Body(first, first + len(name), " ".join(name.split()), kind)
