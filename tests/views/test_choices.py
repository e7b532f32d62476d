from kg.terms.prefixes import DEFAULT_BASE
from kg.views.choices import read_choices
from kg.views.read import Reader
from tests.small import small_store


def test_what_the_awards_of_a_store_can_be_chosen_by() -> None:
    choices = read_choices(Reader(small_store(), DEFAULT_BASE))
    assert choices.of("scheme", ()) == ["scheme/test"]
    assert choices.of("category", ()) == []
    assert choices.of("category", ["scheme/none"]) == []
    assert choices.of("category", ["scheme/test"]) == sorted(choices.values["category"])
    assert choices.of("level", ["scheme/test"]) == sorted(choices.values["level"])
    assert choices.of("nothing", ()) == []


def test_values_have_names_in_both_languages_and_else_their_reference() -> None:
    choices = read_choices(Reader(small_store(), DEFAULT_BASE))
    assert choices.name("scheme/test", "th") == choices.labels["scheme/test"]["th"]
    assert choices.name("scheme/none", "en") == "scheme/none"
