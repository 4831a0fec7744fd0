"""What a title says of its file: `(PDF, 120 KB)`, `（PDF：90KB）`, `[DOCX - 1,2 MB]`. It is no part of it, and changes with the file.

A size tells such an end, not the name of a kind alone: "How to sign a PDF" is a title. Gigabytes are those of a thing on sale.
A day behind the size is the file's: `PDF – 61,9 ko - 12/11/2026`.
"""

from __future__ import annotations

import re

_SIZE = (
    r"\d{1,6}(?:[.,٫]\d{1,3})?\s?(?:[km]i?(?:b(?:ytes?)?|o)|bytes?|[км]б|(?:キロ|メガ)?バイト)(?![^\W\d_])"
)
_KIND = r"(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|zip|epub)(?![^\W\d_])"
# The day of the file, behind its size; one before it may be the title's: "Minutes of 18/11/2026, PDF 60 KB".
_DAY = r"(?:\W{1,3}(?:[^\W\d_]{1,12}\W{1,2}){0,2}(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d)(?!\d))?"
# A block of its own may stand there without a space: "of 5 June 2026PDF - 1,0 Mb", "ReportPDF - 90 KB".
_BEFORE = r"(?:(?<!\w)|(?<=\d)|(?-i:(?<=[^\W\d_A-Z])(?=[A-Z]{3})))"
_END = re.compile(
    rf"(?:[,:|–—-]\s*{_KIND})?[\s,:|–—-]*(?:[(\[（［【][^()\[\]（）［］【】]*?(?<![0-9A-Za-z.,]){_SIZE}[^()\[\]（）［］【】]*[)\]）］】]"
    rf"|{_BEFORE}{_KIND}\W{{0,3}}{_SIZE}{_DAY})[\s.]*$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?:{_KIND}\W{{1,3}})?{_SIZE}\W*", re.IGNORECASE)
SEEN = 120
"""Characters at a title's end that are looked at; the longest such end of 40 forms seen has 62."""
_LETTERS = re.compile(r"[^\W\d_]{2}")


def is_size(text: str) -> bool:
    """Whether a text is the kind and size of a file, and nothing else: `(120 KB)`, `(PDF, 1.2 MB)`."""
    return _ALONE.fullmatch(text) is not None


def without_file(title: str) -> str:
    """A title without kind and size of its file at its end; unchanged where nothing else is said."""
    if not title or title[-1] not in ")]）］】.BbOoСсбБトes0123456789":
        return title
    at = max(len(title) - SEEN, 0)
    found = _END.search(title, at)
    if found is None or not _LETTERS.search(title[: found.start()]):
        return title
    return title[: found.start()].rstrip()
