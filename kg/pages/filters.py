"""The filters of a view as fields of a form that a browser sends by GET, so that every answer has an address."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

from kg.pages.language import Language
from kg.views.catalogue import ViewKind
from kg.views.choice import PARAMETERS, Parameter
from kg.views.choices import Choices

_NUMBER: Final = "number"
_SELECT: Final = "select"


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a field offers."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One filter: ``kind`` is ``number`` or ``select``; ``value`` is what was given, ``options`` what is offered."""

    name: str
    label: str
    kind: str
    value: str
    options: tuple[Option, ...] = ()


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    content = files("kg.pages").joinpath("words", "filters.json").read_text("utf-8")
    return cast(Mapping[str, Mapping[str, str]], json.loads(content))


def fields(view: ViewKind, given: Mapping[str, Sequence[str]], choices: Choices, language: Language) -> list[Field]:
    """The fields of a view, set to what was given. Categories and levels are offered once a scheme is chosen."""
    schemes = [each if "/" in each else f"scheme/{each}" for each in given.get("scheme", ())]
    found = [
        _field(parameter, tuple(given.get(parameter.name, ())), choices, schemes, language)
        for parameter in PARAMETERS
        if parameter.name in view.parameters
    ]
    return [each for each in found if each.kind == _NUMBER or each.options]


def _field(
    parameter: Parameter, given: tuple[str, ...], choices: Choices, schemes: Sequence[str], language: Language
) -> Field:
    name, label = parameter.name, _labels()[parameter.name][language]
    if parameter.number:
        return Field(name, label, _NUMBER, given[0] if given else "")
    if parameter.values:
        options = [Option(each, _labels()[f"{name}:{each}"][language], each in given) for each in parameter.values]
        return Field(name, label, _SELECT, given[0] if given else "", tuple(options))
    chosen = {_full(parameter, each) for each in given}
    offered = sorted({*choices.of(name, schemes), *chosen}, key=lambda each: (choices.name(each, language), each))
    options = [Option(_short(parameter, each), choices.name(each, language), each in chosen) for each in offered]
    anything = Option("", _labels()["any"][language], not chosen)
    return Field(name, label, _SELECT, "", (anything, *options) if options else ())


def _full(parameter: Parameter, text: str) -> str:
    return f"{parameter.kind}/{text}" if parameter.kind and "/" not in text else text


def _short(parameter: Parameter, reference: str) -> str:
    """Without the kind, which the parameter says already."""
    return reference.removeprefix(f"{parameter.kind}/") if parameter.kind else reference
