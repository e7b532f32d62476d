"""Names that stand together and are one: branch and body, office and ministry, unit and the body above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.lexicon import Lexicon
from kg.extract.mention import Mention


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins the mentions of one text, in order and without overlaps."""

    lexicon: Lexicon
    text: str

    def branches(self, found: list[Mention]) -> list[Mention]:
        """A known body and a branch of it that is named by where it is: a unit of that body."""
        joined: list[Mention] = []
        for mention in found:
            if joined and joined[-1].end > mention.start:
                continue
            if mention.group == "body" and mention.refs and mention.kind not in ("unit", "province"):
                match = _BRANCH.match(self.text, mention.end)
                place = match[2] if match else ""
                if match and (place.startswith("ภาค") or place in self.lexicon.places):
                    name = f"{mention.name} {match[1]}{place}"
                    refs = tuple(entry.ref for entry in self.lexicon.bodies(name))
                    surface = self.text[mention.start : match.end()]
                    mention = Mention(mention.start, match.end(), "body", name, "unit", refs, (), mention.name, surface)
            joined.append(mention)
        return joined

    def faculties(self, found: list[Mention]) -> list[Mention]:
        """A faculty named in front of its university: a unit whose name has that of the university."""
        joined: list[Mention] = []
        for mention in found:
            faculty = None
            if mention.group == "body" and mention.kind in _UNIVERSITIES:
                reach = max(joined[-1].end if joined else 0, mention.start - _LONGEST_FACULTY)
                faculty = _FACULTY.search(self.text, reach, mention.start)
            if faculty:
                name = f"{faculty[1]} {mention.name}"
                refs = tuple(entry.ref for entry in self.lexicon.bodies(name))
                surface = self.text[faculty.start() : mention.end]
                unit = Mention(faculty.start(), mention.end, "body", name, "unit", refs, (), mention.name, surface)
                joined.append(unit)
            else:
                joined.append(mention)
        return joined

    def secretariats(self, found: list[Mention]) -> list[Mention]:
        """``OFFICE OF … ministry`` where the ministry is abbreviated: two names that the registry knows as one."""
        joined: list[Mention] = []
        for mention in found:
            stem = self._stem(joined[-1] if joined else None, mention)
            if stem is not None:
                at, name = stem
                entry = self.lexicon.bodies(name)[0]
                if joined and joined[-1].end > at:
                    joined.pop()
                surface = self.text[at : mention.end]
                joined.append(Mention(at, mention.end, "body", entry.name, entry.kind, (entry.ref,), surface=surface))
            else:
                joined.append(mention)
        return joined

    def _stem(self, last: Mention | None, mention: Mention) -> tuple[int, str] | None:
        """Where the full name begins whose end is the short name of a ministry."""
        if mention.group != "body" or not mention.refs or mention.surface == mention.name:
            return None
        opened = _OFFICE.search(self.text, max(0, mention.start - 30), mention.start)
        if not opened:
            return None
        office = (opened[1] or "").strip()
        if office and self.lexicon.bodies(office + mention.name):
            return opened.start(), office + mention.name
        at = opened.start(2)
        if opened[2] and mention.name.startswith(_MINISTRY) and (last is None or last.end <= at):
            return at, mention.name
        return None

    def provinces(self, found: list[Mention]) -> Iterator[Mention]:
        """Further provinces of a list that says the word for province once, be it before the list."""
        for opened in _PROVINCES.finditer(self.text):
            yield from self._bare_provinces(opened.end() - 1)
        for mention in found:
            if mention.kind != "province" or mention.group != "body":
                continue
            yield from self._bare_provinces(mention.end)

    def _bare_provinces(self, at: int) -> Iterator[Mention]:
        """Names of provinces one behind the other, without the word for one."""
        while match := _NEXT_PLACE.match(self.text, at):
            bodies = self.lexicon.bodies(_PROVINCE + match[1])
            if not bodies:
                break
            yield Mention(
                match.start(1), match.end(1), "body", bodies[0].name, "province", (bodies[0].ref,), surface=match[1]
            )
            at = match.end(1)

    def with_parents(self, mentions: list[Mention]) -> list[Mention]:
        """A unit takes in the body above it that stands right behind, be it behind the province where the unit is."""
        kept: list[Mention] = []
        for index, mention in enumerate(mentions):
            place = len(kept) > 1 and kept[-1].kind == "province" and mention.start - kept[-1].end <= 1
            unit = kept[-2] if place else kept[-1] if kept else None
            following = mentions[index + 1] if index + 1 < len(mentions) else None
            end = self._end_above(unit, mention, following) if unit else 0
            if unit and end:
                del kept[-2 if place else -1 :]
                kept.append(replace(unit, end=end, parent=mention.name, surface=self.text[unit.start : end]))
            else:
                kept.append(self._below(mention))
        return kept

    def _below(self, mention: Mention) -> Mention:
        """A unit that the registry knows, with the body that it is a part of."""
        if mention.group != "body" or len(mention.refs) != 1 or mention.parent:
            return mention
        entry = self.lexicon.rows[mention.refs[0]]
        above = self.lexicon.rows.get(entry.parent) if entry.kind == "unit" else None
        return replace(mention, parent=above.name) if above else mention

    def _end_above(self, unit: Mention, above: Mention, following: Mention | None) -> int:
        """Where the body above a unit ends, 0 if it is none or one of a list."""
        if not self._has_parent(unit) or not self._can_be_parent(above):
            return 0
        if above.name in self.lexicon.provinces and not unit.surface.startswith("สำนัก"):
            return 0
        if following and following.kind == above.kind and following.refs and following.start - above.end == 1:
            return 0
        gap = self.text[unit.end : above.start]
        if len(gap) > _GAP or not _BETWEEN.fullmatch(gap):
            return 0
        if "(" not in gap:
            return above.end
        return above.end + 1 if self.text.startswith(")", above.end) else 0

    def _has_parent(self, unit: Mention) -> bool:
        """Whether a body is such a one as is part of another, which is not named yet."""
        if unit.group != "body" or unit.kind != "unit" or unit.parent:
            return False
        if unit.surface.startswith(("กองทุน", "สถาบัน")) and not unit.refs:
            return False
        return not (unit.refs and unit.refs[0].startswith("agency/"))

    def _can_be_parent(self, above: Mention) -> bool:
        return above.group == "body" and bool(above.refs) and above.kind not in ("unit", "province")


