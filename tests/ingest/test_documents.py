import io
import sys
from pathlib import Path

import pytest

from kg.ingest.documents import read_documents
from kg.ingest.formats import MOST_TEXT
from kg.ingest.intake import Intake
from kg.model.document import Document
from tests import filemakers as make

THAI = "กรมทดสอบได้รับรางวัลทดสอบ ประจำปี ๒๕๖๖"
ARTICLE = [THAI, "หน่วยงานที่สองได้รับรางวัลระดับดี", "ผู้อำนวยการเป็นผู้รับมอบรางวัล ณ ห้องประชุมใหญ่", "ย่อหน้าสุดท้าย"]


def read(*paths: Path, standard_input: bytes = b"") -> tuple[list[Document], list[str]]:
    """The documents of the paths, and what was said of the inputs that were skipped."""
    heard: list[str] = []
    report = Intake(heard=lambda fault: heard.append(str(fault)))
    documents = list(read_documents(paths, report, io.BytesIO(standard_input)))
    assert report.read == len(documents)
    assert heard == [str(fault) for fault in report.faults]
    assert report.clean == (not heard)
    return documents, heard


def put(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


# --- formats ----------------------------------------------------------------------------------------------------


def test_a_text_is_taken_as_it_is(tmp_path: Path) -> None:
    text = f"\ufeff{THAI}\r\n\u200b จ\u0e4d\u0e32\rx\u2028\n"
    assert read(put(tmp_path / "a b.txt", text)) == ([Document("a b", text, "text/plain")], [])


def test_the_main_text_of_a_page_with_its_date_and_address(tmp_path: Path) -> None:
    address = "https://example.go.th/news/1"
    html = make.page(*ARTICLE, published="2023-12-07T10:00:00+07:00", address=address)
    (document,), faults = read(put(tmp_path / "a.html", html))
    assert faults == []
    assert document.text.splitlines() == ARTICLE
    assert (document.media_type, document.published, document.url) == ("text/html", "2023-12-07", address)
    assert document.extractor.startswith("trafilatura 2.")


def test_a_page_in_the_old_thai_encoding(tmp_path: Path) -> None:
    (document,), faults = read(put(tmp_path / "a.HTM", make.page(*ARTICLE, charset="TIS-620").encode("cp874")))
    assert (document.text.splitlines(), faults) == (ARTICLE, [])


def test_a_date_of_the_buddhist_era_in_a_page_is_no_date(tmp_path: Path) -> None:
    (document,), _ = read(put(tmp_path / "a.html", make.page(THAI, published="2566-12-07")))
    assert document.published == ""


def test_a_pdf_with_all_its_pages(tmp_path: Path) -> None:
    (document,), faults = read(put(tmp_path / "a.pdf", make.pdf("Page one", "Page two")))
    assert (document.text, faults) == ("Page one\nPage two", [])
    assert document.media_type == "application/pdf"
    assert document.extractor.startswith("pypdf ")


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    (document,), faults = read(put(tmp_path / "a.pdf", make.encrypted_pdf("Open", "")))
    assert (document.text, faults) == ("Open", [])


def test_a_word_file_with_tables_and_tracked_insertions(tmp_path: Path) -> None:
    data = make.docx(THAI, "สอง", table=(("1", "กรมหนึ่ง"), ("2", "กรมสอง")), inserted="ใหม่")
    (document,), faults = read(put(tmp_path / "a.docx", data))
    assert faults == []
    assert document.text.splitlines() == [THAI, "สอง", "1\tกรมหนึ่ง", "2\tกรมสอง", "ใหม่"]
    assert document.extractor.startswith("python-docx ")


@pytest.mark.parametrize("compressed", [False, True])
def test_json_lines(tmp_path: Path, compressed: bool) -> None:
    data = b"\xef\xbb\xbf" + make.json_lines(
        {"id": "x-1", "text": f"\ufeff{THAI}\r\n", "published": "2023-12-07", "url": "https://example.org/", "more": 1},
        {"id": 2, "text": "สอง", "published": "2023-12-07T08:00:00Z"},
    ).replace(b"\n", b"\n\n")
    path = put(tmp_path / ("a.jsonl.gz" if compressed else "a.jsonl"), make.zipped(data) if compressed else data)
    assert read(path) == (
        [
            Document("x-1", f"\ufeff{THAI}\r\n", "text/plain", "", "2023-12-07", "https://example.org/"),
            Document("2", "สอง", "text/plain", "", "2023-12-07"),
        ],
        [],
    )


def test_standard_input_is_one_text() -> None:
    assert read(Path("-"), standard_input=b"a\r\nb") == ([Document("stdin", "a\r\nb", "text/plain")], [])
    assert read(Path("-"), standard_input=b"\xff") == (
        [], ["standard input: is not UTF-8: byte 0xff at 0, in line 1; save it as UTF-8"],
    )  # fmt: skip


# --- folders and order ------------------------------------------------------------------------------------------


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.jsonl", "b/deep/0.txt", ".git/no.txt", ".no.txt", "read-me.md"):
        put(tmp_path / name, make.json_lines({"id": "c1", "text": "c"}) if name == "c.jsonl" else name)
    report = Intake()
    found = [document.id for document in read_documents([tmp_path], report)]
    assert found == ["a", "c1", "1", "2", "0"]
    assert (report.clean, report.passed_over, report.done) == (True, 1, report.size)
    assert report.summary() == "5 documents read, 0 inputs skipped, 1 files of other kinds passed over"


def test_links_in_a_folder_lead_nowhere_round(tmp_path: Path) -> None:
    put(tmp_path / "a" / "one.txt", "one")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    documents, faults = read(tmp_path)
    assert ([document.id for document in documents], faults) == (["one"], [])


def test_a_document_given_twice_is_read_once(tmp_path: Path) -> None:
    one = put(tmp_path / "x" / "a.txt", "same")
    two = put(tmp_path / "y" / "a.txt", "same")
    other = put(tmp_path / "z" / "a.txt", "other")
    documents, faults = read(one, two, other, one.parent)
    assert [document.text for document in documents] == ["same"]
    assert faults == [
        f"{other}: 'a' comes a second time: a document of this id with other words was read before; rename one"
    ]


def test_progress_counts_bytes_within_a_file(tmp_path: Path) -> None:
    lines = make.json_lines(*({"id": number, "text": "x" * 100_000} for number in range(5)))
    path = put(tmp_path / "a.jsonl", lines)
    report = Intake()
    places = [report.done for _ in read_documents([put(tmp_path / "0.txt", "x"), path], report)]
    assert places == sorted(places)
    assert 0 < places[2] < report.size == len(lines) + 1 == report.done


# --- bad input --------------------------------------------------------------------------------------------------


def bad_files() -> dict[str, tuple[bytes, str]]:
    """Name, bytes and what is said of each."""
    return {
        "empty.txt": (b"", "is empty"),
        "blank.txt": ("\ufeff \r\n\u200b".encode(), "is empty"),
        "binary.txt": (b"\x7fELF\0\0\1\2", "is a binary file, not text"),
        "utf16.txt": ("ก".encode("utf-16"), "is UTF-16; save it as UTF-8"),
        "cut.txt": ("กข\nกข".encode()[:-1], "is not UTF-8: byte 0xe0 at 10, in line 2; save it as UTF-8"),
        "long.txt": (b"x" * 50_000_000, "is too large: 50 MB, and an announcement has 10 MB at most"),
        "none.html": (b"<html><body><script>1</script></body></html>", "is a page without text"),
        "binary.html": (b"<html>\0</html>", "is a binary file, not text"),
        "odd.html": (b"<meta charset=nothing>\xff", "is neither UTF-8 nor 'nothing', which it declares"),
        "undeclared.html": (b"<p>\xa1\xa2</p>", "is not UTF-8"),
        "closed.pdf": (make.encrypted_pdf("Secret", "word"), "is an encrypted PDF; save it without a password"),
        "scan.pdf": (make.pdf("", ""), "is a PDF without text"),
        "no.pdf": (b"no pdf at all", "cannot be read: "),
        "half.pdf": (make.pdf("Half")[:150], "cannot be read: "),
        "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an encrypted or old Word file"),
        "no.docx": (b"PK no", "cannot be read: BadZipFile"),
        "bare.docx": (make.docx(""), "is a Word file without text"),
        "table.csv": (b"a,b\n", "row 1 with a | b: no heading says which column is the recipient"),
        "binary.csv": (b"a,b\n\0\1,2\n", "is a binary file, not a table"),
        "no.xlsx": (b"PK no", "is no Excel file; save it as .xlsx"),
        "old.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an encrypted or old Excel file"),
    }


