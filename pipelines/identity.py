"""Which rows are the same entry, and its stable name.

An entry is its canonical link. Where a site gives several entries one link (a calendar that links to itself), the title
tells them apart; where there is no link, the content does. An entry that two lists show is one record: the first stays,
the other is counted as a reject with its reason.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa

from pipelines.address import canonical
from pipelines.site import Site


def identity(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Add `site` and `id` (16 letters of base32, 80 bits of BLAKE2b; never all digits in practice) to every row."""
    key = canonical(frame["url"])
    itself = (key == canonical(frame["listing_url"])).fillna(False)
    unnamed = key.isna() | itself
    name = key.mask(unnamed, _content(frame[unnamed]).reindex(frame.index))
    shared = key.duplicated(keep=False) & ~unnamed
    if shared.any():  # one link, several titles: the link alone does not name the entry
        title = _title(frame[shared])
        several = title.mask(title == "").groupby(key[shared]).transform("nunique").fillna(0) > 1
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


def _content(rows: pd.DataFrame) -> pd.Series:
    return "\n" + _title(rows) + "\n" + rows["date_raw"].fillna("") + "\n" + rows["excerpt_raw"].fillna("")


def twice(frame: pd.DataFrame) -> pd.Series:
    """True on every row that repeats an earlier row's `id`."""
    return frame["id"].duplicated(keep="first")
