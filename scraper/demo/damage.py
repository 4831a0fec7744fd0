"""What careless software does to text, one function a kind, each as the real thing happens.

Text is damaged as bytes wherever sites do so: a cut by bytes keeps the half character as a lone surrogate
(`surrogateescape`), so that a page assembled as text still leaves as exactly those bytes. Nothing here mends;
the functions only destroy, and every one of them is undone by the product from evidence.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from html.entities import codepoint2name
from typing import Literal

Unit = Literal["bytes", "words", "characters"]

NBSP = "\N{NO-BREAK SPACE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
_LONG_WORD = re.compile(r"[^\W\d_]{9,}")


def cut(text: str, unit: Unit, budget: int) -> str:
    """The first `budget` bytes, words or characters of a text; a half character stays as lone surrogates.

    Words are parted by plain spaces only, as `wp_trim_words` parts them: a no-break space holds.
    """
    if unit == "bytes":
        return text.encode()[:budget].decode("utf-8", "surrogateescape")
    if unit == "words":
        return " ".join(text.split(" ")[:budget])
    return text[:budget]


def cp1252(text: str) -> str:
    """UTF-8 read as windows-1252; the bytes that page leaves open become controls, as in browsers."""
    return "".join(_cp1252_character(byte) for byte in _bytes(text))


def latin_1(text: str) -> str:
    """UTF-8 read as ISO 8859-1: the end of a quotation mark becomes an invisible control."""
    return _bytes(text).decode("latin-1")


def nbsp(text: str) -> str:
    """Only the no-break spaces went through the wrong code page: an `Â` stands before the colon."""
    return text.replace(NBSP, f"Â{NBSP}")


def nbsp_to_a_space(text: str) -> str:
    """As `nbsp`, and then an editor turned the no-break space itself into a plain one."""
    return text.replace(NBSP, "Â ")


def entities(text: str) -> str:
    """Every character that has an HTML name is replaced by it, once more than the page needs."""
    return "".join(f"&{codepoint2name[ord(c)]};" if ord(c) in codepoint2name else c for c in text)


def combining(text: str) -> str:
    """Accents as characters of their own, as macOS file names and some exports have them (NFD)."""
    return unicodedata.normalize("NFD", text)


def soft_hyphens(text: str) -> str:
    """A soft hyphen in the middle of each long word, as typesetting plugins leave them."""
    return _LONG_WORD.sub(lambda word: _halved(word[0], SOFT_HYPHEN), text)


def zero_width(text: str) -> str:
    """A zero-width space in the middle of each long word, as copying from a chat leaves them."""
    return _LONG_WORD.sub(lambda word: _halved(word[0], ZERO_WIDTH_SPACE), text)


STEPS: dict[str, Callable[[str], str]] = {
    step.__name__: step
    for step in (cp1252, latin_1, nbsp, nbsp_to_a_space, entities, combining, soft_hyphens, zero_width)
}


def apply(steps: tuple[str, ...], text: str) -> str:
    """The text after the named steps, in order.

    Raises:
        KeyError: a step that `STEPS` does not hold.
    """
    for step in steps:
        text = STEPS[step](text)
    return text


def source(text: str) -> str:
    """The text as it is written into a page's source: markup escaped, lone surrogates left as they are."""
    return html.escape(text, quote=False)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _cp1252_character(byte: int) -> str:
    one = bytes([byte])
    try:
        return one.decode("cp1252")
    except UnicodeDecodeError:
        return one.decode("latin-1")


def _halved(word: str, by: str) -> str:
    middle = len(word) // 2
    return word[:middle] + by + word[middle:]
