"""Makers of small files in the formats that announcements come in."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Mapping
from typing import Any


def json_lines(*entries: Mapping[str, Any]) -> bytes:
    """Entries as JSON lines."""
    return b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in entries)


def zipped(data: bytes) -> bytes:
    """The data as gzip, the same bytes each time."""
    return gzip.compress(data, mtime=0)


def pdf(*pages: str) -> bytes:
    """A PDF with one line of Latin text a page, written by hand; an empty text makes a page without words."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for number, text in enumerate(pages):
        drawn = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("ascii") if text else b""
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources %b /Contents %d 0 R >>"
        objects.append(page % (font, 4 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
    return _with_table(objects)


def _with_table(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def encrypted_pdf(text: str, password: str) -> bytes:
    """A PDF that asks for a password; with an empty one it only forbids printing."""
    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(pdf(text))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def docx(*paragraphs: str, table: tuple[tuple[str, ...], ...] = (), inserted: str = "") -> bytes:
    """A Word file: paragraphs, then a table, then a paragraph whose words are a tracked insertion."""
    from docx import Document
    from docx.oxml import OxmlElement

    made, out = Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    if table:
        grid = made.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    if inserted:
        paragraph = made.add_paragraph("")
        run = paragraph.add_run(inserted)._r
        change = OxmlElement("w:ins")
        paragraph._p.append(change)
        change.append(run)
    made.save(out)
    return out.getvalue()


def page(*paragraphs: str, published: str = "", address: str = "", charset: str = "utf-8") -> str:
    """A web page with a menu and a footer around its article."""
    head = f'<meta charset="{charset}"><title>ข่าว</title>'
    if published:
        head += f'<meta property="article:published_time" content="{published}">'
    if address:
        head += f'<link rel="canonical" href="{address}">'
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    menu = '<nav><ul><li><a href="/a">หน้าแรก</a></li><li><a href="/b">ติดต่อเรา</a></li></ul></nav>'
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article>{body}</article>"
        "<footer>สงวนลิขสิทธิ์</footer></body></html>"
    )


def xlsx(
    *rows: tuple[Any, ...], merged: tuple[str, ...] = (), title: str = "ผล", more: Mapping[str, Any] | None = None
) -> bytes:
    """An Excel file: rows from the first, merged areas such as ``C3:C5``, and further sheets with rows of their own."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    book.active.title = title
    for sheet, lines in (
        (book.active, rows),
        *((book.create_sheet(name), rest) for name, rest in (more or {}).items()),
    ):
        for line in lines:
            sheet.append(line)
    for area in merged:
        book.active.merge_cells(area)
    book.save(out)
    return out.getvalue()


def csv_table(*rows: tuple[Any, ...]) -> bytes:
    """Rows as CSV."""
    import csv

    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
