"""Awards told as the items of a list behind one winner: ``DEPARTMENT won 3 awards, namely: 1. … 2. … 3. …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.awards import Award
from kg.extract.inorder import InOrder
from kg.extract.stage import Stage
from kg.extract.words import Words
from kg.extract.works import Title, title_after

_HEAD = 70  # characters at the head of a line within which its award is named
_LONGEST = 40  # lines of one list


@dataclass(frozen=True, slots=True)
class Item:
    """An award that one item of a list names, and the work it names."""

    line_start: int
    verb: int
    """Where the verb of winning stands in the line that opened the list."""
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    numbered: bool


class Items:
    """Finds the lists; ``of`` tells of which list an award is an item."""

    def __init__(self, stage: Stage, awards: InOrder[Award], words: Words) -> None:
        """``awards`` of the same text as the stage."""
        self._stage, self._text, self._awards = stage, stage.text, awards
        self._opening, self._marked = words.compiled("items_opened"), words.compiled("item_marked")
        self._continued = words.compiled("item_continued")
        self._win = words.compiled("winning")
        self._found: dict[int, Item] = {}
        self._headings: set[int] = set()
        self._read()

    def of(self, award: Award) -> Item | None:
        """The item that an award is."""
        return self._found.get(award.start)

    def heads(self, award: Award) -> bool:
        """Whether an award only stands over items that name it more closely."""
        return award.start in self._headings

    def _read(self) -> None:
        lines = list(self._lines())
        for index, line in enumerate(lines):
            opening = self._opening.search(self._text, max(line.start, line.end - 40), line.end)
            verbs = list(self._win.finditer(self._text, line.start, opening.start())) if opening else []
            if verbs and opening and opening.start() - verbs[-1].start() < 160:
                self._list(line.start, verbs[-1].start(), lines[index + 1 : index + 1 + _LONGEST])

    def _list(self, line_start: int, verb: int, lines: Sequence[_Line]) -> None:
        """Keeps the awards of the lines up to the first that is no item and goes on with none."""
        blocks: list[list[Award]] = []
        for line in lines:
            named = self._named(line)
            if line.numbered:
                blocks.append(named)
            elif not blocks or not self._continued.match(self._text, line.start, line.end):
                break
            else:
                blocks[-1] = blocks[-1] + named
        told = [award for block in blocks for award in block]
        for index, award in enumerate(told):
            following = told[index + 1] if index + 1 < len(told) else None
            title = self._title(award, following.start if following else award.end + 400)
            if following and not title and _closer(award, following):
                self._headings.add(award.start)
                if not following.level:
                    following.level, following.level_span = award.level, award.level_span
            else:
                self._found.setdefault(award.start, Item(line_start, verb, title))

    def _named(self, line: _Line) -> list[Award]:
        """The award at the head of a line; none where a body stands before it, which then is the item's own winner."""
        named = list(self._awards.between(line.start, min(line.end, line.start + _HEAD)))[:1]
        own = named and self._stage.winning_bodies(line.start, named[0].start)
        return [] if own else named

    def _title(self, award: Award, end: int) -> Title | None:
        line_end = self._text.find("\n", award.end)
        beyond = self._text.find("\n", line_end + 1) if line_end >= 0 else -1
        stop = min(end, beyond if beyond >= 0 else len(self._text))
        return title_after(self._text, award.end, stop, reach=60)

    def _lines(self) -> Iterator[_Line]:
        at = 0
        for words in self._text.split("\n"):
            if words.strip():
                yield _Line(at, at + len(words), self._marked.match(words) is not None)
            at += len(words) + 1


def _closer(over: Award, under: Award) -> bool:
    """Whether the second award is the first, named more closely."""
    shared = under.categories[: len(over.categories)] == over.categories
    more = len(under.categories) > len(over.categories)
    return over.scheme_name == under.scheme_name and shared and more and (not under.level or not over.level)
