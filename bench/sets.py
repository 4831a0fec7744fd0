"""What each kind of bench set holds: what a runner may read, what an answer is, and how near it comes to the truth.

A set is a file of JSON lines, packed or not, or for `listing` a folder of pages. Rows of one's own need the input fields
alone: a missing `id` is the row's number, and what else is missing is null. Only those fields reach a runner.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from bench.json_lines import read
from pipelines.errors import UsageError

Row = dict[str, Any]

# What a date's runner may read of its `context`
CONTEXT = ("listing", "index", "group", "site", "tld", "crawl_date")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is asked.

    Attributes:
        id: of its row.
        kind: what it is counted under.
        list: the list it is read in; None where it stands alone.
        input: the text or address that is asked about.
        row: all that the set says.
    """

    id: str
    kind: str
    list: str | None
    input: str
    row: Row


class BenchSet:
    """How one kind of set is asked and judged.

    Attributes:
        command: module of the runner, and the words before its input.
        mark: the field that only this kind has.
        inputs: the fields a runner may read.
        kinds, lists, asked, true: the fields with a row's kind, its list, the question and the right answer.
        said: the field of a prediction that is the answer; the whole prediction if none is named.
    """

    command: ClassVar[tuple[str, ...]]
    mark: ClassVar[str] = ""
    inputs: ClassVar[tuple[str, ...]] = ()
    kinds: ClassVar[str] = "kind"
    lists: ClassVar[str] = ""
    asked: ClassVar[str] = "text"
    true: ClassVar[str] = "truth"
    said: ClassVar[str] = ""

    def given(self, rows: list[Row], source: Path, folder: Path) -> Path:
        """Put what a runner may read into a folder; the path it is given."""
        return _write(folder / "in.jsonl", [{name: row.get(name) for name in self.inputs} for row in rows])

    def cases(self, rows: list[Row]) -> Iterator[Case]:
        """What is asked, in the order of the rows."""
        for row in rows:
            kind = row.get(self.kinds) or "own"
            yield Case(row["id"], kind, row.get(self.lists), str(row.get(self.asked) or ""), row)

    def answers(self, file: Path, rows: list[Row]) -> dict[tuple[str, str | None], Any]:
        """What a runner wrote, by id and, where a row is asked for several things, kind."""
        return {(row.pop("id"), None): row.get(self.said) if self.said else row for row in read(file)}

    def answer(self, case: Case, said: dict[tuple[str, str | None], Any]) -> Any:
        """The answer to a case; None where there is none."""
        return said.get((case.id, None))

    def truth(self, case: Case) -> Any:
        """What the set knows to be right; None where it does not say."""
        return case.row.get(self.true)

    def measures(self, case: Case, said: Any) -> tuple[float, ...]:
        """How near an answer comes to a known truth, each figure the more the better."""
        raise NotImplementedError

    def shown(self, case: Case, old: Any, new: Any) -> tuple[Any, Any]:
        """Of two answers what tells them apart; where it is the same, so are they."""
        return old, new


class Repair(BenchSet):
    command = ("bench.repair",)
    mark = asked = "damaged"
    inputs = ("id", "lang", "damaged", "listing", "detail")
    lists, said = "listing", "text"

    def measures(self, case: Case, said: Any) -> tuple[float, ...]:
        return _text_measures(case, said, self.truth(case), case.row.get("trim"))


class Language(BenchSet):
    command = ("bench.language",)
    mark, kinds, true, lists, said = "site_lang", "condition", "lang", "site", "language"
    inputs = ("id", "text", "site_lang", "site")

    def measures(self, case: Case, said: Any) -> tuple[float, ...]:
        return (2 if said == self.truth(case) else 1 if said == "und" else 0,)


class Dates(BenchSet):
    command = ("bench.dates",)
    mark, true = "context", "iso"

    def given(self, rows: list[Row], source: Path, folder: Path) -> Path:
        kept = [
            {name: row.get(name) for name in ("id", "text", "lang")}
            | {"context": {name: (row.get("context") or {}).get(name) for name in CONTEXT}}
            for row in rows
        ]
        return _write(folder / "in.jsonl", kept)

    def cases(self, rows: list[Row]) -> Iterator[Case]:
        for row in rows:
            group = (row.get("context") or {}).get("group")
            yield Case(row["id"], row.get("kind") or "own", group, str(row["text"] or ""), row)

    def truth(self, case: Case) -> Any:
        """The day, or an empty word where the set knows that there is none."""
        return case.row["iso"] or "" if "iso" in case.row else None

    def measures(self, case: Case, said: Any) -> tuple[float, ...]:
        day, unsure = (said["date"], said["ambiguous"]) if said else (None, True)
        return (3 if (day or "") == self.truth(case) else 2 if not day else 1 if unsure else 0,)


