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

from pipelines.address_column import canonical
from pipelines.history.former import Former, InMemory
from pipelines.history.known_again import Sides, known_again
from pipelines.history.looks import Looks, days_of, titles_of
from pipelines.history.moved import other_form
from pipelines.history.own_pages import lead_to_entries
from pipelines.history.pairing import Pairs
from pipelines.identity import ids_of, occurrence, one_title
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps

CARRIED = "carried"
_ASKED = ("id", "url", "title", "title_raw", "date", "excerpt", "list", "last_seen")


@dataclass(frozen=True, slots=True)
class Carried:
    """How many entries came back with other links: known again, or by what several known ones share.

    Attributes:
        renamed: those known again.
        ambiguous: new ones that may be one of several, with a link or without.
        elsewhere: of both, those whose link has another form than before and leads to no page of the entry (`own_pages`), or
            others have it, too, or nothing tells.
    """

    renamed: int = 0
    ambiguous: int = 0
    elsewhere: int = 0


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
    known = former.ids()
    place = known.get_indexer(pd.Index(frame["id"]))  # `isin` of Arrow strings takes eight times as long
    new = np.flatnonzero(place < 0)
    unseen = np.ones(len(known), dtype=bool)
    unseen[place[place >= 0]] = False
    carried = Carried()
    if len(new) and unseen.any():
        frame, carried = _by_looks(frame, new, former, unseen)
    steps = {
        int(row): [Step("id", CARRIED, made.iloc[row], frame["id"].iloc[row])]
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
    sides = Sides(frame, new, former, before, Looks(mine), Looks(before))
    return _carried_over(known_again(sides), sides)


def _carried_over(pairs: Pairs, sides: Sides) -> tuple[pd.DataFrame, Carried]:
    """The rows with the ids of their records, and how many there are of each kind."""
    rows, link = np.flatnonzero(pairs.found >= 0), sides.now.link
    place = pairs.found[rows]
    frame = _with_ids(sides.frame, sides.new[rows], sides.before["id"].to_numpy(dtype=object)[place])
    left = np.flatnonzero(pairs.open & (pairs.found < 0))
    is_, was = (each.reset_index(drop=True) for each in (link.iloc[rows], sides.then.link.iloc[place]))
    other = (is_.to_numpy() != was.to_numpy()) & is_.notna().to_numpy()
    odd = other_form(was, is_) | was.isna().to_numpy()
    odd &= ~lead_to_entries(sides.frame, sides.link)[sides.new[rows]]
    odd |= ~sides.alone[sides.new[rows]]  # one link for several is no entry's own
    elsewhere = int((other & odd).sum()) + int(link.iloc[left].notna().sum())
    carried = Carried(int(other.sum()), len(left), elsewhere)
    return add_issues(frame, "id_ambiguous", sides.new[left].tolist()), carried


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


def _read(former: Former | InMemory, wanted: NDArray[np.bool_]) -> pd.DataFrame:
    parts = list(former.batches(_ASKED, wanted))
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(_ASKED), dtype="str")


def _with_ids(frame: pd.DataFrame, rows: NDArray[np.int64], ids: NDArray[np.object_]) -> pd.DataFrame:
    cells = frame["id"].to_numpy(dtype=object, copy=True)
    cells[rows] = ids
    return frame.assign(id=pd.Series(cells, index=frame.index, dtype="str"))
