"""The bundled site as data: the undamaged entries and the plan of their damage, TOML beside this module.

Content and damage are kept apart so that each can be read alone: `content/*.toml` is what the authors wrote,
`damage.toml` what the site's software made of it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from scraper.demo.damage import Unit

Charset = Literal["utf-8", "none", "false-windows-1252", "windows-1252", "bom"]
Access = Literal["", "moved", "gone", "slow", "robots", "empty"]


@dataclass(frozen=True, slots=True)
class Harm:
    """What befalls one entry.

    Attributes:
        title: steps of `scraper.demo.damage` applied to the title in its list.
        teaser: steps applied to the teaser in its list, after the cut.
        own_page: steps applied to the text of its own page.
        marker: what follows a cut teaser, as page source.
        access: what is wrong with its own page; "" is nothing.
        address: path the list links to where that is not the usual one.
        listed_twice: whether it opens the list's next page as well.
    """

    title: tuple[str, ...] = ()
    teaser: tuple[str, ...] = ()
    own_page: tuple[str, ...] = ()
    marker: str = ""
    access: Access = ""
    address: str = ""
    listed_twice: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One entry as its author wrote it, with the harm that awaits it.

    Attributes:
        slug: last part of its path, unique in the site.
        title: its title.
        date: ISO day, or "" where no reading of `shown` is right.
        shown: the date as the site prints it, or "".
        language: ISO 639-1 code.
        paragraphs: its text; the first one is what a teaser is cut from.
        harm: what befalls it.
    """

    slug: str
    title: str
    date: str
    shown: str
    language: str
    paragraphs: tuple[str, ...]
    harm: Harm = Harm()


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of the site.

    Attributes:
        name: its name in every record.
        heading: heading of its pages.
        path: path of its first page.
        per_page: entries a page.
        unit: what its cut counts, or None for a list of whole teasers.
        budget: how many of them a teaser may have.
        charsets: how each page is sent, in order.
        articles: its entries, newest first.
    """

    name: str
    heading: str
    path: str
    per_page: int
    unit: Unit | None
    budget: int
    charsets: tuple[Charset, ...]
    articles: tuple[Article, ...]

    def pages(self) -> list[tuple[Article, ...]]:
        """Entries page by page; one that is listed twice closes a page and opens the next."""
        cut = [self.articles[at : at + self.per_page] for at in range(0, len(self.articles), self.per_page)]
        twice = [()] + [tuple(article for article in page if article.harm.listed_twice) for page in cut]
        return [(*again, *page) for again, page in zip(twice, cut, strict=False)]

    def address(self, article: Article) -> str:
        """Path the list links to for one of its entries."""
        return article.harm.address or self.own_address(article)

    def own_address(self, article: Article) -> str:
        """Path the entry's page stands at today."""
        if article.harm.access == "robots":
            return article.harm.address
        return f"{self.path}{article.slug}/"


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole site: its lists, and the slugs whose teasers the feed holds whole."""

    listings: tuple[Listing, ...]
    feed: tuple[str, ...]

    def in_feed(self) -> list[tuple[Listing, Article]]:
        """The feed's entries with their lists, in the feed's order."""
        every = {
            article.slug: (listing, article) for listing in self.listings for article in listing.articles
        }
        return [every[slug] for slug in self.feed]


def load() -> Plan:
    """Read content and damage.

    Raises:
        ValueError: damage is planned for an entry that the content does not hold.
    """
    here = files("scraper.demo")
    damage = tomllib.loads((here / "damage.toml").read_text(encoding="utf-8"))
    harms = {slug: _harm(found) for slug, found in damage["entry"].items()}
    listings = tuple(
        _listing(tomllib.loads((here / "content" / f"{name}.toml").read_text(encoding="utf-8")), how, harms)
        for name, how in damage["list"].items()
    )
    known = {article.slug for listing in listings for article in listing.articles}
    if unknown := (set(harms) | set(damage["feed"]["entries"])) - known:
        raise ValueError(
            f"damage.toml: no such entry: {', '.join(sorted(unknown))}; compare with content/*.toml"
        )
    return Plan(listings, tuple(damage["feed"]["entries"]))


def _listing(content: dict[str, Any], how: dict[str, Any], harms: dict[str, Harm]) -> Listing:
    rule = how.get("cut", {})
    return Listing(
        name=content["name"],
        heading=content["heading"],
        path=how["path"],
        per_page=how["per_page"],
        unit=rule.get("unit"),
        budget=rule.get("budget", 0),
        charsets=tuple(how["charsets"]),
        articles=tuple(_article(entry, harms.get(entry["slug"], Harm())) for entry in content["entry"]),
    )


def _article(entry: dict[str, Any], harm: Harm) -> Article:
    return Article(**{**entry, "paragraphs": tuple(entry["paragraphs"])}, harm=harm)


def _harm(found: dict[str, Any]) -> Harm:
    keys: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in found.items()
    }
    return Harm(**keys)
