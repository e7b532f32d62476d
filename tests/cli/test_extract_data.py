"""Tables, graphs and bad input through the command."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import filemakers as make
from tests.cli.commands import fails, kg
from tests.factory import conferment, data_folder, document, entry, said

WON = "กรมพัฒนาธุรกิจการค้า ได้รับรางวัลทดสอบ ประจำปี 2563"
TABLE = "หน่วยงาน,รางวัล,ปี\nกรมพัฒนาธุรกิจการค้า,รางวัลทดสอบ,๒๕๖๓\nสำนักงานพัฒนารัฐบาลดิจิทัล,รางวัลทดสอบ,2562\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one record, for the graph that is exported."""
    home = tmp_path_factory.mktemp("data") / "data"
    agency = entry("agency/dbd", "Agency", name=said("กรมพัฒนาธุรกิจการค้า"))
    return data_folder(home, document(agency, conferment()))


@pytest.fixture(scope="module")
def dump(data: Path) -> Path:
    """The graph of that data in every format."""
    home = data.parent
    assert kg("build", "--data", data, "--store", home / "store").exit_code == 0
    formats = ("turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml")
    options = [option for name in formats for option in ("--format", name)]
    assert kg("export", "--store", home / "store", "--out", home / "dump", *options).exit_code == 0
    return home / "dump"


def rows(line: str) -> list[tuple[Any, ...]]:
    """Who won what when, of one line."""
    awards = json.loads(line)["conferments"]
    return [(row["recipient_id"], row["scheme_id"], row["year"]) for row in awards]


WINS = [("agency/dbd", "scheme/e", 2020), ("agency/dga", "scheme/e", 2019)]


def test_a_table_gives_the_line_that_a_text_gives(data: Path, tmp_path: Path) -> None:
    (tmp_path / "wins.csv").write_text(TABLE, "utf-8")
    (tmp_path / "text.txt").write_text(WON, "utf-8")
    result = kg("extract", tmp_path / "wins.csv", tmp_path / "text.txt", "--data", data)
    assert (result.exit_code, result.stderr.splitlines()[1:]) == (0, ["2 documents read, 0 inputs skipped"])
    table, text = result.stdout.splitlines()
    assert (rows(table), rows(text)) == (WINS, WINS[:1])
    assert set(json.loads(table)) == set(json.loads(text))
    assert set(json.loads(table)["conferments"][0]) == set(json.loads(text)["conferments"][0])


def test_every_kind_of_table_says_the_same(data: Path, tmp_path: Path) -> None:
    cells = [line.split(",") for line in TABLE.splitlines()]
    (tmp_path / "a.csv").write_bytes(TABLE.encode("cp874"))
    (tmp_path / "b.tsv").write_text(TABLE.replace(",", "\t"), "utf-8-sig")
    (tmp_path / "c.xlsx").write_bytes(make.xlsx(*map(tuple, cells)))
    result = kg("extract", tmp_path, "--data", data)
    assert result.exit_code == 0
    assert [rows(line) for line in result.stdout.splitlines()] == [WINS] * 3
    assert len({json.loads(line)["sha256"] for line in result.stdout.splitlines()}) == 1


def test_a_mapping_says_what_the_columns_are(data: Path, tmp_path: Path) -> None:
    (tmp_path / "wins.csv").write_text("ใคร;เมื่อใด\nกรมพัฒนาธุรกิจการค้า;63\n", "utf-8")
    mapping = tmp_path / "m.toml"
    mapping.write_text(
        "[document]\ntitle = 'ผล'\n[columns]\nrecipient = 'ใคร'\nyear = 2\n[constants]\nscheme = 'Test Awards'\n",
        "utf-8",
    )
    result = kg("extract", tmp_path / "wins.csv", "--data", data, "--mapping", mapping)
    assert result.exit_code == 0
    assert (rows(result.stdout), json.loads(result.stdout)["title"]) == (WINS[:1], "ผล")
    mapping.write_text("[columns]\nwho = 1\n", "utf-8")
    said = fails(kg("extract", tmp_path / "wins.csv", "--data", data, "--mapping", mapping), 1)
    assert said.startswith(f"kg: {mapping}: [columns]: there is no key 'who'; use category, ")
    none = fails(kg("extract", tmp_path / "wins.csv", "--data", data, "--mapping", tmp_path / "none"), 2)
    assert none == f"kg: {tmp_path}/none: there is no such mapping; mend its name"


