"""What a page's text nodes say to a reader, put in order once for all who read it: dates, lengths."""

from __future__ import annotations

from functools import lru_cache

from scraper.listing.markup.tree import Tree


def _on_one_line(piece: str) -> str:
    text = piece.strip()
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


@lru_cache(maxsize=1)
def shown_texts(tree: Tree) -> dict[int, str]:
    """Text of each visible text node that has any, in page order, each run of white space of any kind as one space."""
    return {  # an element adds a space at most, and what is not seen nothing
        node: text
        for node, piece in enumerate(tree.pieces)
        if piece and piece != " " and (text := _on_one_line(piece))
    }
