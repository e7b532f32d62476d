from pathlib import Path

import pytest

from kg.errors import DataError, NotFound
from kg.ingest.mapping import COLUMNS, Declared, load_mapping, usual_words
from kg.model.stated import FIELDS, STATUSES
from tests.factory import REPO


def load(tmp_path: Path, text: str) -> Declared:
    path = tmp_path / "m.toml"
    path.write_text(text, "utf-8")
    return load_mapping(path)


def test_every_key(tmp_path: Path) -> None:
    said = load(
        tmp_path,
        """
        [document]
        published = "2021-01-05"
        url = "https://example.org/"
        title = "ผล"
        publisher = "กรม"
        [table]
        sheet = "ผล"
        header = 3
        encoding = "TIS-620"
        delimiter = "|"
        separators = [" / "]
        era = "CE"
        fill_down = ["category"]
        [columns]
        recipient = "ผู้ชนะ"
        category = ["สาขา", 4]
        [constants]
        scheme = "รางวัลทดสอบ"
        year = 2563
        [statuses]
        "ผ่านรอบแรก" = "stage passed"
        [queries]
        conferment = "SELECT ?recipient ?scheme {}"
        """,
    )
    assert said == Declared(
        {"recipient": ("ผู้ชนะ",), "category": ("สาขา", 4)},
        {"scheme": "รางวัลทดสอบ", "year": "2563"},
        {"ผ่านรอบแรก": "StagePassed"},
        {"conferment": "SELECT ?recipient ?scheme {}"},
        {"published": "2021-01-05", "url": "https://example.org/", "title": "ผล", "publisher": "กรม"},
        "ผล", 3, "cp874", "|", (" / ",), "CE", ("category",),
    )  # fmt: skip


def test_an_empty_mapping_is_none(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Declared()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", "the mapping: there is no key 'x'; use columns, constants, document, queries, statuses, table"),
        ("table = 1", "[table]: must be a table of keys"),
        ("[table]\nshet = 'a'", "[table]: there is no key 'shet'; use delimiter, encoding, era, fill_down, "),
        ("[columns]\nagency = 'a'", "[columns]: there is no key 'agency'; use category, chair, date, "),
        ("[columns]\nyear = ['a', 'b']", "[columns] year: only category may have several columns"),
        ("[columns]\nyear = 0", "[columns] year: 0 is no column"),
        ("[columns]\nyear = true", "[columns] year: True is no column"),
        ("[columns]\nyear = ''", "[columns] year: '' is no column"),
        ("[columns]\nyear = 1\n[constants]\nyear = 2563", "[constants]: year is a column and a constant"),
        ("[constants]\nscheme = ''", "[constants] scheme: '' is no text"),
        ("[constants]\nyear = 25.5", "[constants] year: 25.5 is no text"),
        ("[statuses]\n'ก' = 'lost'", "[statuses] ก: 'lost' is no status; one of assessed, conferred, "),
        ("[document]\npublished = '5/1/2021'", "published '5/1/2021' is no date; "),
        ("[table]\nheader = -1", "[table] header: -1 is no row"),
        ("[table]\nencoding = 'klingon'", "[table] encoding: there is no encoding 'klingon'"),
        ("[table]\nencoding = 'hex'", "[table] encoding: there is no encoding 'hex'"),
        ("[table]\ndelimiter = '||'", "[table] delimiter: '||' is no delimiter"),
        ("[table]\nseparators = [1]", "[table] separators: [1] is no list of texts"),
        ("[table]\nera = 'AH'", "[table] era: 'AH' is no era"),
        ("[table]\nfill_down = ['a']", "[table] fill_down: 'a' is no field"),
        ("[queries]\nwins = 'SELECT'", "[queries]: there is no key 'wins'; use candidacy, conferment, count, "),
        ("[queries]\nconferment = 1", "[queries] conferment: 1 is no text"),
        ("[columns", "the mapping is not TOML: "),
    ],
)
def test_what_a_mapping_may_not_say(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'm.toml'}: {said}")


def test_a_mapping_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no such mapping"):
        load_mapping(tmp_path / "none")
    with pytest.raises(DataError, match="cannot be read"):
        load_mapping(tmp_path)
    (tmp_path / "b").write_bytes(b"\xff")
    with pytest.raises(DataError, match="the mapping is not TOML"):
        load_mapping(tmp_path / "b")


def test_the_usual_words_name_known_columns_and_statuses() -> None:
    words = usual_words()
    assert set(words.columns.values()) <= set(COLUMNS)
    assert set(words.statuses.values()) == {*STATUSES, "Conferred"}
    assert [words.columns[name] for name in ("หน่วยงาน", "รางวัล", "ปี", "ระดับ", "ประเภท", "ผลงาน")] == [
        "recipient", "scheme", "year", "level", "category", "work",
    ]  # fmt: skip
    assert [words.columns[name] for name in ("agency", "award", "year", "level", "category", "work")] == [
        "recipient", "scheme", "year", "level", "category", "work",
    ]  # fmt: skip


def test_what_is_documented_is_what_may_be_said(tmp_path: Path) -> None:
    text = (REPO / "kg" / "ingest" / "MAPPING.md").read_text("utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    said = load(tmp_path, example)
    assert (said.header, said.fill_down, said.columns["year"]) == (3, ("category",), (3,))
    assert [name for name in COLUMNS if f"`{name}`" not in text] == []
    assert [
        name for fields in FIELDS.values() for name in fields if f"`{name}`" not in text and f"?{name}" not in text
    ] == []
