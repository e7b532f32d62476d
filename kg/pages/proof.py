"""Evidence as the reader sees it: the source, and its words where the text is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.ingest.corpus import Corpus, Found, State
from kg.pages.excerpt import Excerpt, cut
from kg.pages.links import Links
from kg.pages.reader import Evidence, Things
from kg.pages.show import Shower, Shown
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, SCHEMA
from kg.terms.iris import Iris


@dataclass(frozen=True, slots=True)
class Proof:
    """One span of one source; ``source.href`` opens it there. ``doubt`` is set where the confidence is below 1.

    ``role`` is the publisher's: whoever gives an award says it with other authority than a newspaper does.
    """

    source: Shown
    excerpt: Excerpt | None
    state: State
    language: str
    verbatim: str = ""
    doubt: str = ""
    role: Shown | None = None
    at: str = ""


class Prover:
    """Shows evidence; the sources' titles and hashes come with what the page has read."""

    def __init__(self, sources: Things, corpus: Corpus, iris: Iris, links: Links) -> None:
        """``sources`` has the statements of every source that the evidence names."""
        self._sources, self._corpus, self._iris, self._links = sources, corpus, iris, links
        self._found: dict[str, Found] = {}

    def found(self, source: str) -> Found:
        """What the corpus has of a source; looked up once a page."""
        if source not in self._found:
            identifier = (self._iris.reference(source) or "").partition("/")[2]
            self._found[source] = self._corpus.find(identifier, self._sources.text(source, AW.sha256))
        return self._found[source]

    def proof(self, evidence: Evidence, shower: Shower) -> Proof:
        """One piece of evidence."""
        found = self.found(evidence.source)
        inside = found.text is not None and evidence.end <= len(found.text)
        excerpt = cut(found.text, evidence.start, evidence.end) if found.text is not None and inside else None
        reference = self._iris.reference(evidence.source) or ""
        titled = shower.label(evidence.source)
        href = self._links.page(reference, (evidence.start, evidence.end)) if reference else ""
        said = excerpt.words if excerpt else ""
        return Proof(
            Shown(titled.text, titled.language, href),
            excerpt,
            found.state,
            self._sources.text(evidence.source, SCHEMA.inLanguage) or "th",
            evidence.verbatim if evidence.verbatim != said else "",
            f"{evidence.confidence:.0%}" if evidence.confidence < 1 else "",
            next((shower.label(each) for each in self._sources.iris(evidence.source, AW.publisherRole)), None),
            f"{reference.partition('/')[2]},{evidence.start},{evidence.end}",
        )

    def proofs(self, evidence: Iterable[Evidence], shower: Shower) -> tuple[Proof, ...]:
        """Several, spans of one source that say the same shown once."""
        spans = dict.fromkeys((each.source, each.start, each.end, each.verbatim, each.confidence) for each in evidence)
        return tuple(
            self.proof(Evidence("", source, start, end, verbatim=verbatim, confidence=confidence), shower)
            for source, start, end, verbatim, confidence in spans
        )


def titles(sources: Things, known: Iterable[str]) -> Mapping[str, dict[str, str]]:
    """Titles of sources as labels: a source has no other name."""
    return {
        iri: {value.language: value.text for value in sources.values(iri, DCTERMS.title) if value.text} for iri in known
    }
