"""What the graph concludes, as quads of ``graph:derived``: labels, verdicts, contradictions, ids that were retired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from kg.graph.map_record import evidence_ref, property_iri, term_of
from kg.graph.quads import GraphWriter, integer, text
from kg.model.identity import mint
from kg.model.record import Value
from kg.model.retirement import GONE, Retirement
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, PROV, RDF, SKOS
from kg.terms.iris import Iris

_MISSING: Final = {
    "not-counted": {"th": "ยังไม่มีข้อมูลในกราฟให้นับ", "en": "nothing in the graph counts this"},
    "no-last-year": {"th": "ไม่ทราบปีสุดท้าย", "en": "the last year is not known"},
}

_SHOWN: Final = 16  # characters of a hash in an identifier, as in the names of versions


_DIFFER: Final = {"th": "ข้อมูลที่ขัดแย้งกัน", "en": "Contradiction"}

Labels = Mapping[str, Mapping[str, str]]


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


class SaidLike(Protocol):
    """One value as one document has it."""

    @property
    def source(self) -> str:
        """Id of the document."""

    @property
    def thing(self) -> str:
        """Reference of the thing in the document's graph that has the value."""

    @property
    def value(self) -> Value:
        """The value with its spans."""


class ContradictionLike(Protocol):
    """What this needs of a contradiction."""

    @property
    def about(self) -> str:
        """Reference of the thing."""

    @property
    def name(self) -> str:
        """The property, as records name it."""

    @property
    def counted(self) -> str:
        """The concept that a total counts, or nothing."""

    @property
    def said(self) -> Sequence[SaidLike]:
        """Who says what."""


def map_contradictions(found: Iterable[ContradictionLike], labels: Labels, iris: Iris) -> GraphWriter:
    """Each contradiction with its values and the evidence of each; ``labels`` are those of all things."""
    out = GraphWriter(iris.graph("derived"))
    for each in found:
        iri = iris.thing(mint("contradiction", each.about, each.name, each.counted))
        predicate = property_iri(each.name)
        out.add(iri, RDF.type, AW.Contradiction)
        out.add(iri, AW.about, iris.thing(each.about))
        out.add(iri, AW.property, predicate)
        if each.counted:
            out.add(iri, AW.countOf, AW[each.counted])
        for said in each.said:
            out.add(iri, AW.value, term_of(each.name, said.value, iris))
            for span in said.value.spans:
                evidence = evidence_ref(said.source, span, said.thing, predicate, said.value)
                out.add(iri, AW.evidence, iris.thing(evidence))
        for language, front in _DIFFER.items():
            label = labels.get(each.about, {}).get(language) or labels.get(each.about, {}).get("th", each.about)
            out.add(iri, SKOS.prefLabel, text(f"{front}: {label}", language))
    return out


def map_retired(retired: Iterable[Retirement], iris: Iris) -> GraphWriter:
    """Each id that is used no longer: what stands for it now, if anything, and why."""
    out = GraphWriter(iris.graph("derived"))
    for each in retired:
        iri = iris.thing(each.old)
        out.add(iri, RDF.type, AW.Tombstone)
        out.add(iri, AW.retiredBecause, text(each.reason))
        if each.new != GONE:
            out.add(iri, DCTERMS.isReplacedBy, iris.thing(each.new))
    return out


def map_derived(labels: Labels, verdicts: Iterable[VerdictLike], check: Check, iris: Iris) -> GraphWriter:
    """Labels and verdicts; ``check`` tells how the verdicts were reached."""
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
