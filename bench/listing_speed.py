"""What a listing page costs: `python -m bench.listing_speed FOLDER [--repeat 3]`, CPU of one process, stage by stage.

FOLDER is a benchmark folder (see `bench.listing`) or any folder of `.html` files. A stage's time is its own, without that of
the stages inside it, so that all of them are the page. The last lines are what only the first page of
a run costs, and `add`: its selectors; and the parsers one could have chosen, each reading every node once.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.html
from selectolax.lexbor import LexborHTMLParser

from bench.listing import pages
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce, paginate
from scraper.listing.entry import FoundList
from scraper.listing.fields import reading
from scraper.listing.grouping import features
from scraper.listing.kind import judge
from scraper.listing.lists import rows
from scraper.listing.markup import tree as markup
from scraper.listing.selectors.freeze import freeze

STAGES: dict[str, tuple[tuple[ModuleType, str], ...]] = {
    "parse": ((markup, "LexborHTMLParser"),),
    "walk": ((markup, "bounded"), (markup, "fill")),
    "dates": ((induce, "spots"), (induce, "machine_dates")),
    "count": ((induce, "count"),),
    "candidates": ((induce, "candidates"), (induce, "archive")),
    "measure": ((features, "measure"),),
    "order": ((induce, "beside_main"), (induce, "above_downloads"), (induce, "little_said")),
    "records taken apart": ((rows, "take_apart"),),
    "titles": ((reading, "ranked"),),
    "entries' dates": ((reading, "own_dates"),),
    "teasers": ((reading, "teasers"),),
    "other fields": ((rows, "entries"),),
    "rows kept": ((induce, "rows_of"),),
    "listing or not": ((judge, "evidence"),),
    "next page": ((judge, "paged"), (paginate, "from_tree")),
    "embedded data": ((induce, "embedded_lists"),),
}
"""The functions of each stage, by the module that calls them."""
REST, WHOLE = "the rest", "whole page"


class Clock:
    """The CPU of each stage, without that of the stages it calls, in milliseconds."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.open = [REST]
        self.since = time.process_time()

    def turn(self) -> None:
        """Give the time since the last turn to the innermost open stage."""
        now = time.process_time()
        self.spent[self.open[-1]] += 1000 * (now - self.since)
        self.since = now

    def watch(self) -> None:
        """Have the stages timed from now on."""
        for stage, functions in STAGES.items():
            for module, name in functions:
                setattr(module, name, self._timed(stage, getattr(module, name)))

    def _timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            self.turn()
            self.open.append(stage)
            try:
                return work(*given, **named)
            finally:
                self.turn()
                self.open.pop()

        return timed

    def page(self, text: str, url: str) -> tuple[dict[str, float], list[FoundList]]:
        """Each stage of one page, the whole with them, and its lists."""
        markup.columns.cache_clear()
        markup.parse.cache_clear()
        self.turn()
        self.spent.clear()
        tree = markup.parse(text, url)
        found = induce.from_tree(tree)
        paginate.from_tree(tree)
        self.turn()
        return {**self.spent, WHOLE: sum(self.spent.values())}, found


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Text and address of every page."""
    if (folder / "pages.tar.gz").exists():
        yield from ((decode(body).text, url) for _, url, body in pages(folder))
    else:
        for path in sorted(folder.glob("*.html")):
            yield decode(path.read_bytes()).text, f"https://page.example/{path.stem}/"


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
    spent: dict[str, list[float]] = {name: [] for name in (*STAGES, REST, WHOLE)}
    clock = Clock()
    clock.watch()

    def timed(name: str, work: Callable[[], Any]) -> None:
        best = float("inf")
        for _ in range(options.repeat):
            began = time.process_time()
            work()
            best = min(best, 1000 * (time.process_time() - began))
        spent.setdefault(name, []).append(best)

    for text, url in texts(options.folder):
        passes = [clock.page(text, url) for _ in range(options.repeat)]
        stages, kept = min(passes, key=lambda one: one[0][WHOLE])
        for name in (*STAGES, REST, WHOLE):
            spent[name].append(stages.get(name, 0.0))
        timed("freeze (first page)", lambda: freeze(text, url, induce.chosen(kept)))  # noqa: B023  # called at once
        timed("selectolax, every node", lambda: by_selectolax(text))  # noqa: B023
        timed("lxml, every node", lambda: by_lxml(text))  # noqa: B023
    whole = sum(spent[WHOLE])
    for name, values in spent.items():
        share = f"   {sum(values) / whole:6.1%} of all" if name in (*STAGES, REST) else ""
        values.sort()
        p95 = values[int(0.95 * len(values))]
        print(
            f"{name:24} median {statistics.median(values):7.2f} ms   p95 {p95:7.2f} ms   max {values[-1]:7.2f} ms{share}"
        )


if __name__ == "__main__":
    main()
