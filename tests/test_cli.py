import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import __version__
from kg.cli import main
from tests.factory import REPO, conferment, data_folder, document, entry, said, write_record

AGENCY = entry("agency/dbd", "Agency", name=said("กรมพัฒนาธุรกิจการค้า"))
COMMANDS = ["build", "validate", "query", "export", "serve"]
NAMES = "SELECT ?name { id:agency\\/dbd skos:prefLabel ?name } ORDER BY LANG(?name)"


def kg(*arguments: str | Path) -> Result:
    """Runs a command in this process, with nothing of the caller's environment."""
    environment = {name: None for name in os.environ if name.startswith("KG_")}
    return CliRunner().invoke(main, [str(each) for each in arguments], env=environment, catch_exceptions=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small data folder with its store; tests only read it."""
    folder = tmp_path_factory.mktemp("cli")
    data_folder(folder / "data", document(AGENCY, conferment()))
    assert kg("build", "--data", folder / "data", "--store", folder / "store").exit_code == 0
    return folder


def ask(home: Path, *arguments: str | Path) -> Result:
    return kg("query", *arguments, "--store", home / "store")


def fails(result: Result, status: int) -> str:
    """The one line of an error; nothing went to standard output, and no traceback anywhere."""
    assert (result.exit_code, result.stdout) == (status, "")
    assert "Traceback" not in result.stderr
    lines = [line for line in result.stderr.splitlines() if not line.endswith("…")]
    assert lines[0].startswith("kg: ")
    assert all(line.startswith("    ") for line in lines[1:])
    return lines[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    for flag in ("--help", "-h"):
        result = kg(command, flag)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"Usage: main {command} [OPTIONS]")
        assert "--store" in result.stdout


def test_the_commands_are_those_tested_here() -> None:
    assert list(main.commands) == COMMANDS
    assert kg("--version").stdout == f"kg, version {__version__}\n"


def test_build_says_what_is_in(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data", document(AGENCY, conferment()))
    result = kg("build", "--data", data, "--store", tmp_path / "store")
    assert result.exit_code == 0
    graphs = [line.split()[1] for line in result.stdout.splitlines()[:-1]]
    assert graphs == [
        f"https://w3id.org/award-kg/graph/{name}" for name in ("derived", "ontology", "registry", "source/doc_1")
    ]
    version = (tmp_path / "store" / "CURRENT").read_text("ascii").strip()
    assert result.stdout.splitlines()[-1].endswith(f"quads in version {version}")
    assert "Writing the store …" in result.stderr
    assert " s in all" in result.stderr


def test_build_takes_store_and_base_from_the_environment(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data", document(AGENCY, conferment()))
    environment = {"KG_STORE": str(tmp_path / "here"), "KG_BASE": "http://localhost/"}
    result = CliRunner().invoke(main, ["build", "--data", str(data)], env=environment, catch_exceptions=False)
    assert result.exit_code == 0
    assert "http://localhost/graph/source/doc_1" in result.stdout
    assert (tmp_path / "here" / "CURRENT").is_file()


def test_a_wrong_record_is_one_line_and_status_1(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data")
    path = write_record(data, {**document(), "colour": "red"})
    assert fails(kg("build", "--data", data, "--store", tmp_path / "store"), 1) == (
        f"kg: {path}: colour: is not a key that stands here; mend its spelling, or leave it out"
    )
    assert not (tmp_path / "store").exists()


def test_a_graph_that_breaks_a_shape_is_status_1(tmp_path: Path) -> None:
    data = data_folder(tmp_path / "data", document(conferment(recipient="agency/nobody")))
    line = fails(kg("build", "--data", data, "--store", tmp_path / "store"), 1)
    assert line.startswith("kg: source/doc_1: conferment/e-2020-a: ")
    assert "`kg validate` shows the whole report" in line
    assert not (tmp_path / "store").exists()


def test_what_cannot_run_is_status_2(home: Path, tmp_path: Path) -> None:
    store = tmp_path / "none"
    no_store = f"kg: {store}: no graph has been built here; run: kg build"
    assert fails(kg("query", "ASK {}", "--store", store), 2) == no_store
    assert fails(kg("validate", "--store", store), 2) == no_store
    assert fails(kg("export", "--store", store, "--out", tmp_path / "out"), 2) == no_store
    assert fails(kg("build", "--data", tmp_path / "no-data", "--store", store), 2) == (
        f"kg: {tmp_path / 'no-data'}: is not a folder; name the data folder with --data"
    )
    assert fails(kg("validate", tmp_path / "none.ttl", "--data", home / "data", "--store", store), 2) == (
        f"kg: {tmp_path / 'none.ttl'}: there is no such file; mend its name"
    )
    assert fails(ask(home, "-f", tmp_path / "none.rq"), 2) == (
        f"kg: {tmp_path / 'none.rq'}: the query cannot be read: No such file or directory"
    )
    assert fails(ask(home, "ASK {}", "--base", "nothing"), 2) == (
        "kg: the base 'nothing' cannot be used: it must start with http:// or https:// and end with / or #"
    )


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["query", "--no"], ["build", "x"], ["query", "ASK {}", "--format", "pdf"]]
)
def test_arguments_that_make_no_sense_are_status_2(arguments: list[str]) -> None:
    result = kg(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")


def test_validate_says_that_all_is_well(home: Path) -> None:
    options = ["--data", home / "data", "--store", home / "store"]
    assert kg("validate", *options).stdout == "Everything is as it must be.\n"
    assert kg("validate", "--language", "th", *options).stdout == "ทุกอย่างถูกต้องตามกฎ\n"
    assert json.loads(kg("validate", "--format", "json", *options).stdout)["conforms"] is True
    assert "sh:conforms true" in kg("validate", "--format", "turtle", *options).stdout


def test_validate_reports_what_is_wrong_and_exits_with_1(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "<https://w3id.org/award-kg/id/conferment/a> a <https://w3id.org/award-kg/ontology#Conferment> .", "utf-8"
    )
    for form, sign in (("text", "error: conferment/a"), ("json", '"conforms": false'), ("turtle", "sh:conforms false")):
        result = kg("validate", path, "--format", form, "--data", home / "data", "--store", home / "store")
        assert (result.exit_code, result.stderr) == (1, "")
        assert sign in result.stdout


def test_validate_names_line_and_column_of_a_syntax_error(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<https://x/> <https://x/p>\n nothing .", "utf-8")
    line = fails(kg("validate", path, "--data", home / "data"), 1)
    assert line.startswith(f"kg: {path}:2:2: this is not Turtle: ")


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


def test_export_names_each_file_with_its_hash(home: Path, tmp_path: Path) -> None:
    result = kg(
        "export", "--store", home / "store", "--out", tmp_path / "out", "--format", "n-quads", "--format", "csv"
    )
    assert result.exit_code == 0
    for line in result.stdout.splitlines():
        sha256, size, path = line.split(maxsplit=2)
        assert len(sha256) == 64
        assert int(size.replace(",", "")) >= 0
        assert (tmp_path / "out" / Path(path).name).exists() or Path(path).exists()


def test_the_program_runs_as_a_module(home: Path) -> None:
    run = [sys.executable, "-m", "kg", "query", "--store", str(home / "store")]
    good = subprocess.run([*run, "ASK {}"], cwd=REPO, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout, good.stderr) == (0, "true\n", "")
    bad = subprocess.run([*run, "ASK {"], cwd=REPO, capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.startswith("kg: line 1, column ")
    assert len(bad.stderr.splitlines()) == 1
