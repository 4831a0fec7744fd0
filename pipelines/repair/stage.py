"""The build stage: raw cells in, `title excerpt text excerpt_cut excerpt_source` out, every change a step.

The entries' own pages and the feed are mended first, because they are what gives back lost text; then titles and
teasers together, so that one wrong reading proved by forty teasers also counts for a short title. A longer teaser of
the same link on another list is a source, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.handed_on import CUT, hand_on
from pipelines.repair.columns.flat import as_series, whole, with_texts
from pipelines.repair.columns.groups import Groups
from pipelines.repair.encodings.readings import LOST
from pipelines.repair.excerpts.agreed import agreed_teasers, agreed_titles
from pipelines.repair.excerpts.excerpts import Excerpts
from pipelines.repair.excerpts.list_markers import taken_off
from pipelines.repair.excerpts.refuted_titles import refuted_titles
from pipelines.repair.excerpts.shared_pages import without_shared_pages
from pipelines.repair.excerpts.sources import Sources, cells_of, mend_sources
from pipelines.repair.ladder import ALL_STEPS, Mended, mend_column
from pipelines.repair.likelihood.prevailing import prevailing
from pipelines.repair.marks import MARKS
from pipelines.repair.tidying import tidy
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps, fresh

_MARK = re.compile(f"[{MARKS}]")
_UNEVEN = r"^[ \t\r\n\f]|[ \t\r\n\f]$|[ \t\r\n\f]{2}|[\t\r\n\f]"
Steps = dict[int, list[Step]]


def repair(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Mend the texts of a frame.

    Args:
        frame: raw rows (`title_raw excerpt_raw own_* feed_*`, lone bytes as marks); see the frame contract.
        site: pins the languages.

    Returns:
        The frame with `title excerpt text excerpt_cut excerpt_source`, and steps and issues added.
    """
    frame = without_shared_pages(fresh(frame))
    rows, languages = len(frame), _languages(frame, site)
    backing = mend_sources(frame, languages)
    listed, teasers = cells_of(frame, "title_raw"), cells_of(frame, "excerpt_raw")
    titles = listed.fillna(cells_of(frame, "own_title")).fillna(cells_of(frame, "feed_title"))
    agreed = _called_by_own_pages(frame, listed, backing)
    if agreed:
        titles.iloc[agreed] = cells_of(frame, "own_title").iloc[agreed]
    told = agreed_teasers(frame, teasers, backing["own_text"].texts, backing["own_summary"].texts)
    given = teasers
    if told:
        teasers = teasers.where(~np.isin(np.arange(rows), told), cells_of(frame, "excerpt_else"))
    lists = Groups.of(cells_of(frame, "list"))
    bare = taken_off(teasers, titles, lists)
    shown, teasers = teasers, as_series(with_texts(whole(teasers), bare), teasers)
    sources = Sources(frame, teasers, backing, first=rows)
    mended = _mend_pair(titles, teasers, lists, languages, sources)
    excerpts = Excerpts(mended, rows, lists, sources, bare)
    steps: Steps = defaultdict(list)
    for row in (*np.flatnonzero((listed.isna() & titles.notna()).to_numpy()).tolist(), *agreed):
        before = None if pd.isna(listed.iloc[row]) else listed.iloc[row]
        steps[row].append(Step("title", "page", before, titles.iloc[row]))
    _add_steps(steps, "title", mended, rows)
    title = _squeezed("title", _column(_apart(mended.texts.iloc[:rows]), frame), steps)
    for row in told:
        steps[row].append(Step("excerpt", "page", given.iloc[row], shown.iloc[row]))
    for row, text in bare.items():
        steps[row].append(Step("excerpt", "marker", shown.iloc[row], text))
    for row, found in excerpts.steps.items():
        steps[row] += found
    excerpt = _squeezed("excerpt", _column(excerpts.texts, frame), steps)
    _add_steps(steps, "text", backing["own_text"], rows)
    suspects = {row % rows for row in mended.cells}
    frame = frame.assign(
        title=_or_missing(_without_marks("title", title, suspects, steps)),
        excerpt=_or_missing(_without_marks("excerpt", excerpt, suspects, steps)),
        text=_or_missing(_without_marks("text", backing["own_text"].texts, backing["own_text"].cells, steps)),
        excerpt_cut=_column(excerpts.cuts, frame),
        excerpt_source=_column(excerpts.origins, frame),
    )
    frame = add_steps(frame, {row: steps[row] for row in sorted(steps) if steps[row]})
    return hand_on(_issues(frame), CUT, {name: rule._asdict() for name, rule in excerpts.rules.items()})


def _called_by_own_pages(frame: pd.DataFrame, listed: pd.Series, backing: Mapping[str, Mended]) -> list[int]:
    """Rows whose own page bears their title, and not the list."""
    own, texts = backing["own_title"].texts, backing["own_text"].texts
    return sorted({*agreed_titles(frame, listed, own), *refuted_titles(frame, listed, own, texts)})


