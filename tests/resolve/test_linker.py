import pytest

from kg.model.judgement import Decision, Judgement
from kg.model.resolution import NameInContext
from kg.resolve.judgements import Judgements
from kg.resolve.linker import MARGIN, THRESHOLD, Linker
from tests.resolve.bodies import known

REGISTRY = known()
LINKER = Linker(REGISTRY)


@pytest.mark.parametrize(
    ("name", "state", "ref"),
    [
        (NameInContext("กรมเหมืองแร่ทดสอบแห่งชาติ", kind="agency"), "bound", "agency/mining"),
        (NameInContext("กพร.", kind="agency"), "open", ""),
        (NameInContext("กพร.", kind="agency", others=("กระทรวงทดสอบ",)), "bound", "agency/mining"),
        (NameInContext("กพร.", kind="agency", refs=("agency/reform",)), "bound", "agency/reform"),
        (NameInContext("องค์การบริหารส่วนตำบลบ้านใหม่", kind="local_government"), "open", ""),
        (NameInContext("องค์การบริหารส่วนตำบลบ้านใหม่", kind="local_government", places=("เทิง",)), "bound", "agency/l2"),
        (NameInContext("กรมเหมืองแร่ทดสอบแห่งชาต", kind="agency"), "bound", "agency/mining"),
        (NameInContext("กองทดลองกลาง", kind="unit", parent="กรมเหมืองแร่ทดสอบแห่งชาติ"), "bound", "unit/lab"),
        (NameInContext("กองทดลองกลาง", kind="unit", parent="สำนักงานปฏิรูประบบทดสอบ"), "open", ""),
        (NameInContext("กระทรวงทดสอบ", kind="school"), "unknown", ""),
        (NameInContext("โรงเรียนทดสอบวิทยา", kind="school"), "unknown", ""),
    ],
)  # fmt: skip
def test_a_name_is_bound_only_where_one_body_is_clearly_ahead(name: NameInContext, state: str, ref: str) -> None:
    link = LINKER.link(name)
    assert (link.state, link.ref) == (state, ref)
    if state == "bound":
        best, *others = link.candidates
        assert best.ref == ref
        assert best.score >= THRESHOLD
        assert all(best.score - other.score >= MARGIN - 1e-9 for other in others)


def test_reasons_add_up_to_the_score() -> None:
    link = LINKER.link(NameInContext("กพร.", kind="agency", others=("กระทรวงทดสอบ",)))
    assert [(each.ref, each.score, [reason.rule for reason in each.reasons]) for each in link.candidates] == [
        ("agency/mining", 1.0, ["abbreviation", "context"]),
        ("agency/reform", 0.85, ["abbreviation"]),
    ]


def test_a_judgement_wins_over_the_score() -> None:
    different = Judgement("j1", "2026-01-01", "x", "name:กพร.@doc", "agency/mining", Decision.DIFFERENT)
    same = Judgement("j2", "2026-01-02", "x", "name:กรมเหมืองแร่ทดสอบแห่งชาติ", "agency/reform", Decision.SAME)
    linker = Linker(REGISTRY, Judgements.of([different, same]))
    assert linker.link(NameInContext("กพร.", kind="agency", source="doc")).ref == "agency/reform"
    assert linker.link(NameInContext("กพร.", kind="agency", source="other")).state == "open"
    assert linker.link(NameInContext("กรมเหมืองแร่ทดสอบแห่งชาติ", kind="agency", source="doc")).ref == "agency/reform"
