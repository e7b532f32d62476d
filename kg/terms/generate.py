"""Renders what follows from the ontology, so that it cannot drift: names in code, JSON-LD context.

``python -m kg.terms.generate`` writes ``kg/terms/award.py`` and ``ontology/context.jsonld``;
``--check`` writes nothing and exits with 1 when one of them is not what the ontology says.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, URIRef

from kg.terms.prefixes import PREFIXES

ROOT: Final = Path(__file__).resolve().parents[2]
ONTOLOGY: Final = ROOT / "ontology"
CODE: Final = Path(__file__).with_name("award.py")
CONTEXT: Final = ONTOLOGY / "context.jsonld"
COMMAND: Final = "python -m kg.terms.generate"
_WIDTH: Final = 110
_COMMENT: Final = 100

_KINDS: Final = (
    ("Classes", (OWL.Class,)),
    ("Properties", (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)),
    ("Concepts", (SKOS.ConceptScheme, SKOS.OrderedCollection, SKOS.Concept)),
)

# Foreign terms that the mapping writes, by prefix. Plain are those that occur with several datatypes (a date
# may be a year only): a coerced term would lose the datatype of the others.
_FOREIGN_CLASSES: Final = {
    "org": "Membership Post Role",
    "oa": "SpecificResource TextPositionSelector",
    "prov": "Activity",
    "skos": "Concept ConceptScheme OrderedCollection",
    "time": "Instant ProperInterval",
}
_FOREIGN_LINKS: Final = {
    "dct": "isReplacedBy license publisher replaces spatial",
    "oa": "hasSelector hasSource hasTarget",
    "org": "classification member memberDuring organization postIn role subOrganizationOf unitOf",
    "prov": "wasDerivedFrom wasGeneratedBy wasInfluencedBy",
    "rdfs": "isDefinedBy seeAlso",
    "schema": "location organizer url",
    "skos": "broader closeMatch exactMatch hasTopConcept inScheme narrower topConceptOf",
    "time": "inside",
}
_FOREIGN_TEXTS: Final = {"dct": "title", "skos": "altLabel definition prefLabel"}
_FOREIGN_PLAIN: Final = {
    "dct": "format identifier issued language",
    "oa": "end start",
    "schema": "endDate inLanguage startDate",
    "skos": "memberList",
}
_FOREIGN_TYPED: Final = {
    "schema:startTime": "time",
    "time:inXSDDate": "date",
}

# JSON writes these three as they are: coerced, a number would come out as a text.
_NATIVE: Final = (XSD.string, XSD.integer, XSD.boolean)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the ontology: local name, the section it is listed in, first sentence of its definition."""

    name: str
    section: str
    gloss: str


def read(folder: Path = ONTOLOGY) -> Graph:
    """The ontology with its concepts; raises OSError when a file cannot be read."""
    graph = Graph()
    for name in ("award.ttl", "concepts.ttl"):
        graph.parse(folder / name, format="turtle")
    return graph


def terms(graph: Graph) -> list[Term]:
    """All terms of our namespace, by section and then by name, so that a new one moves no other line."""
    found = []
    for section, kinds in _KINDS:
        names = {local_name(one) for kind in kinds for one in graph.subjects(RDF.type, kind)} - {""}
        found += [Term(name, section, _gloss(graph, name)) for name in sorted(names)]
    return found


def local_name(node: object) -> str:
    """Name within our namespace, or an empty string for anything else."""
    text = str(node) if isinstance(node, URIRef) else ""
    return text.removeprefix(PREFIXES["aw"]) if text.startswith(PREFIXES["aw"]) else ""


