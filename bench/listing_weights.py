"""Refit the weights of `scraper.listing`: `python -m bench.listing_weights FOLDER lists|titles|pages|variants`.

A benchmark folder (see `bench.listing`) is needed with its truth. Every model is a weighted sum whose prior, set by
hand, is moved by the pages as far as the penalty lets it: groupings and title slots by a conditional logit (the right
one among those of its page), the judgement of a page by a logistic regression. Each prints the figures of its choice on
all pages and with sources of pages held out, then the weights to paste. Groupings are fitted on the pages and their
variants (`bench.listing_variants`), so that no weight hangs on what one site writes; `variants` shows the F1 of each.
`listing_judged` has the model of pages.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np
import numpy.typing as npt

from bench import listing_judged
from bench.listing import dated, folder_rows
from bench.listing_fit import Choice, conditional_logit
from bench.listing_variants import VARIANTS
from scraper.listing import induce
from scraper.listing.entry import Entry
from scraper.listing.fields import slot_measures
from scraper.listing.fields.slots import slots as slots_of
from scraper.listing.grouping import features
from scraper.listing.markup.tree import Tree, parse
from scraper.listing.records.lines import take_apart

Floats = npt.NDArray[np.float64]

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


# What the weights are fitted on beside the pages as they are, and how many groupings of each may be the right one.
FITTED = ("as it is", "no names", "no headings", "no lists", "bare", "adverts", "no dates")
WEIGHED = 60
FOLDS = 6
# None of the captured pages has date headings, so their worth cannot be learnt.
HELD_CHOICES = ("above",)


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
        found = slots_of(records)
        hits: dict[str, list[float]] = {slot: [] for slot in found}
        for number, record in enumerate(records):
            right = {
                title
                for _, href in record.hrefs
                for title in named.get(key_of(tree.link(href), last=last), [])
            }
            for slot, held in found.items():
                if right - {""}:
                    said = plain(held.firsts[number].text) if number in held.firsts else ""
                    hits[slot].append(float(any(said and (said in one or one in said) for one in right)))
        worth = np.array([np.mean(one) if one else 0.0 for one in hits.values()])
        if worth.size and worth.max() > 0:
            made.append(Choice(truth["repo"], slot_measures.measure(found, records), worth))
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
        report(slots(options.folder), slot_measures.NAMES, TITLES_PRIOR, options.penalty or 30)
    elif options.model == "variants":
        report_variants(options.folder)
    else:
        listing_judged.report(options.folder, options.penalty or 10)


if __name__ == "__main__":
    main()
