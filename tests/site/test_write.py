"""The site of a small graph as files: whole, in both languages, in every format, with nothing that leads nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib

from kg.errors import NotFound, UsageError
from kg.graph.store import Store, publish
from kg.pages.language import LANGUAGES
from kg.settings import Settings, load_settings
from kg.site.documents import place
from kg.site.write import MARK, write_site
from kg.terms.iris import Iris
from kg.terms.publishing import SITEMAP
from kg.views.catalogue import VIEWS
from kg.views.derived import Desk
from tests.site.checker import broken, reached
from tests.small import AWARD, SOURCE, corpus_folder, small_quads

ROOT = "/kg"


def quiet(stage: str, done: int, total: int) -> None:
    """Tells nobody how far it is."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("site")
    given = replace(
        load_settings(environment={}), store=folder / "store", corpus=corpus_folder(folder), prefix=ROOT,
        origin="https://awards.example",
    )  # fmt: skip
    publish(small_quads(), given.store)
    return given


@pytest.fixture(scope="module")
def site(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "site"
    count = write_site(settings, out, quiet, workers=1)
    assert count == sum(1 for each in out.rglob("*") if each.is_file()) - 1  # the mark of a site is none of it
    return out


def test_no_link_leads_nowhere(site: Path) -> None:
    assert broken(site, ROOT) == {}


def test_every_thing_is_there_in_every_language_and_format(site: Path, settings: Settings) -> None:
    iris = Iris()
    subjects = {getattr(quad.subject, "value", "") for quad in Store.open(settings.store).quads()}
    references = {reference for each in subjects if (reference := iris.reference(each))}
    assert {AWARD, f"source/{SOURCE}"} < references
    for reference in references:
        wanted = [place(f"/page/{reference}", language) for language in LANGUAGES]
        wanted += [f"data/{reference}.{form}" for form in ("ttl", "jsonld", "nt", "rdf", "json")]
        wanted += [f"id/{reference}/index.html", f"wrong/{reference}.json"]
        assert [each for each in wanted if not (site / each).is_file()] == []


def test_a_reader_comes_from_home_to_every_thing_that_has_a_list(site: Path) -> None:
    seen = {each.relative_to(site).as_posix() for each in reached(site, ROOT)}
    for kind, name in (("agency", "dtest"), ("person", "somchai"), ("edition", "test-2020"), ("source", SOURCE)):
        assert {f"page/{kind}/{name}/index.html", f"en/page/{kind}/{name}/index.html"} <= seen
    assert {"dataset/index.html", "en/ontology/index.html"} <= seen


def test_pages_are_in_their_language_and_offer_no_forms(site: Path) -> None:
    thai, english = ((site / place("/page/agency/dtest", language)).read_text("utf-8") for language in LANGUAGES)
    assert '<html lang="th">' in thai
    assert '<html lang="en">' in english
    assert f'hreflang="en" href="{ROOT}/en/page/agency/dtest/"' in thai
    assert f'hreflang="th" href="{ROOT}/page/agency/dtest/"' in english
    assert "<form" not in thai + english + (site / "index.html").read_text("utf-8")


def test_the_views_are_there_with_their_files_and_a_reader_comes_to_them(site: Path, settings: Settings) -> None:
    desk = Desk(Store.open(settings.store), settings.base)
    seen = {each.relative_to(site).as_posix() for each in reached(site, ROOT)}
    for language in LANGUAGES:
        assert place("/views", language) in seen
        for name in VIEWS:
            assert place(f"/views/{name}", language) in seen
            folder = (site / place(f"/views/{name}", language)).parent.parent
            rows = desk.answer(name).rows
            assert json.loads((folder / f"{name}.json").read_text("utf-8"))["name"] == name
            assert len((folder / f"{name}.csv").read_text("utf-8").splitlines()) >= 1 + len(rows)
            assert (folder / f"{name}.graphml").is_file() == bool(rows)


def test_formats_agree(site: Path) -> None:
    turtle = rdflib.Graph().parse(site / f"data/{AWARD}.ttl")
    triples = rdflib.Graph().parse(site / f"data/{AWARD}.nt", format="nt")
    assert set(turtle) == set(triples) != set()
    assert json.loads((site / f"data/{AWARD}.json").read_text("utf-8"))["id"] == AWARD


def test_the_catalogue_names_files_that_are_there_with_their_sizes(site: Path) -> None:
    described = rdflib.Graph().parse(site / ".well-known" / "void", format="turtle")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    sizes = {
        str(url).removeprefix(f"https://awards.example{ROOT}/"): int(str(described.value(part, dcat.byteSize)))
        for part, url in described.subject_objects(dcat.downloadURL)
    }
    assert sizes == {
        each.relative_to(site).as_posix(): each.stat().st_size for each in (site / "dumps").rglob("*") if each.is_file()
    }


def test_the_site_map_names_the_pages(site: Path) -> None:
    found = ElementTree.parse(site / "sitemap-1.xml").getroot()
    addresses = [each.text or "" for each in found.iter(f"{{{SITEMAP}}}loc")]
    assert f"https://awards.example{ROOT}/page/agency/dtest/" in addresses
    assert all(
        (site / each.removeprefix(f"https://awards.example{ROOT}/") / "index.html").is_file() for each in addresses
    )


def test_another_folder_is_left_alone_and_a_site_is_replaced(settings: Settings, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("x")
    with pytest.raises(UsageError, match="holds something else"):
        write_site(settings, other, quiet, workers=1)
    with pytest.raises(UsageError, match="needs a folder"):
        write_site(settings, other / "mine.txt", quiet, workers=1)
    assert [each.name for each in other.iterdir()] == ["mine.txt"]
    old = tmp_path / "old"
    old.mkdir()
    (old / MARK).write_text("")
    (old / "stale.html").write_text("")
    write_site(replace(settings, prefix=""), old, quiet, workers=2)
    assert not (old / "stale.html").exists()
    assert broken(old) == {}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["old", "other"]


def test_without_a_store_nothing_is_written(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        write_site(replace(settings, store=tmp_path / "none"), tmp_path / "out", quiet, workers=1)
    assert not (tmp_path / "out").exists()
