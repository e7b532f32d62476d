"""Reads a picture back."""

from __future__ import annotations

from xml.etree import ElementTree

from markupsafe import Markup

from kg.terms.foreign import SVG

NAMES = {"s": SVG}


def read(picture: Markup) -> ElementTree.Element:
    """The picture as XML; fails where it is none."""
    return ElementTree.fromstring(str(picture))


def texts(picture: ElementTree.Element) -> list[str]:
    """The texts that show, in the order of the drawing."""
    return [each.text or "" for each in picture.iterfind(".//s:text", NAMES)]


def named(picture: ElementTree.Element) -> tuple[str | None, str | None]:
    """The title and description that the picture refers to."""
    found = {each.get("id"): each.text for each in picture.iter() if each.get("id")}
    return found[picture.get("aria-labelledby")], found[picture.get("aria-describedby")]
