"""What question marks do in a site's texts: some ask, some stand after a gap, and some were another character."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipelines.repair.likelihood.tally import closing_signs

UNKNOWN_ASKS = 0.3
"""What a text counts for that ends in `?` behind a word the site has nowhere else, as a question."""
LEAST_GAP = 2e-3
"""Share of question marks after a gap where a site sets none so: slips."""
SLIPS, SLIPS_COUNTED = 0.05, 20
"""The same before a site's own signs are counted, and how many of them that counts for; a flat 0.01 touched 26 clean questions."""

_INNER_QUESTION = re.compile(r"(?<![\w/&=.#?])[^\W\d_]+\?[^\W\d_]*[a-zß-öø-ÿ](?![\w/=])")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*\?\Z")


class Questions(NamedTuple):
    """What question marks do in a site's texts.

    Attributes:
        share: of the texts, those that end in one, mostly after a known word.
        gap: of the question marks, those after a gap, as in French; the other signs that are set alike count, too.
        slip: the same behind words that end a sentence, where a slip or another language explains a gap.
        losses: how likely a broken character became one; words with one inside are the sign.
    """

    share: float
    gap: float
    slip: float
    losses: float


def question_marks(texts: Sequence[str], is_word: Callable[[str], bool]) -> Questions:
    """Count what the question marks of some texts do.

    Args:
        texts: the site's own.
        is_word: whether a word in small letters stands in them elsewhere, where no sign ends a text.
    """
    last = [_LAST_WORD.search(text[-60:]) for text in texts if text.endswith("?")]
    ends = sum(1.0 if found and is_word(found[1].lower()) else UNKNOWN_ASKS for found in last)
    asking = [text for text in texts if "?" in text]
    inside = len(_INNER_QUESTION.findall("\0".join(asking)))
    marks, gaps = closing_signs("\0".join(texts))
    size = len(texts)
    return Questions(
        (ends + 0.4) / (size + 20),
        max(LEAST_GAP, (gaps + 0.05) / (marks + 5)),
        max(LEAST_GAP, (gaps + SLIPS * SLIPS_COUNTED) / (marks + SLIPS_COUNTED)),
        min(0.3, 0.02 + 0.1 * inside),
    )
