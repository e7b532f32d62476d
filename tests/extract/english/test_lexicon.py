"""The registry under its English names."""

from kg.extract.english.lexicon import english_lexicon
from tests.extract.english.stories import ellery
from tests.extract.reading import world


def test_things_are_called_by_their_english_names() -> None:
    lexicon = english_lexicon(world())
    assert [entry.name for entry in lexicon.bodies("กรมทดสอบ")] == ["The test department"]
    assert lexicon.rows["scheme/pencil"].name == "Golden Pencil Awards"
    assert [entry.ref for entry in lexicon.bodies("Province 91")] == ["agency/province-91"]
    assert [entry.ref for entry in lexicon.entries["Golden Pencil Award"]] == ["scheme/pencil"]


def test_a_registry_without_a_word_of_thai_serves() -> None:
    lexicon = english_lexicon(ellery())
    assert [entry.ref for entry in lexicon.bodies("MPW")] == ["agency/parks"]
    assert [name for _, _, name in lexicon.find("the MPW and Harbour Authority")] == ["MPW", "Harbour Authority"]
