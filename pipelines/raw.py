"""Raw lines to one frame: what the crawl wrote, joined so that every entry carries what can prove it.

`raw.jsonl` holds one JSON object a line, of four kinds: an `entry` of a list, the `page` of an entry, an item of the
site's `feed`, and a `reject` of the crawl with its reason. Lone bytes stay in the text as marks. The build joins pages
and feed items to entries by canonical URL, so a page fetched once serves every list that shows its entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj

from pipelines.address_column import canonical
from pipelines.errors import OutputError
from pipelines.repair.excerpts.shared_pages import without_shared_addresses
from pipelines.taken_back import REPLACED

_TEXTS = (
    "kind list url title excerpt date datetime category author listing_url encoding fetched_at page_language"
    " final_url text summary beside language reason detail else excerpt_else"
).split()
SCHEMA = pa.schema(
    [pa.field(name, pa.string()) for name in _TEXTS] + [pa.field(n, pa.int32()) for n in ("page", "position")]
)

ENTRY = {
    "list": "list", "page": "page", "position": "position", "url": "url", "title": "title_raw", "excerpt": "excerpt_raw",
    "date": "date_raw", "datetime": "datetime_raw", "category": "category", "author": "author",
    "listing_url": "listing_url", "encoding": "encoding", "fetched_at": "fetched_at", "page_language": "page_language",
    "else": "title_else", "excerpt_else": "excerpt_else",
}  # fmt: skip
OWN = {
    "title": "own_title",
    "text": "own_text",
    "summary": "own_summary",
    "beside": "own_beside",
    "date": "own_date",
    "language": "own_language",
    "else": "own_else",
}
FEED = {"title": "feed_title", "text": "feed_text", "summary": "feed_summary", "date": "feed_date"}


KINDS = {
    kind: pa.schema([SCHEMA.field(name) for name in names])
    for kind, names in (
        ("entry", ENTRY),
        ("page", ["url", "final_url", *OWN]),
        ("feed", ["url", *FEED]),
        ("reject", ["url", "reason", "detail"]),
    )
}


@dataclass(frozen=True, slots=True)
class Raw:
    """What one crawl brought home.

    Attributes:
        entries: one row an entry in the order found, with own-page and feed columns joined; see `ENTRY`, `OWN`, `FEED`.
        rejects: `url reason detail` of what the crawl would not or could not take.
        pages: number of entry pages; feed: number of feed items.
    """

    entries: pd.DataFrame
    rejects: pd.DataFrame
    pages: int
    feed: int


def read_raw(path: Path) -> Raw:
    """Read a run's `raw.jsonl`.

    Raises:
        OutputError: the file is missing or a line is not what the crawl writes.
    """
    try:
        return join(_batches(path))
    except FileNotFoundError as fault:
        raise OutputError(f"{path}: no raw entries", "crawl the site again") from fault
    except pa.ArrowInvalid as fault:
        raise OutputError(
            f"{path}: not what a crawl writes: {fault}", "build again from the archive"
        ) from fault


def raw_of(lines: Iterable[Mapping[str, object]]) -> Raw:
    """The same from lines in memory, keys as in `raw.jsonl`."""
    return join([pa.Table.from_pylist(list(lines), schema=SCHEMA)])


def join(batches: Iterable[pa.Table]) -> Raw:
    """Join pages and feed items to entries by canonical URL; the first page of a URL counts, the longest feed item.

    A page that many links led to is no entry's, and told as a reject.

    Args:
        batches: raw lines, columns of `SCHEMA`; each is let go once its lines are sorted by kind.
    """
    kinds = _by_kind(batches)
    pages, items = _rows(kinds["page"]), _rows(kinds["feed"])
    rejects = _frame(kinds["reject"], {name: name for name in ("url", "reason", "detail")})
    entries = _standing(_frame(kinds["entry"], ENTRY), rejects)
    fetched = pa.array(entries["fetched_at"], type=pa.string(), from_pandas=True).cast(
        pa.timestamp("ms", tz="UTC")
    )
    entries = _in_order(entries.assign(fetched_at=fetched.to_pandas()))
    key = pa.array(canonical(entries["url"]), type=pa.string(), from_pandas=True)
    fetched_pages = _frame(kinds["page"], {"url": "url", "final_url": "final_url", **OWN})
    own, nobodys = without_shared_addresses(fetched_pages, key, entries["title_raw"])
    feed = _frame(kinds["feed"], {"url": "url", **FEED})
    longest = feed["feed_text"].str.len().fillna(0).sort_values(ascending=False, kind="stable").index
    for source in (own, feed.loc[longest]):
        entries = entries.assign(**_joined(key, source))
    return Raw(entries, pd.concat([rejects, nobodys], ignore_index=True), pages, items)


def _standing(entries: pd.DataFrame, rejects: pd.DataFrame) -> pd.DataFrame:
    """The entries without those of lists that a second page took back."""
    back = rejects[rejects["reason"] == REPLACED]
    if not len(back):  # nearly always
        return entries
    places = pd.MultiIndex.from_frame(entries[["listing_url", "list"]])
    gone = places.isin(list(zip(back["url"], back["detail"], strict=True)))
    return entries[~gone].reset_index(drop=True)


def _joined(key: pa.Array, source: pd.DataFrame) -> dict[str, pd.Series]:
    """The source's cells beside each entry of the same address, the first row of an address; missing where none is."""
    known = pa.array(canonical(source["url"]), type=pa.string(), from_pandas=True)
    place = pc.index_in(key, value_set=known, skip_nulls=True)
    cells = {
        name: pa.array(source[name], type=pa.large_string(), from_pandas=True).take(place)
        for name in source.columns
        if name != "url"
    }
    return {name: pd.Series(column.to_pandas(), dtype="str") for name, column in cells.items()}


