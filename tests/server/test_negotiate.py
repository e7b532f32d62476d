"""Negotiation never picks what was refused, and never breaks on nonsense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.server.negotiate import choose

OFFERED = ("text/turtle", "application/ld+json", "text/html")
types = st.sampled_from([*OFFERED, "text/*", "application/*", "*/*", "image/png"])
weights = st.sampled_from(["", ";q=0", ";q=0.0", ";q=0.5", ";q=1", "; Q=0.3", ";charset=utf-8;q=0.9", ";q=0.000"])
headers = st.lists(st.tuples(types, weights), max_size=6)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "text/turtle"),
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8", "text/html"),
        ("application/ld+json;q=0.9, text/html;q=0.8", "application/ld+json"),
        ("text/*;q=0.5, text/html", "text/html"),
        ("text/html;q=0, */*", "text/turtle"),
        ("text/turtle;q=0, text/html;q=0, application/ld+json;q=0", None),
        ("image/png", None),
        ("TEXT/HTML", "text/html"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "application/ld+json"),
        (";;;,,/ q=", "text/turtle"),
        ("text/html;q=nonsense, text/turtle;q=0.1", "text/turtle"),
    ],
)
def test_what_is_chosen(accept: str | None, expected: str | None) -> None:
    assert choose(accept, OFFERED) == expected


def refused(ranges: list[tuple[str, str]], media_type: str) -> bool:
    """Whether the most specific range that names the type has weight 0."""
    kind = media_type.split("/")[0]
    for name in (media_type, f"{kind}/*", "*/*"):
        said = [weight for given_type, weight in ranges if given_type == name]
        if said:
            return any(weight.startswith((";q=0.0", ";q=0.000")) or weight == ";q=0" for weight in said)
    return bool(ranges)


@given(headers)
def test_never_what_was_refused_or_not_named(ranges: list[tuple[str, str]]) -> None:
    chosen = choose(", ".join(name + weight for name, weight in ranges), OFFERED)
    assert chosen is None or chosen in OFFERED
    assert chosen is None or not refused(ranges, chosen)
    if chosen is None:
        assert all(refused(ranges, each) for each in OFFERED)


@given(st.text(max_size=200))
def test_any_text_gives_an_offer_or_none(header: str) -> None:
    assert choose(header, OFFERED) in (*OFFERED, None)
