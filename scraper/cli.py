"""The command line: thin verbs over the job, the runs and the dataset.

Every verb ends in a plain message and one of six exit codes; a traceback is a bug. Heavy imports wait until a verb needs
them, so that `listmend --help` is quick.
"""

from __future__ import annotations

import io
import os
import sys
from datetime import datetime
from pathlib import Path

import click

from pipelines.errors import Exit, ListmendError, MemoryEndedError, OutputError, UsageError
from pipelines.next_command import listmend
from pipelines.verdict import Verdict
from scraper.stop_signals import stoppable
from scraper.verbs.add import add
from scraper.verbs.check import check
from scraper.verbs.complaint import answer, complain, crashed, hush
from scraper.verbs.forget import forget
from scraper.verbs.mend import mend
from scraper.verbs.options import (
    clock_option,
    excel_option,
    json_option,
    now,
    output_option,
    show,
    start_option,
)

EPILOGUE = """\b
Exit codes: 0 published or done, 1 crash, 2 usage or site file,
3 gates failed (the former dataset stands), 4 site unreachable or blocked,
130 interrupted."""


@click.group(
    epilog=EPILOGUE, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="listmend", prog_name="listmend")
def cli() -> None:
    """Crawl listing pages and end in a clean dataset: text mended, language named, dates typed."""


@cli.command()
@output_option
@clock_option
@json_option
def demo(output: Path, clock: datetime | None, as_json: bool) -> None:
    """Run the whole job on the bundled damaged site, offline."""
    from scraper.demo.server import DEMO_CLOCK, demo_site, serving
    from scraper.job import run_site

    with serving() as address:
        # on another port every link is another
        verdict = run_site(demo_site(address), output, clock or DEMO_CLOCK, accept=True)
    _end(verdict, output, as_json)


@cli.command()
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


@cli.command()
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


@cli.command()
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


@cli.command()
@output_option
@json_option
def status(output: Path, as_json: bool) -> None:
    """Show every site's published dataset and how its last run ended."""
    from scraper.verbs.overview import site_rows, status_table

    rows = site_rows(output)
    if not rows and not as_json:
        raise UsageError(f"{output}: no datasets yet", "listmend demo, or listmend run SITE")
    show(rows, status_table, as_json)


@cli.command()
@click.argument("site", metavar="SITE")
@output_option
@json_option
def runs(site: str, output: Path, as_json: bool) -> None:
    """List a site's runs, oldest first, and which one is published."""
    from scraper.verbs.overview import run_rows, runs_table
    from scraper.which_site import site_folder

    show(run_rows(site_folder(site, output)), runs_table, as_json)


@cli.command()
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


@cli.command()
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


@cli.command()
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


cli.add_command(add)
cli.add_command(check)
cli.add_command(forget)
cli.add_command(mend)


def main() -> None:
    """Run the command line and end with its exit code."""
    # Arrow's own allocator keeps what it is given back; a trim between stages returns the C library's, see `give_back`
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    _open_closed()
    stoppable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a log in ASCII is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:]
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except (click.Abort, KeyboardInterrupt) as fault:
        code, says = Exit.INTERRUPTED, "interrupted; what stood before stands"
        # click makes it an Abort, and says nothing
        if isinstance(fault.__cause__ or fault, KeyboardInterrupt):
            click.echo(says, err=True)
        answer(words, code, says)
    except click.ClickException as fault:
        fault.show()
        code = Exit.USAGE
        answer(words, code, fault.format_message())
    except ListmendError as fault:
        code = _told(words, fault)
        if isinstance(fault, OutputError):
            hush()
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        hush()
        code = Exit.PUBLISHED
    except MemoryError:
        code = _told(words, MemoryEndedError())
    except Exception as fault:
        crashed(words, fault)
        raise
    sys.exit(int(code or 0))


def _told(words: list[str], fault: ListmendError) -> Exit:
    complain(fault)
    answer(words, fault.code, fault.what, fault.next)
    return fault.code


def _open_closed() -> None:
    """Let a stream that a shell closed (`>&-`) lead nowhere; else the next file that is opened would get its number."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def _end(verdict: Verdict, output: Path, as_json: bool) -> None:
    from scraper.verbs.verdict import verdict_box

    try:
        show(verdict, lambda told: verdict_box(told, output), as_json)
    except (BrokenPipeError, KeyboardInterrupt):
        hush()
    except OutputError as fault:  # the run has ended as it has, told or not
        complain(fault)
        hush()
    raise SystemExit(verdict["exit"])


if __name__ == "__main__":
    main()
