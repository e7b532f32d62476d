from kg.terms.prefixes import DEFAULT_BASE, PREFIXES, for_base

# Exactly these, as the contract has them: http or https matters.
CONTRACT = {
    "aw": "https://w3id.org/award-kg/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "cpov": "http://data.europa.eu/m8g/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "time": "http://www.w3.org/2006/time#",
}


def test_the_prefixes_of_the_contract() -> None:
    assert {name: PREFIXES[name] for name in CONTRACT} == CONTRACT
    assert for_base()["id"] == "https://w3id.org/award-kg/id/"
    assert for_base()["graph"] == "https://w3id.org/award-kg/graph/"


def test_two_prefixes_never_share_a_namespace() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(namespace.endswith(("#", "/")) for namespace in PREFIXES.values())


def test_only_things_and_graphs_move_with_the_base() -> None:
    moved = for_base("http://localhost:8000/")
    assert moved == {**PREFIXES, "id": "http://localhost:8000/id/", "graph": "http://localhost:8000/graph/"}
    assert for_base(DEFAULT_BASE)["aw"] == moved["aw"]
