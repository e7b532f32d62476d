"""Announcements written for the tests, and the claims that stand in them; a registry of an invented country.

An announcement is a file of ``announcements``: which registry reads it (``thai``: the one that ships; ``ellery``: that
of an invented country, without a word of Thai), the text, and what must be found, each kind of claim in full where it
is given.
"""

from __future__ import annotations

import csv
import json
import tempfile
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kg.extract.announcement import Extractor
from kg.ingest.registry import load_registry
from kg.model.document import Document
from kg.model.registry import TABLES, Registry
from tests.factory import SCHEMAS

HERE = Path(__file__).parent
STORIES = sorted(path.stem for path in (HERE / "announcements").glob("*.toml"))


def foreign_folder(folder: Path) -> Path:
    """A registry folder of data files alone: the tables of Ellery, whose schemas ask for no name in Thai."""
    for table in TABLES:
        schema = json.loads((SCHEMAS / f"{table}.schema.json").read_text("utf-8"))
        for each in schema["fields"]:
            if each["name"].endswith("_th") or each["name"] == "source":
                each.get("constraints", {}).pop("required", None)
        (folder / f"{table}.schema.json").write_text(json.dumps(schema), "utf-8")
        columns = [each["name"] for each in schema["fields"]]
        given = HERE / "registry" / f"{table}.csv"
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            if given.exists():
                with given.open(encoding="utf-8", newline="") as source:
                    writer.writerows(csv.DictReader(source))
    return folder


@cache
def ellery() -> Registry:
    """The registry of the invented country, loaded from files."""
    with tempfile.TemporaryDirectory() as folder:
        return load_registry(foreign_folder(Path(folder)))


@cache
def extractor(registry: str) -> Extractor:
    """Made once for each registry."""
    return Extractor(ellery() if registry == "ellery" else load_registry(SCHEMAS))


def story(name: str) -> dict[str, Any]:
    """An announcement and its claims."""
    return tomllib.loads((HERE / "announcements" / f"{name}.toml").read_text("utf-8"))


def read(told: dict[str, Any]) -> dict[str, Any]:
    """What is extracted from an announcement: the accepted claims."""
    document = Document("doc", told["text"], "text/plain", published=told.get("published", ""))
    return extractor(told["registry"]).extract(document).as_json(quote=True)


def conferments(found: dict[str, Any]) -> list[list[Any]]:
    """Recipient, scheme, year, category, level and work of each conferment."""
    fields = ("recipient", "scheme", "year", "category", "level", "work")
    return [[row[field] or "" for field in fields] for row in found["conferments"]]


def claims(found: dict[str, Any]) -> dict[str, list[list[Any]]]:
    """All claims in the shape of the files."""
    return {
        "conferments": conferments(found),
        "ids": sorted({row["recipient_id"] for row in found["conferments"] if "recipient_id" in row}),
        "candidacies": [[row["recipient"], row["scheme"], row["status"]] for row in found["candidacies"]],
        "people": [[row["name"], row["part"]] for row in found["people"]],
        "events": [
            [row["name"], row["date"] or "", row["place"] or "", row["organizer"] or ""] for row in found["events"]
        ],
        "streaks": [[row["recipient"], row["scheme"], row["years"], row["until"]] for row in found["streaks"]],
        "counts": [list(said) for said in sorted({(row["n"], row["counted"]) for row in found["counts"]})],
    }
