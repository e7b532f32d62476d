"""Reads what single views need besides the awards: documents, verdicts, contradictions, who was on a stage."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.quads import node
from kg.terms.award import AW
from kg.views.awards import Awards
from kg.views.differing import Differing
from kg.views.read import Reader
from kg.views.stage import Appearance
from kg.views.verdicts import CheckedClaim
from kg.views.voices import Document, Press, Said


def read_press(reader: Reader) -> Press:
    """Which document states which award, and where; places are read of awards that several documents state."""
    stated: dict[str, set[str]] = {}
    for thing, source in reader.ask("stated"):
        stated.setdefault(thing, set()).add(source)
    several = {thing for thing, sources in stated.items() if len(sources) > 1}
    said: dict[str, set[Said]] = {}
    for thing, name, value, source, start, end in reader.of_things("places", several):
        said.setdefault(source, set()).add(Said((thing, name, value), int(start), int(end)))
    return Press(
        {thing: frozenset(sources) for thing, sources in stated.items()},
        {
            source: Document(source, publisher, role, sha256)
            for source, publisher, role, sha256 in reader.ask("sources")
        },
        {
            source: tuple(sorted(all_of, key=lambda each: (each.start, each.end, each.fact)))
            for source, all_of in said.items()
        },
    )


def read_checked(reader: Reader) -> list[CheckedClaim]:
    """Every claim with its verdict."""
    support: dict[str, set[str]] = {}
    for claim, conferment in reader.ask("support"):
        support.setdefault(claim, set()).add(conferment)
    rows: dict[str, list[tuple[str, ...]]] = {}
    for row in reader.ask("claims"):
        rows.setdefault(row[0], []).append(row[1:])
    return [_tested(claim, all_of, support.get(claim, set())) for claim, all_of in sorted(rows.items())]


def _tested(claim: str, rows: list[tuple[str, ...]], support: set[str]) -> CheckedClaim:
    columns = [sorted({cell for cell in column if cell}) for column in zip(*rows, strict=True)]
    cls, source, recipient, scheme, edition, category, counted, claimed, until, verdict, found, missing = columns
    return CheckedClaim(
        claim=claim,
        cls=cls[0],
        source=source[0],
        claimed=int(claimed[0]),
        verdict=verdict[0],
        recipients=tuple(recipient),
        schemes=tuple(scheme),
        editions=tuple(edition),
        categories=tuple(category),
        counted=next(iter(counted), ""),
        until=int(until[0]) if until else None,
        found=int(found[0]) if found else None,
        missing=tuple(missing),
        conferments=tuple(sorted(support)),
    )


def read_differing(reader: Reader) -> list[Differing]:
    """Every place that says one of several values on which documents differ."""
    return [
        Differing(contradiction, about, name, counted, value, evidence, source, int(start), int(end))
        for contradiction, about, name, counted, value, evidence, source, start, end in reader.ask("contradictions")
    ]


def read_appearances(reader: Reader, awards: Awards) -> list[Appearance]:
    """Who was on the stage of which event, by what is said of events and of the awards that were given there."""
    found = [Appearance(event, role, actor) for event, role, actor in reader.ask("stage")]
    found.extend(_handed_over(reader, awards))
    return found


def _handed_over(reader: Reader, awards: Awards) -> Iterator[Appearance]:
    events = {award.ref: award.events for award in awards.given}
    for name in (AW.presenter, AW.acceptedBy):
        rows = reader.ask("outcomes", property=node(name))
        for award, actor in sorted(set(rows)):
            for event in events.get(award, ()):
                yield Appearance(event, reader.short(str(name)), actor, award)


def read_members(reader: Reader) -> list[tuple[str, str]]:
    """Which person holds or held a post in which body."""
    return sorted({(person, body) for person, body in reader.ask("memberships")})
