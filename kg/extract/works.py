"""The title of the work that won: between quotation marks, or behind a word for works up to where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# A word of the first kind only announces the title; one of the second is its first word.
_ANNOUNCES: Final = r"(?:ชื่อ)?(?:ผลงาน|เรื่อง)(?:เรื่อง|ชื่อ|นวัตกรรมชื่อ)?"
_BELONGS: Final = r"(?:โครงการ|นวัตกรรม|แอปพลิเคชัน|แพลตฟอร์ม|ระบบ)"
_QUOTED: Final = r"[“\"‘']\s*(?P<quoted>[^”\"\n]{3,200}?)\s*(?:[”\"’]|(?=,\s|\n|$))"
_NOT_A_TITLE: Final = re.compile(
    r"^(?:ที่|ซึ่ง|ของ|ใน|ด้าน|เข้า|และ|จาก|เพื่อ|อัน|ได้|มี|เด่น|ดีเด่น|วิจัย(?:ที่)?$|ระดับ|เป็น|ดังกล่าว|ต่าง|จำนวน|รวม|การดำเนินงาน$|\d)"
)
_AFTER: Final = re.compile(
    rf"(?<!\d )(?<!\d)(?:{_ANNOUNCES}\s*:?\s*(?:{_QUOTED}|(?P<plain>[^\n“”]{{4,160}}))"
    rf"|(?<=จาก)(?P<own>{_BELONGS}[^\n“”]{{3,160}})|(?<=กับ)(?P<own2>{_BELONGS}[^\n“”]{{3,160}}))"
)
_END: Final = re.compile(
    r"\s(?:โดย|และ(?=\s?\d[.)])|ได้รับ|ซึ่ง|ที่ได้รับ|เพื่อ(?=.{20})|ประเภท|ระดับ|สาขา|รางวัล)|โดย(?=\s?(?:กรม|สำนัก|กอง|โรง|ศูนย์|สถาน|จังหวัด|เทศบาล|[A-Z]))|\d{1,2}\)|\d\.\d|,\s|\s\s|$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title and where it stands."""

    text: str
    start: int
    end: int


def title_after(text: str, start: int, end: int, reach: int = 70) -> Title | None:
    """The title that is announced within ``reach`` behind a position."""
    found = _AFTER.search(text, start, end)
    if not found or found.start() - start > reach:
        return None
    return _title(text, found, end)


def title_before(text: str, start: int, end: int) -> Title | None:
    """The last title announced between two positions, for ``work BY winner``."""
    last = None
    for found in _AFTER.finditer(text, start, end):
        last = _title(text, found, end) or last
    return last


def _title(text: str, found: re.Match[str], end: int) -> Title | None:
    group = next(name for name in ("quoted", "plain", "own", "own2") if found[name])
    start, stop = found.span(group)
    stop = min(stop, end)
    if group != "quoted":
        if _NOT_A_TITLE.match(text[start:stop].lstrip()):
            return None
        cut = _END.search(text, start + 3, stop)
        stop = cut.start() if cut else stop
    said = text[start:stop].strip(" ,;:“”\"'‘’")
    if len(said) < 4:
        return None
    at = text.find(said, start)
    return Title(" ".join(said.split()), at, at + len(said))
