"""`listmend forget`: the command around `pipelines.retention`.

Nothing goes without a bound that says so, and `--dry-run` shows the same lines without a deletion. Of several sites one that
is held or damaged is told in its line and does not stop the others.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from pipelines.errors import Exit, ListmendError, UsageError
from scraper.verbs.options import clock_option, json_option, now, output_option, show

_DAYS = {"d": 1, "w": 7}


def _age(_: click.Context, __: click.Parameter, value: str | None) -> timedelta | None:
    if value is None:
        return None
    told = re.fullmatch(r"(\d{1,4})([dw])", value)
    if told is None:
        raise click.BadParameter(f"got {value!r}, expected days or weeks such as 90d or 12w")
    return timedelta(days=int(told[1]) * _DAYS[told[2]])


@click.command()
@click.argument("sites", nargs=-1, metavar="SITE|URL...")
@click.option("--all", "every", is_flag=True, help="All sites of the output folder.")
@click.option("--keep", type=click.IntRange(0), metavar="N", help="Keep the N newest runs.")
@click.option(
    "--older-than",
    "age",
    metavar="AGE",
    callback=_age,
    help="Delete only runs older than this, such as 90d or 12w.",
)
@click.option("--dry-run", is_flag=True, help="Delete nothing; show what would be deleted.")
@output_option
@clock_option
@json_option
def forget(
    sites: tuple[str, ...],
    every: bool,
    keep: int | None,
    age: timedelta | None,
    dry_run: bool,
    output: Path,
    clock: datetime | None,
    as_json: bool,
) -> None:
    """Delete old runs, archives and all; never the published one.

    The runs it was built on and from are kept as well, and so are the newest run of a site and all runs of a site without a
    dataset. With both --keep and --older-than, a run is deleted only if both allow it.
    """
    if keep is None and age is None:
        raise UsageError("no bound: nothing says which runs may go", "--older-than 90d, or --keep 10")
    if bool(sites) == every:
        told = "sites named with --all" if every else "no site named"
        raise UsageError(told, "listmend forget SITE, or listmend forget --all")
    from scraper.which_site import site_folder, sites_of

    moment = clock or now()
    named = sites_of(output) if every else sites
    folders = [site_folder(site, output) for site in named]
    since = None if age is None else moment - age
    rows = [_forgotten(folder, keep or 0, since, moment, dry_run) for folder in folders]
    show(rows, _lines, as_json)
    raise SystemExit(min((row["exit"] for row in rows if row["exit"]), default=Exit.PUBLISHED))


def _forgotten(
    folder: Path, newest: int, since: datetime | None, moment: datetime, dry_run: bool
) -> dict[str, Any]:
    """One site's line: what went, what stays and why."""
    from pipelines import retention, site_lock

    row = {"site": folder.name, "forgotten": [], "freed": 0, "kept": {}, "dry_run": dry_run}
    try:
        if dry_run:
            choice = retention.choose(folder, newest=newest, since=since)
            freed = retention.size(folder, choice.go)
        else:
            with site_lock.locked(folder, "forget", moment):
                choice = retention.choose(folder, newest=newest, since=since)
                freed = retention.size(folder, choice.go)
                retention.forget(folder, choice.go)
    except ListmendError as fault:
        return {**row, "says": fault.what, "exit": int(fault.code)}
    return {
        **row,
        "forgotten": list(choice.go),
        "freed": freed,
        "kept": choice.stay,
        "says": "",
        "exit": int(Exit.PUBLISHED),
    }


def _lines(rows: list[dict[str, Any]]) -> str:
    return "\n".join(line for row in rows for line in _told(row)) or "no site has runs"


def _told(row: dict[str, Any]) -> list[str]:
    if row["exit"]:
        return [f"{row['site']}: {row['says']}; nothing deleted"]
    gone, kept = row["forgotten"], row["kept"]
    done = "would be forgotten" if row["dry_run"] else "forgotten"
    told = [
        f"{row['site']}: {len(gone)} of {len(gone) + len(kept)} runs {done}, {row['freed'] / 1e6:,.1f} MB"
    ]
    told += [f"  {run} {done}" for run in gone]
    stay = ", ".join(f"{count} {why}" for why, count in Counter(kept.values()).items())
    return [*told, f"  stay: {stay or 'none'}"]
