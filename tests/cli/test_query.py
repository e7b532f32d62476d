import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.commands import ask, fails

NAMES = "SELECT ?name { id:agency\\/dbd skos:prefLabel ?name } ORDER BY LANG(?name)"


def test_query_answers_in_every_format(home: Path) -> None:
    names = ["Department of Business Development", "กรมพัฒนาธุรกิจการค้า"]
    table = ask(home, NAMES).stdout
    assert [line for line in names if line in table] == names
    rows = list(csv.reader(io.StringIO(ask(home, NAMES, "--format", "csv").stdout)))
    assert rows == [["name"], *([name] for name in names)]
    assert ask(home, NAMES, "--format", "tsv").stdout.splitlines() == [
        "?name", *(f'"{name}"@{tag}' for name, tag in zip(names, ("en", "th"), strict=True))
    ]  # fmt: skip
    bindings = json.loads(ask(home, NAMES, "--format", "json").stdout)["results"]["bindings"]
    assert [row["name"]["value"] for row in bindings] == names
    assert ask(home, NAMES, "--format", "xml").stdout.startswith("<?xml")


def test_query_answers_yes_or_no_and_with_graphs(home: Path) -> None:
    assert ask(home, "ASK { ?s a aw:Conferment }").stdout == "true\n"
    assert json.loads(ask(home, "ASK { ?s a aw:Person }", "--format", "json").stdout)["boolean"] is False
    query = "CONSTRUCT { ?s a aw:Conferment } WHERE { ?s a aw:Conferment }"
    triple = "<https://w3id.org/award-kg/id/conferment/e-2020-a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    assert (
        ask(home, query, "--format", "n-triples").stdout
        == f"{triple} <https://w3id.org/award-kg/ontology#Conferment> .\n"
    )
    assert "a aw:Conferment" in ask(home, query).stdout


def test_query_reads_a_file(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "ask.rq"
    path.write_text("# คำถาม\nASK { ?s a aw:Conferment }", "utf-8")
    assert ask(home, "-f", path).stdout == "true\n"


def test_a_query_with_a_syntax_error_names_line_and_column(home: Path) -> None:
    assert fails(ask(home, "SELECT * {\n ?s ?p\n }"), 1) == (
        "kg: line 3, column 3: this is not SPARQL 1.1: expected OPTIONAL; mend the query there"
    )


def test_a_query_never_calls_another_server(home: Path) -> None:
    assert "SERVICE is not allowed" in fails(ask(home, "ASK { SERVICE <http://127.0.0.1:9/> {} }"), 2)


@pytest.mark.parametrize("arguments", [[], ["ASK {}", "-f", "a.rq"]])
def test_a_query_is_given_once(home: Path, arguments: list[str]) -> None:
    assert fails(ask(home, *arguments), 2) == (
        "kg: give the query as text or in a file: one of the two is needed; see kg query --help"
    )
