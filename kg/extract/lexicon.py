"""Every name that the registry knows, ready to be found in a text in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import ahocorasick

from kg.model.registry import Registry, Row

_COMBINING = re.compile(r"[ัิ-ฺ็-๎ะาำๅ]")
_MORE = re.compile(r"[ก-ฮ]{1,3}\.")
_LEADING = re.compile(r"[เ-ไ]")
_PUBLIC = "(องค์การมหาชน)"
_CHANGWAT = "จังหวัด"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: a reference of the registry, the name in full, and what kind of thing it is."""

    ref: str
    name: str
    group: str  # body, scheme, category, level, place
    kind: str = ""
    scheme: str = ""
    broader: str = ""
    awarder: str = ""
    parent: str = ""  # reference of the body above
    within: tuple[str, ...] = ()  # district and province of a local government


@dataclass(slots=True)
class Lexicon:
    """Names and what each may stand for."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    rows: dict[str, Entry] = field(default_factory=dict)
    provinces: set[str] = field(default_factory=set)
    districts: set[str] = field(default_factory=set)
    # Of an ambiguous abbreviation: which words nearby speak for which body, and whether it may mean no body at all.
    cues: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    _automaton: ahocorasick.Automaton | None = None
    _squeezed: ahocorasick.Automaton | None = None

    @property
    def places(self) -> set[str]:
        """Names of provinces and districts."""
        return self.provinces | self.districts

    def bodies(self, name: str) -> list[Entry]:
        """The bodies that a name may stand for."""
        return [entry for entry in self.entries.get(name, ()) if entry.group == "body"]

    def add(self, name: str, entry: Entry) -> None:
        """One more name of a thing."""
        name = " ".join(name.split())
        if len(name) < 2:
            return
        known = self.entries.setdefault(name, [])
        if not any(each.ref == entry.ref for each in known):
            known.append(entry)
        self.rows.setdefault(entry.ref, entry)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Leftmost-longest occurrences that do not cut a Thai character cluster or a word of Latin letters."""
        if self._automaton is None:
            self._automaton = _automaton((name, name) for name in self.entries)
            long = (name for name in self.entries if len(name) >= _LONG and not name.isascii())
            self._squeezed = _automaton((name.replace(" ", ""), name) for name in long)
        found = [(end + 1 - len(name), end + 1, name) for end, name in _hits(self._automaton, text)]
        found += self._torn(text)
        busy = -1
        for start, end, name in sorted(found, key=lambda hit: (hit[0], -hit[1])):
            if start >= busy and whole(text, start, end):
                busy = end
                yield start, end, name

    def _torn(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Long names torn by a space that the registry's name does not have, or without one that it has."""
        spaces = [match.start() for match in _SPACE.finditer(text)]
        if not spaces or self._squeezed is None:
            return
        bounds = [0, *(at + 1 for at in spaces), len(text) + 1]
        squeezed = "".join(text[first : last - 1] for first, last in pairwise(bounds))
        gone = [at - index for index, at in enumerate(spaces)]  # where in the squeezed text each space was taken out
        for end, name in _hits(self._squeezed, squeezed):
            size = len(name.replace(" ", ""))
            first, last = end + 1 - size, end + 1
            start, stop = first + bisect_right(gone, first), last + bisect_left(gone, last)
            if stop - start != len(name):
                yield start, stop, name


_LONG = 16  # letters from which a name is known even where a space tears it
_SPACE = re.compile(r"(?<=[ก-๎)(]) (?=[ก-๎(])")


def _hits(automaton: ahocorasick.Automaton, text: str) -> Iterator[tuple[int, str]]:
    """What an automaton finds; one without words, as of a registry that names nothing in Thai, finds nothing."""
    return automaton.iter(text) if len(automaton) else iter(())


def _automaton(words: Iterable[tuple[str, str]]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word, name in words:
        automaton.add_word(word, name)
    automaton.make_automaton()
    return automaton


def whole(text: str, start: int, end: int) -> bool:
    """Whether a run stands by itself: no vowel or tone mark torn off, no Latin word or dotted abbreviation cut."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if _COMBINING.match(after) or _LEADING.match(before):
        return False
    first, last = text[start], text[end - 1]
    if first.isascii() and first.isalnum() and before.isascii() and before.isalnum():
        return False
    if last.isascii() and last.isalnum() and after.isascii() and after.isalnum():
        return False
    if last == "." and _MORE.match(text, end):
        return False
    short = end - start <= 8 and last == "."
    return not (short and (before == "." or "ก" <= before <= "๎"))


def build_lexicon(registry: Registry) -> Lexicon:
    """The lexicon of a registry."""
    lexicon = Lexicon()
    provinces = {row.id: row["name_th"] for row in registry.tables.get("provinces", ())}
    lexicon.provinces.update(provinces.values())
    for row in registry.tables.get("agencies", ()):
        _body(lexicon, row, ())
    for row in registry.tables.get("local_governments", ()):
        lexicon.districts.update({row["district"]} - {""})
        _body(lexicon, row, (row["district"], provinces.get(row["province_id"], "")))
    for row in registry.tables.get("units", ()):
        parent = f"agency/{row['unit_of']}" if row.get("unit_of") else ""
        entry = Entry(f"unit/{row.id}", row["name_th"], "body", "unit", parent=parent)
        for name in (row["name_th"], row["name_en"], *row.list("aliases_th"), row.get("abbr_th"), row.get("abbr_en")):
            lexicon.add(name, entry)
    for row in registry.tables.get("provinces", ()):
        _province(lexicon, row, registry)
    for row in registry.tables.get("abbreviations", ()):
        agency = row.get("agency_id")
        if row["type"] == "organisation" and agency and (body := lexicon.rows.get(f"agency/{agency}")):
            lexicon.add(row["abbr"], body)
            lexicon.add(row["full_name"], body)
    for row in registry.tables.get("ambiguous", ()):
        _ambiguous(lexicon, row)
    _awards(lexicon, registry)
    return lexicon


def _body(lexicon: Lexicon, row: Row, within: tuple[str, ...]) -> None:
    parent = f"agency/{row.get('parent_id')}" if row.get("parent_id") else ""
    entry = Entry(f"agency/{row.id}", row["name_th"], "body", row["kind"], parent=parent, within=within)
    names = [row["name_th"], row["name_th"].replace(_PUBLIC, "").strip(), row["name_en"], *row.list("aliases_th")]
    names += [*row.list("aliases_en"), row.get("abbr_th"), row.get("abbr_en")]
    for name in names:
        # Two Latin capitals are as often a unit of measure or an initial as a body.
        if name and not (name.isascii() and len(name) < 3):
            lexicon.add(name, entry)


def _province(lexicon: Lexicon, row: Row, registry: Registry) -> None:
    place = Entry(f"place/{row.id}", row["name_th"], "place")
    lexicon.add(row["name_th"], place)
    if not (administration := row.get("administration_id")):
        return
    entry = Entry(f"agency/{administration}", row["administration_th"], "body", "province")
    for name in (row["administration_th"], f"จ.{row['name_th']}", f"จ. {row['name_th']}", f"จังหวัด {row['name_th']}"):
        lexicon.add(name, entry)
    for kind in registry.tables.get("kinds", ()):
        name = f"{kind['name_th']}{row['name_th']}"
        listed = lexicon.entries.get(name, [])
        # What the registry lists by itself (the province, its local government) is no further body; an office that it
        # lists is called by the short forms of its kind, too.
        if kind["name_th"].endswith(_CHANGWAT) and all(entry.kind == "unit" for entry in listed):
            unit = listed[0] if listed else Entry(f"class/{kind.id}-{row.id}", name, "body", "unit")
            for short in (name, f"{kind['name_th'].removesuffix(_CHANGWAT)} {_CHANGWAT}{row['name_th']}"):
                lexicon.add(short, unit)
            if short := kind.get("abbr_th"):
                lexicon.add(f"{short}{row['name_th']}", unit)
                lexicon.add(f"{short} {row['name_th']}", unit)


def _ambiguous(lexicon: Lexicon, row: Row) -> None:
    """What the registry says of an abbreviation that several bodies share, or that may be a common word."""
    abbreviation, advice = row["abbr"], row["how_to_tell"]
    if "avoid" in advice:
        lexicon.entries.pop(abbreviation, None)
        return
    entries = [entry for each in row.list("candidates") if (entry := lexicon.rows.get(f"agency/{each}"))]
    for entry in entries:
        lexicon.add(abbreviation, entry)
    cues = lexicon.cues.setdefault(abbreviation, [])
    for clause in advice.split(";"):
        words, arrow, meant = clause.partition("->")
        if arrow:
            cues += [(f"agency/{meant.split()[0]}", word) for word in _CUE.findall(words)]
    if entries and any(not _same(other, entries[0].name) for other in row.list("other_meanings")):
        lexicon.doubtful.add(abbreviation)


def _same(other: str, name: str) -> bool:
    """Whether another meaning is the commission of the same office, or the area of the same body."""
    return other.startswith("คณะกรรมการ") or other.startswith(name)


_CUE = re.compile(r"[ก-๏.]{2,}|[A-Z]{3,}")


def _awards(lexicon: Lexicon, registry: Registry) -> None:
    for row in registry.tables.get("schemes", ()):
        ref = f"scheme/{row.id}"
        awarder = f"agency/{row['awarder_id']}" if row.get("awarder_id") else ""
        entry = Entry(ref, row["name_th"], "scheme", scheme=ref, awarder=awarder)
        for name in (row["name_th"], row["name_en"], *row.list("aliases_th"), *row.list("aliases_en"), row.get("abbr")):
            if name and len(name) > 2:
                lexicon.add(name, entry)
                bare = name.removeprefix("รางวัล").strip()
                if len(bare) >= 6:
                    lexicon.add(bare, entry)
    for row in registry.tables.get("categories", ()):
        broader = f"category/{row['broader_id']}" if row.get("broader_id") else ""
        entry = Entry(
            f"category/{row.id}", row["name_th"], "category", scheme=f"scheme/{row['scheme_id']}", broader=broader
        )
        for name in (row["name_th"], row["name_en"], *row.list("aliases_th"), *row.list("aliases_en")):
            if len(name) >= 6:
                lexicon.add(name, entry)
