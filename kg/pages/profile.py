"""The figures of a page in words: charts with their tables, league tables, streaks, and what an edition lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kg.pages.pictures.bars import YearBar, by_year, in_cell
from kg.pages.pictures.timeline import Moment, timeline, years_of
from kg.pages.reader import Things
from kg.pages.show import Shower, Shown
from kg.pages.tally import Breakdown, Share, Tally
from kg.terms.award import AW
from kg.terms.foreign import ORG
from kg.text.collate import collation_key
from kg.text.dates import to_be
from kg.views.awards import Categories


@dataclass(frozen=True, slots=True)
class LeagueRow:
    """One line of a league table: who, how many, and a bar as long as its share of the longest."""

    thing: Shown
    count: int
    bar: Markup


@dataclass(frozen=True, slots=True)
class League:
    """A league table; ``rest`` awards of ``others`` more are not in it."""

    key: str
    rows: tuple[LeagueRow, ...]
    others: int
    rest: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Years in a row."""

    of: Shown
    category: Shown | None
    length: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Line:
    """What was found of a category against what was declared; ``depth`` is how far it lies under another."""

    category: Shown | None
    depth: int
    levels: tuple[int, ...]
    found: int
    declared: str
    missing: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """The table of an edition: a column for each level."""

    levels: tuple[Shown, ...]
    lines: tuple[Line, ...]
    declared: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that a page shows of the figures; what has nothing to say is empty."""

    total: int
    chart: Markup
    years: tuple[tuple[str, int], ...]
    leagues: tuple[League, ...]
    streaks: tuple[Streak, ...]
    completeness: Completeness | None


def profile(figures: Tally, title: Shown, categories: Categories, shower: Shower) -> Profile:
    """The figures in the language of the page."""
    return Profile(
        figures.total,
        years_chart(figures.years, title.text, shower) if len(figures.years) > 1 else Markup(),
        tuple((shower.year(year), count) for year, count in figures.years),
        tuple(_league(each, shower) for each in figures.breakdowns),
        tuple(
            Streak(
                _named(run.scheme, shower),
                _named(run.category, shower) if run.category else None,
                run.length,
                shower.year(run.first),
                shower.year(run.last),
            )
            for run in figures.runs
        ),
        _completeness(figures, categories, shower) if figures.shares else None,
    )


def years_chart(years: Iterable[tuple[int, int]], of: str, shower: Shower, name: str = "years-chart") -> Markup:
    """The awards of each year as bars; years as the language counts them."""
    counted = [YearBar(year, count) for year, count in years]
    return by_year(
        counted, f"{shower.word('years_chart')}: {of}", shower.word("chart_table"), label=short_year(shower), name=name
    )


def short_year(shower: Shower) -> _ShortYear:
    """Writes a year of a scale in the era of the language."""
    return _ShortYear(shower.language == "th")


@dataclass(frozen=True, slots=True)
class _ShortYear:
    buddhist: bool

    def __call__(self, year: int) -> str:
        return str(to_be(year) if self.buddhist else year)


def career(posts: Iterable[str], things: Things, title: Shown, shower: Shower) -> Markup:
    """Posts held, over time; empty where no date is known."""
    moments = []
    for post in posts:
        dates = sorted(
            span for value in things.values(post, AW.attestedOn) if (span := years_of(value.text)) is not None
        )
        if not dates:
            continue
        said = [shower.value(value).text for value in things.values(post, AW.post, ORG.role)]
        said += [shower.value(value).text for value in things.values(post, ORG.organization)]
        label = " · ".join(dict.fromkeys(said)) or shower.label(post).text
        moments.append(Moment(label, dates[0][0], dates[-1][1], shower.address(post)))
    moments.sort(key=lambda moment: (moment.start, moment.end, moment.label))
    if len(moments) < 2:
        return Markup()
    heading = f"{shower.word('timeline')}: {title.text}"
    return timeline(moments, heading, shower.word("chart_table"), label=short_year(shower))


def _named(reference: str, shower: Shower) -> Shown:
    return shower.thing(_iri(reference, shower))


def _iri(reference: str, shower: Shower) -> str:
    return shower.iris.thing(reference)


def _league(breakdown: Breakdown, shower: Shower) -> League:
    most = max(count for _, count in breakdown.rows)
    rows = tuple(LeagueRow(_named(each, shower), count, in_cell(count / most)) for each, count in breakdown.rows)
    return League(breakdown.key, rows, breakdown.others, breakdown.rest)


def _completeness(figures: Tally, categories: Categories, shower: Shower) -> Completeness:
    paths = {share.category: _path(share.category, categories, shower) for share in figures.shares}
    ordered = sorted(figures.shares, key=lambda share: (bool(share.category), paths[share.category]))
    known = {share.category for share in figures.shares}
    lines = tuple(
        _line(share, figures.levels, _depth(share.category, categories.broader, known), shower) for share in ordered
    )
    return Completeness(
        tuple(_named(level, shower) for level in figures.levels),
        lines,
        any(share.declared is not None for share in figures.shares),
    )


def _line(share: Share, levels: Iterable[str], depth: int, shower: Shower) -> Line:
    declared = "" if share.declared is None else f"{share.declared:,}"
    if declared and not share.exact:
        declared = f"{shower.word('about')} {declared}"
    return Line(
        _named(share.category, shower) if share.category else None,
        depth,
        tuple(share.levels.get(level, 0) for level in levels),
        share.found,
        declared,
        "" if share.missing is None else f"{share.missing:,}",
    )


def _path(category: str, categories: Categories, shower: Shower) -> tuple[tuple[str, str, str], ...]:
    """The names from the outermost category down to this one, so that what lies under another comes after it."""
    steps = _upwards(category, categories.broader)
    return tuple(collation_key(shower.label(_iri(each, shower)).text) for each in reversed(steps))


def _depth(category: str, broader: Mapping[str, frozenset[str]], known: set[str]) -> int:
    return min(sum(each in known for each in _upwards(category, broader)[1:]), 3)


def _upwards(category: str, broader: Mapping[str, frozenset[str]]) -> list[str]:
    """A category and what it lies under, step by step; of several above it the first in code-point order."""
    steps: list[str] = []
    while category and category not in steps:
        steps.append(category)
        category = min(broader.get(category, ()), default="")
    return steps
