"""What `add` shows before it asks: the site's terms, what decided each line of the file, the first rows, the file."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from pipelines import ledger
from pipelines.decisions import Cut
from pipelines.plural import plural
from scraper.listing.entry import AUTO
from scraper.listing.selectors.pinned import CELLS, filled
from scraper.pages.unclosed import readable
from scraper.settings import DOWNLOAD_DELAY
from scraper.site_files.probe import Probe
from scraper.site_files.proposal import Proposal
from scraper.site_files.terms import licence_hints, robots_told
from scraper.site_files.years import other_years
from scraper.verbs.verdict import WIDTH

FIRST = 5
"""Rows that are shown."""
_LONGEST = 160
"""Characters of a teaser that are shown, half of them its end, where it was mended: three lines of the table."""


def told(proposal: Proposal, probe: Probe, text: str, output: Path) -> dict[str, Any]:
    """Return what was found as plain data, the one source of the table and of `--json`.

    Args:
        proposal: the site file to be.
        probe: the look.
        text: the site file as it would be written.
        output: the folder datasets land in.
    """
    first = probe.read[0]
    text_read = first.read().text
    robots, delay = robots_told(probe.robots, first.url)
    rows = proposal.rows
    return {
        "site": proposal.site.id,
        "start": list(proposal.site.start),
        "pages": len(probe.read),
        "entry_pages": probe.raw.pages,
        "feed_items": probe.raw.feed,
        "entries": len(rows),
        "robots": robots,
        "delay": max(delay or 0.0, proposal.site.delay or 0.0, DOWNLOAD_DELAY),
        "licence": licence_hints(readable(text_read)[0], first.url),
        "languages": {str(name): int(count) for name, count in rows["language"].value_counts().items()},
        "dates": _dates(proposal),
        "lists": [_list(proposal, number) for number in range(len(proposal.found))],
        "next": {"selector": proposal.site.next, "address": proposal.next_address},
        "years": {} if proposal.next_address else other_years(text_read, first.url),
        "dataset": _dataset(output / proposal.site.id),
        "rows": [_row(row) for row in rows.head(FIRST).to_dict("records")],
        "notes": list(proposal.notes),
        "doubt": proposal.doubt,
        "rejects": _rejects(probe),
        "toml": text,
    }


def table(found: dict[str, Any]) -> RenderableType:
    """Return what was found as something rich can print."""
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold", no_wrap=True)
    facts.add_column(overflow="fold")
    for name, value in _facts(found):
        facts.add_row(name, Text(value))
    parts: list[RenderableType] = [facts, Text()]
    parts += [_selectors(one) for one in found["lists"]]
    parts += [_rows(found["rows"]), Syntax(found["toml"], "toml", background_color="default", word_wrap=True)]
    return Panel(Group(*parts), title=Text(f"{found['site']} · found"), box=box.ROUNDED, width=WIDTH)


def _facts(found: dict[str, Any]) -> list[tuple[str, str]]:
    pages, items = found["entry_pages"], found["feed_items"]
    beside = [f"{pages} entry {plural(pages, 'page')}"]
    beside += [f"{items} feed {plural(items, 'item')}"] if items else []
    following = found["next"]
    ways = following["selector"] or ("by its form" if following["address"] else "none found")
    spoken = ", ".join(f"{name} {count}" for name, count in found["languages"].items())
    facts = [
        ("start", found["start"][0]),
        *([("doubtful", found["doubt"])] if found["doubt"] else []),
        (
            "found",
            f"{found['entries']} {plural(found['entries'], 'entry', 'entries')} on {found['pages']} listing "
            f"{plural(found['pages'], 'page')}; read besides: {', '.join(beside)}",
        ),
        ("robots", f"{found['robots']}; at least {found['delay']:g} s between two requests"),
        (
            "licence",
            "; ".join(found["licence"]) or "none named on the page: ask before you publish its texts",
        ),
        ("languages", spoken or "none"),
        ("dates", found["dates"]),
        ("next page", f"{ways}: {following['address']}" if following["address"] else ways),
        *([("years", _years(found["years"]))] if found["years"] else []),
        ("dataset", _continued(found["dataset"])),
    ]
    facts += [("rejects", told) for told in found["rejects"]]
    return facts + [("left out", note) for note in found["notes"]]


def _rejects(probe: Probe) -> list[str]:
    """What was wrong with listing pages, a body that ended early for one: the file is made of what came."""
    listed = {page.url for page in probe.pages}
    return [
        f"{line['url']}: {line['reason']}: {line['detail']}"
        for line in probe.lines
        if line["kind"] == "reject" and line["url"] in listed and line["reason"] != "pages_max"
    ]


def _dates(proposal: Proposal) -> str:
    rows, order = proposal.rows, proposal.site.date_order
    dated = rows["date"].dropna()
    if not len(dated):
        return "none read"
    certain = int(rows["date_certain"].sum())
    read = f"read as {order}" if order else "no order to pin"
    return f"{dated.min()} to {dated.max()}; {len(dated)} of {len(rows)} read, {certain} certain; {read}"


def _years(pages: Mapping[str, str]) -> str:
    years = ", ".join(pages)
    return f"{years}: on pages of their own, which a run reads where `start` names them: {next(iter(pages.values()))} …"


def _dataset(folder: Path) -> dict[str, Any]:
    """Where the site's runs will land, and what stands there already."""
    run = ledger.latest(folder)
    counts = ledger.read_verdict(ledger.run_folder(folder, run)).get("counts", {}) if run else {}
    return {"folder": str(folder), "run": run, "records": counts.get("records")}


