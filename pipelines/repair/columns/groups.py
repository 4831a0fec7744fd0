"""Rows by what they share: a list, a cut rule, a site, a language.

A column of such names is long and has few different ones. It is held as one small number a row, so that a hundred
thousand rows cost no hundred thousand objects, and the rows of one name are found once, for all names together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd

Key = object
"""What names a list, a site or a language: any hashable value of the caller's column."""


class Groups:
    """Which name each row has.

    Attributes:
        codes: the place of each row's name in `names`.
        names: the names, each once.
    """

    def __init__(self, codes: np.ndarray, names: Sequence[Key]) -> None:
        self.codes = codes
        self.names = names
        self._members: dict[Key, np.ndarray] = {}

    @classmethod
    def of(cls, keys: Iterable[Key]) -> Groups:
        """Group rows by their names; a `str` column is grouped by Arrow, a missing name is ""."""
        if isinstance(keys, pd.Series) and keys.dtype == "str":
            codes, names = pd.factorize(keys.fillna(""))
            return cls(codes, names.tolist())
        numbers: dict[Key, int] = {}
        codes = np.fromiter((numbers.setdefault(key, len(numbers)) for key in keys), dtype=np.int64)
        return cls(codes, list(numbers))

    @classmethod
    def given(cls, keys: Iterable[Key] | Groups | None) -> Groups | None:
        """The groups that a caller names, in any way; None where it names none."""
        return keys if keys is None or isinstance(keys, Groups) else cls.of(keys)

    @classmethod
    def one(cls, rows: int, name: Key) -> Groups:
        """All rows under one name."""
        return cls(np.zeros(rows, dtype=np.int64), [name])

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> Key:
        return self.names[self.codes[row]]

    def rows(self, name: Key) -> np.ndarray:
        """The rows of one name, in their order."""
        if not self._members:
            order = np.argsort(self.codes, kind="stable")
            ends = np.cumsum(np.bincount(self.codes, minlength=len(self.names)))
            self._members = dict(zip(self.names, np.split(order, ends[:-1]), strict=True))
        return self._members[name]

    def renamed(self, rename: Callable[[Key], Key]) -> Groups:
        """The groups under other names; those that come to share a name become one."""
        return self._numbered(map(rename, self.names))

    def then(self, other: Groups) -> Groups:
        """The rows of another grouping after these; the same name is the same group."""
        shifted = np.concatenate([self.codes, other.codes + len(self.names)])
        return Groups(shifted, [*self.names, *other.names])._numbered([*self.names, *other.names])

    def _numbered(self, names: Iterable[Key]) -> Groups:
        numbers: dict[Key, int] = {}
        places = np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)
        return Groups(places[self.codes], list(numbers))


def firsts_of(kinds: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of texts that are alike in their kind, too: where the first of each stands, which of these each is, how many each has.

    Args:
        kinds: what the texts share beside themselves.
        numbers: of each text.
    """
    each = np.arange(len(numbers))
    if np.array_equal(numbers, each):  # no text comes back
        return each, each, np.ones_like(each)
    keys = kinds * (numbers.max(initial=0) + 1) + numbers
    _, firsts, alike, times = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    order = np.argsort(firsts)
    return firsts[order], np.argsort(order)[alike], times[order]
