"""HTTP as it comes over the wire: paths with bare UTF-8 in them, as people type them in a terminal, are encoded.

RFC 3986 wants such a path percent-encoded, browsers do so, curl does not; the parser would answer 400.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_REQUEST_LINE: Final = re.compile(rb"(?:GET|HEAD|POST|OPTIONS) ([^ \r\n]+) HTTP/1\.[01]\r\n")
_AS_IS: Final = "".join(map(chr, range(33, 127)))


class WireProtocol(HttpToolsProtocol):
    """The protocol of the server."""

    def data_received(self, data: bytes) -> None:
        """Bytes from a client: the beginning of a request, where none is being read."""
        idle = self.cycle is None or self.cycle.response_complete
        super().data_received(with_encoded_path(data) if idle and not data.isascii() else data)


def with_encoded_path(data: bytes) -> bytes:
    """The beginning of a request with its path percent-encoded; anything else as it is."""
    match = _REQUEST_LINE.match(data)
    if match is None or match[1].isascii():
        return data
    return data[: match.start(1)] + quote(match[1], safe=_AS_IS).encode("ascii") + data[match.end(1) :]
