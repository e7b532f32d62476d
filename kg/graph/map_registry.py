"""The registry as quads of ``graph:registry``: one short function for each table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kg.graph.quads import GraphWriter, boolean, date, decimal, integer, text, year
from kg.model.registry import Registry, Row
from kg.model.vocabulary import CLASS_OF_KIND
from kg.terms.award import AW
from kg.terms.foreign import DCTERMS, ORG, RDF, SKOS, WD
from kg.terms.iris import Iris
from kg.text.dates import to_be


class RegistryMapper:
    """Writes every table of a registry; ``iris`` decides the base."""

    def __init__(self, registry: Registry, iris: Iris) -> None:
        """Nothing is written until ``write``."""
        self._registry, self._iris = registry, iris
        self._out = GraphWriter(iris.graph("registry"))

    def write(self) -> GraphWriter:
        """The quads of all tables, in a fixed order."""
        for table, write_row in self._tables().items():
            for row in self._registry.tables.get(table, ()):
                write_row(row)
        self._ordered_levels()
        return self._out

    def _tables(self) -> dict[str, Callable[[Row], None]]:
        return {
            "kinds": self._kind,
            "agencies": self._agency,
            "posts": self._post,
            "units": self._unit,
            "persons": self._person,
            "roles": self._role,
            "provinces": self._province,
            "local_governments": self._local_government,
            "places": self._place,
            "schemes": self._scheme,
            "categories": self._category,
            "levels": self._level,
            "editions": self._edition,
            "criteria": self._criterion,
            "abbreviations": self._abbreviation,
        }

    def _named(self, ref: str, cls: str, row: Row) -> str:
        iri = self._iris.thing(ref)
        add = self._out.add
        add(iri, RDF.type, cls)
        add(iri, DCTERMS.identifier, text(row["id"]))
        for language in ("th", "en"):
            if name := row.get(f"name_{language}"):
                add(iri, SKOS.prefLabel, text(name, language))
            others = [alias for alias in row.list(f"aliases_{language}") if alias != name]
            for number, alias in enumerate(others):
                # CPOV allows a public organisation one skos:altLabel in a language.
                further = number and ref.startswith("agency/")
                add(iri, AW.otherName if further else SKOS.altLabel, text(alias, language))
            if short := row.get(f"abbr_{language}"):
                add(iri, AW.abbreviation, text(short, language))
        if item := row.get("wikidata"):
            add(iri, SKOS.exactMatch, WD[item])
        for column, term in (("valid_from", AW.validFrom), ("valid_to", AW.validTo)):
            if when := row.get(column):
                add(iri, term, date(when))
        add(iri, AW.rowSource, text(row["source"]))
        return iri

    def _point(self, iri: str, row: Row) -> None:
        for column, term in (("latitude", AW.latitude), ("longitude", AW.longitude)):
            if value := row.get(column):
                self._out.add(iri, term, decimal(value))

    def _kind_of(self, name: str) -> str:
        known = self._registry.row(f"kind/{name}")
        return self._iris.thing(f"kind/{name}") if known else str(AW[name])

    def _kind(self, row: Row) -> None:
        iri = self._named(f"kind/{row['id']}", SKOS.Concept, row)
        self._out.add(iri, SKOS.broader, self._kind_of(row["broader"]))
        self._out.add(iri, SKOS.inScheme, AW.organizationKinds)

    def _agency(self, row: Row) -> None:
        iri = self._named(f"agency/{row['id']}", str(AW[CLASS_OF_KIND.get(row["kind"], "Agency")]), row)
        self._out.add(iri, ORG.classification, self._kind_of(row["kind"]))
        if parent := row.get("parent_id"):
            self._parent(iri, parent)

    def _parent(self, iri: str, parent: str) -> None:
        # An agency straight under an office (the Prime Minister) reports to a post: a post is no organisation.
        if self._registry.row(f"post/{parent}"):
            self._out.add(iri, AW.reportsTo, self._iris.thing(f"post/{parent}"))
        else:
            self._out.add(iri, ORG.subOrganizationOf, self._iris.thing(f"agency/{parent}"))

    def _post(self, row: Row) -> None:
        iri = self._named(f"post/{row['id']}", ORG.Post, row)
        if body := row.get("organization_id"):
            self._out.add(iri, ORG.postIn, self._iris.thing(f"agency/{body}"))

    def _unit(self, row: Row) -> None:
        iri = self._named(f"unit/{row['id']}", AW.Unit, row)
        self._out.add(iri, ORG.unitOf, self._iris.thing(f"agency/{row['unit_of']}"))
        if kind := row.get("kind"):
            self._out.add(iri, ORG.classification, self._kind_of(kind))
        if place := row.get("place_id"):
            self._out.add(iri, DCTERMS.spatial, self._iris.thing(f"place/{place}"))
        if successor := row.get("replaced_by"):
            self._out.add(iri, DCTERMS.isReplacedBy, self._iris.thing(f"agency/{successor}"))

    def _person(self, row: Row) -> None:
        self._named(f"person/{row['id']}", AW.Person, row)

    def _role(self, row: Row) -> None:
        self._named(f"role/{row['id']}", ORG.Role, row)

    def _province(self, row: Row) -> None:
        place = self._named(f"place/{row['id']}", AW.Place, row)
        self._point(place, row)
        # A place that is governed by a body of another table (a capital city) has no administration of its own.
        if administration := row.get("administration_id"):
            self._administration(f"agency/{administration}", place, row)

    def _administration(self, ref: str, place: str, row: Row) -> None:
        iri = self._iris.thing(ref)
        add = self._out.add
        add(iri, RDF.type, AW.Agency)
        add(iri, DCTERMS.identifier, text(row["administration_id"]))
        for language in ("th", "en"):
            add(iri, SKOS.prefLabel, text(row[f"administration_{language}"], language))
        add(iri, ORG.classification, AW.kindProvinceAdministration)
        if parent := row.get("administration_parent_id"):
            self._parent(iri, parent)
        add(iri, DCTERMS.spatial, place)
        add(iri, AW.rowSource, text(row["source"]))

    def _local_government(self, row: Row) -> None:
        iri = self._named(f"agency/{row['id']}", AW.Agency, row)
        self._out.add(iri, ORG.classification, self._kind_of(row["kind"]))
        self._out.add(iri, DCTERMS.spatial, self._iris.thing(f"place/{row['province_id']}"))
        if district := row.get("district"):
            self._out.add(iri, AW.district, text(district, "th"))
        self._point(iri, row)

    def _place(self, row: Row) -> None:
        iri = self._named(f"place/{row['id']}", AW.Place, row)
        self._point(iri, row)
        if outer := row.get("within"):
            self._out.add(iri, AW.within, self._iris.thing(f"place/{outer}"))

    def _scheme(self, row: Row) -> None:
        iri = self._named(f"scheme/{row['id']}", AW.AwardScheme, row)
        if short := row.get("abbr"):
            self._out.add(iri, AW.abbreviation, text(short, "en"))
        if awarder := row.get("awarder_id"):
            self._out.add(iri, AW.awarder, self._iris.thing(f"agency/{awarder}"))
        self._concept_scheme(f"categories/{row['id']}", iri, row, "สาขาและประเภทของ", "Categories of")
        self._concept_scheme(f"levels/{row['id']}", iri, row, "ระดับของ", "Levels of")

    def _concept_scheme(self, ref: str, scheme: str, row: Row, th: str, en: str) -> None:
        iri = self._iris.thing(ref)
        self._out.add(iri, RDF.type, SKOS.ConceptScheme)
        self._out.add(iri, AW.ofScheme, scheme)
        self._out.add(iri, SKOS.prefLabel, text(f"{th}{row['name_th']}", "th"))
        self._out.add(iri, SKOS.prefLabel, text(f"{en} {row['name_en']}", "en"))

    def _category(self, row: Row) -> None:
        iri = self._concept(f"category/{row['id']}", AW.Category, "categories", row)
        if broader := row.get("broader_id"):
            self._out.add(iri, SKOS.broader, self._iris.thing(f"category/{broader}"))
        else:
            self._out.add(iri, SKOS.topConceptOf, self._iris.thing(f"categories/{row['scheme_id']}"))
        if old := row.get("replaces_id"):
            self._out.add(iri, DCTERMS.replaces, self._iris.thing(f"category/{old}"))

    def _level(self, row: Row) -> None:
        iri = self._concept(f"level/{row['id']}", AW.Level, "levels", row)
        self._out.add(iri, AW.rank, integer(row.integer("rank")))

    def _ordered_levels(self) -> None:
        """Each scheme's levels as a skos:OrderedCollection, highest first; its list has IRIs, not blank nodes."""
        ranked: dict[str, list[Row]] = {}
        for row in self._registry.tables.get("levels", ()):
            ranked.setdefault(row["scheme_id"], []).append(row)
        for scheme, rows in ranked.items():
            rows.sort(key=lambda row: (row.integer("rank"), row["id"]))
            part = partial(self._iris.part, f"levels/{scheme}")
            add = self._out.add
            add(part("ordered"), RDF.type, SKOS.OrderedCollection)
            add(part("ordered"), SKOS.memberList, part("item-1"))
            for number, row in enumerate(rows, 1):
                level = self._iris.thing(f"level/{row['id']}")
                add(part("ordered"), SKOS.member, level)
                add(part(f"item-{number}"), RDF.first, level)
                add(part(f"item-{number}"), RDF.rest, part(f"item-{number + 1}") if number < len(rows) else RDF.nil)

    def _concept(self, ref: str, cls: str, concepts: str, row: Row) -> str:
        iri = self._named(ref, cls, row)
        self._out.add(iri, RDF.type, SKOS.Concept)
        self._out.add(iri, AW.ofScheme, self._iris.thing(f"scheme/{row['scheme_id']}"))
        self._out.add(iri, SKOS.inScheme, self._iris.thing(f"{concepts}/{row['scheme_id']}"))
        return iri

    def _edition(self, row: Row) -> None:
        iri = self._iris.thing(f"edition/{row['id']}")
        scheme = self._registry.row(f"scheme/{row['scheme_id']}")
        add = self._out.add
        add(iri, RDF.type, AW.AwardEdition)
        add(iri, DCTERMS.identifier, text(row["id"]))
        add(iri, AW.scheme, self._iris.thing(f"scheme/{row['scheme_id']}"))
        ce = row.integer("year")
        add(iri, AW.year, year(ce))
        add(iri, AW.yearCE, integer(ce))
        add(iri, AW.yearBE, integer(to_be(ce)))
        if scheme is not None:
            add(iri, SKOS.prefLabel, text(f"{scheme['name_th']} ประจำปี {to_be(ce)}", "th"))
            add(iri, SKOS.prefLabel, text(f"{scheme['name_en']} {ce}", "en"))
        if row.get("ordinal"):
            add(iri, AW.ordinal, integer(row.integer("ordinal")))
        if row["held"] in ("yes", "no"):
            add(iri, AW.held, boolean(row["held"] == "yes"))
        add(iri, AW.rowSource, text(row["source"]))

    def _criterion(self, row: Row) -> None:
        iri = self._named(f"criterion/{row['id']}", AW.Criterion, row)
        self._out.add(iri, AW.ofScheme, self._iris.thing(f"scheme/{row['scheme_id']}"))
        self._out.add(iri, AW.position, integer(row.integer("position")))

    def _abbreviation(self, row: Row) -> None:
        body = row.get("agency_id")
        if body and self._registry.row(f"agency/{body}"):
            language = "en" if row["abbr"].isascii() else "th"
            self._out.add(self._iris.thing(f"agency/{body}"), AW.abbreviation, text(row["abbr"], language))


def map_registry(registry: Registry, iris: Iris) -> GraphWriter:
    """All quads of ``graph:registry``."""
    return RegistryMapper(registry, iris).write()
