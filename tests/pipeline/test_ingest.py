import gzip
import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import NotFound
from kg.graph.query import ask_file
from kg.graph.store import Store, nquads
from kg.ingest.corrections import write_correction
from kg.ingest.intakelog import read_intake_log
from kg.ingest.records import read_record, read_records
from kg.ingest.redirects import read_redirects
from kg.ingest.rulings import append_ruling
from kg.model.curation import Correction, Ruling, Verdict
from kg.pipeline.build import assemble, build
from kg.pipeline.ground import Ground
from kg.settings import Settings
from tests.factory import conferment, document, write_record
from tests.pipeline.announcements import NEWS, WON, WON_TOO, documents, files, run, settings

DEV = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"


def counts(result: object) -> dict[str, int]:
    return {name: number for name, number in result.counts.items() if number}  # type: ignore[attr-defined]


def test_accepted_records_stand_under_their_year_and_news_without_awards_leaves_nothing(tmp_path: Path) -> None:
    where = settings(tmp_path)
    result = run(where, documents(tmp_path, a=WON, b=NEWS))
    assert counts(result) == {"accepted": 1, "without awards": 1}
    assert list(files(where)) == ["announcements/2020/a.json", "intake.csv"]
    record = read_record(where.data / "announcements" / "2020" / "a.json")
    (award,) = record.by_class("Conferment")
    assert (set(award.refs("recipient")), set(award.refs("edition"))) == ({"agency/dbd"}, {"edition/e-2020"})
    assert record.review_status == "unreviewed"
    assert build(Ground(where)).assembly.report.counts().get("Violation", 0) == 0


def test_a_second_ingest_changes_no_byte_with_the_ledger_and_without(tmp_path: Path) -> None:
    where, given = settings(tmp_path), documents(tmp_path, a=WON, b=NEWS, c=WON_TOO)
    run(where, given)
    before = files(where)
    assert counts(run(where, given)) == {"unchanged": 3}
    (tmp_path / "kg" / "store.ingested").unlink()
    assert counts(run(where, given)) == {"unchanged": 2, "without awards": 1}
    assert files(where) == before


