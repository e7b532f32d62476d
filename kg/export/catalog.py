"""The description of the published dataset: a catalogue entry by DCAT-AP 3.0.1, and statistics by VoID."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.export.figures import Figures
from kg.export.formats import FORMATS
from kg.graph.quads import Object, integer, node, text, year
from kg.model.catalog import Catalog, Texts
from kg.terms.foreign import DCAT, DCTERMS, FOAF, OWL, RDF, SKOS, VOID, XSD
from kg.terms.iris import Iris
from kg.terms.prefixes import PREFIXES, for_base
from kg.terms.publishing import DCAT_VERSION, DCATAP, MEDIA_TYPES, SPARQL_PROTOCOL, SPDX, VCARD

FILES: Final = {name: f"award-kg.{each.extension}" for name, each in FORMATS.items()}
# The codes of the EU's table of file types.
_CODES: Final = {
    "turtle": "RDF_TURTLE", "json-ld": "JSON_LD", "n-triples": "RDF_N_TRIPLES", "n-quads": "RDF_N_QUADS",
    "trig": "RDF_TRIG", "rdf-xml": "RDF_XML", "csv": "CSV",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class File:
    """One file of a dump: the name of its format, its path below the folder of dumps, its size and hash if known."""

    format_name: str
    path: str
    size: int = 0
    sha256: str = ""


def describe(
    catalog: Catalog, figures: Figures, version: str, files: Iterable[File], iris: Iris, address: str
) -> list[ox.Triple]:
    """The catalogue, its dataset, the distributions and the SPARQL endpoint at an address, as triples.

    ``version`` is that of the graph; ``address`` is where the server is seen, without a slash at its end.
    """
    out = _Writer()
    _catalogue(out, catalog, iris, address)
    _dataset(out, catalog, iris, address, version)
    _void(out, figures, iris, address)
    if figures.years:
        period = iris.dataset("years")
        out.add(iris.dataset(), DCTERMS.temporal, period)
        out.add(period, RDF.type, DCTERMS.PeriodOfTime)
        for term, when in ((DCAT.startDate, figures.years[0]), (DCAT.endDate, figures.years[-1])):
            out.add(period, term, year(when))
    for file in files:
        _distribution(out, catalog, iris, address, file)
    _service(out, catalog, iris, address)
    return out.triples


class _Writer:
    def __init__(self) -> None:
        self.triples: list[ox.Triple] = []

    def add(self, subject: str, predicate: str, value: Object | str) -> None:
        term = node(value) if isinstance(value, str) else value
        self.triples.append(ox.Triple(node(subject), node(predicate), term))

    def texts(self, subject: str, predicate: str, said: Texts) -> None:
        for language, each in sorted(said.items()):
            self.add(subject, predicate, text(each, language))

    def typed(self, subject: str, predicate: str, value: str, cls: str) -> None:
        """A value with its class, which the shapes of DCAT-AP look for."""
        self.add(subject, predicate, value)
        self.add(value, RDF.type, cls)


def _catalogue(out: _Writer, catalog: Catalog, iris: Iris, address: str) -> None:
    iri = iris.dataset("catalogue")
    out.add(iri, RDF.type, DCAT.Catalog)
    out.texts(iri, DCTERMS.title, catalog.title)
    out.texts(iri, DCTERMS.description, catalog.description)
    out.add(iri, DCAT.dataset, iris.dataset())
    out.add(iri, DCAT.service, iris.dataset("sparql"))
    out.typed(iri, FOAF.homepage, f"{address}/", FOAF.Document)
    for theme in sorted({each.rpartition("/")[0] for each in catalog.themes}):
        out.add(iri, DCAT.themeTaxonomy, theme)
        out.add(theme, RDF.type, SKOS.ConceptScheme)
        out.texts(theme, DCTERMS.title, {"en": "Dataset theme"})
    _common(out, catalog, iris, iri)


def _common(out: _Writer, catalog: Catalog, iris: Iris, iri: str) -> None:
    """What a catalogue and its datasets both say: who publishes, under which licence, in which languages."""
    publisher = iris.dataset("publisher")
    out.typed(iri, DCTERMS.publisher, publisher, FOAF.Agent)
    out.texts(publisher, FOAF.name, catalog.publisher)
    out.typed(iri, DCTERMS.license, catalog.licence, DCTERMS.LicenseDocument)
    for language in catalog.languages:
        out.typed(iri, DCTERMS.language, language, DCTERMS.LinguisticSystem)
    for place in catalog.places:
        out.typed(iri, DCTERMS.spatial, place, DCTERMS.Location)


def _dataset(out: _Writer, catalog: Catalog, iris: Iris, address: str, version: str) -> None:
    iri = iris.dataset()
    out.add(iri, RDF.type, DCAT.Dataset)
    out.texts(iri, DCTERMS.title, catalog.title)
    out.texts(iri, DCTERMS.description, catalog.description)
    _common(out, catalog, iris, iri)
    out.add(iri, DCAT_VERSION, text(version))
    out.add(iri, OWL.versionInfo, text(version))
    out.typed(iri, DCAT.landingPage, f"{address}/", FOAF.Document)
    out.typed(iri, DCTERMS.accessRights, catalog.access, DCTERMS.RightsStatement)
    out.typed(iri, DCTERMS.accrualPeriodicity, catalog.frequency, DCTERMS.Frequency)
    _findable(out, catalog, iris, address, iri)


def _findable(out: _Writer, catalog: Catalog, iris: Iris, address: str, iri: str) -> None:
    """What a search in a portal goes by, and whom to ask."""
    contact = iris.dataset("contact")
    out.typed(iri, DCAT.contactPoint, contact, VCARD.Organization)
    out.texts(contact, VCARD.fn, catalog.publisher)
    out.add(contact, VCARD.hasURL, f"{address}/")
    for theme in catalog.themes:
        out.typed(iri, DCAT.theme, theme, SKOS.Concept)
        out.texts(theme, SKOS.prefLabel, {"en": "Government and public sector"})
    for language, words in sorted(catalog.keywords.items()):
        for word in words:
            out.add(iri, DCAT.keyword, text(word, language))


def _void(out: _Writer, figures: Figures, iris: Iris, address: str) -> None:
    iri = iris.dataset()
    out.add(iri, RDF.type, VOID.Dataset)
    for term, count in (
        (VOID.triples, figures.triples),
        (VOID.distinctSubjects, figures.subjects),
        (VOID.distinctObjects, figures.objects),
        (VOID.properties, figures.properties),
        (VOID.classes, figures.classes),
    ):
        out.add(iri, term, integer(count))
    out.add(iri, VOID.sparqlEndpoint, f"{address}/sparql")
    out.add(iri, VOID.uriSpace, text(for_base(iris.base)["id"]))
    out.add(iri, VOID.uriLookupEndpoint, f"{address}/search?q=")
    for name in ("turtle", "json-ld", "n-triples", "rdf-xml"):
        out.add(iri, VOID.feature, str(MEDIA_TYPES[FORMATS[name].media_type]))
    used = {
        each
        for cls, _ in (*figures.by_class, *figures.by_property)
        for each in PREFIXES.values()
        if cls.startswith(each)
    }
    for vocabulary in sorted(used):
        out.add(iri, VOID.vocabulary, vocabulary)
    for number, (cls, things) in enumerate(figures.by_class):
        part = iris.dataset(f"class-{number}")
        out.add(iri, VOID.classPartition, part)
        out.add(part, VOID["class"], cls)
        out.add(part, VOID.entities, integer(things))
    for number, (prop, triples) in enumerate(figures.by_property):
        part = iris.dataset(f"property-{number}")
        out.add(iri, VOID.propertyPartition, part)
        out.add(part, VOID.property, prop)
        out.add(part, VOID.triples, integer(triples))


def _distribution(out: _Writer, catalog: Catalog, iris: Iris, address: str, file: File) -> None:
    iri, url = iris.dataset(file.path), f"{address}/dumps/{file.path}"
    media_type = "text/csv" if file.format_name == "csv" else FORMATS[file.format_name].media_type
    out.add(iris.dataset(), DCAT.distribution, iri)
    if file.format_name != "csv":
        out.add(iris.dataset(), VOID.dataDump, url)
    out.add(iri, RDF.type, DCAT.Distribution)
    out.texts(iri, DCTERMS.title, {"en": file.path, "th": file.path})
    out.texts(
        iri, DCTERMS.description, {language: f"{said} ({file.format_name})" for language, said in catalog.title.items()}
    )
    out.add(iri, DCAT.accessURL, url)
    out.add(iri, DCAT.downloadURL, url)
    out.typed(iri, DCAT.mediaType, str(MEDIA_TYPES[media_type]), DCTERMS.MediaType)
    out.typed(iri, DCTERMS["format"], f"{catalog.file_types}{_CODES[file.format_name]}", DCTERMS.MediaTypeOrExtent)
    out.typed(iri, DCTERMS.license, catalog.licence, DCTERMS.LicenseDocument)
    out.typed(iri, DCATAP.availability, catalog.availability, SKOS.Concept)
    out.texts(catalog.availability, SKOS.prefLabel, {"en": "stable"})
    if file.size:
        out.add(iri, DCAT.byteSize, ox.Literal(str(file.size), datatype=node(XSD.nonNegativeInteger)))
    if file.sha256:
        out.typed(iri, SPDX.checksum, f"{iri}.sha256", SPDX.Checksum)
        out.add(f"{iri}.sha256", SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
        out.add(f"{iri}.sha256", SPDX.checksumValue, ox.Literal(file.sha256, datatype=node(XSD.hexBinary)))


def _service(out: _Writer, catalog: Catalog, iris: Iris, address: str) -> None:
    iri = iris.dataset("sparql")
    out.add(iri, RDF.type, DCAT.DataService)
    out.texts(iri, DCTERMS.title, {"en": "SPARQL endpoint", "th": "จุดให้บริการ SPARQL"})
    out.texts(iri, DCTERMS.description, catalog.description)
    out.add(iri, DCAT.endpointURL, f"{address}/sparql")
    out.add(iri, DCAT.endpointDescription, f"{address}/sparql")
    out.add(iri, DCAT.servesDataset, iris.dataset())
    out.typed(iri, DCTERMS.conformsTo, str(SPARQL_PROTOCOL), DCTERMS.Standard)
    out.typed(iri, DCTERMS.license, catalog.licence, DCTERMS.LicenseDocument)
    out.typed(iri, DCTERMS.accessRights, catalog.access, DCTERMS.RightsStatement)
    out.add(iri, DCTERMS.publisher, iris.dataset("publisher"))
    _findable(out, catalog, iris, address, iri)
