"""An answer that survives: one folder with the rule, the version of the data, the result, the evidence and a page.

Nothing in it says when it was written, and nothing in it needs award-kg, a server or the network to be read.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from importlib.resources import files
from pathlib import Path
from typing import Final

from kg import __version__
from kg.errors import KgError, UsageError
from kg.export.answers import csv_of
from kg.export.network import NETWORK_FORMATS, write_network
from kg.model.answer import Answer
from kg.model.answerjson import to_json
from kg.pages.answerpage import File, iri_of, permalink
from kg.pages.language import LANGUAGES, Language
from kg.pages.pictures.answers import picture
from kg.pages.render import answer_alone
from kg.views.catalogue import view_named
from kg.views.read import Span

MANIFEST: Final = "manifest.json"


def write_bundle(answer: Answer, spans: Iterable[Span], base: str, folder: Path) -> list[Path]:
    """Write the bundle of an answer to a folder that is not there yet, or is empty; gives its files, sorted.

    ``spans`` is the evidence for what the answer counts, ``base`` that of its identifiers. Raises UsageError where the
    folder holds something, KgError where the disk refuses; nothing half-written is left.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("the bundle needs a new folder", where=str(folder), why="something is there already")
    contents = dict(_contents(answer, spans, base))
    contents[MANIFEST] = _manifest(answer, base, contents)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))
        try:
            for name, content in contents.items():
                (draft / name).parent.mkdir(exist_ok=True)
                (draft / name).write_bytes(content)
            draft.chmod(0o755)
            draft.replace(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise KgError("the bundle cannot be written", where=str(folder), why=str(error)) from error
    return [folder / name for name in sorted(contents)]


def _contents(answer: Answer, spans: Iterable[Span], base: str) -> Iterator[tuple[str, bytes]]:
    yield "README.md", _readme(answer, base).encode("utf-8")
    yield "rule.md", _rule(answer).encode("utf-8")
    for name in sorted(entry.name for entry in _queries().iterdir() if entry.name.endswith(".rq")):
        yield f"queries/{name}", (_queries() / name).read_bytes()
    yield "result.json", to_json(answer, indent=1)
    yield "result.csv", csv_of(answer)
    yield "evidence.csv", _evidence(spans, base)
    for language in LANGUAGES:
        yield f"page.{language}.html", answer_alone(answer, language, base, _files(answer, language)).encode("utf-8")
        if drawn := picture(answer, language):
            yield f"picture.{language}.svg", f"{drawn}\n".encode()
    if answer.rows:
        for form in NETWORK_FORMATS:
            yield f"network.{form}", write_network(answer, form)


def _files(answer: Answer, language: Language) -> tuple[File, ...]:
    """What lies beside the page."""
    network = [(form.upper(), f"network.{form}") for form in NETWORK_FORMATS] if answer.rows else []
    drawn = [("SVG", f"picture.{language}.svg")] if picture(answer, language) else []
    return tuple(File(*each) for each in (("CSV", "result.csv"), ("JSON", "result.json"), *network, *drawn))


def _queries() -> Path:
    return Path(str(files("kg.graph").joinpath("queries", "views")))


def _evidence(spans: Iterable[Span], base: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    names = [each.name for each in fields(Span)]
    writer.writerow([*names, "evidence_iri"])
    for span in spans:
        writer.writerow([*astuple(span), iri_of(span.evidence, base)])
    return out.getvalue().encode("utf-8")


def _readme(answer: Answer, base: str) -> str:
    notes = "".join(f"- {note.text[language]}\n" for note in answer.notes for language in LANGUAGES)
    return f"""# {answer.title["th"]} · {answer.title["en"]}

{answer.method["th"]}

{answer.method["en"]}

{notes}
- View and parameters: `{permalink(answer)}`
- Version of the data (hash of its N-Quads, sorted): `{answer.version}`
- Rules: `{answer.rule}` of award-kg {__version__}, in `rule.md`; the queries that read the data are in `queries/`
- Base of all identifiers: {base}

| file | what |
|---|---|
| `page.th.html`, `page.en.html` | the answer for a browser, ภาษาไทย and English |
| `result.json`, `result.csv` | the answer for programs and spreadsheets; `proof` names what each row counts |
| `evidence.csv` | where each of these is said: document, its SHA-256, first and last code point (end exclusive) |
| `picture.th.svg`, `picture.en.svg` | the picture of the pages, where one can be drawn |
| `network.graphml`, `network.gexf` | the same as a network, where there are rows |
| `{MANIFEST}` | SHA-256 of every file |

To check a piece of evidence: take the text of the document, compare the SHA-256 of its UTF-8 bytes, and read the
code points from `start` to `end`.
"""


def _rule(answer: Answer) -> str:
    parameters = "\n".join(f"- {name}: {value}" for name, value in answer.parameters.items()) or "- none"
    formulae = view_named(answer.name).formulae
    head = f"# {answer.title['en']}\n\nRules {answer.rule}."
    return f"{head}\n\n## Parameters\n\n{parameters}\n\n## Formulae\n\n{formulae}\n"


def _manifest(answer: Answer, base: str, contents: dict[str, bytes]) -> bytes:
    plain = {
        "view": answer.name,
        "permalink": permalink(answer),
        "rule": answer.rule,
        "program": f"award-kg {__version__}",
        "data": {"version": answer.version, "base": base},
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(contents.items())},
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
