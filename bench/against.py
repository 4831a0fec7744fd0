"""An old tree's answers against this one's, row by row: `python -m bench.against OLD_TREE IN… -o OUT.jsonl [--set KIND] [-- WORD…]`.

Each IN is a bench set or one's own JSON lines (`bench.sets`); `--set mend` takes any rows with text through `listmend mend`.
Both trees' own runners read the same input fields, each in a process, with a cache, and from the folder of its own, and
get the words behind `--` (`-- --page`). OUT gets each case whose answer differs, the worse ones first: `file id kind list
input old new truth verdict`. Where the truth is known the verdict is worse (any measure of `bench.sets` fell), better or
other, else unknown. Ends with 1 if any case is worse, with 2 where nothing could be compared. CPU seconds are one run's, its
start included and, for the first set, its tables: a hint, no figure.
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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.sets import SETS, BenchSet, Case, Row, rows_of, set_of
from pipelines.errors import UsageError

TREE = Path(__file__).parents[1]
VERDICTS = ("worse", "better", "other", "unknown")


@dataclass(frozen=True, slots=True)
class Ran:
    """One tree's run: its answers, the CPU seconds of the process, and how many modules came from the tree."""

    answers: dict[tuple[str, str | None], Any]
    cpu: float
    modules: int


def run(
    tree: Path, one: BenchSet, given: Path, rows: list[Row], words: list[str], scratch: Path, cache: Path
) -> Ran:
    """One tree's answers to what was given; `cache` is the tree's alone.

    Raises:
        UsageError: its runner failed, or modules came from elsewhere.
    """
    out, said = scratch / "out.jsonl", scratch / "said.json"
    module, *verb = one.command
    command = [
        sys.executable, "-P", str(TREE / "bench" / "in_tree.py"), str(tree), str(said),
        module, *verb, str(given), "-o", str(out), *words,
    ]  # fmt: skip
    # tables derived at first use are kept by version, and two trees of one version may derive different ones
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    ended = subprocess.run(
        command, cwd=tree, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )  # fmt: skip
    if not said.exists():
        raise UsageError(f"{tree}: {module} did not start: {ended.stdout[-1500:]}", "See what it says.")
    told = json.loads(said.read_text(encoding="utf-8"))
    strangers = [
        f"{name} from {file}" for name, file in told["from"].items() if not Path(file).is_relative_to(tree)
    ]
    if strangers:
        raise UsageError(
            f"{tree}: {len(strangers)} modules came from elsewhere: {', '.join(strangers[:3])}",
            "Give a whole tree: bench, pipelines and scraper.",
        )
    if ended.returncode or not out.exists():
        raise UsageError(
            f"{tree}: {' '.join([module, *verb, *words])} ended with {ended.returncode}: {ended.stdout[-1500:]}",
            "Mend the rows or the words behind --; a tree that lacks the runner cannot be asked.",
        )
    return Ran(one.answers(out, rows), told["cpu"], len(told["from"]))


def judged(one: BenchSet, case: Case, old: Any, new: Any) -> str:
    """How the new answer stands to the old one."""
    if one.truth(case) is None:
        return "unknown"
    pairs = list(zip(one.measures(case, old), one.measures(case, new), strict=True))
    if any(after < before for before, after in pairs):
        return "worse"
    return "better" if any(after > before for before, after in pairs) else "other"


def differences(name: str, one: BenchSet, cases: list[Case], old: Ran, new: Ran) -> Iterator[Row]:
    """The cases whose answers differ, as OUT holds them."""
    for case in cases:
        answers = one.answer(case, old.answers), one.answer(case, new.answers)
        before, after = one.shown(case, *answers)
        if before != after:
            verdict = judged(one, case, *answers)
            yield {
                "file": name, "id": case.id, "kind": case.kind, "list": case.list, "input": case.input,
                "old": before, "new": after, "truth": one.truth(case), "verdict": verdict,
            }  # fmt: skip


def table(cases: Counter[str], found: list[Row]) -> Iterator[str]:
    """Counts by kind, as printed."""
    counts = Counter((row["kind"], row["verdict"]) for row in found)
    yield f"{'':24}{'asked':>8}{'differ':>8}" + "".join(f"{verdict:>9}" for verdict in VERDICTS)
    kinds = sorted({row["kind"] for row in found}, key=lambda kind: (-counts[kind, "worse"], kind))
    for kind in kinds:
        each = [counts[kind, verdict] for verdict in VERDICTS]
        yield f"{kind:24}{cases[kind]:>8}{sum(each):>8}" + "".join(f"{count:>9}" for count in each)
    each = [sum(row["verdict"] == verdict for row in found) for verdict in VERDICTS]
    yield f"{'all':24}{cases.total():>8}{len(found):>8}" + "".join(f"{count:>9}" for count in each)


def compare(
    old: Path, source: Path, kind: str | None, words: list[str], caches: Path
) -> tuple[Counter[str], list[Row]]:
    """Ask both trees about one set; how many cases of each kind there are, and those that differ.

    Args:
        old: the old tree.
        source: the set.
        kind: of the set; None to tell it by the fields.
        words: more words for both runners.
        caches: folder that keeps each tree's derived tables from set to set.
    """
    rows = rows_of(source)
    one = SETS[kind] if kind else set_of(source, rows)
    cases = list(one.cases(rows))
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name for name in ("given", "old", "new")]
        for folder in folders:
            folder.mkdir()
        given = one.given(rows, source, folders[0])
        before, after = (
            run(tree, one, given, rows, words, folder, caches / folder.name)
            for tree, folder in zip((old, TREE), folders[1:], strict=True)
        )
    print(f"{source}, {one.command[0]}, {len(rows)} rows")
    for name, tree, ran in (("old", old, before), ("new", TREE, after)):
        print(f"  {name} {ran.cpu:7.2f} CPU s, {ran.modules} modules of {tree}")
    return Counter(case.kind for case in cases), list(differences(source.name, one, cases, before, after))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=Path, metavar="OLD_TREE", help="folder with bench, pipelines and scraper")
    parser.add_argument("sets", type=Path, nargs="+", metavar="IN")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    parser.add_argument("--set", choices=SETS, dest="kind", help="default: by the fields")
    given = sys.argv[1:]
    at = given.index("--") if "--" in given else len(given)
    options, words = parser.parse_args(given[:at]), given[at + 1 :]
    asked: Counter[str] = Counter()
    found: list[Row] = []
    try:
        with tempfile.TemporaryDirectory() as caches:
            for source in options.sets:
                cases, rows = compare(options.old.absolute(), source, options.kind, words, Path(caches))
                asked += cases
                found += rows
    except UsageError as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(wrong.code)
    found.sort(key=lambda row: VERDICTS.index(row["verdict"]))
    with options.output.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    print("\n".join(table(asked, found)))
    sys.exit(any(row["verdict"] == "worse" for row in found))


if __name__ == "__main__":
    main()