def _continued(dataset: Mapping[str, Any]) -> str:
    if dataset["run"] is None:
        return f"begins in {dataset['folder']} with the first run"
    return f"{dataset['folder']} is continued: {dataset['records']} records, run {dataset['run']}"


def _list(proposal: Proposal, number: int) -> dict[str, Any]:
    one = proposal.found[number]
    decided = list(proposal.decided.values())  # lists may be renamed for the file, their order stays
    found = proposal.decided.get(one.name) or (decided[number] if number < len(decided) else None)
    form = proposal.site.lists[number] if proposal.site.lists else None
    return {
        "name": one.name,
        "entries": len(one.entries),
        "confidence": round(one.confidence, 3),
        "reason": one.reason,
        "cut": _cut(found.cut) if found is not None else "none",
        "entry": form.entry if form else None,
        "until": form.until or None if form else None,
        "between": form.between or None if form else None,
        "fields": {
            key: {
                "selector": (getattr(form, key) or "") if form else AUTO,
                "filled": filled(one.entries, key),
            }
            for key in CELLS
        },
    }


def _cut(cut: Cut) -> str:
    if not cut.budget:
        return "none"
    return (
        f"at {cut.budget} {cut.unit} ({cut.proved_by / cut.teasers:.0%} of {cut.teasers} teasers end there)"
    )


def _row(row: Mapping[Hashable, Any]) -> dict[str, str]:
    names = ("date", "language", "title", "excerpt", "url")
    return {name: "" if row[name] is None or row[name] != row[name] else str(row[name]) for name in names}


def _selectors(one: dict[str, Any]) -> Table:
    title = f"list {one['name']}: {one['entries']} {plural(one['entries'], 'entry', 'entries')} on page 1 ({one['confidence']:.0%} sure), teasers cut: {one['cut']}"
    shown = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        expand=True,
        title=Text(title),
        title_justify="left",
        caption=Text(one["reason"]),
        caption_justify="left",
    )
    for name in ("field", "selector", "filled"):
        shown.add_column(name, overflow="fold")
    shown.add_row("entry", Text(one["entry"] or "by structure"), str(one["entries"]))
    for name in ("until", "between"):
        if one[name]:
            shown.add_row(name, Text(one[name]), "")
    for name, field in one["fields"].items():
        if field["filled"]:
            selector = field["selector"] or ("of the title, else the first" if name == "link" else "left out")
            told = "auto: by structure" if selector == AUTO else selector
            shown.add_row(name, Text(told), f"{field['filled']}/{one['entries']}")
    return shown


def _rows(rows: list[dict[str, str]]) -> Table:
    shown = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        expand=True,
        title=Text("first rows, mended"),
        title_justify="left",
    )
    shown.add_column("date", no_wrap=True)
    shown.add_column("language")
    shown.add_column("title", overflow="fold", ratio=2)
    shown.add_column("excerpt", overflow="fold", ratio=3)
    for row in rows:
        excerpt = row["excerpt"]
        short = (
            excerpt
            if len(excerpt) <= _LONGEST
            else excerpt[: _LONGEST // 2].rstrip() + " … " + excerpt[-_LONGEST // 2 :].lstrip()
        )
        shown.add_row(row["date"], row["language"], Text(row["title"]), Text(short))
    return shown
