"""`listmend add`: the command around `adding`."""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path

import click

from pipelines.errors import UsageError
from pipelines.next_command import in_folder
from pipelines.plural import plural
from scraper.verbs.options import clock_option, console, json_option, now, output_option, show
from scraper.verbs.visible import all_visible


@click.command()
@click.argument("url", metavar="URL")
@click.option("--id", "name", metavar="ID", help="Name of the site; default: made of host and path.")
@click.option(
    "--site-folder", type=click.Path(path_type=Path, file_okay=False), default=None,
    help="Folder for the site file; default: $LISTMEND_SITES, else ./sites.",
)  # fmt: skip
@click.option("--yes", is_flag=True, help="Write without asking; the file is not marked as reviewed.")
@click.option("--force", is_flag=True, help="Replace an existing site file.")
@click.option(
    "--by-structure", is_flag=True, help="Write no selectors: every run finds the lists by structure."
)
@output_option
@clock_option
@json_option
def add(
    url: str,
    name: str | None,
    site_folder: Path | None,
    yes: bool,
    force: bool,
    by_structure: bool,
    output: Path,
    clock: datetime | None,
    as_json: bool,
) -> None:
    """Look at a listing page and write its site file.

    It shows what it found and asks before writing.
    """
    from scraper.which_site import address_of, bare_site

    if not address_of(url):
        raise UsageError(
            f"{url!r}: not an address", "give the address of a listing page, such as https://host/news/"
        )
    site = bare_site(url)
    from scraper.site_files import adding
    from scraper.site_files.probe import look
    from scraper.site_files.proposal import vouched
    from scraper.site_files.site_text import site_text
    from scraper.verbs.add_table import table, told

    site = site.model_copy(update={"id": name or site.id})
    file = adding.target(site.id, site_folder, force=force)
    moment = clock or now()
    with tempfile.TemporaryDirectory(prefix="listmend-") as scratch:
        probe = look(site, Path(scratch), moment)
        if not yes and not len(probe.raw.entries) and (named := vouched(site, probe)) is not None:
            site, again = named, Path(scratch) / "again"
            again.mkdir()
            probe = look(site, again, moment)
        adding.need_entries(probe, url, asked=not yes)
        proposal, text = adding.settle(site, probe, moment, by_structure=by_structure)
        found = told(proposal, probe, text, output)
        if not as_json:
            console().print(table(all_visible(found)))
        if not yes and not as_json:
            if not _asked(f"write {file}?"):
                click.echo("nothing written")
                return
            proposal = adding.reviewed(proposal, moment)
            text = site_text(proposal.site, adding.remarks(proposal, probe, moment))
        wanted = yes or not as_json
        written = adding.write(file, proposal, text, probe, moment) if wanted else None
    if as_json or written is None:
        show({**found, "file": str(file), "written": yes}, str, as_json)
    else:
        click.echo(
            f"wrote {written.file} and {written.pages} golden {plural(written.pages, 'page')}"
            f" with {written.rows} {plural(written.rows, 'row')} in {written.golden}"
        )
        chosen = site.id if site_folder is None else written.file
        click.echo(f"next: listmend run {chosen}{in_folder(output)}")


def _asked(question: str) -> bool:
    try:
        return click.confirm(question, default=False)
    except click.Abort as fault:
        if sys.stdin.isatty():  # Ctrl-C
            raise
        raise UsageError("no answer; nothing written", "add --yes where nobody can be asked") from fault
