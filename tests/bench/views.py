"""What views cost over many awards, and what DuckDB takes for the same group-by and the same projection.

    python -m tests.bench.views [NUMBER OF AWARDS]

The graph is generated, written to a store on disk and read from there; reading is timed apart. DuckDB gets the same
awards as a table in memory and is timed for the query and for fetching its rows. Both results must be equal, else the
benchmark ends with an error. Seconds are those of the clock, and in brackets of all processors together: on a machine
that others use the second is the fairer one.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from kg.graph.store import Store, publish
from kg.model.answer import Answer
from kg.terms.prefixes import DEFAULT_BASE
from kg.views.awards import Awards
from kg.views.catalogue import VIEWS, Views
from kg.views.choice import Choice
from kg.views.collaboration import members_of, works_of
from kg.views.projection import project
from kg.views.winners import repeat_winners
from tests.bench.generator import Generator

AWARDS: Final = 100_000
RUNS: Final = 5
Seconds = tuple[float, float]
"""Of the clock, and of all processors."""

_GROUP: Final = """SELECT recipient, count(DISTINCT conferment) AS awards, count(DISTINCT edition) AS editions,
  count(DISTINCT work),  min(year), max(year), list(DISTINCT scheme)
FROM won GROUP BY recipient HAVING count(DISTINCT conferment) > 1 ORDER BY awards DESC, editions DESC, recipient"""
_PROJECT: Final = """WITH one AS (SELECT DISTINCT work, recipient FROM won)
SELECT a.recipient, b.recipient, count(*) FROM one a JOIN one b ON a.work = b.work AND a.recipient < b.recipient
GROUP BY ALL"""


def main() -> None:
    """Generate, read, answer, compare, print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else AWARDS
    with tempfile.TemporaryDirectory() as folder:
        writer = get_context("spawn").Process(target=write, args=(number, Path(folder) / "store"))
        written = timed(lambda: (writer.start(), writer.join()))[0]
        views = Views(Store.open(Path(folder) / "store"), DEFAULT_BASE)
        _views(views, number, written)
        _peers(views.awards)


def write(number: int, store: Path) -> None:
    """Write the store, in a process of its own: its memory is none of the views'."""
    publish(Generator(number).quads(), store)


def timed(work: Callable[[], object]) -> tuple[Seconds, Any]:
    """Seconds of one call, and what it gave."""
    clock, processors = time.perf_counter(), time.process_time()
    given = work()
    return (time.perf_counter() - clock, time.process_time() - processors), given


def best(work: Callable[[], object]) -> tuple[Seconds, Any]:
    """The quickest of several calls: what disturbs a run only ever makes it longer."""
    runs = [timed(work) for _ in range(RUNS)]
    return min(seconds for seconds, _ in runs), runs[0][1]


def _views(views: Views, number: int, written: Seconds) -> None:
    table = Table("what", "rows", "seconds", title=f"{number:,} awards, {len(views.store):,} quads")
    table.add_row("generate and write the store", "", shown(written))
    for part in ("awards", "press", "checked", "differing", "appearances", "members"):
        table.add_row(f"read {part}", "", shown(timed(lambda part=part: getattr(views, part))[0]))  # type: ignore[misc]
    table.add_section()
    for name, view in VIEWS.items():
        seconds, result = timed(lambda view=view: view.compute(views, Choice()))  # type: ignore[misc]
        table.add_row(f"{name}: compute", f"{len(result.rows):,}", shown(seconds))
        seconds, answer = timed(lambda name=name: views.answer(name))  # type: ignore[misc]
        assert isinstance(answer, Answer)
        table.add_row(f"{name}: answer with names and evidence", "", shown(seconds))
    table.add_row("memory", "", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")
    Console().print(table)


def _peers(awards: Awards) -> None:
    try:
        import duckdb
    except ImportError:
        Console().print("duckdb is not installed: nothing to compare with", highlight=False)
        return
    database = _loaded(duckdb, awards)
    table = Table("what", "ours", "DuckDB", "ratio", title=f"best of {RUNS}")
    ours, result = best(lambda: repeat_winners(awards, Choice()))
    theirs, rows = best(lambda: database.execute(_GROUP).fetchall())
    assert [row.cells[:6] for row in result.rows] == [row[:6] for row in rows]
    table.add_row("repeat winners", shown(ours), shown(theirs), f"{ours[0] / theirs[0]:.1f}")
    given = list(awards.given)
    ours, shared = best(lambda: project(members_of(awards, Choice(), works_of(given))))
    theirs, rows = best(lambda: database.execute(_PROJECT).fetchall())
    assert {pair: len(works) for pair, works in shared.items()} == {(one, two): weight for one, two, weight in rows}
    table.add_row("projection", shown(ours), shown(theirs), f"{ours[0] / theirs[0]:.1f}")
    Console().print(table)


def _loaded(duckdb: Any, awards: Awards) -> Any:
    database = duckdb.connect()
    database.execute(
        "CREATE TABLE won (conferment VARCHAR, recipient VARCHAR, edition VARCHAR, scheme VARCHAR, year INTEGER,"
        " work VARCHAR)"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        for award in awards.given:
            for recipient in award.recipients:
                for ref in award.editions:
                    edition = awards.editions[ref]
                    for work in award.works:
                        row = (award.ref, recipient, ref, edition.scheme, str(edition.year), work)
                        file.write(",".join(row) + "\n")
        file.flush()
        database.execute(f"INSERT INTO won SELECT * FROM read_csv('{file.name}', header = false)")
    return database


def shown(seconds: Seconds) -> str:
    """Seconds of the clock and of all processors."""
    return f"{seconds[0]:.2f} ({seconds[1]:.2f})"


if __name__ == "__main__":
    main()
