"""The build stage: raw cells in, `title excerpt text excerpt_cut excerpt_source` out, every change a step.

The entries' own pages and the feed are mended first, because they are what gives back lost text; then titles and
teasers together, so that one wrong reading proved by forty teasers also counts for a short title. A longer teaser of
the same link on another list is a source, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from pipelines.repair import cut, markers, tidy
from pipelines.repair.evidence import REPRESENTED
from pipelines.repair.finish import Finished, Ruled, finish
from pipelines.repair.ladder import Cell, Mended, mend_column
from pipelines.repair.lexicon import Lexicon
from pipelines.repair.marks import MARKS
from pipelines.repair.prevailing import prevailing
from pipelines.repair.readings import LOST
from pipelines.repair.restore import Source
from pipelines.site import Site
from pipelines.trail import Step, add_issues, add_steps, fresh

SOURCES: tuple[tuple[str, str], ...] = (
    ("own_text", "page"), ("own_summary", "page"), ("feed_text", "feed"), ("feed_summary", "feed"),
)  # fmt: skip
"""Columns that may hold a teaser's whole text, best first, and what a record calls them."""

_MARK = re.compile(f"[{MARKS}]")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
Steps = dict[int, list[Step]]


def repair(frame: pd.DataFrame, site: Site) -> pd.DataFrame:
    """Mend the texts of a frame.

    Args:
        frame: raw rows (`title_raw excerpt_raw own_* feed_*`, lone bytes as marks); see the frame contract.
        site: pins the languages.

    Returns:
        The frame with `title excerpt text excerpt_cut excerpt_source`, and steps and issues added.
    """
    frame = fresh(frame)
    languages = _languages(frame, site)
    backing = _mend_sources(frame, languages)
    listed = _cells(frame, "title_raw")
    titles = listed.fillna(_cells(frame, "own_title")).fillna(_cells(frame, "feed_title"))
    teasers = _cells(frame, "excerpt_raw")
    sources = _sources(frame, teasers, backing)
    mended = _mend_pair(frame, titles, teasers, sources, languages)
    steps: Steps = defaultdict(list)
    for row in np.flatnonzero((listed.isna() & titles.notna()).to_numpy()).tolist():
        steps[row].append(Step("title", "page", None, titles.iloc[row]))
    title = _titles(titles, mended, steps)
    excerpts = _excerpts(teasers, mended, len(frame), sources, _keys(frame), steps)
    for row, cell in backing["own_text"].cells.items():
        steps[row] += [Step("text", *step) for step in cell.steps]
    columns = {"title": title, "text": backing["own_text"].texts, **excerpts}
    for name in ("title", "excerpt", "text"):
        columns[name] = _without_marks(name, columns[name], steps)
    frame = frame.assign(**columns)
    frame = add_steps(frame, {row: steps[row] for row in sorted(steps) if steps[row]})
    return _issues(frame)


def _cells(frame: pd.DataFrame, name: str) -> pd.Series:
    if name in frame.columns:
        return frame[name].astype("str")
    return pd.Series(pd.NA, index=frame.index, dtype="str", name=name)


def _keys(frame: pd.DataFrame) -> list[str]:
    return _cells(frame, "list").fillna("").tolist()


def _languages(frame: pd.DataFrame, site: Site) -> list[str]:
    """What each row's page declares, the site's first language where that is none of its own; else what prevails."""
    declared = _cells(frame, "page_language")
    if site.languages:
        pinned = declared.str.lower().str.replace(r"[-_].*", "", regex=True).isin(site.languages)
        declared = declared.where(pinned, site.languages[0])
    named = declared.fillna("").str.lower().str.replace("_", "-", regex=False)
    unknown = (named == "").to_numpy()
    if not unknown.any():
        return named.tolist()
    lists = _cells(frame, "list").fillna("").to_numpy(dtype=object)
    teasers = _cells(frame, "excerpt_raw").fillna(_cells(frame, "title_raw"))
    found = named.to_numpy(dtype=object, copy=True)
    for name in sorted(set(lists[unknown])):
        rows = np.flatnonzero(unknown & (lists == name))
        found[rows] = prevailing(teasers.iloc[rows])
    return [str(code) for code in found]


