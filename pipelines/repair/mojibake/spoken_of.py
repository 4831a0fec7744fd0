"""Texts that speak of mojibake, and show it on purpose: `Why does "Ã©" stand for é in UTF-8 pages?` is right as it is.

Lists of questions, notes of programs and lessons have such texts. They name an encoding, or mojibake by its name, in plain
words; and what is misread in them stands by itself, in quotes or brackets, or beside what it ought to be. In a text that was misread
words are, letters of ASCII among those that are not.
"""

from __future__ import annotations

import re

from pipelines.repair.encodings.readings import encode

_NAMED = re.compile(
    r"utf-?\s?8|latin-?\s?[19]|iso[- ]?8859|(?:windows|win|cp)[- ]?125\d|mojibake|unicode|ascii|charset|encod|codific|codage|kodier",
    re.IGNORECASE,
)
"""Names of encodings, and what coding is called in languages of the West."""
_SIGNS = (
    "utf",
    "latin",
    "iso",
    "win",
    "cp",
    "mojibake",
    "unicode",
    "ascii",
    "charset",
    "encod",
    "codific",
    "codage",
    "kodier",
)
"""One of these is in each of them; they are looked for in a tenth of the time."""
_MOJIBAKE = re.compile("mojibake", re.IGNORECASE)
_RUN = re.compile("[^\x00-\x7f]+(?: [^\x00-\x7f]+)*")
_ENCLOSED = re.compile("[\"'`(\\[{<«“‘/|,]")
_PLAIN_WORD = re.compile("[A-Za-z]{3,}")
PLAIN = 3
"""Words of ASCII that such a text has at least; a title of two words and `UTF-8` may be misread."""


def speaks_of_it(text: str) -> bool:
    """Whether a text shows mojibake on purpose: all that it holds, by Windows-1252, stands by itself, and it names an encoding."""
    small = text.lower()
    if (
        not any(map(small.__contains__, _SIGNS))
        or _NAMED.search(text) is None
        or len(_PLAIN_WORD.findall(text)) < PLAIN
    ):
        return False
    shown = [(run, _read(run[0])) for run in _RUN.finditer(text)]
    misread = [(run, now) for run, now in shown if now is not None]
    if not misread or not all(_alone(text, run) for run, _ in misread):
        return False
    if _MOJIBAKE.search(text):
        return True
    plain = "".join(run[0] for run, now in shown if now is None)
    return all(now in plain or _enclosed(text, run) for run, now in misread)


def _read(run: str) -> str | None:
    """What some characters read back to; None where they are none of UTF-8 in Windows-1252."""
    data = encode(run, CODEC)
    try:
        read = data.decode("utf-8") if data is not None else run
    except UnicodeDecodeError:
        return None
    return read if read != run else None


CODEC = "sloppy-windows-1252"


def _alone(text: str, run: re.Match[str]) -> bool:
    """Whether no letter or digit stands beside a run."""
    return not (text[: run.start()][-1:].isalnum() or text[run.end() :][:1].isalnum())


def _enclosed(text: str, run: re.Match[str]) -> bool:
    """Whether a run stands in quotes or brackets, or in a row of signs."""
    return _ENCLOSED.match(text[: run.start()][-1:]) is not None and not text[run.end() :][:1].isspace()
