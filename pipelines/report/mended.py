"""Mended cells, before and after, with the part that differs marked: what a reader checks a dataset by.

Shown are cells of every combination of steps, the rare ones first, so that one odd repair is not hidden behind a
thousand alike; `changes.csv` has them all.
"""

from __future__ import annotations

import pandas as pd

from pipelines.report.difference import Stretch, stretches, windowed
from pipelines.report.html import Html, el, join, shown
from pipelines.report.overview import quiet, section, table

CELLS = ("title", "excerpt")
SHOWN_MAX = 60  # a page of 60 pairs is read in five minutes and weighs 100 kB
EACH_MAX = 4  # of one combination of steps: more of the same teaches nothing


def mended_cells(changes: pd.DataFrame) -> pd.DataFrame:
    """One row a title or excerpt that is not what it was: `id column steps before after`.

    Args:
        changes: one row a step, columns `id column step before after`, a cell's steps in order.
    """
    changed = changes.loc[changes["column"].isin(CELLS), ["id", "column", "step", "before", "after"]]
    columns = [changed[name].fillna("").tolist() for name in changed]
    cells: dict[tuple[str, str], list[str]] = {}
    steps: dict[tuple[str, str], dict[str, None]] = {}
    for name, column, step, before, after in zip(*columns, strict=True):
        cells.setdefault((name, column), [before, after])[1] = after
        steps.setdefault((name, column), {})[step] = None
    rows = [
        (*key, ", ".join(steps[key]), before, after)
        for key, (before, after) in cells.items()
        if before != after
    ]
    return pd.DataFrame(rows, columns=["id", "column", "steps", "before", "after"], dtype="str")


def mended(cells: pd.DataFrame, records: pd.DataFrame) -> Html:
    """The section of mended cells.

    Args:
        cells: as `mended_cells` gives them.
        records: entries of the run, for the language of each cell.
    """
    if cells.empty:
        return section("Mended cells", quiet("No title and no excerpt needed mending."))
    chosen = _chosen(cells)
    language = records.set_index("id")["language"]
    rows = [
        el(
            "tr",
            el("td", el("span", str(cell.column)), el("small", str(cell.steps)), class_="steps"),
            _side(str(cell.before), str(cell.after), language.get(cell.id), 0),
            _side(str(cell.before), str(cell.after), language.get(cell.id), 1),
        )
        for cell in chosen.itertuples()
    ]
    more = len(cells) - len(chosen)
    after = (
        quiet(f"{more} more cells were mended in these ways; all steps are in changes.csv.")
        if more
        else Html("")
    )
    return section("Mended cells", table(("steps", "before", "after"), rows, "pairs"), after)


def _chosen(cells: pd.DataFrame) -> pd.DataFrame:
    many = cells.groupby("steps")["id"].transform("size")
    ordered = cells.assign(many=many).sort_values(["many", "steps"], kind="stable")
    return ordered.groupby("steps", sort=False).head(EACH_MAX).head(SHOWN_MAX)


def _side(before: str, after: str, language: object, side: int) -> Html:
    parts = windowed(stretches(before, after))
    tag = "ins" if side else "del"
    known = language if isinstance(language, str) and language != "und" else None
    return el(
        "td", join(*(_stretch(part, tag, side) for part in parts)), dir="auto", lang=known, class_="cell"
    )


def _stretch(part: Stretch, tag: str, side: int) -> Html:
    text = shown(part[side], spell=part.changed)
    return el(tag, text) if part.changed and part[side] else text
