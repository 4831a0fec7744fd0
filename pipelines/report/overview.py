"""The top of the report: the verdict in one sentence, the numbers, the gates, what is new, what was left out."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pipelines.report.charts import share_bar
from pipelines.report.html import Html, el, join, link, shown
from pipelines.verdict import Verdict

NEWS_MAX = 12  # titles of new and changed entries shown; the rest is one sort away in records.csv
_SENTENCES = {
    "published": ("good", "Published."),
    "rebuilt": ("fair", "Built again; a newer run stays published."),
    "gates_failed": ("bad", "Not published: the run failed a gate, the former dataset stands."),
    "running": ("fair", "The run has not ended."),
}


def head(run: Verdict) -> Html:
    """Site, run and verdict."""
    tone, sentence = _SENTENCES.get(str(run.get("state")), ("bad", f"Ended as {run.get('state')}."))
    when = str(run.get("clock", "")).replace("T", " ").replace("+00:00", " UTC")
    starts = [el("li", link(str(start), str(start))) for start in run.get("start", [])]
    said = el("p", shown(str(run["says"])), class_="says") if run.get("says") else ""
    return el(
        "header",
        el("p", "listmend", class_="brand"),
        el("h1", str(run.get("site", ""))),
        el("p", f"Run {run.get('run', '')}, {when}", class_="quiet"),
        el("p", el("strong", sentence), f" Exit code {run.get('exit', '')}.", class_=f"verdict {tone}"),
        said,
        el("ul", *starts, class_="plain quiet"),
    )


def numbers(records: pd.DataFrame, run: Verdict, mended: int) -> Html:
    """The counts a reader wants first.

    Args:
        records: entries of this run.
        run: the verdict.
        mended: titles and excerpts that were changed.
    """
    counts = run.get("counts", {})
    told = [
        ("entries", len(records)),
        ("new", counts.get("new", 0)),
        ("changed", counts.get("changed", 0)),
        ("older, kept", counts.get("kept", 0)),
        ("cells mended", mended),
        ("dated", int(records["date"].notna().sum())),
        ("languages", records["language"].nunique()),
    ]
    cells = (el("div", el("dd", f"{number:,}".replace(",", " ")), el("dt", name)) for name, number in told)
    return el("dl", *cells, class_="numbers")


def gates(run: Verdict) -> Html:
    """Every gate with what it saw, the failed ones first."""
    judged = sorted(run.get("gates", []), key=lambda gate: bool(gate["passed"]))
    rows = [
        el(
            "tr",
            el("td", "passed" if gate["passed"] else "FAILED", class_="good" if gate["passed"] else "bad"),
            el("th", gate["name"], scope="row"),
            el("td", gate["says"]),
        )
        for gate in judged
    ]
    return section(
        "Gates", table(("", "gate", "what it saw"), rows) if rows else quiet("No gate was reached.")
    )


def news(records: pd.DataFrame, run: Verdict) -> Html:
    """Entries new to the dataset and entries whose raw cells changed, newest first."""
    counts = run.get("counts", {})
    if not counts.get("new") and not counts.get("changed"):
        return section("What changed", quiet("Nothing new and nothing changed since the last run."))
    fresh = records[records["changed_at"].eq(records["last_seen"])]
    fresh = fresh.sort_values("date", ascending=False, na_position="last", kind="stable")
    top = fresh.head(NEWS_MAX)
    isnew = top["first_seen"].eq(top["last_seen"])
    cells = top[["date", "url", "title", "language"]].astype("str").fillna("")
    rows = [
        el(
            "tr",
            el("td", "new" if new else "changed"),
            el("td", date, class_="number"),
            el("td", link(url, title or url), dir="auto", lang=language),
        )
        for new, date, url, title, language in zip(isnew, *(cells[name] for name in cells), strict=True)
    ]
    more = len(fresh) - len(rows)
    after = quiet(f"and {more} more, in records.csv where changed_at is last_seen") if more else Html("")
    return section("What changed", table(("", "date", "title"), rows), after)


def tallies(records: pd.DataFrame, run: Verdict) -> Html:
    """Languages, cuts, sources of the excerpts' ends and encodings, each with its share."""
    titles = {
        "language": "Languages",
        "excerpt_cut": "Cuts",
        "excerpt_source": "Ends from",
        "encoding": "Encodings",
    }
    parts = [_tally(title, _counts(records[column])) for column, title in titles.items()]
    parts += [_tally("Steps taken", run.get("mended", {})), _tally("Left unsettled", run.get("issues", {}))]
    return section("In figures", el("div", *[part for part in parts if part], class_="grid"))


def rejects(run: Verdict) -> Html:
    """What became no record, by reason."""
    told = run.get("rejects", {})
    if not told:
        return section("Left out", quiet("Nothing: every raw entry became a record."))
    rows = [
        el("tr", el("td", reason), el("td", str(count), class_="number")) for reason, count in told.items()
    ]
    return section(
        "Left out",
        table(("reason", "count"), rows),
        quiet("Each one, with its address, is in rejects.jsonl."),
    )


def section(heading: str, *parts: Html) -> Html:
    """A part of the page under its heading."""
    return el("section", el("h2", heading), *parts)


def table(heads: tuple[str, ...], rows: list[Html], kind: str | None = None) -> Html:
    """A table that scrolls sideways in itself on a narrow screen; `kind` is its class."""
    top = el("thead", el("tr", *(el("th", name, scope="col") for name in heads)))
    return el("div", el("table", top, el("tbody", *rows), class_=kind), class_="wide")


def quiet(sentence: str) -> Html:
    """A remark."""
    return el("p", sentence, class_="quiet")


def _tally(title: str, counts: Mapping[str, int]) -> Html:
    if not counts:
        return Html("")
    most = max(counts.values())
    rows = [
        el(
            "tr",
            el("td", str(name)),
            el("td", str(count), class_="number"),
            el("td", share_bar(count / most)),
        )
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    ]
    return el("div", el("h3", title), el("table", join(*rows), class_="tally"))


def _counts(cells: pd.Series) -> dict[str, int]:
    return {str(name): int(count) for name, count in cells.value_counts().items()}