def _mend_sources(frame: pd.DataFrame, languages: list[str]) -> dict[str, Mended]:
    return {
        name: mend_column(_cells(frame, name), sites=[name] * len(frame), languages=languages)
        for name, _ in SOURCES
    }


def _sources(
    frame: pd.DataFrame, teasers: pd.Series, backing: Mapping[str, Mended]
) -> Callable[[int], list[Source]]:
    columns = [(called, backing[name].texts.fillna("").tolist()) for name, called in SOURCES]
    links = _cells(frame, "url").fillna("").tolist()
    shown = teasers.fillna("").tolist()
    twins: dict[str, list[int]] = defaultdict(list)
    for row, link in enumerate(links):
        if link and shown[row]:
            twins[link].append(row)

    def of(row: int) -> list[Source]:
        found = [Source(called, texts[row]) for called, texts in columns if texts[row]]
        others = twins.get(links[row], ())
        longer = [shown[other] for other in others if other != row and len(shown[other]) > len(shown[row])]
        return found + [Source("listing", markers.split(text)[0]) for text in longer]

    return of


class _Lazy(Mapping[int, Sequence[Source]]):
    """Sources by row of the stacked column, made when a suspect asks."""

    def __init__(self, of: Callable[[int], list[Source]], first: int, rows: int) -> None:
        self._of, self._first, self._rows = of, first, rows

    def __getitem__(self, row: int) -> Sequence[Source]:
        if not self._first <= row < self._first + self._rows:
            raise KeyError(row)
        return self._of(row - self._first)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and self._first <= row < self._first + self._rows

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(range(self._first, self._first + self._rows))

    def __len__(self) -> int:
        return self._rows


def _mend_pair(
    frame: pd.DataFrame,
    titles: pd.Series,
    teasers: pd.Series,
    sources: Callable[[int], list[Source]],
    languages: list[str],
) -> Mended:
    rows, lists = len(frame), _keys(frame)
    return mend_column(
        pd.concat([titles, teasers], ignore_index=True).astype("str"),
        lists=lists * 2,
        cuts=[(name, "title") for name in lists] + [(name, "excerpt") for name in lists],
        sites=[""] * (2 * rows),
        languages=languages * 2,
        sources=_Lazy(sources, rows, rows),
    )


def _titles(raw: pd.Series, mended: Mended, steps: Steps) -> pd.Series:
    rows = len(raw)
    for row, cell in mended.cells.items():
        if row < rows:
            steps[row] += [Step("title", *step) for step in cell.steps]
    title = pd.Series(mended.texts.iloc[:rows].to_numpy(), index=raw.index, dtype="str")
    return _squeezed("title", title, steps)


def _squeezed(column: str, texts: pd.Series, steps: Steps) -> pd.Series:
    """White space of HTML made one space, as a step where it changes something."""
    wanted = np.flatnonzero(
        texts.str.contains(r"^[ \t\r\n\f]|[ \t\r\n\f]$|[ \t\r\n\f]{2}|[\t\r\n\f]", regex=True).fillna(False)
    )
    if not len(wanted):
        return texts
    before = texts.iloc[wanted].tolist()
    after = [tidy.squeeze(text) for text in before]
    out = texts.copy()
    out.iloc[wanted] = after
    for row, old, new in zip(wanted.tolist(), before, after, strict=True):
        steps[row].append(Step(column, "spaces", old, new))
    return out


