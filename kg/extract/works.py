"""The title of the work that won: between quotation marks, or behind a word for works up to where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.words import load_words

_LONGEST: Final = 220
_SHORT_QUOTE: Final = 24
_BEFORE: Final = 14
_BEYOND: Final = 60
_CLOSES: Final = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_MARKS: Final = "“”\"'‘’"

_WORDS: Final = load_words("works_th")
# A title is announced, opens with its own first word, or is the quotation that an item of a list consists of.
_LEAD: Final = re.compile(
    rf"(?P<announced>{_WORDS.compiled('announced').pattern})[^\S\n]*(?P<colon>:)?[^\S\n]*"
    rf"|(?P<own>{_WORDS.compiled('brought').pattern})"
    r"|(?:^|\n)[^\S\n]*(?:[•▪·–-]|\d{1,2}[.)])[^\S\n]*(?P<listed>(?=[“\"]))"
)
_IN_GENERAL: Final = _WORDS.compiled("general")
_TOPIC: Final = _WORDS.compiled("topic")
_TOLD: Final = _WORDS.compiled("told")
_NOT_BROUGHT: Final = _WORDS.compiled("not_brought")
_QUOTE: Final = re.compile(rf"(?:{_WORDS.compiled('kind_of_quote').pattern})[^\S\n]?(?P<mark>[“\"‘'])")
_SUBJECT: Final = re.compile(
    rf"(?:(?<![^\s.)”])|(?<=ว่า)|(?<=โดย))(?:{_WORDS.compiled('announced').pattern}[^\S\n]*(?=\S)|(?={_WORDS.compiled('owned').pattern}))(?P<title>)"
)
_WHOSE: Final = re.compile(r"[\s”\"’]{0,3}(?:\([^()\n]{1,60}\)\s?)?(?:(?:โดย|ของ)[^\n]{3,160})?")
_NO_TITLE: Final = _WORDS.compiled("no_title")
_MADE_BY: Final = _WORDS.compiled("made_by")
_NO_OWN: Final = _WORDS.compiled("no_own")
_AWARD_QUOTED: Final = _WORDS.compiled("award_quoted")
_ANOTHER: Final = _WORDS.compiled("another")
_GOES_ON: Final = _WORDS.compiled("goes_on")
_DESCRIBER: Final = _WORDS.compiled("describer")
# Numbers of list items end a title too: ``2)``, ``(2)``, ``2.1)``, ``2.1 ``, each perhaps behind the word for AND.
_END: Final = re.compile(
    rf"{_WORDS.compiled('end').pattern}"
    r"|\s(?:และ\s?)?(?:\(?\d{1,2}(?:\.[1-9]\d?)?\)|\d{1,2}\.\s|\d{1,2}\.[1-9]\d?\s)|,\s|\s\s|[\n)”]"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title and where it stands."""

    text: str
    start: int
    end: int


def title_after(text: str, start: int, end: int, reach: int = 70) -> Title | None:
    """The title that is announced within ``reach`` behind a position."""
    return next(_titles(text, start, end, start + reach), None)


def title_before(text: str, start: int, end: int) -> Title | None:
    """The last title announced between two positions, for ``work BY winner``."""
    last = None
    for title in _titles(text, start, end, end):
        last = title
    return last


def title_of_subject(text: str, start: int, verb: int) -> Title | None:
    """The title of a work that is itself said to win, by itself or as the work of somebody: ``work OF winner won``."""
    for lead in reversed(list(_SUBJECT.finditer(text, max(start, verb - _LONGEST), verb))):
        at = lead.start("title")
        if _NO_OWN.match(text, at) or _NO_TITLE.match(text, at) or _MADE_BY.match(text, at):
            continue
        quote = _QUOTE.match(text, at, verb)
        title = _quoted(text, quote.start("mark"), verb) if quote else _made(text, at, _stop(text, at, verb))
        return title if title and _WHOSE.fullmatch(text, title.end, verb) else None
    return None


