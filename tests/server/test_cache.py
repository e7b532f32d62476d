from hypothesis import given
from hypothesis import strategies as st

from kg.server.cache import Cache


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    cache: Cache[str] = Cache(40)
    for name in "abcd":
        cache.put(name, b"1234"[:4])
    assert cache.get("a") == b"1234"
    for name in "efghijk":
        cache.put(name, b"1234")
    assert (cache.get("a"), cache.get("b")) == (b"1234", None)


def test_what_is_too_large_is_not_kept() -> None:
    cache: Cache[str] = Cache(100)
    cache.put("a", b"x" * 11)
    assert cache.get("a") is None


@given(st.lists(st.tuples(st.integers(0, 5), st.binary(max_size=12))))
def test_it_gives_back_what_was_put_last_and_never_holds_more(steps: list[tuple[int, bytes]]) -> None:
    cache: Cache[int] = Cache(50)
    last: dict[int, bytes] = {}
    for key, value in steps:
        cache.put(key, value)
        if len(value) <= 5:
            last[key] = value
        found = cache.get(key)
        assert found == last.get(key)
    assert sum(len(cache.get(key) or b"") for key in range(6)) <= 50
