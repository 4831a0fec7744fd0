"""Which rows are the same entry, and its stable name.

An entry is its canonical link. Where a site gives several entries one link (a calendar that links to itself), the title
tells them apart, but for a title that is another one cut; where there is no link, the content does. An entry that two
lists show is one record: the row that holds most stays, the others are counted as rejects with their reason.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa

from pipelines.address import canonical
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
    ids = pa.array(_digests(f"{site.id}\n".encode(), pa.array(name, type=pa.string())), type=pa.string())
    return frame.assign(
        site=pd.Series(site.id, index=frame.index, dtype="str"),
        id=pd.Series(ids.to_pandas(), dtype="str").set_axis(frame.index),
    )


def _digests(prefix: bytes, names: pa.Array) -> Iterator[str]:
    for name in names:
        digest = hashlib.blake2b(prefix + name.as_py().encode(), digest_size=10).digest()
        yield base64.b32encode(digest).decode().lower()


def _title(rows: pd.DataFrame) -> pd.Series:
    return rows["title_raw"].fillna("").str.casefold().str.split().str.join(" ").astype("str")


def _are_several(titles: pd.Series) -> bool:
    """Whether some titles are of several entries: whole ones that differ, or a cut one that no other one goes on from."""
    said = set(titles) - {""}
    cut = {title for title in said if title.endswith(_CUT)}
    whole = said - cut or {max(cut, key=len, default="")}
    return len(whole) > 1 or not all(next(iter(whole)).startswith(title.rstrip(" .…[]")) for title in cut)


def _content(rows: pd.DataFrame) -> pd.Series:
    return "\n" + _title(rows) + "\n" + _day(rows) + "\n" + rows["excerpt_raw"].fillna("")


def _day(rows: pd.DataFrame) -> pd.Series:
    """The date as the site writes it; where that is told from the crawl, the day it means, if it means one."""
    said = rows["date_raw"].fillna("")
    told, rough = moving(said)
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
