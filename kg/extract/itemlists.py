"""Winners told as the items of a numbered list, each perhaps with work, type and level of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.awards import Award
from kg.extract.inorder import InOrder
from kg.extract.mentions import Mention
from kg.extract.numbered import numbered_items
from kg.extract.plain import PLAIN, plain_name
from kg.extract.rows import Row, make_row, narrowed
from kg.extract.stage import Stage
from kg.extract.words import Words
from kg.extract.works import Title, title_after, title_before

_FAR: Final = 12000  # characters that a numbered list may go on
_REACH: Final = 700  # an item's words are one piece of evidence up to here
_TYPE_GAP: Final = 4


class ItemLists:
    """Reads such lists; ``consumed`` are the starts of awards that an item only names more closely."""

    def __init__(
        self, stage: Stage, awards: InOrder[Award], words: Words, listed: Callable[[Award, int, int], list[Row]]
    ) -> None:
        """``listed`` reads the winners that an item itself lists."""
        self._stage, self._awards, self._listed = stage, awards, listed
        self._opener = words.compiled("listing")
        self._by_before = words.compiled("by_before")
        self._item_head = words.compiled("item_head")
        self._item_opens, self._item_type = words.compiled("item_opens"), words.compiled("item_type")
        self.consumed: set[int] = set()

    def rows(self, award: Award, start: int) -> list[Row]:
        """Rows of a numbered list whose items name winners, each perhaps with work, type and level of its own."""
        rows: list[Row] = []
        items = numbered_items(self._stage.text, start, min(len(self._stage.text), start + _FAR))
        for first, last in items if len(items) > 1 else ():
            last = self._before_next_list(first, last)
            inner = self._awards.between(first, last)
            names = self._winners_of_item(first, last)
            if inner and (not names or inner[0].start < names[0].start) and not self._typed(first, inner[0], names):
                break  # the items that follow name awards of their own
            if not names and (told := self._told_by_item(award, first, last)):
                rows += told
                continue
            if not names:
                continue
            own = narrowed(award, [each for each in inner if each.scheme_name == award.scheme_name])
            head = self._item_head.match(self._stage.text, first, names[0].start)
            if head and head["type"] and not own.categories:
                own = replace(own, categories=[head["type"].strip()])
            self.consumed.update(each.start for each in inner if each.scheme_name == award.scheme_name)
            title = self._title_of_item(names, first, last)
            rows += [make_row(name, own, 0.9, "list", (first, max(name.end, own.end)), title) for name in names]
        return rows

    def _before_next_list(self, first: int, last: int) -> int:
        """Where an item ends that goes on into the next award and its own list."""
        for award in self._awards.between(first + 1, last):
            if self._opener.match(self._stage.text, award.end, last) and self._stage.between(first, award.start):
                return award.start
        return last

    def _typed(self, first: int, inner: Award, names: Sequence[Mention]) -> bool:
        """Whether an item opens with a type of award, and right behind it who won that."""
        if not names or names[0].group != "person" or inner.end > names[0].start:
            return False
        text = self._stage.text
        return not text[first : inner.start].strip() and names[0].start - inner.end <= _TYPE_GAP

    def _told_by_item(self, award: Award, first: int, last: int) -> list[Row]:
        """Rows of an item that names a type and, behind a word such as NAMELY, who won it; or the plain name it has."""
        text = self._stage.text
        opened = self._item_opens.search(text, first + 3, last)
        if opened is None:
            plain = plain_name(text, first, last)
            return [make_row(plain, award, PLAIN, "plain", (first, plain.end))] if plain else []
        head = self._item_type.match(text, first, opened.start())
        said = " ".join(head["type"].split()) if head else ""
        own = award
        if said:
            own = replace(award, categories=[*award.categories, said], inner=[], level="", level_span=None)
        rows = self._listed(own, opened.end(), last)
        if not rows and (plain := plain_name(text, opened.end(), last)):
            rows = [make_row(plain, own, PLAIN, "plain", (first, plain.end))]
        return [replace(row, start=first if row.end - first <= _REACH else row.recipient.start) for row in rows]

    def _winners_of_item(self, first: int, last: int) -> list[Mention]:
        """Whom an item of a list names: at its head, or behind BY; with those joined to him."""
        names = [name for name in self._stage.between(first, last) if self._stage.eligible(name)]
        by = [name for name in names if self._is_by(name, first)]
        head = [name for name in names[:1] if self._item_head.fullmatch(self._stage.text, first, name.start)]
        own = [name for name in by if not self._stage.stands_for_body(name, first)]
        group = own[:1] or head or by[:1]
        for name in names[names.index(group[0]) + 1 :] if group else ():
            if not self._stage.joined(group[-1], name) or self._stage.describes_previous(name, first):
                break
            group.append(name)
        return group

    def _is_by(self, name: Mention, start: int) -> bool:
        return self._by_before.search(self._stage.text, max(start, name.start - 10), name.start) is not None

    def _title_of_item(self, names: Sequence[Mention], first: int, last: int) -> Title | None:
        text = self._stage.text
        return title_before(text, first, names[0].start) or title_after(text, names[-1].end, last, reach=90)
