from pathlib import Path

import pytest

from kg.errors import DataError
from kg.ingest.catalog import FILE, read_catalog
from tests.factory import REPO

TEXT = (REPO / "data" / FILE).read_text("utf-8")


def test_the_entry_of_this_repository() -> None:
    catalog = read_catalog(REPO / "data" / FILE)
    assert set(catalog.title) == set(catalog.description) == set(catalog.publisher) == {"th", "en"}
    assert catalog.licence_name == "CC BY 4.0"
    assert all(catalog.keywords[language] for language in ("th", "en"))


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("[title]", "[titel]", "title.th is not as it must be"),
        ('iri = "http:', 'iri = "x:', "licence.iri is not as it must be"),
        ('themes = ["', 'themes = "', "cannot be read"),
        ("themes = [", "topics = [", "about.themes is not as it must be"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, what: str) -> None:
    path = tmp_path / FILE
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=what) as fault:
        read_catalog(path)
    assert fault.value.where == str(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_catalog(tmp_path / FILE)
