"""`address_key.key_of` of a column: nearly every link is plain and is read by column, only the others one by one."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.address_key import key_of

_PLAIN = r"^https?://[a-z0-9.-]+(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$"


def canonical(urls: pd.Series) -> pd.Series:
    """The key of each address; missing where there is no address.

    Args:
        urls: absolute addresses as text.

    Returns:
        a `str` series of the same index, for comparing and hashing, not for fetching.
    """
    column = pa.array(urls, type=pa.string(), from_pandas=True)
    if isinstance(column, pa.ChunkedArray):  # a dataset that was put together of several
        column = column.combine_chunks()
    plain = pc.fill_null(pc.match_substring_regex(column, _PLAIN), True).to_numpy(zero_copy_only=False)
    bare = pc.replace_substring_regex(
        pc.replace_substring_regex(column, r"/+$", ""), r"^https?://(www\.)?", ""
    )
    if not plain.all():
        rest = pa.array(~plain)
        others = column.filter(rest).dictionary_encode()  # ten entries share the page that lists them
        known = pa.array(map(key_of, others.dictionary.to_pylist()), pa.string())
        bare = pc.replace_with_mask(bare, rest, known.take(others.indices))
    return pd.Series(bare.to_pandas(), dtype="str").set_axis(urls.index)
