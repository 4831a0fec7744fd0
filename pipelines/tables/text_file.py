"""What the tables that are text have in common: a file, its name in messages and its encoding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipelines.tables.encoding import Encoding


@dataclass(frozen=True)
class TextFile:
    """A file of text.

    Attributes:
        path: where it is.
        shown: its name in messages.
        encoding: of its bytes.
    """

    path: Path
    shown: str
    encoding: Encoding

    @property
    def notes(self) -> tuple[str, ...]:
        """The encoding, where it is not plain UTF-8."""
        return (self.encoding.note,) if self.encoding.note else ()

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size

    @property
    def mark(self) -> bytes:
        """The byte order mark that is written again, or b""."""
        return b"\xef\xbb\xbf" if self.encoding.bom else b""
