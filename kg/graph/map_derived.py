"""What the graph concludes, as quads of ``graph:derived``: labels chosen and verdicts on claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from kg.graph.quads import GraphWriter, integer, text
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, PROV, RDF, SKOS
from kg.terms.iris import Iris

_MISSING: Final = {
    "not-counted": {"th": "ยังไม่มีข้อมูลในกราฟให้นับ", "en": "nothing in the graph counts this"},
    "no-last-year": {"th": "ไม่ทราบปีสุดท้าย", "en": "the last year is not known"},
}

_SHOWN: Final = 16  # characters of a hash in an identifier, as in the names of versions


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

    @property
    def conferments(self) -> tuple[str, ...]:
        """References of the awards that it rests on."""


@dataclass(frozen=True, slots=True)
class Check:
    """Which rules reached the verdicts, over which data (SHA-256 of records and registry), run by which program."""

    rules: str
    data: str = ""
    program: str = ""


def map_derived(
    labels: Mapping[str, Mapping[str, str]], verdicts: Iterable[VerdictLike], check: Check, iris: Iris
) -> GraphWriter:
    """All quads of the derived graph; ``check`` tells how the verdicts were reached."""
    out = GraphWriter(iris.graph("derived"))
    for ref, by_language in sorted(labels.items()):
        for language, label in sorted(by_language.items()):
            out.add(iris.thing(ref), SKOS.prefLabel, text(label, language))
    activity = iris.thing(f"check/{check.rules}")
    checked = False
    for verdict in verdicts:
        checked = True
        claim = iris.thing(verdict.claim)
        out.add(claim, AW.verdict, AW[verdict.verdict])
        out.add(claim, PROV.wasInfluencedBy, activity)
        for conferment in verdict.conferments:
            out.add(claim, PROV.wasDerivedFrom, iris.thing(conferment))
        if verdict.found is not None:
            out.add(claim, AW.foundCount, integer(verdict.found))
        for each in verdict.missing:
            for language, said in _MISSING.get(each, {"": each}).items():
                out.add(claim, AW.missing, text(said, language))
    if checked:
        _write_check(out, activity, check, iris)
    return out


def _write_check(out: GraphWriter, activity: str, check: Check, iris: Iris) -> None:
    """The check as an activity that used the data and was carried out by the program (PROV-O, section 3.1)."""
    _labelled(out, activity, PROV.Activity, "การตรวจคำกล่าวอ้างกับกราฟ", "Claims put to the test against the graph")
    out.add(activity, DCTERMS.identifier, text(check.rules))
    if check.data:
        data = iris.thing(f"check/data-{check.data[:_SHOWN]}")
        _labelled(out, data, PROV.Entity, "ทะเบียนและบันทึกประกาศที่ใช้ตรวจ", "Registry and records that were checked")
        out.add(data, DCTERMS.identifier, text(f"sha256:{check.data}"))
        out.add(activity, PROV.used, data)
    if check.program:
        program = iris.thing(f"check/program-{check.program}")
        _labelled(out, program, PROV.SoftwareAgent, f"โปรแกรม award-kg รุ่น {check.program}", f"award-kg {check.program}")
        out.add(program, DCTERMS.identifier, text(check.program))
        out.add(activity, PROV.wasAssociatedWith, program)


def _labelled(out: GraphWriter, iri: str, cls: str, th: str, en: str) -> None:
    out.add(iri, RDF.type, cls)
    out.add(iri, SKOS.prefLabel, text(th, "th"))
    out.add(iri, SKOS.prefLabel, text(en, "en"))
