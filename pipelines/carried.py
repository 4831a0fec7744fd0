"""Entries that came back under another link, or share their link with other days: the id they had before is carried over.

A relaunch gives every entry a new link, and so a new id; without this the dataset would hold each of them twice. An entry
is plainly an old one where it has the link of one that is not there any more, else its title and day, or, where a day is
missing, its title and teaser; and only where that names one entry on either side. A title that several bear says little:
then the teasers may not contradict, and without a day nothing is told. What names several is carried nowhere, and told as an issue.
Where the title was changed (`… (mise à jour)`, and the link with it), day and teaser tell, if nothing else ever had that teaser.

A weekly event has one link and other days. Where the dataset has it as several records (`identity`), what shows one day
alone belongs to that day's record.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipelines.address import canonical
from pipelines.former import Former, InMemory
from pipelines.identity import ids_of, occurrence, one_title
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps

RUNG = "carried"
_ASKED = ("id", "url", "title", "title_raw", "date", "excerpt")
_ALIKE = 24
"""Characters at the beginning of two teasers that are compared: a new layout cuts them elsewhere."""
_SLUG = r"/([^/?#]{4,})$"
"""The last part of a link, which a new place in the site leaves alone."""
_TELLING = 40
"""Bytes of a teaser that names its entry where no day does: `Télécharger le bulletin du mois` stands above every month's."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How many entries came back with other links: known again, or by what several known ones share."""

    renamed: int = 0
    ambiguous: int = 0


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
    days = _days(before["date"]).groupby(told).nunique()
    mine = key.iloc[rows] + "\n" + one_title(frame["title_raw"].iloc[rows])
    rows = rows[mine.isin(days.index[days > 1]).to_numpy()]
    if not len(rows):
        return frame
    some = frame.iloc[rows]
    names = occurrence(key.iloc[rows], some["title_raw"], _days(some["date"]))
    there = before["id"].set_axis(
        occurrence(canonical(before["url"]), before["title_raw"], _days(before["date"]))
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
    now, then = _Looks(mine), _Looks(before)
    link = canonical(frame["url"])
    alone, once = ~link.duplicated(keep=False), ~(link + "\n" + _title(frame["title"])).duplicated(keep=False)
    pairs = _Pairs.of(len(mine), len(before))
    pairs.add(
        (now.link + "\n" + now.title).where(once.iloc[new].to_numpy()),
        (then.link + "\n" + then.title).where(before["once"]),
    )
    pairs.add(now.link.where(alone.iloc[new].to_numpy()), then.link.where(before["alone"]))
    # of two links to one text each comes back as itself
    pairs.add(now.title + "\n" + now.day + "\n" + now.slug, then.title + "\n" + then.day + "\n" + then.slug)
    vague = (mine["title"].duplicated(keep=False) | now.title.isin(then.title[~before["named"]])).to_numpy()
    ours = _title(frame["title"]) + "\n" + _days(frame["date"])
    single = ~ours.duplicated(keep=False).iloc[new].to_numpy(), before["dated"].to_numpy()
    agree = _Agree(single, vague, (now.head, then.head))
    pairs.add(now.title + "\n" + now.day, then.title + "\n" + then.day, agree)
    dated = now.day.notna()
    ours, theirs = ((looks.title + "\n" + looks.excerpt).where(looks.telling) for looks in (now, then))
    ours = ours.where(~vague)
    pairs.add(ours.where(~dated), theirs)
    pairs.add(ours.where(dated), theirs.where(then.day.isna()))
    ours, theirs = ((looks.day + "\n" + looks.excerpt).where(looks.telling) for looks in (now, then))
    ours = ours.where(~frame["excerpt"].duplicated(keep=False).iloc[new].to_numpy() & (pairs.found < 0))
    if (asked := ours.isin(theirs.dropna())).any():
        pairs.add(ours.where(asked & ~now.excerpt.isin(_of_several(now.excerpt[asked], former))), theirs)
    rows = np.flatnonzero(pairs.found >= 0)
    frame = _with_ids(frame, new[rows], before["id"].to_numpy(dtype=object)[pairs.found[rows]])
    left = np.flatnonzero(pairs.open & (pairs.found < 0))
    other = now.link.iloc[rows].to_numpy() != then.link.iloc[pairs.found[rows]].to_numpy()
    renamed = int((other & now.link.iloc[rows].notna().to_numpy()).sum())
    return add_issues(frame, "id_ambiguous", new[left].tolist()), Carried(renamed, len(left))


def _alike(mine: pd.DataFrame, former: Former | InMemory, unseen: NDArray[np.bool_]) -> pd.DataFrame:
    """Former records of an unseen id that have the link, the title or the day of a row; the others are not read.

    Returns:
        `_ASKED`, and whether no other record of the dataset has the record's link (`alone`), its title (`named`), both
        (`once`), or its title and day (`dated`).
    """
    titles, urls = _title(former.columns(("title",))["title"]), former.columns(("url",))["url"]
    days = _days(former.columns(("date",))["date"])
    asked = titles.isin(_title(mine["title"]).dropna()) | urls.isin(mine["url"].dropna())
    wanted = unseen & (asked | days.isin(_days(mine["date"]).dropna())).to_numpy()
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


class _Looks:
    """What some rows may be known by, each a column; missing where a row has not what it takes."""

    def __init__(self, rows: pd.DataFrame) -> None:
        self.title = _title(rows["title"])
        self.link = canonical(rows["url"])
        if "listing_url" in rows:
            self.link = self.link.mask((self.link == canonical(rows["listing_url"])).fillna(False))
        slug = self.link.str.extract(_SLUG, expand=False)
        self.slug = slug.mask(slug.duplicated(keep=False))
        self.day = _days(rows["date"])
        self.excerpt = rows["excerpt"].astype("str")
        self.head = self.excerpt.str[:_ALIKE]
        size = pc.binary_length(pa.array(self.excerpt, type=pa.large_string(), from_pandas=True))
        self.telling = pc.fill_null(pc.greater_equal(size, _TELLING), False).to_numpy(zero_copy_only=False)


@dataclass(frozen=True, slots=True)
class _Agree:
    """What is asked of a pair beside its name.

    Attributes:
        single: on either side, whether the name is no other row's at all, seen or not.
        vague: new rows whose title says little.
        heads: on either side the teasers' beginnings, which may not differ in those.
    """

    single: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    vague: NDArray[np.bool_]
    heads: tuple[pd.Series, pd.Series]

    def shared(self, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Rows whose name others bear, too, though they are not to be paired."""
        rows = np.flatnonzero(place >= 0)
        return rows[~(self.single[0][rows] & self.single[1][place[rows]])]

    def contradicted(self, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Rows whose teaser is another than that of the record beside them."""
        rows = np.flatnonzero((place >= 0) & self.vague)
        one, other = self.heads[0].iloc[rows], self.heads[1].iloc[place[rows]]
        said = one.notna().to_numpy() & other.notna().to_numpy()
        out: NDArray[np.int64] = rows[said & (one.to_numpy() != other.to_numpy())]
        return out


@dataclass(slots=True)
class _Pairs:
    """Which former record each new row is, as one way to tell after the other is tried.

    Attributes:
        found: place of the record, -1 where none is.
        open: rows whose name several share, on either side.
        records: number of former records.
    """

    found: NDArray[np.int64]
    open: NDArray[np.bool_]
    records: int

    @classmethod
    def of(cls, rows: int, records: int) -> _Pairs:
        """No pairs yet."""
        return cls(np.full(rows, -1), np.zeros(rows, dtype=bool), records)

    def add(self, ours: pd.Series, theirs: pd.Series, agree: _Agree | None = None) -> None:
        """Pair what is left by names that one row bears on either side.

        Args:
            ours: names of the new rows.
            theirs: names of the former records.
            agree: what else is asked of a pair.
        """
        ours = ours.where(self.found < 0)
        theirs = theirs.where(~np.isin(np.arange(self.records), self.found))
        single = theirs[~theirs.duplicated(keep=False)].dropna()
        place = pd.Index(single).get_indexer(ours)
        place[(ours.duplicated(keep=False) | ours.isna()).to_numpy()] = -1
        if len(single):
            place = np.where(place >= 0, single.index.to_numpy()[place], -1)
        if agree is not None:
            place[agree.shared(place)] = -1
        self.open |= (ours.notna() & ours.isin(theirs.dropna())).to_numpy() & (place < 0)
        if agree is not None:
            place[agree.contradicted(place)] = -1
        self.found = np.where(place >= 0, place, self.found)


def _title(titles: pd.Series) -> pd.Series:
    """Titles as they are compared: small letters, single spaces; missing where there is none."""
    column = pc.utf8_lower(pa.array(titles, type=pa.large_string(), from_pandas=True))
    column = pc.utf8_trim_whitespace(pc.replace_substring_regex(column, r"\s+", " "))
    return pd.Series(column.to_pandas(), dtype="str").set_axis(titles.index)


def _days(dates: pd.Series) -> pd.Series:
    """Days as text; missing where there is none."""
    days = pa.array(dates, type=pa.date32(), from_pandas=True).cast(pa.string())
    return pd.Series(days.to_pandas(), dtype="str").set_axis(dates.index)


def _with_ids(frame: pd.DataFrame, rows: NDArray[np.int64], ids: NDArray[np.object_]) -> pd.DataFrame:
    cells = frame["id"].to_numpy(dtype=object, copy=True)
    cells[rows] = ids
    return frame.assign(id=pd.Series(cells, index=frame.index, dtype="str"))
