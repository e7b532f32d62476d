"""The feed of changes (Atom, RFC 4287): awards that are new, corrected or gone since the build before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from xml.etree import ElementTree

from kg.model.catalog import Catalog
from kg.pages.language import DEFAULT, Language, pick, words
from kg.pages.reader import Reader
from kg.terms.iris import Iris
from kg.terms.publishing import ATOM
from kg.views.changes import GONE, Change

MOST: Final = 200
_LANGUAGE: Final = "xml:lang"


@dataclass(frozen=True, slots=True)
class Channel:
    """What the feed says of itself: where it is, of which version, its language, built when (seconds since 1970)."""

    address: str
    version: str
    built: float
    catalog: Catalog
    language: Language = DEFAULT


def feed(changed: Iterable[Change], reader: Reader, iris: Iris, channel: Channel) -> bytes:
    """The feed of some changes, at most ``MOST``; one query for all labels."""
    shown = list(changed)[:MOST]
    labels = reader.labels({iris.thing(reference) for each in shown for reference in _named(each)})
    root = ElementTree.Element("feed", {"xmlns": ATOM, _LANGUAGE: channel.language})
    updated = datetime.fromtimestamp(channel.built, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    said = words(channel.language)
    _text(root, "title", f"{said['changes']}: {channel.catalog.title[channel.language]}")
    _text(root, "id", f"{channel.address}/changes.atom")
    _text(root, "updated", updated)
    _text(root, "rights", channel.catalog.licence_name)
    _link(root, "self", f"{channel.address}/changes.atom")
    _link(root, "alternate", f"{channel.address}/")
    _link(root, "license", channel.catalog.licence)
    _text(ElementTree.SubElement(root, "author"), "name", channel.catalog.publisher[channel.language])
    for each in shown:
        entry = ElementTree.SubElement(root, "entry")
        _text(entry, "title", f"{said['change_' + each.kind]}: {_label(each.award, labels, iris, channel)}")
        # The same award may change again: an entry is of one version.
        _text(entry, "id", f"{iris.thing(each.award)}#{channel.version}")
        _text(entry, "updated", updated)
        if each.kind != GONE:
            _link(entry, "alternate", f"{channel.address}/page/{each.award}")
        _text(entry, "summary", "\n".join(_lines(each, labels, iris, channel)))
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _named(change: Change) -> set[str]:
    return {change.award, *(ref for each in change.differences for ref in (*each.before, *each.after))}


def _label(reference: str, labels: Mapping[str, Mapping[str, str]], iris: Iris, channel: Channel) -> str:
    return pick(labels.get(iris.thing(reference), {}), channel.language)[0] or reference


def _lines(change: Change, labels: Mapping[str, Mapping[str, str]], iris: Iris, channel: Channel) -> Iterable[str]:
    for each in change.differences:
        before, after = (
            ", ".join(_label(ref, labels, iris, channel) for ref in side) for side in (each.before, each.after)
        )
        name = words(channel.language).get(each.property, each.property)
        yield f"{name}: {before} → {after}" if before and after else f"{name}: {'− ' * bool(before)}{before or after}"


def _text(parent: ElementTree.Element, name: str, said: str) -> None:
    # XML cannot hold control characters, whatever a label does.
    ElementTree.SubElement(parent, name).text = "".join(each for each in said if each.isprintable() or each == "\n")


def _link(parent: ElementTree.Element, rel: str, href: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": href})
