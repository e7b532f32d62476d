from pathlib import Path

from kg.pipeline.ledger import Ledger


def test_an_entry_holds_while_document_files_and_rules_are_the_same(tmp_path: Path) -> None:
    file, path = tmp_path / "a.json", tmp_path / "ledger"
    file.write_text("1", "utf-8")
    ledger = Ledger(path, "rules 1")
    assert not ledger.holds("key", [file])
    ledger.note("key", [file])
    again = Ledger(path, "rules 1")
    assert again.holds("key", [file])
    assert not again.holds("other", [file])
    assert not Ledger(path, "rules 2").holds("key", [file])
    file.write_text("2", "utf-8")
    assert not again.holds("key", [file])
    file.unlink()
    assert not again.holds("key", [file])


def test_with_other_rules_it_starts_anew_and_a_damaged_one_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    Ledger(path, "rules 1").note("key", [])
    Ledger(path, "rules 2").note("other", [])
    assert "key" not in path.read_text("ascii")
    path.write_bytes(b"\xff")
    assert not Ledger(path, "rules 2").holds("other", [])
