import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factory import REPO

PACKAGE = REPO / "kg"
TESTS = REPO / "tests"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "resources" not in path.relative_to(PACKAGE).parts)
QUERIES = sorted(PACKAGE.rglob("*.rq"))
LONGEST = 300

# Modules without a test file of their own, each with the file that tests them and the reason.
TESTED_IN = {
    "__main__.py": ("cli/test_main.py", "one line: a process runs `python -m kg`"),
    "cli/common.py": ("cli/test_main.py", "every command shows options, errors and progress"),
    "cli/retract.py": ("cli/test_ingest.py", "it takes back what an ingest brought in"),
    "cli/serve.py": ("cli/test_main.py", "it hands over to server.app"),
    "graph/checks.py": ("shapes/test_shapes.py", "a check is tested by data that passes and data that fails"),
    "graph/retired.py": ("server/test_things.py", "a retired id shows in what the server answers"),
    "model/catalog.py": ("ingest/test_catalog.py", "plain values, asserted as they are read"),
    "export/catalog.py": ("server/test_dataset.py", "the description is held against shapes and counts there"),
    "export/figures.py": ("server/test_dataset.py", "its figures are those of the description"),
    "pages/plain.py": ("server/test_things.py", "plain JSON is one of the forms of a thing"),
    "pages/found.py": ("server/test_api.py", "what a search finds, as its page shows it"),
    "server/answers.py": ("server/test_api.py", "views are a part of the API"),
    "server/context.py": ("server/test_things.py", "addresses show in what is answered"),
    "server/extension.py": ("server/test_reconcile.py", "data extension is a part of reconciliation"),
    "server/vocabulary.py": ("server/test_reconcile.py", "types and properties as reconciliation shows them"),
    "server/protocol.py": ("server/test_sparql.py", "every form of request is sent there, and in the W3C's suite"),
    "server/service.py": ("server/test_sparql.py", "the service description is read there"),
    "server/serving.py": ("server/test_serve.py", "a server in its own process"),
    "graph/convert.py": ("graph/test_shacl.py", "every term that is validated goes through it"),
    "graph/shapenames.py": ("shapes/test_shapes.py", "names show in the reports"),
    **{
        f"model/{name}.py": ("resolve/test_linker.py", "plain values that resolution makes")
        for name in ("judgement", "resolution")
    },
    "model/retirement.py": ("ingest/test_redirects.py", "a line of the redirects"),
    "model/review.py": ("ingest/test_review.py", "a claim of the queue"),
    "pipeline/resolving.py": ("pipeline/test_ingest.py", "the work that an ingest gives to its processes"),
    "pipeline/shelf.py": ("pipeline/test_ingest.py", "the files that an ingest writes"),
    "resolve/fit.py": ("resolve/test_merge.py", "it says what merging may put together"),
    **{
        f"resolve/{name}.py": ("resolve/test_announcement.py", "a part of the record that is made there")
        for name in ("awards", "bodies", "claims", "context", "drafting", "events", "people", "schemes", "words")
    },
    "model/report.py": ("pipeline/test_validate.py", "reports are asserted as they are written"),
    **{
        f"ingest/{name}.py": ("ingest/test_documents.py", "documents of every format are read there")
        for name in ("formats", "intake", "jsonlines", "paths", "wordfile")
    },
    "extract/counted.py": ("extract/test_figures.py", "the numbers that totals are made of"),
    "extract/cues.py": ("extract/test_people.py", "the words that give people their parts"),
    "extract/nearby.py": ("extract/test_figures.py", "it says what stands around a figure"),
    "extract/occasions.py": ("extract/test_events.py", "the namings of which an event is chosen"),
    "extract/parts.py": ("extract/test_people.py", "the parts that names of people are made of"),
    "extract/persons.py": ("extract/test_people.py", "it finds the people of a passage"),
    **{
        f"ingest/{name}.py": ("ingest/test_awardtable.py", "a table of awards is read as a whole")
        for name in ("cellvalues", "headings", "tablefiles")
    },
    "pipeline/known.py": ("pipeline/test_reading.py", "what the registry knows is asked there"),
    "pipeline/statednames.py": ("pipeline/test_stated.py", "names are a part of what is stated"),
    "extract/languages.py": ("extract/english/test_announcements.py", "the table of what is read in which language"),
    **{
        f"extract/english/{name}.py": ("extract/english/test_awards.py", "what it finds shows in the awards")
        for name in ("awarding", "details")
    },
    **{
        f"extract/english/{name}.py": ("extract/english/test_announcements.py", "whole announcements tell it")
        for name in ("events", "people", "works")
    },
    "ingest/tables.py": ("ingest/test_registry.py", "a table is read as a part of the registry"),
    "views/columns.py": ("views/test_catalogue.py", "a table of headings, which every view's columns show"),
    "views/result.py": ("views/test_winners.py", "a value that every view's function gives"),
    "export/formats.py": ("export/test_rdf.py", "a table of formats, each of which is written there"),
    "export/jsonld.py": ("export/test_rdf.py", "JSON-LD is one of the formats that are re-read"),
    "export/tables.py": ("export/test_dump.py", "tables are a part of the dump"),
    **{
        f"pages/{name}.py": ("pages/test_pages.py", "what it makes shows on the pages")
        for name in (
            "describe",
            "datasetpage",
            "documents",
            "home",
            "profile",
            "reading",
            "verdict",
            "view",
            "proof",
            "reader",
            "render",
            "show",
            "source",
            "statements",
            "tables",
            "terms",
            "thing",
        )
    },
    "pages/feed.py": ("server/test_reading.py", "the feed is asserted as it is served"),
    "pages/holdings.py": ("pages/test_tally.py", "awards in memory are what figures are counted from"),
    "site/documents.py": ("site/test_write.py", "all files of a thing are looked for in the folder"),
    "site/whole.py": ("site/test_write.py", "all other files are looked for there too"),
    "export/ontologyfiles.py": ("server/test_app.py", "the ontology is asserted as it is served"),
    **{
        f"server/{name}.py": ("server/test_app.py", "what it does shows in the answers to requests")
        for name in ("errors", "evaluate", "graphs", "refusals", "runner", "shell", "views")
    },
}


