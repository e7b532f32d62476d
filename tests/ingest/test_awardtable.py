from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.ingest.awardtable import RULE_DECLARED, RULE_HEADINGS
from kg.ingest.documents import read_documents
from kg.ingest.formats import Content, content_of
from kg.ingest.intake import Intake
from kg.ingest.mapping import Declared
from kg.ingest.tablefiles import table_formats
from kg.model.stated import Statement
from tests import filemakers as make

HEAD = "หน่วยงาน,รางวัล,ปี,ระดับ,ประเภท,ผลงาน\n"


def content(data: str | bytes, declared: Declared | None = None, suffix: str = ".csv") -> Content:
    form = table_formats(declared or Declared())[suffix]
    found = content_of(data.encode() if isinstance(data, str) else data, form)
    for statement in stated(found):
        # Every cell stands where it says.
        for _, cell in statement.cells:
            assert found.text[cell.start : cell.end] == cell.said.replace("\n", " ")
            inside = statement.start <= cell.start and cell.end <= statement.end
            assert inside or cell.start < found.text.index(found.text[statement.start : statement.end])
    return found


def stated(found: Content) -> tuple[Statement, ...]:
    assert found.stated is not None
    return found.stated.statements


def said(statement: Statement) -> list[tuple[str, str]]:
    return [(name, cell.meaning) for name, cell in statement.cells]


def faults(found: Content) -> list[str]:
    return [str(fault) for fault in found.faults]


# --- by headings --------------------------------------------------------------------------------------------------


def test_a_row_is_an_award() -> None:
    found = content(HEAD + "กรมทดสอบ,รางวัลทดสอบ,๒๕๖๓,ดีเด่น,บริการ,ระบบ\n")
    (only,) = stated(found)
    assert (only.kind, only.where) == ("conferment", "row 2")
    assert said(only) == [
        ("recipient", "กรมทดสอบ"), ("scheme", "รางวัลทดสอบ"), ("year", "2020"), ("category", "บริการ"),
        ("level", "ดีเด่น"), ("work", "ระบบ"),
    ]  # fmt: skip
    assert found.text == "หน่วยงาน\tรางวัล\tปี\tระดับ\tประเภท\tผลงาน\nกรมทดสอบ\tรางวัลทดสอบ\t๒๕๖๓\tดีเด่น\tบริการ\tระบบ\n"
    assert found.text[only.start : only.end] == "กรมทดสอบ\tรางวัลทดสอบ\t๒๕๖๓\tดีเด่น\tบริการ\tระบบ"
    assert (found.media_type, found.extractor) == ("text/csv", "award-kg tables 1 (utf-8)")
    assert found.stated is not None
    assert found.stated.rule == RULE_HEADINGS


def test_english_headings_in_any_order_and_case_below_a_title() -> None:
    found = content("Winners of 2020,,\n,,\nYear,AWARD,Agency,Note\n2020,Test Awards,Department A,x\n")
    assert [said(each) for each in stated(found)] == [
        [("recipient", "Department A"), ("scheme", "Test Awards"), ("year", "2020")]
    ]


def test_several_recipients_in_one_cell_without_their_numbers() -> None:
    found = content(HEAD + 'กรม ก; กรม ข,รางวัล,2563,,,ระบบ\n"1. กรม ก\n2) กรม ข\n• 3 สหาย",รางวัล,2563,,,\n')
    assert [each.where for each in stated(found)] == ["row 2", "row 2", "row 3", "row 3", "row 3"]
    names = ["กรม ก", "กรม ข", "กรม ก", "กรม ข", "3 สหาย"]
    assert [said(each)[0] for each in stated(found)] == [("recipient", name) for name in names]


def test_people_with_titles_events_and_near_misses() -> None:
    found = content(
        "agency,award,status,date,venue,presenter,chair\n"
        "กรม ก,รางวัล,won,3 ธันวาคม 2563,ทำเนียบ,พล.อ. ก ข,\n"
        "กรม ข,รางวัล,shortlisted,3 ธันวาคม 2563,ทำเนียบ,พล.อ. ก ข,นาย ค ง\n"
    )
    assert [(each.kind, said(each)) for each in stated(found)] == [
        ("conferment", [("recipient", "กรม ก"), ("scheme", "รางวัล"), ("year", "2020")]),
        ("event", [("name", "รางวัล"), ("date", "2020-12-03"), ("place", "ทำเนียบ")]),
        ("person", [("name", "ก ข"), ("title", "พล.อ."), ("part", "presenter")]),
        ("candidacy", [("recipient", "กรม ข"), ("scheme", "รางวัล"), ("year", "2020"), ("status", "Shortlisted")]),
        ("person", [("name", "ค ง"), ("title", "นาย"), ("part", "chair")]),
    ]


