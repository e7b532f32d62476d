"""The figures of the collection: what was read, what became of it, and what is in the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from kg.errors import KgError
from kg.graph.query import ask_file
from kg.graph.store import Store
from kg.ingest.intakelog import read_intake_log
from kg.ingest.review import FOLDER, read_queue
from kg.model.review import REASONS
from kg.settings import Settings

_TABLES: Final = {"by_edition": "by-edition", "evidence": "evidence", "completeness": "completeness"}

Json = dict[str, Any]
Skip = Callable[[KgError], None]


def stats(settings: Settings, skip: Skip) -> Json:
    """All figures as JSON; ``skip`` is told of files that cannot be read. Raises NotFound without a store."""
    store = Store.open(settings.store)
    (totals,) = _rows(store, "totals", settings.base)
    tables = {name: _rows(store, query, settings.base) for name, query in _TABLES.items()}
    return {
        "announcements": _announcements(settings, skip),
        "waiting": _waiting(settings, skip),
        "graph": totals,
        **tables,
    }


def _announcements(settings: Settings, skip: Skip) -> Json:
    """What was read, and how many claims were accepted, wait, were refused or thrown out."""
    log = read_intake_log(settings.data, skip).values()
    return {
        "read": len(log),
        "with_claims": sum(1 for each in log if each.claims),
        "claims_found": sum(each.claims for each in log),
        "claims_waiting": sum(each.waiting for each in log),
        "awards_found": sum(each.awards for each in log),
        "awards_accepted": sum(each.awards - each.awards_waiting for each in log if not each.refused),
        "awards_waiting": sum(each.awards_waiting for each in log),
        "records_refused": sum(each.refused for each in log),
        "claims_rejected": sum(each.rejected for each in log),
    }


def _waiting(settings: Settings, skip: Skip) -> list[Json]:
    """Why claims wait, by kind and reason; a claim with two reasons counts for both."""
    found: Counter[tuple[str, str]] = Counter()
    for waiting in read_queue(settings.data / FOLDER, skip):
        for claim in waiting.claims:
            found.update((str(claim["kind"]), str(reason["rule"])) for reason in claim["reasons"])
    return [
        {"kind": kind, "reason": rule, "claims": count, "words": dict(REASONS.get(rule, {}))}
        for (kind, rule), count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    ]


def _rows(store: Store, name: str, base: str) -> list[Json]:
    rows = ask_file(store, f"stats/{name}", base=base)
    return [{key: _plain(term, base) for key, term in row.items()} for row in rows]


def _plain(term: object, base: str) -> object:
    """A term as JSON: numbers as numbers, things by their references."""
    value = getattr(term, "value", None)
    if value is None:
        return None
    datatype = str(getattr(getattr(term, "datatype", None), "value", ""))
    if datatype.endswith("#integer"):
        return int(value)
    return str(value).removeprefix(f"{base}id/")