_BETWEEN: Final = re.compile(r" ?(?:(?:จังหวัด|จ\.|อำเภอ|อ\.) ?[ก-๎]+ ?)*(?:สังกัด)? ?\(?(?:สังกัด)? ?")
_UNIVERSITIES: Final = frozenset({"kindUniversity", "university"})
_LONGEST_FACULTY: Final = 60
_FACULTY: Final = re.compile(
    r"(คณะ(?!กรรมการ|อนุกรรม|ทำงาน|ผู้|นัก|อาจารย์|วิจัย|รัฐมนตรี|สงฆ์|ครู|บุคคล|เยาวชน|ทูต|แพทย์)[ก-๎]{4,40}) ?$"
)
_OFFICE: Final = re.compile(r"(สำนักงาน[ก-๎]{2,12}?)?(กระทรวง)? ?$")
_GAP: Final = 45
_MINISTRY: Final = "กระทรวง"
_PROVINCE: Final = "จังหวัด"
_PROVINCES: Final = re.compile(r"\d\s?จังหวัด\s?(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย|อาทิ)\s")
_NEXT_PLACE: Final = re.compile(r"(?:\s*,\s*|\s+และ\s*|\s+)(?!และ)([ก-๎]{3,20})(?![ก-๎])")
_BRANCH: Final = re.compile(r"\s?(สาขา|วิทยาเขต)\s?([ก-๎]{2,24})(?![ก-๎])")


def located(text: str, mention: Mention) -> Mention:
    """A province behind a district tells where something is; it is no body there."""
    if mention.kind == "province" and _ADDRESS.search(text, max(0, mention.start - 30), mention.start):
        return replace(mention, group="place")
    return mention


_ADDRESS: Final = re.compile(r"(?:ตำบล|อำเภอ|ต\.|อ\.) ?[ก-๎]{2,22}\s{0,2}$")
