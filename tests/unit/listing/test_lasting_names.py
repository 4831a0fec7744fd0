"""Names of one page's entries that those of the next page lack are not what a site file calls entries by."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from scraper.listing.entry import ListSelectors
from scraper.listing.induce import chosen, induce
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "https://portus.example/news"
BOATS = "Anchor Barge Clipper Dinghy Ewer Felucca Galleon Hulk Ilka Junk Ketch Lugger".split()


def frozen(html: str) -> list[ListSelectors]:
    lists = freeze(html, URL, chosen(induce(html, URL)))
    forms = [one.selectors for one in lists if one.selectors is not None]
    assert len(forms) == len(lists) > 0
    return forms


def titles(html: str, forms: list[ListSelectors]) -> list[str]:
    return [row.title for one in read_lists(html, URL, forms) for row in one.entries]


def named(numbers: range) -> list[str]:
    return [f"The {BOATS[number % 12]} is back in the harbour for number {number}" for number in numbers]


def entries(numbers: range, entry: str, tag: str) -> str:
    told = zip(numbers, named(numbers), strict=True)
    return "".join(
        f"<{tag} class='{entry}'><a href=/n/{n}>{name}</a> <i>{n % 27 + 1} May 2026</i></{tag}>"
        for n, name in told
    )


def test_a_topic_that_all_entries_of_one_page_share_is_not_their_name() -> None:
    """One page is about boats alone, the next about ropes; both call their entries posts."""
    first = f"<main>{entries(range(8), 'boats post', 'div')}</main>"
    later = f"<main>{entries(range(8, 16), 'ropes post', 'div')}</main>"
    assert titles(later, frozen(first)) == named(range(8, 16))
    assert frozen(first)[0].entry == "div.post"


def test_what_the_parts_of_entries_are_called_after_is_their_name_before_what_they_are_about() -> None:
    """`news` says that something is an entry; here it says of which kind, and the next page has another."""
    title = "<h3 class=brick-title>"
    first = f"<main>{entries(range(8), 'brick news', 'div')}</main>".replace("'><a", f"'>{title}<a")
    later = f"<main>{entries(range(8, 16), 'brick video', 'div')}</main>".replace("'><a", f"'>{title}<a")
    assert frozen(first)[0].entry == "div.brick"
    assert titles(later, frozen(first)) == named(range(8, 16))


@pytest.mark.parametrize("holder", ["id={}", "class={}-list"], ids=["id", "class"])
def test_the_name_of_a_month_names_no_list(holder: str) -> None:
    """A month's entries are a list with the month's name, and the next page is of another."""

    def page(month: str, numbers: range) -> str:
        return f"<main><h2>{month}</h2><ul {holder.format(month.lower())}>{entries(numbers, '', 'li')}</ul></main>"

    assert titles(page("September", range(8, 14)), frozen(page("November", range(8)))) == named(range(8, 14))


@pytest.mark.parametrize(("month", "before"), [("nov", "oct"), ("mai", "avr")])
def test_the_short_name_of_a_month_names_no_entry(month: str, before: str) -> None:
    """Alone it is a month's; the entries of two were `article.nov, article.oct`, and those of a third were not found."""

    def page(numbers: range, *months: str) -> str:
        parts = (
            entries(range(at, at + 4), name, "article") for at, name in zip(numbers[::4], months, strict=True)
        )
        return (
            f"<main><div>{''.join(parts)}</div></main><article><a href=/about>About the harbour</a></article>"
        )

    first, later = page(range(8), month, before), page(range(8, 16), "jan", "dec")
    assert titles(later, frozen(first)) == named(range(8, 16))


