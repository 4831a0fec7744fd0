"""The theme of the bundled site: plain markup of the kind a WordPress theme writes, one function a page.

Pages are assembled as text in which a lone byte is a lone surrogate; `scraper.demo.build` turns them into
bytes. Class names are plain, so that the site reads with a site file and without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from email.utils import format_datetime

from scraper.demo.content import Article, Charset, Listing
from scraper.demo.damage import apply, cut, source

SITE_NAME = "Archives municipales d'Orvalles"
_DECLARED: dict[Charset, str] = {
    "utf-8": "utf-8",
    "bom": "utf-8",
    "none": "",
    "windows-1252": "windows-1252",
    "false-windows-1252": "windows-1252",
}


def declared(charset: Charset) -> str:
    """The charset a page sent this way names in its header and its head; "" where it names none."""
    return _DECLARED[charset]


def listing_page(listing: Listing, number: int, lists: Iterable[Listing]) -> str:
    """Page `number` (from 1) of a list."""
    pages = listing.pages()
    entries = "\n".join(_entry(listing, article) for article in pages[number - 1])
    main = (
        f'<header class="page-header"><h1 class="page-title">{source(listing.heading)}</h1></header>\n'
        f'<section class="entries-{listing.name}">\n{entries}\n</section>\n'
        f"{_pagination(listing.path, number, len(pages))}"
    )
    return _document(listing.heading, main, lists, declared(listing.charsets[number - 1]))


def own_page(listing: Listing, article: Article, lists: Iterable[Listing]) -> str:
    """An entry's own page; one whose access is `empty` shows pictures and none of the text."""
    if article.harm.access == "empty":
        body = '<figure><img src="/album.svg" alt=""></figure>\n<p>Diaporama en préparation.</p>'
    else:
        body = "\n".join(
            f"<p>{source(apply(article.harm.own_page, text))}</p>" for text in article.paragraphs
        )
    date = (
        f'<p class="entry-meta"><span class="entry-date">{article.shown}</span></p>\n'
        if article.shown
        else ""
    )
    main = (
        f'<article class="post">\n<h1 class="entry-title">{source(article.title)}</h1>\n{date}'
        f'<div class="entry-content">\n{body}\n</div>\n</article>\n'
        f'<nav class="post-navigation"><a href="{listing.path}">Retour : {source(listing.heading)}</a></nav>'
    )
    return _document(article.title, main, lists, "utf-8")


def home_page(lists: Iterable[Listing]) -> str:
    """The front page: a welcome and the lists."""
    return _document(
        SITE_NAME, "<h1>Bienvenue</h1>\n<p>Quatre rubriques, une seule mémoire.</p>", lists, "utf-8"
    )


def missing_page(lists: Iterable[Listing]) -> str:
    """The page a 404 carries."""
    main = "<h1>Page introuvable</h1>\n<p>Cette page a été retirée.</p>"
    return _document("Page introuvable", main, lists, "utf-8")


def feed(entries: Iterable[tuple[Listing, Article]], base: str) -> str:
    """RSS 2.0 with each entry's teaser whole; `base` is the address before every path."""
    items = "\n".join(_item(listing, article, base) for listing, article in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>\n'
        f"<title>{source(SITE_NAME)}</title>\n<link>{base}/</link>\n<language>fr-FR</language>\n"
        f"<description>Toutes les rubriques</description>\n{items}\n</channel></rss>\n"
    )


def robots(disallowed: Iterable[str]) -> str:
    """robots.txt that closes the given folders to everyone."""
    return "User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in disallowed)


def teaser(listing: Listing, article: Article) -> str:
    """The teaser as page source: cut by the list's rule, then harmed, then escaped, then marked as cut.

    Half a character stays as lone surrogates.
    """
    whole = article.paragraphs[0]
    short = cut(whole, listing.unit, listing.budget) if listing.unit else whole
    marker = article.harm.marker if short != whole else ""
    return source(apply(article.harm.teaser, short)) + marker


def _entry(listing: Listing, article: Article) -> str:
    link = listing.address(article)
    title = source(apply(article.harm.title, article.title))
    date = f'<p class="entry-date">{article.shown}</p>\n' if article.shown else ""
    return (
        '<article class="post">\n'
        f'<h2 class="entry-title"><a href="{link}" rel="bookmark">{title}</a></h2>\n{date}'
        f'<div class="entry-summary"><p>{teaser(listing, article)}</p></div>\n'
        f'<a class="more-link" href="{link}">Lire la suite</a>\n</article>'
    )


def _pagination(path: str, number: int, last: int) -> str:
    if last == 1:
        return ""
    numbers = " ".join(
        f'<span aria-current="page" class="page-numbers current">{n}</span>'
        if n == number
        else f'<a class="page-numbers" href="{page_path(path, n)}">{n}</a>'
        for n in range(1, last + 1)
    )
    following = (
        f' <a class="next page-numbers" rel="next" href="{page_path(path, number + 1)}">Suivant</a>'
        if number < last
        else ""
    )
    return f'<nav class="navigation pagination" aria-label="Pages">{numbers}{following}</nav>\n'


def page_path(path: str, number: int) -> str:
    """Path of a list's page `number`, from 1."""
    return path if number == 1 else f"{path}page/{number}/"


def _item(listing: Listing, article: Article, base: str) -> str:
    link = base + listing.address(article)
    day = datetime.combine(datetime.fromisoformat(article.date), time(8), tzinfo=UTC)
    return (
        f"<item><title>{source(article.title)}</title>"
        f'<link>{link}</link><guid isPermaLink="true">{link}</guid>'
        f"<pubDate>{format_datetime(day)}</pubDate>"
        f"<description>{source(article.paragraphs[0])}</description></item>"
    )


def _document(title: str, main: str, lists: Iterable[Listing], charset: str) -> str:
    meta = f'<meta charset="{charset}">\n' if charset else ""
    menu = "\n".join(f'<li><a href="{one.path}">{source(one.heading)}</a></li>' for one in lists)
    return f"""<!DOCTYPE html>
<html lang="fr-FR">
<head>
{meta}<title>{source(title)} - {source(SITE_NAME)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="alternate" type="application/rss+xml" title="Flux" href="/feed/">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="site-header">
<p class="site-title"><a href="/">{source(SITE_NAME)}</a></p>
<nav class="main-navigation"><ul class="menu">
{menu}
</ul></nav>
</header>
<main id="main" class="site-main">
{main}
</main>
<aside class="sidebar">
<h2>Pratique</h2>
<ul class="widget">
<li><a href="/horaires/">Horaires</a></li>
<li><a href="/acces/">Plan</a></li>
<li><a href="/contact/">Contact</a></li>
</ul>
</aside>
<footer class="site-footer"><p>{source(SITE_NAME)}, 4 quai des Tanneurs</p></footer>
</body>
</html>
"""
