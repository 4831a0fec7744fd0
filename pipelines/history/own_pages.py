"""Whether links of another form lead to their entries: the pages behind some of them say so for all of that form.

A relaunch gives every entry another link, and so does a selector that took the link to its author, its section or its comments.
Behind the new links of a relaunch stand the entries' own pages, which are called as the list calls the entries.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.history.looks import titles_of
from pipelines.history.moved import forms

LEAST, SHARE = 3, 0.5
"""Pages called as their entries are, by count and of all that were read behind links of one form. Pages of authors or sections are
not; some sites name an entry otherwise on its page than in the list, all of them hardly one."""


def lead_to_entries(frame: pd.DataFrame, links: pd.Series) -> NDArray[np.bool_]:
    """Return which rows have a link of a form whose pages, as far as this run read them, are those of the entries.

    Args:
        frame: rows of this run with `title`, and `own_title` where pages were read.
        links: their canonical links.
    """
    if "own_title" not in frame:
        return np.zeros(len(frame), dtype=bool)
    form, own, title = forms(links), titles_of(frame["own_title"]), titles_of(frame["title"])
    read = form[own.notna().to_numpy()].value_counts()
    called = form[(own == title).fillna(False).to_numpy(dtype=bool)].value_counts()
    proved = called.index[called.ge(LEAST) & called.ge(SHARE * read.reindex(called.index))]
    out: NDArray[np.bool_] = form.isin(proved).to_numpy(dtype=bool)
    return out
