"""What the elements of HTML are to a reader: lines of their own, headings, never seen; and white space as a browser shows it."""

from __future__ import annotations

from functools import lru_cache

# Elements that open a line of their own; everything else runs on in the line.
BLOCKS = frozenset(
    "address article aside blockquote body br button canvas caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav object ol option "
    "p pre search section select summary table tbody td tfoot th thead title tr ul".split()
)
BREAKS = frozenset({"br", "hr"})
"""What parts lines."""
MARKS = frozenset("b big em font i small span strong u".split())
"""Elements that say how a text looks: where they hold breaks, their lines are those of the block around them."""
# Elements whose content a reader never sees.
UNSEEN = frozenset(
    "script style noscript template svg math iframe object select datalist textarea head".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


Attributes = dict[str, str | None]
"""Attributes of an element as written, None for one without a value."""


def collapse(text: str) -> str:
    """White space as a browser shows it; U+00A0 and other typographic spaces stay."""
    return _collapsed(text) if len(text) <= OFTEN_MAX else _collapsed.__wrapped__(text)


OFTEN_MAX = 200
"""Characters of texts that are kept for the next time: two in three are asked for again while their page is read."""


@lru_cache(maxsize=4096)
def _collapsed(text: str) -> str:
    if text.isprintable():
        return text.strip(" ") if "  " not in text else " ".join(text.split())
    lined = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if lined.isprintable():  # no other white space is left: the usual case, in half the time
        return " ".join(lined.split())
    for other in "\f\x0b\x00":
        lined = lined.replace(other, " ")
    return " ".join(filter(None, lined.split(" ")))  # no-break spaces stay