def test_bad_rows_are_named_by_row_and_column_and_the_others_are_read() -> None:
    found = content(
        HEAD
        + "กรม ก,รางวัล,abc,,,\n,รางวัล,2563,,,\nกรม ข,,2563,,,\n12,รางวัล,2563,,,\n"
        + "กรม ค,รางวัล,,,,\nรวม,4,,,,\n;,รางวัล,,,,\n"
    )
    assert [said(each)[0][1] for each in stated(found)] == ["กรม ค"]
    assert faults(found) == [
        "row 2, column 3 (ปี): 'abc' is no year; write one year, 2563 or 2020",
        "row 3, column 1 (หน่วยงาน): there is no recipient; fill the cell",
        "row 4, column 2 (รางวัล): there is no scheme; fill the cell",
        "row 5, column 1 (หน่วยงาน): '12' is no name; check the column",
        "row 8, column 1 (หน่วยงาน): ';' is no name; check the column",
    ]


def test_a_status_that_nobody_knows() -> None:
    found = content("agency,award,status\nกรม ก,รางวัล,maybe\n")
    assert faults(found) == [
        "row 2, column 3 (status): 'maybe' is no known status; say what it means under [statuses] of the mapping"
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("a,b\n1,2\n", "row 1 with a | b: no heading says which column is the recipient; name the columns as usual"),
        ("หน่วยงาน,ปี\nก,2563\n", "row 1 with หน่วยงาน | ปี: no column has the scheme; name the columns as usual"),
        (
            "หน่วยงาน,รางวัล,ผู้ได้รับรางวัล\nก,ข,ค\n",
            "row 1 with หน่วยงาน | รางวัล | ผู้ได้รับรางวัล: several columns may be the recipient: "
            "'หน่วยงาน' and 'ผู้ได้รับรางวัล'; give --mapping FILE",
        ),
        ("หน่วยงาน,รางวัล\n", "states no award: there are headings and no rows below them"),
        (",,\n", "is empty"),
        ("x" * 300 + ",b\n", f"row 1 with {'x' * 119}…: no heading says"),
    ],
)
def test_tables_that_are_refused(data: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        content(data)
    assert str(caught.value).startswith(message)


# --- by a mapping -------------------------------------------------------------------------------------------------


def declared(**more: Any) -> Declared:
    return Declared(
        **{"columns": {"recipient": ("ชื่อ",)}, "constants": {"scheme": "รางวัลทดสอบ", "year": "2563"}, **more}
    )


def test_constants_stand_before_the_rows() -> None:
    found = content("ลำดับ,ชื่อ\n1,กรม ก\n", declared(document={"published": "2021-01-05", "title": "ผล"}))
    assert found.text == "scheme\tรางวัลทดสอบ\nyear\t2563\nลำดับ\tชื่อ\n1\tกรม ก\n"
    (only,) = stated(found)
    assert said(only) == [("recipient", "กรม ก"), ("scheme", "รางวัลทดสอบ"), ("year", "2020")]
    assert (found.published, found.url) == ("2021-01-05", "")
    assert found.stated is not None
    assert (found.stated.rule, found.stated.title) == (RULE_DECLARED, "ผล")


def test_columns_by_number_without_headings() -> None:
    found = content("1;กรม ก\n2;กรม ข\n", declared(columns={"recipient": (2,)}, header=0))
    assert [said(each)[0][1] for each in stated(found)] == ["กรม ก", "กรม ข"]
    below = content("1;กรม ก\n2;กรม ข\n", declared(columns={"recipient": (2,)}))
    assert [said(each)[0][1] for each in stated(below)] == ["กรม ข"]


def test_an_empty_cell_may_mean_the_one_above() -> None:
    table = "สาขา,ชื่อ\nดี,กรม ก\n,กรม ข\nมาก,กรม ค\n,\n"
    columns = {"recipient": ("ชื่อ",), "category": ("สาขา",)}
    found = content(table, declared(columns=columns, fill_down=("category",)))
    assert [dict(said(each)).get("category") for each in stated(found)] == ["ดี", "ดี", "มาก"]
    assert faults(found) == []


def test_two_digits_separators_and_statuses_of_its_own() -> None:
    found = content(
        "ชื่อ,ปี,ผล\nกรม ก กับ กรม ข,20,ผ่าน\n",
        Declared(
            columns={"recipient": ("ชื่อ",), "year": ("ปี",), "status": ("ผล",)},
            constants={"scheme": "รางวัล"},
            statuses={"ผ่าน": "StagePassed"},
            separators=(" กับ ",),
            era="CE",
        ),
    )
    assert [(each.kind, dict(said(each))) for each in stated(found)] == [
        ("candidacy", {"recipient": name, "scheme": "รางวัล", "year": "2020", "status": "StagePassed"})
        for name in ("กรม ก", "กรม ข")
    ]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"columns": {"recipient": ("ใคร",)}}, "row 1 with ชื่อ | ชื่อ: there is no column 'ใคร'; mend the mapping"),
        ({}, "row 1 with ชื่อ | ชื่อ: several columns are called 'ชื่อ'; give the number of the column, from 1"),
        ({"header": 0}, "[columns]: columns cannot be named without headings; give their numbers from 1"),
        ({"header": 9}, "row 9 is blank; mend [table] header"),
        ({"constants": {}, "columns": {"recipient": (1,)}}, "row 1 with ชื่อ | ชื่อ: no column has the scheme; "),
    ],
)
def test_mappings_that_do_not_fit(more: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError) as caught:
        content("ชื่อ,ชื่อ\nก,ข\n", declared(**more))
    assert str(caught.value).startswith(message)


