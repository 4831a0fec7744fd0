"""How much undated records are a catalogue's rather than entries: goods, people and places, rows of figures.

A shelf of goods is as even as a list of news, and a team as its authors. What tells them apart stands in each record by
itself: a way to buy, to call or to write, one figure beside the other. A price alone tells nothing, courses and reports have
theirs, but a page with a cart is a shop's; a date makes any of them an entry. Where nothing in them tells, the page may say what it is.
"""

from __future__ import annotations

import re

from scraper.listing.dates.days_of_people import days_of_people
from scraper.listing.dates.notations import dates_in
from scraper.listing.dates.periods_alone import clock_alone
from scraper.listing.markup.bearers import bearing, between, called
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Tree
from scraper.listing.records.counts import Counts
from scraper.listing.words.wording import called_catalogue

# Of records of which more than this share is dated none is a ware.
DATED_MAX = 0.2
# So large a share of the records has a price, an address or figures, or none of them counts.
SHARE_MIN = 0.6
# A price stands in a text of its own.
PRICE_CHARS_MAX = 28
# Figures of a row of standings, and characters of each (`12-4`, `+33`): half and twice as many read the 78 captured pages alike.
FIGURES_MIN, FIGURE_CHARS_MAX = 3, 6
SUM_CHARS_MAX = 16  # of a figure whose thousands are parted
# Characters of a text that is a telephone number or an address: half and twice as many read the 78 captured pages alike.
CALL_CHARS_MAX = 80


def catalogue(tree: Tree, counts: Counts, spans: list[tuple[int, int]]) -> float:
    """Measure the share of records with a price and a button, a telephone number, a mail address, a person's day, or three figures.

    A price will do where the page has a cart. All of them count where they are undated on a page that calls itself one of
    staff, services, products, prices, hours or frequent questions, or a site map.

    Args:
        tree: the page.
        counts: its running totals.
        spans: the records' nodes.

    Returns:
        The share; 0 where it is below `SHARE_MIN` or more than a few records are dated.
    """
    texts = shown_texts(tree)
    if len(spans) < 2:
        return 0.0
    dated = [(start, end) for start, end in spans if counts.dates[end] > counts.dates[start]]
    if len(dated) > DATED_MAX * len(spans) and any(_of_a_day(tree, counts, span) for span in dated):
        return 0.0
    if called_catalogue(tree, spans[0][0]):
        return 1.0
    of_people = [first for first, _ in days_of_people(tree)]
    mailed = {node for node in called(tree, ("a",)) if _calls(tree.attr(node, "href"))}
    priced = [span for span in spans if _has_price(texts, span)]
    sellers = _sellers(tree) if priced else []
    shop = len(priced) >= SHARE_MIN * len(spans) and _has_cart(tree)
    share = max(
        len(priced) if shop else sum(bool(between(sellers, *span)) for span in priced),
        sum(_called(texts, mailed, span) for span in spans),
        sum(_counted(texts, span) for span in spans),
        sum(bool(between(of_people, *span)) for span in spans),
    ) / len(spans)
    return share if share >= SHARE_MIN else 0.0


def _of_a_day(tree: Tree, counts: Counts, span: tuple[int, int]) -> bool:
    """Whether more of a record's dates than its hours alone say when; a day and its month may stand in two elements.

    Goals for and against (`22:14`) look like hours. An hour shown may be given with its day, and is none alone where it ends a
    date over several elements.
    """
    texts = shown_texts(tree)
    said = [text for node in range(*span) if (text := texts.get(node))]
    hours = sum(
        counts.dates[node + 1] > counts.dates[node] and clock_alone(texts[node])
        for node in range(*span)
        if texts.get(node)
    )
    return counts.dates[span[1]] - counts.dates[span[0]] > hours or any(
        map(_has_day, (*said, *(tree.attr(node, "datetime") for node in range(*span))))
    )


def _said(texts: dict[int, str], span: tuple[int, int], longest: int) -> list[str]:
    return [text for node in range(*span) if (text := texts.get(node)) and len(text) <= longest]


