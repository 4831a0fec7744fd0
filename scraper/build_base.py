"""Which dataset an archived crawl is built upon, and whether all of the crawl is there to build from.

A dataset grows crawl by crawl. So a build goes upon the dataset that its run was built on or, where crawls are built later
than they were made, upon what has been built since of a crawl that began in between. That follows from the runs in the
folder alone: with the same runs it is the same dataset, and crawls built in their order lose no entry. A pointer that
somebody set back stays so: what was published before the crawl and not built upon is not taken in by building it again.
"""

from __future__ import annotations

from pathlib import Path

from pipelines import ledger
from pipelines.errors import UsageError
from pipelines.next_command import listmend
from pipelines.verdict import Verdict


def base_of(site_folder: Path, source: str) -> str | None:
    """The run whose dataset a run is built again upon, None where there is none before it.

    Args:
        site_folder: the site's folder.
        source: the run to build again.

    Raises:
        UsageError: the dataset before it was forgotten; without it every entry would be new.
    """
    old = ledger.read_verdict(ledger.run_folder(site_folder, source))
    crawl, base = old.get("built_from", source), old.get("former")
    for later in ledger.runs(site_folder):
        if later["state"] not in ("published", "rebuilt"):
            continue
        built_since = ledger.began_later(site_folder, later["run"], source)
        before = ledger.began_later(site_folder, crawl, _crawl(later))
        if built_since and before and not _further(site_folder, base, _crawl(later)):
            base = later["run"]
    if base and not ledger.run_folder(site_folder, base).is_dir():
        raise UsageError(
            f"{site_folder}: run {source} was built on {base}, which is forgotten; without it every entry would be new",
            f"build a later run: {listmend('runs', site_folder)}",
        )
    return base


def _further(site_folder: Path, base: str | None, crawl: str) -> bool:
    """Whether a dataset is of a later crawl than another."""
    if base is None:
        return False
    return ledger.began_later(
        site_folder, _crawl(ledger.read_verdict(ledger.run_folder(site_folder, base))), crawl
    )


def _crawl(verdict: Verdict) -> str:
    return str(verdict.get("built_from", verdict["run"]))


def part(verdict: Verdict) -> str:
    """Why a run's crawl is a part only, in words; "" where it went to its end.

    Args:
        verdict: of the run; one that was built from another says what that one was.
    """
    if "built_from" in verdict or "part" in verdict:
        return str(verdict.get("part", ""))
    if verdict.get("crawl"):  # whatever became of its build
        return ""
    how = "was interrupted" if verdict["state"] == "interrupted" else "did not come to its end"
    return cut_off(verdict["run"], how)


def cut_off(run: str, how: str) -> str:
    """Why a crawl that did not go to its end is a part of one."""
    return f"the crawl {run} {how}: its lists may go on"
