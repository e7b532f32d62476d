"""Whether two descriptions, each from documents of its own, can be of one award or one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from rapidfuzz import fuzz

from kg.model.record import Record, Thing
from kg.model.registry import Registry
from kg.text.dates import PartialDate, parse_iso
from kg.text.names import key_form

_APART: Final = 3  # days by which documents may differ on the date of one event
_ALIKE: Final = 85.0  # likeness, 0 to 100, of two names of one event
_SAME_TITLE: Final = 90.0  # likeness of two titles of one work

Values = frozenset[str]


class _Canonical(Protocol):
    def of(self, ref: str) -> str: ...


@dataclass(frozen=True)
class Entry:
    """All that documents say of one thing: values by property, and which documents."""

    ref: str
    cls: str
    values: Mapping[str, Values]
    sources: frozenset[str]

    @classmethod
    def of(cls, ref: str, said: Sequence[tuple[str, Thing]], canonical: Callable[[str], str]) -> Entry:
        """One entry from what each document says."""
        values: dict[str, set[str]] = {}
        for _, thing in said:
            for name, found in thing.says.items():
                values.setdefault(name, set()).update(canonical(str(value.value)) for value in found)
        frozen = {name: frozenset(found) for name, found in values.items()}
        return cls(ref, min(thing.cls for _, thing in said), frozen, frozenset(source for source, _ in said))

    def get(self, name: str) -> Values:
        """Values of a property; none where no document has it."""
        return self.values.get(name, frozenset())


class Fitting:
    """Compares entries; knows the categories above a category and the titles of works."""

    def __init__(self, records: Iterable[Record], registry: Registry, merging: _Canonical) -> None:
        """``merging`` says which references are one already."""
        rows = registry.tables.get("categories", ())
        self._above = {f"category/{row.id}": f"category/{row['broader_id']}" for row in rows if row.get("broader_id")}
        self._titles: dict[str, set[str]] = {}
        for record in records:
            for thing in record.by_class("Work"):
                names = (key_form(str(value.value)) for value in thing.says.get("name", ()))
                self._titles.setdefault(merging.of(thing.ref), set()).update(names)

    def key_of_conferment(self, entry: Entry) -> Iterator[str]:
        """What two conferments must share to be compared: an edition and a recipient."""
        for edition in entry.get("edition"):
            for recipient in entry.get("recipient"):
                yield f"{edition} {recipient}"

    def conferments_fit(self, one: Entry, two: Entry) -> bool:
        """Recipients the same, or one's among the other's; nothing contradictory in category, level, work, placing."""
        ours, theirs = one.get("recipient"), two.get("recipient")
        return (
            bool(ours and theirs)
            and (ours <= theirs or theirs <= ours)
            and one.get("edition") == two.get("edition")
            and all(_agree(one.get(name), two.get(name)) for name in ("level", "placing"))
            and self._categories_fit(one.get("category"), two.get("category"))
            and self._works_fit(one.get("work"), two.get("work"))
        )

    def keys_of_event(self, entry: Entry) -> Iterator[str]:
        """What two events must share to be compared: class and edition."""
        for edition in entry.get("edition"):
            yield f"{entry.cls} {edition}"

    def events_fit(self, one: Entry, two: Entry) -> bool:
        """One class and edition, the same day, or days close together under names much alike."""
        if one.cls != two.cls or not one.get("edition") & two.get("edition"):
            return False
        ours, theirs = one.get("startDate"), two.get("startDate")
        if ours & theirs:
            return True
        alike = any(fuzz.token_sort_ratio(left, right) >= _ALIKE for left in _names(one) for right in _names(two))
        if not (ours and theirs):
            return alike
        return alike and all(_close(parse_iso(left), parse_iso(right)) for left in ours for right in theirs)

    def _categories_fit(self, ours: Values, theirs: Values) -> bool:
        if not ours or not theirs or ours & theirs:
            return True
        return any(self._covers(left, right) or self._covers(right, left) for left in ours for right in theirs)

    def _covers(self, wide: str, narrow: str) -> bool:
        step: str | None = narrow
        while step and step != wide:
            step = self._above.get(step)
        return step == wide

    def _works_fit(self, ours: Values, theirs: Values) -> bool:
        if not ours or not theirs or ours & theirs:
            return True
        pairs = ((left, right) for left in self._known(ours) for right in self._known(theirs))
        return any(left in right or right in left or fuzz.ratio(left, right) >= _SAME_TITLE for left, right in pairs)

    def _known(self, works: Values) -> set[str]:
        return {title for work in works for title in self._titles.get(work, ()) if title}


def _agree(ours: Values, theirs: Values) -> bool:
    return not ours or not theirs or bool(ours & theirs)


def _names(entry: Entry) -> list[str]:
    return sorted(key_form(name) for name in entry.get("name"))


def _close(one: PartialDate, two: PartialDate) -> bool:
    if one.precision != "day" or two.precision != "day":
        coarse = min((one, two), key=lambda each: (bool(each.day), bool(each.month)))
        fine = two if coarse is one else one
        return coarse.year == fine.year and coarse.month in (0, fine.month)
    return abs((date(one.year, one.month, one.day) - date(two.year, two.month, two.day)).days) <= _APART
