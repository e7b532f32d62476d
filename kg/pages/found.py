"""What a search found, as the page lists it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.pages.language import Language, pick
from kg.pages.links import Links
from kg.pages.reader import TermInfo
from kg.views.names import Match


@dataclass(frozen=True, slots=True)
class Found:
    """One line: the label with a link, the name that fits where that is another one, and the class in words."""

    label: str
    language: str
    href: str
    kind: str
    also: str = ""
    also_language: str = ""


def found_lines(
    matches: Sequence[Match], terms: dict[str, TermInfo], language: Language, links: Links
) -> Iterable[Found]:
    """The lines for what was found."""
    for match in matches:
        label, tag = pick(dict(match.thing.labels), language)
        classes = (pick(terms[cls].labels, language)[0] for cls in match.thing.classes if cls in terms)
        yield Found(
            label or match.thing.reference,
            "" if tag == language else tag,
            links.page(match.thing.reference),
            next(classes, match.thing.kind),
            match.name if match.name not in dict(match.thing.labels).values() else "",
            next((each for each, said in match.thing.labels if said == match.name), ""),
        )
