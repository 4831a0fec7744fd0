"""What a run by address takes from the last page of a list, and from the page behind it: `python -m bench.listing_last FOLDER`.

Each captured page is made into two: a first one without its last entries, and a last one that holds these alone, beside the
same boxes (*plain*) or others (*later*, see `bench.listing_frozen`). A trial is right where the second page gives its entries and
no other row; with no entry left, where it gives none.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bench.listing import pages
from bench.listing_frozen import Page, later
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce
from scraper.listing.markup.tree import parse
from scraper.listing.selectors.freeze import freeze
from scraper.pages.extract import Walk
from scraper.pages.going_on import first_page
from scraper.site import SiteFile

LEFT = (0, 1, 2, 3, 4)
FETCHED = datetime(2026, 11, 20, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", action="store_true", help="a line for each trial that is not right")
    options = parser.parse_args()
    told: Counter[tuple[int, str]] = Counter()
    for name, url, body in pages(options.folder):
        html = decode(body).text
        found = induce.chosen(induce.induce(html, url))
        tags = parse(html, url).tags
        if not found or not all(tags[place] for one in found for place in one.places):
            continue
        page = Page(html, url, found)
        names = [entry.url or entry.title for one in found for entry in one.entries]
        for left in LEFT:
            if len(names) < 2 * left + 2:
                continue
            for kind, change in (("plain", None), ("later", later)):
                first = page.made([*range(len(names) - left)])
                last = page.made([*range(len(names) - left, len(names))], change)
                wanted = {names[at] for at in last.left}
                given = taken(first.html, last.html, url)
                told[left, "trials"] += 1
                told[left, "wrong"] += bool(given - wanted)
                told[left, "missing"] += bool(wanted - given)
                told[left, "right"] += given == wanted
                if options.pages and given != wanted:
                    print(
                        f"{name:16} {left} left, {kind}: {sorted(given - wanted)[:3]} for {sorted(wanted - given)[:3]}"
                    )
    for left in LEFT:
        trials = told[left, "trials"]
        counts = ", ".join(f"{told[left, what]} {what}" for what in ("right", "wrong", "missing"))
        print(f"{left} left: {trials} trials, {counts}")


def taken(first: str, last: str, url: str) -> set[str]:
    """What a run takes from the last of two pages: links, or titles where there is none."""
    walk = Walk(SiteFile.model_validate({"id": "bench", "start": [url]}))
    walk.listing(first, url, encoding="utf-8", fetched=FETCHED, number=0)
    if walk.chains.expected(1).began is None:  # a captured page of one page leads to none: as if it did
        lists = induce.chosen(induce.induce(first, url))
        learned = [one.selectors for one in freeze(first, url, lists) if one.selectors is not None]
        walk.chains.learn(learned, first_page(parse(first, url), lists))
    address = f"{url}{'&' if '?' in url else '?'}page=2"
    made = walk.listing(last, address, encoding="utf-8", fetched=FETCHED, number=1)
    return {line["url"] or line["title"] for line in made.entries}


if __name__ == "__main__":
    main()
