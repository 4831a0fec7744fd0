"""Which rows are the same entry, and its stable name.

An entry is its canonical link. Where a site gives several entries one link (a calendar that links to itself), the title
tells them apart; where there is no link, the content does. An entry that two lists show is one record: the first stays,
the other is counted as a reject with its reason.
"""

from __future__ import annotations

import base64
import hashlib

import pandas as pd

from pipelines.address import canonical
from pipelines.site import Site


def identity(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Add `site` and `id` (16 letters of base32, 80 bits of BLAKE2b; never all digits in practice) to every row."""
    key = canonical(frame["url"])
    title = frame["title_raw"].fillna("").str.casefold().str.split().str.join(" ")
    content = title + "\n" + frame["date_raw"].fillna("") + "\n" + frame["excerpt_raw"].fillna("")
    itself = key == canonical(frame["listing_url"])
    # one link, several titles: the link alone does not name the entry
    named = title.mask(title == "").groupby(key).transform("nunique").fillna(0) > 1
    name = key.mask(key.isna() | itself.fillna(False), "\n" + content)
    name = name.mask(named & key.notna(), name + "\n" + title)
    prefix = f"{site.id}\n".encode()
    ids = [
        base64.b32encode(hashlib.blake2b(prefix + cell.encode(), digest_size=10).digest()).decode().lower()
        for cell in name
    ]
    return frame.assign(
        site=pd.Series(site.id, index=frame.index, dtype="str"),
        id=pd.Series(ids, index=frame.index, dtype="str"),
    )


def twice(frame: pd.DataFrame) -> pd.Series:
    """True on every row that repeats an earlier row's `id`."""
    return frame["id"].duplicated(keep="first")
