"""Which of several bodies a name means: by a full name in the same text, by words nearby, by where the body is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.lexicon import Entry, Lexicon

_NEAR: Final = 90
_WINDOW: Final = 9
_ENOUGH: Final = 1.0
_ADDRESS: Final = re.compile(r"(?:[\s(,]{0,2}(?:หมู่|ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.) ?[ก-๎\d]+)+")
_COMMISSION: Final = re.compile(r"(?:คณะกรรมการ|บอร์ด|กรรมการ)\s?$")


class Settler:
    """Settles the names of one text."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.lexicon, self.text = lexicon, text
        self._chosen: dict[tuple[str, tuple[str, ...]], Entry | None] = {}

    def choose(self, surface: str, refs: Sequence[str], start: int, end: int) -> Entry | None:
        """The one body meant, or None where the text leaves it open."""
        entries = [self.lexicon.rows[ref] for ref in refs]
        if any(entry.within for entry in entries):
            return self._by_place(entries, start, end)
        if len(entries) == 1 and _COMMISSION.search(self.text, max(0, start - 12), start):
            return None
        key = (surface, tuple(refs))
        if key not in self._chosen:
            self._chosen[key] = self._by_words(surface, entries)
        return self._chosen[key]

    def _by_place(self, entries: Sequence[Entry], start: int, end: int) -> Entry | None:
        """Of local governments with one name: the one whose district or province is named behind, before, or at all."""
        line = self.text.find("\n", end)
        behind = self.text[end : min(end + _NEAR, line if line >= 0 else len(self.text))]
        address = _ADDRESS.match(behind)
        before = self.text[max(0, start - _NEAR) : start]
        for stretch in (address[0] if address else "", behind, before, self.text):
            for level in (1, 0):
                fitting = [
                    entry
                    for entry in entries
                    if level < len(entry.within) and entry.within[level] and entry.within[level] in stretch
                ]
                if len(fitting) == 1:
                    return fitting[0]
        return None

    def _by_words(self, surface: str, entries: Sequence[Entry]) -> Entry | None:
        scores = [self._score(surface, entry, entries) for entry in entries]
        best = max(range(len(entries)), key=lambda index: scores[index])
        others = [score for index, score in enumerate(scores) if index != best]
        margin = scores[best] - max(others, default=0.0)
        return entries[best] if margin >= _ENOUGH else None

    def _score(self, surface: str, entry: Entry, entries: Sequence[Entry]) -> float:
        """How much the text speaks of a body: its full name, the body above it, words that tell, parts of its name."""
        score = 4.0 if entry.name != surface and entry.name in self.text else 0.0
        above = self.lexicon.rows.get(entry.parent)
        shared = sum(other.parent == entry.parent for other in entries) > 1
        if above and not shared and above.name in self.text:
            score += 1.0
        cues = [cue for ref, cue in self.lexicon.cues.get(surface, ()) if ref == entry.ref]
        score += 1.5 * any(cue in self.text for cue in cues)
        names = [other.name for other in entries if other is not entry]
        windows = [entry.name[at : at + _WINDOW] for at in range(3, len(entry.name) - _WINDOW + 1)]
        own = [window for window in windows if not any(window in name for name in names)]
        share = sum(window in self.text for window in own) / max(1, len(own))
        return score + min(1.5, 3 * share)
