"""Awards that the registry lists: which mentions are awards, and which of them stand together as one naming."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from kg.extract.details import pattern, words
from kg.extract.honours import honoured
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Mention

_GAP: Final = 45
_SHORT: Final = 16


@dataclass(slots=True)
class Award:
    """One naming of an award: where it stands, and what it says."""

    start: int
    end: int
    scheme: str = ""
    scheme_name: str = ""
    year: int | None = None
    categories: list[str] = field(default_factory=list)
    inner: list[tuple[int, int]] = field(default_factory=list)
    category_refs: list[str] = field(default_factory=list)
    level: str = ""
    known: bool = True
    year_span: tuple[int, int] | None = None
    level_span: tuple[int, int] | None = None
    special: bool = False
    category_span: tuple[int, int] | None = None

    def says(self, start: int, end: int) -> None:
        """Note that these words tell the branch or type, with those that are noted already."""
        known = self.category_span or (start, end)
        self.category_span = (min(known[0], start), max(known[1], end))


def meant(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions of schemes and categories that are awards where they stand."""
    known = [mention for mention in mentions if mention.group in ("scheme", "category") and _is_award(text, mention)]
    named = {scheme for mention in known if mention.group == "scheme" for scheme in mention.schemes}
    named |= {mention.schemes[0] for mention in known if mention.group == "category" and _distinct(mention, lexicon)}
    # A branch is read as one only where its programme is named too: PROVINCE LEVEL belongs to many awards.
    kept: list[Mention] = []
    for mention in known:
        if mention.group == "scheme":
            kept.append(mention)
        elif shared := tuple(scheme for scheme in mention.schemes if scheme in named):
            kept.append(replace(mention, schemes=shared) if shared != mention.schemes else mention)
    return kept


