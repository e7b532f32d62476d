import datetime
import io
import re
import zipfile

import pytest

from kg.errors import DataError
from kg.ingest.grid import Grid, Line
from kg.ingest.workbook import read_workbook
from tests import filemakers as make


def grid(data: bytes, wanted: str = "") -> Grid:
    (only,) = read_workbook(data, wanted)
    assert re.fullmatch(r"openpyxl 3\.\S+", only.extractor)
    return only


def with_sheet(data: bytes, old: str, new: str) -> bytes:
    """The same file with the XML of its sheet edited."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as taken:
        for name in given.namelist():
            content = given.read(name)
            if name.endswith("sheet1.xml"):
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            taken.writestr(name, content)
    return out.getvalue()


def test_values_of_every_type_as_text() -> None:
    moment = datetime.datetime(2020, 12, 3, 9, 30)  # noqa: DTZ001 - Excel knows no zones
    row = ("ก", 2563, 2563.0, 0.5, True, None, datetime.date(2020, 12, 3), moment, datetime.time(9, 30), " x\r\ny ")
    cells = ("ก", "2563", "2563", "0.5", "TRUE", "", "2020-12-03", "2020-12-03T09:30:00", "09:30:00", "x\ny")
    found = grid(make.xlsx(row, (), ("z",)))
    assert (found.lines, found.sheet, found.unread) == ([Line(1, cells), Line(3, ("z",))], "ผล", {})


def test_merged_cells_stand_in_every_row_and_column_that_they_cover() -> None:
    data = make.xlsx(("หัว",), ("a", "b"), ("c", None), ("d", "e"), merged=("A1:B1", "B2:B3"))
    assert [line.cells for line in grid(data).lines] == [("หัว", "หัว"), ("a", "b"), ("c", "b"), ("d", "e")]


def test_an_area_that_is_merged_over_the_whole_sheet_does_not_grow() -> None:
    data = make.xlsx(("a", "b"), ("c", "d"), merged=("A1:A2",))
    data = with_sheet(data, 'ref="A1:A2"', 'ref="A1:XFD1048576"')
    found = grid(data)
    assert [line.number for line in found.lines] == [1, 2]
    assert [len(line.cells) for line in found.lines] == [200, 200]


def test_a_size_that_is_only_claimed_costs_nothing() -> None:
    data = with_sheet(make.xlsx(("a",)), 'ref="A1:A1"', 'ref="A1:XFD1048576"')
    assert grid(data).lines == [Line(1, ("a",))]


def test_formulas_never_computed_and_faults_are_told_of() -> None:
    found = grid(make.xlsx(("a", "=1+1"), ("=A1",), ("#N/A", "#1 prize")))
    assert found.lines == [Line(1, ("a",)), Line(2, ()), Line(3, ("#N/A", "#1 prize"))]
    uncomputed = "the formula has no value: open the file in a spreadsheet program and save it"
    assert found.unread == {(1, 1): uncomputed, (2, 0): uncomputed, (3, 0): "the formula gives #N/A"}


def test_a_formula_counts_with_the_value_that_was_saved() -> None:
    data = with_sheet(make.xlsx(("a", "=1+1")), "<v></v>", "<v>2</v>")
    assert (grid(data).lines, grid(data).unread) == ([Line(1, ("a", "2"))], {})


def test_sheets_by_name_and_those_that_show() -> None:
    data = make.xlsx(("a",), more={"สอง": [("b",)], "ว่าง": []})
    assert [found.sheet for found in read_workbook(data)] == ["ผล", "สอง", "ว่าง"]
    assert grid(data, "สอง").lines == [Line(1, ("b",))]
    with pytest.raises(DataError) as caught:
        read_workbook(data, "สาม")
    assert str(caught.value) == "has no sheet 'สาม': its sheets are 'ผล', 'สอง', 'ว่าง'; mend [table] sheet"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an encrypted or old Excel file"),
        (b"a,b\n1,2\n", "is no Excel file"),
        (b"PK\x03\x04 no", "is no Excel file"),
    ],
)
def test_what_is_no_workbook(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said):
        read_workbook(data)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make.xlsx(("a",), ("b",), ("c",))
    monkeypatch.setattr("kg.ingest.workbook.MOST_ROWS", 2)
    with pytest.raises(DataError, match="has too many rows: more than 2"):
        read_workbook(data)
    monkeypatch.setattr("kg.ingest.workbook.MOST_UNFOLDED", 1000)
    with pytest.raises(DataError, match="is too large: it unfolds to"):
        read_workbook(data)
