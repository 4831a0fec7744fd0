"""Pagers that say next in no word: steps back are followed, what only a script turns is told."""

from __future__ import annotations

import pytest

from scraper.listing.pager.unfollowed import unfollowed
from scraper.listing.paginate import next_page
from tests.network.strange_site import listing

URL = "https://portus.example/log"
LINKS = [f"/rev/{number}" for number in range(10)]


def page(below: str) -> str:
    """Ten entries with some markup below them."""
    return listing(*LINKS).replace("</main>", f"{below}</main>")


@pytest.mark.parametrize(
    "steps",
    [
        '<a href="/log/0a1b">(0)</a> <a href="/log/e07d">-30</a> <a href="/log/9f3a">-10</a> <a href="/log/tip">tip</a>',
        '<a href="/log/9f3a">\N{MINUS SIGN}10</a> <a href="/log/77aa">+10</a>',
        '<a href="/log/77aa?revcount=20">more</a> | <a href="/log/0a1b">(0)</a> <a href="/log/9f3a">-10</a>',
    ],
)
def test_the_shortest_step_back_is_the_next_page(steps: str) -> None:
    """A log that counts its revisions leads to older ones by how many it goes back."""
    assert next_page(page(f"<div>{steps}</div>"), URL) == "https://portus.example/log/9f3a"


@pytest.mark.parametrize(
    "links",
    [
        '<a href="/vote/1">-1</a> <a href="/vote/2">+1</a>',
        '<a href="/sale">-50</a> <a href="/shop">Shop</a>',
        '<a href="/log/77aa">+10</a> <a href="/log/0a1b">(0)</a>',
        '<a href="/log/5c5c?revcount=20">more</a> | <a href="/log/0a1b">(0)</a> <a href="/log/tip">tip</a>',
    ],
)
def test_other_signed_numbers_are_no_steps(links: str) -> None:
    """Votes, a rebate, and the last page, which leads to newer ones, and to itself with more of them."""
    assert next_page(page(f"<div>{links}</div>"), URL) is None


@pytest.mark.parametrize(
    "pager",
    [
        '<span class="load" role="button" tabindex="0">Load more</span>',
        '<div onclick="more()">View more</div>',
        '<input type="button" value="Show more">',
        '<a @click.prevent="page++">→</a>',
        '<div x-intersect="$wire.loadMore()"></div>',
        "<div><button wire:click='gotoPage(1)'>1</button><button wire:click='gotoPage(2)'>2</button></div>",
        '<ul class="pager"><li><a class="on">1</a></li><li><a>2</a></li><li><a>3</a></li></ul>',
        "<label>Page <select><option value=1>1</option><option value=2>2</option><option value=3>3</option></select></label>",
        '<div id="infinite-scroll-sentinel"></div>',
        '<div class="infinite-loader"><span>One moment …</span></div>',
    ],
)
def test_what_only_a_script_turns_is_told(pager: str) -> None:
    """Whatever element is pressed, chosen from, or waited for."""
    assert unfollowed(page(pager), URL)[0] == "next_by_script"


@pytest.mark.parametrize(
    "beside",
    [
        '<span role="button">Menu</span>',
        '<div onclick="share()">Share</div>',
        '<button @click="open = !open">Filter</button>',
        '<span role="button" aria-disabled="true">Load more</span>',
        "<label>Tickets <select><option value=1>1</option><option value=2>2</option><option value=3>3</option></select></label>",
        "<label>Page <select><option value=1>1</option><option value=2>2</option><option value=3 selected>3</option></select></label>",
        '<ul class="pager"><li><a href="/log">1</a></li><li><a href="/log/2">2</a></li><li><a>3</a></li></ul>',
        f'<div class="infinite-loader">{"A text of its own about the ferry. " * 3}</div>',
    ],
)
def test_other_buttons_and_boxes_are_no_pagers(beside: str) -> None:
    """Menus, what is switched off, a number of tickets, the last page of several."""
    assert unfollowed(page(beside), URL) == ("", "")
