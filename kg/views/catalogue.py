"""All views: what each is called, what it can be asked for, and the one door that answers.

``Views(store, base).answer("streaks", {"scheme": ["dg-awards"], "from": ["2563"]})`` gives an ``Answer``. What a view
reads of the store is read once and kept, so a server keeps one ``Views`` for each version of its store.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from kg.errors import NotFound
from kg.graph.store import Store
from kg.model.answer import Answer, Text
from kg.views.awards import Awards
from kg.views.choice import Choice, choose
from kg.views.collaboration import collaboration
from kg.views.completeness import completeness
from kg.views.differing import Differing, contradictions
from kg.views.read import Reader, read_awards, read_evidence, read_labels
from kg.views.read_around import read_appearances, read_checked, read_differing, read_members, read_press
from kg.views.result import Result
from kg.views.smaller import near_misses, provinces, timeline
from kg.views.stage import Appearance, stage
from kg.views.streaks import streaks
from kg.views.verdicts import CheckedClaim, claims
from kg.views.voices import Press, corroboration
from kg.views.winners import repeat_winners

RULE: Final = "views-2"
"""Changes when a view's rules do: what an earlier build derived is then not used."""

_FILTERS: Final = ("from", "to", "scheme", "category", "level")
_WHOM: Final = ("kind", "of", "units")


class Views:
    """Answers views over one store."""

    def __init__(self, store: Store, base: str) -> None:
        """``base`` is that of the IRIs in the store. Nothing is read before a view needs it."""
        self.store = store
        self.reader = Reader(store, base)

    @cached_property
    def awards(self) -> Awards:
        """All awards with what lies around them."""
        return read_awards(self.reader)

    @cached_property
    def press(self) -> Press:
        """Which documents state which awards."""
        return read_press(self.reader)

    @cached_property
    def checked(self) -> list[CheckedClaim]:
        """Claims with their verdicts."""
        return read_checked(self.reader)

    @cached_property
    def differing(self) -> list[Differing]:
        """Values on which documents differ."""
        return read_differing(self.reader)

    @cached_property
    def appearances(self) -> list[Appearance]:
        """Who was on which stage."""
        return read_appearances(self.reader, self.awards)

    @cached_property
    def members(self) -> list[tuple[str, str]]:
        """Who holds a post where."""
        return read_members(self.reader)

    def evidenced(self, things: Iterable[str]) -> set[str]:
        """Those of some things that have evidence."""
        return set(read_evidence(self.reader, things))

    def answer(self, name: str, given: Mapping[str, Sequence[str]] | None = None) -> Answer:
        """The answer of a view for the parameters given, each a list of texts.

        Raises NotFound for a view that is not there, UsageError for a parameter that it does not know or that makes no
        sense. A view over nothing has no rows, and a note that says why.
        """
        view = view_named(name)
        choice = choose(name, view.parameters, given or {})
        result = view.compute(self, choice)
        answer = Answer(
            name,
            view.title,
            view.method,
            result.columns,
            result.rows,
            RULE,
            choice.given,
            result.notes,
            result.network,
            version=self.store.version,
        )
        mentioned = answer.references() | {
            value for values in answer.parameters.values() if isinstance(values, tuple) for value in values
        }
        return replace(
            answer,
            labels=read_labels(self.reader, mentioned),
            evidence=read_evidence(self.reader, answer.proof()),
        )


@dataclass(frozen=True, slots=True)
class ViewKind:
    """One view: its name in commands and addresses, titles, what is counted how, what it may be asked for."""

    name: str
    title: Text
    method: Text
    parameters: tuple[str, ...]
    rule: Callable[..., Result]
    """The function whose docstring has the formulae."""
    compute: Callable[[Views, Choice], Result]

    @property
    def formulae(self) -> str:
        """What is counted, exactly."""
        return inspect.getdoc(self.rule) or ""


