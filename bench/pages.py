"""Whole pages read from their bytes, beside Scrapy: `python -m bench.pages IN.jsonl.gz… [--each 2] [--seed 5] [--show 20]`.

Pages are composed of the clean texts of any sets with `lang` (`pages_composed`): UTF-8 and 22 old encodings, declared rightly, as a
sibling, wrongly or not at all; cut in the middle of a character, with a fragment or hidden text in another encoding, and short.
A text counts where the page's reading has exactly it. `lost` are pages that Scrapy reads whole and we do not.

Ends with 1 where a figure is worse than its floor, with `--each 2` alone: texts right in percent, what a user is promised. Speed is the ratio of CPU seconds on the same pages.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

from scrapy.http import HtmlResponse

from bench.floors import bounds, missed
from bench.pages_composed import Served, pages, texts_of
from pipelines.repair.decoding.decode import decode

_ELEMENTS = re.compile(r"<(h3|p)>(.*?)</\1>", re.DOTALL)


def read_by_scrapy(page: Served) -> str:
    kind = f"text/html; charset={page.header}" if page.header else "text/html"
    return HtmlResponse("http://localhost/", headers={"Content-Type": kind}, body=page.body).text


def read_here(page: Served) -> str:
    return decode(page.body, page.header).text


def right(page: Served, read: str) -> tuple[int, int]:
    """How many texts of a page are read exactly, and of how many."""
    said = [html.unescape(found[2]) for found in _ELEMENTS.finditer(read)]
    asked = [at for at, text in enumerate(page.texts) if text is not None]
    if len(said) != len(page.texts):
        return 0, len(asked)
    return sum(said[at] == page.texts[at] for at in asked), len(asked)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("input", type=Path, nargs="+")
    ask.add_argument("--each", type=int, default=2, help="pages of each kind for each language and encoding")
    ask.add_argument("--seed", type=int, default=5)
    ask.add_argument("--show", type=int, default=0, help="pages not read whole to tell of, by kind")
    ask.add_argument("--by-encoding", action="store_true", help="a row for each encoding too")
    options = ask.parse_args()
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    told: dict[str, list[str]] = defaultdict(list)
    seconds = [0.0, 0.0]
    for page in pages(texts_of(options.input), options.seed, options.each):
        began = time.process_time()
        ours = read_here(page)
        between = time.process_time()
        theirs = read_by_scrapy(page)
        seconds[0] += between - began
        seconds[1] += time.process_time() - between
        (mine, asked), (usual, _) = right(page, ours), right(page, theirs)
        rows = [page.scenario, f"{page.scenario} | {page.encoding}"][: 1 + options.by_encoding]
        for row in rows:
            for at, more in enumerate((1, asked, mine, usual, mine < asked == usual)):
                counts[row][at] += more
        if mine < asked:
            told[page.scenario].append(_told(page, ours, mine, asked))
    figures = {}
    for name, (number, asked, mine, usual, lost) in sorted(counts.items()):
        figures[name] = 100 * mine / asked
        print(
            f"{name:58} {number:5} pages {100 * mine / asked:7.2f}  Scrapy {100 * usual / asked:6.2f}  lost {lost}"
        )
    figures["lost"] = sum(each[-1] for name, each in counts.items() if " | " not in name)
    figures["speed"] = seconds[0] / seconds[1]
    print(f"lost to Scrapy: {figures['lost']} pages; CPU {figures['speed']:.2f} of Scrapy's")
    for name, lines in told.items():
        print("\n".join([f"-- {name}", *lines[: options.show]] if options.show else []), end="")
    worse = missed(figures, bounds("pages", options.each))
    print("\n".join(worse), file=sys.stderr, end="\n" if worse else "")
    sys.exit(bool(worse))


def _told(page: Served, read: str, mine: int, asked: int) -> str:
    found = decode(page.body, page.header)
    said = [html.unescape(found[2]) for found in _ELEMENTS.finditer(read)]
    wrong = next(
        (
            (text, one)
            for text, one in zip(page.texts, said, strict=False)
            if text is not None and text != one
        ),
        None,
    )
    return (
        f"{page.language} {page.encoding} header {page.header} read {found.encoding} ({found.reason}) "
        f"{mine}/{asked} {wrong and (wrong[0][:60], wrong[1][:60])}\n"
    )


if __name__ == "__main__":
    main()
