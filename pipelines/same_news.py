"""Whether two names are one, forms of one headline, or different texts altogether."""

from __future__ import annotations

import re

_BETWEEN, _SPACES = re.compile(r"[\W_]+"), re.compile(r"\s+")
# A mark behind another begins no end of its own: a long row of them is looked through once.
_EDGES = re.compile(r"^[\W_]+|(?<![\W_])[\W_]+$")
SAME_NEWS = 0.25
"""Share of the shorter name's letter triples from which two names are forms of one headline.

Of 42 headlines in 19 languages and a shorter wording of each, the least shares .33 (half of them .84 and more); of 390
pairs of such a headline and another's short form, 2 in 100 share this much. Two entries of one real list share it in
two fifths of cases (`Devblog 96`, `Devblog 97`): the list's title stands there.
"""


def bare(text: str) -> str:
    """A name as it is compared: without case, marks at its ends and its spaces' kinds."""
    return _SPACES.sub(" ", _EDGES.sub("", text)).casefold()


def another_text(one: str, other: str) -> bool:
    """Whether two names have too little in common to be forms of one headline; an empty one has no other."""
    few, many = sorted((_triples(one), _triples(other)), key=len)
    return bool(few) and len(few & many) < SAME_NEWS * len(few)


def _triples(text: str) -> set[str]:
    """Three letters in a row, with the ends of words: they survive inflection, and scripts that write no spaces."""
    spaced = f" {_BETWEEN.sub(' ', text).strip()} ".casefold()
    return {spaced[start : start + 3] for start in range(len(spaced) - 2)}
