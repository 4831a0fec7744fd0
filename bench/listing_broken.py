"""What broken markup costs: `python -m bench.listing_broken FOLDER`, the rows of captured pages with and without its faults.

A fault is what a template with one end tag too few or too many prints: of all elements of one name and class of which a page has about
as many as entries, the end tag is taken out, or doubled. The rows are compared with those of the page as it was captured: F1 of the
links, and of title, link and date together, in the mean over cases.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.listing import pages
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce

FAULTS = {
    "missing": ("div", "article", "section", "li", "p", "span", "a", "b", "strong", "i", "em"),
    "doubled": ("div", "article", "li"),
}
ENTRIES_MIN, ABOUT = 4, 0.2
"""Entries of a page that is asked, and the share by which an element may stand more or less often than they do."""
_CLASS = re.compile(r'class="([^"]*)"')
Row = tuple[str, str, str]


def tokens(html: str, tag: str) -> Iterator[re.Match[str]]:
    """Start and end tags of a name that a parser sees."""
    for found in re.finditer(rf"<!--.*?-->|<script\b.*?</script\s*>|<(/?){tag}\b([^>]*)>", html, re.I | re.S):
        if found[1] is not None and not found[2].endswith("/"):
            yield found


def classes(html: str, tag: str, entries: int) -> list[str]:
    """The values of `class` that about as many elements of a name have as there are entries."""
    times = Counter(_class(found[2]) for found in tokens(html, tag) if not found[1])
    return [name for name, many in times.items() if abs(many - entries) <= ABOUT * entries]


def broken(html: str, tag: str, name: str, fault: str) -> str:
    """A page whose elements of a name and class have no end tag, or two."""
    parts: list[str] = []
    at, around = 0, list[str]()
    for found in tokens(html, tag):
        if not found[1]:
            around.append(_class(found[2]))
        elif around and around.pop() == name:
            parts += [html[at : found.start()], 2 * found[0] if fault == "doubled" else ""]
            at = found.end()
    return "".join([*parts, html[at:]])


def _class(attributes: str) -> str:
    found = _CLASS.search(attributes)
    return found[1] if found else ""


def rows(html: str, url: str) -> list[Row]:
    """What a run would keep of a page."""
    kept = induce.chosen(induce.induce(html, url))
    return [(entry.title, entry.url, entry.date) for one in kept for entry in one.entries]


def f1(one: Counter[object], other: Counter[object]) -> float:
    """Twice what two tables share, of all that they hold."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    told: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for _, url, body in pages(parser.parse_args().folder):
        html = decode(body).text
        whole = rows(html, url)
        for fault, tags in FAULTS.items() if len(whole) >= ENTRIES_MIN else ():
            for tag in tags:
                for name in classes(html, tag, len(whole)):
                    left = rows(broken(html, tag, name, fault), url)
                    links = f1(Counter(row[1] for row in whole), Counter(row[1] for row in left))
                    told.setdefault((fault, tag), []).append((links, f1(Counter(whole), Counter(left))))
    for (fault, tag), scores in sorted(told.items(), reverse=True):
        links, all_three = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        print(f"</{tag}> {fault:8} {len(scores):4} cases  links {links:.3f}  rows {all_three:.3f}")


if __name__ == "__main__":
    main()