def _distinct(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a category's name tells its programme: it is long, or has the programme's name in it."""
    scheme = lexicon.rows.get(mention.schemes[0])
    named = scheme and scheme.name.removeprefix("รางวัล") in mention.surface
    return (
        bool(named)
        or (len(mention.surface) >= 20 and mention.surface.startswith("รางวัล"))
        or (mention.surface.isascii() and len(mention.surface) >= 12)
    )


@cache
def _award_word() -> re.Pattern[str]:
    return re.compile(pattern("award"))


def _is_award(text: str, mention: Mention) -> bool:
    """A bare name is an award only beside a word for one: it is the name of a policy as often."""
    if mention.group == "scheme" and _has_winners(text, mention):
        return True
    if _award_word().search(mention.surface):
        return mention.group != "scheme" or len(mention.surface) > _SHORT or _ends(text, mention.end)
    if mention.group == "scheme" and len(mention.surface) <= _SHORT:
        return bool(_beside().search(text, max(0, mention.start - 40), mention.start)) and _ends(text, mention.end)
    near = text[max(0, mention.start - 30) : mention.start + 1]
    behind = text[mention.end : mention.end + 30] if mention.group == "category" else ""
    said = _award_word().search(near) or _award_word().search(behind)
    return bool(said) and "\n" not in text[max(0, mention.start - 12) : mention.start]


def _has_winners(text: str, mention: Mention) -> bool:
    """Whether the winners of a programme that is named without a word for an award are told right behind the name."""
    if _winners_follow().match(text, mention.end):
        return bool(_BEFORE.search(text, max(0, mention.start - 12), mention.start))
    if len(mention.surface) > _SHORT and honoured(text, mention.start):
        return True
    return bool(_ITEM.search(text, max(0, mention.start - 12), mention.start)) and bool(
        _list_follows().match(text, mention.end)
    )


@cache
def _list_follows() -> re.Pattern[str]:
    return re.compile(rf"\s?{_ASIDE}{pattern('opens')}\s")


@cache
def _winners_follow() -> re.Pattern[str]:
    """Its winners are counted behind a name, and named: PROGRAMME 2023, 7 PERSONS: A, B."""
    edition = r"(?:(?:ประจำ)?(?:งบประมาณ )?ปี[^\n,\d]{0,16}\d{4}\s?)?"
    count = rf"(?:{pattern('number')}\s?){{0,2}}\d{{1,3}}\s?(?:{pattern('counted', 'counted_too')}[ก-๎/]{{0,12}})"
    return re.compile(rf"[”\"’]?\s?{_ASIDE}{edition}{_ASIDE}{count}\s?(?:{pattern('opens', 'told')}|(?=\(?1\s?[.)]))")


_ASIDE: Final = r"(?:\([^)\n]{1,40}\)\s?)?"  # in brackets behind a name: its level, its place
# What stands before a name that begins an item, a line or a sentence: inside a clause it may be one part of a total.
_BEFORE: Final = re.compile(r"(?:^|[\s”\"’.:]|\d\s?[.)])\s?[“\"‘]?$")
_ITEM: Final = re.compile(r"(?:^|\n|\d\s?[.)])\s?[“\"‘]?$")


@cache
def _beside() -> re.Pattern[str]:
    """A word for an award right before a bare name, or only ranks and the like between."""
    return re.compile(
        rf"{pattern('award')}(?:[\s“\"‘'(]|{pattern('ranked', 'special', 'between')})*$|(?:คว้า|รับ)\s?[“\"‘']$"
    )


@cache
def _end_of_name() -> re.Pattern[str]:
    return re.compile(rf"[^ก-๎]|$|{pattern('stop', 'bound', 'type', 'graded', 'praise', 'ranked', 'after')}")


def _ends(text: str, at: int) -> bool:
    """Whether a short name ends here: Thai goes on without a space, and the name of another award may begin alike."""
    return bool(_end_of_name().match(text, at))


def grouped(text: str, known: list[Mention], mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Award]:
    """The namings of listed awards: a programme with the branch, type and other names that stand with it."""
    current: list[Mention] = []
    others = [mention for mention in mentions if mention.group in ("body", "person")]
    for mention in known:
        if current:
            gap = text[current[-1].end : mention.start]
            if _again(gap, current[-1], mention):
                current[-1] = replace(current[-1], end=mention.end)
                continue
            if _aside(gap, current[-1], mention):
                continue
            parted = (
                len(gap) > _GAP
                or "\n" in gap
                or _parts().search(gap)
                or any(current[-1].end <= o.start < mention.start for o in others)
            )
            same = set(current[0].schemes) & set(mention.schemes)
            repeated = (
                mention.group == "scheme"
                and any(each.group == "scheme" for each in current)
                and len(gap.strip(" (“\"'‘)")) > 14
            )
            if parted or not same or repeated or _sibling(current, mention, lexicon):
                yield _award(current, lexicon)
                current = []
        current.append(mention)
    if current:
        yield _award(current, lexicon)


def _again(gap: str, last: Mention, mention: Mention) -> bool:
    """One name in two languages: the second stands in brackets behind the first."""
    return mention.refs == last.refs and bool(re.fullmatch(r"[\s”\"]*[(:/]\s?", gap))


def _aside(gap: str, last: Mention, mention: Mention) -> bool:
    """Whether a category in Latin letters stands in brackets behind another, which it only repeats."""
    named = mention.group == last.group == "category" and mention.surface.isascii()
    return named and set(mention.schemes) & set(last.schemes) != set() and bool(_opened().fullmatch(gap))


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('feature')}[ก-๎ ]{{0,90}})?[\s”\"]*\(\s?")


def _sibling(current: list[Mention], mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a category stands beside one of the group, not above or below it: it is of another award."""
    if mention.group != "category":
        return False
    ref = mention.refs[0]
    for each in current:
        if each.group != "category":
            continue
        if each.refs == mention.refs or not (_below(each.refs[0], ref, lexicon) or _below(ref, each.refs[0], lexicon)):
            return each.refs == mention.refs or each.end != mention.start
    return False


def _below(ref: str, above: str, lexicon: Lexicon) -> bool:
    while ref and ref in lexicon.rows:
        if ref == above:
            return True
        ref = lexicon.rows[ref].broader
    return False


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"{pattern('parted')}|และ(?!สังคม|การ)|\d\s?[).]\s|\d\s?{pattern('counted')}")


