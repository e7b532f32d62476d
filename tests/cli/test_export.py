from pathlib import Path

import rdflib
from rdflib.namespace import DCAT

from tests.cli.commands import kg


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


def test_export_describes_the_dumps_with_their_sizes_and_hashes(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = kg("export", "--store", home / "store", "--out", out, "--format", "n-quads", "--format", "csv")
    described = rdflib.Graph().parse(out / "dataset.ttl")
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    said = {
        str(described.value(each, DCAT.downloadURL)).partition("/dumps/")[2]: (
            str(described.value(described.value(each, spdx.checksum), spdx.checksumValue)),
            int(described.value(each, DCAT.byteSize) or 0),
        )
        for each in described.subjects(rdflib.RDF.type, DCAT.Distribution)
    }
    printed = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    written = {
        Path(path).relative_to(out).as_posix(): (sha256, int(size.replace(",", ""))) for sha256, size, path in printed
    }
    assert written.pop("dataset.ttl")[1] > 1000
    assert said == written
