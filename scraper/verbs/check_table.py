"""What `check` shows: a line a list, and for each drift old and new side by side with the lines that would mend it."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipelines.plural import plural
from scraper.site import SiteFile
from scraper.site_files.findings import Change, Finding, mended
from scraper.site_files.site_text import line_of, toml_value
from scraper.verbs.verdict import WIDTH


def told(
    site: SiteFile, file: Path, findings: list[Finding], exit_code: int, word: str = ""
) -> dict[str, Any]:
    """Return the findings as plain data, the one source of the table and of `--json`; `word` is how the site was called."""
    return {
        "site": site.id,
        "file": str(file),
        "reviewed": site.reviewed.isoformat() if site.reviewed else None,
        "exit": exit_code,
        "findings": [_finding(site, file, finding) for finding in findings],
        "next": _next(site, file, findings, word or site.id),
    }


def _next(site: SiteFile, file: Path, findings: list[Finding], word: str) -> str | None:
    """What to do about drift, None where there is none."""
    drifts = [drift for finding in findings for drift in finding.drifts]
    # golden pages show the site as it was: the new ones take their place
    if any(drift.changes for drift in drifts):
        return f"change the lines shown in {file}, then: listmend check {shlex.quote(word)} --live --save"
    again = f"listmend add {shlex.quote(site.start[0])} --id {site.id} --force"
    return f"look at the page and change {file} by hand, or write it anew: {again}" if drifts else None


def table(verdict: dict[str, Any]) -> RenderableType:
    """Return the findings as something rich can print."""
    parts: list[RenderableType] = [Text(_opening(verdict))]
    for finding in verdict["findings"]:
        parts += [Text(), *_shown(finding)]
    if verdict["next"]:
        parts += [Text(), Text(f"next: {verdict['next']}")]
    colour = "red" if verdict["exit"] else "green"
    state = "DRIFT" if verdict["exit"] else "fine"
    title = Text(f"{verdict['site']} · check · {state} · exit {verdict['exit']}")
    return Panel(Group(*parts), title=title, border_style=colour, box=box.ROUNDED, width=WIDTH)


def _opening(verdict: dict[str, Any]) -> str:
    if verdict["reviewed"]:
        return f"{verdict['file']}, last seen right against the live site on {verdict['reviewed']}"
    return f"{verdict['file']}: no `reviewed` day, so nobody has yet seen it right against the live site. What it finds:"


def _finding(site: SiteFile, file: Path, finding: Finding) -> dict[str, Any]:
    plain = asdict(finding)
    plain["drifts"] = [
        {**asdict(drift), "changes": [_change(site, file, change) for change in drift.changes]}
        for drift in finding.drifts
    ]
    if changes := [change for drift in finding.drifts for change in drift.changes]:
        plain["lists_then"] = [form.name for form in mended(site, changes).lists]
    return plain


def _change(site: SiteFile, file: Path, change: Change) -> dict[str, Any]:
    return {
        **asdict(change),
        "list": site.lists[change.list].name if change.list is not None else None,
        "line": line_of(file, change.key, change.list) if file.is_file() else None,
        "old_line": f"{change.key} = {toml_value(change.old)}" if change.old else "",
        "new_line": f"{change.key} = {toml_value(change.new)}" if change.new else "",
    }


def _shown(finding: dict[str, Any]) -> list[RenderableType]:
    lists = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, expand=True, title_justify="left",
        title=Text(f"{finding['source']}: {finding['pages']} {plural(finding['pages'], 'page')}"),
    )  # fmt: skip
    for name in ("list", "entries", "filled", "first"):
        lists.add_column(name, overflow="fold")
    for one in finding["lists"]:
        filled = ", ".join(f"{key} {count}" for key, count in one["filled"].items())
        lists.add_row(Text(one["name"]), str(one["entries"]), filled, Text("\n".join(one["first"])))
    parts: list[RenderableType] = [lists, Text(f"next page: {finding['next'] or 'none'}")]
    parts += [Text(f"not read: {told}") for told in finding["refused"]]
    for drift in finding["drifts"]:
        parts += [Text(), *_drift(drift)]
    return parts


def _drift(drift: dict[str, Any]) -> list[RenderableType]:
    sides = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    sides.add_column("the site file finds", overflow="fold", ratio=1)
    sides.add_column("the page shows", overflow="fold", ratio=1)
    sides.add_row(Text("\n".join(drift["old"]) or "nothing"), Text("\n".join(drift["new"]) or "nothing"))
    parts: list[RenderableType] = [Text(f"drift: {drift['says']}", style="bold"), sides]
    for change in drift["changes"]:
        where = f"[[lists]] {change['list']}" if change["list"] is not None else "at the top"
        place = f"{where}, line {change['line']}" if change["line"] else where
        parts.append(Text(f"{place}:"))
        parts += [Text(f"- {change['old_line']}", style="red")] if change["old_line"] else []
        parts += [Text(f"+ {change['new_line']}", style="green")] if change["new_line"] else []
    if not drift["changes"]:
        parts.append(Text("no line was found that would mend it"))
    return parts
