"""Which awards may enter the graph unread: precision comes first, and confidence alone does not tell it.

What speaks against an award are reasons why it waits for a curator; the words and limits are data (``admission.toml``).
A claim that a curator has read is not asked.
"""

from __future__ import annotations

import re
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

_BRACKETS: Final = re.compile(r"^\s*\([^()]{1,60}\)")
_PEOPLE: Final = re.compile(r"จำนวน\s*[0-9๐-๙]+\s*(?:คน|ราย|ท่าน)")
_NUMBER: Final = re.compile(r"\s?[0-9๐-๙]+(?![0-9๐-๙.)])")
_BEFORE: Final = 30  # characters before the words for an award in which its name may stand
_YEAR: Final = re.compile("[2๒][5๕][0-9๐-๙]{2}")
_AND: Final = r"\s*(?:และ|-|–|ถึง|,)\s*(?:ประจำ)?(?:ปี)?\s*(?:พ\.ศ\.)?\s*"
_MORE: Final = re.compile(rf"{_AND}[2๒][5๕][0-9๐-๙]{{2}}")
_LESS: Final = re.compile(rf"[2๒][5๕][0-9๐-๙]{{2}}{_AND}$")
_NEAR: Final = 80  # characters behind a name in which its verb stands
_THAI: Final = ("ก", "๎")


def doubts(document: Document, row: Row, link: Link) -> Iterator[str]:
    """What speaks against taking in an award that nobody has read; each a reason of ``kg.model.review``."""
    if row.get("rule") == RULE:
        return
    policy = _policy()
    yield from _of_scheme(document, row, link)
    yield from _of_rule(document.text, row, policy)
    if row["kind"] == "person" and row["confidence"] < policy["persons_below"]:
        yield "low-confidence"
    published = str(document.said.get("published") or "")[:4]
    if published and row.get("year") and row["year"] < int(published) - policy["oldest"]:
        yield "old-year"
    if _odd(document.text, row, policy) if not _is_registered(link) else _is_address(document.text, row, link, policy):
        yield "odd-name"


def _of_scheme(document: Document, row: Row, link: Link) -> Iterator[str]:
    schemes = document.knowledge.schemes
    scheme = schemes.scheme(row["scheme"], row.get("scheme_id") or "")
    if not schemes.known(scheme):
        yield "new-scheme"
    elif link.ref and link.ref == schemes.awarder(scheme):
        yield "giver"
    name, award = span_of(row, "recipient"), span_of(row, "scheme")
    between = document.text[max(0, award[0] - _BEFORE) : name[0]] if award[0] < name[0] else ""
    if (last := schemes.last_named(between)) and last != scheme:
        yield "other-award"


def _of_rule(text: str, row: Row, policy: Mapping[str, Any]) -> Iterator[str]:
    """What speaks against the way in which winner and award were tied together."""
    rule, name = row.get("rule", ""), span_of(row, "recipient")
    behind = _BRACKETS.sub("", text[name[1] : name[1] + _NEAR]).strip()
    weak = rule in policy["weak_rules"] and row["confidence"] < policy["weak_below"]
    if weak or behind.startswith(tuple(policy["no_wins"])):
        yield "weak-rule"
    if rule not in policy["far_rules"]:
        if _of_two_years(text, row):
            yield "two-years"
    elif _gap(name, span_of(row, "scheme")) > policy["farthest"]:
        yield "far-apart"


def least(document: Document, row: Row, link: Link) -> float:
    """The confidence, 0 to 1, from which an award may enter unread: less where the words are plain."""
    policy, threshold = _policy(), document.knowledge.threshold
    if row.get("rule") in policy["direct_rules"] and _is_registered(link) and _is_direct(document.text, row, policy):
        return min(threshold, float(policy["direct_least"]))
    return threshold


def _is_direct(text: str, row: Row, policy: Mapping[str, Any]) -> bool:
    """Whether the verb stands right behind the winner, an abbreviation in brackets left aside, and no one between."""
    end, award = span_of(row, "recipient")[1], span_of(row, "scheme")[0]
    between = _BRACKETS.sub("", text[end:award]).strip()
    if not 0 <= award - end <= policy["direct_reach"] or "\n" in between:
        return False
    before = text[: span_of(row, "recipient")[0]].rpartition("\n")[2].strip()
    if before and not before.endswith(tuple(policy["direct_behind"])):
        return False
    return between.startswith(tuple(policy["direct_verbs"])) and not any(
        word in between for word in policy["not_between"]
    )


def _is_registered(link: Link) -> bool:
    return link.state == "bound" and split(link.ref)[0] in ("agency", "unit", "person")


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _of_two_years(text: str, row: Row) -> bool:
    """Whether the words for the year go on with another: which winner is of which year, they do not say."""
    if "year" not in row["spans"]:
        return False
    start, end = span_of(row, "year")
    inside = len(_YEAR.findall(text[start:end])) > 1
    return inside or bool(_MORE.match(text, end) or _LESS.search(text[max(0, start - 40) : start]))


def _is_address(text: str, row: Row, link: Link, policy: Mapping[str, Any]) -> bool:
    """Whether a known body only says where or whose the winner is: a province behind a name, a body before a person."""
    start, end = span_of(row, "recipient")
    behind = text[end : end + _NEAR].lstrip()
    if row["kind"] != "person" and (behind.startswith(tuple(policy["before_persons"])) or _PEOPLE.match(behind)):
        return True
    before = text[:start].rpartition("\n")[2].strip()
    if before.endswith(tuple(policy["whose"])):
        return True
    province = link.ref.startswith(policy["provinces"]) and row.get("rule") in policy["far_rules"]
    return province and not before.endswith((*policy["direct_behind"], *policy["in_a_row"])) and before != ""


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
    cut = rest.startswith(".") or rest.lstrip().startswith("ฯ") if person else bool(_NUMBER.match(rest))
    return cut or (behind[:1].isascii() and behind[:1].isalpha())


@cache
def _policy() -> Mapping[str, Any]:
    return tomllib.loads(files("kg.resolve").joinpath("admission.toml").read_text("utf-8"))
