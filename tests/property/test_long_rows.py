"""A row of one sign, 50,000 long, in a cell or on a page: what stands beside it comes out as ever, and in the time it takes.

Looked for from each of its signs, such a row takes minutes, one looked for once no second. So each kind is read by a process
that may take two minutes for all rows together, as no honest reading does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ROWS = (
    "a", "A", "é", "1", "_", " ", "\N{NO-BREAK SPACE}", "\t", ".", "…", "-", "/", "&", "(", "[", "»", "'", "?", "一",
    "\U0010f7c3", "&#", "&amp;", "Ã©", "a.", "a ", ". ", " .", "1.", "1-", "1/", "a=", "www.", "janvier ", "by A ",
)  # fmt: skip
LENGTH = 50_000
BOUND = 120

MEND = """
import pandas as pd
from pipelines import mend

def read(row):
    said = ["Le pont est fermÃ© depuis hier soir."]
    behind = (", {} et ouverte hier.", " {}", ",{}b &lt;br&gt; c", ", x{}\\ufffd y {}…", " {}&hel", " {} https://{}")
    said += ["La mairie a été rÃ©parée" + end.replace("{}", row) for end in behind]
    return [cell[:24] for cell in mend(pd.Series(said))]
"""
BUILD = """
from pipelines.build import build
from pipelines.raw import raw_of
from tests.rows import entry, site

def read(row):
    lines = [entry(number) for number in range(1, 10)]
    for line, name in zip(lines, ("title", "excerpt", "date", "url")):
        line[name] += " " + row
    return build(raw_of(lines), site(), None, "one").records[["title", "date"]].iloc[4:].astype(str).to_numpy().tolist()
"""
FIND = """
from scraper.listing.induce import chosen, induce

def read(row):
    cells = [[f"Le conseil ouvre la séance {n}", f"{n}.10.2026", f"La séance numéro {n} du conseil a porté sur les écoles et sur les transports de la ville."] for n in range(1, 10)]
    for at in range(3):
        cells[at][at] += " " + row
    page = "".join(
        f"<article><h2><a href=/a/{n}>{title}</a></h2><time>{day}</time><p>{said}</p></article>"
        for n, (title, day, said) in enumerate(cells)
    )
    found = chosen(induce(f"<html lang=fr><main>{page}</main>", "https://lumen.example/"))
    return [[one.title, one.date, one.excerpt] for run in found for one in run.entries][3:]
"""
ALL = """
import json, sys
rows, length = json.load(sys.stdin)
print(json.dumps([read(row * (length // len(row))) for row in rows]))
"""


def read(how: str) -> dict[str, Any]:
    """What a process of its own makes of each row; it fails where that takes longer than `BOUND` seconds."""
    ended = subprocess.run(
        [sys.executable, "-c", how + ALL], input=json.dumps([ROWS, LENGTH]),
        check=True, capture_output=True, text=True, timeout=BOUND, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return dict(zip(ROWS, json.loads(ended.stdout), strict=True))


def test_a_cell_is_mended_around_a_long_row() -> None:
    """The words before the row are mended, and so is the cell above."""
    for row, cells in read(MEND).items():
        assert cells[0] == "Le pont est fermé depuis", row
        assert {cell[:23] for cell in cells[1:]} == {"La mairie a été réparée"}, row


def test_a_list_is_built_around_long_rows() -> None:
    """A title, a teaser, a day and a link with a row behind them: the entries beside keep their titles and days."""
    beside = [[f"Le conseil municipal ouvre la séance numéro {n}", f"2026-10-{28 - n}"] for n in range(5, 10)]
    for row, cells in read(BUILD).items():
        assert cells == beside, row


def test_a_list_is_found_around_long_rows() -> None:
    """The entries beside are found whole."""
    beside = [
        [
            f"Le conseil ouvre la séance {n}",
            f"{n}.10.2026",
            f"La séance numéro {n} du conseil a porté sur les écoles et sur les transports de la ville.",
        ]
        for n in range(4, 10)
    ]
    for row, cells in read(FIND).items():
        assert cells == beside, row
