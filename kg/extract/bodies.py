"""Names of bodies that no registry lists: where a head word such as HOSPITAL begins one, and where it ends.

Thai writes no space between words, so a name ends where the text says something of it; and names have spaces inside
("… 60 พรรษา", "… ในพระบรมราชูปถัมภ์"), so not every space ends one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import ahocorasick

from kg.extract.lexicon import whole
from kg.extract.shortened import expand
from kg.extract.words import alternation, load_words

_BREAK: Final = re.compile(r"[\s\"“”‘’'(),:;/\[\]|=!?…]|\.(?=\s|$)|\d+[.)]|-(?=\s)")
_MAX_NAME: Final = 85
_BEYOND: Final = 5  # how far behind the longest name one looks for what a number at its end is
_LETTER: Final = "ก-๎"
_ITEM_MARK: Final = re.compile(
    r"(?:(?:^|[\s(])\(?\d{1,3}(?:\.\d{1,2})*[.)]|[•▪◦●*]|(?:^|\n)\s*[-–]|[ก-ฮ]\.)\s{0,2}$|(?:^|\n)\s*$"
)
_COMPANY: Final = re.compile(r"\s?(?P<name>[^\n“”\"]{2,90}?)\s?จำกัด(?:\s?\(?\s?มหาชน\s?\)?)?")
_BRANCH: Final = re.compile(
    r"\s?\(?(?:สำนักงานใหญ่\b|สาขา\s?[^\s,()\d\"“”]{2,30}"
    r"(?: (?!รางวัล|และ|เรื่อง|จังหวัด|อำเภอ|นา[ยง]|ได้|โดย)[ก-๎]{2,12}(?=\s*(?:\d|,|$|\n|\)|และ|รางวัล|เรื่อง)))?)"
)
_LATIN: Final = re.compile(r" ?([A-Z0-9][\w&.\-]*(?: [A-Z][\w&.\-]*){0,4}(?:, ?(?:Ltd|LTD|Inc)\.?)?)")
_NUMBER: Final = re.compile(r" ?(?:ที่ ?)?(\d{1,3}(?:/\d{1,2})?)(?![\d.,)%/:\-])")
_INITIALS: Final = re.compile(r"(?:[ก-ฮ]{1,2}\.){2,4} ?")
_JUBILEE: Final = re.compile(r"\s?\d{1,3} ?(?:พรรษา|ปี(?= ))(?: นวมินท[ก-๎]+)?")
_AND: Final = re.compile("และ")
_SPACED: Final = frozenset({"company", "community", "hospital", "school", "university", "local_government"})


@dataclass(frozen=True, slots=True)
class Body:
    """A name found by its head word: where it stands, the name in full, what kind of body."""

    start: int
    end: int
    name: str
    kind: str


class BodyFinder:
    """Finds bodies by head words; ``places`` are names of provinces and districts, which tell where a name ends."""

    def __init__(self, language: str, places: Collection[str]) -> None:
        self.words = load_words(f"bodies_{language}")
        self.places = frozenset(places)
        self.kinds = self.words.head_kinds
        lists = self.words.lists
        self._loose, self._soft = frozenset(lists["loose"]), frozenset(lists["soft"])
        self._openers, self._item = lists["opener"], lists["item"]
        self._automaton = ahocorasick.Automaton()
        for head in self.kinds:
            self._automaton.add_word(head, head)
        self._automaton.make_automaton()
        self._stop = re.compile(alternation([*lists["stop"], *lists["title"]]))
        self._clause = re.compile(self.words.pattern("stop"))
        self._stop_not = tuple(lists["stop_not"])
        self._within = tuple(lists["stop_within"])
        self._no_name = re.compile(rf"\s?{self.words.pattern('no_name')}")
        self._generic = frozenset(lists["generic"])
        self._only_heads, self._only = frozenset(lists["only_heads"]), lists["only"]
        self._no_body, self._no_before = lists["no_body"], lists["no_before"]
        self._patronage = re.compile(rf" {{0,2}}{self.words.pattern('patronage')}ฯ?")
        self._counted = re.compile(self.words.pattern("counted"))
        self._other = re.compile(
            alternation([*lists["other"], *(head for head in self.kinds if len(head) > _SHORTEST)])
        )
        self._place = re.compile(rf"\s?({self.words.pattern('place')})\s?([{_LETTER}]+)")

    def bodies(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Body]:
        """Bodies in a text; ``taken`` are the spans of names known otherwise, in order, at which a name may end."""
        starts = {start: end for start, end in taken}
        busy = -1
        last = -1
        for start, head in self._heads(text):
            again, last = start == last, start
            if start < busy or again or not self._begins(text, start, head):
                continue
            kind = self.kinds[head]
            end = self._end(text, start, start + len(head), kind, starts)
            surface = text[start:end].rstrip()
            if self._names(text, start, surface, head):
                end = start + len(surface)
                busy = end
                yield Body(start, end, expand(surface, kind), kind)

    def _heads(self, text: str) -> list[tuple[int, str]]:
        found = [(end + 1 - len(head), head) for end, head in self._automaton.iter(text)]
        return sorted(found, key=lambda hit: (hit[0], -len(hit[1])))

    def _begins(self, text: str, start: int, head: str) -> bool:
        before = text[start - 1] if start else " "
        glued = "ก" <= before <= "๎"
        if glued and head in self._loose and not text[max(0, start - 12) : start].endswith(self._openers):
            return False
        if (
            before in "เแโใไ"
            or text.endswith(self._no_before, 0, start)
            or not (head.endswith(".") or whole(text, start, start + len(head)))
        ):
            return False
        if head == _TEAM and self._other.match(
            text, start + len(head) + len(_FROM) * text.startswith(_FROM, start + len(head))
        ):
            return False  # the team of a school is the school
        return head not in self._soft or self._opens_item(text, start)

    def _opens_item(self, text: str, start: int) -> bool:
        head = text[max(0, start - 14) : start]
        if head.endswith(("“", ", ")) or head.rstrip(' “"').endswith(self._item):
            return True
        return bool(_ITEM_MARK.search(head))

    def _end(self, text: str, start: int, at: int, kind: str, taken: dict[int, int]) -> int:
        if text.startswith(_FIRMS, start) and (end := self._company_end(text, at)):
            return end
        if kind in _SPACED and text[at : at + 1] == " " and text[at + 1 : at + 2] not in (" ", "\n"):
            at += 1
            if not self._may_follow(text, at, kind):
                return at
            if latin := _LATIN.match(text, at):
                return latin.end()
            if initials := _INITIALS.match(text, at):
                at = initials.end()
        end, cut = self._run(text, start, at, kind, taken)
        if cut:
            return end
        return self._beyond(text, start, at, end, kind)

    def _may_follow(self, text: str, at: int, kind: str) -> bool:
        """Whether the word behind the space that follows a head can be its name."""
        if self._stop_at(text, at) or self._other.match(text, at):
            return False
        if kind == "community":
            run = _BREAK.search(text, at, at + _MAX_NAME)
            end = run.start() if run else min(len(text), at + _MAX_NAME)
            return text.startswith("บ้าน", at) or bool(self._place.match(text, end)) or text[at].isascii()
        return True

    def _company_end(self, text: str, at: int) -> int:
        match = _COMPANY.match(text, at)
        if not match or self._company_breaks(match["name"]):
            return 0
        branch = _BRANCH.match(text, match.end())
        return branch.end() if branch else match.end()

    def _company_breaks(self, name: str) -> bool:
        """Whether what stands before LIMITED is more than a name: another firm, or a clause."""
        if any(head in name for head in ("บริษัท", "หจก.", "บมจ.", "บจก.")):
            return True
        return any(len(match[0]) > _SHORTEST for match in self._stop.finditer(name, 1))

    def _stop_at(self, text: str, at: int) -> bool:
        match = self._clause.match(text, at) or self._no_name.match(text, at)
        return bool(match) and not text.startswith(self._stop_not, at)

    def _run(self, text: str, start: int, at: int, kind: str, taken: dict[int, int]) -> tuple[int, bool]:
        """The end of a run of letters from ``at``, and whether something in it cuts the name off."""
        broken = _BREAK.search(text, at, at + _MAX_NAME + _BEYOND)
        end = min(broken.start() if broken else len(text), at + _MAX_NAME)
        cuts = [cut for cut in (self._first_stop(text, at, end), self._first_and(text, at, end, taken)) if cut >= 0]
        cuts += [place for place in (self._first_place(text, at, end, kind),) if place >= 0]
        if kind == "unit" and not text.startswith(_OF_OTHERS, start):
            cuts += [
                other for other in range(at + 3, end) if taken.get(other, 0) - other >= _LONG and text[other] in "กส"
            ]
        return (min(cuts), True) if cuts else (end, False)

    def _first_stop(self, text: str, at: int, end: int) -> int:
        for match in self._stop.finditer(text, min(at + 1, end), min(end + 2, len(text))):
            start = match.start()
            if start >= end or text.startswith(self._stop_not, start):
                continue
            if not whole(text, start, match.end()) or text.endswith(self._within, 0, match.end()):
                continue
            if any(text.endswith(within, at, match.end()) for within in self._within):
                continue
            return start
        return -1

    def _first_and(self, text: str, at: int, end: int, taken: dict[int, int]) -> int:
        """The first AND behind which another name or a new clause begins."""
        for match in _AND.finditer(text, at, end):
            if match.end() in taken or self._other.match(text, match.end()):
                return match.start()
        return end - 3 if text.endswith("และ", at, end) else -1

    def _first_place(self, text: str, at: int, end: int, kind: str) -> int:
        """Where glued words tell in which province a body stands, unless the province is part of the name."""
        for match in self._place.finditer(text, at, end):
            word, place = match[1], match[2]
            if match.start() <= at or (word.endswith(".") and word != "จ."):
                continue
            known = self._known_place(place)
            if kind == "unit":
                if known and len(known) < len(place):
                    return match.start(2) + len(known)
            elif known:
                return match.start()
        return -1

    def _known_place(self, run: str) -> str:
        """The longest name of a place with which a run of letters begins."""
        return next((run[:size] for size in range(min(len(run), 20), 2, -1) if run[:size] in self.places), "")

    def _beyond(self, text: str, start: int, at: int, end: int, kind: str) -> int:
        """Goes on behind a space where the name does."""
        if kind in ("school", "hospital", "community", "university"):
            while match := self._patronage.match(text, end):
                end = match.end()
                if jubilee := _JUBILEE.match(text, end):
                    end = jubilee.end()
            if jubilee := _JUBILEE.match(text, end) if text[at:end].endswith(_JUBILEES) else None:
                end = jubilee.end()
            if kind == "community" and (limited := re.compile(r" ?จำกัด").match(text, end)):
                end = limited.end()
            number = _NUMBER.match(text, end) if kind in ("school", "hospital") else None
            if number and not self._counts(text, number.end()):
                return number.end()
            return self._item_rest(text, start, end) if kind in ("school", "university") else end
        if kind == "company":
            return self._item_rest(text, start, end)
        return self._numbered(text, at, end) if kind == "unit" else end

    def _item_rest(self, text: str, start: int, end: int) -> int:
        """A numbered item is one name up to the next, though it has a space inside."""
        if end < len(text) and text[end] == " " and _ITEM_MARK.search(text[max(0, start - 8) : start]):
            stop = _ITEM_NEXT.search(text, end)
            rest = text[end : stop.start()] if stop else ""
            if (
                1 < len(rest) <= _REST
                and not re.search(r"\d", rest)
                and not _BREAK.search(rest.strip().replace(".", "").replace(" ", ""))
            ):
                plain = (
                    not self._place.match(rest) and not self._stop.search(rest) and not self._other.match(rest.strip())
                )
                return end + len(rest) if plain else end
        return end

    def _numbered(self, text: str, at: int, end: int) -> int:
        """The number of a regional office, and the province that tells offices of one name apart."""
        number = _NUMBER.match(text, end)
        place = self._place.match(text, number.end()) if number else None
        if (
            number
            and not self._ends_in_place(text[at:end])
            and (self._known_place(place[2]) if place else not self._counts(text, number.end()))
        ):
            end = number.end()
            bare = re.compile(rf" ([{_LETTER}]+)").match(text, end)
            return bare.end() if bare and bare[1] in self.places else end
        run = text[at:end]
        if run.endswith("ที่"):
            return end - 3
        place = self._place.match(text, end)
        known = self._known_place(place[2]) if place and place[1] == "จังหวัด" and len(run) > _LONG else ""
        if place and known and not self._ends_in_place(run):
            return place.start(2) + len(known)
        return end

    def _counts(self, text: str, at: int) -> bool:
        """Whether a number that ends here counts something, or numbers an item."""
        return bool(self._counted.match(text, at + (text[at : at + 1] == " "))) or text[at : at + 2] == " )"

    def _ends_in_place(self, run: str) -> bool:
        return any(run[-size:] in self.places for size in range(3, min(len(run), 18)))

    def _names(self, text: str, start: int, surface: str, head: str) -> bool:
        """Whether what stands behind a head makes it a name."""
        rest = surface[len(head) :].strip()
        if len(rest) < _SHORTEST or "\n" in surface or surface.endswith(_DANGLING) or rest in self._generic:
            return False
        if head in self._only_heads and not text.startswith(self._only, start):
            return False
        if self._stop_at(text, start + len(head)) or text.startswith(self._no_body, start):
            return False
        if head in _FIRMS and "จำกัด" not in surface and surface[len(head)] != " " and rest[0] > "z":
            return self._opens_item(text, start)
        return not (rest[0] in "ะาิีึืุูัํ็่้๊๋์ำ" or rest.isdigit())


_TEAM, _FROM = "ทีม", "จาก"
_OF_OTHERS: Final = ("กองทุน", "สถาบัน")
_DANGLING: Final = ("เพื่อ", "ภาค", "สาขา", "จังหวัด", "อำเภอ", "ตำบล", "ที่", "แห่ง", "และ", "ประจำ", "-", "–")
_FIRMS: Final = ("บริษัท", "บมจ.", "บจก.", "หจก.", "ห้างหุ้นส่วนจำกัด", "ธนาคาร")
_SHORTEST: Final = 3
_LONG: Final = 9
_REST: Final = 40
_JUBILEES: Final = ("เฉลิมพระเกียรติ", "นวมินทร์", "ราชินี")
_ITEM_NEXT: Final = re.compile(r"\s*(?:และ\s?)?\s\(?\d{1,3}(?:\.\d{1,2})*[.)]|[,;\n•]|$")
