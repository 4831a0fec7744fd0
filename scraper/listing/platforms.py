"""What is known of the systems that make most listings, in one place: how each shows itself, and what that tells.

A system is recognised by evidence (its generator line, the paths of its files, its class names), at least
`EVIDENCE_MIN` of it, and then says two things: of which kind it calls the page (its own class on `<body>`), and which
class its entries bear. Both enter the sums of `judge` and `features` as one number among others: a page of an unknown
system is judged without them, a theme that lies is outvoted by what the page shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from scraper.listing.markup.bearers import bearing, by_tag
from scraper.listing.markup.tree import Tree

# A generator line is proof enough; a file path and a class name prove together what neither does alone.
EVIDENCE_MIN = 2
_GENERATOR, _PATH, _CLASS = 2, 1, 1
_FILES = frozenset({"link", "script", "img", "form"})


@dataclass(frozen=True, slots=True)
class Platform:
    """How a system shows itself and what it calls things; every pattern is looked up in lower case.

    Attributes:
        name: the system.
        generator: in `<meta name="generator">`.
        paths: in the addresses of the page's style sheets, scripts, images and forms.
        classes: among the class and id words of the page's elements.
        listing: words on `<html>` or `<body>` by which it calls a page a listing.
        other: words by which it calls a page an article, a form, an error or the front page.
        entry: class words of the element that holds one entry.
        title: class words of an entry's title; date, excerpt: likewise.
    """

    name: str
    generator: str
    paths: str
    classes: str
    listing: str = ""
    other: str = ""
    entry: str = ""
    title: str = ""
    date: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page's system calls the cells of an entry: patterns of class tokens, tried first as selectors."""

    title: str = ""
    date: str = ""
    excerpt: str = ""


