"""Freeze selectors on one page, read another page of the site: `python -m bench.listing_frozen FOLDER [--pages]`.

Few captured sites come with a second page, so one is made of the captured page itself, as sites make theirs: the other
half of its entries (*halves*, both ways), the entries in another order beside other boxes (*later*), one or two entries
left (*last*), a first page whose first entry is promoted, read with what its plain pages gave and the other way round
(*promoted*). Each is read with the selectors alone (an entry page without them counts 0), and as a run reads it, by
structure where there are none. Scored by the `score.py` beside the folder, against the truth of the entries that are left.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench.listing import dated, fetched, pages
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce
from scraper.listing.entry import Entry, FoundList, ListSelectors
from scraper.listing.markup.tree import bounded, parse
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

FOUND_MIN = 0.95
"""The last line: trials whose list was found right on the page that selectors are made of."""
FIELDS = ("date", "title", "link", "excerpt")
OTHER_BOXES = (
    "<div class='extra-box'><h3>Most read</h3><ul>"
    + "".join(f"<li><a href='/read/{n}'>What people read most, part {n}</a></li>" for n in range(1, 6))
    + "</ul></div>"
)


@dataclass(frozen=True)
class Made:
    """A page made of a captured one: which entries are left, by their place among the found ones."""

    html: str
    left: tuple[int, ...]


class Page:
    """A captured page whose entries can be taken out and moved."""

    def __init__(self, html: str, url: str, found: list[FoundList]) -> None:
        self.html, self.url = bounded(html), url
        tree = parse(html, url)
        self.tags = tree.tags
        places = [place for one in found for place in one.places]
        self.order = sorted(range(len(places)), key=lambda at: places[at])
        runs = any(one.shape.startswith("segments") for one in found)
        self.spans = self._spans(tree, [places[at] for at in self.order], runs)

    @staticmethod
    def _spans(tree: Any, starts: list[int], runs: bool) -> list[list[int]]:
        """Numbers of the nodes that make each entry: its element, or the siblings up to the next entry."""
        spans: list[list[int]] = []
        for at, start in enumerate(starts):
            above = tree.parents[start]
            following = starts[at + 1] if at + 1 < len(starts) else tree.ends[above]
            nodes = [start]
            node = tree.ends[start]
            while runs and node < min(following, tree.ends[above]) and tree.tags[node] in RUN_TAGS:
                nodes.append(node)
                node = tree.ends[node]
            spans.append(nodes)
        return spans

    def made(
        self, left: list[int], change: Callable[[LexborHTMLParser, list[LexborNode]], None] | None = None
    ) -> Made:
        """The page with these entries only, in page order, and a change made to what is left."""
        parser = LexborHTMLParser(self.html)
        assert parser.root is not None
        nodes = [node for node in parser.root.traverse(include_text=False) if node.is_element_node]
        numbers = [number for number, tag in enumerate(self.tags) if tag]
        by_number = dict(zip(numbers, nodes, strict=False))
        heads = [by_number[self.spans[at][0]] for at in left if self.spans[at][0] in by_number]
        if change is not None:
            change(parser, heads)
        for at, span in enumerate(self.spans):
            if at not in left:
                for number in span:
                    if number in by_number:
                        by_number[number].decompose()
        return Made(parser.html or "", tuple(self.order[at] for at in left))


HALF_MIN = 4  # entries of a first page: with fewer it is the finding that is tried, not the freezing
RUN_TAGS = frozenset("dd p div ul ol h4 h5 h6 tr span table blockquote".split())


def later(parser: LexborHTMLParser, heads: list[LexborNode]) -> None:
    """Other boxes beside the list, the pager's class on the body."""
    if parser.body is not None:
        parser.body.attrs["class"] = f"{parser.body.attributes.get('class') or ''} paged"
    for node in parser.css("aside"):
        if not any(inner.mem_id == head.mem_id for head in heads for inner in node.css(head.tag or "*")):
            node.decompose()
    box = LexborHTMLParser(OTHER_BOXES, is_fragment=True).css_first(".extra-box")
    if heads and box is not None:
        _around(heads).insert_after(box)


def promoted(parser: LexborHTMLParser, heads: list[LexborNode]) -> None:
    """The first entry bears classes of its own."""
    heads[0].attrs["class"] = f"{heads[0].attributes.get('class') or ''} featured lead-story".strip()


def _around(heads: list[LexborNode]) -> LexborNode:
    holder = heads[0].parent
    return holder if holder is not None and holder.tag not in ("body", "html") else heads[-1]


def trials(page: Page) -> Iterator[tuple[str, Made, Made]]:
    """Kind, the page to freeze on, the page to read."""
    every = list(range(len(page.spans)))
    half = len(every) // 2
    if half >= HALF_MIN:
        first, second = page.made(every[:half]), page.made(every[half:])
        yield "halves", first, second
        yield "halves", second, first
    whole = page.made(every)
    yield "later", whole, page.made(every[:1] + every[2:], later)
    yield "last", whole, page.made(random.Random(7).sample(every, min(2, len(every)))[:2])
    yield "promoted", page.made(every, promoted), page.made(every[1:])
    yield "promoted", page.made(every[1:]), page.made(every, promoted)


