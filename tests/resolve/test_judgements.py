from hypothesis import given
from hypothesis import strategies as st

from kg.model.judgement import Decision, Judgement, name_side
from kg.resolve.judgements import Judgements

SIDES = [f"agency/{letter}" for letter in "abcde"]
SAME, DIFFERENT, UNSURE = Decision.SAME, Decision.DIFFERENT, Decision.UNSURE


def line(number: int, left: str, right: str, decision: Decision | None, undoes: str = "") -> Judgement:
    return Judgement(f"j{number:02}", f"2026-01-{number + 1:02}", "somebody", left, right, decision, undoes)


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    lines: list[Judgement] = []
    for number in range(draw(st.integers(0, 12))):
        if lines and draw(st.booleans()) and draw(st.booleans()):
            lines.append(line(number, "", "", None, draw(st.sampled_from([each.id for each in lines]))))
        else:
            left, right = draw(st.lists(st.sampled_from(SIDES), min_size=2, max_size=2, unique=True))
            lines.append(line(number, left, right, draw(st.sampled_from(list(Decision)))))
    return lines


def said(judgements: Judgements) -> dict[tuple[str, str], Decision | None]:
    return {(left, right): judgements.decided(left, right) for left in SIDES for right in SIDES}


@given(logs(), st.randoms())
def test_the_order_of_the_lines_makes_no_difference(lines: list[Judgement], random: object) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert said(Judgements.of(shuffled)) == said(Judgements.of(lines))


@given(logs())
def test_judgements_have_no_direction_and_sameness_is_transitive(lines: list[Judgement]) -> None:
    found = said(Judgements.of(lines))
    assert all(found[right, left] is decision for (left, right), decision in found.items())
    for one in SIDES:
        for two in SIDES:
            for three in SIDES:
                if found[one, two] is SAME and found[two, three] is not None:
                    assert found[one, three] is found[two, three]


@given(logs())
def test_undoing_a_line_at_the_end_is_as_if_it_had_never_been(lines: list[Judgement]) -> None:
    extra = line(20, "agency/a", "agency/b", SAME)
    undone = [*lines, extra, line(21, "", "", None, extra.id)]
    assert said(Judgements.of(undone)) == said(Judgements.of(lines))
    redone = [*undone, line(22, "", "", None, "j21")]
    assert said(Judgements.of(redone)) == said(Judgements.of([*lines, extra]))


def test_the_later_of_two_lines_on_one_pair_holds() -> None:
    lines = [line(0, "agency/a", "agency/b", SAME), line(1, "agency/b", "agency/a", DIFFERENT)]
    assert Judgements.of(lines).decided("agency/a", "agency/b") is DIFFERENT


def test_a_line_that_contradicts_a_cluster_is_left_aside_and_named() -> None:
    lines = [
        line(0, "agency/a", "agency/b", SAME),
        line(1, "agency/b", "agency/c", SAME),
        line(2, "agency/a", "agency/c", DIFFERENT),
        line(3, "agency/c", "agency/d", DIFFERENT),
        line(4, "agency/a", "agency/d", SAME),
        line(5, "", "", None, "j99"),
    ]
    judgements = Judgements.of(lines)
    assert judgements.decided("agency/a", "agency/c") is SAME
    assert judgements.decided("agency/a", "agency/d") is DIFFERENT
    assert judgements.conflicts == (
        "j05: undoes 'j99', which is no earlier line",
        "j02: agency/a and agency/c are the same by other judgements",
        "j04: agency/a and agency/d cannot be the same: others of theirs are judged different",
    )


def test_a_name_means_what_a_curator_says_in_this_document_first() -> None:
    lines = [line(0, "name:กพร.", "agency/a", SAME), line(1, "name:กพร.@doc", "agency/b", SAME)]
    judgements = Judgements.of(lines)
    assert judgements.meaning("ก.พ.ร", "other") == "agency/a"
    assert judgements.meaning("กพร.", "doc") == "agency/b"
    assert judgements.meaning("กพร.", "doc", frozenset({"unit"})) == ""


def test_unsure_keeps_a_name_from_being_bound() -> None:
    judgements = Judgements.of([line(0, "name:กพร.", "agency/a", UNSURE)])
    assert judgements.excluded("กพร.", "doc", "agency/a")
    assert not judgements.excluded("กพร.", "doc", "agency/b")
    assert judgements.decided(name_side("กพร."), "agency/a") is UNSURE