def _award(parts: list[Mention], lexicon: Lexicon) -> Award:
    shared = [scheme for scheme in parts[0].schemes if all(scheme in part.schemes for part in parts)]
    scheme = (shared or list(parts[0].schemes))[0]
    name = lexicon.rows[scheme].name if scheme in lexicon.rows else parts[0].name
    award = Award(parts[0].start, parts[-1].end, scheme, name)
    for part in parts:
        award.inner.append((part.start, part.end))
        if part.group == "category":
            entry = next(
                (lexicon.rows[ref] for ref in part.refs if ref in lexicon.rows and lexicon.rows[ref].scheme == scheme),
                None,
            )
            said = entry.name if entry else part.name
            if level := _level_of_name(said, name, lexicon):
                award.level = level
                continue
            award.categories.append(_as_written(part.surface, said))
            award.says(part.start, part.end)
            award.category_refs.append(entry.ref if entry else part.refs[0])
    _in_order(award, lexicon)
    _add_branch(award, lexicon)
    return award


def _as_written(surface: str, name: str) -> str:
    """The registry's name of a category, unless the text says it far shorter or in another language."""
    said = surface
    for lead in ("ประเภท", "สาขา"):
        said = said if name.startswith(lead) else said.removeprefix(lead)
    said = said if name.startswith("รางวัล") or len(said) < _SHORT else said.removeprefix("รางวัล")
    varied = said[:5] == name[:5] and abs(len(said) - len(name)) > 2
    return (
        said
        if surface.isascii() or varied or len(said.removeprefix("รางวัล")) < 0.7 * len(name.removeprefix("รางวัล"))
        else name
    )


def _in_order(award: Award, lexicon: Lexicon) -> None:
    """A branch stands before its type, whatever the order in the text; a heading of other kinds is not said."""
    pairs = list(zip(award.categories, award.category_refs, strict=True))
    if len(pairs) == 2 and _below(pairs[0][1], pairs[1][1], lexicon):
        pairs.reverse()
    if len(pairs) == 2 and _below(pairs[1][1], pairs[0][1], lexicon) and not _is_branch(pairs[0][0], lexicon):
        del pairs[0]
    award.categories, award.category_refs = [name for name, _ in pairs], [ref for _, ref in pairs]


def _level_of_name(category: str, scheme: str, lexicon: Lexicon) -> str:
    """A category that is the scheme's own name with a level word behind is a level: SCHEME EXCELLENT.

    Where a programme has several of that form they are its categories.
    """
    bare = scheme.removeprefix("รางวัล")
    said = category.removeprefix("รางวัล")
    rest = said.removeprefix(bare)
    if rest == said or rest not in words("praise"):
        return ""
    return rest if sum(f"{bare}{praise}" in lexicon.entries for praise in words("praise")) == 1 else ""


def _add_branch(award: Award, lexicon: Lexicon) -> None:
    """The branch that a type belongs to, where the text names the type alone; a heading of other kinds is not said."""
    if len(award.category_refs) == 1 and (entry := lexicon.rows.get(award.category_refs[0])) and entry.broader:
        above = lexicon.rows[entry.broader]
        if _is_branch(above.name, lexicon):
            award.categories.insert(0, above.name)
            award.category_refs.insert(0, above.ref)


def _is_branch(name: str, lexicon: Lexicon) -> bool:
    """Whether announcements say the name with the word for a branch: other headings only order the types below them."""
    return name.startswith(_BRANCH) or f"{_BRANCH}{name}" in lexicon.entries


_BRANCH: Final = "สาขา"
