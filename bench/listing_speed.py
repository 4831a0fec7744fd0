"""What a listing page costs: `python -m bench.listing_speed FOLDER [--repeat 3]`, CPU of one process, stage by stage.

FOLDER is a benchmark folder (see `bench.listing`) or any folder of `.html` files. The last lines compare the parsers
one could have chosen, each reading every node once.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
from selectolax.lexbor import LexborHTMLParser

from bench.listing import pages
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce, paginate
from scraper.listing.dates.dated import Spot, machine_dates, spots
from scraper.listing.grouping import features
from scraper.listing.grouping.candidates import candidates
from scraper.listing.markup.shown import shown_texts
from scraper.listing.markup.tree import Tree, columns, parse
from scraper.listing.records.counts import count
from scraper.listing.selectors.freeze import freeze


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Text and address of every page."""
    if (folder / "pages.tar.gz").exists():
        yield from ((decode(body).text, url) for _, url, body in pages(folder))
    else:
        for path in sorted(folder.glob("*.html")):
            yield decode(path.read_bytes()).text, f"https://page.example/{path.stem}/"


def fresh(text: str, url: str) -> Tree:
    """The page parsed anew; a run parses it once for all it asks."""
    columns.cache_clear()
    parse.cache_clear()
    return parse(text, url)


def dates(tree: Tree) -> tuple[list[Spot], dict[int, str]]:
    """The dates a page shows and gives, its texts put in order anew."""
    shown_texts.cache_clear()
    return spots(tree), machine_dates(tree)


def by_selectolax(text: str) -> None:
    root = LexborHTMLParser(text).root
    for node in root.traverse(include_text=True) if root else ():
        _ = node.text_content if node.is_text_node else node.attributes


def by_lxml(text: str) -> None:
    for node in lxml.html.document_fromstring(text.encode()).iter():
        _ = (node.tag, dict(node.attrib), node.text, node.tail)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=3, help="each page's best of this many")
    options = parser.parse_args()
    spent: dict[str, list[float]] = defaultdict(list)

    def timed(name: str, work: Callable[[], Any]) -> Any:
        best = float("inf")
        for _ in range(options.repeat):
            began = time.process_time()
            result = work()
            best = min(best, 1000 * (time.process_time() - began))
        spent[name].append(best)
        return result

    for text, url in texts(options.folder):
        tree = timed("parse", lambda: fresh(text, url))  # noqa: B023  # called at once
        shown, machine = timed("dates", lambda: dates(tree))  # noqa: B023
        counts = timed("count", lambda: count(tree, shown, machine))  # noqa: B023
        found = timed("candidates", lambda: candidates(tree, counts))  # noqa: B023
        timed("measure", lambda: features.measure(tree, counts, found))  # noqa: B023
        kept = timed("induce, whole", lambda: induce.from_tree(fresh(text, url)))  # noqa: B023
        timed("next page", lambda: paginate.from_tree.__wrapped__(tree))  # noqa: B023  # the answer is kept for the page
        timed("freeze (add only)", lambda: freeze(text, url, induce.chosen(kept)))  # noqa: B023
        timed("selectolax, every node", lambda: by_selectolax(text))  # noqa: B023
        timed("lxml, every node", lambda: by_lxml(text))  # noqa: B023
    for name, values in spent.items():
        values.sort()
        p95 = values[int(0.95 * len(values))]
        print(
            f"{name:24} median {statistics.median(values):7.2f} ms   p95 {p95:7.2f} ms   max {values[-1]:7.2f} ms"
        )


if __name__ == "__main__":
    main()
