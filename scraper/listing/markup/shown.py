"""What a page's text nodes say to a reader, put in order once for all who read it: dates, lengths."""

from __future__ import annotations

from functools import lru_cache

from scraper.listing.markup.tree import Tree


@lru_cache(maxsize=1)
def shown_texts(tree: Tree) -> dict[int, str]:
    """Text of each visible text node that has any, in page order, each run of white space of any kind as one space."""
    return {  # an element adds a space at most, and what is not seen nothing
        node: text if text.isprintable() and "  " not in text else " ".join(text.split())
        for node, piece in enumerate(tree.pieces)
        if piece and piece != " " and (text := piece.strip())
    }
