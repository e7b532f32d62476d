"""Shapes over the registry and over each source graph; pyshacl decides what is valid.

A shape says in ``dct:isPartOf`` where it applies: ``shape:registry``, ``shape:source`` or both. What a document says
is judged on its own graph together with the registry, so two documents may disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import pyoxigraph
import pyshacl
import rdflib
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS
from rdflib.term import IdentifiedNode, Node

from kg.errors import DataError
from kg.graph.batch import Copies
from kg.graph.closure import RegistryIndex, mentioned
from kg.graph.convert import Converter, Triple, graph_of
from kg.graph.shapenames import SH, ShapeNames
from kg.model.report import Report, Violation
from kg.terms.award import AW
from kg.terms.prefixes import SHAPES

SHAPE: Final = rdflib.Namespace(SHAPES)


class Scope(StrEnum):
    """Where a shape applies."""

    REGISTRY = "registry"
    SOURCE = "source"


@dataclass(frozen=True)
class Shapes:
    """The shapes of one folder, ready to run.

    ``context`` holds what of the ontology a validation must know: which class is under which, and the concepts.
    """

    graphs: Mapping[Scope, rdflib.Graph]
    names: ShapeNames
    context: tuple[Triple, ...]

    @classmethod
    def load(cls, folder: Path, ontology_files: Iterable[Path]) -> Shapes:
        """Read all shapes of ``folder``; raises DataError for a file that does not parse or a folder without shapes."""
        shapes = _parse(sorted(folder.glob("*.ttl")))
        if not len(shapes):
            raise DataError("no shapes found", where=str(folder), fix="point at the folder that holds *.ttl shapes")
        graphs = {scope: lifted(part_of(shapes, scope)) for scope in Scope}
        return cls(graphs, ShapeNames.of(shapes), tuple(_context(_parse(sorted(ontology_files)))))

    def validate_registry(self, registry: Iterable[pyoxigraph.Quad] | RegistryIndex, graph: str = "") -> Report:
        """Judge every thing of the registry; ``graph`` is the name that the report gives to it."""
        index = registry if isinstance(registry, RegistryIndex) else RegistryIndex.of(registry)
        triples = list(index.triples())
        return self._run(Scope.REGISTRY, (*triples, *self.context), typed(triples), graph)

    def validate_source(self, quads: Iterable[pyoxigraph.Quad], registry: RegistryIndex) -> Report:
        """Judge what one document says.

        Only the part of the registry that is reached forwards from the document's graph goes in, and the result is
        that of the whole registry: the things judged are those that the document types; from them the shapes follow
        paths forwards, types and classes included, and each step ends at a node whose own triples are in the closure
        by its definition. The one inverse step, ``^aw:supports``, asks for evidence, which no registry holds.
        """
        kept = list(quads)
        triples = list(Converter().triples(kept))
        name = kept[0].graph_name if kept else None
        graph = name.value if isinstance(name, pyoxigraph.NamedNode) else ""
        return self._run_source(triples, registry, typed(triples), graph)

    def validate_sources(
        self, sources: Sequence[Iterable[pyoxigraph.Quad]], registry: RegistryIndex, things: str
    ) -> list[Report]:
        """The report of each of several documents, as ``validate_source`` gives it, from one run over all.

        ``things`` opens the IRIs of things. Why the reports are the same is told in ``kg.graph.batch``.
        """
        copies, converter = Copies(things), Converter()
        names: list[str] = []
        triples: list[Triple] = []
        focus: set[IdentifiedNode] = set()
        for number, quads in enumerate(sources):
            kept = list(quads)
            graph = kept[0].graph_name if kept else None
            names.append(graph.value if isinstance(graph, pyoxigraph.NamedNode) else "")
            stated = list(converter.triples(kept))
            triples.extend(copies.triples(stated, registry, number))
            focus.update(copies.mark(node, number) for node in typed(stated))
        found: list[list[Violation]] = [[] for _ in names]
        for marked, result, results in self._results(Scope.SOURCE, (*triples, *self.context), focus):
            node, number = copies.unmark(marked)
            found[number].append(self._violation(results, result, str(node), names[number], copies))
        return [Report.of(violations) for violations in found]

    def validate_rdf(self, graph: rdflib.Graph, registry: RegistryIndex) -> Report:
        """Judge RDF of unknown origin: rows of a registry as such, all else as what a document says.

        A row is known by ``aw:rowSource``; one that evidence supports is also judged as a part of a document.
        """
        triples = list(_triples(graph))
        rows = {subject for subject, predicate, _ in triples if predicate == AW.rowSource}
        shown = {value for _, predicate, value in triples if predicate == AW.supports}
        things = typed(triples)
        concepts = {node for node in things if (node, RDF.type, SKOS.ConceptScheme) in graph}
        stated = {node for node in things if node not in rows | concepts or node in shown}
        known = RegistryIndex.of_triples((*registry.triples(), *triples))
        around = tuple(known.closure(rows | concepts))
        as_rows = self._run(Scope.REGISTRY, (*around, *self.context), rows | concepts, "")
        return Report.merged((as_rows, self._run_source(triples, registry, stated, "")))

    def _run_source(
        self, triples: list[Triple], registry: RegistryIndex, focus: set[IdentifiedNode], graph: str
    ) -> Report:
        around = registry.closure(mentioned(triples))
        return self._run(Scope.SOURCE, (*triples, *around, *self.context), focus, graph)

    def _run(self, scope: Scope, triples: Iterable[Triple], focus: set[IdentifiedNode], graph: str) -> Report:
        return Report.of(
            self._violation(results, result, str(node), graph)
            for node, result, results in self._results(scope, triples, focus)
        )

    def _results(
        self, scope: Scope, triples: Iterable[Triple], focus: set[IdentifiedNode]
    ) -> Iterator[tuple[Node, Node, rdflib.Graph]]:
        """Focus node and result of each finding, with the graph of results."""
        if not focus:
            return
        _, results, text = pyshacl.validate(
            graph_of(triples), shacl_graph=self.graphs[scope], inplace=True, advanced=False, inference="none"
        )
        if not isinstance(results, rdflib.Graph):
            raise DataError("the shapes cannot be run", why=text, fix="check the shapes with their tests")
        for result in results.objects(None, SH.result):
            node = results.value(result, SH.focusNode)
            # The shapes see the closure too, but what is judged is what was handed in.
            if node is not None and node in focus:
                yield node, result, results

    def _violation(
        self, results: rdflib.Graph, result: Node, focus: str, graph: str, copies: Copies | None = None
    ) -> Violation:
        said = {predicate: value for predicate, value in results.predicate_objects(result)}
        messages = {
            text.language: str(text)
            for text in results.objects(result, SH.resultMessage)
            if isinstance(text, rdflib.Literal) and text.language
        }
        shape = said[SH.sourceShape]
        value = said.get(SH.value)
        if value is not None and copies is not None:
            value, _ = copies.unmark(value)
        return Violation(
            focus=focus,
            path=self.names.path(shape),
            value="" if value is None else str(value),
            severity=_local(said[SH.resultSeverity]),
            component=_local(said[SH.sourceConstraintComponent]).removesuffix("ConstraintComponent"),
            shape=self.names.owner(shape),
            messages=messages,
            graph=graph,
            term="" if value is None else value.n3(),
        )


def part_of(shapes: rdflib.Graph, scope: Scope) -> rdflib.Graph:
    """The shapes that apply in a scope, with all that they are made of."""
    whole = RegistryIndex.of_triples(_triples(shapes))
    return graph_of(whole.closure(shapes.subjects(DCTERMS.isPartOf, SHAPE[scope])))


def lifted(shapes: rdflib.Graph) -> rdflib.Graph:
    """The same rules with each property shape targeting the class of the node shape that holds it.

    By the definition of ``sh:property`` the results are the same, shape for shape; but pyshacl enters a property
    shape once for all things of a class in place of once for each thing, which is several times faster.
    """
    faster = rdflib.Graph()
    faster += shapes
    for shape, cls in set(shapes.subject_objects(SH.targetClass)):
        for rule in shapes.objects(shape, SH.property):
            faster.add((rule, SH.targetClass, cls))
            faster.remove((shape, SH.property, rule))
    return faster


def typed(triples: Iterable[Triple]) -> set[IdentifiedNode]:
    """The things that have a class."""
    return {subject for subject, predicate, _ in triples if predicate == RDF.type}


def _context(ontology: rdflib.Graph) -> Iterator[Triple]:
    for subject, predicate, value in _triples(ontology):
        if predicate == RDFS.subClassOf and isinstance(value, rdflib.URIRef):
            yield subject, predicate, value
    for cls in (SKOS.Concept, SKOS.ConceptScheme):
        for concept in ontology.subjects(RDF.type, cls):
            if isinstance(concept, rdflib.URIRef):
                yield concept, RDF.type, cls
                for scheme in ontology.objects(concept, SKOS.inScheme):
                    yield concept, SKOS.inScheme, scheme


def _triples(graph: rdflib.Graph) -> Iterator[Triple]:
    for subject, predicate, value in graph:
        if isinstance(subject, IdentifiedNode) and isinstance(predicate, rdflib.URIRef):
            yield subject, predicate, value


def _parse(files: Iterable[Path]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in files:
        try:
            graph.parse(file, format="turtle")
        except (OSError, SyntaxError, ValueError) as error:
            why = " ".join(str(error).split())[:300]
            raise DataError("not Turtle", where=str(file), why=why, fix="correct the syntax of the file") from error
    return graph


def _local(term: Node) -> str:
    return str(term).rpartition("#")[2]
