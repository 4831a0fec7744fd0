"""What a label says without what differs from file to file: "Download (PDF, 120 kB)" is "Download" in every row."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from pipelines.read_more import PHRASES

LABEL_CHARS_MAX = 120
"""A longer text is no label; it is compared as it stands."""
_SIZE = re.compile(
    r"(?<![\w.,])\d+(?:[., \xa0]\d+)*\s*(?:[kmg]i?[bo]|bytes?|octets?|[кмг]б|байт)(?!\w)", re.IGNORECASE
)
_FORMATS = r"(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|epub|zip|ics|jpe?g|png|mp[34])"
_FORMAT = re.compile(rf"(?<!\w)\.?{_FORMATS}(?!\w)", re.IGNORECASE)
# Most texts hold neither, and that is seen in a third of the time.
_MAY_BE_SIZE, _NAMES_FORMAT = re.compile(r"\d\s*[kmgboкмгб]", re.IGNORECASE), re.compile(_FORMATS)
_LEFT = " \t\xa0()[].,;:|/·•–—-"


@lru_cache(maxsize=1 << 15)  # a page of 10,000 entries is asked twice
def label(text: str) -> str:
    """A text without file sizes, formats and the brackets around them; a text that is nothing else is a "file".

    Numbers without a unit stay: "Minutes 3" and "Minutes 4" are two documents.
    """
    if len(text) > LABEL_CHARS_MAX:
        return text
    plain = _SIZE.sub(" ", text) if _MAY_BE_SIZE.search(text) else text
    if _NAMES_FORMAT.search(plain.lower()):
        plain = _FORMAT.sub(" ", plain)
    if plain == text:
        return text
    return " ".join(plain.split()).strip(_LEFT) or FILE


def is_more(text: str) -> bool:
    """Whether a text says nothing but "read more", in a language whose phrase is known."""
    return text.strip(" .…»›>→[]()").casefold() in _BUTTONS


_BUTTONS = frozenset(PHRASES)
FILE = "file"
"""What a text is that says a format or a size and nothing else."""


def names_file(text: str) -> bool:
    """Whether a text begins with a format and its number or size in brackets: `PDF (B-12 - 200 KB)`."""
    begins = text[:FORMAT_MAX]  # nearly all texts have no bracket so early
    return ("(" in begins or "[" in begins) and _FILE.match(text) is not None


FORMAT_MAX = 6  # characters of a format, a space and a bracket
_FILE = re.compile(rf"{_FORMATS}\s?[(\[]", re.IGNORECASE)


def leads_to_file(href: str) -> bool:
    """Whether an address ends in a file's name: `/minutes-12.pdf?download`."""
    return _FILE_ADDRESS.search(href) is not None


def edits(href: str) -> bool:
    """Whether an address asks for the form that changes a page: `?title=News&action=edit&section=3`, `?do=edit`."""
    return "=edit" in href and _EDITS.search(href) is not None


_EDITS = re.compile(r"[?&;](?:\w*action|do|op|mode)=edit(?![\w-])")


def file_of(href: str) -> str:
    """The address of a file without its format, the same for a text in several of them; "" where it leads to none."""
    found = _FILE_ADDRESS.search(href)
    return href[: found.start()] if found else ""


def says_own_file(text: str, href: str) -> bool:
    """Whether a link says the name of the file that it leads to: `<a href="/op/12-345.pdf">12-345.pdf</a>`."""
    if not leads_to_file(href):
        return False
    name = unquote(re.split("[?#]", href)[0]).rpartition("/")[2]
    return name.casefold() == text.casefold()


_FILE_ADDRESS = re.compile(rf"\.{_FORMATS}(?:$|[?#])", re.IGNORECASE)
