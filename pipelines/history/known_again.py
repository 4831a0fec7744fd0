"""The ways by which a new row is known for a record that this run did not see: its link, its title, day and teaser.

Each way is tried on what the ways before it left (`pairing`), the surest first. What only title and day, or title and teaser,
make likely is let go again where the links beside it stay (`moved`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.address_column import canonical
from pipelines.history.former import Former, InMemory
from pipelines.history.looks import Looks, days_of, slugs_of, titles_of
from pipelines.history.moved import HALF, MANY, NEARLY_ALL, moved, other_form, other_shape
from pipelines.history.pairing import (
    BESIDE,
    LIKELY,
    PLAIN,
    REDATED,
    RETOLD,
    UNDATED,
    Agree,
    Pairs,
    same_teasers,
)

ZONES = timedelta(hours=12)
"""So far behind UTC a day may end later: what a site there publishes after a run in the evening has that run's day, or the one before."""
PAST = timedelta(days=7)
"""After so many days no entry of a day is published any more, and a list that moved as a whole brings none."""


@dataclass(frozen=True)
class Sides:
    """New rows and the records that may be theirs, side by side, with what stands around either.

    Attributes:
        frame: all rows of this run.
        new: places in it of those whose id is new, a row of `now` each.
        former: the dataset published last.
        before: records of it that this run did not see, a row of `then` each.
        now, then: what both look like.
    """

    frame: pd.DataFrame
    new: NDArray[np.int64]
    former: Former | InMemory
    before: pd.DataFrame
    now: Looks
    then: Looks

    @cached_property
    def link(self) -> pd.Series:
        """The canonical link of every row of this run."""
        return canonical(self.frame["url"])

    @cached_property
    def alone(self) -> NDArray[np.bool_]:
        """Rows of this run whose link no other one has."""
        alone: NDArray[np.bool_] = ~self.link.duplicated(keep=False).to_numpy(dtype=bool)
        return alone

    @cached_property
    def slug(self) -> pd.Series:
        """The end of a new row's link, where no other row of this run has it."""
        double = slugs_of(self.link).duplicated(keep=False).iloc[self.new].to_numpy()
        return self.now.slug.where(~double)

    @cached_property
    def vague(self) -> NDArray[np.bool_]:
        """New rows whose title says little: others here have it, too, or several records do."""
        title = self.frame["title"].iloc[self.new].reset_index(drop=True)
        shared = self.now.title.isin(self.then.title[~self.before["named"]])
        vague: NDArray[np.bool_] = (title.duplicated(keep=False) | shared).to_numpy()
        return vague

    @cached_property
    def single(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Whether title and day are no other row's and no other record's, seen or not."""
        named = titles_of(self.frame["title"]) + "\n" + days_of(self.frame["date"])
        return ~named.duplicated(keep=False).iloc[self.new].to_numpy(), self.before["dated"].to_numpy()


def known_again(sides: Sides) -> Pairs:
    """Return which record each new row is, as far as one of the ways tells."""
    pairs = Pairs.of(len(sides.new), len(sides.before))
    _by_links(pairs, sides)
    _by_titles(pairs, sides)
    _edited(pairs, sides)
    _by_teasers(pairs, sides)
    _let_go(pairs, sides)
    return pairs


def _by_links(pairs: Pairs, sides: Sides) -> None:
    """Pair rows with the record of their link; where others have that link, too, of their link and title."""
    now, then, before = sides.now, sides.then, sides.before
    titled = sides.link + "\n" + titles_of(sides.frame["title"])
    once = ~titled.duplicated(keep=False).iloc[sides.new].to_numpy()
    pairs.add(
        (now.link + "\n" + now.title).where(once),
        (then.link + "\n" + then.title).where(before["once"]),
    )
    pairs.add(now.link.where(sides.alone[sides.new]), then.link.where(before["alone"]))


def _by_titles(pairs: Pairs, sides: Sides) -> None:
    """Pair rows by title and day; of two links to one text each comes back as itself, by the end of the link."""
    now, then = sides.now, sides.then
    ours, theirs = (looks.title + "\n" + looks.day for looks in (now, then))
    pairs.add(
        ours + "\n" + sides.slug, theirs + "\n" + then.slug, Agree(None, sides.vague, now, then), LIKELY
    )
    pairs.add(ours, theirs, Agree(sides.single, sides.vague, now, then), BESIDE)


def _by_teasers(pairs: Pairs, sides: Sides) -> None:
    """Pair rows by title and teaser, by day and teaser, and by title and day against the teasers.

    Title and teaser are enough where a day is missing. Of two days the new one is a correction, and not the next bulletin, if the
    run before had reached it: of such a day it saw every entry.
    """
    now, then, vague = sides.now, sides.then, sides.vague
    dated = now.day.notna()
    ours, theirs = ((looks.title + "\n" + looks.excerpt).where(looks.telling) for looks in (now, then))
    ours = ours.where(~vague)
    pairs.add(ours.where(~dated), theirs, how=UNDATED)
    pairs.add(ours.where(dated), theirs.where(then.day.isna()), how=UNDATED)
    latest = sides.former.columns(("last_seen",))["last_seen"].max()
    reached = (now.day < (latest - ZONES).date().isoformat()).fillna(False).astype(bool)
    pairs.add(ours.where(reached), theirs.where(sides.before["last_seen"] == latest), how=REDATED)
    ours, theirs = ((looks.day + "\n" + looks.excerpt).where(looks.telling) for looks in (now, then))
    double = sides.frame["excerpt"].duplicated(keep=False).iloc[sides.new].to_numpy()
    ours = ours.where(~double & (pairs.found < 0))
    if (asked := ours.isin(theirs.dropna())).any():
        several = _of_several(now.excerpt[asked], sides.former)
        pairs.add(ours.where(asked & ~now.excerpt.isin(several)), theirs)
    ours, theirs = (
        (looks.title + "\n" + looks.day).where(looks.link.notna() & looks.excerpt.notna())
        for looks in (now, then)
    )
    pairs.add(ours.where(~vague), theirs, Agree(sides.single, vague, now, then, retold=True), RETOLD)


def _edited(pairs: Pairs, sides: Sides) -> None:
    """Pair rows without a link whose title and day are one entry's in their list, in this run and in the one before."""
    before = sides.before
    ours, theirs = (
        (looks.title + "\n" + looks.day).where(looks.link.isna()) for looks in (sides.now, sides.then)
    )
    ours = ours.where(pairs.found < 0)
    if not ours.isin(theirs.dropna()).any():
        return
    last = sides.former.columns(("title", "date", "list", "last_seen"))
    last = last[(last["last_seen"] == last.groupby("list")["last_seen"].transform("max")).to_numpy()]
    shown, listed = (_in_list(rows) for rows in (last, sides.frame))
    here, there = listed.iloc[sides.new].reset_index(drop=True), _in_list(before)
    once = shown[~shown.duplicated(keep=False)]
    latest = before["last_seen"] == before["list"].map(last.groupby("list")["last_seen"].max())
    pairs.add(
        here.where(ours.notna() & ~listed.duplicated(keep=False).iloc[sides.new].to_numpy()),
        there.where(theirs.notna() & latest & there.isin(once)),
    )


def _in_list(rows: pd.DataFrame) -> pd.Series:
    return rows["list"].astype("str") + "\n" + titles_of(rows["title"]) + "\n" + days_of(rows["date"])


def _let_go(pairs: Pairs, sides: Sides) -> None:
    """Undo pairs of two links that title and day, or title and teaser, make likely, where the links beside them stay."""
    now, then, before = sides.now, sides.then, sides.before
    rows = np.flatnonzero(pairs.found >= 0)
    place, how = pairs.found[rows], pairs.how[rows]
    one, other = now.link.iloc[rows].reset_index(drop=True), then.link.iloc[place].reset_index(drop=True)
    both = (one.notna() & other.notna()).to_numpy()
    same = same_teasers(now.excerpt.iloc[rows], then.excerpt.iloc[place])
    # a slug made of the title says no more than the title: `/altstadt/einbruch`, `/neustadt/einbruch`
    own = now.slug.iloc[rows].str.contains(r"[0-9]{3}").fillna(False).to_numpy(dtype=bool)
    differs = other_form(other, one)
    elsewhere = (how == LIKELY) & ((differs & own) | other_shape(other, one))
    redated = how == REDATED
    undated = redated | (how == UNDATED)
    sure = ~both | (how == PLAIN) | (same & ~undated) | elsewhere
    if sure.all():
        return
    last = sides.former.columns(("url", "list", "date", "last_seen"))
    latest = last["last_seen"].max()
    last = last[(last["last_seen"] == latest).to_numpy()]
    newest = max([latest.date().isoformat(), *days_of(last["date"]).dropna()])
    day = days_of(sides.frame["date"])
    found = pd.DataFrame({"list": before["list"].iloc[place].to_numpy(), "then": other, "now": one})
    there = (before["last_seen"].iloc[place] == latest).to_numpy()
    links = (
        # a programme of the same titles has other days and links; that the old ones moved is told by those beside it
        found.assign(seen=both & there & ~redated & (other.to_numpy() != one.to_numpy())),
        last.assign(link=canonical(last["url"])),
        sides.frame[(day.isna() | (day <= newest)).to_numpy()],
    )
    as_a_whole = moved(*links, MANY, NEARLY_ALL)
    told = ~undated | differs | as_a_whole
    # a relaunch that writes new teasers for nearly all its entries contradicts none of them
    retold = how == RETOLD
    same_end = (now.slug.iloc[rows].to_numpy() == then.slug.iloc[place].to_numpy()) & differs
    habit = retold.sum() >= HALF * (both & there & (one != other).to_numpy()).sum()
    # of a day long past the run before saw every entry: one that comes now and bears title and day alone is the one that is gone
    past = there & (then.day.iloc[place] <= (latest.date() - PAST).isoformat()).to_numpy(dtype=bool)
    told &= ~retold | same_end.astype(bool) | ((habit | past) & as_a_whole)
    pairs.found[rows[~(sure | (moved(*links) & told))]] = -1


def _of_several(teasers: pd.Series, former: Former | InMemory) -> pd.Series:
    """Those teasers that several records of the dataset bear, seen or not: a phrase of the site, and no entry's own."""
    every = np.ones(len(former.columns(("id",))), dtype=bool)
    borne = [
        batch["excerpt"][batch["excerpt"].isin(teasers)] for batch in former.batches(("excerpt",), every)
    ]
    found: pd.Series = pd.concat(borne)
    return found[found.duplicated()]