def _batches(path: Path) -> Iterator[pa.Table]:
    """Raw lines a few megabytes at a time; a block of the reader must hold the longest line, which may be a page."""
    with path.open("rb") as lines:
        longest = max(map(len, lines), default=0)
    if not longest:
        return
    reading = pj.ReadOptions(block_size=max(1 << 20, longest + 1), use_threads=False)
    parsing = pj.ParseOptions(explicit_schema=SCHEMA, unexpected_field_behavior="error")
    # Arrow is given open files throughout: it takes a path for UTF-8, which a folder's name need not be
    with path.open("rb") as lines, pj.open_json(lines, read_options=reading, parse_options=parsing) as reader:
        for batch in reader:
            batch.validate(full=True)  # the reader takes bytes that are no text
            yield pa.Table.from_batches([batch])


Columns = dict[str, pa.ChunkedArray]


def _by_kind(batches: Iterable[pa.Table]) -> dict[str, Columns]:
    """The lines of each kind, by the columns that kind has."""
    found: dict[str, list[pa.Table]] = {kind: [KINDS[kind].empty_table()] for kind in KINDS}
    for batch in batches:
        for kind, schema in KINDS.items():
            of_kind = batch.select(["kind", *schema.names]).filter(pc.field("kind") == kind)
            if of_kind.num_rows:
                found[kind].append(of_kind.select(schema.names))
    tables = {kind: pa.concat_tables(parts) for kind, parts in found.items()}
    return {kind: dict(zip(table.column_names, table.columns, strict=True)) for kind, table in tables.items()}


def _rows(columns: Columns) -> int:
    return len(next(iter(columns.values())))


def _in_order(entries: pd.DataFrame) -> pd.DataFrame:
    """List by list as the pages show them, whatever order the answers came in."""
    address = pd.factorize(entries["listing_url"], sort=True)[0]
    paged = np.lexsort((entries["position"], address, entries["page"]))
    listed = paged[np.argsort(pd.factorize(entries["list"].take(paged))[0], kind="stable")]
    if not (listed == np.arange(len(entries))).all():  # they nearly always come in order, and a copy is dear
        entries = entries.take(listed).reset_index(drop=True)
    return entries.assign(position=entries.groupby("list", sort=False).cumcount().astype("int32"))


def _frame(columns: Columns, names: dict[str, str]) -> pd.DataFrame:
    """Pandas columns of Arrow strings in which an empty cell is a missing one; each column is let go once it is made."""
    return pd.DataFrame({name: _column(columns.pop(came)) for came, name in names.items()})


def _column(cells: pa.ChunkedArray) -> pd.Series:
    cells = cells.combine_chunks()
    if not pa.types.is_string(cells.type):
        return pd.Series(cells.to_pandas())
    present = pc.if_else(pc.equal(cells, ""), pa.scalar(None, pa.string()), cells)
    return pd.Series(present.to_pandas(), dtype="str")
