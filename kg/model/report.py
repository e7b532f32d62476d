"""The outcome of a validation: what breaks a rule, in an order that does not depend on how it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

SEVERITIES: Final = ("Violation", "Warning", "Info")

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "Violation": "error",
        "Warning": "warning",
        "Info": "note",
        "value": "given",
        "field": "field",
        "clean": "Everything is as it must be.",
        "graph": "in",
    },
    "th": {
        "Violation": "ผิด",
        "Warning": "เตือน",
        "Info": "หมายเหตุ",
        "value": "ค่าที่ให้มา",
        "field": "รายการ",
        "clean": "ทุกอย่างถูกต้องตามกฎ",
        "graph": "ใน",
    },
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that breaks one rule.

    ``focus`` is the thing's IRI, ``path`` the property in prefixed form (empty for a rule on the thing itself),
    ``shape`` the rule's name, ``messages`` the rule in words by language; ``term`` is the value as RDF writes it.
    """

    focus: str
    path: str
    value: str
    severity: str
    component: str
    shape: str
    messages: Mapping[str, str] = field(hash=False)
    graph: str = ""
    term: str = ""

    def key(self) -> tuple[object, ...]:
        """What reports are sorted by: the worst first, then by place."""
        rank = SEVERITIES.index(self.severity) if self.severity in SEVERITIES else len(SEVERITIES)
        said = tuple(sorted(self.messages.items()))
        return (rank, self.graph, self.focus, self.shape, self.path, self.component, self.value, said)

    def message(self, language: str) -> str:
        """The rule in the language asked for, else in any that it has."""
        return self.messages.get(language) or next(iter(sorted(self.messages.values())), self.shape)

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON; keys that say nothing are left out."""
        plain: dict[str, Any] = {
            "focus": self.focus,
            "path": self.path,
            "value": self.value,
            "severity": self.severity,
            "component": self.component,
            "shape": self.shape,
            "messages": dict(sorted(self.messages.items())),
            "graph": self.graph,
        }
        return {key: value for key, value in plain.items() if value not in ("", {})}


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found, sorted; warnings and notes do not make the data invalid."""

    violations: tuple[Violation, ...] = ()

    @classmethod
    def of(cls, violations: Iterable[Violation]) -> Report:
        """A report in the one order."""
        return cls(tuple(sorted(violations, key=Violation.key)))

    @classmethod
    def merged(cls, reports: Iterable[Report]) -> Report:
        """One report of several."""
        return cls.of(violation for report in reports for violation in report.violations)

    @property
    def conforms(self) -> bool:
        """Whether nothing of severity Violation was found."""
        return not any(violation.severity == "Violation" for violation in self.violations)

    def counts(self) -> dict[str, int]:
        """How many of each severity."""
        found = Counter(violation.severity for violation in self.violations)
        return {severity: found[severity] for severity in SEVERITIES if found[severity]}

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "conforms": self.conforms,
            "counts": self.counts(),
            "violations": [violation.as_json() for violation in self.violations],
        }

    def text(self, language: str = "en", name: Callable[[str], str] | None = None) -> str:
        """The report for a curator to read.

        ``name`` turns an IRI into what people call the thing; without it the last parts of the IRI stand there.
        """
        words = _WORDS.get(language, _WORDS["en"])
        if not self.violations:
            return words["clean"] + "\n"
        called = name or short_name
        lines = [", ".join(f"{words[severity]}: {count}" for severity, count in self.counts().items())]
        said: set[tuple[str, ...]] = set()
        for violation in self.violations:
            paragraph = _paragraph(violation, words, language, called)
            # A text where a number belongs breaks three constraints of one rule: say it once.
            if tuple(paragraph) not in said:
                said.add(tuple(paragraph))
                lines.extend(paragraph)
        return "\n".join(lines) + "\n"


def short_name(iri: str) -> str:
    """``agency/dbd`` of one of our IRIs, the whole of any other."""
    _, found, rest = iri.partition("/id/")
    return rest if found else iri


def _paragraph(
    violation: Violation, words: Mapping[str, str], language: str, called: Callable[[str], str]
) -> list[str]:
    mark = words.get(violation.severity, violation.severity)
    lines = ["", f"{mark}: {called(violation.focus)}", f"  {violation.message(language)}"]
    if violation.path:
        lines.append(f"  {words['field']}: {violation.path}")
    if violation.value:
        lines.append(f"  {words['value']}: {called(violation.value)}")
    if violation.graph:
        lines.append(f"  {words['graph']}: {violation.graph}")
    return lines
