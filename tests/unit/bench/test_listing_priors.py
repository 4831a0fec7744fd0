"""The weights of the listing reader can be fitted again: priors name weights, and what is held has a prior."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bench import listing_judged, listing_weights
from scraper.listing import induce
from scraper.listing.fields import titles
from scraper.listing.kind import judge


@pytest.mark.parametrize(
    ("weights", "prior", "held"),
    [
        (induce.WEIGHTS, listing_weights.LISTS_PRIOR, listing_weights.HELD_CHOICES),
        (titles.WEIGHTS, listing_weights.TITLES_PRIOR, ()),
        (judge.WEIGHTS, listing_judged.PRIOR, listing_judged.HELD),
    ],
    ids=["lists", "titles", "pages"],
)
def test_priors_are_priors_of_weights(
    weights: Iterable[str], prior: Iterable[str], held: Iterable[str]
) -> None:
    """A weight without a prior begins at nothing; a prior without a weight, and a held one without a prior, are slips."""
    assert set(held) <= set(prior) <= set(weights)


def test_each_weight_of_pages_has_a_prior() -> None:
    """Made pages teach few of them, so none begins at nothing."""
    assert set(listing_judged.PRIOR) == set(judge.WEIGHTS)
