"""Who was given which award: the relation between the names of awards and the names around them.

Each naming of an award is asked in turn: does a list of winners open behind it; is it told item by item whose it is;
does a verb of winning or giving stand before it; does it go on an enumeration that was won. The first rule that
answers gives the rows; the rule is kept with them, and decides how sure they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.apiece import apiece
from kg.extract.awards import Award, main_year, the_award
from kg.extract.inorder import InOrder
from kg.extract.itemised import itemised
from kg.extract.items import Items
from kg.extract.lexicon import Lexicon
from kg.extract.listing import Listing
from kg.extract.mentions import Mention
from kg.extract.parted import parted
from kg.extract.passed_on import joined_types
from kg.extract.rows import Row, make_row, once
from kg.extract.stage import Stage
from kg.extract.sureness import FITTED, Sureness, weights
from kg.extract.winning import Winning
from kg.extract.words import Words
from kg.extract.works import Title, title_after, title_of_subject

_BEFORE: Final = 70  # how far before an award its verb may stand
_HEADLINE: Final = 400  # a longer line is no headline
_HEADLINES: Final = 8
_OPEN_COST: Final = 0.25
_CHAINED: Final = 0.8
_CHAIN_WORDS: Final = 700
_CHAIN_GAP: Final = 170
_CHAIN_GAP_UNLISTED: Final = 110
_HEAD: Final = 6  # characters of an award's name that may belong to the words before: WHICH IS AN AWARD
_BY_TOPIC: Final = 0.75
_CHAINS: Final = frozenset({"won", "given", "chained"})


class Conferrals:
    """Reads the conferments of one document."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        lexicon: Lexicon,
        words: Words,
        year: int | None,
        awards: list[Award],
    ) -> None:
        """``year`` is that of the document, for the ``awards`` named in it that name none."""
        self.text, self.words, self._year = text, words, year
        self.mentions = mentions
        self.stage = Stage(text, mentions, words)
        self._win, self._give = words.compiled("winning"), words.compiled("giving")
        self._not = words.compiled("not_yet")
        self._new_clause, self._opens = words.compiled("new_clause"), words.compiled("opens")
        starts = [mention.start for mention in mentions if mention.group in ("body", "person")]
        named = self._with_generic(awards)
        self.awards = parted(text, itemised(text, named, starts), words)
        self._in_order = InOrder(self.awards)
        self.topic = self._find_topic()
        self._pending = self._still_to_come()
        self._listing = Listing(self.stage, self._in_order, words)
        self._items = Items(self.stage, self._in_order, words)
        self._winning = Winning(self.stage, self._in_order, words, lexicon, self.topic)
        self._previous: tuple[Award, list[Row]] = (Award(0, 0), [])

    def rows(self) -> list[Row]:
        """All conferments, each once and with its share of certainty, in no particular order."""
        if self.words.language not in FITTED:
            return [row for row, _ in self.seen()]
        return [replace(row, confidence=weights().share(features)) for row, features in self.seen()]

    def seen(self) -> list[tuple[Row, frozenset[str]]]:
        """All conferments with the guess of their rule, and what is seen of each: what weights are fitted to."""
        meant: dict[str, int | None] = {}
        for award in self.awards:
            if award.year is None:
                if award.scheme_name not in meant:
                    meant[award.scheme_name] = main_year(self.text, self.awards, award.scheme_name, self._year)
                award.year = meant[award.scheme_name]
        told = [self._doubted(row) for award in self.awards for row in self._of_award(award)]
        found = apiece(self.text, told)
        sureness = Sureness(self.stage, found, self.words)
        return [(row, frozenset(sureness.features(row))) for row in once(found)]

    def _of_award(self, award: Award) -> list[Row]:
        if award.start in self._listing.items.consumed:
            return []
        line = self.stage.line(award.start, award.end)
        if self._not.search(self.text, max(line[0], award.start - 45), award.start):
            return []
        after = self._words_end(award)
        rows = self._listing.behind(award, after, line[1]) or list(self._told(award, after, line))
        rows = rows or self._going_on(award, line[0])
        self._winning.subject = self._listing.subject or self._winning.subject
        if rows or self._new_clause.search(self.text, self._previous[0].end, award.start):
            self._previous = (award, rows)
        return rows

    def _words_end(self, award: Award) -> int:
        """Where the award's own words end, with the year and level close behind, before a list opens."""
        end = award.end
        for span in sorted(span for span in (award.year_span, award.level_span) if span):
            if span[0] - end < 40 and not self._opens.search(self.text, end, span[0]):
                end = max(end, span[1])
        return end

    def _told(self, award: Award, after: int, line: tuple[int, int]) -> Iterator[Row]:
        before = self.text[max(line[0], award.start - _BEFORE) : award.start]
        offset = award.start - len(before)
        wins, gives = list(self._win.finditer(before)), list(self._give.finditer(before))
        title = self._title_behind(award)
        if title is None and wins:
            title = title_of_subject(self.text, line[0], offset + wins[-1].start())
        narrowed = award.categories or award.level
        # Behind a verb of winning, BY without a work only says who took the award in hand.
        if narrowed and (rows := self._listing.done_by(award, after, line[1])) and (rows[0].title or not wins):
            yield from rows
        elif self._items.heads(award):
            return
        elif item := self._items.of(award):
            yield from self._winning.won(award, item.line_start, item.verb, item.title or title, rule="item")
        elif not wins and (verb := self._winning.verb_of_list(line[0], award.start, before)) is not None:
            yield from self._winning.won(award, line[0], verb, title)
        elif wins and (not gives or wins[-1].end() >= gives[-1].end()) and len(before) - wins[-1].end() <= 60:
            yield from self._winning.won(award, line[0], offset + wins[-1].start(), title)
        elif gives:
            yield from self._winning.given(award, after, line[1])
        elif award.categories:
            yield from self._listing.under_heading(award, line, self._winning.subject or self._topics(), title)

    def _topics(self) -> list[Mention]:
        return [self.topic] if self.topic else []

    def _going_on(self, award: Award, line_start: int) -> list[Row]:
        """A further award of an enumeration: ``won A, B and C`` says the verb once."""
        earlier, rows = self._previous
        if not rows or rows[0].rule not in _CHAINS or not line_start <= earlier.start < award.start:
            return []
        end = max(row.end for row in rows) if rows[0].rule == "given" else earlier.end
        parted = self.stage.winning_bodies(end, award.start)
        gap = self.text[end : award.start]
        too_far = len(gap) > (_CHAIN_GAP if award.known else _CHAIN_GAP_UNLISTED)
        if too_far or parted or self._new_clause.search(gap + self.text[award.start : award.start + _HEAD]):
            return []
        title = self._title_behind(award)
        whole = award.end - rows[0].start <= _CHAIN_WORDS  # with the subject and the verb, where they are near
        words = (rows[0].start if whole else award.start, award.end)
        sure = min(_CHAINED, *(row.sure_of_award for row in rows), 1.0)
        return [make_row(row.recipient, award, sure, "chained", words, title) for row in rows]

    def _title_behind(self, award: Award) -> Title | None:
        """The work that is named right behind an award or behind those it is joined to, on its line or at the next."""
        last, following = award, self._in_order.next_from(award.start + 1)
        while following and last.categories and joined_types(self.text, last, following):
            last, following = following, self._in_order.next_from(following.start + 1)
        end = min(following.start if following else len(self.text), last.end + 260)
        return title_after(self.text, last.end, end, reach=40)

    def _find_topic(self) -> Mention | None:
        """The body that an article is about: named before a verb of winning in the headline, else most often."""
        at = 0
        for line in self.text.split("\n")[:_HEADLINES]:
            verb = self._win.search(line)
            if verb and len(line) <= _HEADLINE and (bodies := self.stage.winning_bodies(at, at + verb.start())):
                return bodies[0]
            at += len(line) + 1
        bodies = self.stage.winning_bodies(0, len(self.text))
        votes = Counter(name.name for name in bodies)
        if not votes or max(votes.values()) < 3:
            return None
        most = max(votes, key=lambda name: (votes[name], name))
        return next(name for name in bodies if name.name == most)

    def _doubted(self, row: Row) -> Row:
        """A row that rests on lay-out or topic alone counts less where the award is spoken of as still to be given."""
        said = row.rule in ("won", "given") and row.confidence > _BY_TOPIC
        if said or row.award.scheme_name not in self._pending:
            return row
        return replace(row, confidence=row.confidence - _OPEN_COST)

    def _still_to_come(self) -> set[str]:
        """Schemes of which more namings stand behind words for applying or assessing than behind words for winning."""
        votes: Counter[str] = Counter()
        for award in self.awards:
            start = max(self.stage.line(award.start, award.end)[0], award.start - 45)
            if self._not.search(self.text, start, award.start):
                votes[award.scheme_name] += 1
            elif self._win.search(self.text, start, award.start) or self._give.search(self.text, start, award.start):
                votes[award.scheme_name] -= 1
        return {scheme for scheme, vote in votes.items() if vote > 0}

    def _with_generic(self, awards: list[Award]) -> list[Award]:
        """Awards named only as THE award, with a list behind: they are of the scheme last named."""
        more: list[Award] = []
        for match in self.words.compiled("generic").finditer(self.text):
            start, end = match.span("award")
            earlier = [award for award in awards if award.end <= match.start()]
            earlier = [award for award in earlier if award.known] or earlier
            near = any(award.start <= end + 30 and award.end >= start for award in awards)
            if earlier and not near:
                more.append(the_award(self.text, start, end, earlier))
        return sorted(awards + more, key=lambda award: award.start)
