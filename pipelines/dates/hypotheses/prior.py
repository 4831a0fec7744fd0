"""How a page of a language and a country writes dates in numbers, before the list is looked at.

The order of every locale's short pattern is CLDR's. A page's declared language and the top-level domain of its host
each name locales; where they disagree, either may be right. The separator counts: a form that is not the locale's own
(`02.11.26` on an American page) is read half by the locale, half by what the web does with that separator.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from pipelines.dates.words.cldr import harvest, likely_territory, main_language
from pipelines.dates.words.wording import WEB_LANGUAGES

ORDERS = ("dmy", "mdy", "ymd", "ydm")
HOME = 0.75  # share of a language's pages written as in its likely territory; .5 to .9 read alike
FLOOR = 0.01  # no order is impossible anywhere; at .003 three times as many single dates are silently wrong
_GENERIC = frozenset("eu io ai co tv me fm cc ws am ly gg to".split())  # country codes sold to everyone
_AMERICAN = frozenset({"us", "gov", "mil", "edu"})

Shares = dict[str, float]


@lru_cache(maxsize=4096)
def order_prior(separator: str, language: str, tld: str) -> tuple[float, ...]:
    """Return the log probability of each of `ORDERS` for one numeric form.

    Args:
        separator: mark between the numbers.
        language: what the page declares (`fr`, `en-GB`, `zh_TW`), or an empty string.
        tld: top-level domain of the site, or an empty string.
    """
    code, region = subtags(language)
    territory = territory_of(tld)
    sources = []
    if code:
        sources.append(_locale_shares(code, region or territory, separator))
    if territory and main_language(territory) and main_language(territory) != code:
        sources.append(_locale_shares(main_language(territory), territory, separator))
    shares = _mean(sources or [_web_shares(separator)])
    return tuple(math.log((1 - 4 * FLOOR) * shares.get(order, 0.0) + FLOOR) for order in ORDERS)


def subtags(language: str) -> tuple[str, str]:
    """Language and region of a declared language (`en-GB` → `en`, `GB`); empty where it names none."""
    parts = language.replace("-", "_").split("_")
    region = next((part.upper() for part in parts[1:] if len(part) == 2 or part.isdigit()), "")
    return parts[0].lower(), region


def territory_of(tld: str) -> str:
    """The country a top-level domain stands for, or an empty string."""
    tld = tld.lower().rpartition(".")[2]
    if tld in _AMERICAN:
        return "US"
    if tld == "uk":
        return "GB"
    return tld.upper() if len(tld) == 2 and tld not in _GENERIC else ""


def _locale_shares(code: str, territory: str, separator: str) -> Shares:
    orders = harvest().orders
    exact = (
        next((orders[name] for name in _names(code, territory) if name in orders), None)
        if territory
        else None
    )
    if exact:
        locales = [(exact, 1.0)]
    else:
        own = next(
            (orders[name] for name in _names(code, likely_territory(code)) if name in orders),
            orders.get(code),
        )
        others = [value for name, value in orders.items() if name.startswith(code + "_")]
        if own is None:
            return _web_shares(separator)
        locales = [(own, HOME), *((other, (1 - HOME) / len(others)) for other in others)]
    total: Shares = {}
    for (order, own_separator), share in locales:
        if own_separator == separator:
            _add(total, {order: 1.0}, share)
        else:
            _add(total, {order: 0.5}, share)
            _add(total, _web_shares(separator), share / 2)
    return _normal(total)


def _names(code: str, territory: str) -> tuple[str, ...]:
    return (
        f"{code}_{territory}",
        f"{code}_Hans_{territory}",
        f"{code}_Hant_{territory}",
        f"{code}_Latn_{territory}",
        f"{code}_Cyrl_{territory}",
    )


@cache
def _web_shares(separator: str) -> Shares:
    """Orders of the web's languages with this separator, weighted by rank; all of them where none uses it."""
    total: Shares = {}
    for rank, code in enumerate(WEB_LANGUAGES, 1):
        order, own_separator = harvest().orders.get(
            f"{code}_{likely_territory(code)}", harvest().orders[code]
        )
        _add(total, {order: 1.0}, (1.0 if own_separator == separator else 0.02) / rank)
    return _normal(total)


def _add(total: Shares, shares: Shares, factor: float) -> None:
    for order, share in shares.items():
        total[order] = total.get(order, 0.0) + share * factor


def _normal(shares: Shares) -> Shares:
    whole = sum(shares.values()) or 1.0
    return {order: share / whole for order, share in shares.items()}


def _mean(sources: list[Shares]) -> Shares:
    total: Shares = {}
    for shares in sources:
        _add(total, shares, 1 / len(sources))
    return total
