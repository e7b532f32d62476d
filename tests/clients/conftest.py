"""Clients of the server that need more than Python: `make test-clients` gets their packages and runs them.

A client that is missing is a failure: whoever runs these wants to know that the clients work.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from kg.graph.store import publish
from kg.terms.prefixes import DEFAULT_BASE
from tests.factory import REPO
from tests.small import corpus_folder, small_quads

HERE = Path(__file__).parent
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SECONDS = 60


@pytest.fixture(scope="session")
def chromium() -> str:
    """A Chromium: ``CHROMIUM`` in the environment, else one of the path."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not found or not shutil.which(found):
        pytest.fail("there is no Chromium: install one, or name it in CHROMIUM")
    return found


@pytest.fixture(scope="session")
def node() -> str:
    """Node with the packages of ``package.json``."""
    found = shutil.which("node")
    if not found or not (HERE / "node_modules").is_dir():
        pytest.fail("there is no node with its packages: install node, then run make test-clients")
    return found


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server over the small graph, with its text at hand."""
    yield from _served(tmp_path_factory.mktemp("served"), _free_port(), DEFAULT_BASE)


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, where each IRI leads to this very server."""
    port = _free_port()
    yield from _served(tmp_path_factory.mktemp("linked"), port, f"http://127.0.0.1:{port}/")


def _served(folder: Path, port: int, base: str) -> Iterator[str]:
    publish(small_quads(base=base), folder / "store")
    command = [
        sys.executable, "-m", "kg", "serve", "--port", str(port), "--store", str(folder / "store"),
        "--corpus", str(corpus_folder(folder)), "--base", base,
    ]  # fmt: skip
    with subprocess.Popen(command, cwd=REPO, stderr=subprocess.PIPE) as server:
        try:
            yield _ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()


def _free_port() -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _ready(address: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(_SECONDS * 10):
        if server.poll() is not None:
            pytest.fail("the server ended before it answered")
        try:
            with urlopen(f"{address}/healthz", timeout=5):
                return address
        except (URLError, OSError):
            time.sleep(0.1)
    return pytest.fail("the server does not answer")
