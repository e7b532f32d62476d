"""One-line makers of awards and what lies around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model.answer import Cell
from kg.views.awards import Award, Awards, Edition
from kg.views.choice import Choice, choose
from kg.views.result import Result

EVERYTHING = ("from", "to", "scheme", "category", "level", "kind", "of", "units", "by", "at-least")


def choice(**given: Any) -> Choice:
    """A choice as a reader makes it; ``from_`` and ``at_least`` stand for names that Python cannot have."""
    texts = {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}
    lists = {name: value if isinstance(value, list) else [str(value)] for name, value in texts.items()}
    return choose("test", EVERYTHING, lists)


def won(ref: str, *recipients: str, edition: str = "e-2020", **more: Sequence[str]) -> Award:
    """An award; recipients and the edition by their short names, further properties as lists of references."""
    full = tuple(each if "/" in each else f"agency/{each}" for each in recipients)
    return Award(
        f"conferment/{ref}", full, (f"edition/{edition}",), **{name: tuple(all_of) for name, all_of in more.items()}
    )


def editions(schemes: str = "ef", years: Iterable[int] = range(2018, 2025), **held: bool) -> Mapping[str, Edition]:
    """An edition a year of each scheme; ``e_2021=False`` says that one was not held."""
    return {
        f"edition/{scheme}-{year}": Edition(
            f"edition/{scheme}-{year}", f"scheme/{scheme}", year, held=held.get(f"{scheme}_{year}")
        )
        for scheme in schemes
        for year in years
    }


def awards(*given: Award, **more: Any) -> Awards:
    """Awards of some editions of the schemes e and f."""
    more.setdefault("editions", editions())
    return Awards(tuple(sorted(given, key=lambda each: each.ref)), **more)


def cells(result: Result) -> list[tuple[Cell, ...]]:
    """The cells of all rows."""
    return [row.cells for row in result.rows]


def proofs(result: Result) -> list[tuple[str, ...]]:
    """What each row counts."""
    return [row.proof for row in result.rows]


def note(result: Result, kind: str) -> str:
    """The English text of the note of a kind; empty where there is none."""
    return next((each.text["en"] for each in result.notes if each.kind == kind), "")