def test_the_hash_of_a_style_tool_names_no_list_even_where_it_can_be_spoken() -> None:
    """`css-afuribe` has vowels as words have; the tool that wrote it puts its own name before."""

    def page(numbers: range, marks: str) -> str:
        one, other = marks.split()
        lines = "".join(
            f"<div class=css-{other}><h3><a href=/n/{n}>{name}</a></h3><i>{n % 27 + 1} May 2026</i></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        return f"<main><div class=css-{one}>{lines}</div></main>"

    assert titles(page(range(8, 16), "ozitane uvelora"), frozen(page(range(8), "afuribe ikolane"))) == named(
        range(8, 16)
    )


def test_a_first_row_of_entries_is_no_list_of_its_own() -> None:
    """Entries stand two to a row, the first row is marked, and the last page has one row."""

    def page(numbers: range) -> str:
        def tile(n: int, name: str) -> str:
            return f"<div class=col><a class=tile href=/n/{n}><strong>{name}</strong><span>{n % 27 + 1} May 2026</span></a></div>"

        tiles = [tile(n, name) for n, name in zip(numbers, named(numbers), strict=True)]
        rows = ["".join(tiles[at : at + 2]) for at in range(0, len(tiles), 2)]
        return "<div class=tiles>" + "".join(
            f"<div class='row{' first-row' if at == 0 else ''}'>{row}</div>" for at, row in enumerate(rows)
        ) + "</div>"  # fmt: skip

    assert titles(page(range(20, 22)), frozen(page(range(12)))) == named(range(20, 22))


def test_where_classes_are_hashes_the_way_to_the_heading_names_entries() -> None:
    """The same page after the site was built anew, with other hashes; boxes in boxes, and a menu of boxes."""

    def page(numbers: range, marks: str) -> str:
        one, other, third = marks.split()
        menu = "".join(f"<div class={third}><a href=/m/{n}>Part {n}</a></div>" for n in range(5))
        lines = "".join(
            f"<div class={one}><div class={other}><h3><a href=/n/{n}>{name}</a></h3><i>{n % 27 + 1} May 2026</i></div></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        return f"<div id=root><div class={other}>{menu}</div><div class={third}><div class={third}>{lines}</div></div></div>"

    [form] = frozen(page(range(8), "kXyzQwRtPl bGhTrWqZs nMvBcXzLk"))
    assert titles(page(range(8, 16), "pQwRtYxZv hJkLmNbVc zXcVbNmQr"), [form]) == named(range(8, 16))


def test_the_way_down_from_a_named_box_names_entries_where_classes_say_how_they_look() -> None:
    """Boxes in boxes whose classes are those of a style sheet; the block around them has an id."""

    def page(numbers: range) -> str:
        lines = "".join(
            "<div><div class='relative w-full pt-7 md:grid'><div class='col-span-4'><div class='pl-2'><div class='pb-4'>"
            f"<a href=/n/{n}><h4 class='text-sm'>{name}</h4></a><span class='text-2xs'>{n % 27 + 1} May 2026</span>"
            "</div></div></div></div></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        menu = "".join(f"<div><div><a href=/m/{n}>Part {n}</a></div></div>" for n in range(5))
        head = "<div class='mb-3'><span class='text-3xl'>Episodes</span></div>"
        return (
            f"<div class='flex'>{menu}</div><div id=episodes class='mx-auto pb-32'>{head}"
            f"<div class='w-full px-2'><div class='col-span-2'>{lines}</div></div></div>"
        )

    forms = frozen(page(range(8)))
    assert forms[0].entry == "#episodes > div > div > div"
    assert titles(page(range(8, 11)), forms) == named(range(8, 11))


@pytest.mark.parametrize(
    ("token", "before", "after", "entry"),
    [
        ("Card_{}__{}", "a1B2c", "x9Y8z", '[class*="Card_item__"]'),
        ("_{}_{}_14", "g2f3a", "q7r8s", '[class*="_item_"]'),
        ("Card-module--{}--{}", "1aB2c", "3xYz9", '[class*="Card-module--item--"]'),
        ("Card__{}-sc-{}-0", "1x2y3z", "9k8j7h", '[class*="Card__item-sc-"]'),
    ],
)
def test_what_stands_before_a_hash_is_a_name(token: str, before: str, after: str, entry: str) -> None:
    """The site was built anew: the hash is another, what the writer of the style called it is not."""

    def page(numbers: range, mark: str) -> str:
        lines = "".join(
            f"<div class='{token.format('item', mark)}'><div class='{token.format('day', mark)}'>{n % 27 + 1} May 2026</div>"
            f"<div class='{token.format('head', mark)}'><a href=/n/{n}>{name}</a></div></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        return f"<main><div>{lines}</div></main>"

    [form] = frozen(page(range(8), before))
    assert form.entry == f"div{entry}"
    assert form.date == f"div{entry.replace('item', 'day')}"
    assert titles(page(range(8, 16), after), [form]) == named(range(8, 16))


def test_what_follows_the_name_of_a_styled_component_is_a_hash_that_can_be_spoken() -> None:
    """`sc-1x2y3z Tolube`: the second is made of the style's text and changes with it."""

    def page(numbers: range, mark: str) -> str:
        lines = "".join(
            f"<div class='sc-1x2y3z {mark}'><h3><a href=/n/{n}>{name}</a></h3><i>{n % 27 + 1} May 2026</i></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        return f"<main><div>{lines}</div></main>"

    assert titles(page(range(8, 16), "Kaveri"), frozen(page(range(8), "Tolube"))) == named(range(8, 16))


def test_a_word_behind_sc_is_a_word() -> None:
    """`sc-entry` has no digit; what follows it is a name."""
    lines = "".join(
        f"<div class='sc-entry teaser'><h3><a href=/n/{n}>{name}</a></h3><i>{n % 27 + 1} May 2026</i></div>"
        for n, name in zip(range(8), named(range(8)), strict=True)
    )
    [form] = frozen(f"<main><div>{lines}</div></main>")
    assert form.entry == "div.teaser"


def test_the_named_box_in_an_entry_names_it_where_its_own_classes_are_those_of_a_grid() -> None:
    """Cells of a grid in a row of it, each with a card deep inside which the heading stands."""

    def page(numbers: range) -> str:
        cells = "".join(
            "<div class='col-md-6 col-xl-4'><div class='card-box shadow-sm'><div class='p-2'><div><div class='pb-1'>"
            f"<a href=/n/{n}><h3>{name}</h3></a></div></div></div><i>{n % 27 + 1} May 2026</i></div></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        menu = "".join(f"<div><div><a href=/m/{n}>Part {n}</a></div></div>" for n in range(5))
        return f"<div class='flex'>{menu}</div><div class='mt-4'><h1>News</h1><div class='row g-4'>{cells}</div></div>"

    forms = frozen(page(range(8)))
    assert forms[0].entry == "div:has(> div.card-box)"
    assert titles(page(range(8, 11)), forms) == named(range(8, 11))


@pytest.mark.parametrize(
    ("around", "name"),
    [
        ("class='bDfGhJ'", "notices"),
        ("class='Board_list__aBcDe'", "board_list"),
        ("id='comp-kLmNpQrs' class='bDfGhJ papers'", "papers"),
    ],
)
def test_a_list_is_not_called_after_the_hash_of_a_style(around: str, name: str) -> None:
    """It would be another list with every build of the site, and entries without links other entries."""
    html = f"<main><h1>Notices</h1><ul {around}>{entries(range(9), 'post', 'li')}</ul></main>"
    assert [one.name for one in induce(html, URL)][:1] == [name]


@pytest.mark.parametrize("leads", [8, 1])
def test_a_lead_is_the_teasers_name_where_every_entry_has_one(leads: int) -> None:
    """Bootstrap and many newsrooms call it so; where the first alone bears it, it says which entry is the largest."""
    cards = "".join(
        f"<div class=card><a href=/n/{n}><h3>{name}</h3></a><span class=when>{n + 1} May 2026</span>"
        f"<div{' class=lead' if n < leads else ''}>Her crew of {n + 5} told of a long calm and of the weeds that"
        " slowed them down.</div></div>"
        for n, name in enumerate(named(range(8)))
    )
    [form] = frozen(f"<main>{cards}</main>")
    assert form.excerpt == ("div.lead" if leads == 8 else "div")


@pytest.mark.parametrize(
    ("line", "field", "selector"),
    [
        ("<span class=ref>No. {n}</span><span class=published>{day}</span>{title}", "date", "span.published"),
        ("{title}<p class=small>{day}</p><p>{teaser}</p>", "date", "p.small"),
        ("<a class=label href=/t/{n}>Boats</a><p class=lead>{title}</p><p>{day}</p>", "title", "p.lead a"),
        ("{title}<p class=card__date>{day}</p><p class=card__lead>{teaser}</p>", "excerpt", "p.card__lead"),
        (
            "<div class=text-block-7>No. {n}</div>{title}<div class=text-block-12>{day}</div>",
            "date",
            "div.text-block-12",
        ),
        ("<div class=left><b>{day}</b></div><div class=right>No. {n}{title}</div>", "date", "b"),
        ("<div class=left>{day}</div><div class=right>{title}</div>", "date", "div.left"),
        ("<div class=part>{title}<div>Added <small>{day}</small></div></div>", "date", "small"),
        ("{title}<p class=text-muted>{teaser}</p><i>{day}</i>", "excerpt", "p"),
        (
            "<span class='Typo-root Typo-label'>No. {n}</span>{title}<i class='Typo-root Typo-caption'>{day}</i>",
            "date",
            "i.Typo-caption",
        ),
        (
            "<a href=/t/{n}>Boats</a><b class=head>No. {n}</b><a role=button class=head href=/n/{n}>{name}</a><i>{day}</i>",
            "title",
            "a.head",
        ),
    ],
    ids=[
        "a state",
        "a look",
        "around it",
        "a part that is called as a state",
        "a number behind it",
        "a tag that is enough in a place",
        "a place",
        "a tag that is enough in a line without",
        "no look where a tag is enough",
        "a name before one that all bear",
        "no behaviour",
    ],
)
def test_a_field_is_named_by_its_look_or_its_state_before_its_place(
    line: str, field: str, selector: str
) -> None:
    """`published` on an entry is a state; on an element in each it says which. Without: `span:not(.ref)`, `p + p`."""
    told = "".join(
        "<div class=notice>"
        + line.format(
            n=n,
            name=name,
            title=f"<a href=/n/{n}>{name}</a>",
            day=f"{n + 1} May 2026",
            teaser=f"Her crew of {n + 5} told of a long calm and of the weeds that slowed them down.",
        )
        + "</div>"
        for n, name in enumerate(named(range(8)))
    )
    assert getattr(frozen(f"<main>{told}</main>")[0], field) == selector


NAMED_OTHERWISE = {
    "microdata": (
        "<div itemscope itemtype='https://schema.org/NewsArticle'>{title}<i>{day}</i></div>",
        ListSelectors("", 'div[itemtype$="/NewsArticle"]', title="a", date="i"),
    ),
    "an element of the site's own": (
        "<news-teaser><b slot=ref>No. {n}</b>{title}<b slot=day>{day}</b></news-teaser>",
        ListSelectors("", "news-teaser", title="a", date='b[slot="day"]'),
    ),
    "ids that end in a name": (
        "<div class=notice><b id=ctl00_rpt_ctl{n:02}_lblRef>No. {n}</b>{title}<b id=ctl00_rpt_ctl{n:02}_lblDay>{day}</b></div>",
        ListSelectors("", "div.notice", title="a", date='b[id$="_lblDay"]'),
    ),
    "ids that begin with one": (
        "<div id=notice-{n}>{title}<i>{day}</i></div>",
        ListSelectors("", 'div[id^="notice-"]', title="a", date="i"),
    ),
}


@pytest.mark.parametrize(
    ("box", "entry"), [("grid{}", 'div[id^="grid"] > ul > li'), ("block-{}", "#block-{} > ul > li")]
)
def test_a_number_behind_an_id_may_be_that_of_the_page(box: str, entry: str) -> None:
    """Where another box bears the same name, the number tells them apart."""

    def page(number: int, numbers: range) -> str:
        told = "".join(f"<li>{line}</li>" for line in re.findall("<a.*?</i>", entries(numbers, "", "li")))
        other = "<div id=block-9><ul><li><a href=/top>Top</a></li></ul></div>"
        return f"<main>{other}<div id={box.format(number)}><ul>{told}</ul></div></main>"

    [form] = frozen(page(1, range(8)))
    assert form.entry == entry.format(1)
    later = page(2 if "grid" in box else 1, range(8, 14))
    assert titles(later, [form]) == named(range(8, 14))


@pytest.mark.parametrize("name", NAMED_OTHERWISE)
def test_what_is_named_without_a_class_is_named(name: str) -> None:
    """By the type of its data, its own tag, or what is alike in ids that a system counts."""
    line, wanted = NAMED_OTHERWISE[name]

    def page(numbers: range) -> str:
        lines = "".join(
            line.format(n=n, title=f"<a href=/n/{n}>{told}</a>", day=f"{n % 27 + 1} May 2026")
            for n, told in zip(numbers, named(numbers), strict=True)
        )
        return f"<main><div><h1>News</h1><div><p>All that is new.</p></div><div>{lines}</div></div></main>"

    [form] = frozen(page(range(8)))
    assert replace(form, name="") == wanted
    assert titles(page(range(8, 14)), [form]) == named(range(8, 14))


def test_where_nothing_has_a_name_the_way_to_the_link_tells_entries() -> None:
    """Boxes in boxes: without it no selector is found, and each run seeks the list anew."""

    def page(numbers: range) -> str:
        told = "".join(
            f"<div><div><img src=/{n}.jpg alt=''></div><div><div><a href=/n/{n}>{name}</a></div>"
            f"<div>{n % 27 + 1} May 2026</div></div></div>"
            for n, name in zip(numbers, named(numbers), strict=True)
        )
        head = "<p><a href=/>Portus</a></p><h1>News</h1>"
        return f"<body><div><div>{head}<div><div><div>{told}</div></div></div></div></div></body>"

    [form] = frozen(page(range(8)))
    assert form.entry == "div:has(> div > div > a)"
    assert titles(page(range(8, 14)), [form]) == named(range(8, 14))
