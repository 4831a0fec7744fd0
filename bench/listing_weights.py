"""Refit the weights of `scraper.listing`: `python -m bench.listing_weights FOLDER lists|titles|pages`.

A benchmark folder (see `bench.listing`) is needed with its truth. Every model is a weighted sum whose prior, set by
hand, is moved by the pages as far as the penalty lets it: groupings and title slots by a conditional logit (the right
one among those of its page), the judgement of a page by a logistic regression. Each prints the figures of its choice on
all pages and with one source of pages held out at a time, then the weights to paste. Pages that are no listings are made
from the same ones: the entries are replaced by an article, a login form, an error or a front page, so that menus,
sidebars and footers stay real.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import numpy as np
import numpy.typing as npt
from selectolax.lexbor import LexborHTMLParser

from bench.listing import dated, pages
from pipelines.repair.decode import decode
from scraper.listing import features, induce, judge, titles
from scraper.listing.lines import take_apart
from scraper.listing.numbered import page_number
from scraper.listing.tree import Tree, bounded, parse

Floats = npt.NDArray[np.float64]
Fit = Callable[[list["Choice"]], Floats]

LISTS_PRIOR = {
    "distinct": 3, "page_dates": 3, "one_heading": 1.5, "even": 3, "has_dates": 1.5, "records": 1.5, "short": -1.5,
    "dated": 1, "same": 1, "linked": 1.5, "few": -1, "one_date": 0.3, "prose": 0.7, "headed": 0.3, "aside": -1.5,
    "one_link": 0.3, "segments": -0.5, "page_text": 0.5, "cousins": -0.3, "main": 0.5, "titled": 0.5,
    "page_headings": 0.5, "text": 0.2, "titles": -1.5, "above": 2, "known": 1,
}  # fmt: skip
TITLES_PRIOR = {
    "cover": 3, "distinct": 3, "length": 0.7, "long": -4, "tiny": -1.5, "heading": 1.5, "linked": 1, "targets": 0.7,
    "order": -1, "dated": -5, "letters": 4, "title_word": 1, "other_word": -0.7, "strong": 0.2, "label": -3,
    "excess": -0.5, "longest": 0.3, "tailed": -1.5,
}  # fmt: skip
PAGES_PRIOR = {
    "score": 0.7, "records": 0.5, "share": 1, "prose": -0.2, "prose_share": -3, "dated": 2, "typed_article": -2,
    "typed_list": 1, "password": -2, "headline_url": -0.8, "beside": -0.2, "aside": -1.5, "text": 0.3,
    "linked_share": 1, "above": 5, "offset": -1, "few": -0.5, "linked": 1, "paged": 1.5, "error": -2, "called": 2,
    "front_few": -0.8,
}  # fmt: skip
# Made pages keep the heads of listings and say little of an error, and none of the captured ones has date headings, so
# these cannot be learnt from them.
HELD = ("typed_article", "typed_list", "paged", "error", "called", "above", "front_few")


@dataclass(slots=True)
class Choice:
    """What one page offers to choose from, and how good each would be, 0 to 1."""

    source: str
    table: Floats
    worth: Floats


def folder_rows(folder: Path) -> Iterator[tuple[dict[str, Any], Tree, str]]:
    """Truth, tree and text of every page."""
    with gzip.open(folder / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        truth = {row["id"]: row for row in map(json.loads, lines)}
    for name, url, body in pages(folder):
        text = decode(body).text
        yield truth[name], parse(text, url), text


def key_of(address: str, *, last: bool) -> str:
    parts = urlsplit(address)
    path = unquote(parts.path).rstrip("/").lower()
    return path.rsplit("/", 1)[-1] if last else f"{path}?{'&'.join(sorted(parts.query.split('&')))}"


def quality(truth: list[dict[str, Any]], rows: list[dict[str, Any]], *, last: bool) -> float:
    """F1 of the links, weighted half by how many of the matched cells are right."""
    wanted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in truth:
        wanted[key_of(entry["link"] or "", last=last)].append(entry)
    matched = right = cells = 0
    for row in rows:
        left = wanted.get(key_of(row["link"] or "", last=last))
        if not left:
            continue
        entry = left.pop(0)
        matched += 1
        for name in ("date", "title", "excerpt"):
            if entry.get(name):
                cells += 1
                right += plain(entry[name])[:40] in plain(row[name])
    precision, recall = matched / max(len(rows), 1), matched / max(len(truth), 1)
    f1 = 2 * precision * recall / (precision + recall) if matched else 0.0
    return f1 * (0.5 + 0.5 * right / max(cells, 1))


def plain(text: str | None) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", (text or "").lower()).split())


def by_tail(entries: list[dict[str, Any]], tree: Tree, hrefs: list[str]) -> bool:
    """Whether links can only be compared by their last part (the truth knows another base address)."""
    whole = {key_of(entry["link"] or "", last=False) for entry in entries}
    return sum(key_of(tree.link(href), last=False) in whole for href in hrefs) < 3


def groupings(folder: Path) -> list[Choice]:
    made = []
    clock = datetime.now(UTC)
    for truth, tree, _ in folder_rows(folder):
        page = induce.look(tree)
        last = by_tail(truth["entries"], tree, list(page.counts.hrefs.values()))
        worth = []
        for candidate in page.possible:
            kept = induce.rows_of(tree, candidate, page.counts, page.shown, page.machine)
            rows = dated([[entry for _, entry in kept]], tree.url, tree.language, clock)
            worth.append(quality(truth["entries"], rows[0] if rows else [], last=last))
        if worth:
            made.append(Choice(truth["repo"], page.table, np.array(worth)))
    return made


def slots(folder: Path) -> list[Choice]:
    made = []
    for truth, tree, _ in folder_rows(folder):
        page = induce.look(tree)
        last = by_tail(truth["entries"], tree, list(page.counts.hrefs.values()))
        named = defaultdict(list)
        for entry in truth["entries"]:
            named[key_of(entry["link"] or "", last=last)].append(plain(entry["title"]))
        best = page.possible[page.order[0]]
        records = [
            take_apart(tree, *span, page.counts.hrefs) for span in zip(best.starts, best.ends, strict=True)
        ]
        found = titles.slots(records)
        hits: dict[str, list[float]] = {slot: [] for slot in found}
        for number, record in enumerate(records):
            right = {
                title
                for _, href in record.hrefs
                for title in named.get(key_of(tree.link(href), last=last), [])
            }
            for slot, cells in found.items():
                if right - {""}:
                    said = plain(cells[number][0].text) if cells[number] else ""
                    hits[slot].append(float(any(said and (said in one or one in said) for one in right)))
        worth = np.array([np.mean(one) if one else 0.0 for one in hits.values()])
        if worth.size and worth.max() > 0:
            made.append(Choice(truth["repo"], titles.measure(found, records), worth))
    return made


def conditional_logit(choices: list[Choice], prior: Floats, penalty: float) -> Floats:
    """Weights that make the worthiest of each page the likeliest, near the prior."""
    rows = np.concatenate([choice.table for choice in choices])
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    shares = [
        np.exp(12 * (one.worth - one.worth.max())) * (one.worth >= 0.5 * one.worth.max()) for one in choices
    ]
    tables = [(one.table - middle) / spread for one in choices]

    def slope(weights: Floats) -> Floats:
        total = 2 * penalty * (weights - prior * spread) / len(choices)
        for table, share in zip(tables, shares, strict=True):
            score = table @ weights
            chance = np.exp(score - score.max())
            total = total + table.T @ (chance / chance.sum() - share / share.sum()) / len(choices)
        return np.asarray(total)

    return np.asarray(descend(slope, prior * spread, 0.08, 400) / spread)


def descend(slope: Callable[[Floats], Floats], start: Floats, step: float, rounds: int) -> Floats:
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for turn in range(1, rounds + 1):
        now = slope(weights)
        mean, square = 0.9 * mean + 0.1 * now, 0.99 * square + 0.01 * now * now
        weights = weights - step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return weights


def report(choices: list[Choice], names: tuple[str, ...], prior: dict[str, float], penalty: float) -> None:
    start = np.array([float(prior.get(name, 0)) for name in names])

    def worth(weights: Floats, some: list[Choice]) -> list[float]:
        return [float(one.worth[int(np.argmax(one.table @ weights))]) for one in some]

    weights = conditional_logit(choices, start, penalty)
    held = []
    for source in sorted({one.source for one in choices}):
        rest = [one for one in choices if one.source != source]
        held += worth(
            conditional_logit(rest, start, penalty), [one for one in choices if one.source == source]
        )
    print(f"{len(choices)} pages; best there is {np.mean([one.worth.max() for one in choices]):.3f}")
    print(
        f"prior alone {np.mean(worth(start, choices)):.3f}, fitted {np.mean(worth(weights, choices)):.3f}, ",
        end="",
    )
    print(f"sources held out {np.mean(held):.3f}")
    print(", ".join(f'"{name}": {value:.2f}' for name, value in zip(names, weights, strict=True)))


# ---------------------------------------------------------------- pages that are no listings


def numbered(tree: Tree, parser: LexborHTMLParser) -> dict[int, Any]:
    """The parser's element for every element number of the tree."""
    nodes = [node for node in parser.root.traverse() if node.is_element_node] if parser.root else []
    return dict(zip([number for number, tag in enumerate(tree.tags) if tag], nodes, strict=False))


