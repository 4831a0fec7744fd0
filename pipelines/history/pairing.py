"""Which former record each new row is, by one name after the other that one row bears on either side."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.history.looks import TELLING, Looks

PLAIN, LIKELY, BESIDE, UNDATED, REDATED, RETOLD = range(6)
"""What a pair says: it is plain; title, day and the end of the link; title and day; title and teaser without a day; these
against the days; title and day against the teasers."""
_ALIKE = 24
"""Letters at the beginning of a teaser that the other one holds, too, where both are of one entry."""
_PIECE, _SHARED = 4, 0.4
"""Letters of a piece of a teaser, and the share of pieces that a rewritten one keeps: of 960 pairs of teasers of one language,
16 languages, one in a hundred shares 0.19, none 0.28."""
_WORDS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Agree:
    """What is asked of a pair beside its name.

    Attributes:
        single: on either side, whether the name is no other row's at all, seen or not; None where that is not asked.
        vague: new rows whose title says little.
        now, then: both sides; their teasers may not be of two entries.
        retold: they may.
    """

    single: tuple[NDArray[np.bool_], NDArray[np.bool_]] | None
    vague: NDArray[np.bool_]
    now: Looks
    then: Looks
    retold: bool = False

    def shared(self, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Rows whose name others bear, too, though they are not to be paired."""
        rows = np.flatnonzero(place >= 0)
        if self.single is None:
            return rows[:0]
        return rows[~(self.single[0][rows] & self.single[1][place[rows]])]

    def contradicted(self, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Rows whose teaser is another than that of the record beside them.

        Without links an entry whose teaser was rewritten is known by its title, if that says much, and by what it still says;
        one that the run before showed needs neither (`carried`).
        """
        rows = np.flatnonzero((place >= 0) & (not self.retold))
        links = (
            self.now.link.iloc[rows].notna().to_numpy() | self.then.link.iloc[place[rows]].notna().to_numpy()
        )
        strict = self.vague[rows] | links
        one, other = self.now.excerpt.iloc[rows], self.then.excerpt.iloc[place[rows]]
        suspects = (one.notna().to_numpy() & other.notna().to_numpy()) & (one.to_numpy() != other.to_numpy())
        said = [
            bool(suspect) and _contradict(mine, theirs) and (bool(plainly) or not _rewritten(mine, theirs))
            for suspect, mine, theirs, plainly in zip(suspects, one, other, strict, strict=True)
        ]
        out: NDArray[np.int64] = rows[np.array(said, dtype=bool)]
        return out


def _contradict(one: str, other: str) -> bool:
    """Whether neither teaser holds how the other begins: a new layout cuts it elsewhere, or says more before it."""
    one, other = _said(one), _said(other)
    return one[:_ALIKE] not in other and other[:_ALIKE] not in one


def _rewritten(one: str, other: str) -> bool:
    """Whether two teasers that begin otherwise say much the same."""
    mine, theirs = (
        {teaser[at : at + _PIECE] for at in range(max(1, len(teaser) - _PIECE + 1))}
        for teaser in (_said(one), _said(other))
    )
    return len(mine & theirs) >= _SHARED * min(len(mine), len(theirs))


def _said(teaser: str) -> str:
    return _WORDS.sub(" ", teaser.casefold()).strip()


def same_teasers(now: pd.Series, then: pd.Series) -> NDArray[np.bool_]:
    """Whether a teaser of `TELLING` bytes is the record's, row by row, though one of them may be cut."""
    said = [
        one == other or one.startswith(other.rstrip(_MARKS)) or other.startswith(one.rstrip(_MARKS))
        if isinstance(one, str) and isinstance(other, str) and _tells(one, other)
        else False
        for one, other in zip(now, then, strict=True)
    ]
    return np.array(said, dtype=bool)


def _tells(*teasers: str) -> bool:
    return all(len(teaser.rstrip(_MARKS).encode()) >= TELLING for teaser in teasers)


_MARKS = " .…[]"


@dataclass(slots=True)
class Pairs:
    """Which former record each new row is, as one way to tell after the other is tried.

    Attributes:
        found: place of the record, -1 where none is.
        open: rows whose name several share, on either side.
        how: by which way it was found, `PLAIN` to `RETOLD`.
        records: number of former records.
    """

    found: NDArray[np.int64]
    open: NDArray[np.bool_]
    how: NDArray[np.int64]
    records: int

    @classmethod
    def of(cls, rows: int, records: int) -> Pairs:
        """No pairs yet."""
        return cls(np.full(rows, -1), np.zeros(rows, dtype=bool), np.full(rows, PLAIN), records)

    def add(self, ours: pd.Series, theirs: pd.Series, agree: Agree | None = None, how: int = PLAIN) -> None:
        """Pair what is left by names that one row bears on either side.

        Args:
            ours: names of the new rows.
            theirs: names of the former records.
            agree: what else is asked of a pair.
            how: what a pair so found is.
        """
        ours = ours.where(self.found < 0)
        theirs = theirs.where(~np.isin(np.arange(self.records), self.found))
        single = theirs[~theirs.duplicated(keep=False)].dropna()
        place = pd.Index(single).get_indexer(ours)
        place[(ours.duplicated(keep=False) | ours.isna()).to_numpy()] = -1
        if len(single):
            place = np.where(place >= 0, single.index.to_numpy()[place], -1)
        if agree is not None:
            place[agree.shared(place)] = -1
        self.open |= (ours.notna() & ours.isin(theirs.dropna())).to_numpy() & (place < 0)
        if agree is not None:
            place[agree.contradicted(place)] = -1
        self.how[place >= 0] = how
        self.found = np.where(place >= 0, place, self.found)
