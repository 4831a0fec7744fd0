"""What each step of the language verdict is worth: `python -m bench.language_ablation IN.jsonl.gz`.

Every row is judged again with one step taken out. Unlike in `bench.language`, the texts are mended by ftfy alone, so
that the figures do not move with the repair. A column is a variant, a row a share of right labels in per cent, as the
benchmark scores them: averaged over languages, `core` without those in `RARE`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import ftfy
import numpy as np
import pandas as pd

from bench.language import read, truth
from pipelines.language import alone, detect, doubt, eld, fit, looks, pool

RARE = frozenset("sr gl eu is ga be mk cy th".split())
UNSAID = np.float32(eld.UNSAID)


def settled(misfit: np.ndarray, *_: object) -> np.ndarray:
    """No text is in an unknown language."""
    return np.full(len(misfit), fit.settled_odds(), dtype=np.float32)


def silent(texts: list[str]) -> np.ndarray:
    """eldc has no opinion."""
    return np.full((len(texts), len(eld.languages())), UNSAID, dtype=np.float32)


def unheard(shares: np.ndarray, *_: object) -> pool.Third:
    """The third detector changes nothing, no word is counted, and all text fits as usual."""
    nothing = np.zeros(len(shares), dtype=np.int64)
    return pool.Third(shares, nothing, nothing, nothing.astype(np.float32))


KNOWN = patch.object(pool, "unknown_odds", settled)
NO_LIST_FIT = patch.object(doubt, "PER_DEVIATION", 0.0)
NO_THIRD = patch.object(looks, "with_third", unheard)
NO_ELD = patch.object(eld, "read", silent)
NO_NOISE = patch.object(alone, "speechless", lambda plain: np.zeros(len(plain), dtype=np.int8))
VARIANTS: dict[str, tuple[object, ...]] = {
    "all steps": (),
    "no list": (),
    "not mended": (),
    "all languages known": (KNOWN, NO_LIST_FIT),
    "without py3langid": (NO_THIRD,),
    "without eldc": (NO_ELD, KNOWN, NO_LIST_FIT),
    "no noise rules": (NO_NOISE,),
}


@contextmanager
def without(steps: tuple[object, ...]) -> Iterator[None]:
    """Take some steps out for a while."""
    for step in steps:
        step.start()  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for step in steps:
            step.stop()  # type: ignore[attr-defined]


def measures(rows: pd.DataFrame, found: pd.Series) -> dict[str, float]:
    """Per cent of right labels by condition, and what becomes of the entries of pages."""
    right = (found == rows["lang"]).groupby([rows["condition"], rows["lang"]]).mean()
    core = right[~right.index.get_level_values("lang").isin(RARE)]
    page = rows["condition"] == "site"
    speaking = page & (rows["lang"] != "und")
    native = speaking & (rows["lang"] == rows["site_lang"])
    foreign = speaking & (rows["lang"] != rows["site_lang"])
    average: Callable[[pd.Series, str], float] = lambda shares, name: shares[name].mean()  # noqa: E731
    return {
        "title5 core": average(core, "title5"),
        "title5 all": average(right, "title5"),
        "webtitle core": average(core, "webtitle"),
        "webtitle all": average(right, "webtitle"),
        "caps core": average(core, "caps"),
        "mojibake core": average(core, "mojibake"),
        "noise": average(right, "noise"),
        "entries of pages": (found == rows["lang"])[page].mean(),
        "native called foreign": (~found.isin(["und"]) & (found != rows["lang"]))[native].mean(),
        "foreign found": (found == rows["lang"])[foreign].mean(),
        "foreign masked": (found == rows["site_lang"])[foreign].mean(),
    }


def judged(rows: pd.DataFrame, variant: str) -> pd.Series:
    """The labels of one variant."""
    listed = rows["site"].notna() & (variant != "no list")
    texts = rows["text"] if variant == "not mended" else rows["mended"]
    with without(VARIANTS[variant]):
        groups = rows["site"].where(listed, rows["id"])
        return detect(texts, groups=groups, declared=rows["site_lang"].where(listed))["language"]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    rows = read(options.data).join(truth(options.data))
    rows["mended"] = pd.Series([ftfy.fix_text(text) for text in rows["text"].fillna("")], dtype="str")
    table = pd.DataFrame({variant: measures(rows, judged(rows, variant)) for variant in VARIANTS})
    print((100 * table).round(1).to_string())


if __name__ == "__main__":
    main()