PLATFORMS = (
    Platform(
        "WordPress",
        generator=r"wordpress|elementor|divi",
        paths=r"/wp-(?:content|includes|json)/",
        classes=r"hentry|wp-block-[a-z-]+|post-\d+|wp-image-\d+",
        listing=r"blog|archive|category|tag|author|date|search-results",
        other=r"home|single|error404|attachment|login|search-no-results",
        entry=r"hentry|type-(?!page$)[a-z_-]+|wp-block-post|elementor-post|et_pb_post",
        title=r"entry-title|wp-block-post-title|elementor-post__title|post-title|card-title",
        date=r"entry-date|posted-on|published|wp-block-post-date|elementor-post-date|post-date"
        r"|post-meta-date",
        excerpt=r"entry-summary|entry-excerpt|wp-block-post-excerpt__excerpt|elementor-post__excerpt"
        r"|post-excerpt|entry-content",
    ),
    Platform(
        "Drupal",
        generator=r"drupal",
        paths=r"/sites/(?:default|all|[\w.-]+)/(?:files|themes|modules)/|/core/(?:misc|themes|modules)/",
        classes=r"views-row|view-content|path-node|not-front|region-content|block-system",
        listing=r"page-views?(?:-[\w-]+)?|page-taxonomy(?:-[\w-]+)?|path-taxonomy",
        other=r"front|path-frontpage|page-user-login|page-node-type-(?:article|news|blog|story|press-release)"
        r"|node-type-(?:article|news|blog|story|press-release)|page-system-40[34]",
        entry=r"views-row|node-teaser|node--view-mode-teaser|node--teaser",
        title=r"field--name-title|field--name-node-title|views-field-title|node__title|node-title"
        r"|teaser__title",
        date=r"field--name-created|field--name-field-date|field--name-field-publi[a-z-]+"
        r"|views-field-created|views-field-field-date|date-display-single|node__submitted",
        excerpt=r"field--name-body|field--name-field-(?:summary|teaser|intro|lead)|views-field-body"
        r"|node__content",
    ),
    Platform(
        "Joomla",
        generator=r"joomla",
        paths=r"/media/(?:jui|system|vendor|templates)/|/components/com_\w+/|option=com_\w+",
        classes=r"com_content|blog-featured|items-leading|items-row|item-page|com-content-[a-z-]+",
        listing=r"view-category|view-featured|view-categories|view-archive|layout-blog|layout-list",
        other=r"view-article|view-login|view-form|com_users",
        entry=r"blog-item|blog-items__item|leading-\d+|cat-list-row\d*|com-content-category-blog__item",
        title=r"article-title|page-header|item-title|mod-articles-category-title|list-title",
        date=r"published|create|modified|mod-articles-category-date|list-date",
        excerpt=r"article-introtext|item-content|mod-articles-category-introtext|introtext",
    ),
    Platform(
        "TYPO3",
        generator=r"typo3",
        paths=r"/typo3temp/|/typo3conf/|/fileadmin/|/_assets/[0-9a-f]{32}/",
        classes=r"tx-news[\w-]*|news-list-view|csc-default|ce-bodytext|frame-type-[\w-]+|articletype-\d+",
        entry=r"articletype-\d+|news-list-item|news-latest-item|post-item",
        title=r"news-list-title|news-title|news-list-header|teaser-title",
        date=r"news-list-date|news-date|news-time|teaser-date",
        excerpt=r"news-list-teaser|teaser-text|news-teaser|bodytext|lead",
    ),
    Platform(
        "Wix",
        generator=r"wix\.com",
        paths=r"static\.(?:wixstatic|parastorage)\.com",
        classes=r"blog-post-\w+|gallery-item-container|wixui-[\w-]+",
        entry=r"post-list-item|blog-post-list-item|gallery-item-container",
        title=r"post-title|blog-post-title-font",
        date=r"post-metadata__date|time-ago",
        excerpt=r"post-excerpt|blog-post-description-font",
    ),
    Platform(
        "Squarespace",
        generator=r"squarespace",
        paths=r"static1?\.squarespace(?:-cdn)?\.com|assets\.squarespace\.com",
        classes=r"sqs-[\w-]+|collection-type-[\w-]+|summary-item|blog-item",
        listing=r"view-list",
        other=r"view-item|homepage|collection-type-page|collection-type-index",
        entry=r"summary-item|bloglist-item|blog-item|blog-basic-grid--container|eventlist-event|entry--list",
        title=r"summary-title|blog-title|entry-title|eventlist-title",
        date=r"summary-metadata-item--date|blog-date|published|eventlist-meta-date",
        excerpt=r"summary-excerpt|blog-excerpt|entry-excerpt|eventlist-excerpt",
    ),
    Platform(
        "Ghost",
        generator=r"ghost \d",
        paths=r"/ghost/api/|/assets/built/|@tryghost/|/public/cards\.min\.",
        classes=r"gh-[\w-]+|kg-[\w-]+|post-card[\w-]*",
        listing=r"tag-template|author-template|paged",
        other=r"post-template|page-template|error-template",
        entry=r"post-card|gh-card|post-feed-item",
        title=r"post-card-title|gh-card-title|post-title",
        date=r"post-card-meta-date|gh-card-date|post-card-byline-date|post-card-date",
        excerpt=r"post-card-excerpt|gh-card-excerpt|post-excerpt",
    ),
    Platform(
        "SharePoint",
        generator=r"microsoft sharepoint",
        paths=r"/_layouts/(?:15|1033|14)/|/_catalogs/|/siteassets/",
        classes=r"ms-[\w-]+|s4-[\w-]+|dfwp-[\w-]+|cbs-[\w-]+",
        entry=r"dfwp-item|cbs-item|ms-itmhover|ms-srch-item|item link-item",
        title=r"ms-srch-item-title|link-item-title|item-title|title",
        date=r"ms-srch-item-date|item-date|date|articlestartdate",
        excerpt=r"ms-srch-item-summary|description|item-description",
    ),
    Platform(
        "Plone",
        generator=r"plone",
        paths=r"\+\+(?:plone|resource|theme)\+\+|/portal_css/|/portal_javascripts/",
        classes=r"template-[a-z_-]+|portaltype-[a-z-]+|documentfirstheading|tileitem",
        listing=r"template-(?:summary_view|listing_view|full_view|tabular_view|event_listing)|portaltype-collection",
        other=r"portaltype-news-item|portaltype-event|template-login_form|template-require_login",
        entry=r"tileitem|entry|vevent",
        title=r"tileheadline|summary|contenttype-news-item|entry-title",
        date=r"documentpublished|documentmodified|documentbyline|dtstart",
        excerpt=r"tilebody|description|documentdescription",
    ),
    Platform(
        "CivicPlus",
        generator=r"civicplus|civicengage",
        paths=r"civicplus\.com/|/areas/\w+/|/assets/styles/wwwroot|/civicalerts\.aspx|/agendacenter",
        classes=r"civicalert[\w-]*|catagendarow|cpcomponent|modulecontentnew",
        entry=r"catagendarow|newsitem|alertitem",
        title=r"catagendatitle|newstitle|alerttitle|title",
        date=r"newsdate|date|alertdate",
        excerpt=r"newsintro|intro|summary",
    ),
    Platform(
        "GOV.UK",
        generator=r"gov\.uk",
        paths=r"/assets/govuk|govuk-frontend|assets\.publishing\.service\.gov\.uk",
        classes=r"govuk-[\w-]+|gem-c-[\w-]+",
        entry=r"gem-c-document-list__item|govuk-summary-card|app-c-document-list__item",
        title=r"gem-c-document-list__item-title|govuk-summary-card__title",
        date=r"gem-c-document-list__attribute|metadata",
        excerpt=r"gem-c-document-list__item-description",
    ),
    Platform(
        "Adobe Experience Manager",
        generator=r"adobe experience manager",
        paths=r"/etc\.clientlibs/|/etc/designs/|/content/dam/",
        classes=r"aem-grid[\w-]*|cmp-[\w-]+|parsys",
        entry=r"cmp-list__item|cmp-teaser",
        title=r"cmp-list__item-title|cmp-teaser__title",
        date=r"cmp-list__item-date",
        excerpt=r"cmp-list__item-description|cmp-teaser__description",
    ),
)  # fmt: skip
"""The systems, most spread first; equal evidence goes to the first."""


