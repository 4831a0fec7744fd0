"""How fast mending is against ftfy, on the same rows in one process: `python -m bench.repair_speed IN.jsonl.gz`.

Two mixes, 90 % clean, 5 % mojibake, 5 % cut, and nothing but damage, in columns of several sizes, each one call. A column is
drawn from the set's rows with repetition (`drawn`: 914 damaged texts come back soon, and each is mended once), or made of
rows that are all different (`different`: stretches of the set's clean texts, damaged here in the same ways), of many
languages or of one (`language`). Every round has a column of its own. ftfy gets the configuration of the ladder, told to
explain nothing, and as its users call it.

Prints the microseconds of CPU a text, the median of the rounds, and the ratios.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import ftfy
import pandas as pd

from bench.json_lines import read
from pipelines import mend

_KINDS = {
    "clean": ("clean", "listing_boundary", "listing_short"),
    "mojibake": ("mojibake_",),
    "cut": ("cut_",),
}
MIXES = {
    "90/5/5": {"clean": 0.9, "mojibake": 0.05, "cut": 0.05},
    "damaged": {"mojibake": 0.5, "cut": 0.5},
}
_MISREAD = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1252", "sloppy-windows-1251", "macroman")
_ASKED = 3000
"""Texts of a column that ftfy is timed on: it has no cost but by the text."""
_ENOUGH = 100
"""Rows of a language that columns are made of."""
Column = Callable[[dict[str, float], int, random.Random], list[str]]


def drawn(rows: list[dict[str, str]]) -> Column:
    """Columns of the set's own rows, with repetition."""
    texts = {
        name: [
            row["damaged"]
            for row in rows
            if row["kind"].startswith(starts) and not ("cut" in row["kind"]) ^ (name == "cut")
        ]
        for name, starts in _KINDS.items()
    }

    def column(shares: dict[str, float], size: int, rng: random.Random) -> list[str]:
        found = [
            rng.choice(texts[name]) for name, share in shares.items() for _ in range(round(size * share))
        ]
        rng.shuffle(found)
        return found

    return column


def different(rows: list[dict[str, str]]) -> Column:
    """Columns of rows that are all different, of the set's languages."""
    clean = sorted({text for row in rows for text in (row["truth"], row.get("detail")) if text})

    def column(shares: dict[str, float], size: int, rng: random.Random) -> list[str]:
        found: dict[str, None] = {}
        for name, share in shares.items():
            wanted = len(found) + round(size * share)
            for text in _damaged(name, clean, rng):
                if len(found) == wanted:
                    break
                found[text] = None
        texts = list(found)
        rng.shuffle(texts)
        return texts

    return column


def of_one_language(rows: list[dict[str, str]]) -> Column:
    """As `different`, each column in one language, as a site's is: its evidence is asked for more than a mix's."""
    by_language: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_language[row["lang"]].append(row)
    columns = [
        different(some) for some in by_language.values() if len(some) >= _ENOUGH and not _is_ascii(some)
    ]
    return lambda shares, size, rng: rng.choice(columns)(shares, size, rng)


def _is_ascii(rows: list[dict[str, str]]) -> bool:
    """Whether most texts have nothing to damage, as in English."""
    return sum(row["truth"].isascii() for row in rows) > len(rows) / 2


def _damaged(name: str, clean: list[str], rng: random.Random) -> Iterator[str]:
    while True:
        words = rng.choice(clean).split(" ")
        text = " ".join(words[rng.randrange(len(words)) :])[: rng.randrange(80, 300)].rstrip()
        high = [at for at, character in enumerate(text) if character > "\x7f" and at > 40]
        if name == "clean" and len(text) > 40:
            yield text
        elif name != "clean" and high:
            at, codec = rng.choice(high), rng.choice(_MISREAD)
            data = text.encode() if name == "mojibake" else text[at].encode()[:-1]
            try:
                shown = data.decode(codec)
            except UnicodeDecodeError:
                continue
            yield shown if name == "mojibake" else text[:at] + rng.choice([shown, "\ufffd"])


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def each_fixed(texts: list[str], config: ftfy.TextFixerConfig | None = None) -> None:
    """ftfy on one text after the other."""
    for text in texts:
        ftfy.fix_text(text, config)


def measured(column: Column, shares: dict[str, float], size: int, rounds: int) -> dict[str, float]:
    """Microseconds a text: `mend`, ftfy told to explain nothing, and ftfy as it comes."""
    config = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False, explain=False)
    mend(pd.Series(column(shares, size, random.Random(0)), dtype="str"))  # models are loaded once a process
    ours, theirs, usual = [], [], []
    for number in range(1, rounds + 1):
        texts = column(shares, size, random.Random(number))
        series = pd.Series(texts, dtype="str")
        ours.append(seconds(partial(mend, series)) / len(texts))
        some = texts[:_ASKED]
        theirs.append(seconds(partial(each_fixed, some, config)) / len(some))
        usual.append(seconds(partial(each_fixed, some)) / len(some))
    names = ("mend_us", "ftfy_us", "ftfy_usual_us")
    return {
        name: round(1e6 * statistics.median(each), 2)
        for name, each in zip(names, (ours, theirs, usual), strict=True)
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("input", type=Path)
    ask.add_argument("--size", type=int, nargs="+", default=[2_000, 20_000, 100_000])
    ask.add_argument("--rounds", type=int, default=5)
    options = ask.parse_args()
    rows = list(read(options.input))
    figures = {}
    for kind, column in (
        ("drawn", drawn(rows)),
        ("different", different(rows)),
        ("language", of_one_language(rows)),
    ):
        for name, shares in MIXES.items():
            for size in options.size:
                us = measured(column, shares, size, options.rounds)
                ratio, usual = us["ftfy_us"] / us["mend_us"], us["ftfy_usual_us"] / us["mend_us"]
                figures[f"{kind} {name} {size}"] = us
                print(
                    f"{kind:9} {name:8} {size:7} rows  mend {us['mend_us']:7.2f} us  ftfy {us['ftfy_us']:7.2f} us  "
                    f"ratio {ratio:5.1f}, {usual:5.1f} as it comes"
                )
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