def _excerpts(
    raw: pd.Series,
    mended: Mended,
    rows: int,
    sources: Callable[[int], list[Source]],
    lists: list[str],
    steps: Steps,
) -> dict[str, pd.Series]:
    now = mended.texts.iloc[rows:].tolist()
    bodies = [_body(text, mended.cells.get(rows + row)) for row, text in enumerate(now)]
    ruled = _ruled(bodies, lists, mended)
    texts: list[str | None] = []
    cuts: list[str] = []
    origins: list[str] = []
    for row, text in enumerate(now):
        if not isinstance(text, str) or not text.strip():
            texts.append(None)
            cuts.append("no")
            origins.append("listing")
            continue
        cell, (body, marker) = mended.cells.get(rows + row), bodies[row]
        lost = cell is not None and cell.tail is not None
        done = finish(body, marker, lost, cell.source if cell else "", sources(row), ruled[row])
        if cell is not None:
            steps[row] += [Step("excerpt", *step) for step in cell.steps]
        if done.text != text:
            steps[row] += _closing(text, done, marker)
        texts.append(done.text)
        cuts.append(done.cut)
        origins.append(done.source)
    excerpt = _squeezed("excerpt", pd.Series(texts, index=raw.index, dtype="str"), steps)
    return {
        "excerpt": excerpt,
        "excerpt_cut": pd.Series(cuts, index=raw.index, dtype="str"),
        "excerpt_source": pd.Series(origins, index=raw.index, dtype="str"),
    }


def _body(text: object, cell: Cell | None) -> tuple[str, str]:
    """A teaser without its marker, and the marker."""
    if cell is not None and cell.tail is not None:
        return cell.body, cell.marker
    return markers.split(text) if isinstance(text, str) else ("", "")


def _ruled(bodies: list[tuple[str, str]], lists: list[str], mended: Mended) -> list[Ruled]:
    """For each teaser, what its list's rule says: cut here, and inside a word where the site has no such word."""
    members: dict[str, list[int]] = defaultdict(list)
    for row, (body, _) in enumerate(bodies):
        if body:
            members[lists[row]].append(row)
    lexicon = Lexicon(sorted(body for body, _ in bodies))
    found: list[Ruled] = [""] * len(bodies)
    for name, rows in members.items():
        rule = mended.rules.get((name, "excerpt")) or cut.infer(
            [(bodies[row][0], 0)] for row in rows[:REPRESENTED]
        )
        for row in rows:
            if rule.reaches(bodies[row][0]):
                found[row] = (
                    "word" if rule.unit != "words" and _half_word(bodies[row][0], lexicon) else "sentence"
                )
    return found


def _half_word(body: str, lexicon: Lexicon) -> bool:
    found = _LAST_WORD.search(body[-60:])
    return found is not None and not lexicon.words[found[0].lower()]


def _closing(before: str, done: Finished, marker: str) -> list[Step]:
    """The steps that drop the marker and complete the word."""
    found, now = [], before
    if marker:
        now = before.removesuffix(marker)
        found.append(Step("excerpt", "marker", before, now))
    if done.text != now:
        grown = done.text.startswith(now) and len(done.text) > len(now)
        found.append(Step("excerpt", f"word_{done.source}" if grown else "spaces", now, done.text))
    return found


def _without_marks(column: str, texts: pd.Series, steps: Steps) -> pd.Series:
    """Bytes that no rung could explain are written as U+FFFD, as a step: a record holds no private characters."""
    wanted = np.flatnonzero(texts.str.contains(f"[{MARKS}]", regex=True).fillna(False))
    if not len(wanted):
        return texts
    out = texts.copy()
    for row in wanted.tolist():
        before = texts.iloc[row]
        after = _MARK.sub(LOST, before)
        out.iloc[row] = after
        steps[row].append(Step(column, "unread", before, after))
    return out


def _issues(frame: pd.DataFrame) -> pd.DataFrame:
    trimmed = np.flatnonzero(frame["excerpt_source"].to_numpy() == "trimmed")
    frame = add_issues(frame, "character_lost", trimmed)
    for column in ("title", "excerpt", "text"):
        left = frame[column].str.contains(LOST, regex=True).fillna(False)
        frame = add_issues(frame, f"{column}_bytes_left", np.flatnonzero(left))
    return frame
