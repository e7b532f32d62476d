"""Corroboration: how many independent publishers say that an award was given. A release printed twice is one voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from kg.model.answer import Column, Kind, Note, Row
from kg.views.awards import Award, Awards
from kg.views.choice import Choice
from kg.views.columns import column
from kg.views.completeness import note as completeness_note
from kg.views.result import Result
from kg.views.selection import reason, select

LEAST_SOURCES: Final = 1
SAME_PLACES: Final = 3
SAME_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its publisher, how that stands to the award, and the hash of its text."""

    source: str
    publisher: str = ""
    role: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """That a document says a value at a place: what is said, and the code points where."""

    fact: tuple[str, str, str]
    start: int
    end: int


@dataclass(frozen=True)
class Press:
    """Which document states which award, all documents, and where each says what."""

    stated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)


def columns() -> tuple[Column, ...]:
    """The columns of the view."""
    return (
        Column("conferment", Kind.REF, {"th": "การได้รับรางวัล", "en": "award given"}),
        Column("voices", Kind.INTEGER, {"th": "ผู้เผยแพร่ที่เป็นอิสระต่อกัน", "en": "independent publishers"}),
        Column("documents", Kind.INTEGER, {"th": "จำนวนเอกสาร", "en": "documents"}),
        Column("publishers", Kind.REFS, {"th": "ผู้เผยแพร่", "en": "publishers"}),
        Column("roles", Kind.REFS, {"th": "ฐานะของผู้เผยแพร่", "en": "publishers' roles"}),
        Column("only_winner", Kind.BOOLEAN, {"th": "มีแต่ผู้ได้รับกล่าวเอง", "en": "only the winner says so"}),
        column("edition", Kind.REF),
        Column("sources", Kind.REFS, {"th": "เอกสาร", "en": "sources"}),
    )


def corroboration(awards: Awards, choice: Choice, press: Press) -> Result:
    """A row for each award given, those with most voices first.

    *voices* is the number of groups that its documents fall into when two belong together that have the same
    publisher, the same text (hash), or are prints of one release: at least three values that both state stand as far
    apart in the one text as in the other, and these are at least four fifths of the values that both state
    (``reprints``). Documents without a known publisher cannot be shown to be independent: they count as one
    publisher. *only_winner* is true where every document is published by a winner.
    """
    selected = select(awards, choice)
    joined = reprints(press)
    least = choice.least(LEAST_SOURCES)
    rows = [row for award in selected if int(str((row := _row(award, press, joined)).cells[1])) >= least]
    rows.sort(key=lambda row: (-row.cells[1], -row.cells[2], str(row.cells[0])))  # type: ignore[operator]
    notes = (reason(awards, choice, selected, len(rows)), completeness_note(awards, selected), _summary(rows))
    return Result(columns(), tuple(rows), tuple(filter(None, notes)))


def _row(award: Award, press: Press, joined: Mapping[str, str]) -> Row:
    sources = sorted(press.stated.get(award.ref, ()))
    documents = [press.documents.get(source, Document(source)) for source in sources]
    roles = {document.role for document in documents}
    return Row(
        (
            award.ref,
            len(groups(documents, joined)),
            len(sources),
            tuple(sorted({document.publisher for document in documents if document.publisher})),
            tuple(sorted(roles - {""})),
            roles == {"aw:publisherWinner"},
            award.editions[0] if award.editions else None,
            tuple(sources),
        ),
        (award.ref,),
    )


def groups(documents: Iterable[Document], joined: Mapping[str, str]) -> list[list[str]]:
    """Documents that are one voice together; ``joined`` gives each document the release that it prints."""
    union = _Union()
    for document in documents:
        union.join(document.source, f"publisher {document.publisher}")
        union.join(document.source, f"release {joined.get(document.source, document.source)}")
        if document.sha256:
            union.join(document.source, f"text {document.sha256}")
    found: dict[str, list[str]] = {}
    for document in documents:
        found.setdefault(union.find(document.source), []).append(document.source)
    return list(found.values())


def reprints(press: Press) -> dict[str, str]:
    """For each document that prints the same release as another, the first of them in code-point order.

    The store has no texts, yet offsets tell: where two documents state the same values with words of the same length,
    and the places of one are those of the other moved by one distance, they are the same text with another beginning.
    Only documents that state a common award are compared.
    """
    union = _Union()
    pairs = {
        pair for sources in press.stated.values() if len(sources) > 1 for pair in combinations(sorted(sources), 2)
    }  # fmt: skip
    for one, two in sorted(pairs):
        if same_text(press.said.get(one, ()), press.said.get(two, ())):
            union.join(one, two)
    members: dict[str, list[str]] = {}
    for source in sorted({each for pair in pairs for each in pair}):
        members.setdefault(union.find(source), []).append(source)
    return {source: group[0] for group in members.values() if len(group) > 1 for source in group}


def same_text(one: Iterable[Said], two: Iterable[Said]) -> bool:
    """Whether what two documents both say stands as far apart in the one as in the other (see ``reprints``)."""
    places: dict[tuple[tuple[str, str, str], int], list[int]] = {}
    for said in one:
        places.setdefault((said.fact, said.end - said.start), []).append(said.start)
    ours = {fact for fact, _ in places}
    distances: dict[int, set[tuple[str, str, str]]] = {}
    common: set[tuple[str, str, str]] = set()
    for said in two:
        if said.fact in ours:
            common.add(said.fact)
        for start in places.get((said.fact, said.end - said.start), ()):
            distances.setdefault(said.start - start, set()).add(said.fact)
    most = max(map(len, distances.values()), default=0)
    return most >= SAME_PLACES and most >= SAME_SHARE * len(common)


class _Union:
    """Which names belong together."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        while (parent := self._parent.setdefault(name, name)) != name:
            name = parent
        return name

    def join(self, one: str, two: str) -> None:
        self._parent[self.find(one)] = self.find(two)


def _summary(rows: Iterable[Row]) -> Note:
    voices = Counter(int(str(row.cells[1])) for row in rows)
    total, several = sum(voices.values()), sum(number for count, number in voices.items() if count > 1)
    return Note(
        "voices",
        {
            "th": f"{several:,} จาก {total:,} รางวัลมีผู้เผยแพร่ที่เป็นอิสระต่อกันมากกว่าหนึ่งราย",
            "en": f"{several:,} of {total:,} awards are reported by more than one independent publisher",
        },
        {"awards": total, "several": several},
    )
