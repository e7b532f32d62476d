"""What an English text says of awards, piece by piece: names in capitals, titles of honour, levels, categories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.english.capitals import heads
from kg.extract.words import Words, alternation, load_words

_WORD: Final = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w’'.&+/\-]*|&|\+|\([A-Z]{2,8}\))"
_SMALL: Final = r"(?:of the|for the|and the|of|for|in|and|on|the|to|’s)"
_BEFORE: Final = re.compile(rf"(?:(?<![\w’'&-]){_WORD} (?:{_SMALL} )?){{1,12}}$")
_RUN_ON: Final = rf"(?:{_WORD}|[A-Z])(?:(?: {_SMALL})? {_WORD}){{0,7}}"
_REACH: Final = 110
_GIVEN: Final = re.compile(r" (?:for|at|to|from|by) (?:the|a|an) ")
YEAR: Final = r"(?:(?:FY ?)?20\d\d(?:[/–-]\d\d(?!\d))?|B\.?E\.? ?25\d\d|25[4-7]\d)"


@dataclass(frozen=True, slots=True)
class Piece:
    """One naming: of a whole award, or of a title of honour that may be a category."""

    start: int
    end: int
    name: str
    kind: str  # award, honour, level


@dataclass(frozen=True, slots=True)
class Part:
    """A level or a category, and where it is said."""

    start: int
    end: int
    text: str


@cache
def awarding() -> Words:
    """The lists around awards."""
    return load_words("awarding_en")


@cache
def _tail() -> re.Pattern[str]:
    tails = alternation(awarding().lists["tail"])
    return re.compile(rf"(?<= ){tails}(?![\w-]|[’']s?\b [a-z])")


def named(text: str) -> Iterator[Piece]:
    """Names in capitals that end in a word for an award."""
    busy = 0
    for tail in _tail().finditer(text):
        if tail.start() < busy:
            continue
        low = max(busy, text.rfind("\n", 0, tail.start()) + 1, tail.start() - _REACH)
        head = _BEFORE.search(text, low, tail.start())
        if not head:
            continue
        start = _begin(text, head.start(), tail.start())
        if start >= tail.start():
            continue
        end = _goes_on(text, tail)
        name = _without_year(text[start:end])
        if name in awarding().lists["tail"] or not name:
            continue
        bare = name in awarding().lists["rank"] or is_level(name)
        busy = end
        yield Piece(start, end, name, "level" if bare else "award")


def _begin(text: str, start: int, end: int) -> int:
    """Where a name begins in a run of capitals: behind a headline's verb, the article, a comma, another award."""
    for stop in _parting().finditer(text, start, end):
        start = stop.end()
    for joint in _GIVEN.finditer(text, start, end):
        if any(head.end() == joint.start() for head in heads().closes.finditer(text, start, joint.start())):
            start = joint.end()  # the body before is whom the award is for, or who gives it
    while lead := _lead().match(text, start):
        start = lead.end()
    return start


@cache
def _parting() -> re.Pattern[str]:
    words = [*heads().lists["stop"], *awarding().lists["part"]]
    kept = sorted({*words} - {*awarding().lists["tail"]} - {"Year"})
    return re.compile(rf"\b{alternation(kept)}(?![\w’']) ?|(?:(?<=Awards)|(?<=Prizes)) (?:and |at |of )(?:the )?|[.,] ")


@cache
def _lead() -> re.Pattern[str]:
    lead = alternation([*awarding().lists["lead"], "the", "of", "for", "in", "and", "on", "to"])
    return re.compile(rf"(?:{lead}|{YEAR}|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,3}}) ")


@cache
def _for() -> re.Pattern[str]:
    return re.compile(rf" (?:for|of|in) (?:the )?(?P<rest>{_RUN_ON})")


def _goes_on(text: str, tail: re.Match[str]) -> int:
    """An award FOR something, or OF something: not of a body, whose award it then is."""
    if tail[0].endswith("s") and not text.startswith(" for ", tail.end()):
        return tail.end()
    match = _for().match(text, tail.end())
    if not match or heads().opens.match(text, match.start("rest")) or heads().closes.search(match["rest"]):
        return tail.end()
    rest = match["rest"].rstrip(".")
    if re.fullmatch(rf"(?:{YEAR}|\d.*)", rest) or rest.split(" ")[0] in awarding().lists["months"]:
        return tail.end()
    if cut := re.search(r" (?:in|on|to) (?:the )?", rest):
        rest = rest[: cut.start()]
    if _tail().search(rest) or text[match.end("rest") :].startswith((" at the", " category")):
        return tail.end()
    return match.start("rest") + len(rest.rstrip("."))


def _without_year(name: str) -> str:
    name = re.sub(r" \([A-Z]{2,8}\)", "", name)
    name = re.sub(rf"(?:^|(?<= ))\(?{YEAR}\)?(?: |$)", "", name)
    return re.sub(r"^(?:\d{1,2}(?:st|nd|rd|th)|Annual) ", "", " ".join(name.split())).strip(" ,“”\"’'")


@cache
def _honour() -> re.Pattern[str]:
    praise = alternation(awarding().lists["praise"])
    return re.compile(
        rf"(?<![\w’'-])(?P<name>{praise} {_RUN_ON}(?: of the Year)?|(?:{_WORD} ){{1,5}}of the Year(?: Award)?)"
    )


