"""Elements as text: everything put into a page is escaped unless it is `Html` already.

A page from the web is shown beside our own words, so escaping is the rule and not a thing to remember. `Html` is a
`str` that came from here; nothing else makes one.
"""

from __future__ import annotations

import unicodedata
from html import escape

from pipelines.repair.marks import MARK_BASE

_LONE_BYTES = range(MARK_BASE, MARK_BASE + 256)
_VOID = frozenset({"meta"})
_EMPTY = frozenset({"rect", "line"})  # of SVG, which must be closed
_NAMED = {
    "\u00a0": "NBSP",
    "\u202f": "NNBSP",
    "\u00ad": "SHY",
    "\u200b": "ZWSP",
    "\u200e": "LRM",
    "\u200f": "RLM",
}


class Html(str):
    """Markup made by this module, safe to put into a page as it is."""

    __slots__ = ()


def el(tag: str, *children: str, **attributes: str | int | None) -> Html:
    """One element; plain strings inside it are escaped, attributes that are None are left out.

    Names of attributes lose a closing underscore and have `-` for `_`: `class_`, `aria_label`.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Html(f"<{tag}{written}>")
    if tag in _EMPTY:
        return Html(f"<{tag}{written}/>")
    return Html(f"<{tag}{written}>{join(*children)}</{tag}>")


def join(*parts: str) -> Html:
    """The parts one after the other, plain strings escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(part, quote=False) for part in parts))


def shown(text: str, *, spell: bool = False) -> Html:
    """A cell for reading: lone bytes as chips such as `C3`; with `spell`, invisible characters too."""
    return join(*(_character(character, spell) for character in text))


def link(address: str, text: str) -> Html:
    """A link where the address is one of the web, else the text alone: no other scheme is ever made clickable."""
    if address.startswith(("http://", "https://")):
        return el("a", shown(text), href=address, rel="noopener noreferrer")
    return shown(text)


def _character(character: str, spell: bool) -> str:
    if ord(character) in _LONE_BYTES:
        return el("span", f"{ord(character) - MARK_BASE:02X}", class_="chip", title="a byte of no character")
    if character in "\n\t":
        return " "
    if spell and character in _NAMED:
        return el("span", _NAMED[character], class_="chip", title=f"U+{ord(character):04X}")
    if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") or (spell and _hidden(character)):
        return el("span", f"{ord(character):04X}", class_="chip", title=f"U+{ord(character):04X}")
    return character


def _hidden(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or bool(unicodedata.combining(character))