def test_our_own_graph_comes_back_in_every_format(data: Path, dump: Path) -> None:
    files = sorted(
        path for path in dump.glob("award-kg.*") if path.suffix in (".ttl", ".jsonld", ".nt", ".nq", ".trig", ".rdf")
    )
    assert len(files) == 6
    for path in files:
        result = kg("extract", path, "--data", data)
        assert (result.exit_code, rows(result.stdout)) == (0, WINS[:1])


def test_a_graph_in_other_terms(data: Path, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        '@prefix s: <https://schema.org/> . <urn:a> s:name "กรมพัฒนาธุรกิจการค้า" ; s:award "รางวัลทดสอบ 2563" .', "utf-8"
    )
    result = kg("extract", tmp_path / "a.ttl", "--data", data)
    assert (result.exit_code, "give --mapping FILE" in result.stderr) == (2, True)
    (tmp_path / "m.toml").write_text(
        "[queries]\nconferment = '''PREFIX s: <https://schema.org/>\n"
        "SELECT ?recipient ?scheme { ?recipient s:award ?scheme }'''"
    )
    result = kg("extract", tmp_path / "a.ttl", "--data", data, "--mapping", tmp_path / "m.toml")
    assert (result.exit_code, rows(result.stdout)) == (0, WINS[:1])


def test_the_same_bytes_twice_and_with_any_number_of_workers(data: Path, dump: Path, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.csv").write_text(TABLE, "utf-8")
        (tmp_path / f"x{number}.xlsx").write_bytes(make.xlsx(*(tuple(line.split(",")) for line in TABLE.splitlines())))
    given = [tmp_path, dump / "award-kg.ttl", "--data", data, "--all", "--quote"]
    first, *others = (kg("extract", *given, "--workers", str(count)).stdout_bytes for count in (1, 1, 2))
    assert len(first.splitlines()) == 13
    assert others == [first, first]


def test_bad_input_of_every_kind_is_named_counted_and_passed(data: Path, tmp_path: Path) -> None:
    many = [{"id": number, "text": f"{WON} {number}"} for number in range(3000)]
    lines = make.json_lines(*many[:1500]) + b'{"id": "broken", "te\n' + make.json_lines(*many[1500:])
    bad: dict[str, tuple[bytes, str]] = {
        "a-empty.txt": (b"", ": is empty"),
        "b-binary.txt": (b"\x7fELF\0\0\1\2", ": is a binary file, not text"),
        "c-long.txt": (b"x" * 50_000_000, ": is too large: 50 MB, and an announcement has 10 MB at most"),
        "d-cut.txt": ("กข\nกข".encode()[:-1], ": is not UTF-8: byte 0xe0 at 10, in line 2; save it as UTF-8"),
        "e-none.html": (b"<html><body><script>1</script></body></html>", ": is a page without text; save the page "),
        "f-closed.pdf": (make.encrypted_pdf("Secret", "word"), ": is an encrypted PDF; save it without a password"),
        "g-many.jsonl": (lines, ":1501: the line is not JSON: Unterminated string starting at character 18"),
        "h-long.jsonl": (b'{"id": "l", "text": "' + b"x" * 50_000_000 + b'"}\n', ":1: the line is too long"),
        "i-empty.csv": (b"\n\n", ": is empty"),
        "j-long.csv": (b"agency,award\n" + b"x" * 50_000_000, ": is too large: 50 MB, "),
        "k-cut.csv": (b'agency,award\n"x', ": row 2: the table breaks off: unexpected end of data; mend its quotes"),
        "l-row.csv": (f"{TABLE},รางวัลทดสอบ,2563\n".encode(), ": row 4, column 1 (หน่วยงาน): there is no"),
        "m-no.xlsx": (b"a,b\n", ": is no Excel file; save it as .xlsx"),
        "n-cut.ttl": (b"<urn:a> <urn:b>\n  c d .", ":2:3: this is not Turtle: "),
        "o-binary.nt": (b"\0\1\2", ":1:1: this is not N-Triples: "),
        "p-web.jsonld": (b'{"@context": "https://example.org/c"}', ": names a JSON-LD context elsewhere: nothing is "),
    }  # fmt: skip
    for name, (content, _) in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(WON, "utf-8")
    result = kg("extract", tmp_path, "--data", data)
    assert result.exit_code == 1
    assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == [
        *map(str, range(3000)), "l-row", "z",
    ]  # fmt: skip
    _, *told, summary = result.stderr.splitlines()
    assert summary == f"3,002 documents read, {len(bad)} inputs skipped"
    assert len(told) == len(bad)
    for line, (name, (_, why)) in zip(sorted(told), bad.items(), strict=True):
        assert line.startswith(f"kg: {tmp_path}/{name}{why}")
