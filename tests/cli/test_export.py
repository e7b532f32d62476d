from pathlib import Path

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
