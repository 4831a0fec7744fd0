"""The weights of the judgement of a page, refitted: a logistic regression over captured listings and pages made from them.

Pages that are no listings are made from the captured ones: the entries are replaced by an article, a login form, an error or a
front page, so that menus, sidebars and footers stay real. `python -m bench.listing_weights FOLDER pages` runs it.
"""

from __future__ import annotations

import random
from pathlib import Path
from urllib.parse import urljoin

import numpy as np
import numpy.typing as npt

from bench.listing import folder_rows
from bench.listing_fit import descend
from bench.listing_others import other_bodies, replaced
from bench.listing_variants import VARIANTS
from scraper.listing import induce
from scraper.listing.kind import judge
from scraper.listing.markup.tree import parse

Floats = npt.NDArray[np.float64]

PRIOR = {
    "score": 0.7, "records": 0.5, "share": 1, "prose": -0.2, "prose_share": -3, "dated": 2, "typed_article": -2,
    "typed_list": 1, "password": -2, "headline_url": -1.5, "beside": -0.2, "aside": -0.5, "text": 0.3,
    "linked_share": 1, "above": 5, "offset": -1, "few": -0.7, "complete": 0.2, "filled": 0.5, "opened": 0.5, "among": -4, "linked": 1, "paged": 1.5, "error": -12, "called": 2,
    "front_few": -1, "named": 2, "below": 2, "headline": -2, "comments": -5,
    "apart": -9, "sources": -6, "catalogue": -5, "menu": -2,
    "terse": -5, "front": -5, "scattered": -5.5, "asking": -16, "outside": -10, "neighbours": -6, "contents": -14,
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
    "front",
    "scattered",
    "few",
    "complete",
    "filled",
    "opened",
    "among",
    "asking",
    "neighbours",
    "contents",
    "outside",
)
JUDGED = ("as it is", "bare", "no dates")


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


def report(folder: Path, penalty: float) -> None:
    table, truth, sources, variants = judged(folder)
    start = np.array([float(PRIOR[name]) for name in judge.WEIGHTS])
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
