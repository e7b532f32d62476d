from pathlib import Path

import pytest

from kg.errors import DataError
from kg.ingest.redirects import add_redirects, read_redirects
from kg.model.retirement import GONE, Retirement

OLD = Retirement("agency/b", "agency/a", "merged")
WITHDRAWN = Retirement("agency/a2", GONE, "an error, of ours")


def test_lines_are_added_once_and_sorted(tmp_path: Path) -> None:
    path = tmp_path / "redirects.csv"
    assert read_redirects(path) == []
    assert add_redirects(path, [OLD, WITHDRAWN]) == 2
    assert add_redirects(path, [Retirement("agency/b", GONE, "again")]) == 0
    assert read_redirects(path) == [WITHDRAWN, OLD]
    assert path.read_text("utf-8") == ('old,new,reason\nagency/a2,gone,"an error, of ours"\nagency/b,agency/a,merged\n')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("old,new\n", "has not the columns of redirects; write old,new,reason"),
        (
            "old,new,reason\nx,gone,y\n",
            ":2: is no redirect; write OLD,NEW,reason with references, or gone in place of NEW",
        ),
        ("old,new,reason\nagency/a,agency/a,y\n", ":2: says nothing; lead to another id, and give the reason"),
        ("old,new,reason\nagency/a,gone\n", ":2: has 2 cells: a line has 3"),
        ("old,new,reason\nagency/a,gone,x\nagency/a,gone,x\n", ":3: agency/a is retired twice; keep one line"),
    ],
)
def test_a_faulty_file_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "redirects.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError) as error:
        read_redirects(path)
    assert str(error.value).endswith(said)