class Listing(BenchSet):
    """Pages; of one's own as lines of `id url html`, or as a folder with the bytes."""

    command = ("bench.listing",)
    mark, kinds, asked, true = "html", "stratum", "url", "entries"

    def given(self, rows: list[Row], source: Path, folder: Path) -> Path:
        for name in ("url",) if source.is_dir() else ("url", "html"):
            lacking = [row["id"] for row in rows if not isinstance(row.get(name), str)]
            if lacking:
                raise UsageError(f"{source}: page {lacking[0]} has no {name}", "A page needs url and html.")
        with gzip.open(folder / "truth.jsonl.gz", "wt", encoding="utf-8") as out:
            out.writelines(json.dumps({"id": row["id"], "url": row["url"]}) + "\n" for row in rows)
        if source.is_dir():
            (folder / "pages.tar.gz").symlink_to((source / "pages.tar.gz").absolute())
            return folder
        with tarfile.open(folder / "pages.tar.gz", "w:gz") as tar:
            for row in rows:
                body = row["html"].encode()
                member = tarfile.TarInfo(f"{row['id']}.html")
                member.size = len(body)
                tar.addfile(member, io.BytesIO(body))
        return folder

    def measures(self, case: Case, said: Any) -> tuple[float, ...]:
        return _entries_measures(self.truth(case), self._kept(case, said))

    def shown(self, case: Case, old: Any, new: Any) -> tuple[Any, Any]:
        """Of the list that counts the entries only one has; next page, and whether it is judged a listing."""
        lists = self._kept(case, old), self._kept(case, new)

        def apart(said: Any, own: list[Row], other: list[Row]) -> Row:
            entries = [entry for entry in own if entry not in other]
            rest = {"next": said["next"], "listing": said["listing"] > 0.5} if said else {}
            return {"entries": entries, "of": len(own), **rest}

        return apart(old, *lists), apart(new, *reversed(lists))

    def _kept(self, case: Case, said: Any) -> list[Row]:
        """The list that counts: what a run keeps, or on a page of several lists the one that the truth names."""
        groups: list[list[Row]] = (said and said["groups"]) or [[]]
        if case.kind != "mixed" or not self.truth(case):
            return groups[0]
        return max(groups, key=lambda group: _entries_measures(self.truth(case), group)[0])


class Table(BenchSet):
    """Any rows with text, as `listmend mend` takes them; a `truth` is an object with the right cells by column."""

    command = ("scraper.cli", "mend", "--no-repairs")

    def given(self, rows: list[Row], source: Path, folder: Path) -> Path:
        return _write(folder / "in.jsonl", [{k: v for k, v in row.items() if k != "truth"} for row in rows])

    def cases(self, rows: list[Row]) -> Iterator[Case]:
        for row in rows:
            for name, cell in row.items():
                if isinstance(cell, str) and name not in ("id", "truth"):
                    yield Case(row["id"], name, None, cell, row)

    def answers(self, file: Path, rows: list[Row]) -> dict[tuple[str, str | None], Any]:
        return {(said["id"], name): cell for said in read(file) for name, cell in said.items()}

    def answer(self, case: Case, said: dict[tuple[str, str | None], Any]) -> Any:
        return said.get((case.id, case.kind))

    def truth(self, case: Case) -> Any:
        known = case.row.get("truth")
        return known.get(case.kind) if isinstance(known, dict) else None

    def measures(self, case: Case, said: Any) -> tuple[float, ...]:
        return _text_measures(case, said, self.truth(case), None)


SETS: dict[str, BenchSet] = {
    "repair": Repair(), "language": Language(), "dates": Dates(), "listing": Listing(), "mend": Table(),
}  # fmt: skip


def rows_of(source: Path) -> list[Row]:
    """The rows of a set, each with an id of its own.

    Raises:
        UsageError: no such file, a line that is no JSON object, no row, or an id that comes twice.
    """
    file = source / "truth.jsonl.gz" if source.is_dir() else source
    try:
        rows = list(read(file))
    except (OSError, ValueError) as bad:
        raise UsageError(
            f"{file}: {bad}", "Expected a bench set or your own rows, one JSON object a line."
        ) from bad
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise UsageError(f"{file}: row {number} is {row!r:.40}, expected an object", "Mend that row.")
        row["id"] = str(row.get("id", number))
        if row["id"] in seen:
            raise UsageError(f"{file}: two rows have the id {row['id']!r}", "Give each its own, or none any.")
        seen.add(row["id"])
    if not rows:
        raise UsageError(f"{file}: no row", "Expected a bench set or your own rows, one JSON object a line.")
    return rows


def set_of(source: Path, rows: list[Row]) -> BenchSet:
    """The kind of a set, by the field that only one kind has.

    Raises:
        UsageError: none of those fields is there.
    """
    if source.is_dir():
        return SETS["listing"]
    marks = {one.mark: one for one in SETS.values() if one.mark}
    for mark, one in marks.items():
        if any(mark in row for row in rows):
            return one
    raise UsageError(
        f"{source}: which set is it? expected one of the fields {', '.join(marks)}, found {', '.join(rows[0])}",
        f"Say it with --set {'|'.join(SETS)}.",
    )


def _write(file: Path, rows: list[Row]) -> Path:
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return file


def _text_measures(case: Case, said: str | None, truth: str, trimmed: str | None) -> tuple[float, ...]:
    """3 for the truth, 2 for a cut one without its lost character, 1 for the text as it was, 0 for all else."""
    return (3 if said == truth else 2 if said and said == trimmed else 1 if said == case.input else 0,)


def _entries_measures(truth: list[Row], found: list[Row]) -> tuple[float, ...]:
    """F1 of the entries by their links, then how many dates, titles and teasers of them are right."""
    by_link = {_link(entry): entry for entry in found}
    pairs = [(entry, by_link[_link(entry)]) for entry in truth if _link(entry) in by_link]
    f1 = 2 * len(pairs) / (len(truth) + len(found)) if pairs else 0.0
    right = [
        sum(bool(true.get(name)) and _words(true[name])[:40] in _words(own[name]) for true, own in pairs)
        for name in ("date", "title", "excerpt")
    ]
    return (f1, *right)


def _link(entry: Row) -> str:
    """What makes two links one: path and parameters, whichever the host."""
    parts = urlsplit((entry.get("link") or "").strip())
    return unquote(f"{parts.path.rstrip('/')}?{'&'.join(sorted(parts.query.split('&')))}").lower()


def _words(text: str | None) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", (text or "").lower()).split())
