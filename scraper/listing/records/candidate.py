"""A possible list, and the class tokens by which its records may be told from other elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scraper.listing.markup.tree import Tree

# A list with fewer records than this is only believed where the markup names an entry (`<article>`, hAtom).
RECORDS_MIN = 2

Names = list[tuple[str, ...]]
"""For each node of a page its class tokens that can name a kind of element."""


@dataclass(slots=True)
class Candidate:
    """A possible list: record `k` is the nodes `[starts[k], ends[k])`.

    Attributes:
        shape: "siblings", "cousins" or "segments".
        holder: the element around all records.
        tag: tag of each record's first element.
        token: class token all records share and their other siblings lack, or "".
    """

    shape: str
    holder: int
    tag: str
    token: str
    starts: list[int]
    ends: list[int]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """First node of each record, and one past its last."""
        return list(zip(self.starts, self.ends, strict=True))


def head_row(tree: Tree, row: int) -> bool:
    """Whether a table's row is one of column heads."""
    tags = set(tree.tags[row : tree.ends[row]])
    return "th" in tags and "td" not in tags


def tokens(tree: Tree, node: int) -> tuple[str, ...]:
    """Class tokens that can name a kind of element: no digits (ids, hashes, grid columns), each once."""
    given = tree.attrs[node].get("class")
    return naming(given) if given else ()


def kind_of(tree: Tree, node: int) -> tuple[str, str]:
    """What kind of element a node is: its tag and its first class token."""
    return tree.tags[node], next(iter(tokens(tree, node)), "")


@lru_cache(maxsize=4096)
def naming(classes: str) -> tuple[str, ...]:
    """The tokens of a class attribute that can name a kind of element."""
    if classes.isascii() and not _DIGIT.search(classes):
        return tuple(dict.fromkeys(classes.split()))
    return tuple(
        token for token in dict.fromkeys(classes.split()) if token.isascii() and not _DIGIT.search(token)
    )


_DIGIT = re.compile(r"\d")
