"""Chooses labels for what no registry row labels: a curator's first, else the name as most documents write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.model.record import Record, Thing
from kg.terms.foreign import SKOS
from kg.terms.iris import Iris
from kg.text.dates import to_be
from kg.text.names import display_form

Labels = Mapping[str, Mapping[str, str]]
"""Labels by reference and language."""

LANGUAGES: Final = ("th", "en")


def labels_in(quads: Iterable[Quad], iris: Iris) -> dict[str, dict[str, str]]:
    """The skos:prefLabel of every thing in some quads."""
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        if quad.predicate.value != str(SKOS.prefLabel) or not isinstance(quad.object, Literal):
            continue
        reference = iris.reference(quad.subject.value) if isinstance(quad.subject, NamedNode) else None
        if reference and quad.object.language:
            found.setdefault(reference, {})[quad.object.language] = quad.object.value
    return found


def choose_labels(records: Iterable[Record], known: Labels) -> dict[str, dict[str, str]]:
    """Labels for the things of all records that ``known`` does not label; the order of records does not matter."""
    things: dict[str, list[Thing]] = {}
    for record in sorted(records, key=lambda record: record.source.id):
        for thing in record.things:
            things.setdefault(thing.ref, []).append(thing)
    chosen: dict[str, dict[str, str]] = {}
    for ref, entries in sorted(things.items()):
        missing = [language for language in LANGUAGES if language not in known.get(ref, {})]
        labels = {language: label for language in missing if (label := _named(entries, language))}
        if "en" in labels and "th" in missing:
            # What only has a foreign name is called by it in Thai too; the other way round would not be English.
            labels.setdefault("th", labels["en"])
        if labels:
            chosen[ref] = labels
    composed = _Composer(known, chosen)
    # Editions first: an award given is labelled after its edition.
    for ref, entries in sorted(things.items(), key=lambda item: (item[1][0].cls != "AwardEdition", item[0])):
        if ref not in known and ref not in chosen and (labels := composed.labels(entries)):
            chosen[ref] = labels
    return dict(sorted(chosen.items()))


def _named(entries: list[Thing], language: str) -> str:
    """A curator's label, else the name that most entries write; ties go to the longer, then to code-point order."""
    curated = Counter(entry.labels[language] for entry in entries if language in entry.labels)
    written = Counter(
        display_form(str(value.value))
        for entry in entries
        for value in entry.says.get("name", ())
        if value.language == language
    )
    votes = curated or written
    return min(votes, key=lambda label: (-votes[label], -len(label), label)) if votes else ""


class _Composer:
    """Labels of things that have no name of their own: an award given, a post held, a claim."""

    def __init__(self, known: Labels, chosen: Labels) -> None:
        self._known, self._chosen = known, chosen

    def labels(self, entries: list[Thing]) -> dict[str, str]:
        found = ((language, self._compose(entries, language)) for language in LANGUAGES)
        return {language: label for language, label in found if label}

    def _compose(self, entries: list[Thing], language: str) -> str:
        cls = entries[0].cls
        if cls == "AwardEdition":
            return self._edition(entries, language)
        if cls in _TEMPLATES:
            return self._fill(entries, language, *_TEMPLATES[cls])
        if cls in _EVENTS and (edition := self._fill(entries, language, "edition", "")):
            return f"{_EVENTS[cls][language]}: {edition}"
        return ""

    def _edition(self, entries: list[Thing], language: str) -> str:
        scheme = self._label_of(entries[0].refs("scheme")[0], language)
        year = int(entries[0].says["year"][0].value)
        if not scheme:
            return ""
        return f"{scheme} ประจำปี {to_be(year)}" if language == "th" else f"{scheme} {year}"

    def _fill(self, entries: list[Thing], language: str, head: str, tail: str) -> str:
        """Heads and tails joined: ``edition, category, level: recipients``; empty where a part has no label."""
        sides = []
        for side in (head, tail):
            refs = [ref for name in side.split() for ref in _refs(entries, name)]
            labels = [self._label_of(ref, language) for ref in dict.fromkeys(refs)]
            if not all(labels):
                return ""
            sides.append(", ".join(labels))
        return ": ".join(side for side in sides if side)

    def _label_of(self, ref: str, language: str) -> str:
        labels = {**self._known.get(ref, {}), **self._chosen.get(ref, {})}
        # A Thai label may hold a foreign name, but what is tagged English must be English.
        return labels.get(language) or (next(iter(labels.values()), "") if language == "th" else "")


# Events that their documents give no name.
_EVENTS: Final = {
    "Ceremony": {"th": "พิธี", "en": "Ceremony"},
    "Survey": {"th": "การสำรวจ", "en": "Survey"},
    "Assessment": {"th": "การประเมิน", "en": "Assessment"},
    "Observance": {"th": "งาน", "en": "Observance"},
}
_TEMPLATES: Final[dict[str, tuple[str, str]]] = {
    "Conferment": ("edition category level", "recipient"),
    "Candidacy": ("edition category level", "recipient"),
    "Membership": ("member", "post role organization"),
    "StreakClaim": ("recipient", "scheme category"),
    "CountClaim": ("edition scheme category level about", "recipient"),
    "Finding": ("survey group", "criterion"),
}


def _refs(entries: list[Thing], name: str) -> list[str]:
    return sorted({ref for entry in entries for ref in entry.refs(name)})
