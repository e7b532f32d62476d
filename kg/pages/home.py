"""The home page: what this is, the figures that matter, and ways in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kg.pages.documents import DocumentLine, document_line, newest_first
from kg.pages.listing import Listing
from kg.pages.pictures.bars import in_cell
from kg.pages.profile import years_chart
from kg.pages.proof import titles
from kg.pages.reader import Things, Value
from kg.pages.reading import Shelf
from kg.pages.show import Shower, Shown
from kg.pages.view import View
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS

_EDITIONS: Final = 15
_WINNERS: Final = 15


@dataclass(frozen=True, slots=True)
class Front:
    """The figures of the home page, the same until the graph changes; things as IRIs."""

    figures: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]
    editions: tuple[tuple[str, int], ...]
    winners: tuple[tuple[str, int, int], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing with the number of its awards, and a bar as long as its share of the most."""

    thing: Shown
    note: str
    awards: int
    bar: Markup | None = None


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that the home page shows."""

    figures: tuple[tuple[str, int], ...]
    chart: Markup
    years: tuple[tuple[str, int], ...]
    editions: tuple[Counted, ...]
    winners: tuple[Counted, ...]
    announcements: tuple[DocumentLine, ...]
    kinds: tuple[tuple[str, int], ...]


def front(shelf: Shelf) -> Front:
    """Count what the home page shows."""
    awards = shelf.holdings.awards
    figures = {name: _number(term) for name, term in shelf.reader.ask("figures")[0].items()}
    editions = Counter(edition for award in awards.given for edition in award.editions)
    winners = Counter(recipient for award in awards.given for recipient in award.recipients)
    most = sorted(winners.items(), key=lambda item: (-item[1], item[0]))[:_WINNERS]
    held: dict[str, set[str]] = {recipient: set() for recipient, _ in most}
    for award in awards.given:
        for recipient in held.keys() & set(award.recipients):
            held[recipient] |= set(award.editions)
    latest = sorted(editions, key=lambda ref: (-awards.editions[ref].year if ref in awards.editions else 0, ref))
    thing = shelf.iris.thing
    return Front(
        figures=tuple((name, figures[name]) for name in ("sources", "conferments", "agencies", "editions")),
        years=tuple(sorted(Counter(year for award in awards.given for year in awards.years(award)).items())),
        editions=tuple((thing(ref), editions[ref]) for ref in latest[:_EDITIONS]),
        winners=tuple((thing(ref), count, len(held[ref])) for ref, count in most),
        sources=tuple(Value.of(row["source"]).iri for row in shelf.reader.ask("sources")),
    )


def home_page(shelf: Shelf, listing: Listing, known: Front, view: View) -> HomePage:
    """The home page in the language that is wanted."""
    editions = {iri for iri, _ in known.editions}
    things = shelf.reader.about({*known.sources, *editions})
    wanted = {iri for source in known.sources for iri in things.iris(source, DCTERMS.publisher, AW.publisherRole)}
    wanted |= editions | {iri for iri, _, _ in known.winners}
    labels = dict(shelf.reader.labels(wanted))
    labels.update(titles(things, known.sources))
    shower = Shower(shelf.iris, view.language, view.links, labels)
    most = max((count for _, count, _ in known.winners), default=1)
    return HomePage(
        figures=known.figures,
        chart=years_chart(known.years, shower.word("site"), shower) if len(known.years) > 1 else Markup(),
        years=tuple((shower.year(year), count) for year, count in known.years),
        editions=tuple(Counted(shower.thing(iri), _year(things, iri, shower), count) for iri, count in known.editions),
        winners=tuple(
            Counted(shower.thing(iri), f"{editions:,}", count, in_cell(count / most))
            for iri, count, editions in known.winners
        ),
        announcements=tuple(document_line(iri, things, shower) for iri in newest_first(known.sources, things)),
        kinds=listing.kinds(),
    )


def _number(term: object) -> int:
    return int(getattr(term, "value", "0"))


def _year(things: Things, iri: str, shower: Shower) -> str:
    year = things.integer(iri, AW.yearCE)
    return shower.year(year) if year else ""
