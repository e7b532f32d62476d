from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.ingest.intakelog import FILE, Taken, read_intake_log, write_intake_log

FIGURES = st.builds(Taken, *(st.integers(0, 999) for _ in range(6)))


@given(st.dictionaries(st.from_regex(r"[a-z0-9\-]{1,9}", fullmatch=True), FIGURES, max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory: object, log: dict[str, Taken]) -> None:
    folder = tmp_path_factory.mktemp("log")  # type: ignore[attr-defined]
    write_intake_log(folder, log)
    assert read_intake_log(folder, print) == log
    assert write_intake_log(folder, dict(reversed(log.items()))) is False


def test_lines_that_cannot_be_read_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    write_intake_log(tmp_path, {"a": Taken(3, 1, 2, 1, 0, 0)})
    path = tmp_path / FILE
    path.write_text(path.read_text("utf-8") + "b,1,2\nc,1,2,3,4,5,x\n", "utf-8")
    told: list[KgError] = []
    assert read_intake_log(tmp_path, told.append) == {"a": Taken(3, 1, 2, 1, 0, 0)}
    assert [each.where for each in told] == [f"{path}:3", f"{path}:4"]
    path.write_bytes(b"\xff")
    assert read_intake_log(tmp_path, told.append) == {}