def name_of(path: Path) -> str:
    return path.relative_to(REPO).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_inside_a_room_the_sibling_is_imported_and_never_the_room(path: Path) -> None:
    room = ".".join(path.relative_to(REPO).parent.parts)
    taken = [
        node.lineno
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.ImportFrom) and (node.level > 0 or (node.module == room and room != "kg")))
        or (isinstance(node, ast.Import) and room != "kg" and any(alias.name == room for alias in node.names))
    ]
    assert taken == []


def constants(module: ast.Module) -> Iterator[ast.Constant]:
    """Strings of the code that are no docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    # An attribute is documented by a text on the next line.
    docstrings |= {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "terms"], ids=name_of)
def test_iris_stand_in_terms_alone(path: Path) -> None:
    found = [
        node.value
        for node in constants(tree(path))
        # Not what every web address begins with, nor a pattern of one.
        if re.search("https?://[A-Za-z0-9]", node.value)
    ]
    assert found == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__init__.py"], ids=name_of)
def test_every_module_has_its_test_file(path: Path) -> None:
    inside = path.relative_to(PACKAGE)
    wanted = TESTS / inside.with_name(f"test_{inside.name}")
    elsewhere, _ = TESTED_IN.get(inside.as_posix(), ("", ""))
    assert wanted.is_file() or (elsewhere and (TESTS / elsewhere).is_file()), f"write {name_of(wanted)}"


def test_the_list_of_modules_tested_elsewhere_is_up_to_date() -> None:
    assert [name for name in TESTED_IN if not (PACKAGE / name).is_file()] == []


def test_rooms_themselves_hold_nothing_but_a_word_on_what_they_are_for() -> None:
    rooms = [path for path in MODULES if path.name == "__init__.py" and path.parent != PACKAGE]
    assert [name_of(path) for path in rooms if any(not isinstance(part, ast.Expr) for part in tree(path).body)] == []


def test_imports_go_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_queries() -> None:
    assert QUERIES != []


@pytest.mark.parametrize("path", QUERIES, ids=name_of)
def test_every_query_opens_with_what_it_is_for(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first) > 12


def names_of_the_registry() -> set[str]:
    """Thai names of schemes and agencies, the short ones left out: they may be parts of common words."""
    names = set()
    for table in ("schemes", "agencies"):
        with (REPO / "data" / "registry" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            names |= {row["name_th"] for row in csv.DictReader(file)}
    return {name for name in names if len(name) >= 6}


def test_no_scheme_and_no_agency_is_named_in_the_code() -> None:
    names = names_of_the_registry()
    assert len(names) > 100
    named = {name_of(path): [name for name in names if name in path.read_text("utf-8")] for path in MODULES}
    assert {path: found for path, found in named.items() if found} == {}
