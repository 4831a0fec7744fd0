"""Find the entries of captured pages: `python -m bench.listing FOLDER -o OUT.jsonl [--clock TIME]`.

Reads `pages.tar.gz` and, of `truth.jsonl.gz`, only `id url`. One line a page: `{"id", "groups", "next", "listing"}`; the
first group is what a run keeps (`induce.chosen`), the others are the single lists and, where several are built alike,
all of one build. Days come from `pipelines.dates`, read list by list as in a build. The time is CPU of one process for
all that a page costs a run after it is decoded: lists and next page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import tarfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipelines.dates import read_dates
from pipelines.repair.decoding.decode import decode
from scraper.listing import induce, paginate
from scraper.listing.dates.dated import machine_dates
from scraper.listing.entry import Entry, FoundList
from scraper.listing.markup.tree import Tree, parse


def pages(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Id, address and bytes of every page."""
    with gzip.open(folder / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        addresses = {row["id"]: row["url"] for row in map(json.loads, lines)}
    with tarfile.open(folder / "pages.tar.gz") as tar:
        for member in tar:
            name = member.name.rsplit("/", 1)[-1].removesuffix(".html")
            file = tar.extractfile(member)
            if file is not None and name in addresses:
                yield name, addresses[name], file.read()


def folder_rows(folder: Path) -> Iterator[tuple[dict[str, Any], Tree, str]]:
    """Truth, tree and text of every page."""
    with gzip.open(folder / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        truth = {row["id"]: row for row in map(json.loads, lines)}
    for name, url, body in pages(folder):
        text = decode(body).text
        yield truth[name], parse(text, url), text


def groups_of(found: list[FoundList]) -> list[list[Entry]]:
    """What a run keeps first, then every list, then all lists of one build together."""
    if not found:
        return []
    kept = [entry for one in induce.chosen(found) for entry in one.entries]
    builds = {
        one.shape: [entry for two in found if two.shape == one.shape for entry in two.entries]
        for one in found
    }
    return [kept or list(found[0].entries), *(list(one.entries) for one in found), *builds.values()]


def dated(groups: list[list[Entry]], url: str, language: str, clock: datetime) -> list[list[dict[str, Any]]]:
    """The groups as rows with ISO dates."""
    flat = [(number, entry) for number, group in enumerate(groups) for entry in group]
    if not flat:
        return []
    read = read_dates(
        [entry.date or None for _, entry in flat],
        groups=[str(number) for number, _ in flat],
        languages=language or None,
        hints=[entry.datetime or None for _, entry in flat],
        urls=[entry.url or None for _, entry in flat],
        tlds=(urlsplit(url).hostname or "").rpartition(".")[2],
        crawled=clock,
    )
    days = [
        str(day) if known else None for day, known in zip(read["date"], read["date"].notna(), strict=True)
    ]
    rows: list[list[dict[str, Any]]] = [[] for _ in groups]
    for (number, entry), day in zip(flat, days, strict=True):
        rows[number].append({"title": entry.title, "link": entry.url, "date": day, "excerpt": entry.excerpt})
    return rows


def fetched(tree: Tree, latest: datetime) -> datetime:
    """When a captured page was fetched: nobody wrote it down, so the newest moment the page itself gives, else the latest."""
    moments = [
        *machine_dates(tree).values(),
        *(tree.metas.get(name, "") for name in ("article:modified_time", "date")),
    ]
    days = sorted(moment[:10] for moment in moments if re.match(r"\d{4}-\d\d-\d\d", moment))
    past = [day for day in days if day <= latest.date().isoformat()]
    return datetime.fromisoformat(past[-1]).replace(tzinfo=UTC) if past else latest


def told(groups: list[list[Entry]], rows: list[list[dict[str, Any]]], latest: datetime) -> datetime:
    """The newest day written with its year in any list, else the latest: beside it, days without a year have theirs."""
    cells = (pair for group, read in zip(groups, rows, strict=True) for pair in zip(group, read, strict=True))
    days = [row["date"] for entry, row in cells if row["date"] and re.search(r"(?:19|20)\d\d", entry.date)]
    past = [day for day in days if day <= latest.date().isoformat()]
    return datetime.fromisoformat(max(past)).replace(tzinfo=UTC) if past else latest


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument(
        "--clock",
        type=datetime.fromisoformat,
        default=datetime.now(UTC),
        help="when the pages were fetched, at the latest",
    )
    options = parser.parse_args()
    spent = []
    with options.output.open("w", encoding="utf-8") as out:
        for name, url, body in pages(options.folder):
            text = decode(body).text
            began = time.process_time()
            tree = parse(text, url)
            found = induce.from_tree(tree)
            following = paginate.from_tree(tree)
            spent.append(1000 * (time.process_time() - began))
            groups, clock = groups_of(found), fetched(tree, options.clock)
            rows = dated(groups, url, tree.language, clock)
            if clock == options.clock and (clock := told(groups, rows, clock)) != options.clock:
                rows = dated(groups, url, tree.language, clock)
            row = {"id": name, "groups": rows, "next": following, "listing": induce.judged(tree)}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    spent.sort()
    print(
        f"{len(spent)} pages, CPU a page: median {statistics.median(spent):.1f} ms, p95 {spent[int(0.95 * len(spent))]:.1f} ms"
    )


if __name__ == "__main__":
    main()