@dataclass(frozen=True)
class Signs:
    """What a page shows of its making, gathered once.

    Attributes:
        generator: content of its generator line.
        addresses: addresses of its files, one a line.
        names: class and id words of its elements.
        body: class words of `<html>` and `<body>`.
    """

    generator: str
    addresses: str
    names: frozenset[str]
    body: frozenset[str]

    @cached_property
    def words(self) -> str:
        """All class and id words, one a line."""
        return "\n".join(sorted(self.names))

    @cached_property
    def lines(self) -> str:
        """The words, each between two line feeds."""
        return f"\n{self.words}\n"


_WHOLE = frozenset({"html", "body"})


def signs(tree: Tree) -> Signs:
    """Gather what a page shows of its making."""
    tags, attrs = tree.tags, tree.attrs
    names = {*tree.classes, *tree.ids}
    whole = (node for tag in _WHOLE for node in by_tag(tree).get(tag, ()))
    body = {word for node in whole for word in tree.attr(node, "class").lower().split()}
    files = [attrs[node] for node in bearing(tree, ("src", "href", "action")) if tags[node] in _FILES]
    addresses = [given.get("src") or given.get("href") or given.get("action") or "" for given in files]
    words = frozenset(" ".join(names).lower().split())
    return Signs(
        tree.metas.get("generator", "").lower(), "\n".join(addresses).lower(), words, frozenset(body)
    )


def recognise(shown: Signs) -> Platform | None:
    """The system a page was made by, or None where the evidence is too thin."""
    best, most = None, EVIDENCE_MIN - 1
    for one in PLATFORMS:
        proof = _proof(one, shown)
        if proof > most:
            best, most = one, proof
    return best


def _proof(one: Platform, shown: Signs) -> int:
    named = _GENERATOR * bool(re.search(one.generator, shown.generator)) + _CLASS * bool(
        _CLASSES[one.name].search(shown.lines)
    )
    if named + _PATH < EVIDENCE_MIN:  # the addresses are the longest to read and alone prove nothing
        return named
    return named + _PATH * bool(re.search(one.paths, shown.addresses))


# A line feed to begin with is found faster than the beginning of a line: a third of the time.
_CLASSES = {one.name: re.compile(rf"\n(?:{one.classes})\n") for one in PLATFORMS}


def called(one: Platform | None, shown: Signs) -> float:
    """What the system calls the page: 1 a listing, -1 something else, 0 nothing; a front page that lists is a listing."""
    if one is None:
        return 0.0
    words = "\n".join(sorted(shown.body))
    if one.listing and re.search(rf"^(?:{one.listing})$", words, re.MULTILINE):
        return 1.0
    other = one.other and re.search(rf"^(?:{one.other})$", words, re.MULTILINE)
    return -1.0 if other else 0.0


def entry_words(one: Platform | None, shown: Signs) -> frozenset[str]:
    """Class words of the page that the system puts on an entry."""
    if one is None or not one.entry:
        return frozenset()
    return frozenset(re.findall(rf"^(?:{one.entry})$", shown.words, re.MULTILINE))


def hints(one: Platform | None) -> Hints:
    """What the system calls the cells of an entry."""
    return Hints() if one is None else Hints(one.title, one.date, one.excerpt)
