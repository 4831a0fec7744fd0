"""The verbs that read what runs left: `status`, `runs`, `explain`, `diff`, `report`; none of them changes anything."""

from __future__ import annotations

from pathlib import Path

import click

from pipelines.errors import UsageError
from pipelines.next_command import listmend
from scraper.verbs.options import json_option, output_option, show


@click.command()
@output_option
@json_option
def status(output: Path, as_json: bool) -> None:
    """Show every site's published dataset and how its last run ended."""
    from scraper.verbs.overview import site_rows, status_table

    rows = site_rows(output)
    if not rows and not as_json:
        raise UsageError(f"{output}: no datasets yet", "listmend demo, or listmend run SITE")
    show(rows, status_table, as_json)


@click.command()
@click.argument("site", metavar="SITE")
@output_option
@json_option
def runs(site: str, output: Path, as_json: bool) -> None:
    """List a site's runs, oldest first, and which one is published."""
    from scraper.verbs.overview import run_rows, runs_table
    from scraper.which_site import site_folder

    show(run_rows(site_folder(site, output)), runs_table, as_json)


@click.command()
@click.argument("site", metavar="SITE")
@click.argument("id", metavar="ID")
@click.option("--run", "named", metavar="RUN", help="Run to look at; default: the published one.")
@output_option
@json_option
def explain(site: str, id: str, named: str | None, output: Path, as_json: bool) -> None:  # noqa: A002
    """Show how one row came to be, step by step.

    ID is what the row's column `id` holds, or its first letters.
    """
    from scraper.verbs.explain import explained, explained_text
    from scraper.which_site import site_folder

    row = explained(site_folder(site, output), id, named)
    show(row, explained_text, as_json)


@click.command()
@click.argument("site", metavar="SITE")
@click.argument("runs", nargs=-1, metavar="[RUN RUN]")
@output_option
@json_option
def diff(site: str, runs: tuple[str, ...], output: Path, as_json: bool) -> None:
    """Show what differs between two runs.

    By default these are the published one and the one it was built on.
    """
    from scraper.verbs.overview import difference_rows, difference_table
    from scraper.which_site import site_folder

    show(difference_rows(site_folder(site, output), runs), difference_table, as_json)


@click.command()
@click.argument("site", metavar="SITE")
@click.option("--run", "named", metavar="RUN", help="Run to show; default: the published one.")
@output_option
@json_option
def report(site: str, named: str | None, output: Path, as_json: bool) -> None:
    """Print where a run's report is, a page to open in a browser."""
    from pipelines.ledger import need_run, run_folder
    from scraper.which_site import site_folder

    folder = site_folder(site, output)
    file = run_folder(folder, need_run(folder, named)) / "report.html"
    if not file.is_file():
        raise UsageError(f"{file}: this run left no report", listmend("runs", folder))
    show({"report": str(file)}, lambda told: str(told["report"]), as_json)
