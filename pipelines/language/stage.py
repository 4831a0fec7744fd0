"""The build stage: `language`, `language_confidence` and `language_alone` of every row, list by list."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.language.codes import UNDETERMINED, plain_code
from pipelines.language.folding import LOOKS, sound
from pipelines.language.judgement import Judgement, judge
from pipelines.language.names_below import without_names
from pipelines.language.noise import UNPLACED
from pipelines.language.verdict import detect, verdict
from pipelines.site import Site
from pipelines.trail import add_issues, fresh

SURE = 0.9  # confidence from which a verdict counts as evidence against the site file
READ = ("title", "excerpt", "text")
TITLE = LOOKS[0] // 2  # characters of a title read before an excerpt of as many


def language(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Add `language`, `language_confidence` and `language_alone`, judged list by list.

    Reads `title`, `excerpt`, `text`, `list`, `page_language` and the site's pinned languages. A sure verdict outside
    the pinned languages stands, and is counted as the issue `language_contradicts_site`; a text with words that no
    model can place is `und` and counted as `language_undecided`.
    """
    frame = fresh(frame)
    judged = judged_rows(frame, site)
    found = verdict(judged, frame.index)
    frame = frame.assign(
        language=found["language"], language_confidence=found["confidence"], language_alone=found["alone"]
    )
    named = (found["language"] != UNDETERMINED).to_numpy()
    frame = add_issues(
        frame, "language_undecided", np.flatnonzero(~named & np.isin(judged.noise, (0, UNPLACED)))
    )
    pinned = [plain_code(code) for code in site.languages]
    if not pinned:
        return frame
    outside = named & ~found["language"].isin(pinned).to_numpy() & (found["confidence"] >= SURE).to_numpy()
    return add_issues(frame, "language_contradicts_site", np.flatnonzero(outside))


def judged_rows(frame: pd.DataFrame, site: Site) -> Judgement:
    """Everything the verdict on each row rests on."""
    return judge(readable(frame), groups=frame["list"], declared=declared(frame, site))


def readable(frame: pd.DataFrame) -> pd.Series:
    """What is read of each row: title, then excerpt, then the entry's own text, as far as there is room.

    Where an excerpt follows, a title gives no more than `TITLE` characters: the name of a foreign film does not decide
    for the sentence under it. An excerpt in another language than title and text is the list's word, not the entry's;
    one that is names below a title says nothing.
    """
    parts = [sound(frame[name]) for name in READ if name in frame]
    if set(READ) <= set(frame.columns):
        parts[1] = _without_outvoted(*parts)
        if "list" in frame:
            parts[2] = _without_fallbacks(parts[0], parts[2], frame["list"])
    if {"title", "excerpt", "list"} <= set(frame.columns):
        parts[1] = without_names(parts[0], parts[1], frame["list"])
    if {"title", "excerpt"} <= set(frame.columns):
        short = pc.less(pc.utf8_length(parts[1]), TITLE)
        parts[0] = pc.if_else(short, parts[0], pc.utf8_slice_codeunits(parts[0], 0, TITLE))
    read = (
        pc.binary_join_element_wise(*parts, pa.scalar("\n", pa.large_string()))
        if parts
        else pa.array([""] * len(frame))
    )
    return pd.Series(read, index=frame.index, dtype="str")


def _without_fallbacks(titles: pa.Array, texts: pa.Array, lists: pd.Series) -> pa.Array:
    """The texts but for those in Latin letters below a title without any, in a list of such titles.

    A page that is not translated shows another language's text, or a frame of English words around a name in the title's letters:
    `author 三浦渡 committer 三浦渡`. A film keeps its name in an English programme, and a name in Latin letters says nothing of the
    text below it.
    """
    foreign = pc.and_not(pc.match_substring_regex(titles, _LETTERS), pc.match_substring_regex(titles, _LATIN))
    begun = pc.utf8_slice_codeunits(texts, 0, LOOKS[0])
    asked = pc.indices_nonzero(pc.and_(foreign, pc.match_substring_regex(begun, _LATIN))).to_numpy()
    if not len(asked):
        return texts
    some = begun.take(asked)
    framed = pc.greater(
        pc.count_substring_regex(some, _LATIN), pc.multiply(pc.count_substring_regex(some, _OTHERS), FRAME)
    )
    share = pd.Series(foreign.to_numpy(zero_copy_only=False)).groupby(lists.to_numpy()).transform("mean")
    emptied = np.zeros(len(texts), dtype=bool)
    emptied[asked] = framed.to_numpy(zero_copy_only=False) & (share.to_numpy()[asked] > MOSTLY)
    return pc.if_else(pa.array(emptied), "", texts)


MOSTLY = 0.5
"""Share of a list's titles without Latin letters from which it is one of such titles."""
_LETTERS, _LATIN, _OTHERS = r"\p{L}{2}", r"\p{Latin}", r"[^\P{L}\p{Latin}]"
FRAME = 4
"""Latin letters for each other one at the beginning of a text that is a frame around a name; an article that calls programs by
their names has fewer."""


def _without_outvoted(titles: pa.Array, excerpts: pa.Array, texts: pa.Array) -> pa.Array:
    """The excerpts but for those in another language than their entry's title and own text, which agree."""
    long = pc.and_(*(pc.greater_equal(pc.utf8_length(part), TITLE) for part in (excerpts, texts)))
    asked = pc.indices_nonzero(long).to_numpy()
    other = [
        excerpt[:TITLE] not in text
        for excerpt, text in zip(*(part.take(asked).to_pylist() for part in (excerpts, texts)), strict=True)
    ]
    rows = asked[np.array(other, dtype=bool)]
    if not len(rows):
        return excerpts
    title, excerpt, text = (
        detect(pd.Series(part.take(rows), dtype="str"))["alone"].to_numpy(object)
        for part in (titles, excerpts, texts)
    )
    emptied = np.zeros(len(excerpts), dtype=bool)
    emptied[rows] = (title == text) & (title != excerpt) & (title != UNDETERMINED)
    return pc.if_else(pa.array(emptied), "", excerpts)


def declared(frame: pd.DataFrame, site: Site) -> pd.Series:
    """Language tags each row's page and the site file declare, behind spaces."""
    pinned = " ".join(site.languages)
    if "page_language" not in frame:
        return pd.Series(pinned, index=frame.index, dtype="str")
    return frame["page_language"].astype("str").fillna("") + " " + pinned
