"""Why a label is not sure, whatever its share: where nothing but the text and its list speak for it, and they cannot tell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UNSURE = 0.89  # the most that is then said: less than a sure verdict (`stage.SURE`)

# in the order in which they are told; a place in it is what `Judgement.unsure` holds
REASONS = (
    "",
    "and so short or unlike a text is not sure",
    "an unknown language is as likely, and its list has few of the commonest words of {language}",
    "and the entries of its list agree less than those of one language do",
    "and all that its list has in {language} is nearly as likely in another language",
    "and what may be a name is not sure",
)


def first(*apply: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Place of the first of `REASONS` that applies to each entry, 0 where none does; in their order."""
    told = np.stack([np.zeros_like(apply[0]), *apply])
    reasons: NDArray[np.int8] = told.argmax(axis=0).astype(np.int8)
    return reasons
