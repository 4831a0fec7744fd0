"""One run as one HTML page that needs nothing beside it: no script, no font, no picture from elsewhere.

It can be mailed, archived and opened from disk. What came from the web is escaped everywhere, links lead to web
addresses only, and a content policy in the head forbids the page to load anything.
"""

from __future__ import annotations

from importlib.resources import files

import pandas as pd

from pipelines.report import overview
from pipelines.report.charts import date_histogram
from pipelines.report.html import Html, el, join
from pipelines.report.lists import lists
from pipelines.report.mended import mended, mended_cells
from pipelines.verdict import Verdict

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(records: pd.DataFrame, run: Verdict, changes: pd.DataFrame) -> str:
    """The report of one run.

    Args:
        records: the entries this run saw, columns of `pipelines.record`.
        run: the run's verdict, as `run.json` holds it.
        changes: one row a step, columns `id column step before after`.
    """
    cells = mended_cells(changes)
    parts = [
        overview.head(run),
        overview.numbers(records, run, len(cells)),
        overview.gates(run),
        overview.news(records, run),
        mended(cells, records),
        lists(records, run.get("lists", {})) if len(records) else Html(""),
        overview.section("Dates", date_histogram(records["date"])),
        overview.tallies(records, run),
        overview.rejects(run),
        _foot(run),
    ]
    return "<!DOCTYPE html>\n" + el("html", _head(run), el("body", el("main", *parts)), lang="en") + "\n"


def _head(run: Verdict) -> Html:
    style = Html((files("pipelines.report") / "report.css").read_text(encoding="utf-8"))
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"{run.get('site', '')} · run {run.get('run', '')}"),
        el("style", style),
    )


def _foot(run: Verdict) -> Html:
    versions = ", ".join(f"{name} {number}" for name, number in run.get("versions", {}).items())
    files_told = join("Tables beside this page: ", el("code", "records.parquet"), ", ", el("code", "records.csv"), ", ",
                      el("code", "changes.csv"), ", ", el("code", "issues.csv"), ", ", el("code", "rejects.jsonl"),
                      ".")  # fmt: skip
    return el("footer", el("p", files_told), el("p", versions))
