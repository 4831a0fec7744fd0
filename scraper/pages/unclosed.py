"""What a page hides by mistake: a comment, script or style that never closes takes the rest of the page with it.

A browser shows nothing of that rest. It holds entries all the same, so the opening is taken out and the rest is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Note = tuple[str, str]

_LINK_ENDS = re.compile(r"</a\s*>", re.I)

_ELEMENTS = ("script", "style", "title", "textarea", "iframe")
"""Elements whose content is text up to their end tag, whatever stands in it."""

_OPENING = re.compile(rf"<!--|<({'|'.join(_ELEMENTS)})(?=[\s/>])", re.I)
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _ELEMENTS} | {"": re.compile(r"--!?>")}
NOTES_MAX = 20
"""Notes of one page: templates repeat a fault in each entry, and nobody reads of the hundredth."""


def readable(html: str) -> tuple[str, tuple[Note, ...]]:
    """Return the page with what never closes taken as text, and a (reason, detail) note for each of the first such places."""
    if not _suspicious(html):
        return html, ()
    notes: list[Note] = []
    parts: list[str] = []
    kept = taken = 0
    last_link = max((found.start() for found in _LINK_ENDS.finditer(html)), default=-1)
    for start, end, name in _unclosed(html):
        if name and last_link < end:
            break  # a page that ends inside its last script: what follows is code
        position = start - taken
        rest = len(html) - start
        what, reason = (f"<{name}>", "script_unclosed") if name else ("comment", "comment_unclosed")
        if len(notes) < NOTES_MAX:
            told = (
                f"the {what} at character {position} never closes; the {rest} characters after it were read"
            )
            notes.append((reason, told))
        parts.append(html[kept:start])
        kept, taken = end, taken + end - start
    return "".join([*parts, html[kept:]]), tuple(notes)


def _suspicious(html: str) -> bool:
    """Whether anything opens after the last place where its like closes; a page in order costs no more than this."""
    if html.rfind("<!--") > html.rfind("-->"):
        return True
    low = html.encode(
        "utf-8", "surrogatepass"
    ).lower()  # of letters beyond ASCII, none of which a name has, text is slow
    return any(low.rfind(b"<" + name) > low.rfind(b"</" + name) for name in map(str.encode, _ELEMENTS))


def _unclosed(html: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each opening that nothing closes; openings inside others do not count.

    What is once not found behind a place is not looked for again, so that no page is read more than once for each kind.
    """
    position, never = 0, set[str]()
    while found := _OPENING.search(html, position):
        name, start, position = (found[1] or "").lower(), found.start(), found.end()
        if name:
            end = html.find(">", position) + 1 if ">" not in never else 0
            if not end:
                never.add(">")
                continue
            position = end
            if name in ("style", "title") and html.endswith("/>", start, end):  # whole, inside an <svg>
                continue
        # "<!-->" is a whole comment: its end may share the dashes of its beginning.
        closed = _CLOSING[name].search(html, position - (0 if name else 2)) if name not in never else None
        if closed is None:
            never.add(name)
            yield start, position, name
        else:
            position = closed.end()
