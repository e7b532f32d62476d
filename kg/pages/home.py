"""The home page: what this is, the figures that matter, and ways in."""

from __future__ import annotations

from dataclasses import dataclass

from kg.pages.proof import titles
from kg.pages.reader import Reader, Things, Value
from kg.pages.show import Shower, Shown
from kg.pages.thing import View
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS
from kg.terms.iris import Iris


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing with the number of its awards."""

    thing: Shown
    note: str
    awards: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """A document, who published it, when and in what role."""

    thing: Shown
    publisher: Shown | None
    role: Shown | None
    issued: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that the home page shows."""

    figures: tuple[tuple[str, int], ...]
    editions: tuple[Counted, ...]
    winners: tuple[Counted, ...]
    announcements: tuple[Announcement, ...]


def home_page(reader: Reader, iris: Iris, view: View) -> HomePage:
    """The home page of the graph as it stands."""
    figures = {name: _number(term) for name, term in reader.ask("figures")[0].items()}
    editions = {Value.of(row["edition"]).iri: _number(row["conferments"]) for row in reader.ask("editions")}
    winners = {
        Value.of(row["recipient"]).iri: (_number(row["conferments"]), _number(row["editions"]))
        for row in reader.ask("winners")
    }
    sources = {Value.of(row["source"]).iri for row in reader.ask("sources")}
    things = reader.about(sources | set(editions))
    labels = dict(reader.labels(_named(things, sources) | set(editions) | set(winners)))
    labels.update(titles(things, sources))
    shower = Shower(iris, view.language, view.links, labels)
    return HomePage(
        figures=tuple((name, figures[name]) for name in ("sources", "conferments", "agencies", "editions")),
        editions=tuple(
            Counted(shower.thing(iri), _year(things, iri, shower), editions[iri])
            for iri in sorted(editions, key=lambda iri: (-things.integer(iri, AW.yearCE), shower.label(iri).text))
        ),
        winners=tuple(Counted(shower.thing(iri), f"{years:,}", awards) for iri, (awards, years) in winners.items()),
        announcements=_announcements(things, sources, shower),
    )


def _number(term: object) -> int:
    return int(getattr(term, "value", "0"))


def _named(things: Things, sources: set[str]) -> set[str]:
    return {each for iri in sources for each in things.iris(iri, DCTERMS.publisher, AW.publisherRole)}


def _year(things: Things, iri: str, shower: Shower) -> str:
    year = things.integer(iri, AW.yearCE)
    return shower.year(year) if year else ""


def _announcements(things: Things, sources: set[str], shower: Shower) -> tuple[Announcement, ...]:
    def latest(iri: str) -> tuple[str, str]:
        return (things.text(iri, DCTERMS.issued), iri)

    found = []
    for iri in sorted(sources, key=latest, reverse=True):
        publisher = things.iris(iri, DCTERMS.publisher)
        role = things.iris(iri, AW.publisherRole)
        found.append(
            Announcement(
                shower.thing(iri),
                shower.thing(publisher[0]) if publisher else None,
                shower.label(role[0]) if role else None,
                shower.date(things.text(iri, DCTERMS.issued)),
            )
        )
    return tuple(found)
