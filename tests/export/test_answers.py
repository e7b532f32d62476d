import csv
import io
from dataclasses import replace

from kg.export.answers import csv_of, table_of
from tests.model.answering import ANSWER


def test_csv_has_names_beside_references_and_both_eras_beside_years() -> None:
    header, full, bare = csv.reader(io.StringIO(csv_of(ANSWER).decode("utf-8"), newline=""))
    assert dict(zip(header, full, strict=True)) == {
        "ref": "agency/a", "ref_th": "กรม ก", "ref_en": "Department A", "refs": "scheme/x scheme/y", "refs_th": "; ",
        "refs_en": "X; ", "integer": "1234", "number": "0.5", "boolean": "true", "year": "2020", "year_be": "2563",
        "years": "2019 2020", "years_be": "2562 2563", "text": '=ก, "ข"', "texts": "one; two",
        "proof": "conferment/1 conferment/2",
    }  # fmt: skip
    assert set(bare[3:]) == {""}


def test_the_table_speaks_the_language_of_the_reader() -> None:
    lines = table_of(ANSWER, "en").decode("utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("Title", "* incomplete")
    assert lines[2].split() == ["ref", "refs", "integer", "number", "boolean", "year", "years", "text", "texts"]
    assert lines[4] == 'Department A  X, scheme/y    1,234     0.5  yes      2020  2019, 2020  =ก, "ข"  one, two'
    thai = table_of(ANSWER, "th").decode("utf-8")
    assert "2563" in thai
    assert "ไทย incomplete" in thai
    assert "ใช่" in thai


def test_an_empty_table_is_its_title_and_the_reason() -> None:
    assert table_of(replace(ANSWER, rows=()), "en") == b"Title\n\n* incomplete\n"
    assert len(csv_of(replace(ANSWER, rows=())).splitlines()) == 1
