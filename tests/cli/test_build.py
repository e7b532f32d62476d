from pathlib import Path

from click.testing import CliRunner

from kg.cli.main import main
from tests.cli.commands import AGENCY, fails, kg
from tests.factory import conferment, data_folder, document, write_record


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