_ALL: Final[tuple[ViewKind, ...]] = (
    ViewKind(
        "repeat-winners",
        {"th": "ผู้ได้รับรางวัลซ้ำ", "en": "Repeat winners"},
        {
            "th": "นับการได้รับรางวัลที่ไม่ซ้ำกันของผู้ได้รับแต่ละราย รางวัลที่หลายข่าวรายงานหรือมอบหลายพิธีนับครั้งเดียว ไม่นับผู้เข้าชิง",
            "en": "Distinct conferments of each winner; one that many documents report or that was handed over twice"
            " counts once, near-misses never.",
        },
        (*_FILTERS, *_WHOM, "by", "at-least"),
        repeat_winners,
        lambda views, choice: repeat_winners(views.awards, choice),
    ),
    ViewKind(
        "streaks",
        {"th": "ผู้ได้รับรางวัลติดต่อกัน", "en": "Streaks"},
        {
            "th": "ช่วงที่ยาวที่สุดของรางวัลประจำปีที่ได้รับติดต่อกัน ปีที่ไม่มีการจัดไม่ทำให้ขาดช่วง สาขาที่เปลี่ยนชื่อนับต่อกัน",
            "en": "Longest run of consecutive editions. Editions that were not held do not break it; a renamed category"
            " goes on under its new name.",
        },
        (*_FILTERS, *_WHOM, "at-least"),
        streaks,
        lambda views, choice: streaks(views.awards, choice),
    ),
    ViewKind(
        "collaboration",
        {"th": "ผู้ได้รับรางวัลร่วมกัน", "en": "Who wins together"},
        {
            "th": "เชื่อมผู้ได้รับรางวัลที่มีผลงานเดียวกัน น้ำหนักคือจำนวนผลงานร่วม กลุ่มหาด้วยวิธี Louvain",
            "en": "Recipients tied by the works they share; weight is the number of works. Communities by Louvain"
            " (resolution 1, seed 7), betweenness over unweighted shortest paths.",
        },
        (*_FILTERS, *_WHOM, "at-least"),
        collaboration,
        lambda views, choice: collaboration(views.awards, choice),
    ),
    ViewKind(
        "stage",
        {"th": "ผู้ร่วมเวที", "en": "Who shares the stage"},
        {
            "th": "บุคคล หน่วยงาน และงานที่พบร่วมกัน จากประธาน ผู้มอบ ผู้รับ ผู้กล่าว ผู้เข้าร่วม และผู้จัดงาน",
            "en": "People, bodies and the events that they share: who chaired, presented, took, spoke, attended,"
            " organised or was given an award there.",
        },
        (*_FILTERS, "at-least"),
        stage,
        lambda views, choice: stage(views.awards, choice, views.appearances, views.members),
    ),
    ViewKind(
        "claims",
        {"th": "คำกล่าวอ้างที่ตรวจสอบแล้ว", "en": "Claims put to the test"},
        {
            "th": "เทียบจำนวนปีที่อ้างว่าได้รับต่อเนื่องและยอดรวมที่ประกาศกับข้อมูลในกราฟ ขาดหลักฐานไม่ถือว่าขัดแย้ง",
            "en": "Claimed years running and declared totals against the graph. Missing evidence refutes nothing.",
        },
        ("from", "to", "scheme"),
        claims,
        lambda views, choice: claims(views.awards, choice, views.checked),
    ),
    ViewKind(
        "contradictions",
        {"th": "ข้อมูลที่แหล่งต่าง ๆ ไม่ตรงกัน", "en": "Contradictions"},
        {
            "th": "ข้อเท็จจริงเดียวกันที่เอกสารระบุค่าไม่ตรงกัน พร้อมตำแหน่งในเอกสารทุกฉบับ",
            "en": "Properties of one thing on which documents differ, with the place of each value in each document.",
        },
        ("from", "to", "scheme"),
        contradictions,
        lambda views, choice: contradictions(views.awards, choice, views.differing),
    ),
    ViewKind(
        "corroboration",
        {"th": "การยืนยันจากหลายแหล่ง", "en": "Corroboration"},
        {
            "th": "จำนวนผู้เผยแพร่ที่เป็นอิสระต่อกัน ข่าวเดียวกันที่ตีพิมพ์ซ้ำนับเป็นหนึ่งเสียง",
            "en": "Independent publishers of each award; a release printed twice is one voice.",
        },
        (*_FILTERS, "at-least"),
        corroboration,
        lambda views, choice: corroboration(views.awards, choice, views.press),
    ),
    ViewKind(
        "completeness",
        {"th": "ความครบถ้วนของข้อมูล", "en": "Completeness"},
        {
            "th": "จำนวนรางวัลที่ประกาศ ที่พบในกราฟ และที่มีหลักฐาน ของรางวัลประจำปีและสาขาแต่ละรายการ",
            "en": "Awards declared, found and evidenced, of each edition and category.",
        },
        _FILTERS,
        completeness,
        lambda views, choice: completeness(views.awards, choice, views.evidenced),
    ),
    ViewKind(
        "near-misses",
        {"th": "ผู้เข้าชิงรางวัล", "en": "Near-misses"},
        {
            "th": "ผู้ที่ได้รับการเสนอชื่อ ผ่านเกณฑ์ หรือผ่านรอบใดรอบหนึ่ง ไม่นับเป็นผู้ได้รับรางวัล",
            "en": "Who was nominated, assessed or shortlisted; never counted as winners.",
        },
        (*_FILTERS, *_WHOM),
        near_misses,
        lambda views, choice: near_misses(views.awards, choice),
    ),
    ViewKind(
        "timeline",
        {"th": "รางวัลรายปี", "en": "Awards by year"},
        {
            "th": "จำนวนรางวัล ผู้ได้รับ และผลงานของแต่ละโครงการในแต่ละปี",
            "en": "Distinct conferments, recipients and works of each scheme and year.",
        },
        (*_FILTERS, *_WHOM),
        timeline,
        lambda views, choice: timeline(views.awards, choice),
    ),
    ViewKind(
        "provinces",
        {"th": "รางวัลรายจังหวัด", "en": "Awards by province"},
        {
            "th": "จำนวนรางวัลและผู้ได้รับที่ตั้งอยู่ในแต่ละจังหวัด",
            "en": "Distinct conferments and recipients that lie in each province.",
        },
        (*_FILTERS, *_WHOM, "at-least"),
        provinces,
        lambda views, choice: provinces(views.awards, choice),
    ),
)

VIEWS: Final[Mapping[str, ViewKind]] = {view.name: view for view in _ALL}


def view_named(name: str) -> ViewKind:
    """The view of that name; raises NotFound naming those that there are."""
    try:
        return VIEWS[name]
    except KeyError:
        raise NotFound(f"there is no view {name!r}", fix=f"choose one of {', '.join(VIEWS)}") from None
