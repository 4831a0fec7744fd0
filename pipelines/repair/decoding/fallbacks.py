"""Characters that a legacy page may hold and Python's codec of its encoding lacks: a second codec knows them.

Browsers read more of Big5 and EUC-JP than the codecs that are nearest to them. What the second one does not know
either is a lone byte, and becomes a mark.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from pipelines.repair.decoding.labels import CODECS
from pipelines.repair.marks import marked


def read_as(data: bytes, name: str) -> str:
    """Return bytes read as an encoding of the standard's name, or as a code page of Python's, lone bytes as marks."""
    return data.decode(CODECS.get(name, name), _HANDLERS.get(name, "listmend.marks"))


def _big5(error: UnicodeError) -> tuple[str, int]:
    """Read what Microsoft's Big5 knows and the Hong Kong set lacks (the euro), else mark the byte."""
    return _second_reading(error, lambda pair: pair.decode("cp950"))


def _euc_jp(error: UnicodeError) -> tuple[str, int]:
    """Read NEC's and IBM's characters, which share their rows with Shift_JIS, else mark the byte."""
    return _second_reading(error, lambda pair: _shifted(pair).decode("cp932"))


def _second_reading(error: UnicodeError, read: Callable[[bytes], str]) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    if len(pair) == 2 and pair[1] >= 0xA1:
        try:
            return read(pair), error.start + 2
        except UnicodeDecodeError:
            pass  # neither codec knows the pair: the bytes are lone
    return marked(error.object[error.start : error.end]), error.end


def _shifted(pair: bytes) -> bytes:
    """Return an EUC-JP pair as Shift_JIS: both are arithmetic over one table of 94 rows (JIS X 0208, annex 1)."""
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= 63)
    return bytes([lead, trail])


_HANDLERS = {"big5": "listmend.big5", "euc-jp": "listmend.euc-jp"}
codecs.register_error("listmend.big5", _big5)
codecs.register_error("listmend.euc-jp", _euc_jp)
