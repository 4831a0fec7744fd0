"""Which rows are the same entry, and its stable name.

An entry is its canonical link. Where a site gives several entries one link (a calendar that links to itself), the title
tells them apart, but for a title that is another one cut; where there is no link, the content does. What one list shows
under one link and title on several days (a weekly event) is a record for each day. An entry that two lists show is one
record: the row that holds most stays, the others are counted as rejects with their reason.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa

from pipelines.address_column import canonical
from pipelines.dates.moving import moving
from pipelines.site import Site

_CUT = ("…", "...", "…]", "...]")


def identity(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Add `site` and `id` (16 letters of base32, 80 bits of BLAKE2b; never all digits in practice) to every row."""
    key = canonical(frame["url"])
    itself = (key == canonical(frame["listing_url"])).fillna(False)
    unnamed = key.isna() | itself
    name = key.mask(unnamed, _content(frame[unnamed]).reindex(frame.index))
    shared = key.duplicated(keep=False) & ~unnamed
    if shared.any():  # one link, several titles: the link alone does not name the entry
        title = _title(frame[shared])
        several = title.groupby(key[shared]).transform(_are_several).astype(bool)
        told = title[several].reindex(frame.index)
        name = name.mask(told.notna(), name + "\n" + told)
        if "date_certain" in frame:
            title = title.mask(~several, title.groupby(key[shared]).transform(_whole))
            days = _returning(frame[shared], key[shared] + "\n" + title, site)
            name = name.mask(name.index.isin(days.index), days.reindex(name.index))
    return frame.assign(site=pd.Series(site.id, index=frame.index, dtype="str"), id=ids_of(name, site))


def ids_of(names: pd.Series, site: Site) -> pd.Series:
    """The ids of entries of a site by their names."""
    ids = pa.array(_digests(f"{site.id}\n".encode(), pa.array(names, type=pa.string())), type=pa.string())
    return pd.Series(ids.to_pandas(), dtype="str").set_axis(names.index)


def occurrence(keys: pd.Series, titles: pd.Series, dates: pd.Series) -> pd.Series:
    """The name of each day of an entry that comes back under one link and title.

    Args:
        keys: canonical links.
        titles: whole raw titles.
        dates: its days.
    """
    return keys + "\n" + one_title(titles) + "\n" + dates.astype("str")


def one_title(titles: pd.Series) -> pd.Series:
    """Raw titles as they are compared: small letters, single spaces."""
    return titles.fillna("").astype("str").str.casefold().str.split().str.join(" ").astype("str")


def _returning(rows: pd.DataFrame, names: pd.Series, site: Site) -> pd.Series:
    """Names with the day of the rows that one list shows on several certain days.

    An article pinned above its list may bear two days, of its writing and of its change. So days are of a thing that comes back
    where there are three, or one is still to come.

    Args:
        rows: those that share their link with others.
        names: link and title.
        site: tells the day of the crawl, and whether its lists announce events.
    """
    certain = rows["date"].notna() & rows["date_certain"].astype(bool)
    days, names = rows["date"][certain], names[certain]
    in_list = [names, rows["list"][certain]]
    ahead = site.events | (days > site.crawled.date())
    shown = days.groupby(in_list).transform("nunique")
    several = (shown >= RETURNS) | ((shown > 1) & ahead.groupby(in_list).transform("any"))
    returning = names.isin(names[several])
    return names[returning] + "\n" + days[returning].astype("str")


RETURNS = 3
"""Days of one link that are a thing's own, were they all of the past."""


def _digests(prefix: bytes, names: pa.Array) -> Iterator[str]:
    for name in names:
        digest = hashlib.blake2b(prefix + name.as_py().encode(), digest_size=10).digest()
        yield base64.b32encode(digest).decode().lower()


def _title(rows: pd.DataFrame) -> pd.Series:
    return one_title(rows["title_raw"])


def _whole(titles: pd.Series) -> str:
    """The title that is not cut of titles that are one, else the longest."""
    said: list[str] = titles.tolist()
    return max(said, key=lambda title: (bool(title) and not title.endswith(_CUT), len(title)))


def _are_several(titles: pd.Series) -> bool:
    """Whether some titles are of several entries: whole ones that differ, or a cut one that no other one goes on from."""
    said = set(titles) - {""}
    cut = {title for title in said if title.endswith(_CUT)}
    begun = {title.rstrip(" .…[]") for title in cut}
    whole = said - cut or {max(begun, key=len, default="")}
    return len(whole) > 1 or not all(next(iter(whole)).startswith(title) for title in begun)


def _content(rows: pd.DataFrame) -> pd.Series:
    return "\n" + _title(rows) + "\n" + _day(rows) + "\n" + rows["excerpt_raw"].fillna("")


def _day(rows: pd.DataFrame) -> pd.Series:
    """The date as the site writes it; where that is told from the crawl, the day it means, if it means one."""
    said = rows["date_raw"].fillna("")
    told, rough, *_ = moving(said)
    return said.mask(told, rows["date"].astype("str")).mask(rough, "").fillna("") if told.any() else said


def twice(frame: pd.DataFrame) -> pd.Series:
    """True on every row but one of those with the same `id`: the first of those that hold most stays.

    A row holds most that has a link, a title that is not cut, a date and a teaser; the number of these counts.
    """
    again = frame["id"].duplicated(keep=False)
    if not again.any():
        return again
    rows = frame[again]
    held = [rows[name].notna().astype(int) for name in ("url", "title", "date", "excerpt") if name in rows]
    order = sum(held, -rows["title_raw"].fillna("…").str.endswith(_CUT).astype(int))
    best = order.sort_values(ascending=False, kind="stable").index
    again[rows.loc[best].drop_duplicates("id").index] = False
    return again
