"""Entries that came back under another link, or share their link with other days: the id they had before is carried over.

A relaunch gives every entry a new link, and so a new id; without this the dataset would hold each of them twice. An entry
is plainly an old one where it has the link of one that is not there any more, else its title and day, or, where a day is
missing, its title and teaser; and only where that names one entry on either side. What names several is carried nowhere, and
told as an issue. Where the title was changed (`… (mise à jour)`, and the link with it), day and teaser tell, if nothing else
ever had that teaser.

Without links a teaser is a part of the name. Whether another one is an edit or another entry is told by what was shown
together: where title and day are one entry's in its list, in this run and in the one before, it was edited.

An entry carried wrongly overwrites another one, which is worse than one that stands twice. So teasers may not contradict,
unless links moved as a whole and the end of the link is the same, or most teasers are others now;
and of two links title and day are believed only where links moved as a whole (`moved`), or the teaser is the very same, too.

A weekly event has one link and other days. Where the dataset has it as several records (`identity`), what shows one day
alone belongs to that day's record.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.address import canonical
from pipelines.former import Former, InMemory
from pipelines.identity import ids_of, occurrence, one_title
from pipelines.looks import Looks, days_of, slugs_of, titles_of
from pipelines.moved import HALF, MANY, NEARLY_ALL, moved, other_form, other_shape
from pipelines.pairing import BESIDE, LIKELY, PLAIN, RETOLD, UNDATED, Agree, Pairs, same_teasers
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps

RUNG = "carried"
_ASKED = ("id", "url", "title", "title_raw", "date", "excerpt", "list", "last_seen")


@dataclass(frozen=True, slots=True)
class Carried:
    """How many entries came back with other links: known again, or by what several known ones share.

    Attributes:
        renamed: those known again.
        ambiguous: new ones that may be one of several, with a link or without.
        elsewhere: of both, those whose link has another form than before, or others have it, too, or nothing tells.
    """

    renamed: int = 0
    ambiguous: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class _Sides:
    """New rows and the records that may be theirs, side by side, with what stands around either.

    Attributes:
        frame: all rows of this run.
        new: places in it of those whose id is new, a row of `now` each.
        former: the dataset published last.
        before: records of it that this run did not see (`_alike`), a row of `then` each.
        now, then: what both look like.
    """

    frame: pd.DataFrame
    new: NDArray[np.int64]
    former: Former | InMemory
    before: pd.DataFrame
    now: Looks
    then: Looks


def carry(frame: pd.DataFrame, former: Former | InMemory | None, site: Site) -> tuple[pd.DataFrame, Carried]:
    """Give entries of this run the ids they have in the dataset, each as a step `carried` of its `id`.

    Args:
        frame: rows of this run with `id`, each id once.
        former: the dataset published last, or None.
        site: whose ids they are.
    """
    if former is None or not len(frame):
        return frame, Carried()
    made = frame["id"]
    frame = _by_day(frame, former, site)
    known = pd.Index(former.columns(("id",))["id"])
    place = known.get_indexer(frame["id"])  # `isin` of Arrow strings takes eight times as long
    new = np.flatnonzero(place < 0)
    unseen = np.ones(len(known), dtype=bool)
    unseen[place[place >= 0]] = False
    carried = Carried()
    if len(new) and unseen.any():
        frame, carried = _by_looks(frame, new, former, unseen)
    steps = {
        int(row): [Step("id", RUNG, made.iloc[row], frame["id"].iloc[row])]
        for row in np.flatnonzero((made != frame["id"]).to_numpy())
    }
    return add_steps(frame, steps), carried


def _by_day(frame: pd.DataFrame, former: Former | InMemory, site: Site) -> pd.DataFrame:
    """Rows whose link and title the dataset has on several days, each with the id of its own day."""
    urls = former.columns(("url",))["url"]
    shared = (urls.duplicated(keep=False) & urls.notna()).to_numpy()
    if not shared.any():
        return frame
    key = canonical(frame["url"])
    asked = key.isin(canonical(urls[shared].drop_duplicates())) & (key != canonical(frame["listing_url"]))
    asked &= frame["date_certain"].astype(bool) & frame["date"].notna()
    rows = np.flatnonzero(asked.fillna(False).to_numpy(dtype=bool))
    if not len(rows):
        return frame
    before = _read(former, shared)
    told = canonical(before["url"]) + "\n" + one_title(before["title_raw"])
    days = days_of(before["date"]).groupby(told).nunique()
    mine = key.iloc[rows] + "\n" + one_title(frame["title_raw"].iloc[rows])
    rows = rows[mine.isin(days.index[days > 1]).to_numpy()]
    if not len(rows):
        return frame
    some = frame.iloc[rows]
    names = occurrence(key.iloc[rows], some["title_raw"], days_of(some["date"]))
    there = before["id"].set_axis(
        occurrence(canonical(before["url"]), before["title_raw"], days_of(before["date"]))
    )
    known = names.map(there[~there.index.duplicated(keep=False)])
    ids = known.fillna(ids_of(names, site))
    taken = ids.duplicated(keep=False) | ids.isin(frame["id"].drop(some.index))
    ids = ids.mask(taken, some["id"])
    return _with_ids(frame, rows, ids.to_numpy(dtype=object))


def _by_looks(
    frame: pd.DataFrame, new: NDArray[np.int64], former: Former | InMemory, unseen: NDArray[np.bool_]
) -> tuple[pd.DataFrame, Carried]:
    """New rows that are plainly one which this run did not see: by link, by two of title, day and teaser."""
    mine = frame.iloc[new].reset_index(drop=True)
    before = _alike(mine, former, unseen)
    if before.empty:
        return frame, Carried()
    now, then = Looks(mine), Looks(before)
    sides = _Sides(frame, new, former, before, now, then)
    link = canonical(frame["url"])
    alone, once = (
        ~link.duplicated(keep=False),
        ~(link + "\n" + titles_of(frame["title"])).duplicated(keep=False),
    )
    pairs = Pairs.of(len(mine), len(before))
    pairs.add(
        (now.link + "\n" + now.title).where(once.iloc[new].to_numpy()),
        (then.link + "\n" + then.title).where(before["once"]),
    )
    pairs.add(now.link.where(alone.iloc[new].to_numpy()), then.link.where(before["alone"]))
    vague = (mine["title"].duplicated(keep=False) | now.title.isin(then.title[~before["named"]])).to_numpy()
    ours = titles_of(frame["title"]) + "\n" + days_of(frame["date"])
    single = ~ours.duplicated(keep=False).iloc[new].to_numpy(), before["dated"].to_numpy()
    ours, theirs = (looks.title + "\n" + looks.day for looks in (now, then))
    slug = now.slug.where(~slugs_of(link).duplicated(keep=False).iloc[new].to_numpy())
    # of two links to one text each comes back as itself
    pairs.add(ours + "\n" + slug, theirs + "\n" + then.slug, Agree(None, vague, now, then), LIKELY)
    pairs.add(ours, theirs, Agree(single, vague, now, then), BESIDE)
    _edited(pairs, sides)
    dated = now.day.notna()
    ours, theirs = ((looks.title + "\n" + looks.excerpt).where(looks.telling) for looks in (now, then))
    ours = ours.where(~vague)
    pairs.add(ours.where(~dated), theirs, how=UNDATED)
    pairs.add(ours.where(dated), theirs.where(then.day.isna()), how=UNDATED)
    ours, theirs = ((looks.day + "\n" + looks.excerpt).where(looks.telling) for looks in (now, then))
    ours = ours.where(~frame["excerpt"].duplicated(keep=False).iloc[new].to_numpy() & (pairs.found < 0))
    if (asked := ours.isin(theirs.dropna())).any():
        pairs.add(ours.where(asked & ~now.excerpt.isin(_of_several(now.excerpt[asked], former))), theirs)
    told = (looks.title + "\n" + looks.day for looks in (now, then))
    ours, theirs = (
        names.where(looks.link.notna() & looks.excerpt.notna())
        for names, looks in zip(told, (now, then), strict=True)
    )
    pairs.add(ours.where(~vague), theirs, Agree(single, vague, now, then, retold=True), RETOLD)
    _let_go(pairs, sides)
    rows = np.flatnonzero(pairs.found >= 0)
    frame = _with_ids(frame, new[rows], before["id"].to_numpy(dtype=object)[pairs.found[rows]])
    left = np.flatnonzero(pairs.open & (pairs.found < 0))
    other = now.link.iloc[rows].to_numpy() != then.link.iloc[pairs.found[rows]].to_numpy()
    other &= now.link.iloc[rows].notna().to_numpy()
    was = then.link.iloc[pairs.found[rows]].reset_index(drop=True)
    odd = other_form(was, now.link.iloc[rows].reset_index(drop=True)) | was.isna().to_numpy()
    odd |= ~alone.iloc[new[rows]].to_numpy(dtype=bool)  # one link for several is no entry's own
    elsewhere = int((other & odd).sum()) + int(now.link.iloc[left].notna().sum())
    carried = Carried(int(other.sum()), len(left), elsewhere)
    return add_issues(frame, "id_ambiguous", new[left].tolist()), carried


def _edited(pairs: Pairs, sides: _Sides) -> None:
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


def _let_go(pairs: Pairs, sides: _Sides) -> None:
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
    sure = ~both | (how == PLAIN) | (same & (how != UNDATED)) | elsewhere
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
        found.assign(seen=both & there & (other.to_numpy() != one.to_numpy())),
        last.assign(link=canonical(last["url"])),
        sides.frame[(day.isna() | (day <= newest)).to_numpy()],
    )
    as_a_whole = moved(*links, MANY, NEARLY_ALL)
    told = (how != UNDATED) | differs | as_a_whole
    # a relaunch that writes new teasers for nearly all its entries contradicts none of them
    retold = how == RETOLD
    same_end = (now.slug.iloc[rows].to_numpy() == then.slug.iloc[place].to_numpy()) & differs
    habit = retold.sum() >= HALF * (both & there & (one != other).to_numpy()).sum()
    told &= ~retold | same_end.astype(bool) | (habit & as_a_whole)
    pairs.found[rows[~(sure | (moved(*links) & told))]] = -1


def _alike(mine: pd.DataFrame, former: Former | InMemory, unseen: NDArray[np.bool_]) -> pd.DataFrame:
    """Former records of an unseen id that have the link, the title or the day of a row; the others are not read.

    Returns:
        `_ASKED`, and whether no other record of the dataset has the record's link (`alone`), its title (`named`), both
        (`once`), or its title and day (`dated`).
    """
    titles, urls = titles_of(former.columns(("title",))["title"]), former.columns(("url",))["url"]
    days = days_of(former.columns(("date",))["date"])
    asked = titles.isin(titles_of(mine["title"]).dropna()) | urls.isin(mine["url"].dropna())
    wanted = unseen & (asked | days.isin(days_of(mine["date"]).dropna())).to_numpy()
    single = {"alone": urls, "named": titles, "once": urls + "\n" + titles, "dated": titles + "\n" + days}
    told = {name: ~column.duplicated(keep=False).to_numpy()[wanted] for name, column in single.items()}
    return _read(former, wanted).assign(**told)


def _of_several(teasers: pd.Series, former: Former | InMemory) -> pd.Series:
    """Those teasers that several records of the dataset bear, seen or not: a phrase of the site, and no entry's own."""
    every = np.ones(len(former.columns(("id",))), dtype=bool)
    borne = [
        batch["excerpt"][batch["excerpt"].isin(teasers)] for batch in former.batches(("excerpt",), every)
    ]
    found: pd.Series = pd.concat(borne)
    return found[found.duplicated()]


def _read(former: Former | InMemory, wanted: NDArray[np.bool_]) -> pd.DataFrame:
    parts = list(former.batches(_ASKED, wanted))
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(_ASKED), dtype="str")


def _with_ids(frame: pd.DataFrame, rows: NDArray[np.int64], ids: NDArray[np.object_]) -> pd.DataFrame:
    cells = frame["id"].to_numpy(dtype=object, copy=True)
    cells[rows] = ids
    return frame.assign(id=pd.Series(cells, index=frame.index, dtype="str"))
