"""The page of the dataset: what it is, whose, under which licence, how large, and its files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.catalog import File
from kg.export.figures import Figures
from kg.model.catalog import Catalog
from kg.pages.show import Shower, Shown


@dataclass(frozen=True, slots=True)
class DatasetPage:
    """Everything that the page shows; ``classes`` are those of our ontology, largest first."""

    catalog: Catalog
    version: str
    years: str
    counts: tuple[tuple[str, int], ...]
    classes: tuple[tuple[Shown, int], ...]
    files: tuple[File, ...]


def dataset_page(
    catalog: Catalog, figures: Figures, version: str, files: Iterable[File], shower: Shower
) -> DatasetPage:
    """The page in the language of ``shower``, which has the labels of the ontology's terms."""
    ours = ((cls, count) for cls, count in figures.by_class if cls in shower.labels)
    return DatasetPage(
        catalog,
        version,
        " – ".join(dict.fromkeys(shower.year(year) for year in figures.years)),
        (("triples", figures.triples), ("subjects", figures.subjects)),
        tuple((shower.thing(cls), count) for cls, count in sorted(ours, key=lambda item: (-item[1], item[0]))),
        tuple(files),
    )
