"""Documents of every format: texts, tables, and graphs, which need the engine and the names of the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO, Final

import pyoxigraph as ox

from kg.graph.statements import SYNTAXES, read_graph
from kg.ingest.documents import read_documents
from kg.ingest.formats import FORMATS, Content, Format
from kg.ingest.intake import Intake
from kg.ingest.mapping import Declared, load_mapping
from kg.ingest.registry import load_registry
from kg.ingest.tablefiles import table_formats
from kg.model.document import Document
from kg.pipeline.known import names_by_iri
from kg.settings import Settings
from kg.terms.iris import Iris

EXTRACTOR: Final = "award-kg graphs 1"
"""Makes the text that offsets count in; the number changes when the same graph would give another text."""

MOST_GRAPH: Final = 50_000_000
"""Bytes of the largest RDF file."""

_MEDIA_TYPES: Final[Mapping[str, str]] = {suffix: syntax.media_type for suffix, syntax in SYNTAXES.items()}


def all_documents(
    paths: Iterable[Path],
    intake: Intake,
    settings: Settings,
    mapping: Path | None = None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Document]:
    """The documents of these paths, whatever their format; ``mapping`` says what tables and foreign graphs mean.

    What cannot be read is noted in ``intake``; raises DataError or NotFound at once for the mapping itself.
    """
    declared = load_mapping(mapping) if mapping else Declared()
    forms = {**FORMATS, **table_formats(declared), **graph_formats(declared, settings)}
    return read_documents(paths, intake, standard_input, forms)


def graph_formats(declared: Declared, settings: Settings) -> Mapping[str, Format]:
    """How RDF files of each suffix are read; the registry is opened when the first of them comes."""

    @cache
    def names() -> Mapping[str, str]:
        return names_by_iri(load_registry(settings.data / "registry"), Iris(settings.base))

    return {
        suffix: Format(partial(_graph, suffix=suffix, declared=declared, names=names, base=settings.base), MOST_GRAPH)
        for suffix in SYNTAXES
    }


def _graph(data: bytes, suffix: str, declared: Declared, names: Callable[[], Mapping[str, str]], base: str) -> Content:
    reading = read_graph(data, SYNTAXES[suffix], declared.queries, names(), base)
    about = declared.document
    extractor = f"{EXTRACTOR} (pyoxigraph {ox.__version__})"
    published, url = about.get("published", ""), about.get("url", "")
    return Content(reading.text, _MEDIA_TYPES[suffix], extractor, published, url, reading.stated, tuple(reading.faults))
