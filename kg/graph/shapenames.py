"""What shapes are called: the node shape that holds a rule, and the rule's path in words of prefixes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, DefinedNamespace
from rdflib.term import Node

from kg.model.report import Report, Violation
from kg.terms.prefixes import PREFIXES, SHAPES

CHECK: Final = "Query"  # the component of a rule that is a query and no shape


class SH(DefinedNamespace):
    """The part of SHACL that is read here."""

    _fail = True
    _NS = rdflib.Namespace(PREFIXES["sh"])

    alternativePath: rdflib.URIRef
    focusNode: rdflib.URIRef
    inversePath: rdflib.URIRef
    path: rdflib.URIRef
    property: rdflib.URIRef
    result: rdflib.URIRef
    resultMessage: rdflib.URIRef
    resultSeverity: rdflib.URIRef
    sourceConstraintComponent: rdflib.URIRef
    sourceShape: rdflib.URIRef
    targetClass: rdflib.URIRef
    value: rdflib.URIRef


@dataclass(frozen=True)
class ShapeNames:
    """Names of shapes by their node; blank nodes keep their labels through pyshacl."""

    owners: Mapping[Node, str]
    paths: Mapping[Node, str]
    turtle: Mapping[str, str]

    @classmethod
    def of(cls, shapes: rdflib.Graph) -> ShapeNames:
        """Names of all shapes of a graph."""
        owners: dict[Node, str] = {}
        for shape in shapes.subjects(SH.targetClass):
            owners[shape] = str(shape).rpartition("#")[2]
            owners.update(dict.fromkeys(shapes.objects(shape, SH.property), owners[shape]))
        paths: dict[Node, str] = {}
        turtle: dict[str, str] = {}
        for rule, path in shapes.subject_objects(SH.path):
            paths[rule] = path_text(shapes, path)
            turtle[paths[rule]] = path_turtle(shapes, path)
        return cls(owners, paths, turtle)

    def owner(self, shape: Node) -> str:
        """Name of the node shape that a shape is or belongs to."""
        return self.owners.get(shape, str(shape))

    def path(self, shape: Node) -> str:
        """Path of a property shape as SPARQL writes it; empty for a node shape."""
        return self.paths.get(shape, "")


def prefixed(iri: str) -> str:
    """``aw:recipient`` for the IRI; an IRI of no known prefix stays as it is, in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def path_text(shapes: rdflib.Graph, path: Node) -> str:
    """A path as SPARQL writes it: ``^aw:supports/aw:supportsProperty``."""
    if isinstance(path, rdflib.URIRef):
        return prefixed(str(path))
    if (inverse := shapes.value(path, SH.inversePath)) is not None:
        return "^" + path_text(shapes, inverse)
    if (choices := shapes.value(path, SH.alternativePath)) is not None:
        return "(" + "|".join(path_text(shapes, choice) for choice in Collection(shapes, choices)) + ")"
    return "/".join(path_text(shapes, step) for step in Collection(shapes, path))


def path_turtle(shapes: rdflib.Graph, path: Node) -> str:
    """A path as SHACL writes it in Turtle."""
    if isinstance(path, rdflib.URIRef):
        return prefixed(str(path))
    if (inverse := shapes.value(path, SH.inversePath)) is not None:
        return f"[ sh:inversePath {path_turtle(shapes, inverse)} ]"
    if (choices := shapes.value(path, SH.alternativePath)) is not None:
        steps = " ".join(path_turtle(shapes, choice) for choice in Collection(shapes, choices))
        return f"[ sh:alternativePath ( {steps} ) ]"
    if (path, RDF.first, None) in shapes:
        return "( " + " ".join(path_turtle(shapes, step) for step in Collection(shapes, path)) + " )"
    raise ValueError(f"a path of a kind that the shapes do not use: {path}")


def report_turtle(report: Report, names: ShapeNames) -> str:
    """A report as SHACL's own vocabulary, written by hand so that the same report gives the same bytes."""
    lines = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in sorted(PREFIXES.items())]
    lines.append(f"@prefix shape: <{SHAPES}> .")
    lines += ["", "[] a sh:ValidationReport ;", f"    sh:conforms {str(report.conforms).lower()}"]
    for violation in report.violations:
        said = " ;\n".join(f"        {line}" for line in _statements(violation, names))
        lines[-1] += " ;"
        lines.append(f"    sh:result [\n{said}\n    ]")
    return "\n".join(lines) + " .\n"


def _statements(violation: Violation, names: ShapeNames) -> Iterator[str]:
    is_check = violation.component == CHECK
    yield "a sh:ValidationResult"
    yield f"sh:focusNode {_focus(violation.focus)}"
    if violation.path in names.turtle:
        yield f"sh:resultPath {names.turtle[violation.path]}"
    if violation.term:
        yield f"sh:value {violation.term}"
    yield f"sh:resultSeverity sh:{violation.severity}"
    component = "SPARQL" if is_check else violation.component
    yield f"sh:sourceConstraintComponent sh:{component}ConstraintComponent"
    yield f"sh:sourceShape shape:{violation.shape}"
    for language, message in sorted(violation.messages.items()):
        yield f"sh:resultMessage {rdflib.Literal(message, lang=language).n3()}"


def _focus(iri: str) -> str:
    return rdflib.URIRef(iri).n3() if ":" in iri else f"_:{iri}"