def honours(text: str) -> Iterator[Piece]:
    """Titles in capitals that say who is best: ``Best Hospital``, ``Agency of the Year``."""
    busy = 0
    for match in _honour().finditer(text):
        # A second title behind AND is one of its own.
        for start, end in _apart(text, *match.span("name")):
            end = min([end, *(stop.start() for stop in _parting().finditer(text, start, end) if stop.start() > start)])
            while lead := _lead().match(text, start):
                start = lead.end()
            cut = _into_programme().search(text, start, end)
            end = cut.start() if cut else end
            said = text[start:end].rstrip(" .,")
            if start >= busy and len(said.split(" ")) >= _MIN:
                busy = start + len(said)
                yield Piece(start, busy, _without_year(said), "honour")


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for joint in _and_another().finditer(text, start, end):
        yield at, joint.start()
        at = joint.end()
    yield at, end


@cache
def _and_another() -> re.Pattern[str]:
    praise = alternation(awarding().lists["praise"])
    return re.compile(rf" and (?:the )?(?={praise} |(?:{_WORD} ){{1,5}}of the Year)")


@cache
def _into_programme() -> re.Pattern[str]:
    """Where a title goes on into the name of the programme that it is of."""
    tails = alternation(awarding().lists["tail"])
    return re.compile(rf" (?:at|in|on|to|of|for|and) (?:the )?(?=[^ ]+(?: [^ ]+){{0,9}} {tails}\b)")


_MIN: Final = 2


@cache
def _level() -> re.Pattern[str]:
    lists = awarding().lists
    graded, place = alternation(lists["graded"]), alternation(lists["place"])
    word = alternation(lists["level_word"])
    return re.compile(
        rf"(?i:\b(?P<graded>{graded})(?:[ -]{word}s?\b)|(?<!\w)(?P<place>{place})\b|\((?P<paren>{graded})(?: {word})?\)"
        rf"|\b{word} of (?P<of>{graded})\b)"
    )


def levels(text: str, start: int, end: int) -> Iterator[Part]:
    """Levels said in a stretch, ``Gold`` of ``Gold Award``."""
    for match in _level().finditer(text, start, end):
        kind = match.lastgroup or "place"
        said = match[kind]
        if kind == "graded" and match[0].lower().endswith(("medal", "medals")):
            said = match[0].removesuffix("s")
        yield Part(match.start(), match.end(), " ".join(said.split()))


def is_level(name: str) -> bool:
    """Whether a name in capitals only names a level: ``Gold Award``."""
    match = _level().fullmatch(name)
    return match is not None


@cache
def _category() -> re.Pattern[str]:
    def quoted(key: str) -> str:
        return rf"[“\"‘'](?P<{key}>[^”\"’\n]{{3,80}})[”\"’']"

    word = "(?:category|categories|division|section|track|class)"
    small = r"[a-z][a-z\-]+(?: [a-z\-]+){0,5}?"
    return re.compile(
        rf"(?:\b(?:in|under|for|of|within) (?:the|its) (?:{quoted('q1')}|(?P<p1>{_RUN_ON})|(?P<s1>{small})) {word}\b"
        rf"|(?<=the ){quoted('q2')} {word}\b|(?:(?<=[Tt]he )|(?<=\())(?P<p2>{_RUN_ON}) {word}\b"
        rf"|\b{word}(?: of|:| for|,)? (?:the )?(?:{quoted('q3')}|(?P<p3>(?=[A-Z]){_RUN_ON}))"
        rf"|\((?P<p4>[A-Z][^()\n]{{3,60}}?) {word}\))"
    )


def categories(text: str, start: int, end: int) -> Iterator[Part]:
    """Categories named by that word in a stretch; two in one breath are two."""
    for match in _category().finditer(text, start, end):
        kind = next(name for name, said in match.groupdict().items() if said)
        said = " ".join(match[kind].split())
        if said.lower() in awarding().lists["no_category"] or said.lower().startswith(_VAGUE):
            continue
        many = match[0].rstrip().endswith("categories")
        first, last = match.start(), match.end()
        for part in re.split(r", (?:and )?| and ", said) if many else [said]:
            yield Part(first, last, part)


_VAGUE: Final = ("same ", "each ", "every ", "following ", "respective ", "three ", "two ", "four ", "five ")


@cache
def _contest() -> re.Pattern[str]:
    word = alternation(awarding().lists["contest"])
    given = alternation(awarding().lists["given_at"])
    name = rf"(?:{_WORD} (?:{_SMALL} )?){{0,9}}{word}(?: of {_WORD}(?: {_WORD}){{0,3}}| {_WORD}){{0,3}}"
    return re.compile(
        rf"\b{given} (?:each )?(?:at|in|from|of) (?:the |this year’s )?[“\"]?(?P<name>(?={_RUN_ON}){name})"
    )


def contests(text: str) -> Iterator[Piece]:
    """Contests at which medals or prizes of no name of their own were given."""
    for match in _contest().finditer(text):
        start, end = match.span("name")
        while lead := _lead().match(text, start):
            start = lead.end()
        if name := _without_year(text[start:end].rstrip(" .,")):
            yield Piece(start, start + len(text[start:end].rstrip(" .,")), name, "contest")


def is_plural(name: str) -> bool:
    """Whether a name is that of a programme with several awards: ``… Awards``."""
    return bool(re.search(r"(?:Awards|Prizes|Honou?rs|Medals|AWARDS|PRIZES)$", name))


def before_next(pieces: Sequence[Piece], index: int, end: int) -> int:
    """Where the words of a piece end at the latest: where the next one begins."""
    return pieces[index + 1].start if index + 1 < len(pieces) else end