def replaced(tree: Tree, text: str, best: Any, body: str) -> str:
    """The page with its entries gone and something else in their place."""
    parser = LexborHTMLParser(bounded(text))
    nodes = numbered(tree, parser)
    records = [
        nodes[node]
        for start, end in zip(best.starts, best.ends, strict=True)
        for node in range(start, end)
        if tree.tags[node] and tree.parents[node] == tree.parents[start] and node in nodes
    ]
    if not records or parser.root is None:
        return ""
    records[0].insert_before("@@HERE@@")
    for record in records:
        record.decompose()
    for link in parser.css("a[href], link[rel=next]"):  # an article has no pages of its listing
        if page_number(urljoin(tree.url, link.attributes.get("href") or "")) is not None:
            link.decompose()
    for element in parser.css("html[class], body[class]"):  # nor does its system call it a listing
        del element.attrs["class"]
    return (parser.html or "").replace("@@HERE@@", body, 1)


def other_bodies(text: str, chance: random.Random) -> dict[str, str]:
    """An article, a login, an error and a front page, told in the words of the page itself."""
    words = re.findall(r"\w+", text)[:4000] or ["text"]

    def said(count: int) -> str:
        at = chance.randrange(max(len(words) - count, 1))
        return html.escape(" ".join(words[at : at + count]))

    related = "".join(
        f"<li><a href='/r/{n}'>{said(8)}</a> <span>{n + 3}.02.2026</span></li>" for n in range(4)
    )
    article = f"<h1>{said(8)}</h1><p>12.03.2026</p>" + "".join(
        f"<p>{said(60)}.</p>" for _ in range(chance.randint(3, 10))
    )
    cards = "".join(
        f"<div class=card><h3><a href='/s/{n}'>{said(3)}</a></h3><p>{said(15)}</p></div>" for n in range(4)
    )
    news = "".join(
        f"<div><span>{n + 3}.03.2026</span> <a href='/n/{n}'>{said(8)}</a></div>" for n in range(3)
    )
    return {
        "article": f"<article>{article}</article>" + (f"<ul>{related}</ul>" if chance.random() < 0.5 else ""),
        "login": "<h1>Login</h1><form><input name=user><input type=password name=secret><button>OK</button></form>",
        "error": f"<h1>404</h1><p>{said(10)}</p>",
        "front": f"<h1>{said(5)}</h1><p>{said(20)}</p>{cards}<section>{news}</section><p>{said(50)}</p><p>{said(40)}</p>",
    }


