"""Ids that are used no longer: what stands for each now, and why it was retired."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.graph.store import Store
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, RDF
from kg.terms.iris import Iris


@dataclass(frozen=True, slots=True)
class Retired:
    """A tombstone; ``successor`` is the reference that stands for it now, empty where it is gone."""

    successor: str
    reason: str


def retired(store: Store, iris: Iris, reference: str) -> Retired | None:
    """The tombstone of a reference (``aw:Tombstone``), or None where there is none."""
    successor, reason, found = "", "", False
    for quad in store.quads(subject=iris.thing(reference)):
        name, value = quad.predicate.value, quad.object
        if isinstance(value, NamedNode):
            found = found or (name == str(RDF.type) and value.value == str(AW.Tombstone))
            if name == str(DCTERMS.isReplacedBy):
                successor = iris.reference(value.value) or successor
        elif isinstance(value, Literal) and name == str(AW.retiredBecause):
            reason = value.value
    return Retired(successor, reason) if found else None
