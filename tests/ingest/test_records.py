import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from kg.errors import DataError
from kg.ingest.records import parse_record, read_record, read_records, record_files
from kg.model.record import Record, SourceInfo, Thing, Value
from kg.model.vocabulary import CLASSES, PROPERTIES, ValueKind
from tests.factory import REPO, SHA256, conferment, document, entry, said, write_record
from tests.ingest.bad_records import BAD_RECORDS
from tests.strategies import documents

REAL = record_files(REPO / "data" / "announcements")


def fault(use: Callable[[], object]) -> str:
    with pytest.raises(DataError) as caught:
        use()
    return str(caught.value)


def parse(document: dict[str, Any], **more: Any) -> Record:
    return parse_record(json.dumps(document), "a.json", **more)


def test_a_record_is_read_whole() -> None:
    source = {
        "issued": "2022-09-12", "publisher": "agency/dga", "publisherRole": "publisherAwarder", "license": "https://l.example/",
        "url": "https://example.org/ข่าว?a=%20#b", "extractor": "reader 1.0",
    }  # fmt: skip
    name = [
        {"value": "กรมหนึ่ง", "at": [[0, 8], [20, 28]]},
        {"value": "One", "at": [[30, 33]], "lang": "en", "as": "ONE"},
    ]
    project = {
        "id": "recipient/p",
        "class": "Project",
        "at": [[1, 2]],
        "alsoClass": "Project",
        "labels": {"en": "P"},
        "says": {},
    }
    award = conferment()
    award["says"]["recipient"] = said("agency/dbd", confidence=0.5, **{"as": "กรมฯ"})
    assert parse(document(entry("agency/dbd", "Agency", name=name), project, award, **source)) == Record(
        SourceInfo(
            id="doc_1",
            title="ข่าว",
            language="th",
            sha256=SHA256,
            characters=1000,
            media_type="text/plain",
            issued="2022-09-12",
            publisher="agency/dga",
            publisher_role="publisherAwarder",
            url="https://example.org/ข่าว?a=%20#b",
            license="https://l.example/",
            extractor="reader 1.0",
        ),
        (
            Thing(
                "agency/dbd",
                "Agency",
                {
                    "name": (
                        Value("กรมหนึ่ง", ((0, 8), (20, 28)), language="th"),
                        Value("One", ((30, 33),), verbatim="ONE", language="en"),
                    )
                },
            ),
            Thing("recipient/p", "Project", {}, ((1, 2),), "Project", {"en": "P"}),
            Thing(
                "conferment/e-2020-a",
                "Conferment",
                {
                    "recipient": (Value("agency/dbd", ((0, 10),), verbatim="กรมฯ", confidence=0.5),),
                    "edition": (Value("edition/e-2020", ((0, 10),)),),
                },
            ),
        ),
        "reviewed",
        "2026-11-22",
    )


@given(documents())
def test_what_the_vocabulary_allows_is_read(document: dict[str, Any]) -> None:
    record = parse(document)
    assert record.source.id == document["id"]
    for thing, written in zip(record.things, document["things"], strict=True):
        assert (thing.ref, thing.cls, list(thing.says)) == (written["id"], written["class"], list(written["says"]))
        for name, values in written["says"].items():
            assert [value.value for value in thing.says[name]] == [value["value"] for value in values]
            assert [list(map(list, value.spans)) for value in thing.says[name]] == [value["at"] for value in values]
            is_text = PROPERTIES[name].kind is ValueKind.TEXT
            default = record.source.language if is_text else ""
            assert [value.language for value in thing.says[name]] == [value.get("lang", default) for value in values]


@pytest.mark.parametrize("bad", BAD_RECORDS)
def test_a_bad_record_gets_one_clear_line(bad: Any) -> None:
    assert fault(lambda: parse(bad.document)) == bad.message


