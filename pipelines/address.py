"""One address for one page: what makes two links the same entry.

Scheme, `www.`, a last slash, a fragment, the order of the query and the parameters that only track a reader do not make
another page. Nearly every link is plain and is read by column; only the others meet w3lib.
"""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from w3lib.url import canonicalize_url, url_query_cleaner

TRACKING = (
    "utm_source utm_medium utm_campaign utm_term utm_content utm_id fbclid gclid dclid msclkid mc_cid mc_eid yclid igshid"
    " _ga _gl ref_src cmpid xtor sessionid phpsessid jsessionid"
).split()
_PLAIN = r"^https?://[a-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._~/-]*$"


def canonical(urls: pd.Series) -> pd.Series:
    """The key of each address, e.g. `host/path?query`; missing where there is no address.

    Args:
        urls: absolute addresses as text.

    Returns:
        a `str` series of the same index, for comparing and hashing, not for fetching.
    """
    column = pa.array(urls, type=pa.string(), from_pandas=True)
    plain = pc.fill_null(pc.match_substring_regex(column, _PLAIN), True).to_numpy(zero_copy_only=False)
    keys = pd.Series(column.to_pandas(), dtype="str")
    if not plain.all():
        keys[~plain] = [_plain(url) for url in keys[~plain]]
    bare = pc.replace_substring_regex(
        pa.array(keys, type=pa.string(), from_pandas=True), r"^https?://(www\.)?", ""
    )
    bare = pc.replace_substring_regex(bare, r"/$", "")
    return pd.Series(bare.to_pandas(), dtype="str").set_axis(urls.index)


def _plain(url: str) -> str:
    try:
        return str(canonicalize_url(url_query_cleaner(url, TRACKING, remove=True, unique=False)))
    except ValueError:  # an address no parser reads is its own key
        return url