BAD = bad_files()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_rest_goes_on(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data, said = BAD[name]
    put(tmp_path / "zz.txt", THAI)
    bad = put(tmp_path / name, data)
    documents, faults = read(tmp_path)
    assert [document.id for document in documents] == ["zz"]
    assert len(faults) == 1
    assert faults[0].startswith(f"{bad}: {said}")
    assert capfd.readouterr() == ("", "")


def test_what_is_not_there_or_of_another_kind(tmp_path: Path) -> None:
    other = put(tmp_path / "a.doc", "x")
    assert read(tmp_path / "none.txt", other)[1] == [
        f"{tmp_path / 'none.txt'}: there is no such file; mend its name",
        f"{other}: is not of a kind that is read; "
        "give one of .txt .html .htm .pdf .docx .csv .tsv .xlsx .jsonl .jsonl.gz",
    ]


def test_a_word_file_that_unfolds_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ingest.formats.MOST_FILE", 1000)
    path = put(tmp_path / "a.docx", make.docx(THAI))
    assert read(path)[1][0].startswith(f"{path}: is too large: it unfolds to ")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": "a", "text": "b', "the line is not JSON: Unterminated string starting at character 21"),
        (b'{"id": "a",', "the line is not JSON: Expecting property name enclosed in double quotes at char"),
        (b"[" * 100_000, "the line is not JSON: "),
        (b"\xff{}", "the line is not UTF-8: byte 0xff at 0"),
        (b"[1]", "the line is no JSON object; "),
        (b'{"text": "b"}', "the line has no id; "),
        (b'{"id": true, "text": "b"}', "the line has no id; "),
        (b'{"id": "a"}', "'a' has no text; "),
        (b'{"id": "a", "text": " "}', "'a' has no text; "),
        (b'{"id": "a", "text": "b", "url": 1}', "url of 'a' is no text; "),
        (b'{"id": "a", "text": "\\ud800"}', "'a' cannot be written as UTF-8: character 0 is half of a pair"),
        (b'{"id": "a", "text": "b", "published": "7 Dec 2023"}', "published '7 Dec 2023' is no date; "),
        (b'{"id": "a", "text": "b", "published": "2566-12-07"}', "published '2566-12-07' is no date; "),
        (b'{"id": "a", "text": "b", "published": 2023}', "published 2023 is no date; "),
        (b"x" * (MOST_TEXT + 1), "the line is too long: "),
        (b"x" * (3 * MOST_TEXT), "the line is too long: "),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: bytes, said: str, tmp_path: Path) -> None:
    good = make.json_lines({"id": "one", "text": "1"}), make.json_lines({"id": "two", "text": "2"})
    path = put(tmp_path / "a.jsonl", good[0] + line + b"\n" + good[1])
    documents, faults = read(path)
    assert [document.id for document in documents] == ["one", "two"]
    assert len(faults) == 1
    assert faults[0].startswith(f"{path}:2: {said}")


