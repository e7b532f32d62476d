"""Validates RDF files, or a store that was built, and words the report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DataError, KgError, NotFound, SyntaxFault, UsageError
from kg.graph.checks import check_source, run_checks
from kg.graph.closure import RegistryIndex
from kg.graph.convert import to_rdflib
from kg.graph.labels import labels_in
from kg.graph.query import select
from kg.graph.shacl import Shapes
from kg.graph.shapenames import report_turtle
from kg.graph.store import Store
from kg.model.report import Report, short_name
from kg.pipeline.checking import ontology_files
from kg.pipeline.ground import Ground
from kg.settings import Settings
from kg.terms.foreign import SKOS
from kg.terms.iris import Iris

_BY_SUFFIX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}


def validate_files(paths: Iterable[Path], settings: Settings) -> Report:
    """The report of RDF files, each held together with the registry of the data folder.

    Raises SyntaxFault with file, line and column, NotFound for a file that is not there, DataError for one that cannot
    be read, UsageError for a file name that tells no RDF format.
    """
    files = [(path, tuple(read_rdf(path))) for path in paths]
    shapes, index = Shapes.load(settings.shapes, ontology_files(settings)), RegistryIndex.of(Ground(settings).quads)
    reports = []
    for _, quads in files:
        reports.append(shapes.validate_rdf(to_rdflib(quads), index))
        reports.append(check_source(quads))
    return Report.merged(reports)


def validate_store(settings: Settings) -> Report:
    """The report of the store as it was built: its registry, each source with it, and the rules over the whole."""
    store, iris = Store.open(settings.store), Iris(settings.base)
    shapes = Shapes.load(settings.shapes, ontology_files(settings))
    registry = tuple(store.quads(graph=iris.graph("registry")))
    index = RegistryIndex.of(registry)
    reports = [shapes.validate_registry(registry)]
    for graph in store.graphs():
        if graph.startswith(iris.graph("source/")):
            reports.append(shapes.validate_source(tuple(store.quads(graph=graph)), index))
    reports.append(run_checks(lambda text: select(store, text, base=settings.base), "whole"))
    return Report.merged(reports)


def read_rdf(path: Path) -> Iterator[ox.Quad]:
    """The quads of an RDF file, its format told by its name."""
    form = _BY_SUFFIX.get(path.suffix.lower())
    if form is None:
        raise UsageError(
            "this name tells no RDF format", where=str(path), fix=f"use one of {', '.join(sorted(_BY_SUFFIX))}"
        )
    try:
        yield from ox.parse(path=str(path), format=form, base_iri=path.resolve().as_uri())
    except SyntaxError as error:
        line = f":{error.lineno}:{error.offset}" if error.lineno else ""
        raise SyntaxFault(
            f"this is not {form.name}", where=f"{path}{line}", why=error.msg, fix="mend the syntax there"
        ) from error
    except FileNotFoundError as error:
        raise NotFound("there is no such file", where=str(path), fix="mend its name") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DataError("cannot be read", where=str(path), why=why) from error


def written(report: Report, form: str, language: str, settings: Settings) -> str:
    """The report as text for a curator, as JSON, or as a SHACL validation report in Turtle."""
    if form == "json":
        return json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n"
    if form == "turtle":
        return report_turtle(report, Shapes.load(settings.shapes, ontology_files(settings)).names)
    return report.text(language, _namer(settings, language))


def _namer(settings: Settings, language: str) -> Callable[[str], str] | None:
    """Names things by their labels where a store is at hand; a report must read well without one too."""
    iris = Iris(settings.base)
    try:
        store = Store.open(settings.store)
    except KgError:
        return None
    labels = labels_in(store.quads(predicate=str(SKOS.prefLabel)), iris)

    def name(iri: str) -> str:
        ref = iris.reference(iri) or ""
        label = labels.get(ref, {}).get(language)
        return f"{label} ({ref})" if label else short_name(iri)

    return name
