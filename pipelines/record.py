"""THE schema of a record: name, type and meaning of every column, once.

CSV order, Arrow types, field descriptions, the data dictionary in `output/README.md`, `datapackage.json` and the
checks of the gates are all read from `COLUMNS`. Nothing else in the project lists the columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

Kind = Literal["string", "int", "date", "time", "bool", "share", "strings"]

ARROW: dict[Kind, pa.DataType] = {
    "string": pa.string(),
    "int": pa.int32(),
    "date": pa.date32(),
    "time": pa.timestamp("ms", tz="UTC"),  # Parquet knows no whole seconds
    "bool": pa.bool_(),
    "share": pa.float32(),
    "strings": pa.list_(pa.string()),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a record.

    Attributes:
        name: the name in CSV, Parquet, code and docs.
        kind: the type, a key of `ARROW`.
        meaning: one sentence for the data dictionary.
        missing: whether the cell may be empty.
        values: the closed set of values, where there is one.
        raw: the column that holds the cell as it came, where there is one.
    """

    name: str
    kind: Kind
    meaning: str
    missing: bool = True
    values: tuple[str, ...] = ()
    raw: str = ""


CUTS = ("no", "sentence", "word", "character")
SOURCES = ("listing", "page", "feed", "lexicon", "trimmed")

COLUMNS: tuple[Column, ...] = (
    Column("id", "string", "Stable name of the entry: a digest of its site and first canonical URL, or of its content where it has no link.", missing=False),
    Column("site", "string", "Site the entry was listed on.", missing=False),
    Column("list", "string", "List of the site the entry stood in.", missing=False),
    Column("position", "int", "Place in that list, from 0, over all its pages in the run that saw it last.", missing=False),
    Column("url", "string", "Link of the entry, absolute, as the site gives it."),
    Column("title", "string", "Title, mended; from the entry's own page where the list shows none.", raw="title_raw"),
    Column("excerpt", "string", "Teaser, mended: the lost character given back, a cut word completed only from a proven source, the marker removed.", raw="excerpt_raw"),
    Column("date", "date", "Day of the entry in the site's own calendar; empty where no reading is possible.", raw="date_raw"),
    Column("language", "string", "ISO 639-1 code of the entry's language, judged in its list; `und` for text of no language.", missing=False),
    Column("text", "string", "Text of the entry's own page, mended, where it was fetched."),
    Column("excerpt_cut", "string", "What the site's cut destroyed in the teaser as it came: nothing, the sentence, a word, a character.", missing=False, values=CUTS),
    Column("excerpt_source", "string", "Where the end of the excerpt comes from; `trimmed` where the broken tail was dropped.", missing=False, values=SOURCES),
    Column("date_certain", "bool", "True where no other reading of the date survives the evidence of its list; false too where there is no date.", missing=False),
    Column("published_at", "time", "Moment of publication in UTC, only where the page gave time and zone."),
    Column("language_confidence", "share", "Calibrated probability of `language`, 0 to 1.", missing=False),
    Column("language_alone", "string", "The text's own language, without what the site and its list say.", missing=False),
    Column("repairs", "strings", "Steps taken on this row, each `column:step` once, by name; `changes.csv` has them in order.", missing=False),
    Column("title_raw", "string", "Title as it came; a byte that belongs to no character is kept as U+10F700 + byte."),
    Column("excerpt_raw", "string", "Teaser as it came, lone bytes kept likewise."),
    Column("date_raw", "string", "Date as it came."),
    Column("listing_url", "string", "Page of the list that showed the entry.", missing=False),
    Column("encoding", "string", "Encoding that page was read as.", missing=False),
    Column("fetched_at", "time", "When that page was fetched.", missing=False),
    Column("first_seen", "time", "When a run first saw the entry.", missing=False),
    Column("last_seen", "time", "When a run last saw the entry.", missing=False),
    Column("changed_at", "time", "When a run last saw the entry's raw cells change.", missing=False),
    Column("run", "string", "Run that saw the entry last.", missing=False),
)  # fmt: skip

NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)


def arrow_schema() -> pa.Schema:
    """The Arrow schema of `records.parquet`: types, nullability and, as metadata, each field's meaning."""
    return pa.schema(
        pa.field(
            column.name, ARROW[column.kind], nullable=column.missing, metadata={"description": column.meaning}
        )
        for column in COLUMNS
    )
