"""Every way to write a page's address, below every way to draw a pager: first, middle and last page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scraper.listing.paginate import next_page

HOST = "https://portus.example"
Address = Callable[[int], str]

# What the first page is called where it has no number, and what page n is called.
ADDRESSES: dict[str, tuple[str, Address]] = {
    "a page": ("/news", lambda n: f"/news?page={n}"),
    "a page beside a category": ("/?cat=3", lambda n: f"/?cat=3&paged={n}"),
    "a page counted from 0": ("/news", lambda n: f"/news?page={n - 1}"),
    "entries": ("/news", lambda n: f"/news?start={12 * (n - 1)}"),
    "entries under an unknown name": ("/news", lambda n: f"/news?zz={12 * (n - 1)}"),
    "a page under an unknown name": ("/news", lambda n: f"/news?zz={n}"),
    "a part of a value": ("/news", lambda n: f"/news?board=7.{20 * (n - 1)}"),
    "a folder": ("/news/", lambda n: f"/news/page/{n}/"),
    "a bare folder": ("/news", lambda n: f"/news/{n}"),
    "a letter and a number": ("/news", lambda n: f"/news/p{n}"),
    "a hyphen": ("/news.html", lambda n: f"/news-{n}.html"),
    "a comma": ("/news.html", lambda n: f"/news,{n}.html"),
    "files from 0": ("/news/index.html", lambda n: f"/news/index_{n - 1}.html"),
    "files of a folder": ("/news/", lambda n: f"/news/index_{n}.html"),
    "a hash that changes": ("/n", lambda n: f"/n?x%5BcurrentPage%5D={n}&cHash={7919 * n:08x}"),
}
WORDS = {
    "en": ("Previous", "Next"),
    "de": ("Zurück", "Weiter"),
    "ka": ("წინა", "შემდეგი"),
    "ja": ("前へ", "次へ"),
}
ICON = '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>'


def numbers(own: int, last: int, address: Address, mark: str) -> str:
    """A row of numbers with gaps, the own one marked."""
    shown = sorted({1, last, *range(max(1, own - 2), min(last, own + 2) + 1)})
    row = [mark.format(n) if n == own else f'<a href="{address(n)}">{n}</a>' for n in shown]
    return " ".join(row)


def both(own: int, last: int, address: Address, drawn: tuple[str, str]) -> str:
    """A link back and a link on, where there are such pages."""
    back = f'<a href="{address(own - 1)}"{drawn[0]}</a>' if own > 1 else ""
    onward = f'<a href="{address(own + 1)}"{drawn[1]}</a>' if own < last else ""
    return f"{back} {own} / {last} {onward}"


def drawn(style: str, own: int, last: int, address: Address, language: str) -> str:
    """A pager of one style."""
    back, onward = WORDS[language]
    if style == "numbers":
        return f'<div class="pages">{numbers(own, last, address, "<strong>{}</strong>")}</div>'
    if style == "numbers in plain text":
        return f"<p>{numbers(own, last, address, '{}')}</p>"
    if style == "words":
        return f"<p>{both(own, last, address, (f'>{back}', f'>{onward}'))}</p>"
    if style == "arrows":
        return f'<p class="pager">{both(own, last, address, (">‹", ">›"))}</p>'
    labels = tuple(f' aria-label="{word}">{ICON}' for word in (back, onward))
    return f"<nav>{both(own, last, address, (labels[0], labels[1]))}</nav>"


@pytest.mark.parametrize("named", [True, False], ids=["first page numbered", "first page bare"])
@pytest.mark.parametrize("own", [1, 2, 5, 9])
@pytest.mark.parametrize("style", ["numbers", "numbers in plain text", "words", "arrows", "icons"])
@pytest.mark.parametrize("notation", ADDRESSES)
def test_a_composed_pager(notation: str, style: str, own: int, named: bool) -> None:
    """The page after the own one, and none after the last."""
    first, of = ADDRESSES[notation]
    for language in WORDS:
        pager = drawn(style, own, 9, lambda n: first if n == 1 and not named else of(n), language)
        here = first if own == 1 and not named else of(own)
        page = (
            f'<html lang="{language}"><body><main><h1>News</h1><ul><li><a href="/items/a-bridge-opens-4">A bridge opens</a>'
            f'<li><a href="/items/the-hall-closes-5">The hall closes</a></ul>{pager}</main></body></html>'
        )
        assert next_page(page, HOST + here) == (HOST + of(own + 1) if own < 9 else None)