def _gloss(graph: Graph, name: str) -> str:
    """The first sentence of the English definition, cut at a word when it is long."""
    texts = [
        str(text)
        for text in graph.objects(URIRef(PREFIXES["aw"] + name), SKOS.definition)
        if getattr(text, "language", None) == "en"
    ]
    sentence = re.split(r"(?<=\.)\s", texts[0])[0].rstrip(".") if texts else ""
    room = min(_COMMENT, _WIDTH - len(f"    {name}: URIRef  # "))
    return sentence if len(sentence) <= room else sentence[: room - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def render_code(graph: Graph) -> str:
    """Text of ``kg/terms/award.py``."""
    lines = [
        f'"""Names of the award ontology. Generated from ontology/*.ttl by `{COMMAND}`: edit those."""',
        "",
        "from __future__ import annotations",
        "",
        "from rdflib import Namespace, URIRef",
        "from rdflib.namespace import DefinedNamespace",
        "",
        "",
        "class AW(DefinedNamespace):",
        '    """Terms of the award ontology; a name that it does not have raises AttributeError."""',
        "",
        "    _fail = True",
        f'    _NS = Namespace("{PREFIXES["aw"]}")',
    ]
    section = ""
    for term in terms(graph):
        if term.section != section:
            section = term.section
            lines += ["", f"    # {section}"]
        lines.append(f"    {term.name}: URIRef  # {term.gloss}")
    return "\n".join(lines) + "\n"


def render_context(graph: Graph) -> str:
    """Text of ``ontology/context.jsonld``.

    ``id:`` is missing among the prefixes on purpose: ``id`` stands for ``@id``, and the base of identifiers
    is a setting of the deployment.
    """
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type", **PREFIXES, **_foreign()}
    for term in terms(graph):
        context[term.name] = _definition(graph, term.name)
    return json.dumps({"@context": context}, ensure_ascii=False, indent=2) + "\n"


def _foreign() -> dict[str, object]:
    """Definitions of the terms of others, by name."""
    found: dict[str, object] = {}
    for short in _short(_FOREIGN_CLASSES) + _short(_FOREIGN_PLAIN):
        found[_name(short)] = short
    for short in _short(_FOREIGN_LINKS):
        found[_name(short)] = {"@id": short, "@type": "@id"}
    for short in _short(_FOREIGN_TEXTS):
        found[_name(short)] = {"@id": short, "@container": "@language"}
    for short, datatype in _FOREIGN_TYPED.items():
        found[_name(short)] = {"@id": short, "@type": f"xsd:{datatype}"}
    return dict(sorted(found.items()))


def _name(short: str) -> str:
    """``prefix:name`` without its prefix."""
    return short.partition(":")[2]


def _short(table: Mapping[str, str]) -> list[str]:
    """The names of a table with their prefixes."""
    return [f"{prefix}:{name}" for prefix, names in table.items() for name in names.split()]


def _definition(graph: Graph, name: str) -> object:
    """How the context writes one of our terms: links as IRIs, concepts by name, texts by language."""
    iri = URIRef(PREFIXES["aw"] + name)
    short = f"aw:{name}"
    target = graph.value(iri, RDFS.range)
    if target == SKOS.Concept:
        return {"@id": short, "@type": "@vocab"}
    if (iri, RDF.type, OWL.ObjectProperty) in graph:
        return {"@id": short, "@type": "@id"}
    if target == RDF.langString:
        return {"@id": short, "@container": "@language"}
    if target is not None and target not in _NATIVE and str(target).startswith(str(XSD)):
        return {"@id": short, "@type": "xsd:" + str(target).removeprefix(str(XSD))}
    return short


def outdated() -> list[Path]:
    """Generated files whose text is not what the ontology says now."""
    return [path for path, text in _rendered() if not path.is_file() or path.read_text("utf-8") != text]


def write() -> None:
    """Bring the generated files up to date; raises OSError when one cannot be written."""
    for path, text in _rendered():
        path.write_text(text, encoding="utf-8", newline="\n")


def _rendered() -> list[tuple[Path, str]]:
    graph = read()
    return [(CODE, render_code(graph)), (CONTEXT, render_context(graph))]


def main(arguments: list[str]) -> int:
    """Run the command; returns its exit status."""
    if arguments not in ([], ["--check"]):
        print(f"usage: {COMMAND} [--check]", file=sys.stderr)
        return 2
    if not arguments:
        write()
        return 0
    stale = [path.relative_to(ROOT).as_posix() for path in outdated()]
    if stale:
        print(f"not what the ontology says: {', '.join(stale)}; run `{COMMAND}`", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
