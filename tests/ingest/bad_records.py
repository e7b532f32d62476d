"""Records that are wrong in one way each, the line that the reader says, and whether JSON Schema can say it too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.factory import conferment, document, entry, said


@dataclass(frozen=True)
class BadRecord:
    document: dict[str, Any]
    message: str
    in_schema: bool = True


_OPTIONS = "choose one of"
_DATE_FIX = "give a year of the common era (BE − 543), month and day that exist"


def _bad(name: str, message: str, *things: dict[str, Any], in_schema: bool = True, **source: Any) -> Any:
    return pytest.param(BadRecord(document(*things, **source), f"a.json: {message}", in_schema), id=name)


def _changed(name: str, message: str, change: Callable[[dict[str, Any]], object]) -> Any:
    made = document(conferment())
    change(made)
    return pytest.param(BadRecord(made, f"a.json: {message}"), id=name)


def _edition(year: int) -> dict[str, Any]:
    return entry("edition/e-2020", "AwardEdition", scheme=said("scheme/e"), year=said(year))


def _event(**says: Any) -> dict[str, Any]:
    return entry("event/a", "Ceremony", **says)


def _count(count_of: str) -> dict[str, Any]:
    return entry("claim/doc_1-a", "CountClaim", claimedCount=said(3), countOf=said(count_of))


def _candidacy(status: str) -> dict[str, Any]:
    says = {"recipient": said("agency/dbd"), "edition": said("edition/e-2020"), "status": said(status)}
    return entry("candidacy/e-2020-a", "Candidacy", **says)


_NAMED = entry("agency/dbd", "Agency", name=said("กรม"))

BAD_RECORDS = [
    _changed(
        "unknown key of the record",
        "colour: is not a key that stands here; mend its spelling, or leave it out",
        lambda record: record.update(colour="red"),
    ),
    _changed("missing key of the record", "things: is missing", lambda record: record.pop("things")),
    _changed(
        "null",
        "source.title: must not be null; leave an unknown value out",
        lambda record: record["source"].update(title=None),
    ),
    _changed(
        "unknown review status",
        "review.status: 'done' is not known; choose one of reviewed, unreviewed",
        lambda record: record["review"].update(status="done"),
    ),
    _changed(
        "Buddhist day of review",
        "review.on: the year 2569 lies outside 1941 to 2100 CE; 2569 may be a Buddhist year, 2026 CE; " + _DATE_FIX,
        lambda record: record["review"].update(on="2569-11-22"),
    ),
    _changed(
        "id that is none",
        "id: 'a b' has not the right form: it must match [A-Za-z0-9][A-Za-z0-9_.\\-]*",
        lambda record: record.update(id="a b"),
    ),
    _changed(
        "things that are no list",
        "things: must be a list, not an object",
        lambda record: record.update(things={}),
    ),
    _bad(
        "unknown key of the source",
        "source.author: is not a key that stands here; mend its spelling, or leave it out",
        author="x",
    ),
    _bad(
        "Buddhist year of issue",
        "source.issued: the year 2565 lies outside 1941 to 2100 CE; 2565 may be a Buddhist year, 2022 CE; " + _DATE_FIX,
        issued="2565-09-12",
    ),
    _bad(
        "day that no calendar has",
        "source.issued: day is out of range for month; " + _DATE_FIX,
        issued="2021-02-29",
        in_schema=False,
    ),
    _bad(
        "publisher that is no reference",
        "source.publisher: 'DGA' is not a reference; write it like agency/dbd",
        publisher="DGA",
    ),
    _bad(
        "publisher of the wrong kind",
        "source.publisher: 'place/TH-50' cannot stand here; its kind must be agency or committee or recipient or unit",
        publisher="place/TH-50",
    ),
    _bad(
        "unknown role of the publisher",
        "source.publisherRole: 'winner' is not known; choose one of "
        "publisherAwarder, publisherParent, publisherPress, publisherWinner",
        publisherRole="winner",
    ),
    _bad(
        "address of no web page",
        "source.url: 'ftp://example.org' is not a web address; write all of it, odd characters as %XX",
        url="ftp://example.org",
    ),
    _bad(
        "address that is no IRI",
        "source.url: 'https://example.org/<a>' is not a web address; write all of it, odd characters as %XX",
        url="https://example.org/<a>",
    ),
    _bad(
        "hash that is none",
        "source.sha256: 'abc' has not the right form: it must match [0-9a-f]{64}",
        sha256="abc",
    ),
    _bad("text without characters", "source.characters: 0 is less than 1", characters=0),
    _bad(
        "unknown class",
        "things[0].class: 'Ministry' is not known; choose one of Agency, Assessment, Association, AwardEdition, "
        "AwardScheme, Candidacy, Category, Ceremony, Committee, Community, Company, Conferment, CountClaim, Criterion, "
        "Finding, Level, Membership, Observance, Person, Place, Post, Project, Role, School, Source, StreakClaim, "
        "Survey, Unit, Work",
        entry("agency/x", "Ministry"),
    ),
    _bad(
        "unknown key of a thing",
        "things[0].colour: is not a key that stands here; mend its spelling, or leave it out",
        {**_NAMED, "colour": "red"},
    ),
    _bad("thing without class", "things[0].class: is missing", {"id": "agency/dbd", "says": {}}),
    _bad(
        "thing that is no reference",
        "things[0].id: 'กรม' is not a reference; write it like agency/dbd",
        entry("กรม", "Agency"),
    ),
    _bad(
        "id of another kind than the class",
        "things[0].id: 'place/TH-50' cannot be of class Agency; its kind must be agency",
        entry("place/TH-50", "Agency"),
    ),
    _bad(
        "source that is another document",
        "things[0].id: 'source/doc_2' is not this document; write 'source/doc_1'",
        entry("source/doc_2", "Source"),
        in_schema=False,
    ),
    _bad(
        "thing that stands twice",
        "things[1]: agency/dbd stands twice: it is also things[0]; put what is said of it in one entry",
        _NAMED,
        _NAMED,
        in_schema=False,
    ),
    _bad(
        "second class that none may have",
        "things[0].alsoClass: 'Agency' is not known; choose one of Project",
        {**_NAMED, "alsoClass": "Agency"},
    ),
    _bad(
        "label in no language",
        "things[0].labels.Thai: is not a language tag; write th or en",
        {**_NAMED, "labels": {"Thai": "กรม"}},
    ),
    _bad(
        "property that does not belong",
        "things[0].says.year: is no property of a Conferment; it has acceptedBy, awarder, category, edition, event, "
        "inRecognitionOf, level, placing, precedes, presenter, prizeForm, recipient, work",
        entry("conferment/a", "Conferment", recipient=said("agency/a"), edition=said("edition/a"), year=said(2020)),
    ),
    _bad(
        "required property that is missing",
        "things[0].says.edition: is missing: every Conferment has one; state it, or leave the thing out",
        entry("conferment/a", "Conferment", recipient=said("agency/a")),
    ),
    _bad(
        "property without values",
        "things[0].says.name: is empty; give a value, or leave the property out",
        entry("agency/dbd", "Agency", name=[]),
    ),
    _bad(
        "second value where one is allowed",
        "things[0].says.startDate: has several values but takes one; keep the value that the text says",
        _event(startDate=said("2020-12-03", "2020-12-04")),
    ),
    _bad(
        "span outside the text",
        "things[0].says.name[0].at[1]: the span 990 to 1001 lies outside the text: the text has 1000 characters; "
        "give start and end in code points, the end exclusive",
        entry("agency/dbd", "Agency", name=said("กรม", at=[[0, 3], [990, 1001]])),
        in_schema=False,
    ),
    _bad(
        "span that ends before it starts",
        "things[0].says.name[0].at[0]: the span 5 to 5 lies outside the text: the text has 1000 characters; "
        "give start and end in code points, the end exclusive",
        entry("agency/dbd", "Agency", name=said("กรม", at=[[5, 5]])),
        in_schema=False,
    ),
    _bad(
        "span below the text",
        "things[0].at[0]: the span -1 to 5 lies outside the text: the text has 1000 characters; "
        "give start and end in code points, the end exclusive",
        {**_NAMED, "at": [[-1, 5]]},
    ),
    _bad(
        "value without a span",
        "things[0].says.name[0].at: is missing",
        entry("agency/dbd", "Agency", name=[{"value": "กรม"}]),
    ),
    _bad(
        "value with no span in its list",
        "things[0].says.name[0].at: is empty; give the span of characters that says it",
        entry("agency/dbd", "Agency", name=said("กรม", at=[])),
    ),
    _bad(
        "span of three numbers",
        "things[0].says.name[0].at[0]: must be a pair of whole numbers [start, end]",
        entry("agency/dbd", "Agency", name=said("กรม", at=[[1, 2, 3]])),
    ),
    _bad(
        "unknown key of a value",
        "things[0].says.name[0].quote: is not a key that stands here; mend its spelling, or leave it out",
        entry("agency/dbd", "Agency", name=said("กรม", quote="กรม")),
    ),
    _bad(
        "null in a value",
        "things[0].says.name[0].as: must not be null; leave an unknown value out",
        entry("agency/dbd", "Agency", name=said("กรม", **{"as": None})),
    ),
    _bad(
        "confidence above one",
        "things[0].says.name[0].confidence: must be a number from 0 to 1, not 1.5",
        entry("agency/dbd", "Agency", name=said("กรม", confidence=1.5)),
    ),
    _bad(
        "language of what is no text",
        "things[0].says.startDate[0].lang: only names and texts have a language; leave it out",
        _event(startDate=said("2020-12-03", lang="th")),
    ),
    _bad(
        "reference that is none",
        "things[0].says.recipient[0].value: 'กรม' is not a reference; write it like agency/dbd",
        conferment(recipient="กรม"),
    ),
    _bad(
        "reference of the wrong kind",
        "things[0].says.recipient[0].value: 'place/TH-50' cannot stand here; "
        "its kind must be agency or person or recipient or unit or work",
        conferment(recipient="place/TH-50"),
    ),
    _bad(
        "Buddhist year",
        "things[0].says.year[0].value: the year 2563 lies outside 1941 to 2100 CE; "
        "2563 may be a Buddhist year, 2020 CE; " + _DATE_FIX,
        _edition(2563),
    ),
    _bad(
        "Buddhist date",
        "things[0].says.startDate[0].value: the year 2563 lies outside 1941 to 2100 CE; "
        "2563 may be a Buddhist year, 2020 CE; " + _DATE_FIX,
        _event(startDate=said("2563-12-03")),
    ),
    _bad(
        "date in words",
        "things[0].says.startDate[0].value: '3 Dec 2020' is not a date YYYY-MM-DD, YYYY-MM or YYYY; " + _DATE_FIX,
        _event(startDate=said("3 Dec 2020")),
    ),
    _bad(
        "date in Thai digits",
        "things[0].says.startDate[0].value: '๒๐๒๐' is not a date YYYY-MM-DD, YYYY-MM or YYYY; " + _DATE_FIX,
        _event(startDate=said("๒๐๒๐")),
    ),
    _bad(
        "time that no clock shows",
        "things[0].says.startTime[0].value: '24:00:00' has not the right form: "
        "it must match ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]",
        _event(startTime=said("24:00:00")),
    ),
    _bad(
        "year in quotes",
        "things[0].says.year[0].value: must be a whole number, not a text",
        entry("edition/e-2020", "AwardEdition", scheme=said("scheme/e"), year=said("2020")),
    ),
    _bad(
        "number below nought",
        "things[0].says.placing[0].value: -1 is less than 0",
        entry("conferment/a", "Conferment", recipient=said("agency/a"), edition=said("edition/a"), placing=said(-1)),
    ),
    _bad(
        "unknown concept",
        "things[0].says.status[0].value: 'statusWon' is not known; choose one of statusAssessed, "
        "statusNominated, statusPromised, statusShortlisted, statusStagePassed, statusWithdrawn",
        _candidacy("statusWon"),
    ),
    _bad(
        "candidacy that is a conferment",
        "things[0].says.status[0].value: 'statusConferred' is not known; choose one of statusAssessed, "
        "statusNominated, statusPromised, statusShortlisted, statusStagePassed, statusWithdrawn",
        _candidacy("statusConferred"),
    ),
    _bad(
        "property in the place of a concept",
        "things[0].says.countOf[0].value: 'countOf' is not known; choose one of countAttendingBodies, countCategories, "
        "countCommitteeBodies, countConferments, countCriteria, countEditions, countEntrants, countProvinces, "
        "countRecipients, countStreakHolders, countSurveyed, countWorks",
        _count("countOf"),
    ),
]
