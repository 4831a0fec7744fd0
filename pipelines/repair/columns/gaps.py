"""White space as Python sees it, for Arrow's RE2, whose own class knows ASCII only.

Both sides of a decision must call the same characters white: the expression that picks rows of a column, and the
`str` method that then changes them.
"""

from __future__ import annotations

GAP = "".join(f"\\x{{{code:x}}}" for code in range(0x3001) if chr(code).isspace())
"""The inside of a character class of RE2: every character that `str.isspace` and the `re` module call white."""