def _column(texts: object, frame: pd.DataFrame) -> pd.Series:
    return pd.Series(texts, index=frame.index, dtype="str")


def _apart(texts: pd.Series) -> object:
    """Texts in memory of their own: a slice of titles would keep all teasers behind them, 20 MB of 100,000 entries."""
    column = whole(texts)
    return pd.array(column.take(pa.array(np.arange(len(column)))), dtype=texts.dtype)


def _languages(frame: pd.DataFrame, site: Site) -> Groups:
    """What each row's page declares, the site's first language where that is none of its own; else what prevails."""
    declared = Groups.of(cells_of(frame, "page_language"))
    named = declared.renamed(lambda name: _declared(str(name), site))
    if "" not in named.names:
        return named
    lists = Groups.of(cells_of(frame, "list"))
    teasers = cells_of(frame, "excerpt_raw").fillna(cells_of(frame, "title_raw"))
    unknown = np.isin(named.codes, [code for code, name in enumerate(named.names) if name == ""])
    found = np.array(named.names, dtype=object)[named.codes]
    for name in lists.names:
        rows = lists.rows(name)
        rows = rows[unknown[rows]]
        if len(rows):
            found[rows] = prevailing(teasers.iloc[rows])
    return Groups.of(found)


def _declared(tag: str, site: Site) -> str:
    if site.languages and re.sub(r"[-_].*", "", tag.lower()) not in site.languages:
        tag = site.languages[0]
    return tag.lower().replace("_", "-")


def _mend_pair(
    titles: pd.Series, teasers: pd.Series, lists: Groups, languages: Groups, sources: Sources
) -> Mended:
    return mend_column(
        pd.concat([titles, teasers], ignore_index=True).astype("str"),
        lists=lists.then(lists),
        cuts=lists.renamed(lambda name: (name, "title")).then(lists.renamed(lambda name: (name, "excerpt"))),
        sites=Groups.one(2 * len(titles), ""),
        languages=languages.then(languages),
        sources=sources,
        steps=ALL_STEPS - {"halves"},  # the list's habit tells more of them, and more of its other teasers
    )


def _add_steps(steps: Steps, column: str, mended: Mended, rows: int) -> None:
    for row, cell in mended.cells.items():
        if row < rows:
            steps[row] += [Step(column, *step) for step in cell.steps]


def _squeezed(column: str, texts: pd.Series, steps: Steps) -> pd.Series:
    """White space of HTML made one space, as a step where it changes something."""
    uneven = pc.fill_null(pc.match_substring_regex(pa.array(texts.array), _UNEVEN), False)
    wanted = pc.indices_nonzero(uneven).to_numpy()
    if not len(wanted):
        return texts
    before = texts.iloc[wanted].tolist()
    after = [tidy.squeeze(text) for text in before]
    out = texts.copy()
    out.iloc[wanted] = after
    for row, old, new in zip(wanted.tolist(), before, after, strict=True):
        steps[row].append(Step(column, "spaces", old, new))
    return out


def _without_marks(column: str, texts: pd.Series, suspects: Iterable[int], steps: Steps) -> pd.Series:
    """Bytes that no step could explain are written as U+FFFD, as a step: a record holds no private characters.

    Every text with a mark is a suspect of the ladder, so no other is looked at.
    """
    rows = np.array(sorted(suspects), dtype=np.int64)
    changed = {
        row: (before, _MARK.sub(LOST, before))
        for row, before in zip(rows.tolist(), texts.iloc[rows].tolist(), strict=True)
        if isinstance(before, str) and _MARK.search(before)
    }
    if not changed:
        return texts
    out = texts.copy()
    out.iloc[list(changed)] = [after for _, after in changed.values()]
    for row, (before, after) in changed.items():
        steps[row].append(Step(column, "unread", before, after))
    return out


def _or_missing(texts: pd.Series) -> pd.Series:
    """A cell of which nothing is left is a missing one: the CSV cannot tell the two apart."""
    return texts.mask(texts == "") if (texts == "").any() else texts


def _issues(frame: pd.DataFrame) -> pd.DataFrame:
    trimmed, words = frame["excerpt_source"] == "trimmed", frame["excerpt_cut"] == "word"
    frame = add_issues(frame, "character_lost", np.flatnonzero(trimmed & ~words))
    frame = add_issues(frame, "word_lost", np.flatnonzero(trimmed & words))
    for column in ("title", "excerpt", "text"):
        left = pc.match_substring_regex(pa.array(frame[column].array), LOST)
        frame = add_issues(
            frame, f"{column}_bytes_left", pc.indices_nonzero(pc.fill_null(left, False)).to_pylist()
        )
    return frame
