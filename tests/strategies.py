"""Hypothesis strategies: Thai names, dates, references, spans, records."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from kg.model.vocabulary import CLASSES, EXTRA_CLASSES, PROPERTIES, PUBLISHER_ROLES, REVIEW_STATUSES, ValueKind
from kg.terms.iris import KINDS
from kg.text.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from tests.factory import CHARACTERS, SHA256

_CONSONANTS = "กขคงจชซดตถทธนบปผพฟภมยรลวศสหอ"
_SYLLABLES = [
    f"{before}{consonant}{after}"
    for before in ("", "เ", "แ", "โ")
    for consonant in _CONSONANTS
    for after in ("", "า", "ำ", "ี", "ั้น", "่อ")
]

# What real pages have between the letters of a name: zero-width signs, marks, digits, punctuation, foreign letters.
odd_text = st.lists(
    st.one_of(
        st.sampled_from(list("เแาํำ่้\u200b\u0301\u0345.ΐİıßΙ'\u0300\u0308aA;\u00a0 ๑ฯ-/")), st.characters(codec="utf-8")
    ),
    max_size=8,
).map("".join)

thai_names = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=8).map("".join)
years = st.integers(FIRST_YEAR, LAST_YEAR)
days = st.dates(min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31))
partial_dates = st.one_of(
    years.map(PartialDate),
    st.builds(PartialDate, years, st.integers(1, 12)),
    days.map(lambda day: PartialDate(day.year, day.month, day.day)),
)
identifiers = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,20}", fullmatch=True)


def references(kinds: frozenset[str] = KINDS) -> st.SearchStrategy[str]:
    """``kind/id`` of one of the kinds."""
    return st.builds("{}/{}".format, st.sampled_from(sorted(kinds)), identifiers)


@st.composite
def spans(draw: st.DrawFn, characters: int = CHARACTERS) -> list[int]:
    """A run of at least one character of the document."""
    start = draw(st.integers(0, characters - 1))
    return [start, draw(st.integers(start + 1, characters))]


_TIMES = st.builds("{:02}:{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))


@st.composite
def _values(draw: st.DrawFn, cls: str, name: str) -> list[dict[str, Any]]:
    rule = PROPERTIES[name]
    value = {
        ValueKind.REF: references(rule.refs or KINDS),
        ValueKind.TEXT: thai_names,
        ValueKind.STRING: thai_names,
        ValueKind.DATE: partial_dates.map(PartialDate.isoformat),
        ValueKind.TIME: _TIMES,
        ValueKind.YEAR: years,
        ValueKind.INTEGER: st.integers(0, 10**6),
        ValueKind.CONCEPT: st.sampled_from(sorted(rule.concepts) or [""]),
    }[rule.kind]
    optional: dict[str, st.SearchStrategy[Any]] = {"as": thai_names, "confidence": st.floats(0, 1)}
    if rule.kind is ValueKind.TEXT:
        optional["lang"] = st.sampled_from(["th", "en", "zh-Hant"])
    one = st.fixed_dictionaries({"value": value, "at": st.lists(spans(), min_size=1, max_size=2)}, optional=optional)
    return draw(st.lists(one, min_size=1, max_size=2 if CLASSES[cls].may_repeat(name) else 1))


@st.composite
def things(draw: st.DrawFn) -> dict[str, Any]:
    """A thing of any class but Source, with all that its class requires."""
    cls = draw(st.sampled_from(sorted(CLASSES.keys() - {"Source"})))
    known = CLASSES[cls]
    optional = draw(st.sets(st.sampled_from(sorted(known.allowed)), max_size=3))
    made: dict[str, Any] = {
        "id": draw(references(known.kinds)),
        "class": cls,
        "says": {name: draw(_values(cls, name)) for name in sorted(known.required | optional)},
    }
    extra = {
        "at": st.lists(spans(), min_size=1, max_size=2),
        "alsoClass": st.sampled_from(sorted(EXTRA_CLASSES)),
        "labels": st.fixed_dictionaries({}, optional={"th": thai_names, "en": st.just("A name")}),
    }
    return made | draw(st.fixed_dictionaries({}, optional=extra))


def documents() -> st.SearchStrategy[dict[str, Any]]:
    """A whole record as JSON."""
    source = st.fixed_dictionaries(
        {
            "title": thai_names,
            "language": st.sampled_from(["th", "en"]),
            "mediaType": st.just("text/plain"),
            "sha256": st.just(SHA256),
            "characters": st.just(CHARACTERS),
        },
        optional={
            "issued": partial_dates.map(PartialDate.isoformat),
            "publisher": references(frozenset({"agency", "recipient"})),
            "publisherRole": st.sampled_from(sorted(PUBLISHER_ROLES)),
            "url": st.sampled_from(["https://example.org/a?b=c#d", "http://example.org/%E0%B8%81/ข่าว"]),
            "license": st.just("https://creativecommons.org/licenses/by/4.0/"),
            "extractor": st.just("reader 1.0"),
        },
    )
    review = st.fixed_dictionaries({"status": st.sampled_from(sorted(REVIEW_STATUSES))}, optional={"on": days.map(str)})
    return st.fixed_dictionaries(
        {
            "id": identifiers,
            "source": source,
            "review": review,
            "things": st.lists(things(), max_size=4, unique_by=lambda thing: thing["id"]),
        }
    )
