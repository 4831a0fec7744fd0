"""Where a text of a `<pre>` ends a line, or begins one: what structure and a site file's `between = "line"` both ask.

A text between two links may be the end of one line and the beginning of the next. It is never divided: it is the next line's
where it says something behind the end of a line, or behind an empty line.
"""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*\S")


def begins_line(text: str) -> bool:
    """Whether a text says something behind the end of a line, the day of the next, or is a first line behind an empty one."""
    return "\n" in text and (text.rstrip(" ")[-1:] != "\n" or _PARAGRAPH.search(text) is not None)


def ends_line(text: str) -> bool:
    """Whether a text ends a line and begins none."""
    return "\n" in text and not begins_line(text)
