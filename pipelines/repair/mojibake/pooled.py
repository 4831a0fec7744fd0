"""What the short titles of a list say together that none of them proves: that they went through one encoding of pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum

from pipelines.repair.columns.groups import Key
from pipelines.repair.encodings import multibyte
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.mojibake import eastern_layers

ENOUGH = 24.0
"""Nats beyond `eastern_layers.PROVEN` that different texts of a list must have together: four Latin titles of one letter inside a
word, while no more than three clean texts of a list have any."""

SHARE = 0.1
"""Of the texts of a list that begin as such, at least so many say so: chance readings of rare characters add up, too. In
one list of 14,000 clean Taiwanese names they passed `ENOUGH` and changed 12."""


class Pool:
    """The texts of each list that are likelier in UTF-8 by too little."""

    def __init__(self) -> None:
        self._nats: dict[Key, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
        self._asked: Counter[Key] = Counter()

    def add(self, key: Key, text: str, writing: Writing) -> None:
        """Take a text that was not read back into account."""
        if not multibyte.may_be(text):
            return
        self._asked[key] += 1
        found = eastern_layers.likeliest(text, writing)
        if found is not None:
            self._nats[key][found.family][found.text] = found.nats - eastern_layers.PROVEN

    def readings(self, key: Key) -> list[tuple[str, ...]]:
        """The reading that the texts of a list prove together, if any."""
        if not self._nats:
            return []
        totals = {
            family: fsum(nats.values())
            for family, nats in self._nats.get(key, {}).items()
            if len(nats) >= SHARE * self._asked[key]
        }
        best = max(sorted(totals), key=totals.__getitem__, default="")
        return [(best,)] if totals.get(best, 0.0) >= ENOUGH else []
