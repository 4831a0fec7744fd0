"""Whatever tags a page leaves open or closes too often, its tree stays a tree: each node lies in its parent, in one place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scraper.listing.markup.tree import columns

TAGS = (
    "<div class=a>", "<div class='a b'>", "<div>", "</div>", "<div class=c />", "<article>", "</article>", "<ul>", "<li>", "</li>", "</ul>",
    "<table><tr><td>", "</table>", "<a href=/1>one</a>", "<a href=/2>two", "<b>", "</b>", "<i class=x>", "</i>", "text ", "<p>", "<h3>", "</h3>",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(TAGS), min_size=1, max_size=8),
    st.integers(1, 30),
    st.lists(st.sampled_from(TAGS)),
)
def test_a_tree_stays_one(entry: list[str], times: int, rest: list[str]) -> None:
    """Entries of any tags, printed again and again, with anything behind them."""
    tree = columns("".join([*entry * times, *rest]))
    for node, (up, end) in enumerate(zip(tree.parents, tree.ends, strict=True)):
        assert up < node < end <= (tree.ends[up] if up >= 0 else len(tree))
    held = [kid for node in range(len(tree)) for kid in tree.kids(node)]
    assert sorted(held) == list(range(1, len(tree)))
    assert all(tree.parents[kid] == node for node in range(len(tree)) for kid in tree.kids(node))
