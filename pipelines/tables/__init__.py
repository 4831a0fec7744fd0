"""Tables that users already have, read and written in chunks: CSV, Parquet, JSON lines.

Nothing but the edited cells changes: a text format is cut into spans of its own bytes and written from them, so
numbers, quoting and line ends come out as they went in. A module a format (`csv_table`, `jsonl_table`,
`parquet_table`), one shape for all of them (`table`), chosen by `opening`.
"""
