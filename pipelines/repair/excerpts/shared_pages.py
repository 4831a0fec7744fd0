"""Pages that are nobody's: one page behind the links of many entries is a front page, a login, a notice about cookies.

A site that moves sends every old link to one place, and what stands there is no entry's text: not its proof, title, date or
language. Links that differ in nothing but a fragment or a tracking parameter lead to one page by right, and so do those of one
event that returns every week: its titles are alike, or its pages have titles of their own.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.address_column import canonical
from pipelines.known_pages import MANY
from pipelines.repair.columns.flat import at_rows, whole, written
from pipelines.trail import add_issues

_LOOK = 64
"""Bytes at either end by which pages are told apart before they are compared as a whole."""


def without_shared_pages(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without the cells that came from a page of many entries; each such row gets the issue `page_shared`."""
    if "own_text" not in frame.columns or "url" not in frame.columns or not frame["own_text"].notna().any():
        return frame
    rows = shared(frame)
    if not len(rows):
        return frame
    own = [name for name in frame.columns if name.startswith("own_")]
    mask = at_rows(len(frame), rows)
    frame = frame.assign(**{name: frame[name].mask(mask) for name in own})
    return add_issues(frame, "page_shared", rows.tolist())


def without_shared_addresses(
    pages: pd.DataFrame, key: pa.Array, titles: pd.Series
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Fetched pages but for those that many links led to, and what was left out as `url reason detail`.

    Args:
        pages: columns `url`, the link that was followed, and `final_url`, where it ended.
        key: canonical addresses of the entries.
        titles: of the same entries.
    """
    codes, _ = pd.factorize(canonical(pages["final_url"]))
    counts = np.bincount(codes[codes >= 0])
    many = np.zeros(len(pages), dtype=bool)
    for code in np.flatnonzero(counts >= MANY).tolist():
        rows = np.flatnonzero(codes == code)
        links = canonical(pages["url"].iloc[rows]).dropna().unique()
        called = titles[pc.is_in(key, pa.array(links, key.type)).to_numpy(zero_copy_only=False)]
        many[rows] = len(links) >= MANY and called.nunique() >= MANY
    left = pages[many]
    told = "led to " + left["final_url"] + ", as the links of other entries did: no entry's page"
    refused = pd.DataFrame({"url": left["url"], "reason": "page_shared", "detail": told.astype("str")})
    return (pages[~many] if many.any() else pages).drop(columns="final_url"), refused.astype("str")


def shared(frame: pd.DataFrame) -> np.ndarray:
    """Rows whose page is that of many links, with as many titles.

    Args:
        frame: `own_text url title_raw`, and `own_title` where there is one.
    """
    own = frame["own_text"].astype("str")
    rows, codes = _alike(whole(own))
    found: list[int] = []
    for code in np.flatnonzero(np.bincount(codes, minlength=1) >= MANY).tolist():
        some = frame.iloc[rows[codes == code]]
        pages = pd.DataFrame({"text": some["own_text"], "row": rows[codes == code]}).assign(
            page_title=some["own_title"].fillna("") if "own_title" in some else "",
            link=canonical(some["url"]),
            title=some["title_raw"].fillna(""),
        )
        for _, each in pages.groupby(["text", "page_title"], sort=False):
            if each["link"].nunique() >= MANY and each["title"].nunique() >= MANY:
                found += each["row"].tolist()
    return np.array(sorted(found), dtype=np.int64)


def _alike(texts: pa.Array) -> tuple[np.ndarray, np.ndarray]:
    """The rows that have a text, and for each a number that rows of one text share."""
    rows = np.flatnonzero(written(texts))
    column = texts.cast(pa.large_binary())
    column = column.take(pa.array(rows)) if len(rows) < len(column) else column
    looks = (
        pc.cast(pc.cast(pc.binary_length(column), pa.large_string()), pa.large_binary()),
        pc.binary_slice(column, 0, _LOOK),
        pc.binary_slice(column, -_LOOK),
    )
    joined = pc.binary_join_element_wise(*looks, pa.scalar(b" ", pa.large_binary()))
    return rows, pc.dictionary_encode(joined).indices.to_numpy()