def test_the_store_is_the_same_in_whatever_order_documents_come(tmp_path: Path) -> None:
    texts = {"a": WON, "b": WON, "c": WON_TOO, "d": WON + WON_TOO, "e": NEWS}
    graphs = set()
    for seed in range(3):
        home = tmp_path / str(seed)
        where = settings(home)
        names = random.Random(seed).sample(sorted(texts), len(texts))
        for name in names:
            day = sorted(texts).index(name) + 1
            line = {"id": name, "text": texts[name], "published": f"2020-12-{day:02}"}
            (home / f"{name}.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
            run(where, home / f"{name}.jsonl")
        graphs.add(nquads(assemble(Ground(where)).quads()))
    assert len(graphs) == 1


def test_two_announcements_of_one_award_are_one_resource_with_two_pieces_of_evidence(tmp_path: Path) -> None:
    where = settings(tmp_path)
    run(where, documents(tmp_path, a=WON, b=WON))
    store = Store.in_memory(assemble(Ground(where)).quads())
    rows = store.inner.query(
        "PREFIX aw: <https://w3id.org/award-kg/ontology#> "
        "SELECT ?a (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?a a aw:Conferment } } GROUP BY ?a"
    )
    assert [row["n"].value for row in rows] == ["2"]


def test_a_changed_document_replaces_its_own_statements_only(tmp_path: Path) -> None:
    where = settings(tmp_path)
    run(where, documents(tmp_path, a=WON, b=WON_TOO))
    before = files(where)
    old = read_record(where.data / "announcements" / "2020" / "a.json")
    run(where, documents(tmp_path, a=WON.replace("2563", "2562"), b=WON_TOO))
    after = files(where)
    assert before["announcements/2020/b.json"] == after["announcements/2020/b.json"]
    assert before["announcements/2020/a.json"] != after["announcements/2020/a.json"]
    (award,) = old.by_class("Conferment")
    assert [(each.old, each.new) for each in read_redirects(where.data / "redirects.csv")] == [(award.ref, "gone")]
    stones = {
        str(quad.subject)
        for quad in assemble(Ground(where)).quads()
        if str(quad.object).endswith("#Tombstone>") and str(quad.graph_name).endswith("/derived>")
    }
    assert sorted(stones) == [f"<https://w3id.org/award-kg/id/{award.ref}>"]


def test_a_reviewed_record_is_never_overwritten_and_what_is_read_otherwise_waits(tmp_path: Path) -> None:
    reviewed = document(conferment(recipient="agency/dga"), source_id="a", issued="2020-12-01")
    where = settings(tmp_path, reviewed)
    before = files(where)
    for _ in range(2):
        run(where, documents(tmp_path, a=WON))
        after = files(where)
        assert after["announcements/2020/a.json"] == before["announcements/2020/a.json"]
        (waiting,) = json.loads(after["review/a.json"])["waiting"]
        assert [reason["rule"] for reason in waiting["reasons"]] == ["reviewed-record"]
        assert waiting["claim"]["recipient"] == ["agency/dbd"]
        assert waiting["details"] == ["the text of the document has changed since the review"]


def test_a_record_that_breaks_a_rule_waits_whole_with_the_rule(tmp_path: Path) -> None:
    where = settings(tmp_path)
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    for path in where.shapes.glob("*.ttl"):
        text = path.read_text("utf-8")
        # A rule that nothing fulfils stands in for one that reading broke.
        rule = "sh:path aw:recipient ;\n        sh:minCount "
        strict = text.replace(f"{rule}1 ;", f"{rule}2 ;")
        (shapes / path.name).write_text(strict, "utf-8")
    strict_where = replace(where, shapes=shapes)
    assert counts(run(strict_where, documents(tmp_path, a=WON))) == {"queued": 1}
    content = json.loads(files(where)["review/a.json"])
    assert content["waiting"][0]["reasons"][0]["rule"] == "invalid"
    assert content["record"]["id"] == "a"
    assert "announcements/2020/a.json" not in files(where)


def test_a_broken_review_file_is_named_and_kept_and_the_rest_goes_on(tmp_path: Path) -> None:
    where = settings(tmp_path)
    (where.data / "review").mkdir()
    (where.data / "review" / "a.json").write_text("{", "utf-8")
    result = run(where, documents(tmp_path, a=WON, b=WON_TOO))
    assert [fault.what for fault in result.intake.faults] == ["the review file cannot be read"]
    assert files(where)["review/a.json"] == b"{"
    assert "announcements/2020/b.json" in files(where)


def test_a_broken_record_is_named_and_kept(tmp_path: Path) -> None:
    where = settings(tmp_path)
    path = write_record(where.data, document(source_id="a"))
    path.write_text("{", "utf-8")
    result = run(where, documents(tmp_path, a=WON, b=WON_TOO))
    assert [fault.what for fault in result.intake.faults] == ["is not JSON"]
    assert path.read_text("utf-8") == "{"


def test_a_judgement_binds_a_name_that_was_open(tmp_path: Path) -> None:
    where = settings(tmp_path)
    text = WON.replace("กรมพัฒนาธุรกิจการค้า", "องค์การบริหารส่วนตำบลทดสอบใหม่")
    run(where, documents(tmp_path, a=text))
    log = where.data / "judgements" / "log.csv"
    log.parent.mkdir()
    log.write_text(
        "id,when,who,left,right,judgement,undoes,note\n"
        "j1,2026-01-01,x,name:องค์การบริหารส่วนตำบลทดสอบใหม่,agency/dbd,same,,\nbroken\n",
        "utf-8",
    )
    run(where, documents(tmp_path, a=text))
    (record,) = read_records(where.data / "announcements")
    assert [award.refs("recipient") for award in record.by_class("Conferment")] == [("agency/dbd",)]
    assert [fault.partition(": ")[2] for fault in assemble(Ground(where)).faults] == ["has 1 cells: a line has 8"]


def test_without_any_document_nothing_runs(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no document could be read"):
        run(settings(tmp_path), tmp_path / "nothing.txt")
    with pytest.raises(NotFound, match="is not a folder"):
        run(Settings(tmp_path / "no"), documents(tmp_path, a=WON))


@pytest.mark.skipif(not DEV.is_dir(), reason="the corpus is not here")
def test_two_articles_that_disagree_on_survey_and_day_contradict(tmp_path: Path, real_settings: Settings) -> None:
    import shutil

    data = tmp_path / "data"
    shutil.copytree(real_settings.data / "registry", data / "registry")
    where = Settings(data, real_settings.ontology, real_settings.shapes, tmp_path / "kg" / "store")
    run(where, DEV / "thaigov-49008.txt", DEV / "thaigov-49031.txt")
    store = Store.in_memory(assemble(Ground(where)).quads())
    rows = ask_file(store, "competency/21-contradictions")
    found = {(str(row["property"]).rpartition("/")[2].rpartition("#")[2], row["value"].value) for row in rows}  # type: ignore[union-attr]
    assert {("startDate>", "2021-12-02"), ("startDate>", "2021-12-03")} <= found
    assert {("claimedCount>", "1852"), ("claimedCount>", "1922")} <= found


# --- curators ---------------------------------------------------------------------------------------------------


def correction(text: str, *claims: dict[str, object]) -> Correction:
    return Correction("a", hashlib.sha256(text.encode("utf-8")).hexdigest(), "2026-01-02", {"conferments": claims})


RIGHT = {
    "recipient": "สำนักงานพัฒนารัฐบาลดิจิทัล", "kind": "agency", "scheme": "รางวัลทดสอบ", "year": 2019,
    "recipient_id": "agency/dga", "start": 0, "end": 20, "spans": {"recipient": [0, 20]},
}  # fmt: skip


def test_a_correction_stands_in_the_record_whatever_the_extractor_reads(tmp_path: Path) -> None:
    where = settings(tmp_path)
    write_correction(where.data, correction(WON, RIGHT))
    for _ in range(2):
        run(where, documents(tmp_path, a=WON))
        record = read_record(where.data / "announcements" / "2020" / "a.json")
        (award,) = record.by_class("Conferment")
        assert (award.refs("recipient"), award.refs("edition")) == (("agency/dga",), ("edition/e-2019",))
        assert (record.review_status, record.reviewed_on) == ("reviewed", "2026-01-02")
        (where.store.with_name("store.ingested")).unlink()
    # A clause that is the only place of a value is evidence, and no word of it is kept.
    assert all(not value.verbatim for value in award.says["edition"])


def test_a_changed_correction_changes_the_record_and_one_that_fits_no_longer_is_named(tmp_path: Path) -> None:
    where = settings(tmp_path)
    write_correction(where.data, correction(WON, RIGHT))
    run(where, documents(tmp_path, a=WON))
    write_correction(where.data, correction(WON, RIGHT | {"year": 2018}))
    assert counts(run(where, documents(tmp_path, a=WON))) == {"accepted": 1}
    before = files(where)["announcements/2020/a.json"]
    assert b"edition/e-2018" in before
    result = run(where, documents(tmp_path, a=WON + "แก้ไข", b=WON))
    assert [fault.what for fault in result.intake.faults] == ["the correction no longer fits its document"]
    assert files(where)["announcements/2020/a.json"] == before
    waiting = json.loads(files(where)["review/a.json"])["waiting"]
    assert {reason["rule"] for each in waiting for reason in each["reasons"]} == {"reviewed-record"}
    assert "announcements/2020/b.json" in files(where)


def test_a_decision_on_a_claim_survives_a_new_run(tmp_path: Path) -> None:
    where, text = settings(tmp_path), WON.replace("2563", "2555")
    run(where, documents(tmp_path, a=text))  # an award of years ago waits
    waiting = json.loads(files(where)["review/a.json"])
    claim = next(each["claim"] for each in waiting["waiting"] if each["kind"] == "conferment")
    ruling = Ruling("1", "2026-01-02", "x", waiting["source"]["sha256"], "conferment", Verdict.ACCEPT, claim)
    append_ruling(where.data, "a", ruling)
    run(where, documents(tmp_path, a=text))
    record = read_record(where.data / "announcements" / "2020" / "a.json")
    assert [award.refs("recipient") for award in record.by_class("Conferment")] == [("agency/dbd",)]
    append_ruling(where.data, "a", replace(ruling, id="2", verdict=Verdict.REJECT))
    run(where, documents(tmp_path, a=text))
    assert "announcements/2020/a.json" not in files(where)


def test_a_dry_run_tells_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    where = settings(tmp_path)
    run(where, documents(tmp_path, a=WON))
    before = files(where)
    write_correction(where.data, correction(WON, RIGHT))
    result = run(where, documents(tmp_path, a=WON, b=NEWS), dry=True)
    assert result.changes == {
        "a": [
            "- conferment: recipient agency/dbd; edition edition/e-2020",
            "+ conferment: recipient agency/dga; edition edition/e-2019",
        ]
    }
    after = files(where)
    del after["corrections/a.json"]
    assert after == before


def test_one_article_under_two_ids_is_one_award_with_two_pieces_of_evidence(tmp_path: Path) -> None:
    where = settings(tmp_path)
    run(where, documents(tmp_path, first=WON, second=WON))
    records = list(read_records(where.data / "announcements"))
    assert len({record.source.sha256 for record in records}) == 1
    awards = {award.ref for record in records for award in record.by_class("Conferment")}
    assert (len(records), len(awards)) == (2, 1)


def test_a_corpus_file_cut_off_in_the_middle_is_named_and_what_was_whole_is_kept(tmp_path: Path) -> None:
    where = settings(tmp_path)
    rest = {f"d{number}": f"{NEWS}{random.Random(number).randbytes(3000).hex()}" for number in range(40)}
    whole = gzip.compress(documents(tmp_path, a=WON, **rest).read_bytes())
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(whole[: len(whole) // 2])
    result = run(where, cut)
    assert len(result.intake.faults) == 1
    assert str(cut) in result.intake.faults[0].where
    assert "announcements/2020/a.json" in files(where)


def test_the_books_say_what_became_of_every_document(tmp_path: Path) -> None:
    where = settings(tmp_path)
    run(where, documents(tmp_path, a=WON, b=NEWS))
    log = read_intake_log(where.data, print)
    assert (log["a"].awards, log["a"].awards_waiting, log["b"].awards) == (1, 0, 0)


def test_a_curator_says_which_body_is_meant_or_that_the_registry_lacks_it(tmp_path: Path) -> None:
    where = settings(tmp_path)
    named = RIGHT | {"recipient": "ชื่อที่ไม่มีใครรู้จัก"}
    lacking = {key: value for key, value in named.items() if key != "recipient_id"} | {"unlisted": True, "year": 2018}
    write_correction(where.data, correction(WON, named, lacking))
    run(where, documents(tmp_path, a=WON))
    record = read_record(where.data / "announcements" / "2020" / "a.json")
    refs = sorted(ref for award in record.by_class("Conferment") for ref in award.refs("recipient"))
    assert len(refs) == 2
    assert "agency/dga" in refs
