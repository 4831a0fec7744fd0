"""How sentences end, in every writing that marks it: wherever a list has titles and teasers, teasers end so and titles do not."""

from __future__ import annotations

POINTS = tuple(".。．।۔։።။។")
"""Full stops: also of Hindi, Urdu, Armenian, Amharic, Burmese and Khmer. The Tibetan `།` ends titles, too."""
WHOLE_ENDS = (*POINTS, *"!?！？؟॥‽")
SENTENCE_ENDS = (*WHOLE_ENDS, "…")
"""The ends of sentences, and of those that break off."""
