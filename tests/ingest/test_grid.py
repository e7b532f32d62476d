import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.ingest.grid import Grid, Line, lay_out, read_csv, tidy

ROWS = [["หน่วยงาน", "รางวัล"], ["กรมทดสอบ", "รางวัลทดสอบ"], ["", ""], ["จังหวัด ก", "รางวัล, ข"]]
LINES = [Line(1, ("หน่วยงาน", "รางวัล")), Line(2, ("กรมทดสอบ", "รางวัลทดสอบ")), Line(4, ("จังหวัด ก", "รางวัล, ข"))]


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_delimiter_and_encoding_are_found_out(delimiter: str, encoding: str) -> None:
    grid = read_csv(written(ROWS, delimiter).encode(encoding))
    assert grid.lines == LINES
    assert grid.extractor == encoding.removesuffix("-sig")


def test_what_is_declared_goes_before_what_is_found_out() -> None:
    grid = read_csv(b"a;b,c\n", "latin-1", ",")
    assert (grid.lines, grid.extractor) == ([Line(1, ("a;b", "c"))], "latin-1")


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"a,b\n\xff\xfe\0", "", "is a binary file, not a table"),
        (b"a,b\nx\xff,1\n", "", "is neither UTF-8 nor TIS-620: byte 0xff in line 2; "),
        (b"\xff\xfea", "", "is damaged UTF-16: "),
        (b"\xe0", "utf-8", "is not utf-8, as declared: "),
        (b'a,b\n1,2\n"open,3\n4,5\n', "", "row 3: the table breaks off: unexpected end of data; "),
        (b"a,b\n" + b"x" * 200_000 + b",1\n", "", "row 2: the table breaks off: field larger than field limit"),
    ],
)
def test_tables_that_cannot_be_read(data: bytes, encoding: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read_csv(data, encoding)
    assert str(caught.value).startswith(said)


def test_the_longest_cell_does_not_hang_on_who_else_uses_csv() -> None:
    before = csv.field_size_limit(1_000_000)
    try:
        assert [len(line.cells[0]) for line in read_csv(b"x" * 131_072 + b",1\n").lines] == [131_072]
        with pytest.raises(DataError) as caught:
            read_csv(b"a,b\n" + b"x" * 131_073 + b",1\n")
    finally:
        csv.field_size_limit(before)
    assert str(caught.value).startswith("row 2: the table breaks off: field larger than field limit (131072); ")


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ingest.grid.MOST_ROWS", 3)
    with pytest.raises(DataError, match="has too many rows: more than 3"):
        read_csv(b"a,b\n" * 4)


def test_a_row_over_several_lines_has_the_number_of_the_first() -> None:
    assert read_csv(b'a,b\n"x\ny",1\nz,2\n').lines == [Line(1, ("a", "b")), Line(2, ("x\ny", "1")), Line(4, ("z", "2"))]


def test_the_text_has_a_line_for_each_constant_and_each_row() -> None:
    layout = lay_out(Grid([Line(1, ("ก", "", "ข\nค")), Line(7, ("ง\tจ",))], ""), {"scheme": "รางวัล", "year": "2563"})
    assert layout.text == "scheme\tรางวัล\nyear\t2563\nก\t\tข ค\nง จ\n"
    assert {name: layout.text[start : start + 3] for name, start in layout.constants.items()} == {
        "scheme": "ราง",
        "year": "256",
    }
    assert layout.cells == {1: (24, 26, 27), 7: (31,)}


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(cells, min_size=1, max_size=5), max_size=6), st.dictionaries(st.sampled_from("ab"), cells))
def test_every_cell_stands_where_the_layout_says(rows: list[list[str]], constants: dict[str, str]) -> None:
    lines = [Line(number, kept) for number, row in enumerate(rows, 1) if (kept := tidy(row))]
    layout = lay_out(Grid(lines, ""), constants)
    assert layout.text.count("\n") == (len(lines) + len(constants) or 1)
    for line in lines:
        for start, cell in zip(layout.cells[line.number], line.cells, strict=True):
            there = layout.text[start : start + len(cell)]
            assert [(a, b) for a, b in zip(there, cell, strict=True) if a != b and a != " "] == []
    for name, start in layout.constants.items():
        assert len(layout.text[start:].split("\n")[0]) == len(constants[name])


@given(
    st.lists(st.lists(st.text("กขab,;\"' \n", min_size=1, max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)
)
def test_what_the_csv_module_wrote_is_read_again(rows: list[list[str]]) -> None:
    grid = read_csv(written(rows).encode(), "utf-8", ",")
    assert [line.cells for line in grid.lines] == [kept for row in rows if (kept := tidy(row))]
