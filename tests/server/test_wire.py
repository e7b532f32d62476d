from hypothesis import given
from hypothesis import strategies as st

from kg.server.wire import with_encoded_path


def test_a_bare_path_is_encoded_and_nothing_else() -> None:
    head = "GET /id/agency/กรม?q=ก%20b HTTP/1.1\r\nHost: ก\r\n\r\n".encode()
    wanted = "GET /id/agency/%E0%B8%81%E0%B8%A3%E0%B8%A1?q=%E0%B8%81%20b HTTP/1.1\r\nHost: ก\r\n\r\n".encode()
    assert with_encoded_path(head) == wanted


@given(st.binary())
def test_what_begins_no_request_is_left_alone(data: bytes) -> None:
    assert with_encoded_path(data) == data or data.startswith((b"GET ", b"HEAD ", b"POST ", b"OPTIONS "))


def test_an_encoded_path_stays() -> None:
    for line in (b"GET /a%20b HTTP/1.1\r\n", b"POST / HTTP/1.1\r\n\r\n\xff\xfe", b"\x80 / HTTP/1.1\r\n"):
        assert with_encoded_path(line) == line
