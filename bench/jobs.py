"""Whole jobs over the days of simulated sites, against what is true: `python -m bench.jobs [OLD_TREE] -o OUT.jsonl`.

Serves each life (`--life`, default all of `bench.site_life`) on loopback, and lets `listmend run` crawl it once a day of that
life with that day's clock, seed by seed; after a relaunch that a gate held back, `build --accept` as a person would. Each
published dataset is held against the life (`bench.site_life_judged`). OUT gets a line for each fault: `life seed day kind entry
found expected trees`; one that stays is told on its first day. With an old tree both read the same pages, and its faults
stand beside ours. Ends with 1 if this tree has a fault (that the old one has not), with 2 where nothing could be compared.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.site_life import SiteLife, life
from bench.site_life_judged import KINDS, Finding, Judge
from bench.site_life_names import LIVES, TROUBLES
from bench.site_life_pages import ROOTS, served
from pipelines import ledger, load
from pipelines.errors import UsageError

TREE = Path(__file__).parents[1]
_IN_TREE = TREE / "bench" / "in_tree.py"
_PATIENCE = 300
"""Seconds that one job may take."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree with a folder of its own for datasets, the site file and derived tables."""

    name: str
    root: Path
    folder: Path

    def listmend(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a verb of this tree as a schedule does.

        Raises:
            UsageError: it did not start, or its modules came from elsewhere.
        """
        said = self.folder / "said.json"
        said.unlink(missing_ok=True)
        ended = subprocess.run(
            [sys.executable, "-P", str(_IN_TREE), str(self.root), str(said), "scraper.cli", *words,
             "--output", str(self.folder / "output"), "--json"],
            cwd=self.folder, check=False, capture_output=True, text=True, timeout=_PATIENCE,
            env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache"), "LISTMEND_SITES": str(self.folder / "sites")},
        )  # fmt: skip
        if not said.exists():
            raise UsageError(
                f"{self.root}: scraper.cli did not start: {ended.stderr[-1500:]}", "See what it says."
            )
        strangers = [
            file
            for file in json.loads(said.read_text("utf-8"))["from"].values()
            if not Path(file).is_relative_to(self.root)
        ]
        if strangers:
            raise UsageError(f"{self.root}: modules came from {strangers[0]}", "Give a whole tree.")
        return ended

    def latest(self) -> tuple[str, Path] | None:
        """The run published last and the site's folder."""
        output = self.folder / "output"
        for site in output.iterdir() if output.is_dir() else ():
            if site.is_dir() and (run := ledger.latest(site)):
                return run, site
        return None


def site_file(one: SiteLife, address: str) -> str:
    """The site file a person would have written for this life."""
    lines = [
        f"start = {json.dumps([address + root for root in ROOTS[: one.lists]])}",
        'languages = ["fr"]',
        "delay = 0",
    ]
    lines += ["events = true"] * ("weekly" in one.traits) + ["incremental = true"] * (
        "incremental" in one.traits
    )
    lines += ["pages_max = 500"] * ("deep" in one.traits)
    lines += ['timezone = "Pacific/Auckland"'] * ("zone" in one.traits)
    title = "h2" if "linkless" in one.traits else "h2 a"
    lines += ["", "[[lists]]", 'entry = "article.post"', f'title = "{title}"', 'excerpt = ".extrait"']
    return "\n".join([*lines, *['date = ".date"'] * ("undated" not in one.traits)]) + "\n"


def day(one: SiteLife, tree: Tree, judge: Judge, asked: str) -> Iterator[Finding]:
    """One tree's job on one day, and what is wrong with its end and its dataset."""
    clock = f"{one.today + timedelta(days=one.clock_off)}T06:00:00Z"
    if "zone" in one.traits:  # its day has begun while the crawl's has not
        clock = f"{one.today - timedelta(days=1)}T20:00:00Z"
    before = tree.latest()
    ended = tree.listmend("run", asked, "--clock", clock)
    verdict = _answer(ended)
    if one.relaunch_day and ended.returncode == 3 and "site" in verdict:
        ended = tree.listmend("build", str(verdict["site"]), "--accept", "--clock", clock)
        verdict = _answer(ended)
    if "Traceback" in ended.stderr:
        yield from judge.finding("crash", "", ended.stderr[-1500:], "no traceback")
    may = TROUBLES[one.trouble] if one.trouble else {0}
    if ended.returncode not in may:
        failed = [gate["says"] for gate in verdict.get("gates", []) if not gate["passed"]]
        yield from judge.finding(
            "exit",
            one.trouble or "good day",
            f"{ended.returncode} {failed or verdict.get('says')}",
            sorted(may),
        )
    latest = tree.latest()
    if ended.returncode:
        if latest != before:
            yield from judge.finding("harmed", "", latest, before)
        return
    if latest is None:
        yield from judge.finding("harmed", "", "no dataset", "one")
        return
    yield from judge.dataset(load(latest[1]), latest[0])


def _answer(ended: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    try:
        answer = json.loads(ended.stdout)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def lived(name: str, seed: int, days: int, trees: dict[str, Path], scratch: Path) -> list[dict[str, Any]]:
    """One life through all trees; the faults as OUT holds them."""
    one = life(name, seed, days)
    found: dict[tuple[object, ...], dict[str, Any]] = {}
    with served(one) as address:
        readers = []
        for called, root in trees.items():
            folder = scratch / f"{name}-{seed}-{called}"
            (folder / "sites").mkdir(parents=True)
            (folder / "cache").symlink_to(scratch / f"cache-{called}")
            if "by_address" not in one.traits:
                (folder / "sites" / "simulated.toml").write_text(site_file(one, address), encoding="utf-8")
            readers.append((Tree(called, root, folder), Judge(one)))
        asked = address + ROOTS[0] if "by_address" in one.traits else "simulated"
        for _ in range(days):
            one.next_day()
            for tree, judge in readers:
                for fault in day(one, tree, judge, asked):
                    told = {"life": name, "seed": seed, **asdict(fault), "trees": []}
                    same = (fault.kind, fault.entry, fault.found)
                    found.setdefault(same, told)["trees"].append(tree.name)
    return list(found.values())


def table(lives: dict[str, list[dict[str, Any]]], trees: list[str]) -> Iterator[str]:
    """Faults by life and kind, as printed."""
    for name, faults in lives.items():
        each = [Counter(fault["kind"] for fault in faults if tree in fault["trees"]) for tree in trees]
        told = [
            f"{kind} {' → '.join(str(counts[kind]) for counts in each)}"
            for kind in KINDS
            if any(counts[kind] for counts in each)
        ]
        yield f"{name:20} {', '.join(told) or 'as it should be'}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "old", type=Path, nargs="?", metavar="OLD_TREE", help="folder with pipelines and scraper"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    parser.add_argument("--life", action="append", choices=LIVES, metavar="NAME", help=", ".join(LIVES))
    parser.add_argument("--seed", action="append", type=int, metavar="N", help="default: 1, 2 and 3")
    parser.add_argument("--days", type=int, default=16, help="default: 16")
    asked = parser.parse_args()
    trees = {**({"old": asked.old.absolute()} if asked.old else {}), "new": TREE}
    lives: dict[str, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory() as scratch, asked.output.open("w", encoding="utf-8") as out:
        for called in trees:
            (Path(scratch) / f"cache-{called}").mkdir()
        for name in asked.life or LIVES:
            lives[name] = []
            for seed in asked.seed or (1, 2, 3):
                try:
                    faults = lived(name, seed, asked.days, trees, Path(scratch))
                except UsageError as wrong:
                    print(wrong, file=sys.stderr)
                    sys.exit(wrong.code)
                lives[name] += faults
                out.writelines(json.dumps(fault, ensure_ascii=False) + "\n" for fault in faults)
                out.flush()
            print(*table({name: lives[name]}, list(trees)), sep="\n", flush=True)
    every = [fault for faults in lives.values() for fault in faults]
    sys.exit(any("new" in fault["trees"] and "old" not in fault["trees"] for fault in every))


if __name__ == "__main__":
    main()