@pytest.mark.parametrize("cls", sorted(CLASSES))
def test_every_class_refuses_what_does_not_belong_to_it(cls: str) -> None:
    known = CLASSES[cls]
    says = {name: said("x") for name in known.required}
    stranger = sorted(PROPERTIES.keys() - known.allowed)[0]
    ref = "source/doc_1" if cls == "Source" else f"{sorted(known.kinds)[0]}/x"
    assert fault(lambda: parse(document(entry(ref, cls, **{stranger: said("x")}, **says)))) == (
        f"a.json: things[0].says.{stranger}: is no property of a {cls}; it has {', '.join(sorted(known.allowed))}"
    )


@pytest.mark.parametrize(
    ("cls", "name"), sorted((cls, name) for cls, known in CLASSES.items() for name in known.required)
)
def test_every_class_asks_for_what_it_needs(cls: str, name: str) -> None:
    known = CLASSES[cls]
    # The first in the alphabet of those that are missing is named, so all before it must be there.
    says = {other: said("x") for other in known.required if other != name}
    assert fault(lambda: parse(document(entry(f"{sorted(known.kinds)[0]}/x", cls, **says)))) == (
        f"a.json: things[0].says.{name}: is missing: every {cls} has one; state it, or leave the thing out"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"id": "a",\n "source": }', "a.json:2:12: is not JSON: Expecting value; mend the syntax"),
        ("", "a.json:1:1: is not JSON: Expecting value; mend the syntax"),
        ('{"id": "a"} x', "a.json:1:13: is not JSON: Extra data; mend the syntax"),
        ('{"id": "a", "id": "b"}', "a.json: the key 'id' stands twice in one object; keep one of them"),
        ("[]", "a.json: must be an object, not a list"),
        ("null", "a.json: must be an object, not null"),
        ("{}", "a.json: id: is missing"),
    ],
)
def test_what_is_no_record_gets_one_clear_line(text: str, message: str) -> None:
    assert fault(lambda: parse_record(text, "a.json")) == message


@pytest.mark.parametrize("text", ["1" * 5000, "[" * 100_000])
def test_json_beyond_all_measure_is_refused(text: str) -> None:
    assert fault(lambda: parse_record(text, "a.json")).startswith("a.json: is no record: ")


def test_the_file_is_named_after_the_id() -> None:
    assert fault(lambda: parse(document(), expected_id="other")) == (
        "a.json: id: 'doc_1' is not the name of the file; write 'other' or rename the file"
    )


def test_records_of_a_folder_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for year, source_id in (("2021", "a"), ("2020", "b"), ("2020", "a_b")):
        write_record(tmp_path, document(source_id=source_id), year)
    folder = tmp_path / "announcements"
    (folder / "README.md").write_text("not a record", "utf-8")
    assert [record.source.id for record in read_records(folder)] == ["a_b", "b", "a"]


def test_one_document_has_one_record(tmp_path: Path) -> None:
    first, second = (write_record(tmp_path, document(), year) for year in ("2020", "2021"))
    assert fault(lambda: list(read_records(tmp_path / "announcements"))) == (
        f"{second}: the record 'doc_1' stands twice: it is also in {first}; keep one of the two files"
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "doc_1.json"
    assert fault(lambda: read_record(path)) == f"{path}: cannot be read: No such file or directory"


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "doc_1.json"
    path.write_bytes(b'{"id": "' + "ข่าว".encode("tis-620"))
    assert fault(lambda: read_record(path)) == f"{path}: byte 8: is not UTF-8: invalid start byte; save it as UTF-8"


def test_a_byte_order_mark_is_named(tmp_path: Path) -> None:
    path = tmp_path / "doc_1.json"
    path.write_bytes(b"\xef\xbb\xbf{}")
    assert fault(lambda: read_record(path)) == (
        f"{path}:1:1: is not JSON: Unexpected UTF-8 BOM (decode using utf-8-sig); mend the syntax"
    )


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_record_of_the_data_reads(path: Path) -> None:
    assert read_record(path).source.id == path.stem


def test_the_data_has_the_five_announcements() -> None:
    assert len(REAL) >= 5