def test_a_constant_that_means_nothing_is_named() -> None:
    found = content("ชื่อ\nกรม ก\n", declared(constants={"scheme": "รางวัล", "year": "soon"}))
    assert faults(found) == ["[constants] year: 'soon' is no year; write one year, 2563 or 2020"]


# --- Excel --------------------------------------------------------------------------------------------------------


def test_the_sheet_that_has_the_columns() -> None:
    awards = [("หน่วยงาน", "รางวัล", "ปี"), ("กรม ก", "รางวัล", 2563), ("กรม ข", None, "=1")]
    data = make.xlsx(("ปก",), more={"ผล ๑": awards})
    found = content(data, suffix=".xlsx")
    assert [said(each)[0][1] for each in stated(found)] == ["กรม ก"]
    assert faults(found) == [
        "sheet 'ผล ๑', row 3, column 3 (ปี): the cell has no value: "
        "the formula has no value: open the file in a spreadsheet program and save it"
    ]
    two = make.xlsx(*awards, more={"อีก": awards})
    with pytest.raises(DataError, match=r"has several sheets with awards: 'ผล', 'อีก'; name one: \[table\] sheet"):
        content(two, suffix=".xlsx")
    assert [said(each)[0][1] for each in stated(content(two, Declared(sheet="อีก"), ".xlsx"))] == ["กรม ก"]
    with pytest.raises(DataError, match="no heading says which column is the recipient"):
        content(make.xlsx(("ปก",)), suffix=".xlsx")


# --- in the run of documents --------------------------------------------------------------------------------------


def test_a_table_is_a_document_and_its_bad_rows_are_named_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "wins.tsv"
    path.write_text("agency\taward\tyear\nก\tข\t2563\nค\tง\tx\n", "utf-8")
    intake = Intake()
    (document,) = read_documents([path], intake)
    assert (document.id, document.media_type) == ("wins", "text/tab-separated-values")
    assert document.stated is not None
    assert [str(fault) for fault in intake.faults] == [
        f"{path}: row 3, column 3 (year): 'x' is no year; write one year, 2563 or 2020"
    ]


words = st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(words, words, st.integers(1957, 2056)), min_size=1, max_size=8))
def test_a_table_never_states_what_no_cell_has(rows: list[tuple[str, str, int]]) -> None:
    data = make.csv_table(("agency", "award", "year"), *rows)
    data += make.csv_table(("กรม", "รางวัล", 2563))  # a table with no award at all is refused
    found = content(data, Declared(encoding="utf-8", delimiter=","))
    cells = {" ".join(str(cell).split()) for row in [*rows, ("กรม", "รางวัล", 2563)] for cell in row}
    for statement in stated(found):
        for _, cell in statement.cells:
            assert any(" ".join(cell.said.split()) in whole for whole in cells)
