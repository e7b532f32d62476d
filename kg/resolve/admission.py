"""Which awards may enter the graph unread: precision comes first, and confidence alone does not tell it.

What speaks against an award are reasons why it waits for a curator; the words and limits are data (``admission.toml``).
A claim that a curator has read is not asked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from kg.model.record import Span
from kg.model.resolution import Link
from kg.resolve.context import Document, Row, span_of
from kg.resolve.curated import RULE
from kg.terms.iris import split

_THAI: Final = ("ก", "๎")


def doubts(document: Document, row: Row, link: Link) -> Iterator[str]:
    """What speaks against taking in an award that nobody has read; each a reason of ``kg.model.review``."""
    if row.get("rule") == RULE:
        return
    policy = _policy()
    scheme = document.knowledge.schemes.scheme(row["scheme"], row.get("scheme_id") or "")
    if not document.knowledge.schemes.known(scheme):
        yield "new-scheme"
    elif link.ref and link.ref == document.knowledge.schemes.awarder(scheme):
        yield "giver"
    rule = row.get("rule", "")
    if rule in policy["weak_rules"] and row["confidence"] < policy["weak_below"]:
        yield "weak-rule"
    if rule in policy["far_rules"] and _gap(span_of(row, "recipient"), span_of(row, "scheme")) > policy["farthest"]:
        yield "far-apart"
    if row["kind"] == "person" and row["confidence"] < policy["persons_below"]:
        yield "low-confidence"
    published = str(document.said.get("published") or "")[:4]
    if published and row.get("year") and row["year"] < int(published) - policy["oldest"]:
        yield "old-year"
    if not _is_registered(link) and _odd(document.text, row, policy):
        yield "odd-name"


def _is_registered(link: Link) -> bool:
    return link.state == "bound" and split(link.ref)[0] in ("agency", "unit", "person")


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _odd(text: str, row: Row, policy: Mapping[str, Any]) -> bool:
    """Whether a name that the registry does not have was probably cut wrongly."""
    name, person = row["recipient"], row["kind"] == "person"
    if any(word in name for word in policy["not_in_names"]):
        return True
    if person and (name.startswith(tuple(policy["not_before_persons"])) or " " not in name):
        return True
    rest = text[span_of(row, "recipient")[1] :][:16]
    if not person and (_ran_together(name, policy) or rest.lstrip().startswith(tuple(policy["goes_on"]))):
        return True
    if _goes_on(rest, person=person):
        return True
    return rest[:1] != "" and _THAI[0] <= rest[0] <= _THAI[1] and not rest.startswith(tuple(policy["may_follow"]))


def _ran_together(name: str, policy: Mapping[str, Any]) -> bool:
    return any(name.find(word, 1) > 0 and not name.startswith(word) for word in policy["begin_bodies"])


def _goes_on(rest: str, *, person: bool) -> bool:
    """Whether the words behind a name are more of it: initials, or Latin letters behind a space."""
    behind = rest[:2].strip()
    return (person and rest.startswith(".")) or (behind[:1].isascii() and behind[:1].isalpha())


@cache
def _policy() -> Mapping[str, Any]:
    return tomllib.loads(files("kg.resolve").joinpath("admission.toml").read_text("utf-8"))
