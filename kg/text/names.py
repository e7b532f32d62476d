"""Names of bodies and people: a form to show, and a form to compare."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kg.text.digits import western_digits

# Zero-width and directional characters, the soft hyphen and the byte-order mark: seen in scraped Thai text,
# never part of a name.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACE: Final = re.compile(r"[\s\u00a0]+")
_PUNCTUATION: Final = re.compile(r"[\s\u00a0\"'“”‘’«»(){}\[\],.:;·\-–—/_ฯ]+")
# ำ in two halves, as PDF files have it, with the tone mark before or between them.
_SARA_AM: Final = re.compile("ํ([่-๋]?)า")

HONORIFICS: Final = re.compile(
    r"^(?:พล(?:เอก|โท|ตรี|ตำรวจเอก|ตำรวจโท|ตำรวจตรี)|พล\.?(?:ต\.)?[อทต]\.|[รพจ]\.?ต\.?[อทต]\.|ว่าที่\s*ร\.?[ตทอ]\.|"
    r"นายแพทย์|แพทย์หญิง|นางสาว|น\.ส\.|นาง|นาย(?!ก(?:รัฐมนตรี|เทศมนตรี|สภา|องค์การ|สมาคม|ฯ))|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.|"
    r"(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:กิตติคุณ)?|[ผร]ศ\.|ศ\.|ดร\.|นพ\.|พญ\.|ทพ\.|ภก\.|"
    r"(?:mr|mrs|ms|dr|gen|prof)\.)\s*",
    re.IGNORECASE,
)


def display_form(name: str) -> str:
    """The name as a page shows it: composed (NFC, ํา as ำ, เเ as แ), without invisible characters, one space."""
    # Invisible characters go first: one between the halves of a letter would keep them apart.
    return _SPACE.sub(" ", _composed(_INVISIBLE.sub("", name))).strip()


def key_form(name: str) -> str:
    """The name as names are compared: display form, Western digits, case folded, no spaces or punctuation.

    Two spellings with one key are one name; applying it twice changes nothing.
    """
    folded = western_digits(display_form(name)).casefold()
    # casefold may decompose (İ → i̇), and what punctuation kept apart may compose: the key must be a fixed point.
    return _composed(_PUNCTUATION.sub("", _composed(folded)))


def _composed(text: str) -> str:
    return _SARA_AM.sub(r"\1ำ", unicodedata.normalize("NFC", text)).replace("เเ", "แ")


def split_honorific(name: str) -> tuple[str, str]:
    """Honorifics and ranks glued to the front of a person's name, and the name: ``ผศ.ดร.ณัฐพล …`` → (``ผศ.ดร.``, …)."""
    rest = display_form(name)
    while match := HONORIFICS.match(rest):
        rest = rest[match.end() :]
    front = display_form(name)[: len(display_form(name)) - len(rest)].strip()
    return front, rest
