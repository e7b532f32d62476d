"""Settings of one run: read once from arguments and environment, then passed by hand. Never a global."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import UsageError
from kg.terms.prefixes import DEFAULT_BASE

THRESHOLD: Final = 0.90
"""Confidence from which ingest accepts an award that nobody has read; what is below waits for a curator."""
_DEFAULT_STORE = Path(".kg/store")
# Only signs that need no escaping in an IRI: every identifier stands on this.
_BASE = re.compile(r"https?://[A-Za-z0-9.\-]+(:[0-9]{1,5})?(/[A-Za-z0-9.\-_~/]*)?[/#]")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.\-]+(:[0-9]{1,5})?")
_PREFIX = re.compile(r"(/[A-Za-z0-9.\-_~]+)*")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and under which base IRI the graph is published."""

    data: Path = Path("data")
    ontology: Path = Path("ontology")
    shapes: Path = Path("shapes")
    store: Path = _DEFAULT_STORE
    corpus: Path | None = None
    base: str = DEFAULT_BASE
    prefix: str = ""
    """The path under which a proxy shows the server, without a slash at its end."""
    origin: str = ""
    """Scheme and host that the world sees; empty: those that each request names."""
    threshold: float = THRESHOLD


def project_folder() -> Path:
    """The folder that holds ``data``, ``ontology`` and ``shapes``: the checkout, or the package if installed."""
    package = Path(__file__).resolve().parent
    checkout = package.parent
    return checkout if (checkout / "ontology" / "award.ttl").is_file() else package / "resources"


def load_settings(
    *,
    data: Path | None = None,
    store: Path | None = None,
    corpus: Path | None = None,
    base: str | None = None,
    prefix: str | None = None,
    origin: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Settings from arguments, else from ``KG_STORE``, ``KG_CORPUS``, ``KG_BASE``, ``KG_PREFIX``, ``KG_ORIGIN`` and
    ``KG_THRESHOLD``, else the defaults.

    Raises UsageError for a base, prefix, origin or threshold that cannot be one.
    """
    env = os.environ if environment is None else environment
    home = project_folder()
    chosen_base = base or env.get("KG_BASE") or DEFAULT_BASE
    if not _BASE.fullmatch(chosen_base):
        raise UsageError(
            f"the base {chosen_base!r} cannot be used", why="it must start with http:// or https:// and end with / or #"
        )
    chosen_prefix = (prefix or env.get("KG_PREFIX") or "").rstrip("/")
    if not _PREFIX.fullmatch(chosen_prefix):
        raise UsageError(f"the prefix {chosen_prefix!r} cannot be used", why="it must be a path like /kg")
    chosen_origin = (origin or env.get("KG_ORIGIN") or "").rstrip("/")
    if chosen_origin and not _ORIGIN.fullmatch(chosen_origin):
        raise UsageError(
            f"the origin {chosen_origin!r} cannot be used",
            why="it must be http:// or https:// and a host, without a path",
        )
    env_corpus = env.get("KG_CORPUS")
    return Settings(
        data=data or home / "data",
        ontology=home / "ontology",
        shapes=home / "shapes",
        store=store or Path(env.get("KG_STORE") or _DEFAULT_STORE),
        corpus=corpus or (Path(env_corpus) if env_corpus else None),
        base=chosen_base,
        prefix=chosen_prefix,
        origin=chosen_origin,
        threshold=_threshold(env.get("KG_THRESHOLD") or str(THRESHOLD)),
    )


def _threshold(said: str) -> float:
    with suppress(ValueError):
        if 0 <= (threshold := float(said)) <= 1:
            return threshold
    raise UsageError(f"the threshold {said!r} cannot be used", where="KG_THRESHOLD", fix="give a number from 0 to 1")
