import pytest

from kg.server.evaluate import Answer, Job
from kg.server.remembered import Remembered


def test_the_same_question_has_the_same_answer() -> None:
    kept = Remembered()
    job, answer = Job("SELECT * {}"), Answer("rows", "json", b"a\nb\n")
    assert kept.get(job) is None
    kept.put(job, answer)
    assert kept.get(Job("SELECT * {}")) == answer
    for other in (Job("SELECT * {} "), Job("SELECT * {}", rows="csv"), Job("SELECT * {}", default_graphs=("urn:g",))):
        assert kept.get(other) is None


@pytest.mark.parametrize("call", ["NOW()", "rand()", "UUID()", "struuid()", "BNODE()"])
def test_what_changes_is_asked_again(call: str) -> None:
    kept = Remembered()
    job = Job(f"SELECT ({call} AS ?x) {{}}")
    kept.put(job, Answer("rows", "json", b"x"))
    assert kept.get(job) is None
    named = Job(f'SELECT ("{call}" AS ?x) {{}}')
    kept.put(named, Answer("rows", "json", b"x"))
    assert kept.get(named) is not None
