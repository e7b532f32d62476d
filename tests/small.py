"""A small graph with everything that pages show: one text, its record, a registry, verdicts, and hostile names."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Quad

from kg.graph.map_derived import Check, map_derived
from kg.graph.map_record import map_record
from kg.graph.map_registry import map_registry
from kg.graph.ontology import ontology_quads
from kg.graph.store import Store
from kg.model.record import Record, SourceInfo, Span, Thing, Value
from kg.settings import Settings
from kg.terms.iris import Iris
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.claims import Verdict
from tests.factory import REPO, registry

HOSTILE = '<script>alert("x")</script>'
TEXT = (
    "ข่าวทดสอบ\r\nนายสมชาย ใจดี อธิบดีกรมทดสอบ รับรางวัลทดสอบ ประจำปี 2563 สาขาบริการ ระดับดีเด่น "
    'จากผลงานระบบ <b>คิว</b> & "คำ" ร่วมกับกองทดลอง ในพิธีวันที่ 3 ธันวาคม 2563 นับเป็น 2 ปีซ้อน และเสนอชื่อกรมรอง'
)
SHA256 = hashlib.sha256(TEXT.encode("utf-8")).hexdigest()
SOURCE = "s1_test"


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def said(value: str | int, words: str, language: str = "", verbatim: str = "") -> tuple[Value, ...]:
    """One value with the words that say it."""
    return (Value(value, (span(words),), verbatim, language),)


AWARD = "conferment/test-2020-a"
CLAIM = "claim/s1_test-a"


def things() -> tuple[Thing, ...]:
    """What the text says."""
    return (
        Thing("agency/dtest", "Agency", {"name": said("กรมทดสอบ", "กรมทดสอบ", "th")}),
        Thing("unit/lab", "Unit", {"name": said("กองทดลอง", "กองทดลอง", "th")}),
        Thing("person/somchai", "Person", {"name": said("สมชาย ใจดี", "สมชาย ใจดี", "th")}),
        Thing(
            AWARD,
            "Conferment",
            {
                "recipient": (
                    *said("agency/dtest", "กรมทดสอบ"),
                    Value("unit/lab", (span("กองทดลอง"),), "กองทดลองฯ", confidence=0.8),
                ),
                "edition": said("edition/test-2020", "ประจำปี 2563"),
                "category": said("category/test-service", "สาขาบริการ"),
                "level": said("level/test-best", "ระดับดีเด่น"),
                "work": said("work/queue", "ระบบ <b>คิว</b>"),
                "event": said("event/test-2020-e", "พิธีวันที่ 3 ธันวาคม 2563"),
            },
            (span("รับรางวัลทดสอบ ประจำปี 2563"),),
        ),
        Thing(
            "work/queue",
            "Work",
            {"name": said("ระบบ <b>คิว</b>", "ระบบ <b>คิว</b>", "th"), "owner": said("agency/dtest", "กรมทดสอบ")},
        ),
        Thing(
            "event/test-2020-e",
            "Ceremony",
            {
                "edition": said("edition/test-2020", "ประจำปี 2563"),
                "startDate": said("2020-12-03", "3 ธันวาคม 2563", verbatim="3 ธันวาคม 2563"),
                "chair": said("person/somchai", "สมชาย ใจดี"),
            },
        ),
        Thing(
            "membership/m1",
            "Membership",
            {
                "member": said("person/somchai", "สมชาย ใจดี"),
                "organization": said("agency/dtest", "กรมทดสอบ"),
                "role": said("role/dg", "อธิบดี"),
                "attestedOn": said("2020-12-03", "3 ธันวาคม 2563"),
            },
        ),
        Thing(
            CLAIM,
            "StreakClaim",
            {
                "recipient": said("agency/dtest", "กรมทดสอบ"),
                "scheme": said("scheme/test", "รางวัลทดสอบ"),
                "claimedYears": said(2, "2 ปีซ้อน"),
                "claimedUntil": said(2020, "2563", verbatim="2563"),
            },
        ),
        Thing(
            "candidacy/test-2020-c",
            "Candidacy",
            {
                "recipient": said("agency/second", "กรมรอง"),
                "edition": said("edition/test-2020", "ประจำปี 2563"),
                "status": said("statusNominated", "เสนอชื่อ"),
            },
        ),
    )  # fmt: skip


def small_quads(sha256: str = SHA256, title: str = "ข่าวทดสอบ", url: str = "", base: str = DEFAULT_BASE) -> list[Quad]:
    """The quads of the small graph, with its things under ``base``."""
    iris = Iris(base)
    rows = registry(
        agencies=[
            {"id": "dtest", "name_th": "กรมทดสอบ", "name_en": "Department of Tests", "kind": "kindDepartment"},
            {"id": "second", "name_th": f"กรมรอง{HOSTILE}", "name_en": f"Second {HOSTILE}", "kind": "kindDepartment"},
        ],
        units=[{"id": "lab", "name_th": "กองทดลอง", "name_en": "Laboratory", "unit_of": "dtest"}],
        persons=[{"id": "somchai", "name_th": "สมชาย ใจดี", "name_en": "Somchai Jaidee"}],
        roles=[{"id": "dg", "name_th": "อธิบดี", "name_en": "director-general"}],
        schemes=[{"id": "test", "name_th": "รางวัลทดสอบ", "name_en": "Test Awards"}],
        editions=[
            {"id": f"test-{year}", "scheme_id": "test", "year": str(year), "held": "yes"} for year in (2019, 2020)
        ],
        categories=[{"id": "test-service", "scheme_id": "test", "name_th": "บริการ", "name_en": "Service"}],
        levels=[{"id": "test-best", "scheme_id": "test", "rank": "1", "name_th": "ดีเด่น", "name_en": "Best"}],
    )
    source = SourceInfo(
        SOURCE, title, "th", sha256, len(TEXT), url=url, publisher="agency/dtest", publisher_role="publisherWinner"
    )
    record = Record(source, things(), "reviewed")
    labels = {
        AWARD: {"th": "รางวัลทดสอบ 2563: กรมทดสอบ", "en": "Test Awards 2020: Department of Tests"},
        "work/queue": {"th": "ระบบ <b>คิว</b>"},
        CLAIM: {"th": "กรมทดสอบ: รางวัลทดสอบ", "en": "Department of Tests: Test Awards"},
    }
    verdicts = [Verdict(CLAIM, "undecided", 1, ("2019",))]
    ontology = [REPO / "ontology" / name for name in ("award.ttl", "concepts.ttl")]
    return [
        *map_registry(rows, iris),
        *map_record(record, rows, iris),
        *map_derived(labels, verdicts, Check("claims-1"), iris),
        *ontology_quads(ontology, iris.graph("ontology")),
    ]


def small_store(extra: Sequence[Quad] = (), **source: str) -> Store:
    """The small graph in memory."""
    return Store.in_memory([*small_quads(**source), *extra])


def corpus_folder(folder: Path, text: str = TEXT) -> Path:
    """A corpus with the text of the source."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{SOURCE}.txt").write_bytes(text.encode("utf-8"))
    return folder


def small_settings(corpus: Path | None = None, store: Path | None = None) -> Settings:
    """Settings of a test."""
    return Settings(data=REPO / "data", ontology=REPO / "ontology", store=store or Path("nowhere"), corpus=corpus)
