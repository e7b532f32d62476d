"""The page of one thing: what is read for it, in a constant number of queries, and put into a plain model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import NotFound
from kg.ingest.corpus import Corpus
from kg.pages.language import LANGUAGES, Language, other
from kg.pages.proof import Proof, Prover, titles
from kg.pages.reader import Evidence, Link, Reader, Things
from kg.pages.show import Links, Shower, Shown
from kg.pages.source import SourceView, source_facts, source_view
from kg.pages.statements import Fact, Group, facts, groups, whole
from kg.pages.tables import Table, Tables
from kg.terms.award import AW
from kg.terms.foreign import ORG, RDF
from kg.terms.iris import Iris, split

_AT_AN_EVENT: Final = frozenset(map(str, (AW.chair, AW.presenter, AW.attendee, AW.speaker, AW.delegatedBy)))
# What a row of a table is ordered or dated by stands on the thing that it names.
_NEAR: Final = (AW.edition, AW.level)


@dataclass(frozen=True, slots=True)
class View:
    """How a page is wanted: the language, the addresses, and a span of the source to open at."""

    language: Language
    links: Links
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ThingPage:
    """Everything that the page of a thing shows."""

    reference: str
    kind: str
    iri: str
    title: Shown
    also: Shown | None
    classes: tuple[Shown, ...]
    facts: tuple[Fact, ...]
    proofs: tuple[Proof, ...]
    tables: tuple[Table, ...]
    groups: tuple[Group, ...]
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class _Read:
    """All that was read for a page."""

    iri: str
    things: Things
    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    labels: Mapping[str, Mapping[str, str]]


def thing_page(reader: Reader, corpus: Corpus, iris: Iris, reference: str, view: View) -> ThingPage:
    """The page of a thing; raises NotFound where the graph says nothing of it."""
    kind = split(reference)[0]
    read = _read(reader, iris, reference, kind)
    shower = Shower(iris, view.language, view.links, read.labels)
    prover = Prover(read.things, corpus, iris, view.links)
    own = [each for each in read.evidence if each.thing == read.iri]
    is_source = kind == "source"
    roles = _roles(read.links, read.iri)
    tables = Tables(read.iri, read.things, roles, shower, prover, read.evidence)
    listed = dict.fromkeys(link.other for link in read.links if link.other != read.iri)
    return ThingPage(
        reference=reference,
        kind=kind,
        iri=read.iri,
        title=shower.label(read.iri),
        also=_also(read.labels.get(read.iri, {}), view.language),
        classes=tuple(shower.thing(cls) for cls in read.things.iris(read.iri, RDF.type)),
        facts=source_facts(read.things, read.iri, shower) if is_source else facts(read.things, read.iri, kind, shower),
        proofs=whole(own, shower, prover),
        tables=() if is_source else tables.make(listed),
        groups=groups(read.things.of(read.iri), own, shower, prover, iris),
        source=source_view(read.iri, read.evidence, read.things, shower, prover, view.span) if is_source else None,
    )


def _read(reader: Reader, iris: Iris, reference: str, kind: str) -> _Read:
    iri = iris.thing(reference)
    main = reader.about([iri])
    if iri not in main:
        raise NotFound(
            f"there is no {reference}", why="no graph says anything of it", fix="look for it on the home page"
        )
    if kind == "source":
        said = reader.said([iri])
        return _labelled(reader, iris, iri, main, (), [*said, *reader.evidence([iri])])
    links = reader.links([iri])
    links += reader.links(_further(iri, kind, main, links))
    others = reader.about(_others(links, iri))
    near = reader.about({each for thing in _others(links, iri) for each in others.iris(thing, *_NEAR)})
    evidence = reader.evidence([iri, *_others(links, iri)])
    sources = reader.about({each.source for each in evidence})
    return _labelled(reader, iris, iri, main + others + near + sources, links, evidence)


def _labelled(
    reader: Reader, iris: Iris, iri: str, things: Things, links: Iterable[Link], evidence: Iterable[Evidence]
) -> _Read:
    evidence = tuple(evidence)
    named = {name for each in evidence for name in (each.thing, each.property, each.value.iri if each.value else "")}
    wanted = things.mentioned() | named | {link.property for link in links}
    wanted |= {each.property for each in things.of(iri)}
    terms = {name for name in wanted if name in reader.terms()}
    labels: dict[str, Mapping[str, str]] = dict(
        reader.labels({name for name in wanted if iris.reference(name)} | terms)
    )
    sources = {each.source for each in evidence} | {name for name in things.mentioned() if things.text(name, AW.sha256)}
    labels.update(titles(things, sources))
    return _Read(iri, things, tuple(links), evidence, labels)


def _others(links: Iterable[Link], iri: str) -> list[str]:
    return sorted({link.other for link in links} - {iri})


def _further(iri: str, kind: str, main: Things, links: Iterable[Link]) -> set[str]:
    """What else to look for links to: an agency shows its units' awards, an event the posts of those who were there."""
    if kind == "agency":
        return {link.other for link in links if link.property == str(ORG.unitOf)}
    if kind == "event":
        return {each.value.iri for each in main.of(iri) if each.property in _AT_AN_EVENT and each.value.iri}
    return set()


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
