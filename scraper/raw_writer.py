"""Raw lines on their way to `raw.jsonl`: written as they come, counted, and a full disk remembered until the crawl stops."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from pipelines.disk import writing
from scraper.outcome import Told
from scraper.pages.raw_lines import Line


class RawWriter:
    """Writes raw lines, one JSON object a line, UTF-8, and counts them."""

    def __init__(self, path: Path, progress: Told | None = None) -> None:
        """Open the file; OutputError where that fails."""
        self.path = path
        self.counts: Counter[str] = Counter()
        self.rejects: Counter[str] = Counter()
        self.fault: OSError | None = None
        self._progress = progress
        with writing(path):
            self._file: TextIO = path.open("w", encoding="utf-8", newline="\n")

    def __call__(self, lines: Sequence[Line]) -> None:
        """Write some lines; a full disk is remembered and told when the crawl has stopped."""
        for line in lines:
            self.counts[line["kind"]] += 1
            if line["kind"] == "reject":
                self.rejects[line["reason"]] += 1
        try:
            self._file.write("".join([json.dumps(line, ensure_ascii=False) + "\n" for line in lines]))
            self._file.flush()
        except OSError as fault:
            self.fault = fault
            raise
        if self._progress is not None:
            self._progress(self.counts)

    def close(self) -> None:
        """Close the file; what a full disk left unwritten is remembered like any other failed write."""
        try:
            self._file.close()
        except OSError as fault:
            self.fault = self.fault or fault