def _titles(text: str, start: int, end: int, last_lead: int) -> Iterator[Title]:
    """Titles one behind the other; a word for works inside a title announces nothing."""
    at = start
    while (lead := _LEAD.search(text, at, end)) and lead.start() <= last_lead:
        title = _title(text, lead, end)
        if title:
            yield title
        at = max(title.end if title else lead.end(), at + 1)


def _title(text: str, lead: re.Match[str], end: int) -> Title | None:
    quote = _QUOTE.match(text, lead.end(), end)
    if quote:
        unmeant = lead["own"] and _is_barred(text, lead, end)
        return None if unmeant else _quoted(text, quote.start("mark"), end)
    stop = _stop(text, lead.end(), end)
    # What goes on and on is a sentence, not a title.
    too_long = stop - lead.end() >= _LONGEST
    return None if too_long or _is_barred(text, lead, end) else _made(text, lead.end(), stop)


def _is_barred(text: str, lead: re.Match[str], end: int) -> bool:
    """Whether the words around a lead show that it speaks of works in general."""
    before = text[max(0, lead.start() - _BEFORE) : lead.start()]
    if lead["colon"]:
        return False
    if _NO_OWN.match(text, lead.end()):
        return True
    if lead["own"]:
        return _NOT_BROUGHT.search(before) is not None
    if _NO_TITLE.match(text, lead.end()):
        return True
    return not _TOLD.search(before) if _TOPIC.match(lead[0]) else bool(_IN_GENERAL.search(before))


def _quoted(text: str, mark: int, end: int) -> Title | None:
    """The title that a quotation mark opens; where nothing closes it, it ends like one without marks."""
    if _AWARD_QUOTED.match(text, mark + 1):
        return None
    close = _closing(text, mark, _CLOSES[text[mark]]) or _closing(text, mark, '"')
    if close is None:
        return _made(text, mark + 1, _stop(text, mark + 1, end))
    if close - mark <= _SHORT_QUOTE and _GOES_ON.match(text, close + 1, end):
        return _made(text, mark, _stop(text, close + 1, end))
    return _made(text, mark + 1, close)


def _closing(text: str, mark: int, closes: str) -> int | None:
    """Where the quotation ends that begins at ``mark``, beyond the quotations inside it."""
    opens = text[mark]
    depth = 1
    for at in range(mark + 1, min(len(text), mark + _LONGEST)):
        if text[at] == "\n":
            return None
        if text[at] == closes:
            depth -= 1
        elif text[at] == opens:
            depth += 1
        if not depth:
            return None if _ANOTHER.search(text, mark + 1, at) else at
    return None


def _stop(text: str, start: int, end: int) -> int:
    """Where a title without quotation marks ends, which is not inside its brackets and quotations."""
    limit = min(end, start + _LONGEST)
    first = None
    # The word that ends a title may stand across the limit, and what it needs behind it beyond.
    for cut in _END.finditer(text, min(start + 3, limit), limit + _BEYOND):
        if cut.start() >= limit:
            break
        if text[cut.start()] == "\n" or not _is_open(text[start : cut.start()]):
            return _before_description(text, start, cut.start())
        if first is None and text[cut.start()] not in ")”":
            first = cut.start()
    # A bracket that nothing closes is a slip of the pen and hides no end.
    return _before_description(text, start, limit if first is None else first)


def _before_description(text: str, start: int, stop: int) -> int:
    """Where a second phrase of one kind begins: ``the system S, a system that …``."""
    seen: set[str] = set()
    for word in _DESCRIBER.finditer(text, start, stop):
        if word[1] in seen:
            return word.start()
        seen.add(word[1])
    return stop


def _is_open(said: str) -> bool:
    """Whether a bracket or a quotation is still open at the end of what is said."""
    return said.count("(") > said.count(")") or said.count("“") > said.count("”") or said.count('"') % 2 == 1


def _made(text: str, start: int, stop: int) -> Title | None:
    said = text[start:stop].strip(" \xa0\n\t,;:")
    if said[:1] in _CLOSES and said.find(_CLOSES[said[0]], 1) in (-1, len(said) - 1):
        said = said.strip(_MARKS + " \xa0")
    if len(said) < 4:
        return None
    at = text.find(said, start)
    return Title(" ".join(said.split()), at, at + len(said))
