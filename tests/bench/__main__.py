"""Benchmarks: what a build and an extraction cost, and what the peers cost for the same input in the same run.

Ratios hold where seconds do not: machines differ, and so does one machine from hour to hour. Run with `make bench`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import rdflib
from rich.console import Console
from rich.table import Table

from kg.graph.convert import to_rdflib
from kg.graph.store import Store, nquads, publish
from kg.pipeline.build import assemble
from kg.pipeline.ground import Ground
from kg.settings import load_settings


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Extraction in a process of its own: its memory is measured, and must not count what the build took."""
    build()
    subprocess.run([sys.executable, "-m", "tests.bench.extraction"], check=True)


def build() -> None:
    """Build the repository's data three times, and print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(load_settings(), store=Path(folder) / "store")
        # A store of its own each: none finds the reports of the one before.
        runs = [assemble(Ground(replace(settings, store=Path(folder) / str(run)))) for run in range(3)]
        quads = list(runs[0].quads())
        stages = {stage: sorted(run.seconds[stage] for run in runs)[1] for stage in runs[0].seconds}
        stages["publish"] = timed(lambda: publish(quads, settings.store))
        written = nquads(quads)
        peers = {
            "store in memory (pyoxigraph)": timed(lambda: Store.in_memory(quads)),
            "the same quads as an rdflib graph": timed(lambda: to_rdflib(quads)),
            "the same N-Quads parsed by rdflib": timed(lambda: rdflib.Dataset().parse(data=written, format="nquads")),
        }
    total = sum(stages.values())
    table = Table("stage", "seconds", "share of the build", title=f"{len(quads):,} quads")
    for stage, seconds in stages.items():
        table.add_row(stage, f"{seconds:.2f}", f"{seconds / total:.0%}")
    table.add_row("all", f"{total:.2f}", "", end_section=True)
    for peer, seconds in peers.items():
        table.add_row(peer, f"{seconds:.2f}", f"{seconds / total:.2f} × the build")
    Console().print(table)


if __name__ == "__main__":
    main()
