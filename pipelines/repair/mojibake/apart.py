"""A lost byte that became a space, and the space behind it: HTML shows one, so that `giÃ  a` is `giÃ a`."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.mojibake.between import word_before
from pipelines.repair.mojibake.lost_bytes import Filled

BEGUN, OTHERS_END = 4, 0.05
"""How many letters before `à` may be a word's beginning in a language without a profile, and what the short words that end so
in others, Vietnamese above all, say of it: it writes `tànana` (Malagasy) or `stàladh` (Gaelic)."""
LONE = 1e-3
"""How often `à` is a word, also where no other word has it: `5 Kisten à 10 Euro`."""
_BEGINS = re.compile(r"(?![b-df-hj-np-tv-xz]([^\w'’�]|\Z))[\w«“„\"‘(\[]")
"""What a word or a quote begins with, behind a space; a consonant alone goes on the word before, `Ã s` is `às`."""


def set_apart(
    weights: dict[Filled, float],
    option: Filled,
    share: float,
    beside: tuple[str, str],
    weigh: Callable[[str, str], float],
    corpus: Corpus,
) -> None:
    """Weigh a character with a space behind it, too, which its last byte became one with; a quote that closes has one.

    Args:
        weights: of all options; changed.
        option: the character.
        share: how often its byte is lost so.
        beside: the text before it and behind it.
        weigh: what the character weighs before a text, and with a sequence.
        corpus: of the text's language and site.
    """
    before, after = beside
    apart = option._replace(whole=option.whole + " ")
    if option.character == "”" and before[-1:].strip() and after[:1].isalnum():
        weights[apart] = weights.pop(option)
    elif _BEGINS.match(after):
        weights[apart] = share * weigh(" " + after, apart.whole)
        if corpus.language and not corpus.profiled and 0 < len(word_before(before)) < BEGUN:
            weights[apart] *= OTHERS_END
        if option.character == "à" and not before[-1:].strip():
            weights[apart] = max(weights[apart], share * LONE)
        if option.character.isalpha() and not after[0].isalpha():
            del weights[option]
