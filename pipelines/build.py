"""The ordered stages from raw entries to records, and their counters.

Repair comes before language (mojibake hides it) and language before dates (it names the months). Every stage is a plain
function `stage(frame, site) -> frame`; the same list of them serves the job, a notebook and a worker. The crawl is over
when this begins: nothing here touches the network.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace

import pandas as pd

from pipelines.dates import dates
from pipelines.decisions import ListDecision, decisions
from pipelines.handed_on import Decided, take_off
from pipelines.history.carried import carry
from pipelines.history.former import Former, InMemory
from pipelines.history.kept_cells import keep_cells
from pipelines.history.kept_dates import keep_dates
from pipelines.history.kept_proofs import keep_proofs
from pipelines.history.stage import Change, history
from pipelines.identity import identity, twice
from pipelines.language import language
from pipelines.memory import give_back
from pipelines.raw import Raw
from pipelines.record import NAMES
from pipelines.repair import repair
from pipelines.site import Site
from pipelines.trail import fresh

Stage = Callable[[pd.DataFrame, Site], pd.DataFrame]
STAGES: tuple[Stage, ...] = (repair, language, dates, identity)
STEP_COLUMNS = ("id", "column", "step", "before", "after")
ISSUE_COLUMNS = ("id", "issue")


@dataclass(frozen=True, slots=True)
class Built:
    """One run's records before the gates.

    Attributes:
        records: all records, columns of `pipelines.record`, ordered.
        current: how many of them this run saw; they come first.
        changes: one row a mended cell step, columns `STEP_COLUMNS`.
        unsettled: one row a thing that a row left open, columns `ISSUE_COLUMNS`.
        rejects: `url reason detail` of every raw entry that is no record and everything the crawl refused.
        change: new, changed, unchanged, kept.
        raw: number of raw entries.
        mended: cells by `column:step`.
        issues: unsettled things by code.
        lists: what was decided about each list as a whole.
        seconds: CPU seconds by stage.
    """

    records: pd.DataFrame
    current: int
    changes: pd.DataFrame
    unsettled: pd.DataFrame
    rejects: pd.DataFrame
    change: Change
    raw: int
    mended: dict[str, int]
    issues: dict[str, int]
    lists: dict[str, ListDecision] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def build(raw: Raw, site: Site, former: pd.DataFrame | Former | None, run: str) -> Built:
    """Run every stage over one crawl and merge it into the dataset published before it.

    Args:
        raw: what the crawl brought home.
        site: facts of the site; `site.crawled` is the only clock.
        former: the records published last, at hand or in their file, or None.
        run: name of the run.
    """
    seconds: dict[str, float] = {}
    decided: Decided = {}
    frame = mend_batch(raw.entries, site, seconds, decided)
    began = time.process_time()
    lists = decisions(frame, decided)
    double = twice(frame)
    rejects = pd.concat([raw.rejects, _rejected(frame[double], "duplicate")], ignore_index=True)
    if double.any():
        frame = frame[~double].reset_index(drop=True)
    give_back(len(frame))
    before = _in_memory(former)
    frame, carried = carry(frame, before, site)
    frame = keep_dates(keep_cells(keep_proofs(frame, before), before), before, site)
    give_back(len(frame))
    records, change = history(frame, before, site, run)
    seconds["history"] = round(time.process_time() - began, 3)
    return Built(
        records=records[list(NAMES)],
        current=len(frame),
        changes=steps_of(frame),
        unsettled=issues_of(frame),
        rejects=rejects,
        change=replace(change, **asdict(carried)),
        raw=len(raw.entries),
        mended=_count(frame["repairs"]),
        issues=_count(frame["issues"]),
        lists=lists,
        seconds=seconds,
    )


def mend_batch(
    entries: pd.DataFrame,
    site: Site,
    seconds: dict[str, float] | None = None,
    decided: Decided | None = None,
) -> pd.DataFrame:
    """All stages that need only the entries themselves: mended, dated, named, with `repairs`; no history.

    Args:
        entries: raw entries with joined sources, as `pipelines.raw.join` gives them.
        site: facts of the site.
        seconds: filled with the CPU seconds of each stage, where given.
        decided: filled with what the stages decided about lists, where given.

    Returns:
        the same rows with the columns of a record but `first_seen last_seen changed_at run`, and `steps`, `issues`.
    """
    frame = fresh(entries.reset_index(drop=True))
    for stage in STAGES:
        began = time.process_time()
        frame = stage(frame, site)
        told = take_off(frame)
        if decided is not None:
            decided |= told
        give_back(len(frame))
        if seconds is not None:
            seconds[stage.__name__] = round(time.process_time() - began, 3)
    repairs = [
        sorted({f"{step.column}:{step.name}" for step in steps}) if steps else [] for steps in frame["steps"]
    ]
    return frame.assign(repairs=pd.Series(repairs, index=frame.index, dtype=object))


def _in_memory(former: pd.DataFrame | Former | None) -> InMemory | Former | None:
    return InMemory(former) if isinstance(former, pd.DataFrame) else former


def steps_of(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a step, in order of row and step; replaying them over a raw cell gives the final one."""
    rows = [
        (name, *step)
        for name, steps in zip(frame["id"], frame["steps"], strict=True)
        if steps
        for step in steps
    ]
    return pd.DataFrame(rows, columns=list(STEP_COLUMNS)).astype("str")


def issues_of(frame: pd.DataFrame) -> pd.DataFrame:
    """One row an issue of a row, in order of rows and of the stages that told them."""
    rows = [
        (name, code)
        for name, codes in zip(frame["id"], frame["issues"], strict=True)
        if codes
        for code in codes
    ]
    return pd.DataFrame(rows, columns=list(ISSUE_COLUMNS)).astype("str")


def _rejected(rows: pd.DataFrame, reason: str) -> pd.DataFrame:
    detail = "list " + rows["list"] + ", position " + rows["position"].astype("str")
    return pd.DataFrame({"url": rows["url"], "reason": reason, "detail": detail}).astype("str")


def _count(cells: pd.Series) -> dict[str, int]:
    counts = Counter(name for cell in cells for name in cell)
    return dict(sorted(counts.items()))
