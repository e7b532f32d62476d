from kg.pages.filters import Field, Option, fields
from kg.views.catalogue import VIEWS
from kg.views.choices import Choices
from tests.small import HOSTILE

CHOICES = Choices(
    {"scheme": frozenset({"scheme/a", "scheme/b"}), "kind": frozenset({"aw:kindMinistry"})},
    {("category", "scheme/a"): frozenset({"category/c"})},
    {"scheme/a": {"th": "รางวัล ก", "en": "Award A"}, "scheme/b": {"en": "An award B"}},
)


def named(found: list[Field], name: str) -> Field:
    return next(each for each in found if each.name == name)


def test_every_parameter_of_every_view_can_be_set_where_there_is_something_to_choose() -> None:
    for view in VIEWS.values():
        found = fields(view, {"scheme": ["a"]}, CHOICES, "en")
        assert [each.name for each in found] == [
            name
            for name in ("from", "to", "scheme", "category", "kind", "of", "units", "by", "at-least")
            if name in view.parameters
        ]
        assert all(each.label and each.kind in ("number", "select") for each in found)


def test_fields_are_set_to_what_was_given() -> None:
    found = fields(VIEWS["repeat-winners"], {"scheme": ["scheme/b"], "from": [HOSTILE], "by": ["year"]}, CHOICES, "en")
    assert named(found, "from") == Field("from", "From year (BE or CE)", "number", HOSTILE)
    assert named(found, "scheme").options == (
        Option("", "any", False), Option("b", "An award B", True), Option("a", "Award A", False)
    )  # fmt: skip
    assert [each.value for each in named(found, "by").options if each.chosen] == ["year"]
    assert [each.text for each in named(found, "by").options] == ["nothing", "scheme", "category", "level", "year"]


def test_categories_are_offered_once_a_scheme_is_chosen_and_kept_once_given() -> None:
    view = VIEWS["streaks"]
    assert [each.name for each in fields(view, {}, CHOICES, "th")] == [
        "from", "to", "scheme", "kind", "of", "units", "at-least"
    ]  # fmt: skip
    offered = named(fields(view, {"scheme": ["a"]}, CHOICES, "th"), "category")
    assert [each.value for each in offered.options] == ["", "c"]
    unknown = named(fields(view, {"category": ["x"]}, CHOICES, "th"), "category")
    assert [(each.value, each.chosen) for each in unknown.options] == [("", False), ("x", True)]


def test_kinds_keep_their_prefix() -> None:
    offered = named(fields(VIEWS["streaks"], {"kind": ["aw:kindMinistry"]}, CHOICES, "th"), "kind")
    assert [(each.value, each.chosen) for each in offered.options] == [("", False), ("aw:kindMinistry", True)]
