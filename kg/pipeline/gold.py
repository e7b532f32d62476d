"""Reads a gold standard, the texts that it is about, and predictions in the same shape."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import DataError, NotFound
from kg.ingest.documents import read_documents
from kg.ingest.intake import Intake
from kg.model.document import Document


@dataclass(slots=True)
class Gold:
    """What documents say, by their ids, and those of their texts that are at hand."""

    documents: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def without_text(self) -> list[str]:
        """Documents whose text is not at hand."""
        return sorted(doc for doc in self.documents if doc not in self.texts)

    def as_documents(self) -> Iterator[Document]:
        """The documents whose texts are at hand, for extraction."""
        for doc, text in sorted(self.texts.items()):
            yield Document(doc, text, "text/plain", published=self.documents[doc].get("published") or "")

    def offer(self, doc: str, text: str) -> None:
        """Take a text, if it is the one that the gold was made of, as far as the gold says that."""
        stated = self.documents[doc].get("sha256")
        if not stated or stated == hashlib.sha256(text.encode("utf-8")).hexdigest():
            self.texts[doc] = text


def read_gold(folders: Sequence[Path], texts: Path | None = None) -> Gold:
    """The gold of these folders, a JSON file a document.

    A text stands beside its gold as DOC.txt, or in the folder ``texts``, there also in files of JSON lines.
    """
    gold = Gold()
    for folder in folders:
        if not folder.is_dir():
            raise NotFound("is not a folder", where=str(folder), fix="name a folder with gold files")
        for path in sorted(folder.glob("*.json")):
            said = _object(path.read_bytes(), str(path))
            doc = str(said.get("doc") or path.stem)
            gold.documents[doc] = said
            _offer_file(gold, doc, path.with_suffix(".txt"))
            if texts is not None:
                _offer_file(gold, doc, texts / f"{doc}.txt")
    if not gold.documents:
        raise NotFound("there is no gold", where=", ".join(map(str, folders)), why="no .json file stands there")
    if texts is not None and gold.without_text():
        add_texts(gold, read_documents([texts], Intake()))
    return gold


def add_texts(gold: Gold, documents: Iterable[Document]) -> None:
    """Take from these documents the texts that the gold lacks."""
    for document in documents:
        if document.id in gold.documents and document.id not in gold.texts:
            gold.offer(document.id, document.text)


def read_predictions(path: Path) -> dict[str, Mapping[str, Any]]:
    """Predictions by document, a JSON object a line; DataError for a document with two lines or none."""
    try:
        return by_document(path.read_bytes().split(b"\n"), str(path))
    except OSError as error:
        raise NotFound("cannot be read", where=str(path), why=error.strerror or str(error)) from error


def by_document(lines: Iterable[bytes], where: str = "line") -> dict[str, Mapping[str, Any]]:
    """Lines of JSON by the document that they are about."""
    found: dict[str, Mapping[str, Any]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        said = _object(line, f"{where}:{number}")
        doc = said.get("doc")
        if not isinstance(doc, str) or doc in found:
            what = f"a second line for {doc!r}" if isinstance(doc, str) else "the line has no doc"
            raise DataError(what, where=f"{where}:{number}", fix="give one line a document")
        found[doc] = said
    return found


def _offer_file(gold: Gold, doc: str, path: Path) -> None:
    if path.is_file():
        try:
            gold.offer(doc, path.read_bytes().decode("utf-8"))
        except UnicodeDecodeError as error:
            raise DataError("is not UTF-8", where=str(path), fix="save it as UTF-8") from error


def _object(data: bytes, where: str) -> dict[str, Any]:
    try:
        said = json.loads(data.decode("utf-8"))
    except ValueError as error:
        raise DataError("is not JSON", where=where, why=str(error)[:200]) from error
    if not isinstance(said, dict):
        raise DataError("is no JSON object", where=where)
    return said
