from pathlib import Path

from kg.errors import KgError
from kg.ingest.judgements import append_judgement, read_judgements
from kg.model.judgement import Decision, Judgement

HEADER = "id,when,who,left,right,judgement,undoes,note\n"


def read(folder: Path) -> tuple[list[Judgement], list[str]]:
    faults: list[KgError] = []
    lines = read_judgements(folder, faults.append)
    return lines, [str(fault).replace(str(folder), "") for fault in faults]


def test_what_is_appended_is_read_again(tmp_path: Path) -> None:
    same = Judgement("j1", "2026-01-01", "a, b", "agency/a", "name:กพร.@doc", Decision.SAME, note='say "why"')
    undo = Judgement("j2", "2026-01-02T10:00:00", "b", undoes="j1")
    for each in (same, undo):
        append_judgement(tmp_path / "log" / "a.csv", each)
    assert read(tmp_path / "log") == ([same, undo], [])


def test_a_corrupt_line_is_named_and_the_rest_holds(tmp_path: Path) -> None:
    rows = [
        "j1,2026-01-01,x,agency/a,agency/b,same,,",
        "j2,2026-01-01,x,agency/a,agency/b,alike,,",
        "j3,2026-13-01,x,agency/a,agency/b,same,,",
        "j4,2026-01-01,x,nobody,agency/b,same,,",
        "j5,2026-01-01,x,agency/a,agency/b,same",
        "j6,2026-01-01,x,,,undo,,",
        "j1,2026-01-01,x,agency/a,agency/c,same,,",
        ",2026-01-01,x,agency/a,agency/c,same,,",
        "j7,2026-01-02,x,agency/a,agency/c,unsure,,",
    ]
    (tmp_path / "a.csv").write_text(HEADER + "\n".join(rows) + "\n", "utf-8")
    (tmp_path / "b.csv").write_text("id,who\n", "utf-8")
    (tmp_path / "c.csv").write_bytes(b"\xff")
    (tmp_path / "d.csv").write_text(HEADER + '"j8', "utf-8")
    lines, faults = read(tmp_path)
    assert [line.id for line in lines] == ["j1", "j7"]
    assert [fault.partition(": ")[0] for fault in faults] == [
        *(f"/a.csv:{number}" for number in (3, 4, 5, 6, 7, 8, 9)), "/b.csv", "/c.csv", "/d.csv:2",
    ]  # fmt: skip
    assert faults[0] == "/a.csv:3: 'alike' is no judgement; write one of same, different, unsure, undo"
    assert faults[2].endswith("write a reference (agency/dbd), name:NAME, or name:NAME@SOURCE-ID")