def _has_price(texts: dict[int, str], span: tuple[int, int]) -> bool:
    """Whether a record has a price, in a text of its own or the sign and the sum in two."""
    said = " ".join(_said(texts, span, PRICE_CHARS_MAX))
    return _DIGIT.search(said) is not None and _PRICE.search(said) is not None


def _has_cart(tree: Tree) -> bool:
    """Whether the page leads to a cart, or names a part of itself one (`topPanier`, `shopping-cart`)."""
    if any(_CART.search(tree.attr(node, "href").lower()) for node in called(tree, ("a",))):
        return True
    return any(
        _CART_NAME.search(tree.attr(node, name))
        for name in ("class", "id")
        for node in bearing(tree, (name,))
    )


def _called(texts: dict[int, str], mailed: set[int], span: tuple[int, int]) -> bool:
    """Whether a record has a telephone number that is called one, or a link to call or to write."""
    if any(node in mailed for node in range(*span)):
        return True
    said = [text for text in _said(texts, span, CALL_CHARS_MAX) if _DIGIT.search(text) or "(" in text]
    return any(map(_TELEPHONE.search, said))


def _calls(href: str) -> bool:
    """Whether a link calls or writes."""
    return href[:1] not in _PLAIN and href.strip().lower().startswith(_CALLS)


_PLAIN = frozenset("/h?.#")
"""How the addresses begin that lead to a page."""


def _counted(texts: dict[int, str], span: tuple[int, int]) -> bool:
    said = _said(texts, span, SUM_CHARS_MAX)
    figures = [
        text for text in said if (_FIGURE if len(text) <= FIGURE_CHARS_MAX else _GROUPED).fullmatch(text)
    ]
    return len(figures) >= FIGURES_MIN


def _has_day(text: str) -> bool:
    """Whether a text holds a date that is no hour, or else a year or two numbers like a day and its month."""
    return _DAY.search(text) is not None or any(
        not clock_alone(text[start:end]) for start, end, _ in dates_in(text)
    )


_DAY = re.compile(  # whatever words stand around it: `Th 5 14/01`, `Fr 27.11.`, `14 tháng 1, 2027`
    r"(?<![\d/])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?![\d/])|"
    r"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?!\d)|(?<![\d.,])(?:19|20)\d\d(?![\d:])"
)


def _sellers(tree: Tree) -> list[int]:
    """The buttons of the page, and the links to a cart."""
    return [
        node
        for node in called(tree, ("a", "button"))
        if tree.tags[node] == "button" or _CART.search(tree.attr(node, "href").lower())
    ]


_CARTS = "cart basket warenkorb panier carrito carrinho carrello koszyk kosik sepet korzina".split()
_CART = re.compile(rf"(?<![a-z])(?:{'|'.join(_CARTS)})(?![a-z])")
_CART_NAME = re.compile(
    rf"(?:(?<![a-zA-Z])(?:{'|'.join(_CARTS)})|(?:{'|'.join(map(str.capitalize, _CARTS))}))(?![a-z])"
)
_SIGNS = r"[$€£¥₹₽₩₺₫₴₪฿]"
_UNITS = r"(?:zł|kč|kr|ft|lei|лв|руб|грн|р\.|usd|eur|gbp|chf|pln|czk|sek|nok|dkk|円|元|원|บาท|тг)"
_SUM = r"\d[\d.,'\xa0\u202f ]{0,9}"
_PRICE = re.compile(rf"{_SIGNS}\s?{_SUM}|(?<![\w]){_SUM}\s?(?:{_SIGNS}|{_UNITS}(?!\w))", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_CALLS = ("tel:", "mailto:", "callto:", "sms:")
_TELEPHONE = re.compile(
    r"(?:(?<!\w)(?:tel|tél|phone|telephone|teléfono|telefon|telefone|telefono|telefoon|puh|тел|телефон|τηλ|fax)(?!\w)|"
    r"[☎☏✆]|電話|电话|전화|โทร)[\s.:：]*\+?[\d(]",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[+−-]?\d[\d.,:]*%?|\d{1,3}[ \xa0\u202f’']\d{3}")
_GROUPED = re.compile(r"[+−-]?\d{1,3}(?:[ \xa0\u202f.,’']\d{3})+(?:[.,]\d{1,2})?")
"""Thousands and millions of a budget: `1 234 567`."""