def judged(folder: Path) -> tuple[Floats, npt.NDArray[np.int64], list[str]]:
    table, truth, sources = [], [], []
    chance = random.Random(5)

    def add(tree: Tree, is_listing: bool, source: str) -> None:
        table.append(induce.look(tree).evidence(tree))
        truth.append(int(is_listing))
        sources.append(source)

    for row, tree, text in folder_rows(folder):
        if row["stratum"] == "mixed":
            continue
        add(tree, True, row["repo"])
        page = induce.look(tree)
        for kind, body in other_bodies(tree.text_all(), chance).items():
            made = replaced(tree, text, page.possible[page.order[0]], body)
            address = {"article": "a-headline-of-some-words", "front": "/"}.get(kind, kind)
            if made:
                add(parse(made, urljoin(row["url"], address)), False, row["repo"])
    return np.array(table), np.array(truth), sources


def report_pages(folder: Path, penalty: float) -> None:
    table, truth, sources = judged(folder)
    start = np.array([float(PAGES_PRIOR[name]) for name in judge.NAMES])
    held = [judge.NAMES.index(name) for name in HELD]

    def fit(rows: Floats, right: npt.NDArray[np.int64]) -> tuple[Floats, float]:
        middle, spread = rows.mean(0), rows.std(0) + 1e-6
        scaled = np.column_stack((np.ones(len(rows)), (rows - middle) / spread))
        share = np.where(right == 1, 0.5 / right.sum(), 0.5 / (len(right) - right.sum())) * len(right)
        prior = np.concatenate(([0.0], start * spread))

        def slope(weights: Floats) -> Floats:
            chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
            pull = penalty * np.concatenate(([0.0], (weights - prior)[1:]))
            return np.asarray((scaled.T @ (share * (chance - right)) + pull) / len(right))

        weights = descend(slope, prior, 0.02, 1500)
        plain_weights = weights[1:] / spread
        plain_weights[held] = start[held]
        return plain_weights, float(weights[0] - plain_weights @ middle)

    score = np.zeros(len(truth))
    for source in sorted(set(sources)):
        out = np.array([one == source for one in sources])
        weights, bias = fit(table[~out], truth[~out])
        score[out] = table[out] @ weights + bias
    ranks = score.argsort().argsort() + 1
    good = int(truth.sum())
    auc = (ranks[truth == 1].sum() - good * (good + 1) / 2) / (good * (len(truth) - good))
    weights, bias = fit(table, truth)
    print(f"{Counter(truth.tolist())}; AUC, sources held out: {auc:.4f}")
    print(
        ", ".join(f'"{name}": {value:.3f}' for name, value in zip(judge.NAMES, weights, strict=True)),
        f"bias {bias:.2f}",
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", choices=("lists", "titles", "pages"))
    parser.add_argument(
        "--penalty", type=float, help="how strongly the prior holds: lists 3, titles 30, pages 10"
    )
    options = parser.parse_args()
    if options.model == "lists":
        report(groupings(options.folder), features.NAMES, LISTS_PRIOR, options.penalty or 3)
    elif options.model == "titles":
        report(slots(options.folder), titles.NAMES, TITLES_PRIOR, options.penalty or 30)
    else:
        report_pages(options.folder, options.penalty or 10)


if __name__ == "__main__":
    main()
