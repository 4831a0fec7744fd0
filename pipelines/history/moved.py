"""Whether links moved: those of a whole site or list, or all of one form.

A rolling list shows new entries under new links all the time, and one of them may have the title and day of one that fell
off. So another link beside links that stay names another entry; a relaunch is plain because the neighbours moved, too.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

LEAST = 2
"""Links that move together: of one alone nothing is told."""
HALF = 0.5
MANY, NEARLY_ALL = 5, 0.8
"""Links that moved though nothing but texts without a day says so: next month's menu and bulletin are other links, too."""


def moved(
    pairs: pd.DataFrame, last: pd.DataFrame, could: pd.DataFrame, least: int = LEAST, share: float = HALF
) -> NDArray[np.bool_]:
    """Pairs of a site or list of which a share came back under other links, or of a form of link that as many left.

    The share is counted of what the list can show of the run before: of its entries there, or of the rows here that are old
    enough, whichever are fewer, because a relaunch may show more or less of a list than before. A form that is left is
    counted by its entries alone: beside it the site goes on as before.

    Args:
        pairs: a row a pair: `list` and `then` (link) of the record, `now` (link of the row), and `seen`: whether the run before
            saw the record.
        last: `list` and `link` of the records that the run before saw.
        could: `list` of the rows of this run that the run before could have seen.
        least: fewest that count as moved together.
        share: least share of what could.
    """
    form, other = forms(pairs["then"]), other_form(pairs["then"], pairs["now"])
    seen = pairs["seen"].to_numpy(dtype=bool)
    some = np.minimum(len(last), len(could))
    found = np.full(len(pairs), max(least, share * some) <= seen.sum())
    shown = pd.concat([last["list"].value_counts(), could["list"].value_counts()], axis=1).min(
        axis=1, skipna=False
    )
    found |= _most(pairs["list"], seen, shown, least, share)
    left = _most(form, seen & other, forms(last["link"]).value_counts(), least, share)
    return found | (other & left)


def _most(
    groups: pd.Series, counted: NDArray[np.bool_], whole: pd.Series, least: int, share: float
) -> NDArray[np.bool_]:
    count = groups[counted].value_counts()
    most = count.ge(least) & count.ge(share * whole.reindex(count.index))
    out: NDArray[np.bool_] = groups.isin(count.index[most.to_numpy()]).to_numpy(dtype=bool)
    return out


def other_form(then: pd.Series, now: pd.Series) -> NDArray[np.bool_]:
    """Whether two canonical links of a row have other forms; False where one is missing."""
    differs = forms(then).to_numpy() != forms(now).to_numpy()
    out: NDArray[np.bool_] = differs & then.notna().to_numpy() & now.notna().to_numpy()
    return out


def other_shape(then: pd.Series, now: pd.Series) -> NDArray[np.bool_]:
    """Whether two canonical links of a row have another host, or other numbers of parts."""
    shapes = [
        links.str.replace(r"[/?].*$", "", regex=True) + " " + links.str.count("/").astype("str")
        for links in (then, now)
    ]
    other: NDArray[np.bool_] = shapes[0].to_numpy() != shapes[1].to_numpy()
    return other_form(then, now) & other


_SET_ASIDE = (
    (r"=[^&]*", "="),
    (r"/[^/?]*?(\.[a-z]{2,5})?(\?.*)?$", r"/*\1\2"),
    (r"/[^/?]*[-_][^/?]*", "/-"),
    (r"[0-9]+", "#"),
)
"""Values of a query; the last part, but its ending; parts of several words; digits."""


def forms(links: pd.Series) -> pd.Series:
    """Canonical links without what names the entry: `site/news/2026/*.html`; missing where there is none."""
    host = pc.replace_substring_regex(pa.array(links, type=pa.string(), from_pandas=True), r"[/?].*$", "")
    path = pc.replace_substring_regex(pa.array(links, type=pa.string(), from_pandas=True), r"^[^/?]*", "")
    for pattern, said in _SET_ASIDE:
        path = pc.replace_substring_regex(path, pattern, said)
    return pd.Series(pc.binary_join_element_wise(host, path, "").to_pandas(), dtype="str").set_axis(
        links.index
    )
