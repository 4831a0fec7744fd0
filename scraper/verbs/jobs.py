"""The verbs that run a job or a part of it: `demo`, `run`, `crawl`, `build`; each ends with the run's verdict and its exit code."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipelines.errors import OutputError, UsageError
from pipelines.verdict import Verdict
from scraper.stop_signals import no_longer
from scraper.verbs.complaint import complain, hush
from scraper.verbs.options import (
    clock_option,
    excel_option,
    json_option,
    now,
    output_option,
    show,
    start_option,
)


@click.command()
@output_option
@clock_option
@json_option
def demo(output: Path, clock: datetime | None, as_json: bool) -> None:
    """Run the whole job on the bundled damaged site, offline."""
    from scraper.demo.server import DEMO_CLOCK, HOST, demo_site, serving
    from scraper.job import run_site
    from scraper.proxies import asked_directly

    asked_directly(HOST)
    with serving() as address:
        # on another port every link is another
        verdict = run_site(demo_site(address), output, clock or DEMO_CLOCK, accept=True)
    _end(verdict, output, as_json)


@click.command()
@click.argument("sites", nargs=-1, metavar="SITE|URL...")
@click.option("--all", "every", is_flag=True, help="All site files of $LISTMEND_SITES and ./sites.")
@start_option
@output_option
@clock_option
@excel_option
@json_option
def run(
    sites: tuple[str, ...],
    every: bool,
    start: str | None,
    output: Path,
    clock: datetime | None,
    excel: bool,
    as_json: bool,
) -> None:
    """Crawl, build and publish sites, each by id, site file or address."""
    from scraper.verbs.several_sites import run_each
    from scraper.which_site import own_sites, site_to_run

    if bool(sites) == every:
        told = "sites named with --all" if every else "no site named"
        raise UsageError(told, "listmend run SITE, or listmend run --all")
    named = tuple(own_sites()) if every else sites
    if len(named) > 1:
        if start:
            raise UsageError("--start with several sites", "name one site with --start")
        flags = [*(["--excel"] if excel else []), *(["--json"] if as_json else [])]
        raise SystemExit(run_each(named, output, clock, flags))
    site = site_to_run(named[0], output, start)
    from scraper.job import run_site

    _end(run_site(site, output, clock or now(), excel=excel), output, as_json)


@click.command()
@click.argument("site", metavar="SITE|URL")
@start_option
@output_option
@clock_option
@json_option
def crawl(site: str, start: str | None, output: Path, clock: datetime | None, as_json: bool) -> None:
    """Crawl a site into its archive and raw entries; build it later."""
    from scraper.which_site import site_to_run

    chosen = site_to_run(site, output, start)
    from scraper.job import run_site

    _end(run_site(chosen, output, clock or now(), crawl_only=True), output, as_json)


@click.command()
@click.argument("site", metavar="SITE|URL")
@click.option("--run", "named", metavar="RUN", help="Run to build from; default: the newest crawl.")
@click.option(
    "--accept", is_flag=True, help="The site has changed: publish what only the last run speaks against."
)
@output_option
@clock_option
@excel_option
@json_option
def build(
    site: str,
    named: str | None,
    accept: bool,
    output: Path,
    clock: datetime | None,
    excel: bool,
    as_json: bool,
) -> None:
    """Build a run again from its archive, without the network."""
    from scraper.which_site import site_to_build

    chosen = site_to_build(site, output)
    from scraper.job import rebuild

    verdict = rebuild(chosen, output, named, clock or now(), excel=excel, accept=accept)
    _end(verdict, output, as_json)


def _end(verdict: Verdict, output: Path, as_json: bool) -> None:
    no_longer()
    from scraper.verbs.verdict import verdict_box

    try:
        show(verdict, lambda told: verdict_box(told, output), as_json)
    except BrokenPipeError:
        hush()
    except OutputError as fault:  # the run has ended as it has, told or not
        complain(fault)
        hush()
    raise SystemExit(verdict["exit"])
