"""What a record may say: classes, the properties of each, and the kind of value of each property.

One table serves the strict reader of records, the JSON Schema of ``data/announcements`` and the mapping to RDF, so
that the three cannot drift apart. Names are local names of the ontology or of the vocabularies it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final


class ValueKind(Enum):
    """Kinds of value, and how a record writes each."""

    REF = "kind/id"
    TEXT = "text in a language"
    STRING = "text"
    DATE = "YYYY-MM-DD, YYYY-MM or YYYY, CE"
    TIME = "HH:MM:SS"
    YEAR = "a year CE"
    INTEGER = "a whole number"
    CONCEPT = "a concept of the ontology"


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its kind of value, whether it takes several, what kinds a reference may have.

    ``concepts`` are the names of the concepts that may stand here.
    """

    kind: ValueKind
    many: bool = False
    refs: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()


def _ref(*kinds: str, many: bool = False) -> Property:
    return Property(ValueKind.REF, many, frozenset(kinds))


def _concept(prefix: str, names: str) -> Property:
    return Property(ValueKind.CONCEPT, concepts=frozenset(f"{prefix}{name}" for name in names.split()))


_TEXTS: Final = Property(ValueKind.TEXT, many=True)
_STRINGS: Final = Property(ValueKind.STRING, many=True)
_YEAR: Final = Property(ValueKind.YEAR)
_INTEGER: Final = Property(ValueKind.INTEGER)
_BODIES: Final = ("agency", "unit", "recipient", "committee")
_WINNERS: Final = ("agency", "unit", "recipient", "person", "work")

PROPERTIES: Final[dict[str, Property]] = {
    "name": _TEXTS,
    "abbreviation": _TEXTS,
    "purpose": _TEXTS,
    "honorific": _STRINGS,
    "scheme": _ref("scheme"),
    "ofScheme": _ref("scheme"),
    "edition": _ref("edition", many=True),
    "category": _ref("category"),
    "level": _ref("level"),
    "work": _ref("work"),
    "event": _ref("event", many=True),
    "recipient": _ref(*_WINNERS, many=True),
    "owner": _ref(*_BODIES, "person", many=True),
    "awarder": _ref("agency", "recipient", "committee", many=True),
    "presenter": _ref("person", "post", many=True),
    "acceptedBy": _ref("person", many=True),
    "chair": _ref("person", many=True),
    "attendee": _ref("person", *_BODIES, many=True),
    "speaker": _ref("person", many=True),
    "delegatedBy": _ref("person", many=True),
    "organizer": _ref(*_BODIES, many=True),
    "location": _ref("place", many=True),
    "place": _ref("place", many=True),
    "within": _ref("place"),
    "unitOf": _ref("agency"),
    "parent": _ref("agency"),
    "judges": _ref("edition", many=True),
    "criterion": _ref("criterion", many=True),
    "measures": _ref("criterion", many=True),
    "survey": _ref("event"),
    "group": _ref("category"),
    "member": _ref("person"),
    "organization": _ref(*_BODIES),
    "role": _ref("role"),
    "post": _ref("post"),
    "inRecognitionOf": _ref("conferment", many=True),
    "precedes": _ref("conferment", many=True),
    "about": _ref("event", "committee", "edition", "criterion", "work", many=True),
    "startDate": Property(ValueKind.DATE),
    "startTime": Property(ValueKind.TIME),
    "attestedOn": Property(ValueKind.DATE, many=True),
    "year": _YEAR,
    "firstAwarded": _YEAR,
    "claimedUntil": _YEAR,
    "ordinal": _INTEGER,
    "position": _INTEGER,
    "placing": _INTEGER,
    "claimedYears": _INTEGER,
    "claimedCount": _INTEGER,
    # statusConferred is missing on purpose: who was given the award has a Conferment
    "status": _concept("status", "Nominated Assessed Shortlisted StagePassed Promised Withdrawn"),
    "capacity": _concept("capacity", "Substantive Acting OnBehalf"),
    "countOf": _concept(
        "count",
        "Conferments Recipients Works Entrants Surveyed Criteria Categories Provinces CommitteeBodies"
        " AttendingBodies Editions StreakHolders",
    ),
    "countQualifier": _concept("qualifier", "Exactly MoreThan About"),
    "prizeForm": _concept("prize", "Plaque Certificate Trophy"),
    "standing": _concept("standing", "Highest Next High Comparable Lowest"),
}


