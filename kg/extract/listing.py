"""Rules that rest on lay-out: lists of winners, items that name branch, work and winner, awards under a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.awards import Award
from kg.extract.inorder import InOrder
from kg.extract.itemlists import ItemLists
from kg.extract.mentions import Mention
from kg.extract.plain import PLAIN, plain_name
from kg.extract.rows import Row, make_row
from kg.extract.stage import Stage
from kg.extract.words import Words
from kg.extract.works import Title, title_after, title_before

_REACH: Final = 700  # a list's words are one piece of evidence up to here; further down the name alone is
_HEADING_REACH: Final = 700
_BY_REACH: Final = 320
_OPENER_NEAR: Final = 90
_COUNT_REACH: Final = 340  # up to a count with a word that opens a list
_OPENER_REACH: Final = 200  # with nobody named between
_HEAD: Final = 3  # letters of a name that tell what kind of body it is
_PRIZE: Final = 6  # letters of the word for a prize before the place
_LINES_OF_ITEM: Final = 3
_LONGEST: Final = 120  # lines of one list
_BLANK: Final = re.compile(r"\s*")
_BY_ALONE: Final = 0.65  # BY without a work may name the organizer


class Listing:
    """Reads what stands behind awards; ``subject`` is the heading that a list was last told under."""

    def __init__(self, stage: Stage, awards: InOrder[Award], words: Words) -> None:
        """``awards`` of the same text as the stage."""
        self._stage, self._awards = stage, awards
        self._opener = words.compiled("listing")
        self._item_lead = words.compiled("item_lead")
        self._item_start = words.compiled("item_start")
        self._province_lead = words.compiled("province_lead")
        self._level_of_all = words.compiled("level_of_all")
        self._places = words.compiled("places_listed")
        self._rank = words.compiled("item_rank")
        self._item_continued, self._clause = words.compiled("item_below"), words.compiled("clause_behind")
        self._counted_opener = words.compiled("counted_opener")
        self._count = words.compiled("counted_list")
        self._mark_only = words.compiled("mark_only")
        self._item_marked = words.compiled("item_marked")
        self._by, self._by_before = words.compiled("by"), words.compiled("by_before")
        self._and = words.compiled("joined")
        self.subject: list[Mention] = []
        self.items = ItemLists(stage, awards, words, partial(self._listed, plainly=False))

    def behind(self, award: Award, after: int, line_end: int) -> list[Row]:
        """Rows of the list that opens behind an award, before another one."""
        text = self._stage.text
        opener = self._opener.match(text, after, line_end) or self._opener.search(
            text, after, min(after + _OPENER_REACH, line_end)
        )
        if opener is None:
            opener = self._counted_opener.search(text, after, min(after + _COUNT_REACH, line_end))
        if opener is None or self._awards.between(after, opener.start()):
            opener = self._counted(after, line_end) or opener
        far = opener is not None and opener.start() - after > _OPENER_NEAR
        if opener and far and self._stage.between(after, opener.start()):
            opener = self._counted_opener.search(text, after, min(after + _COUNT_REACH, line_end))
            if opener is None:
                return []
        if not opener or self._awards.between(after, opener.start()):
            return self._ranked_item(award, after, line_end)
        if self._places.search(text, after, opener.end()):
            return []
        following = self._awards.next_from(opener.end())
        end = self._list_end(opener.end(), line_end)
        if rows := self.items.rows(award, opener.end()):
            return rows
        return self._listed(award, opener.end(), min(following.start if following else end, end))

    def _counted(self, after: int, line_end: int) -> re.Match[str] | None:
        """A count right behind which the list stands that it counts."""
        counted = self._count.match(self._stage.text, after, line_end)
        if counted is None or self._awards.between(after, counted.end()):
            return None
        first = self._stage.between(counted.end(), counted.end() + 9)
        begins = first and self._mark_only.fullmatch(self._stage.text, counted.end(), first[0].start)
        named = first and first[0].start == counted.end()
        return counted if begins or named else None

    def _ranked_item(self, award: Award, after: int, line_end: int) -> list[Row]:
        """Rows of an item that names only a place in the contest and right behind it who took that."""
        place = award.level_span
        if not place or award.start < place[0] - _PRIZE or award.end > place[1]:
            return []
        head = self._stage.text[self._stage.line(award.start, award.end)[0] : award.start]
        if head.strip() and not self._mark_only.fullmatch(head):
            return []
        following = self._awards.next_from(after)
        end = min(line_end, following.start if following else line_end)
        return [
            replace(row, confidence=row.confidence - 0.05) for row in self._listed(award, after, end, plainly=False)
        ]

    def _list_end(self, start: int, line_end: int) -> int:
        """Where a list ends that opens at ``start``: with its line, or with the last of the items on lines below."""
        text = self._stage.text
        end = line_end
        for _ in range(0 if text[start:line_end].strip() else _LONGEST):
            head = end + len(_BLANK.match(text, end)[0])  # type: ignore[index]
            stop = text.find("\n", head)
            stop = len(text) if stop < 0 else stop
            marked = self._item_marked.match(text, head, stop)
            named = any(self._stage.eligible(name) for name in self._stage.between(head, head + 3))
            if head >= len(text) or head == end or not (marked or named):
                break
            end = stop
        return end

    def _listed(self, award: Award, start: int, end: int, *, plainly: bool = True) -> list[Row]:
        inside = self._stage.between(start, end)
        by = self._authors(inside, start)
        rows: list[Row] = []
        for name in inside:
            last = rows[-1].recipient if rows else None
            shares = bool(by) and name.start not in by
            if shares and not (last and self._stage.joined(last, name)):
                continue
            if name in self._stage.headings:
                self.subject = [name]
            elif self._is_item(name, start, last, by=bool(by)):
                title = rows[-1].title if shares and rows else self._title_of(name, start, end, last, by=bool(by))
                first = award.start if name.start - award.start <= _REACH else name.start
                own = self._ranked(award, last.end if last else start, name.start)
                rows.append(make_row(name, own, 0.9, "list", (first, name.end), title))
        return self._all_of_level(rows or (self._plain(award, start, end) if plainly else []))

    def _plain(self, award: Award, start: int, end: int) -> list[Row]:
        """The winner that a list names first, where it is of no listed kind; those joined to it are such, too."""
        rows: list[Row] = []
        at = start
        while (name := plain_name(self._stage.text, at, end)) is not None and not self._stage.between(
            name.start, name.end
        ):
            rows.append(make_row(name, award, PLAIN, "plain", (award.start, name.end)))
            joined = self._and.match(self._stage.text, name.end, end)
            if not joined:
                break
            at = joined.end()
        return rows

    def _authors(self, inside: Sequence[Mention], start: int) -> set[int]:
        """Where names stand behind BY, in a list that gives works and whose they are; none in a list of winners."""
        authors: set[int] = set()
        for name in inside:
            if self._by_before.search(self._stage.text, max(start, name.start - 6), name.start):
                if not self._stage.stands_for_body(name, start):
                    authors.add(name.start)
            elif not authors and self._is_item(name, start, None, by=False):
                return set()
        return authors

    def _all_of_level(self, rows: list[Row]) -> list[Row]:
        """The rows of a list, with the level that is said behind it of all of them."""
        found = self._level_of_all.match(self._stage.text, rows[-1].end) if rows else None
        if not found:
            return rows
        level, span = found["level"], found.span("level")
        return [
            row if row.award.level else replace(row, award=replace(row.award, level=level, level_span=span))
            for row in rows
        ]

    def _ranked(self, award: Award, start: int, end: int) -> Award:
        """The award with the place in the contest that stands in front of an item: ``second prize: NAME``."""
        found = list(self._rank.finditer(self._stage.text, start, end))
        if not found:
            return award
        said = " ".join(found[-1]["rank"].split())
        return replace(award, level=said, level_span=found[-1].span("rank"))

    def _is_item(self, name: Mention, start: int, last: Mention | None, *, by: bool) -> bool:
        """Whether a name is an item of a list; inside an item it only describes somebody."""
        if not self._stage.eligible(name):
            return False
        if by:
            return True
        if self._stage.describes_previous(name, start):
            return False
        earlier = self._stage.before(name.start)
        where = earlier.end if earlier and earlier.kind == "province" else start  # it told where the last item is
        lead = self._stage.text[max(start, last.end if last else start, where, name.start - 300) : name.start]
        if name.group == "person" and last and last.group == "person" and lead[-1:].isspace():
            return True
        if name.group == "body" and last and self._alike(last, name) and not lead.strip():
            return True
        if name.kind == "province" and not self._province_lead.search(lead):
            return False
        return self._item_lead.search(lead) is not None

    def _alike(self, last: Mention, name: Mention) -> bool:
        """Whether two bodies begin with the same word for what they are: parted by a space alone, both are items."""
        return last.group == "body" and last.surface[:_HEAD] == name.surface[:_HEAD] and not name.parent

    def _title_of(self, name: Mention, start: int, end: int, last: Mention | None, *, by: bool) -> Title | None:
        if by:
            return title_before(self._stage.text, last.end if last else start, name.start)
        behind = self._stage.between(name.start + 1, end)
        others = (other for other in behind if self._stage.eligible(other))
        following = next((other.start for other in others if not self._stage.describes_previous(other, start)), end)
        return title_after(self._stage.text, name.end, following)

    def done_by(self, award: Award, after: int, line_end: int) -> list[Row]:
        """Rows of an item that names branch, work and, after BY, whose work it is."""
        text = self._stage.text
        other = self._awards.next_from(after)
        following = other.start if other else len(text)
        end = min(self._item_end(line_end), after + _BY_REACH, following)
        for match in self._by.finditer(text, after, end):
            names = self._stage.between(match.end(), match.end() + 3)
            if names and self._clause.match(text, names[0].end):
                continue
            if names and self._stage.eligible(names[0]):
                return self._done_by(award, after, names[0], following)
            if not names and (plain := plain_name(text, match.end(), end)):
                return [make_row(plain, award, PLAIN, "plain", (award.start, plain.end))]
        return []

    def _item_end(self, line_end: int) -> int:
        """Where an item ends whose work and makers stand on lines of their own below."""
        text, end = self._stage.text, line_end
        for _ in range(_LINES_OF_ITEM):
            head = end + len(_BLANK.match(text, end)[0])  # type: ignore[index]
            if not self._item_continued.match(text, head):
                break
            end = text.find("\n", head)
            end = len(text) if end < 0 else end
        return end

    def _done_by(self, award: Award, after: int, first: Mention, following: int) -> list[Row]:
        text = self._stage.text
        title = title_before(text, after, first.start - 3) or title_after(
            text, first.end, min(following, first.end + 260), reach=60
        )
        group = [first]
        for name in self._stage.between(first.end, following):
            if not (self._stage.joined(group[-1], name) and self._stage.eligible(name)):
                break
            group.append(name)
        sure = 0.87 if title else _BY_ALONE
        return [make_row(name, award, sure, "by", (award.start, name.end), title) for name in group]

    def under_heading(
        self, award: Award, line: tuple[int, int], subjects: Sequence[Mention], title: Title | None
    ) -> list[Row]:
        """Rows of a branch that is named alone: it is of the body whose awards are being told."""
        words = (award.start, award.end)
        headings = [name for name in self._stage.headings if 0 <= award.start - name.end < _HEADING_REACH]
        if headings:
            return [make_row(headings[-1], award, 0.85, "heading", words, title)]
        if not self._item_start.search(self._stage.text, max(line[0], award.start - 45), award.start):
            return []
        if any(name.group == "body" for name in self._stage.between(award.end, line[1])):
            return []
        return [make_row(name, award, 0.75, "numbered", words, title) for name in subjects[:1]]
