from kg.pages.links import Links, StaticLinks

SERVER, ASKED = Links("/kg"), Links("", "en")
THAI, ENGLISH = StaticLinks("/kg", "th"), StaticLinks("/kg", "en")


def test_addresses_of_the_server_keep_the_language_asked_for() -> None:
    assert SERVER.path("/") == "/kg/"
    assert ASKED.path("/sparql") == "/sparql?lang=en"
    assert ASKED.page("source/a", (1, 5)) == "/page/source/a?at=1,5&lang=en#at-1-5"
    assert ASKED.data("agency/a", "ttl") == "/data/agency/a.ttl"
    assert SERVER.part("/page/agency/a", "awards", 2) == "/kg/page/agency/a?list=awards&p=2#awards"
    assert SERVER.part("/page/agency/a", "awards", 1) == "/kg/page/agency/a#awards"
    assert (
        SERVER.wrong("agency/a", property="aw:x", value="", at="s,1,2") == "/kg/wrong/agency/a?property=aw%3Ax&at=s,1,2"
    )
    assert SERVER.graph("source/a") == "/kg/graph/source/a"


def test_addresses_of_files_need_no_query() -> None:
    assert (THAI.path("/"), ENGLISH.path("/")) == ("/kg/", "/kg/en/")
    assert THAI.path("/ontology", lang="en") == "/kg/en/ontology/"
    assert ENGLISH.page("source/a", (1, 5)) == "/kg/en/page/source/a/#at-1-5"
    assert THAI.part("/page/agency/a", "awards", 2) == "/kg/page/agency/a/awards-2/#awards"
    assert ENGLISH.data("agency/a", "ttl") == "/kg/data/agency/a.ttl"
    assert THAI.wrong("agency/a", at="s,1,2") == "/kg/wrong/agency/a.json"
    assert THAI.graph("registry") == "/kg/graph/registry.ttl"
    assert (SERVER.live, THAI.live) == (True, False)
