"""Prices beside a date: of `£12 – 29 April` the 12 is no day, of `29. April, 12,50 €` the 12 no year."""

from __future__ import annotations

from pipelines.dates.tokens.lexer import Token

CURRENCIES = frozenset("$€£¥￥₹₽₺₩₴₪฿₫₦₱₸₾₼")
CODES = frozenset(
    "eur usd chf gbp jpy cny inr sek nok dkk pln czk huf ron bgn brl aud cad nzd hkd sgd myr idr thb php vnd krw zar aed sar ils rub uah euro".split()
)
MAX_CHAIN = 3  # numbers of a price: 1.250,00


def without_prices(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the marks of currencies and the numbers that one is glued to or stands behind."""
    if not any(token.text in CURRENCIES or token.text in CODES for token in tokens):
        return tokens
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        if token.text in CURRENCIES:
            gone |= {at, *(_price(tokens, at, 1) or _price(tokens, at, -1) or _decimal(tokens, at, 1))}
        elif token.text in CODES:
            price = _decimal(tokens, at, 1) or _decimal(tokens, at, -1)
            gone |= {at, *price} if price else set()
    return [token for at, token in enumerate(tokens) if at not in gone]


def _decimal(tokens: list[Token], mark: int, step: int) -> set[int]:
    """Places of a number with a decimal point or comma beside the mark, glued or not: CHF 26.11, 26,11 EUR; none of EUR 18.11.2026."""
    at = mark + step
    beside = [token._replace(glued=True) if here == at else token for here, token in enumerate(tokens)]
    places = _price(beside, mark, step)
    closed = tokens[max(places) + 1 : max(places) + 2] if places else []  # EUR/USD 18.11.
    whole = len(places) == len(("26", ".", "11")) and not any(t.text == "." and t.glued for t in closed)
    return places if whole else set()


def _price(tokens: list[Token], mark: int, step: int) -> set[int]:
    """Places of a number that the mark is glued to, in front, or stands behind, with what a point or a comma glues to it."""
    at, places = mark + step, set[int]()
    if not 0 <= at < len(tokens) or tokens[at].kind != "N" or (step > 0 and not tokens[at].glued):
        return places
    while 0 <= at < len(tokens) and tokens[at].kind == "N" and len(places) < 2 * MAX_CHAIN:
        places |= {at}
        chain = tokens[min(at, at + 2 * step) : max(at, at + 2 * step) + 1] if at + 2 * step >= 0 else []
        if (
            [t.kind for t in chain] != ["N", "P", "N"]
            or chain[1].text not in ".,"
            or not (chain[1].glued and chain[2].glued)
        ):
            break
        places |= {at + step}
        at += 2 * step
    return places
