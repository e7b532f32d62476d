"""Checks the links of a folder of files as a web server would serve it: every address inside leads to a file, and every
fragment to an element of the page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ADDRESSES = {"href", "src", "action"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in _ADDRESSES and value:
                self.addresses.add(value)


def broken(folder: Path, root: str = "") -> dict[str, list[str]]:
    """The addresses that lead nowhere, by page; ``root`` is the path under which the folder is served."""
    pages = {path: _read(path) for path in sorted(folder.rglob("*.html"))}
    found = {
        path.relative_to(folder).as_posix(): sorted(
            each for each in page.addresses if not _leads(each, path, folder, root, pages)
        )
        for path, page in pages.items()
    }
    return {name: addresses for name, addresses in found.items() if addresses}


def reached(folder: Path, root: str = "") -> set[Path]:
    """The pages that a reader who begins at the home page comes to."""
    waiting, seen = [folder / "index.html"], {folder / "index.html"}
    while waiting:
        for address in _read(waiting.pop()).addresses:
            file = _file(address, folder, root)
            if file is not None and file.suffix == ".html" and file.is_file() and file not in seen:
                seen.add(file)
                waiting.append(file)
    return seen


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def _file(address: str, folder: Path, root: str) -> Path | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.startswith(f"{root}/"):
        return None
    inside = unquote(parts.path.removeprefix(root)).lstrip("/")
    return folder / inside / "index.html" if not inside or inside.endswith("/") else folder / inside


def _leads(address: str, page: Path, folder: Path, root: str, pages: dict[Path, _Reader]) -> bool:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        return True
    file = page if not parts.path and not parts.scheme else _file(address, folder, root)
    if file is None or not file.is_file():
        return False
    return not parts.fragment or parts.fragment in (pages[file].ids if file in pages else {parts.fragment})
