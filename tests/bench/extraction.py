"""What extraction costs, beside what only finding the names and only cutting the words of the same texts cost.

    python -m tests.bench.extraction [FILE.jsonl.gz]

The peers are pyahocorasick, one pass for all names of the registry, and PyThaiNLP's newmm tokenizer, which a pipeline
that cuts Thai into words first would pay before anything else. Ratios hold where seconds do not; on a busy machine
those of processor time hold best.
"""

from __future__ import annotations

import csv
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kg.ingest.documents import read_documents
from kg.ingest.intake import Intake
from kg.model.document import Document
from kg.pipeline.extract import Rules, Run
from kg.pipeline.workers import cores
from kg.settings import load_settings

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "thaigov-awards.jsonl.gz"
SAMPLE = 10  # the tokenizer reads every tenth article, and its time is multiplied: in full it takes minutes


def main(path: Path = ARTICLES) -> None:
    """Time each, and print seconds and ratios."""
    if not path.is_file():
        Console().print(f"{path} is not there: nothing to time", highlight=False)
        return
    registry = load_settings().data / "registry"
    times = {f"kg extract, {cores()} processes": _extraction(path, registry)}
    memory = _megabytes()
    documents = list(read_documents([path], Intake()))
    times |= dict(_peers(documents, registry))
    size = sum(len(document.text.encode("utf-8")) for document in documents)
    _print(times, f"{len(documents):,} articles, {size / 1e6:.1f} MB of text; memory of the processes {memory:.0f} MB")


Times = tuple[float, float]
"""Seconds by the clock, and of the processors."""


def _extraction(path: Path, registry: Path) -> Times:
    """From the compressed file to the finished file of lines, the start of the processes included."""
    intake = Intake()
    with tempfile.TemporaryDirectory() as folder:
        run = Run(Rules(registry), intake)
        return _timed(lambda: run.file(read_documents([path], intake), Path(folder) / "out.jsonl", "0" * 64))


def _peers(documents: list[Document], registry: Path) -> Iterator[tuple[str, Times]]:
    if find_spec("ahocorasick"):
        yield "pyahocorasick alone, one process", _automaton(documents, _names(registry))
    else:
        _absent("pyahocorasick")
    if find_spec("pythainlp"):
        clock, processor = _tokenizer(documents[::SAMPLE])
        yield f"PyThaiNLP newmm alone, one process (from 1 in {SAMPLE})", (clock * SAMPLE, processor * SAMPLE)
    else:
        _absent("pythainlp")


def _automaton(documents: Iterable[Document], names: Iterable[str]) -> Times:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return _timed(lambda: [sum(1 for _ in automaton.iter(document.text)) for document in documents])


def _tokenizer(documents: Iterable[Document]) -> Times:
    from pythainlp.tokenize import word_tokenize

    word_tokenize("โหลดพจนานุกรม", engine="newmm")
    return _timed(lambda: [len(word_tokenize(document.text, engine="newmm")) for document in documents])


def _names(registry: Path) -> set[str]:
    """Every Thai name of the registry's tables."""
    names: set[str] = set()
    for path in sorted(registry.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as table:
            names |= {row["name_th"] for row in csv.DictReader(table) if row.get("name_th")}
    return names


def _print(times: dict[str, Times], title: str) -> None:
    ours = next(iter(times.values()))
    table = Table("what", "seconds", "our time is", "of processors", "ours is", title=title)
    for what, (clock, processor) in times.items():
        ratios = f"{ours[0] / clock:.2f} × its", f"{ours[1] / processor:.2f} × its"
        table.add_row(what, f"{clock:.1f}", ratios[0], f"{processor:.1f}", ratios[1])
    Console().print(table)


def _timed(work: Callable[[], object]) -> Times:
    clock, processor = time.perf_counter(), sum(os.times()[:4])
    work()
    return time.perf_counter() - clock, sum(os.times()[:4]) - processor


def _megabytes() -> float:
    """The most that this process took, and as much as the largest worker for each of them."""
    most = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, worker = most
    return (own + worker * cores()) / 1024


def _absent(package: str) -> None:
    Console().print(f"{package} is not installed: not timed", highlight=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
