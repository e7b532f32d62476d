"""What the graph concludes, as quads of ``graph:derived``: labels chosen and verdicts on claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from kg.graph.quads import GraphWriter, integer, text
from kg.terms.award import AW
from kg.terms.foreign import PROV, RDF, SKOS
from kg.terms.iris import Iris

_MISSING: Final = {
    "not-counted": {"th": "ยังไม่มีข้อมูลในกราฟให้นับ", "en": "nothing in the graph counts this"},
    "no-last-year": {"th": "ไม่ทราบปีสุดท้าย", "en": "the last year is not known"},
}


class VerdictLike(Protocol):
    """What this needs of a verdict; the views that reach them lie above this room."""

    @property
    def claim(self) -> str:
        """Reference of the claim."""

    @property
    def verdict(self) -> str:
        """Local name of the concept."""

    @property
    def found(self) -> int | None:
        """The number that the graph yields, where it counts."""

    @property
    def missing(self) -> tuple[str, ...]:
        """What evidence is wanted, in words."""


def map_derived(
    labels: Mapping[str, Mapping[str, str]], verdicts: Iterable[VerdictLike], rules: str, iris: Iris
) -> GraphWriter:
    """All quads of the derived graph; ``rules`` names the version of the rules that reached the verdicts."""
    out = GraphWriter(iris.graph("derived"))
    for ref, by_language in sorted(labels.items()):
        for language, label in sorted(by_language.items()):
            out.add(iris.thing(ref), SKOS.prefLabel, text(label, language))
    activity = iris.thing(f"check/{rules}")
    checked = False
    for verdict in verdicts:
        checked = True
        claim = iris.thing(verdict.claim)
        out.add(claim, AW.verdict, AW[verdict.verdict])
        out.add(claim, PROV.wasInfluencedBy, activity)
        if verdict.found is not None:
            out.add(claim, AW.foundCount, integer(verdict.found))
        for each in verdict.missing:
            for language, said in _MISSING.get(each, {"": each}).items():
                out.add(claim, AW.missing, text(said, language))
    if checked:
        out.add(activity, SKOS.prefLabel, text("การตรวจคำกล่าวอ้างกับกราฟ", "th"))
        out.add(activity, SKOS.prefLabel, text("Claims put to the test against the graph", "en"))
        out.add(activity, RDF.type, PROV.Activity)
    return out
