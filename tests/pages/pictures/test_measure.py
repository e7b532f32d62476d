from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.pages.pictures.measure import Box, Wish, box_of, choose_labels, fitted, width_of

WORDS = st.text(st.sampled_from("กขคงี่้ำabcWM 19…"), min_size=1, max_size=30)
POINTS = st.floats(-20, 620, allow_nan=False)
WISHES = st.lists(st.builds(Wish, WORDS, POINTS, POINTS, st.floats(0, 30), st.booleans(), st.booleans()), max_size=40)


def test_marks_take_no_room_and_wide_letters_more() -> None:
    assert width_of("ก่") == width_of("ก")
    assert width_of("W") > width_of("a") > width_of("i")


def test_a_text_is_cut_where_it_is_too_wide_and_never_before_a_mark() -> None:
    assert fitted(" a \n b ", 100) == "a b"
    assert fitted("กรมที่ดิน", width_of("กรม…")) == "กรม…"
    assert fitted("กรมที่ดิน", width_of("กรมท…")) == "กรมที่…"


@given(WORDS, st.floats(0, 300))
def test_a_fitted_text_fits(text: str, width: float) -> None:
    assert fitted(text, width) == "…" or width_of(fitted(text, width)) <= width


@given(WISHES, st.lists(st.tuples(POINTS, POINTS), max_size=10), st.integers(0, 20))
def test_chosen_labels_overlap_nothing_and_stay_inside(
    wishes: list[Wish], points: list[tuple[float, float]], most: int
) -> None:
    taken = [Box(x, y, x + 9, y + 9) for x, y in points]
    chosen = choose_labels(wishes, taken, (600, 500), most)
    assert len(chosen) <= most
    assert not any(one.box.overlaps(two.box) for one, two in combinations(chosen, 2))
    assert not any(label.box.overlaps(box) for label in chosen for box in taken)
    assert all(label.box.inside(600, 500) and label.box == box_of(label.text, label.x, label.y) for label in chosen)
    assert chosen == choose_labels(wishes, taken, (600, 500), most)


def test_the_first_wish_comes_first_and_one_without_room_is_passed_over() -> None:
    long = "a very long name that finds no room in so narrow a frame"
    wishes = [Wish("first", 100, 100, 5), Wish(long, 10, 10, 0), Wish("c", 300, 30, 5)]
    assert [each.text for each in choose_labels(wishes, [], (330, 120), 9)] == ["first", "c"]


def test_where_a_label_may_stand() -> None:
    [beside] = choose_labels([Wish("x", 100, 100, 5)], [], (200, 200), 1)
    [above] = choose_labels([Wish("x", 100, 100, 5, upright=True)], [], (200, 200), 1)
    [over] = choose_labels([Wish("x", 100, 100, 5, middle=True)], [], (200, 200), 1)
    assert beside.box.left >= 105
    assert above.box.bottom <= 95
    assert over.box.left < 100 < over.box.right
    assert over.box.top < 100 < over.box.bottom