def test_a_line_of_50_megabytes_is_not_held_in_memory(tmp_path: Path) -> None:
    import tracemalloc

    path = put(tmp_path / "a.jsonl", b'{"id": "a", "text": "' + b"x" * 50_000_000 + b'"}')
    tracemalloc.start()
    documents, faults = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (documents, len(faults)) == ([], 1)
    assert peak < 30_000_000


def test_a_file_cut_off_gives_its_whole_lines(tmp_path: Path) -> None:
    import random

    noise = random.Random(1)
    entries = [{"id": number, "text": noise.randbytes(500).hex()} for number in range(2000)]
    whole = make.zipped(make.json_lines(*entries))
    path = put(tmp_path / "a.jsonl.gz", whole[: len(whole) // 2])
    documents, faults = read(path, put(tmp_path / "b.txt", "b"))
    assert 900 < len(documents) < 1100
    assert [document.id for document in documents] == [*(str(number) for number in range(len(documents) - 1)), "b"]
    assert len(faults) == 1
    assert faults[0].startswith(f"{path}:{len(documents)}: the compressed file is damaged or cut off: ")


def test_files_of_lines_that_are_none(tmp_path: Path) -> None:
    paths = [
        put(tmp_path / "a.jsonl.gz", b"no gzip"),
        put(tmp_path / "b.jsonl", b"\0\1\n\0\n\0"),
        put(tmp_path / "c.jsonl", b""),
        put(tmp_path / "d.jsonl.gz", make.zipped(b"")),
    ]
    documents, faults = read(*paths)
    assert documents == []
    assert faults == [
        f"{paths[0]}:1: the compressed file is damaged or cut off: Not a gzipped file (b'no') (read up to line 0)",
        f"{paths[1]}: is a binary file, not JSON lines",
        f"{paths[2]}: is empty",
        f"{paths[3]}: is empty",
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "a.txt", "a")
    monkeypatch.setattr(
        Path, "read_bytes", lambda self: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))
    )
    assert read(path)[1] == [f"{path}: cannot be read: Permission denied"]


def test_the_heavy_libraries_wait_until_they_are_needed() -> None:
    import subprocess

    heavy = {"trafilatura", "pypdf", "docx", "lxml", "openpyxl"}
    check = f"import sys, kg.ingest.documents; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