def learned(html: str, url: str) -> list[FoundList]:
    """Selectors as `listmend add` proposes them: of a page that whoever adds it vouches for."""
    found = induce.induce(html, url)
    return freeze(html, url, induce.chosen(found) or induce.chosen(found, vouched=True))


def read(html: str, url: str, frozen: list[ListSelectors], *, fall_back: bool) -> list[list[Entry]]:
    """Groups as `score.py` takes them: all lists together, then each."""
    lists = [list(one.entries) for one in read_lists(html, url, frozen)] if frozen else []
    if not any(lists) and fall_back:
        lists = [list(one.entries) for one in induce.chosen(induce.induce(html, url))]
    return [[entry for one in lists for entry in one], *lists] if lists else []


def scorer(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", action="store_true", help="a line for each trial below 0.97")
    parser.add_argument("--only", help="pages whose id contains this")
    options = parser.parse_args()
    score = scorer(options.folder)
    with gzip.open(options.folder / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        truths = {row["id"]: row for row in map(json.loads, lines)}
    table: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name, url, body in pages(options.folder):
        if options.only and options.only not in name:
            continue
        html = decode(body).text
        found = induce.chosen(induce.induce(html, url))
        tags = parse(html, url).tags
        places = [place for one in found for place in one.places]
        if not places or not all(tags[place] for place in places):
            print(f"{name:16} not tried: no list, or one whose entries begin with bare text")
            continue
        try_page(score, truths[name], Page(html, url, found), found, table, options.pages)
    for kind in ("halves", "later", "last", "promoted", "ALL"):
        show(kind, [row for key, rows in table.items() for row in rows if kind in (key, "ALL")])
    show("FOUND", [row for rows in table.values() for row in rows if row["found"]["f1"] >= FOUND_MIN])


def try_page(
    score: Any,
    truth: dict[str, Any],
    page: Page,
    found: list[FoundList],
    table: dict[str, list[dict[str, Any]]],
    tell: bool,
) -> None:
    tree = parse(page.html, page.url)
    clock = fetched(tree, datetime.now(UTC))

    def rows(groups: list[list[Entry]]) -> list[list[dict[str, Any]]]:
        return dated(groups, page.url, tree.language, clock)

    entries = [entry for one in found for entry in one.entries]
    pairs = score.match(truth["entries"], rows([entries])[0])
    for kind, one, other in trials(page):
        left = {
            **truth,
            "entries": [truth["entries"][at] for at, found_at in pairs.items() if found_at in other.left],
        }
        if not left["entries"]:
            continue
        lists = learned(one.html, page.url)
        frozen = [each.selectors for each in lists if each.selectors is not None]
        whole = len(frozen) == len(lists) and bool(lists)
        result: dict[str, Any] = {"id": truth["id"], "frozen": whole}
        for way, fall_back in (("selectors", False), ("run", True)):
            groups = rows(read(other.html, page.url, frozen if whole else [], fall_back=fall_back))
            if truth["stratum"] != "mixed":
                groups = groups[:1]
            best = max(
                (score.score_page(left, group) for group in groups),
                key=lambda s: s["f1"],
                default=score.score_page(left, []),
            )
            result[way] = best
        first = {
            **truth,
            "entries": [truth["entries"][at] for at, found_at in pairs.items() if found_at in one.left],
        }
        shown = rows([[entry for each in lists for entry in each.entries]])
        result["found"] = score.score_page(first, shown[0] if shown else [])
        table[kind].append(result)
        if tell and (
            result["selectors"]["f1"] < 0.97
            or any(n and k / n < 0.97 for k, n in result["selectors"]["fields"].values())
        ):
            said = {name: f"{k}/{n}" for name, (k, n) in result["selectors"]["fields"].items()}
            print(
                f"{truth['id']:16} {kind:9} f1 {result['selectors']['f1']:.2f} run {result['run']['f1']:.2f} {said}"
            )
            for each in lists:
                print("      ", each.selectors or f"none: {each.reason}")


def show(kind: str, results: list[dict[str, Any]]) -> None:
    if not results:
        return
    frozen = statistics.mean(row["frozen"] for row in results)
    told = [f"{kind:9} {len(results):4} trials, {frozen:.3f} with selectors"]
    for way in ("selectors", "run"):
        scores = [row[way] for row in results]
        fields = {}
        for name in FIELDS:
            hits = [s["fields"][name][0] / s["fields"][name][1] for s in scores if s["fields"][name][1]]
            fields[name] = round(statistics.mean(hits), 3) if hits else None
        told.append(f"{way}: f1 {statistics.mean(s['f1'] for s in scores):.3f} {fields}")
    print("; ".join(told))


if __name__ == "__main__":
    main()
