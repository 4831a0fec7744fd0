"""The verdict box at the end of every run: counts, what changed, where the files are, the next command to type."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipelines.next_command import listmend
from pipelines.plural import plural
from pipelines.verdict import Verdict
from scraper.not_reached import to_do

WIDTH = 100
"""Columns of every box: what fits beside an editor, and into a log that is read on the web."""
_EDGES = 6
"""Columns of a box's line that are its frame's, and those between a row's name and what it tells."""
_HEADINGS = {
    "published": ("published", "green"),
    "crawled": ("crawled, not built yet", "green"),
    "rebuilt": ("built, not published", "yellow"),
    "gates_failed": ("NOT PUBLISHED: gates failed", "red"),
    "unreachable": ("NOT PUBLISHED: site unreachable or blocked", "red"),
    "interrupted": ("NOT PUBLISHED: interrupted", "red"),
    "crashed": ("NOT PUBLISHED: crashed", "red"),
}


def verdict_box(verdict: Verdict, output: Path) -> RenderableType:
    """The box as something rich can print; a command that is longer than its lines stands below it, whole, to be copied."""
    heading, colour = _HEADINGS[verdict["state"]]
    lines = Table.grid(padding=(0, 2))
    lines.add_column(style="bold", no_wrap=True)
    lines.add_column(overflow="fold")
    rows, then = _rows(verdict, output), next_command(verdict, output)
    room = WIDTH - _EDGES - max(len(name) for name, _ in rows)
    below = cell_len(then) > room and verdict["state"] != "unreachable"  # then it is prose
    for name, told in rows if below else [*rows, ("next", then)]:
        lines.add_row(name, Text(told))
    parts: list[RenderableType] = [lines]
    if verdict.get("examples"):
        parts += [Text(), _examples(verdict["examples"])]
    title = f"{heading} · exit {verdict['exit']}"
    panel = Panel(Group(*parts), title=Text(title), border_style=colour, box=box.ROUNDED, width=WIDTH)
    return Group(panel, Text(f"next  {then}", no_wrap=True, overflow="ignore")) if below else panel


def _rows(verdict: Verdict, output: Path) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = [("run", f"{verdict['run']} of {verdict['site']}")]
    rows += [("found", told) for told in verdict.get("found", [])]
    if verdict.get("says"):
        rows.append(("what", str(verdict["says"])))
    if counts := verdict.get("counts"):
        rows += _counted(verdict, counts)
    folder = output / verdict["site"] / "runs" / verdict["run"]
    rows.append(("files", str(folder)))
    return rows


def _counted(verdict: Verdict, counts: dict[str, int]) -> list[tuple[str, str]]:
    entries = f"{counts['entries']} {plural(counts['entries'], 'entry', 'entries')}: {counts['new']} new, {counts['changed']} changed, {counts['unchanged']} unchanged"
    kept = f"; {counts['kept']} older kept" if counts["kept"] else ""
    kept += f"; {counts['renamed']} with other links keep their ids" if counts.get("renamed") else ""
    dates = verdict["dates"]
    span = f"{dates['first']} to {dates['last']}" if dates else "none"
    open_dates = counts["entries"] - counts["dated"]
    told = [
        ("entries", entries + kept),
        ("mended", _listing(verdict["mended"]) or "nothing"),
        ("cut", _listing({name: n for name, n in verdict["cuts"].items() if name != "no"}) or "none"),
        ("languages", _listing(verdict["languages"]) or "none"),
        (
            "dates",
            f"{span}; {counts['dated']} read, {open_dates} empty, {counts['uncertain_dates']} uncertain",
        ),
    ]
    if verdict.get("rejects"):
        told.append(("rejects", _listing(verdict["rejects"])))
    if verdict.get("issues"):
        told.append(("issues", _listing(verdict["issues"])))
    return told


def next_command(verdict: Verdict, output: Path) -> str:
    """The command a person most likely wants now."""
    site, run = verdict["site"], verdict["run"]
    folder = output / site
    if verdict["state"] == "published":
        load = f"from pipelines import load; print(load({str(folder)!r}))"
        return f"{_python()} -c {_quoted(load)}"
    if verdict["state"] in ("crawled", "crashed", "interrupted"):
        return listmend("build", folder, "--run", run)
    if verdict["state"] == "gates_failed":
        return f"open {shlex.quote(str(folder / 'runs' / run / 'report.html'))}"
    if verdict["state"] == "unreachable":
        return to_do(verdict.get("rejects", {}))
    return listmend("runs", folder)


def _quoted(code: str) -> str:
    """A word for the shell; in the marks that are easiest to read."""
    return shlex.quote(code) if set(code) & set('"$`\\!') else f'"{code}"'


def _python() -> str:
    """What a shell here has to call to get the Python that has listmend: `python` in an active environment, else a path."""
    own, found = Path(sys.executable), shutil.which("python")
    if found and Path(found).parent == own.parent:
        return "python"
    here = Path.cwd()
    # below `/`, where services work, is everything
    beside = here != Path(here.anchor) and own.is_relative_to(here)
    return shlex.quote(str(own.relative_to(here) if beside else own))


def _listing(counts: dict[str, int]) -> str:
    return ", ".join(
        f"{name} {count}" for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _examples(found: list[dict[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for name in ("cell", "before", "after"):
        table.add_column(name, overflow="fold")
    for example in found:
        cell = f"{example['column']}: {', '.join(example['steps'])}"
        table.add_row(Text(cell), Text(example["before"]), Text(example["after"]))
    return table
