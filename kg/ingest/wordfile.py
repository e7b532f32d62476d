"""The words of a Word file in reading order: paragraphs and tables, one line each.

python-docx opens the file; its own ``paragraph.text`` leaves out what stands in content controls and in tracked
insertions, so the tree is walked here. Deleted text stays out, and so does the copy of a text box for old programs.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEFT_OUT: Final = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr"})


def paragraphs(data: bytes) -> Iterator[str]:
    """Each paragraph and each row of a table, its cells parted by tabs."""
    import docx

    return _blocks(docx.Document(io.BytesIO(data)).element.body)


def _blocks(parent: Any) -> Iterator[str]:  # noqa: ANN401 - elements of lxml, which has no types
    for child in parent:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child)
        elif name == "tr":
            yield "\t".join(" ".join(_blocks(cell)) for cell in _cells(child))
        elif name not in _LEFT_OUT:
            yield from _blocks(child)


def _cells(row: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in row:
        if _name(child) == "tc":
            yield child
        elif _name(child) not in _LEFT_OUT:
            yield from _cells(child)


def _paragraph(element: Any) -> Iterator[str]:  # noqa: ANN401
    boxes: list[Any] = []
    yield "".join(_runs(element, boxes))
    for box in boxes:
        yield from _blocks(box)


def _runs(parent: Any, boxes: list[Any]) -> Iterator[str]:  # noqa: ANN401
    """The words of a paragraph; text boxes anchored in it are put aside, to follow it."""
    for child in parent:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _LEFT_OUT:
            yield from _runs(child, boxes)


def _name(element: Any) -> str:  # noqa: ANN401
    """The local name; comments and instructions have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
