"""Takes the text out of a file of any format: what it is exactly, by whom it was taken out, and what the file adds.

A format is a function from bytes to ``Content``; it raises DataError, without ``where``, for what cannot be read. The
heavy libraries are imported when the first file of their format comes.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from types import MappingProxyType, ModuleType
from typing import Any, Final

from kg.errors import DataError, KgError
from kg.ingest.wordfile import paragraphs
from kg.model.stated import Stated
from kg.text.dates import parse_iso

MOST_TEXT: Final = 10_000_000
"""Bytes of the longest text that is taken for an announcement."""
MOST_FILE: Final = 200_000_000
"""Bytes of the largest file with pictures, and of what it unfolds to."""

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_YEARS: Final = range(1900, 2200)  # of the common era: 2566 is a Buddhist year
_THAI_CODECS: Final = ("tis-620", "tis620", "windows-874", "iso-8859-11")
# Only what the page states as its date: a guess from the words would bend "yesterday". The end is fixed, because the
# library's is today, and a page of the Buddhist year 2566 is no page of the future.
_STATED_DATE: Final = {
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "max_date": "2100-01-01",
}


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file and what the file says about it.

    ``stated`` and ``faults`` are of tables and graphs: what they say outright, and the rows that cannot be read.
    """

    text: str
    media_type: str = "text/plain"
    extractor: str = ""
    published: str = ""
    url: str = ""
    stated: Stated | None = None
    faults: tuple[DataError, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """How the files of a suffix are read, and how large they may be."""

    read: Callable[[bytes], Content]
    most: int


def plain_text(data: bytes) -> Content:
    """UTF-8 exactly as it is: byte-order mark and line ends stay."""
    return Content(_filled(_decoded(data)))


def html(data: bytes) -> Content:
    """The main text of a page."""
    page = _decoded_page(data)
    trafilatura = _quiet("trafilatura", "htmldate", "courlan", "justext")
    found = trafilatura.bare_extraction(
        page,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_STATED_DATE,
    )
    text = _whole(found.text or "").strip() if found else ""
    if not text:
        raise DataError("is a page without text", fix="save the page with its article, or give the text as .txt")
    published, url = found.date or "", found.url or ""
    return Content(text, "text/html", f"trafilatura {version('trafilatura')}", _date_or_nothing(published), url)


def pdf(data: bytes) -> Content:
    """The text of every page, in the order of the pages."""
    pypdf = _quiet("pypdf")
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise DataError("is an encrypted PDF", fix="save it without a password")
    text = _whole("\n".join(page.extract_text() for page in reader.pages))
    if not text.strip():
        raise DataError("is a PDF without text", why="its pages are pictures", fix="have the words recognised first")
    return Content(text, "application/pdf", f"pypdf {version('pypdf')}")


def docx(data: bytes) -> Content:
    """The paragraphs and tables of a Word file, one line each."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DataError("is an encrypted or old Word file", fix="save it as .docx without a password")
    unfolded = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    if unfolded > MOST_FILE:
        raise DataError("is too large", why=f"it unfolds to {_megabytes(unfolded)}")
    text = _whole("\n".join(paragraphs(data)))
    if not text.strip():
        raise DataError("is a Word file without text")
    return Content(text, _WORD, f"python-docx {version('python-docx')}")


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        ".txt": Format(plain_text, MOST_TEXT),
        ".html": Format(html, MOST_TEXT),
        ".htm": Format(html, MOST_TEXT),
        ".pdf": Format(pdf, MOST_FILE),
        ".docx": Format(docx, MOST_FILE),
    }
)


def content_of(data: bytes, form: Format) -> Content:
    """What a file holds; DataError for whatever is the matter with it."""
    if len(data) > form.most:
        raise too_large(len(data), form.most)
    if not data.strip():
        raise DataError("is empty")
    try:
        return form.read(data)
    except KgError:
        raise
    except Exception as error:
        # A damaged file may break the libraries at any point; what it is not to do is end the run.
        raise DataError("cannot be read", why=f"{type(error).__name__}: {error}"[:200]) from error


def too_large(size: int, most: int) -> DataError:
    """The refusal of what is too large for an announcement."""
    return DataError("is too large", why=f"{_megabytes(size)}, and an announcement has {_megabytes(most)} at most")


def stated_date(said: object) -> str:
    """The ISO date of a value such as ``2023-12-07`` or ``2023-12-07T10:00:00Z``, empty for nothing.

    Raises DataError for anything else: a wrong date would move every "yesterday" of the text.
    """
    if said is None or said == "":
        return ""
    date = _date_or_nothing(said) if isinstance(said, str) else ""
    if not date:
        raise DataError(f"published {said!r} is no date"[:200], fix="write it as 2023-12-07, or leave it out")
    return date


def _date_or_nothing(said: str) -> str:
    day = said[:10]
    if said[10:11] not in ("", "T", " ") or len(day) != 10:
        return ""
    try:
        year = parse_iso(day).year
    except ValueError:
        return ""
    return day if year in _YEARS else ""


def _filled(text: str) -> str:
    if not text.strip("\ufeff\u200b\x00 \t\r\n\f\v\u00a0"):
        raise DataError("is empty")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError("is UTF-16", fix="save it as UTF-8")
    if b"\0" in data:
        raise DataError("is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        why = f"byte {data[error.start]:#04x} at {error.start:,}, in line {line:,}"
        raise DataError("is not UTF-8", why=why, fix="save it as UTF-8") from error


def _decoded_page(data: bytes) -> str:
    """A page as UTF-8, else in the encoding that it declares: many an older Thai page is TIS-620."""
    try:
        return _decoded(data)
    except DataError:
        declared = _CHARSET.search(data[:4096])
        if declared is None or b"\0" in data:
            raise
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode("cp874" if name in _THAI_CODECS else name)
        except (LookupError, ValueError) as error:
            raise DataError(f"is neither UTF-8 nor {name!r}, which it declares", fix="save it as UTF-8") from error


def _opens(reader: Any) -> bool:  # noqa: ANN401 - of a library that is imported late
    """Whether a PDF that only forbids printing opens without a password."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        return False


def _quiet(*names: str) -> ModuleType:
    """The first of the modules, imported now; what they log goes nowhere: a damaged file is our fault line to write."""
    for name in names:
        logging.getLogger(name).addHandler(logging.NullHandler())
    return import_module(names[0])


def _whole(text: str) -> str:
    """The text without halves of character pairs, which fonts of PDFs may name and UTF-8 cannot hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
