"""Rules that rest on a verb: somebody won an award, somebody gave one to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.awards import Award
from kg.extract.inorder import InOrder
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Mention
from kg.extract.rows import Row, make_row
from kg.extract.stage import Stage
from kg.extract.words import Words
from kg.extract.works import Title, title_after

_FAR: Final = 160  # characters between a subject and its verb
_FAR_RELATIVE: Final = 60
_NEAR: Final = 40
_TOPIC: Final = 0.72  # the body an article is about, where a verb has no subject: not enough for an unlisted award


class Winning:
    """Reads subjects and receivers of verbs; ``subject`` is the one that was last found."""

    def __init__(
        self, stage: Stage, awards: InOrder[Award], words: Words, lexicon: Lexicon, topic: Mention | None
    ) -> None:
        """``topic`` is the body that the article is about."""
        self._stage, self._awards, self._lexicon, self._topic = stage, awards, lexicon, topic
        self._verbs = words.compiled("winning")
        self._only_awards = words.compiled("only_awards")
        self._opened = words.compiled("opened")
        self._wished = words.compiled("wished")
        self._relative = words.compiled("relative")
        self._to = words.compiled("receiver")
        self._next = words.compiled("given_next")
        self._new_clause = words.compiled("new_clause")
        self._personal = words.compiled("personal")
        self._projects = words.compiled("project")
        self._acts_for = words.compiled("acts_for")
        self._private = words.compiled("private")
        self.subject: list[Mention] = []

    def won(self, award: Award, line_start: int, verb: int, title: Title | None, rule: str = "won") -> Iterator[Row]:
        """Rows of a verb of winning that begins at ``verb``."""
        relative = self._relative.search(self._stage.text, max(line_start, verb - 6), verb) is not None
        subjects, sure = self._subjects(line_start, verb, award, relative=relative)
        scheme = self._lexicon.rows.get(award.scheme)
        for name in subjects:
            if scheme and scheme.awarder and scheme.awarder in name.refs:
                continue
            near = rule == "won" and name.start >= line_start and 0 <= award.start - name.start < 400
            own = title or (title_after(self._stage.text, name.end, verb) if near and name.end < verb else None)
            yield make_row(name, award, sure, rule, (name.start if near else award.start, award.end), own)

    def verb_of_list(self, line_start: int, award_start: int, before: str) -> int | None:
        """A verb of winning that says only AWARDS and leaves their names to the list that opens before this one."""
        opened = self._opened.search(before)
        if not opened:
            return None
        end = award_start - len(before) + opened.start()
        found = None
        for match in self._verbs.finditer(self._stage.text, max(line_start, end - 240), end):
            if self._only_awards.match(self._stage.text, match.end()):
                found = match.start()
        return found

    def given(self, award: Award, after: int, line_end: int) -> Iterator[Row]:
        """Rows of ``gave the award to A, B and C``."""
        to = self._to.search(self._stage.text, after, min(after + 120, line_end))
        if not to or self._awards.between(after, to.start()):
            return
        last = to.end()
        for name in self._stage.between(to.end(), min(line_end, to.end() + 400)):
            first = last == to.end()
            if name.start - last > 12 if first else not self._next.fullmatch(self._stage.text, last, name.start):
                break
            if self._stage.eligible(name):
                last = name.end
                taker, sure = self._taker(name, award, line_end)
                last = max(last, taker.end)
                yield make_row(taker, award, sure, "given", (award.start, last))

    def _taker(self, name: Mention, award: Award, line_end: int) -> tuple[Mention, float]:
        """Whose award it is that somebody was handed: who takes one by a post takes it for the body."""
        body = self._stage.body_of_post(name, line_end) if name.group == "person" else None
        if body is None or self._for_people(award):
            return name, 0.88
        return body, 0.8

    def _subjects(self, line_start: int, verb: int, award: Award, *, relative: bool) -> tuple[list[Mention], float]:
        """The winners that a verb has before it, and how sure that is."""
        stage = self._stage
        near = [name for name in stage.between(line_start, verb) if name.end <= verb and stage.eligible(name)]
        wished = max((match.end() for match in self._wished.finditer(stage.text, line_start, verb)), default=verb)
        if group := [name for name in near if name.start >= wished]:
            return group, 0.85
        near = [name for name in near if verb - name.end <= (_FAR_RELATIVE if relative else _FAR)]
        if told := self._people_or_bodies(near, line_start, verb, award):
            return told
        if project := self._project(line_start, verb):
            return [project], 0.76
        if relative:
            return [], 0.0
        if first := self._first_of_line(line_start, verb):
            return [first], 0.75
        return ([self._topic], _TOPIC) if self._topic else (self.subject, 0.6)

    def _people_or_bodies(
        self, near: list[Mention], line_start: int, verb: int, award: Award
    ) -> tuple[list[Mention], float] | None:
        """The winners among the names near the verb, None where there are none."""
        people = [name for name in near if name.group == "person"]
        if people and (private := self._private_group(people, line_start, verb)):
            return private, 0.8
        if people and self._is_own(award, people[-1], verb):
            return [people[-1]], 0.8
        bodies = [name for name in near if name.group == "body"]
        if bodies and people and (holder := self._nearer_holder(people[-1], bodies[-1], verb)):
            self.subject = [holder]
            return [holder], 0.8
        if bodies:
            self.subject = self._stage.last_group(bodies)
            return self.subject, 0.9 if verb - self.subject[-1].end <= _NEAR else 0.8
        return self._of_person(people[-1], verb) if people else None

    def _first_of_line(self, line_start: int, verb: int) -> Mention | None:
        """The only body of a long line, named at its head, of which the verb tells."""
        bodies = [name for name in self._stage.winning_bodies(line_start, verb) if name.end <= verb]
        alone = len(bodies) == 1 and bodies[0].refs and bodies[0].start - line_start <= _NEAR
        return bodies[0] if alone else None

    def _project(self, line_start: int, verb: int) -> Mention | None:
        """A project named right before the verb, as what has won itself."""
        named = list(self._projects.finditer(self._stage.text, max(line_start, verb - _FAR), verb))
        if not named:
            return None
        found = named[-1]
        name = " ".join(found["name"].split())
        return Mention(found.start("name"), found.end("name"), "body", name, "project", surface=found["name"])

    def _nearer_holder(self, person: Mention, body: Mention, verb: int) -> Mention | None:
        """The body whose post a person holds who stands between the last body and the verb, and acts himself."""
        if person.start < body.end or self._acts_for.search(self._stage.text, body.end, person.start):
            return None
        return self._stage.body_of_post(person, verb)

    def _private_group(self, people: list[Mention], line_start: int, verb: int) -> list[Mention]:
        """The last of the people, with those joined to him, where words behind show that each is there for himself."""
        stage = self._stage
        last = people[-1]
        if not self._private.match(stage.text, last.end) or self._new_clause.search(stage.text, last.end, verb):
            return []
        return stage.last_group(people)

    def _of_person(self, person: Mention, verb: int) -> tuple[list[Mention], float]:
        if body := self._stage.body_of_post(person, verb):
            body = self._above(body)
            self.subject = [body]
            return [body], 0.75
        if verb - person.end <= _FAR_RELATIVE:
            return [person], 0.6
        return ([self._topic], _TOPIC) if self._topic else ([], 0.0)

    def _above(self, body: Mention) -> Mention:
        """The body that a unit is part of: the head of a unit takes what its body has won."""
        above = self._lexicon.bodies(body.parent) if body.kind == "unit" and body.parent else []
        if len(above) != 1:
            return body
        return replace(body, name=above[0].name, kind=above[0].kind, refs=(above[0].ref,), parent="")

    def _for_people(self, award: Award) -> bool:
        return self._personal.search(" ".join([award.scheme_name, *award.categories])) is not None

    def _is_own(self, award: Award, person: Mention, verb: int) -> bool:
        """Whether a person won an award for people, and does not merely tell of it."""
        return self._for_people(award) and not self._new_clause.search(self._stage.text, person.end, verb)
