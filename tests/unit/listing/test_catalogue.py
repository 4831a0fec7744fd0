"""Goods, places, people and figures are told from entries by what stands in each of them."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing

URL = "https://portus.example/harbour"
WORDS = "crane quay pilot buoy barge dredger light wreck".split()
ENTRY = "<h3><a href='/harbour/{n}'>The {word} of the old port</a></h3><p>What the {word} is for, told in a line or two.</p>"


def judged(more: str) -> float:
    rows = "".join(f"<div>{(ENTRY + more).format(n=n, word=word)}</div>" for n, word in enumerate(WORDS))
    return is_listing(f"<html><body><div>{rows}</div></body></html>", URL)


@pytest.mark.parametrize(
    "more",
    [
        "<b>1{n},50 €</b><button>Buy</button>",
        "<b>$</b><b>2{n}.00</b><a href='/cart?add={n}'>+</a>",
        "<p>Tel.: 040 555 01 0{n}</p>",
        "<p><a href='mailto:{word}@portus.example'>Write</a></p>",
        "<i>{n}</i><i>1{n}</i><i>4.{n}</i>",
    ],
    ids=["price and button", "price and cart", "telephone", "mail", "figures"],
)
def test_a_catalogue_is_no_listing(more: str) -> None:
    """What each record sells, whom to call there, what was counted: with it the same page is hardly a listing."""
    assert judged(more) < 0.3 * judged("")


@pytest.mark.parametrize(
    "more",
    ["<b>1{n},50 €</b>", "<button>Share</button>", "<time>2{n}.04.2026</time><b>9 €</b><button>Book</button>", "<i>{n}</i>"],
    ids=["a price", "a button", "dated", "a figure"],
)  # fmt: skip
def test_one_sign_alone_says_nothing(more: str) -> None:
    """Courses have a price, articles are shared, concerts are dated: all may be entries."""
    assert judged(more) > 0.5 * judged("")
