"""Refit the weights of `scraper.listing`: `python -m bench.listing_weights FOLDER lists|titles|pages|variants`.

A benchmark folder (see `bench.listing`) is needed with its truth. Every model is a weighted sum whose prior, set by
hand, is moved by the pages as far as the penalty lets it: groupings and title slots by a conditional logit (the right
one among those of its page), the judgement of a page by a logistic regression. Each prints the figures of its choice on
all pages and with sources of pages held out, then the weights to paste. Groupings are fitted on the pages and their
variants (`bench.listing_variants`), so that no weight hangs on what one site writes; `variants` shows the F1 of each.
Pages that are no listings are made
from the same ones: the entries are replaced by an article, a login form, an error or a front page, so that menus,
sidebars and footers stay real.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import numpy as np
import numpy.typing as npt

from bench.listing import dated, pages
from bench.listing_fit import Choice, conditional_logit, descend
from bench.listing_others import other_bodies, replaced
from bench.listing_variants import VARIANTS
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce
from scraper.listing.entry import Entry
from scraper.listing.fields import titles
from scraper.listing.grouping import features
from scraper.listing.kind import judge
from scraper.listing.markup.tree import Tree, parse
from scraper.listing.records.lines import take_apart

Floats = npt.NDArray[np.float64]
Fit = Callable[[list["Choice"]], Floats]

LISTS_PRIOR = {
    "distinct": 3, "page_dates": 3, "one_heading": 1.5, "even": 3, "has_dates": 1.5, "records": 1.5, "short": -1.5,
    "dated": 1, "same": 1, "linked": 1.5, "few": -1, "one_date": 0.3, "prose": 0.7, "headed": 0.3, "aside": -1.5,
    "one_link": 0.3, "segments": -0.5, "page_text": 0.5, "cousins": -0.3, "main": 0.5, "titled": 0.5,
    "page_headings": 0.5, "text": 0.2, "titles": -1.5, "above": 1.2, "known": 1,
    "alike": 2, "nodes": 1,
}  # fmt: skip
TITLES_PRIOR = {
    "cover": 3, "distinct": 3, "length": 0.7, "long": -4, "tiny": -1.5, "heading": 1.5, "linked": 1, "targets": 0.7,
    "order": -1, "dated": -5, "letters": 4, "title_word": 1, "other_word": -0.7, "strong": 0.2, "label": -3,
    "excess": -0.5, "longest": 0.3, "tailed": -1.5, "sentence": -1.5,
}  # fmt: skip
PAGES_PRIOR = {
    "score": 0.7, "records": 0.5, "share": 1, "prose": -0.2, "prose_share": -3, "dated": 2, "typed_article": -2,
    "typed_list": 1, "password": -2, "headline_url": -1.5, "beside": -0.2, "aside": -0.5, "text": 0.3,
    "linked_share": 1, "above": 5, "offset": -1, "few": -0.5, "linked": 1, "paged": 1.5, "error": -12, "called": 2,
    "front_few": -0.8, "named": 2, "below": 2, "headline": -2, "comments": -5,
    "apart": -9, "sources": -6, "catalogue": -5, "menu": -2,
}  # fmt: skip
# Made pages keep the heads of listings and say little of an error, and none of the captured ones has date headings,
# so these cannot be learnt from them.
HELD = (
    "typed_article",
    "typed_list",
    "paged",
    "error",
    "called",
    "above",
    "front_few",
    "named",
    "aside",
    "headline_url",
    "headline",
    "comments",
    "apart",
    "sources",
    "catalogue",
    "menu",
    "terse",
)


# What the weights are fitted on beside the pages as they are, and how many groupings of each may be the right one.
FITTED = ("as it is", "no names", "no headings", "no lists", "bare", "adverts", "no dates")
WEIGHED = 60
JUDGED = ("as it is", "bare", "no dates")
FOLDS = 6
# None of the captured pages has date headings, so their worth cannot be learnt.
HELD_CHOICES = ("above",)


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
    """The groupings of every page and of its variants; those far down the order are worth nothing."""
    made = []
    for truth, whole, text in folder_rows(folder):
        for name in FITTED:
            tree = parse(VARIANTS[name](text, whole.url), whole.url)
            page = induce.look(tree)
            last = by_tail(truth["entries"], tree, list(page.counts.hrefs.values()))
            worth = np.zeros(len(page.possible))
            for at in page.order[:WEIGHED]:
                kept = induce.rows_of(tree, page.possible[at], page.counts, page.shown, page.machine)
                rows = cells([entry for _, entry in kept], tree)
                worth[at] = quality(truth["entries"], rows, last=last)
            if worth.any():
                made.append(Choice(truth["repo"], page.table, worth, name))
    return made


def cells(entries: list[Entry], tree: Tree) -> list[dict[str, Any]]:
    read = dated([entries], tree.url, tree.language, datetime.now(UTC))
    return read[0] if read else []


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


def report(choices: list[Choice], names: tuple[str, ...], prior: dict[str, float], penalty: float) -> None:
    start = np.array([float(prior.get(name, 0)) for name in names])
    held = [names.index(name) for name in HELD_CHOICES if name in names]

    def fit(some: list[Choice]) -> Floats:
        weights = conditional_logit(some, start, penalty)
        weights[held] = start[held]
        return weights

    def worth(weights: Floats, some: list[Choice]) -> dict[str, list[float]]:
        found = defaultdict(list)
        for one in some:
            found[one.variant].append(float(one.worth[int(np.argmax(one.table @ weights))]))
        return found

    weights = fit(choices)
    out: dict[str, list[float]] = defaultdict(list)
    sources = sorted({one.source for one in choices})
    random.Random(0).shuffle(sources)
    for fold in range(FOLDS):
        away = set(sources[fold::FOLDS])
        tested = worth(
            fit([one for one in choices if one.source not in away]),
            [one for one in choices if one.source in away],
        )
        for name, values in tested.items():
            out[name] += values
    before, after = worth(start, choices), worth(weights, choices)
    for name, values in after.items():
        most = statistics.mean(one.worth.max() for one in choices if one.variant == name)
        print(
            f"{name:12} {len(values)} pages; best there is {most:.3f}, prior alone {statistics.mean(before[name]):.3f}, "
            f"fitted {statistics.mean(values):.3f}, sources held out {statistics.mean(out[name]):.3f}"
        )
    print(", ".join(f'"{name}": {value:.2f}' for name, value in zip(names, weights, strict=True)))


def report_variants(folder: Path) -> None:
    """F1 of the entries by their links, variant by variant."""
    scores: dict[str, list[float]] = {name: [] for name in VARIANTS}
    for truth, tree, text in folder_rows(folder):
        wanted = [{"link": entry["link"]} for entry in truth["entries"]]
        for name, make in VARIANTS.items():
            found = induce.from_tree(parse(make(text, tree.url), tree.url))
            kept = [entry for one in induce.chosen(found) or found[:1] for entry in one.entries]
            last = by_tail(wanted, tree, [entry.url for entry in kept])
            scores[name].append(2 * quality(wanted, [{"link": entry.url} for entry in kept], last=last))
    for name, values in scores.items():
        print(f"{name:12} F1 {statistics.mean(values):.3f}, below 0.9: {sum(one < 0.9 for one in values)}")


# ---------------------------------------------------------------- listing or not


def judged(folder: Path) -> tuple[Floats, npt.NDArray[np.int64], list[str], list[str]]:
    """Evidence of listings and of pages made from them to be none, each as it is and in the variants of `JUDGED`."""
    table, truth, sources, variants = [], [], [], []
    chance = random.Random(5)

    def add(text: str, url: str, is_listing: bool, source: str) -> None:
        for name in JUDGED:
            tree = parse(VARIANTS[name](text, url), url)
            numbers = induce.look(tree).evidence(tree)
            table.append([numbers[name] for name in judge.WEIGHTS])
            truth.append(int(is_listing))
            sources.append(source)
            variants.append(name)

    for row, tree, text in folder_rows(folder):
        if row["stratum"] == "mixed":
            continue
        add(text, tree.url, True, row["repo"])
        page = induce.look(tree)
        for kind, body in other_bodies(tree.text_all(), chance).items():
            made = replaced(tree, text, page.possible[page.order[0]], body)
            address = {"article": "a-headline-of-some-words", "front": "/"}.get(kind, kind)
            if made:
                add(made, urljoin(row["url"], address), False, row["repo"])
    return np.array(table), np.array(truth), sources, variants


def report_pages(folder: Path, penalty: float) -> None:
    table, truth, sources, variants = judged(folder)
    start = np.array([float(PAGES_PRIOR[name]) for name in judge.WEIGHTS])
    held = [list(judge.WEIGHTS).index(name) for name in HELD]

    def fit(rows: Floats, right: npt.NDArray[np.int64]) -> tuple[Floats, float]:
        middle, spread = rows.mean(0), rows.std(0) + 1e-6
        scaled = np.column_stack((np.ones(len(rows)), (rows - middle) / spread))
        share = np.where(right == 1, 0.5 / right.sum(), 0.5 / (len(right) - right.sum())) * len(right)
        prior = np.concatenate(([0.0], start * spread))

        def slope(weights: Floats) -> Floats:
            chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
            pull = penalty * np.concatenate(([0.0], (weights - prior)[1:]))
            down = np.asarray((scaled.T @ (share * (chance - right)) + pull) / len(right))
            down[1 + np.array(held)] = 0.0  # what cannot be learnt stays, and the others answer to it
            return down

        weights = descend(slope, prior, 0.02, 1500)
        plain_weights = weights[1:] / spread
        return plain_weights, float(weights[0] - plain_weights @ middle)

    score = np.zeros(len(truth))
    for source in sorted(set(sources)):
        out = np.array([one == source for one in sources])
        weights, bias = fit(table[~out], truth[~out])
        score[out] = table[out] @ weights + bias
    for name in JUDGED:
        one = np.array([variant == name for variant in variants])
        print(f"{name:12} AUC, sources held out: {area(score[one], truth[one]):.4f}")
    weights, bias = fit(table, truth)
    print(
        ", ".join(f'"{name}": {value:.3f}' for name, value in zip(judge.WEIGHTS, weights, strict=True)),
        f"bias {bias:.2f}",
    )


def area(score: Floats, truth: npt.NDArray[np.int64]) -> float:
    """Area under the curve: how often a listing scores above a page that is none."""
    ranks = score.argsort().argsort() + 1
    good = int(truth.sum())
    return float((ranks[truth == 1].sum() - good * (good + 1) / 2) / (good * (len(truth) - good)))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", choices=("lists", "titles", "pages", "variants"))
    parser.add_argument(
        "--penalty", type=float, help="how strongly the prior holds: lists 10, titles 30, pages 10"
    )
    options = parser.parse_args()
    if options.model == "lists":
        report(groupings(options.folder), features.NAMES, LISTS_PRIOR, options.penalty or 10)
    elif options.model == "titles":
        report(slots(options.folder), titles.NAMES, TITLES_PRIOR, options.penalty or 30)
    elif options.model == "variants":
        report_variants(options.folder)
    else:
        report_pages(options.folder, options.penalty or 10)


if __name__ == "__main__":
    main()
