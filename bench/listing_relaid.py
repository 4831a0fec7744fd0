"""What the build of entries costs: `python -m bench.listing_relaid FOLDER`, captured pages whose entries are built otherwise.

The frame of a page stays, its menus, boxes and footer; its entries, with their titles and links, are put into other elements, their days
to other places and in other forms. What is right is known: F1 of the links, and the share of the entries found whose title, date and teaser
are right in every letter, in the mean over cases. Where the page has no teasers they are made up.
"""

from __future__ import annotations

import argparse
import html
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.listing import pages
from bench.listing_broken import f1
from bench.listing_others import replaced
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce
from scraper.listing.entry import Entry
from scraper.listing.markup.tree import parse

LAYOUTS = {
    "cards": ("<div>{}</div>", "<div class=card><h3>{link}</h3>{day}<p>{text}</p></div>"),
    "boxes without names": ("<div>{}</div>", "<div>{day}<div>{link}</div><div>{text}</div></div>"),
    "a list": ("<ul>{}</ul>", "<li>{link}{day}<p>{text}</p></li>"),
    "rows": ("<table>{}</table>", "<tr><td>{day}</td><td>{link}<p>{text}</p></td></tr>"),
    "terms": ("<dl>{}</dl>", "<dt>{day}</dt><dd><h3>{link}</h3><p>{text}</p></dd>"),
    "headings and paragraphs": ("<div>{}</div>", "<h3>{link}</h3>{day}<p>{text}</p>"),
    "paragraphs": ("<div>{}</div>", "<div><p>{link}</p><p>{text}</p>{day}</div>"),
    "a table each": ("<div>{}</div>", "<table><tr><td>{day}<b>{link}</b><br>{text}</td></tr></table>"),
    "twice, for two screens": (
        "<div>{0}</div><div style='display:none'>{0}</div>",
        "<div class=card><h3>{link}</h3>{day}<p>{text}</p></div>",
    ),
}
"""Around all entries, and each of them."""
PLACES = {
    "apart": "<div>{}</div>",
    "first in the title's link": "",
    "last in the title's link": "",
    "first in the teaser": "",
    "in small print": "<p>Culture | {} | A. Berg</p>",
    "before an update": "<p>A. Berg, {}</p><p>Updated: 30.12.2025</p>",
}
"""Where the day stands: what is put in place of `{day}`."""
FORMS = (
    "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d.%m.%y", "%d.%m.%Y г.", "%d апреля %Y г.", "%d kwietnia %Y r.", "%Y. április %d.", "%Y. 4. %d.",
    "%d de abril de %Y", "Le %d avril %Y", "den %d april %Y", "Tuesday, April %d, %Y", "April %d, %Y 1:30 PM EDT", "%Y年4月%d日(火)", "%d เมษายน %Y",
    "Ngày %d/%m/%Y", "%d أبريل %Y", "%d. – 29.4.%Y", "%Y m. balandžio %d d.",
)  # fmt: skip
"""Days of April as sites write them."""
ENTRIES_MIN, ENTRIES_MAX, TEXT_MIN = 5, 12, 40
TEXTS = (
    "After four days of wind the first crossing left at six in the morning.",
    "Two machines from the yard on the river replace those of the sixties.",
    "Volunteers found more of them than in any year since the counting began.",
)
"""Teasers for pages without."""
FIRST = date(2026, 4, 27)


def relaid(
    rows: list[Entry], layout: str, place: str, form: str
) -> tuple[str, list[tuple[str, str, str, str]]]:
    """The entries in another build, and what is right: title, link, date and teaser of each."""
    around, each = LAYOUTS[layout]
    parts, right = [], []
    for number, row in enumerate(rows):
        day = (FIRST - timedelta(days=number)).strftime(form)
        text = (
            row.excerpt if len(row.excerpt) >= TEXT_MIN else f"{TEXTS[number % 3][:-1]}, {number + 1} in all."
        )
        title, said = html.escape(row.title), html.escape(text)
        if place == "first in the title's link":
            title = f"<span>{day}</span> {title}"
        elif place == "last in the title's link":
            title = f"{title} <span>{day}</span>"
        elif place == "first in the teaser":
            said = f"{day} – {said}"
        link = f'<a href="{html.escape(row.url)}">{title}</a>'
        parts.append(each.format(link=link, day=PLACES[place].format(day), text=said))
        right.append((row.title, row.url, day, text))
    return around.format("".join(parts)), right


def cases(number: int) -> Iterator[tuple[str, str, str]]:
    """Layout, place and form for a page: each layout and each place once, beside others from page to page."""
    layouts, places = list(LAYOUTS), list(PLACES)
    for at, layout in enumerate(layouts):
        yield layout, places[(number + at) % len(places)], FORMS[(3 * number + at) % len(FORMS)]
    for at, place in enumerate(places):
        yield layouts[(number + at) % len(layouts)], place, FORMS[(7 * number + 5 * at) % len(FORMS)]


def scores(page: str, url: str, right: list[tuple[str, str, str, str]]) -> tuple[float, float, float, float]:
    """F1 of the links, and the shares of right titles, dates and teasers among the entries found."""
    kept = induce.chosen(induce.induce(page, url))
    found = {entry.url: entry for one in kept for entry in one.entries}
    links = f1(Counter(link for _, link, _, _ in right), Counter(found.keys()))
    both = [(found[row[1]], row) for row in right if row[1] in found]
    many = max(len(both), 1)
    return (
        links,
        sum(entry.title == row[0] for entry, row in both) / many,
        sum(bool(entry.date) and (entry.date in row[2] or row[2] in entry.date) for entry, row in both)
        / many,
        sum(entry.excerpt == row[3] for entry, row in both) / many,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    told: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for number, (_, url, body) in enumerate(pages(parser.parse_args().folder)):
        text = decode(body).text
        kept = induce.chosen(induce.induce(text, url))
        rows = list({row.url: row for one in kept for row in one.entries if row.title and row.url}.values())
        if len(rows) < ENTRIES_MIN:
            continue
        tree = parse(text, url)
        look = induce.look(tree)
        for layout, place, form in cases(number):
            body_of, right = relaid(rows[:ENTRIES_MAX], layout, place, form)
            made = replaced(tree, text, look.possible[look.order[0]], body_of)
            if made:
                score = scores(made, url, right)
                for name in ("all", layout, place, form):
                    told[name].append(score)
    for name in ("all", *LAYOUTS, *PLACES, *FORMS):
        if told[name]:
            means = (sum(column) / len(told[name]) for column in zip(*told[name], strict=True))
            said = "  ".join(
                f"{what} {mean:.3f}"
                for what, mean in zip(("links", "title", "date", "teaser"), means, strict=True)
            )
            print(f"{name:26} {len(told[name]):4} cases  {said}")


if __name__ == "__main__":
    main()
