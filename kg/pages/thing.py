"""The page of one thing, put into a plain model from what was read for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kg.pages.documents import DocumentLine, document_lines
from kg.pages.language import LANGUAGES, Language, other
from kg.pages.paging import Pager, pager
from kg.pages.profile import Profile, career, profile
from kg.pages.proof import Proof, Prover
from kg.pages.reader import Link
from kg.pages.reading import AWARDS, CANDIDACIES, Read, Shelf, read_thing
from kg.pages.show import Shower, Shown
from kg.pages.source import SourceView, source_facts, source_view
from kg.pages.statements import Fact, Group, facts, groups, whole
from kg.pages.tables import Table, Tables
from kg.pages.verdict import Reasons, reasons
from kg.pages.view import View
from kg.terms.foreign import ORG, RDF

_OF_AWARDS: Final = frozenset({AWARDS, CANDIDACIES})


@dataclass(frozen=True, slots=True)
class ThingPage:
    """Everything that the page of a thing shows; ``pagers`` leads through its long lists, by the key of the table."""

    reference: str
    kind: str
    iri: str
    title: Shown
    also: Shown | None
    classes: tuple[Shown, ...]
    facts: tuple[Fact, ...]
    proofs: tuple[Proof, ...]
    tables: tuple[Table, ...]
    pagers: Mapping[str, Pager]
    groups: tuple[Group, ...]
    profile: Profile
    career: Markup
    reasons: Reasons | None
    documents: tuple[DocumentLine, ...]
    left_out: int
    source: SourceView | None


def thing_page(shelf: Shelf, reference: str, view: View) -> ThingPage:
    """The page of a thing; raises NotFound where the graph says nothing of it, or a list has no such page."""
    read = read_thing(shelf, reference, view.wanted)
    shower = Shower(shelf.iris, view.language, view.links, read.labels)
    prover = Prover(read.things, shelf.corpus, shelf.iris, view.links)
    own = [each for each in read.evidence if each.thing == read.iri]
    is_source = read.kind == "source"
    tables = () if is_source else _tables(read, shower, prover)
    title = shower.label(read.iri)
    return ThingPage(
        reference=reference,
        kind=read.kind,
        iri=read.iri,
        title=title,
        also=_also(read.labels.get(read.iri, {}), view.language),
        classes=tuple(shower.thing(cls) for cls in read.things.iris(read.iri, RDF.type)),
        facts=_facts(read, shower),
        proofs=whole(own, shower, prover),
        tables=tables,
        pagers=_pagers(read, tables, view, f"/page/{reference}"),
        groups=groups(read.things.of(read.iri), own, shower, prover, reference),
        profile=profile(read.tally, title, shelf.holdings.awards.categories, shower),
        career=_career(read, title, shower),
        reasons=reasons(read.things, read.iri, shower) if read.kind == "claim" else None,
        documents=() if is_source else document_lines(read.evidence, read.things, shower, prover),
        left_out=read.left_out,
        source=source_view(read.iri, read.evidence, read.things, shower, prover, view) if is_source else None,
    )


def _facts(read: Read, shower: Shower) -> tuple[Fact, ...]:
    if read.kind == "source":
        return source_facts(read.things, read.iri, shower)
    return facts(read.things, read.iri, read.kind, shower)


def _tables(read: Read, shower: Shower, prover: Prover) -> tuple[Table, ...]:
    roles = _roles(read.links, read.iri)
    return Tables(read.iri, read.things, roles, shower, prover, read.evidence).make(
        read.listed, {AWARDS: read.awards, CANDIDACIES: read.candidacies}
    )


def _pagers(read: Read, tables: Iterable[Table], view: View, path: str) -> dict[str, Pager]:
    """Keyed by table; what a list holds besides awards is told by the kind of its rows."""
    found = {}
    for table in tables:
        kinds = {table.key} if table.key in _OF_AWARDS else table.kinds
        for key in sorted(kinds):
            steps = pager(read.totals.get(key, 0), key, view.wanted, view.links, path)
            if steps:
                found[table.key] = steps
    return found


def _career(read: Read, title: Shown, shower: Shower) -> Markup:
    if read.kind not in ("person", "post"):
        return Markup()
    posts = [each for each in read.listed if str(ORG.Membership) in read.things.classes(each)]
    return career(posts, read.things, title, shower)


def _roles(links: Iterable[Link], iri: str) -> dict[str, frozenset[str]]:
    roles: dict[str, frozenset[str]] = {}
    for link in links:
        roles[link.other] = roles.get(link.other, frozenset()) | ({link.property} if link.thing == iri else frozenset())
    return roles


def _also(labels: Mapping[str, str], language: Language) -> Shown | None:
    """The label in the other language, where there is one in each."""
    second = other(language)
    both = all(each in labels for each in LANGUAGES) and labels[second] != labels[language]
    return Shown(labels[second], second) if both else None
