"""What a page hides by mistake: a comment, script or style that never closes takes the rest of the page with it.

A browser shows nothing of that rest. It holds entries all the same, so the opening is taken out and the rest is read.
"""

from __future__ import annotations

import re

Note = tuple[str, str]

_LINK_ENDS = re.compile(r"</a\s*>", re.I)

_ELEMENTS = ("script", "style", "title", "textarea")
"""Elements whose content is text up to their end tag, whatever stands in it."""

_OPENING = re.compile(rf"<!--|<({'|'.join(_ELEMENTS)})(?=[\s/>])[^>]*>", re.I)
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _ELEMENTS} | {"": re.compile(r"--!?>")}


def readable(html: str) -> tuple[str, tuple[Note, ...]]:
    """Return the page with what never closes taken as text, and a (reason, detail) note for each such place."""
    notes: list[Note] = []
    position = 0
    while _suspicious(html):
        found = _unclosed(html, position)
        if found is None:
            break
        position = found.start()
        name = (found[1] or "").lower()
        if name and not _LINK_ENDS.search(html, found.end()):
            break  # a page that ends inside its last script: what follows is code
        rest = len(html) - position
        what, reason = (f"<{name}>", "script_unclosed") if name else ("comment", "comment_unclosed")
        notes.append(
            (
                reason,
                f"the {what} at character {position} never closes; the {rest} characters after it were read",
            )
        )
        html = html[:position] + html[found.end() :]
    return html, tuple(notes)


def _suspicious(html: str) -> bool:
    """Whether anything opens after the last place where its like closes; a page in order costs no more than this."""
    if html.rfind("<!--") > html.rfind("-->"):
        return True
    low = html.lower()
    return any(low.rfind(f"<{name}") > low.rfind(f"</{name}") for name in _ELEMENTS)


def _unclosed(html: str, position: int) -> re.Match[str] | None:
    """Return the first opening from a position on that nothing closes; openings inside others do not count."""
    while found := _OPENING.search(html, position):
        name = (found[1] or "").lower()
        if name in ("style", "title") and found[0].endswith("/>"):  # whole, inside an <svg>
            position = found.end()
            continue
        # "<!-->" is a whole comment: its end may share the dashes of its beginning.
        closed = _CLOSING[name].search(html, found.end() - (0 if name else 2))
        if closed is None:
            return found
        position = closed.end()
    return None