@dataclass(frozen=True, slots=True)
class RecordClass:
    """A class of things in a record: the kinds of identifier it has, and the properties it may have."""

    kinds: frozenset[str]
    allowed: frozenset[str]
    required: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()

    def may_repeat(self, name: str) -> bool:
        """Whether this class may have several values of a property."""
        return PROPERTIES[name].many or name in self.repeated


def _class(kinds: str, allowed: str, required: str = "", repeated: str = "") -> RecordClass:
    needed = frozenset(required.split())
    every = frozenset(allowed.split()) | needed
    return RecordClass(frozenset(kinds.split()), every, needed, frozenset(repeated.split()))


_BODY: Final = "name abbreviation unitOf parent place"
_OUTCOME: Final = "category level work event awarder"
_EVENT: Final = "name edition startDate startTime location organizer chair presenter attendee speaker delegatedBy"

CLASSES: Final[dict[str, RecordClass]] = {
    "AwardScheme": _class("scheme", "name abbreviation awarder"),
    "AwardEdition": _class("edition", "name ordinal awarder criterion", "scheme year"),
    "Category": _class("category", "name ofScheme firstAwarded purpose"),
    "Level": _class("level", "name ofScheme"),
    "Criterion": _class("criterion", "name ofScheme position"),
    "Conferment": _class(
        "conferment",
        f"{_OUTCOME} presenter acceptedBy prizeForm placing inRecognitionOf precedes",
        "recipient edition",
    ),
    "Candidacy": _class("candidacy", f"{_OUTCOME} presenter", "recipient edition status"),
    "Work": _class("work", "name owner place"),
    "Person": _class("person", "name honorific"),
    "Agency": _class("agency", _BODY),
    "Unit": _class("unit", _BODY),
    "Community": _class("recipient", _BODY),
    "School": _class("recipient", _BODY),
    "Company": _class("recipient agency", _BODY),
    "Association": _class("recipient agency", _BODY),
    "Project": _class("recipient", f"{_BODY} owner"),
    "Committee": _class("committee", "name abbreviation parent judges"),
    "Membership": _class("membership", "role post capacity attestedOn", "member organization"),
    "Ceremony": _class("event", _EVENT),
    "Survey": _class("event", f"{_EVENT} measures"),
    "Assessment": _class("event", f"{_EVENT} criterion"),
    "Observance": _class("event", _EVENT),
    "Place": _class("place", "name within"),
    "Finding": _class("finding", "group", "survey criterion standing"),
    "StreakClaim": _class("claim", "scheme category claimedUntil", "recipient claimedYears"),
    "CountClaim": _class(
        "claim",
        "countQualifier edition scheme category level recipient about event",
        "claimedCount countOf",
        # "3 awards" of one body may count over two branches and leave out a third
        repeated="category level",
    ),
    "Role": _class("role", "name"),
    "Post": _class("post", "name"),
    "Source": _class("source", "speaker about"),
}

CLASS_OF_KIND: Final[dict[str, str]] = {
    "kindCompany": "Company",
    "kindMedia": "Company",
    "kindAssociation": "Association",
    "kindFoundation": "Association",
}
"""Class of a body of the registry by its kind; all others are agencies."""

OUTCOMES: Final = frozenset({"Conferment", "Candidacy"})
EVENTS: Final = frozenset({"Ceremony", "Survey", "Assessment", "Observance"})
BODIES: Final = frozenset({"Agency", "Unit", "Community", "School", "Company", "Association", "Project", "Committee"})
EXTRA_CLASSES: Final = frozenset({"Project"})
PUBLISHERS: Final = frozenset(_BODIES)
PUBLISHER_ROLES: Final = frozenset({"publisherAwarder", "publisherWinner", "publisherParent", "publisherPress"})
REVIEW_STATUSES: Final = frozenset({"reviewed", "unreviewed"})
