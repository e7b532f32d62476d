"""What a reader asks a view for: which years, schemes and kinds, counted by what, of whom.

The same names serve the command line (``--scheme``), the address of a page (``?scheme=``) and the permalink.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.errors import UsageError
from kg.model.answer import Parameters
from kg.terms.iris import is_reference
from kg.text.dates import to_be

_BUDDHIST: Final = 2400  # a year above it is BE: no award is given in 2401 CE, none was in 2400 BE (1857)
_BETWEEN_ERAS: Final = to_be(0)

OWN: Final = "own"
WITH: Final = "with"
MINISTRY: Final = "ministry"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that can be asked for: a name, what it is for, the values it may have, or which kind of reference."""

    name: str
    help: str
    values: tuple[str, ...] = ()
    kind: str = ""
    number: bool = False
    many: bool = False


PARAMETERS: Final[tuple[Parameter, ...]] = (
    Parameter("from", "first year, BE or CE", number=True),
    Parameter("to", "last year, BE or CE", number=True),
    Parameter("scheme", "only this scheme, by its id", kind="scheme", many=True),
    Parameter("category", "only this category or what lies under it", kind="category", many=True),
    Parameter("level", "only this level", kind="level", many=True),
    Parameter("kind", "only bodies of this kind, e.g. kindMinistry", many=True),
    Parameter("of", "whom to count", values=("all", "agency", "unit", "ministry", "person", "recipient", "work")),
    Parameter("units", "whose awards count for a body: its own, or with those of its units", values=(OWN, WITH)),
    Parameter("by", "count apart by", values=("all", "scheme", "category", "level", "year")),
    Parameter("at-least", "only rows with so many", number=True),
)
_BY_NAME: Final[Mapping[str, Parameter]] = {each.name: each for each in PARAMETERS}


@dataclass(frozen=True, slots=True)
class Choice:
    """The values of the parameters that were given; what was not given filters nothing. Years are CE."""

    first: int | None = None
    last: int | None = None
    schemes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    of: str = ""
    units: str = OWN
    by: str = "all"
    at_least: int | None = None
    given: Parameters = field(default_factory=dict, compare=False)

    @property
    def filtered(self) -> bool:
        """Whether it leaves out any award."""
        return bool(self.first is not None or self.last is not None or self.schemes or self.categories or self.levels)

    def least(self, otherwise: int) -> int:
        """The least number that a row must have."""
        return otherwise if self.at_least is None else self.at_least


def choose(view: str, accepted: Iterable[str], given: Mapping[str, Sequence[str]]) -> Choice:
    """The choice that some texts make; raises UsageError for what the view does not know or no reader can mean."""
    asked = {name: tuple(values) for name, values in given.items() if values}
    allowed = tuple(accepted)
    for name, values in asked.items():
        if name not in allowed:
            raise UsageError(
                f"the view {view} has no {name!r}", fix=f"it can be asked for: {', '.join(allowed) or 'nothing'}"
            )
        if len(values) > 1 and not _BY_NAME[name].many:
            raise UsageError(f"{name} is given {len(values)} times", why="one value counts", fix=f"give {name} once")
    first, last = _year(asked, "from"), _year(asked, "to")
    if first is not None and last is not None and first > last:
        raise UsageError(
            "the years are upside down", why=f"from {first} to {last} (CE) holds no year", fix="swap from and to"
        )
    return Choice(
        first=first,
        last=last,
        schemes=_references(asked, "scheme"),
        categories=_references(asked, "category"),
        levels=_references(asked, "level"),
        kinds=tuple(_kind(each) for each in asked.get("kind", ())),
        of=_word(asked, "of", ""),
        units=_word(asked, "units", OWN),
        by=_word(asked, "by", "all"),
        at_least=_number(asked, "at-least"),
        given=_shown(asked),
    )


def _shown(asked: Mapping[str, tuple[str, ...]]) -> Parameters:
    return {name: values if _BY_NAME[name].many else values[0] for name, values in sorted(asked.items())}


def _year(asked: Mapping[str, tuple[str, ...]], name: str) -> int | None:
    year = _number(asked, name)
    return year - _BETWEEN_ERAS if year is not None and year > _BUDDHIST else year


def _number(asked: Mapping[str, tuple[str, ...]], name: str) -> int | None:
    if name not in asked:
        return None
    text = asked[name][0]
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise UsageError(f"{name} is {text!r}", why="it must be a whole number", fix=f"write it like {name} 2563")
    return int(text)


def _word(asked: Mapping[str, tuple[str, ...]], name: str, otherwise: str) -> str:
    if name not in asked:
        return otherwise
    word, known = asked[name][0], _BY_NAME[name].values
    if word not in known:
        raise UsageError(f"{name} cannot be {word!r}", fix=f"choose one of {', '.join(known)}")
    return word


def _references(asked: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    return tuple(_reference(name, each) for each in asked.get(name, ()))


def _reference(kind: str, text: str) -> str:
    """A reference, from itself or from its identifier alone."""
    reference = text if text.startswith(f"{kind}/") else f"{kind}/{text}"
    if not is_reference(reference):
        raise UsageError(f"{text!r} is no id of a {kind}", why="ids are ASCII", fix=f"write it like {kind}/ID")
    return reference


def _kind(text: str) -> str:
    """A kind of bodies: a concept of the ontology, or a row of the registry's table of kinds."""
    if text.startswith(("aw:", "kind/")):
        return text
    return f"aw:{text}" if text.startswith("kind") else f"kind/{text}"
